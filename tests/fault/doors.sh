#!/bin/sh
# Outputs that fail and inputs that are none, for every command and format: exit status and message as documented.
#   doors.sh SIASAT FORMAT...     in the folder that run.sh prepares
siasat=$1; shift
formats=$*
runs=0; wrong=0
complain() { echo "not ok: siasat $1: $2"; wrong=$((wrong + 1)); }

# expect NAME WANTED-STATUS MESSAGE|QUIET|ANY STATUS: the message is in the file `said`; QUIET: nothing that the run
# without a fault did not say too
expect() {
    runs=$((runs + 1))
    case " $2 " in *" $4 "*) ;; *) complain "$1" "exit status $4, wanted $2: $(head -c 200 said)"; return ;; esac
    case $3 in
    MESSAGE) [ -s said ] || complain "$1" "failed without a word" ;;
    QUIET)   [ ! -s said ] || cmp -s said usual || complain "$1" "said: $(head -c 200 said)" ;;
    esac
}

# ---- an output that fails ------------------------------------------------------------------------
outputs() {
    all="$*"
    "$siasat" "$@" > good 2> said < teks/bab4.txt; status=$?
    [ $status = 0 ] || { complain "$all" "exit status $status without any fault: $(head -c 300 said)"; return; }
    mv said usual
    if [ -c /dev/full ]; then
        "$siasat" "$@" > /dev/full 2> said < teks/bab4.txt; expect "$all > /dev/full" 3 MESSAGE $?
        "$siasat" "$@" > got 2> /dev/full < teks/bab4.txt; expect "$all 2> /dev/full" '0 3' ANY $?
    fi
    "$siasat" "$@" >&- 2> said < teks/bab4.txt; expect "$all >&-" 3 MESSAGE $?
    "$siasat" "$@" 2>&- > got < teks/bab4.txt; expect "$all 2>&-" 0 ANY $?
    cmp -s good got || complain "$all 2>&-" "output differs when standard error is closed"
    { "$siasat" "$@" 2> said < teks/bab4.txt; echo $? > status; } | head -n 1 > /dev/null
    expect "$all | head -1" '0 141' QUIET "$(cat status)"
    { "$siasat" "$@" --quiet 2> said < teks/bab4.txt; echo $? > status; } | :
    expect "$all --quiet | :" '0 141' QUIET "$(cat status)"
}

# ---- an -o file that cannot be ---------------------------------------------------------------------
files() {
    all="$*"
    "$siasat" "$@" -o out/hasil.csv > said 2>&1 < teks/bab4.txt; status=$?
    [ $status = 0 ] || { complain "$all -o" "exit status $status: $(head -c 300 said)"; return; }
    mv out/hasil.csv good
    "$siasat" "$@" -o tidak/ada/hasil.csv 2> said < teks/bab4.txt; expect "$all -o missing folder" 3 MESSAGE $?
    "$siasat" "$@" -o out 2> said < teks/bab4.txt; expect "$all -o a folder" '2 3' MESSAGE $?
    "$siasat" "$@" -o out/hasil.csv >&- 2>&- < teks/bab4.txt; status=$?
    echo "(nothing can be said)" > said
    expect "$all -o, all closed" 0 ANY $status
    cmp -s good out/hasil.csv || complain "$all -o >&- 2>&-" "the file differs when the other outputs are closed"
    echo old > out/hasil.csv
    "$siasat" "$@" -o out/hasil.csv tidak-ada.txt 2> said < teks/bab4.txt
    [ "$(ls out)" = hasil.csv ] || complain "$all -o" "left in the folder: $(ls out | tr '\n' ' ')"
    rm -f out/*
    mkdir -p beku && chmod a-w beku
    if [ "$(id -u)" != 0 ]; then
        "$siasat" "$@" -o beku/hasil.csv 2> said < teks/bab4.txt; expect "$all -o read-only folder" 3 MESSAGE $?
    fi
    chmod u+w beku && rmdir beku
}

# ---- an input that is none ---------------------------------------------------------------------------
inputs() {
    all="$*"
    "$siasat" "$@" tidak-ada.txt > got 2> said; expect "$all missing file" 1 MESSAGE $?
    grep -q 'tidak-ada.txt' said || complain "$all missing file" "does not name the file: $(head -c 200 said)"
    "$siasat" "$@" tidak-ada.txt teks > got 2> said; expect "$all missing file and a good one" 1 MESSAGE $?
    "$siasat" "$@" teks > good 2> said; expect "$all folder" 0 ANY $?
    cmp -s good got || complain "$all" "a missing file changes the rest of the result"
    "$siasat" "$@" <&- > got 2> said; expect "$all <&-" '0 1' ANY $?
    "$siasat" "$@" pipa > got 2> said; expect "$all a FIFO" 1 MESSAGE $?
    "$siasat" "$@" /dev/null > got 2> said; expect "$all /dev/null" '0 1' ANY $?
    "$siasat" "$@" out > got 2> said; expect "$all an empty folder" '0 1' ANY $?
    "$siasat" "$@" < teks > got 2> said; expect "$all < folder" 1 MESSAGE $?
    cp teks/bab5.txt rahasia.txt; chmod 000 rahasia.txt
    as_nobody "$siasat" "$@" rahasia.txt > got 2> said; status=$?
    [ $status = 97 ] || expect "$all unreadable file" 1 MESSAGE $status
    rm -f rahasia.txt
}

# Root reads everything, so root becomes nobody for this (97: no way to).
as_nobody() {
    if [ "$(id -u)" != 0 ]; then "$@"; return; fi
    command -v setpriv > /dev/null || return 97
    setpriv --reuid=65534 --regid=65534 --clear-groups "$@" 2> said.nobody
    nobody=$?
    # a build folder that nobody may not enter is no finding
    if [ $nobody = 126 ] || [ $nobody = 127 ]; then return 97; fi
    cat said.nobody >&2
    return $nobody
}

mkfifo pipa 2> /dev/null || cp teks/bab5.txt pipa
codebook='-c kecil.tsv'
for command in docs outline tokens "tag $codebook" "kwic $codebook --category PEM" "freq --of word" "freq $codebook" \
    "cooc $codebook" 'text --marks' 'text --repairs'; do
    for format in $formats; do
        # shellcheck disable=SC2086
        outputs $command --format $format
    done
    # shellcheck disable=SC2086
    { files $command; inputs $command; }
done
outputs text; files text; inputs text
outputs text --marks; files text --marks; inputs text --marks
for command in 'columns freq' 'codebook check kecil.tsv' 'help' 'help freq' 'freq --help' --version; do
    case $command in --version | help*) quiet= ;; *) quiet=1 ;; esac
    # shellcheck disable=SC2086
    if [ "$quiet" ]; then outputs $command; else
        "$siasat" $command > /dev/full 2> said; expect "$command > /dev/full" 3 MESSAGE $?
        "$siasat" $command >&- 2> said; expect "$command >&-" 3 MESSAGE $?
        : > usual
        { "$siasat" $command 2> said; echo $? > status; } | head -n 1 > /dev/null
        expect "$command | head -1" '0 141' QUIET "$(cat status)"
    fi
done
echo "doors: $((runs - wrong)) passed, $wrong failed"
[ $wrong = 0 ]
