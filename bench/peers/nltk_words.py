"""Word counts with NLTK's word tokenizer (that of nltk.word_tokenize) and FreqDist, as CSV."""
import csv, pathlib, sys
from nltk import FreqDist
from nltk.tokenize.destructive import NLTKWordTokenizer
from nltk.tokenize.punkt import PunktSentenceTokenizer

counts, words, sentences = FreqDist(), NLTKWordTokenizer(), PunktSentenceTokenizer()
for path in sorted(pathlib.Path(sys.argv[1]).iterdir()):
    for sentence in sentences.tokenize(path.read_text(encoding='utf-8')):
        counts.update(word.lower() for word in words.tokenize(sentence))
csv.writer(sys.stdout).writerows(counts.most_common())
