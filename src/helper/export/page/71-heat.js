/* Categories by chapter as a heat map: numbers, and how far each is from what would be expected. */
const MOST_CHAPTERS = 24, STRONG = 2, FULL = 4;

function groupsOf(sheet) {
    const of = sheet.columns.map((c, i) => ({ name: c.name, title: c.title, i, residual: sheet.at[c.name + " residual"] }))
        .filter(g => sheet.columns[g.i].type === "c" && g.name !== "total");
    for (const g of of) g.sum = sheet.rows.reduce((n, r) => n + (+r[g.i] || 0), 0);
    const kept = new Set([...of].sort((a, b) => b.sum - a.sum || a.i - b.i).slice(0, MOST_CHAPTERS));
    return { all: of.length, shown: of.filter(g => kept.has(g)) };
}

function heatCell(sheet, row, g, most) {
    const n = row[g.i], r = g.residual === undefined ? null : row[g.residual], told = typeof r === "number";
    const sign = told && Math.abs(r) > STRONG ? (r > 0 ? "▲" : "▼") : "";
    const td = el("td", { class: "heat" + (told ? r < 0 ? " fewer" : " over" : " plain"), title: told ? say("residual", reals.format(r)) : null },
        n ? el("a", { href: address("evidence", { what: cell(sheet, row, "item"), chapter: g.name }) }, counts.format(n)) : el("span", { class: "zero" }, "0"),
        el("span", { class: "sign", "aria-hidden": "true" }, sign));
    td.style.setProperty("--depth", told ? Math.min(Math.abs(r) / FULL, 1) : most ? n / most : 0);
    return td;
}

function drawHeat(into) {
    const sheet = sheets.get("chapters"), { all: inAll, shown: groups } = groupsOf(sheet), plain = groups.every(g => g.residual === undefined);
    const most = Math.max(1, ...groups.flatMap(g => sheet.rows.map(r => +r[g.i] || 0)));
    const legend = el("span", { class: "legend" }, el("span", { class: "swatches", "aria-hidden": "true" }, [-1, -0.5, 0, 0.5, 1].map(v => {
        const s = el("span", { class: "heat " + (v < 0 ? "fewer" : "over") });
        s.style.setProperty("--depth", Math.abs(v));
        return s;
    })), " ", say("fewer"), " – ", say("more_than"));
    into.append(el("p", { class: "note" }, plain ? say("heat_note_plain") : [say("heat_note"), legend]),
        el("div", { class: "scroll", role: "region", tabindex: "0", "aria-label": say("heat") }, el("table", { class: "heatmap" },
            el("thead", {}, el("tr", {}, el("th", { scope: "col" }, sheet.columns[sheet.at.label].title), groups.map(g => el("th", { scope: "col", title: g.title }, el("span", { class: "clamp" }, g.title === "-" ? "–" : g.title))), el("th", { scope: "col", class: "number" }, say("total")))),
            el("tbody", {}, sheet.rows.map(row => el("tr", {}, el("th", { scope: "row" }, link(address("evidence", { what: cell(sheet, row, "item") }), cell(sheet, row, "label") || cell(sheet, row, "item"))),
                groups.map(g => heatCell(sheet, row, g, most)), el("td", { class: "number" }, link(address("evidence", { what: cell(sheet, row, "item") }), counts.format(cell(sheet, row, "total") || 0)))))))),
        inAll > groups.length ? el("p", { class: "capped" }, say("heat_capped", groups.length, inAll)) : "", tableView(sheet));
}
