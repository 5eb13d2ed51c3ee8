/* Sections and blocks of a document: what they promise on any input, and the kinds of blocks. */
#define _POSIX_C_SOURCE 200809L
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include "thesis.h"
#include <unistd.h>

static bool white(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

/* The promises of text.h. */
static void check_columns(const sia_doc *d)
{
    const sia_section *s = d->sections.v;
    assert_true(d->sections.n >= 1 && s[0].level == 0 && s[0].parent == 0 && s[0].head.len == 0);
    assert_int_equal(sia_end(s[0].span), d->text.s.n);
    for (uint32_t i = 1; i < d->sections.n; i++) {
        assert_true(s[i].parent < i && s[i].level > s[s[i].parent].level);
        assert_true(s[i].span.off >= s[i - 1].span.off && sia_end(s[i].span) <= sia_end(s[s[i].parent].span));
        assert_true(s[i].head.len > 0 && s[i].head.off == s[i].span.off && sia_end(s[i].head) <= sia_end(s[i].span));
        assert_true(s[i].chapter == 0 || s[s[i].chapter].level == 1);
        assert_true(s[i].part < SIA_PART_COUNT && s[i].name.n > 0);
    }
    uint32_t end = 0;
    for (uint32_t i = 0; i < d->blocks.n; i++) {
        const sia_block *b = &d->blocks.v[i];
        sia_str t = sia_cut(d->text.s, b->span);
        assert_true(b->span.off >= end && b->span.len > 0 && !white(t.p[0]) && !white(t.p[t.n - 1]));
        for (uint32_t k = end; k < b->span.off; k++) assert_true(white(d->text.s.p[k]));
        assert_true(b->section < d->sections.n && b->kind < SIA_BLOCK_COUNT);
        assert_true(b->span.off >= s[b->section].span.off && sia_end(b->span) <= sia_end(s[b->section].span));
        end = sia_end(b->span);
    }
    for (uint32_t k = end; k < d->text.s.n; k++) assert_true(white(d->text.s.p[k]));
}

static void an_item_without_its_number_is_an_item(void **state)
{
    (void)state;
    expect_blocks("4.2 Saran\nAdapun saran adalah sebagai berikut:\n1. Kepada anggota partai untuk melakukan\n"
                  "kegiatan pendidikan politik.\n\n"
                  "Masyarakat perlu lebih aktif dalam dialog dan\npertemuan.\n\n"
                  ". Para caleg harus mempertahankan komunikasi\nyang baik.\n", 14,
                  "paragraph : Adapun saran a\nitem 1: 1. Kepada angg\nitem 2: Masyarakat per\n"
                  "item 3: . Para caleg h\n");
    expect_blocks("4.2 Saran\n\n1. Bagi partai, hendaknya kaderisasi dijaga.\n\n"
                  "Bagi calon, janji hendaknya ditepati.\n\n3. Bagi pemilih, jangan golput.\n", 12,
                  "item 1: 1. Bagi part\nitem 2: Bagi calon, \nitem 3: 3. Bagi pemi\n");
    expect_blocks("4.2 Saran\n\n1. Bagi partai, hendaknya kaderisasi dijaga.\n\nHal ini penting sekali.\n\n"
                  "2. Bagi pemilih, jangan golput.\n", 12,
                  "item 1: 1. Bagi part\nparagraph : Hal ini pent\nitem 2: 2. Bagi pemi\n");
}

static void lists_are_told_from_headings(void **state)
{
    (void)state;
    const char *text = "4.1 Temuan\n\nAda tiga jenis pemilih:\n1. Pemilih pemula\n2. Pemilih muda\n3. Pemilih tua\n\n"
        PROSE;
    expect_outline(text, "2 4.1 Temuan (hasil)\n");
    expect_blocks(text, 12,
        "paragraph : Ada tiga jen\nitem 1: 1. Pemilih p\nitem 2: 2. Pemilih m\nitem 3: 3. Pemilih t\n"
        "paragraph : Partai polit\n");
    expect_blocks("4.1 Temuan\n\nYaitu:\na. menyapa warga;\nb. berdialog dengan:\n1) petani; dan\n2) nelayan;\n"
                  "c. membagikan kalender.\n", 10,
                  "paragraph : Yaitu:\nitem a: a. menyapa\nitem b: b. berdial\nitem 1: 1) petani;\n"
                  "item 2: 2) nelayan\nitem c: c. membagi\n");
    sia_doc *d = segmented("Yaitu:\na. dialog dengan:\n1) petani; dan\n2) nelayan;\nb. kalender.\n");
    static const uint8_t depth[] = { 0, 1, 2, 2, 1 };
    assert_int_equal(d->blocks.n, 5);
    for (uint32_t i = 0; i < 5; i++) assert_int_equal(d->blocks.v[i].depth, depth[i]);
    sia_doc_free(d);
}

static void notes_captions_tables_and_keywords_are_kinds_of_their_own(void **state)
{
    (void)state;
    expect_blocks("4.1 Temuan\n\n" PROSE
        "\nTabel 4.1 Perolehan Suara\n\nNo   Partai     Suara    Kursi\n1    PAN        1.200    3\n"
        "2    Golkar     900      2\n\n"
                  "Sumber: KPU, 2024\n\nTabel 4.1 menunjukkan bahwa suara partai itu naik.\n\n"
                  "20 Peter Schroder, Strategi Politik, Jakarta: FNS,\n2009, hlm. 104\n21 Ibid\n", 10,
                  "paragraph : Partai pol\ncaption 4.1: Tabel 4.1 \ntable : No   Parta\ntable : 1    PAN  \n"
                  "table : 2    Golka\n"
                  "caption : Sumber: KP\nparagraph : Tabel 4.1 \nfootnote 20: 20 Peter S\nfootnote 21: 21 Ibid\n");
    expect_blocks("ABSTRAK\n\nSTRATEGI PARTAI DALAM PEMILU\n\n" PROSE "\nKata Kunci: strategi, partai\n", 10,
                  "title : STRATEGI P\nparagraph : Partai pol\nkeywords : Kata Kunci\n");
}

static void a_name_is_used_once(void **state)
{
    (void)state;
    sia_doc *d = segmented("BAB II\nTEORI\n\nA. Partai\n1. Fungsi\n" PROSE "B. Kampanye\n1. Fungsi\n" PROSE
        "C. Pemilu\n1. Fungsi\n" PROSE);
    static const char *const names[] = { "", "BAB II TEORI", "BAB II/A. Partai", "BAB II/1. Fungsi",
        "BAB II/B. Kampanye", "BAB II/1. Fungsi (2)",
                                         "BAB II/C. Pemilu", "BAB II/1. Fungsi (3)" };
    assert_int_equal(d->sections.n, SIA_COUNT_OF(names));
    for (uint32_t i = 0; i < d->sections.n; i++) assert_true(sia_str_eq(d->sections.v[i].name, sia_str_of(names[i])));
    sia_doc_free(d);
}

static void a_text_without_headings_is_one_section(void **state)
{
    (void)state;
    sia_doc *d = segmented(PROSE "\n" PROSE);
    assert_int_equal(d->sections.n, 1);
    assert_int_equal(d->sections.v[0].part, SIA_PART_NONE);
    assert_int_equal(d->blocks.n, 2);
    sia_doc_free(d);
}

static void columns_keep_their_promises_on_any_lines(void **state)
{
    (void)state;
    static const char *const lines[] = {
        "BAB IV", "BAB V PENUTUP", "4.1 Hasil", "A. Partai", "1. Fungsi", "a. dialog;", "(1) dialog", "V. SIMPULAN",
            "5.1.2 Saran", "- butir", ". Para caleg", "",
        "", "", "ABSTRAK", "DAFTAR ISI", "BAB I PENDAHULUAN ..... 1", "LAMPIRAN",
            "20 Schroder, Strategi, 2009, hlm. 4", "1", "Tabel 1. Suara", "a    b    c",
        "Kata kunci: partai", "PARTAI GOLKAR", "Partai itu menang dalam pemilu di kota besar pada tahun ini.",
            "dan juga kalah.", "\f", "   Saran", "| a | b |",
        "\xC2\xA7", "\xE2\x80\xA2 butir", "S A R A N", "Sistematika Penulisan", "DAFTAR PUSTAKA", "X",
            "\xF0\x9F\x98\x80",
    };
    uint32_t seed = 12345;
    char *text = malloc(1 << 16);
    for (int round = 0; round < 600; round++) {
        size_t n = 0;
        for (int i = 0; i < 60; i++) {
            seed = seed * 1664525u + 1013904223u;
            n += (size_t)sprintf(text + n, "%s\n", lines[(seed >> 16) % SIA_COUNT_OF(lines)]);
        }
        sia_doc *d = segmented(text);
        check_columns(d);
        sia_doc_free(d);
    }
    free(text);
}

static void no_shape_of_input_is_slow_or_refused(void **state)
{
    (void)state;
    static const char *const units[] = { "a", "\n", "-", "A\n", "1. a\n", "BAB IV\nBAB V\n", "1\n\n", "A B C ", ".",
        "1.1 Xy\n", "LAMPIRAN\nX\n", " " };
    enum { SIZE = 200000 };
    char *text = malloc(SIZE + 32);
    for (size_t k = 0; k < SIA_COUNT_OF(units); k++) {
        size_t n = 0, len = strlen(units[k]);
        for (; n < SIZE; n += len) memcpy(text + n, units[k], len);
        text[n] = 0;
        sia_doc *d = segmented(text);
        check_columns(d);
        sia_doc_free(d);
    }
    free(text);
}

/* Gives `left` blocks, then none. */
static void *get_some(void *ctx, size_t size)
{
    size_t *left = ctx;
    return *left && (*left)-- ? malloc(size) : NULL;
}

static void put_back(void *ctx, void *block, size_t size)
{
    (void)ctx;
    (void)size;
    free(block);
}

static void memory_that_runs_out_is_told(void **state)
{
    (void)state;
    enum { TIMES = 3000 };
    static const char unit[] = "1.1 Strategi\n\nPartai kita.\n1. butir\n";
    char *text = calloc(TIMES, sizeof unit);
    for (size_t i = 0; i < TIMES; i++) memcpy(text + i * (sizeof unit - 1), unit, sizeof unit - 1);
    sia_status st = SIA_ENOMEM;
    for (size_t blocks = 0, left; st && blocks < 40; blocks++) {
        left = blocks;
        sia_mem mem = { get_some, put_back, &left };
        sia_doc *d = sia_doc_new(&mem, 0);
        sia_err err = { 0 };
        if (!d) continue;
        st = sia_doc_read(d, SIA_STR("besar.txt"), sia_str_of(text), SIA_ENC_AUTO, &err);
        if (!st) st = sia_doc_segment(d, &err);
        assert_true(st == SIA_OK || (st == SIA_ENOMEM && strcmp(err.where, "besar.txt") == 0));
        sia_doc_free(d);
    }
    assert_int_equal(st, SIA_OK);
    free(text);
}

/* Wherever in the making of names and columns a small limit is met. What would wait for memory for ever is ended by the alarm. */
static void no_limit_is_waited_for(void **state)
{
    (void)state;
    static const char unit[] = "4.1 Strategi Ofensif\n\nPartai kita menang.\n\n";
    enum { TIMES = 40, PATIENCE = 20 };
    char text[TIMES * (sizeof unit - 1) + 1] = "";
    for (size_t i = 0; i < TIMES; i++) memcpy(text + i * (sizeof unit - 1), unit, sizeof unit);
    sia_status st = SIA_ENOMEM;
    alarm(PATIENCE);
    for (size_t limit = 1000; st; limit += 40) {
        sia_doc *d = sia_doc_new(NULL, limit);
        if (!d) continue;
        st = sia_doc_read(d, SIA_STR("kecil.txt"), sia_str_of(text), SIA_ENC_AUTO, NULL);
        if (!st) st = sia_doc_segment(d, NULL);
        assert_true(st == SIA_OK || st == SIA_ENOMEM);
        sia_doc_free(d);
    }
    alarm(0);
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(an_item_without_its_number_is_an_item),
    cmocka_unit_test(lists_are_told_from_headings),
    cmocka_unit_test(notes_captions_tables_and_keywords_are_kinds_of_their_own),
    cmocka_unit_test(a_name_is_used_once),
    cmocka_unit_test(a_text_without_headings_is_one_section),
    cmocka_unit_test(columns_keep_their_promises_on_any_lines),
    cmocka_unit_test(no_shape_of_input_is_slow_or_refused),
    cmocka_unit_test(memory_that_runs_out_is_told),
    cmocka_unit_test(no_limit_is_waited_for),
};

int main(void) { return cmocka_run_group_tests(tests, NULL, NULL); }
