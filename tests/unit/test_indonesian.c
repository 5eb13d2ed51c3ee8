/* Indonesian word forms: keys, clitics, reduplication, and what is promised of every form. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include "../../src/text/indonesian/roots.h"
#include "lexicon.h"

typedef struct { sia_arena *arena; sia_roots *roots; } fixture;

static int set_up(void **state)
{
    static fixture f;
    f.arena = sia_arena_new(NULL, 0);
    f.roots = test_roots(f.arena);
    *state = &f;
    return f.roots ? 0 : -1;
}

static int tear_down(void **state)
{
    fixture *f = *state;
    sia_roots_close(f->roots);
    sia_arena_free(f->arena);
    return 0;
}

static void expect(const sia_roots *r, const char *form, const char *norm, const char *lemma, const char *base)
{
    sia_analysis a;
    char got[256], want[256];
    sia_analyse(r, sia_str_of(form), &a);
    snprintf(got, sizeof got, "%s: %.*s %.*s %.*s", form, (int)a.norm.n, a.norm.p, (int)a.lemma.n, a.lemma.p, (int)a.root.n, a.root.p);
    snprintf(want, sizeof want, "%s: %s %s %s", form, norm, lemma, base);
    assert_string_equal(got, want);
}

static void expect_whole(const sia_roots *r, const char *form) { expect(r, form, form, form, form); }

static const sia_roots *roots_of(void **state) { return ((fixture *)*state)->roots; }

/* ---- keys ---------------------------------------------------------------------------------------- */

static void voice_is_off_the_lemma_and_all_affixes_off_the_root(void **state)
{
    const sia_roots *r = roots_of(state);
    expect(r, "memilih", "memilih", "pilih", "pilih");
    expect(r, "dipilih", "dipilih", "pilih", "pilih");
    expect(r, "kupilih", "kupilih", "pilih", "pilih");
    expect(r, "pemilih", "pemilih", "pemilih", "pilih");
    expect(r, "pemilihan", "pemilihan", "pemilihan", "pilih");
    expect(r, "menjalankan", "menjalankan", "jalankan", "jalan");
    expect(r, "memperjuangkan", "memperjuangkan", "perjuangkan", "juang");
    expect(r, "berkampanye", "berkampanye", "berkampanye", "kampanye");
    expect(r, "pemerintah", "pemerintah", "pemerintah", "perintah");
}

static void a_melted_letter_comes_back(void **state)
{
    const sia_roots *r = roots_of(state);
    expect(r, "memukul", "memukul", "pukul", "pukul");
    expect(r, "menarik", "menarik", "tarik", "tarik");
    expect(r, "menyusun", "menyusun", "susun", "susun");
    expect(r, "mengawal", "mengawal", "kawal", "kawal");
    expect(r, "mengebom", "mengebom", "bom", "bom");
    expect(r, "memprediksi", "memprediksi", "prediksi", "prediksi");
}

static void clitics_go_by_the_best_analysis(void **state)
{
    const sia_roots *r = roots_of(state);
    expect(r, "bukunya", "buku", "buku", "buku");
    expect(r, "bukunyalah", "buku", "buku", "buku");
    expect(r, "mempercayainya", "mempercayai", "percayai", "percaya");
    expect(r, "pan-nya", "pan", "pan", "pan");
    expect(r, "marketingnya", "marketing", "marketing", "marketing");
    static const char *const whole[] = { "masalah", "langkah", "maluku", "majalah", "istilah", "tingkah", "ilmu", "suku", "hanya" };
    for (size_t i = 0; i < SIA_COUNT_OF(whole); i++) expect_whole(r, whole[i]);
}

static void adverbs_that_end_like_clitics_keep_their_end(void **state)
{
    const sia_roots *r = roots_of(state);
    expect(r, "akhirnya", "akhirnya", "akhirnya", "akhir");
    expect(r, "adalah", "adalah", "adalah", "ada");
    expect(r, "walaupun", "walaupun", "walaupun", "walau");
}

static void doubles_are_single(void **state)
{
    const sia_roots *r = roots_of(state);
    expect(r, "program-program", "program", "program", "program");
    expect(r, "program2", "program", "program", "program");
    expect(r, "kelompokkelompok", "kelompok", "kelompok", "kelompok");
    expect(r, "dukungandukungan", "dukungan", "dukungan", "dukung");
    expect(r, "kebijakan-kebijakannya", "kebijakan", "kebijakan", "bijak");
    expect(r, "bersama-sama", "bersama", "bersama", "sama");
    expect(r, "meniru-nirukan", "menirukan", "tirukan", "tiru");
    expect(r, "tolong-menolong", "menolong", "tolong", "tolong");
    expect(r, "sayur-mayur", "sayur", "sayur", "sayur");
    expect(r, "xyz-xyz", "xyz", "xyz", "xyz");
    expect(r, "undang-undang", "undang-undang", "undang-undang", "undang");
    expect_whole(r, "visi-misi");
    expect_whole(r, "suka-duka");
    expect_whole(r, "door-to-door");
    expect_whole(r, "kupu-kupu");
}

static void prepositions_written_together_are_set_off(void **state)
{
    const sia_roots *r = roots_of(state);
    sia_analysis a;
    expect(r, "kemasyarakat", "masyarakat", "masyarakat", "masyarakat");
    expect(r, "diwilayah", "wilayah", "wilayah", "wilayah");
    sia_analyse(r, SIA_STR("diwilayah"), &a);
    assert_int_equal(a.flags & SIA_FORM_JOINED, SIA_FORM_JOINED);
    assert_int_equal(a.before, 2);
    sia_analyse(r, SIA_STR("diatas"), &a);
    assert_int_equal(a.flags & SIA_FORM_JOINED, SIA_FORM_JOINED);
    expect(r, "dipilih", "dipilih", "pilih", "pilih");
    expect(r, "kedua", "kedua", "kedua", "dua");
}

static void what_is_not_known_stays_whole(void **state)
{
    const sia_roots *r = roots_of(state);
    static const char *const words[] = { "marketing", "peter", "schroder", "door", "hafied", "benyamin", "4ps", "x", "" };
    for (size_t i = 0; i < SIA_COUNT_OF(words); i++) {
        sia_analysis a;
        expect_whole(r, words[i]);
        sia_analyse(r, sia_str_of(words[i]), &a);
        assert_int_equal(a.standing, SIA_FORM_UNKNOWN);
    }
}

static void standing_says_who_vouches(void **state)
{
    sia_analysis a;
    sia_analyse(roots_of(state), SIA_STR("pemilih"), &a);
    assert_int_equal(a.standing, SIA_FORM_LICENSED);
    sia_analyse(roots_of(state), SIA_STR("terlembaga"), &a);
    assert_int_equal(a.standing, SIA_FORM_BUILT);
    sia_analyse(roots_of(state), SIA_STR("relawannya"), &a);
    assert_int_equal(a.flags & SIA_FORM_PROTECTED, SIA_FORM_PROTECTED);
    assert_int_equal(a.possessive, 3);
}

/* ---- laws ------------------------------------------------------------------------------------------ */

static void must_be(const sia_roots *r, sia_str form, sia_str norm, sia_str lemma)
{
    sia_analysis a;
    sia_analyse(r, form, &a);
    if (sia_str_eq(a.norm, norm) && sia_str_eq(a.lemma, lemma)) return;
    fail_msg("%.*s: norm %.*s, lemma %.*s", (int)form.n, form.p, (int)a.norm.n, a.norm.p, (int)a.lemma.n, a.lemma.p);
}

static void check_laws(const sia_roots *r, sia_str form)
{
    sia_analysis a, again;
    sia_analyse(r, form, &a);
    sia_analyse(r, form, &again);
    assert_true(sia_str_eq(a.norm, again.norm) && sia_str_eq(a.lemma, again.lemma) && sia_str_eq(a.root, again.root));
    must_be(r, a.norm, a.norm, a.lemma);
    must_be(r, a.lemma, a.lemma, a.lemma);
}

static void keys_of_keys_are_themselves(void **state)
{
    static const struct { const char *before, *between, *after; } shapes[] = {       /* no between: the word once */
        { "meng", NULL, "" }, { "me", NULL, "kan" }, { "di", NULL, "i" }, { "ke", NULL, "an" }, { "", NULL, "nya" }, { "pe", NULL, "lah" },
        { "", "-", "" }, { "ber", "-", "annya" }, { "", "", "" }, { "", NULL, "2" },
    };
    const sia_roots *r = roots_of(state);
    char form[2 * SIA_FORM_LONGEST + 32], word[SIA_FORM_LONGEST + 1];
    for (uint32_t i = 0; i < r->table.n; i++) {
        const sia_str w = { r->table.strings + r->table.entry[i].at, r->table.entry[i].len };
        const char *between = shapes[i % SIA_COUNT_OF(shapes)].between;
        snprintf(word, sizeof word, "%.*s", (int)w.n, w.p);
        const int n = snprintf(form, sizeof form, "%s%s%s%s%s", shapes[i % SIA_COUNT_OF(shapes)].before, word, between ? between : "",
                               between ? word : "", shapes[i % SIA_COUNT_OF(shapes)].after);
        check_laws(r, w);
        check_laws(r, (sia_str){ form, (size_t)n });
    }
}

static void any_bytes_have_an_answer(void **state)
{
    const sia_roots *r = roots_of(state);
    uint32_t x = 1;
    char form[80];
    for (int round = 0; round < 20000; round++) {
        const size_t n = (x >> 20) % 70;
        for (size_t i = 0; i < n; i++) {
            x = x * 1664525u + 1013904223u;
            form[i] = "aeiunmgkyptsdbrl-2\xC3\xA9\xFF\0"[(x >> 16) % 22];
        }
        x = x * 1664525u + 1013904223u;
        check_laws(r, (sia_str){ form, n });
    }
}

/* ---- the table -------------------------------------------------------------------------------------- */

static void a_form_of_a_lex_is_worked_out_once(void **state)
{
    fixture *f = *state;
    sia_lex *lex = sia_lex_new(f->arena);
    sia_morph *m = sia_morph_new(f->roots, lex, f->arena);
    const sia_id form = sia_lex_id(lex, SIA_STR("dipilih"));
    const sia_keys k = sia_morph_keys(m, form), again = sia_morph_keys(m, form);
    assert_int_equal(k.norm, form);
    assert_int_equal(k.lemma, sia_lex_find(lex, SIA_STR("pilih")));
    assert_int_equal(again.root, k.lemma);
    assert_int_equal(k.standing, SIA_FORM_LICENSED);
    assert_int_equal(sia_lex_size(lex), 2);
}

static void a_users_words_are_roots_and_whole(void **state)
{
    sia_arena *a = sia_arena_new(NULL, 0);
    sia_roots *r = test_roots(a);
    sia_err err;
    (void)state;
    expect_whole(r, "bajaringin");
    expect(r, "pemantik", "pemantik", "pemantik", "pantik");
    assert_int_equal(sia_roots_add(r, SIA_STR("mine"), SIA_STR("# ours\nBajaringin\npemantik\n"), &err), SIA_OK);
    assert_int_equal(sia_roots_add(r, SIA_STR("more"), SIA_STR("xyzzy"), &err), SIA_OK);
    expect(r, "bajaringinnya", "bajaringin", "bajaringin", "bajaringin");
    expect(r, "berbajaringin", "berbajaringin", "berbajaringin", "bajaringin");
    expect_whole(r, "pemantik");
    assert_true(sia_roots_has(r, SIA_STR("xyzzy")) && sia_roots_has(r, SIA_STR("bajaringin")) && sia_roots_has(r, SIA_STR("pilih")));
    assert_int_equal(sia_roots_add(r, SIA_STR("mine"), SIA_STR("satu\ndua tiga\n"), &err), SIA_ESYNTAX);
    assert_int_equal(err.line, 2);
    sia_roots_close(r);
    sia_arena_free(a);
}

static void a_damaged_table_is_refused(void **state)
{
    fixture *f = *state;
    sia_err err;
    root_table t;
    rootset s;
    assert_true(rootset_new(&s, f->arena));
    assert_int_equal(rootset_dictionary(&s, SIA_STR("d"), SIA_STR("2\npilih/D0M0\nbuku/B0\n"), ROOT_DICTIONARY, &err), SIA_OK);
    assert_true(rootset_lay(&s, &t));
    const sia_str image = rootfile_image(&t, f->arena);
    char *p = (char *)(uintptr_t)image.p;
    assert_int_equal(rootfile_view(&t, SIA_STR("x"), image, &err), SIA_OK);
    assert_int_equal(t.n, 2);
    for (size_t i = 0; i < image.n; i++) {
        p[i] = (char)(p[i] ^ 1);
        assert_int_equal(rootfile_view(&t, SIA_STR("x"), image, &err), SIA_ETEXT);
        p[i] = (char)(p[i] ^ 1);
    }
    for (size_t n = 0; n < image.n; n += 7) assert_int_equal(rootfile_view(&t, SIA_STR("x"), (sia_str){ p, n }, &err), SIA_ETEXT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(voice_is_off_the_lemma_and_all_affixes_off_the_root),
        cmocka_unit_test(a_melted_letter_comes_back),
        cmocka_unit_test(clitics_go_by_the_best_analysis),
        cmocka_unit_test(adverbs_that_end_like_clitics_keep_their_end),
        cmocka_unit_test(doubles_are_single),
        cmocka_unit_test(prepositions_written_together_are_set_off),
        cmocka_unit_test(what_is_not_known_stays_whole),
        cmocka_unit_test(standing_says_who_vouches),
        cmocka_unit_test(keys_of_keys_are_themselves),
        cmocka_unit_test(any_bytes_have_an_answer),
        cmocka_unit_test(a_form_of_a_lex_is_worked_out_once),
        cmocka_unit_test(a_users_words_are_roots_and_whole),
        cmocka_unit_test(a_damaged_table_is_refused),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
