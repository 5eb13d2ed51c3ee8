/* Many tests at once: R's p.adjust, and what holds of every family. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <siasat.h>
#include <math.h>

enum { MOST = 64 };

static void adjust(sia_adjustment how, const double *p, size_t n, uint64_t family, double *q)
{
    double log_p[MOST];
    sia_arena *a = sia_arena_new(NULL, 0);
    for (size_t i = 0; i < n; i++) log_p[i] = log(p[i]);
    assert_true(sia_adjust(how, log_p, n, family, log_p, a));
    for (size_t i = 0; i < n; i++) q[i] = exp(log_p[i]);
    sia_arena_free(a);
}

static void p_adjust_of_r_agrees(void **state)
{
    (void)state;                        /* p.adjust(c(.01, .02, .03, .04, .05, .5)), here out of order too */
    const double p[] = { .01, .02, .03, .04, .05, .5 };
    static const struct { sia_adjustment how; double want[6]; } t[] = {
        { SIA_BONFERRONI, { .06, .12, .18, .24, .3, 1 } }, { SIA_HOLM, { .06, .1, .12, .12, .12, .5 } },
        { SIA_HOCHBERG, { .06, .1, .1, .1, .1, .5 } }, { SIA_BH, { .06, .06, .06, .06, .06, .5 } },
        { SIA_BY, { .147, .147, .147, .147, .147, 1 } },
    };
    static const int order[] = { 3, 0, 5, 1, 4, 2 };
    for (size_t i = 0; i < SIA_COUNT_OF(t); i++) {
        double q[6], mixed[6];
        adjust(t[i].how, p, 6, 0, q);
        for (int k = 0; k < 6; k++) assert_true(fabs(q[k] - t[i].want[k]) < 1e-12);
        for (int k = 0; k < 6; k++) mixed[k] = p[order[k]];
        adjust(t[i].how, mixed, 6, 0, q);
        for (int k = 0; k < 6; k++) assert_true(fabs(q[k] - t[i].want[order[k]]) < 1e-12);
    }
}

/* A test that was made and is not listed has the largest p of all. */
static void unlisted_tests_count(void **state)
{
    (void)state;
    const double p[] = { .001, .2, .01, 1, 1, 1 };
    for (sia_adjustment how = SIA_BONFERRONI; how <= SIA_BY; how++) {
        double whole[6], part[3];
        if (how == SIA_HOCHBERG) continue;                   /* there the largest p speaks for all */
        adjust(how, p, 6, 0, whole);
        adjust(how, p, 3, 6, part);
        for (int k = 0; k < 3; k++) assert_true(fabs(whole[k] - part[k]) < 1e-12);
    }
}

static void adjusted_values_keep_order_and_bounds(void **state)
{
    (void)state;
    double p[MOST], q[5][MOST];
    for (int i = 0; i < MOST; i++) p[i] = pow((i * 37 % MOST + 0.5) / MOST, 3);
    for (sia_adjustment how = SIA_BONFERRONI; how <= SIA_BY; how++) adjust(how, p, MOST, 0, q[how]);
    for (int i = 0; i < MOST; i++) {
        for (int how = 0; how < 5; how++) {
            assert_true(q[how][i] >= p[i] - 1e-15 && q[how][i] <= 1);
            for (int k = 0; k < MOST; k++)
                if (p[i] < p[k]) assert_true(q[how][i] <= q[how][k]);
        }
        assert_true(q[SIA_BH][i] <= q[SIA_HOCHBERG][i] + 1e-15 && q[SIA_HOCHBERG][i] <= q[SIA_HOLM][i] + 1e-15);
        assert_true(q[SIA_HOLM][i] <= q[SIA_BONFERRONI][i] + 1e-15 && q[SIA_BH][i] <= q[SIA_BY][i] + 1e-15);
    }
}

static void what_was_no_test_stays_out(void **state)
{
    (void)state;
    const double p[] = { .01, (double)NAN, .04 };
    double q[3];
    adjust(SIA_BH, p, 3, 0, q);
    assert_true(fabs(q[0] - .02) < 1e-12 && isnan(q[1]) && fabs(q[2] - .04) < 1e-12);
}

static void very_small_p_keep_their_size(void **state)
{
    (void)state;
    double log_p[] = { -5000, -4000, -1 };
    sia_arena *a = sia_arena_new(NULL, 0);
    assert_true(sia_adjust(SIA_BH, log_p, 3, 0, log_p, a));
    assert_true(fabs(log_p[0] - (-5000 + log(3))) < 1e-9 && fabs(log_p[1] - (-4000 + log(1.5))) < 1e-9 && log_p[2] == -1);
    assert_true(sia_adjust(SIA_BY, log_p, 3, 1ull << 40, log_p, a));
    assert_true(sia_adjust(SIA_HOLM, NULL, 0, 0, NULL, a));
    sia_arena_free(a);
}

static void one_by_one_gives_the_same(void **state)
{
    (void)state;
    double p[MOST], q[MOST];
    for (int i = 0; i < MOST; i++) p[i] = pow((i / 2 + 0.5) / MOST, 3);      /* rising, each twice */
    for (sia_adjustment how = SIA_BONFERRONI; how <= SIA_BY; how++) {
        const bool falls = sia_adjust_falls(how);
        adjust(how, p, MOST, 3 * MOST, q);
        sia_adjusting x = sia_adjust_begin(how, MOST, 3 * MOST);
        for (int i = 0; i < MOST; i++) {
            const int at = falls ? MOST - 1 - i : i;
            assert_true(fabs(exp(sia_adjust_next(&x, log(p[at]))) - q[at]) < 1e-12);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(p_adjust_of_r_agrees),
        cmocka_unit_test(unlisted_tests_count),
        cmocka_unit_test(adjusted_values_keep_order_and_bounds),
        cmocka_unit_test(what_was_no_test_stays_out),
        cmocka_unit_test(very_small_p_keep_their_size),
        cmocka_unit_test(one_by_one_gives_the_same),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
