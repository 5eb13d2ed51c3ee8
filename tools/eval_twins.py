#!/usr/bin/env python3
"""How well `siasat docs` knows a text again that was scanned badly: eval_twins.py [SIASAT]

Every text of corpora/ (and of ../shared, where it is there: the gold texts, and running text cut into pieces of 1,500 words, pieces of
one source being different texts) gets copies in which letters are misread, lost, doubled or parted at random, at several rates.
`duplicate_of` of a copy must name its text, that of a text nothing. Prints found / copies and wrong / rows for each rate."""
import csv, glob, io, os, random, subprocess, sys, tempfile

LOOKALIKE = {'e': 'c', 'n': 'u', 'i': 'l', 'l': '1', 'o': '0', 'm': 'rn', 'a': 'o', 'g': 'q', 't': 'f', 'u': 'v', 's': '5', 'h': 'b'}


def misread(text, rate, rng):
    out = []
    for c in text:
        if c.isspace() or rng.random() >= rate:
            out.append(c)
            continue
        how = rng.random()
        out.append(LOOKALIKE.get(c, rng.choice('aeinrst')) if how < .6 else '' if how < .8 else ' ' if how < .9 else c + rng.choice("cl.,'"))
    return ''.join(out)


def pieces(path, size=1500):
    words = open(path, encoding='utf-8').read().split(' ')
    return [' '.join(words[i:i + size]) for i in range(0, len(words) - size // 2, size)]


def texts():
    found = [open(p, encoding='utf-8').read() for p in sorted(glob.glob('corpora/*/*/*.txt'))]
    found += [open(p, encoding='utf-8').read() for p in sorted(glob.glob('../shared/gold/texts/00.txt'))]
    for path in sorted(glob.glob('../shared/data/indonesian/*.raw.txt')):
        found += pieces(path)
    return found


def main():
    program = sys.argv[1] if len(sys.argv) > 1 else 'build/release/siasat'
    originals = texts()
    print(f'{len(originals)} texts')
    for rate in (0.01, 0.02, 0.03, 0.04, 0.05, 0.06, 0.08):
        with tempfile.TemporaryDirectory() as folder:
            for k, text in enumerate(originals):
                for sub, content in (('a', text), ('b', misread(text, rate, random.Random(k)))):
                    os.makedirs(os.path.join(folder, sub), exist_ok=True)
                    open(os.path.join(folder, sub, f'{k:03}.txt'), 'w', encoding='utf-8').write(content)
            rows = list(csv.DictReader(io.StringIO(subprocess.run([program, 'docs', '-q', folder], capture_output=True, text=True, check=True).stdout)))
            want = {r['doc']: r['doc'].replace('/b/', '/a/') if '/b/' in r['doc'] else '' for r in rows}
            found = sum(1 for r in rows if want[r['doc']] and r['duplicate_of'] == want[r['doc']])
            wrong = sum(1 for r in rows if r['duplicate_of'] and r['duplicate_of'] != want[r['doc']])
            print(f'{100 * rate:.0f} letters in 100: found {found}/{len(originals)}, wrong {wrong}/{len(rows)}')


if __name__ == '__main__':
    main()
