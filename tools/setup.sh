#!/bin/sh
# Sees that what siasat needs is there, and installs what is missing through apt, saying so first.
#   setup.sh [--verify] GROUP...     GROUP: build, tests, fuzz, bench;  --verify only looks and names
# With everything there it runs neither apt nor the network.
verify=; [ "$1" = --verify ] && { verify=1; shift; }

have_command() { command -v "$1" > /dev/null 2>&1; }
have_library() { have_command pkg-config && pkg-config --exists "$1"; }
# A compiler with the C library's headers (Debian's gcc alone comes without them).
have_compiler() { have_command cc && echo '#include <stdio.h>' | cc -E -x c - > /dev/null 2>&1; }

# ---- what each group needs: a test, then the package in Debian, Fedora and Homebrew ----------
missing=
need() { missing="$missing$1
"; }
for group in "$@"; do
    case $group in
    build)
        have_compiler            || need 'build-essential gcc gcc'
        have_command make        || need 'make make make'
        have_command pkg-config  || need 'pkg-config pkgconf-pkg-config pkgconf'
        have_library libpcre2-8  || need 'libpcre2-dev pcre2-devel pcre2'
        have_library libutf8proc || need 'libutf8proc-dev utf8proc-devel utf8proc' ;;
    tests)
        have_library cmocka      || need 'libcmocka-dev libcmocka-devel cmocka' ;;
    fuzz)
        have_command clang       || need 'clang clang llvm'
        have_fuzzer=
        if have_command clang; then
            printf 'int LLVMFuzzerTestOneInput(const void *p, unsigned long n) { return !p && n; }' |
                clang -fsanitize=fuzzer -x c - -o /dev/null 2> /dev/null && have_fuzzer=1
        fi
        [ "$have_fuzzer" ]       || need 'libclang-rt-dev compiler-rt llvm' ;;
    bench)
        have_command valgrind    || need 'valgrind valgrind valgrind' ;;
    *) echo "setup.sh: no group '$group'" >&2; exit 2 ;;
    esac
done
[ "$missing" ] || exit 0

column() { printf '%s' "$missing" | cut -d' ' -f"$1" | sort -u | tr '\n' ' ' | sed 's/ $//'; }
debian=$(column 1)
name_them() {
    echo "siasat needs packages that are not installed here:"
    echo "  Debian, Ubuntu  apt-get install $debian"
    echo "  Fedora          dnf install $(column 2)"
    echo "  Homebrew        brew install $(column 3)"
} >&2
give_up() { name_them; echo "error: $1" >&2; exit 1; }

[ "$verify" ] && give_up "install them and run make again, or run 'make demo', which installs them where apt is at hand"
have_command apt-get || give_up 'this system has no apt-get; install them with its own package manager and run make again'
sudo=
if [ "$(id -u)" != 0 ]; then
    have_command sudo || give_up 'installing needs root, and there is no sudo here; ask for these packages and run make again'
    sudo=sudo
fi
echo "Installing with apt: $debian"
DEBIAN_FRONTEND=noninteractive; export DEBIAN_FRONTEND
$sudo apt-get -q update > /dev/null || echo 'apt-get update failed; trying with the lists that are here' >&2
# shellcheck disable=SC2086
$sudo apt-get install -q -y --no-install-recommends $debian > /dev/null || give_up "apt-get could not install: $debian"
sh "$0" --verify "$@" && echo "Installed."
