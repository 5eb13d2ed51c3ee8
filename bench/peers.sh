#!/bin/sh
# make bench-peers: other programs at the same work, side by side with ours: word counts of BENCH_MB_PEERS MB (10) as CSV, and
# tags with co-occurrence of 300 regexes on BENCH_MB_TAGS MB (1). What is not installed is named and left out
# (sh tools/setup.sh peers installs it).
#   peers.sh BUILD
b=$(cd "$1" && pwd) || exit 1
words=${BENCH_MB_PEERS:-10}; tags=${BENCH_MB_TAGS:-1}; rounds=${BENCH_ROUNDS_PEERS:-3}
SIASAT_DATA=$(pwd); LC_ALL=C.UTF-8; export SIASAT_DATA LC_ALL
work=$b/bench/corpus
python=/usr/bin/python3; [ -x $python ] || python=python3      # Debian's, which has Debian's packages
mkdir -p "$work"
for mb in "$words" "$tags"; do
    [ -f "$work/$mb.done" ] || { "$b/bench/gencorpus" 1 "$mb" "$work/$mb" < codebooks/kampanye.tsv && touch "$work/$mb.done"; } || exit 1
done
awk -v n=3000 -v step=10 -v form=codebook -f bench/patterns.awk "$work/$words"/* > "$work/peers.tsv"
awk -v n=3000 -v step=10 -v form=regex -f bench/patterns.awk "$work/$words"/* > "$work/peers.regexes"

have() {
    case $1 in
    R:*) Rscript -e "library(${1#R:})" ;;
    python:*) $python -c "import ${1#python:}" ;;
    *) command -v "$1" ;;
    esac > /dev/null 2>&1
}
# Runs the jobs of standard input, "NAME|NEEDS|COMMAND", that can be run; the first is ours.
compare() {
    mb=$1; set --
    while IFS="|" read -r name needs line; do
        if [ "$needs" ] && ! have "$needs"; then echo "skipped: $name ($needs is not installed)"
        else set -- "$@" "$name" "$line"; fi
    done
    "$b/bench/measure" "$rounds" "$(cat "$work/$mb"/* | wc -c | awk '{ print $1 / 1e6 }')" "$@"
}

echo "word counts, $words MB"
folder=$work/$words
compare "$words" << JOBS
siasat freq --of word||$b/siasat freq -q -j 1 --all --of word $folder
wc -w||LC_ALL=C wc -w $folder/*
mawk|mawk|cat $folder/* | LC_ALL=C mawk -f bench/peers/words.awk | LC_ALL=C sort -rn
Python re, Counter|$python|$python bench/peers/counter.py $folder
NLTK word_tokenize|python:nltk|$python bench/peers/nltk_words.py $folder
scikit-learn|python:sklearn|$python bench/peers/sklearn_words.py $folder
R data.table, stringi|R:data.table|Rscript bench/peers/datatable.R $folder
R tidytext|R:tidytext|Rscript bench/peers/tidytext.R $folder
R tm|R:tm|Rscript bench/peers/tm.R $folder
JOBS
bad=$?
echo
echo "300 regexes, tags and co-occurrence, $tags MB"
folder=$work/$tags
compare "$tags" << JOBS
siasat tag, cooc||$b/siasat tag -q -j 1 --all --policy all -c $work/peers.tsv $folder && $b/siasat cooc -q -j 1 --all --policy all -c $work/peers.tsv $folder
ripgrep, tags alone|rg|rg -j1 -U -o -b -i --no-unicode -f $work/peers.regexes $folder
Python re|$python|$python bench/peers/tags.py $folder $work/peers.regexes
JOBS
[ $? -eq 0 ] && [ $bad -eq 0 ]
