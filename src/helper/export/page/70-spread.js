/* Dispersion: where in each document a term stands, or where in one document each term does. */
const MOST_STRIPS = 40, STRIP = 1000;

function strip(doc, of, name) {
    const d = documents.get(doc), last = (hitsByDoc.get(doc) || []).reduce((m, h) => Math.max(m, h.start), 0);
    const length = Math.max(d.end, last + 1), x = at => Math.round(at / length * STRIP);
    const bands = d.chapters.map((c, i) => svg("rect", { class: i % 2 ? "band odd" : "band", x: x(c.start), y: 0, width: Math.max(x(Math.min(c.end, length)) - x(c.start), 1), height: 20 },
        svg("title", {}, c.title)));
    const strokes = [...new Set(of.map(h => x(h.start)))].map(at => `M${at} 2V18`).join("");
    return svg("svg", { class: "strip", viewBox: `0 0 ${STRIP} 20`, preserveAspectRatio: "none", role: "img",
        "aria-label": say("at", name, counts.format(of.length), of.slice(0, 12).map(h => percents.format(h.start / length)).join(", ") + (of.length > 12 ? " …" : "")) },
    bands, svg("path", { class: "strokes", d: strokes }));
}
function stripRow(name, to, doc, of, evidence) {
    return el("tr", {}, el("th", { scope: "row" }, link(to, name)), el("td", { class: "drawn" }, strip(doc, of, name)),
        el("td", { class: "number" }, el("a", { href: evidence }, counts.format(of.length))));
}
const byCount = list => [...list].sort((a, b) => b[1].length - a[1].length);

function stripsOfTerm(what) {
    const wanted = chosenTerms(what), of = byCount(grouped(hits.filter(h => wanted.has(h.term)), h => h.doc));
    return of.map(([doc, list]) => [nameOf(doc), hasText(doc) ? address("reading", { doc, what }) : address("spread", { by: "doc", doc }), doc, list, address("evidence", { what, doc })]);
}
function stripsOfDocument(doc) {
    return byCount(grouped(hitsByDoc.get(doc) || [], h => h.term)).map(([what, list]) =>
        [labelOf(what), address("spread", { what }), doc, list, address("evidence", { what, doc })]);
}
const mostFrequent = () => [...terms.values()].sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1))[0];

function drawSpread(into, given) {
    const byDoc = given.by === "doc", what = given.what && known(given.what) ? given.what : mostFrequent().id, doc = hitsByDoc.has(given.doc) ? given.doc : hits[0].doc;
    const form = el("form", { class: "choices", onsubmit: e => e.preventDefault() });
    const go = () => { location.hash = address("spread", Object.fromEntries(new FormData(form))); };
    form.append(choice("by", say("show"), [el("option", { value: "" }, say("one_term")), el("option", { value: "doc", selected: byDoc }, say("one_document"))], go),
        byDoc ? choice("doc", say("document"), documentOptions(doc, d => hitsByDoc.has(d.path)), go) : choice("what", say("what"), termOptions(what, true), go));
    const strips = byDoc ? stripsOfDocument(doc) : stripsOfTerm(what), body = el("tbody");
    const more = el("button", { type: "button", class: "more", onclick: () => draw(Infinity) });
    function draw(many) {
        body.replaceChildren(...strips.slice(0, many).map(s => stripRow(...s)));
        more.hidden = strips.length <= many;
        more.textContent = say("more", counts.format(strips.length - MOST_STRIPS));
    }
    draw(MOST_STRIPS);
    into.append(form, el("table", { class: "spread" }, el("caption", {}, byDoc ? nameOf(doc) : labelOf(what)),
        el("thead", {}, el("tr", {}, el("th", { scope: "col" }, say(byDoc ? "term" : "document")), el("th", { scope: "col" }, say("where_stands")), el("th", { scope: "col", class: "number" }, say("hits")))), body),
    more, el("p", { class: "note" }, say("spread_note")),
    hitsInAll > hits.length ? el("p", { class: "capped" }, say("spread_capped", counts.format(hits.length), counts.format(hitsInAll))) : "");
}
