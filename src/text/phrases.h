/* The phrases that give away what part of a thesis a title heads. Included by part.c alone. */
#ifndef SIASAT_TEXT_PHRASES_H
#define SIASAT_TEXT_PHRASES_H
#include <siasat/text.h>

/* How a phrase counts. The order of the tables is the order of asking: the first that fits says it. */
enum {
    WHOLE = 1,      /* only as the whole title; otherwise as its beginning     */
    WEAK = 2,       /* the chapter it stands in knows better                   */
    CHAPTER = 4, ALONE = 8, FRONT = 16,
    HEADS = WHOLE | CHAPTER | ALONE,
    BARE = WHOLE | ALONE
};

typedef struct { char phrase[37]; uint8_t length, part, how; } rule;

#define R(part, how, phrase) { phrase, sizeof phrase - 1, SIA_PART_##part, how }

/* Matter before and after the chapters. */
static const rule outer[] = {
    R(PUSTAKA, ALONE, "daftar pustaka"), R(PUSTAKA, ALONE, "daftar kepustakaan"),
    R(PUSTAKA, ALONE, "daftar referensi"), R(PUSTAKA, ALONE, "daftar rujukan"), R(PUSTAKA, ALONE, "daftar bacaan"),
    R(PUSTAKA, ALONE, "daftar literatur"), R(PUSTAKA, BARE, "referensi"), R(PUSTAKA, BARE, "bibliografi"),
    R(PUSTAKA, BARE, "kepustakaan"), R(PUSTAKA, BARE, "references"), R(PUSTAKA, BARE, "bibliography"),
    R(PUSTAKA, BARE, "sumber referensi"), R(PUSTAKA, BARE, "rujukan"), R(FRONT, FRONT | ALONE, "daftar isi"),
    R(FRONT, FRONT | ALONE, "daftar tabel"), R(FRONT, FRONT | ALONE, "daftar gambar"),
    R(FRONT, FRONT | ALONE, "daftar lampiran"), R(FRONT, FRONT | ALONE, "daftar bagan"),
    R(FRONT, FRONT | ALONE, "daftar grafik"), R(FRONT, FRONT | ALONE, "daftar singkatan"),
    R(FRONT, FRONT | ALONE, "daftar istilah"), R(FRONT, FRONT | ALONE, "daftar diagram"),
    R(FRONT, FRONT | ALONE, "daftar simbol"), R(FRONT, FRONT | ALONE, "table of contents"),
    R(FRONT, FRONT | BARE, "glosarium"), R(FRONT, FRONT | ALONE, "kata pengantar"), R(FRONT, FRONT | BARE, "prakata"),
    R(FRONT, FRONT | BARE, "kata sambutan"), R(FRONT, FRONT | ALONE, "halaman pengesahan"),
    R(FRONT, FRONT | ALONE, "halaman persetujuan"), R(FRONT, FRONT | BARE, "halaman judul"),
    R(FRONT, FRONT | ALONE, "halaman pernyataan"), R(FRONT, FRONT | BARE, "halaman sampul"),
    R(FRONT, FRONT | ALONE, "halaman persembahan"), R(FRONT, FRONT | ALONE, "halaman motto"),
    R(FRONT, FRONT | ALONE, "lembar pengesahan"), R(FRONT, FRONT | ALONE, "lembar persetujuan"),
    R(FRONT, FRONT | ALONE, "lembar pernyataan"), R(FRONT, FRONT | ALONE, "surat pernyataan"),
    R(FRONT, FRONT | ALONE, "pernyataan keaslian"), R(FRONT, FRONT | ALONE, "pernyataan orisinalitas"),
    R(FRONT, FRONT | BARE, "pernyataan"), R(FRONT, FRONT | BARE, "pengesahan"),
    R(FRONT, FRONT | ALONE, "persetujuan pembimbing"), R(FRONT, FRONT | BARE, "persetujuan"),
    R(FRONT, FRONT | ALONE, "pengesahan tim penguji"), R(FRONT, FRONT | ALONE, "nota dinas"),
    R(FRONT, FRONT | ALONE, "nota pembimbing"), R(FRONT, FRONT | ALONE, "lembar bimbingan"),
    R(FRONT, FRONT | BARE, "motto"), R(FRONT, FRONT | BARE, "moto"), R(FRONT, FRONT | BARE, "persembahan"),
    R(FRONT, FRONT | BARE, "motto dan persembahan"), R(FRONT, FRONT | BARE, "moto dan persembahan"),
    R(FRONT, FRONT | BARE, "riwayat hidup"), R(FRONT, FRONT | ALONE, "daftar riwayat hidup"),
    R(FRONT, FRONT | BARE, "curriculum vitae"), R(FRONT, FRONT | BARE, "biodata penulis"),
    R(FRONT, FRONT | BARE, "riwayat penulis"), R(FRONT, FRONT | BARE, "ucapan terima kasih"),
    R(FRONT, FRONT | BARE, "ucapan terimakasih"), R(FRONT, FRONT | ALONE, "pedoman transliterasi"),
    R(FRONT, FRONT | BARE, "acknowledgements"), R(FRONT, FRONT | BARE, "sanwacana"),
    R(ABSTRAK, FRONT | BARE, "abstrak"), R(ABSTRAK, FRONT | BARE, "abstract"), R(ABSTRAK, FRONT | BARE, "abstraksi"),
    R(ABSTRAK, FRONT | BARE, "intisari"), R(ABSTRAK, FRONT | BARE, "ringkasan"),
    R(ABSTRAK, FRONT | BARE, "ringkasan skripsi"), R(ABSTRAK, FRONT | BARE, "ringkasan eksekutif"),
    R(ABSTRAK, FRONT | BARE, "summary"), R(ABSTRAK, FRONT | BARE, "executive summary"),
    R(LAMPIRAN, ALONE, "lampiran"), R(LAMPIRAN, ALONE, "appendix"), R(LAMPIRAN, BARE, "appendices"),
    R(LAMPIRAN, ALONE, "pedoman wawancara"), R(LAMPIRAN, ALONE, "transkrip wawancara"),
    R(LAMPIRAN, ALONE, "transkip wawancara"), R(LAMPIRAN, ALONE, "panduan wawancara"),
    R(LAMPIRAN, BARE, "dokumentasi penelitian"), R(LAMPIRAN, ALONE, "kuesioner penelitian"),
};

/* The chapters. What tells most comes first. */
static const rule inner[] = {
    R(KESIMPULAN, HEADS, "kesimpulan"), R(KESIMPULAN, HEADS, "simpulan"), R(KESIMPULAN, HEADS, "penutup"),
    R(KESIMPULAN, HEADS, "conclusion"), R(KESIMPULAN, HEADS, "conclusions"),
    R(KESIMPULAN, CHAPTER | ALONE, "kesimpulan dan"), R(KESIMPULAN, CHAPTER | ALONE, "simpulan dan"),
    R(KESIMPULAN, CHAPTER | ALONE, "penutup dan"), R(KESIMPULAN, CHAPTER, "saran dan kesimpulan"),
    R(KESIMPULAN, 0, "kesimpulan"), R(KESIMPULAN, 0, "simpulan"), R(KESIMPULAN, WHOLE, "implikasi"),
    R(KESIMPULAN, WEAK, "penutup"), R(KESIMPULAN, WEAK, "implikasi"), R(SARAN, HEADS, "saran"),
    R(SARAN, HEADS, "saran saran"), R(SARAN, ALONE, "saran dan rekomendasi"), R(SARAN, 0, "saran"),
    R(SARAN, BARE, "rekomendasi"), R(SARAN, WEAK, "rekomendasi"), R(SARAN, 0, "implikasi dan saran"),
    R(SARAN, 0, "implikasi dan rekomendasi"), R(SARAN, WHOLE, "recommendations"), R(SARAN, WHOLE, "suggestions"),
    R(METODE, HEADS, "metode penelitian"), R(METODE, HEADS, "metodologi penelitian"),
    R(METODE, HEADS, "metodelogi penelitian"), R(METODE, HEADS, "metode"), R(METODE, HEADS, "metodologi"),
    R(METODE, CHAPTER, "metode penelitian"), R(METODE, CHAPTER, "metodologi"), R(METODE, HEADS, "research methods"),
    R(METODE, HEADS, "research methodology"), R(METODE, HEADS, "cara penelitian"),
    R(METODE, BARE, "jenis penelitian"), R(METODE, BARE, "pendekatan penelitian"), R(METODE, 0, "jenis penelitian"),
    R(METODE, 0, "jenis dan pendekatan"), R(METODE, 0, "jenis dan tipe"), R(METODE, 0, "pendekatan dan jenis"),
    R(METODE, 0, "jenis pendekatan"), R(METODE, 0, "pendekatan penelitian"), R(METODE, 0, "tipe penelitian"),
    R(METODE, 0, "tipe dan jenis"), R(METODE, 0, "sifat penelitian"), R(METODE, 0, "desain penelitian"),
    R(METODE, 0, "rancangan penelitian"), R(METODE, 0, "paradigma penelitian"), R(METODE, 0, "prosedur penelitian"),
    R(METODE, 0, "tahap penelitian"), R(METODE, 0, "tahapan penelitian"), R(METODE, 0, "instrumen penelitian"),
    R(METODE, 0, "variabel penelitian"), R(METODE, 0, "jadwal penelitian"), R(METODE, 0, "waktu penelitian"),
    R(METODE, 0, "waktu dan lokasi penelitian"), R(METODE, 0, "waktu dan tempat penelitian"),
    R(METODE, 0, "tempat dan waktu"), R(METODE, 0, "lokasi dan waktu"), R(METODE, WEAK, "lokasi penelitian"),
    R(METODE, WEAK, "tempat penelitian"), R(METODE, WEAK, "subjek penelitian"), R(METODE, WEAK, "subyek penelitian"),
    R(METODE, WEAK, "objek penelitian"), R(METODE, WEAK, "obyek penelitian"), R(METODE, WEAK, "subjek dan objek"),
    R(METODE, WEAK, "informan"), R(METODE, WEAK, "unit analisis"), R(METODE, 0, "teknik penentuan informan"),
    R(METODE, 0, "penentuan informan"), R(METODE, 0, "pemilihan informan"), R(METODE, BARE, "sumber data"),
    R(METODE, 0, "sumber data"), R(METODE, 0, "jenis data"), R(METODE, 0, "jenis dan sumber data"),
    R(METODE, 0, "sumber dan jenis data"), R(METODE, 0, "data dan sumber data"), R(METODE, 0, "populasi"),
    R(METODE, WEAK, "sampel"), R(METODE, BARE, "teknik pengumpulan data"), R(METODE, BARE, "teknik analisis data"),
    R(METODE, 0, "pengumpulan data"), R(METODE, 0, "teknik pengumpulan"), R(METODE, 0, "tehnik pengumpulan"),
    R(METODE, 0, "metode pengumpulan"), R(METODE, 0, "prosedur pengumpulan"), R(METODE, 0, "teknik analisis data"),
    R(METODE, 0, "teknik analisa data"), R(METODE, 0, "metode analisis"), R(METODE, 0, "metode analisa"),
    R(METODE, 0, "teknik pengolahan"), R(METODE, 0, "metode pengolahan"), R(METODE, 0, "teknik penentuan"),
    R(METODE, 0, "teknik pengambilan"), R(METODE, 0, "teknik pemeriksaan"), R(METODE, 0, "teknik keabsahan"),
    R(METODE, 0, "teknik sampling"), R(METODE, 0, "teknik penarikan"), R(METODE, 0, "analisis data"),
    R(METODE, 0, "analisa data"), R(METODE, 0, "pengolahan data"), R(METODE, 0, "keabsahan data"),
    R(METODE, 0, "validitas data"), R(METODE, 0, "uji validitas"), R(METODE, 0, "uji keabsahan"),
    R(METODE, 0, "uji reliabilitas"), R(METODE, 0, "triangulasi"), R(METODE, WHOLE, "reduksi data"),
    R(METODE, WEAK, "penarikan kesimpulan"), R(METODE, 0, "definisi operasional"), R(METODE, 0, "operasionalisasi"),
    R(METODE, WEAK, "studi kepustakaan"), R(METODE, WEAK, "studi dokumen"), R(TEORI, HEADS, "tinjauan pustaka"),
    R(TEORI, HEADS, "kajian pustaka"), R(TEORI, HEADS, "landasan teori"), R(TEORI, HEADS, "kerangka teori"),
    R(TEORI, HEADS, "kajian teori"), R(TEORI, HEADS, "tinjauan teori"), R(TEORI, HEADS, "landasan teoritis"),
    R(TEORI, HEADS, "kajian teoritis"), R(TEORI, HEADS, "tinjauan teoritis"), R(TEORI, HEADS, "kerangka teoritis"),
    R(TEORI, HEADS, "literature review"), R(TEORI, HEADS, "studi pustaka"), R(TEORI, HEADS, "telaah pustaka"),
    R(TEORI, HEADS, "kerangka konseptual"), R(TEORI, CHAPTER, "tinjauan pustaka"),
    R(TEORI, CHAPTER, "kajian pustaka"), R(TEORI, CHAPTER, "landasan teor*"), R(TEORI, CHAPTER, "kerangka teor*"),
    R(TEORI, CHAPTER, "kajian teor*"), R(TEORI, CHAPTER, "tinjauan teor*"), R(TEORI, CHAPTER, "tinjauan kepustakaan"),
    R(TEORI, CHAPTER, "landasan konseptual"), R(TEORI, BARE, "kerangka pemikiran"),
    R(TEORI, BARE, "kerangka berpikir"), R(TEORI, BARE, "penelitian terdahulu"), R(TEORI, 0, "kerangka pemikiran"),
    R(TEORI, 0, "kerangka pikir"), R(TEORI, 0, "kerangka berpikir"), R(TEORI, 0, "kerangka berfikir"),
    R(TEORI, 0, "kerangka konsep*"), R(TEORI, 0, "dasar teori"), R(TEORI, 0, "kajian terdahulu"),
    R(TEORI, 0, "penelitian terdahulu"), R(TEORI, 0, "studi terdahulu"), R(TEORI, 0, "penelitian sebelumnya"),
    R(TEORI, 0, "penelitian yang relevan"), R(TEORI, 0, "penelitian relevan"),
    R(TEORI, 0, "hasil penelitian terdahulu"), R(TEORI, 0, "hasil penelitian yang relevan"),
    R(TEORI, 0, "kajian penelitian"), R(TEORI, 0, "definisi konsep*"), R(TEORI, 0, "konsep operasional"),
    R(TEORI, 0, "hipotesis"), R(TEORI, 0, "state of the art"), R(TEORI, WEAK, "tinjauan tentang"),
    R(TEORI, WEAK, "tinjauan umum"), R(TEORI, WEAK, "kajian"), R(TEORI, WEAK, "tinjauan"), R(TEORI, WEAK, "teori"),
    R(TEORI, WEAK, "konsep"), R(TEORI, WEAK, "pengertian"), R(TEORI, WEAK, "definisi"), R(TEORI, WEAK, "defenisi"),
    R(TEORI, WEAK, "landasan"), R(PENDAHULUAN, HEADS, "pendahuluan"), R(PENDAHULUAN, HEADS, "introduction"),
    R(PENDAHULUAN, BARE, "latar belakang"), R(PENDAHULUAN, BARE, "latar belakang masalah"),
    R(PENDAHULUAN, BARE, "latar belakang penelitian"), R(PENDAHULUAN, BARE, "latar belakang pemikiran"),
    R(PENDAHULUAN, BARE, "rumusan masalah"), R(PENDAHULUAN, BARE, "perumusan masalah"),
    R(PENDAHULUAN, BARE, "identifikasi masalah"), R(PENDAHULUAN, BARE, "batasan masalah"),
    R(PENDAHULUAN, BARE, "pembatasan masalah"), R(PENDAHULUAN, BARE, "tujuan penelitian"),
    R(PENDAHULUAN, BARE, "manfaat penelitian"), R(PENDAHULUAN, BARE, "kegunaan penelitian"),
    R(PENDAHULUAN, BARE, "tujuan dan manfaat penelitian"), R(PENDAHULUAN, BARE, "tujuan dan kegunaan penelitian"),
    R(PENDAHULUAN, BARE, "sistematika penulisan"), R(PENDAHULUAN, BARE, "sistematika pembahasan"),
    R(PENDAHULUAN, BARE, "pertanyaan penelitian"), R(PENDAHULUAN, BARE, "tujuan penulisan"),
    R(PENDAHULUAN, WEAK, "latar belakang"), R(PENDAHULUAN, 0, "rumusan masalah"),
    R(PENDAHULUAN, 0, "perumusan masalah"), R(PENDAHULUAN, 0, "identifikasi masalah"),
    R(PENDAHULUAN, 0, "identifikasi dan"), R(PENDAHULUAN, 0, "rumusan dan"), R(PENDAHULUAN, 0, "batasan masalah"),
    R(PENDAHULUAN, 0, "pembatasan masalah"), R(PENDAHULUAN, 0, "batasan dan rumusan"),
    R(PENDAHULUAN, 0, "pokok masalah"), R(PENDAHULUAN, 0, "permasalahan penelitian"),
    R(PENDAHULUAN, WHOLE | WEAK, "permasalahan"), R(PENDAHULUAN, 0, "pertanyaan penelitian"),
    R(PENDAHULUAN, 0, "tujuan penelitian"), R(PENDAHULUAN, 0, "tujuan dan manfaat"),
    R(PENDAHULUAN, 0, "tujuan dan kegunaan"), R(PENDAHULUAN, 0, "tujuan serta"),
    R(PENDAHULUAN, 0, "maksud dan tujuan"), R(PENDAHULUAN, WHOLE | WEAK, "tujuan"),
    R(PENDAHULUAN, WHOLE | WEAK, "tujuan umum"), R(PENDAHULUAN, WHOLE | WEAK, "tujuan khusus"),
    R(PENDAHULUAN, 0, "manfaat penelitian"), R(PENDAHULUAN, 0, "manfaat teor*"), R(PENDAHULUAN, 0, "manfaat praktis"),
    R(PENDAHULUAN, 0, "manfaat akademi*"), R(PENDAHULUAN, WHOLE | WEAK, "manfaat"), R(PENDAHULUAN, 0, "kegunaan"),
    R(PENDAHULUAN, 0, "signifikansi penelitian"), R(PENDAHULUAN, 0, "sistematika penulisan"),
    R(PENDAHULUAN, 0, "sistematika pembahasan"), R(PENDAHULUAN, 0, "fokus penelitian"),
    R(PENDAHULUAN, 0, "fokus masalah"), R(PENDAHULUAN, 0, "penegasan istilah"), R(PENDAHULUAN, 0, "penegasan judul"),
    R(PENDAHULUAN, 0, "alasan memilih judul"), R(PENDAHULUAN, 0, "alasan pemilihan judul"),
    R(PENDAHULUAN, 0, "keaslian penelitian"), R(PENDAHULUAN, WEAK, "ruang lingkup"),
    R(HASIL, HEADS, "hasil dan pembahasan"), R(HASIL, HEADS, "hasil penelitian dan pembahasan"),
    R(HASIL, HEADS, "hasil penelitian"), R(HASIL, HEADS, "pembahasan"), R(HASIL, HEADS, "hasil"),
    R(HASIL, HEADS, "hasil dan analisis"), R(HASIL, HEADS, "analisis dan pembahasan"),
    R(HASIL, HEADS, "pembahasan dan analisis"), R(HASIL, HEADS, "gambaran umum"),
    R(HASIL, HEADS, "gambaran umum lokasi penelitian"), R(HASIL, HEADS, "gambaran umum objek penelitian"),
    R(HASIL, HEADS, "temuan penelitian"), R(HASIL, HEADS, "temuan dan pembahasan"),
    R(HASIL, HEADS, "results and discussion"), R(HASIL, HEADS, "results"), R(HASIL, HEADS, "discussion"),
    R(HASIL, HEADS, "deskripsi lokasi penelitian"), R(HASIL, CHAPTER, "hasil penelitian"),
    R(HASIL, CHAPTER, "hasil dan"), R(HASIL, CHAPTER, "gambaran umum"), R(HASIL, CHAPTER, "penyajian data dan"),
    R(HASIL, CHAPTER, "penyajian dan analisis"), R(HASIL, CHAPTER, "paparan data"), R(HASIL, CHAPTER, "temuan"),
    R(HASIL, WEAK | CHAPTER, "hasil"), R(HASIL, WEAK | CHAPTER, "pembahasan"), R(HASIL, WEAK | CHAPTER, "analisis"),
    R(HASIL, WEAK | CHAPTER, "analisa"), R(HASIL, WEAK | CHAPTER, "deskripsi"), R(HASIL, WEAK | CHAPTER, "profil"),
    R(HASIL, WEAK, "penyajian data"), R(HASIL, WEAK, "sejarah"), R(HASIL, WEAK, "setting"),
    R(HASIL, WEAK, "interpretasi"), R(HASIL, WEAK, "diskusi"), R(HASIL, WEAK, "gambaran"),
    R(HASIL, WEAK, "letak geografis"), R(HASIL, WEAK, "kondisi geografis"), R(HASIL, WEAK, "keadaan geografis"),
    R(HASIL, WEAK, "keadaan penduduk"), R(HASIL, WEAK, "struktur organisasi"), R(HASIL, WEAK, "visi misi"),
    R(HASIL, WEAK, "visi dan misi"), R(HASIL, WEAK, "faktor pendukung"), R(HASIL, WEAK, "faktor penghambat"),
    R(HASIL, WEAK, "profile"), R(NONE, WHOLE, "sarana"),
};

/* Words that tell something even from inside a longer title, if OCR left them whole. */
static const rule inside[] = {
    R(METODE, WEAK, "metode penelitian"), R(METODE, WEAK, "metodologi penelitian"),
    R(HASIL, WEAK, "hasil penelitian"), R(HASIL, WEAK, "gambaran umum"), R(HASIL, WEAK, "pembahasan"),
    R(HASIL, WEAK, "analisis"), R(HASIL, WEAK, "analisa"), R(HASIL, WEAK, "temuan"), R(TEORI, WEAK, "kerangka teori"),
    R(TEORI, WEAK, "landasan teori"), R(TEORI, WEAK, "tinjauan teori"),
};

/* Sections that list the chapters to come. */
static const rule lists[] = {
    R(NONE, 0, "sistematika"), R(NONE, 0, "garis besar isi"), R(NONE, 0, "organisasi penulisan"),
    R(NONE, 0, "outline penelitian"),
};

/* Tables of contents. */
static const rule contents[] = {
    R(NONE, 0, "daftar isi"), R(NONE, 0, "daftar tabel"), R(NONE, 0, "daftar gambar"), R(NONE, 0, "daftar lampiran"),
    R(NONE, 0, "daftar bagan"), R(NONE, 0, "daftar grafik"), R(NONE, 0, "daftar diagram"),
    R(NONE, 0, "table of contents"), R(NONE, 0, "daftar skema"), R(NONE, 0, "daftar peta"), R(NONE, 0, "daftar foto"),
};

#undef R
#endif
