/* Codebooks of other programs: what is read from each format, what is written, and what is said to be lost. */
#include <siasat/code.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <cmocka.h>
#include "../../src/code/exchange/exchange.h"

static sia_arena *arena;
static sia_losses lost;
static sia_err err;

static int set_up(void **state)
{
    (void)state;
    arena = sia_arena_new(NULL, 0);
    lost = (sia_losses){ 0 };
    return arena ? 0 : 1;
}

static int tear_down(void **state) { (void)state; sia_arena_free(arena); return 0; }

static uint64_t lost_of(const char *kind)
{
    for (uint32_t i = 0; i < lost.n; i++) if (!strcmp(lost.v[i].kind, kind)) return lost.v[i].n;
    return 0;
}

static sia_status import(sia_book_format f, const char *bytes, sia_codebook **cb)
{
    sia_str tsv;
    SIA_TRY(sia_book_import(&tsv, &lost, f, SIA_STR("berkas"), sia_str_of(bytes), arena, &err));
    return sia_codebook_parse(cb, SIA_STR("berkas"), tsv, arena, &err);
}

/* "category|term|pattern|context" of the i-th entry. */
static const char *entry(const sia_codebook *cb, uint32_t i)
{
    const sia_entry e = sia_codebook_entry(cb, i);
    const sia_term *t = sia_codebook_term(cb, e.term);
    const sia_str c = sia_codebook_category(cb, t->category)->code;
    return sia_printf(arena, "%.*s|%.*s|%.*s|%.*s", (int)c.n, c.p, (int)t->id.n, t->id.p, (int)e.pattern.n, e.pattern.p,
                      (int)e.context.n, e.context.n ? e.context.p : "").p;
}

static void entries_are(sia_book_format f, const char *bytes, const char *const *wanted, uint32_t n)
{
    sia_codebook *cb;
    char text[512];
    if (import(f, bytes, &cb)) fail_msg("%s", sia_err_text(&err, SIA_EN, text, sizeof text));
    assert_int_equal(sia_codebook_entries(cb), n);
    for (uint32_t i = 0; i < n; i++) assert_string_equal(entry(cb, i), wanted[i]);
}
#define ENTRIES_ARE(f, bytes, ...) do { static const char *const w_[] = { __VA_ARGS__ }; entries_are(f, bytes, w_, SIA_COUNT_OF(w_)); } while (0)

static void refused(sia_book_format f, const char *bytes, sia_msg msg, uint32_t line)
{
    sia_codebook *cb;
    assert_int_not_equal(import(f, bytes, &cb), SIA_OK);
    assert_int_equal(err.msg, msg);
    assert_int_equal(err.line, line);
}

/* ---- reading ------------------------------------------------------------------------------------------------- */

static void liwc_words_go_to_the_categories_they_number(void **state)
{
    (void)state;
    ENTRIES_ARE(SIA_BOOK_DIC, "%\n01\tStrategi\n02\tPemilih\n%\n\nofensif\t01\nmuda*\t02\nsuara\t1\t02\n",
                "Strategi|Strategi|ofensif | suara|", "Pemilih|Pemilih|muda* | suara|");
}

static void liwc_levels_come_by_tabs_and_a_parents_number_adds_nothing(void **state)
{
    (void)state;
    ENTRIES_ARE(SIA_BOOK_DIC, "%\r\n1\tSTR\r\n\t2\tofensif\r\n3\tPML\r\n%\r\ndoor to door\t1\t2\r\npemilih 3\r\n",
                "STR|ofensif|door to door|", "PML|PML|pemilih|");
}

static void liwc_conditional_forms_and_unknown_numbers_are_told(void **state)
{
    (void)state;
    ENTRIES_ARE(SIA_BOOK_DIC, "%\n1\tA\n%\nkind\t<of>1\t1\nlike\t(02)1/2\nx\t9\nya\t1\n", "A|A|kind | ya|");
    assert_int_equal(lost_of("rule"), 2);
    assert_int_equal(lost_of("id"), 1);
}

static void liwc_without_its_marks_is_refused(void **state)
{
    (void)state;
    refused(SIA_BOOK_DIC, "kata\t1\n", SIA_MSG_LIWC_PERCENT, 1);
    refused(SIA_BOOK_DIC, "%\nA\n%\n", SIA_MSG_LIWC_CATEGORY, 2);
    refused(SIA_BOOK_DIC, "%\n1\tA\n01\tB\n%\n", SIA_MSG_LIWC_TWICE, 3);
}

static void lexicoder_is_flat_and_slashes_are_levels(void **state)
{
    (void)state;
    ENTRIES_ARE(SIA_BOOK_LC3, "+STR/ofensif\nserang*\n+ANOTHER\nhad\nmary | lamb?\n", "STR|ofensif|serang*|", "ANOTHER|ANOTHER|had | mary \\| lamb\\?|");
    refused(SIA_BOOK_LC3, "kata\n", SIA_MSG_LC3_FIRST, 1);
}

static void wordstat_entries_end_in_a_weight(void **state)
{
    (void)state;
    ENTRIES_ARE(SIA_BOOK_CAT, "SOUTH\n   \tBW\n   \t\tBotswanan* (1)\n   \t\tCape_Town (1)\n   \tLS\n   \t\tMaseru (10)\n   \t\tB (0.5)\n   \t\t@RULE1 (1)\n",
                "SOUTH|BW|Botswanan* | Cape Town|", "SOUTH|LS|Maseru | B|");
    assert_int_equal(lost_of("weight"), 2);
    assert_int_equal(lost_of("rule"), 1);
    refused(SIA_BOOK_CAT, "\tkata (1)\n", SIA_MSG_CAT_FIRST, 1);
}

static void khcoder_rules_become_clauses(void **state)
{
    (void)state;
    ENTRIES_ARE(SIA_BOOK_COD, "# catatan\n*A\npartai or pasang+calon\n or 'kampanye'\n\n*B\n( suara or dukungan ) and rakyat and not ( lagu or film )\n*C\nnear(partai-caleg)[b5]\n*D\nseq(a-b-c)\n",
                "A|A|partai | pasang calon | *kampanye*|",
                "B|B|suara|paragraph: rakyat; not paragraph: lagu; not paragraph: film",
                "B|B|dukungan|paragraph: rakyat; not paragraph: lagu; not paragraph: film",
                "C|C|partai|near 5: caleg", "D|D|a|after 10: b; after 10: c");
    assert_int_equal(lost_of("rule"), 0);
    assert_true(lost_of("unit") > 0);
}

static void khcoder_rules_of_other_things_are_told_and_left_out_whole(void **state)
{
    (void)state;
    ENTRIES_ARE(SIA_BOOK_COD, "*A\nkata or <>jenis-->laki\n*B\nnot kata\n*C\nlw > 5\n*D\n( a\n*E\nya\n*F\na b\n*G\nnot ( a and b )\n",
                "A|A||", "B|B||", "C|C||", "D|D||", "E|E|ya|", "F|F||", "G|G||");
    assert_int_equal(lost_of("rule"), 6);
    refused(SIA_BOOK_COD, "kata\n", SIA_MSG_KH_FIRST, 1);
    refused(SIA_BOOK_COD, "*A\nx\n*A\ny\n", SIA_MSG_KH_TWICE, 3);
}

static void yaml_keys_nest_and_underscores_are_the_keys_own(void **state)
{
    (void)state;
    ENTRIES_ARE(SIA_BOOK_YAML, "(1\t\n(1\tSTR\n(2\t__\n'2\tstrategi\n)\n(3\tofensif\n'3\tserang*\n(4\tlagi\n'4\tx?\n)\n)\n)\n)\n.\n",
                "STR|STR|strategi|", "STR|ofensif|serang*|", "STR|ofensif/lagi|x?|");
    assert_int_equal(lost_of("depth"), 1);
    refused(SIA_BOOK_YAML, "(1\t\n'1\tkata\n)\n.\n", SIA_MSG_IN_SHAPE, 1);
}

static void yoshikoder_keeps_patterns_beside_categories(void **state)
{
    (void)state;
    ENTRIES_ARE(SIA_BOOK_YKD, "(1\tdictionary\n@patternengine\tsubstring\n(1\tcnode\n@name\tBuku\n(2\tcnode\n@name\tA\n@desc\tarti\n(3\tpnode\n@name\tsatu*\n@score\t0.5\n)\n"
                "(4\tcnode\n@name\tB\n(5\tpnode\n@name\tdua\n)\n)\n)\n)\n)\n.\n", "A|A|satu*|", "A|B|dua|");
    assert_int_equal(lost_of("weight"), 1);
    refused(SIA_BOOK_YKD, "(1\thtml\n)\n.\n", SIA_MSG_IN_ROOT, 0);
}

static void what_means_something_to_us_is_escaped(void **state)
{
    (void)state;
    ENTRIES_ARE(SIA_BOOK_LC3, "+A\n/x/\n@nama\n~kata\ncase:PAN\na|b\nc\\d\n", "A|A|\\/x/ | \\@nama | \\~kata | \\case:PAN | a\\|b | c\\\\d|");
}

static void a_category_called_list_is_no_word_list(void **state)
{
    (void)state;
    ENTRIES_ARE(SIA_BOOK_LC3, "+list/a\nx\n+#b\ny\n", "list_|a|x|", "#b|#b|y|");
}

static void ids_taken_twice_get_their_category_before_them(void **state)
{
    (void)state;
    ENTRIES_ARE(SIA_BOOK_LC3, "+A/x\nsatu\n+B/x\ndua\n", "A|x|satu|", "B|B/x|dua|");
    assert_int_equal(lost_of("name"), 1);
}

static void a_pattern_of_33_words_is_told(void **state)
{
    (void)state;
    sia_str long_one = SIA_STR("+A\nya\n");
    for (int i = 0; i < 33; i++) long_one = sia_printf(arena, "%sa ", long_one.p);
    ENTRIES_ARE(SIA_BOOK_LC3, long_one.p, "A|A|ya|");
    assert_int_equal(lost_of("long"), 1);
}

static void a_garbled_tree_is_refused(void **state)
{
    (void)state;
    static const char *const wires[] = { "", ".", "(1\ta\n.\n", ")\n.\n", "(1\ta\n)\n", "x\n.\n", "@a\tb\n.\n", "(1\ta\n(1\tb\n)\n@x\ty\n)\n.\n", "(1\ta\xff\n)\n.\n", "\n.\n" };
    sia_tree t;
    for (size_t i = 0; i < SIA_COUNT_OF(wires); i++) {
        assert_int_equal(sia_tree_parse(&t, SIA_STR("x"), sia_str_of(wires[i]), arena, &err), SIA_ETEXT);
        assert_int_equal(err.msg, SIA_MSG_HELPER_GARBLED);
    }
}

/* ---- writing ---------------------------------------------------------------------------------------------------- */

static const char book[] =
    "category\tterm\tlabel\tpattern\texcept\tcontext\tdefinition\texamples\n"
    "STR\t\tStrategi\t\t\t\tarti: <&>\t\n"
    "STR\tSTR-a\tofensif\tstrategi ofensif | serang* | case:PAN | /x+/ | m?sa | *kampanye* | visi, misi\tserangan | a;b\tnear 3: partai\t\t[serangan] itu\n"
    "STR\tb/c\t\tkedua\t\t\t\t\n"
    "PML\tPML\t\t@muda\t\t\t\t\n"
    "@\tmuda\t\tmilenial | gen z\t\t\t\t\n";

static const char *export(sia_book_format f, const char *tsv)
{
    sia_codebook *cb;
    sia_str out;
    lost = (sia_losses){ 0 };
    assert_int_equal(sia_codebook_parse(&cb, SIA_STR("dir/buku.tsv"), sia_str_of(tsv), arena, &err), SIA_OK);
    assert_int_equal(sia_book_export(&out, &lost, f, cb, arena, &err), SIA_OK);
    return sia_dup(arena, out).p;
}

static void yaml_is_written_with_everything_quoted(void **state)
{
    (void)state;
    assert_string_equal(export(SIA_BOOK_YAML, book),
        "\"STR\":\n  \"STR-a\":\n    - \"strategi ofensif\"\n    - \"serang*\"\n    - \"PAN\"\n    - \"m?sa\"\n    - \"*kampanye*\"\n    - \"visi, misi\"\n"
        "  \"b\":\n    \"c\":\n      - \"kedua\"\n\"PML\":\n  - \"milenial\"\n  - \"gen z\"\n");
    assert_int_equal(lost_of("regex"), 1);
    assert_int_equal(lost_of("case"), 1);
    assert_int_equal(lost_of("except"), 1);
    assert_int_equal(lost_of("context"), 1);
    assert_int_equal(lost_of("examples"), 1);
    assert_int_equal(lost_of("list"), 1);
    assert_int_equal(lost_of("mark"), 1);
    assert_int_equal(lost_of("wildcard"), 0);
}

static void liwc_is_written_with_numbers_of_all_levels(void **state)
{
    (void)state;
    assert_string_equal(export(SIA_BOOK_DIC, book),
        "%\n1\tSTR\n\t3\tSTR-a\n\t4\tb\n\t\t5\tc\n2\tPML\n%\nstrategi ofensif\t1\t3\nserang*\t1\t3\nPAN\t1\t3\nvisi, misi\t1\t3\n"
        "kedua\t1\t4\t5\nmilenial\t2\ngen z\t2\n");
    assert_int_equal(lost_of("wildcard"), 2);
}

static void khcoder_gets_phrases_and_strings(void **state)
{
    (void)state;
    assert_string_equal(export(SIA_BOOK_COD, book),
        "*STR/STR-a\nstrategi+ofensif\n or 'serang'\n or pan\n or 'kampanye'\n or 'visi, misi'\n\n*STR/b/c\nkedua\n\n*PML\nmilenial\n or gen+z\n\n");
    assert_int_equal(lost_of("wildcard"), 1);
    assert_int_equal(lost_of("string"), 3);
}

static void text_formats_give_back_what_they_were_given(void **state)
{
    (void)state;
    static const sia_book_format formats[] = { SIA_BOOK_DIC, SIA_BOOK_LC3, SIA_BOOK_CAT, SIA_BOOK_COD };
    for (size_t i = 0; i < SIA_COUNT_OF(formats); i++) {
        sia_codebook *cb;
        sia_str again;
        const char *once = export(formats[i], book);
        lost = (sia_losses){ 0 };
        assert_int_equal(import(formats[i], once, &cb), SIA_OK);
        assert_int_equal(lost.n, 1);   /* b/c: depth */
        assert_int_equal(lost_of("depth"), 1);
        assert_int_equal(sia_book_export(&again, &lost, formats[i], cb, arena, &err), SIA_OK);
        assert_string_equal(sia_dup(arena, again).p, once);
    }
}

static void sheets_lose_their_comments_alone(void **state)
{
    (void)state;
    assert_string_equal(export(SIA_BOOK_CSV, "# satu\ncategory\tterm\tpattern\n# dua\nA\ta\tx, y\n"), "category,term,pattern\r\nA,a,\"x, y\"\r\n");
    assert_int_equal(lost.n, 1);
    assert_int_equal(lost_of("comment"), 2);
}

/* The values were taken from Python's uuid.uuid5(uuid.NAMESPACE_URL, ...). */
static void identifiers_are_those_of_other_programs(void **state)
{
    (void)state;
    char guid[37];
    sia_guid(guid, SIA_STR("/STR"));
    assert_string_equal(guid, "1001d64d-5f2b-5cd9-a31e-68d83d1c58c7");
    sia_guid(guid, SIA_STR("http://www.python.org/dev/peps/pep-0020/this-name-is-longer-than-one-block-of-sixty-four-bytes"));
    assert_string_equal(guid, "168d531e-fbda-5e91-861a-1b7a4716f79b");
}

/* In a project two codebooks may have the same codes, and an id that ends in / or has two of them is a code of its own. */
static void codes_of_a_project_are_told_apart(void **state)
{
    (void)state;
    sia_codebook *cb;
    sia_str one, two;
    char guid[4][37], other[4][37], of_path[37];
    const sia_str tsv = SIA_STR("category\tterm\tpattern\nSTR\tSTR-a\tx\nSTR\tb/c\ty\nSTR\tb//c\tz\nSTR\tb/c/\tw\n");
    assert_int_equal(sia_codebook_parse(&cb, SIA_STR("berkas"), tsv, arena, &err), SIA_OK);
    assert_int_equal(sia_book_codes(&one, guid, cb, SIA_STR(""), arena, &err), SIA_OK);
    assert_int_equal(sia_book_codes(&two, other, cb, SIA_STR("2"), arena, &err), SIA_OK);
    sia_guid(of_path, SIA_STR("/STR/STR-a"));
    assert_string_equal(guid[0], of_path);
    for (int i = 0; i < 4; i++) {
        assert_non_null(strstr(sia_dup(arena, one).p, guid[i]));
        assert_non_null(strstr(sia_dup(arena, two).p, other[i]));
        for (int k = 0; k < 4; k++) {
            assert_string_not_equal(guid[i], other[k]);
            if (i != k) assert_string_not_equal(guid[i], guid[k]);
        }
    }
}

static void memory_that_runs_out_is_told(void **state)
{
    (void)state;
    const char *yes[] = { "%\n1\tA\n%\nx\t1\n", "+A\nx\n", "A\n\tx (1)\n", "*A\nx or y and z\n" };
    const sia_book_format f[] = { SIA_BOOK_DIC, SIA_BOOK_LC3, SIA_BOOK_CAT, SIA_BOOK_COD };
    for (size_t i = 0; i < SIA_COUNT_OF(f); i++)
        for (size_t limit = 64; ; limit += 64) {
            sia_arena *small = sia_arena_new(NULL, limit);
            sia_losses l = { 0 };
            sia_str tsv, out;
            sia_codebook *cb;
            sia_status st = sia_book_import(&tsv, &l, f[i], SIA_STR("x"), sia_str_of(yes[i]), small, &err);
            if (!st) st = sia_codebook_parse(&cb, SIA_STR("x"), tsv, small, &err);
            if (!st) st = sia_book_export(&out, &l, f[i], cb, small, &err);
            sia_arena_free(small);
            assert_true(st == SIA_OK || st == SIA_ENOMEM);
            if (!st) break;
            assert_true(limit < 1 << 22);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define T(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
        T(liwc_words_go_to_the_categories_they_number), T(liwc_levels_come_by_tabs_and_a_parents_number_adds_nothing),
        T(liwc_conditional_forms_and_unknown_numbers_are_told), T(liwc_without_its_marks_is_refused),
        T(lexicoder_is_flat_and_slashes_are_levels), T(wordstat_entries_end_in_a_weight), T(khcoder_rules_become_clauses),
        T(khcoder_rules_of_other_things_are_told_and_left_out_whole), T(yaml_keys_nest_and_underscores_are_the_keys_own),
        T(yoshikoder_keeps_patterns_beside_categories), T(what_means_something_to_us_is_escaped),
        T(a_category_called_list_is_no_word_list), T(ids_taken_twice_get_their_category_before_them), T(a_pattern_of_33_words_is_told),
        T(a_garbled_tree_is_refused), T(yaml_is_written_with_everything_quoted), T(liwc_is_written_with_numbers_of_all_levels),
        T(khcoder_gets_phrases_and_strings), T(text_formats_give_back_what_they_were_given), T(sheets_lose_their_comments_alone),
        T(identifiers_are_those_of_other_programs), T(codes_of_a_project_are_told_apart), T(memory_that_runs_out_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
