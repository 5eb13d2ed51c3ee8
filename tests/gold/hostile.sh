#!/bin/sh
# Documents that were never meant to be read: each ends in a named error, within the limits, and the others are read all the same.
#   tests/gold/hostile.sh build/release/siasat     tests/documents/hostile/ is made by tools/make_hostile.py, tests/pdf/hostile/ by
#   tools/make_hostile_pdf.py
LC_ALL=C.UTF-8
export LC_ALL
cd "$(dirname "$0")/../.." || exit 2
SIASAT=${1:-build/release/siasat}
export SIASAT_DATA="$PWD"
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
docs=tests/documents bad=0 runs=0 slowest=0
complain() { echo "not ok: hostile: $*"; bad=1; }

# Under a sanitizer there is no limit of memory.
case $SIASAT in *asan*|*tsan*) unlimited=1 ;; *) unlimited= ;; esac
ocr=never

# try FILE ERROR: ERROR must be part of what is said, exit 1; empty: it is read, exit 0; 'any': one or the other.
try() {
    runs=$((runs + 1))
    began=$(date +%s)
    "$SIASAT" text --quiet --lang en --ocr $ocr "$1" > "$tmp/out" 2> "$tmp/said"; status=$?
    took=$(($(date +%s) - began))
    [ $took -le $slowest ] || slowest=$took
    [ $took -le 20 ] || complain "$1 took $took s"
    case $2 in
    '')  [ $status = 0 ] || complain "$1: exit $status: $(head -c 300 "$tmp/said")" ;;
    any) [ $status -le 1 ] || complain "$1: exit $status: $(head -c 300 "$tmp/said")"
         [ $status = 0 ] || [ "$(wc -l < "$tmp/said")" = 1 ] || complain "$1: no error of one line: $(head -c 300 "$tmp/said")" ;;
    *)   [ $status = 1 ] && grep -qF -- "$2" "$tmp/said" || complain "$1: exit $status, '$2' wanted: $(head -c 300 "$tmp/said")" ;;
    esac
    grep -q 'broke down' "$tmp/said" && complain "$1: the helper crashed: $(head -c 300 "$tmp/said")"
    grep -q 'root:' "$tmp/out" && complain "$1: another file's words came out"
}

while IFS='	' read -r name error; do try "$docs/hostile/$name" "$error"; done < "$docs/hostile/expected.tsv"
if [ -x "$(dirname "$SIASAT")/libexec/siasat/siasat-pdf" ]; then
    while IFS='	' read -r name error; do
        [ "$unlimited$error" = '1more memory' ] || try "tests/pdf/hostile/$name" "$error"
    done < tests/pdf/hostile/expected.tsv
else echo 'hostile: PDFs: skipped, siasat-pdf is not built'
fi
[ ! -e /tmp/siasat-was-here ] || complain 'a member was written'

# Web pages of one line: nested 200,000 deep, 20,000 attributes, a comment and a tag that never end.
{ printf '<html>'; yes '<div>' | head -n 200000 | tr -d '\n'; } > "$tmp/deep.html"; try "$tmp/deep.html" 'deeper than 1000'
{ printf '<html><p '; awk 'BEGIN { for (i = 0; i < 20000; i++) printf "a%d=x ", i }'; printf '>Partai'; } > "$tmp/attributes.html"; try "$tmp/attributes.html" any
{ printf '<html><p>Partai<!--'; yes 'a-' | head -n 200000; } > "$tmp/comment.html"; try "$tmp/comment.html" any
{ printf '<html><p '; yes 'a<' | head -n 200000; } > "$tmp/open.html"; try "$tmp/open.html" any
printf '<!DOCTYPE html [<!ENTITY e SYSTEM "file:///etc/passwd">]><html><p>Partai &e;' > "$tmp/xxe.html"; try "$tmp/xxe.html" ''
printf '<html><p>Partai</p><img src="http://127.0.0.1:9/a"><iframe src="file:///etc/passwd"></iframe>' > "$tmp/fetch.html"; try "$tmp/fetch.html" ''

for c in '[^' '<!--' '![' '](' '* ' '> ' '|' '- '; do
    { printf '# a\n\nb\n\n# c\n\n'; yes -- "$c" | head -n 100000 | tr -d '\n'; } > "$tmp/marks.md"; try "$tmp/marks.md" any
done

# Cut short, with bytes changed, and nothing but its first bytes right: by a generator of our own, so that every run sees the same ones.
noise() { LC_ALL=C awk -v s="$1" -v n="$2" 'BEGIN { for (i = 0; i < n; i++) { s = (s * 1103515245 + 12345) % 2147483648; printf "%c", 1 + int(s / 65536) % 255 } }'; }
spoil() {
    f=$1 size=$(wc -c < "$1")
    for part in $2; do head -c $((size * part / 10)) "$f" > "$tmp/cut"; try "$tmp/cut" any; done
    for seed in $3; do
        { head -c $((size * seed / 7)) "$f"; noise "$seed" 40; tail -c +$((size * seed / 7 + 41)) "$f"; } > "$tmp/changed"; try "$tmp/changed" any
    done
    for seed in 1 2; do { head -c 8 "$f"; noise "$seed" 4000; } > "$tmp/random"; try "$tmp/random" any; done
}
printf 'nama,isi\nbudi,"Partai itu menang, kata dia."\nani,Kampanye damai.\n' > "$tmp/rows.csv"
"$SIASAT" freq --quiet --of word -o "$tmp/rows.xlsx" "$docs/skripsi.txt" || complain 'no workbook was made'
for f in "$docs"/skripsi.docx "$docs"/skripsi.odt "$docs"/skripsi.epub "$docs"/pandoc.html "$docs"/skripsi.md "$docs"/skripsi.doc "$docs"/skripsi.rtf \
    "$docs"/map.zip tests/pdf/skripsi.pdf tests/pdf/campuran.pdf "$tmp"/rows.csv "$tmp"/rows.xlsx; do
    spoil "$f" '1 3 5 7 9' '1 2 3 4 5 6'
done
# Pictures; and a PDF of which one page is a scan: that page is told, and read where that is asked for.
if [ "$unlimited" ] || [ ! -x "$(dirname "$SIASAT")/libexec/siasat/siasat-ocr" ]; then
    echo 'hostile: pictures: skipped, there is no siasat-ocr here, or it has a sanitizer and takes minutes'
else
    ocr=auto
    for f in "$docs"/gambar.png "$docs"/gambar.jpg "$docs"/gambar.tiff; do try "$f" ''; spoil "$f" '3 9' '2 5'; done
    ocr=never
    "$SIASAT" text --lang en tests/pdf/campuran.pdf > "$tmp/out" 2> "$tmp/said"
    grep -q 'pages that are pictures.*1/2' "$tmp/said" && ! grep -q PENGANTAR "$tmp/out" || complain "a scanned page is not told: $(cat "$tmp/said")"
    "$SIASAT" text --lang en --ocr auto tests/pdf/campuran.pdf > "$tmp/out" 2> "$tmp/said"
    grep -q 'ke-7' "$tmp/out" && grep -q 'KATA PENGANTAR' "$tmp/out" || complain "text and scan are not both read: $(cat "$tmp/said")"
fi

# All of them in one run, where programs are kept for many documents: each is told as it was alone, and the good ones between them are read as
# if nothing had been.
mkdir "$tmp/all"
n=100
for f in "$docs"/hostile/* tests/pdf/hostile/*; do
    [ "$unlimited" ] && grep -q "^${f##*/}	.*more memory" tests/pdf/hostile/expected.tsv && continue
    n=$((n + 1))
    case $f in *.tsv) ;; *) cp "$f" "$tmp/all/$n-${f##*/}" ;; esac
    [ $((n % 5)) != 0 ] || for f in "$docs/skripsi.docx" "$docs/skripsi.epub" tests/pdf/groff.pdf; do cp "$f" "$tmp/all/$n-${f##*/}"; done
done
for f in "$tmp"/all/*; do "$SIASAT" tokens --format jsonl --quiet --lang en "$f" 2>> "$tmp/alone.said"; done > "$tmp/alone.out"
for j in 1 2; do
    "$SIASAT" tokens --format jsonl --quiet --lang en --threads $j "$tmp"/all/* > "$tmp/out" 2> "$tmp/said"
    cmp -s "$tmp/said" "$tmp/alone.said" || complain "together, $j threads: $(diff "$tmp/said" "$tmp/alone.said" | head -n 5)"
    cmp -s "$tmp/out" "$tmp/alone.out" || complain "together, $j threads: not the same texts come out"
done

# One bad document is named and the others are counted.
"$SIASAT" docs --quiet --lang en "$docs/hostile/bomb.docx" "$docs/skripsi.docx" > "$tmp/out" 2> "$tmp/said"; status=$?
[ $status = 1 ] && grep -q 'skripsi.docx.*794' "$tmp/out" && grep -q bomb.docx "$tmp/said" || complain "the rest does not go on: exit $status"
echo "hostile: $runs documents, slowest $slowest s"
exit $bad
