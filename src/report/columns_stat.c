/* Columns of the commands that print counts and measures: freq, cooc, keyness, lexdiv. */
#include "columns.h"

/* ---- measures from their table: those that are shown without being asked for, and all --------------------- */

#define COLUMN(flags, name, unit, value, en, id, means_en, means_id, formula, source, range, at_zero) \
    REAL(#name, unit, flags, en, id, means_en, means_id, formula, source),
#define SHOWN_MAIN(...) COLUMN(0, __VA_ARGS__)
#define SHOWN_SIDE(...) COLUMN(SIA_COL_SIDE, __VA_ARGS__)
#define SHOWN_MORE(...)

static const sia_col freq[] = {
    TEXT("group", 0, "Group", "Kelompok",
         "What --by names: a document, a section, a part and so on; corpus for the whole",
         "Menurut --by: dokumen, subbab, bagian dan seterusnya; corpus bila seluruhnya"),
    TEXT("item", 0, "Item", "Butir", "The term, category or word counted", "Istilah, kategori atau kata yang dihitung"),
    COL_LABEL, COL_CATEGORY,
    COUNT("count", "", 0, "Count", "Frekuensi", "How often it stands in the group",
          "Berapa kali muncul dalam kelompok"),
    COUNT("words", "tokens", 0, "Words in group", "Kata dalam kelompok",
          "Words and numbers counted in the group, stop words included",
          "Kata dan bilangan yang dihitung dalam kelompok, termasuk kata henti"),
    REAL("per_10k", "per 10 000 tokens", 0, "Per 10 000 words", "Per 10.000 kata",
         "Count in 10,000 words of the group; empty without words",
         "Frekuensi tiap 10.000 kata kelompok; kosong bila tanpa kata", "10000 count / words", ""),
    COUNT("docs", "works", 0, "Works", "Karya", "Works of the group that have it",
          "Karya dalam kelompok yang memuatnya"),
    REAL("doc_share", "share of works", SIA_COL_SIDE, "Share of works", "Pangsa karya",
         "Works that have it, as a share from 0 to 1",
         "Bagian karya yang memuatnya, dari 0 sampai 1", "docs / works of the group", ""),
#define SIA_SPREAD_MEASURE(place, ...) SHOWN_##place(__VA_ARGS__)
#include <siasat/measures.def>
    TEXT("verdict", 0, "Verdict", "Putusan", "too few (below 5), or one work only where several are counted; else empty",
         "terlalu sedikit (di bawah 5), atau hanya satu karya bila ada beberapa; selain itu kosong"),
    REAL("per_10k_low", "per 10 000 tokens", SIA_COL_SIDE, "Per 10 000 (low)", "Per 10.000 (bawah)", "Lower end of the rate's 95 per cent interval, if hits are independent",
         "Batas bawah selang 95 persen lajunya, andai temuan saling bebas", "10000 L / words, P(X >= count | L) = 0.025, X Poisson", "Garwood 1936"),
    REAL("per_10k_high", "per 10 000 tokens", SIA_COL_SIDE, "Per 10 000 (high)", "Per 10.000 (atas)", "Upper end of it",
         "Batas atasnya", "10000 U / words, P(X <= count | U) = 0.025", "Garwood 1936"),
};

static const sia_col freq_table[] = {
    TEXT("spread", SIA_COL_WHOLE, "Spread", "Sebaran", "A bar a work, in input order: its rate there beside the highest; the lowest bar: none, a dot: no words; of more than ten works several a bar",
         "Satu batang tiap karya, menurut urutan masukan: lajunya di sana dibanding yang tertinggi; batang terendah: tidak ada, titik: tanpa kata; bila lebih dari sepuluh karya, beberapa tiap batang"),
};

static const sia_col freq_all[] = {
#define SIA_SPREAD_MEASURE(place, ...) COLUMN(0, __VA_ARGS__)
#include <siasat/measures.def>
};

#define COL_WITHOUT_WORK TEXT("without_work", SIA_COL_TAIL, "Work left out", "Karya yang dikeluarkan", \
    "The work, of those that have the item, without which it moves most", "Karya yang bila dikeluarkan paling menggeser nilainya, dari yang memuat butir")

static const sia_col freq_without[] = {
    REAL("without", "per 10 000 tokens", 0, "Per 10 000 without it", "Per 10.000 tanpanya", "Rate without the work that moves it most",
         "Laju tanpa karya yang paling menggesernya", "10000 (count - count_w) / (words - words_w)", ""),
    COL_WITHOUT_WORK,
};

#define SIDE_OF_PAIR(x, X) \
    TEXT(x, 0, "Item " X, "Butir " X, "The pair's item " X, "Butir " X " dari pasangan"), \
    TEXT("label_" x, SIA_COL_SIDE, "Label " X, "Label " X, "Its name for people", "Namanya bagi pembaca"), \
    TEXT("category_" x, SIA_COL_SIDE, "Category " X, "Kategori " X, "Its category", "Kategorinya")

static const sia_col cooc[] = {
    SIDE_OF_PAIR("a", "A"), SIDE_OF_PAIR("b", "B"),
    COUNT("units_a", "units", SIA_COL_SIDE, "Units with A", "Satuan memuat A", "Units that have A",
          "Banyak satuan yang memuat A"),
    COUNT("units_b", "units", SIA_COL_SIDE, "Units with B", "Satuan memuat B", "Units that have B",
          "Banyak satuan yang memuat B"),
    COUNT("units_ab", "units", 0, "Units with both", "Satuan memuat keduanya", "Units that have both",
          "Banyak satuan yang memuat keduanya"),
    COUNT("units", "units", SIA_COL_SIDE, "Units", "Satuan", "Units in all: sentences, paragraphs, ..., by --unit",
          "Banyak satuan seluruhnya: kalimat, paragraf, ..., menurut --unit"),
    REAL("expected", "units", 0, "Expected", "Harapan", "Units with both if A and B had nothing to do with each other",
         "Satuan yang memuat keduanya andai A dan B tidak berkaitan", "units_a units_b / units", ""),
#define SIA_PAIR_MEASURE(place, ...) SHOWN_##place(__VA_ARGS__)
#include <siasat/measures.def>
    COL_P, COL_Q, COL_VERDICT_OF_TABLE,
};

static const sia_col network[] = {
    TEXT("item", 0, "Item", "Butir", "A node: a term, category or word that stands with others", "Simpul: istilah, kategori, atau kata yang muncul bersama yang lain"),
    COL_LABEL, COL_CATEGORY,
    COUNT("degree", "", 0, "Degree", "Derajat", "Items that it stands with", "Banyak butir yang muncul bersamanya"),
    COUNT("strength", "units", 0, "Strength", "Kekuatan", "Units with both, over all of its pairs", "Satuan yang memuat keduanya, dijumlah atas semua pasangannya"),
    REAL("pagerank", "", 0, "PageRank", "PageRank", "Share of time that a walk along pairs, by their weights, spends at it", "Pangsa waktu penelusuran lewat pasangan, menurut bobotnya, singgah padanya",
         "PR(i) = 0.15 / n + 0.85 sum of PR(k) w_ik / strength(k)", "Brin and Page 1998"),
    REAL("betweenness", "share of pairs", 0, "Betweenness", "Keperantaraan", "Share of shortest paths between two others that lead through it; empty where the network is too big",
         "Pangsa jalur terpendek antara dua butir lain yang melaluinya; kosong bila jaringan terlalu besar", "sum of paths through i / paths, over (n - 1)(n - 2) / 2; a pair is 1 / weight long", "Freeman 1977; Newman 2001; Brandes 2001"),
    COUNT("community", "", 0, "Community", "Komunitas", "Number of the community it belongs to; 1 is the largest", "Nomor komunitasnya; 1 yang terbesar"),
    REAL("x", "", SIA_COL_SIDE, "X", "X", "Where it is drawn, from 0 (left) to 1; labels that are centred below their points do not overlap where the drawing is 11 sqrt(n) letter heights wide, 88 at least, and 3/4 as high",
         "Letak gambarnya, dari 0 (kiri) sampai 1; label di tengah bawah titiknya tidak bertindihan bila gambar selebar 11 akar n tinggi huruf, sedikitnya 88, dan tingginya 3/4 lebarnya", "", "Fruchterman and Reingold 1991"),
    REAL("y", "", SIA_COL_SIDE, "Y", "Y", "The same from 0 (top) to 1", "Sama, dari 0 (atas) sampai 1", "", ""),
    COUNT("units", "units", SIA_COL_SIDE, "Units", "Satuan", "Units that have it", "Banyak satuan yang memuatnya"),
};

static const sia_col network_edges[] = {
    SIDE_OF_PAIR("a", "A"), SIDE_OF_PAIR("b", "B"),
    COUNT("weight", "units", 0, "Weight", "Bobot", "Units that have both", "Banyak satuan yang memuat keduanya"),
    REAL("disparity", "", 0, "Disparity", "Disparitas", "Chance of so large a share of what one of the two has, were it dealt evenly; the smaller of both: the backbone is what has little",
         "Peluang pangsa sebesar itu dari milik salah satunya andai dibagi rata; yang lebih kecil dari keduanya: tulang punggung ialah yang kecil", "(1 - weight / strength)^(degree - 1)", "Serrano, Boguna and Vespignani 2009"),
};

static const sia_col keyness[] = {
    TEXT("item", 0, "Item", "Butir", "The term, category or word compared", "Istilah, kategori atau kata yang dibandingkan"),
    COL_LABEL, COL_CATEGORY,
    COUNT("target", "", 0, "In target", "Dalam sasaran", "How often it stands in the target", "Berapa kali muncul dalam sasaran"),
    COUNT("reference", "", 0, "In reference", "Dalam acuan", "How often it stands in the reference", "Berapa kali muncul dalam acuan"),
    REAL("target_per_10k", "per 10 000 tokens", 0, "Target per 10 000", "Sasaran per 10.000", "Its rate in the target", "Lajunya dalam sasaran",
         "10000 target / target_words", ""),
    REAL("reference_per_10k", "per 10 000 tokens", 0, "Reference per 10 000", "Acuan per 10.000", "Its rate in the reference", "Lajunya dalam acuan",
         "10000 reference / reference_words", ""),
#define SIA_KEY_MEASURE(place, ...) SHOWN_##place(__VA_ARGS__)
#include <siasat/measures.def>
    COL_P, COL_Q, COL_VERDICT_OF_TABLE,
    COUNT("target_words", "tokens", SIA_COL_SIDE, "Words in target", "Kata dalam sasaran", "Words and numbers of the target", "Kata dan bilangan sasaran"),
    COUNT("reference_words", "tokens", SIA_COL_SIDE, "Words in reference", "Kata dalam acuan", "Words and numbers of the reference",
          "Kata dan bilangan acuan"),
};

static const sia_col ngrams[] = {
    TEXT("item", 0, "Sequence", "Urutan", "The words, with blanks between them; of a pair in windows in alphabetical order", "Kata-katanya, dipisah spasi; pasangan dalam jendela menurut abjad"),
    COUNT("n", "words", 0, "Words", "Kata", "How many words it has", "Banyak katanya"),
    COUNT("count", "", 0, "Count", "Frekuensi", "How often it stands in the text", "Berapa kali muncul dalam teks"),
    COUNT("docs", "works", 0, "Works", "Karya", "Works that have it", "Karya yang memuatnya"),
#define SIA_PAIR_MEASURE(place, ...) SHOWN_##place(__VA_ARGS__)
#include <siasat/measures.def>
    COL_P, COL_Q, COL_VERDICT_OF_TABLE,
    REAL("expected", "", SIA_COL_SIDE, "Expected", "Harapan", "O11 if its beginning and its last word had nothing to do with each other",
         "O11 andai awalnya dan kata terakhirnya tidak berkaitan", "R1 C1 / N", ""),
    COUNT("o11", "places", SIA_COL_SIDE, "O11", "O11", "Count; in windows of a word with itself twice that, since each is in the window of the other",
          "Frekuensi; untuk sebuah kata dengan dirinya dalam jendela dua kalinya, sebab masing-masing ada dalam jendela yang lain"),
    COUNT("r1", "places", SIA_COL_SIDE, "R1", "R1", "Sequences of n words that begin with all of it but the last word; in windows: places in windows of the first word",
          "Urutan n kata yang diawali semua katanya kecuali yang terakhir; dalam jendela: tempat dalam jendela kata pertama"),
    COUNT("c1", "places", SIA_COL_SIDE, "C1", "C1", "Sequences of n words that end with its last word; in windows: places in windows of the second word",
          "Urutan n kata yang diakhiri kata terakhirnya; dalam jendela: tempat dalam jendela kata kedua"),
    COUNT("places", "places", SIA_COL_SIDE, "N", "N", "Sequences of n words in all; in windows: places in all windows",
          "Semua urutan n kata; dalam jendela: tempat dalam semua jendela"),
};

static const sia_col lexdiv[] = {
    TEXT("group", 0, "Group", "Kelompok", "What --by names: a document, a section, a part and so on; corpus for the whole",
         "Menurut --by: dokumen, subbab, bagian dan seterusnya; corpus bila seluruhnya"),
    COUNT("tokens", "tokens", 0, "Words", "Kata", "Words of the text, N: numbers and punctuation are none", "Kata dalam teks, N: bilangan dan tanda baca tidak termasuk"),
    COUNT("types", "types", 0, "Different words", "Kata berbeda", "Different words, V", "Banyak kata yang berbeda, V"),
#define SIA_DIVERSITY_MEASURE(place, ...) SHOWN_##place(__VA_ARGS__)
#include <siasat/measures.def>
    TEXT("verdict", 0, "Verdict", "Putusan", "too short: fewer than 100 words, so that no two such texts can be compared",
         "terlalu pendek: kurang dari 100 kata, sehingga tidak dapat diperbandingkan"),
};

static const sia_col lexdiv_all[] = {
#define SIA_DIVERSITY_MEASURE(place, ...) COLUMN(0, __VA_ARGS__)
#include <siasat/measures.def>
};

static const sia_col cooc_span[] = {
    COUNT("hits_a", "", SIA_COL_SIDE, "Hits of A", "Temuan A", "How often the node stands in the text; units_a is what --expect makes of it", "Berapa kali simpulnya muncul; units_a ialah hasil --expect darinya"),
    REAL("weighted", "", 0, "Weighted", "Berbobot", "Places of B near A, each over its distance in words", "Tempat B di dekat A, masing-masing dibagi jaraknya dalam kata", "sum 1 / distance", ""),
};

static const sia_col cooc_all[] = {
#define SIA_PAIR_MEASURE(place, ...) COLUMN(0, __VA_ARGS__)
#include <siasat/measures.def>
};

static const sia_col keyness_by[] = {
    REAL("specificity", "", 0, "Specificity", "Spesifisitas", "Evidence for too many (positive) or too few (negative) in the group as a power of ten",
         "Bukti terlalu banyak (positif) atau terlalu sedikit (negatif) dalam kelompok sebagai pangkat sepuluh", "-log10 P(X >= O11), or log10 P(X <= O11) where O11 < E11", "Lafon 1980"),
    TEXT("group", 0, "Group", "Kelompok", "The target: a group of --by; the reference is all others", "Sasarannya: satu kelompok dari --by; acuannya semua yang lain"),
};

static const sia_col measure_without[] = {
    REAL("without", "", 0, "Without it", "Tanpanya", "The table's first measure without the work that moves it most",
         "Ukuran pertama tabel ini tanpa karya yang paling menggesernya", "", ""),
    COL_WITHOUT_WORK,
};

static const sia_col keyness_permuted[] = {
    REAL("p_permuted", "", 0, "p (works shuffled)", "p (karya diacak)", "Share of shuffles of whole works that set target and reference as far apart",
         "Pangsa pengacakan karya utuh yang memisahkan sasaran dan acuan sejauh itu", "(1 + shuffles with |G2| as large) / (1 + shuffles)", "Fisher 1935; Phipson and Smyth 2010"),
    REAL("q_permuted", "", 0, "q (works shuffled)", "q (karya diacak)", "Share of shuffles in which any row's G2 is as large",
         "Pangsa pengacakan dengan G2 sebesar itu pada baris mana pun", "(1 + shuffles with max |G2| as large) / (1 + shuffles)", "Westfall and Young 1993"),
};

static const sia_col keyness_all[] = {
#define SIA_KEY_MEASURE(place, ...) COLUMN(0, __VA_ARGS__)
#include <siasat/measures.def>
};

static const sia_col explain[] = {
    TEXT("kind", 0, "Kind", "Jenis", "line, target, reference or unit: one that is counted; work: a work's part of a figure; figure: a step of the arithmetic",
         "line, target, reference atau unit: satu yang dihitung; work: bagian satu karya; figure: satu langkah hitungan"),
    TEXT("name", SIA_COL_TAIL, "Name", "Nama", "Name of the figure, as the explained table has it; path of the work", "Nama angka seperti dalam tabel yang dijelaskan; jalur karya"),
    REAL("value", "", 0, "Value", "Nilai", "The figure; of a line its number", "Angkanya; nomor baris", "", ""),
    TEXT("formula", 0, "Formula", "Rumus", "How it is made", "Cara menghitungnya"),
    TEXT("worked", 0, "Worked", "Dengan angka", "The same with the numbers put in; of a line its text, what is counted in brackets",
         "Rumus dengan angkanya; pada baris, teksnya dengan yang dihitung dalam kurung siku"),
    TEXT("meaning", SIA_COL_SIDE, "Meaning", "Arti", "What the figure says", "Arti angka"),
    COL_DOC, COL_SECTION, COL_PAGE_LABEL, COL_SENTENCE,
};

const sia_columns sia_columns_stat[] = {
    COLUMNS("freq", freq), COLUMNS("freq --format table", freq_table), COLUMNS("freq --measure", freq_all), COLUMNS("freq --leave-one-out", freq_without),
    COLUMNS("cooc", cooc), COLUMNS("cooc --measure", cooc_all), COLUMNS("cooc --unit span", cooc_span), COLUMNS("cooc --leave-one-out", measure_without),
    COLUMNS("network", network), COLUMNS("network --edges", network_edges),
    COLUMNS("keyness", keyness), COLUMNS("keyness --measure", keyness_all), COLUMNS("keyness --by", keyness_by),
    COLUMNS("keyness --leave-one-out", measure_without), COLUMNS("keyness --permute", keyness_permuted),
    COLUMNS("ngrams", ngrams),
    COLUMNS("lexdiv", lexdiv), COLUMNS("lexdiv --measure", lexdiv_all),
    COLUMNS("explain", explain),
    { NULL, NULL, 0 },
};
