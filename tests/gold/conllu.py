#!/usr/bin/env python3
"""The rules of the formats for treebanks and corpora, held against what siasat prints.

    conllu.py SIASAT INPUT...    (the shipped corpora and odd texts are tried, too)

CoNLL-U: universaldependencies.org/format.html, as far as it speaks of the format and not of a grammar. Vertical text: the CWB
corpus encoding tutorial, and XML. What the two say of a document is the same, and is what `tokens` says in its table.
"""
import csv
import io
import os
import re
import subprocess
import sys
import tempfile
import unicodedata
import xml.etree.ElementTree as tree

UPOS = set('ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X _'.split())
ODD = [
    '', '\n\n', 'Kata', 'Satu\u00a0dua\u2009tiga\u3000empat.', 'a|b = c_d _ _ # e', 'Itu \x01 \x7f aneh \ufffe\uffff.', '"<p>&amp;</p>" ]]> <!-- -->',
    'Bukunya, PAN-nya, dukungannyalah; siapakah? Merekapun\u2026', 'Bab\u00ad i zwj\u200dnya\u200b.', 'program-\nprogram  dan\t\tTAB\r\nCRLF.\r\n',
    'cafe\u0301 \U0001F1EE\U0001F1E9 \U0001F468\u200d\U0001F469\u200d\U0001F467 \u05d0\u05d1 \u0627\u0628', '1 000,50 Rp1.000 90% 3/4 08:30 http://a.b/c?d=e',
    'Teks dengan catatan\u00b9 di sini.\n\nItu saja2 kata.', '# newdoc id = x\n# text = y\n1\tx\ty', '\\ \\p \\s', 'a' * 3000 + ' .' * 400, '-nya -lah nya', '. . .',
]


def conllu_faults(text):
    """What is wrong, one string a fault; and the documents as lists of (form, range)."""
    faults, ids, documents = [], set(), []
    if text and not text.endswith('\n\n'):
        faults.append('no empty line behind the last sentence')
    for block in text[:-2].split('\n\n') if text else []:
        lines = block.split('\n')
        meta = [x for x in lines if x.startswith('#')]
        rows = lines[len(meta):]
        said = {}
        for line in meta:
            m = re.match(r'^# (newdoc|newpar|sent_id|text)(?: id)?(?: = (.*))?$', line)
            if not m or m[1] in said:
                faults.append(f'comment {line!r}')
            else:
                said[m[1]] = m[2]
        order = [x.split()[1] for x in meta]
        if order != [x for x in ('newdoc', 'newpar', 'sent_id', 'text') if x in order]:
            faults.append(f'order of comments {order}')
        if 'newdoc' in said:
            documents.append([])
        if not documents or not said.get('sent_id') or not said.get('text'):
            faults.append(f'sentence without document, sent_id or text: {meta}')
            continue
        if said['sent_id'] in ids or re.search(r'\s', said['sent_id']):
            faults.append(f"sent_id {said['sent_id']}")
        ids.add(said['sent_id'])
        faults += sentence_faults(rows, said, documents[-1])
    return faults, documents


def sentence_faults(rows, said, document):
    faults, spelt, words, until, roots = [], '', 0, 0, 0
    where = said['sent_id']
    if not rows:
        return [f'{where}: no words']
    for row in rows:
        cell = row.split('\t')
        if len(cell) != 10 or any(c == '' or c != c.strip() for c in cell):
            faults.append(f'{where}: not ten cells, or blanks around one: {row!r}')
            continue
        if any(unicodedata.normalize('NFC', c) != c for c in cell):
            faults.append(f'{where}: not NFC: {row!r}')
        if any(re.search(r'\s', c) for c in cell[3:9]) or any(re.search(r'[^\S ]', c) for c in cell):
            faults.append(f'{where}: white space: {row!r}')
        misc = cell[9].split('|')
        named = dict(x.split('=', 1) if '=' in x else (x, None) for x in misc)
        if cell[9] != '_' and (len(named) != len(misc) or None in named.values()):
            faults.append(f'{where}: MISC {cell[9]!r}')
        span = re.fullmatch(r'(\d+)-(\d+)', cell[0])
        if span:
            first, last = int(span[1]), int(span[2])
            if first != words + 1 or last <= first or words < until or cell[2:9] != ['_'] * 7:
                faults.append(f'{where}: range {row!r}')
            until = last
        else:
            words += 1
            if cell[0] != str(words) or cell[3] not in UPOS:
                faults.append(f'{where}: ID or UPOS {row!r}')
            if not cell[6].isdigit() or (cell[6] == '0') != (cell[7] == 'root') or cell[6] == cell[0]:
                faults.append(f'{where}: HEAD {row!r}')
            roots += cell[6] == '0'
        if span or words > until:
            if 'TokenRange' not in named:
                faults.append(f'{where}: no TokenRange {row!r}')
            document.append((cell[1], named.get('TokenRange')))
            spelt += cell[1] + ('' if named.get('SpaceAfter') == 'No' else ' ')
        elif 'SpaceAfter' in named or 'TokenRange' in named:
            faults.append(f'{where}: SpaceAfter inside a range {row!r}')
    heads = [int(r.split('\t')[6]) for r in rows if r.split('\t')[0].isdigit()]
    if words < until or roots != 1 or max(heads) > words:
        faults.append(f'{where}: {words} words, range to {until}, {roots} roots')
    if spelt.rstrip(' ') != said['text']:
        faults.append(f"{where}: text is {said['text']!r}, its words {spelt!r}")
    return faults


def vrt_faults(text):
    faults, documents = [], []
    try:
        tree.fromstring(text.encode())
    except tree.ParseError as e:
        faults.append(f'no XML: {e}')
    for line in text.split('\n')[1:-1]:
        if line.startswith('<'):
            if not re.fullmatch(r'</?[a-z]+(?: [a-z][a-z0-9_]*="[^"<\t]*")*>', line):
                faults.append(f'tag {line!r}')
            if line.startswith('<text '):
                documents.append([])
            continue
        cell = line.split('\t')
        if len(cell) != 7 or not cell[5].isdigit() or not cell[6].isdigit() or '' in cell:
            faults.append(f'token {line!r}')
        elif documents:
            plain = re.sub('&(amp|lt|gt|quot);', lambda m: {'amp': '&', 'lt': '<', 'gt': '>', 'quot': '"'}[m[1]], cell[0])
            documents[-1].append((plain, f'{cell[5]}:{cell[6]}'))
    return faults, documents


WRONG = [                                                     # what must be refused, or the checks above are asleep
    '1\ta\ta\tX\t_\t_\t0\troot\t_\tTokenRange=0:1\n\n', '# newdoc id = a\n# newpar\n# sent_id = s1\n# text = a\n\n',
    *('# newdoc id = a\n# newpar\n# sent_id = s1\n# text = ' + x for x in (
        'b\n1\ta\ta\tX\t_\t_\t0\troot\t_\tTokenRange=0:1\n\n', 'a\n2\ta\ta\tX\t_\t_\t0\troot\t_\tTokenRange=0:1\n\n',
        'a\n1\ta\ta\tX\t_\t_\t1\tdep\t_\tTokenRange=0:1\n\n', 'a\n1\ta\t\tX\t_\t_\t0\troot\t_\tTokenRange=0:1\n\n',
        'a\n1\ta\ta\tX\t_\t_\t0\troot\t_\tTokenRange=0:1|Norm=||Root=a\n\n', 'a\n1-2\ta\t_\t_\t_\t_\t_\t_\t_\tTokenRange=0:1\n'
        '1\ta\ta\tX\t_\t_\t0\troot\t_\t_\n\n', 'a\n1\ta\ta\tX\t_\t_\t0\troot\t_\tTokenRange=0:1\n')),
]
WRONG_VRT = ['<?xml version="1.0"?>\n<c>\n<text id="a">\na\tb\n</text>\n</c>\n', '<?xml version="1.0"?>\n<c>\n<Text id="a">\n</Text>\n</c>\n',
             '<?xml version="1.0"?>\n<c>\n<text id="a">\n</c>\n']


def main():
    siasat, inputs, bad, words = sys.argv[1], sys.argv[2:], 0, 0
    for wrong, check in [(x, conllu_faults) for x in WRONG] + [(x, vrt_faults) for x in WRONG_VRT]:
        if not check(wrong)[0]:
            print(f'not ok: conllu: takes {wrong!r}')
            bad += 1

    def printed(form, *what):
        return subprocess.run([siasat, 'tokens', '--quiet', '--raw', '-f', form, *what], capture_output=True, check=True).stdout.decode()

    with tempfile.TemporaryDirectory() as folder:
        for i, text in enumerate(ODD):
            with open(os.path.join(folder, f'aneh {i:02}.txt'), 'w', newline='', encoding='utf-8') as f:
                f.write(text)
        for source in [folder, *inputs]:
            faults, trees = conllu_faults(printed('conllu', source))
            more, verticals = vrt_faults(printed('vrt', source))
            table = {}
            for row in csv.DictReader(io.StringIO(printed('csv', source), newline='')):
                table.setdefault(row['doc'], []).append(f"{row['start']}:{row['end']}")
            ranges = [[r for _, r in d] for d in trees]
            if ranges != [[r for _, r in d] for d in verticals] or ranges != list(table.values()):
                faults.append('CoNLL-U, vertical text and the table of tokens tell of other places')
            if [re.sub('[\ufffe\uffff]', '\ufffd', f) for d in trees for f, _ in d] != [f for d in verticals for f, _ in d]:
                faults.append('CoNLL-U and vertical text tell of other words')
            for fault in (faults + more)[:10]:
                print(f'not ok: conllu: {source}: {fault}')
            bad += bool(faults + more)
            words += sum(map(len, trees))
    print(f'conllu: {words} tokens of {len(inputs)} corpora and {len(ODD)} odd texts, CoNLL-U and vertical text: ' + ('not sound' if bad else 'sound'))
    return bad > 0


sys.exit(main())
