#!/usr/bin/env python3
"""Learns the weights that rank analyses of Indonesian word forms, and writes src/text/indonesian/weights.h.

usage: train_morph.py [--dry] [BUILD]      (default: build/release; --dry only prints scores)

Data, in $SIASAT_SHARED/data/indonesian (default ../shared): the inflected forms of UniMorph (unimorph-dev.tsv, CC BY-SA 3.0) and the
content words of two Universal Dependencies treebanks (ud-gsd-dev.adj.tsv, ud-csui-train.adj.tsv, CC BY-SA 4.0), each with the roots
that are right, and these treebanks' proper nouns (*.propn.tsv), which are best left whole. They are no part of this repository; only
the sums below, rounded to 64ths, are.

A softmax over the candidates of each form that BUILD/tools/morph -c prints, with several right roots allowed, fitted by AdaGrad.
After a change: make, run this, make again, and see tools/eval_morph.py."""
import collections
import math
import os
import random
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
DATA = os.path.join(os.environ.get('SIASAT_SHARED') or os.path.join(ROOT, '..', 'shared'), 'data', 'indonesian')
CONTENT = {'NOUN', 'VERB', 'ADJ', 'ADV'}
SCALE, EPOCHS, RATE, DECAY = 64, 14, 0.15, 3e-3
TREEBANK, NAME = 4.0, 0.5               # what an example weighs, against a form of UniMorph
PREFIXES = ['', 'di', 'ke', 'ketidak', 'se', 'ku', 'kau', 'ber', 'ter', 'per', 'meN', 'peN', 'pe']
NAMES = ['NONE', 'DI', 'KE', 'KETIDAK', 'SE', 'KU', 'KAU', 'BER', 'TER', 'PER', 'MEN', 'PEN', 'PE']
SUFFIXES = ['', 'kan', 'i', 'an']
ALLOMORPHS, AFFIXES, LETTERS, SYLLABLES, UNKNOWN = 66, 5, 8, 4, 12
WHOLE = 4                               # ROOT_WHOLE: settled by a list, nothing to learn


# ---- data -------------------------------------------------------------------------------------

def rows(name):
    with open(os.path.join(DATA, name), encoding='utf-8') as f:
        return [line.rstrip('\n').split('\t') for line in f if line.strip()]


def examples():
    """(form, right roots, weight)"""
    out = [(r[0], set(r[1].split('|')), 1.0) for r in rows('unimorph-dev.tsv')]
    count, right = collections.Counter(), {}
    for name in ('ud-gsd-dev.adj.tsv', 'ud-csui-train.adj.tsv'):
        for r in rows(name):
            if r[2] in CONTENT:
                count[r[0]] += 1
                right[r[0]] = set(r[1].split('|'))
    out += [(w, right[w], TREEBANK * (1 + math.log(n))) for w, n in sorted(count.items())]
    names = {r[0] for name in ('ud-gsd-dev.propn.tsv', 'ud-csui-train.propn.tsv') for r in rows(name)} - {d[0] for d in out}
    return out + [(w, {w}, NAME) for w in sorted(names)]


def candidates(build, forms):
    out = subprocess.run([build + '/tools/morph', '-c', build + '/lexicon/indonesian.roots'], input='\n'.join(forms) + '\n',
                         capture_output=True, encoding='utf-8', check=True).stdout
    found, form = {}, ''
    for line in out.split('\n'):
        if line.startswith('\t'):
            found[form].append(line[1:].split(' '))
        elif line:
            form = line
            found[form] = []
    return found


# ---- features: each a weight of weights.h, or one of several that are added up into it -----------------

def features(c):
    root, affixes, allo = c[0], c[1], c[2]
    poss, part, red, bound, flags, classes, letters, syll, licence = map(int, c[3:12])
    chain, suffix = affixes.split('|')
    if bound:
        f = ['bound']
    elif chain or suffix:
        f = [f'P {chain}', f'S {suffix}', f'PS {chain}|{suffix}', f'licence {licence}']
        if chain:
            parts = chain.split('.')
            f += [f'O {parts[0]}|{suffix}', f'N {len(parts)}']
        f += [f'allomorph {a}' for a in allo.rstrip('|').split('.') if a]
        if suffix and root[-1] in 'aeiou':
            f.append(f'vowel {suffix}')
        if suffix == 'an' and root[-1] == 'k':
            f.append('k_an')
    else:
        f = ['P ', 'S ', 'PS |']
        if not red:
            f.append(f'whole {flags >> 1 & 1}')
    f += [f'affixes {min(classes, AFFIXES)}', f'letters {min(letters, LETTERS)}', f'syllables {min(syll, SYLLABLES)}']
    f += [f'possessive {poss}'] * (poss > 0) + [f'particle {part}'] * (part > 0) + [f'reduplication {red}'] * (red > 0)
    return f


def bare(c):
    return c[1] == '|' and c[3] == c[4] == c[6] == '0'


def listed(c):
    return bare(c) and int(c[7]) & WHOLE


def problems(data, found):
    """(features of each candidate, which of them are right, weight). One more candidate of a form that is no root: that it is
    not known at all."""
    out, lost = [], 0
    for form, right, weight in data:
        cs = found.get(form, []) if form.isalpha() else []
        good = {i for i, c in enumerate(cs) if c[0] in right}
        fs = [features(c) for c in cs]
        if cs and not any(map(bare, cs)):
            fs.append(['unknown', f'unknown {min(len(form), UNKNOWN)}'])
            good |= {len(cs)} if form in right else set()
        lost += bool(cs) and not good
        if good and len(good) < len(fs) and not any(map(listed, cs)):
            out.append((fs, good, weight))
    return out, lost


# ---- fitting ----------------------------------------------------------------------------------------

def fit(work):
    w, seen, rnd = collections.defaultdict(float), collections.defaultdict(lambda: 1e-8), random.Random(1)
    for _ in range(EPOCHS):
        rnd.shuffle(work)
        for fs, good, weight in work:
            score = [sum(w[x] for x in f) for f in fs]
            top = max(score)
            e = [math.exp(s - top) for s in score]
            total, right = sum(e), sum(e[i] for i in good)
            slope = collections.defaultdict(float)
            for i, f in enumerate(fs):
                d = ((e[i] / right if i in good else 0) - e[i] / total) * weight
                if abs(d) > 1e-6:
                    for x in f:
                        slope[x] += d
            for x, d in slope.items():
                d -= DECAY * w[x]
                seen[x] += d * d
                w[x] += RATE * d / math.sqrt(seen[x])
    return w


# ---- writing ------------------------------------------------------------------------------------------

def rounded(x):
    return int(round(x * SCALE))


def chains(w):
    """One row for each chain that was seen: prefix, suffix and number of prefixes in one sum."""
    seen = sorted({k[2:] for k in w if k.startswith('P ')}, key=lambda c: [PREFIXES.index(p) for p in c.split('.')])
    for chain in seen:
        parts = chain.split('.') if chain else []
        row = []
        for s in SUFFIXES:
            x = w[f'P {chain}'] + w[f'S {s}'] + w[f'PS {chain}|{s}']
            if parts:
                x += w[f'O {parts[0]}|{s}'] + w[f'N {len(parts)}']
            row.append(rounded(x))
        names = [NAMES[PREFIXES.index(p)] for p in parts] + ['NONE'] * (3 - len(parts))
        yield f'    [CHAIN({", ".join(names)})] = {{ {", ".join(map(str, row))} }},'


def header(w):
    def table(name, size, keys):
        return f'static const int16_t {name}[{size}] = {{ {", ".join(str(rounded(w[k]) if k else 0) for k in keys)} }};'

    def wrapped(keys):
        v = [str(rounded(w[k])) for k in keys]
        return [f'    {", ".join(v[i:i + 22])},' for i in range(0, len(v), 22)]
    return '\n'.join([
        '/* Made by tools/train_morph.py: what ranks analyses, in 64ths of a nat. */', '#ifndef SIASAT_TEXT_WEIGHTS_H',
        '#define SIASAT_TEXT_WEIGHTS_H', '', '/* By chain of prefixes and suffix: none, -kan, -i, -an. */',
        'static const int16_t chain_weight[CHAINS][SUFFIXES] = {', *chains(w), '};', '',
        'static const int16_t allomorph_weight[ALLOMORPHS] = {', *wrapped(f'allomorph {i}' for i in range(ALLOMORPHS)), '};',
        table('possessive_weight', 'POSSESSIVES', ['', *(f'possessive {i}' for i in range(1, 4))]),
        table('particle_weight', 'PARTICLES', ['', *(f'particle {i}' for i in range(1, 5))]),
        table('reduplication_weight', 'REDUPLICATIONS', ['', *(f'reduplication {i}' for i in range(1, 4))]),
        table('licence_weight', 'LICENCES', [f'licence {i}' for i in range(4)]),
        table('affixes_weight', AFFIXES + 1, [f'affixes {i}' for i in range(AFFIXES + 1)]),
        table('letters_weight', LETTERS + 1, [f'letters {i}' for i in range(LETTERS + 1)]),
        table('syllables_weight', SYLLABLES + 1, [f'syllables {i}' for i in range(SYLLABLES + 1)]),
        table('vowel_weight', 'SUFFIXES', ['', *(f'vowel {s}' for s in SUFFIXES[1:])]),
        table('whole_weight', 2, ['whole 0', 'whole 1']),
        f'static const int16_t unknown_weight[{UNKNOWN + 1}] = {{ '
        f'{", ".join(str(rounded(w["unknown"] + w[f"unknown {i}"])) for i in range(UNKNOWN + 1))} }};',
        f'enum {{ k_an_weight = {rounded(w["k_an"])}, bound_weight = {rounded(w["bound"])} }};', '#endif', ''])


def main():
    args = [a for a in sys.argv[1:] if a != '--dry']
    build = os.path.join(ROOT, args[0] if args else 'build/release')
    if not os.path.isdir(DATA):
        print(f'train_morph: skipped: no data in {DATA}')
        return
    data = examples()
    work, lost = problems(data, candidates(build, sorted({d[0] for d in data})))
    w = fit(work)
    wrong = sum(max(range(len(fs)), key=lambda i: sum(w[x] for x in fs[i])) not in good for fs, good, _ in work)
    print(f'{len(data)} forms; {lost} whose right root is no candidate; {len(work)} with a choice, {wrong} of them chosen wrongly')
    if '--dry' not in sys.argv:
        with open(os.path.join(ROOT, 'src/text/indonesian/weights.h'), 'w', encoding='utf-8') as f:
            f.write(header(w))


if __name__ == '__main__':
    main()
