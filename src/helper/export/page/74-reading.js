/* The texts themselves, coded terms marked in place, proposed repairs too. */
const repairsByForm = new Map();
for (const get of rowsOf("repairs"))
    if (get("form") && get("proposal")) repairsByForm.set(get("form").toLowerCase(), { proposal: get("proposal"), rule: get("rule"), places: String(get("places") || "") });

/* Plain text, with words that a repair is proposed for. */
function withRepairs(text, doc) {
    if (!repairsByForm.size) return [text];
    return text.split(/([\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*)/u).map((piece, i) => {
        const r = i % 2 ? repairsByForm.get(piece.toLowerCase()) : null;
        if (!r || !r.places.includes(doc)) return piece;
        const told = say("repair", r.proposal, r.rule);
        return el("span", { class: "repair", title: told }, piece, el("span", { class: "heard" }, " (" + told + ")"));
    });
}
/* A sentence with its hits as links; of hits that overlap the first is marked. */
function sentenceOf(doc, number, s, what) {
    const of = hitsBySentence.get(sentenceKey(doc, number)) || [], spans = of.length ? spansIn(s, of) : [], parts = [], wanted = chosenTerms(what);
    let at = 0;
    of.forEach((h, i) => {
        const span = spans[i];
        if (!span || span.from < at) return;
        parts.push(...withRepairs(s.text.slice(at, span.from), doc));
        parts.push(el("mark", { class: wanted && wanted.has(h.term) ? "wanted" : null }, el("a", { href: address("evidence", { what: h.term }), title: labelOf(h.term) + " · " + h.term },
            ...withRepairs(s.text.slice(span.from, span.to), doc))));
        at = span.to;
    });
    return el("span", { class: "sentence", "data-sentence": number }, parts, withRepairs(s.text.slice(at), doc), " ");
}
function textOf(doc, what) {
    const out = el("div", { class: "prose" });
    let section = null, paragraph = null, p = null;
    for (const get of rowsOf("text")) {
        if (get("doc") !== doc) continue;
        const fresh = get("section") !== section, sentence = () => sentenceOf(doc, get("sentence"), { text: get("text"), start: get("start") }, what);
        section = get("section");
        if (get("kind") === "heading") {
            if (fresh || p) out.append(el("h3"));
            out.lastChild.append(sentence());
            p = null;
            continue;
        }
        if (fresh && section) out.append(el("h3", {}, section));
        if (fresh || p === null || get("paragraph") === undefined || get("paragraph") !== paragraph) out.append(p = el("p"));
        paragraph = get("paragraph");
        p.append(sentence());
    }
    return out;
}
function drawReading(into, given) {
    const sheet = sheets.get("text"), doc = given.doc || [...textsHeld][0];
    const form = el("form", { class: "choices", onsubmit: e => e.preventDefault() });
    const go = () => { location.hash = address("reading", Object.fromEntries(new FormData(form))); };
    form.append(choice("doc", say("document"), documentOptions(doc, d => textsHeld.has(d.path) || d.path === doc), go), choice("what", say("what"), [all(), termOptions(given.what, true)], go));
    into.append(form, el("p", { class: "note" }, say("text_note")));
    if (sheet.all > sheet.rows.length) into.append(el("p", { class: "capped" }, say("text_capped", counts.format(sheet.rows.length), counts.format(sheet.all))));
    if (!textsHeld.has(doc)) { into.append(el("p", {}, say("no_text"))); return; }
    const text = textOf(doc, given.what);
    into.append(text);
    const at = given.at && text.querySelector(`[data-sentence="${CSS.escape(given.at)}"]`);
    if (at) {
        at.classList.add("here");
        return () => { at.scrollIntoView({ block: "center" }); };
    }
}
