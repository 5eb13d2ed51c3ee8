/* Helper programs that are kept: what they give is what one started for each document gives, and nothing passes from one to the next. */
#define _GNU_SOURCE
#include <siasat/base.h>
#include <pthread.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cmocka.h>

#define PROBE SIA_BUILT_DATA "/tests/helper/probe"
enum { DOCUMENTS = 50, CRASHES = 10, THREADS = 4 };

static sia_helpers *helpers;
static sia_arena *arena;
static unsigned lacks;
static sia_err err;
static char out[256];

static sia_status run_at(const char *path, const char *job, sia_helpers *kept, unsigned seconds)
{
    const sia_helper h = { .path = path, .job = job, .needs = "siasat", .seconds = seconds, .most = 1 << 20, .kept = kept };
    sia_str got;
    sia_arena_reset(arena);
    lacks = 0;
    err = (sia_err){ 0 };
    const sia_status st = sia_helper_run(&got, &lacks, &h, SIA_STR("berkas"), SIA_STR("Strategi ofensif"), arena, &err);
    snprintf(out, sizeof out, "%.*s", st ? 0 : (int)(got.n < 200 ? got.n : 200), st ? "" : got.p);
    return st;
}

static sia_status run(const char *job) { return run_at(PROBE, job, helpers, 5); }

static int set_up(void **state)
{
    (void)state;
    arena = sia_arena_new(NULL, 0);
    helpers = sia_helpers_new();
    return arena && helpers ? 0 : 1;
}

static int tear_down(void **state)
{
    (void)state;
    sia_helpers_free(helpers);
    sia_arena_free(arena);
    return 0;
}

/* The process that the document's own is made by: the program that is kept, else this one. */
static long parent(void)
{
    assert_int_equal(run("parent"), SIA_OK);
    return strtol(out, NULL, 10);
}

static void skip_where_none_is_kept(void)
{
#ifndef __linux__
    print_message("skipped: programs are kept on Linux\n");
    skip();
#endif
}

static void fifty_documents_are_read_by_one_program_as_by_fifty(void **state)
{
    (void)state;
    skip_where_none_is_kept();
    const long first = parent();
    assert_int_not_equal(first, getpid());
    for (int i = 0; i < DOCUMENTS; i++) {
        assert_int_equal(run("echo"), SIA_OK);
        assert_string_equal(out, "Strategi ofensif");
        assert_int_equal(run("count"), SIA_OK);              /* of the documents before it, it knows nothing */
        assert_string_equal(out, "1\n");
        assert_int_equal(parent(), first);
    }
}

static void a_crash_reaches_no_other_document(void **state)
{
    (void)state;
    skip_where_none_is_kept();
    const long first = parent();
    for (int i = 1; i <= DOCUMENTS; i++) {
        if (i % CRASHES) { assert_int_equal(run("echo"), SIA_OK); assert_string_equal(out, "Strategi ofensif"); continue; }
        assert_int_not_equal(run("crash"), SIA_OK);
        assert_int_equal(err.msg, SIA_MSG_HELPER_CRASHED);
    }
    assert_int_not_equal(parent(), first);                   /* what it took to crash is not to be tried out */
}

/* Each end, by a kept program and by one of its own, is told in the same words. */
static void ends_are_named_as_ever(void **state)
{
    (void)state;
    static const char *const acts[] = { "crash", "sulk", "spin", "flood", "refuse", "lie", "deaf", "lacks", "unheard-of" };
    for (size_t i = 0; i < SIA_COUNT_OF(acts); i++) {
        const sia_status alone = run_at(PROBE, acts[i], NULL, 5);
        const sia_err was = err;
        const unsigned lacked = lacks;
        assert_int_equal(run(acts[i]), alone);
        assert_int_equal(err.msg, was.msg);
        assert_string_equal(err.where, was.where);
        assert_string_equal(err.arg, was.arg);
        assert_int_equal(err.line, was.line);
        assert_int_equal(lacks, lacked);
        assert_int_equal(run("echo"), SIA_OK);
    }
}

static void what_is_given_up_is_refused(void **state)
{
    (void)state;
    static const char *const acts[] = { "open", "make", "fork", "socket", "execute", "signal", "executable" };
    for (size_t i = 0; i < SIA_COUNT_OF(acts); i++) {
        assert_int_equal(run(acts[i]), SIA_OK);
        if (lacks & SIA_LACKS_SECCOMP) { print_message("skipped: no seccomp here\n"); skip(); }
        if (strcmp(out, "EPERM\n")) fail_msg("%s: %s", acts[i], out);
    }
}

static void no_descriptor_and_little_environment_is_left(void **state)
{
    (void)state;
    skip_where_none_is_kept();
    const int fd = open("/dev/null", O_RDONLY);              /* without close-on-exec */
    assert_int_equal(run("environment"), SIA_OK);
    assert_string_equal(out, "LC_ALL=C\nOMP_NUM_THREADS=1\nLD_BIND_NOW=1\n");
#ifndef __SANITIZE_ADDRESS__
    assert_int_equal(run("descriptors"), SIA_OK);
    assert_true(!strcmp(out, "0\n") || !strcmp(out, "1021\n"));   /* 1021: even asking is refused */
#endif
    close(fd);
}

/* ---- the clock ------------------------------------------------------------------------------------------------------- */

static bool is_there(long pid) { return !kill((pid_t)pid, 0); }

/* Gone, or dead and nobody's: who is process 1 here need not wait for it. */
static bool ends_soon(long pid)
{
    char path[64], stat[256] = "";
    snprintf(path, sizeof path, "/proc/%ld/stat", pid);
    for (int i = 0; i < 500 && is_there(pid); i++) {
        FILE *f = fopen(path, "r");
        const bool dead = f && fgets(stat, sizeof stat, f) && strstr(stat, ") Z ");
        if (f) fclose(f);
        if (dead) return true;
        usleep(10000);
    }
    return !is_there(pid);
}

static void one_that_hangs_is_stopped_by_the_clock(void **state)
{
    (void)state;
    const long first = parent();
    assert_int_equal(run_at(PROBE, "hang", helpers, 1), SIA_ELIMIT);
    assert_int_equal(err.msg, SIA_MSG_HELPER_SLOW);
    assert_int_not_equal(parent(), first);
    assert_int_equal(run("echo"), SIA_OK);
}

/* ---- the end --------------------------------------------------------------------------------------------------------- */

static void programs_end_with_what_keeps_them(void **state)
{
    (void)state;
    skip_where_none_is_kept();
    sia_helpers *mine = sia_helpers_new();
    assert_int_equal(run_at(PROBE, "parent", mine, 5), SIA_OK);
    const long program = strtol(out, NULL, 10);
    assert_true(is_there(program));
    sia_helpers_free(mine);
    assert_false(is_there(program));
}

/* A caller that is killed while one of its programs waits and another reads: all of them end. */
static void programs_end_when_the_caller_is_killed(void **state)
{
    (void)state;
    skip_where_none_is_kept();
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    const pid_t caller = fork();
    if (!caller) {
        const long program = run("parent") ? 0 : strtol(out, NULL, 10);
        if (write(ends[1], &program, sizeof program) != (ssize_t)sizeof program) _exit(1);
        (void)!run_at(PROBE, "hang", helpers, 600);
        _exit(0);
    }
    long program = 0;
    assert_int_equal(read(ends[0], &program, sizeof program), sizeof program);
    assert_true(program && is_there(program));
    usleep(200000);                                          /* it is reading by now */
    kill(caller, SIGKILL);
    waitpid(caller, NULL, 0);
    assert_true(ends_soon(program));
    close(ends[0]);
    close(ends[1]);
}

/* ---- where none can be kept ------------------------------------------------------------------------------------------ */

static void a_process_that_cannot_be_made_costs_no_document(void **state)
{
    (void)state;
    for (int i = 0; i < 3; i++) {
        assert_int_equal(run_at(SIA_BUILT_DATA "/tests/helper/unforked", "", helpers, 5), SIA_OK);
        assert_string_equal(out, "Strategi ofensif");
    }
    assert_int_equal(parent(), getpid());                    /* and no more are kept */
}

static void a_program_that_does_not_wait_costs_no_document(void **state)
{
    (void)state;
    assert_int_equal(run_at("/bin/cat", "-", helpers, 5), SIA_OK);     /* cat knows no --kept */
    assert_string_equal(out, "Strategi ofensif");
}

static void a_missing_program_is_named_as_ever(void **state)
{
    (void)state;
    assert_int_equal(run_at("/nonexistent/siasat-pdf", "", helpers, 5), SIA_ETEXT);
    assert_int_equal(err.msg, SIA_MSG_HELPER_MISSING);
}

/* As many descriptors as the pipes take, and none for a socket: which ones are free is not ours to say. */
static void a_socket_that_cannot_be_had_costs_no_document(void **state)
{
    (void)state;
    enum { PIPES_TAKE = 6 };
    struct rlimit was;
    int fd[PIPES_TAKE];
    for (int i = 0; i < PIPES_TAKE; i++) assert_true((fd[i] = open("/dev/null", O_RDONLY)) >= 0);
    for (int i = 0; i < PIPES_TAKE; i++) close(fd[i]);
    getrlimit(RLIMIT_NOFILE, &was);
    setrlimit(RLIMIT_NOFILE, &(struct rlimit){ (rlim_t)fd[PIPES_TAKE - 1] + 1, was.rlim_max });
    const sia_status st = run("parent");
    setrlimit(RLIMIT_NOFILE, &was);
    assert_int_equal(st, SIA_OK);
    assert_int_equal(strtol(out, NULL, 10), getpid());
}

static void a_program_that_was_killed_costs_no_document(void **state)
{
    (void)state;
    skip_where_none_is_kept();
    kill((pid_t)parent(), SIGKILL);
    assert_int_equal(run("echo"), SIA_OK);
    assert_string_equal(out, "Strategi ofensif");
}

static void a_job_that_is_too_long_to_be_told_costs_no_document(void **state)
{
    (void)state;
    char job[2000] = "";
    memset(job, ' ', sizeof job - 1);
    assert_int_equal(run_at("/bin/cat", "-", NULL, 5), SIA_OK);
    assert_int_equal(run(job), run_at(PROBE, job, NULL, 5));
}

/* ---- threads --------------------------------------------------------------------------------------------------------- */

static void *read_many(void *bad)
{
    sia_arena *a = sia_arena_new(NULL, 0);
    for (int i = 0; a && i < DOCUMENTS; i++) {
        const sia_helper h = { .path = PROBE, .job = i % CRASHES == 9 ? "crash" : "echo", .needs = "", .seconds = 20, .kept = helpers };
        sia_str got = SIA_STR("");
        sia_err e;
        unsigned none = 0;
        const sia_status st = sia_helper_run(&got, &none, &h, SIA_STR("x"), SIA_STR("Partai"), a, &e);
        if (i % CRASHES == 9 ? e.msg != SIA_MSG_HELPER_CRASHED : st || !sia_str_eq(got, SIA_STR("Partai"))) ++*(int *)bad;
    }
    sia_arena_free(a);
    return a ? NULL : bad;
}

static void threads_share_what_is_kept(void **state)
{
    (void)state;
    pthread_t thread[THREADS];
    int bad[THREADS] = { 0 };
    for (int i = 0; i < THREADS; i++) assert_int_equal(pthread_create(&thread[i], NULL, read_many, &bad[i]), 0);
    for (int i = 0; i < THREADS; i++) {
        void *failed;
        pthread_join(thread[i], &failed);
        assert_null(failed);
        assert_int_equal(bad[i], 0);
    }
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)
int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(fifty_documents_are_read_by_one_program_as_by_fifty), TEST(a_crash_reaches_no_other_document), TEST(ends_are_named_as_ever),
        TEST(what_is_given_up_is_refused), TEST(no_descriptor_and_little_environment_is_left), TEST(one_that_hangs_is_stopped_by_the_clock),
        TEST(programs_end_with_what_keeps_them), TEST(programs_end_when_the_caller_is_killed), TEST(a_process_that_cannot_be_made_costs_no_document),
        TEST(a_program_that_does_not_wait_costs_no_document), TEST(a_missing_program_is_named_as_ever),
        TEST(a_socket_that_cannot_be_had_costs_no_document), TEST(a_program_that_was_killed_costs_no_document),
        TEST(a_job_that_is_too_long_to_be_told_costs_no_document), TEST(threads_share_what_is_kept),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
