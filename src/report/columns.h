/* How a column is declared, and the columns that several commands share; private to this folder. */
#ifndef SIASAT_REPORT_COLUMNS_H
#define SIASAT_REPORT_COLUMNS_H
#include <siasat/report.h>

/* A column of words, of whole numbers, of reals. `en` and `id` are titles, the sentences say what a cell means. */
#define TEXT(name, flags, en, id, means_en, means_id) \
    { name, SIA_TEXT, "", { en, id }, { means_en, means_id }, "", "", flags }
#define COUNT(name, unit, flags, en, id, means_en, means_id) \
    { name, SIA_COUNT, unit, { en, id }, { means_en, means_id }, "", "", flags }
#define REAL(name, unit, flags, en, id, means_en, means_id, formula, source) \
    { name, SIA_REAL, unit, { en, id }, { means_en, means_id }, formula, source, flags }

#define COLUMNS(command, array) { command, array, SIA_COUNT_OF(array) }

/* ---- where a row stands in its document ------------------------------------------------- */

#define COL_HIT TEXT("hit", SIA_COL_SIDE, "Hit", "Nomor temuan", \
    "Stable id, made from the document's content and the place", "Pengenal tetap dari isi dokumen dan tempatnya")
#define COL_DOC TEXT("doc", SIA_COL_TAIL, "Document", "Dokumen", \
    "Path of the input as given; - is standard input", "Jalur masukan seperti yang diberikan; - masukan standar")
#define COL_PART TEXT("part", 0, "Part", "Bagian", \
    "Kind of section: front, abstrak, pendahuluan, teori, metode, hasil, kesimpulan, saran, pustaka, lampiran", \
    "Jenis bagian: front, abstrak, pendahuluan, teori, metode, hasil, kesimpulan, saran, pustaka, lampiran")
#define COL_SECTION TEXT("section", SIA_COL_SIDE | SIA_COL_TAIL, "Section", "Subbab", \
    "Number and title of the nearest heading, after its chapter", "Nomor dan judul terdekat, didahului babnya")
#define COL_PAGE COUNT("page", "", 0, "Page", "Halaman ke", \
    "The file's page, from 1; empty without page breaks", "Halaman berkas, mulai 1; kosong bila tanpa batas halaman")
#define COL_PAGE_LABEL TEXT("page_label", SIA_COL_SIDE, "Printed page", "Halaman tercetak", \
    "Page number as printed; empty if unknown", "Nomor halaman seperti tercetak; kosong bila tidak diketahui")
#define COL_PARAGRAPH COUNT("paragraph", "", SIA_COL_SIDE, "Paragraph", "Paragraf", \
    "Number of the paragraph, item or heading in the document, from 1", \
    "Nomor paragraf, butir atau judul dalam dokumen, mulai 1")
#define COL_SENTENCE COUNT("sentence", "", SIA_COL_SIDE, "Sentence", "Kalimat", \
    "Number of the sentence in the document, from 1", "Nomor kalimat dalam dokumen, mulai 1")
#define COL_LINE COUNT("line", "", 0, "Line", "Baris", "Line of the input, from 1", "Baris masukan, mulai 1")
#define COL_COLUMN COUNT("column", "code points", 0, "Column", "Kolom", \
    "Column of the input, from 1, in code points", "Kolom masukan, mulai 1, dalam titik kode")
#define COL_START COUNT("start", "code points", SIA_COL_SIDE, "Start", "Awal", \
    "Code points of the decoded input before it", "Banyak titik kode masukan sebelum awalnya")
#define COL_END COUNT("end", "code points", SIA_COL_SIDE, "End", "Akhir", \
    "Code points of the decoded input before its end: start and end are half open", \
    "Banyak titik kode masukan sebelum akhirnya: awal termasuk, akhir tidak")

/* ---- what a row is about -------------------------------------------------------------------- */

#define COL_CATEGORY TEXT("category", 0, "Category", "Kategori", \
    "Code of the category in the codebook", "Kode kategori dalam buku kode")
#define COL_TERM TEXT("term", 0, "Term", "Istilah", \
    "Id of the term in the codebook", "Pengenal istilah dalam buku kode")
#define COL_LABEL TEXT("label", 0, "Label", "Label", "The item in words for people", "Nama butir bagi pembaca")
#define COL_P REAL("p", "", SIA_COL_SIDE, "p", "p", \
    "Chance of a table as uneven as this one or more, if nothing but chance were at work; two-sided", \
    "Peluang tabel setimpang ini atau lebih andai hanya kebetulan yang bekerja; dua sisi", \
    "Fisher's exact test where an expected count is below 5, else G2 by chi-squared", "Fisher 1935; Cochran 1954")
#define COL_Q REAL("q", "", SIA_COL_SIDE, "q", "q", \
    "p adjusted for the number of rows tested: of rows with q up to 0.05 some 5 per cent are expected to be chance", \
    "p yang disesuaikan dengan banyak baris yang diuji: dari baris dengan q sampai 0,05 sekitar 5 persen mungkin kebetulan", \
    "min over larger p of family p / rank", "Benjamini and Hochberg 1995")
#define COL_VERDICT_OF_TABLE TEXT("verdict", 0, "Verdict", "Putusan", \
    "too few (below 5 units), may be chance (q above 0.05), more, or less than by chance", \
    "terlalu sedikit (di bawah 5 satuan), mungkin kebetulan (q di atas 0,05), lebih, atau kurang daripada kebetulan")
#define COL_VERDICT TEXT("verdict", 0, "Verdict", "Putusan", \
    "What the figures allow to be said; empty until the statistics are built", \
    "Yang dapat disimpulkan dari angka; kosong sampai statistiknya tersedia")

/* ---- one list a file ---------------------------------------------------------------------- */

extern const sia_columns sia_columns_text[], sia_columns_code[], sia_columns_stat[], sia_columns_groups[], sia_columns_human[], sia_columns_repair[], sia_columns_report[];   /* each ends with { NULL } */
#endif
