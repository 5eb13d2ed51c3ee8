/* Where the nodes of a network stand, and where their names do: the same at each opening, since nothing here is left to chance. */
const WIDE = 960, HIGH = 640, ROUNDS = 300;

/* Fruchterman and Reingold (1991): nodes push each other apart, links pull; it begins on a circle, group by group. */
function layOut(nodes, edges) {
    const ideal = 0.9 * Math.sqrt(WIDE * HIGH / Math.max(nodes.length, 1));
    [...nodes].sort((a, b) => (a.group < b.group ? -1 : a.group > b.group ? 1 : 0) || b.weight - a.weight).forEach((n, i) => {
        const angle = 2 * Math.PI * i / nodes.length;
        n.x = WIDE / 2 + HIGH / 3 * Math.cos(angle);
        n.y = HIGH / 2 + HIGH / 3 * Math.sin(angle);
    });
    for (let round = 0; round < ROUNDS; round++) {
        const step = WIDE / 10 * (1 - round / ROUNDS) ** 2;
        for (const n of nodes) n.dx = n.dy = 0;
        for (let i = 0; i < nodes.length; i++)
            for (let k = 0; k < i; k++) {
                const a = nodes[i], b = nodes[k], x = a.x - b.x, y = a.y - b.y, d2 = Math.max(x * x + y * y, 1), f = ideal * ideal / d2;
                a.dx += x * f; a.dy += y * f; b.dx -= x * f; b.dy -= y * f;
            }
        for (const e of edges) {
            const x = e.from.x - e.to.x, y = e.from.y - e.to.y, f = Math.sqrt(x * x + y * y) / ideal * (0.4 + 0.6 * e.share);
            e.from.dx -= x * f; e.from.dy -= y * f; e.to.dx += x * f; e.to.dy += y * f;
        }
        for (const n of nodes) {
            n.dx -= (n.x - WIDE / 2) * 0.35; n.dy -= (n.y - HIGH / 2) * 0.55;
            const d = Math.max(Math.sqrt(n.dx * n.dx + n.dy * n.dy), 1e-9), go = Math.min(d, step);
            n.x += n.dx / d * go; n.y += n.dy / d * go;
        }
    }
}

/* Into the picture, whatever the units were; then apart where signs would touch. */
function fit(nodes) {
    const side = k => [Math.min(...nodes.map(n => n[k])), Math.max(...nodes.map(n => n[k]))];
    const [x0, x1] = side("x"), [y0, y1] = side("y"), edge = 70;
    for (const n of nodes) {
        n.x = edge + (x1 > x0 ? (n.x - x0) / (x1 - x0) : 0.5) * (WIDE - 2 * edge);
        n.y = edge / 2 + (y1 > y0 ? (n.y - y0) / (y1 - y0) : 0.5) * (HIGH - edge);
    }
    for (let round = 0; round < 60; round++)
        for (let i = 0; i < nodes.length; i++)
            for (let k = 0; k < i; k++) {
                const a = nodes[i], b = nodes[k], x = a.x - b.x || 0.01 * (i - k), y = a.y - b.y, d = Math.sqrt(x * x + y * y), lack = a.r + b.r + 10 - d;
                if (lack <= 0) continue;
                a.x += x / d * lack / 2; a.y += y / d * lack / 2; b.x -= x / d * lack / 2; b.y -= y / d * lack / 2;
            }
    for (const n of nodes) {
        n.x = Math.min(Math.max(n.x, 12 + n.r), WIDE - 12 - n.r);
        n.y = Math.min(Math.max(n.y, 12 + n.r), HIGH - 12 - n.r);
    }
}

/* Names go beside their nodes where nothing else stands, the heaviest nodes' first; where there is no room, the name waits until
 * the node is chosen. */
function placeNames(nodes, widthOf, larger) {
    const taken = nodes.map(n => ({ x: n.x - n.r, y: n.y - n.r, w: 2 * n.r, h: 2 * n.r }));
    const free = b => b.x > 2 && b.y > 2 && b.x + b.w < WIDE - 2 && b.y + b.h < HIGH - 2 &&
        !taken.some(t => b.x < t.x + t.w && t.x < b.x + b.w && b.y < t.y + t.h && t.y < b.y + b.h);
    for (const n of [...nodes].sort((a, b) => b.weight - a.weight)) {
        const w = widthOf(n.label) + 4, h = 15 * larger, d = n.r + 3;
        const places = [[d, -h / 2, "start"], [-d - w, -h / 2, "end"], [-w / 2, -d - h, "middle"], [-w / 2, d, "middle"],
            [d * 0.7, -d * 0.7 - h, "start"], [d * 0.7, d * 0.7, "start"], [-d * 0.7 - w, -d * 0.7 - h, "end"], [-d * 0.7 - w, d * 0.7, "end"]];
        const chosen = places.find(([x, y]) => free({ x: n.x + x, y: n.y + y, w, h }));
        const [x, y, anchor] = chosen || places[0];
        n.name = { x: n.x + x + (anchor === "start" ? 2 : anchor === "end" ? w - 2 : w / 2), y: n.y + y + 11 * larger, anchor, hidden: !chosen };
        if (chosen) taken.push({ x: n.x + x, y: n.y + y, w, h });
    }
}
