#!/bin/sh
# Prints man/siasat.1: man/siasat.1.in with the commands and options as the program's own tables give them.
#   make_man.sh SIASAT
set -e
sed -n '1,/^@COMMANDS@$/p' man/siasat.1.in | sed '$d'
"$1" help --man
sed -n '/^@COMMANDS@$/,$p' man/siasat.1.in | sed 1d
