#!/bin/sh
# One thesis in every format against its reading text, word for word: tests/gold/documents.sh build/release/siasat
# tests/documents/ is made by tools/make_documents.py.
LC_ALL=C.UTF-8
export LC_ALL
cd "$(dirname "$0")/../.." || exit 2
SIASAT=${1:-build/release/siasat}
export SIASAT_DATA="$PWD"
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
docs=tests/documents bad=0

words() { tr -s ' \t\n' '\n\n\n' | sed '/^$/d'; }

# The source as a producer can write it. notes: where it puts them (here, chapter, end); numbers: those of lists (all, dot: 1) becomes 1.,
# none); box: 1 if it knows text boxes.
source_text() {
    awk -v notes="$1" -v numbers="$2" -v box="$3" '
        function flush() { printf "%s", late; late = ""; if (notes == "each") n = 0 }
        /^#/ || /^G/ || !NF { next }
        {
            kind = $1; sub(/^[^ ]* /, "")
            gsub(/\{-[^}]*-\} ?|\{![^}]*!\}/, ""); gsub(/\{\+|\+\}/, "")
        }
        kind == "H1" && notes ~ /chapter|each/ { flush() }
        kind == "F" { line = ++n " " $0 "\n"; if (notes == "here") printf "%s", line; else late = late line; next }
        kind == "X" && !box { next }
        kind == "C" { gsub(/\|/, " ") }
        kind ~ /^L/ {
            if (numbers == "dot") sub(/^1\)/, "1."); if (numbers == "dot") sub(/^2\)/, "2.")
            if (numbers == "none") sub(/^[^|]*\|/, ""); else sub(/\|/, " ")
        }
        { print }
        END { flush() }' "$docs/skripsi.src"
}
expected() {
    case $1 in
    skripsi.docx|skripsi.odt) source_text here all 1 ;;
    pandoc.docx|pandoc.odt)   source_text here all 0 ;;
    *.html)                   source_text end dot 0 ;;
    skripsi.epub)             source_text chapter none 0 ;;  # LibreOffice writes no list numbers into it
    skripsi.md)               source_text end all 0 | sed 's/^•/-/' ;;
    pandoc.epub)              source_text each dot 0 ;;      # each chapter counts its notes
    esac
}

# The words, one a line, must be the same ones in the same order.
for f in "$docs"/skripsi.docx "$docs"/skripsi.odt "$docs"/skripsi.epub "$docs"/skripsi.html "$docs"/skripsi.md "$docs"/pandoc.*; do
    name=${f##*/}
    expected "$name" | words > "$tmp/want"
    "$SIASAT" text --quiet "$f" | words > "$tmp/is" || bad=1
    if cmp -s "$tmp/want" "$tmp/is"; then echo "documents: $name: $(wc -l < "$tmp/want") words, none wrong"
    else
        echo "not ok: documents: $name: words differ from the source's:"
        diff "$tmp/want" "$tmp/is" | head -10
        bad=1
    fi
done
# Old formats, by catdoc where that is installed: it knows no notes and numbers, but of the paragraphs most must be whole.
for f in doc rtf; do
    if [ ! -x /usr/bin/catdoc ]; then echo "documents: skripsi.$f: skipped, no catdoc"; continue; fi
    "$SIASAT" text --quiet "$docs/skripsi.$f" | sed 's/^[ \t]*//' > "$tmp/is" || bad=1
    grep '^P [^{]*$' "$docs/skripsi.src" | cut -c3- > "$tmp/want"
    whole=$(grep -cxFf "$tmp/is" "$tmp/want") all=$(wc -l < "$tmp/want")
    if [ $((whole * 100)) -ge $((all * 85)) ]; then echo "documents: skripsi.$f: $whole of $all paragraphs whole, by catdoc"
    else echo "not ok: documents: skripsi.$f: $whole of $all paragraphs whole, by catdoc"; bad=1; fi
done
source_text here all 1 | words > "$tmp/want"
"$SIASAT" text --marks "$docs/skripsi.txt" | sed -n 's/^|//p' | cmp -s "$docs/skripsi.txt" - || { echo "not ok: documents: skripsi.txt without its marks is not skripsi.txt"; bad=1; }
words < "$docs/skripsi.txt" | cmp -s "$tmp/want" - || { echo "not ok: documents: skripsi.txt is not made from skripsi.src"; bad=1; }

# Whatever a command says of the text, it says of the file; pages apart, which the text has not, and the hits' ids.
plain() { sed 's/skripsi\.[a-z]*/skripsi/g' | cut -f"$1"; }
for row in 'tag 2-4,7-99' 'freq 1-99' 'cooc 1-99' 'outline 1-5,8-99' 'tokens 1-2,4-99'; do
    verb=${row% *} columns=${row#* }
    "$SIASAT" "$verb" --quiet --format tsv "$docs/skripsi.txt" | plain "$columns" > "$tmp/want"
    differs=
    for f in docx odt; do
        "$SIASAT" "$verb" --quiet --format tsv "$docs/skripsi.$f" | plain "$columns" > "$tmp/is"
        cmp -s "$tmp/want" "$tmp/is" && continue
        echo "not ok: documents: $verb differs between skripsi.$f and skripsi.txt:"
        diff "$tmp/want" "$tmp/is" | head -6
        bad=1 differs=$f
    done
    [ "$differs" ] || echo "documents: $verb: $(wc -l < "$tmp/want") rows, the same from DOCX, ODT and text"
done
exit $bad
