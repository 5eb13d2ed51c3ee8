#!/bin/sh
# Inputs of one shape repeated for some hundred kilobytes: whatever the shape, the time must grow with the text, not with
# its square. What is repeated, shapes.tsv says; bench/doubling.sh counts instructions of the same.
# A run that takes more CPU than a linear one would need many times over is ended and told.
#   shapes.sh SIASAT CPU-SECONDS [BYTES]     in the folder that run.sh prepares
siasat=$1; seconds=$2; bytes=${3:-400000}; list=$(dirname "$0")/shapes.tsv
runs=0; wrong=0

# try NAME COMMAND...: on the file `shape`
try() {
    name=$1; shift
    runs=$((runs + 1))
    (ulimit -t "$seconds"; exec "$siasat" "$@" shape) > got 2> said
    status=$?
    [ $status -lt 2 ] && return
    wrong=$((wrong + 1))
    [ $status -gt 128 ] && echo "not ok: siasat $* on $bytes bytes of $name: ended by signal $((status - 128)) (more than $seconds s?)" ||
        echo "not ok: siasat $* on $bytes bytes of $name: exit status $status: $(head -c 200 said)"
}

# shape NAME TEXT: TEXT is printf's format; the long line that `yes` makes is cut to size
shape() {
    # shellcheck disable=SC2059
    piece=$(printf -- "$2."); piece=${piece%.}
    PIECE=$piece awk -v bytes="$bytes" 'BEGIN {
        piece = ENVIRON["PIECE"]
        if (piece == "") exit 1
        while (length(block) < 4096) block = block piece
        for (n = 0; n < bytes; n += length(block)) printf "%s", block }' > shape || exit 1
    try "$1" outline
    try "$1" tag -c kecil.tsv
    try "$1" cooc -c kecil.tsv --unit window:8
    try "$1" freq --of word
}

while IFS='	' read -r name format; do
    case $name in '#'*) ;; *) shape "$name" "$format" ;; esac
done < "$list"
echo "shapes: $((runs - wrong)) passed, $wrong failed"
rm -f shape
[ $wrong = 0 ]
