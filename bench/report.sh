#!/bin/sh
# A report on a hundred thousand hits, copies of the shipped corpus, a line of its own in each: how long the workbook and the web page take,
# how big they are, and how soon the page stands in a browser. Three rounds, medians, by the clock: on a machine that does nothing else.
#   bench/report.sh BUILD
b=$(cd "$1" && pwd) || exit 1
cd "$(dirname "$0")/.." || exit 1
SIASAT_DATA=$(pwd); LC_ALL=C.UTF-8; export SIASAT_DATA LC_ALL
dir=$(mktemp -d) && trap 'rm -rf "$dir"' EXIT && trap 'exit 1' INT TERM HUP
copy=0
while [ $copy -lt 280 ]; do
    copy=$((copy + 1)); mkdir "$dir/$copy"
    for f in corpora/kampanye/*/*.txt; do { cat "$f"; printf '\n\nSalinan ke-%d.\n' $copy; } > "$dir/$copy/$(basename "$f")"; done
done
echo "hits: $(($("$b/siasat" tag -q "$dir" | wc -l) - 1))"

seconds() { bash -c 'TIMEFORMAT=%R; time "$@" > /dev/null' - "$@" 2>&1 | tail -n 1; }
median() { for round in 1 2 3; do "$@"; done | sort -n | sed -n 2p; }
for form in xlsx html; do
    t=$(median seconds "$b/siasat" report -q --lang id "$dir" -o "$dir/laporan.$form")
    echo "$form: $t s, $(du -k "$dir/laporan.$form" | cut -f 1) KiB"
done

command -v node > /dev/null && command -v chromium > /dev/null && [ -d tests/browser/node_modules/playwright-core ] ||
    { echo 'page: skipped: no node, chromium or playwright-core (cd tests/browser && npm ci --ignore-scripts)'; exit 0; }
cat > "$dir/open.js" <<'JS'
// From the request to what can be read: the load event, and a frame drawn after it.
const { chromium } = require(process.argv[2] + "/tests/browser/node_modules/playwright-core");
(async () => {
    const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
    const page = await browser.newPage();
    const from = process.hrtime.bigint();
    await page.goto("file://" + process.argv[3]);
    await page.evaluate(() => new Promise(done => requestAnimationFrame(() => setTimeout(done, 0))));
    console.log((Number(process.hrtime.bigint() - from) / 1e9).toFixed(2));
    await browser.close();
})();
JS
echo "page: open after $(median node "$dir/open.js" "$PWD" "$dir/laporan.html") s"
