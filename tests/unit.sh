#!/bin/sh
# Runs the unit tests given; those of a program that passes are counted, one that fails shows all it printed.
passed=0; failed=0; skipped=0
for t; do
    "$t" > "$t.log" 2>&1; status=$?
    ok=$(grep -c '^\[       OK' "$t.log"); bad=$(sed -n 's|^ *\([0-9]*\) FAILED TEST(S).*|\1|p' "$t.log" | head -n 1)
    without=$(grep -c -i 'skipped' "$t.log")
    passed=$((passed + ok)); skipped=$((skipped + without))
    [ "$without" = 0 ] || grep -i 'skipped' "$t.log" | sed "s/^/unit: ${t##*/}: /"
    [ $status = 0 ] && continue
    [ "${bad:-0}" -gt 0 ] || bad=1
    failed=$((failed + bad))
    cat "$t.log"
    echo "not ok: $t ended with status $status"
done
echo "unit: $passed passed, $failed failed, $skipped skipped"
[ $failed = 0 ]
