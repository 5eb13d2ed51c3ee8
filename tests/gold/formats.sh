#!/bin/sh
# Every table in every form, read back by other programs: tests/gold/formats.sh build/release/siasat
# Needs python3, for workbooks its openpyxl; without them it says 'skipped'.
cd "$(dirname "$0")/../.." || exit 2
SIASAT=${1:-build/release/siasat}
SIASAT_DATA=$PWD; LC_ALL=C.UTF-8; export SIASAT_DATA LC_ALL
for python in python3 /usr/bin/python3; do
    command -v $python > /dev/null && $python -c 'import openpyxl' 2> /dev/null && exec $python tests/gold/formats.py "$SIASAT"
done
command -v python3 > /dev/null || { echo 'formats: skipped: python3 is not installed'; exit 0; }
exec python3 tests/gold/formats.py "$SIASAT"
