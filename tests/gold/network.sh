#!/bin/sh
# The networks of `siasat cooc` and `siasat network`, read by other programs: tests/gold/network.sh build/release/siasat
LC_ALL=C.UTF-8
export LC_ALL
cd "$(dirname "$0")/../.." || exit 2
SIASAT=${1:-build/release/siasat}
export SIASAT_DATA="$PWD"
[ -x "${SIASAT%/*}/libexec/siasat/siasat-network" ] || { echo 'network: skipped, siasat-network is not built (libigraph-dev)'; exit 0; }
for python in python3 /usr/bin/python3 ''; do
    "$python" -c 'import networkx' 2> /dev/null && break
done
[ "$python" ] || { echo 'network: skipped, python3-networkx is not installed'; exit 0; }
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
"$python" tests/gold/network.py "$SIASAT" "$tmp" corpora/kampanye
bad=$?
# Where the helper program is not installed, the package to install is named.
cp "$SIASAT" "$tmp/siasat" && mkdir "$tmp/teks" && echo 'Caleg dan relawan.' > "$tmp/teks/satu.txt"
said=$("$tmp/siasat" network --lang en "$tmp/teks" 2>&1 > "$tmp/out")
case $? in 0) echo 'not ok: network: no error without the helper program'; bad=1 ;; esac
case $said in *siasat-network*libigraph3*) ;; *) echo "not ok: network: without the helper program: $said"; bad=1 ;; esac
exit $bad
