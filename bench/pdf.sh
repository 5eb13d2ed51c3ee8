#!/bin/sh
# Text of 200 PDFs: siasat-pdf beside pdftotext -raw, a process each, and siasat as a whole; in turns, processor seconds.
#   bench/pdf.sh BUILD [PDF...]      without files: the test PDFs, over and over
b=$1; shift
[ $# -gt 0 ] || set -- tests/pdf/skripsi.pdf tests/pdf/kolom.pdf tests/pdf/groff.pdf
command -v pdftotext > /dev/null || { echo 'skipped: no pdftotext (poppler-utils)'; exit 0; }
[ -x "$b/libexec/siasat/siasat-pdf" ] || { echo 'skipped: siasat-pdf is not built'; exit 0; }
dir=$(mktemp -d) && trap 'rm -rf "$dir"' EXIT && trap 'exit 1' INT TERM HUP
n=0
while [ "$n" -lt 200 ]; do
    for f; do
        [ "$n" -lt 200 ] || break
        n=$((n + 1)); cp "$f" "$dir/$n.pdf"
    done
done

# Processor seconds of what is run below, children and all.
spent() { LC_ALL=C bash -c 'TIMEFORMAT="%U %S"; time "$@" > /dev/null' - "$@" 2>&1 | tail -n 1 | awk '{ printf "%.2f", $1 + $2 }'; }
export b dir
ours='for f in "$dir"/*.pdf; do "$b/libexec/siasat/siasat-pdf" < "$f" | cat; done'
theirs='for f in "$dir"/*.pdf; do pdftotext -raw "$f" - | cat; done'
echo "round  pdftotext -raw  siasat-pdf  ratio  siasat docs -j1"
for round in 1 2 3; do
    t=$(spent sh -c "$theirs"); o=$(spent sh -c "$ours"); all=$(spent "$b/siasat" docs -j 1 -q "$dir")
    echo "$round $t $o $all" | awk '{ printf "%5d  %14.2f  %10.2f  %5.2f  %15.2f\n", $1, $2, $3, $3 / $2, $4 }'
done
