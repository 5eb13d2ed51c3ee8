/* A table that can be sorted and filtered. Only the rows that are shown become elements. */
const ROWS_AT_A_TIME = 100;
const seldom = new Set(["hit", "start", "end", "paragraph", "encoding", "duplicate_of", "section", "page", "word", "sentence", "label_a", "label_b",
    "category_a", "category_b", "source", "x", "y", "decision", "repaired", "target_words", "reference_words"]);
const barred = new Set(["count", "units_ab", "degree", "per_10k"]);

/* Columns that say nothing are not shown at first: empty ones, the same in all rows, and those for programs. */
function usefulColumns(sheet) {
    return sheet.columns.map((c, i) => {
        if (sheet.at.label_a !== undefined && (c.name === "a" || c.name === "b")) return false;
        if (seldom.has(c.name) && !/^label_/.test(c.name)) return false;
        if (c.name === "item" && sheet.at.label !== undefined && sheet.rows.every(r => r[sheet.at.label])) return false;
        if (/ residual$/.test(c.name)) return false;
        if (sheet.rows.length < 2) return true;
        const first = sheet.rows[0][i], background = c.type === "t" ? !["item", "label", "term"].includes(c.name) : ["words", "units"].includes(c.name);
        return sheet.rows.some(r => r[i] !== first) || (first !== "" && !background);
    });
}

/* Whose numbers they are comes first. */
function inOrder(sheet) {
    const all = sheet.columns.map((_, i) => i), g = sheet.at.group;
    return g === undefined ? all : [g, ...all.filter(i => i !== g)];
}

const collator = new Intl.Collator(locale, { numeric: true, sensitivity: "base" });
function order(a, b) {
    if (a === b) return 0;
    if (a === "" || b === "") return a === "" ? 1 : -1;      /* what is not known comes last */
    if (typeof a === "number" && typeof b === "number") return a - b;
    return collator.compare(String(a), String(b));
}

function filterOf(text, isRegex) {
    if (!text) return () => true;
    if (isRegex) {
        const r = new RegExp(text, "iu");
        return s => r.test(s);
    }
    const low = text.toLowerCase();
    return s => s.toLowerCase().includes(low);
}

function cellOf(sheet, row, i, most) {
    const c = sheet.columns[i], value = row[i], to = value === "" ? null : evidenceOf(sheet, row, c.name);
    const text = c.name === "doc" || c.name === "work" ? nameOf(value) : c.name === "group" && value === "" ? "–" : shown(value, c.type);
    const wide = String(value).length, td = el("td", { class: c.type !== "t" ? "number" : wide > 48 ? "long" : wide > 20 ? "words" : "words brief", title: c.type === "r" || text !== value ? String(value) : null },
        link(to, text));
    if (barred.has(c.name) && typeof value === "number" && most[i] > 0) {
        td.classList.add("barred");
        td.style.setProperty("--share", value / most[i]);
    }
    return td;
}

/* The whole apparatus around a table: search box, table, what is shown of it, columns. */
function tableView(sheet) {
    const shownColumns = usefulColumns(sheet), places = inOrder(sheet);
    const most = sheet.columns.map((c, i) => barred.has(c.name) && sheet.id !== "summary" ? sheet.rows.reduce((m, r) => Math.max(m, +r[i] || 0), 0) : 0);
    const searchable = sheet.rows.map(r => r.join("\t"));
    const state = { sort: -1, falling: false, rows: sheet.rows.map((_, i) => i), many: ROWS_AT_A_TIME };
    const head = el("tr"), body = el("tbody"), more = el("button", { type: "button", class: "more", onclick: () => { state.many = Infinity; draw(); } });
    const status = el("p", { class: "status" }), error = el("p", { class: "error", role: "alert" });
    const box = el("input", { type: "search", id: "filter-" + sheet.id, autocomplete: "off", spellcheck: "false", oninput: () => { clearTimeout(state.timer); state.timer = setTimeout(choose, 120); } });
    const regex = el("input", { type: "checkbox", onchange: choose });

    function choose() {
        let fits = () => true;
        error.textContent = "";
        try { fits = filterOf(box.value, regex.checked); } catch (e) { error.textContent = say("bad_regex", e.message); return; }
        state.rows = sheet.rows.map((_, i) => i).filter(i => fits(searchable[i]));
        if (state.sort >= 0) sortRows();
        draw();
        announce(status.textContent);
    }
    function sortRows() {
        const c = state.sort, sign = state.falling ? -1 : 1;
        state.rows.sort((x, y) => {
            const a = sheet.rows[x][c], b = sheet.rows[y][c];
            return (a === "" || b === "" ? order(a, b) : sign * order(a, b)) || x - y;
        });
    }
    function sortBy(i) {
        state.falling = state.sort === i ? !state.falling : sheet.columns[i].type !== "t";
        state.sort = i;
        sortRows();
        drawHead();
        draw();
        announce(say(state.falling ? "sorted_down" : "sorted_up", sheet.columns[i].title));
        head.querySelector(`[data-column="${i}"]`).focus();
    }
    function drawHead() {
        head.replaceChildren(...places.filter(i => shownColumns[i]).map(i => [i, sheet.columns[i]]).map(([i, c]) => el("th",
            { scope: "col", class: c.type === "t" ? null : "number", "aria-sort": state.sort !== i ? null : state.falling ? "descending" : "ascending" },
            el("button", { type: "button", "data-column": i, title: c.means.split("\n")[0] || null, onclick: () => sortBy(i) }, c.title))));
    }
    function draw() {
        const some = state.rows.slice(0, state.many);
        body.replaceChildren(...some.map(r => el("tr", {}, places.map(i => shownColumns[i] && cellOf(sheet, sheet.rows[r], i, most)))));
        status.textContent = !sheet.rows.length ? say("no_rows") : !some.length ? say("none") : say("shown", counts.format(some.length), counts.format(state.rows.length));
        more.hidden = some.length === state.rows.length;
        more.textContent = say("more", counts.format(state.rows.length - some.length));
    }
    const chooser = el("details", { class: "columns" }, el("summary", {}, say("columns")), el("dl", {}, sheet.columns.map((c, i) => {
        const check = el("input", { type: "checkbox", onchange: () => { shownColumns[i] = check.checked; drawHead(); draw(); } });
        check.checked = shownColumns[i];
        return [el("dt", {}, el("label", {}, check, " ", c.title, " ", c.title !== c.name && el("code", {}, c.name))),
            el("dd", {}, c.means.split("\n").map((line, k) => el("p", k ? { class: "formula" } : {}, line)))];
    })));
    const capped = sheet.all > sheet.rows.length && el("p", { class: "capped" },
        say(sheet.id === "tag" ? "capped_hits" : "capped", counts.format(sheet.rows.length), counts.format(sheet.all)));
    drawHead();
    draw();
    return el("div", { class: "tabular" },
        sheet.rows.length > 5 && sheet.id !== "summary" && el("div", { class: "tools" }, el("label", { for: box.id }, say("filter")), box, el("label", { class: "check" }, regex, " ", say("regex")), error),
        capped,
        el("div", { class: "scroll", role: "region", tabindex: "0", "aria-label": say("table_of", sheet.title || sheet.id) }, el("table", {}, el("thead", {}, head), body)),
        el("div", { class: "below" }, status, more), chooser);
}
