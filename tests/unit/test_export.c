/* siasat-export, the helper program: what a table holds comes back from the workbook as it was. */
#define _DEFAULT_SOURCE
#include <siasat/code.h>
#include <siasat/report.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <cmocka.h>

#define LIBEXEC SIA_BUILT_DATA "/libexec/siasat/"

static sia_arena *arena;
static sia_err err;
static char folder[64];

static int set_up(void **state)
{
    (void)state;
    strcpy(folder, "/tmp/siasat-test-XXXXXX");
    arena = sia_arena_new(NULL, 0);
    return arena && mkdtemp(folder) ? 0 : 1;
}

static int tear_down(void **state)
{
    (void)state;
    sia_arena_free(arena);
    return rmdir(folder);                                    /* nothing was left in it */
}

static void failed(void)
{
    char text[512];
    fail_msg("%s", sia_err_text(&err, SIA_EN, text, sizeof text));
}

/* ---- there and back ------------------------------------------------------------------------------------------------------ */

typedef struct { SIA_VEC(char) v; } bytes;

static int keep(void *ctx, const char *p, size_t n)
{
    bytes *b = ctx;
    for (size_t i = 0; i < n; i++) sia_push(arena, &b->v, p[i]);
    return 0;
}

static const sia_col columns[] = {
    { "banyak", SIA_COUNT, "", { "count", "banyak" }, { "", "" }, "", "", 0 },
    { "teks", SIA_TEXT, "", { "text", "teks" }, { "A text", "Sebuah teks" }, "", "", 0 },
    { "nilai", SIA_REAL, "", { "value", "nilai" }, { "A value", "Sebuah nilai" }, "a / b", "Orang 2001", 0 },
};

static uint64_t cut;

static sia_str file_of(const char *format, void (*fill)(sia_table *t))
{
    const sia_helper h = { .path = LIBEXEC "siasat-export", .job = format, .scratch = folder, .needs = "" };
    const sia_table_options o = { .format = SIA_XLSX, .header = true, .titles = -1, .name = "uji", .title = "kata & <bilangan>" };
    bytes out = { 0 };
    sia_feed *f;
    unsigned lacks = 0;
    if (sia_feed_open(&f, &h, (sia_sink){ keep, &out }, SIA_STR("uji.xlsx"), arena, &err)) failed();
    sia_table *t = sia_table_open(&o, columns, SIA_COUNT_OF(columns), sia_feed_sink(f), arena);
    assert_non_null(t);
    fill(t);
    assert_int_equal(sia_table_close(t, SIA_STR("uji.xlsx"), &err), SIA_OK);
    if (sia_feed_close(f, &lacks, &cut, &err)) failed();
    return (sia_str){ out.v.v, out.v.n };
}

static sia_str workbook(void (*fill)(sia_table *t)) { return file_of("xlsx", fill); }

static sia_sheet back(sia_str xlsx)
{
    const sia_helper h = { .path = LIBEXEC "siasat-codebook", .job = "sheet", .needs = "" };
    sia_str tsv;
    sia_sheet sheet;
    unsigned lacks = 0;
    if (sia_helper_run(&tsv, &lacks, &h, SIA_STR("uji.xlsx"), xlsx, arena, &err)) failed();
    if (sia_sheet_parse(&sheet, SIA_STR("uji.xlsx"), tsv, arena, &err)) failed();
    return sheet;
}

/* Texts of the kind that programs have taken for something else. */
static const char *const texts[] = {
    "partai", "=1+1", "+1", "-1", "@SUM(A1)", "'=1", "0012", "3/4", "1e5", "4.10", "TRUE", "NULL", "nil", "#REF!", "1,000", "2024-02-14",
    "_x0041_", "_x005F_x0041_", "__x0041_", "_x00", "<b>&amp;\"'</b>", "]]>", "<!--", "a\\tb", "a\\", "\\", "%s%n", "{{7*7}}", "${x}",
    "' OR 1=1 --", "../../etc/passwd", "file:///etc", "http://a.b/c?d=e&f=g", "\xC2\xA0x\xC2\xA0", "\xE2\x80\xAE" "balik", "\xF0\x9F\x87\xAE\xF0\x9F\x87\xA9",
    "a\xCC\x81", "\xE7\xB5\xB1", "\xEF\xBB\xBF" "bom", "Sukarno\xE2\x80\x93Hatta", "1234567890123456", "=cmd|' /C calc'!A0", "=HYPERLINK(\"x\")",
    "S x", "R", ".", "C",
};

static void put_texts(sia_table *t)
{
    for (size_t i = 0; i < SIA_COUNT_OF(texts); i++) {
        sia_put_count(t, i);
        sia_put_text(t, sia_str_of(texts[i]));
        sia_put_real(t, (double)i / 8);
    }
}

static void texts_come_back_as_they_were(void **state)
{
    (void)state;
    const sia_sheet s = back(workbook(put_texts));
    assert_int_equal(s.rows.n, SIA_COUNT_OF(texts) + 1);
    for (size_t i = 0; i < SIA_COUNT_OF(texts); i++) {
        const sia_row *r = &s.rows.v[i + 1];
        char number[32];
        if (!sia_str_eq(r->cell[1], sia_str_of(texts[i]))) fail_msg("'%s' came back as '%s'", texts[i], sia_dup(arena, r->cell[1]).p);
        snprintf(number, sizeof number, "%zu", i);
        assert_string_equal(sia_dup(arena, r->cell[0]).p, number);
        assert_true(strtod(sia_dup(arena, r->cell[2]).p, NULL) == (double)i / 8);
    }
    assert_int_equal(cut, 0);
}

static void put_same(sia_table *t) { for (int i = 0; i < 1000; i++) { sia_put_count(t, 7); sia_put_text(t, SIA_STR("suara")); sia_put_none(t); } }

static void the_same_rows_give_the_same_bytes(void **state)
{
    (void)state;
    const sia_str a = workbook(put_same);
    sleep(2);                                                /* ZIP counts time in steps of two seconds */
    const sia_str b = workbook(put_same);
    assert_true(sia_str_eq(a, b));
}

/* ---- what a spreadsheet cannot hold -------------------------------------------------------------------------------------- */

static void put_numbers(sia_table *t)
{
    sia_put_count(t, UINT64_MAX);
    sia_put_text(t, SIA_STR("besar"));
    sia_put_exp(t, -2000);
    sia_put_none(t);
    sia_put_text(t, SIA_STR("\xEF\xBF\xBE|\xEF\xBF\xBF"));
    sia_put_real(t, 1.0 / 3);
}

/* 20 digits, and 10^-869: as text, since as numbers they would be others. */
static void numbers_it_would_change_are_texts(void **state)
{
    (void)state;
    const sia_sheet s = back(workbook(put_numbers));
    assert_string_equal(sia_dup(arena, s.rows.v[1].cell[0]).p, "18446744073709551615");
    assert_true(!memcmp(s.rows.v[1].cell[2].p, "2.5", 3) && strstr(sia_dup(arena, s.rows.v[1].cell[2]).p, "e-869"));
    assert_string_equal(sia_dup(arena, s.rows.v[2].cell[1]).p, "\xEF\xBF\xBD|\xEF\xBF\xBD");
    assert_string_equal(sia_dup(arena, s.rows.v[2].cell[2]).p, "0.3333333333");
}

static void put_long(sia_table *t)
{
    static char p[40000];
    memset(p, 'a', sizeof p);
    const size_t lengths[] = { 32767, 32768, 40000 };
    for (size_t i = 0; i < SIA_COUNT_OF(lengths); i++) {
        sia_put_count(t, lengths[i]);
        sia_put_text(t, (sia_str){ p, lengths[i] });
        sia_put_none(t);
    }
}

static void what_is_too_long_is_cut_and_counted(void **state)
{
    (void)state;
    const sia_sheet s = back(workbook(put_long));
    assert_int_equal(s.rows.v[1].cell[1].n, 32767);
    for (uint32_t i = 2; i < 4; i++) {
        assert_int_equal(s.rows.v[i].cell[1].n, 32766 + 3);
        assert_memory_equal(s.rows.v[i].cell[1].p + 32766, "\xE2\x80\xA6", 3);
    }
    assert_int_equal(cut, 2);
}

/* ---- SQLite ---------------------------------------------------------------------------------------------------------------- */

/* What is in it, tests/gold/formats.py looks at. */
static void a_database_is_the_same_bytes_twice(void **state)
{
    (void)state;
    const sia_str a = file_of("sqlite", put_texts);
    assert_true(a.n > 4096 && a.n % 4096 == 0 && !memcmp(a.p, "SQLite format 3", 16));
    assert_true(sia_str_eq(a, file_of("sqlite", put_texts)));
}

/* ---- Word ------------------------------------------------------------------------------------------------------------------ */

static void put_two(sia_table *t)
{
    sia_put_count(t, 1200);
    sia_put_text(t, SIA_STR("a < b\nc & d"));
    sia_put_none(t);
    sia_put_count(t, 3);
    sia_put_text(t, SIA_STR("=1+1"));
    sia_put_none(t);
}

/* Read back by the program that reads Word files: caption, head and rows, without the column in which nothing stands. */
static void a_word_table_has_caption_head_and_rows(void **state)
{
    (void)state;
    const sia_helper h = { .path = LIBEXEC "siasat-document", .job = "office", .needs = "" };
    sia_str stream;
    unsigned lacks = 0;
    if (sia_helper_run(&stream, &lacks, &h, SIA_STR("uji.docx"), file_of("docx", put_two), arena, &err)) failed();
    const char *s = sia_dup(arena, stream).p;
    assert_non_null(strstr(s, "Table 1. Kata & <bilangan>\n"));
    assert_non_null(strstr(s, "c\tbanyak\tteks\n"));
    assert_non_null(strstr(s, "c\t1200\ta < b\\nc & d\n"));
    assert_non_null(strstr(s, "c\t3\t=1+1\n"));
}

static void put_nothing(sia_table *t) { (void)t; }

static void a_table_without_rows_has_its_head(void **state)
{
    (void)state;
    const sia_sheet s = back(workbook(put_nothing));
    assert_int_equal(s.rows.n, 1);
    assert_string_equal(sia_dup(arena, s.rows.v[0].cell[2]).p, "nilai");
}

/* ---- the wire -------------------------------------------------------------------------------------------------------------- */

static void a_wire_that_breaks_off_makes_no_file(void **state)
{
    (void)state;
    static const char *const wires[] = { "", "S\ta\t\ten\n", ".\n", "S\ta\t\ten\nC\tt\ta\ta\ta\nR\tx\n", "S\ta\t\ten\nC\tt\ta\ta\ta\nR\tx\ty\n.\n", "R\tx\n.\n", "X\n.\n" };
    const sia_helper h = { .path = LIBEXEC "siasat-export", .job = "xlsx", .scratch = folder, .needs = "" };
    for (size_t i = 0; i < SIA_COUNT_OF(wires); i++) {
        sia_str out;
        unsigned lacks = 0;
        if (sia_helper_run(&out, &lacks, &h, SIA_STR("uji"), sia_str_of(wires[i]), arena, &err) != SIA_ESYNTAX) fail_msg("'%s'", wires[i]);
        unlink(sia_printf(arena, "%s/siasat-export.tmp", folder).p);
    }
}

static void a_program_that_dies_is_told_at_the_close(void **state)
{
    (void)state;
    const sia_helper h = { .path = SIA_BUILT_DATA "/tests/helper/probe", .job = "crash", .needs = "" };
    bytes out = { 0 };
    unsigned lacks = 0;
    sia_feed *f;
    assert_int_equal(sia_feed_open(&f, &h, (sia_sink){ keep, &out }, SIA_STR("uji"), arena, &err), SIA_OK);
    const sia_sink to = sia_feed_sink(f);
    for (int i = 0; i < 100; i++) assert_int_equal(to.write(to.ctx, folder, sizeof folder), 0);
    assert_int_equal(sia_feed_close(f, &lacks, &cut, &err), SIA_ETEXT);
    assert_int_equal(err.msg, SIA_MSG_HELPER_CRASHED);
}

static int refuse(void *ctx, const char *p, size_t n) { (void)ctx; (void)p; (void)n; return 28; }

static void a_full_disk_is_told_at_the_close(void **state)
{
    (void)state;
    const sia_helper h = { .path = SIA_BUILT_DATA "/tests/helper/probe", .job = "echo", .needs = "" };
    unsigned lacks = 0;
    sia_feed *f;
    assert_int_equal(sia_feed_open(&f, &h, (sia_sink){ refuse, NULL }, SIA_STR("uji"), arena, &err), SIA_OK);
    const sia_sink to = sia_feed_sink(f);
    assert_int_equal(to.write(to.ctx, "isi", 3), 0);
    assert_int_equal(sia_feed_close(f, &lacks, &cut, &err), SIA_EIO);
    assert_int_equal(err.sys, 28);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(texts_come_back_as_they_were, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_same_rows_give_the_same_bytes, set_up, tear_down),
        cmocka_unit_test_setup_teardown(numbers_it_would_change_are_texts, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_is_too_long_is_cut_and_counted, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_database_is_the_same_bytes_twice, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_word_table_has_caption_head_and_rows, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_table_without_rows_has_its_head, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_wire_that_breaks_off_makes_no_file, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_program_that_dies_is_told_at_the_close, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_full_disk_is_told_at_the_close, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
