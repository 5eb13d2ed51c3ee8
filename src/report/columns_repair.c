/* Columns of spelling repair: its own table, and what --repair adds at the end of others'. */
#include "columns.h"

static const sia_col repairs[] = {
    TEXT("form", 0, "Form", "Bentuk", "The word as it is first written", "Kata sebagaimana pertama kali tertulis"),
    TEXT("proposal", 0, "Proposal", "Usulan", "What it was meant to be", "Bentuk yang dimaksud"),
    COUNT("count", "places", 0, "Count", "Jumlah", "Places in the counted text", "Banyak tempat dalam teks yang dihitung"),
    TEXT("rule", 0, "Rule", "Aturan",
         "Kind of slip: variant, diacritic, digit, doubled, lookalike, swapped, one-letter, glued, preposition, prefix-apart, "
         "clitic-apart, word-apart, reduplication",
         "Jenis kesalahan: variant, diacritic, digit, doubled, lookalike, swapped, one-letter, glued, preposition, prefix-apart, "
         "clitic-apart, word-apart, reduplication"),
    TEXT("evidence", 0, "Evidence", "Bukti",
         "Where the proposal is known from: list (our variants), document and how often it stands there, codebook, common (a stop "
         "word), dictionary",
         "Sumber usulan: list (daftar varian kami), document dan berapa kali muncul di sana, codebook, common (kata henti), "
         "dictionary (kamus)"),
    TEXT("places", SIA_COL_SIDE, "Places", "Tempat", "Document, line and column of each, the first ten",
         "Dokumen, baris, dan kolom masing-masing, sepuluh yang pertama"),
    TEXT("effect", SIA_COL_SIDE, "Effect", "Akibat",
         "With --repair: form (counted as the proposal), split (two words), join (one word), none (listed only)",
         "Dengan --repair: form (dihitung sebagai usulan), split (dua kata), join (satu kata), none (hanya didaftar)"),
};

static const sia_col repaired[] = {
    TEXT("repaired", 0, "Repaired", "Diperbaiki", "What it was read as, where a repair changed it; else empty",
         "Bacaannya, bila diubah perbaikan; selain itu kosong"),
};

static const sia_col unrepaired[] = {
    COUNT("unrepaired", "", 0, "Unrepaired", "Tanpa perbaikan", "The count if all repairs are rejected",
          "Hitungannya bila semua perbaikan ditolak"),
};

const sia_columns sia_columns_repair[] = {
    COLUMNS("repairs", repairs), COLUMNS("tokens --repair", repaired), COLUMNS("tag --repair", repaired),
    COLUMNS("kwic --repair", repaired), COLUMNS("freq --repair", unrepaired), COLUMNS("cooc --repair", unrepaired),
    { NULL, NULL, 0 },
};
