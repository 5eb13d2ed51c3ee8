/* Errors: what is told, where, and that telling it is safe. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <siasat/base.h>
#include <errno.h>

static const char *said(const sia_err *e, sia_lang lang)
{
    static char buf[1024];
    return sia_err_text(e, lang, buf, sizeof buf);
}

static void an_error_says_place_cause_and_reason(void **state)
{
    (void)state;
    sia_err e;
    assert_int_equal(sia_fail(&e, SIA_MSG_OPEN, ENOENT, SIA_STR("bab4.txt"), "%s", ""), SIA_EIO);
    assert_string_equal(said(&e, SIA_EN), "bab4.txt: cannot open: No such file or directory");
    assert_string_equal(said(&e, SIA_ID), "bab4.txt: tidak dapat dibuka: berkas atau folder tidak ada");
}

static void a_place_has_line_and_column(void **state)
{
    (void)state;
    sia_err e;
    assert_int_equal(sia_fail_at(&e, SIA_MSG_NOMEM, SIA_STR("kode.tsv"), 12, 9, "%s", ""), SIA_ENOMEM);
    assert_string_equal(said(&e, SIA_EN), "kode.tsv:12:9: out of memory");
    (void)sia_fail_at(&e, SIA_MSG_NOMEM, SIA_STR("kode.tsv"), 12, 0, "%s", "");
    assert_string_equal(said(&e, SIA_EN), "kode.tsv:12: out of memory");
}

static void a_caller_may_not_care(void **state)
{
    (void)state;
    assert_int_equal(sia_fail(NULL, SIA_MSG_WRITE, ENOSPC, SIA_STR("x"), "%s", ""), SIA_EIO);
    assert_int_equal(sia_fail_at(NULL, SIA_MSG_TOO_LONG, SIA_STR("x"), 1, 1, "%s", ""), SIA_ELIMIT);
}

static void a_long_path_keeps_its_tail(void **state)
{
    (void)state;
    char path[3000];
    sia_err e;
    memset(path, 'd', sizeof path);
    memcpy(path + sizeof path - 10, "/bab4.txt", 10);
    (void)sia_fail(&e, SIA_MSG_OPEN, 0, sia_str_of(path), "%s", path + 2000);
    assert_int_equal(strlen(e.where), sizeof e.where - 1);
    assert_string_equal(e.where + sizeof e.where - 10, "/bab4.txt");
    assert_memory_equal(e.where, "...", 3);
    assert_true(strlen(said(&e, SIA_EN)) < 1024);
}

static void a_hostile_name_cannot_drive_a_terminal(void **state)
{
    (void)state;
    sia_err e;
    (void)sia_fail(&e, SIA_MSG_OPEN, 0, SIA_STR("\x1B[2J\xFF\xC2\x9B\xE2\x80\xAE\x7F\r\n" "caf\xC3\xA9"), "%s", "");
    for (const char *p = said(&e, SIA_EN); *p; p++) assert_true((unsigned char)*p >= 0x20 && *p != 0x7F);
    assert_null(strstr(said(&e, SIA_EN), "\xC2\x9B"));
    assert_null(strstr(said(&e, SIA_EN), "\xE2\x80\xAE"));
    assert_non_null(strstr(said(&e, SIA_EN), "caf\xC3\xA9"));
    assert_true(sia_utf8_valid(sia_str_of(said(&e, SIA_EN))));
}

static void a_file_name_keeps_its_dots_and_dashes(void **state)
{
    (void)state;
    sia_err e;
    (void)sia_fail(&e, SIA_MSG_OPEN, 0, SIA_STR("a\xE2\x80\xA6\xE2\x80\x93" "b"), "%s", "");
    assert_non_null(strstr(said(&e, SIA_EN), "a\xE2\x80\xA6\xE2\x80\x93" "b"));
}

static void any_room_is_enough(void **state)
{
    (void)state;
    sia_err e;
    char buf[64];
    (void)sia_fail(&e, SIA_MSG_OPEN, ENOENT, SIA_STR("b\xC3\xA0\xC3\xA0\xC3\xA0" "b4.txt"), "%s", "");
    for (size_t cap = 1; cap <= sizeof buf; cap++) {
        memset(buf, 'x', sizeof buf);
        (void)sia_err_text(&e, SIA_EN, buf, cap);
        assert_true(strlen(buf) < cap);
        assert_true(sia_utf8_valid(sia_str_of(buf)));
    }
}

/* Every message in both languages: one clause, no full stop, the same slots. */
static void every_word_is_there_in_both_languages(void **state)
{
    (void)state;
    for (int m = 1; m < SIA_MSG_COUNT; m++) {
        const char *en = sia_word((sia_msg)m, SIA_EN), *id = sia_word((sia_msg)m, SIA_ID);
        assert_true(*en && *id);
        assert_true(sia_utf8_valid(sia_str_of(en)) && sia_utf8_valid(sia_str_of(id)));
        const char *x = strstr(en, "%s"), *y = strstr(id, "%s");
        if (!x != !y) fail_msg("one has a slot, the other not: %s | %s", en, id);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_error_says_place_cause_and_reason),
        cmocka_unit_test(a_place_has_line_and_column),
        cmocka_unit_test(a_caller_may_not_care),
        cmocka_unit_test(a_long_path_keeps_its_tail),
        cmocka_unit_test(a_hostile_name_cannot_drive_a_terminal),
        cmocka_unit_test(a_file_name_keeps_its_dots_and_dashes),
        cmocka_unit_test(any_room_is_enough),
        cmocka_unit_test(every_word_is_there_in_both_languages),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
