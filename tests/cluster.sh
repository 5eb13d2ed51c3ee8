#!/bin/sh
# Counting on three hosts, by GNU parallel over ssh and by Slurm, with hosts cut, tasks failed and workers killed in the midst; every sum
# is the bytes of one run.
#   cluster.sh SIASAT        (make check-cluster; as root, on a machine that may be spoiled: a container)
bin=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
root=$(pwd)
PATH=$PATH:/usr/sbin:/sbin
tmp=
own=                                     # processes of this script, by id
made=                                    # folders outside its own
passed=0; failed=0; skipped=0
ok() { passed=$((passed + 1)); echo "ok: $1"; }
not_ok() { failed=$((failed + 1)); echo "not ok: cluster: $1"; }
same() { if cmp -s "$2" "$3"; then ok "$1"; else not_ok "$1: $2 and $3 differ"; fi; }
skip() { skipped=$((skipped + 1)); echo "cluster: skipped: $1"; }
skip_all() { skip "$1"; exit 0; }
# have TOOL...: false, and said so, where one is missing
have() { for t; do command -v "$t" > /dev/null || { skip "$t is not installed"; return 1; }; done; }
# within SECONDS COMMAND...: until it is true; false when it took too long
within() { until_=$(($(date +%s) + $1)); shift; while ! "$@"; do [ "$(date +%s)" -lt "$until_" ] || return 1; sleep 0.2; done; }

[ "$(id -u)" = 0 ] || skip_all 'needs root'
have ip unshare nsenter || exit 0
tmp=$(mktemp -d /tmp/siasat-cluster.XXXXXX) && chmod 755 "$tmp" && cd "$tmp" || exit 1
. "$root/tests/cluster/hosts.sh"
trap 'hosts_end; rm -rf "$tmp"; [ ! "$made" ] || rmdir $made' EXIT; trap 'exit 1' INT TERM HUP
hosts_begin || skip_all 'network namespaces are not to be had'

# ---- the work: sixty small theses, and what one run makes of them ------------------------------------------
mkdir bin; ln -s "$bin" bin/siasat; PATH=$tmp/bin:$PATH; SIASAT_DATA=$root SIASAT_LANG=en LC_ALL=C; export PATH SIASAT_DATA SIASAT_LANG LC_ALL
cat "$root"/tests/fault/inputs/teks/*.txt $(find "$root/corpora" -name '*.txt' | sort) | tr -d '\f' > all.txt
i=0; while [ $((i += 1)) -le 60 ]; do mkdir -p s/$i; awk -v RS= -v k=$i 'NR % 5 == k % 5 || NR % 7 == k % 7 { print; print "" }' all.txt > s/$i/bab4.txt; done
siasat partial -q -o one s || exit 1

! have parallel sshd ssh-keygen || . "$root/tests/cluster/parallel.sh"
! have munged slurmctld slurmd sbatch || . "$root/tests/cluster/slurm.sh"

echo "cluster: $passed passed, $failed failed, $skipped skipped"
[ $failed = 0 ]
