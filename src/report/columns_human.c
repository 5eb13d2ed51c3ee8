/* Columns of the commands for human coding: sheet, evaluate. */
#include "columns.h"

static const sia_col sheet[] = {
    TEXT("unit", 0, "Unit", "Satuan", "Stable id of the sentence, the same in every coder's sheet",
         "Pengenal tetap kalimat, sama dalam lembar semua pengode"),
    COL_DOC, COL_PART, COL_PAGE_LABEL, COL_SENTENCE,
    TEXT("text", 0, "Text", "Teks", "The sentence", "Kalimatnya"),
    TEXT("code", 0, "Code", "Kode", "For the coder: category codes, parted by ; or empty", "Untuk pengode: kode kategori, dipisah ; atau kosong"),
    TEXT("coder", 0, "Coder", "Pengode", "For the coder: who coded", "Untuk pengode: siapa yang mengode"),
};

#define COL_PRECISION(name, en, id, how_en, how_id) \
    REAL(name, "", 0, en, id, "Share of what was tagged that is right" how_en, "Bagian yang ditandai dan benar" how_id, "tp / (tp + fp)", "")
#define COL_RECALL(name, en, id, how_en, how_id) \
    REAL(name, "", 0, en, id, "Share of the gold that was found" how_en, "Bagian acuan yang ditemukan" how_id, "tp / (tp + fn)", "")
#define COL_F1(name, en, id, how_en, how_id) \
    REAL(name, "", 0, en, id, "Harmonic mean of precision and recall" how_en, "Rerata harmonik presisi dan recall" how_id, "2 tp / (2 tp + fp + fn)", "van Rijsbergen 1979")

#define COL_CATEGORY_OR_ALL TEXT("category", 0, "Category", "Kategori", \
    "Code of the category; all: every category together", "Kode kategori; all: semua kategori bersama")

static const sia_col scores[] = {
    COL_CATEGORY_OR_ALL,
    COUNT("tp", "spans", 0, "Found", "Ditemukan", "Gold spans tagged with the same start, end and category",
          "Tanda acuan yang ditemukan dengan awal, akhir dan kategori yang sama"),
    COUNT("fp", "spans", 0, "False alarms", "Keliru", "Tagged spans that the gold does not have", "Yang ditandai tetapi tidak ada dalam acuan"),
    COUNT("fn", "spans", 0, "Misses", "Luput", "Gold spans that were not tagged so", "Tanda acuan yang tidak ditemukan"),
    COL_PRECISION("precision", "Precision", "Presisi", "", ""), COL_RECALL("recall", "Recall", "Recall", "", ""), COL_F1("f1", "F1", "F1", "", ""),
    COL_LABEL,
    COL_PRECISION("overlap_precision", "Precision (overlap)", "Presisi (bertumpang)", ", where spans need only overlap", ", cukup bertumpang tindih"),
    COL_RECALL("overlap_recall", "Recall (overlap)", "Recall (bertumpang)", ", where spans need only overlap", ", cukup bertumpang tindih"),
    COL_F1("overlap_f1", "F1 (overlap)", "F1 (bertumpang)", ", where spans need only overlap", ", cukup bertumpang tindih"),
};

static const sia_col differences[] = {
    TEXT("kind", 0, "Kind", "Jenis", "miss: in the gold only; false alarm: tagged only; extent: both mark the place, from or to elsewhere",
         "miss: hanya dalam acuan; false alarm: hanya ditandai; extent: keduanya menandai tempat itu dengan batas lain"),
    COL_DOC, COL_PAGE, COL_PAGE_LABEL, COL_START, COL_END, COL_CATEGORY, COL_TERM,
    TEXT("surface", 0, "Surface", "Bentuk tertulis", "The input's text from start to end", "Teks masukan dari awal sampai akhir"),
    TEXT("context", 0, "Context", "Konteks", "The whole sentence", "Kalimat seutuhnya"),
};

static const sia_col agreement[] = {
    COL_CATEGORY_OR_ALL,
    COUNT("both", "units", 0, "Both", "Keduanya", "Units that both coders gave the category", "Satuan yang diberi kategori itu oleh kedua pengode"),
    COUNT("only_a", "units", 0, "Only A", "Hanya A", "Units that only the first gave it", "Satuan yang hanya diberi oleh pengode pertama"),
    COUNT("only_b", "units", 0, "Only B", "Hanya B", "Units that only the second gave it", "Satuan yang hanya diberi oleh pengode kedua"),
    REAL("agreement", "share of units", 0, "Agreement", "Kesepakatan", "Share of units that both gave it or both did not; all: of units times categories",
         "Bagian satuan yang sama-sama diberi atau tidak; all: dari satuan kali kategori", "(both + neither) / units", ""),
    REAL("kappa", "", 0, "Cohen's kappa", "Kappa Cohen", "Agreement beyond what chance gives; empty where nothing could disagree",
         "Kesepakatan di luar kebetulan; kosong bila tidak mungkin berselisih", "(p_o - p_e) / (1 - p_e)", "Cohen 1960"),
    REAL("alpha", "", 0, "Krippendorff's alpha", "Alfa Krippendorff", "Reliability, nominal; 0.8 and more is customarily relied on",
         "Keterandalan, nominal; lazimnya dipercaya mulai 0,8", "1 - D_o / D_e", "Krippendorff 2011"),
    COL_LABEL,
    COUNT("units", "units", 0, "Units", "Satuan", "Sentences, or rows of the sheets, that both could code", "Kalimat, atau baris lembar, yang dapat dikode keduanya"),
    REAL("alpha_u", "", 0, "Krippendorff's unitizing alpha", "Alfa Krippendorff atas tempat", "Reliability of the marked places themselves, where they begin and end; empty for sheets",
         "Keterandalan tempat yang ditandai, dari awal sampai akhirnya; kosong untuk lembar", "1 - D_o / D_e of units and gaps", "Krippendorff 1995"),
};

const sia_columns sia_columns_human[] = {
    COLUMNS("sheet", sheet), COLUMNS("evaluate", scores), COLUMNS("evaluate --list", differences), COLUMNS("evaluate --a", agreement),
    { NULL, NULL, 0 },
};
