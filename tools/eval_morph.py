#!/usr/bin/env python3
"""Accuracy of the Indonesian layer: roots, names left whole, words with their clitics apart.

usage: eval_morph.py [-v] [BUILD]      (default: build/release, with BUILD/tools/morph made; -v lists what is wrong)

The data lie in $SIASAT_SHARED/data/indonesian (default ../shared); without them this says so and ends.
  roots    content words (NOUN VERB ADJ ADV) of two Universal Dependencies treebanks, inflected forms of UniMorph, the pairs of another
           stemmer's tests, and the words of one thesis page: the root must be one of those that the set calls right
  names    proper nouns of the treebanks: the share whose root is the whole form
  words    token, word and sentence F1 as the CoNLL 2018 shared task defines them, read from `siasat tokens --format conllu`; GSD gives
           an abbreviation's full stop a token of its own, and so does this script on that set
Each line ends with what is asked for; the exit status is 1 where one is missed."""
import collections
import csv
import os
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
DATA = os.path.join(os.environ.get('SIASAT_SHARED') or os.path.join(ROOT, '..', 'shared'), 'data', 'indonesian')
CONTENT = {'NOUN', 'VERB', 'ADJ', 'ADV'}
verbose = '-v' in sys.argv[1:]
build = os.path.join(ROOT, ([a for a in sys.argv[1:] if a != '-v'] or ['build/release'])[0])
missed = False


def rows(name):
    with open(os.path.join(DATA, name), encoding='utf-8') as f:
        return list(csv.reader(f, delimiter='\t', quoting=csv.QUOTE_NONE))


def say(what, value, unit, least, detail=''):
    global missed
    missed |= value < least
    print(f'{what:32s} {value:7.2f} {unit}   (asked: {least}){"  MISSED" if value < least else ""}{detail}')


# ---- roots ------------------------------------------------------------------------------------

def roots_of(forms):
    out = subprocess.run([build + '/tools/morph', build + '/lexicon/indonesian.roots'], input='\n'.join(forms) + '\n',
                         capture_output=True, encoding='utf-8', check=True).stdout
    return {f[0]: f[3] for f in (line.split('\t') for line in out.splitlines()) if len(f) > 3}


def roots():
    sets = [('ud-gsd-dev.adj.tsv', 99.7), ('ud-csui-train.adj.tsv', 99.7), ('unimorph-dev.tsv', 96.4), ('sastrawi-unit.tsv', 155),
            ('seed_types.tsv', 239)]
    for name, least in sets:
        data = [r for r in rows(name) if '.adj' not in name or r[2] in CONTENT]
        got = roots_of(sorted({r[0] for r in data}))
        wrong = collections.Counter((r[0], got[r[0]], r[1]) for r in data if got[r[0]] not in r[1].split('|'))
        right = len(data) - sum(wrong.values())
        if least > 100:
            say('roots ' + name, right, 'of %d' % len(data), least)
        else:
            say('roots ' + name, 100 * right / len(data), '%', least, f'  {len(data)} tokens')
        for (form, root, want), n in wrong.most_common() if verbose else []:
            print(f'    {form} > {root}, not {want} ({n})')


def names():
    for name in ('ud-gsd-dev.propn.tsv', 'ud-csui-train.propn.tsv'):
        data = rows(name)
        got = roots_of(sorted({r[0] for r in data}))
        say('names ' + name, 100 * sum(got[r[0]] == r[0] for r in data) / len(data), '%', 95)


# ---- words --------------------------------------------------------------------------------------

def gold(name):
    """Sentences of (surface, words): the two files have the same tokens; where they differ, clitics stand apart behind +."""
    for tokens, words in zip(rows(name + '.tok.tsv'), rows(name + '.words.tsv')):
        yield [(t, [t] if t == w else w.split('+')) for t, w in zip(tokens, words)]


def ours(path, stops_apart):
    out = subprocess.run([build + '/siasat', 'tokens', '--all', '--quiet', '--format', 'conllu', path], check=True, capture_output=True,
                         encoding='utf-8', env=dict(os.environ, SIASAT_DATA=ROOT)).stdout
    for block in out.split('\n\n'):
        sentence, last = [], 0
        for c in (line.split('\t') for line in block.split('\n') if line and line[0] != '#'):
            if '-' in c[0]:
                sentence.append((c[1], []))
                last = int(c[0].split('-')[1])
            elif int(c[0]) <= last:
                sentence[-1][1].append(c[1])
            elif stops_apart and len(c[1]) > 1 and c[1][-1] == '.' and c[1][0].isalpha():
                sentence += [(c[1][:-1], [c[1][:-1]]), ('.', ['.'])]
            else:
                sentence.append((c[1], [c[1]]))
        if sentence:
            yield sentence


def spans(sentences):
    at, tokens, words, whole, text = 0, set(), set(), set(), []
    for s in sentences:
        begin = at
        for surface, parts in s:
            surface = ''.join(surface.split())
            span = (at, at + len(surface))
            tokens.add(span)
            words |= {span + (k, w.lower()) if len(parts) > 1 else span for k, w in enumerate(parts)}
            at += len(surface)
            text.append(surface)
        whole.add((begin, at))
    return tokens, words, whole, ''.join(text)


def words():
    for name, apart in (('gsd-dev', True), ('csui-train', False)):
        a, b = spans(gold(name)), spans(ours(os.path.join(DATA, name + '.raw.txt'), apart))
        if a[3] != b[3]:
            print(f'{name}: the texts differ; spans cannot be compared')
            continue
        for k, (what, least) in enumerate((('tokens', 99.6), ('words', 99.4), ('sentences', 0))):
            say(f'{what} {name}', 200 * len(a[k] & b[k]) / (len(a[k]) + len(b[k])), 'F1', least)
        for span in sorted(a[1] ^ b[1], key=str) if verbose else []:
            print('    ' + ('gold ' if span in a[1] else 'ours ') + (span[3] if len(span) > 2 else a[3][span[0]:span[1]]))


if not os.path.isdir(DATA):
    print(f'eval_morph: skipped: no data in {DATA}')
elif not os.path.exists(build + '/tools/morph'):
    sys.exit(f'eval_morph: make {os.path.relpath(build, ROOT)}/tools/morph first')
else:
    roots()
    names()
    words()
sys.exit(missed)
