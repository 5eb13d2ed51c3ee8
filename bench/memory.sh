#!/bin/sh
# make check-speed: twice the documents with the same words must not take more memory, but for what is kept of each input
# (its path): 350 and 700 copies of a chapter, 20 and 40 MB, at most 1 MB apart, and on two threads 4 MB.
#   memory.sh BUILD
b=$(cd "$1" && pwd) || exit 1
cd "$(dirname "$0")/.." || exit 1
SIASAT_DATA=$(pwd); LC_ALL=C; export SIASAT_DATA LC_ALL
work=$b/memory chapter=$(pwd)/bench/fixed/buatan.txt bad=0
rm -rf "$work"; mkdir -p "$work/once" "$work/twice" || exit 1
n=0
while [ $n -lt 700 ]; do
    ln -s "$chapter" "$work/twice/$n.txt"; [ $((n % 2)) = 0 ] && ln -s "$chapter" "$work/once/$n.txt"
    n=$((n + 1))
done
for threads in 1 2; do
    for job in 'freq --all --of word' 'freq --all --of lemma' tag 'freq --all' cooc; do
        run="$b/siasat $job -q -j $threads $work"
        "$b/bench/measure" 1 20 once "$run/once" twice "$run/twice" > "$work/peaks" || { echo "not ok: memory: $job fails"; exit 1; }
        awk -v job="$job -j $threads" -v most=$((threads == 1 ? 1 : 4)) '
            { peak[$1] = $6 }
            END { if (peak["once"] <= 0) { print "not ok: memory: " job ": no figures"; exit 1 }
                  if (peak["twice"] - peak["once"] > most) { printf "not ok: memory: %s takes %.1f MB for 20 MB, %.1f MB for 40\n", job, peak["once"], peak["twice"]; exit 1 }
                  if (ENVIRON["VERBOSE"]) print job, peak["once"], peak["twice"] }' "$work/peaks" || bad=$((bad + 1))
    done
done
echo "memory: 10 jobs, $bad of them growing with the corpus"
rm -rf "$work"
[ $bad = 0 ]
