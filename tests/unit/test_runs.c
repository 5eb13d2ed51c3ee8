/* Sorted runs: the same records in the same order however little memory there is; a disk that lets us down is told. */
#define _POSIX_C_SOURCE 200809L
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include "../../src/cli/runs.h"
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>

enum { MANY = 30000 };

static sia_keyed record(uint32_t i) { return (sia_keyed){ i * 2654435761u % 5000, i * 40503u % 7 }; }

static int by_both(const void *x, const void *y)
{
    const sia_keyed *a = x, *b = y;
    if (a->key != b->key) return a->key < b->key ? -1 : 1;
    return (a->with > b->with) - (a->with < b->with);
}

/* What must come out: sorted by comparing, like keys added up by hand. */
static size_t expected(sia_keyed *v, bool sums)
{
    size_t n = 0;
    for (uint32_t i = 0; i < MANY; i++) v[i] = record(i);
    qsort(v, MANY, sizeof *v, by_both);
    if (!sums) return MANY;
    for (size_t i = 0; i < MANY; i++)
        if (n && v[n - 1].key == v[i].key) v[n - 1].with += v[i].with; else v[n++] = v[i];
    return n;
}

static runs *filled(size_t memory, unsigned bags, bool sums)
{
    runs *r;
    assert_int_equal(runs_open(&r, memory, bags, sums, NULL), SIA_OK);
    for (uint32_t i = 0; i < MANY; i++) runs_put(r, i % bags, record(i).key, record(i).with);
    for (unsigned k = 0; k < bags; k++) assert_int_equal(runs_ok(r, k, NULL), SIA_OK);
    return r;
}

static void any_memory_gives_the_same(void **state)
{
    static const size_t memory[] = { 1, 40000, 200000, 1 << 24 };
    static sia_keyed want[MANY];
    (void)state;
    for (int sums = 0; sums < 2; sums++)
        for (size_t m = 0; m < SIA_COUNT_OF(memory); m++)
            for (unsigned bags = 1; bags < 4; bags += 2) {
                const size_t n = expected(want, sums);
                runs *r = filled(memory[m], bags, sums);
                sia_keyed x;
                for (int again = 0; again < 2; again++) {
                    size_t i = 0;
                    assert_int_equal(runs_read(r, NULL), SIA_OK);
                    for (; runs_next(r, &x); i++) assert_true(i < n && x.key == want[i].key && x.with == want[i].with);
                    assert_int_equal(i, n);
                    assert_int_equal(runs_done(r, NULL), SIA_OK);
                }
                assert_true((runs_written(r) == 0) == (memory[m] == 1 << 24));
                runs_close(r);
            }
}

static bool turn_round(void *ctx, sia_keyed *v, size_t n)
{
    for (size_t i = 0; i < n; i++) v[i].key = 9999 - v[i].key;
    *(size_t *)ctx += n;
    return true;
}

static void each_record_is_renumbered_once(void **state)
{
    (void)state;
    size_t met = 0, n = 0;
    runs *r;
    sia_keyed x;
    assert_int_equal(runs_open(&r, 40000, 1, true, NULL), SIA_OK);
    runs_renumbers(r, 0, turn_round, &met);
    for (uint32_t i = 0; i < MANY; i++) runs_put(r, 0, i % 3000, 1);
    for (int again = 0; again < 2; again++) {
        assert_int_equal(runs_read(r, NULL), SIA_OK);
        for (n = 0; runs_next(r, &x); n++) assert_true(x.key == 7000 + n && x.with == 10);
        assert_int_equal(n, 3000);
    }
    assert_int_equal(met, MANY);
    runs_close(r);
}

static void nothing_put_is_nothing_read(void **state)
{
    (void)state;
    runs *r;
    sia_keyed x;
    assert_int_equal(runs_open(&r, 1, 2, true, NULL), SIA_OK);
    assert_int_equal(runs_read(r, NULL), SIA_OK);
    assert_false(runs_next(r, &x));
    assert_int_equal(runs_done(r, NULL), SIA_OK);
    runs_close(r);
    runs_close(NULL);
}

static sia_status fails_with(sia_err *err)
{
    runs *r;
    assert_int_equal(runs_open(&r, 40000, 1, false, NULL), SIA_OK);
    for (uint32_t i = 0; i < MANY; i++) runs_put(r, 0, i, i);
    const sia_status st = runs_ok(r, 0, err);
    assert_int_equal(runs_read(r, NULL), st);
    runs_close(r);
    return st;
}

/* A limit of file size cuts a write short, and then refuses the rest: as a full disk does. */
static void a_disk_that_is_full_is_told(void **state)
{
    (void)state;
    sia_err err;
    struct rlimit was, small;
    signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &was), 0);
    small = (struct rlimit){ 30000, was.rlim_max };
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
    const sia_status st = fails_with(&err);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &was), 0);
    assert_int_equal(st, SIA_EIO);
    assert_int_equal(err.msg, SIA_MSG_SPILL);
    assert_int_equal(err.sys, EFBIG);
}

static void a_folder_that_is_missing_is_told(void **state)
{
    (void)state;
    sia_err err;
    assert_int_equal(setenv("TMPDIR", "/tidak/ada", 1), 0);
    assert_int_equal(fails_with(&err), SIA_EIO);
    assert_string_equal(err.where, "/tidak/ada");
    assert_int_equal(err.sys, ENOENT);
    assert_int_equal(unsetenv("TMPDIR"), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(any_memory_gives_the_same),
        cmocka_unit_test(each_record_is_renumbered_once),
        cmocka_unit_test(nothing_put_is_nothing_read),
        cmocka_unit_test(a_disk_that_is_full_is_told),
        cmocka_unit_test(a_folder_that_is_missing_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
