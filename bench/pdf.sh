#!/bin/sh
# 200 documents beside other programs, in turns, processor seconds: PDFs by pdftotext -raw, by siasat-pdf (a start for each, as they have)
# and by siasat as a whole; then DOCX by docx2txt and by siasat.
#   bench/pdf.sh BUILD [PDF...]      without files: the test PDFs, over and over
b=$1; shift
[ $# -gt 0 ] || set -- tests/pdf/skripsi.pdf tests/pdf/kolom.pdf tests/pdf/groff.pdf
dir=$(mktemp -d) && trap 'rm -rf "$dir"' EXIT && trap 'exit 1' INT TERM HUP
mkdir "$dir/pdf" "$dir/docx"

# fill FOLDER FILE...: 200 of them, over and over.
fill() {
    to=$1; shift
    n=0
    while [ "$n" -lt 200 ]; do
        for f; do
            [ "$n" -lt 200 ] || break
            n=$((n + 1)); cp "$f" "$dir/$to/$n.$to"
        done
    done
}
fill pdf "$@"
fill docx tests/documents/skripsi.docx tests/documents/pandoc.docx

# Processor seconds of what is run below, children and all.
spent() { LC_ALL=C bash -c 'TIMEFORMAT="%U %S"; time "$@" > /dev/null' - "$@" 2>&1 | tail -n 1 | awk '{ printf "%.2f", $1 + $2 }'; }
# each COMMAND: with each of the files in turn.
each() { printf 'for f in "$dir"/%s/*; do %s | cat; done' "$1" "$2"; }
export b dir
if ! command -v pdftotext > /dev/null; then echo 'PDF: skipped: no pdftotext (poppler-utils)'
elif [ ! -x "$b/libexec/siasat/siasat-pdf" ]; then echo 'PDF: skipped: siasat-pdf is not built'
else
    echo "round  pdftotext -raw  siasat-pdf  ratio  siasat docs -j1  ratio"
    for round in 1 2 3; do
        t=$(spent sh -c "$(each pdf 'pdftotext -raw "$f" -')"); o=$(spent sh -c "$(each pdf '"$b/libexec/siasat/siasat-pdf" < "$f"')")
        all=$(spent "$b/siasat" docs -j 1 -q "$dir/pdf")
        echo "$round $t $o $all" | awk '{ printf "%5d  %14.2f  %10.2f  %5.2f  %15.2f  %5.2f\n", $1, $2, $3, $3 / $2, $4, $4 / $2 }'
    done
fi
if ! command -v docx2txt > /dev/null; then echo 'DOCX: skipped: no docx2txt'
else
    echo "round  docx2txt  siasat docs -j1  ratio"
    for round in 1 2 3; do
        t=$(spent sh -c "$(each docx 'docx2txt "$f" -')"); all=$(spent "$b/siasat" docs -j 1 -q "$dir/docx")
        echo "$round $t $all" | awk '{ printf "%5d  %8.2f  %15.2f  %5.2f\n", $1, $2, $3, $3 / $2 }'
    done
fi
