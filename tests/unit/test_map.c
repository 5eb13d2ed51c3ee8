/* The ordered map: the same deliveries for every number of jobs, and the first failure wins. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <siasat/base.h>
#include <stdlib.h>

struct trace { size_t work_fails, deliver_fails, seen; };

static sia_status work(void *ctx, unsigned worker, size_t i, void **slot, sia_err *err)
{
    struct trace *t = ctx;
    if (worker >= 9) abort();                                /* cmocka's asserts belong to the main thread */
    for (volatile unsigned k = 0; k < (unsigned)((i * 7919) % 5000); k++) { }
    if (i == t->work_fails || i == t->work_fails + 3)
        return sia_fail(err, SIA_MSG_TOO_LONG, (int)i, SIA_STR("job"), "%zu", i);
    size_t *v = malloc(sizeof *v);
    *v = i * i;
    *slot = v;
    return SIA_OK;
}

static sia_status deliver(void *ctx, size_t i, void *slot, sia_err *err)
{
    struct trace *t = ctx;
    assert_int_equal(i, t->seen++);
    assert_int_equal(*(size_t *)slot, i * i);
    free(slot);
    return i == t->deliver_fails ? sia_fail(err, SIA_MSG_WRITE, (int)i, SIA_STR("sink"), "%s", "") : SIA_OK;
}

static void discard(void *ctx, void *slot) { (void)ctx; free(slot); }

static const size_t never = SIZE_MAX / 2;

static void results_come_in_order_for_every_number_of_jobs(void **state)
{
    (void)state;
    for (unsigned jobs = 0; jobs <= 9; jobs++)
        for (size_t n = 0; n < 70; n += 1 + n / 3) {
            struct trace t = { never, never, 0 };
            sia_map m = { work, deliver, discard, &t };
            assert_int_equal(sia_map_run(&m, n, jobs, NULL), SIA_OK);
            assert_int_equal(t.seen, n);
        }
}

static void the_first_failure_in_order_is_the_one_told(void **state)
{
    (void)state;
    for (unsigned jobs = 1; jobs <= 8; jobs++)
        for (size_t at = 0; at < 40; at++) {
            struct trace t = { at, never, 0 };
            sia_map m = { work, deliver, discard, &t };
            sia_err err;
            assert_int_equal(sia_map_run(&m, 60, jobs, &err), SIA_ELIMIT);
            assert_int_equal(t.seen, at);
            assert_int_equal(err.sys, (int)at);
        }
}

/* Leaks of slots never delivered show under the address sanitizer. */
static void a_failing_delivery_stops_the_rest(void **state)
{
    (void)state;
    for (unsigned jobs = 1; jobs <= 8; jobs++)
        for (size_t at = 0; at < 40; at += 3) {
            struct trace t = { never, at, 0 };
            sia_map m = { work, deliver, discard, &t };
            sia_err err;
            assert_int_equal(sia_map_run(&m, 60, jobs, &err), SIA_EIO);
            assert_int_equal(t.seen, at + 1);
            assert_int_equal(err.sys, (int)at);
        }
}

/* Each worker is one thread at a time, so that its own document needs no lock. */
struct busy { int at[8]; };

static sia_status enter(void *ctx, unsigned worker, size_t i, void **slot, sia_err *err)
{
    struct busy *b = ctx;
    (void)slot;
    (void)err;
    if (b->at[worker]++) abort();
    for (volatile unsigned k = 0; k < 2000 + i % 7 * 500; k++) { }
    b->at[worker]--;
    return SIA_OK;
}

static sia_status nothing(void *ctx, size_t i, void *slot, sia_err *err)
{
    (void)ctx;
    (void)i;
    (void)err;
    assert_null(slot);
    return SIA_OK;
}

static void a_worker_number_is_never_shared(void **state)
{
    (void)state;
    struct busy b = { { 0 } };
    sia_map m = { enter, nothing, NULL, &b };
    assert_int_equal(sia_map_run(&m, 2000, 8, NULL), SIA_OK);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(results_come_in_order_for_every_number_of_jobs),
        cmocka_unit_test(the_first_failure_in_order_is_the_one_told),
        cmocka_unit_test(a_failing_delivery_stops_the_rest),
        cmocka_unit_test(a_worker_number_is_never_shared),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
