/* Sheets: TSV and CSV as spreadsheets and editors save them. */
#include "tagdoc.h"

/* Cells with "|" between, rows with "/". */
static const char *cells(fixture *f, sia_str bytes)
{
    static char out[1024];
    sia_sheet sheet;
    sia_err err;
    size_t n = 0;
    if (sia_sheet_parse(&sheet, SIA_STR("buku"), bytes, f->a, &err)) return sia_err_text(&err, SIA_EN, out, sizeof out);
    out[0] = 0;
    for (uint32_t r = 0; r < sheet.rows.n; r++)
        for (uint32_t c = 0; c < sheet.rows.v[r].n; c++)
            n += (size_t)snprintf(out + n, sizeof out - n, "%s%.*s", c ? "|" : r ? "/" : "", (int)sheet.rows.v[r].cell[c].n,
                                  sheet.rows.v[r].cell[c].p);
    return out;
}

#define READS(bytes, wanted) assert_string_equal(cells(*state, SIA_STR(bytes)), wanted)

static void tabs_semicolons_and_commas_part_cells(void **state)
{
    READS("a\tb;c,d\n1\t2\n", "a|b;c,d/1|2");
    READS("a;b,c\r\n1;2\r\n", "a|b,c/1|2");
    READS("a,b\n1,2", "a|b/1|2");
    READS("# a;b\na,b\n1,2;3", "a|b/1|2;3");
}

static void quotes_hold_delimiters_line_ends_and_quotes(void **state)
{
    READS("a,b\n\"x, y\",\"p\nq\"\n\"say \"\"ya\"\"\",2\n", "a|b/x, y|p\nq/say \"ya\"|2");
    READS("a\tb\n\"x\ty\"\t2\n", "a|b/x\ty|2");
}

static void quotes_that_hold_no_whole_cell_are_text(void **state)
{
    READS("a\tb\n\"strategi\" ofensif\tkata \"x\"\n", "a|b/\"strategi\" ofensif|kata \"x\"");
    READS("a\tb\nx\t\"buka\n", "buku:2:3: a quote that opens here is never closed");
}

static void comments_blank_lines_and_blanks_around_cells_are_left_out(void **state)
{
    READS("a,b\n\n# catatan\n  \n , \n x , y \n", "a|b/x|y");
    READS("", "");
    READS("\n\n#\n", "");
}

static void encodings_of_spreadsheets_are_read(void **state)
{
    READS("\xEF\xBB\xBF" "a;b\r\n\xC3\xA9;2", "a|b/\xC3\xA9|2");
    READS("a;b\n\xE9;\x93x\x94", "a|b/\xC3\xA9|\xE2\x80\x9Cx\xE2\x80\x9D");
    READS("\xFF\xFE" "a\0;\0b\0\n\0\xE9\0;\0" "2\0", "a|b/\xC3\xA9|2");
    READS("a\tb\nx\0y\t", "buku:2:2: control character");
}

static void rows_know_their_line(void **state)
{
    fixture *f = *state;
    sia_sheet sheet;
    assert_int_equal(sia_sheet_parse(&sheet, SIA_STR("x"), SIA_STR("a,b\n\"1\n2\",3\n\n#\nc,d"), f->a, NULL), SIA_OK);
    assert_int_equal(sheet.rows.n, 3);
    assert_int_equal(sheet.rows.v[1].line, 2);
    assert_int_equal(sheet.rows.v[2].line, 6);
    assert_int_equal(sheet.delimiter, ',');
}

/* A million quotes, delimiters, or line ends take no longer than a million letters. */
static void no_shape_of_bytes_is_slow(void **state)
{
    static char big[1 << 20];
    fixture *f = *state;
    static const char *const shapes[] = { "\"", "\"a", "\t", "\n", "\"\"\t", "#\n", "\"\n", "\r", ";\"" };
    for (size_t i = 0; i < SIA_COUNT_OF(shapes); i++) {
        sia_sheet sheet;
        size_t n = strlen(shapes[i]);
        for (size_t k = 0; k < sizeof big; k++) big[k] = shapes[i][k % n];
        sia_status st = sia_sheet_parse(&sheet, SIA_STR("x"), (sia_str){ big, sizeof big }, f->a, NULL);
        assert_true(st == SIA_OK || st == SIA_ESYNTAX);
        sia_arena_reset(f->a);
    }
}

static void memory_that_runs_out_is_told(void **state)
{
    (void)state;
    for (size_t limit = 0; limit < 3000; limit += 50) {
        sia_arena *a = sia_arena_new(NULL, limit + 1);
        sia_sheet sheet;
        sia_status st = sia_sheet_parse(&sheet, SIA_STR("x"), SIA_STR("a,\"b\"\"\"\n1,2\n"), a, NULL);
        assert_true(st == SIA_OK || st == SIA_ENOMEM);
        sia_arena_free(a);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(tabs_semicolons_and_commas_part_cells, setup, teardown),
        cmocka_unit_test_setup_teardown(quotes_hold_delimiters_line_ends_and_quotes, setup, teardown),
        cmocka_unit_test_setup_teardown(quotes_that_hold_no_whole_cell_are_text, setup, teardown),
        cmocka_unit_test_setup_teardown(comments_blank_lines_and_blanks_around_cells_are_left_out, setup, teardown),
        cmocka_unit_test_setup_teardown(encodings_of_spreadsheets_are_read, setup, teardown),
        cmocka_unit_test_setup_teardown(rows_know_their_line, setup, teardown),
        cmocka_unit_test_setup_teardown(no_shape_of_bytes_is_slow, setup, teardown),
        cmocka_unit_test(memory_that_runs_out_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
