/* Helper programs: what the runner makes of their ends, and what a confined one cannot do. */
#define _GNU_SOURCE
#include <siasat/base.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <fcntl.h>
#include <unistd.h>
#include <cmocka.h>

static sia_str in;
static unsigned lacks;
static sia_err err;
static sia_arena *arena;
static char out[256];

static sia_status run(const char *act)
{
    const sia_helper h = { .path = SIA_BUILT_DATA "/tests/helper/probe", .job = act, .needs = "siasat", .seconds = 5, .most = 1 << 20 };
    sia_str got;
    sia_arena_reset(arena);
    lacks = 0;
    const sia_status st = sia_helper_run(&got, &lacks, &h, SIA_STR("berkas"), in, arena, &err);
    snprintf(out, sizeof out, "%.*s", st ? 0 : (int)(got.n < 200 ? got.n : 200), st ? "" : got.p);
    return st;
}

static int set_up(void **state)
{
    (void)state;
    arena = sia_arena_new(NULL, 0);
    in = SIA_STR("Strategi ofensif partai");
    return arena ? 0 : 1;
}

static int tear_down(void **state) { (void)state; sia_arena_free(arena); return 0; }

static void what_goes_in_comes_back(void **state)
{
    (void)state;
    assert_int_equal(run("echo"), SIA_OK);
    assert_string_equal(out, "Strategi ofensif partai");
}

static void a_long_input_goes_both_ways_at_once(void **state)
{
    (void)state;
    static char big[900000];
    memset(big, 'k', sizeof big);
    in = (sia_str){ big, sizeof big };
    sia_str got;
    const sia_helper h = { .path = SIA_BUILT_DATA "/tests/helper/probe", .job = "echo", .needs = "" };
    assert_int_equal(sia_helper_run(&got, &lacks, &h, SIA_STR("x"), in, arena, &err), SIA_OK);
    assert_true(sia_str_eq(got, in));
}

static void an_input_that_is_not_read_harms_nobody(void **state)
{
    (void)state;
    static char big[900000];
    in = (sia_str){ big, sizeof big };
    assert_int_equal(run("deaf"), SIA_OK);
    assert_string_equal(out, "selesai\n");
}

static void the_environment_holds_nothing_of_ours_and_no_descriptor_is_left(void **state)
{
    (void)state;
    const int fd = open("/dev/null", O_RDONLY);              /* without close-on-exec */
    assert_int_equal(setenv("RAHASIA", "1", 1), 0);
    assert_int_equal(run("environment"), SIA_OK);
    assert_string_equal(out, "LC_ALL=C\nOMP_NUM_THREADS=1\n");
#ifndef __SANITIZE_ADDRESS__
    assert_int_equal(run("descriptors"), SIA_OK);
    assert_true(!strcmp(out, "0\n") || !strcmp(out, "1021\n"));   /* 1021: even asking is refused */
#endif
    close(fd);
}

static void ends_are_named(void **state)
{
    (void)state;
    static const struct { const char *act; sia_msg msg; } ends[] = {
        { "crash", SIA_MSG_HELPER_CRASHED }, { "sulk", SIA_MSG_HELPER_CRASHED }, { "spin", SIA_MSG_HELPER_SLOW },
        { "flood", SIA_MSG_HELPER_MUCH }, { "refuse", SIA_MSG_IN_DEEP }, { "lie", SIA_MSG_HELPER_CRASHED },
    };
    for (size_t i = 0; i < SIA_COUNT_OF(ends); i++) {
        assert_int_not_equal(run(ends[i].act), SIA_OK);
        assert_int_equal(err.msg, ends[i].msg);
        assert_string_equal(err.where, "berkas");
    }
    assert_int_not_equal(run("refuse"), SIA_OK);
    assert_int_equal(err.line, 7);
    assert_int_equal(err.col, 3);
    assert_string_equal(err.arg, "100");
}

static void a_helper_that_only_waits_is_stopped_by_the_clock(void **state)
{
    (void)state;
    const sia_helper h = { .path = "/bin/sleep", .job = "1000", .needs = "", .seconds = 1 };
    sia_str got;
    assert_int_equal(sia_helper_run(&got, &lacks, &h, SIA_STR("x"), in, arena, &err), SIA_ELIMIT);
    assert_int_equal(err.msg, SIA_MSG_HELPER_SLOW);
}

static void a_missing_helper_is_named_with_what_to_install(void **state)
{
    (void)state;
    const sia_helper h = { .path = "/nonexistent/siasat-codebook", .job = "xml", .needs = "libexpat1" };
    sia_str got;
    char text[512];
    assert_int_equal(sia_helper_run(&got, &lacks, &h, SIA_STR("kode.ykd"), in, arena, &err), SIA_ETEXT);
    assert_int_equal(err.msg, SIA_MSG_HELPER_MISSING);
    assert_non_null(strstr(sia_err_text(&err, SIA_EN, text, sizeof text), "libexpat1"));
}

static void what_is_given_up_is_refused(void **state)
{
    (void)state;
    static const char *const acts[] = { "open", "make", "fork", "socket", "execute", "signal", "executable" };
    for (size_t i = 0; i < SIA_COUNT_OF(acts); i++) {
        assert_int_equal(run(acts[i]), SIA_OK);
        if (lacks & SIA_LACKS_SECCOMP) { printf("skipped: no seccomp here\n"); return; }
        if (strcmp(out, "EPERM\n")) fail_msg("%s: %s", acts[i], out);
    }
}

static void a_program_that_becomes_another_reaches_nothing_more(void **state)
{
    (void)state;
    static const char *const acts[] = { "running fork", "running socket", "running signal", "running open", "running make" };
    for (size_t i = 0; i < SIA_COUNT_OF(acts); i++) {
        assert_int_equal(run(acts[i]), SIA_OK);
        if (lacks) { printf("skipped: not all layers are here\n"); return; }
        if (strcmp(out, "EPERM\n") && strcmp(out, "EACCES\n")) fail_msg("%s: %s", acts[i], out);
    }
}

static void memory_is_bounded(void **state)
{
    (void)state;
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    printf("skipped: a sanitizer needs all of the address space\n");
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
    printf("skipped: a sanitizer needs all of the address space\n");
#endif
#else
    assert_int_equal(run("memory"), SIA_OK);
    assert_string_equal(out, "bounded\n");
#endif
}

static void a_missing_layer_is_told(void **state)
{
    (void)state;
    assert_int_equal(run("lacks"), SIA_OK);
    assert_true(lacks & SIA_LACKS_LANDLOCK);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_goes_in_comes_back, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_long_input_goes_both_ways_at_once, set_up, tear_down),
        cmocka_unit_test_setup_teardown(an_input_that_is_not_read_harms_nobody, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_environment_holds_nothing_of_ours_and_no_descriptor_is_left, set_up, tear_down),
        cmocka_unit_test_setup_teardown(ends_are_named, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_helper_that_only_waits_is_stopped_by_the_clock, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_missing_helper_is_named_with_what_to_install, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_is_given_up_is_refused, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_program_that_becomes_another_reaches_nothing_more, set_up, tear_down),
        cmocka_unit_test_setup_teardown(memory_is_bounded, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_missing_layer_is_told, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
