#!/bin/sh
# Sees that what siasat needs is there, and installs what is missing through apt, saying so first.
#   setup.sh [--verify] GROUP...     GROUP: build, documents, tests, browser, fuzz, bench, peers, cluster;  --verify only looks and names
# With everything there it runs neither apt nor the network.
verify=; [ "$1" = --verify ] && { verify=1; shift; }

have_command() { command -v "$1" > /dev/null 2>&1; }
have_library() { have_command pkg-config && pkg-config --exists "$1"; }
have_header() { have_library "$1" && [ -f "$(pkg-config --variable=includedir "$1")/$2" ]; }
have_indonesian_ocr() { for f in /usr/share/tess*/*/tessdata /usr/share/tess*/tessdata /opt/homebrew/share/tessdata; do [ -f "$f/ind.traineddata" ] && return; done; return 1; }
# A compiler with the C library's headers (Debian's gcc alone comes without them).
have_compiler() { have_command cc && echo '#include <stdio.h>' | cc -E -x c - > /dev/null 2>&1; }
have_fuzzer() {
    have_command clang && printf 'int LLVMFuzzerTestOneInput(const void *p, unsigned long n) { return !p && n; }' |
        clang -fsanitize=fuzzer -x c - -o /dev/null 2> /dev/null
}

# ---- what each group needs: the package in Debian, Fedora and Homebrew ------------------------
missing=
wished=             # Debian packages that some tests can do without
need() { missing="$missing$1
"; }
for group in "$@"; do
    case $group in
    build)
        have_compiler            || need 'build-essential gcc gcc'
        have_command make        || need 'make make make'
        have_command pkg-config  || need 'pkg-config pkgconf-pkg-config pkgconf'
        have_library libpcre2-8  || need 'libpcre2-dev pcre2-devel pcre2'
        have_library libzip      || need 'libzip-dev libzip-devel libzip'
        have_library expat       || need 'libexpat1-dev expat-devel expat'
        have_library libxml-2.0  || need 'libxml2-dev libxml2-devel libxml2'
        have_library yaml-0.1    || need 'libyaml-dev libyaml-devel libyaml'
        have_library xlsxwriter  || need 'libxlsxwriter-dev libxlsxwriter-devel libxlsxwriter'
        have_library sqlite3     || need 'libsqlite3-dev sqlite-devel sqlite'
        have_library libutf8proc || need 'libutf8proc-dev utf8proc-devel utf8proc'
        [ -f "${HUNSPELL_ID:-/usr/share/hunspell/id_ID.dic}" ] || need 'hunspell-id hunspell-id -' ;;
    documents)
        have_header poppler poppler/TextOutputDev.h || need 'libpoppler-private-dev poppler-devel poppler'
        have_header poppler-cpp poppler/cpp/poppler-page-renderer.h || need 'libpoppler-cpp-dev poppler-cpp-devel poppler'
        have_header tesseract tesseract/baseapi.h || need 'libtesseract-dev tesseract-devel tesseract'
        have_header lept allheaders.h || have_header lept leptonica/allheaders.h || need 'libleptonica-dev leptonica-devel leptonica'
        have_header igraph igraph/igraph.h || need 'libigraph-dev igraph-devel igraph'
        have_indonesian_ocr || need 'tesseract-ocr-ind tesseract-langpack-ind tesseract-lang'
        have_command g++ || have_command clang++ || need 'g++ gcc-c++ gcc' ;;
    tests)
        have_library cmocka      || need 'libcmocka-dev libcmocka-devel cmocka'
        have_command catdoc      || wished="$wished${wished:+ }catdoc"
        have_command python3     || wished="$wished${wished:+ }python3"
        { python3 -c 'import openpyxl' || /usr/bin/python3 -c 'import openpyxl'; } 2> /dev/null || wished="$wished${wished:+ }python3-openpyxl"
        have_command xmllint     || wished="$wished${wished:+ }libxml2-utils"
        [ -f /usr/share/unicode/auxiliary/WordBreakTest.txt ] || wished="$wished${wished:+ }unicode-data"
        # programs that read the networks we write
        { python3 -c 'import networkx' || /usr/bin/python3 -c 'import networkx'; } 2> /dev/null || wished="$wished${wished:+ }python3-networkx"
        # scans are drawn of a PDF's pages
        have_command pdftoppm    || wished="$wished${wished:+ }poppler-utils"
        have_command dot         || wished="$wished${wished:+ }graphviz"
        # R's tails, which ours are compared with
        rmath=$(ls /usr/lib/libRmath.so.1 /usr/lib/*/libRmath.so.1 2> /dev/null)
        [ "$rmath" ] || wished="$wished${wished:+ }r-mathlib" ;;
    browser)
        have_command node        || need 'nodejs nodejs node'
        have_command npm         || need 'npm npm node'
        have_command chromium    || need 'chromium chromium chromium' ;;
    fuzz)
        have_command clang       || need 'clang clang llvm'
        have_fuzzer              || need 'libclang-rt-dev compiler-rt llvm' ;;
    bench)
        have_command valgrind    || need 'valgrind valgrind valgrind' ;;
    peers)
        # other programs at the same work (make bench-peers): each is skipped by name where it is not installed
        have_command rg          || wished="$wished${wished:+ }ripgrep"
        have_command mawk        || wished="$wished${wished:+ }mawk"
        /usr/bin/python3 -c 'import nltk' 2> /dev/null || wished="$wished${wished:+ }python3-nltk"
        /usr/bin/python3 -c 'import sklearn' 2> /dev/null || wished="$wished${wished:+ }python3-sklearn"
        for r in tm tidytext data.table stringi; do
            [ -d /usr/lib/R/site-library/$r ] || wished="$wished${wished:+ }r-cran-$r"
        done ;;
    cluster)
        # daemons lie where root's PATH leads
        PATH=$PATH:/usr/sbin:/sbin
        have_command parallel    || need 'parallel parallel parallel'
        have_command ssh         || need 'openssh-client openssh-clients openssh'
        have_command sshd        || need 'openssh-server openssh-server openssh'
        have_command munged      || need 'munge munge -'
        have_command sbatch && have_command slurmctld && have_command slurmd || need 'slurm-wlm slurm-slurmctld -'
        have_command ip          || need 'iproute2 iproute -' ;;
    *) echo "setup.sh: no group '$group'" >&2; exit 2 ;;
    esac
done
[ "$missing" ] || [ "$wished" ] || exit 0

# ---- saying it ----------------------------------------------------------------------------------
column() { printf '%s' "$missing" | cut -d' ' -f"$1" | grep -v '^-$' | sort -u | tr '\n' ' ' | sed 's/ $//'; }
debian=$(column 1)
give_up() {
    echo "siasat needs packages that are not installed here:"
    echo "  Debian, Ubuntu  apt-get install $debian"
    echo "  Fedora          dnf install $(column 2)"
    [ ! "$(column 3)" ] || echo "  Homebrew        brew install $(column 3)"
    case $missing in *hunspell-id*)
        echo "hunspell-id may lie anywhere: make HUNSPELL_ID=/path/to/id_ID.dic (LibreOffice's dictionaries have it, too)" ;;
    esac
    echo "error: $1"
    exit 1
} >&2
# Without what is only wished for, a few tests say 'skipped' and all else runs.
go_without() { [ "$missing" ] || exit 0; }

if [ "$verify" ]; then
    go_without
    give_up "install them and run make again, or run 'make demo', which installs them where apt is at hand"
fi
if ! have_command apt-get; then
    go_without
    give_up 'this system has no apt-get; install them with its own package manager and run make again'
fi
sudo=
if [ "$(id -u)" != 0 ]; then
    if ! have_command sudo; then
        go_without
        give_up 'installing needs root, and there is no sudo here; ask for these packages and run make again'
    fi
    sudo=sudo
fi

# ---- installing ---------------------------------------------------------------------------------
all=$(printf '%s %s' "$debian" "$wished" | sed 's/^ //; s/ $//')
echo "Installing with apt: $all"
DEBIAN_FRONTEND=noninteractive; export DEBIAN_FRONTEND
$sudo apt-get -q update > /dev/null || echo 'apt-get update failed; trying with the lists that are here' >&2
# shellcheck disable=SC2086
if ! $sudo apt-get install -q -y --no-install-recommends $all > /dev/null; then
    go_without
    give_up "apt-get could not install: $debian"
fi
sh "$0" --verify "$@" && echo "Installed."
