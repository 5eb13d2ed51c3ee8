/* Headings: what is one, what only looks like one, and how they nest. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include "thesis.h"
#include "../../src/text/numbering.h"
#include "../../src/text/title.h"

static void a_chapter_is_read_in_every_spelling(void **state)
{
    (void)state;
    static const struct { const char *line; uint32_t value; } cases[] = {
        { "BAB IV", 4 }, { "BAB 4", 4 }, { "Bab IV", 4 }, { "BAB  IV  KESIMPULAN", 4 }, { "BAB IV: PENUTUP", 4 },
        { "B A B  I V", 4 },
        { "BAB lV", 4 }, { "BAB 1V", 4 }, { "BA B IV", 4 }, { "BAB Il", 2 }, { "BAB V1", 6 }, { "8AB III", 3 },
        { "BAB KEEMPAT", 4 },
        { "BAB 111", 3 }, { "BAB X", 10 }, { "BAB IV.", 4 }, { "BABIV", 4 }, { "BAB4", 4 }, { "BABVI PENUTUP", 6 }, { "BAB IV \xE2\x80\x94 HASIL", 4 }, { "BAB I PENDAHULUAN", 1 }, { "BAB II1", 3 },
        { "bab IV", 0 }, { "BAB", 0 }, { "BABI", 0 }, { "BabIV", 0 }, { "BABILON", 0 }, { "BABAK 2", 0 }, { "BAB ini", 0 }, { "BAB yang", 0 },
        { "Bab-bab lain", 0 },
        { "BAB 2024", 0 }, { "BAB IVa", 0 },
    };
    for (size_t i = 0; i < SIA_COUNT_OF(cases); i++) {
        sia_chapter_mark m = { 0 };
        bool found = sia_chapter_read(sia_str_of(cases[i].line), &m);
        if ((found ? m.value : 0) != cases[i].value) fail_msg("%s: %u", cases[i].line, found ? m.value : 0);
    }
}

static void a_number_is_told_from_an_amount(void **state)
{
    (void)state;
    static const struct { const char *line; int style; uint32_t depth, last; } cases[] = {
        { "4.1 Kesimpulan", SIA_BY_DECIMAL, 2, 1 }, { "1.1.Latar Belakang", SIA_BY_DECIMAL, 2, 1 },
        { "1.5.2.1 Strategi", SIA_BY_DECIMAL, 4, 1 },
        { "5. 1. Simpulan", SIA_BY_DECIMAL, 2, 1 }, { "4.l Hasil", SIA_BY_DECIMAL, 2, 1 },
        { "IV.2.1 Strategi", SIA_BY_DECIMAL, 3, 1 },
        { "A.1 Strategi", SIA_BY_DECIMAL, 2, 1 }, { "\xC2\xA7 4.1 Hasil", SIA_BY_DECIMAL, 2, 1 },
        { "l.2 Rumusan", SIA_BY_DECIMAL, 2, 2 },
        { "4 .1 Gambaran", SIA_BY_DECIMAL, 2, 1 }, { "A . Gambaran", SIA_BY_CAPITAL, 0, 1 }, { "A .id", 0, 0, 0 },
        { "4 .id", 0, 0, 0 }, { "A. Pengertian", SIA_BY_CAPITAL, 0, 1 }, { "1. Kepada", SIA_BY_NUMBER, 0, 1 },
        { "1.Kekuatan", SIA_BY_NUMBER, 0, 1 },
        { "a. Strategi", SIA_BY_LETTER, 0, 1 }, { "2) Strategi", SIA_BY_NUMBER_1, 0, 2 },
        { "b) Strategi", SIA_BY_LETTER_1, 0, 2 },
        { "(3) Strategi", SIA_BY_NUMBER_2, 0, 3 }, { "(c) Strategi", SIA_BY_LETTER_2, 0, 3 },
        { "- Strategi", SIA_BY_BULLET, 0, 0 },
        { ". Para caleg", SIA_BY_LOST, 0, 0 }, { "1. 4 orang", SIA_BY_NUMBER, 0, 1 },
        { "2024 PAN menang", 0, 0, 0 }, { "5 orang", 0, 0, 0 }, { "5.000 orang", 0, 0, 0 },
        { "12.345.678 suara", 0, 0, 0 },
        { "4.1% suara", 0, 0, 0 }, { "2014. Partai", 0, 0, 0 }, { "H.M. Soeharto", 0, 0, 0 }, { "Strategi", 0, 0, 0 },
        { "1", 0, 0, 0 }, { "", 0, 0, 0 },
    };
    for (size_t i = 0; i < SIA_COUNT_OF(cases); i++) {
        sia_number n = sia_number_read(sia_str_of(cases[i].line));
        uint32_t last = n.style == SIA_BY_DECIMAL ? n.at[n.depth - 1] : n.at[0];
        if (n.style != cases[i].style || n.depth != cases[i].depth || last != cases[i].last)
            fail_msg("%s: style %d depth %u last %u", cases[i].line, n.style, n.depth, last);
    }
}

static void letters_and_roman_numerals_are_settled_by_what_came_before(void **state)
{
    (void)state;
    sia_number n = sia_number_read(SIA_STR("I. Penutup"));
    sia_number_settle(&n, 8, 0);
    assert_int_equal(n.style, SIA_BY_CAPITAL);                       /* H. came before */
    n = sia_number_read(SIA_STR("V. SIMPULAN"));
    sia_number_settle(&n, 0, 0);
    assert_int_equal(n.style, SIA_BY_ROMAN);
    assert_int_equal(n.at[0], 5);
    n = sia_number_read(SIA_STR("C. Metode"));
    sia_number_settle(&n, 2, 0);
    assert_int_equal(n.style, SIA_BY_CAPITAL);
    assert_int_equal(n.at[0], 3);
}

static void a_title_is_printed_without_its_spacing(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        { "P E N D A H U L U A N", "PENDAHULUAN" }, { "H A S I L   D A N   T E M U A N", "HASIL DAN TEMUAN" },
        { "HASIL\n        PENELITIAN", "HASIL PENELITIAN" }, { "Analisis S W O T", "Analisis SWOT" },
        { ": Saran :", "Saran" }, { "** Saran **", "Saran" },
    };
    sia_arena *a = sia_arena_new(NULL, 0);
    for (size_t i = 0; i < SIA_COUNT_OF(cases); i++) {
        sia_str got = sia_title_tidy(a, sia_str_of(cases[i][0]));
        assert_true(sia_str_eq(got, sia_str_of(cases[i][1])));
    }
    sia_arena_free(a);
}

static void titles_stand_beside_or_below_their_chapter(void **state)
{
    (void)state;
    expect_outline("BAB IV\n\nKESIMPULAN DAN SARAN\n\n4.1 Kesimpulan\n\n" PROSE "\n4.2 Saran\n" PROSE,
                   "1 BAB IV KESIMPULAN DAN SARAN (kesimpulan)\n2 4.1 Kesimpulan (kesimpulan)\n2 4.2 Saran (saran)\n");
    expect_outline("BAB IV: HASIL DAN\nPEMBAHASAN\n" PROSE, "1 BAB IV HASIL DAN PEMBAHASAN (hasil)\n");
    expect_outline("          BAB IV\n   PEMASARAN POLITIK CALON\n      DALAM PEMILU 2019\n\n" PROSE,
                   "1 BAB IV PEMASARAN POLITIK CALON DALAM PEMILU 2019 (hasil)\n");
    expect_outline("BAB V\n\nKESIMPULAN DAN\n\nSARAN\n\n" PROSE, "1 BAB V KESIMPULAN DAN SARAN (kesimpulan)\n");
    expect_outline("Bab 5\n\nPenutup\n\n" PROSE, "1 BAB 5 Penutup (kesimpulan)\n");
    expect_outline("B A B  V\n\nP E N U T U P\n\n" PROSE, "1 BAB V PENUTUP (kesimpulan)\n");
}

static void a_chapter_spoken_of_is_no_heading(void **state)
{
    (void)state;
    expect_outline(PROSE "Hal ini diuraikan pada\nBAB IV yang membahas hasil, dan simpulannya pada\nBab V. Sekian.\n\n"
                   "Bab IV membahas hasil penelitian.\n\n" PROSE, "");
    expect_outline("BAB I\nPENDAHULUAN\n\nA. Sistematika Penulisan\n\n" PROSE
        "\nBAB I PENDAHULUAN\nBab ini berisi latar belakang.\n\n"
                   "BAB II TINJAUAN PUSTAKA\nBab ini memuat teori.\n\nBAB III METODE PENELITIAN\n"
                   "Bab ini menguraikan metode.\n\n"
                   "BAB II\nTINJAUAN PUSTAKA\n\n" PROSE,
                   "1 BAB I PENDAHULUAN (pendahuluan)\n2 A Sistematika Penulisan (pendahuluan)\n"
                   "1 BAB II TINJAUAN PUSTAKA (teori)\n");
}

static void a_table_of_contents_opens_no_chapters(void **state)
{
    (void)state;
    expect_outline("DAFTAR ISI\n\nKATA PENGANTAR ........ i\nBAB I PENDAHULUAN ......... 1\n"
                   "1.1 Latar Belakang ........ 1\nDAFTAR PUSTAKA ..... 60\n\n"
                   "BAB I\nPENDAHULUAN\n\n1.1 Latar Belakang\n\n" PROSE,
                   "1 DAFTAR ISI (front)\n1 BAB I PENDAHULUAN (pendahuluan)\n2 1.1 Latar Belakang (pendahuluan)\n");
    expect_outline("DAFTAR ISI\nBAB I PENDAHULUAN\n1.1 Latar Belakang 1\n1.2 Rumusan Masalah 4\nBAB II PENUTUP\n"
                   "2.1 Kesimpulan 9\n\n"
                   "BAB I PENDAHULUAN\n1.1 Latar Belakang\n" PROSE,
                   "1 DAFTAR ISI (front)\n1 BAB I PENDAHULUAN (pendahuluan)\n2 1.1 Latar Belakang (pendahuluan)\n");
}

static void letters_numbers_and_letters_nest(void **state)
{
    (void)state;
    expect_outline("BAB II\nLANDASAN TEORI\n\nA. Strategi Politik\n1. Pengertian Strategi\n" PROSE
        "2. Jenis Strategi\na. Strategi Ofensif\n" PROSE
                   "b. Strategi Defensif\n" PROSE "1) Mempertahankan Pasar\n" PROSE "B. Kampanye\n" PROSE,
                   "1 BAB II LANDASAN TEORI (teori)\n2 A Strategi Politik (teori)\n3 1 Pengertian Strategi (teori)\n"
                   "3 2 Jenis Strategi (teori)\n"
                   "4 a Strategi Ofensif (teori)\n4 b Strategi Defensif (teori)\n5 1 Mempertahankan Pasar (teori)\n"
                   "2 B Kampanye (teori)\n");
    expect_outline("BAB I\nPENDAHULUAN\n\nE. KERANGKA TEORI\n\n1. Partai Politik\n\n1.1. Pengertian Partai\n\n" PROSE
        "\n1.2. Fungsi Partai\n\n" PROSE
                   "\n2. Strategi\n\n" PROSE "\nF. METODE PENELITIAN\n\n" PROSE,
                   "1 BAB I PENDAHULUAN (pendahuluan)\n2 E KERANGKA TEORI (teori)\n3 1 Partai Politik (teori)\n"
                   "4 1.1 Pengertian Partai (teori)\n"
                   "4 1.2 Fungsi Partai (teori)\n3 2 Strategi (teori)\n2 F METODE PENELITIAN (metode)\n");
    expect_outline("3.1 Visi dan Misi\na. Visi\n" PROSE "b. Misi\n1) Menjaga negara.\n2) Membangun desa.\n",
                   "2 3.1 Visi dan Misi (hasil)\n3 a Visi (hasil)\n3 b Misi (hasil)\n");
    expect_outline("1.5.2.1 Strategi Ofensif\n\n" PROSE "\na. Strategi Perluasan Pasar\n\n" PROSE
        "\n1.5.2.2 Strategi Defensif\n\n" PROSE,
                   "4 1.5.2.1 Strategi Ofensif ()\n5 a Strategi Perluasan Pasar ()\n4 1.5.2.2 Strategi Defensif ()\n");
}

static void roman_numerals_number_chapters_where_no_bab_does(void **state)
{
    (void)state;
    expect_outline("I. PENDAHULUAN\n\nA. Latar Belakang\n\n" PROSE "\nV. SIMPULAN DAN SARAN\n\n5. 1. Simpulan\n\n"
        PROSE "\n5. 2. Saran\n\n" PROSE,
                   "1 I PENDAHULUAN (pendahuluan)\n2 A Latar Belakang (pendahuluan)\n"
                   "1 V SIMPULAN DAN SARAN (kesimpulan)\n"
                   "2 5.1 Simpulan (kesimpulan)\n2 5.2 Saran (saran)\n");
}

static void a_number_must_suit_its_chapter(void **state)
{
    (void)state;
    expect_outline("BAB IV\nHASIL PENELITIAN\n\n4.1 Perolehan Suara\n\n" PROSE "\n2.5 Juta Pemilih\n\n" PROSE
        "\n4.2 Hambatan\n\n" PROSE,
                   "1 BAB IV HASIL PENELITIAN (hasil)\n2 4.1 Perolehan Suara (hasil)\n2 4.2 Hambatan (hasil)\n");
}

static void a_lone_word_is_a_word(void **state)
{
    (void)state;
    static const char *const texts[] = { "lampiran", "Lampiran\n", "LAMPIRAN\n", "saran\n\n" PROSE, PROSE
        "\nlampiran itu hilang.\n\n" PROSE, "", "\n\n", "." };
    for (size_t i = 0; i < SIA_COUNT_OF(texts); i++) expect_outline(texts[i], "");
}

static void a_short_title_goes_on_in_the_next_line(void **state)
{
    (void)state;
    expect_outline("BAB IV\nHASIL PENELITIAN\n\n4.1 Pelaksanaan Pemilihan\nKepala Desa Sukamaju\n\n" PROSE
                   "\nB. Tahapan Kampanye Calon\nKepala Desa\n\n" PROSE,
                   "1 BAB IV HASIL PENELITIAN (hasil)\n2 4.1 Pelaksanaan Pemilihan Kepala Desa Sukamaju (hasil)\n"
                   "3 B Tahapan Kampanye Calon Kepala Desa (hasil)\n");
    /* what would have stood beside the title's end was put below it on purpose */
    expect_outline("4.1 Partai\nKetua dan Para Pengurus Harian\n\n" PROSE, "2 4.1 Partai (hasil)\n");
    /* text follows, or a sentence */
    expect_outline("4.1 Pelaksanaan Pemilihan\n" PROSE, "2 4.1 Pelaksanaan Pemilihan (hasil)\n");
    expect_outline("4.1 Pelaksanaan Pemilihan\nKepala Desa Terpilih.\n\n" PROSE, "2 4.1 Pelaksanaan Pemilihan (hasil)\n");
}

static void a_full_line_of_an_item_is_no_title(void **state)
{
    (void)state;
    expect_outline("4.1 Dasar Hukum\n\n" PROSE "\n1. Peraturan Daerah Nomor 5 Tahun 2016 tentang Pelaksanaan Pemilihan\n"
                   "Kepala Desa yang telah ditetapkan oleh pemerintah daerah itu pada\ntahun yang lalu.\n"
                   "2. Peraturan Bupati Nomor 7 Tahun 2017 tentang Pelaksanaan Pemilihan\n"
                   "Kepala Desa yang telah ditetapkan oleh bupati.\n", "2 4.1 Dasar Hukum (hasil)\n");
    expect_outline("4.1 Dasar Hukum\n\n1. Peraturan Daerah Kabupaten tentang Pelaksanaan Pemilihan\nKepala Desa\n\n" PROSE,
                   "2 4.1 Dasar Hukum (hasil)\n3 1 Peraturan Daerah Kabupaten tentang Pelaksanaan Pemilihan Kepala Desa (hasil)\n");
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(a_chapter_is_read_in_every_spelling),
    cmocka_unit_test(a_number_is_told_from_an_amount),
    cmocka_unit_test(letters_and_roman_numerals_are_settled_by_what_came_before),
    cmocka_unit_test(a_title_is_printed_without_its_spacing),
    cmocka_unit_test(titles_stand_beside_or_below_their_chapter),
    cmocka_unit_test(a_chapter_spoken_of_is_no_heading),
    cmocka_unit_test(a_table_of_contents_opens_no_chapters),
    cmocka_unit_test(letters_numbers_and_letters_nest),
    cmocka_unit_test(roman_numerals_number_chapters_where_no_bab_does),
    cmocka_unit_test(a_number_must_suit_its_chapter),
    cmocka_unit_test(a_lone_word_is_a_word),
    cmocka_unit_test(a_short_title_goes_on_in_the_next_line),
    cmocka_unit_test(a_full_line_of_an_item_is_no_title),
};

int main(void) { return cmocka_run_group_tests(tests, NULL, NULL); }
