"""A workbook's cells are those of the CSV files, and nothing in it runs: workbook.py FILE.xlsx FOLDER"""
import csv, json, os, re, sys
import openpyxl
book, folder = openpyxl.load_workbook(sys.argv[1]), sys.argv[2]
csv.field_size_limit(1 << 24)
bad, cells, links = [], 0, 0


def unescaped(value):
    """Spreadsheet programs read _x0041_ as the character of that number (ECMA-376, ST_Xstring); openpyxl hands it over as it is."""
    return re.sub(r"_x([0-9A-Fa-f]{4})_", lambda m: chr(int(m[1], 16)), value)


def shown(text):
    """The CSV without the guard that keeps it from being a formula; a workbook cannot hold what XML has no way to say."""
    if text[:1] == "'" and text[1:2] in set("=+-@\t"):
        text = text[1:]
    return text.replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")


for r in json.load(open(os.path.join(folder, "datapackage.json"), encoding="utf-8"))["resources"]:
    sheet, fields = book[r["title"]], r["schema"]["fields"]
    table = list(csv.reader(open(os.path.join(folder, r["path"]), encoding="utf-8", newline="")))
    rows = list(sheet.iter_rows(min_row=2, max_col=len(fields)))
    if [c.value for c in sheet[1]][: len(fields)] != [f["title"] for f in fields]:
        bad.append(r["title"] + ": heads")
    if len(rows) != len(table) - 1 or sheet.freeze_panes != "A2" or not sheet.auto_filter.ref:
        bad.append(f"{r['title']}: {len(rows)} rows are not {len(table) - 1}, or no filter, or no frozen head")
    for want, row in zip(table[1:], rows):
        for text, field, cell in zip(want, fields, row):
            cells += 1
            links += cell.hyperlink is not None
            if cell.data_type == "f":
                bad.append(f"{r['title']}!{cell.coordinate} is a formula")
            elif not text and cell.value is None:
                continue
            elif field["type"] == "string" and isinstance(cell.value, str):
                if shown(text) != unescaped(cell.value):
                    bad.append(f"{r['title']}!{cell.coordinate}: {cell.value!r} is not {text!r}")
            elif isinstance(cell.value, (int, float)) and field["type"] != "string":
                if abs(cell.value - float(text)) > 1e-9 * abs(float(text)):
                    bad.append(f"{r['title']}!{cell.coordinate}: {cell.value} is not {text}")
            else:
                bad.append(f"{r['title']}!{cell.coordinate}: {cell.value!r} is not {text!r}")
    for c, field in zip(sheet[1], fields):
        if field["description"] and c.comment is None:
            bad.append(f"{r['title']}!{c.coordinate}: no note")
targets = {n: d.attr_text for n, d in book.defined_names.items()} if hasattr(book.defined_names, "items") else {d.name: d.attr_text for d in book.defined_names.definedName}
for name in [s for s in book.sheetnames]:
    for row in book[name].iter_rows():
        for c in row:
            if c.hyperlink and (c.hyperlink.location or "").split("!")[-1] not in targets:
                bad.append(f"{name}!{c.coordinate}: its link {c.hyperlink.location} leads nowhere")
print(f"report: workbook: {len(book.sheetnames)} sheets, {cells} cells, {links} links" if not bad else "not ok: " + "\n".join(bad[:12]))
sys.exit(bool(bad) or not links)
