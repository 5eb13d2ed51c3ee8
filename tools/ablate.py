#!/usr/bin/env python3
"""What the codebook's rules bring: the same texts coded without each of them.

    tools/ablate.py [--siasat PROGRAM] [--codebook FILE] [GOLD...]

Printed for each set: strict precision, recall and F1 with all rules, and without exceptions, conditions, both, inflection
(hits with a clitic or a word said twice dropped), slips (`~`), and with --repair. The sets are the contrast sentences of
tests/gold, and the texts, noisy texts and contrast sentences of each folder GOLD (as tools/eval_gold.py reads them; default the shared
folder, where it is there)."""
import argparse, collections, copy, json, os, re, subprocess, tempfile
import eval_gold

CLITICS = ('nya', 'lah', 'kah', 'pun')


def arguments():
    shared = os.environ.get('SIASAT_SHARED', os.path.join(eval_gold.ROOT, '..', 'shared'))
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument('gold', nargs='*', default=[os.path.join(shared, 'gold')])
    p.add_argument('--siasat', default=os.path.join(eval_gold.ROOT, 'build', 'release', 'siasat'))
    p.add_argument('--codebook', default=os.path.join(eval_gold.ROOT, 'codebooks', 'kampanye.tsv'))
    p.set_defaults(engine='fast', repair=False)
    return p.parse_args()


def without(codebook, columns, slips, to):
    """A copy of a codebook, the cells of `columns` emptied; without `slips` no ~."""
    with open(codebook, encoding='utf-8') as f:
        lines = [line.rstrip('\n').split('\t') for line in f]
    places = [lines[0].index(c) for c in columns]
    kept = [lines[0]]
    for row in lines[1:]:
        kept.append(['' if i in places else x if slips else re.sub(r'(?<![^ |])~', '', x) for i, x in enumerate(row)])
    with open(to, 'w', encoding='utf-8') as f:
        f.writelines('\t'.join(row) + '\n' for row in kept)
    return to


def last_words(a, paths):
    """{document: {end of a token: whether a clitic ends it}}"""
    run = subprocess.run([a.siasat, 'tokens', '--all', '--quiet', '--format', 'jsonl', *paths], stdout=subprocess.PIPE, check=True)
    ends = collections.defaultdict(dict)
    for line in run.stdout.decode('utf-8').splitlines():
        r = json.loads(line)
        tail = r['norm'][-3:]
        ends[os.path.basename(r['doc'])[:-4]][r['end']] = tail in CLITICS and not (r['lemma'] or '').endswith(tail)
    return ends


def said_twice(surface):
    words = re.split(r'[\s\u2010-\u2014-]+', surface.lower())
    return any(b == a or b in [a + c for c in CLITICS] for a, b in zip(words, words[1:]))


def plain(predicted, ends, text):
    return {d: [h for h in hits if not ends[d].get(h[1]) and not said_twice(text[d][h[0]:h[1]])] for d, hits in predicted.items()}


def sets(a, folder):
    """(name, {document: text}, gold) of all that is there."""
    for name, texts, gold in (('texts', 'texts', 'gold.tsv'), ('noisy texts', 'texts-noisy', 'gold.noisy.tsv')):
        at = os.path.join(folder, texts)
        if os.path.isdir(at):
            read = {n[:-4]: open(os.path.join(at, n), encoding='utf-8', newline='').read() for n in sorted(os.listdir(at))}
            yield name, read, eval_gold.marked(os.path.join(folder, gold))
    at = os.path.join(folder, 'contrast.tsv')
    if os.path.exists(at):
        rows = eval_gold.rows(at)
        yield 'contrast', {r['id']: r['text'] for r in rows}, eval_gold.spans(rows)


def show(name, predicted, gold, text):
    n, m = (sum(len(x.get(d, ())) for d in text) for x in (predicted, gold))
    hit = sum(len({x[:3] for x in predicted.get(d, ())} & {x[:3] for x in gold.get(d, ())}) for d in text)
    print(f'  {eval_gold.figures(f"{name:26}", hit, n, m)}', flush=True)


def ablate(a, text, gold, tmp):
    paths = []
    for d, t in text.items():
        paths.append(os.path.join(tmp, d + '.txt'))
        with open(paths[-1], 'w', encoding='utf-8', newline='') as f:
            f.write(t)
    whole = eval_gold.tag(a, paths)
    show('all rules', whole, gold, text)
    for name, columns, slips in (('no exceptions', ['except'], True), ('no conditions', ['context'], True),
                                 ('neither', ['except', 'context'], True), ('no slips (~)', [], False)):
        b = copy.copy(a)
        b.codebook = without(a.codebook, columns, slips, os.path.join(tmp, 'kode.tsv'))
        show(name, eval_gold.tag(b, paths), gold, text)
    show('no inflection', plain(whole, last_words(a, paths), text), gold, text)
    b = copy.copy(a)
    b.repair = True
    show('with --repair', eval_gold.tag(b, paths), gold, text)


def main():
    a = arguments()
    for folder in [os.path.join(eval_gold.ROOT, 'tests', 'gold'), *a.gold]:
        for name, text, gold in sets(a, folder) if os.path.isdir(folder) else []:
            print(f'{os.path.relpath(folder, eval_gold.ROOT)}: {name}', flush=True)
            with tempfile.TemporaryDirectory() as tmp:
                ablate(a, text, gold, tmp)


if __name__ == '__main__':
    main()
