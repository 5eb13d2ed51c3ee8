/* The first view: what was read, what was found, where to go on. */
const TOP = 12;

function lede() {
    const words = [...rowsOf("docs")].reduce((n, get) => n + (+get("words") || 0), 0), used = new Set(hits.map(h => h.term));
    const used_categories = new Set([...used].map(t => terms.get(t).category));
    return say("lede", counts.format(sheets.has("docs") ? sheets.get("docs").all : documents.size), counts.format(words), counts.format(hitsInAll), counts.format(used.size), counts.format(used_categories.size));
}
function topTerms() {
    const list = [...terms.values()].filter(t => t.count).sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1)).slice(0, TOP), most = list[0].count;
    return el("section", {}, el("h3", {}, say("top_terms")), el("p", { class: "note" }, say("top_note")),
        el("table", { class: "bars" }, el("tbody", {}, list.map(t => {
            const bar = el("span", { class: "bar", "aria-hidden": "true" });
            bar.style.setProperty("--share", t.count / most);
            return el("tr", {}, el("th", { scope: "row" }, t.label || t.id), el("td", { class: "drawn" }, bar), el("td", { class: "number" }, el("a", { href: address("evidence", { what: t.id }) }, counts.format(t.count))));
        }))));
}
function drawOverview(into) {
    if (hits.length) into.append(el("p", { class: "lede" }, lede()));
    if (hits.length) into.append(topTerms());
    if (sheets.has("summary")) into.append(el("h3", {}, capital(sheets.get("summary").title)), tableView(sheets.get("summary")));
    into.append(el("section", {}, el("h3", {}, say("tables")), el("ul", { class: "entries" }, views.filter(v => v.id !== "overview").map(v =>
        el("li", {}, el("a", { href: "#" + v.id }, v.title), v.sheet ? el("span", {}, " " + say("rows", counts.format(v.sheet.all))) : "")))));
}

/* A table whose cells are paragraphs, such as how it was done. */
function drawProse(into, sheet) {
    const i = sheet.at.text;
    into.append(el("div", { class: "prose" }, sheet.rows.map(r => [sheet.at.title !== undefined && r[sheet.at.title] ? el("h3", {}, r[sheet.at.title]) : "", el("p", {}, r[i])])));
}
