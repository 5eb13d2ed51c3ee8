"""Tags and their co-occurrence in sentences with Python's own re, pattern by pattern.   tags.py FOLDER REGEXES"""
import collections, itertools, pathlib, re, sys

regexes = [re.compile(line.rstrip('\n'), re.I) for line in open(sys.argv[2])]
pairs = collections.Counter()
for path in sorted(pathlib.Path(sys.argv[1]).iterdir()):
    for sentence in re.split(r'(?<=[.!?])\s+(?=[A-Z0-9"(])|\n\s*\n|\f', path.read_text(encoding='utf-8')):
        found = set()
        for k, regex in enumerate(regexes):
            for hit in regex.finditer(sentence):
                print(path, k, hit.start(), sep='\t')
                found.add(k)
        pairs.update(itertools.combinations(sorted(found), 2))
for (a, b), n in pairs.most_common(): print(a, b, n, sep='\t')
