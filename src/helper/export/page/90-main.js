/* Views, addresses, the frame of the page. */
const views = [];
function view(id, title, draw, sheet) { views.push({ id, title, draw, sheet }); }
const capital = s => s.charAt(0).toUpperCase() + s.slice(1);

function gatherViews() {
    const drawn = new Set(["summary", "edges", "text", "chapters", "network"]);
    const table = name => {
        const s = sheets.get(name);
        if (s && !drawn.has(name)) view(name, capital(s.title || name), into => (s.columns.length < 4 && s.at.text !== undefined ? drawProse(into, s) : into.append(tableView(s))), s);
        drawn.add(name);
    };
    if (alone) { drawn.clear(); table([...sheets.keys()][0]); return; }
    view("overview", say("overview"), drawOverview);
    table("freq");
    if (sheets.has("chapters")) view("chapters", say("heat"), drawHeat);
    if (hits.length) view("spread", say("spread"), drawSpread);
    if (networkData().edges.length) view("net", say("network"), drawNetwork);
    table("cooc");
    table("keyness");
    if (hits.length) view("evidence", say("evidence"), drawEvidence);
    if (sheets.has("text")) view("reading", say("reading"), drawReading);
    for (const name of sheets.keys()) table(name);
}

/* "#evidence?what=STR": which view, and what it is given. */
function asked() {
    const [id, rest] = location.hash.slice(1).split("?");
    return { v: views.find(x => x.id === decodeURIComponent(id)) || views[0], given: Object.fromEntries(new URLSearchParams(rest || "")) };
}

let main, nav, heading;
function show(first) {
    const { v, given } = asked();
    main.replaceChildren(heading = el("h2", { tabindex: "-1" }, v.title));
    const after = v.draw(main, given);
    for (const a of nav.querySelectorAll("a")) {
        if (a.dataset.view === v.id) a.setAttribute("aria-current", "page");
        else a.removeAttribute("aria-current");
    }
    document.title = (alone ? "" : v.title + " · ") + heads();
    if (first && !location.hash) return;
    heading.focus({ preventScroll: true });
    if (after) after();
    else if (!first) heading.scrollIntoView();
}
function heads() { return alone ? views[0].title : say("report") + " siasat"; }

/* On paper: every view, one after the other, each drawn as it is first shown. */
function printAll() {
    main.replaceChildren();
    for (const v of views) {
        const part = el("section", { class: "part" }, el("h2", {}, v.title));
        main.append(part);
        v.draw(part, {});
    }
    print();
    show(true);
}

function themeChoice() {
    return el("label", { class: "theme" }, el("span", {}, say("theme")), el("select", { "aria-label": say("theme"), onchange: e => { document.documentElement.dataset.theme = e.target.value; } },
        [["", "theme_auto"], ["light", "theme_light"], ["dark", "theme_dark"]].map(([value, key]) => el("option", { value }, say(key)))));
}

gatherViews();
document.body.append(el("a", { class: "skip", href: "#main", onclick: e => { e.preventDefault(); heading.focus(); } }, say("skip")),
    el("header", {}, el("h1", {}, heads()), themeChoice()),
    nav = el("nav", { "aria-label": say("contents"), hidden: views.length < 2 }, el("ul", {}, views.map(v => el("li", {}, el("a", { href: "#" + encodeURIComponent(v.id), "data-view": v.id }, v.title))))),
    main = el("main", { id: "main" }),
    announcer = el("p", { class: "heard", role: "status" }),
    el("footer", {}, el("p", {}, say("made_by")), views.length > 1 ? el("button", { type: "button", onclick: printAll }, say("print_all")) : ""));
if (alone) document.documentElement.classList.add("alone");
addEventListener("hashchange", () => show(false));
show(true);
