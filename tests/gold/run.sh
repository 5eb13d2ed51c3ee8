#!/bin/sh
# Hand-marked texts against the shipped codebook: tests/gold/run.sh build/release/siasat. A figure below its floor fails.
# The open texts of the shared folder are scored too where it is there (SIASAT_SHARED, default ../shared).
LC_ALL=C.UTF-8
export LC_ALL
cd "$(dirname "$0")/../.." || exit 2
SIASAT=${1:-build/release/siasat}
export SIASAT_DATA="$PWD"
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
bad=0

# tag FOLDER: doc TAB start TAB end TAB category TAB term of each hit, docs named from FOLDER on
tag() {
    folder=$1; shift
    "$SIASAT" tag --all --quiet --format tsv --raw "$@" "$folder" |
        awk -F '\t' -v folder="$folder/" 'NR > 1 { sub(folder, "", $2); print $2 "\t" $9 "\t" $10 "\t" $11 "\t" $12 "\t" $14 }'
}

# score NAME GOLD PREDICTED FLOOR_P FLOOR_R: strict span and category
score() {
    awk -F '\t' -v name="$1" -v p="$4" -v r="$5" '
        { k = $1 "\t" $2 "\t" $3 "\t" $4 }
        NR == FNR { gold[k] = 1; n++; next }
        { m++; if (k in gold) hit++; else if (m - hit <= 5) extra = extra "\n    extra: " $0 }
        END {
            precision = m ? hit / m : 0; recall = n ? hit / n : 0
            printf "%s: P %.3f R %.3f F1 %.3f (%d marked, %d found)\n", name, precision, recall,
                   hit ? 2 * precision * recall / (precision + recall) : 0, n, m
            if (precision >= p && recall >= r) exit 0
            printf "  not ok: floor is P %.3f R %.3f%s\n", p, r, extra
            exit 1
        }' "$2" "$3" || bad=1
}

# corpora/kampanye
awk -F '\t' 'NR > 1 { print $1 "\t" $2 "\t" $3 "\t" $5 }' corpora/kampanye/anotasi/gold.tsv > "$tmp/gold"
tag corpora/kampanye > "$tmp/found"
score 'gold corpus' "$tmp/gold" "$tmp/found" 0.985 0.980
tag corpora/kampanye --engine reference > "$tmp/reference"
cmp -s "$tmp/found" "$tmp/reference" || { echo '  not ok: the engines differ on corpora/kampanye'; bad=1; }

# Pairs of sentences in which a word is and is not a campaign term, each a document of its own
mkdir "$tmp/contrast" "$tmp/variants"
awk -F '\t' -v dir="$tmp/contrast/" 'NR > 1 { f = dir $1 ".txt"; print $2 > f; close(f) }' tests/gold/contrast.tsv
awk -F '\t' 'NR > 1 && $3 { n = split($3, spans, ";")
    for (i = 1; i <= n; i++) { split(spans[i], s, ":"); print $1 ".txt\t" s[1] "\t" s[2] "\t" s[3] } }' tests/gold/contrast.tsv > "$tmp/gold"
tag "$tmp/contrast" > "$tmp/found"
score 'gold contrast' "$tmp/gold" "$tmp/found" 0.985 0.985

# Every spelling of every term, in a sentence that fits it
awk -F '\t' -v dir="$tmp/variants/" 'NR > 1 { f = dir NR ".txt"; print $3 > f; close(f) }' tests/gold/variants.tsv
tag "$tmp/variants" --policy all > "$tmp/found"
awk -F '\t' 'NR == FNR { found[$1 "\t" $5 "\t" $6] = 1; next }
    FNR > 1 { n++; if (!((FNR ".txt\t" $1 "\t" $2) in found)) { lost++; print "  not ok: " $1 " is not found as: " $2 } }
    END { printf "gold variants: %d spellings, %d lost\n", n, lost; exit lost > 0 }' "$tmp/found" tests/gold/variants.tsv || bad=1

# Stop lists: sorted, once each, and no negator
for list in stopwords/id.txt stopwords/id-akademik.txt; do
    sed 's/ *#.*//; /^$/d' "$list" > "$tmp/words"
    LC_ALL=C sort -cu "$tmp/words" || { echo "  not ok: $list is not sorted, or has a word twice"; bad=1; }
    grep -Ex '(tidak|tak|tiada|bukan|belum|jangan|tanpa|kurang)(lah|kah|nya|kan)?' "$tmp/words" && { echo "  not ok: $list has negators"; bad=1; }
done

# The shared folder
gold=${SIASAT_SHARED:-../shared}/gold
if [ ! -d "$gold" ]; then echo "gold texts: skipped, no $gold"
elif ! command -v python3 > /dev/null; then echo 'gold texts: skipped, no python3'
else
    python3 tools/eval_gold.py --siasat "$SIASAT" "$gold" > "$tmp/shared" || bad=1
    grep -E '^(texts|strict|contrast)' "$tmp/shared"
    awk '/^strict/ { n++; if ($7 < (n == 1 ? 0.985 : 0.975)) low = 1 } /^contrast/ { if ($3 < 0.97 || $5 < 0.97) low = 1 } END { exit low }' \
        "$tmp/shared" || { echo '  not ok: below F1 0.985 (0.975 with noise), or P 0.97 at R 0.97 on the contrast sentences'; bad=1; }
fi
exit "$bad"
