#!/bin/sh
# Runs the shell transcripts in Markdown pages and man pages and compares what they show with what is printed.
#   spec.sh [-u] SIASAT PAGE...     -u writes what was printed back into the Markdown pages
# In a ```console block (in a man page: .EX/.EE or .Bd/.Ed), "$ " starts a command, "> " goes on with it, and the lines
# up to the next "$ " are what it prints: standard output, then standard error, then "[exit N]" if N is not 0.
# A block without a "$ " line is left alone. Each page runs in a folder of its own, with corpora/, codebooks/ and
# stopwords/ in it, so that "-o hasil.csv" is written there and is seen by the page's later commands.
update=0; [ "$1" = -u ] && { update=1; shift; }
bin=$(cd "$(dirname "$1")" && pwd)/$(basename "$1"); shift
root=$(pwd)
tmp=$(mktemp -d) && trap 'rm -rf "$tmp"' EXIT && trap 'exit 1' INT TERM HUP
mkdir "$tmp/bin"; ln -s "$bin" "$tmp/bin/siasat"; PATH=$tmp/bin:$PATH
for v in $(env | sed -n 's/^\(SIASAT_[A-Z]*\)=.*/\1/p'); do [ "$v" = SIASAT_SHARED ] || unset "$v"; done
SIASAT_DATA=$root; LC_ALL=C; export PATH LC_ALL SIASAT_DATA

cat > "$tmp/run.awk" <<'AWK'
# Turns a line of a man page's example into what a reader of the page sees.
function plain(s) {
    sub(/^\\&/, "", s)
    gsub(/\\\(aq/, "'", s); gsub(/\\\(dq/, "\"", s); gsub(/\\\(ga/, "`", s)
    gsub(/\\\(ha/, "^", s); gsub(/\\\(ti/, "~", s);  gsub(/\\-/, "-", s); gsub(/\\&/, "", s)
    gsub(/\\[e\\]|\\\(rs/, "\\", s)
    return s
}
function emit(s) { print s > new }
function run(    line, got) {
    if (cmd == "") return
    printf "%s", cmd > (tmp "/cmd"); close(tmp "/cmd")
    system("cd " tmp "/work && { sh ../cmd > ../out 2> ../err < /dev/null; rc=$?; cat ../err >> ../out; [ $rc = 0 ] || echo \"[exit $rc]\" >> ../out; }")
    while ((getline line < (tmp "/out")) > 0) { emit(line); got = got line "\n" }
    close(tmp "/out")
    if (got == want) ok++
    else wrong++
    cmd = want = ""
}
{
    raw = $0
    line = man ? plain(raw) : raw
    if (!inside) {
        inside = man ? raw ~ /^\.(EX|Bd)/ : raw ~ /^```console *$/
        shown = 0                       # a command has been seen in this block
        emit(line)
    } else if (man ? raw ~ /^\.(EE|Ed)/ : raw ~ /^``` *$/) {
        run(); inside = 0; emit(line)
    } else if (line ~ /^\$ /) {
        run(); shown = fresh = 1; cmd = substr(line, 3) "\n"; emit(line)
    } else if (fresh && line ~ /^> /) {
        cmd = cmd substr(line, 3) "\n"; emit(line)
    } else {
        fresh = 0                       # what the command prints may begin with "> " too
        if (!shown) emit(line)
        else want = want line "\n"
    }
}
END { run(); print ok + 0, wrong + 0 > (tmp "/count") }
AWK
bad=0; passed=0; failed=0
for page; do
    man=0; case $page in *.[1-9]) man=1 ;; esac
    grep -q '^```console\|^\.EX\|^\.Bd' "$page" || continue
    rm -rf "$tmp/work"; mkdir "$tmp/work"
    for d in corpora codebooks stopwords; do [ ! -d $d ] || cp -R $d "$tmp/work/"; done
    ln -s "$root/tests" "$root/docs" "$tmp/work/"
    : > "$tmp/new"
    awk -v tmp="$tmp" -v new="$tmp/new" -v man=$man -f "$tmp/run.awk" "$page" || exit 1
    read -r ok wrong < "$tmp/count"
    passed=$((passed + ok)); failed=$((failed + wrong))
    was=$page
    if [ $man = 1 ]; then was=$tmp/was; awk -v man=1 "$(sed -n '/^function plain/,/^}/p' "$tmp/run.awk")"'{ print plain($0) }' "$page" > "$was"; fi
    cmp -s "$was" "$tmp/new" && continue
    if [ $update = 1 ] && [ $man = 0 ]; then cp "$tmp/new" "$page"; echo "rewrote $page"
    else echo "not ok: $page"; diff -u "$was" "$tmp/new"; bad=1; fi
done
[ $update = 1 ] || echo "spec: $passed passed, $failed failed"
exit $bad
