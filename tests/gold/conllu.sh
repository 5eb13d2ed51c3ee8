#!/bin/sh
# CoNLL-U and vertical text of the shipped corpora and of odd texts against the formats' rules: tests/gold/conllu.sh SIASAT
# Needs python3 (conllu.py holds the rules), and for XML's rules xmllint; without them it says 'skipped'.
cd "$(dirname "$0")/../.." || exit 2
SIASAT=${1:-build/release/siasat}
SIASAT_DATA=$PWD; export SIASAT_DATA
command -v python3 > /dev/null || { echo 'conllu: skipped: python3 is not installed'; exit 0; }
python3 tests/gold/conllu.py "$SIASAT" corpora || exit 1
command -v xmllint > /dev/null || { echo 'conllu: skipped: xmllint is not installed'; exit 0; }
tmp=$(mktemp) || exit 2
trap 'rm -f "$tmp"' EXIT
"$SIASAT" tokens -q -f vrt corpora > "$tmp" && xmllint --noout "$tmp" || { echo 'not ok: conllu: xmllint refuses the vertical text'; exit 1; }
