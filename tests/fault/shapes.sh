#!/bin/sh
# Inputs of one shape repeated for some hundred kilobytes: whatever the shape, the time must grow with the text, not with
# its square.
# A run that takes more CPU than a linear one would need many times over is ended and told.
#   shapes.sh SIASAT CPU-SECONDS [BYTES]     in the folder that run.sh prepares
siasat=$1; seconds=$2; bytes=${3:-400000}
runs=0; wrong=0

# try NAME COMMAND...: on the file `shape`
try() {
    name=$1; shift
    runs=$((runs + 1))
    (ulimit -t "$seconds"; exec "$siasat" "$@" shape) > got 2> said
    status=$?
    [ $status -lt 2 ] && return
    wrong=$((wrong + 1))
    [ $status -gt 128 ] && echo "not ok: siasat $* on $bytes bytes of $name: ended by signal $((status - 128)) (more than $seconds s?)" ||
        echo "not ok: siasat $* on $bytes bytes of $name: exit status $status: $(head -c 200 said)"
}

# shape NAME TEXT: TEXT is printf's format; the long line that `yes` makes is cut to size
shape() {
    # shellcheck disable=SC2059
    piece=$(printf -- "$2."); piece=${piece%.}
    PIECE=$piece awk -v bytes="$bytes" 'BEGIN {
        piece = ENVIRON["PIECE"]
        if (piece == "") exit 1
        while (length(block) < 4096) block = block piece
        for (n = 0; n < bytes; n += length(block)) printf "%s", block }' > shape || exit 1
    try "$1" outline
    try "$1" tag -c kecil.tsv
    try "$1" cooc -c kecil.tsv --unit window:8
    try "$1" freq --of word
}

shape 'one letter'              'a'
shape 'blanks'                  ' '
shape 'line feeds'              '\n'
shape 'carriage returns'        '\r'
shape 'form feeds'              '\f'
shape 'hyphens'                 '-'
shape 'stops'                   '.'
shape 'stops and blanks'        '. '
shape 'quotes'                  '"'
shape 'opening brackets'        '('
shape 'digits'                  '7'
shape 'digits and stops'        '1.'
shape 'one-letter words'        'a '
shape 'one-letter lines'        'a\n'
shape 'hyphenated letters'      'a-'
shape 'words cut at line ends'  'program-\nprogram '
shape 'halves cut at line ends' 'kemasya-\n'
shape 'numbered lines'          '1. satu\n'
shape 'nested numbers'          '1.1.1.1.1.1.1.1\n'
shape 'chapter lines'           'BAB I\n'
shape 'chapters'                'BAB IV\n\nHASIL\n\nStrategi ofensif.\n\n'
shape 'pages with numbers'      'Kepala halaman\n\nIsi teks ini.\n\n12\n\f'
shape 'bullets'                 '- \n'
shape 'contents lines'          'Pendahuluan ........ 12\n'
shape 'footnotes'               'kata1\n\n1 Catatan, hlm. 2\n\n'
shape 'invalid bytes'           '\377'
shape 'cut sequences'           '\360\237'
shape 'combining marks'         '\314\201'
shape 'soft hyphens'            'a\302\255'
shape 'NUL, shown'              '\\0'
shape 'hits'                    'strategi ofensif '
shape 'half hits'               'strategi '
shape 'glued hits'              'strategiofensif'
shape 'context hits'            'pemilih partai '
shape 'tabs'                    'a\tb\t'
shape 'addresses'               'www.a.id/a-'
shape 'spaced capitals'         'H A S I L  '
echo "shapes: $((runs - wrong)) passed, $wrong failed"
rm -f shape
[ $wrong = 0 ]
