#!/usr/bin/env python3
"""How well headings, notes, keywords and titles are found: compares `siasat text --marks` with hand-marked lines.

usage: tools/eval_layout.py SIASAT GOLD_FOLDER [-v]

GOLD_FOLDER holds texts/NN.txt and layout.tsv (doc, start_char, end_char, line, kind, text). Per kind: how many gold lines
lie in a block of that kind (recall), and how many blocks of that kind hold such a line (precision)."""
import collections
import csv
import io
import os
import subprocess
import sys

KINDS = ['heading', 'title', 'keywords', 'footnote']
ALSO = {'title': {'title', 'front_matter'}}     # short lines of a title page count as titles


def gold_lines(folder):
    lines = collections.defaultdict(list)
    with open(os.path.join(folder, 'layout.tsv'), encoding='utf-8', newline='') as f:
        for r in csv.DictReader(f, delimiter='\t', quoting=csv.QUOTE_NONE):
            lines[r['doc']].append((int(r['start_char']), int(r['end_char']), r['kind'], r['text']))
    return lines


def blocks(siasat, path):
    out = subprocess.run([siasat, 'text', '--marks', '--format', 'csv', path], check=True, capture_output=True, text=True).stdout
    return [(int(r['start']), int(r['end']), r['kind'], r['text']) for r in csv.DictReader(io.StringIO(out))]


def meet(a, b):
    return a[0] < b[1] and b[0] < a[1]


def compare(gold, found, kind, wrong):
    want = [g for g in gold if g[2] in ALSO.get(kind, {kind})]
    have = [b for b in found if b[2] == kind]
    missed = [g for g in want if g[2] == kind and not any(meet(g, b) for b in have)]
    extra = [b for b in have if not any(meet(g, b) for g in want)]
    wrong.extend(('missed', kind, g[3]) for g in missed)
    wrong.extend(('extra', kind, b[3][:60]) for b in extra)
    return sum(g[2] == kind for g in want), len(missed), len(have), len(extra)


def main(siasat, folder, verbose):
    total = {k: [0, 0, 0, 0] for k in KINDS}
    for doc, gold in sorted(gold_lines(folder).items()):
        found, wrong = blocks(siasat, os.path.join(folder, 'texts', doc + '.txt')), []
        for kind in KINDS:
            total[kind] = [a + b for a, b in zip(total[kind], compare(gold, found, kind, wrong))]
        for w in wrong if verbose else []:
            print(doc, *w)
    for kind in KINDS:
        lines, missed, have, extra = total[kind]
        print(f'{kind:9} recall {lines - missed}/{lines}  precision {have - extra}/{have}')


if __name__ == '__main__':
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2], '-v' in sys.argv)
