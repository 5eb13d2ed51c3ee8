/* The tables, and what follows from them: terms, categories, documents, the places of hits. */
const sheets = new Map();
for (const block of document.querySelectorAll("script.table")) {
    const s = JSON.parse(block.textContent);
    s.columns = s.columns.map(([type, name, title, means]) => ({ type, name, title: title || name, means }));
    s.at = Object.fromEntries(s.columns.map((c, i) => [c.name, i]));
    let name = s.name || "table";
    for (let n = 2; sheets.has(name); n++) name = (s.name || "table") + " " + n;
    sheets.set(s.id = name, s);
}
const alone = sheets.size === 1;

/* The cell of a row by its column's name; undefined where there is no such column. */
function cell(sheet, row, name) { return row[sheet.at[name]]; }
function* rowsOf(name) {
    const s = sheets.get(name);
    if (s) for (const row of s.rows) yield key => cell(s, row, key);
}

/* ---- terms and categories --------------------------------------------------------------------------------------------- */

const terms = new Map();                /* id -> { id, label, category, count } */
const categories = new Map();           /* code -> label */

function note(id, label, category, count) {
    if (!id) return;
    const t = terms.get(id) || { id, label: "", category: "", count: 0 };
    t.label = t.label || label || "";
    t.category = t.category || category || "";
    if (count !== undefined) t.count = count;
    terms.set(id, t);
    if (t.category && !categories.has(t.category)) categories.set(t.category, "");
}
for (const get of rowsOf("tag")) note(get("term"), get("label"), get("category"));
for (const get of rowsOf("codebook")) {
    if (get("term")) note(get("term"), get("label"), get("category"));
    if (get("category_label")) categories.set(get("category"), get("category_label"));
}
for (const get of rowsOf("freq")) if (terms.has(get("item"))) note(get("item"), get("label"), get("category"), get("count"));
for (const get of rowsOf("chapters")) if (get("label") && categories.has(get("item"))) categories.set(get("item"), get("label"));

function labelOf(id) {
    const t = terms.get(id);
    return (t ? t.label : categories.get(id)) || id;
}

/* ---- documents ----------------------------------------------------------------------------------------------------------- */

const documents = new Map();            /* path -> { path, name, end, chapters } */
function documentAt(path) {
    if (!documents.has(path)) documents.set(path, { path, name: path, end: 0, chapters: [] });
    return documents.get(path);
}
for (const get of rowsOf("docs")) documentAt(get("doc"));
for (const get of rowsOf("outline")) {
    const d = documentAt(get("doc"));
    d.end = Math.max(d.end, get("end") || 0);
}
/* All chapters, though the table may be capped. */
function readChapters() {
    const block = document.getElementById("outline");
    if (!block) return;
    const packed = JSON.parse(block.textContent), c = packed.chapters;
    for (let i = 0; i < c.length; i += 4) {
        const d = documentAt(packed.docs[c[i]]);
        d.chapters.push({ title: packed.sections[c[i + 1]], start: c[i + 2], end: c[i + 3] });
        d.end = Math.max(d.end, c[i + 3]);
    }
}
readChapters();

/* Names without the folder that all of them stand in. */
function shortenNames() {
    const paths = [...documents.keys()];
    let n = paths.length ? paths[0].lastIndexOf("/") + 1 : 0;
    for (const p of paths) while (n && p.slice(0, n) !== paths[0].slice(0, n)) n = paths[0].lastIndexOf("/", n - 2) + 1;
    for (const d of documents.values()) d.name = d.path.slice(n) || d.path;
}
function nameOf(path) { return documents.has(path) ? documents.get(path).name : path; }

function chapterAt(doc, start) {
    const d = documents.get(doc), c = d && d.chapters.find(x => x.start <= start && start < x.end);
    return c ? c.title : "";
}

/* ---- hits ------------------------------------------------------------------------------------------------------------------- */

const sentences = new Map();            /* document NUL sentence -> { text, section, start } as far as the page holds them */
const sentenceKey = (doc, sentence) => doc + "\0" + sentence;
const hits = [];                        /* { doc, sentence, start, term, surface, part } in the order of the texts */
let hitsInAll = 0;

function readHits() {
    const block = document.getElementById("hits");
    if (!block) return;
    const packed = JSON.parse(block.textContent), h = packed.hits;
    hitsInAll = packed.all;
    for (let i = 0; i < h.length; i += 6)
        hits.push({ doc: packed.docs[h[i]], sentence: h[i + 1], start: h[i + 2], term: packed.terms[h[i + 3]], surface: packed.surfaces[h[i + 4]], part: packed.parts[h[i + 5]] });
    for (const h of hits) documentAt(h.doc);
}
function readSentences() {
    for (const get of rowsOf("tag"))
        if (get("context")) sentences.set(sentenceKey(get("doc"), get("sentence")), { text: get("context"), section: get("section"), page: get("page_label") || get("page") });
    for (const get of rowsOf("text")) {
        const key = sentenceKey(get("doc"), get("sentence")), had = sentences.get(key);
        sentences.set(key, { text: get("text"), section: get("section"), start: get("start"), page: had && had.page });
    }
}
readHits();
readSentences();
shortenNames();

function grouped(list, key) {
    const of = new Map();
    for (const x of list) {
        const k = key(x), had = of.get(k);
        if (had) had.push(x);
        else of.set(k, [x]);
    }
    return of;
}
const hitsByTerm = grouped(hits, h => h.term), hitsByDoc = grouped(hits, h => h.doc), hitsBySentence = grouped(hits, h => sentenceKey(h.doc, h.sentence));
for (const [id, of] of hitsByTerm) {
    note(id);
    if (!terms.get(id).count) terms.get(id).count = of.length;
}

/* Where the hits of a sentence, in order, stand in its text: { from, to } or null. Blanks and hyphens at line ends may have gone
 * since, so they are not compared; among several places the nearest to where the hit began in the file is the one. */
function spansIn(sentence, of) {
    const letters = [], where = [], gone = /[\s\u00AD-]/g;
    for (let i = 0; i < sentence.text.length; i++)
        if (!sentence.text[i].match(gone)) { letters.push(sentence.text[i]); where.push(i); }
    const squeezed = letters.join("");
    let at = -1, start = -1;
    return of.map(h => {
        const wanted = h.surface.replace(gone, ""), guess = h.start - sentence.start;
        let best = -1;
        for (let k = wanted ? squeezed.indexOf(wanted, h.start === start ? Math.max(at, 0) : at + 1) : -1; k >= 0; k = squeezed.indexOf(wanted, k + 1)) {
            if (best < 0 || Math.abs(where[k] - guess) < Math.abs(where[best] - guess)) best = k;
            if (!(sentence.start >= 0)) break;
        }
        if (best < 0) return null;
        at = best;
        start = h.start;
        return { from: where[best], to: where[best + wanted.length - 1] + 1 };
    });
}
