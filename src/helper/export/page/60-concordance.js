/* The concordance: the places behind a number, one a line. */
const LINES_AT_A_TIME = 50, AROUND = 90;

function cutLeft(s) { return s.length <= AROUND ? s : "…" + s.slice(s.length - AROUND).replace(/^\S*\s/, ""); }
function cutRight(s) { return s.length <= AROUND ? s : s.slice(0, AROUND).replace(/\s\S*$/, "") + "…"; }

const hasText = doc => textsHeld.has(doc);
const textsHeld = new Set();
for (const get of rowsOf("text")) textsHeld.add(get("doc"));
const placeInText = (doc, sentence, term) => address("reading", { doc, at: sentence, what: term });

function placeName(h, line) {
    const where = line.page ? (language ? "hlm. " : "p. ") + line.page : say("sentence", h.sentence);
    return el("span", { class: "place" }, hasText(h.doc) ? el("a", { href: placeInText(h.doc, h.sentence, h.term) }, nameOf(h.doc)) : nameOf(h.doc),
        el("small", {}, [line.section, where].filter(Boolean).join(", ")));
}
function lineRow(h, line) {
    return el("tr", {}, el("td", { class: "from" }, placeName(h, line)), el("td", { class: "left" }, cutLeft(line.left)),
        el("td", { class: "match" }, hasText(h.doc) ? el("a", { href: placeInText(h.doc, h.sentence, h.term), title: say("in_text") }, line.match) : el("b", {}, line.match)),
        el("td", { class: "right" }, cutRight(line.right)));
}
function linesTable(found, most) {
    const held = found.filter(h => sentences.has(sentenceKey(h.doc, h.sentence)));
    const rows = held.slice(0, most).map(h => lineRow(h, lineOf(h)));
    const table = el("table", { class: "lines" }, el("thead", {}, el("tr", {}, ["place", "left", "hit", "right"].map((k, i) =>
        el("th", { scope: "col", class: ["from", "left", "match", "right"][i] }, say(k))))), el("tbody", {}, rows));
    return { table, without: found.length - held.length, held: held.length, drawn: rows.length };
}

/* Terms in their categories, as options. */
function termOptions(chosen, withCategories) {
    const of = new Map();
    for (const t of terms.values()) if (t.count) of.set(t.category, [...(of.get(t.category) || []), t]);
    return [...of].sort((a, b) => collator.compare(a[0], b[0])).map(([code, list]) => el("optgroup", { label: code ? code + " · " + labelOf(code) : "–" },
        withCategories && code && el("option", { value: code, selected: chosen === code }, say("whole_category", labelOf(code))),
        list.sort((a, b) => b.count - a.count || collator.compare(a.label, b.label)).map(t =>
            el("option", { value: t.id, selected: chosen === t.id }, (t.label || t.id) + " (" + counts.format(t.count) + ")"))));
}
function choice(name, label, options, go) {
    return el("label", { class: "choice" }, el("span", {}, label), el("select", { name, onchange: go }, options));
}
const all = () => el("option", { value: "" }, say("anything"));
const documentOptions = (chosen, which) => [...documents.values()].filter(which || (() => true)).map(d =>
    el("option", { value: d.path, selected: d.path === chosen }, d.name));

function drawEvidence(into, given) {
    const form = el("form", { class: "choices", onsubmit: e => e.preventDefault() });
    const go = () => { location.hash = address("evidence", Object.fromEntries(new FormData(form))); };
    const chapters = new Set(hits.map(h => chapterAt(h.doc, h.start)).filter(Boolean));
    const parts = new Set(hits.map(h => h.part || "-"));
    if (given.chapter) chapters.add(given.chapter);
    if (given.part) parts.add(given.part);
    const partName = p => (p[0] === "!" ? say("all_but", p.slice(1)) : p === "-" ? "–" : p);
    form.append(choice("what", say("what"), [all(), termOptions(given.what, true)], go),
        choice("beside", say("together_with"), [all(), termOptions(given.beside, true)], go),
        documents.size > 1 ? choice("doc", say("document"), [all(), documentOptions(given.doc, d => hitsByDoc.has(d.path))], go) : "",
        chapters.size > 1 ? choice("chapter", say("chapter"), [all(), [...chapters].map(c => el("option", { value: c, selected: c === given.chapter }, c))], go) : "",
        parts.size > 1 ? choice("part", say("part"), [all(), [...parts].map(p => el("option", { value: p, selected: p === given.part }, partName(p)))], go) : "");
    const found = placesOf(given), holder = el("div");
    let many = LINES_AT_A_TIME;
    function draw() {
        const { table, without, held, drawn } = linesTable(found, many);
        holder.replaceChildren(el("p", { class: "status" }, say("lines", counts.format(found.length))),
            held ? el("div", { class: "scroll", role: "region", tabindex: "0", "aria-label": say("evidence") }, table) : "",
            drawn < held ? el("button", { type: "button", class: "more", onclick: () => { many += 4 * LINES_AT_A_TIME; draw(); } }, say("more", counts.format(Math.min(4 * LINES_AT_A_TIME, held - drawn)))) : "",
            without ? el("p", { class: "capped" }, say("without", counts.format(without))) : "");
    }
    draw();
    into.append(form, holder);
}
