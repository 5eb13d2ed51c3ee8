#!/bin/sh
# Whatever a text says a strategy consists of, and the codebook lacks, discover must offer: in ../shared/seed with a codebook of
# four rows, in corpora with one of a row that finds nothing.
#   discover.sh SIASAT
bin=$1; shared=${SIASAT_SHARED:-../shared}
tmp=$(mktemp -d) && trap 'rm -rf "$tmp"' EXIT
printf 'category\tterm\tpattern\nX\tX-nihil\ttakadadimanapun\n' > "$tmp/nihil.tsv"

# Members that are names: up to six words, no comma, no "yang" or "bahwa"; of strategies alone where $3 says so.
check() {
    "$bin" lists -q -f tsv -c "$1" "$2" | cut -f6,8 | awk -F'\t' -v heads="$3" '
        NR > 1 && tolower($1) ~ heads && split($2, w, " ") <= 6 && $2 !~ /[,;(]| yang | untuk | bahwa |[0-9]|nya( |$)/ { print tolower($2) }' | sort -u > "$tmp/members"
    "$bin" discover -q -f tsv --raw -c "$1" "$2" | cut -f1 | sort -u > "$tmp/items"
    n=$(wc -l < "$tmp/members")
    missing=$(comm -23 "$tmp/members" "$tmp/items")
    [ "$n" -ge "$4" ] && [ -z "$missing" ] && { echo "discover: $2: $n members, all offered"; return 0; }
    echo "not ok: discover: $2: $n members; not offered:"; echo "$missing"
    return 1
}

bad=0
if [ -d "$shared/seed" ]; then check tests/spec/kecil.tsv "$shared/seed" '^strategi (of|def)ensif' 8 || bad=1
else echo 'discover: skipped: the seed'; fi
check "$tmp/nihil.tsv" corpora . 10 || bad=1
exit $bad
