/* siasat-codebook, the helper program, with what a stranger might send: each is read, or refused by name within its limits. */
#include <siasat/code.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <cmocka.h>

static sia_arena *arena;
static sia_err err;
static sia_str got;

static int set_up(void **state)
{
    (void)state;
    arena = sia_arena_new(NULL, 0);
    return arena ? 0 : 1;
}

static int tear_down(void **state) { (void)state; sia_arena_free(arena); return 0; }

static sia_status run(const char *job, sia_str in)
{
    const sia_helper h = { .path = SIA_BUILT_DATA "/libexec/siasat/siasat-codebook", .job = job, .needs = "" };
    unsigned lacks = 0;
    err = (sia_err){ 0 };
    return sia_helper_run(&got, &lacks, &h, SIA_STR("berkas"), in, arena, &err);
}

static void gives(const char *job, const char *in, const char *wanted)
{
    char text[512];
    if (run(job, sia_str_of(in))) fail_msg("%s", sia_err_text(&err, SIA_EN, text, sizeof text));
    assert_string_equal(sia_dup(arena, got).p, wanted);
}

static void refuses(const char *job, sia_str in, sia_msg msg)
{
    char text[512];
    assert_int_not_equal(run(job, in), SIA_OK);
    if (err.msg != msg) fail_msg("%s", sia_err_text(&err, SIA_EN, text, sizeof text));
}

/* Read, or refused by name: never a crash, a hang or a flood. */
static void survives(const char *job, sia_str in)
{
    char text[512];
    if (!run(job, in)) return;
    if (err.msg == SIA_MSG_HELPER_CRASHED || err.msg == SIA_MSG_HELPER_SLOW || err.msg == SIA_MSG_HELPER_MISSING)
        fail_msg("%s: %s", job, sia_err_text(&err, SIA_EN, text, sizeof text));
}

static sia_str repeated(const char *before, const char *s, size_t n, const char *after)
{
    const size_t k = strlen(s), b = strlen(before), e = strlen(after);
    char *p = sia_alloc_raw(arena, 1, b + n * k + e + 1), *at = p;
    assert_non_null(p);
    memcpy(at, before, b);
    at += b;
    for (size_t i = 0; i < n; i++, at += k) memcpy(at, s, k);
    memcpy(at, after, e);
    return (sia_str){ p, b + n * k + e };
}

/* ---- what is right is read --------------------------------------------------------------------------------- */

static void yaml_comes_as_keys_and_texts(void **state)
{
    (void)state;
    gives("yaml", "A: [no, 'x\ty']\nB:\n  C: |\n    dua\n    baris\n", "(1\t\n(1\tA\n'1\tno\n'1\tx\\ty\n)\n(2\tB\n(3\tC\n'3\tdua\\nbaris\\n\n)\n)\n)\n.\n");
    gives("yaml", "", "(1\t\n)\n.\n");
}

static void xml_comes_as_elements(void **state)
{
    (void)state;
    gives("xml", "<?xml version='1.0'?>\n<q:a xmlns:q='u' x='1&amp;2'>\n <b>satu<!-- - --> <![CDATA[<dua>]]></b>\n</q:a>",
          "(2\ta\n@xmlns:q\tu\n@x\t1&2\n(3\tb\n'3\tsatu <dua>\n)\n)\n.\n");
}

static void a_workbook_gives_back_its_rows(void **state)
{
    (void)state;
    static const char tsv[] = "# nasihat\ncategory\tterm\tpattern\nSTR\tSTR-a\t\"\"\"x\"\" & <y>\"\nB\t\t_x0041_ =1+1 0012\n";
    assert_int_equal(run("workbook", SIA_STR(tsv)), SIA_OK);
    const sia_str once = sia_dup(arena, got);
    assert_int_equal(run("workbook", SIA_STR(tsv)), SIA_OK);
    assert_true(sia_str_eq(once, got));                      /* the same bytes each time */
    assert_int_equal(run("sheet", once), SIA_OK);
    assert_string_equal(sia_dup(arena, got).p, "category\tterm\tpattern\t\nSTR\tSTR-a\t\"\"\"x\"\" & <y>\"\t\nB\t\t_x0041_ =1+1 0012\t\n");
}

/* ---- what is hostile is refused --------------------------------------------------------------------------- */

static void depth_is_bounded(void **state)
{
    (void)state;
    refuses("xml", repeated("", "<a>", 200000, ""), SIA_MSG_IN_DEEP);
    refuses("yaml", repeated("", "[", 200000, ""), SIA_MSG_IN_DEEP);
    refuses("yaml", repeated("", "{a: ", 200000, ""), SIA_MSG_IN_DEEP);
    refuses("yaml", repeated("", "- ", 200000, "x\n"), SIA_MSG_IN_DEEP);
    refuses("xml", repeated("<b ", "x='1' ", 300, "/>"), SIA_MSG_IN_SYNTAX);                 /* the same attribute */
}

static void attributes_and_nodes_are_bounded(void **state)
{
    (void)state;
    sia_str s = SIA_STR("<b ");
    for (int i = 0; i < 300; i++) s = sia_printf(arena, "%s a%d='x'", s.p, i);
    refuses("xml", sia_printf(arena, "%s/>", s.p), SIA_MSG_IN_MANY);
    refuses("xml", repeated("<b>", "<c/>", 2000001, "</b>"), SIA_MSG_IN_MANY);
    refuses("xml", repeated("<b>", "ten bytes.", 7000000, "</b>"), SIA_MSG_IN_BIG);
}

static void entities_and_aliases_are_refused(void **state)
{
    (void)state;
    refuses("xml", SIA_STR("<!DOCTYPE l [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'>]><l>&b;</l>"), SIA_MSG_IN_DOCTYPE);
    refuses("xml", SIA_STR("<!DOCTYPE l SYSTEM 'file:///etc/passwd'><l/>"), SIA_MSG_IN_DOCTYPE);
    refuses("yaml", SIA_STR("a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n"), SIA_MSG_IN_ALIAS);
    refuses("yaml", SIA_STR("? [a, b]\n: c\n"), SIA_MSG_IN_KEY);
    refuses("yaml", SIA_STR("a: 1\n---\nb: 2\n"), SIA_MSG_IN_MANY);
    assert_int_not_equal(run("xml", SIA_STR("<a>\n<b></a>")), SIA_OK);
    assert_int_equal(err.msg, SIA_MSG_IN_SYNTAX);
    assert_int_equal(err.line, 2);
}

static void a_bomb_is_refused(void **state)
{
    (void)state;
    char *row = sia_alloc_raw(arena, 1, 32001);
    assert_non_null(row);
    memset(row, 'a', 32000);
    row[32000] = 0;
    assert_int_equal(run("workbook", repeated("", sia_printf(arena, "%s\n", row).p, 1500, "")), SIA_OK);
    refuses("sheet", got, SIA_MSG_IN_RATIO);
    refuses("workbook", repeated("", "kkkkkkkkkk", 4000, "\n"), SIA_MSG_IN_BIG);
}

static void a_workbook_cut_or_changed_is_read_or_refused(void **state)
{
    (void)state;
    assert_int_equal(run("workbook", SIA_STR("category\tterm\tpattern\nA\tb\tc\n")), SIA_OK);
    const sia_str whole = sia_dup(arena, got);
    for (size_t n = 97; n < whole.n; n += 97) refuses("sheet", (sia_str){ whole.p, n }, SIA_MSG_IN_ZIP);
    for (size_t i = 0; i < whole.n; i += 13) {
        sia_str changed = sia_dup(arena, whole);
        ((char *)(uintptr_t)changed.p)[i] ^= (char)(1u << (i % 8));
        survives("sheet", changed);
    }
    refuses("sheet", SIA_STR("PK\005\006\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"), SIA_MSG_IN_PART);
}

static void random_bytes_are_survived(void **state)
{
    (void)state;
    static char bytes[5000];
    static const char *const jobs[] = { "xml", "yaml", "sheet", "workbook" };
    uint32_t x = 1;
    for (int go = 0; go < 20; go++) {
        for (size_t i = 0; i < sizeof bytes; i++) {
            x = x * 1664525 + 1013904223;
            bytes[i] = go % 2 ? "<>/='\"&;:-[]{}*&!|\n \tab"[(x >> 24) % 24] : (char)(x >> 24);
        }
        for (size_t k = 0; k < SIA_COUNT_OF(jobs); k++) survives(jobs[k], (sia_str){ bytes, sizeof bytes });
    }
}

static void a_job_that_is_none_is_told(void **state)
{
    (void)state;
    refuses("lain", SIA_STR(""), SIA_MSG_HELPER_CRASHED);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define T(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
        T(yaml_comes_as_keys_and_texts), T(xml_comes_as_elements), T(a_workbook_gives_back_its_rows), T(depth_is_bounded),
        T(attributes_and_nodes_are_bounded), T(entities_and_aliases_are_refused), T(a_bomb_is_refused),
        T(a_workbook_cut_or_changed_is_read_or_refused), T(random_bytes_are_survived), T(a_job_that_is_none_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
