#!/bin/sh
# make check-speed: twice the documents with the same words must not take more memory, but for what is kept of each input
# (its path): 350 and 700 copies of a chapter, 20 and 40 MB, at most 1 MB apart, and on two threads 4 MB. And on one thread 10 MB of
# generated chapters must not take more than 16 MB and 128 bytes a form, and the largest document; with pairs of all lemmas, which
# a second table of forms brings together, 256 bytes a form and --memory.
#   memory.sh BUILD
b=$(cd "$1" && pwd) || exit 1
cd "$(dirname "$0")/.." || exit 1
SIASAT_DATA=$(pwd); LC_ALL=C; export SIASAT_DATA LC_ALL
work=$b/memory chapter=$(pwd)/bench/fixed/buatan.txt bad=0
rm -rf "$work"; mkdir -p "$work/once" "$work/twice" || exit 1
n=0
while [ $n -lt 700 ]; do
    ln -s "$chapter" "$work/twice/$n.txt"; [ $((n % 2)) = 0 ] && ln -s "$chapter" "$work/once/$n.txt"
    n=$((n + 1))
done
for threads in 1 2; do
    for job in 'freq --all --of word' 'freq --all --of lemma' tag 'freq --all' cooc; do
        run="$b/siasat $job -q -j $threads $work"
        "$b/bench/measure" 1 20 once "$run/once" twice "$run/twice" > "$work/peaks" || { echo "not ok: memory: $job fails"; exit 1; }
        awk -v job="$job -j $threads" -v most=$((threads == 1 ? 1 : 4)) '
            { peak[$1] = $6 }
            END { if (peak["once"] <= 0) { print "not ok: memory: " job ": no figures"; exit 1 }
                  if (peak["twice"] - peak["once"] > most) { printf "not ok: memory: %s takes %.1f MB for 20 MB, %.1f MB for 40\n", job, peak["once"], peak["twice"]; exit 1 }
                  if (ENVIRON["VERBOSE"]) print job, peak["once"], peak["twice"] }' "$work/peaks" || bad=$((bad + 1))
    done
done
echo "memory: 10 jobs, $bad of them growing with the corpus"

rm -rf "$work"; mkdir -p "$work"
"$b/bench/gencorpus" 1 10 "$work" < codebooks/kampanye.tsv || exit 1
types=$("$b/siasat" freq --all --of word -q "$work" | wc -l)
largest=$(find "$work" -name '*.txt' -printf '%s\n' | sort -n | tail -1)
over=0
for job in 'freq --all --of word' tag 'freq --all' cooc 'cooc --of lemma --memory 24M --min-count 20'; do
    case $job in *--memory*) more=$((128 * types + 25165824)) ;; *) more=0 ;; esac
    "$b/bench/measure" 1 10 it "$b/siasat $job -q -j 1 $work" > "$b/memory.peak" || { echo "not ok: memory: $job fails"; exit 1; }
    awk -v job="$job" -v most=$((16777216 + 128 * types + largest + more)) '$1 == "it" {
        if (ENVIRON["VERBOSE"]) print job, $6, most / 1048576
        if ($6 * 1048576 > most) { printf "not ok: memory: %s takes %.1f MB of %.1f\n", job, $6, most / 1048576; exit 1 } }' "$b/memory.peak" || over=$((over + 1))
done
echo "memory: 5 jobs on $types forms, $over of them above what they may take"
bad=$((bad + over))

# Of many small files what stands is a struct and the path of each: 10,000 more of them, 256 bytes each at the most; without -q half
# a kilobyte more, by which those that repeat an earlier one are known. And one line of 2 and of 4 MB without a stop, every ninth word a hit: bytes a byte.
rm -rf "$work"; mkdir -p "$work"/few "$work"/many "$work"/line
for k in 0 1 2 3 4 5 6 7 8 9; do mkdir "$work/few/$k" "$work/many/1$k" "$work/many/2$k"; done
tr -cs 'A-Za-z' '\n' < bench/fixed/buatan.txt | awk -v dir="$work" '
    { word[NR] = $0 }
    function file(to,    i, s) {
        for (i = 0; i < 25; i++) s = s " " word[1 + int(rand() * NR)]
        print s "." > to
        close(to)
    }
    function line(to, most,    i, n, w) {
        for (i = 1; n < most; i++) { w = i % 9 ? word[1 + i % NR] : "kampanye door to door"; n += length(w) + 1; printf "%s ", w > to }
        close(to)
    }
    END { srand(1)
          for (k = 0; k < 10000; k++) { file(dir "/few/" k % 10 "/" k ".txt"); file(dir "/many/1" k % 10 "/" k ".txt"); file(dir "/many/2" k % 10 "/" k ".txt") }
          line(dir "/line/once.txt", 2097152); line(dir "/line/twice.txt", 4194304) }'
grows() {                                                    # JOB FEW MANY HOW_MANY_MORE MOST_BYTES_OF_EACH
    "$b/bench/measure" 1 10 once "$b/siasat $1 -j 1 $2" twice "$b/siasat $1 -j 1 $3" > "$b/memory.peak" || { echo "not ok: memory: $1 fails"; return 1; }
    awk -v job="$1" -v more="$4" -v most="$5" '
        { peak[$1] = $6 }
        END { each = (peak["twice"] - peak["once"]) * 1048576 / more
              if (ENVIRON["VERBOSE"]) print job, peak["once"], peak["twice"], each
              if (peak["once"] <= 0 || each > most) { printf "not ok: memory: %s takes %.0f bytes for each of %d more, of %d\n", job, each, more, most; exit 1 } }' "$b/memory.peak"
}
over=0
for job in 'text -q' 'tag -q' 'freq --of word -q' 'cooc -q'; do grows "$job" "$work/few" "$work/many" 10000 256 || over=$((over + 1)); done
grows tag "$work/few" "$work/many" 10000 1024 || over=$((over + 1))
grows 'tag -q' "$work/line/once.txt" "$work/line/twice.txt" 2097152 32 || over=$((over + 1))
echo "memory: 5 jobs on small files and one on a line without an end, $over of them above what they may take"
bad=$((bad + over))
rm -f "$b/memory.peak"
rm -rf "$work"
[ $bad = 0 ]
