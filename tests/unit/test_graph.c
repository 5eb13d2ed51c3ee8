/* Networks in the formats of other programs: hostile labels stay labels, and what fails is told. */
#include <siasat/report.h>
#include <errno.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

static sia_arena *arena;
static sia_err err;

static int set_up(void **state)
{
    (void)state;
    arena = sia_arena_new(NULL, 0);
    return arena ? 0 : 1;
}

static int tear_down(void **state)
{
    (void)state;
    sia_arena_free(arena);
    return 0;
}

typedef struct { SIA_VEC(char) v; } bytes;

static int keep(void *ctx, const char *p, size_t n)
{
    bytes *b = ctx;
    for (size_t i = 0; i < n; i++) sia_push(arena, &b->v, p[i]);
    return 0;
}

static int refuse(void *ctx, const char *p, size_t n)
{
    (void)ctx;
    (void)p;
    (void)n;
    return ENOSPC;
}

#define COLUMN(name, type) { name, type, "", { "", "" }, { "", "" }, "", "", 0 }
static const sia_col node_cols[] = { COLUMN("item", SIA_TEXT), COLUMN("label", SIA_TEXT), COLUMN("pagerank", SIA_REAL) };
static const sia_col edge_cols[] = { COLUMN("weight", SIA_COUNT) };

static sia_value text(sia_str s) { return (sia_value){ true, { .text = s } }; }

static sia_status write_to(sia_sink to, sia_graph_format f, sia_str a, sia_str b)
{
    const sia_value node[] = { text(SIA_STR("A")), text(a), { true, { .real = NAN } }, text(SIA_STR("B")), text(b), { true, { .real = 0.5 } } };
    const sia_value edge[] = { { true, { .count = 7 } } };
    const uint32_t ends[][2] = { { 0, 1 } };
    const sia_graph g = { { node_cols, SIA_COUNT_OF(node_cols), node, 2 }, { edge_cols, 1, edge, 1 }, ends };
    return sia_graph_write(&g, f, to, SIA_STR("uji"), arena, &err);
}

static const char *written(sia_graph_format f, sia_str a, sia_str b)
{
    bytes out = { 0 };
    assert_int_equal(write_to((sia_sink){ keep, &out }, f, a, b), SIA_OK);
    sia_push(arena, &out.v, 0);
    return out.v.v;
}

static void holds(const char *out, const char *what)
{
    if (!strstr(out, what)) fail_msg("no %s in:\n%s", what, out);
}

static void lacks(const char *out, const char *what)
{
    if (strstr(out, what)) fail_msg("%s in:\n%s", what, out);
}

static const sia_str hostile = { "<b a=\"'\">&\\\n\x01\xFF\xEF\xBF\xBF]]>", 20 };

static void xml_is_escaped(void **state)
{
    (void)state;
    const char mended[] = "&lt;b a=&quot;'&quot;&gt;&amp;\\&#10;\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD]]&gt;";
    holds(written(SIA_GRAPHML, hostile, SIA_STR("b")), sia_printf(arena, "<data key=\"v1\">%s</data>", mended).p);
    holds(written(SIA_GEXF, hostile, SIA_STR("b")), sia_printf(arena, "label=\"%s\"", mended).p);
}

static void json_is_escaped(void **state)
{
    (void)state;
    holds(written(SIA_VOSVIEWER, hostile, SIA_STR("b")), "\"label\":\"<b a=\\\"'\\\">&\\\\\\u000a\\u0001\xEF\xBF\xBD\xEF\xBF\xBF]]>\"");
}

/* What is drawn has its "&" as an entity: Graphviz would make "&lt;" a "<" otherwise. */
static void dot_is_escaped(void **state)
{
    (void)state;
    holds(written(SIA_DOT, hostile, SIA_STR("&lt;")), "label=\"<b a=\\\"'\\\">&amp;\\\\  \xEF\xBF\xBD\xEF\xBF\xBF]]>\"");
    holds(written(SIA_DOT, hostile, SIA_STR("&lt;")), "label=\"&amp;lt;\"");
}

static void pajek_has_no_escapes(void **state)
{
    (void)state;
    holds(written(SIA_PAJEK, SIA_STR("a \"b\" \\"), SIA_STR("c\nd")), "*Vertices 2\n1 \"a 'b' /\"\n2 \"c d\"\n*Edges\n1 2 7\n");
}

static void a_map_has_a_line_for_each_item(void **state)
{
    (void)state;
    assert_string_equal(written(SIA_VOSVIEWER_MAP, SIA_STR("a\t\"b\"\r\nc"), SIA_STR("d; e")),
                        "id\tlabel\tdescription\n1\t\"a \"\"b\"\"  c\"\tA\n2\t\"d; e\"\tB\n");
    assert_string_equal(written(SIA_VOSVIEWER_NETWORK, SIA_STR("a"), SIA_STR("b")), "1\t2\t7\n");
}

static void equal_labels_in_pajek_are_told_apart(void **state)
{
    (void)state;
    holds(written(SIA_PAJEK, SIA_STR("sama"), SIA_STR("sama")), "1 \"sama\"\n2 \"B\"\n");
}

static void without_a_label_the_item_is_shown(void **state)
{
    (void)state;
    holds(written(SIA_GRAPHML, SIA_STR(""), SIA_STR("b")), "<data key=\"v1\">A</data>");
    holds(written(SIA_GEXF, SIA_STR(""), SIA_STR("b")), "<node id=\"1\" label=\"A\">");
    holds(written(SIA_DOT, SIA_STR(""), SIA_STR("b")), "n1 [label=\"A\"");
}

static void no_number_is_no_attribute(void **state)
{
    (void)state;
    for (sia_graph_format f = SIA_GRAPHML; f <= SIA_VOSVIEWER_NETWORK; f++) lacks(written(f, SIA_STR("a"), SIA_STR("b")), "nan");
    lacks(written(SIA_GRAPHML, SIA_STR("a"), SIA_STR("b")), "n1\"><data key=\"v2\">");
    holds(written(SIA_GRAPHML, SIA_STR("a"), SIA_STR("b")), "<data key=\"v2\">0.5</data>");
}

static void a_full_disk_is_told(void **state)
{
    (void)state;
    for (sia_graph_format f = SIA_GRAPHML; f <= SIA_VOSVIEWER_NETWORK; f++) {
        assert_int_equal(write_to((sia_sink){ refuse, NULL }, f, SIA_STR("a"), SIA_STR("b")), SIA_EIO);
        assert_int_equal(err.msg, SIA_MSG_WRITE);
        assert_int_equal(err.sys, ENOSPC);
    }
}

static void an_empty_network_is_a_file_too(void **state)
{
    (void)state;
    for (sia_graph_format f = SIA_GRAPHML; f <= SIA_VOSVIEWER_NETWORK; f++) {
        const sia_graph g = { { node_cols, SIA_COUNT_OF(node_cols), NULL, 0 }, { edge_cols, 1, NULL, 0 }, NULL };
        bytes out = { 0 };
        assert_int_equal(sia_graph_write(&g, f, (sia_sink){ keep, &out }, SIA_STR("uji"), arena, &err), SIA_OK);
        assert_true(f == SIA_VOSVIEWER_NETWORK ? !out.v.n : out.v.n > 20);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(xml_is_escaped), cmocka_unit_test(json_is_escaped), cmocka_unit_test(dot_is_escaped),
        cmocka_unit_test(pajek_has_no_escapes), cmocka_unit_test(a_map_has_a_line_for_each_item), cmocka_unit_test(equal_labels_in_pajek_are_told_apart),
        cmocka_unit_test(without_a_label_the_item_is_shown), cmocka_unit_test(no_number_is_no_attribute),
        cmocka_unit_test(a_full_disk_is_told), cmocka_unit_test(an_empty_network_is_a_file_too),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
