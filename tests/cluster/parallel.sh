# GNU parallel over ssh: a run, a shard that was lost, a host that is cut in the midst.
mkdir ssh parallel; ssh-keygen -q -t ed25519 -N '' -f ssh/id; ssh-keygen -q -t ed25519 -N '' -f ssh/host; cp ssh/id.pub ssh/keys; chmod 600 ssh/keys; chmod 755 ssh
mkdir /run/sshd 2> /dev/null && made="$made /run/sshd"       # where sshd locks itself in
for h in $hosts; do
    daemon $h "$(command -v sshd)" -D -e -f /dev/null -h "$tmp/ssh/host" -o AuthorizedKeysFile="$tmp/ssh/keys" -o StrictModes=no -o UsePAM=no -o PermitRootLogin=yes \
        -o PermitUserEnvironment=no -o SetEnv="PATH=$PATH SIASAT_DATA=$root SIASAT_LANG=en LC_ALL=C" -o PidFile=none 2> $h.sshd
done
cat > ssh/config <<C
Host *
    User root
    IdentityFile $tmp/ssh/id
    StrictHostKeyChecking no
    UserKnownHostsFile /dev/null
    LogLevel ERROR
    ConnectTimeout 3
    ServerAliveInterval 1
    ServerAliveCountMax 2
C
printf '#!/bin/sh\nexec /usr/bin/ssh -F %s "$@"\n' "$tmp/ssh/config" > bin/ssh; chmod +x bin/ssh
answers() { at $at_desk ssh "$1" true 2> ssh.err; }
for h in $hosts; do within 20 answers $h || { not_ok "no ssh to $h: $(cat ssh.err $h.sshd)"; exit 1; }; done
PARALLEL_SSH=$tmp/bin/ssh PARALLEL_HOME=$tmp/parallel; export PARALLEL_SSH PARALLEL_HOME

siasat cluster parallel --hosts sia1,sia2,sia3 --shards 10 --parts gnu s > gnu.sh
at $at_desk sh gnu.sh > gnu.out 2>&1 || not_ok "GNU parallel: $(cat gnu.out)"
same 'GNU parallel on three hosts' gnu/all one
awk 'NR > 1 { print $2 }' gnu/joblog | sort | uniq -c
rm gnu/7.part gnu/all; at $at_desk sh gnu.sh > gnu.out 2>&1 || not_ok "resume: $(cat gnu.out)"
same 'a lost shard alone is run again' gnu/all one

# Each shard waits a little, so that there is a midst.
rm bin/siasat; printf '#!/bin/sh\ncase "$1" in partial) sleep 1 ;; esac\nexec "%s" "$@"\n' "$bin" > bin/siasat; chmod +x bin/siasat
siasat cluster parallel --hosts sia1,sia2,sia3 --shards 10 --parts cut s > cut.sh
at $at_desk sh cut.sh > cut.out 2>&1 & run=$!; own="$own $run"
sleep 1.5; cut_off sia2
wait $run || not_ok "a host cut: $(cat cut.out)"
mend sia2
same 'GNU parallel, one host cut in the midst' cut/all one
rm bin/siasat; ln -s "$bin" bin/siasat
