"""Whether other programs read the networks that siasat writes as they were meant, and what networkx makes of the same figures.
    network.py siasat TMP INPUT...     run by network.sh; networkx, and of what is installed xmllint and dot"""
import csv, io, json, os, shutil, subprocess, sys
from fractions import Fraction
import networkx as nx
from networkx.algorithms.link_analysis.pagerank_alg import _pagerank_python

SIASAT, TMP, INPUT = sys.argv[1], sys.argv[2], sys.argv[3:]
bad = 0


def complain(*what):
    global bad
    bad = 1
    print('not ok: network:', *what)


def siasat(*args):
    run = subprocess.run([SIASAT, *args], capture_output=True)
    if run.returncode:
        complain(args, run.stderr.decode())
    return run.stdout.decode()


def rows(*args):
    return list(csv.DictReader(io.StringIO(siasat(*args, '--quiet', '--raw'))))


def written(name, *args):
    path = os.path.join(TMP, name)
    siasat(*args, '--quiet', '-o', path)
    return path


# ---- what each format holds, as {frozenset of items: weight} and {item: attributes} --------------------------------------------

def read_xml(path, read):
    graph = read(path)
    item = {n: d['item'] for n, d in graph.nodes(data=True)}
    return ({item[n]: d for n, d in graph.nodes(data=True)},
            {frozenset((item[a], item[b])): int(d['weight']) for a, b, d in graph.edges(data=True)})


def read_json(path):
    net = json.load(open(path, encoding='utf-8'))['network']
    item = {i['id']: i['description'] for i in net['items']}
    return ({i['description']: {'label': i['label'], **i.get('weights', {}), **i.get('scores', {})} for i in net['items']},
            {frozenset((item[e['source_id']], item[e['target_id']])): e['strength'] for e in net['links']})


def read_vosviewer(map_path, network_path):
    """Tabs part fields, quotes keep what they hold together and are doubled inside it; a line an item, a line a link."""
    def fields(line):
        out, i = [], 0
        while i <= len(line):
            cell = ''
            if line[i:i + 1] == '"':
                while True:
                    end = line.index('"', i + 1)
                    cell += line[i + 1:end]
                    i = end + 1
                    if line[i:i + 1] != '"':
                        break
                    cell += '"'
            end = line.find('\t', i) if '\t' in line[i:] else len(line)
            if cell and end != i:
                raise ValueError(f'behind a quote: {line!r}')
            out.append(cell or line[i:end])
            i = end + 1
        return out

    with open(map_path, encoding='utf-8', newline='') as f:
        lines = f.read().split('\n')
    with open(network_path, encoding='utf-8', newline='') as f:
        links = [fields(x) for x in f.read().split('\n')[:-1]]
    head, nodes = fields(lines[0]), {}
    if head[:3] != ['id', 'label', 'description'] or lines.pop() != '':
        complain('vosviewer-map: head', head)
    for n, line in enumerate(lines[1:]):
        r = dict(zip(head, fields(line), strict=True))
        if r['id'] != str(n + 1) or '' in r.values():
            complain('vosviewer-map: line', line)
        numbers = {k[k.index('<') + 1:-1]: float(v) for k, v in r.items() if '<' in k}
        for k in [k for k in ('x', 'y', 'cluster') if k in head]:
            float(r[k])
        nodes[r['description']] = {'label': r['label'], **numbers}
    item = [None, *nodes]
    return nodes, {frozenset((item[int(a)], item[int(b)])): int(w) for a, b, w in links}


def read_pajek(path):
    """By labels, which are all that it has."""
    graph = nx.read_pajek(path)
    return set(graph), {frozenset((a, b)): int(d['weight']) for a, b, d in graph.edges(data=True)}


def read_dot(path):
    run = subprocess.run(['dot', '-Tdot_json', path], capture_output=True)
    if run.returncode or run.stderr:
        complain('dot', run.stderr.decode())
        return {}, {}
    graph = json.loads(run.stdout.decode(), strict=False)
    node = {n['_gvid']: n for n in graph['objects']}
    return ({n['item']: n for n in node.values()},
            {frozenset((node[e['tail']]['item'], node[e['head']]['item'])): int(e['weight']) for e in graph['edges']})


def same_numbers(wanted, got, of):
    for name in ('degree', 'strength', 'units', 'pagerank', 'betweenness'):
        if name in wanted and wanted[name] != '' and name in got and abs(float(wanted[name]) - float(got[name])) > 1e-9:
            complain(of, wanted['item'], name, wanted[name], got[name])


def one_line(label):
    return ''.join(' ' if ord(c) < 0x20 or ord(c) in (0x7f, 0x85, 0x2028, 0x2029) else c for c in label)


def compare(of, read, nodes, edges):
    if set(read[0]) != set(nodes):
        complain(of, 'has other nodes:', sorted(set(read[0]) ^ set(nodes))[:5])
    if read[1] != edges:
        complain(of, 'has other edges')
    for item, attributes in read[0].items():
        if item in nodes:
            same_numbers(nodes[item], attributes, of)
            label = nodes[item]['label'] or item
            if of != 'dot' and attributes['label'] != (one_line(label) if of == 'vosviewer-map' else label):
                complain(of, 'label', item, repr(attributes['label']))


def compare_all(name, nodes, edges, *args):
    """Each format against the table."""
    for ext, read in (('graphml', nx.read_graphml), ('gexf', nx.read_gexf)):
        path = written(f'{name}.{ext}', *args)
        compare(ext, read_xml(path, read), nodes, edges)
        if shutil.which('xmllint') and subprocess.run(['xmllint', '--noout', path]).returncode:
            complain(path, 'is not well formed')
    compare('vosviewer', read_json(written(f'{name}.json', *args)), nodes, edges)
    compare('vosviewer-map', read_vosviewer(*(written(f'{name}-{f}.txt', *args, '-f', f) for f in ('vosviewer-map', 'vosviewer-network'))), nodes, edges)
    path = written(f'{name}.dot', *args)
    if shutil.which('dot'):
        compare('dot', read_dot(path), nodes, edges)
    return read_pajek(written(f'{name}.net', *args))


# ---- the shipped corpus ----------------------------------------------------------------------------------------------------------

def tables(*args):
    nodes = {r['item']: r for r in rows('network', *args)}
    edges = {frozenset((r['a'], r['b'])): int(r['weight']) for r in rows('network', '--edges', *args)}
    return nodes, edges


def against_networkx(nodes, edges):
    graph = nx.Graph()
    for pair, weight in edges.items():
        graph.add_edge(*pair, weight=weight, length=Fraction(1, weight))      # exact: ways that tie do tie
    rank = _pagerank_python(graph, weight='weight', tol=1e-12, max_iter=1000)
    between = nx.betweenness_centrality(graph, weight='length')
    groups = {}
    for item, r in nodes.items():
        groups.setdefault(r['community'], set()).add(item)
        if int(r['degree']) != graph.degree(item) or int(r['strength']) != graph.degree(item, weight='weight'):
            complain('degree or strength of', item)
        if abs(float(r['pagerank']) - rank[item]) > 1e-7:
            complain('pagerank of', item, r['pagerank'], rank[item])
        if abs(float(r['betweenness']) - float(between[item])) > 1e-7:
            complain('betweenness of', item, r['betweenness'], float(between[item]))
    ours = nx.community.modularity(graph, groups.values())
    louvain = max(nx.community.modularity(graph, nx.community.louvain_communities(graph, seed=s)) for s in range(3))
    if ours < louvain - 0.01:
        complain('modularity', ours, 'and Louvain finds', louvain)
    return ours, louvain


nodes, edges = tables(*INPUT)
labels, pajek = compare_all('corpus', nodes, edges, 'network', *INPUT)
named = {r['label'] or item: item for item, r in nodes.items()}
if {frozenset(named[n] for n in pair): w for pair, w in pajek.items()} != edges:
    complain('pajek has other edges')
ours, louvain = against_networkx(nodes, edges)

counted = {frozenset((r['a'], r['b'])): int(r['units_ab']) for r in rows('cooc', *INPUT)}
if counted != edges:
    complain('cooc and network have other pairs')
compare_all('cooc', nodes, edges, 'cooc', *INPUT)

for args in (('network', *INPUT), ('network', '-f', 'gexf', *INPUT)):
    one = siasat(*args, '--quiet', '-j', '1')
    if one != siasat(*args, '--quiet', '-j', '5') or one != siasat(*args, '--quiet', '-j', '1'):
        complain('not the same bytes twice:', args)

# ---- labels that mean something to somebody ------------------------------------------------------------------------------------------

NAUGHTY = ['undefined', 'null', '1E+02', '-0', '00123', '<script>alert(0)</script>', '&lt;script&gt;', '&amp;amp;', "' OR 1=1 -- ", '\\',
           'C:\\temp\\new', '"', '""', "'", '`id`', '$(id)', '{{1+1}}', '%s%n', '=1+1', '@SUM(1)', '-2', '+1', ']]>', '<!--', '--', '<?xml?>',
           '\u202etest\u202d', '\ufeff', 'e\u0301', '\u200b', '🏳\u200d🌈', '社會科學院語學研究所', 'الكلمة', 'Ω≈ç√', '\\N', '\\l', '\\"', 'a\\',
           'n1', 'node', 'graph', 'strict', ';', '//', '/*', '#', '*Edges', '*Vertices 3', 'NaN', 'Infinity', 'a,b', 'a;b', '"a", b', 'a\u2028b', 'tab\there', 'satu\ndua',
           '\U0001F4A9' * 40, 'x' * 3000]
book = os.path.join(TMP, 'nakal.tsv')
text = os.path.join(TMP, 'nakal.txt')
with open(book, 'w', encoding='utf-8', newline='') as f:
    f.write('category\tterm\tlabel\tpattern\n')
    f.write('NAK\t\tnakal\t\n')
    for i, label in enumerate(NAUGHTY):
        quoted = '"' + label.replace('"', '""') + '"' if set(label) & {'"', '\t', '\n'} else label
        f.write(f'NAK\tNAK-n{i}\t{quoted}\tkata{i}kata\n')
with open(text, 'w', encoding='utf-8') as f:
    f.write('BAB I PENDAHULUAN\n\n')
    for i in range(len(NAUGHTY)):
        f.write(f'Di sini kata{i}kata bertemu kata{(i * 7 + 1) % len(NAUGHTY)}kata.\n\n')
args = ('-c', book, text)
nodes, edges = tables(*args)
if len(nodes) < len(NAUGHTY) - 5:
    complain('naughty strings: only', len(nodes), 'nodes')
labels, pajek = compare_all('nakal', nodes, edges, 'network', *args)
if len(labels) != len(nodes) or sorted(pajek.values()) != sorted(edges.values()):
    complain('pajek: naughty strings:', len(labels), 'nodes of', len(nodes))
if shutil.which('dot'):
    run = subprocess.run(['dot', '-Kneato', '-n2', '-Tsvg', os.path.join(TMP, 'nakal.dot')], capture_output=True)
    shown = run.stdout.decode()
    for want in ('&lt;script&gt;alert(0)&lt;/script&gt;', '&amp;lt;script&amp;gt;', 'C:\\temp\\new'):
        if want not in shown:
            complain('dot does not show', want)

print(f'network: formats read back by networkx {nx.__version__}; modularity {ours:.3f}, Louvain {louvain:.3f}; {len(NAUGHTY)} naughty labels')
sys.exit(bad)
