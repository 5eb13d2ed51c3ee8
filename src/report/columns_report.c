/* Columns of the sheets that only a report has. */
#include "columns.h"

static const sia_col summary[] = {
    TEXT("kind", 0, "Kind", "Jenis", "What the row sums up: total, part, category or term",
         "Apa yang diringkas barisnya: total, part (bagian), category (kategori), atau term (istilah)"),
    TEXT("item", 0, "Item", "Butir", "Its name", "Namanya"),
    TEXT("label", 0, "Label", "Label", "What it is called: of the codebook's items, their labels", "Sebutannya: untuk butir buku kode, labelnya"),
    COUNT("count", "", 0, "Count", "Jumlah", "How many of them: of parts, counted words; of categories and terms, hits",
          "Banyaknya: untuk bagian, kata yang dihitung; untuk kategori dan istilah, temuan"),
    REAL("share", "", 0, "Share", "Bagian dari semua", "What share of all of its kind that is", "Bagiannya dari semua yang sejenis", "count / all of its kind", ""),
};

static const sia_col kwic[] = {
    COL_CATEGORY, COL_TERM,
    TEXT("label", 0, "Label", "Label", "The term's readable name", "Nama istilah yang mudah dibaca"),
    COL_DOC, COL_PART, COL_SECTION, COL_PAGE, COL_PAGE_LABEL,
    TEXT("left", SIA_COL_TAIL | SIA_COL_RIGHT, "Left", "Kiri", "Words before the match", "Kata-kata sebelum temuan"),
    TEXT("match", 0, "Match", "Temuan", "The match as it is read", "Temuan sebagaimana terbaca"),
    TEXT("right", 0, "Right", "Kanan", "Words after the match", "Kata-kata sesudah temuan"),
    COL_SENTENCE, COL_START, COL_END, COL_HIT,
};

static const sia_col spots[] = {
    COL_DOC,
    COUNT("number", "", 0, "Number", "Nomor", "Number of the document in the report, from 1", "Nomor dokumen dalam laporan, mulai 1"),
    COL_CATEGORY, COL_TERM, COL_PART,
    REAL("position", "", 0, "Position", "Posisi", "Where in its document the hit stands: 0 is the first word, 1 the end",
         "Letak temuan dalam dokumennya: 0 kata pertama, 1 akhir", "tokens before it / tokens of the document", ""),
    COL_HIT,
};

static const sia_col text[] = {
    COL_DOC, COL_PART, COL_SECTION, COL_PAGE, COL_PAGE_LABEL, COL_PARAGRAPH, COL_SENTENCE,
    TEXT("kind", 0, "Kind", "Jenis", "Kind of block the sentence stands in; cut: here the text was cut short, and `text` says how many sentences are missing",
         "Jenis blok tempat kalimatnya; cut: teks dipotong di sini, dan `text` menyebut banyak kalimat yang tidak dimuat"),
    TEXT("text", 0, "Text", "Teks", "The sentence as it is read, in one line", "Kalimat sebagaimana terbaca, dalam satu baris"),
    TEXT("hits", 0, "Hits", "Temuan", "Its hits, one a line: first code point in the cell of the text, from 0; the one behind the last; term",
         "Temuan di dalamnya, satu per baris: titik kode pertama dalam sel teks, mulai 0; titik kode sesudah yang terakhir; istilah"),
    TEXT("repairs", 0, "Repairs", "Perbaikan", "Its repairs in the same way: first, behind the last, what was meant",
         "Perbaikan di dalamnya, dengan cara yang sama: pertama, sesudah terakhir, bentuk yang dimaksud"),
};

static const sia_col methods[] = {
    TEXT("kind", 0, "Kind", "Jenis", "program, setting, codebook, input, sheet or column",
         "program, setting (setelan), codebook (buku kode), input (masukan), sheet (lembar), atau column (kolom)"),
    TEXT("item", 0, "Item", "Butir", "Its name; of columns sheet and name", "Namanya; untuk kolom, lembar dan nama"),
    TEXT("value", 0, "Value", "Nilai", "What it was set to; the SHA-256 of files; of sheets the command that makes them; of columns the formula",
         "Nilainya; untuk berkas, SHA-256; untuk lembar, perintah pembuatnya; untuk kolom, rumusnya"),
    TEXT("means", 0, "Meaning", "Arti", "What that means", "Artinya"),
    TEXT("source", 0, "Source", "Sumber", "The paper that gives the formula", "Tulisan asal rumusnya"),
};

const sia_columns sia_columns_report[] = {
    COLUMNS("report summary", summary), COLUMNS("report kwic", kwic), COLUMNS("report spots", spots), COLUMNS("report text", text),
    COLUMNS("report methods", methods), { NULL, NULL, 0 },
};
