/* The network of terms that stand together: chosen by mouse or keyboard, a term shows its neighbours and its places. */
const MOST_NODES = 60, MOST_EDGES = 140, GROUPS = 8;

/* Nodes and edges from the tables "network" and "edges" where a report has them, else from pairs. */
function networkData() {
    const nodes = new Map(), edges = [], told = sheets.get("network");
    const node = (id, label, group) => { if (!nodes.has(id)) nodes.set(id, { id, label: label || labelOf(id), group: group === undefined ? "" : String(group), links: [] }); return nodes.get(id); };
    for (const get of rowsOf("network")) {
        const n = node(get("item"), get("label"), get("community") === undefined ? get("category") : get("community"));
        if (typeof get("x") === "number") { n.x = get("x"); n.y = get("y"); }
    }
    const source = sheets.has("edges") ? "edges" : "cooc";
    for (const get of rowsOf(source)) {
        const weight = [get("units_ab"), get("weight"), get("count")].find(w => typeof w === "number"), a = get("a"), b = get("b");
        if (!weight || (told && (!nodes.has(a) || !nodes.has(b)))) continue;
        edges.push({ from: node(a, get("label_a"), get("category_a")), to: node(b, get("label_b"), get("category_b")), weight });
    }
    return { nodes: [...nodes.values()], edges, communities: Boolean(told && told.at.community !== undefined) };
}

/* The strongest pairs, as many as a figure bears. */
function chosenNetwork() {
    const n = networkData(), drawn = new Set(), edges = [];
    for (const e of [...n.edges].sort((a, b) => b.weight - a.weight)) {
        const fresh = (drawn.has(e.from) ? 0 : 1) + (drawn.has(e.to) ? 0 : 1);
        if (edges.length === MOST_EDGES || drawn.size + fresh > MOST_NODES) continue;
        drawn.add(e.from).add(e.to);
        edges.push(e);
    }
    const nodes = n.nodes.filter(x => drawn.has(x)), most = Math.max(...edges.map(e => e.weight), 1);
    for (const x of nodes) x.weight = terms.has(x.id) ? terms.get(x.id).count : 0;
    const heaviest = Math.max(...nodes.map(x => x.weight), 1);
    for (const x of nodes) x.r = 4 + 12 * Math.sqrt(x.weight / heaviest);
    for (const e of edges) {
        e.share = e.weight / most;
        e.from.links.push({ node: e.to, edge: e });
        e.to.links.push({ node: e.from, edge: e });
    }
    for (const x of nodes) x.links.sort((a, b) => b.edge.weight - a.edge.weight);
    if (!nodes.every(x => x.x !== undefined)) layOut(nodes, edges);
    fit(nodes);
    return { ...n, pairs: n.edges.length, nodes, edges };
}

/* Groups by size: the first get a colour and a shape of their own. */
function groupNumbers(nodes) {
    return new Map([...grouped(nodes, n => n.group)].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1)).map(([g], i) => [g, Math.min(i, GROUPS)]));
}
function sign(shape, x, y, r) {
    const at = (angle, k) => `${(x + k * r * Math.cos(angle)).toFixed(1)},${(y + k * r * Math.sin(angle)).toFixed(1)}`;
    const ring = (n, turn, k) => Array.from({ length: n }, (_, i) => at(turn + 2 * Math.PI * i / n, k)).join(" ");
    if (shape % 4 === 0) return svg("circle", { class: "sign", cx: x.toFixed(1), cy: y.toFixed(1), r: r.toFixed(1) });
    const [n, turn, k] = [null, [4, Math.PI / 4, 1.2], [3, -Math.PI / 2, 1.35], [4, 0, 1.25]][shape % 4];
    return svg("polygon", { class: "sign", points: ring(n, turn, k) });
}

function neighbourList(n) {
    return el("ul", { class: "neighbours" }, n.links.map(l => el("li", {}, el("a", { href: address("evidence", { what: n.id, beside: l.node.id }) }, counts.format(l.edge.weight)), " ", l.node.label)));
}
function showNode(panel, n) {
    const found = placesOf({ what: n.id }), { table, drawn } = linesTable(found, 6);
    panel.replaceChildren(el("h3", {}, n.label), el("p", { class: "kind" }, [terms.has(n.id) && terms.get(n.id).category, n.id].filter(Boolean).join(" · ")),
        el("h4", {}, say("neighbours")), neighbourList(n),
        drawn ? el("div", { class: "scroll", role: "region", tabindex: "0", "aria-label": say("evidence") }, table) : "",
        found.length ? el("p", {}, el("a", { href: address("evidence", { what: n.id }) }, say("all_places", counts.format(found.length)))) : "");
}

function drawNetwork(into, given) {
    const net = chosenNetwork(), number = groupNumbers(net.nodes), context = document.createElement("canvas").getContext("2d");
    context.font = "13px " + getComputedStyle(document.body).fontFamily;
    const larger = innerWidth < 600 ? 1.8 : 1;               /* on a phone the figure is small: fewer names, that can be read */
    placeNames(net.nodes, s => larger * context.measureText(s).width, larger);
    const panel = el("section", { class: "panel", "aria-live": "polite" }, el("p", { class: "note" }, say("pick")));
    const lines = net.edges.map(e => svg("line", { class: "edge", x1: e.from.x.toFixed(1), y1: e.from.y.toFixed(1), x2: e.to.x.toFixed(1), y2: e.to.y.toFixed(1), "stroke-width": (0.6 + 3.4 * e.share).toFixed(2) }));
    const signs = net.nodes.map((n, i) => svg("g", { class: `node group-${number.get(n.group)}`, role: "button", tabindex: i ? "-1" : "0", "aria-pressed": "false", "data-item": n.id,
        "aria-label": say("node", n.label, counts.format(n.weight), n.links.length), onclick: () => pick(i), onkeydown: e => key(e, i) },
    svg("title", {}, n.label), sign(number.get(n.group), n.x, n.y, n.r),
    svg("text", { class: n.name.hidden ? "waits" : null, x: n.name.x.toFixed(1), y: n.name.y.toFixed(1), "text-anchor": n.name.anchor, "aria-hidden": "true" }, n.label)));

    function pick(i) {
        const n = net.nodes[i], near = new Set([n, ...n.links.map(l => l.node)]);
        figure.classList.add("chosen");
        net.nodes.forEach((x, k) => {
            signs[k].classList.toggle("near", near.has(x));
            signs[k].classList.toggle("picked", x === n);
            signs[k].setAttribute("aria-pressed", String(x === n));
        });
        net.edges.forEach((e, k) => lines[k].classList.toggle("near", e.from === n || e.to === n));
        move(i);
        showNode(panel, n);
        announce(say("picked", n.label, n.links.length));
    }
    function move(i) {
        signs.forEach((s, k) => s.setAttribute("tabindex", k === i ? "0" : "-1"));
        signs[i].focus({ preventScroll: true });
    }
    function key(e, i) {
        const go = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[e.key], n = signs.length;
        if (e.key === "Enter" || e.key === " ") pick(i);
        else if (go) move((i + go + n) % n);
        else if (e.key === "Home" || e.key === "End") move(e.key === "Home" ? 0 : n - 1);
        else return;
        e.preventDefault();
    }
    const figure = svg("svg", { class: larger > 1 ? "network larger" : "network", viewBox: `0 0 ${WIDE} ${HIGH}`, role: "group", "aria-label": say("network") }, svg("g", {}, lines), svg("g", {}, signs));
    const legend = el("ul", { class: "legend groups" }, [...number].filter(([, i]) => i < GROUPS).map(([g, i]) => el("li", {},
        svg("svg", { class: `node group-${i}`, viewBox: "0 0 20 20", width: 14, height: 14, "aria-hidden": "true" }, sign(i, 10, 10, 7)), " ",
        net.communities ? say("community", g) : labelOf(g) || "–")), number.size > GROUPS ? el("li", {}, svg("svg", { class: `node group-${GROUPS}`, viewBox: "0 0 20 20", width: 14, height: 14, "aria-hidden": "true" }, sign(GROUPS, 10, 10, 7)), " ", say("others")) : "");
    into.append(el("p", { class: "note" }, say("network_note", say(net.communities ? "communities" : "categories"))),
        el("div", { class: "figure" }, figure, panel), legend, el("p", { class: "capped" }, say("drawn", net.nodes.length, net.edges.length, counts.format(net.pairs))));
    if (sheets.has("network")) into.append(tableView(sheets.get("network")));
    const at = net.nodes.findIndex(n => n.id === given.what);
    if (at >= 0) pick(at);
}
