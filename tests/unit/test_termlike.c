/* What may be a term: rows of content words, and what texts enumerate. */
#include "tagdoc.h"

/* "words words* ..." parted by bars; * marks what is named as a member. Of `rows` the codebook is made. */
static const char *termlikes(fixture *f, const char *rows, const char *text)
{
    static char out[4096];
    size_t n = 0;
    const sia_codebook *cb = book_of(f, rows);
    sia_stops *stops;
    sia_members m = { 0 };
    sia_termlikes v = { 0 };
    sia_tagger *t = sia_tagger_new(&cb, 1, NULL);
    assert_int_equal(sia_stops_parse(&stops, SIA_STR("henti"), SIA_STR("di\nini\nke\npara\n"), f->a, NULL), SIA_OK);
    read_doc(f->doc, sia_str_of(text));
    assert_int_equal(sia_doc_tag(f->doc, t, NULL), SIA_OK);
    assert_int_equal(sia_doc_lists(f->doc, &m, NULL), SIA_OK);
    assert_int_equal(sia_doc_termlikes(f->doc, stops, &m, &v, NULL), SIA_OK);
    sia_tagger_free(t);
    out[0] = 0;
    for (uint32_t i = 0; i < v.n; i++) {
        const sia_token *first = &f->doc->tokens.v[v.v[i].first], *last = first + v.v[i].n - 1;
        const sia_str s = sia_cut(f->doc->text.s, (sia_span){ first->span.off, sia_end(last->span) - first->span.off });
        n += (size_t)snprintf(out + n, sizeof out - n, "%s%.*s%s", i ? " | " : "", (int)s.n, s.p, v.v[i].member ? "*" : "");
    }
    return out;
}

#define NONE "X\tT\t\ttakada\n"

static void rows_of_content_words_and_their_parts(void **state)
{
    assert_string_equal(termlikes(*state, NONE, "Pasar malam desa."), "Pasar | Pasar malam | Pasar malam desa | malam | malam desa | desa");
}

static void stop_words_verbs_denials_and_marks_part(void **state)
{
    assert_string_equal(termlikes(*state, NONE, "Pasar di desa ini."), "Pasar | desa");
    assert_string_equal(termlikes(*state, NONE, "Caleg mendatangi pasar."), "Caleg | pasar");
    assert_string_equal(termlikes(*state, NONE, "Warga tidak hadir."), "Warga | hadir");
    assert_string_equal(termlikes(*state, NONE, "Warga, pasar 12 desa."), "Warga | pasar | desa");
    assert_string_equal(termlikes(*state, NONE, "Ini pasar. Desa itu."), "pasar | Desa");
}

static void what_hits_cover_is_left_out_and_no_hit_is_cut(void **state)
{
    assert_string_equal(termlikes(*state, "X\tT\t\tpasar malam\n", "Pasar malam desa."), "Pasar malam desa | desa");
    assert_string_equal(termlikes(*state, "X\tT\t\tpasar malam desa\n", "Pasar malam desa."), "");
}

static void members_are_named_once_and_with_their_function_words(void **state)
{
    assert_string_equal(termlikes(*state, NONE, "Cara ini meliputi turun ke desa, baliho, dan pasar malam."),
                        "Cara | turun | turun ke desa* | desa | baliho* | pasar | pasar malam* | malam");
    assert_string_equal(termlikes(*state, "X\tT\t\tbaliho\n", "Cara ini meliputi baliho, pasar malam, dan spanduk."),
                        "Cara | pasar | pasar malam* | malam | spanduk*");
}

static void a_member_ends_where_it_begins_to_explain(void **state)
{
    assert_string_equal(termlikes(*state, NONE, "Cara ini meliputi pasar malam yang ramai dan spanduk."),
                        "Cara | pasar | pasar malam* | malam | ramai | spanduk*");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(rows_of_content_words_and_their_parts, setup, teardown),
        cmocka_unit_test_setup_teardown(stop_words_verbs_denials_and_marks_part, setup, teardown),
        cmocka_unit_test_setup_teardown(what_hits_cover_is_left_out_and_no_hit_is_cut, setup, teardown),
        cmocka_unit_test_setup_teardown(members_are_named_once_and_with_their_function_words, setup, teardown),
        cmocka_unit_test_setup_teardown(a_member_ends_where_it_begins_to_explain, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
