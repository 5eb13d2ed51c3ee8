#!/bin/sh
# Scans whose words are known: tests/gold/scans.sh build/release/siasat [all]
# The first page of tests/pdf/skripsi.pdf as a picture, spoilt as scanners spoil it (tests/helper/spoil.c), read by OCR and compared
# with its source, word by word. Under 1 % of the words of a clean page may be wrong, noise must be refused by its page's number, and
# what another program read badly must be said to be a scan's. `all` prints the table of docs/ACCURACY.md.
LC_ALL=C.UTF-8
export LC_ALL
cd "$(dirname "$0")/../.." || exit 2
SIASAT=${1:-build/release/siasat}
export SIASAT_DATA="$PWD"
build=$(dirname "$SIASAT") spoil=$(dirname "$SIASAT")/tests/helper/spoil
[ -x "$build/libexec/siasat/siasat-ocr" ] || { echo "scans: skipped: siasat-ocr is not built here"; exit 0; }
[ -x "$spoil" ] || { echo "scans: skipped: $spoil is not built"; exit 0; }
command -v pdftoppm > /dev/null || { echo "scans: skipped: pdftoppm is not installed (poppler-utils)"; exit 0; }
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
bad=0
complain() { echo "not ok: scans: $*"; bad=1; }

words() { tr -s ' \t\n\f' '\n\n\n\n' | sed '/^$/d'; }

# What stands on the page: the source down to the next page's title. The page's own number is to be set aside.
sed '/^ABSTRAK$/,$d' tests/pdf/skripsi.txt | words > "$tmp/want"

# Words put in, left out or changed: prints how many, and of how many.
errors() {
    awk 'NR == FNR { a[++n] = $0; next } { b[++m] = $0 }
        END {
            for (k = 0; k <= m; k++) row[k] = k
            for (i = 1; i <= n; i++) {
                corner = row[0]; row[0] = i
                for (k = 1; k <= m; k++) {
                    best = corner + (a[i] != b[k])
                    if (row[k] + 1 < best) best = row[k] + 1
                    if (row[k - 1] + 1 < best) best = row[k - 1] + 1
                    corner = row[k]; row[k] = best
                }
            }
            print row[m], n
        }' "$tmp/want" "$1"
}

# scan DPI SPOILING...: makes $tmp/pindai.pdf
scan() {
    pdftoppm -gray -r "$1" -f 1 -l 1 tests/pdf/skripsi.pdf > "$tmp/$1.pgm" && "$spoil" "$@" < "$tmp/$1.pgm" > "$tmp/pindai.pdf"
}

# ocr: $wrong of $all words, $sure percent; or $wrong empty and what was said in $tmp/said
ocr() {
    wrong='' all=''
    "$SIASAT" text --lang en --ocr always "$tmp/pindai.pdf" > "$tmp/text" 2> "$tmp/said"; status=$?
    sure=$(sed -n 's/.*(confidence[^)]*): 1 (\([^-)]*\).*/\1/p' "$tmp/said" | sed 's/ *%//')
    [ $status = 0 ] || return
    words < "$tmp/text" > "$tmp/is"
    read -r wrong all << END
$(errors "$tmp/is")
END
}

share() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.2f", 100 * a / b }'; }

row() {
    how=$1; shift
    scan "$@"; ocr
    if [ "$wrong" ]; then echo "| $1 | $how | $sure | $(share "$wrong" "$all") % |"
    else echo "| $1 | $how | $sure | refused |"; fi
}

if [ "$2" = all ]; then
    echo "| dpi | page | confidence | words wrong, of $(wc -l < "$tmp/want") |"
    echo "| --- | --- | --- | --- |"
    row clean 300
    row clean 200
    row clean 150
    row clean 100
    row 'tilted 0.34°, blurred, noise ±15' 300 tilt=0.34 blur=1 noise=15
    row 'tilted 0.34°, blurred, noise ±15' 200 tilt=0.34 blur=1 noise=15
    row 'tilted 1.5°' 300 tilt=1.5
    row 'noise ±40' 300 noise=40
    row 'noise ±40' 150 noise=40
    row '2 % of the pixels black or white' 300 speck=2
    row 'noise ±120' 75 noise=120
    exit 0
fi

scan 300; ocr
if [ "$wrong" ] && [ $((wrong * 100)) -lt "$all" ]; then echo "scans: 300 dpi, clean: $wrong of $all words wrong, confidence $sure"
else complain "300 dpi, clean: ${wrong:-all} of $all words wrong: $(cat "$tmp/said")"; fi

scan 75 noise=120; ocr
if [ ! "$wrong" ] && [ $status = 1 ] && [ ! -s "$tmp/text" ] && grep -q 'cannot be read by OCR.*: 1 (' "$tmp/said"; then echo "scans: noise: refused by its page"
else complain "noise is not refused by its page: exit $status, $(cat "$tmp/said")"; fi

# The layer of a poor old program over the same page.
sed '/^ABSTRAK$/,$d; s/m/rn/g; s/k/lc/g; s/a\([tn]\)/o\1/g' tests/pdf/skripsi.txt | fold -s -w 80 > "$tmp/layer"
scan 75 layer="$tmp/layer"
"$SIASAT" text --lang en "$tmp/pindai.pdf" > "$tmp/text" 2> "$tmp/said"
if grep -q 'another program has read.*1/1' "$tmp/said" && grep -q 'PENGANTAR' "$tmp/text"; then echo "scans: an old OCR layer: read, and said to be one"
else complain "an old OCR layer is not told of: $(cat "$tmp/said")"; fi
exit $bad
