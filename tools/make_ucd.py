#!/usr/bin/env python3
"""Writes src/text/ucd_tables.h: the character properties that words and sentences are cut by, as two-stage tables.

usage: make_ucd.py [FOLDER]      (FOLDER: /usr/share/unicode, Debian's unicode-data)

A code point's record packs Word_Break, Sentence_Break, a class of our own and Extended_Pictographic. There are a few
dozen different records, so stage 2 holds one byte a code point, and equal blocks of 128 code points are stored once."""
import os
import re
import sys

WORD = ['OTHER', 'CR', 'LF', 'NEWLINE', 'EXTEND', 'ZWJ', 'FORMAT', 'REGIONAL', 'KATAKANA', 'HEBREW', 'ALETTER',
        'SINGLE_QUOTE', 'DOUBLE_QUOTE', 'MIDNUMLET', 'MIDLETTER', 'MIDNUM', 'NUMERIC', 'EXTENDNUMLET', 'WSEGSPACE']
WORD_NAMES = {'Newline': 'NEWLINE', 'Regional_Indicator': 'REGIONAL', 'Hebrew_Letter': 'HEBREW'}
SENTENCE = ['OTHER', 'CR', 'LF', 'SEP', 'EXTEND', 'FORMAT', 'SP', 'LOWER', 'UPPER', 'OLETTER', 'NUMERIC', 'ATERM',
            'SCONTINUE', 'STERM', 'CLOSE']
CLASS = ['OTHER', 'UPPER', 'LOWER', 'LETTER', 'MARK', 'DIGIT', 'NUMERAL', 'PUNCT', 'SYMBOL', 'SPACE']
CATEGORY = {'Lu': 'UPPER', 'Lt': 'UPPER', 'Ll': 'LOWER', 'Lm': 'LETTER', 'Lo': 'LETTER', 'Mn': 'MARK', 'Mc': 'MARK',
            'Me': 'MARK', 'Nd': 'DIGIT', 'Nl': 'NUMERAL', 'No': 'NUMERAL'}
BLOCK, POINTS = 128, 0x110000


def properties(path):
    """Yields (first, last, value) of a UCD file."""
    for line in open(path, encoding='utf-8'):
        m = re.match(r'([0-9A-F]+)(?:\.\.([0-9A-F]+))?\s*;\s*(\w+)', line)
        if m:
            yield int(m[1], 16), int(m[2] or m[1], 16), m[3]


def fill(path, wanted):
    """A list over all code points: wanted(value), or 0 where the file says nothing (or wanted says None)."""
    out = [0] * POINTS
    for first, last, value in properties(path):
        code = wanted(value)
        if code is not None:
            out[first:last + 1] = [code] * (last + 1 - first)
    return out


def classes(folder):
    def code(category):
        return CLASS.index(CATEGORY.get(category) or {'P': 'PUNCT', 'S': 'SYMBOL'}.get(category[0], 'OTHER'))
    out = fill(folder + '/extracted/DerivedGeneralCategory.txt', code)
    for first, last, value in properties(folder + '/PropList.txt'):
        if value == 'White_Space':
            out[first:last + 1] = [CLASS.index('SPACE')] * (last + 1 - first)
    return out


def records(folder):
    aux = folder + '/auxiliary/'
    word = fill(aux + 'WordBreakProperty.txt', lambda v: WORD.index(WORD_NAMES.get(v, v.upper())))
    sentence = fill(aux + 'SentenceBreakProperty.txt', lambda v: SENTENCE.index(v.upper()))
    pictures = fill(folder + '/emoji/emoji-data.txt', lambda v: 1 if v == 'Extended_Pictographic' else None)
    return [w | s << 5 | c << 9 | p << 13 for w, s, c, p in zip(word, sentence, classes(folder), pictures)]


def enum(prefix, names):
    return '\n'.join(wrap('enum { ' + ', '.join(f'UCD_{prefix}_{n}' for n in names) + ' };', '       '))


def wrap(text, indent):
    line, out = '', []
    for word in text.split(' '):
        if line and len(line) + 1 + len(word) > (118 if out else 114):
            out.append(line)
            line = indent + word
        else:
            line = f'{line} {word}' if line else word
    return out + [line]


def array(ctype, name, values):
    body = wrap(', '.join(map(str, values)), '    ')
    return f'static const {ctype} {name}[{len(values)}] = {{\n    ' + '\n'.join(body) + '\n};\n'


def main():
    folder = sys.argv[1] if len(sys.argv) > 1 else '/usr/share/unicode'
    points = records(folder)
    kinds = sorted(set(points))
    index = {k: i for i, k in enumerate(kinds)}
    blocks, stage1 = {}, []
    for at in range(0, POINTS, BLOCK):
        block = tuple(index[k] for k in points[at:at + BLOCK])
        stage1.append(blocks.setdefault(block, len(blocks)))
    assert len(kinds) < 256 and len(blocks) < 65536
    version = re.search(r'-(\d+\.\d+\.\d+)\.txt', open(folder + '/auxiliary/WordBreakProperty.txt').readline())[1]
    made = f'/* Made by tools/make_ucd.py from Unicode Character Database {version}; `make tables` makes it again. */'
    parts = [made,
             '/* A record: Word_Break in bits 0-4, Sentence_Break 5-8, class 9-12, Extended_Pictographic 13. */',
             enum('WB', WORD), enum('SB', SENTENCE), enum('IS', CLASS), '\n#ifdef UCD_DATA',
             array('uint16_t', 'ucd_records', kinds), array('uint16_t', 'ucd_stage1', stage1),
             array('uint8_t', 'ucd_stage2', [k for block in blocks for k in block]) + '#endif']
    root = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    with open(root + '/src/text/ucd_tables.h', 'w', encoding='utf-8') as out:
        out.write('\n'.join(parts) + '\n')


main()
