/* Codebooks: rows, terms, categories, lists, conditions; what is wrong in them and what is odd. */
#include "tagdoc.h"

static sia_status parse(fixture *f, const char *sheet, sia_codebook **cb, sia_err *err)
{
    return sia_codebook_parse(cb, SIA_STR("buku"), sia_str_of(sheet), f->a, err);
}

/* Findings as "line:col message", joined by "; ". */
static const char *findings(fixture *fix, const sia_codebook *cb)
{
    static char out[2048];
    size_t n = 0;
    sia_findings found = { 0 };
    out[0] = 0;
    assert_int_equal(sia_codebook_review(cb, &found, fix->a, NULL), SIA_OK);
    for (uint32_t i = 0; i < found.n; i++) {
        sia_finding f = found.v[i];
        sia_err e;
        char text[512];
        sia_fail(&e, f.msg, 0, SIA_STR(""), "%.*s", (int)f.arg.n, f.arg.p);
        n += (size_t)snprintf(out + n, sizeof out - n, "%s%u:%u %s", i ? "; " : "", f.line, f.col, sia_err_text(&e, SIA_EN, text, sizeof text));
    }
    return out;
}

static void columns_come_in_any_order_and_in_indonesian(void **state)
{
    fixture *f = *state;
    sia_codebook *cb;
    sia_err err;
    assert_int_equal(parse(f, "\xEF\xBB\xBFPola;Istilah;Kategori;catatan;Label;definisi;sumber;contoh\r\n;;STR;;Strategi;Rencana;;\r\n"
                              "ofensif;STR-o;STR;ingat;strategi ofensif;Menyerang;Schr\xC3\xB6" "der;Ofensif itu.\r\n", &cb, &err), SIA_OK);
    const sia_term *t = sia_codebook_term(cb, 0);
    const sia_category *c = sia_codebook_category(cb, t->category);
    assert_int_equal(sia_codebook_terms(cb), 1);
    assert_int_equal(sia_codebook_categories(cb), 1);
    assert_true(sia_str_eq(c->code, SIA_STR("STR")) && sia_str_eq(c->name, SIA_STR("Strategi")) && sia_str_eq(c->definition, SIA_STR("Rencana")));
    assert_true(sia_str_eq(t->id, SIA_STR("STR-o")) && sia_str_eq(t->label, SIA_STR("strategi ofensif")));
    assert_true(sia_str_eq(t->source, SIA_STR("Schr\xC3\xB6" "der")) && sia_str_eq(t->note, SIA_STR("ingat")));
    assert_string_equal(findings(f, cb), "");
}

static void a_term_may_have_several_rows(void **state)
{
    fixture *f = *state;
    const char *rows = "X\tT\tkata\tofensif\t\tsentence: strategi\n\tT\t\tserangan darat\n";
    const sia_codebook *cb = book_of(f, rows);
    assert_int_equal(sia_codebook_terms(cb), 1);
    assert_true(sia_str_eq(sia_codebook_term(cb, 0)->label, SIA_STR("kata")));
    assert_string_equal(tag(f, rows, "Ofensif itu. Strategi yang ofensif. Serangan darat."), "ofensif=T Serangan darat=T");
}

static void a_term_without_label_is_called_by_its_id(void **state)
{
    const sia_codebook *cb = book_of(*state, "X\tT\t\ta\n");
    assert_true(sia_str_eq(sia_codebook_term(cb, 0)->label, SIA_STR("T")));
}

static void oddities_are_findings_and_no_errors(void **state)
{
    fixture *f = *state;
    sia_codebook *cb;
    assert_int_equal(parse(f, "category\tterm\tpattern\twarna\nX\tA\ta | | b c | b-c\nX\tB\ta\nX\tC\t\n", &cb, NULL), SIA_OK);
    assert_string_equal(findings(f, cb), "1:23 column 'warna' is not known and not read; 2:9 nothing stands between two |; "
                                      "2:0 category 'X' has no row that names it; 4:0 term 'C' has no pattern; "
                                      "2:17 pattern 'b-c' stands in this term already; "
                                      "3:5 pattern stands in a term above, which wins: a: A");
}

static void patterns_shared_under_conditions_are_meant(void **state)
{
    fixture *f = *state;
    const sia_codebook *cb = book_of(f, "X\t\tkelas\nX\tA\t\tDPD\t\tnear 3: partai\nX\tB\t\tDPD\t\tnear 3: senat\n");
    assert_string_equal(findings(f, cb), "");
}

static void wrong_rows_are_told_with_their_place(void **state)
{
    static const struct { const char *rows, *told; } wrong[] = {
        { "X\t\t\tpola\n", "buku.tsv:2:5: pattern 'pola' belongs to no term" },
        { "\tT\t\tpola\n", "buku.tsv:2:2: term 'T' stands in no category" },
        { "X\tT\t\ta\nY\tT\t\tb\n", "buku.tsv:3:1: the term stood in category 'X' before" },
        { "X\t\tsatu\nX\t\tdua\n", "buku.tsv:3:1: category 'X' is named a second time" },
        { "@\ta b\t\tx\n", "buku.tsv:2:3: a list's name is one word of letters, digits and hyphens, not 'a b'" },
        { "@\ta\t\tx\n@\ta\t\ty\n", "buku.tsv:3:3: list 'a' is defined a second time" },
        { "@\ta\t\t@b\n@\tb\t\ty\n", "buku.tsv:2:6: no list '@b'; a list may use the lists above it" },
        { "@\ta\t\tx | /y/\nX\tT\t\t@a kata\n", "buku.tsv:3:6: '@a kata' is too long, or a list in it holds a /regex/" },
        { "X\tT\t\ta\t\tnear: b\n", "buku.tsv:2:13: a number of words from 1 to 1000 is needed, not ''" },
        { "X\tT\t\ta\t\tdekat 0: b\n", "buku.tsv:2:15: a number of words from 1 to 1000 is needed, not '0'" },
        { "X\tT\t\ta\t\tsentence b\n", "buku.tsv:2:18: a colon is needed before 'b'" },
        { "X\tT\t\ta\t\tsentence: ; near 2: b\n", "buku.tsv:2:19: a condition without a pattern" },
        { "X\tT\t\ta\t\tpart: metode, dapur\n", "buku.tsv:2:23: no part is called 'dapur'" },
        { "X\tT\t\ta\t\tsebelum 3: /x(/\n", "buku.tsv:2:23: wrong regex 'x(': missing closing parenthesis" },
        { "X\tT\t\t\"a\n | /b(/\"\n", "buku.tsv:3:7: wrong regex 'b(': missing closing parenthesis" },
        { "", "buku.tsv: codebook without terms" },
    };
    for (size_t i = 0; i < SIA_COUNT_OF(wrong); i++) assert_string_equal(complaint(*state, wrong[i].rows), wrong[i].told);
}

static void wrong_titles_are_told(void **state)
{
    fixture *f = *state;
    sia_codebook *cb;
    sia_err err;
    char text[512];
    assert_int_equal(parse(f, "category\tterm\nX\tT\n", &cb, &err), SIA_ESYNTAX);
    assert_string_equal(sia_err_text(&err, SIA_EN, text, sizeof text), "buku:1:1: the first row names no column 'pattern / pola'");
    assert_int_equal(parse(f, "category\tterm\tpola\tpattern\n", &cb, &err), SIA_ESYNTAX);
    assert_string_equal(sia_err_text(&err, SIA_ID, text, sizeof text), "buku:1:20: kolom 'pattern' muncul dua kali");
    assert_int_equal(parse(f, "", &cb, &err), SIA_ESYNTAX);
    assert_int_equal(parse(f, "%PDF-1.7 ...", &cb, &err), SIA_ETEXT);
}

static void examples_are_tests(void **state)
{
    fixture *f = *state;
    const char *rows = "X\tT\t\tofensif | strategi ofensif\tofensif tim\t\tyes: Ini [strategi ofensif]nya. | no: Serangan ofensif tim itu. | Lebih ofensif.\n"
                       "X\tU\t\tsuara\t\t\ttidak: Suara itu. | ya: [Suara] rakyat. | Ini [su]ara. | Tanpa itu.\n";
    sia_findings out = { 0 };
    assert_int_equal(sia_codebook_examples(book_of(f, rows), NULL, &out, f->a, NULL), SIA_OK);
    assert_int_equal(out.n, 4);
    assert_true(sia_str_eq(out.v[0].arg, SIA_STR("T: yes: Ini [strategi ofensif]nya.")));
    assert_int_equal(out.v[0].msg, SIA_MSG_EXAMPLE_MISSED);
    assert_int_equal(out.v[1].msg, SIA_MSG_EXAMPLE_FOUND);
    assert_int_equal(out.v[1].line, 3);
    assert_int_equal(out.v[1].col, 14);
    assert_true(sia_str_eq(out.v[2].arg, SIA_STR("U: Ini [su]ara.")));
    assert_true(sia_str_eq(out.v[3].arg, SIA_STR("U: Tanpa itu.")));
}

static char *repeat(const char *one, size_t n)
{
    size_t len = strlen(one);
    char *p = malloc(len * n + 1);
    assert_non_null(p);
    for (size_t i = 0; i < n; i++) memcpy(p + i * len, one, len);
    p[len * n] = 0;
    return p;
}

static void many_patterns_and_many_lists_are_no_trouble(void **state)
{
    fixture *f = *state;
    char *many = repeat("kata lain | ", 100000), *members = repeat("kata | ", 2000);
    sia_codebook *cb;
    sia_str sheet = sia_printf(f->a, "%sX\tT\t\t%s\n@\tl\t\t%s\nX\tU\t\t@l | @l | x\n", TITLES, many, members);
    assert_int_equal(sia_codebook_parse(&cb, SIA_STR("b"), sheet, f->a, NULL), SIA_OK);
    sheet = sia_printf(f->a, "%s@\tl\t\t%s\nX\tU\t\t@l @l\n", TITLES, members);
    assert_int_equal(sia_codebook_parse(&cb, SIA_STR("b"), sheet, f->a, NULL), SIA_ELIMIT);
    free(many);
    free(members);
}

static void more_than_65535_terms_are_refused(void **state)
{
    fixture *f = *state;
    sia_codebook *cb;
    char *sheet = malloc(65536 * 16 + 64), *p = sheet;
    assert_non_null(sheet);
    p += sprintf(p, "category\tterm\tpattern\n");
    for (int i = 0; i < 65535; i++) p += sprintf(p, "X\tT%d\tk%d\n", i, i);
    assert_int_equal(parse(f, sheet, &cb, NULL), SIA_OK);
    strcpy(p, "X\tT\tk\n");
    assert_int_equal(parse(f, sheet, &cb, NULL), SIA_ELIMIT);
    free(sheet);
}

static void memory_that_runs_out_is_told(void **state)
{
    (void)state;
    const char *sheet = "category\tterm\tpattern\texcept\tcontext\nX\t\t\t\t\n@\tl\ta | /b/\nX\tT\tkaf\xC3\xA9 *b | /c/\t@l d\tnear 3: @l | e; doc: f\n";
    for (size_t limit = 1; limit < 120000; limit += limit / 16 + 64) {
        sia_arena *a = sia_arena_new(NULL, limit);
        sia_codebook *cb;
        sia_status st = sia_codebook_parse(&cb, SIA_STR("b"), sia_str_of(sheet), a, NULL);
        assert_true(st == SIA_ESYNTAX || st == SIA_OK || st == SIA_ENOMEM);
        assert_true((st == SIA_OK) == (cb != NULL));
        sia_arena_free(a);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(columns_come_in_any_order_and_in_indonesian, setup, teardown),
        cmocka_unit_test_setup_teardown(a_term_may_have_several_rows, setup, teardown),
        cmocka_unit_test_setup_teardown(a_term_without_label_is_called_by_its_id, setup, teardown),
        cmocka_unit_test_setup_teardown(oddities_are_findings_and_no_errors, setup, teardown),
        cmocka_unit_test_setup_teardown(patterns_shared_under_conditions_are_meant, setup, teardown),
        cmocka_unit_test_setup_teardown(wrong_rows_are_told_with_their_place, setup, teardown),
        cmocka_unit_test_setup_teardown(wrong_titles_are_told, setup, teardown),
        cmocka_unit_test_setup_teardown(examples_are_tests, setup, teardown),
        cmocka_unit_test_setup_teardown(many_patterns_and_many_lists_are_no_trouble, setup, teardown),
        cmocka_unit_test_setup_teardown(more_than_65535_terms_are_refused, setup, teardown),
        cmocka_unit_test(memory_that_runs_out_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
