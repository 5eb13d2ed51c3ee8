#!/bin/sh
# Runs the unit tests given; a program that passes takes one line, one that fails shows all it printed.
bad=0
for t; do
    if "$t" > "$t.log" 2>&1; then
        n=$(grep -c '^\[       OK' "$t.log")
        skipped=$(grep -ci 'skipped' "$t.log")
        note=; [ "$skipped" = 0 ] || note=", $skipped skipped"
        echo "unit: ${t##*/}: $n ok$note"
    else
        status=$?; bad=1
        cat "$t.log"
        echo "not ok: $t ended with status $status"
    fi
done
exit $bad
