"""Word counts with scikit-learn's CountVectorizer, as CSV."""
import csv, pathlib, sys
from sklearn.feature_extraction.text import CountVectorizer

vectorizer = CountVectorizer(input='filename', token_pattern=r'(?u)\b\w+\b')
counts = vectorizer.fit_transform(sorted(map(str, pathlib.Path(sys.argv[1]).iterdir()))).sum(axis=0).A1
names = vectorizer.get_feature_names_out()
csv.writer(sys.stdout).writerows((names[i], counts[i]) for i in counts.argsort()[::-1])
