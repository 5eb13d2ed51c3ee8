/* Lexical diversity: the values that other programs' tests and papers give. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <siasat.h>
#include <math.h>

static sia_diversity of_types(const uint32_t *type, size_t n, uint32_t types, uint32_t window)
{
    sia_arena *a = sia_arena_new(NULL, 0);
    sia_diversity d;
    assert_true(sia_diversity_of(type, n, types, window, &d, a));
    sia_arena_free(a);
    return d;
}

/* A text whose words are single letters: the letters are the types. */
static sia_diversity of_letters(const char *text, uint32_t window)
{
    uint32_t type[256] = { 0 }, n = 0;
    for (const char *p = text; *p; p++) type[n++] = (uint32_t)(*p - 'a');
    return of_types(type, n, 26, window);
}

static bool near(double got, double want, double by) { return fabs(got - want) <= by; }

static void yules_k_of_quanteda_agrees(void **state)
{
    (void)state;                        /* quanteda.textstats' tests, after Miranda-Garcia and Calle-Martin (2005) */
    assert_true(near(of_letters("abcddeefff", 100).yule_k, 1000, 1e-9));
    assert_true(near(of_letters("abcddeefffgggg", 100).yule_k, 1122.449, 5e-4));
}

static void short_texts_of_quanteda_agree(void **state)
{
    (void)state;                        /* "one two one one two two one"; "apple orange apple orange pear pear apple orange" */
    sia_diversity d = of_letters("abaabba", 2);
    assert_true(near(d.ttr, 2.0 / 7, 1e-15) && near(d.herdan_c, 0.356, 5e-4) && near(d.mattr, 5.0 / 6, 1e-15));
    assert_true(near(of_letters("abaabba", 3).mattr, 2.0 / 3, 1e-15) && near(of_letters("abaabba", 4).mattr, 0.5, 1e-15));
    static const double want[] = { 0.875, 2.0 / 3, 0.625 };
    for (uint32_t w = 2; w <= 4; w++) assert_true(near(of_letters("ababccab", w).msttr, want[w - 2], 1e-15));
}

/* By hand: N = 12, V = 4 with 6, 3, 2 and 1 tokens. */
static void all_values_by_hand(void **state)
{
    (void)state;
    sia_diversity d = of_letters("aaaaaabbbccd", 100);
    double n = 12, v = 4, m2 = 36 + 9 + 4 + 1;
    assert_true(d.tokens == 12 && d.types == 4);
    assert_true(near(d.ttr, v / n, 1e-15) && near(d.guiraud_r, v / sqrt(n), 1e-15) && near(d.cttr, v / sqrt(2 * n), 1e-15));
    assert_true(near(d.herdan_c, log(v) / log(n), 1e-15));
    assert_true(near(d.dugast_u, log10(n) * log10(n) / (log10(n) - log10(v)), 1e-12));
    assert_true(near(d.maas_a, sqrt((log10(n) - log10(v)) / pow(log10(n), 2)), 1e-14));
    assert_true(near(d.yule_k, 1e4 * (-1 / n + m2 / n / n), 1e-9) && near(d.yule_i, v * v / (m2 - v), 1e-14));
    assert_true(near(d.simpson_d, (6 * 5 + 3 * 2 + 2 * 1) / (12 * 11.0), 1e-15));
    assert_true(near(d.herdan_vm, sqrt(m2 / n / n - 1 / v), 1e-15));
    assert_true(isnan(d.mattr) && isnan(d.msttr) && isnan(d.hdd) && isnan(d.summer_s));
}

/* McCarthy and Jarvis (2010): a factor ends where TTR has fallen below 0.72; what is left counts by how far it has fallen. */
static void mtld_by_hand(void **state)
{
    (void)state;
    /* forwards a b a (2/3) | b a b (2/3): 2 factors in 6; backwards the same */
    assert_true(near(of_letters("ababab", 9).mtld, 3, 1e-12));
    /* a b c a (3/4): none whole, (1 - .75) / .28 of one */
    assert_true(near(of_letters("abca", 9).mtld, 4 / (0.25 / 0.28), 1e-12));
    assert_true(isinf(of_letters("abcd", 9).mtld));
}

/* 100 tokens of 50 types, twice each: a type is missed by 42 draws with probability (58 57) / (100 99). */
static void hdd_by_hand(void **state)
{
    (void)state;
    uint32_t type[100];
    for (uint32_t i = 0; i < 100; i++) type[i] = i % 50;
    assert_true(near(of_types(type, 100, 50, 100).hdd, 50 * (1 - 58 * 57 / 9900.0) / 42, 1e-13));
    for (uint32_t i = 0; i < 100; i++) type[i] = i;
    assert_true(near(of_types(type, 100, 100, 100).hdd, 1, 1e-13));
}

static void windows_agree_with_counting_each(void **state)
{
    (void)state;
    uint32_t type[500], x = 7;
    for (uint32_t i = 0; i < 500; i++) type[i] = (x = x * 1103515245u + 12345u) >> 16 & 31;
    for (uint32_t w = 1; w < 40; w += 6) {
        double sum = 0;
        for (uint32_t i = 0; i + w <= 500; i++) {
            uint64_t seen = 0;
            for (uint32_t k = i; k < i + w; k++) seen |= 1ull << type[k];
            sum += (double)__builtin_popcountll(seen) / w;
        }
        assert_true(near(of_types(type, 500, 32, w).mattr, sum / (501 - w), 1e-12));
    }
}

static void texts_of_nothing_have_no_values(void **state)
{
    (void)state;
    sia_diversity none = of_letters("", 1), one = of_letters("q", 1);
    assert_true(none.tokens == 0 && none.types == 0 && isnan(none.ttr) && isnan(none.mtld) && isnan(none.yule_k) && isnan(none.mattr));
    assert_true(one.types == 1 && one.ttr == 1 && isnan(one.herdan_c) && isnan(one.simpson_d) && one.yule_k == 0 && one.mattr == 1);
    assert_true(isnan(of_letters("abc", 0).mattr));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(yules_k_of_quanteda_agrees),
        cmocka_unit_test(short_texts_of_quanteda_agree),
        cmocka_unit_test(all_values_by_hand),
        cmocka_unit_test(mtld_by_hand),
        cmocka_unit_test(hdd_by_hand),
        cmocka_unit_test(windows_agree_with_counting_each),
        cmocka_unit_test(texts_of_nothing_have_no_values),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
