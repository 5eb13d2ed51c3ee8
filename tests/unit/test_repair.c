/* Spelling repair: what is proposed, what is left alone, and what applying it does to tokens and hits. */
#include "tagdoc.h"
#include "lexicon.h"
#include <siasat/repair.h>

#define VARIANTS "karna\tkarena\tbentuk lisan\nnopember\tNovember\tp\n"

typedef struct { sia_arena *a; sia_roots *roots; sia_spelling *spelling; sia_doc *doc; } bench;

static bench open_bench(void)
{
    bench b = { .a = sia_arena_new(NULL, 0), .doc = sia_doc_new(NULL, 0) };
    static const char *const common[] = { "yang", "oleh", "telah", "di", "ke", "untuk", "dengan" };
    b.roots = test_roots(b.a);
    b.spelling = sia_spelling_new(b.roots, b.a);
    assert_int_equal(sia_spelling_variants(b.spelling, SIA_STR("v"), SIA_STR(VARIANTS), NULL), SIA_OK);
    for (size_t i = 0; i < SIA_COUNT_OF(common); i++) sia_spelling_word(b.spelling, sia_str_of(common[i]), SIA_WORD_COMMON);
    sia_spelling_word(b.spelling, SIA_STR("sukses"), SIA_WORD_SOUGHT);
    sia_spelling_word(b.spelling, SIA_STR("marketing"), SIA_WORD_SOUGHT);
    sia_spelling_word(b.spelling, SIA_STR("strategy"), SIA_WORD_LEFT);
    return b;
}

static void close_bench(bench *b)
{
    sia_doc_free(b->doc);
    sia_roots_close(b->roots);
    sia_arena_free(b->a);
}

/* "form>proposal (rule)" of each, parted by "; ". */
static const char *proposals(const char *text)
{
    static char out[2048];
    bench b = open_bench();
    sia_repairer *r = sia_repairer_new(b.spelling, b.a);
    size_t n = 0;
    out[0] = 0;
    read_doc(b.doc, sia_str_of(text));
    assert_int_equal(sia_doc_propose(b.doc, r, NULL), SIA_OK);
    for (uint32_t i = 0; i < b.doc->repairs.n; i++) {
        const sia_repair *x = &b.doc->repairs.v[i];
        sia_str s = sia_cut(b.doc->text.s, x->span);
        n += (size_t)snprintf(out + n, sizeof out - n, "%s%.*s>%.*s (%s)", i ? "; " : "", (int)s.n, s.p, (int)x->proposal.n,
                              x->proposal.p, sia_rule_name((sia_repair_rule)x->rule));
    }
    close_bench(&b);
    return out;
}

static void slips_are_proposed_with_the_rule_that_found_them(void **state)
{
    (void)state;
    assert_string_equal(proposals("Ini push marekting dan tim suskses."), "marekting>marketing (swapped); suskses>sukses (one-letter)");
    assert_string_equal(proposals("Strategi politík partai."), "politík>politik (diacritic)");
    assert_string_equal(proposals("Mereka menjaga 1oyalitas itu."), "1oyalitas>loyalitas (digit)");
    assert_string_equal(proposals("Karna itu program Kkerja disusun."), "Karna>Karena (variant); Kkerja>kerja (doubled)");
    assert_string_equal(proposals("Hal itu dibutuhkan dan dibutuhkan, tetapi dibutunhkan."), "dibutunhkan>dibutuhkan (one-letter)");
    assert_string_equal(proposals("Partai lain diusung olehpartai."), "olehpartai>oleh partai (glued)");
    assert_string_equal(proposals("Program di jalankan dengan banyak nya usaha."),
                        "di jalankan>dijalankan (prefix-apart); banyak nya>banyaknya (clitic-apart)");
    assert_string_equal(proposals("Masyarakat kemasyarakat dan diwilayah."),
                        "kemasyarakat>ke masyarakat (preposition); diwilayah>di wilayah (preposition)");
}

/* Parts that stand about often were only seen where an earlier document had made them known as no words. */
static void parts_of_a_word_are_joined_however_often_they_stand_alone(void **state)
{
    (void)state;
    assert_string_equal(proposals("Strategi itu strategi. Lalu strat itu, egi itu, strat ini, egi ini, strat, egi, strat egi."),
                        "strat egi>strategi (word-apart)");
}

static void words_are_left_alone(void **state)
{
    (void)state;
    assert_string_equal(proposals("Partai menyeleksi para calon; strategi, strategi, strategy dan visi-misi."), "");
    assert_string_equal(proposals("Ia bernama Karna dan tinggal di Islamabad."), "");
    assert_string_equal(proposals("Voter itu voter, voter, voter, voter, voter, dan voters."), "");
    assert_string_equal(proposals(""), "");
}

static void applying_keeps_text_and_offsets_and_hits_follow(void **state)
{
    fixture *f = *state;
    bench b = open_bench();
    const sia_codebook *cb = book_of(f, "X\tT\t\tpush marketing | partai\n");
    static const char text[] = "Ini push marekting, diusung olehpartai. Partai partai.";
    for (int engine = 0; engine < 2; engine++) {
        char out[512];
        sia_tag_options o = { .engine = engine ? SIA_ENGINE_REFERENCE : SIA_ENGINE_FAST };
        sia_tagger *t = sia_tagger_new(&cb, 1, &o);
        sia_repairer *r = sia_repairer_new(b.spelling, b.a);
        read_doc(b.doc, sia_str_of(text));
        uint32_t tokens = b.doc->tokens.n;
        assert_int_equal(sia_doc_propose(b.doc, r, NULL), SIA_OK);
        assert_int_equal(sia_doc_repair(b.doc, NULL), SIA_OK);
        assert_int_equal(b.doc->tokens.n, tokens + 1);
        assert_string_equal(b.doc->text.s.p, text);
        for (uint32_t i = 1; i < b.doc->tokens.n; i++)
            assert_true(sia_end(b.doc->tokens.v[i - 1].span) <= b.doc->tokens.v[i].span.off);
        assert_int_equal(sia_doc_tag(b.doc, t, NULL), SIA_OK);
        assert_string_equal(hits_text(b.doc, t, out, sizeof out), "push marekting=T partai=T Partai partai=T");
        sia_tagger_free(t);
    }
    close_bench(&b);
}

static void a_wrong_list_of_variants_is_told(void **state)
{
    (void)state;
    static const struct { const char *list; sia_msg msg; } wrong[] = {
        { "karna\n", SIA_MSG_VARIANT_LINE }, { "a b\tc\t\n", SIA_MSG_VARIANT_LINE },
        { "karna\tkarena\t\nkarna\tkarena\t\n", SIA_MSG_VARIANT_TWICE }, { "a\tb\t\nb\tc\t\n", SIA_MSG_VARIANT_CHAIN } };
    for (size_t i = 0; i < SIA_COUNT_OF(wrong); i++) {
        bench b = open_bench();
        sia_err err;
        assert_int_equal(sia_spelling_variants(b.spelling, SIA_STR("v"), sia_str_of(wrong[i].list), &err), SIA_ESYNTAX);
        assert_int_equal(err.msg, wrong[i].msg);
        close_bench(&b);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(slips_are_proposed_with_the_rule_that_found_them),
        cmocka_unit_test(parts_of_a_word_are_joined_however_often_they_stand_alone),
        cmocka_unit_test(words_are_left_alone),
        cmocka_unit_test_setup_teardown(applying_keeps_text_and_offsets_and_hits_follow, setup, teardown),
        cmocka_unit_test(a_wrong_list_of_variants_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
