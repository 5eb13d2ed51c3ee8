/* Making elements. Texts are set as text: nothing that stands in a table can become markup or script. */
const SVG = "http://www.w3.org/2000/svg";

function fill(e, attributes, children) {
    for (const [name, value] of Object.entries(attributes || {})) {
        if (value === undefined || value === null || value === false) continue;
        if (name.startsWith("on")) e.addEventListener(name.slice(2), value);
        else e.setAttribute(name, value === true ? "" : value);
    }
    e.append(...children.flat(2).filter(c => c !== undefined && c !== null && c !== false));
    return e;
}
function el(tag, attributes, ...children) { return fill(document.createElement(tag), attributes, children); }
function svg(tag, attributes, ...children) { return fill(document.createElementNS(SVG, tag), attributes, children); }

/* An address within the page: link("evidence", {term: "STR"}) */
function address(view, given) {
    const pairs = Object.entries(given || {}).filter(p => p[1] !== undefined && p[1] !== "");
    return "#" + view + (pairs.length ? "?" + new URLSearchParams(pairs) : "");
}

/* A link to evidence, or the text alone where there is none. */
function link(to, ...children) { return to ? el("a", { href: to }, ...children) : el("span", {}, ...children); }

let announcer;
function announce(text) { announcer.textContent = text; }

/* ---- numbers --------------------------------------------------------------------------------------------------------- */

const locale = language ? "id-ID" : "en-US";
const counts = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
const reals = new Intl.NumberFormat(locale, { maximumSignificantDigits: 4 });
const shorts = new Intl.NumberFormat(locale, { maximumSignificantDigits: 2 });
const percents = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 });
const raised = { "-": "⁻", 0: "⁰", 1: "¹", 2: "²", 3: "³", 4: "⁴", 5: "⁵", 6: "⁶", 7: "⁷", 8: "⁸", 9: "⁹" };

/* A number for people; what is too long or too small to be one (then it is text) stays as it is. */
function shown(value, type) {
    if (typeof value !== "number") return value;
    if (type === "c") return counts.format(value);
    if (value === 0 || Math.abs(value) >= 1e-4) return reals.format(value);
    const [digits, power] = value.toExponential(1).split("e");
    return shorts.format(+digits) + " × 10" + power.replace("+", "").replace(/./g, c => raised[c]);
}
