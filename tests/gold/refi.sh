#!/bin/sh
# The shipped codebook as a REFI-QDA codebook against that standard's schema: tests/gold/refi.sh build/release/siasat
# Needs xmllint and the schema (SIASAT_SHARED, default ../shared); without them it says 'skipped'.
cd "$(dirname "$0")/../.." || exit 2
SIASAT=${1:-build/release/siasat}
schema=${SIASAT_SHARED:-../shared}/schemas/refi-qda-codebook.xsd
command -v xmllint > /dev/null && [ -f "$schema" ] || { echo "refi: skipped, no xmllint or no $schema"; exit 0; }
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
SIASAT_DATA=$PWD "$SIASAT" codebook convert --quiet kampanye "$tmp/kampanye.qdc" > /dev/null || exit 1
if xmllint --noout --schema "$schema" "$tmp/kampanye.qdc" 2> "$tmp/said"; then echo 'refi: kampanye.qdc is valid'
else head -5 "$tmp/said"; echo 'not ok: refi: kampanye.qdc is not valid'; exit 1; fi
