"""A folder is what its datapackage.json says: package.py FOLDER STRINGS. Our own check of Frictionless Data's rules for tabular packages."""
import csv, hashlib, json, os, re, sys
folder, strings = sys.argv[1:]
bad = []
with open(os.path.join(folder, "datapackage.json"), encoding="utf-8") as f:
    package = json.load(f)
if package["profile"] != "tabular-data-package" or not re.fullmatch(r"[a-z0-9._/-]+", package["name"]):
    bad.append("profile or name")
fits = {"string": lambda s: True, "integer": lambda s: re.fullmatch(r"-?\d+", s), "number": lambda s: re.fullmatch(r"-?\d+(\.\d+)?(e[+-]?\d+)?", s)}
names, rows = set(), 0
for r in package["resources"]:
    path = os.path.join(folder, r["path"])
    bytes_ = open(path, "rb").read()
    if r["name"] in names or r["bytes"] != len(bytes_) or r["hash"] != "sha256:" + hashlib.sha256(bytes_).hexdigest():
        bad.append(r["name"] + ": name, bytes or hash")
    names.add(r["name"])
    table = list(csv.reader(open(path, encoding=r["encoding"], newline=""), delimiter=r["dialect"]["delimiter"]))
    fields = r["schema"]["fields"]
    if table[0] != [f["name"] for f in fields] or len({f["name"] for f in fields}) != len(fields):
        bad.append(r["name"] + ": heads are not the fields")
    for row in table[1:]:
        rows += 1
        if len(row) != len(fields) or not all(not c or fits[f["type"]](c) for c, f in zip(row, fields)):
            bad.append(f'{r["name"]}: {row}')
files = {f[:-4] for f in os.listdir(folder) if f.endswith(".csv")}
if files != names:
    bad.append(f"files that are not told of, or not there: {files ^ names}")
labels = {row["term"]: row["label"] for row in csv.DictReader(open(os.path.join(folder, "codebook.csv"), encoding="utf-8", newline=""))}
wanted = open(strings, encoding="utf-8").read().splitlines()
for i, s in enumerate(wanted, 1):
    if labels[f"N-{i:03}"].strip("' \t") != s.strip("' \t"):
        bad.append(f"string {i}: {labels[f'N-{i:03}']!r} is not {s!r}")
print(f"report: datapackage.json: {len(names)} tables, {rows} rows, {len(wanted)} strings" if not bad else "not ok: " + "\n".join(bad[:10]))
sys.exit(bool(bad))
