#!/bin/sh
# Installs into an empty root, compares with tests/install.txt, builds a program against what was installed, and
# takes all away again.    install.sh [-u] BUILD      -u writes the list
update=; [ "$1" = -u ] && { update=1; shift; }
b=$1
root=$(mktemp -d) && trap 'rm -rf "$root" "$root.list"' EXIT
complain() { echo "not ok: install: $1"; exit 1; }

${MAKE:-make} --no-print-directory -s B="$b" PREFIX=/usr/local DESTDIR="$root" install > "$root.log" 2>&1 || complain "$(cat "$root.log")"
rm -f "$root.log"
(cd "$root" && find . ! -type d | sed 's/^\.//' | LC_ALL=C sort) > "$root.list"
if [ "$update" ]; then cp "$root.list" tests/install.txt; echo "rewrote tests/install.txt"
else diff -u tests/install.txt "$root.list" || complain 'other files than tests/install.txt lists; make bless rewrites it'
fi

# A sanitizer's library wants its own flags; the plain build is the one that is used by others.
case $b in *asan* | *tsan* | *cov*) ;; *)
    cat > "$root/use.c" <<'C'
#include <siasat.h>
int main(void) { return sia_str_cmp(SIA_STR("a"), SIA_STR("b")) < 0 && *sia_word(SIA_MSG_OPEN, SIA_EN) ? 0 : 1; }
C
    pc="pkg-config --define-variable=prefix=$root/usr/local"
    PKG_CONFIG_PATH=$root/usr/local/lib/pkgconfig; export PKG_CONFIG_PATH
    # shellcheck disable=SC2046
    ${CC:-cc} -std=c11 -Wall -Wextra -Wpedantic -Werror $($pc --cflags siasat) -o "$root/use" "$root/use.c" $($pc --libs siasat) &&
        LD_LIBRARY_PATH=$root/usr/local/lib "$root/use" || complain 'a program does not build against the shared library'
    # shellcheck disable=SC2046
    ${CC:-cc} -std=c11 $($pc --cflags siasat) -o "$root/use" "$root/use.c" "$root/usr/local/lib/libsiasat.a" \
        $(pkg-config --libs libpcre2-8 libutf8proc) -lm -pthread && "$root/use" || complain 'a program does not build against the static library'
    rm "$root/use" "$root/use.c" ;;
esac

${MAKE:-make} --no-print-directory -s B="$b" PREFIX=/usr/local DESTDIR="$root" uninstall > /dev/null || complain 'uninstall failed'
left=$(find "$root" ! -type d)
[ ! "$left" ] || complain "uninstall leaves: $left"
[ "$update" ] || echo "install: $(wc -l < tests/install.txt) files in and out again"
