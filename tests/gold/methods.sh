#!/bin/sh
# docs/METHODS.md describes the measures as the program's own table has them: methods.sh [-u] build/release/siasat
# -u writes that part of the page anew.
update=; [ "$1" = -u ] && { update=1; shift; }
cd "$(dirname "$0")/../.." || exit 2
page=docs/METHODS.md
tmp=$(mktemp) || exit 2
trap 'rm -f "$tmp"' EXIT
{
    sed '/^<!-- measures: from the table/q' $page
    "${1:-build/release/siasat}" help --methods
    sed -n '/^<!-- end of measures/,$p' $page
} > "$tmp"
if cmp -s $page "$tmp"; then echo 'methods: the page is that of the table'; exit 0; fi
if [ "$update" ]; then cp "$tmp" $page; echo "rewrote $page"; exit 0; fi
echo 'not ok: docs/METHODS.md is not what the table of measures says (make bless)'
diff "$page" "$tmp" | head -20
exit 1
