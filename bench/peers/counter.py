"""Word counts with Python's own re and collections.Counter, as CSV."""
import collections, csv, pathlib, re, sys

counts = collections.Counter()
for path in sorted(pathlib.Path(sys.argv[1]).iterdir()):
    counts.update(re.findall(r'\w+', path.read_text(encoding='utf-8').lower()))
csv.writer(sys.stdout).writerows(counts.most_common())
