#!/bin/sh
# The same count by every way that leads to it, on every corpus in the repository: the rows of tag, the lines of kwic, the
# counts of freq, the units of cooc, and the lines that explain shows.
#   fourways.sh SIASAT
s=$1; bad=0
t=$(mktemp -d) && trap 'rm -rf "$t"' EXIT && trap 'exit 1' INT TERM HUP
SIASAT_DATA=${SIASAT_DATA:-$(pwd)} LC_ALL=C; export SIASAT_DATA LC_ALL
wrong() { echo "four ways: $1" >&2; bad=1; }
same() { cmp -s "$t/$2" "$t/$3" || { wrong "$1"; diff "$t/$2" "$t/$3" | head -5 >&2; }; }
run() { "$s" "$@" --quiet --format tsv; }

# A term by document, and terms by sentence, from the rows of tag; then from freq and cooc.
counts() {
    run tag "$1" | tail -n +2 | awk -F'\t' '{ print $2 "\t" $12 }' | sort | uniq -c | awk '{ n = $1; sub(/^ *[0-9]+ /, ""); print $0 "\t" n }' > "$t/tag"
    run freq --by doc "$1" | tail -n +2 | cut -f1,2,5 | sort > "$t/freq"
    same "$1: freq --by doc and the rows of tag" tag freq
    run tag "$1" | tail -n +2 | awk -F'\t' '
        function flush(   i, j) { for (i = 1; i <= n; i++) { u[has[i]]++; for (j = 1; j < i; j++) both[has[i] < has[j] ? has[i] "\t" has[j] : has[j] "\t" has[i]]++ } n = 0; split("", seen) }
        { unit = $2 "\t" $8; if (unit != last) flush(); last = unit; if (!($12 in seen)) { seen[$12]; has[++n] = $12 } }
        END { flush(); for (p in both) { split(p, x, "\t"); print p "\t" u[x[1]] "\t" u[x[2]] "\t" both[p] } }' | sort > "$t/tag"
    run cooc "$1" | tail -n +2 | cut -f1,4,7,8,9 | sort > "$t/cooc"
    same "$1: cooc and the rows of tag" tag cooc
    pairs=$(wc -l < "$t/cooc")
}

# The most frequent terms, pairs of categories, and keyness: how many lines each way has.
lines() {
    run freq --top "$3" "$1" | tail -n +2 | cut -f2,5 > "$t/terms"
    while read -r term n; do
        k=$(run kwic --term "$term" "$1" | tail -n +2 | wc -l)
        e=$(run explain freq "$term" "$1" | awk -F'\t' '$1 == "line" { n++ } $2 == "count" { c = $3 } END { print n + 0, c }')
        [ "$((k))" = "$n" ] || wrong "$1: $term: freq $n, kwic $((k))"
        [ "$e" = "$n $n" ] || wrong "$1: $term: freq $n, explain (lines, count) $e"
    done < "$t/terms"
    run cooc --of category --unit "$2" --top "$3" "$1" | tail -n +2 | cut -f1,4,9 > "$t/pairs"
    while read -r a b n; do
        e=$(run explain cooc --of category --unit "$2" "$a" "$b" "$1" | awk -F'\t' '$1 == "unit" { n++ } $2 == "units_ab" { c = $3 } END { print n + 0, c }')
        [ "$e" = "$n $n" ] || wrong "$1: $a and $b by $2: cooc $n, explain (lines, count) $e"
    done < "$t/pairs"
    run keyness --of category --target part=hasil "$1" 2> /dev/null | tail -n +2 | cut -f1,4,5 > "$t/keys"
    while read -r item a b; do
        e=$(run explain keyness --of category --target part=hasil "$item" "$1" | awk -F'\t' '$1 == "target" { n++ } $1 == "reference" { m++ } $2 == "target" { c = $3 } $2 == "reference" { d = $3 } END { print n + 0, m + 0, c, d }')
        [ "$e" = "$a $b $a $b" ] || wrong "$1: $item: keyness $a $b, explain (lines, counts) $e"
    done < "$t/keys"
}

# Words: the rows of tokens, freq, and the lines of explain.
words() {
    run freq --of word --by doc "$1" | tail -n +2 | cut -f1,2,5 | sort > "$t/freq"
    run tokens "$1" | awk -F'\t' 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
        $at["kind"] == "word" || $at["kind"] == "number" { print $1 "\t" $at["surface"] }' | wc -l > "$t/tokens"
    awk -F'\t' '{ n += $3 } END { print n }' "$t/freq" > "$t/sum"
    [ "$(cat "$t/sum")" -eq "$(cat "$t/tokens")" ] || wrong "$1: words in freq $(cat "$t/sum"), in tokens $(cat "$t/tokens")"
    run freq --of word --top 20 "$1" | tail -n +2 | cut -f2,5 > "$t/words"
    while read -r word count; do
        e=$(run explain freq --of word "$word" "$1" | grep -c '^line')
        [ "$e" = "$count" ] || wrong "$1: $word: freq $count, explain $e"
    done < "$t/words"
}

corpora=0
for corpus in corpora/*/ tests/fault/inputs/teks/; do
    [ -d "$corpus" ] || continue
    counts "${corpus%/}"; lines "${corpus%/}" sentence 40; words "${corpus%/}"
    corpora=$((corpora + 1)); all=$((all + pairs))
done
lines corpora work 10
[ $corpora -gt 0 ] || wrong "no corpus"
[ $bad = 0 ] && echo "four ways: tag, kwic, freq, cooc, keyness and explain agree ($corpora corpora, $all pairs)"
exit $bad
