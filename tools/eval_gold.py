#!/usr/bin/env python3
"""Predictions of siasat on a marked corpus, and how good they are.

    tools/eval_gold.py [-v] [--repair] [--siasat PROGRAM] [--codebook FILE] [GOLD]

GOLD is a folder with texts/NN.txt, gold.tsv, score.py and contrast.tsv, score_contrast.py; default: $SIASAT_SHARED/gold, else
../shared/gold beside the project. Its own scorers print the figures, or where it has none this program does; -v lists every
place that differs."""
import argparse, collections, csv, json, os, subprocess, sys, tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def arguments():
    shared = os.environ.get('SIASAT_SHARED', os.path.join(ROOT, '..', 'shared'))
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument('gold', nargs='?', default=os.path.join(shared, 'gold'))
    p.add_argument('--siasat', default=os.environ.get('SIASAT', os.path.join(ROOT, 'build', 'release', 'siasat')))
    p.add_argument('--codebook', default=os.path.join(ROOT, 'codebooks', 'kampanye.tsv'))
    p.add_argument('--engine', default='fast')
    p.add_argument('--repair', action='store_true', help='read slips as siasat repairs proposes')
    p.add_argument('-v', '--verbose', action='store_true')
    return p.parse_args()


def rows(path):
    """A TSV without quoting, as the gold files are."""
    with open(path, encoding='utf-8', newline='') as f:
        return list(csv.DictReader(f, delimiter='\t', quoting=csv.QUOTE_NONE))


def tag(a, paths):
    """{document's name without folder and .txt: [(start, end, category, term)]}, every part of the text counted."""
    run = subprocess.run([a.siasat, 'tag', '--all', '--quiet', '--format', 'jsonl', '--engine', a.engine,
                          '--codebook', a.codebook, *(['--repair'] if a.repair else []), *paths], stdout=subprocess.PIPE, check=True)
    out = collections.defaultdict(list)
    for line in run.stdout.decode('utf-8').splitlines():
        r = json.loads(line)
        out[os.path.basename(r['doc'])[:-4]].append((int(r['start']), int(r['end']), r['category'], r['term']))
    return out


def write(path, predicted):
    with open(path, 'w', encoding='utf-8') as f:
        f.write('doc\tstart_char\tend_char\tcategory\tterm_id\n')
        for doc in sorted(predicted):
            for hit in sorted(predicted[doc]):
                f.write('\t'.join(map(str, (doc, *hit))) + '\n')


def differences(predicted, gold, text):
    for doc in sorted(set(predicted) | set(gold)):
        both = set(predicted.get(doc, ())) & set(gold.get(doc, ()))
        for name, mine in (('missed', gold), ('extra', predicted)):
            for a, b, category, term in sorted(set(mine.get(doc, ())) - both):
                around = text[doc][max(0, a - 40):b + 40].replace('\n', ' ')
                print(f'  {doc} {name:6} {a:5}-{b:<5} {term:20} {text[doc][a:b]!r} in ...{around}...')


def figures(name, hit, predicted, gold):
    precision, recall = hit / max(predicted, 1), hit / max(gold, 1)
    return f'{name} P {precision:.3f} R {recall:.3f} F1 {2 * precision * recall / max(precision + recall, 1e-9):.3f}'


def overlapping(mine, gold):
    """How many of `mine` meet a gold span of their category; each gold span is met once."""
    free, n = list(gold), 0
    for a, b, category, _ in mine:
        met = next((g for g in free if g[2] == category and g[0] < b and a < g[1]), None)
        if met:
            free.remove(met)
            n += 1
    return n


def score(predicted, want):
    n, m = sum(map(len, predicted.values())), sum(map(len, want.values()))
    same = sum(len({x[:3] for x in predicted.get(d, ())} & {x[:3] for x in want[d]}) for d in want)
    print(figures('strict ', same, n, m), f'({m} gold, {n} predicted)')
    print(figures('overlap', sum(overlapping(predicted.get(d, ()), want[d]) for d in want), n, m))


def marked(gold):
    want = collections.defaultdict(list)
    for r in rows(gold):
        want[r['doc']].append((int(r['start_char']), int(r['end_char']), r['category'], r['term_id']))
    return want


def spans(sentences):
    """The marks of contrast sentences: start:end:category:term;..."""
    return {r['id']: [(int(x), int(y), c, t) for x, y, c, t in
                      ((s + '::').split(':')[:4] for s in (r['spans'] or '').split(';') if s)] for r in sentences}


def texts(a, folder, gold, *options):
    names = sorted(os.listdir(folder))
    text = {n[:-4]: open(os.path.join(folder, n), encoding='utf-8', newline='').read() for n in names}
    predicted = tag(a, [os.path.join(folder, n) for n in names])
    scorer = os.path.join(a.gold, 'score.py')
    if not os.path.exists(scorer):
        score(predicted, marked(gold))
    else:
        with tempfile.TemporaryDirectory() as tmp:
            write(tmp + '/pred.tsv', predicted)
            subprocess.run([sys.executable, scorer, tmp + '/pred.tsv', *options], check=True)
    if a.verbose:
        differences(predicted, marked(gold), text)


def contrast(a):
    sentences = rows(os.path.join(a.gold, 'contrast.tsv'))
    with tempfile.TemporaryDirectory() as tmp:
        for r in sentences:
            with open(f'{tmp}/{r["id"]}.txt', 'w', encoding='utf-8') as f:
                f.write(r['text'])
        predicted = tag(a, [f'{tmp}/{r["id"]}.txt' for r in sentences])
        write(tmp + '/pred.tsv', predicted)
        scorer = os.path.join(a.gold, 'score_contrast.py')
        want = spans(sentences)
        if os.path.exists(scorer):
            subprocess.run([sys.executable, scorer, tmp + '/pred.tsv'], check=True)
        else:
            print('contrast')
            score(predicted, want)
    if a.verbose:
        differences(predicted, want, {r['id']: r['text'] for r in sentences})


def main():
    a = arguments()
    if not os.path.isdir(a.gold):
        sys.exit(f'{a.gold}: no such folder')
    print('texts', flush=True)
    texts(a, os.path.join(a.gold, 'texts'), os.path.join(a.gold, 'gold.tsv'))
    noisy = os.path.join(a.gold, 'texts-noisy')
    if os.path.isdir(noisy):
        print('texts with scanning noise added', flush=True)
        texts(a, noisy, os.path.join(a.gold, 'gold.noisy.tsv'), '--noisy')
    if os.path.exists(os.path.join(a.gold, 'contrast.tsv')):
        contrast(a)


if __name__ == '__main__':
    main()
