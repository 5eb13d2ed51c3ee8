#!/bin/sh
# Shards and their sums: whatever the number, order and tree of merges, and whatever happened on the way, the bytes are those of one run.
#   shards.sh SIASAT
bin=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
root=$(pwd)
tmp=$(mktemp -d) && trap 'rm -rf "$tmp"' EXIT && trap 'exit 1' INT TERM HUP
SIASAT_DATA=$root SIASAT_LANG=en LC_ALL=C; export SIASAT_DATA SIASAT_LANG LC_ALL
unset SIASAT_DIALECT
passed=0; failed=0
ok() { passed=$((passed + 1)); }
not_ok() { failed=$((failed + 1)); echo "not ok: shards: $1"; }
same() { if cmp -s "$2" "$3"; then ok; else not_ok "$1: $2 and $3 differ"; fi; }
# refused NAME STATUS 'WORDS' COMMAND...: it ends so, says that, and writes nothing
refused() {
    what=$1 status=$2 words=$3; shift 3
    rm -f out.part
    "$@" > /dev/null 2> err; got=$?
    if [ $got = "$status" ] && grep -q -- "$words" err && [ ! -e out.part ]; then ok
    else not_ok "$what: status $got, '$(head -n 1 err)'"; fi
}

cd "$tmp" || exit 1
# Thirteen works of a few paragraphs each, cut from texts that are here; a broken file among them.
cat "$root"/tests/fault/inputs/teks/*.txt "$root"/tests/documents/skripsi.txt $(find "$root/corpora" -name '*.txt' | sort) | tr -d '\f' > all.txt
for i in 1 2 3 4 5 6 7 8 9 10 11 12 13; do
    mkdir -p "s/karya $i"
    awk -v RS= -v k="$i" 'NR % 13 == k % 13 || NR % 7 == k % 7 { print; print "" }' all.txt > "s/karya $i/bab4.txt"
    sed 's/kampanye/sosialisasi/' "s/karya $i/bab4.txt" | head -n 20 > "s/karya $i/bab5.txt"
done
printf 'PK\003\004 broken' > 's/karya 3/rusak.docx'

part() { "$bin" partial -q --shard "$1" -o "$2" s 2> err || not_ok "partial $1: $(cat err)"; }
part 1/1 one
for n in 1 2 3 7 20; do
    mkdir "n$n"
    i=0; while [ $((i += 1)) -le $n ]; do part $i/$n n$n/$i.part; done
    "$bin" merge -q n$n/*.part -o sum; same "$n shards" sum one
done
m() { "$bin" merge -q "$@"; }
m n7/7.part n7/2.part n7/6.part n7/1.part n7/5.part n7/3.part n7/4.part -o sum; same 'another order' sum one
m --some n7/[135].part -o t1; m --some n7/[27].part -o t2; m --some t2 n7/6.part -o t3; m t3 n7/4.part t1 -o sum; same 'a tree' sum one
"$bin" partial -q --threads 3 -o threads s 2> /dev/null; same '3 threads' threads one

# Every table, by other options too.
tables() {
    "$bin" $1 -q -f jsonl s > a 2> /dev/null; "$bin" merge -q n7/*.part --table $2 -f jsonl > b 2> /dev/null; same "$1" a b
}
[ -s one ] && [ "$(wc -l < one)" -gt 500 ] && ok
tables 'freq --of word' freq:word
tables 'freq' freq:term
tables 'cooc' cooc:term
tables 'tag' tag
"$bin" freq -f table s > a 2> /dev/null; "$bin" merge n7/*.part --table freq:term -f table > b 2> /dev/null; same 'freq for eyes' a b
"$bin" freq --leave-one-out --measure dp,juilland_d --min-count 2 --sort docs s -o a.csv 2> /dev/null
"$bin" merge n7/*.part --table freq:term --leave-one-out --measure dp,juilland_d --min-count 2 --sort docs -o b.csv 2> /dev/null; same 'measures of freq' a.csv b.csv
"$bin" cooc --measure g2,npmi,q --adjust holm --top 30 s -o a.csv 2> /dev/null
"$bin" merge one --table cooc --measure g2,npmi,q --adjust holm --top 30 -o b.csv 2> /dev/null; same 'measures of cooc' a.csv b.csv
o='--by work,part --unit paragraph --columns negated,voice'
for i in 1 2 3; do
    "$bin" partial -q --table freq:category --table freq:lemma --table cooc:lemma --table tag $o --shard $i/3 -o by$i s 2> err || not_ok "partial by: $(cat err)"
done
for t in freq:category cooc:lemma freq:lemma tag; do
    case $t in cooc:*) c="cooc --of lemma --unit paragraph" ;; tag) c='tag --columns negated,voice' ;; *) c="freq --of ${t#*:} --by work,part" ;; esac
    "$bin" $c -f jsonl s > a 2> /dev/null; "$bin" merge by? --table $t -f jsonl > b 2> /dev/null; same "$c" a b
done
for i in 1 2; do "$bin" partial -q --sums --table freq:word --shard $i/2 -o sums$i s 2> err; done
"$bin" freq --of word --measure '' s > a 2> /dev/null; "$bin" merge sums? --table freq --measure '' > b 2> /dev/null; same '--sums' a b
refused '--sums has no dispersion' 2 'measure' "$bin" merge sums? --table freq -o out.part
# A document that cannot be read is told again, and the status is that of one run.
"$bin" freq s > /dev/null 2>&1; one=$?
"$bin" merge n7/*.part --table freq:term > /dev/null 2> err; [ $? = $one ] && grep -q rusak.docx err && ok || not_ok 'the unread document is not told'

# Refused by name, with the way out.
for n in 0 100 5000 $(($(wc -c < n7/3.part) - 1)); do
    head -c $n n7/3.part > cut; refused "cut at $n" 2 '^siasat: cut:' "$bin" merge n7/1.part cut -o out.part
done
refused 'cut: the way out' 2 'run its shard again' "$bin" merge cut -o out.part
sed 's/\t7$/\t8/' n7/3.part > changed; refused 'changed' 2 'changed: is damaged' "$bin" merge changed -o out.part
refused 'twice' 2 'n7/3.part.*3 (n7/3.part)' "$bin" merge n7/3.part n7/3.part -o out.part
refused 'twice in a tree' 2 'n7/2.part.*2 (t2)' "$bin" merge t2 n7/2.part -o out.part
refused 'other number of shards' 2 'of another run than n7/1.part (shards)' "$bin" merge n7/1.part n3/2.part -o out.part
"$bin" partial -q --all --shard 2/7 -o other s 2> /dev/null; refused 'other settings' 2 'other: is of another run than n7/1.part (settings)' "$bin" merge n7/1.part other -o out.part
cp "$root/codebooks/kampanye.tsv" mine.tsv; echo >> mine.tsv
"$bin" partial -q -c mine.tsv --shard 2/7 -o other s 2> /dev/null || : > other
[ ! -s other ] || refused 'other codebook' 2 '(codebook)' "$bin" merge n7/1.part other -o out.part
cp -R s s2; echo lagi >> 's2/karya 9/bab5.txt'; (mkdir x; mv s2 x/s; cd x; "$bin" partial -q --shard 2/7 -o ../other s 2> /dev/null)
refused 'other inputs' 2 '(inputs)' "$bin" merge n7/1.part other -o out.part
refused 'missing' 2 '2-3,7' "$bin" merge n7/[1456].part --table tag -o out.part
refused 'missing in a sum' 2 '2-3,7' "$bin" merge n7/[1456].part -o out.part
refused 'no such table' 2 'cooc:term, freq:term, freq:word, tag' "$bin" merge one --table freq -o out.part
refused 'no partial' 2 'all.txt: is no partial' "$bin" merge all.txt -o out.part
refused 'standard input' 2 'standard input' sh -c "\"$bin\" partial -o out.part - < all.txt"
refused 'places' 2 'arf' "$bin" merge one --table freq:word --measure arf -o out.part

# What is whole is skipped, what is not is written again, what is another's is left alone.
cp n7/4.part whole; touch -d @0 whole
"$bin" partial --shard 4/7 -o whole s 2> err; [ $? = 0 ] && grep -q 'whole already' err && [ "$(date -r whole +%s)" = 0 ] && ok || not_ok 'a whole shard is not skipped'
head -c 4000 n7/4.part > whole; "$bin" partial --shard 4/7 -o whole s 2> err; grep -q 'written again' err && ok || not_ok 'damage is not told'
same 'written again' whole n7/4.part
refused 'another shard stands there' 2 'of another run (shard)' "$bin" partial --shard 5/7 -o whole s
same 'left alone' whole n7/4.part
if [ "$(id -u)" != 0 ]; then
    chmod 000 's/karya 4/bab4.txt'; refused 'what this computer may not read' 2 'cannot open' "$bin" partial --table tag --shard 4/7 -o out.part s; chmod 644 's/karya 4/bab4.txt'
fi

# Workers that are killed: run again until all shards are there.
mkdir k; again=0
while [ "$(ls k | grep -c '^[0-9]*\.part$')" -lt 7 ] && [ $((again += 1)) -lt 40 ]; do
    for i in 1 2 3 4 5 6 7; do
        "$bin" partial -q --shard $i/7 -o k/$i.part s & pid=$!
        [ $(((again + i) % 3)) = 0 ] || { sleep 0.0$((again * i % 5)); kill -9 $pid 2> /dev/null; }
        wait $pid 2> /dev/null
    done
done 2> /dev/null
m k/*.part -o sum; same "killed and run again ($again rounds)" sum one
"$bin" cluster parallel --shards 7 --parts gnu s > jobs.sh && sh -n jobs.sh && ok || not_ok 'cluster parallel prints no script'
if command -v parallel > /dev/null; then
    mkdir bin; ln -s "$bin" bin/siasat
    for i in 1 2; do PATH=$tmp/bin:$PATH sh jobs.sh > /dev/null 2> err || not_ok "jobs.sh: $(cat err)"; same 'GNU parallel here' gnu/all one; rm -f gnu/5.part; done
else echo 'shards: skipped: parallel is not installed'; fi
echo "shards: $passed passed, $failed failed"
[ $failed = 0 ]
