/* Tables as their readers meet them: formats, dialects, quoting, reading back, failing sinks. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include "paper.h"

/* ---- what a reader sees ------------------------------------------------------------------------- */

static void a_row_in_each_format_and_dialect(void **state)
{
    (void)state;
    const sia_str s = SIA_STR("door to door");
    check(SIA_CSV, SIA_RFC4180, s, 12.5, "item,per_10k\ndoor to door,12.5\n");
    check(SIA_CSV, SIA_EXCEL, s, 12.5, "\xEF\xBB\xBFitem,per_10k\r\ndoor to door,12.5\r\n");
    check(SIA_CSV, SIA_EXCEL_ID, s, 12.5, "\xEF\xBB\xBFitem;per_10k\r\ndoor to door;12,5\r\n");
    check(SIA_TSV, SIA_RFC4180, s, 12.5, "item\tper_10k\ndoor to door\t12.5\n");
    check(SIA_TSV, SIA_EXCEL_ID, s, 12.5, "\xEF\xBB\xBFitem\tper_10k\r\ndoor to door\t12,5\r\n");
    check(SIA_JSONL, SIA_EXCEL_ID, s, 12.5, "{\"item\":\"door to door\",\"per_10k\":12.5}\n");
    check(SIA_MD, SIA_RFC4180, s, 12.5, "| item | per_10k |\n| --- | ---: |\n| door to door | 12.5 |\n");
    check(SIA_TABLE, SIA_RFC4180, s, 12.5, "item          per_10k\n------------  -------\ndoor to door  12.5000\n");
}

static void cells_are_quoted_or_escaped_as_their_format_has_it(void **state)
{
    (void)state;
    const sia_str s = SIA_STR("a,b;c \"d\"|\te\\\n*f*");
    check(SIA_CSV, SIA_RFC4180, s, 1, "item,per_10k\n\"a,b;c \"\"d\"\"|\te\\\n*f*\",1\n");
    check(SIA_CSV, SIA_RFC4180, SIA_STR("a;b"), 1, "item,per_10k\na;b,1\n");
    check(SIA_CSV, SIA_EXCEL_ID, SIA_STR("a;b"), 1, "\xEF\xBB\xBFitem;per_10k\r\n\"a;b\";1\r\n");
    check(SIA_TSV, SIA_RFC4180, s, 1, "item\tper_10k\na,b;c \"d\"| e\\ *f*\t1\n");
    check(SIA_TSV, SIA_RFC4180, SIA_STR("\"a\" b"), 1, "item\tper_10k\n\"\"\"a\"\" b\"\t1\n");
    check(SIA_JSONL, SIA_RFC4180, s, 1, "{\"item\":\"a,b;c \\\"d\\\"|\\te\\\\\\n*f*\",\"per_10k\":1}\n");
    check(SIA_MD, SIA_RFC4180, s, 1, "| item | per_10k |\n| --- | ---: |\n| a,b;c \"d\"\\| e\\\\ \\*f\\* | 1 |\n");
}

static void nothing_known_is_an_empty_cell(void **state)
{
    (void)state;
    check(SIA_CSV, SIA_RFC4180, SIA_STR(""), (double)NAN, "item,per_10k\n,\n");
    check(SIA_JSONL, SIA_RFC4180, SIA_STR(""), -(double)INFINITY, "{\"item\":\"\",\"per_10k\":null}\n");
    check(SIA_MD, SIA_RFC4180, SIA_STR(""), (double)INFINITY, "| item | per_10k |\n| --- | ---: |\n|  |  |\n");
}

static void an_empty_cell_alone_in_its_row_is_still_a_row(void **state)
{
    (void)state;
    open_table *x = begin(options(SIA_CSV, SIA_RFC4180), two, 1);
    sia_put_none(x->t);
    sia_put_text(x->t, SIA_STR("a"));
    char *got = finish(x);
    assert_string_equal(got, "item\n\"\"\na\n");
    free(got);
}

static void titles_come_in_the_language_asked_for(void **state)
{
    (void)state;
    sia_table_options o = options(SIA_CSV, SIA_RFC4180);
    o.titles = SIA_ID;
    char *got = finish(begin(o, two, 2));
    assert_string_equal(got, "Butir,Per 10.000\n");
    free(got);
    o.titles = SIA_EN;
    got = finish(begin(o, two, 2));
    assert_string_equal(got, "Item,\"Per 10,000\"\n");
    free(got);
    o.header = false;
    got = finish(begin(o, two, 2));
    assert_string_equal(got, "");
    free(got);
}

static void bytes_that_are_no_text_become_text(void **state)
{
    (void)state;
    check(SIA_CSV, SIA_RFC4180, SIA_STR("a\0b\xFFs\xC3"), 1, "item,per_10k\nab\xEF\xBF\xBDs\xEF\xBF\xBD,1\n");
    check(SIA_JSONL, SIA_RFC4180, SIA_STR("\xED\xA0\x80"), 1,
          "{\"item\":\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\",\"per_10k\":1}\n");
    check(SIA_JSONL, SIA_RFC4180, SIA_STR("\x1B[31m\x7F\xC2\x9B\xE2\x80\xAE\xF0\x9F\x97\xB3"), 1,
          "{\"item\":\"\\u001b[31m\\u007f\\u009b\\u202e\xF0\x9F\x97\xB3\",\"per_10k\":1}\n");
    check(SIA_MD, SIA_RFC4180, SIA_STR("\x1B[31m\xC2\x9B\xE2\x80\xAE\xE2\x80\xA8"), 1,
          "| item | per_10k |\n| --- | ---: |\n| ?\\[31m??  | 1 |\n");
}

/* ---- reading back ---------------------------------------------------------------------------------- */

/* The next cell of RFC 4180 text; *end tells what ended it. */
static size_t read_cell(const char **at, char delimiter, char *to, char *end)
{
    const char *p = *at;
    size_t n = 0;
    bool quoted = *p == '"';
    for (p += quoted; ; p++) {
        if (quoted && *p == '"' && *++p != '"') quoted = false;
        if (!quoted && (*p == delimiter || *p == '\n' || *p == '\r' || !*p)) break;
        assert_true(*p != 0);
        to[n++] = *p;
    }
    *end = *p;
    *at = p + (*p == '\r' && p[1] == '\n' ? 2 : *p != 0);
    return n;
}

static size_t nasty(char *to)
{
    static const char *const bits[] = {
        "a", ",", ";", "\"", "\n", "\r", "\r\n", "\t", " ", "'", "=", "\\", "|", "\xC3\xA9", "\xF0\x9F\x97\xB3",
        "\xD7\x90", "\xE2\x80\xAE", "\x1B", "\x7F", "pemilih", "<b>", "\"\"",
    };
    size_t n = 0;
    for (uint64_t k = rolled() % 9; k; k--) {
        const char *b = bits[rolled() % SIA_COUNT_OF(bits)];
        memcpy(to + n, b, strlen(b));
        n += strlen(b);
    }
    return n;
}

static void csv_reads_back_byte_for_byte(void **state)
{
    (void)state;
    char cell[3][128], back[256], end;
    size_t n[3];
    for (int round = 0; round < 3000; round++) {
        sia_table_options o = options(SIA_CSV, round % 3 == 2 ? SIA_EXCEL_ID : SIA_RFC4180);
        o.raw = true;
        o.header = false;
        open_table *x = begin(o, sia_columns_of(SIA_STR("tag"))->cols, 3);
        for (int i = 0; i < 3; i++) sia_put_text(x->t, (sia_str){ cell[i], n[i] = nasty(cell[i]) });
        char *got = finish(x);
        const char *at = got + (o.dialect == SIA_EXCEL_ID ? 3 : 0);
        for (int i = 0; i < 3; i++) {
            size_t k = read_cell(&at, o.dialect == SIA_EXCEL_ID ? ';' : ',', back, &end);
            assert_int_equal(k, n[i]);
            assert_memory_equal(back, cell[i], k);
        }
        assert_true(!*at && (end == '\n' || end == '\r'));
        free(got);
    }
}

static void tsv_and_jsonl_keep_a_row_on_one_line(void **state)
{
    (void)state;
    char cell[128];
    for (int f = SIA_TSV; f <= SIA_MD; f++)
        for (int round = 0; round < 1000; round++) {
            sia_table_options o = options((sia_format)f, SIA_RFC4180);
            o.header = false;
            open_table *x = begin(o, sia_columns_of(SIA_STR("tag"))->cols, 3);
            for (int i = 0; i < 3; i++) sia_put_text(x->t, (sia_str){ cell, nasty(cell) });
            char *got = finish(x);
            size_t tabs = 0, lines = 0;
            for (const char *p = got; *p; p++) { tabs += *p == '\t'; lines += *p == '\n'; }
            assert_int_equal(lines, 1);
            assert_int_equal(tabs, f == SIA_TSV ? 2 : 0);
            assert_null(strchr(got, '\r'));
            free(got);
        }
}

static void a_cell_longer_than_the_buffer_is_whole(void **state)
{
    (void)state;
    enum { LONG = 300000 };
    char *s = malloc(LONG);
    memset(s, 'x', LONG);
    for (int quote = 0; quote < 2; quote++) {
        s[LONG - 1] = quote ? '"' : 'x';
        open_table *x = begin(options(SIA_CSV, SIA_RFC4180), two, 2);
        for (int i = 0; i < 3; i++) { sia_put_text(x->t, (sia_str){ s, LONG }); sia_put_count(x->t, 7); }
        char *got = finish(x);
        assert_int_equal(strlen(got), strlen("item,per_10k\n") + 3 * (LONG + strlen(",7\n") + (quote ? 3 : 0)));
        free(got);
    }
    free(s);
}

/* ---- failure ----------------------------------------------------------------------------------------- */

static void a_full_disk_sticks_and_is_told_at_the_close(void **state)
{
    (void)state;
    for (int f = SIA_CSV; f <= SIA_TABLE; f++)
        for (size_t room = 0; room < 200000; room += 66000) {
            sia_err err;
            open_table *x = begin(options((sia_format)f, SIA_RFC4180), two, 2);
            x->to.room = room;
            for (uint64_t i = 0; i < 20000; i++) { sia_put_text(x->t, SIA_STR("kampanye")); sia_put_count(x->t, i); }
            assert_int_equal(sia_table_close(x->t, SIA_STR("hasil.csv"), &err), SIA_EIO);
            assert_int_equal(err.sys, ENOSPC);
            assert_string_equal(err.where, "hasil.csv");
            assert_true(x->to.n <= room);                    /* what came after the hole was not written */
            free(x->to.p);
            sia_arena_free(x->a);
            free(x);
        }
}

static void a_short_last_row_is_filled_up(void **state)
{
    (void)state;
    open_table *x = begin(options(SIA_CSV, SIA_RFC4180), two, 2);
    sia_put_text(x->t, SIA_STR("a"));
    char *got = finish(x);
    assert_string_equal(got, "item,per_10k\na,\n");
    free(got);
}

static void memory_that_runs_out_is_told(void **state)
{
    (void)state;
    size_t told = 0;
    for (size_t limit = 0; limit < 90000; limit += 997)
        for (int f = SIA_CSV; f <= SIA_TABLE; f++) {
            paper to = { .room = SIZE_MAX };
            sia_table_options o = options((sia_format)f, SIA_RFC4180);
            sia_arena *a = sia_arena_new(NULL, limit ? limit : 1);
            sia_table *t = sia_table_open(&o, two, 2, (sia_sink){ take, &to }, a);
            for (int i = 0; t && i < 600; i++) { sia_put_text(t, SIA_STR("\xFFkampanye")); sia_put_real(t, i / 7.0); }
            if (t && sia_table_close(t, SIA_STR("x"), NULL) == SIA_ENOMEM) told++;
            free(to.p);
            sia_arena_free(a);
        }
    assert_true(told > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_row_in_each_format_and_dialect),
        cmocka_unit_test(cells_are_quoted_or_escaped_as_their_format_has_it),
        cmocka_unit_test(nothing_known_is_an_empty_cell),
        cmocka_unit_test(an_empty_cell_alone_in_its_row_is_still_a_row),
        cmocka_unit_test(titles_come_in_the_language_asked_for),
        cmocka_unit_test(bytes_that_are_no_text_become_text),
        cmocka_unit_test(csv_reads_back_byte_for_byte),
        cmocka_unit_test(tsv_and_jsonl_keep_a_row_on_one_line),
        cmocka_unit_test(a_cell_longer_than_the_buffer_is_whole),
        cmocka_unit_test(a_full_disk_sticks_and_is_told_at_the_close),
        cmocka_unit_test(a_short_last_row_is_filled_up),
        cmocka_unit_test(memory_that_runs_out_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
