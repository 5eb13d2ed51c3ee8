/* Patterns: what words, globs, marks, lists and regexes find, and what they must not. */
#include "tagdoc.h"
#include "lexicon.h"

#define FINDS(pattern, text, found) assert_string_equal(find(*state, pattern, text), found)

static void a_word_is_found_in_any_case_and_only_whole(void **state)
{
    FINDS("ofensif", "Strategi Ofensif, OFENSIF; ofensifitas dan defensif.", "Ofensif + OFENSIF");
}

static void blanks_line_ends_and_hyphens_between_words_are_one(void **state)
{
    FINDS("door to door", "Kampanye door to door, door-to-door, Door\nTo   door dan door\xE2\x80\x94to\xE2\x80\x94" "door.",
          "door to door + door-to-door + Door/To   door + door\xE2\x80\x94to\xE2\x80\x94" "door");
    FINDS("door-to-door", "kampanye door to door", "door to door");
    FINDS("visi misi", "visi - misi, visi. Misi", "");
}

static void marks_are_found_whatever_the_blanks_around_them(void **state)
{
    FINDS("visi, misi | visi & misi | rt/rw", "ada visi, misi dan visi , misi dan visi& misi serta RT / RW",
          "visi, misi + visi , misi + visi& misi + RT / RW");
    FINDS("S.Sos", "Amir S.Sos dan Budi S. Sos", "S.Sos + S. Sos");
}

static void clitics_of_the_last_word_are_part_of_the_hit(void **state)
{
    FINDS("basis massa", "basis massanya, basis massapun, basis massanyalah, basisnya massa", "basis massanya + basis massapun + basis massanyalah");
    FINDS("PAN", "PAN-nya dan PANlah serta panji", "PAN-nya + PANlah");
}

static void behind_a_bound_word_a_hit_may_begin(void **state)
{
    FINDS("pilkada", "pasca-Pilkada dan PRA-PILKADA serta se-pilkadanya, pilkada-ulang, menko-pilkada", "Pilkada + PILKADA + pilkadanya");
    FINDS("politik uang", "gerakan anti-politik uang, anti\xE2\x80\x93politik\nuang, non-politik-uang", "politik uang + politik/uang + politik-uang");
    FINDS("case:PAN", "non-PAN dan pro-PAN-nya, anti-pan", "PAN + PAN-nya");
    FINDS("partai", "antar-partai-partai", "partai-partai");
    FINDS("pasca pilkada | pilkada | pilkada damai", "pasca-pilkada damai", "pasca-pilkada");
    FINDS("* damai", "pasca-pilkada damai", "pasca-pilkada damai");
    FINDS("desa", "se-desa- Kab. itu, wakil-desa, di-desa, bukan-desa", "desa");
}

static void a_word_said_twice_is_still_the_word(void **state)
{
    FINDS("program", "program-program, program program, programprogram, program2, program-programnya dan program-\nprogram",
          "program-program + program program + programprogram + program2 + program-programnya + program-program");
    FINDS("tokoh agama", "tokoh-tokoh agama, tokoh tokoh agama, tokoh2 agama", "tokoh-tokoh agama + tokoh tokoh agama + tokoh2 agama");
    FINDS("kan", "kankan", "");
}

/* A heading or a cell may end between two, and then a capital follows; capitals only over a line's end or a tab. */
static void a_word_that_begins_anew_is_not_said_twice(void **state)
{
    FINDS("kampanye", "Juru Kampanye\nKampanye tatap muka", "Kampanye + Kampanye");
    FINDS("case:Kampanye", "Bentuk Kampanye \n Kampanyenya tatap muka", "Kampanye + Kampanyenya");
    FINDS("bentuk kampanye", "Bentuk Kampanye\nKampanye tatap muka", "Bentuk Kampanye");
    FINDS("kampanye terbuka", "Bentuk Kampanye\nKampanye Terbuka", "Kampanye Terbuka");
    FINDS("partai", "Partai\tPartai", "Partai + Partai");
    FINDS("*", "Partai\nPARTAI PARTAI", "Partai + PARTAI PARTAI");
    FINDS("tokoh agama", "para tokoh\ntokoh agama, Tokoh-\nTokoh Agama dan Tokoh Tokoh Agama, TOKOH TOKOH AGAMA, Tokoh tokoh agama",
          "tokoh/tokoh agama + Tokoh-Tokoh Agama + Tokoh Agama + TOKOH TOKOH AGAMA + Tokoh tokoh agama");
}

static void globs_stand_for_letters_of_a_word(void **state)
{
    FINDS("pem?lih*", "pemilih, pemulihan, pemilihan umum, memilih, pemmlih", "pemilih + pemulihan + pemilihan + pemmlih");
    FINDS("*kampanye*", "mengkampanyekan kampanye berkampanye https://kampanye.id kampus", "mengkampanyekan + kampanye + berkampanye");
    FINDS("jum*", "hari Jum'at dan Jumat", "Jum'at + Jumat");
}

static void a_near_word_allows_one_slip_between_its_ends(void **state)
{
    FINDS("~sukses", "sukses suskses suskes skuses skses susses s\u00fckses", "sukses + suskses + suskes + skuses + skses + susses + s\u00fckses");
    FINDS("~sukses", "suksesi suksess sukess sukseskan tukses suxxses sus ss", "");
    FINDS("~strategi", "strategis, startegi, stratgei, strategi-strategi, startegi-startegi, startteginya, STRATEGI",
          "startegi + strategi-strategi + startegi-startegi + STRATEGI");
    FINDS("calon ~legislatif", "calon legislasif dan calon-legislatif, calon legislator", "calon legislasif + calon-legislatif");
    FINDS("\\~ sekitar", "~ sekitar", "~ sekitar");
}

static void a_lone_star_is_any_one_word(void **state)
{
    FINDS("pemilih *", "pemilih muda dan pemilih door-to-door serta pemilih, kata", "pemilih muda + pemilih door-to-door");
    FINDS("* persen", "ada 1.000,50 persen atau (persen)", "1.000,50 persen");
    FINDS("ketua *", "ketua dr. Budi", "ketua dr.");
}

static void case_is_kept_where_it_is_asked_for(void **state)
{
    FINDS("case:PAN", "PAN, Pan, pan, PANnya dan PAN-nya", "PAN + PANnya + PAN-nya");
    FINDS("case:Golkar", "Golkar GOLKAR golkar GolKar", "Golkar GOLKAR");
    FINDS("partai case:PAN*", "Partai PANDU partai pandu", "Partai PANDU");
}

static void an_abbreviation_is_found_with_and_without_its_stop(void **state)
{
    FINDS("dkk", "Amir dkk. datang", "dkk");
    FINDS("kab. bandung | hlm.", "di Kab. Bandung pada hlm. 7", "Kab. Bandung + hlm.");
}

static void a_regex_is_held_to_token_edges(void **state)
{
    FINDS("/kursi\\s+\\d+/", "35 kursi, kursi 35, kursi 35a dan kursian 3", "kursi 35");
    FINDS("/partai?/", "parta partai partaiku", "parta + partai");
    FINDS("/(ke)?pemilu(an)?/", "kepemiluan pemilu", "kepemiluan + pemilu");
    FINDS("/PAN/c | /golkar/", "PAN pan GOLKAR", "PAN + GOLKAR");
    FINDS("/a|b\\/c/", "b/c", "b/c");
    FINDS("/dkk/", "Amir dkk. datang", "dkk");
}

static void a_regex_sees_its_sentence_and_no_more(void **state)
{
    FINDS("/^partai/", "Partai menang. Partai kalah dan partai lain.", "Partai + Partai");
    FINDS("/menang.*partai/", "Ia menang. Lalu partai itu kalah.", "");
    FINDS("/(?<=calon )presiden(?! direktur)/", "calon presiden dan presiden; calon presiden direktur", "presiden");
    FINDS("/x*/", "tanpa huruf itu", "");
}

static void lists_stand_for_their_members(void **state)
{
    const char *rows = "@\tpartai\t\tPAN | golongan karya\n@\tpolitik\t\t@partai | caleg*\nX\tA\t\tketua @partai\nX\tB\t\t@politik\n";
    assert_string_equal(tag(*state, rows, "Ketua PAN, ketua golongan karya, para caleg dan Golongan Karya."),
                        "Ketua PAN=A ketua golongan karya=A caleg=B Golongan Karya=B");
    assert_string_equal(tag(*state, "list\tx\t\ta | b\ndaftar\ty\t\tc\nX\tT\t\t@x @y\n", "a c, b-c, c a"), "a c=T b-c=T");
}

static void a_hit_never_leaves_its_sentence_or_its_item(void **state)
{
    FINDS("visi misi", "Partai punya visi.\nMisi partai lain.", "");
    FINDS("visi misi", "Partai punya:\n1. Visi\n2. Misi partai\n", "");
}

static void a_backslash_takes_a_character_as_it_is(void **state)
{
    FINDS("apa\\?", "Apa? apak", "Apa?");
    FINDS("\\@partai", "tulis @partai", "@partai");
}

static void folding_is_that_of_the_forms(void **state)
{
    FINDS("Ma\xE2\x80\x99ruf", "Ma'ruf dan MA\xE2\x80\x99RUF", "Ma'ruf + MA\xE2\x80\x99RUF");
    FINDS("kafe\xCC\x81", "KAF\xC3\x89 kaf\xC3\xA9", "KAF\xC3\x89 kaf\xC3\xA9");      /* the pattern is composed; twice is one */
}

static void lemmas_and_roots_find_inflected_forms(void **state)
{
    fixture *f = *state;
    const char *text = "Saya memilih, dipilihnya, kupilih; pemilih dan pemilihan: pilihan. Pilih, pilihlah! Terpilih.";
    f->roots = test_roots(f->a);
    FINDS("lemma:pilih", text, "memilih + dipilihnya + kupilih + Pilih + pilihlah");
    FINDS("root:pilih", text, "memilih + dipilihnya + kupilih + pemilih + pemilihan + pilihan + Pilih + pilihlah + Terpilih");
    FINDS("lemma:memilih", text, "memilih + dipilihnya + kupilih + Pilih + pilihlah");          /* its lemma is meant */
    FINDS("Root:pilih | \\root", "root: pilih dan root", "root: pilih + root");              /* no key: words and a mark */
    FINDS("root:pilih kepala | kepala lemma:desa", "pemilihan kepala desa, memilihnya kepala desanya", "pemilihan kepala + memilihnya kepala");
    FINDS("root:pilih", "pemilih-pemilihnya, pemilih-memilih, jalan-pemilih", "pemilih-pemilihnya");
    FINDS("root:pilih", "www.pilih.id, pilih2 dan @pilih", "pilih2 + pilih");
    FINDS("lemma:xyzzy root:pan", "XYZZY pan, dixyzzykan pan", "XYZZY pan");                   /* unknown words keep their affixes */
}

static void without_a_root_table_a_key_is_the_word_itself(void **state)
{
    FINDS("root:pilih", "memilih, Pilih, pilihan", "Pilih");
}

static void wrong_patterns_are_told_with_line_column_and_cause(void **state)
{
    static const struct { const char *pattern, *told; } wrong[] = {
        { "ok | /door(to/", "buku.tsv:2:19: wrong regex 'door(to': missing closing parenthesis" },
        { "/door", "buku.tsv:2:6: a regex is not closed by a slash: '/door'" },
        { "/a/x | b", "buku.tsv:2:9: only | may follow '/a/'" },
        { "a | @partai b", "buku.tsv:2:10: no list '@partai'; a list may use the lists above it" },
        { "case: x", "buku.tsv:2:11: a word must follow case:" },
        { "lemma: pilih", "buku.tsv:2:12: a word without * and ? must follow lemma: and root:: ''" },
        { "root:pilih*", "buku.tsv:2:11: a word without * and ? must follow lemma: and root:: 'pilih*'" },
        { "/a\\Kb/", "buku.tsv:2:8: \\K, \\G, \\C, (?C) and (*VERBS) are not allowed: 'a\\Kb'" },
        { "/(*LIMIT_MATCH=4000000000)a/", "buku.tsv:2:7: \\K, \\G, \\C, (?C) and (*VERBS) are not allowed: '(*LIMIT_MATCH=4000000000)a'" },
        { "/(?C1)a/", "buku.tsv:2:7: \\K, \\G, \\C, (?C) and (*VERBS) are not allowed: '(?C1)a'" },
    };
    fixture *f = *state;
    for (size_t i = 0; i < SIA_COUNT_OF(wrong); i++)
        assert_string_equal(complaint(f, sia_printf(f->a, "X\tT\t\t%s\n", wrong[i].pattern).p), wrong[i].told);
}

static void patterns_have_an_end(void **state)
{
    fixture *f = *state;
    char many[200] = "", long_word[300] = "";
    for (int i = 0; i < 33; i++) strcat(many, "kata ");
    memset(long_word, 'x', 251);
    assert_non_null(strstr(complaint(f, sia_printf(f->a, "X\tT\t\t%s\n", many).p), "pattern too long"));
    assert_non_null(strstr(complaint(f, sia_printf(f->a, "X\tT\t\t%s\n", long_word).p), "pattern too long"));
    many[32 * 5] = 0;
    assert_string_equal(find(f, many, "kata"), "");
}

static void a_pattern_typed_by_hand_is_a_codebook_of_one_term(void **state)
{
    fixture *f = *state;
    sia_codebook *cb;
    sia_err err;
    char text[512];
    assert_int_equal(sia_codebook_of_pattern(&cb, SIA_STR("pemilih *"), f->a, &err), SIA_OK);
    const sia_codebook *one = cb;
    assert_string_equal(hits_of(f, &one, 1, SIA_POLICY_LONGEST, "para pemilih muda"), "pemilih muda=pemilih *");
    assert_int_equal(sia_codebook_of_pattern(&cb, SIA_STR("pemilih /muda/ (/"), f->a, NULL), SIA_OK);
    assert_int_equal(sia_codebook_of_pattern(&cb, SIA_STR("/muda"), f->a, &err), SIA_ESYNTAX);
    assert_string_equal(sia_err_text(&err, SIA_ID, text, sizeof text), "/muda:1:1: regex tidak ditutup garis miring: '/muda'");
    assert_int_equal(sia_codebook_of_pattern(&cb, SIA_STR("  | "), f->a, &err), SIA_ESYNTAX);
    assert_int_equal(sia_codebook_of_pattern(&cb, SIA_STR("\xFF"), f->a, &err), SIA_ESYNTAX);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_word_is_found_in_any_case_and_only_whole, setup, teardown),
        cmocka_unit_test_setup_teardown(blanks_line_ends_and_hyphens_between_words_are_one, setup, teardown),
        cmocka_unit_test_setup_teardown(marks_are_found_whatever_the_blanks_around_them, setup, teardown),
        cmocka_unit_test_setup_teardown(clitics_of_the_last_word_are_part_of_the_hit, setup, teardown),
        cmocka_unit_test_setup_teardown(a_word_said_twice_is_still_the_word, setup, teardown),
        cmocka_unit_test_setup_teardown(a_word_that_begins_anew_is_not_said_twice, setup, teardown),
        cmocka_unit_test_setup_teardown(globs_stand_for_letters_of_a_word, setup, teardown),
        cmocka_unit_test_setup_teardown(a_near_word_allows_one_slip_between_its_ends, setup, teardown),
        cmocka_unit_test_setup_teardown(a_lone_star_is_any_one_word, setup, teardown),
        cmocka_unit_test_setup_teardown(case_is_kept_where_it_is_asked_for, setup, teardown),
        cmocka_unit_test_setup_teardown(an_abbreviation_is_found_with_and_without_its_stop, setup, teardown),
        cmocka_unit_test_setup_teardown(a_regex_is_held_to_token_edges, setup, teardown),
        cmocka_unit_test_setup_teardown(a_regex_sees_its_sentence_and_no_more, setup, teardown),
        cmocka_unit_test_setup_teardown(lists_stand_for_their_members, setup, teardown),
        cmocka_unit_test_setup_teardown(a_hit_never_leaves_its_sentence_or_its_item, setup, teardown),
        cmocka_unit_test_setup_teardown(a_backslash_takes_a_character_as_it_is, setup, teardown),
        cmocka_unit_test_setup_teardown(folding_is_that_of_the_forms, setup, teardown),
        cmocka_unit_test_setup_teardown(lemmas_and_roots_find_inflected_forms, setup, teardown),
        cmocka_unit_test_setup_teardown(without_a_root_table_a_key_is_the_word_itself, setup, teardown),
        cmocka_unit_test_setup_teardown(behind_a_bound_word_a_hit_may_begin, setup, teardown),
        cmocka_unit_test_setup_teardown(wrong_patterns_are_told_with_line_column_and_cause, setup, teardown),
        cmocka_unit_test_setup_teardown(patterns_have_an_end, setup, teardown),
        cmocka_unit_test_setup_teardown(a_pattern_typed_by_hand_is_a_codebook_of_one_term, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
