/* Quotes: a copied passage is found in its text, however it was broken or misread. */
#include "tagdoc.h"

/* What of the text the quote is found as; "" when nowhere. `*exact` tells how. */
static const char *found(fixture *f, const char *text, const char *quote, bool *exact)
{
    static char out[512];
    sia_span at;
    read_doc(f->doc, sia_str_of(text));
    if (!sia_doc_quote(f->doc, (sia_span){ 0, (uint32_t)f->doc->text.s.n }, sia_str_of(quote), &at, exact)) return "";
    const sia_str s = sia_cut(f->doc->text.s, at);
    snprintf(out, sizeof out, "%.*s", (int)s.n, s.p);
    return out;
}

static void blanks_marks_and_case_do_not_count(void **state)
{
    bool exact;
    assert_string_equal(found(*state, "Tim itu memakai\nStrategi  Ofensif, untuk menang.\n", "\"strategi ofensif\u2026 untuk\"", &exact),
                        "Strategi  Ofensif, untuk");
    assert_true(exact);
    assert_string_equal(found(*state, "Kemasya-\nrakatan itu perlu.\n", "kemasyarakatan", &exact), "Kemasyarakatan");
    assert_true(exact);
}

static void a_misread_passage_is_found_nearby(void **state)
{
    bool exact;
    assert_string_equal(found(*state, "Caleg vyang dibutunhkan masyarakat menang.\n", "yang dibutuhkan masyarakat", &exact),
                        "yang dibutunhkan masyarakat");
    assert_false(exact);
}

static void what_is_not_there_is_not_found(void **state)
{
    bool exact;
    assert_string_equal(found(*state, "Caleg menang di kota.\n", "pemilih perempuan di desa", &exact), "");
    assert_string_equal(found(*state, "Caleg menang.\n", "...", &exact), "");
    assert_string_equal(found(*state, "Caleg menang.\n", "", &exact), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(blanks_marks_and_case_do_not_count, setup, teardown),
        cmocka_unit_test_setup_teardown(a_misread_passage_is_found_nearby, setup, teardown),
        cmocka_unit_test_setup_teardown(what_is_not_there_is_not_found, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
