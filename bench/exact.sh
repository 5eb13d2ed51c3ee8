#!/bin/sh
# make check-speed: both engines find the same in generated chapters, every overlapping hit told: a codebook of words and rules,
# and one of 300 regexes, each in the same bytes from the fast engine and the reference.
#   exact.sh BUILD [MEGABYTES]
b=$(cd "$1" && pwd) || exit 1
megabytes=${2:-10}
cd "$(dirname "$0")/.." || exit 1
SIASAT_DATA=$(pwd); LC_ALL=C; export SIASAT_DATA LC_ALL
work=$b/exact
rm -rf "$work"; mkdir -p "$work" && "$b/bench/gencorpus" 1 "$megabytes" "$work/bab" < bench/fixed/kode.tsv || exit 1
awk -v n=3000 -v step=10 -v form=codebook -f bench/patterns.awk "$work"/bab/* > "$work/regexes.tsv"
tag() { "$b/siasat" tag -q --all --policy all -c "$1" --engine "$2" "$work/bab"; }
bad=0
for book in bench/fixed/kode.tsv "$work/regexes.tsv"; do
    tag "$book" fast > "$work/fast" && tag "$book" reference > "$work/reference" || exit 1
    hits=$(($(wc -l < "$work/fast") - 1))
    if [ $hits -gt 100 ] && cmp -s "$work/fast" "$work/reference"; then
        echo "exact: $(basename "$book"): $hits hits in $megabytes MB, the same by both engines"
    else
        echo "not ok: exact: $(basename "$book"): the engines differ, or find hardly anything ($hits hits):"
        diff "$work/fast" "$work/reference" | head -5; bad=1
    fi
done
rm -rf "$work"
exit $bad
