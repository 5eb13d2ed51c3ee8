/* siasat-network, the helper program: planted communities come back, small networks give the figures that can be had by hand,
 * labels do not overlap. */
#include <siasat/report.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <cmocka.h>

#define PROGRAM SIA_BUILT_DATA "/libexec/siasat/siasat-network"

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

/* ---- a network ------------------------------------------------------------------------------------------------------------- */

enum { MOST = 600 };
typedef struct { unsigned n; struct { int community; double pagerank, betweenness, x, y; } v[MOST]; double modularity; sia_str sent; } answer;
typedef struct { SIA_VEC(char) v; unsigned edges; } question;

static void edge(question *q, unsigned a, unsigned b, unsigned weight)
{
    const sia_str line = sia_printf(arena, "%u %u %u\n", a, b, weight);
    for (size_t i = 0; i < line.n; i++) sia_push(arena, &q->v, line.p[i]);
    q->edges++;
}

static sia_status ask_text(sia_str *out, sia_str in)
{
    const sia_helper h = { .path = PROGRAM, .job = "network", .needs = "" };
    unsigned lacks = 0;
    return sia_helper_run(out, &lacks, &h, SIA_STR("jaringan"), in, arena, &err);
}

static void ask(answer *a, const question *q, unsigned nodes, unsigned letters, unsigned seed)
{
    SIA_VEC(char) in = { 0 };
    const sia_str head = sia_printf(arena, "%u %u %u 1\n", nodes, q->edges, seed), label = sia_printf(arena, "%u\n", letters);
    for (size_t i = 0; i < head.n; i++) sia_push(arena, &in, head.p[i]);
    for (unsigned k = 0; k < nodes; k++) for (size_t i = 0; i < label.n; i++) sia_push(arena, &in, label.p[i]);
    for (uint32_t i = 0; i < q->v.n; i++) sia_push(arena, &in, q->v.v[i]);
    sia_push(arena, &in, '.');
    assert_int_equal(ask_text(&a->sent, (sia_str){ in.v, in.n }), SIA_OK);
    char *p = (char *)(uintptr_t)a->sent.p;
    a->n = nodes;
    a->modularity = strtod(p, &p);
    for (unsigned i = 0; i < nodes; i++) {
        a->v[i].community = (int)strtol(p, &p, 10);
        a->v[i].pagerank = strtod(p, &p);
        a->v[i].betweenness = strtod(p, &p);
        a->v[i].x = strtod(p, &p);
        a->v[i].y = strtod(p, &p);
    }
    assert_string_equal(p, "\n.\n");
}

static unsigned long long drawn;
static unsigned draw(unsigned below)                         /* Knuth's numbers: every run draws the same */
{
    drawn = drawn * 6364136223846793005ULL + 1442695040888963407ULL;
    return (unsigned)(drawn >> 33) % below;
}

/* Groups of `size`, eight pairs of ten within and one of fifty between. */
static void plant(question *q, unsigned groups, unsigned size)
{
    for (unsigned b = 0; b < groups * size; b++)
        for (unsigned a = 0; a < b; a++)
            if (a / size == b / size ? draw(10) < 8 : draw(50) < 1) edge(q, a, b, 1 + draw(3));
}

/* ---- laws -------------------------------------------------------------------------------------------------------------------- */

static void planted_communities_are_found(void **state)
{
    (void)state;
    for (unsigned seed = 1; seed <= 5; seed++) {
        question q = { 0 };
        answer a;
        drawn = seed;
        plant(&q, 5, 12);
        ask(&a, &q, 60, 12, seed);
        for (unsigned i = 0; i < 60; i++)
            for (unsigned k = 0; k < i; k++) assert_int_equal(a.v[i].community == a.v[k].community, i / 12 == k / 12);
        assert_true(a.modularity > 0.5);
    }
}

static void communities_are_numbered_by_size(void **state)
{
    (void)state;
    question q = { 0 };
    answer a;
    for (unsigned b = 1; b < 3; b++) for (unsigned k = 0; k < b; k++) edge(&q, k, b, 1);
    for (unsigned b = 4; b < 8; b++) for (unsigned k = 3; k < b; k++) edge(&q, k, b, 1);
    ask(&a, &q, 8, 5, 1);
    for (unsigned i = 0; i < 8; i++) assert_int_equal(a.v[i].community, i < 3 ? 2 : 1);
}

static void labels_do_not_overlap(void **state)
{
    (void)state;
    static const unsigned groups[] = { 1, 3, 10, 25, 50 };
    for (size_t g = 0; g < SIA_COUNT_OF(groups); g++) {
        question q = { 0 };
        answer a;
        const unsigned n = groups[g] * 12, letters = 20;
        drawn = g;
        plant(&q, groups[g], 12);
        ask(&a, &q, n, letters, 1);
        const double wide = 11 * sqrt(n > 64 ? n : 64), high = 0.75 * wide;          /* in letter heights, as `siasat columns network` has it */
        for (unsigned i = 0; i < n; i++) {
            assert_true(a.v[i].x >= 0 && a.v[i].x <= 1 && a.v[i].y >= 0 && a.v[i].y <= 1);
            for (unsigned k = 0; k < i; k++)
                assert_true(fabs(a.v[i].x - a.v[k].x) * wide >= 0.6 * letters || fabs(a.v[i].y - a.v[k].y) * high >= 2.5);
        }
    }
}

static void the_same_question_has_the_same_answer(void **state)
{
    (void)state;
    question q = { 0 };
    answer a, b;
    drawn = 3;
    plant(&q, 4, 10);
    ask(&a, &q, 40, 9, 7);
    ask(&b, &q, 40, 9, 7);
    assert_string_equal(a.sent.p, b.sent.p);
}

/* ---- figures by hand ------------------------------------------------------------------------------------------------------------ */

/* 0 - 1 - 2 - 3: 1 lies between 0 and 2, 0 and 3; of three pairs of others each. */
static void betweenness_of_a_path(void **state)
{
    (void)state;
    question q = { 0 };
    answer a;
    edge(&q, 0, 1, 1);
    edge(&q, 1, 2, 1);
    edge(&q, 2, 3, 1);
    ask(&a, &q, 4, 5, 1);
    const double wanted[] = { 0, 2.0 / 3, 2.0 / 3, 0 };
    for (int i = 0; i < 4; i++) assert_true(fabs(a.v[i].betweenness - wanted[i]) < 1e-7);
}

/* A heavy way round is shorter than a light edge: 1/4 + 1/4 < 1. And two ways of equal length share: 1/2 = 1/4 + 1/4. */
static void heavy_edges_are_short(void **state)
{
    (void)state;
    for (unsigned direct = 1; direct <= 2; direct++) {
        question q = { 0 };
        answer a;
        edge(&q, 0, 1, direct);
        edge(&q, 0, 2, 4);
        edge(&q, 1, 2, 4);
        ask(&a, &q, 3, 5, 1);
        assert_true(fabs(a.v[2].betweenness - (direct == 1 ? 1 : 0.5)) < 1e-7);
        assert_true(fabs(a.v[0].betweenness) < 1e-7);
    }
}

/* A star of n - 1 rays: the middle's c = 0.15 / n + 0.85 (n - 1) r, a ray's r = 0.15 / n + 0.85 c / (n - 1). */
static void pagerank_of_a_star(void **state)
{
    (void)state;
    enum { N = 6 };
    question q = { 0 };
    answer a;
    for (unsigned i = 1; i < N; i++) edge(&q, 0, i, 3);
    ask(&a, &q, N, 5, 1);
    const double middle = (0.15 / N) * (1 + 0.85 * (N - 1)) / (1 - 0.85 * 0.85), ray = 0.15 / N + 0.85 * middle / (N - 1);
    assert_true(fabs(a.v[0].pagerank - middle) < 1e-7);
    for (int i = 1; i < N; i++) assert_true(fabs(a.v[i].pagerank - ray) < 1e-7);
    assert_true(fabs(a.v[0].betweenness - 1) < 1e-7);
}

/* ---- what cannot be ----------------------------------------------------------------------------------------------------------------- */

static void nonsense_is_refused(void **state)
{
    (void)state;
    static const char *const nonsense[] = {
        "", ".", "2 1 1 1\n5\n5\n0 1 1\n", "2 1 1 1\n5\n5\n0 2 1\n.", "2 1 1 1\n5\n5\n1 0 1\n.", "2 1 1 1\n5\n5\n0 1 0\n.",
        "0 0 1 1\n.", "2 1 1 1\n5\n5\n0 1 -1\n.", "99999999 1 1 1\n", "2 1 1 1\nx\n", "1 1 1 1\n5\n0 0 1\n.",
    };
    for (size_t i = 0; i < SIA_COUNT_OF(nonsense); i++) {
        sia_str out;
        assert_int_equal(ask_text(&out, sia_str_of(nonsense[i])), SIA_ESYNTAX);
        assert_int_equal(err.msg, SIA_MSG_IN_SYNTAX);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(planted_communities_are_found), cmocka_unit_test(communities_are_numbered_by_size), cmocka_unit_test(labels_do_not_overlap),
        cmocka_unit_test(the_same_question_has_the_same_answer), cmocka_unit_test(betweenness_of_a_path), cmocka_unit_test(heavy_edges_are_short),
        cmocka_unit_test(pagerank_of_a_star), cmocka_unit_test(nonsense_is_refused),
    };
    if (access(PROGRAM, X_OK)) {
        puts("network: skipped, siasat-network is not built (libigraph-dev)");
        return 0;
    }
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
