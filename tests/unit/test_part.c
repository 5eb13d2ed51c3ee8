/* The part that a title heads: by its words first, then by its chapter, last by the chapter's number. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include "thesis.h"
#include "../../src/text/part.h"

static void a_title_tells_its_part(void **state)
{
    (void)state;
    static const struct { const char *title; sia_part part; } cases[] = {
        { "ABSTRAK", SIA_PART_ABSTRAK }, { "Abstract", SIA_PART_ABSTRAK }, { "KATA PENGANTAR", SIA_PART_FRONT },
        { "DAFTAR ISI", SIA_PART_FRONT },
        { "LEMBAR PENGESAHAN", SIA_PART_FRONT }, { "MOTTO", SIA_PART_FRONT }, { "RIWAYAT HIDUP", SIA_PART_FRONT },
        { "PENDAHULUAN", SIA_PART_PENDAHULUAN }, { "Latar Belakang Masalah", SIA_PART_PENDAHULUAN },
        { "Rumusan Masalah", SIA_PART_PENDAHULUAN },
        { "Tujuan dan Kegunaan Penelitian", SIA_PART_PENDAHULUAN }, { "Manfaat Praktis", SIA_PART_PENDAHULUAN },
        { "Tinjauan Pustaka", SIA_PART_TEORI }, { "Kerangka Teoritis", SIA_PART_TEORI },
        { "KAJIAN PUSTAKA", SIA_PART_TEORI }, { "Penelitian Terdahulu", SIA_PART_TEORI },
        { "METODE PENELITIAN", SIA_PART_METODE }, { "Teknik Pengumpulan Data", SIA_PART_METODE },
        { "Jenis dan Sumber Data", SIA_PART_METODE },
        { "HASIL DAN PEMBAHASAN", SIA_PART_HASIL }, { "Gambaran Umum Kota Jambi", SIA_PART_HASIL },
        { "Temuan Penelitian", SIA_PART_HASIL },
        { "STRATEGI PARTAI GOLKAR (ANALISIS SWOT)", SIA_PART_HASIL },
        { "KESIMPULAN DAN SARAN", SIA_PART_KESIMPULAN }, { "Simpulan", SIA_PART_KESIMPULAN },
        { "PENUTUP", SIA_PART_KESIMPULAN },
        { "Saran-saran", SIA_PART_SARAN }, { "Rekomendasi", SIA_PART_SARAN }, { "Saran bagi Partai", SIA_PART_SARAN },
        { "DAFTAR PUSTAKA", SIA_PART_PUSTAKA }, { "Referensi", SIA_PART_PUSTAKA },
        { "LAMPIRAN-LAMPIRAN", SIA_PART_LAMPIRAN }, { "Lampiran 2", SIA_PART_LAMPIRAN },
        { "Strategi Ofensif", SIA_PART_NONE }, { "Sarana Kampanye", SIA_PART_NONE }, { "Sarana", SIA_PART_NONE },
        { "Sasaran", SIA_PART_NONE },
        { "Tujuan Kampanye", SIA_PART_NONE }, { "Daftar Pemilih Tetap", SIA_PART_NONE }, { "SWOT", SIA_PART_NONE },
        { "", SIA_PART_NONE },
        /* as OCR prints them */
        { "KESIMPULAM", SIA_PART_KESIMPULAN }, { "KESlMPULAN DAN SARAN", SIA_PART_KESIMPULAN },
        { "PENDAHUL UAN", SIA_PART_PENDAHULUAN },
        { "METODE PENELITLAN", SIA_PART_METODE }, { "SARAM", SIA_PART_SARAN }, { "DAFTAR PUSTAKKA", SIA_PART_PUSTAKA },
        { "LATARBELAKANG", SIA_PART_PENDAHULUAN },
    };
    for (size_t i = 0; i < SIA_COUNT_OF(cases); i++) {
        sia_title_key k = sia_title_key_of(sia_str_of(cases[i].title));
        sia_title_sense s = sia_title_sense_of(&k);
        if (s.part != cases[i].part) fail_msg("%s: %s", cases[i].title, sia_part_name((sia_part)s.part));
    }
}

/* Edits between two words, the plain way: the reference for what is forgiven. */
static uint32_t edits_between(const char *a, const char *b)
{
    uint32_t row[64], n = (uint32_t)strlen(b);
    for (uint32_t j = 0; j <= n; j++) row[j] = j;
    for (uint32_t i = 0; a[i]; i++) {
        uint32_t corner = row[0]++;
        for (uint32_t j = 0; j < n; j++) {
            uint32_t best = corner + (a[i] != b[j]), above = row[j + 1];
            if (row[j] + 1 < best) best = row[j] + 1;
            if (above + 1 < best) best = above + 1;
            corner = above;
            row[j + 1] = best;
        }
    }
    return row[n];
}

/* Two edits at most in a long title, counted by the book; the first letters are left alone. */
static void as_many_edits_are_forgiven_as_allowed(void **state)
{
    (void)state;
    static const char right[] = "daftar literatur", glued[] = "daftarliteratur";
    uint32_t seed = 1, forgiven = 0, refused = 0;
    for (uint32_t turn = 0; turn < 4000; turn++) {
        char title[32];
        memcpy(title, right, sizeof right);
        for (uint32_t k = 0; k < 1 + turn % 4; k++) {
            seed = seed * 1664525 + 1013904223;
            uint32_t at = 8 + (seed >> 8) % ((uint32_t)strlen(title) - 8), how = seed >> 28;
            if (how < 8) title[at] = (char)('a' + (seed >> 16) % 26);
            else if (how < 12) memmove(title + at, title + at + 1, strlen(title + at));
            else memmove(title + at + 1, title + at, strlen(title + at) + 1);
        }
        char key[32];
        uint32_t n = 0;
        for (const char *p = title; *p; p++) if (*p != ' ') key[n++] = *p;
        key[n] = 0;
        sia_title_key k = sia_title_key_of(sia_str_of(title));
        bool pustaka = sia_title_sense_of(&k).part == SIA_PART_PUSTAKA;
        bool longer = n + 1 > sizeof glued && !memcmp(key, glued, sizeof glued - 1);        /* another word, no error */
        if (pustaka != (!longer && edits_between(key, glued) <= 2)) fail_msg("%s", title);
        forgiven += pustaka;
        refused += !pustaka;
    }
    assert_true(forgiven > 100 && refused > 100);
}

static void names_and_parts_go_both_ways(void **state)
{
    (void)state;
    for (unsigned i = 0; i < SIA_PART_COUNT; i++) {
        sia_part p = SIA_PART_COUNT;
        assert_true(sia_part_find(sia_str_of(sia_part_name((sia_part)i)), &p));
        assert_int_equal(p, i);
    }
    sia_part p;
    assert_false(sia_part_find(SIA_STR("Saran"), &p));
    assert_string_equal(sia_part_name((sia_part)99), "");
}

static void the_same_number_heads_different_parts(void **state)
{
    (void)state;
    expect_outline("BAB IV\nKESIMPULAN DAN SARAN\n\n4.1 Kesimpulan\n\n" PROSE "\n4.2 Saran\n\n4.2.1 Bagi Partai\n\n"
        PROSE,
                   "1 BAB IV KESIMPULAN DAN SARAN (kesimpulan)\n2 4.1 Kesimpulan (kesimpulan)\n2 4.2 Saran (saran)\n"
                   "3 4.2.1 Bagi Partai (saran)\n");
    expect_outline("BAB IV\nHASIL PENELITIAN\n\n4.1 Gambaran Umum\n\n" PROSE "\n4.2 Lokasi Penelitian\n\n" PROSE
        "\n4.3 Tujuan Kampanye\n\n" PROSE,
                   "1 BAB IV HASIL PENELITIAN (hasil)\n2 4.1 Gambaran Umum (hasil)\n"
                   "2 4.2 Lokasi Penelitian (hasil)\n2 4.3 Tujuan Kampanye (hasil)\n");
}

static void an_introduction_may_hold_theory_and_method(void **state)
{
    (void)state;
    expect_outline("BAB I\nPENDAHULUAN\n\n1.1 Latar Belakang\n\n" PROSE
        "\n1.5 Kerangka Teori\n\n1.5.1 Strategi Politik\n\n" PROSE "\n1.6 Metode Penelitian\n\n"
                   "1.6.1 Lokasi Penelitian\n\n" PROSE,
                   "1 BAB I PENDAHULUAN (pendahuluan)\n2 1.1 Latar Belakang (pendahuluan)\n"
                   "2 1.5 Kerangka Teori (teori)\n3 1.5.1 Strategi Politik (teori)\n"
                   "2 1.6 Metode Penelitian (metode)\n3 1.6.1 Lokasi Penelitian (metode)\n");
}

static void what_nothing_tells_has_no_part(void **state)
{
    (void)state;
    expect_outline("BAB II\nPARTAI POLITIK DAN PEMILU\n\nA. Partai Golkar\n\n" PROSE,
        "1 BAB II PARTAI POLITIK DAN PEMILU ()\n2 A Partai Golkar ()\n");
    expect_outline("BAB I\n\n" PROSE, "1 BAB I (pendahuluan)\n");
    expect_outline("3.2 Bentuk Politik Uang\n\n" PROSE, "2 3.2 Bentuk Politik Uang (hasil)\n");
    expect_outline("BAB III\n\n" PROSE, "1 BAB III ()\n");
}

static void matter_before_and_after_the_chapters_is_known(void **state)
{
    (void)state;
    expect_outline("STRATEGI PARTAI DALAM PEMILU\n\nSKRIPSI\n\nOleh:\nBudi Santoso\n\nKATA PENGANTAR\n\n" PROSE
        "\nABSTRAK\n\n" PROSE
                   "\nKata kunci: strategi, partai\n\nDAFTAR PUSTAKA\n\n"
                   "A. Rahman. 2008. Politik. Jakarta: Gramedia.\n\n"
                   "LAMPIRAN-LAMPIRAN\n\nLampiran 1. Pedoman Wawancara\n\n1. Bagaimana strategi partai?\n",
                   "1 KATA PENGANTAR (front)\n1 ABSTRAK (abstrak)\n1 DAFTAR PUSTAKA (pustaka)\n"
                   "1 LAMPIRAN-LAMPIRAN (lampiran)\n"
                   "2 Lampiran 1. Pedoman Wawancara (lampiran)\n");
    sia_doc *d = segmented("STRATEGI PARTAI DALAM PEMILU\n\nSKRIPSI\n\nBudi Santoso\n\nABSTRAK\n\n" PROSE);
    assert_int_equal(d->sections.v[0].part, SIA_PART_FRONT);
    sia_doc_free(d);
    d = segmented(PROSE "\nABSTRAK\n\n" PROSE);
    assert_int_equal(d->sections.v[0].part, SIA_PART_NONE);
    sia_doc_free(d);
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(a_title_tells_its_part),
    cmocka_unit_test(as_many_edits_are_forgiven_as_allowed),
    cmocka_unit_test(names_and_parts_go_both_ways),
    cmocka_unit_test(the_same_number_heads_different_parts),
    cmocka_unit_test(an_introduction_may_hold_theory_and_method),
    cmocka_unit_test(what_nothing_tells_has_no_part),
    cmocka_unit_test(matter_before_and_after_the_chapters_is_known),
};

int main(void) { return cmocka_run_group_tests(tests, NULL, NULL); }
