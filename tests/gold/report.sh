#!/bin/sh
# A report's workbook holds what its folder holds, cell by cell, and the folder what its datapackage.json says: report.sh build/release/siasat
# Read back by openpyxl, where it is installed; a second argument names other strings. Terms, names and texts are strings that break careless programs.
siasat=${1:-build/release/siasat}
here=$(cd "$(dirname "$0")" && pwd)
strings=${2:-$here/naughty.txt}                              # a line each
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
python=
for p in python3 /usr/bin/python3; do "$p" -c 'import openpyxl' 2> /dev/null && python=$p && break; done
mkdir "$tmp/teks"
{
    printf 'BAB I PENDAHULUAN\n\n'
    awk '{ printf "Naskah %d memuat kata kunci%d di sini: %s\n\n", NR, NR, $0 }' "$strings"
} > "$tmp/teks/bab=1+1.txt"
{
    printf 'category\tterm\tlabel\tpattern\n'
    awk '{ s = $0; gsub(/"/, "\"\"", s); printf "NAS\tN-%03d\t\"%s\"\tkunci%d\n", NR, s, NR }' "$strings"
} > "$tmp/nakal.tsv"
for lang in id en; do
    "$siasat" report -q --lang $lang -c "$tmp/nakal.tsv" "$tmp/teks" corpora -o "$tmp/$lang.xlsx" || { echo "not ok: report $lang"; exit 1; }
    "$siasat" report -q --lang $lang -c "$tmp/nakal.tsv" "$tmp/teks" corpora -o "$tmp/$lang" || { echo "not ok: report $lang"; exit 1; }
done
"$siasat" report -q --lang id -j 1 -c "$tmp/nakal.tsv" "$tmp/teks" corpora -o "$tmp/lagi.xlsx"
cmp "$tmp/id.xlsx" "$tmp/lagi.xlsx" || { echo 'not ok: the same report twice is not the same bytes'; exit 1; }
"${python:-python3}" "$here/package.py" "$tmp/id" "$strings" || exit 1
[ "$python" ] || { echo 'report: the workbook: skipped: python3-openpyxl is not installed'; exit 0; }
for lang in id en; do "$python" -W ignore "$here/workbook.py" "$tmp/$lang.xlsx" "$tmp/$lang" || exit 1; done
