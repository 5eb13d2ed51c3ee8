#!/bin/sh
# What siasat does when the machine lets it down: fault.c (calls that fail), doors.sh (outputs
# that fail) and shapes.sh (texts that would make a careless program slow).
#   run.sh BUILD quick|full     BUILD holds siasat and tests/fault/; quick samples the later calls of a run, and
# under a sanitizer, where each run takes long, fewer still
b=$(cd "$1" && pwd) || exit 1
how=$2
here=$(pwd)/tests/fault
work=$b/fault
[ -x "$b/siasat" ] || { echo "fault: skipped, there is no program yet"; exit 0; }

rm -rf "$work"; mkdir -p "$work/out" || exit 1
cp -R "$here"/inputs/* codebooks stopwords templates "$work/"
for i in 1 2 3; do cp tests/documents/halaman.docx "$work/surat$i.docx"; done
cd "$work" || exit 1
mkdir lexicon; cp "$here"/../../lexicon/variants.tsv "$here"/../../lexicon/english.txt lexicon/
chmod -R u+w .
iconv -f UTF-8 -t UTF-16 teks/bab5.txt > utf16.txt 2> /dev/null || cp teks/bab5.txt utf16.txt
printf 'Kata \223sepakat\224 caf\351 di akhir.\n' > latin.txt
printf 'Ada b\303yte r\377usak dan NUL \000 di sini.\n' > rusak.txt
: > kosong.txt
tr '\t' ';' < kecil.tsv > kecil.csv
sed 's/kampanye/karnpanye/' teks/bab5.txt > kembar.txt
for i in 1 2; do SIASAT_DATA=$work "$b/siasat" partial -q -c kecil.tsv --shard $i/2 -o $i.part teks kembar.txt; done
SIASAT_DATA=$work "$b/siasat" tag -q -c kecil.tsv -o proyek.qdpx teks

SIASAT_DATA=$work; LC_ALL=C; export SIASAT_DATA LC_ALL
# A sanitizer's report must not look like one of our own exit statuses.
ASAN_OPTIONS=handle_segv=2:exitcode=99 UBSAN_OPTIONS=exitcode=99 TSAN_OPTIONS=exitcode=99
export ASAN_OPTIONS UBSAN_OPTIONS TSAN_OPTIONS
bad=0
program=$b/siasat shim=$b/tests/fault/shim.so formats='csv tsv jsonl md table xlsx sqlite'
if [ -x "$b/tests/fault/siasat" ]; then
    program=$b/tests/fault/siasat shim=none formats='csv table'
    [ "$how" = full ] || how=brief
fi
# shellcheck disable=SC2086
sh "$here/doors.sh" "$b/siasat" $formats || bad=1
# Under a sanitizer everything is some ten times slower: a smaller file, and more time.
if [ "$shim" = none ]; then sh "$here/shapes.sh" "$b/siasat" 60 100000 || bad=1
else sh "$here/shapes.sh" "$b/siasat" 10 300000 || bad=1; fi
"$b/tests/fault/fault" "$program" "$shim" "$here/scenarios.txt" "$how" || bad=1
chmod -R u+w "$work"; rm -rf "$work"
exit $bad
