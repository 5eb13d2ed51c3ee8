#!/bin/sh
# make demo: the main job on the shipped corpus, table by table, each with a line that says what it shows.
#   demo.sh SIASAT
siasat=$1
lines=12
status=0

# show 'English' 'Indonesian' ARGUMENT...: says what comes, shows the command as one would type it, and the first rows.
show() {
    case ${SIASAT_LANG:-${LC_ALL:-${LC_MESSAGES:-${LANG:-C}}}} in id*) text=$2 ;; *) text=$1 ;; esac
    shift 2
    printf '\n== %s\n' "$text"
    printf '$ siasat'
    for word; do case $word in *[!A-Za-z0-9_./:=-]*) printf " '%s'" "$word" ;; *) printf ' %s' "$word" ;; esac; done
    printf '\n'
    "$siasat" "$@" --format table --quiet > "$rows" || { status=1; return; }
    head -n $lines "$rows"
    n=$(wc -l < "$rows")
    [ "$n" -le $lines ] || echo "... ($((n - lines)) more lines)"
}

COLUMNS=${COLUMNS:-80}; export COLUMNS                     # the tables go through head, which has no width of its own
rows=$(mktemp) && trap 'rm -f "$rows"' EXIT
show 'The documents: what each was read as, and what was mended in it.' \
     'Dokumen: dibaca sebagai apa, dan apa yang diperbaiki.' docs corpora
show 'The outline: chapters and headings, and the part of the thesis each belongs to.' \
     'Kerangka: bab dan judul, serta bagian skripsi tempatnya.' outline corpora
show 'Coded terms in the text (hits), each with its place and its sentence.' \
     'Istilah berkode di dalam teks (temuan), dengan tempat dan kalimatnya.' tag corpora
show 'One term in its contexts (a concordance).' \
     'Satu istilah dalam konteksnya (konkordansi).' kwic --term STR-ofensif --width 6 corpora
show 'Any phrase in its contexts; * stands for any letters.' \
     'Frasa apa pun dalam konteksnya; * berarti huruf apa saja.' kwic 'pemilih *' --width 6 corpora
show 'How often each category occurs, per 10,000 words, and in how many works.' \
     'Seberapa sering tiap kategori muncul, per 10.000 kata, dan dalam berapa karya.' freq --of category corpora
show 'The terms of each part: what the conclusions stress and what the theory does.' \
     'Istilah tiap bagian: apa yang ditekankan simpulan dan apa yang ditekankan teori.' freq --of term --by part --top 20 corpora
show 'Which terms stand together in one sentence more often than chance would have it.' \
     'Istilah mana yang sekalimat lebih sering daripada kebetulan.' cooc --of term --unit sentence corpora

# report 'English' 'Indonesian' FILE: the same for a report, which is a file.
report() {
    case ${SIASAT_LANG:-${LC_ALL:-${LC_MESSAGES:-${LANG:-C}}}} in id*) text=$2 ;; *) text=$1 ;; esac
    printf '\n== %s\n$ siasat report corpora -o %s\n' "$text" "$folder/$3"
    "$siasat" report --quiet corpora -o "$folder/$3" || { status=1; return; }
    printf '%s: %d KB\n' "$folder/$3" "$(($(wc -c < "$folder/$3") / 1024))"
}
folder=$(dirname "$siasat")/demo; mkdir -p "$folder"
report 'The whole study as one workbook: tables, charts, concordance, methods.' \
       'Seluruh kajian dalam satu buku kerja: tabel, diagram, konkordansi, metode.' laporan.xlsx
report 'The same as one web page: numbers lead to their places in the texts.' \
       'Hal yang sama sebagai satu halaman web: angka menuju tempatnya di dalam teks.' laporan.html
cat <<'TEXT'

The same as spreadsheet files, as an Indonesian Excel opens them:
  siasat tag corpora --dialect excel-id -o temuan.csv
  siasat freq --of category corpora --dialect excel-id -o frekuensi.csv
Try it on your own chapters (text, PDF, Word ...): siasat tag FOLDER
TEXT
exit $status
