#!/bin/sh
# Documents that were never meant to be read: each ends in a named error, within the limits, and the others are read all the same.
#   tests/gold/hostile.sh build/release/siasat     tests/documents/hostile/ is made by tools/make_hostile.py
LC_ALL=C.UTF-8
export LC_ALL
cd "$(dirname "$0")/../.." || exit 2
SIASAT=${1:-build/release/siasat}
export SIASAT_DATA="$PWD"
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
docs=tests/documents bad=0 runs=0 slowest=0
complain() { echo "not ok: hostile: $*"; bad=1; }

# try FILE ERROR: ERROR must be part of what is said, exit 1; empty: it is read, exit 0; 'any': one or the other.
try() {
    runs=$((runs + 1))
    began=$(date +%s)
    "$SIASAT" text --quiet --lang en "$1" > "$tmp/out" 2> "$tmp/said"; status=$?
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

# Cut short, and with bytes changed: by a generator of our own, so that every run sees the same ones.
for f in "$docs/skripsi.docx" "$docs/skripsi.odt" "$docs/skripsi.epub" "$docs/pandoc.html" "$docs/skripsi.md" "$docs/skripsi.doc" "$docs/skripsi.rtf"; do
    size=$(wc -c < "$f")
    for part in 1 3 5 7 9; do head -c $((size * part / 10)) "$f" > "$tmp/cut"; try "$tmp/cut" any; done
    for seed in 1 2 3 4 5 6; do
        {
            head -c $((size * seed / 7)) "$f"
            awk -v s="$seed" 'BEGIN { for (i = 0; i < 40; i++) { s = (s * 1103515245 + 12345) % 2147483648; printf "%c", 33 + s % 90 } }'
            tail -c +$((size * seed / 7 + 41)) "$f"
        } > "$tmp/changed"
        try "$tmp/changed" any
    done
done

# One bad document is named and the others are counted.
"$SIASAT" docs --quiet --lang en "$docs/hostile/bomb.docx" "$docs/skripsi.docx" > "$tmp/out" 2> "$tmp/said"; status=$?
[ $status = 1 ] && grep -q 'skripsi.docx.*794' "$tmp/out" && grep -q bomb.docx "$tmp/said" || complain "the rest does not go on: exit $status"
echo "hostile: $runs documents, slowest $slowest s"
exit $bad
