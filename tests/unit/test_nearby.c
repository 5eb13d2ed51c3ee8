/* The hashes of roots that spare repair an analysis must never deny a word that the analysis grants. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include "lexicon.h"
#include "../../src/text/indonesian/nearby.h"

typedef struct { sia_arena *a; sia_roots *roots; nearby *near; uint32_t licensed, denied; } bench;

static bench open_bench(const char *own)
{
    bench b = { .a = sia_arena_new(NULL, 0) };
    b.roots = test_roots(b.a);
    if (own) assert_int_equal(sia_roots_add(b.roots, SIA_STR("own"), sia_str_of(own), NULL), SIA_OK);
    b.near = nearby_new(b.roots, b.a);
    assert_non_null(b.near);
    return b;
}

static void close_bench(bench *b)
{
    sia_roots_close(b->roots);
    sia_arena_free(b->a);
}

static bool licensed(const bench *b, sia_str w)
{
    sia_analysis x;
    sia_analyse(b->roots, w, &x);
    return x.standing == SIA_FORM_LICENSED;
}

/* A word one letter away from `form`, and whether the places say that a letter may stand there. */
static void one(bench *b, sia_str form, sia_str word, bool told)
{
    const bool near = nearby_word(b->near, word);
    b->denied += !told || !near;
    if (!told || !near) {
        if (licensed(b, word)) fail_msg("'%.*s', near '%.*s', is a word", (int)word.n, word.p, (int)form.n, form.p);
    } else b->licensed += licensed(b, word);
}

static void all_slips(bench *b, sia_str f)
{
    char p[64];
    const nearby_places at = nearby_slips(b->near, f);
    for (size_t i = 0; i <= f.n; i++)
        for (char c = 'a' - 1; c <= 'z'; c++) {
            const char put = c < 'a' ? '-' : c;
            if (i < f.n && c >= 'a') {
                memcpy(p, f.p, f.n);
                p[i] = put;
                one(b, f, (sia_str){ p, f.n }, at.other >> i & 1);
            }
            if (put == '-' && (!i || i == f.n)) continue;
            memcpy(p, f.p, i);
            p[i] = put;
            memcpy(p + i + 1, f.p + i, f.n - i);
            one(b, f, (sia_str){ p, f.n + 1 }, at.more >> i & 1);
        }
}

static void no_word_is_denied_and_most_slips_are(void **state)
{
    (void)state;
    bench b = open_bench(NULL);
    static const char *const forms[] = {
        "pemlihan", "memenagkan", "mempengruhi", "dibutunhkan", "dipertanggungjawabka", "mngirimkan", "penyuluhn", "mengetikan", "pengboman",
        "tetumbhan", "tetam", "diwilayh", "kemasyarkat", "bersamasama", "tolongmenolong", "sayurmayur", "dukungandukunga", "programprogrm",
        "kuasamu", "bukunyalah", "bukukupun", "menyapukn", "memukli", "lihatkan", "tanamn", "beljar", "pelajran", "bekerj", "terperci",
        "sebesarbesarnya", "antikorupi", "pascapemil", "berkesinambunan", "keberhsilan", "ab", "a", "xq", "dimenangkan", "dhpakai" };
    for (size_t i = 0; i < SIA_COUNT_OF(forms); i++) {
        all_slips(&b, sia_str_of(forms[i]));
        for (size_t n = 3; n + 1 < strlen(forms[i]); n++) all_slips(&b, (sia_str){ forms[i], n });
    }
    assert_true(b.licensed > 200);
    assert_true(b.denied > 20 * b.licensed);
    close_bench(&b);
}

static void a_users_roots_count(void **state)
{
    (void)state;
    bench b = open_bench("zqxwakan\n");
    assert_true(nearby_word(b.near, SIA_STR("zqxwakan")));
    assert_true(nearby_slips(b.near, SIA_STR("zqxwaken")).other >> 6 & 1);
    close_bench(&b);
    b = open_bench(NULL);
    assert_false(nearby_word(b.near, SIA_STR("zqxwakan")));
    assert_false(nearby_slips(b.near, SIA_STR("zqxwaken")).other);
    close_bench(&b);
}

static void what_is_not_plain_is_never_denied(void **state)
{
    (void)state;
    bench b = open_bench(NULL);
    char p[80];
    memset(p, 'x', sizeof p);
    assert_true(nearby_word(b.near, SIA_STR("")));
    assert_true(nearby_word(b.near, SIA_STR("xqz-xqz")));
    assert_true(nearby_word(b.near, SIA_STR("xqz2")));
    assert_true(nearby_word(b.near, (sia_str){ p, sizeof p }));
    assert_true(nearby_slips(b.near, (sia_str){ p, sizeof p }).more);
    assert_true(nearby_slips(b.near, SIA_STR("")).other);
    close_bench(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_word_is_denied_and_most_slips_are),
        cmocka_unit_test(a_users_roots_count),
        cmocka_unit_test(what_is_not_plain_is_never_denied),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
