/* Pages as converters and scanners leave them: marks on lines of their own, glued numbers, lists in the midst of text. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include "thesis.h"

static void a_mark_may_stand_above_its_words(void **state)
{
    (void)state;
    expect_outline("BAB I\nPENDAHULUAN\nA.\nLatar Belakang Masalah\n" PROSE "B.\nRumusan Masalah\n1.\n"
                   "Bagaimana strategi partai itu dijalankan?\n2.\nApa saja hambatannya?\n",
                   "1 BAB I PENDAHULUAN (pendahuluan)\n2 A Latar Belakang Masalah (pendahuluan)\n"
                   "2 B Rumusan Masalah (pendahuluan)\n");
    expect_blocks("B. Rumusan Masalah\n\n1.\nBagaimana strategi itu?\n2.\n\nApa saja hambatannya?\n", 40,
                  "item 1: 1.\nBagaimana strategi itu?\nitem 2: 2.\n\nApa saja hambatannya?\n");
    expect_outline("BAB\nIV\nHASIL PENELITIAN\n\n" PROSE "BAB\n\nV\n\nPENUTUP\n\n" PROSE,
                   "1 BAB IV HASIL PENELITIAN (hasil)\n1 BAB V PENUTUP (kesimpulan)\n");
    expect_outline("BAB II\nTEORI\n2.1.\nPartai Politik\n" PROSE,
                   "1 BAB II TEORI (teori)\n2 2.1 Partai Politik (teori)\n");
}

static void a_column_of_numbers_is_no_list(void **state)
{
    (void)state;
    expect_blocks("4.1 Temuan\n\n" PROSE "\n1.\n2.\n3.\n\n" PROSE, 6,
                  "paragraph : Partai\nparagraph : 1.\nparagraph : 2.\nparagraph : 3.\nparagraph : Partai\n");
    expect_outline("BAB IV\nHASIL\n\n" PROSE "\nTabel 4.1\nPerolehan Suara\n4.1\nPersen\n4.2\nPersen\n",
                   "1 BAB IV HASIL (hasil)\n");
    expect_blocks("4.1 Temuan\n\n" PROSE "\n(2)\n\n" PROSE, 6, "paragraph : Partai\nparagraph : (2)\nparagraph : Partai\n");
}

static void a_known_title_may_come_late_in_its_series(void **state)
{
    (void)state;
    expect_outline("BAB I\nPENDAHULUAN\nSetiap penelitian bertolak dari suatu masalah yang hendak dijawab di sini.\n"
                   "C. Tujuan Penelitian\n" PROSE "D. Kerangka Teori\n" PROSE,
                   "1 BAB I PENDAHULUAN (pendahuluan)\n2 C Tujuan Penelitian (pendahuluan)\n"
                   "2 D Kerangka Teori (teori)\n");
    expect_outline("BAB I\nPENDAHULUAN\nTokoh yang diwawancarai untuk penelitian ini adalah pengurus partai.\n"
                   "C. Anwar Hidayat\n" PROSE, "1 BAB I PENDAHULUAN (pendahuluan)\n");
}

static void text_below_a_short_item_is_none_of_it(void **state)
{
    (void)state;
    expect_blocks("4.1 Temuan\n\nUnsurnya adalah:\na. Komunikator politik\nb. Pesan\n" PROSE, 12,
                  "paragraph : Unsurnya ada\nitem a: a. Komunikat\nitem b: b. Pesan\nparagraph : Partai polit\n");
    expect_blocks("4.1 Temuan\n\nUnsurnya adalah:\na. Pesan dari\nPartai politik yang menang di daerah pemilihan itu.\n", 12,
                  "paragraph : Unsurnya ada\nitem a: a. Pesan dar\n");
}

static void depths_are(const char *text, const uint8_t *want, uint32_t n)
{
    sia_doc *d = segmented(text);
    uint32_t k = 0;
    for (uint32_t i = 0; i < d->blocks.n; i++) {
        if (d->blocks.v[i].kind != SIA_BLOCK_ITEM) continue;
        assert_true(k < n);
        assert_int_equal(d->blocks.v[i].depth, want[k++]);
    }
    assert_int_equal(k, n);
    sia_doc_free(d);
}

static void a_new_list_is_not_inside_the_last_one(void **state)
{
    (void)state;
    depths_are("4.1 Temuan\n\nPertama:\na. dialog;\nb. kalender.\n\n" PROSE "\nKedua:\n1. Debat terbuka.\n2. Dialog tertutup.\n",
               (const uint8_t[]){ 1, 1, 1, 1 }, 4);
    depths_are("4.1 Temuan\n\n1. Strategi ofensif dipakai.\n\nCaranya ada dua:\n\na. dialog;\nb. kalender.\n\n2. Lainnya.\n",
               (const uint8_t[]){ 1, 2, 2, 1 }, 4);
    depths_are("4.1 Temuan\n\n1. Strategi ofensif dipakai.\n\n" PROSE "\na. dialog;\nb. kalender.\n",
               (const uint8_t[]){ 1, 1, 1 }, 3);
}

static void rows_below_a_caption_are_a_table(void **state)
{
    (void)state;
    expect_blocks("4.1 Temuan\n\n" PROSE "TABEL 4.1\nJUMLAH PEMILIH TAHUN 2009 DAN 2014\nKecamatan L P\n"
                  "Telanaipura 1.200 1.300\nJambi Selatan 1.100 45,5%\n3 PAUH 900\nJumlah 2.300\n" PROSE, 8,
                  "paragraph : Partai p\ncaption 4.1: TABEL 4.\ntable : Telanaip\ntable : Jambi Se\ntable : 3 PAUH 9\n"
                  "table : Jumlah 2\nparagraph : Partai p\n");
    expect_blocks("4.1 Temuan\n\nPartai itu meraih 1.200 lalu\nkursi 3 dan 4\n", 8, "paragraph : Partai i\n");
}

static void a_known_title_may_stand_above_another_title(void **state)
{
    (void)state;
    expect_outline("Pendahuluan\n" PROSE "\nHasil dan Pembahasan\nStrategi Media Sosial\n" PROSE "\nPenutup\n" PROSE,
                   "1 Pendahuluan (pendahuluan)\n1 Hasil dan Pembahasan (hasil)\n1 Penutup (kesimpulan)\n");
    expect_outline("Hasil dan Pembahasan\nStrategi Media Sosial\nPartai Politik\n", "");
}

static void initials_begin_no_item(void **state)
{
    (void)state;
    expect_outline("BAB IV\nHASIL\nA. Strategi\nHal senada diungkapkan oleh\nB. Setiawan yang dekat dengan rakyat di\n"
                   "daerah pemilihan itu.\n", "1 BAB IV HASIL (hasil)\n2 A Strategi (hasil)\n");
    expect_blocks("A. Strategi\n\nHal senada diungkapkan oleh\nB. Setiawan yang dekat dengan rakyat di\n"
                  "daerah pemilihan itu.\n", 10, "paragraph : Hal senada\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_mark_may_stand_above_its_words),
        cmocka_unit_test(a_column_of_numbers_is_no_list),
        cmocka_unit_test(a_known_title_may_come_late_in_its_series),
        cmocka_unit_test(text_below_a_short_item_is_none_of_it),
        cmocka_unit_test(rows_below_a_caption_are_a_table),
        cmocka_unit_test(a_known_title_may_stand_above_another_title),
        cmocka_unit_test(initials_begin_no_item),
        cmocka_unit_test(a_new_list_is_not_inside_the_last_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
