#!/bin/sh
# Prints which layer includes which, as it really is; an include that points down the table, or into another
# layer's private header, is marked (!) and fails the run.
order='base text code stat report cli helper'
# What each layer may see. tests/ and bench/ may see all.
may_see() {
    case $1 in
    base)   echo base ;;
    text)   echo base text ;;
    code)   echo base text code ;;
    stat)   echo base text stat ;;
    report) echo base text code stat report ;;
    cli)    echo base text code stat report siasat ;;
    helper) echo ;;                                          # programs of their own
    esac
}
bad=0
for layer in $order; do
    files=$(ls src/"$layer"/*.[ch] src/"$layer"/*/*.[ch] include/siasat/"$layer".h 2> /dev/null)
    [ "$layer" = text ] && files="$files include/siasat/indonesian.h include/siasat/repair.h"
    [ "$files" ] || continue
    seen=
    # shellcheck disable=SC2086
    for other in $(sed -n 's/^ *# *include *<siasat\/\([a-z]*\)\.h>.*/\1/p; s/^ *# *include *<siasat\.h>.*/siasat/p' \
        $files | sort -u); do
        case $other in indonesian|repair) other=text ;; esac  # headers of that layer
        [ "$other" = "$layer" ] && continue
        case " $(may_see "$layer") " in
        *" $other "*) seen="$seen $other" ;;
        *) seen="$seen $other(!)"; bad=1 ;;
        esac
    done
    echo "$layer <-${seen:- (nothing)}"
    # shellcheck disable=SC2086
    for private in $(sed -n 's/^ *# *include *"\([^"]*\)".*/\1/p' $files | sort -u); do
        find "src/$layer" -name "${private##*/}" | grep -q . || { echo "  \"$private\" is not in src/$layer (!)"; bad=1; }
    done
done
# A file name stands for one thing in the whole tree.
twice=$(find src tests/unit -name '*.[ch]' | sed 's/.*\///' | sort | uniq -d)
[ "$twice" ] && { echo "file names used twice (!):" $twice; bad=1; }
exit $bad
