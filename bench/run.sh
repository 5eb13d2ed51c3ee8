#!/bin/sh
# make bench: a generated corpus through the stages one by one, in one process, and through the whole program. Prints
# MB/s of one core (the median of user + system seconds over interleaved rounds) and instructions a byte, which do not
# depend on what else the machine does; for the program also peak memory and the ratio to `wc -w` in the same rounds.
#   run.sh BUILD
#   BENCH_MB=100  BENCH_ROUNDS=5  BENCH_MB_COUNTED=2  BENCH_CODEBOOK=codebooks/kampanye.tsv
b=$(cd "$1" && pwd) || exit 1
mb=${BENCH_MB:-100}; rounds=${BENCH_ROUNDS:-5}; small=${BENCH_MB_COUNTED:-2}
codebook=${BENCH_CODEBOOK:-codebooks/kampanye.tsv}
SIASAT_DATA=$(pwd); LC_ALL=C; export SIASAT_DATA LC_ALL
work=$b/bench/corpus
mkdir -p "$work"
corpus() {
    [ -f "$work/$1.done" ] && return
    echo "making $1 MB of chapters in $work/$1" >&2
    "$b/bench/gencorpus" 1 "$1" "$work/$1" < "$codebook" && touch "$work/$1.done"
}
corpus "$mb" && corpus "$small" || exit 1

s=$b/siasat
jobs='wc -w|cat FOLDER/* | wc -w
read|SIASAT text -j 1 -q FOLDER
read and segment|SIASAT outline -j 1 -q FOLDER
tokenise and count|SIASAT freq -j 1 -q --all --of word FOLDER
tokenise and count lemmas|SIASAT freq -j 1 -q --all --of lemma FOLDER
tag|SIASAT tag -j 1 -q --all FOLDER
tag and count|SIASAT freq -j 1 -q --all FOLDER
tag and co-occurrence|SIASAT cooc -j 1 -q --all FOLDER
300 regexes, tag|SIASAT tag -j 1 -q --all --policy all -c WORK/300.tsv FOLDER
300 regexes, count|SIASAT freq -j 1 -q --all --policy all -c WORK/300.tsv FOLDER
3,000 regexes, count|SIASAT freq -j 1 -q --all --policy all -c WORK/3000.tsv FOLDER
tokenise and count, 2 threads|SIASAT freq -j 2 -q --all --of word FOLDER
tag and co-occurrence, 2 threads|SIASAT cooc -j 2 -q --all FOLDER'
command -v rg > /dev/null && jobs="$jobs
ripgrep, 300 regexes|rg -j1 -U -o -b -i --no-unicode -f WORK/300.regexes FOLDER" || echo "skipped: ripgrep is not installed"
# wc reads the files itself, so that cat's time is not counted.
jobs=$(printf '%s\n' "$jobs" | sed 's/^wc -w|.*/wc -w|wc -w FOLDER\/*/')
filled() { printf '%s\n' "$jobs" | sed "s|SIASAT|$s|; s|WORK|$work|; s|FOLDER|$1|"; }

echo "machine: $(uname -m), $(getconf _NPROCESSORS_ONLN) processors, $(sed -n 's/^model name.*: //p' /proc/cpuinfo 2> /dev/null | head -n 1)"
echo "corpus: $mb MB, $(ls "$work/$mb" | wc -l) chapters, sum $(cat "$work/$mb"/* | cksum | cut -d' ' -f1); codebook $codebook"

# Word forms never seen before: what the dictionary's words make with some affixes.
echo
printf 'new word forms:  '
awk -F/ '/^[a-z]+(\/|$)/ { print "me" $1 "kan\n" "di" $1 "i\n" "ke" $1 "annya\n" "pe" $1 "\n" $1 "-" $1 "\n" $1 }' "${HUNSPELL_ID:-/usr/share/hunspell/id_ID.dic}" |
    "$b/tools/morph" -t "$b/lexicon/indonesian.roots"

# Regexes of our own making, 300 and ten times as many.
for step in 10 1; do
    n=$((3000 / step))
    awk -v n=3000 -v step=$step -v form=codebook -f bench/patterns.awk "$work/$mb"/* > "$work/$n.tsv"
    awk -v n=3000 -v step=$step -v form=regex -f bench/patterns.awk "$work/$mb"/* > "$work/$n.regexes"
done

# Each stage by itself, what it costs in one process. A stage is a function stage_...: callgrind says what each takes in all.
echo
"$b/bench/stages" "$rounds" "$codebook" "$work/$mb"/* || bad=1
if command -v valgrind > /dev/null; then
    bytes=$(cat "$work/$small"/* | wc -c)
    echo
    printf '%-28s %12s %12s   (callgrind, %s MB)\n' stage 'instr. M' 'per byte' "$small"
    valgrind --tool=callgrind --callgrind-out-file="$work/stages.callgrind" "$b/bench/stages" 1 "$codebook" "$work/$small"/* > /dev/null 2>&1
    for stage in load read segment tokenise count tag cooc table; do
        callgrind_annotate --inclusive=yes --threshold=100 "$work/stages.callgrind" | tr -d , |
            awk -v name=$stage -v bytes="$bytes" 'index($0, ":stage_" name " ") { printf "%-28s %12.1f %12.2f\n", name, $1 / 1e6, $1 / bytes; exit }'
    done
fi

echo
set --
old=$IFS; IFS='
'
for line in $(filled "$work/$mb"); do set -- "$@" "${line%%|*}" "${line#*|}"; done
IFS=$old
"$b/bench/measure" "$rounds" "$(cat "$work/$mb"/* | wc -c | awk '{ print $1 / 1e6 }')" "$@" || bad=1

if command -v valgrind > /dev/null; then
    echo
    printf '%-28s %12s %12s   (callgrind, %s MB; start-up of the program included)\n' program 'instr. M' 'per byte' "$small"
    filled "$work/$small" | grep -v -e '2 threads' -e '^rip' | while IFS='|' read -r name line; do
        # shellcheck disable=SC2086
        valgrind --tool=callgrind --callgrind-out-file=/dev/null $line 2>&1 > /dev/null |
            awk -v name="$name" -v bytes="$bytes" '/Collected/ { printf "%-28s %12.1f %12.2f\n", name, $4 / 1e6, $4 / bytes }'
    done
else
    echo "valgrind is not installed: no instruction counts" >&2
fi
exit ${bad:-0}
