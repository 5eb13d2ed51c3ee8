#!/bin/sh
# Counting on three hosts by GNU parallel over ssh, also with a host cut in the midst; every sum is the bytes of one run.
#   cluster.sh SIASAT        (make check-cluster; as root, on a machine that may be spoiled: a container)
# The hosts are network namespaces. Their bridge lies in a namespace of its own: no address of the machine is touched.
bin=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
root=$(pwd)
skip() { echo "cluster: skipped: $1"; exit 0; }
[ "$(id -u)" = 0 ] || skip 'needs root'
for t in ip unshare nsenter parallel sshd ssh-keygen; do
    PATH=$PATH:/usr/sbin command -v $t > /dev/null || skip "$t is not installed"
done
PATH=$PATH:/usr/sbin:/sbin
# A net that the machine has no road to.
net=
for n in 10.77.31 10.203.57 172.29.113; do ip route get $n.1 2> /dev/null | grep -q "dev \(eth\|en\|wl\)" && ! ip route | grep -q "^$n" && net=$n && break; done
[ "$net" ] || { net=10.77.31; ip route | grep -q "^$net" && skip 'no free net'; }
tmp=$(mktemp -d /tmp/siasat-cluster.XXXXXX)
chmod 755 "$tmp"
own=                                     # processes of this script, by id
passed=0; failed=0
ok() { passed=$((passed + 1)); echo "ok: $1"; }
not_ok() { failed=$((failed + 1)); echo "not ok: cluster: $1"; }
same() { if cmp -s "$2" "$3"; then ok "$1"; else not_ok "$1: $2 and $3 differ"; fi; }
hosts='sia1 sia2 sia3'
clean() {
    for p in $own; do kill "$p" 2> /dev/null; done
    sleep 0.5
    for p in $own; do kill -9 "$p" 2> /dev/null; done
    for h in $hosts siabr; do ip netns pids $h 2> /dev/null | while read -r p; do kill -9 "$p" 2> /dev/null; done; ip netns del $h 2> /dev/null; done
    rm -rf "$tmp"
}
trap clean EXIT; trap 'exit 1' INT TERM HUP

# ---- the hosts ------------------------------------------------------------------------------------------
ip netns add siabr && ip -n siabr link add br0 type bridge && ip -n siabr link set br0 up || skip 'network namespaces are not to be had'
ip -n siabr link set lo up; ip -n siabr addr add $net.1/24 dev br0
i=1
for h in $hosts; do
    i=$((i + 1))
    ip netns add $h && ip -n siabr link add $h type veth peer name eth0 netns $h && ip -n siabr link set $h master br0 up || skip 'no veth'
    ip -n $h addr add $net.$i/24 dev eth0; ip -n $h link set eth0 up; ip -n $h link set lo up
done
on() { ns=$1; shift; nsenter --net=/var/run/netns/"$ns" "$@"; }
# Names of the hosts for those who ask inside the namespaces: a mount namespace with an /etc/hosts of its own.
{ echo '127.0.0.1 localhost'; echo "$net.1 siabr"; i=1; for h in $hosts; do i=$((i + 1)); echo "$net.$i $h"; done; } > "$tmp/hosts"
# at HOST COMMAND...: as if on that host
at() { ns=$1; shift; nsenter --net=/var/run/netns/"$ns" unshare --mount --uts sh -c 'mount --bind "$1" /etc/hosts; hostname "$2"; shift 2; exec "$@"' at "$tmp/hosts" "$ns" "$@"; }

# ---- the work ---------------------------------------------------------------------------------------------
cd "$tmp" || exit 1
mkdir bin; ln -s "$bin" bin/siasat; PATH=$tmp/bin:$PATH; SIASAT_DATA=$root SIASAT_LANG=en LC_ALL=C; export PATH SIASAT_DATA SIASAT_LANG LC_ALL
cat "$root"/tests/fault/inputs/teks/*.txt $(find "$root/corpora" -name '*.txt' | sort) | tr -d '\f' > all.txt
i=0; while [ $((i += 1)) -le 60 ]; do mkdir -p s/$i; awk -v RS= -v k=$i 'NR % 5 == k % 5 || NR % 7 == k % 7 { print; print "" }' all.txt > s/$i/bab4.txt; done
siasat partial -q -o one s

# ---- GNU parallel over ssh ----------------------------------------------------------------------------------
mkdir ssh; ssh-keygen -q -t ed25519 -N '' -f ssh/id; ssh-keygen -q -t ed25519 -N '' -f ssh/host; cp ssh/id.pub ssh/keys; chmod 600 ssh/keys; chmod 755 ssh
mkdir -p /run/sshd
for h in $hosts; do
    at $h "$(command -v sshd)" -D -e -f /dev/null -h "$tmp/ssh/host" -o AuthorizedKeysFile="$tmp/ssh/keys" -o StrictModes=no -o UsePAM=no -o PermitRootLogin=yes \
        -o PermitUserEnvironment=no -o SetEnv="PATH=$PATH SIASAT_DATA=$root SIASAT_LANG=en LC_ALL=C" -o PidFile=none 2> $h.sshd &
    own="$own $!"
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
n=0; for h in $hosts; do while ! at siabr ssh $h true 2> ssh.err; do n=$((n + 1)); [ $n -lt 40 ] || { not_ok "no ssh to $h: $(cat ssh.err $h.sshd)"; exit 1; }; sleep 0.2; done; done
PARALLEL_SSH=$tmp/bin/ssh PARALLEL_HOME=$tmp/parallel; mkdir parallel; export PARALLEL_SSH PARALLEL_HOME
siasat cluster parallel --hosts sia1,sia2,sia3 --shards 10 --parts gnu s > gnu.sh
at siabr sh gnu.sh > gnu.out 2>&1 || not_ok "GNU parallel: $(cat gnu.out)"
same 'GNU parallel on three hosts' gnu/all one
awk 'NR > 1 { print $2 }' gnu/joblog | sort | uniq -c
rm gnu/7.part gnu/all; at siabr sh gnu.sh > gnu.out 2>&1 || not_ok "resume: $(cat gnu.out)"
same 'a lost shard alone is run again' gnu/all one

# One host cut in the midst: each shard waits a little, so that there is a midst.
printf '#!/bin/sh\ncase "$1" in partial) sleep 1 ;; esac\nexec "%s" "$@"\n' "$bin" > slow; chmod +x slow; mv bin/siasat fast; mv slow bin/siasat
siasat cluster parallel --hosts sia1,sia2,sia3 --shards 10 --parts cut s > cut.sh
at siabr sh cut.sh > cut.out 2>&1 & run=$!; own="$own $run"
sleep 1.5; ip -n siabr link set sia2 down
wait $run || not_ok "a host cut: $(cat cut.out)"
ip -n siabr link set sia2 up
same 'GNU parallel, one host cut in the midst' cut/all one

echo "cluster: $passed passed, $failed failed"
[ $failed = 0 ]
