/* Columns of the commands whose tables have a column a group or an item: crosstab, and freq and cooc --wide. */
#include "columns.h"

static const sia_col crosstab[] = {
    TEXT("item", 0, "Item", "Butir", "The term, category or word; after its label stands a column for each group, with how often it stands there",
         "Istilah, kategori, atau kata; sesudah labelnya ada satu kolom tiap kelompok, berisi frekuensinya di sana"),
    COL_LABEL,
    COUNT("total", "", 0, "Total", "Jumlah", "How often it stands in all groups", "Frekuensinya dalam semua kelompok"),
    REAL("chi2", "", 0, "Chi-squared", "Khi-kuadrat", "How far its counts are from even rates in all groups, over hits and what is none",
         "Seberapa jauh frekuensinya dari laju yang sama di semua kelompok, atas temuan dan yang bukan", "sum (O - E)^2 / E", "Pearson 1900"),
    REAL("p", "", 0, "p", "p", "Chance of counts as uneven as these or more, if all groups had one rate", "Peluang frekuensi setimpang ini atau lebih andai laju semua kelompok sama",
         "chi-squared of groups - 1 degrees where every group expects 5 or more, else over all tables with these margins, or draws from them",
         "Pearson 1900; Besag and Clifford 1991"),
    COL_Q,
    TEXT("test", SIA_COL_SIDE, "Test", "Uji", "How p was found: chi-squared, exact (all tables), draws (some of them)",
         "Cara p diperoleh: khi-kuadrat, eksak (semua tabel), undian (sebagian)"),
    REAL("cramers_v", "", 0, "Cramer's V", "V Cramer", "Strength of the difference, 0 to 1: chi2 without the size of the corpus and without what chance puts into it",
         "Kuat perbedaan, 0 sampai 1: khi-kuadrat tanpa pengaruh besar korpus dan tanpa bagian karena kebetulan", "sqrt(max(0, chi2 / N - df / (N - 1)) / (1 - 1 / (N - 1)))", "Cramer 1946; Bergsma 2013"),
    REAL("v_low", "", SIA_COL_SIDE, "V from", "V dari", "Where V begins, at 95 per cent", "Batas bawah V, pada 95 persen", "sqrt(lambda / N) at 97.5 per cent", "Smithson 2003"),
    REAL("v_high", "", SIA_COL_SIDE, "V to", "V sampai", "Where V ends, at 95 per cent", "Batas atas V, pada 95 persen", "sqrt(lambda / N) at 2.5 per cent", "Smithson 2003"),
    TEXT("verdict", 0, "Verdict", "Putusan", "too few (below 5), may be chance (q above 0.05), or differs; behind it a column for each group with its adjusted residual",
         "terlalu sedikit (di bawah 5), mungkin kebetulan (q di atas 0,05), atau berbeda; sesudahnya satu kolom tiap kelompok berisi residu tersesuaikan"),
};

static const sia_col cells[] = {
    TEXT("item", 0, "Item", "Butir", "The term, category or word", "Istilah, kategori, atau kata"),
    COL_LABEL, COL_CATEGORY,
    TEXT("group", 0, "Group", "Kelompok", "What --by names", "Menurut --by"),
    COUNT("count", "", 0, "Count", "Frekuensi", "How often the item stands in the group", "Berapa kali butir muncul dalam kelompok"),
    COUNT("size", "", 0, "Size of group", "Besar kelompok", "Words of the group, or hits of all items, by --against", "Kata kelompok, atau temuan semua butir, menurut --against"),
    COUNT("total", "", 0, "Total", "Jumlah", "How often the item stands in all groups", "Frekuensi butir dalam semua kelompok"),
    REAL("expected", "", 0, "Expected", "Harapan", "Count if its rate were the same in all groups", "Frekuensi andai lajunya sama di semua kelompok", "total size / sum of sizes", ""),
    REAL("residual", "", 0, "Standardised residual", "Residu terbakukan", "How far the count is from that; its squares add up to the hits' share of chi2",
         "Jarak frekuensi dari harapan; kuadratnya menjumlah menjadi bagian temuan dalam khi-kuadrat", "(O - E) / sqrt(E)", "Pearson 1900"),
    REAL("adjusted", "", 0, "Adjusted residual", "Residu tersesuaikan", "The same as a z: beyond 1.96 to either side in 5 per cent of cells by chance",
         "Hal yang sama sebagai z: di luar 1,96 pada 5 persen sel karena kebetulan", "(O - E) / sqrt(E (1 - total / N) (1 - size / N))", "Haberman 1973"),
};

static const sia_col wide[] = {
    TEXT("item", 0, "Item", "Butir", "The term, category or word", "Istilah, kategori, atau kata"),
    COL_LABEL, COL_CATEGORY,
    COUNT("total", "", 0, "Total", "Jumlah", "How often it stands in all groups; before it a column for each group, with how often it stands there",
          "Frekuensinya dalam semua kelompok; sebelumnya satu kolom tiap kelompok, berisi frekuensinya di sana"),
};

static const sia_col square[] = {
    TEXT("item", 0, "Item", "Butir",
         "The term, category or word; behind these columns one for each item: units that hold both, or the --measure of the pair, empty where it has none",
         "Istilah, kategori, atau kata; di belakang kolom-kolom ini satu kolom tiap butir: satuan yang memuat keduanya, atau --measure pasangan itu, kosong bila tidak ada"),
    COL_LABEL, COL_CATEGORY,
};

const sia_columns sia_columns_groups[] = {
    COLUMNS("freq --wide", wide), COLUMNS("cooc --wide", square), COLUMNS("crosstab", crosstab), COLUMNS("crosstab --cells", cells), { NULL, NULL, 0 },
};
