#!/bin/sh
# make check-speed: twice as much of one shape (tests/fault/shapes.tsv) must cost at most 2.2 times the instructions, the
# program's start apart. Tagging takes a text through all stages, and `freq` counts what may be very many words.
#   doubling.sh BUILD [BYTES]
b=$(cd "$1" && pwd) || exit 1
bytes=${2:-16000}
cd "$(dirname "$0")/.." || exit 1
command -v valgrind > /dev/null || { echo "doubling: skipped: valgrind is not installed"; exit 0; }
inputs=$(pwd)/tests/fault; SIASAT_DATA=$(pwd); LC_ALL=C; export SIASAT_DATA LC_ALL
work=$b/doubling
rm -rf "$work"; mkdir -p "$work" && cd "$work" || exit 1

# count FILE: the instructions of either job, one a line
count() {
    for job in "tag -c $inputs/inputs/kecil.tsv" 'freq --of word'; do
        # shellcheck disable=SC2086
        valgrind --tool=callgrind --callgrind-out-file=/dev/null "$b/siasat" $job -q -j 1 "$1" 2>&1 > /dev/null | sed -n 's/.*Collected : *//p'
    done
}
# repeat FORMAT BYTES: what printf makes of it, over and over, to about that length
repeat() {
    # shellcheck disable=SC2059
    piece=$(printf -- "$1."); piece=${piece%.}
    PIECE=$piece awk -v bytes="$2" 'BEGIN { piece = ENVIRON["PIECE"]; for (n = 0; n < bytes; n += length(piece)) printf "%s", piece }'
}
echo a > start.txt; count start.txt > start
bad=0 n=0
while IFS='	' read -r name format; do
    case $name in '#'*) continue ;; esac
    repeat "$format" "$bytes" > once.txt; repeat "$format" $((2 * bytes)) > twice.txt
    count once.txt > once & count twice.txt > twice; wait
    n=$((n + 1))
    # shellcheck disable=SC2046
    awk -v name="$name" 'BEGIN { job[1] = "tag"; job[2] = "freq" }
        { n[FILENAME]++; v[FILENAME, FNR] = $1 }
        END {
            if (n["start"] + n["once"] + n["twice"] != 6) { print "not ok: doubling: " name ": counts are missing"; exit 1 }
            for (k = 1; k <= 2; k++) {
                by = (v["twice", k] - v["start", k]) / (v["once", k] - v["start", k])
                if (by > 2.2) { printf "not ok: doubling: %s of twice as much %s takes %.2f times the instructions\n", job[k], name, by; bad = 1 }
                else if (ENVIRON["VERBOSE"]) printf "%-24s %-5s %.2f %d\n", name, job[k], by, v["once", k] - v["start", k]
            }
            exit bad
        }' start once twice || bad=$((bad + 1))
done < "$inputs/shapes.tsv"
echo "doubling: $n shapes, $bad of them dearer than twice"
cd "$b" && rm -rf "$work"
[ $bad = 0 ]
