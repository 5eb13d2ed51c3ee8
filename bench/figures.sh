#!/bin/sh
# The figures that bench/plan.sh reckons with, measured here: processor seconds on one core, the least of three runs.
#   figures.sh BUILD [PDF...]      without files: the test PDFs
b=$(cd "$1" && pwd) || exit 1; shift
cd "$(dirname "$0")/.." || exit 1
[ $# -gt 0 ] || set -- tests/pdf/skripsi.pdf tests/pdf/kolom.pdf tests/pdf/groff.pdf
command -v bash > /dev/null && command -v pdfinfo > /dev/null || { echo 'skipped: bash or pdfinfo is not installed'; exit 0; }
[ -x "$b/bench/gencorpus" ] || { echo "skipped: make bench builds $b/bench/gencorpus"; exit 0; }
SIASAT_DATA=$(pwd) LC_ALL=C; export SIASAT_DATA LC_ALL
dir=$(mktemp -d) && trap 'rm -rf "$dir"' EXIT && trap 'exit 1' INT TERM HUP
siasat=$b/siasat
spent() { for r in 1 2 3; do bash -c 'TIMEFORMAT="%U %S"; time "$@" > /dev/null 2>&1' - "$@" 2>&1 | tail -n 1 | awk '{ print $1 + $2 }'; done | sort -n | head -n 1; }
over() { awk "BEGIN { printf \"%.${2:-3}g\", $1 }"; }
bytes() { cat "$@" | wc -c; }

# PDFs: what a document costs before its first page, from the shortest, and each page from all.
pages=0; for f; do pages=$((pages + $(pdfinfo "$f" | awk '$1 == "Pages:" { print $2 }'))); done
start=$(spent "$siasat" docs -q -j 1 tests/pdf/groff.pdf)
echo "pdf_start_s=$start"
echo "pdf_page_s=$(over "($(spent "$siasat" docs -q -j 1 "$@") - $start) / $pages")"

# Text: theses of three chapters, in four shards.
"$b/bench/gencorpus" 1 24 "$dir/gen" < bench/fixed/kode.tsv
k=0; for f in "$dir"/gen/*; do mkdir -p "$dir/lib/$((k / 3))"; mv "$f" "$dir/lib/$((k / 3))/bab$((k % 3 + 3)).txt"; k=$((k + 1)); done
text=$(bytes "$dir"/lib/*/*)
part() { "$siasat" partial -q -j 1 "$@" "$dir/lib"; }
echo "text_mb_s=$(over "$text / 1e6 / $(spent "$siasat" partial -q -j 1 "$dir/lib")")"
for n in 1 2 3 4; do part --shard $n/4 -o "$dir/$n.part"; part --shard $n/4 --table freq:word --table freq:term --table cooc:term -o "$dir/$n.few"; done
all=$(bytes "$dir"/?.part)
echo "partial_per_text=$(over "$all / $text")"
echo "few_per_text=$(over "$(bytes "$dir"/?.few) / $text")"
echo "merge_mb_s=$(over "$all / 1e6 / $(spent "$siasat" merge -q -o "$dir/all" "$dir/1.part" "$dir/2.part" "$dir/3.part" "$dir/4.part")")"

# Memory: what a shard of a quarter and one of all take.
peak() { "$b/bench/measure" 1 1 x "$1" | awk '$1 == "x" { print $6 }'; }
small=$(peak "$siasat partial -q -j 1 --shard 1/4 $dir/lib") large=$(peak "$siasat partial -q -j 1 $dir/lib")
echo "memory_mb_per_text_mb=$(over "($large - $small) / ($text * 0.75 / 1e6)")"

# Listing: each shard looks at all inputs' names and sizes.
i=0; while [ $((i += 1)) -le 100 ]; do mkdir -p "$dir/list/$i"; (cd "$dir/list/$i" && seq -f '%g.txt' 200 | xargs touch); done
echo "list_s_per_million=$(over "$(spent "$siasat" partial -q -j 1 --shard 20000/20000 "$dir/list/" ) * 50")"
