/* Indonesian word forms: keys, clitics, reduplication, and what is promised of every form. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
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

static void expect(const fixture *f, const char *form, const char *norm, const char *lemma, const char *root)
{
    sia_analysis a;
    char got[256], want[256];
    sia_analyse(f->roots, sia_str_of(form), &a);
    snprintf(got, sizeof got, "%s: %.*s %.*s %.*s", form, (int)a.norm.n, a.norm.p, (int)a.lemma.n, a.lemma.p, (int)a.root.n, a.root.p);
    snprintf(want, sizeof want, "%s: %s %s %s", form, norm, lemma, root);
    assert_string_equal(got, want);
}

static void voice_is_off_the_lemma_and_all_affixes_off_the_root(void **state)
{
    expect(*state, "memilih", "memilih", "pilih", "pilih");
    expect(*state, "dipilih", "dipilih", "pilih", "pilih");
    expect(*state, "pemilih", "pemilih", "pemilih", "pilih");
    expect(*state, "pemilihan", "pemilihan", "pemilihan", "pilih");
    expect(*state, "pilihan", "pilihan", "pilihan", "pilih");
    expect(*state, "menjalankan", "menjalankan", "jalankan", "jalan");
    expect(*state, "berkampanye", "berkampanye", "berkampanye", "kampanye");
    expect(*state, "pemerintah", "pemerintah", "pemerintah", "perintah");
}

static void clitics_go_by_the_best_analysis(void **state)
{
    expect(*state, "bukunya", "buku", "buku", "buku");
    expect(*state, "mempercayainya", "mempercayai", "percayai", "percaya");
    expect(*state, "masalah", "masalah", "masalah", "masalah");
    expect(*state, "langkah", "langkah", "langkah", "langkah");
    expect(*state, "maluku", "maluku", "maluku", "maluku");
    expect(*state, "pan-nya", "pan", "pan", "pan");
}

static void doubles_are_single(void **state)
{
    expect(*state, "program-program", "program", "program", "program");
    expect(*state, "program2", "program", "program", "program");
    expect(*state, "kelompokkelompok", "kelompok", "kelompok", "kelompok");
    expect(*state, "kebijakan-kebijakannya", "kebijakan", "kebijakan", "bijak");
    expect(*state, "bersama-sama", "bersama", "bersama", "sama");
    expect(*state, "tolong-menolong", "menolong", "tolong", "tolong");
    expect(*state, "sayur-mayur", "sayur", "sayur", "sayur");
    expect(*state, "visi-misi", "visi-misi", "visi-misi", "visi-misi");
    expect(*state, "door-to-door", "door-to-door", "door-to-door", "door-to-door");
}

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
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(voice_is_off_the_lemma_and_all_affixes_off_the_root),
        cmocka_unit_test(clitics_go_by_the_best_analysis),
        cmocka_unit_test(doubles_are_single),
        cmocka_unit_test(a_form_of_a_lex_is_worked_out_once),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
