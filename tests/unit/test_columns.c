/* What the columns say of themselves: complete, unique, in the promised order. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <siasat.h>
#include <stdio.h>

/* The order that users' scripts rely on; later columns may be added at the end. */
static const char *const promised[][2] = {
    { "docs", "doc work format encoding pages words parts repairs problem duplicate_of" },
    { "text --repairs", "doc line column start end kind before after" },
    { "text --marks", "doc line column start end kind" },
    { "outline", "doc level number title part page page_label start end words section" },
    { "tokens", "doc section page paragraph sentence token start end surface norm lemma root kind stop" },
    { "tag", "hit doc part section page page_label paragraph sentence start end category term label surface context "
             "decision" },
    { "tag --columns", "negated modality voice" },
    { "tag --overlaps", "doc part section page page_label sentence start end category term surface why winner winner_category "
                        "winner_term winner_surface" },
    { "quote", "quote author year page_label doc" },
    { "kwic", "hit doc part section page page_label sentence start end left match right" },
    { "lists", "doc part page page_label sentence head head_term member member_term start end" },
    { "discover", "item count docs c_value lrc evidence" },
    { "freq", "group item label category count words per_10k docs doc_share dp dp_norm verdict" },
    { "freq --format table", "spread" },
    { "freq --measure", "range dp dp_norm" },
    { "freq --leave-one-out", "without without_work" },
    { "cooc", "a label_a category_a b label_b category_b units_a units_b units_ab units expected log_dice g2 npmi "
              "lrc p q verdict" },
    { "cooc --measure", "log_dice g2 npmi lrc" },
    { "cooc --unit span", "hits_a weighted" },
    { "cooc --leave-one-out", "without without_work" },
    { "explain", "kind name value formula worked meaning doc section page_label sentence" },
    { "sheet", "unit doc part page_label sentence text code coder" },
    { "evaluate", "category tp fp fn precision recall f1" },
    { "evaluate --list", "kind doc page page_label start end category term surface context" },
    { "evaluate --a", "category both only_a only_b agreement kappa alpha" },
    { "network", "item label category degree strength pagerank betweenness community x y units" },
    { "network --edges", "a label_a category_a b label_b category_b weight disparity" },
    { "keyness", "item label category target reference target_per_10k reference_per_10k lrc log_ratio g2 p q verdict" },
    { "keyness --measure", "lrc log_ratio g2" },
    { "keyness --by", "specificity group" },
    { "keyness --leave-one-out", "without without_work" },
    { "keyness --permute", "p_permuted q_permuted" },
    { "freq --wide", "item label category total" },
    { "cooc --wide", "item label category" },
    { "crosstab", "item label total chi2 p q test cramers_v v_low v_high verdict" },
    { "crosstab --cells", "item label category group count size total expected residual adjusted" },
    { "ngrams", "item n count docs log_dice g2 npmi lrc p q verdict" },
    { "lexdiv", "group tokens types ttr mattr hdd mtld yule_k verdict" },
    { "lexdiv --measure", "ttr mattr hdd mtld yule_k herdan_c" },
    { "meta", "work doc author year party region university first_page" },
    { "repairs", "form proposal count rule evidence places effect" },
    { "tokens --repair", "repaired" },
    { "tag --repair", "repaired" },
    { "kwic --repair", "repaired" },
    { "freq --repair", "unrepaired" },
    { "cooc --repair", "unrepaired" },
    { "codebook check", "file line column kind message finding term count other" },
    { "codebook coverage", "group content_words reached share members members_reached members_share" },
    { "codebook convert", "lost count effect line term example message" },
    { "codebook list", "category" },
    { "report summary", "kind item label count share" },
    { "report kwic", "category term label doc part section page page_label left match right sentence start end hit" },
    { "report spots", "doc number category term part position hit" },
    { "report text", "doc part section page page_label paragraph sentence kind text hits repairs" },
    { "report methods", "kind item value means source" },
    { "columns", "command name type unit meaning formula source" },
};

static void columns_stand_in_the_promised_order(void **state)
{
    (void)state;
    for (size_t i = 0; i < SIA_COUNT_OF(promised); i++) {
        char names[1024] = "";
        const sia_columns *c = sia_columns_of(sia_str_of(promised[i][0]));
        assert_non_null(c);
        for (uint32_t k = 0; k < c->n; k++) {
            if (k) strncat(names, " ", sizeof names - strlen(names) - 1);
            strncat(names, c->cols[k].name, sizeof names - strlen(names) - 1);
        }
        names[strlen(promised[i][1]) < sizeof names ? strlen(promised[i][1]) : 0] = 0;
        assert_string_equal(names, promised[i][1]);
    }
}

static void every_table_is_promised_and_found_by_name(void **state)
{
    (void)state;
    uint32_t n = 0;
    for (const sia_columns *c; (c = sia_columns_at(n)) != NULL; n++) {
        assert_ptr_equal(sia_columns_of(sia_str_of(c->command)), c);
        assert_true(c->n > 0);
    }
    assert_int_equal(n, SIA_COUNT_OF(promised));
    assert_null(sia_columns_at(UINT32_MAX));
}

static bool plain_name(const char *name)
{
    for (const char *p = name; *p; p++)
        if (!((*p >= 'a' && *p <= 'z') || *p == '_' || (p > name && *p >= '0' && *p <= '9'))) return false;
    return *name != 0;
}

/* A header cell must survive every reader: no blanks at its ends, no quotes, nothing that starts a formula. */
static void check_title(const sia_columns *c, uint32_t k, int lang)
{
    sia_str t = sia_str_of(c->cols[k].title[lang]);
    assert_true(t.n > 0 && t.n < 40 && t.p[0] > ' ' && !strchr("=+-@'#", t.p[0]) && t.p[t.n - 1] > ' ');
    assert_true(!strpbrk(t.p, "\",;\t\r\n"));
    assert_true(sia_utf8_valid(t));
    for (uint32_t j = 0; j < k; j++) assert_string_not_equal(c->cols[j].title[lang], t.p);
}

static void every_column_says_what_it_is_in_both_languages(void **state)
{
    (void)state;
    const sia_columns *c;
    for (uint32_t i = 0; (c = sia_columns_at(i)) != NULL; i++)
        for (uint32_t k = 0; k < c->n; k++) {
            const sia_col *col = &c->cols[k];
            assert_true(plain_name(col->name));
            for (uint32_t j = 0; j < k; j++) assert_string_not_equal(c->cols[j].name, col->name);
            for (int lang = SIA_EN; lang <= SIA_ID; lang++) {
                check_title(c, k, lang);
                assert_true(strlen(col->means[lang]) > 2 && col->means[lang][strlen(col->means[lang]) - 1] != '.');
            }
            assert_true(col->unit && col->formula && col->source && col->type <= SIA_REAL);
        }
}

static void a_measure_names_its_formula_or_says_it_is_not_built(void **state)
{
    (void)state;
    static const char *const tables[] = { "freq", "cooc", "keyness", "lexdiv", "ngrams", "crosstab", "crosstab --cells" };
    for (size_t i = 0; i < SIA_COUNT_OF(tables); i++) {
        const sia_columns *c = sia_columns_of(sia_str_of(tables[i]));
        for (uint32_t k = 0; k < c->n; k++)
            if (c->cols[k].type == SIA_REAL)
                assert_true(*c->cols[k].formula || strstr(c->cols[k].means[SIA_EN], "empty until"));
    }
}

static void an_unknown_command_has_no_columns(void **state)
{
    (void)state;
    assert_null(sia_columns_of(SIA_STR("")));
    assert_null(sia_columns_of(SIA_STR("freqs")));
    assert_null(sia_columns_of(SIA_STR("fre")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(columns_stand_in_the_promised_order),
        cmocka_unit_test(every_table_is_promised_and_found_by_name),
        cmocka_unit_test(every_column_says_what_it_is_in_both_languages),
        cmocka_unit_test(a_measure_names_its_formula_or_says_it_is_not_built),
        cmocka_unit_test(an_unknown_command_has_no_columns),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
