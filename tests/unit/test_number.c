/* Numbers as text: short, plain, the same in every locale, and readable back. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include "paper.h"
#include <locale.h>

static void real(sia_format f, double v, char *to, size_t cap)
{
    sia_table_options o = options(f, SIA_RFC4180);
    o.header = false;
    open_table *x = begin(o, two + 1, 1);
    sia_put_real(x->t, v);
    char *got = finish(x);
    snprintf(to, cap, "%.*s", (int)strcspn(got, "\n"), got);
    free(got);
}

static const struct { double v; const char *csv, *table; } reals[] = {
    { 0, "0", "0.0000" }, { -0.0, "0", "0.0000" }, { 1, "1", "1.0000" }, { -14, "-14", "-14.0000" },
    { 0.1, "0.1", "0.1000" }, { 1.0 / 3, "0.3333333333", "0.3333" }, { 200.0 / 3, "66.66666667", "66.6667" },
    { 8.726204, "8.726204", "8.7262" }, { 1291.3190571274108, "1291.319057", "1291.3191" },
    { 5.870977716284722e-05, "0.00005870977716", "0.0001" }, { 1e-6, "0.000001", "0.000001" },
    { 2.5e-7, "2.5e-07", "2.5e-07" }, { 8.703965641277796e-283, "8.703965641e-283", "8.7e-283" },
    { 9.99999999999, "10", "10.0000" }, { 0.99999999999, "1", "1.0000" }, { 99999.999999, "100000", "100000.0000" },
    { 123456789012.75, "123456789013", "123456789012.7500" }, { 1e15, "1e+15", "1e+15" },
    { 999999999999999, "999999999999999", "999999999999999.0000" },
    { 1.5e300, "1.5e+300", "1.5e+300" }, { 4.9406564584124654e-324, "4.940656458e-324", "4.94e-324" },
    { 1.7976931348623157e308, "1.797693135e+308", "1.8e+308" }, { 0.00004, "0.00004", "0.00004" },
};

static void reals_are_short_and_plain(void **state)
{
    (void)state;
    char got[64];
    for (size_t i = 0; i < SIA_COUNT_OF(reals); i++) {
        real(SIA_CSV, reals[i].v, got, sizeof got);
        assert_string_equal(got, reals[i].csv);
        real(SIA_JSONL, reals[i].v, got, sizeof got);
        assert_memory_equal(got + strlen("{\"per_10k\":"), reals[i].csv, strlen(reals[i].csv));
        real(SIA_TABLE, reals[i].v, got, sizeof got);
        assert_string_equal(got, reals[i].table);
    }
}

static void reals_read_back_to_ten_digits_and_in_order(void **state)
{
    (void)state;
    char got[64];
    for (int i = 0; i < 20000; i++) {
        double v = (double)(rolled() >> 20) * pow(10, (double)(rolled() % 60) - 40) * (i & 1 ? -1 : 1);
        if (i % 100 == 0) v = ldexp(v, (int)(rolled() % 1800) - 900);
        if (!isfinite(v)) continue;
        real(SIA_CSV, v, got, sizeof got);
        double back = strtod(got, NULL);
        if (fabs(back - v) > 0.5000001e-9 * fabs(v)) fail_msg("%.17g became %s", v, got);
    }
}

static void counts_have_all_their_digits(void **state)
{
    (void)state;
    static const struct { uint64_t v; const char *want; } t[] = {
        { 0, "0" }, { 9, "9" }, { 10, "10" }, { 1234567, "1234567" }, { UINT64_MAX, "18446744073709551615" },
    };
    for (size_t i = 0; i < SIA_COUNT_OF(t); i++) {
        open_table *x = begin(options(SIA_CSV, SIA_RFC4180), two, 1);
        sia_put_count(x->t, t[i].v);
        char *got = finish(x);
        assert_string_equal(strchr(got, '\n') + 1 + strlen(t[i].want), "\n");
        assert_memory_equal(strchr(got, '\n') + 1, t[i].want, strlen(t[i].want));
        free(got);
    }
}

static void no_locale_changes_a_number(void **state)
{
    (void)state;
    static const char *const names[] = { "de_DE.UTF-8", "id_ID.UTF-8", "ar_SA.UTF-8", "tr_TR.UTF-8" };
    for (size_t i = 0; i < SIA_COUNT_OF(names); i++) {
        if (!setlocale(LC_ALL, names[i])) print_message("skipped: no locale %s here\n", names[i]);
        check(SIA_CSV, SIA_RFC4180, SIA_STR("a"), 1234.5, "item,per_10k\na,1234.5\n");
        check(SIA_JSONL, SIA_RFC4180, SIA_STR("a"), 1.5e-9, "{\"item\":\"a\",\"per_10k\":1.5e-09}\n");
    }
    setlocale(LC_ALL, "C");
}

/* e^v by decimal arithmetic of 60 digits. */
static void very_small_p_are_written(void **state)
{
    (void)state;
    static const struct { double log_v; const char *csv, *table; } t[] = {
        { 0, "1", "1.0000" }, { -2.302585092994045684, "0.1", "0.1000" }, { -600, "2.650396553e-261", "2.65e-261" },
        { -800, "3.667874584e-348", "3.67e-348" }, { -5000, "3.369694148e-2172", "3.37e-2172" }, { 1000, "1.970071114e+434", "1.97e+434" },
    };
    for (size_t i = 0; i < SIA_COUNT_OF(t); i++)
        for (int k = 0; k < 2; k++) {
            sia_table_options o = options(k ? SIA_TABLE : SIA_CSV, SIA_RFC4180);
            o.header = false;
            open_table *x = begin(o, two + 1, 1);
            sia_put_exp(x->t, t[i].log_v);
            char *got = finish(x);
            got[strcspn(got, "\n")] = 0;
            assert_string_equal(got, k ? t[i].table : t[i].csv);
            free(got);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reals_are_short_and_plain),
        cmocka_unit_test(reals_read_back_to_ten_digits_and_in_order),
        cmocka_unit_test(counts_have_all_their_digits),
        cmocka_unit_test(no_locale_changes_a_number),
        cmocka_unit_test(very_small_p_are_written),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
