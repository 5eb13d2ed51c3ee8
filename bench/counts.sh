#!/bin/sh
# make check-speed: what the program's jobs cost in instructions, against bench/fixed/counts.tsv. A job that takes more than
# a twentieth more fails; one that takes less is told. Counts hold for one compiler, machine, libc and valgrind: elsewhere
# nothing is compared, and that is said. `-u` writes the file anew: a change that makes a job dearer says in its commit why.
#   counts.sh [-u] BUILD
update=; [ "$1" = -u ] && { update=1; shift; }
b=$(cd "$1" && pwd) || exit 1
cd "$(dirname "$0")/.." || exit 1
file=bench/fixed/counts.tsv
command -v valgrind > /dev/null || { echo "speed: skipped: valgrind is not installed"; exit 0; }
SIASAT_DATA=$(pwd); LC_ALL=C; export SIASAT_DATA LC_ALL
cc=$(sed 's/ .*//' "$b/flags")
here="$($cc --version | head -n 1), $(uname -m), $(valgrind --version), $(getconf GNU_LIBC_VERSION)"
known=$(sed -n 's/^# //p' "$file" 2> /dev/null | head -n 1)
[ "$update" ] || [ "$here" = "$known" ] || { echo "speed: skipped: counts are of '$known', here is '$here'"; exit 0; }

c='-q -j 1 -c bench/fixed/kode.tsv' all='bench/fixed/teks.txt bench/fixed/buatan.txt'
jobs="start|tag $c bench/fixed/empty.txt
text|text -q -j 1 $all
outline|outline -q -j 1 $all
words|freq -q -j 1 --all --of word $all
lemmas|freq -q -j 1 --all --of lemma $all
terms|freq $c --all $all
tag|tag $c --all $all
stance|tag $c --all --columns negated,modality,voice $all
repair|tag $c --all --repair bench/fixed/teks.txt
cooc|cooc $c --all $all"
count() {
    # shellcheck disable=SC2086
    valgrind --tool=callgrind --callgrind-out-file=/dev/null "$b/siasat" $1 2>&1 > /dev/null | sed -n 's/.*Collected : *//p'
}
new=$b/counts.tsv
echo "# $here" > "$new"
printf '%s\n' "$jobs" | while IFS='|' read -r name line; do printf '%s\t%s\n' "$name" "$(count "$line")"; done >> "$new"
[ "$update" ] && { cp "$new" "$file"; echo "speed: $file written"; exit 0; }
awk -F '\t' 'FNR == 1 { next } NR == FNR { was[$1] = $2; next }
    !($1 in was) || !($2 > 0) { printf "not ok: speed: %s: %s instructions, nothing to compare with\n", $1, $2; bad++; next }
    { n++; ratio = $2 / was[$1] }
    ratio > 1.05 { printf "not ok: speed: %s takes %.1f million instructions, %.1f %% more than %.1f\n", $1, $2 / 1e6, 100 * (ratio - 1), was[$1] / 1e6; bad++ }
    ratio < 0.95 { printf "speed: %s takes %.1f %% less: sh bench/counts.sh -u build/release\n", $1, 100 * (1 - ratio) }
    END { printf "speed: %d jobs, %d dearer\n", n, bad; exit bad > 0 }' "$file" "$new"
