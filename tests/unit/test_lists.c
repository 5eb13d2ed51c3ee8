/* Enumerations: what is a member of what, through cues, ordinals, numbers and list items. */
#include "tagdoc.h"
#include <time.h>

/* "head: member | member; head: ..." of a text, white space folded. */
static const char *lists_of(fixture *f, const char *text)
{
    static char out[4096];
    size_t n = 0;
    sia_members m = { 0 };
    sia_span head = { 0 };
    read_doc(f->doc, sia_str_of(text));
    assert_int_equal(sia_doc_lists(f->doc, &m, NULL), SIA_OK);
    out[0] = 0;
    for (uint32_t i = 0; i < m.n; i++) {
        const sia_str h = sia_cut(f->doc->text.s, m.v[i].head), s = sia_cut(f->doc->text.s, m.v[i].member);
        const bool same = i && m.v[i].head.off == head.off && m.v[i].head.len == head.len;
        head = m.v[i].head;
        assert_true(h.n && s.n);
        if (same) n += (size_t)snprintf(out + n, sizeof out - n, " | %.*s", (int)s.n, s.p);
        else n += (size_t)snprintf(out + n, sizeof out - n, "%s%.*s: %.*s", i ? "; " : "", (int)h.n, h.p, (int)s.n, s.p);
    }
    for (char *p = out; *p; p++) if (*p == '\n') *p = ' ';
    return out;
}

static void a_cue_is_followed_by_its_members(void **state)
{
    fixture *f = *state;
    assert_string_equal(lists_of(f, "Adapun strategi ofensif meliputi kampanye terbuka, koalisi, dan media sosial.\n"),
                        "strategi ofensif: kampanye terbuka | koalisi | media sosial");
    assert_string_equal(lists_of(f, "Strategi ofensif terdiri atas strategi memperluas pasar dan strategi menembus pasar.\n"),
                        "Strategi ofensif: strategi memperluas pasar | strategi menembus pasar");
    assert_string_equal(lists_of(f, "Tim sukses terdiri atas keluarga, relawan dan kader.\n"), "Tim sukses: keluarga | relawan | kader");
    assert_string_equal(lists_of(f, "Modal politik itu antara lain jaringan, nama baik, serta dana.\n"),
                        "Modal politik: jaringan | nama baik | dana");
    assert_string_equal(lists_of(f, "Ada dua cara, yaitu tatap muka dan iklan.\n"), "Ada dua cara: tatap muka | iklan");
}

static void a_row_may_cross_lines_and_pages(void **state)
{
    assert_string_equal(lists_of(*state, "Strategi defensif mencakup kunjungan\nrumah, dialog\n\ftertutup, dan program-\nprogram sosial.\n"),
                        "Strategi defensif: kunjungan rumah | dialog tertutup | program-program sosial");
}

static void what_is_no_member_stays_out(void **state)
{
    fixture *f = *state;
    assert_string_equal(lists_of(f, "Cara itu meliputi iklan, dialog, dan baliho untuk meraih suara, sehingga calon menang.\n"),
                        "Cara: iklan | dialog | baliho");
    assert_string_equal(lists_of(f, "Media sosial seperti Facebook dan Twitter dipakai oleh caleg.\n"), "Media sosial: Facebook | Twitter");
    assert_string_equal(lists_of(f, "Kendalanya meliputi konflik, baik di pusat maupun di daerah, dan dana.\n"), "Kendalanya: konflik | dana");
    assert_string_equal(lists_of(f, "Unsurnya mencakup produk (product, barang), harga (price), dan tempat.\n"),
                        "Unsurnya: produk (product, barang) | harga (price) | tempat");
}

static void one_thing_is_no_enumeration(void **state)
{
    fixture *f = *state;
    assert_string_equal(lists_of(f, "Strategi ofensif yaitu strategi memperluas pasar.\n"), "");
    assert_string_equal(lists_of(f, "Faktor pertama ialah ekonomi; warga adalah petani.\n"), "");
    assert_string_equal(lists_of(f, "Yang diteliti ialah hubungan antara patron dan klien.\n"), "");
    assert_string_equal(lists_of(f, "meliputi\n"), "");
}

static void a_lost_comma_is_seen_by_the_change_of_case(void **state)
{
    assert_string_equal(lists_of(*state, "Strateginya meliputi Kampanye Terbuka penggunaan media sosial, dan koalisi.\n"),
                        "Strateginya: Kampanye Terbuka | penggunaan media sosial | koalisi");
}

static void ordinals_count_members(void **state)
{
    fixture *f = *state;
    assert_string_equal(lists_of(f, "Ia menang dengan tiga cara yakni cara yang pertama ialah menentukan visi, kedua membuat "
                                    "program, dan yang terakhir ketiga menjaga suara.\n"),
                        "Ia menang dengan tiga cara: menentukan visi | membuat program | menjaga suara");
    assert_string_equal(lists_of(f, "Pemilu putaran pertama ramai, dan putaran kedua sepi.\n"), "");
    assert_string_equal(lists_of(f, "Ada dua langkah. Pertama, menata tim. Tim itu kecil. Kedua, turun ke desa.\n"),
                        "Ada dua langkah: menata tim | turun ke desa");
}

static void items_belong_to_the_line_above(void **state)
{
    assert_string_equal(lists_of(*state, "Adapun saran penelitian ini adalah sebagai berikut:\n\n1. Partai membina kader.\n2. Caleg "
                                         "menjaga suara, sehingga menang.\n3. Warga ikut memilih.\n"),
                        "saran penelitian: Partai membina kader | Caleg menjaga suara | Warga ikut memilih");
}

static void brackets_and_letters_count_members(void **state)
{
    fixture *f = *state;
    assert_string_equal(lists_of(f, "Strategi defensif mencakup: (1) menjaga basis; (2) dialog, rapat; serta (3) bakti sosial.\n"),
                        "Strategi defensif: menjaga basis | dialog, rapat | bakti sosial");
    assert_string_equal(lists_of(f, "Kegiatannya yaitu a) pengajian b) arisan dan c) senam.\n"), "Kegiatannya: pengajian | arisan | senam");
    assert_string_equal(lists_of(f, "Data tahun (2) dan (3) hilang.\n"), "");
}

static void of_two_cues_the_first_ends_the_head(void **state)
{
    fixture *f = *state;
    assert_string_equal(lists_of(f, "Pemasaran politik terdiri atas tiga bentuk, yaitu push, pull, dan pass.\n"),
                        "Pemasaran politik: push | pull | pass");
    assert_string_equal(lists_of(f, "Modal dibagi menjadi dua, yakni modal sosial dan modal ekonomi.\n"), "Modal: modal sosial | modal ekonomi");
}

static void a_member_may_enumerate_in_turn(void **state)
{
    fixture *f = *state;
    assert_string_equal(lists_of(f, "Media meliputi baliho dan media sosial seperti Facebook, TikTok dan X.\n"),
                        "Media: baliho | media sosial; media sosial: Facebook | TikTok | X");
    assert_string_equal(lists_of(f, "Media meliputi media sosial seperti Facebook dan X, baliho, dan poster.\n"),
                        "Media: media sosial | baliho | poster; media sosial: Facebook | X");
}

/* "seperti" explains the noun before it, not what is done with it. */
static void an_example_is_one_of_the_noun_before(void **state)
{
    fixture *f = *state;
    assert_string_equal(lists_of(f, "Partai itu tidak memakai politik uang, seperti sembako dan kaos.\n"), "politik uang: sembako | kaos");
    assert_string_equal(lists_of(f, "Caleg mengadakan kegiatan di masyarakat seperti arisan dan senam.\n"),
                        "kegiatan di masyarakat: arisan | senam");
}

static void items_belong_to_the_item_above(void **state)
{
    assert_string_equal(lists_of(*state, "Langkahnya adalah sebagai berikut:\n\n1. Menata tim\n2. Turun ke desa\n   a. arisan\n   b. pengajian\n"),
                        "Langkahnya: Menata tim | Turun ke desa; Turun ke desa: arisan | pengajian");
}

/* Members lie in their sentence and in text order within a head; hits are those inside. */
static void members_know_their_hits(void **state)
{
    fixture *f = *state;
    const sia_codebook *cb = book_of(f, "S\tofensif\t\tstrategi ofensif\nS\tmedsos\t\tmedia sosial\n");
    sia_tagger *t = sia_tagger_new(&cb, 1, NULL);
    sia_members m = { 0 };
    read_doc(f->doc, SIA_STR("Strategi ofensif meliputi baliho dan penggunaan media sosial.\n"));
    assert_int_equal(sia_doc_tag(f->doc, t, NULL), SIA_OK);
    assert_int_equal(sia_doc_lists(f->doc, &m, NULL), SIA_OK);
    assert_int_equal(m.n, 2);
    assert_true(m.v[0].head_hit == 1 && m.v[0].member_hit == 0 && m.v[1].head_hit == 1 && m.v[1].member_hit == 2);
    sia_tagger_free(t);
}

static double seconds_to_list(fixture *f, const char *shape, size_t size)
{
    char *p = malloc(size);
    const size_t n = strlen(shape);
    sia_members m = { 0 };
    assert_non_null(p);
    for (size_t k = 0; k < size; k++) p[k] = shape[k % n];
    read_doc(f->doc, (sia_str){ p, size });
    const clock_t from = clock();
    assert_int_equal(sia_doc_lists(f->doc, &m, NULL), SIA_OK);
    free(p);
    return (double)(clock() - from) / CLOCKS_PER_SEC;
}

/* Whatever repeats, time grows with the text: four times as much takes little more than four times as long, where a square
 * would take sixteen. Short times say nothing, and a busy machine slows one try, not six. */
static void no_shape_is_slow(void **state)
{
    static const char *const shapes[] = {
        "meliputi ", "meliputi, ", "meliputi a ", "a, ", ") ", "( ", "dan ", "pertama ", "Pertama. ", "pertama, kedua, ", "di antara ",
        "1. a:\n", "yaitu a dan ", "seperti (, ", "meliputi (", "seperti dan ", "a) ",
        "meliputi seperti a dan b, ",
    };
    for (size_t i = 0; i < SIA_COUNT_OF(shapes); i++) {
        double quarter = 1e9, whole = 1e9;
        bool slow = true;
        for (int k = 0; slow && k < 6; k++) {
            const double q = seconds_to_list(*state, shapes[i], 75000), w = seconds_to_list(*state, shapes[i], 300000);
            quarter = q < quarter ? q : quarter;
            whole = w < whole ? w : whole;
            slow = whole > 0.3 && whole > 8 * quarter;
        }
        if (slow) fail_msg("%.2f s, then %.2f s for four times '%s'", quarter, whole, shapes[i]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_cue_is_followed_by_its_members, setup, teardown),
        cmocka_unit_test_setup_teardown(a_row_may_cross_lines_and_pages, setup, teardown),
        cmocka_unit_test_setup_teardown(what_is_no_member_stays_out, setup, teardown),
        cmocka_unit_test_setup_teardown(one_thing_is_no_enumeration, setup, teardown),
        cmocka_unit_test_setup_teardown(a_lost_comma_is_seen_by_the_change_of_case, setup, teardown),
        cmocka_unit_test_setup_teardown(ordinals_count_members, setup, teardown),
        cmocka_unit_test_setup_teardown(items_belong_to_the_line_above, setup, teardown),
        cmocka_unit_test_setup_teardown(brackets_and_letters_count_members, setup, teardown),
        cmocka_unit_test_setup_teardown(of_two_cues_the_first_ends_the_head, setup, teardown),
        cmocka_unit_test_setup_teardown(a_member_may_enumerate_in_turn, setup, teardown),
        cmocka_unit_test_setup_teardown(an_example_is_one_of_the_noun_before, setup, teardown),
        cmocka_unit_test_setup_teardown(items_belong_to_the_item_above, setup, teardown),
        cmocka_unit_test_setup_teardown(members_know_their_hits, setup, teardown),
        cmocka_unit_test_setup_teardown(no_shape_is_slow, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
