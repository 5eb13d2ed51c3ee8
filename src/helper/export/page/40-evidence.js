/* Evidence: the places behind a number, and the addresses that lead to them. */
function chosenTerms(what) {
    if (!what) return null;
    if (terms.has(what)) return new Set([what]);
    return new Set([...terms.values()].filter(t => t.category === what).map(t => t.id));
}

/* Parts by their names; "-" for what is in none, "!saran" for all but one. */
function inPart(h, part) { return part[0] === "!" ? !inPart(h, part.slice(1)) : (h.part || "-") === part; }

/* Hits of a term or category, and of another beside it in the same sentence, in a document, in a chapter, in a part, in the order of the
 * texts. */
function placesOf({ what, beside, doc, chapter, part }) {
    const wanted = chosenTerms(what), also = chosenTerms(beside);
    const there = also && new Set(hits.filter(h => also.has(h.term)).map(h => sentenceKey(h.doc, h.sentence)));
    return hits.filter(h => (!wanted || wanted.has(h.term)) && (!doc || h.doc === doc) && (!chapter || inChapter(h, chapter)) && (!part || inPart(h, part)) &&
        (!there || there.has(sentenceKey(h.doc, h.sentence))));
}
function inChapter(h, chapter) {
    if (sheets.has("outline")) return (chapterAt(h.doc, h.start) || "-") === chapter;
    const s = sentences.get(sentenceKey(h.doc, h.sentence)), head = s && s.section ? s.section.split("/")[0] : "";
    return head === chapter || (head !== "" && chapter.startsWith(head + " "));
}

/* The sentence around a hit in three parts, or null where the page does not hold it. */
function lineOf(h) {
    const s = sentences.get(sentenceKey(h.doc, h.sentence));
    if (!s) return null;
    const of = hitsBySentence.get(sentenceKey(h.doc, h.sentence)), span = spansIn(s, of)[of.indexOf(h)];
    if (!span) return { left: "", match: h.surface, right: s.text, section: s.section, page: s.page };
    return { left: s.text.slice(0, span.from), match: s.text.slice(span.from, span.to), right: s.text.slice(span.to), section: s.section, page: s.page };
}

const known = id => terms.has(id) || categories.has(id);

/* What the summary's totals are totals of. */
const totals = { documents: "docs", works: "docs", words: "docs", hits: "evidence", terms: "freq", repairs: "repairs" };

/* Where a cell's number leads: by what stands in its row. */
function evidenceOf(sheet, row, name) {
    const get = key => cell(sheet, row, key);
    if (sheet.columns[sheet.at[name]].type === "t" && !["term", "item", "a", "b", "hit", "doc", "label", "form"].includes(name)) return null;
    if (get("a") !== undefined && known(get("a"))) {
        if (["a", "units_a", "label_a"].includes(name)) return address("evidence", { what: get("a") });
        if (["b", "units_b", "label_b"].includes(name)) return address("evidence", { what: get("b") });
        if (["units_ab", "expected", "log_dice", "g2"].includes(name)) return address("evidence", { what: get("a"), beside: get("b") });
        return null;
    }
    if (name === "hit" || name === "start") return hasText(get("doc")) ? placeInText(get("doc"), get("sentence"), get("term")) : null;
    if (name === "doc") return hasText(get("doc")) ? address("reading", { doc: get("doc") }) : null;
    if (sheet.id === "docs" && name === "words") return hasText(get("doc")) ? address("reading", { doc: get("doc") }) : null;
    const item = get("item") || get("term");
    if (sheet.id === "summary" && get("kind") === "total") return name === "count" && totals[item] && get(name) ? "#" + totals[item] : null;
    if (sheet.id === "keyness" && ["target", "reference"].includes(name) && hits.length && known(item))
        return get(name) ? address("evidence", { what: item, part: (name === "target" ? "" : "!") + (get("group") || "-") }) : null;
    if (["item", "term", "label", "count", "docs", "per_10k", "total", "degree"].includes(name) && hits.length && known(item))
        return address("evidence", { what: item });
    return null;
}
