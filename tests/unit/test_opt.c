/* Options: what a command line means, and what is said of a wrong one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include "../../src/cli/session.h"

static const opt_verb *const verbs[] = {
    &cmd_docs.opts, &cmd_text.opts, &cmd_outline.opts, &cmd_tokens.opts, &cmd_tag.opts, &cmd_kwic.opts,
    &cmd_freq.opts, &cmd_cooc.opts, &cmd_codebook.opts, &cmd_columns.opts,
};

static sia_status parse(const opt_verb *v, settings *s, int *operands, sia_err *err, int argc, char **argv)
{
    settings_init(s);
    return opt_parse(v, argc, argv, s, operands, err);
}

static void values_come_beside_or_behind_their_option(void **state)
{
    (void)state;
    char *argv[] = { "a.txt", "--top=5", "--of", "word", "-j2", "b.txt", "--", "--top" };
    settings s;
    int n;
    assert_int_equal(parse(&cmd_freq.opts, &s, &n, NULL, 8, argv), SIA_OK);
    assert_int_equal(s.top, 5);
    assert_int_equal(s.of, OF_WORD);
    assert_int_equal(s.threads, 2);
    assert_int_equal(n, 3);
    assert_string_equal(argv[0], "a.txt");
    assert_string_equal(argv[1], "b.txt");
    assert_string_equal(argv[2], "--top");
}

static void sizes_have_binary_units(void **state)
{
    (void)state;
    char *argv[] = { "--memory", "512M" };
    settings s;
    int n;
    assert_int_equal(parse(&cmd_tag.opts, &s, &n, NULL, 2, argv), SIA_OK);
    assert_true(s.memory == 512u << 20);
}

static void a_lone_dash_is_an_operand(void **state)
{
    (void)state;
    char *argv[] = { "-" };
    settings s;
    int n;
    assert_int_equal(parse(&cmd_tag.opts, &s, &n, NULL, 1, argv), SIA_OK);
    assert_int_equal(n, 1);
}

static void repeated_codebooks_add_up_to_a_bound(void **state)
{
    (void)state;
    char *argv[2 * OPT_LIST_MAX + 2];
    settings s;
    int n;
    sia_err err;
    for (int i = 0; i < 2 * OPT_LIST_MAX + 2; i++) argv[i] = i % 2 ? "kode.tsv" : "--codebook";
    assert_int_equal(parse(&cmd_tag.opts, &s, &n, &err, 2 * OPT_LIST_MAX, argv), SIA_OK);
    assert_int_equal(s.codebooks.n, OPT_LIST_MAX);
    assert_int_equal(parse(&cmd_tag.opts, &s, &n, &err, 2 * OPT_LIST_MAX + 2, argv), SIA_EARG);
    assert_int_equal(err.msg, SIA_MSG_OPT_TOO_MANY);
}

static void wrong_options_are_told_with_the_nearest_name(void **state)
{
    (void)state;
    static const struct { char *word, *value; sia_msg msg; const char *says; } wrong[] = {
        { "--tpo",         "5",    SIA_MSG_OPT_UNKNOWN,     "--top?" },
        { "--top",         "five", SIA_MSG_OPT_NUMBER,      "'five'" },
        { "--top",         "-1",   SIA_MSG_OPT_NUMBER,      "'-1'" },
        { "--top=",        NULL,   SIA_MSG_OPT_NUMBER,      "''" },
        { "--top=99999999999", NULL, SIA_MSG_OPT_NUMBER,    "'99999999999'" },
        { "--of",          "kata", SIA_MSG_OPT_CHOICE,      "term|category|word" },
        { "--quiet=yes",   NULL,   SIA_MSG_OPT_NO_VALUE,    "--quiet" },
        { "--memory",      "5X",   SIA_MSG_OPT_SIZE,        "'5X'" },
        { "--where",       NULL,   SIA_MSG_OPT_NEEDS_VALUE, "--where" },
        { "--wher",        NULL,   SIA_MSG_OPT_UNKNOWN,     "--where?" },
    };
    for (size_t i = 0; i < SIA_COUNT_OF(wrong); i++) {
        char *argv[] = { wrong[i].word, wrong[i].value };
        settings s;
        int n;
        sia_err err;
        char text[1024];
        assert_int_equal(parse(&cmd_freq.opts, &s, &n, &err, wrong[i].value ? 2 : 1, argv), SIA_EARG);
        assert_int_equal(err.msg, wrong[i].msg);
        assert_non_null(strstr(sia_err_text(&err, SIA_EN, text, sizeof text), wrong[i].says));
    }
}

/* A law over all tables: no verb has two options of one name or letter, and every option has a line of help. */
static void no_two_options_of_a_verb_clash(void **state)
{
    (void)state;
    for (size_t v = 0; v < SIA_COUNT_OF(verbs); v++) {
        const opt *all[96];
        size_t n = 0;
        for (size_t g = 0; g < OPT_GROUPS_MAX && verbs[v]->groups[g]; g++)
            for (size_t i = 0; i < verbs[v]->groups[g]->n; i++) all[n++] = &verbs[v]->groups[g]->v[i];
        for (size_t i = 0; i < n; i++) {
            assert_true(*sia_word(all[i]->help, SIA_EN) && *sia_word(all[i]->help, SIA_ID));
            assert_int_equal(all[i]->kind == OPT_FLAG, all[i]->arg == NULL);
            for (size_t k = 0; k < i; k++) {
                assert_string_not_equal(all[i]->name, all[k]->name);
                assert_true(!all[i]->brief || all[i]->brief != all[k]->brief);
            }
        }
    }
}

static void help_fits_eighty_columns(void **state)
{
    (void)state;
    sia_arena *a = sia_arena_new(NULL, 0);
    for (size_t v = 0; v < SIA_COUNT_OF(verbs); v++)
        for (int lang = SIA_EN; lang <= SIA_ID; lang++) {
            sia_str page = opt_help(verbs[v], (sia_lang)lang, a);
            for (const char *p = page.p, *end; *p; p = end + 1) {
                end = strchr(p, '\n');
                if (p[0] != ' ' || p[2] != 's') assert_true(end - p <= 80);      /* examples are as long as they are */
            }
        }
    sia_arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(values_come_beside_or_behind_their_option),
        cmocka_unit_test(sizes_have_binary_units),
        cmocka_unit_test(a_lone_dash_is_an_operand),
        cmocka_unit_test(repeated_codebooks_add_up_to_a_bound),
        cmocka_unit_test(wrong_options_are_told_with_the_nearest_name),
        cmocka_unit_test(no_two_options_of_a_verb_clash),
        cmocka_unit_test(help_fits_eighty_columns),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
