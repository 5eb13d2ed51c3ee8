/* Shuffling whole works: against all arrangements, written out. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <siasat.h>
#include <math.h>

enum { WORKS = 6, TIMES = 20000 };

static double strength(const uint64_t *hits, const uint64_t *words, unsigned target)
{
    uint64_t f[2] = { 0, 0 }, n[2] = { 0, 0 };
    for (unsigned w = 0; w < WORKS; w++) {
        f[target >> w & 1] += hits[w];
        n[target >> w & 1] += words[w];
    }
    return fabs(sia_g2(sia_cell_of_groups(f[1], n[1], f[0], n[0])));
}

static bool is_three(unsigned set) { return __builtin_popcount(set) == 3; }

/* Twenty ways to call three of six works the target. */
static void works_of_one_side_change_sides(void **state)
{
    (void)state;
    static const uint64_t hits[2][WORKS] = { { 9, 7, 8, 1, 2, 3 }, { 40, 0, 0, 1, 0, 2 } };
    static const uint64_t words[WORKS] = { 1000, 900, 1100, 1000, 1200, 800 };
    sia_arena *a = sia_arena_new(NULL, 0);
    sia_sides in[WORKS];
    sia_held held[2][WORKS];
    sia_holding item[2] = { { held[0], WORKS }, { held[1], WORKS } };
    double p[2], q[2], exact[2], most[2] = { 0, 0 };
    for (uint32_t w = 0; w < WORKS; w++) {
        in[w] = w < 3 ? (sia_sides){ words[w], 0 } : (sia_sides){ 0, words[w] };
        for (int i = 0; i < 2; i++) held[i][w] = (sia_held){ w, w < 3 ? (sia_sides){ hits[i][w], 0 } : (sia_sides){ 0, hits[i][w] } };
    }
    for (int i = 0; i < 2; i++) {
        const double observed = strength(hits[i], words, 7);
        exact[i] = 0;
        for (unsigned set = 0; set < 64; set++) {
            if (!is_three(set)) continue;
            exact[i] += strength(hits[i], words, set) >= observed * (1 - 1e-9);
            most[i] += fmax(strength(hits[0], words, set), strength(hits[1], words, set)) >= observed * (1 - 1e-9);
        }
    }
    assert_true(sia_shuffle_sides(in, WORKS, item, 2, TIMES, 1, p, q, a));
    for (int i = 0; i < 2; i++) {
        assert_true(fabs(p[i] - exact[i] / 20) < 0.015);     /* four standard errors */
        assert_true(fabs(q[i] - most[i] / 20) < 0.015);
        assert_true(q[i] >= p[i]);
    }
    assert_true(fabs(exact[0] / 20 - 0.1) < 1e-12);          /* and its mirror: the works have nothing in common */
    sia_arena_free(a);
}

/* A work that has both sides may have them changed about: of n works that all lean one way, 2 in 2^n arrangements do. */
static void sides_within_a_work_change_about(void **state)
{
    (void)state;
    sia_arena *a = sia_arena_new(NULL, 0);
    sia_sides in[5];
    sia_held held[5];
    sia_holding item = { held, 5 };
    double p, q;
    for (uint32_t w = 0; w < 5; w++) {
        in[w] = (sia_sides){ 500, 500 };
        held[w] = (sia_held){ w, { 6, 2 } };
    }
    assert_true(sia_shuffle_sides(in, 5, &item, 1, TIMES, 7, &p, &q, a));
    assert_true(fabs(p - 2.0 / 32) < 0.01);
    assert_true(p == q);
    sia_arena_free(a);
}

/* One author who says it fifty times is one witness: G2 says beyond doubt, the works say one of six. */
static void one_author_is_one_witness(void **state)
{
    (void)state;
    sia_arena *a = sia_arena_new(NULL, 0);
    sia_sides in[WORKS];
    sia_held held = { 0, { 50, 0 } };
    sia_holding item = { &held, 1 };
    double p, q;
    for (uint32_t w = 0; w < WORKS; w++) in[w] = w < 3 ? (sia_sides){ 1000, 0 } : (sia_sides){ 0, 1000 };
    assert_true(sia_log_p(sia_cell_of_groups(50, 3000, 0, 3000)) < log(1e-10));
    assert_true(sia_shuffle_sides(in, WORKS, &item, 1, 999, 1, &p, &q, a));
    assert_true(p == 1);                                     /* wherever that work stands, its side has them all */
    sia_arena_free(a);
}

static void the_same_seed_gives_the_same(void **state)
{
    (void)state;
    sia_arena *a = sia_arena_new(NULL, 0);
    const sia_sides in[4] = { { 100, 0 }, { 90, 20 }, { 0, 110 }, { 0, 100 } };
    const sia_held held[3] = { { 0, { 5, 0 } }, { 1, { 4, 1 } }, { 3, { 0, 1 } } };
    const sia_holding item[2] = { { held, 3 }, { held + 1, 2 } };
    double p[2], q[2], again[2], q2[2];
    assert_true(sia_shuffle_sides(in, 4, item, 2, 99, 42, p, q, a));
    assert_true(sia_shuffle_sides(in, 4, item, 2, 99, 42, again, q2, a));
    assert_memory_equal(p, again, sizeof p);
    assert_memory_equal(q, q2, sizeof q);
    for (int i = 0; i < 2; i++) assert_true(p[i] >= 0.01 && p[i] <= 1);
    sia_arena_free(a);
}

/* The first numbers of splitmix64 from seed 1234567, as its authors' code gives them. */
static void random_numbers_are_the_same_everywhere(void **state)
{
    (void)state;
    uint64_t s = 1234567;
    assert_true(sia_random(&s) == 6457827717110365317u);
    assert_true(sia_random(&s) == 3203168211198807973u);
    assert_true(sia_random(&s) == 9817491932198370423u);
    uint64_t seen[3] = { 0 };
    for (int i = 0; i < 3000; i++) seen[sia_random_below(&s, 3)]++;
    for (int i = 0; i < 3; i++) assert_true(seen[i] > 900 && seen[i] < 1100);
    assert_true(sia_random_below(&s, 1) == 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(works_of_one_side_change_sides), cmocka_unit_test(sides_within_a_work_change_about),
        cmocka_unit_test(one_author_is_one_witness), cmocka_unit_test(the_same_seed_gives_the_same),
        cmocka_unit_test(random_numbers_are_the_same_everywhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
