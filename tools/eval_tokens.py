#!/usr/bin/env python3
"""Token and sentence F1 of the built program on treebank text, beside the prototype it must not fall behind.

usage: eval_tokens.py [-v] [SIASAT]      (default: build/release/siasat; -v lists every difference)

The data lie in $SIASAT_SHARED/data/indonesian (default ../shared): NAME.raw.txt, NAME.tok.tsv. Scored as the CoNLL 2018
shared task does: a token or sentence is right when it covers the same characters, white space not counted. The GSD
treebank gives the full stop of an abbreviation a token of its own; so does this script, on that set, before scoring."""
import csv
import os
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SHARED = os.environ.get('SIASAT_SHARED') or os.path.join(ROOT, '..', 'shared')
SETS = {'gsd-dev': False, 'csui-train': True}               # does an abbreviation keep its stop?


def ours(program, path, raw):
    """The sentences of a file, each a list of surfaces, as `siasat tokens` prints them. What reading set aside (note
    marks) stands nowhere in the rows; it is put back as tokens of its own."""
    out = subprocess.run([program, 'tokens', '--all', '--format', 'tsv', '--raw', path], check=True, encoding='utf-8',
                         capture_output=True, env=dict(os.environ, SIASAT_DATA=ROOT)).stdout
    sentences, at = {}, 0
    for row in csv.DictReader(out.splitlines(), delimiter='\t'):
        s = sentences.setdefault(int(row['sentence']), [])
        s += raw[at:int(row['start'])].split() + [row['surface']]
        at = int(row['end'])
    return [sentences[k] for k in sorted(sentences)]


def stops_apart(sentences):
    def parts(t):
        return [t[:-1], '.'] if len(t) > 1 and t.endswith('.') and t[0].isalpha() else [t]
    return [[y for t in s for y in parts(t)] for s in sentences]


def spans(sentences):
    """Token spans, sentence spans, and the text they cut, all without white space."""
    at, tokens, whole, text = 0, set(), set(), []
    for s in sentences:
        first = at
        for t in s:
            t = ''.join(t.split())
            tokens.add((at, at + len(t)))
            text.append(t)
            at += len(t)
        whole.add((first, at))
    return tokens, whole, ''.join(text)


def f1(gold, system):
    return 200 * len(gold & system) / (len(gold) + len(system))


def differences(gold, system, text):
    for a, b in sorted(gold - system):
        got = ' | '.join(text[x:y] for x, y in sorted(system) if x < b and y > a)
        print(f'    {text[max(0, a - 20):a]} [{text[a:b]}] {text[b:b + 20]}    got: {got}')


def main():
    words = [w for w in sys.argv[1:] if w != '-v']
    program = words[0] if words else os.path.join(ROOT, 'build', 'release', 'siasat')
    data = os.path.join(SHARED, 'data', 'indonesian')
    if not os.path.isdir(data):
        sys.exit(print('skipped: no ' + data))
    sys.path.insert(0, os.path.join(SHARED, 'prototypes', 'indonesian'))
    import idtok
    worse = False
    for name, joined in SETS.items():
        path = os.path.join(data, name)
        raw = open(path + '.raw.txt', encoding='utf-8').read()
        lines = open(path + '.tok.tsv', encoding='utf-8').read().splitlines()
        gold = spans([line.split('\t') for line in lines if line])
        mine = ours(program, path + '.raw.txt', raw)
        mine = spans(mine if joined else stops_apart(mine))
        theirs = spans(idtok.tokenize(raw, mwt=False, abbrdot=joined))
        assert gold[2] == mine[2] == theirs[2], name + ': the texts differ'
        for k, what in enumerate(('tokens', 'sentences')):
            a, b = f1(gold[k], mine[k]), f1(gold[k], theirs[k])
            worse |= a < b
            print(f'{name:12} {what:10} F1 {a:6.2f}   prototype {b:6.2f}')
        if '-v' in sys.argv:
            differences(gold[0], mine[0], gold[2])
    sys.exit(worse)


main()
