#!/bin/sh
# Fuzz harnesses: replays the saved inputs, or looks for new ones with clang's libFuzzer.
#   run.sh replay PROGRAM...            each runs its saved inputs (tests/fuzz/seeds/NAME, tests/fuzz/found/NAME)
#   run.sh fuzz SECONDS NAME...         builds fuzz_NAME.c under AddressSanitizer and UBSan and runs it so long;
#                                       FUZZ_SEED=N: with the same dice each time, so that the gate tries what it tried before
# What a harness trips over is kept in tests/fuzz/found/NAME and replayed by make check from then on.
folders() { for d in tests/fuzz/seeds/"$1" tests/fuzz/found/"$1"; do [ ! -d "$d" ] || echo "$d"; done; }

replay() {
    bad=0
    for program; do
        name=${program##*/replay_}
        # shellcheck disable=SC2046
        if "$program" $(folders "$name") > "$program.log" 2>&1; then echo "fuzz: $name: $(cat "$program.log")"
        else cat "$program.log"; echo "not ok: fuzz harness $name fails on a saved input ($program)"; bad=1; fi
    done
    return $bad
}

build() {
    sh tools/setup.sh build fuzz || return 1
    mkdir -p "$b"
    flags="-g -O1 -fsanitize=address,undefined,fuzzer-no-link -fno-sanitize-recover=all"
    echo "building the harnesses in $b"
    # shellcheck disable=SC2046
    make --no-print-directory -s -j2 CC=clang B="$b" CFLAGS="$flags" LDFLAGS= $(printf "$b/tests/fuzz/look_%s " "$@")
}

# One harness; what it has to say comes as one piece, so that several can run at a time.
look() {
    name=$1
    mkdir -p "$b/corpus-$name" "tests/fuzz/found/$name"
    # shellcheck disable=SC2046
    if "$b/tests/fuzz/look_$name" -max_total_time="$seconds" -seed="${FUZZ_SEED:-0}" -timeout=20 -rss_limit_mb=2048 -max_len=65536 -print_final_stats=1 \
        -artifact_prefix="tests/fuzz/found/$name/" "$b/corpus-$name" $(folders "$name") > "$b/$name.log" 2>&1
    then
        rmdir "tests/fuzz/found/$name"
        echo "fuzz: $name: $(sed -n 's/^stat::number_of_executed_units: *//p' "$b/$name.log") inputs in $seconds s, nothing found"
    else
        printf '%s\nnot ok: %s: see %s and tests/fuzz/found/%s\n' \
            "$(grep -a -A12 'ERROR\|SUMMARY\|runtime error' "$b/$name.log" | head -60)" "$name" "$b/$name.log" "$name"
        return 1
    fi
}

fuzz() {
    seconds=$1; shift
    b=${FUZZ_BUILD:-build/fuzz}
    build "$@" || return 1
    bad=0
    while [ "$#" -gt 0 ]; do                            # two at a time
        look "$1" & first=$!
        [ "$#" -gt 1 ] && { look "$2" || bad=1; shift; }
        wait $first || bad=1
        shift
    done
    rmdir tests/fuzz/found 2> /dev/null
    return $bad
}

job=$1; shift
case $job in
replay) replay "$@" ;;
fuzz)   fuzz "$@" ;;
*)      echo "run.sh: replay or fuzz" >&2; exit 2 ;;
esac
