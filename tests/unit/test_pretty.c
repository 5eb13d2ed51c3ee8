/* The table for a terminal: it fits, it aligns, and nothing in it drives the terminal. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include "paper.h"
#include <utf8proc.h>

static const sia_col concordance[] = {
    { "hit", SIA_TEXT, "", { "Hit", "Temuan" }, { "", "" }, "", "", SIA_COL_SIDE },
    { "doc", SIA_TEXT, "", { "Document", "Dokumen" }, { "", "" }, "", "", SIA_COL_TAIL },
    { "sentence", SIA_COUNT, "", { "Sentence", "Kalimat" }, { "", "" }, "", "", SIA_COL_SIDE },
    { "left", SIA_TEXT, "", { "Left", "Kiri" }, { "", "" }, "", "", SIA_COL_TAIL | SIA_COL_RIGHT },
    { "match", SIA_TEXT, "", { "Match", "Cocok" }, { "", "" }, "", "", SIA_COL_MARK },
    { "right", SIA_TEXT, "", { "Right", "Kanan" }, { "", "" }, "", "", 0 },
};

static void put_line(sia_table *t, uint64_t i)
{
    sia_put_text(t, SIA_STR("3f9a2c71"));
    sia_put_text(t, i & 1 ? SIA_STR("skripsi/rina/bab4.txt") : SIA_STR("bab1.txt"));
    sia_put_count(t, i);
    sia_put_text(t, i & 1 ? SIA_STR("calon itu turun dari rumah ke rumah menemui") : SIA_STR("Para"));
    sia_put_text(t, SIA_STR("pemilih pemula"));
    sia_put_text(t, SIA_STR("di kampung-kampung, lalu berdialog"));
}

static char *lines(uint32_t width, uint64_t rows)
{
    sia_table_options o = options(SIA_TABLE, SIA_RFC4180);
    o.width = width;
    open_table *x = begin(o, concordance, 6);
    for (uint64_t i = 0; i < rows; i++) put_line(x->t, i);
    return finish(x);
}

static void a_concordance_meets_in_the_middle(void **state)
{
    (void)state;
    char *got = lines(80, 2);
    assert_string_equal(got,
        "doc                                   left  match           right\n"
        "--------------------  --------------------  --------------  --------------------\n"
        "bab1.txt                              Para  pemilih pemula  di kampung-kampung,\xE2\x80\xA6\n"
        "\xE2\x80\xA6ripsi/rina/bab4.txt  \xE2\x80\xA6"
        "ah ke rumah menemui  pemilih pemula  di kampung-kampung,\xE2\x80\xA6\n"
        "the same in all rows: hit 3f9a2c71\n"
        "not shown, the window is too narrow: sentence\n");
    free(got);
}

/* Two columns do not fit: the one that says the same in all rows goes, and is told below. */
static void what_is_the_same_in_all_rows_is_told_once(void **state)
{
    (void)state;
    static const sia_col cols[] = {
        { "group", SIA_TEXT, "", { "", "" }, { "", "" }, "", "", 0 }, { "item", SIA_TEXT, "", { "", "" }, { "", "" }, "", "", 0 },
        { "count", SIA_COUNT, "", { "", "" }, { "", "" }, "", "", 0 },
    };
    for (uint32_t rows = 1; rows <= 600; rows = rows == 1 ? 3 : rows * 200) {
        sia_table_options o = options(SIA_TABLE, SIA_RFC4180);
        o.width = 22;
        open_table *x = begin(o, cols, 3);
        for (uint32_t i = 0; i < rows; i++) {
            sia_put_text(x->t, SIA_STR("seluruh korpus"));
            sia_put_text(x->t, i & 1 ? SIA_STR("strategi ofensif") : SIA_STR("strategi defensif"));
            sia_put_count(x->t, 12 + i);
        }
        char *got = finish(x);
        const bool told = strstr(got, "\nthe same in all rows: group seluruh korpus\n") != NULL;
        assert_int_equal(told, rows == 3);                   /* one row has nothing beside it; of 600 the last are not known yet */
        if (told) assert_non_null(strstr(got, "strategi de"));
        free(got);
    }
}

static void colour_is_for_heads_and_what_a_row_is_about(void **state)
{
    (void)state;
    sia_table_options o = options(SIA_TABLE, SIA_RFC4180);
    o.width = 80;
    o.colour = true;
    open_table *x = begin(o, concordance, 6);
    put_line(x->t, 0);
    put_line(x->t, 1);
    char *got = finish(x);
    assert_non_null(strstr(got, "\33[1mdoc\33[0m"));
    assert_non_null(strstr(got, "\33[1;31m  pemilih pemula\33[0m  di kampung"));
    free(got);
    got = lines(80, 2);
    assert_null(strchr(got, '\33'));
    free(got);
}

/* Cells of a terminal, taken independently of the writer. */
static uint32_t cells_of(const char *p, size_t n)
{
    uint32_t sum = 0, len;
    for (size_t i = 0; i < n; i += len) {
        int w = utf8proc_charwidth(sia_utf8_at(p + i, &len));
        if (w > 0) sum += (uint32_t)w;
    }
    return sum;
}

static void every_line_fits_the_terminal(void **state)
{
    (void)state;
    for (uint32_t width = 44; width < 200; width++) {
        char *got = lines(width, 12);
        for (const char *p = got; *p && strncmp(p, "not shown", 9) && strncmp(p, "the same", 8); p += strcspn(p, "\n") + 1) {
            size_t n = strcspn(p, "\n");
            assert_true(cells_of(p, n) <= width);
            assert_true(!n || p[n - 1] != ' ');
        }
        free(got);
    }
}

static void room_is_not_wasted(void **state)
{
    (void)state;
    char *got = lines(0, 2);
    assert_null(strstr(got, "\xE2\x80\xA6"));
    assert_non_null(strstr(got, "calon itu turun dari rumah ke rumah menemui  pemilih pemula  di kampung"));
    free(got);
    got = lines(80, 2);
    assert_true(cells_of(strchr(got, '\n') + 1, strcspn(strchr(got, '\n') + 1, "\n")) > 80 - 6);
    free(got);
}

static void a_column_left_out_is_named_in_the_language_asked_for(void **state)
{
    (void)state;
    sia_table_options o = options(SIA_TABLE, SIA_RFC4180);
    o.width = 60;
    o.lang = SIA_ID;
    o.titles = SIA_ID;
    open_table *x = begin(o, concordance, 6);
    put_line(x->t, 1);
    char *got = finish(x);
    assert_null(strstr(got, "3f9a2c71"));
    assert_non_null(strstr(got, "\ntidak ditampilkan, jendela terlalu sempit: "));
    assert_non_null(strstr(got, "Temuan"));
    free(got);
}

static void shortening_keeps_the_telling_end(void **state)
{
    (void)state;
    char *got = lines(60, 2);
    assert_non_null(strstr(got, "bab4.txt"));                /* the end of a path */
    assert_non_null(strstr(got, "menemui  pemilih"));        /* the words next to the match */
    assert_non_null(strstr(got, "di kampung"));
    free(got);
}

static void rows_go_on_when_widths_are_settled(void **state)
{
    (void)state;
    char *got = lines(100, 3000);
    size_t n = 0;
    for (const char *p = got; (p = strchr(p, '\n')) != NULL; p++) n++;
    assert_true(n >= 3002 && n <= 3003);
    free(got);
}

static void numbers_are_never_shortened(void **state)
{
    (void)state;
    sia_table_options o = options(SIA_TABLE, SIA_RFC4180);
    o.width = 10;
    open_table *x = begin(o, two, 2);
    for (int i = 0; i < 600; i++) {
        sia_put_text(x->t, SIA_STR("strategi ofensif"));
        sia_put_count(x->t, i < 550 ? 1 : UINT64_MAX);
    }
    char *got = finish(x);
    assert_non_null(strstr(got, "18446744073709551615\n"));
    assert_null(strstr(got, "ofensif"));
    free(got);
}

/* One cell as it stands in the first row. */
static void shown(sia_str s, uint32_t width, char *to, size_t cap)
{
    sia_table_options o = options(SIA_TABLE, SIA_RFC4180);
    o.width = width;
    o.header = false;
    open_table *x = begin(o, two, 1);
    sia_put_text(x->t, s);
    char *got = finish(x);
    snprintf(to, cap, "%s", got);
    free(got);
}

static void nothing_drives_the_terminal(void **state)
{
    (void)state;
    char got[256];
    shown(SIA_STR("a\x1B[2Jb\x07\x7F\xC2\x9B\xE2\x80\xAE" "c\r\nd\te\0f\xFF"), 0, got, sizeof got);
    assert_string_equal(got, "a?[2Jb????c  d ef\xEF\xBF\xBD\n");
}

static void wide_letters_are_measured_in_cells(void **state)
{
    (void)state;
    char got[256];
    shown(SIA_STR("\xE9\x81\xB8\xE6\x8C\x99\xE6\x88\xA6"), 6, got, sizeof got);      /* three letters, six cells */
    assert_string_equal(got, "\xE9\x81\xB8\xE6\x8C\x99\xE6\x88\xA6\n");
    shown(SIA_STR("\xE9\x81\xB8\xE6\x8C\x99\xE6\x88\xA6"), 5, got, sizeof got);
    assert_string_equal(got, "\xE9\x81\xB8\xE6\x8C\x99\xE2\x80\xA6\n");
    shown(SIA_STR("e\xCC\x81" "e\xCC\x81" "e\xCC\x81"), 4, got, sizeof got);         /* marks take no room */
    assert_string_equal(got, "e\xCC\x81" "e\xCC\x81" "e\xCC\x81\n");
}

static void any_text_in_any_width_fits_or_is_at_its_floor(void **state)
{
    (void)state;
    static const char *const bits[] = {
        "a", " ", "\xE9\x81\xB8", "\xCC\x81", "\xF0\x9F\x97\xB3", "\n", "\xD7\x90", "\x1B",
    };
    for (int round = 0; round < 4000; round++) {
        char s[256], got[512];
        size_t n = 0;
        for (uint64_t k = rolled() % 40; k; k--) {
            const char *b = bits[rolled() % SIA_COUNT_OF(bits)];
            memcpy(s + n, b, strlen(b));
            n += strlen(b);
        }
        uint32_t width = 4 + (uint32_t)(rolled() % 30);
        shown((sia_str){ s, n }, width, got, sizeof got);
        assert_true(cells_of(got, strlen(got) - 1) <= width);
        assert_true(sia_utf8_valid(sia_str_of(got)));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_concordance_meets_in_the_middle), cmocka_unit_test(what_is_the_same_in_all_rows_is_told_once),
        cmocka_unit_test(colour_is_for_heads_and_what_a_row_is_about),
        cmocka_unit_test(every_line_fits_the_terminal),
        cmocka_unit_test(room_is_not_wasted),
        cmocka_unit_test(a_column_left_out_is_named_in_the_language_asked_for),
        cmocka_unit_test(shortening_keeps_the_telling_end),
        cmocka_unit_test(rows_go_on_when_widths_are_settled),
        cmocka_unit_test(numbers_are_never_shortened),
        cmocka_unit_test(nothing_drives_the_terminal),
        cmocka_unit_test(wide_letters_are_measured_in_cells),
        cmocka_unit_test(any_text_in_any_width_fits_or_is_at_its_floor),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
