/* Stop lists: one word a line, reasons behind #, and errors that name their place. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <siasat/text.h>

static int make_arena(void **state) { return (*state = sia_arena_new(NULL, 0)) ? 0 : -1; }

static int free_arena(void **state)
{
    sia_arena_free(*state);
    return 0;
}

static sia_stops *parsed(sia_arena *a, sia_str bytes)
{
    sia_stops *s = NULL;
    sia_err err;
    assert_int_equal(sia_stops_parse(&s, SIA_STR("id.txt"), bytes, a, &err), SIA_OK);
    return s;
}

static void words_comments_and_blank_lines(void **state)
{
    const sia_stops *s = parsed(*state, SIA_STR("# kata tugas\n\nyang\r\n  Dan\t# huruf besar\nadalah"));
    assert_true(sia_stops_has(s, SIA_STR("yang")));
    assert_true(sia_stops_has(s, SIA_STR("dan")));
    assert_true(sia_stops_has(s, SIA_STR("adalah")));
    assert_false(sia_stops_has(s, SIA_STR("Dan")));         /* what is asked for is folded */
    assert_false(sia_stops_has(s, SIA_STR("kata")));
    assert_false(sia_stops_has(s, SIA_STR("")));
}

static void any_encoding_is_read(void **state)
{
    const sia_stops *marked = parsed(*state, SIA_STR("\xEF\xBB\xBFyang\ndan\n"));
    assert_true(sia_stops_has(marked, SIA_STR("yang")));
    const sia_stops *wide = parsed(*state, SIA_STR("\xFF\xFEy\0a\0n\0g\0\n\0d\0i\0"));
    assert_true(sia_stops_has(wide, SIA_STR("yang")));
    assert_true(sia_stops_has(wide, SIA_STR("di")));
}

static void an_empty_list_holds_nothing(void **state)
{
    assert_false(sia_stops_has(parsed(*state, SIA_STR("")), SIA_STR("yang")));
}

static void two_words_on_a_line_are_an_error(void **state)
{
    sia_stops *s = NULL;
    sia_err err;
    assert_int_equal(sia_stops_parse(&s, SIA_STR("id.txt"), SIA_STR("yang\noleh karena\n"), *state, &err), SIA_ESYNTAX);
    char text[256];
    assert_string_equal(sia_err_text(&err, SIA_EN, text, sizeof text),
                        "id.txt:2:5: one word a line is wanted, not 'oleh karena'");
    assert_null(s);
}

static void no_text_is_refused(void **state)
{
    sia_stops *s = NULL;
    sia_err err;
    assert_int_equal(sia_stops_parse(&s, SIA_STR("id.txt"), SIA_STR("%PDF-1.4 ..."), *state, &err), SIA_ETEXT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(words_comments_and_blank_lines, make_arena, free_arena),
        cmocka_unit_test_setup_teardown(any_encoding_is_read, make_arena, free_arena),
        cmocka_unit_test_setup_teardown(an_empty_list_holds_nothing, make_arena, free_arena),
        cmocka_unit_test_setup_teardown(two_words_on_a_line_are_an_error, make_arena, free_arena),
        cmocka_unit_test_setup_teardown(no_text_is_refused, make_arena, free_arena),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
