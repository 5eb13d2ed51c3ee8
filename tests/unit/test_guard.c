/* The formula guard: what a spreadsheet would run or change, and what must be left alone. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include "paper.h"

static bool guarded(sia_format f, sia_dialect d, bool raw, sia_str s)
{
    sia_table_options o = options(f, d);
    o.raw = raw;
    o.header = false;
    open_table *x = begin(o, two, 1);
    sia_put_text(x->t, s);
    char *got = finish(x), *at = got;
    if (!strncmp(at, "\xEF\xBB\xBF", 3)) at += 3;
    if (*at == '"') at++;
    bool yes = *at == '\'' && s.p[0] != '\'';
    free(got);
    return yes;
}

static void formulas_are_disarmed_in_every_dialect(void **state)
{
    (void)state;
    const sia_str cells[] = {
        SIA_STR("=1+1"), SIA_STR("+62 811"), SIA_STR("-1"), SIA_STR("@SUM(A1)"), SIA_STR("\t=1+1"), SIA_STR("\r=1"),
        SIA_STR("\n=1"), SIA_STR("\0=1+1"), SIA_STR("\0\0\0-2"), SIA_STR("=HYPERLINK(\"http://a.b\",\"klik\")"),
        SIA_STR("=cmd|' /C calc'!A0"), SIA_STR("--"), SIA_STR("="),
    };
    for (size_t i = 0; i < SIA_COUNT_OF(cells); i++)
        for (int d = SIA_RFC4180; d <= SIA_EXCEL_ID; d++) {
            assert_true(guarded(SIA_CSV, (sia_dialect)d, false, cells[i]));
            assert_true(guarded(SIA_TSV, (sia_dialect)d, false, cells[i]));
            assert_false(guarded(SIA_CSV, (sia_dialect)d, true, cells[i]));
        }
}

static void what_a_spreadsheet_would_change_is_kept_for_excel(void **state)
{
    (void)state;
    static const char *const cells[] = {
        "4.10", "4.1", "00123", "3/4", "1-2", "2014/2015", "1e5", "1E5", "12e-3", "1234567890123456",
        "99999999999999999999999999999999999999999999999999999999999999", "1.000", "1,5",
        "50%", "10:30", "10:30 PM", "(5)", "1.", "Rp 10.000", "Rp10.000", "$5", "5 Mei 2014", "Mei 2014", "SEPT2",
        "mar-1",
        "17 Agustus 1945", "TRUE", "false", "#N/A", "#REF!", " 4.10 ", "007", "0.5", "1 000 000",
        ("\xEF\xBC\x9D" "1+1"),
    };
    for (size_t i = 0; i < SIA_COUNT_OF(cells); i++) {
        if (!guarded(SIA_CSV, SIA_EXCEL, false, sia_str_of(cells[i]))) fail_msg("not guarded: %s", cells[i]);
        assert_true(guarded(SIA_TSV, SIA_EXCEL_ID, false, sia_str_of(cells[i])));
        assert_false(guarded(SIA_CSV, SIA_RFC4180, false, sia_str_of(cells[i])));
        assert_false(guarded(SIA_CSV, SIA_EXCEL, true, sia_str_of(cells[i])));
    }
}

static void ordinary_words_and_numbers_have_no_guard(void **state)
{
    (void)state;
    static const char *const cells[] = {
        "", "-", "pemilih", "STR-ofensif", "2014", "0", "123456789012345", "4.1 Kesimpulan", "BAB IV", "ke-2", "buku2",
        "1990-an",
        "mei", "Maret", "e", "a", "Rp", "true story", "#kampanye", "...", "3 partai", "1a", "IV", "'kutip'", "5 kg",
        "benar", "x", "Sept", "1 \xE2\x80\x93 2", "NA",
    };
    for (size_t i = 0; i < SIA_COUNT_OF(cells); i++)
        for (int d = SIA_RFC4180; d <= SIA_EXCEL_ID; d++)
            if (guarded(SIA_CSV, (sia_dialect)d, false, sia_str_of(cells[i]))) fail_msg("guarded: %s", cells[i]);
}

static void numbers_are_never_guarded(void **state)
{
    (void)state;
    check(SIA_CSV, SIA_EXCEL_ID, SIA_STR("a"), -0.8298, "\xEF\xBB\xBFitem;per_10k\r\na;-0,8298\r\n");
    check(SIA_CSV, SIA_EXCEL, SIA_STR("4.10"), -4.1, "\xEF\xBB\xBFitem,per_10k\r\n'4.10,-4.1\r\n");
    check(SIA_JSONL, SIA_RFC4180, SIA_STR("=1+1"), 1, "{\"item\":\"=1+1\",\"per_10k\":1}\n");
    check(SIA_MD, SIA_RFC4180, SIA_STR("=1+1"), 1, "| item | per_10k |\n| --- | ---: |\n| =1+1 | 1 |\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(formulas_are_disarmed_in_every_dialect),
        cmocka_unit_test(what_a_spreadsheet_would_change_is_kept_for_excel),
        cmocka_unit_test(ordinary_words_and_numbers_have_no_guard),
        cmocka_unit_test(numbers_are_never_guarded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
