#!/usr/bin/env python3
"""Real OCR errors from our own texts, and what spelling repair does with them.

    tools/make_noise.py make FOLDER              renders our texts, degrades the pages, reads them back
    tools/make_noise.py score [-v] FOLDER        how many repairs of --repair are right, and how many errors they mend
    tools/make_noise.py clean [-v] FILE...       what --repair changes in texts without noise, per 10,000 words

make needs Debian's pango1.0-tools, fonts-liberation, fonts-dejavu-core, imagemagick, tesseract-ocr and tesseract-ocr-ind; the
same packages give the same bytes. FOLDER/<how>/<text>.txt is what was read, FOLDER/source/<text>.txt what was rendered.
score aligns the words of both. SIASAT names the program (default build/release/siasat)."""
import argparse, csv, glob, json, os, subprocess, sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SIASAT = os.environ.get('SIASAT', os.path.join(ROOT, 'build', 'release', 'siasat'))

# How a page is spoilt: font, and what is done to the picture that pango draws at 200 dots an inch.
HOW = {
    'fax': ('Liberation Serif 11', '-resize 50% -threshold 62%'),
    'copied': ('Liberation Serif 12', '-resize 50% -blur 0x0.7 -attenuate 0.6 +noise Gaussian -threshold 62%'),
    'faded': ('Liberation Serif 12', '-resize 60% -blur 0x0.6 -threshold 42%'),
    'heavy': ('Liberation Serif 12', '-resize 55% -blur 0x0.8 -threshold 80%'),
    'skewed': ('DejaVu Sans 9', '-rotate 0.6 -resize 45% -blur 0x0.5 -attenuate 0.4 +noise Gaussian'),
    'typewriter': ('Liberation Mono 10', '-resize 40% -blur 0x0.5 -threshold 65%'),
}


def run(*command, **more):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, **more).stdout


# ---- making ------------------------------------------------------------------------------------------------------

def sources():
    """name -> text: the shipped corpus, and the sentences of our contrast set as pages of forty."""
    out = {}
    for path in sorted(glob.glob(os.path.join(ROOT, 'corpora', '*', '*', '*.txt'))):
        with open(path, encoding='utf-8') as f:
            out[os.path.basename(os.path.dirname(path))] = f.read()
    with open(os.path.join(ROOT, 'tests', 'gold', 'contrast.tsv'), encoding='utf-8', newline='') as f:
        sentences = [r['text'] for r in csv.DictReader(f, delimiter='\t', quoting=csv.QUOTE_NONE)]
    for k in range(0, len(sentences), 40):
        out[f'kalimat-{k // 40 + 1:02}'] = '\n'.join(wrap(' '.join(sentences[k:k + 40]), 80)) + '\n'
    return out


def wrap(text, width):
    line = ''
    for word in text.split():
        if line and len(line) + 1 + len(word) > width:
            yield line
            line = ''
        line += (' ' if line else '') + word
    yield line


def read_back(text, font, spoil, seed):
    """The pages of a text (60 lines each), drawn, spoilt and read."""
    out, lines = [], text.split('\n')
    for at in range(0, len(lines), 60):
        page = '\n'.join(lines[at:at + 60])
        if not page.strip():
            continue
        picture = draw(page, font)
        spoilt = run('convert', 'png:-', '-colorspace', 'Gray', '-seed', str(seed), *spoil.split(), 'png:-', input=picture)
        out.append(run('tesseract', '-', '-', '-l', 'ind', '--psm', '6', input=spoilt).decode('utf-8').replace('\f', ''))
    return '\n'.join(out)


def draw(page, font):
    path = os.path.join(TEMP, 'page')
    with open(path + '.txt', 'w', encoding='utf-8') as f:
        f.write(page)
    run('pango-view', '-q', f'--font={font}', '--dpi=200', '--margin=40', '-o', path + '.png', path + '.txt')
    with open(path + '.png', 'rb') as f:
        return f.read()


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, 'w', encoding='utf-8') as f:
        f.write(text)


def make(folder):
    global TEMP
    os.environ['OMP_THREAD_LIMIT'] = '1'
    TEMP = os.path.join(folder, 'pages')
    os.makedirs(TEMP, exist_ok=True)
    for name, text in sources().items():
        write(f'{folder}/source/{name}.txt', text)
        for seed, (how, (font, spoil)) in enumerate(HOW.items(), 1):
            write(f'{folder}/{how}/{name}.txt', read_back(text, font, spoil, seed))
    for path in glob.glob(TEMP + '/*'):
        os.remove(path)
    os.rmdir(TEMP)


# ---- scoring -----------------------------------------------------------------------------------------------------

def words(path, *options):
    """[(word as it is read, surface, repaired)]: word and number tokens of one text."""
    out = []
    run_ = run(SIASAT, 'tokens', '--all', '--quiet', '--format', 'jsonl', *options, path)
    for line in run_.decode('utf-8').splitlines():
        t = json.loads(line)
        if t['kind'] in ('word', 'number'):
            fixed = t.get('repaired') or ''
            out.append((fixed.lower() or joined(t['surface']), t['surface'], fixed))
    return out


def rules(path):
    """form -> (rule, first word of the evidence), as `siasat repairs` prints them."""
    out = {}
    for line in run(SIASAT, 'repairs', '--all', '--quiet', '--format', 'jsonl', path).decode('utf-8').splitlines():
        r = json.loads(line)
        out[r['form'].lower()] = r['rule'], r['evidence'].split()[0]
        if r['effect'] == 'split':
            for half in r['proposal'].lower().split():
                out.setdefault(half, (r['rule'], r['evidence'].split()[0]))
    return out


def joined(surface):
    return surface.lower().replace('-\n', '').replace('\n', ' ')


def near(a, b):
    """0 for equal words, up to 1: edit distance by the longer one's letters."""
    if a == b:
        return 0.0
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        last, row[0] = row[0], i
        for k, y in enumerate(b, 1):
            last, row[k] = row[k], min(row[k] + 1, row[k - 1] + 1, last + (x != y))
    return row[-1] / max(len(a), len(b))


def align(mine, source, band=40):
    """For each word of `mine` the source word it stands for, or None: least sum of `near`, 0.6 for a word alone."""
    n, m, gap = len(mine), len(source), 0.6
    cost, back = [{k: gap * k for k in range(min(m, band) + 1)}], [{}]
    for i in range(1, n + 1):
        mid, row, way = i * m // max(n, 1), {}, {}
        for k in range(max(0, mid - band), min(m, mid + band) + 1):
            best = (cost[i - 1][k] + gap, 'up') if k in cost[i - 1] else (1e9, '')
            if k - 1 in row and row[k - 1] + gap < best[0]:
                best = (row[k - 1] + gap, 'left')
            if k - 1 in cost[i - 1]:
                d = cost[i - 1][k - 1] + near(mine[i - 1], source[k - 1]) * 1.2
                if d <= best[0]:
                    best = (d, 'both')
            row[k], way[k] = best
        cost.append(row)
        back.append(way)
    out, i, k = [None] * n, n, m
    while i > 0 and k in back[i]:
        how = back[i][k]
        if how == 'both':
            out[i - 1] = source[k - 1]
        i -= how != 'left'
        k -= how != 'up'
    return out


# Slips that stand in the sources themselves: reading them as meant is right.
SLIPS = {'millenial': 'milenial', 'penelitiana': 'penelitian', 'suskses': 'sukses', 'pemugutan': 'pemungutan', 'baleho': 'baliho', 'marekting': 'marketing',
         'kkerja': 'kerja', 'leguslatif': 'legislatif', 'stategi': 'strategi', 'dukungandukungan': 'dukungan-dukungan'}


def same(word, source):
    return word == source or (source in SLIPS and word == SLIPS[source])


def score(folder, verbose):
    total, by_rule = [0] * 5, {}
    print('how         words  errors  repairs  right  harmed  precision  recall')
    for how in HOW:
        count = [0] * 5
        for path in sorted(glob.glob(f'{folder}/{how}/*.txt')):
            source = [w for w, _, _ in words(f'{folder}/source/{os.path.basename(path)}')]
            before, after = words(path), words(path, '--repair')
            was = align([w for w, _, _ in before], source)
            now = align([w for w, _, _ in after], source)
            right_before = {}
            for (w, s, _), g in zip(before, was):
                right_before.setdefault(s, w == g)
                right_before[s] &= w == g
            errors = sum(w != g for (w, _, _), g in zip(before, was))
            fixed = [(w, s, g) for (w, s, r), g in zip(after, now) if r]
            right = sum(same(w, g) for w, _, g in fixed)
            harmed = sum(not same(w, g) and right_before.get(s, False) for w, s, g in fixed)
            count = [x + y for x, y in zip(count, (len(before), errors, len(fixed), right, harmed))]
            why = rules(path)
            for w, s, g in fixed:
                rule = why.get(joined(s), ('', ''))
                by_rule.setdefault(rule, [0, 0])[not same(w, g)] += 1
                if verbose and (not same(w, g) or verbose > 1):
                    print(f'  {how} {os.path.basename(path)[:-4]}: {s!r} -> {w}, is {g} ({" ".join(rule)})')
                if verbose > 2:
                    for (w, s, r), g in zip(after, now):
                        if not r and g and w != g:
                            print(f'  left {s!r}, is {g}')
        total = [x + y for x, y in zip(total, count)]
        line(how, count)
    line('all', total)
    for rule in sorted(by_rule):
        print(f'  {" ".join(rule):28} {by_rule[rule][0]:4} right {by_rule[rule][1]:4} wrong')


def line(how, count):
    n, errors, fixed, right, harmed = count
    print(f'{how:10} {n:6} {errors:7} {fixed:8} {right:6} {harmed:7}  {right / max(fixed, 1):9.4f}  {right / max(errors, 1):6.4f}')


def clean(paths, verbose):
    n = changed = 0
    for path in paths:
        after = words(path, '--repair')
        n += len(after)
        changed += sum(bool(r) for _, _, r in after)
        if verbose:
            for w, s, r in after:
                if r:
                    print(f'  {s!r} -> {w}')
    print(f'{n} words, {changed} changed, {changed / max(n, 1) * 1e4:.2f} in 10,000')


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument('task', choices=('make', 'score', 'clean'))
    p.add_argument('path', nargs='+')
    p.add_argument('-v', '--verbose', action='count', default=0)
    a = p.parse_args()
    if a.task == 'make':
        make(a.path[0])
    elif a.task == 'score':
        score(a.path[0], a.verbose)
    else:
        clean(a.path, a.verbose)


if __name__ == '__main__':
    sys.exit(main())
