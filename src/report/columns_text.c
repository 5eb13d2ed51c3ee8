/* Columns of the commands that print what was read: docs, text, outline, tokens. */
#include "columns.h"

static const sia_col docs[] = {
    COL_DOC,
    TEXT("work", SIA_COL_TAIL, "Work", "Karya", "The thesis it belongs to: its folder, or the file itself",
         "Skripsi pemiliknya: foldernya, atau berkas itu sendiri"),
    TEXT("format", 0, "Format", "Format", "Format of the file", "Format berkas"),
    TEXT("encoding", 0, "Encoding", "Pengodean", "Character encoding it was read in",
         "Pengodean aksara yang dipakai untuk membacanya"),
    COUNT("pages", "pages", 0, "Pages", "Halaman", "Pages; empty without page breaks",
          "Banyak halaman; kosong bila tanpa batas halaman"),
    COUNT("words", "tokens", 0, "Words", "Kata", "Words and numbers in the whole text",
          "Banyak kata dan bilangan dalam seluruh teks"),
    TEXT("parts", 0, "Parts", "Bagian", "Kinds of section found, in order", "Jenis bagian yang ditemukan, berurutan"),
    COUNT("repairs", "repairs", 0, "Repairs", "Perbaikan", "Places mended while reading; see text --repairs",
          "Banyak tempat yang dibenahi saat dibaca; lihat text --repairs"),
    TEXT("problem", 0, "Problem", "Masalah", "What to know before trusting it; empty if nothing",
         "Yang perlu diketahui sebelum memercayainya; kosong bila tidak ada"),
    TEXT("duplicate_of", SIA_COL_TAIL, "Duplicate of", "Kembaran dari", "Earlier document with the same text, though in another format or scanned badly",
         "Dokumen terdahulu dengan teks yang sama, meskipun berformat lain atau hasil pindainya buruk"),
};

static const sia_col meta[] = {
    TEXT("work", SIA_COL_TAIL, "Work", "Karya", "The thesis it belongs to: its folder, or the file itself; the same name makes several files one work",
         "Skripsi pemiliknya: foldernya, atau berkas itu sendiri; nama yang sama menjadikan beberapa berkas satu karya"),
    COL_DOC,
    TEXT("author", 0, "Author", "Penulis", "Who wrote it, as its title page says", "Penulis menurut halaman judul"),
    TEXT("year", 0, "Year", "Tahun", "Year on the title page, else in a folder's or file's name", "Tahun pada halaman judul, atau dalam nama folder atau berkas"),
    TEXT("party", 0, "Party", "Partai", "Parties in the title, else in a folder's or file's name", "Partai dalam judul, atau dalam nama folder atau berkas"),
    TEXT("region", 0, "Region", "Daerah", "Regency, city or province in the title, else in a folder's or file's name",
         "Kabupaten, kota, atau provinsi dalam judul, atau dalam nama folder atau berkas"),
    TEXT("university", 0, "University", "Universitas", "University on the title page", "Universitas pada halaman judul"),
    TEXT("first_page", 0, "First page", "Halaman pertama", "Number printed on the file's first page; page_label is reckoned from it where a page has none",
         "Nomor tercetak pada halaman pertama berkas; dasar page_label bila halaman tidak bernomor"),
};

static const sia_col marks[] = {
    COL_DOC, COL_LINE, COL_COLUMN, COL_START, COL_END,
    TEXT("kind", 0, "Kind", "Jenis", "What was found: a page, a heading, a paragraph, an item and so on",
         "Yang ditemukan: halaman, judul, paragraf, butir dan seterusnya"),
    TEXT("text", 0, "Text", "Teks", "Its text as it is read", "Teksnya sebagaimana dibaca"),
};

static const sia_col repairs[] = {
    COL_DOC, COL_LINE, COL_COLUMN, COL_START, COL_END,
    TEXT("kind", 0, "Kind", "Jenis", "Kind of repair", "Jenis perbaikan"),
    TEXT("before", 0, "Before", "Sebelum", "What stands in the input", "Yang tertulis dalam masukan"),
    TEXT("after", 0, "After", "Sesudah", "What is read instead; empty if set aside",
         "Yang dibaca sebagai gantinya; kosong bila disisihkan"),
};

static const sia_col outline[] = {
    COL_DOC,
    COUNT("level", "", 0, "Level", "Tingkat", "0 the document, 1 a chapter, 2 a section such as 4.1, and so on; list items stand one below their section, nested "
          "ones below the item that holds them",
          "0 dokumen, 1 bab, 2 subbab seperti 4.1, dan seterusnya; butir daftar setingkat di bawah subbabnya, butir "
          "bersarang di bawah butir induknya"),
    TEXT("number", 0, "Number", "Nomor", "Number of the heading, tidied", "Nomor judul, dirapikan"),
    TEXT("title", 0, "Title", "Judul", "Title of the heading, tidied", "Judulnya, dirapikan"),
    COL_PART, COL_PAGE, COL_PAGE_LABEL, COL_START, COL_END,
    COUNT("words", "tokens", 0, "Words", "Kata", "Words and numbers in it, its subsections included",
          "Banyak kata dan bilangan di dalamnya, termasuk subbabnya"),
    TEXT("section", SIA_COL_SIDE | SIA_COL_TAIL, "Section", "Subbab", "The name of the section, or of the one that holds the item, as all other tables have it: number and title after its chapter; of a chapter, what --by chapter counts under",
         "Nama subbab, atau subbab yang memuat butirnya, seperti dalam semua tabel lain: nomor dan judul, didahului babnya; untuk bab, nama kelompok --by chapter"),
};

static const sia_col tokens[] = {
    COL_DOC, COL_SECTION, COL_PAGE, COL_PARAGRAPH, COL_SENTENCE,
    COUNT("token", "", 0, "Token", "Token ke", "Number of the token in the document, from 1",
          "Nomor token dalam dokumen, mulai 1"),
    COL_START, COL_END,
    TEXT("surface", 0, "Surface", "Bentuk tertulis", "The input's text from start to end, line break included",
         "Teks masukan dari awal sampai akhir, termasuk ganti baris"),
    TEXT("norm", SIA_COL_SIDE, "Norm", "Bentuk baku", "Lower case, clitics and particles off, reduplication made single",
         "Huruf kecil, tanpa klitika dan partikel, perulangan ditunggalkan"),
    TEXT("lemma", SIA_COL_SIDE, "Lemma", "Lema", "Norm without meN-, di-, ku-, kau-: memilih and dipilih are pilih",
         "Bentuk baku tanpa meN-, di-, ku-, kau-: memilih dan dipilih menjadi pilih"),
    TEXT("root", SIA_COL_SIDE, "Root", "Akar", "Root word: of pemilih, pemilihan and pilihan it is pilih",
         "Kata dasar: pemilih, pemilihan, dan pilihan berakar pilih"),
    TEXT("kind", 0, "Kind", "Jenis", "word, number, punct, symbol, url or email",
         "word (kata), number (bilangan), punct, symbol, url atau email"),
    COUNT("stop", "", 0, "Stop word", "Kata henti", "1 if a stop list is given and has it, else 0",
          "1 bila ada dalam daftar kata henti yang diberikan, selain itu 0"),
    COUNT("known", "", 0, "Known", "Dikenal", "1 if it can be built from a known root, 0 if not: a name, a foreign word, a slip; empty for what is no word",
          "1 bila dapat dibentuk dari kata dasar yang dikenal, 0 bila tidak: nama, kata asing, salah tulis; kosong bila bukan kata"),
};

const sia_columns sia_columns_text[] = {
    COLUMNS("docs", docs), COLUMNS("text --marks", marks), COLUMNS("text --repairs", repairs),
    COLUMNS("meta", meta), COLUMNS("outline", outline), COLUMNS("tokens", tokens), { NULL, NULL, 0 },
};
