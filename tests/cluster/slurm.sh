# Slurm: the very script that siasat prints, given to a controller and three nodes that run here. A run; a task that fails; a worker that
# is killed; a node that is cut in the midst.
mkdir -m 700 munge slurm slurm/state; for h in $hosts; do mkdir slurm/$h; done
dd if=/dev/urandom of=munge/key bs=128 count=1 2> /dev/null; chmod 400 munge/key; chmod 755 munge
munged -F --key-file="$tmp/munge/key" --socket="$tmp/munge/socket" --pid-file="$tmp/munge/pid" --log-file="$tmp/munge/log" --seed-file="$tmp/munge/seed" 2> munge.err &
own="$own $!"
# No accounting, no control groups: what a task may use is not what is tried here. cred_expire: Slurm waits that long before it starts the
# tasks of a lost node elsewhere (two minutes by itself).
cat > slurm/slurm.conf <<C
ClusterName=siasat
SlurmctldHost=$at_desk
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket=$tmp/munge/socket,cred_expire=5
CredType=cred/munge
StateSaveLocation=$tmp/slurm/state
SlurmdSpoolDir=$tmp/slurm/%n
SlurmctldPidFile=$tmp/slurm/controller.pid
SlurmdPidFile=$tmp/slurm/%n.pid
SlurmctldLogFile=$tmp/slurm/controller.log
SlurmdLogFile=$tmp/slurm/%n.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
MpiDefault=none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SchedulerParameters=sched_interval=1,bf_interval=1
SlurmdTimeout=6
SlurmdParameters=config_overrides
ReturnToService=2
KillWait=2
NodeName=sia[1-3] CPUs=2 State=UNKNOWN
PartitionName=all Nodes=ALL Default=YES MaxTime=INFINITE State=UP
C
# Nothing of them is used, but slurmd looks for them.
echo CgroupPlugin=cgroup/v1 > slurm/cgroup.conf
SLURM_CONF=$tmp/slurm/slurm.conf; export SLURM_CONF
daemon $at_desk slurmctld -D > controller.out 2>&1
for h in $hosts; do daemon $h slurmd -D -N $h > $h.slurmd 2>&1; done

desk() { at $at_desk "$@"; }
idle() { [ "$(desk sinfo -h -t idle -o %D 2> /dev/null)" = 3 ]; }
queued() { desk squeue -h -r -j "$1" 2> /dev/null | grep -q .; }
gone() { ! queued "$1"; }
# of N: in which state task N of the last array is; where all of them ran
of() { desk scontrol show job "${array}_$1" -o | sed 's/.*JobState=\([A-Z_]*\).*/\1/'; }
nodes() { desk scontrol show job "$array" -o | sed -n 's/.* BatchHost=\([^ ]*\).*/\1/p' | sort | uniq -c; }
submit() { desk sh "$1" > submitted 2> submit.err || not_ok "sbatch: $(cat submit.err)"; read -r array merge < submitted; }
finish() { within 120 gone "$merge" || { not_ok "$1: the merge does not end"; desk squeue; }; }

# A task tells its process, then waits a little; asked to, it fails, or waits until it is let go.
rm bin/siasat
cat > bin/siasat <<W
#!/bin/sh
case \$1 in partial)
    echo \$\$ > "$tmp/pid.\$SLURM_ARRAY_TASK_ID"
    hostname > "$tmp/host.\$SLURM_ARRAY_TASK_ID"
    [ ! -e "$tmp/fail.\$SLURM_ARRAY_TASK_ID" ] || exit 1
    while [ -e "$tmp/wait.\$SLURM_ARRAY_TASK_ID" ]; do sleep 0.1; done
    sleep 0.5 ;;
esac
exec "$bin" "\$@"
W
chmod +x bin/siasat

if ! within 60 idle; then
    not_ok "Slurm does not come up: $(desk sinfo 2>&1; cat munge.err controller.out ./*.slurmd)"
else
    # What docs/CLUSTER.md has its reader type.
    siasat docs -q s/1 > docs.here; desk srun siasat docs -q s/1 > docs.there 2> srun.err || not_ok "srun: $(cat srun.err)"
    same 'Slurm: srun siasat docs' docs.there docs.here
    desk scontrol show config | grep -q 'MaxArraySize *= [0-9]' && desk squeue --me > squeue.out || not_ok 'scontrol show config, squeue --me'

    siasat cluster slurm --shards 10 --parts slurm.1 s > slurm.1.sh
    SBATCH_PARTITION=all SBATCH_TIMELIMIT=0:10:00 TASK=--cpus-per-task=2; export SBATCH_PARTITION SBATCH_TIMELIMIT TASK
    submit slurm.1.sh; finish 'an array of ten'; unset SBATCH_PARTITION SBATCH_TIMELIMIT TASK
    desk scontrol show job "${array}_1" -o | grep -q 'TimeLimit=00:10:00.*CPUs/Task=2' || not_ok 'sbatch did not take the options'
    same 'Slurm: an array of ten and its merge' slurm.1/all one
    nodes

    # One task fails: there is no sum of nine. Run again, the script counts what is missing.
    siasat cluster slurm --shards 10 --parts slurm.2 s > slurm.2.sh
    touch fail.4; submit slurm.2.sh; finish 'a task fails'
    [ "$(of 4)" = FAILED ] || not_ok "task 4 is $(of 4)"
    if [ -e slurm.2/all ] || [ -e slurm.2/4.part ]; then not_ok 'a task failed, and yet there is a sum'; else ok "Slurm: a task fails, no sum is made of $(ls slurm.2 | grep -c 'part$')"; fi
    rm fail.4; cp -p slurm.2/3.part before; submit slurm.2.sh; finish 'run again'
    same 'Slurm: the failed task is run again' slurm.2/all one
    if [ slurm.2/3.part -nt before ] || [ slurm.2/3.part -ot before ]; then not_ok 'a whole shard was counted again'; else ok 'Slurm: whole shards are skipped'; fi

    # A worker is killed while it counts: the program itself, not the script around it.
    siasat cluster slurm --shards 10 --parts slurm.3 s > slurm.3.sh
    counting() { [ "$(readlink /proc/"$(cat pid.5)"/exe)" = "$bin" ]; }
    touch wait.5; rm -f pid.5; submit slurm.3.sh
    within 60 test -s pid.5 || not_ok 'task 5 does not begin'
    rm wait.5; i=0; while ! counting && [ $((i += 1)) -lt 5000 ]; do :; done
    kill -9 "$(cat pid.5)" || not_ok 'the worker was gone'
    finish 'a worker killed'
    if [ -e slurm.3/all ] || [ -e slurm.3/5.part ]; then not_ok 'a worker was killed, and yet there is a sum'; else ok 'Slurm: a worker killed leaves no partial and no sum'; fi
    submit slurm.3.sh; finish 'run again after a kill'
    same 'Slurm: a worker killed with -9, its shard run again' slurm.3/all one

    # A node is cut while it counts: its tasks are started elsewhere by Slurm itself, and the merge waits for them.
    siasat cluster slurm --shards 10 --parts slurm.4 s > slurm.4.sh
    started() { for k in 1 2 3 4 5 6; do [ -s host.$k ] || return 1; done; }
    for k in 1 2 3 4 5 6 7 8 9 10; do touch wait.$k; rm -f host.$k; done
    submit slurm.4.sh; within 60 started || not_ok 'the tasks do not begin'
    cat host.? > before; cut_off sia2; lost=$(grep -l sia2 host.*)
    [ "$lost" ] || not_ok 'nothing ran on the node that was cut'
    rm wait.*; finish 'a node cut'
    same "Slurm: a node cut in the midst" slurm.4/all one
    for k in $lost; do echo "$k: sia2, then $(cat "$k")"; done
    mend sia2; within 60 idle && ok 'Slurm: the node comes back' || not_ok "sia2 does not come back: $(desk sinfo)"
fi
rm bin/siasat; ln -s "$bin" bin/siasat
