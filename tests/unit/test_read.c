/* Reading: what is mended, what is set aside, and what must stay as it is. Sentences are of the kind theses have. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <siasat/text.h>

static sia_doc *doc;

static int begin(void **state) { (void)state; doc = sia_doc_new(NULL, 0); return !doc; }
static int end(void **state) { (void)state; sia_doc_free(doc); return 0; }

static const char *read_as(sia_str raw)
{
    sia_doc_reset(doc);
    assert_int_equal(sia_doc_read(doc, SIA_STR("t"), raw, SIA_ENC_AUTO, NULL), SIA_OK);
    return doc->text.s.p;
}

static const char *read_text(const char *raw) { return read_as(sia_str_of(raw)); }

static unsigned fixes(sia_fix_kind kind)
{
    unsigned n = 0;
    for (uint32_t i = 0; i < doc->text.fixes.n; i++) n += doc->text.fixes.v[i].kind == kind;
    return n;
}

typedef struct { const char *raw, *s; } pair;

static void check(const pair *cases, size_t n)
{
    for (size_t i = 0; i < n; i++) assert_string_equal(read_text(cases[i].raw), cases[i].s);
}

#define CHECK(cases) check(cases, SIA_COUNT_OF(cases))

static void line_ends_become_lf(void **state)
{
    (void)state;
    static const pair cases[] = {
        { "satu\r\ndua\rtiga\n", "satu\ndua\ntiga\n" },
        { "satu\r\n\r\ndua", "satu\n\ndua" },
        { "", "" },
        { "\r\n", "\n" },
    };
    CHECK(cases);
}

static void a_nul_becomes_a_blank_and_hides_nothing(void **state)
{
    (void)state;
    assert_string_equal(read_as(SIA_STR("suara\0\0rakyat\n\0\npartai")), "suara rakyat\n \npartai");
    assert_int_equal(fixes(SIA_FIX_NUL), 2);
}

static void letters_are_composed_and_ligatures_opened(void **state)
{
    (void)state;
    static const pair cases[] = {
        { "poli\xCC\x81tik", "pol\xC3\xADtik" },                                  /* i and U+0301 */
        { "\xEF\xAC\x81gur e\xEF\xAC\x80" "ek", "figur effek" },                  /* U+FB01, U+FB00 */
        { "elek\xC2\xADtabilitas", "elektabilitas" },                             /* U+00AD */
        { "\xE2\x84\xAB", "\xC3\x85" },                                           /* U+212B is U+00C5 */
        { "a\xCC\x81\nb", "\xC3\xA1\nb" },
        { "\xE2\x80\x9Cmassa\xE2\x80\x9D", "\xE2\x80\x9Cmassa\xE2\x80\x9D" },
    };
    CHECK(cases);
}

static void a_word_cut_at_the_line_end_is_joined(void **state)
{
    (void)state;
    static const pair cases[] = {
        { "kelompok kemasya-\nrakatan yang", "kelompok kemasyarakatan yang" },
        { "kelompok kemasya-  \n   rakatan", "kelompok kemasyarakatan" },
        { "oleh tim suk-\n\nses pada malam", "oleh tim sukses pada malam" },
        { "DPRD KABUPA-\nTEN DI SUMATERA", "DPRD KABUPATEN DI SUMATERA" },
        { "partai\xC2\xAC\nnya di sana", "partainya di sana" },                   /* the not-sign of old files */
        { "kema\xC2\xAD\nsyarakatan", "kemasyarakatan" },                         /* soft hyphen */
        { "pemilih-\nnya", "pemilihnya" },
        { "program-pro-\ngram", "program-program" },
        { "pro-\ngram-program sosial", "program-program sosial" },
    };
    CHECK(cases);
    read_text("kelompok kemasya-\nrakatan yang");
    assert_int_equal(fixes(SIA_FIX_WORD_JOINED), 1);
    sia_fix f = doc->text.fixes.v[0];
    assert_int_equal(f.at, 9);
    assert_int_equal(f.len, strlen("kemasyarakatan"));
    assert_int_equal(f.raw_len, strlen("kemasya-\nrakatan"));
}

static void a_hyphen_of_the_word_itself_stays(void **state)
{
    (void)state;
    static const pair cases[] = {
        { "dan program-\nprogram sosial", "dan program-program sosial" },
        { "secara besar-\nbesaran", "secara besar-besaran" },
        { "saling tolong-\nmenolong", "saling tolong-menolong" },
        { "sayur-\nmayur", "sayur-mayur" },
        { "kampanye door-to-\ndoor", "kampanye door-to-door" },
        { "mantan anti-\nkorupsi", "mantan anti-korupsi" },
        { "partai PAN-\nnya", "partai PAN-nya" },
        { "sekitar tahun 1990-\nan", "sekitar tahun 1990-an" },
        { "periode 2014-\n2019", "periode 2014-2019" },
        { "sistem e-\nvoting", "sistem e-voting" },
        { "partai PDI-\nPerjuangan", "partai PDI-Perjuangan" },
    };
    CHECK(cases);
    read_text("dan program-\nprogram sosial");
    assert_int_equal(fixes(SIA_FIX_REDUP_JOINED), 1);
}

static void the_document_itself_tells_how_a_word_is_written(void **state)
{
    (void)state;
    static const pair cases[] = {
        { "visi-misi calon dan visi-\nmisi partai", "visi-misi calon dan visi-misi partai" },
        { "antikorupsi itu, anti-\nkorupsi", "antikorupsi itu, antikorupsi" },
        { "seorang patron dan klien, patron-\nklien", "seorang patron dan klien, patron-klien" },
    };
    CHECK(cases);
}

static void what_is_no_cut_word_stays(void **state)
{
    (void)state;
    static const pair cases[] = {
        { "pra-\ndan pascapemilu", "pra-\ndan pascapemilu" },
        { "tiga hal -\nyaitu", "tiga hal -\nyaitu" },
        { "-\n-\n", "-\n-\n" },
        { "partai-\n\nBAB V", "partai-\n\nBAB V" },
        { "- satu\n- dua", "- satu\n- dua" },
    };
    CHECK(cases);
}

static void a_blank_line_inside_a_sentence_goes(void **state)
{
    (void)state;
    static const pair cases[] = {
        { "Program unggulan seperti beasiswa pendidikan, dan pelatihan\n\nketerampilan mendapat respons.",
          "Program unggulan seperti beasiswa pendidikan, dan pelatihan\nketerampilan mendapat respons." },
        { "dilakukan oleh PAN untuk meningkatkan perolehan suara pada\n\n\nPemilu Legislatif Provinsi Jambi",
          "dilakukan oleh PAN untuk meningkatkan perolehan suara pada\nPemilu Legislatif Provinsi Jambi" },
    };
    CHECK(cases);
    assert_int_equal(fixes(SIA_FIX_BLANK_LINE), 1);
}

static void a_blank_line_that_parts_paragraphs_stays(void **state)
{
    (void)state;
    static const char *const cases[] = {
        "BAB IV\n\nKESIMPULAN DAN SARAN\n\n4.1 Kesimpulan\n\nPartai Pan berhasil memenangkan pemilihan",
        "mendapat respons positif dari masyarakat.\n\nDalam meningkatkan perolehan suara",
        "4.1 Strategi yang dipakai oleh partai\n\nstrategi ofensif dipakai",
        "dengan cara-cara sebagai berikut, yakni\n\na. menentukan visi dan misi\n\nb. menentukan program",
        "laki-laki\n\nperempuan\n\njumlah seluruhnya\n\n35",
        "penjelasan tentang responden sebagai berikut:\n\nTabel 4.1 Responden menurut umur",
    };
    for (size_t i = 0; i < SIA_COUNT_OF(cases); i++) assert_string_equal(read_text(cases[i]), cases[i]);
}

static void double_spaced_text_is_closed_up(void **state)
{
    (void)state;
    static const char raw[] =
        "3.2 Bentuk Politik Uang\n\nBerdasarkan wawancara mendalam dengan warga desa, bentuk politik uang\n\n"
        "yang terjadi pada pemilu legislatif 2019 dapat dibagi ke dalam tiga macam.\n\n"
        "Pertama, pemberian uang tunai. Uang tunai dibagikan dalam amplop oleh tim\n\n"
        "sukses pada malam menjelang pencoblosan, yang oleh warga disebut serangan\n\n"
        "fajar. Kedua, pemberian barang.\n\n"
        "Pendapat informan tersebut memperlihatkan sifat pragmatisme masyarakat. Uang\n\n"
        "tidak selalu menentukan pilihan, tetapi tidak memberi uang dianggap kikir. Seorang\n\n"
        "kepala desa menyebutnya uang rokok.\n";
    assert_string_equal(read_text(raw),
        "3.2 Bentuk Politik Uang\n\nBerdasarkan wawancara mendalam dengan warga desa, bentuk politik uang\n"
        "yang terjadi pada pemilu legislatif 2019 dapat dibagi ke dalam tiga macam.\n"
        "Pertama, pemberian uang tunai. Uang tunai dibagikan dalam amplop oleh tim\n"
        "sukses pada malam menjelang pencoblosan, yang oleh warga disebut serangan\n"
        "fajar. Kedua, pemberian barang.\n\n"
        "Pendapat informan tersebut memperlihatkan sifat pragmatisme masyarakat. Uang\n"
        "tidak selalu menentukan pilihan, tetapi tidak memberi uang dianggap kikir. Seorang\n"
        "kepala desa menyebutnya uang rokok.\n");
    assert_true(doc->text.double_spaced);
    read_text(
        "Satu alinea satu baris.\n\nAlinea kedua juga.\n\nKetiga.\n\n"
        "Keempat.\n\nKelima.\n\nKeenam.\n\nKetujuh.\n\nKedelapan.");
    assert_false(doc->text.double_spaced);
}

static void marks_of_footnotes_are_set_aside(void **state)
{
    (void)state;
    static const pair cases[] = {
        { "perolehan suara partai.1 Strategi yang jelas", "perolehan suara partai. Strategi yang jelas" },
        { "apa pun.20 Kampanye\nsampai kabur.21\n", "apa pun. Kampanye\nsampai kabur.\n" },
        { "ia menyatakan\xE2\x80\x9D" "3 bahwa", "ia menyatakan\xE2\x80\x9D bahwa" },
        { "warga desa.\"4 Maka", "warga desa.\" Maka" },
        { "partai politik.1 Tema kampanye2 dan kampanye3 itu", "partai politik. Tema kampanye2 dan kampanye3 itu" },
        { "para calon.11 Tema kampanye12 itu", "para calon. Tema kampanye itu" },
        { "kekuasaan\xC2\xB9 dan", "kekuasaan dan" },
    };
    CHECK(cases);
}

static void digits_of_the_text_itself_stay(void **state)
{
    (void)state;
    static const char *const cases[] = {
        "program2 kerja",
        "Covid19 melanda",
        "lihat hlm.12 Buku",
        "pasal 5.1 Ayat",
        "G30S dan S1",
        "luas 5 km2 saja",
        "km\xC2\xB2 tanah",
        "Pemilu2014 lalu",
        "sejak Pemilu.2014 Partai",
        "angka 4.1 Persen",
        "kampanye12 itu",
        "tabel4 dan informan3",
        "sebesar Rp.500 Lalu",
        "4Ps",
        "1.000.000,50",
        "www.kpu.go.id/berita.3 Lalu",
        "Gambar.2 Peta",
        "pukul 12:30",
    };
    for (size_t i = 0; i < SIA_COUNT_OF(cases); i++) {
        assert_string_equal(read_text(cases[i]), cases[i]);
        assert_int_equal(doc->text.fixes.n, 0);
    }
}

/* A page of n lines of prose, the last one unfinished, as pdftotext gives it. */
static size_t add_page(char *to, const char *head, unsigned n, const char *foot)
{
    char *p = to;
    p += sprintf(p, "%s", head);
    for (unsigned i = 0; i < n; i++)
        p += sprintf(p, "tim sukses menemui tokoh masyarakat di setiap desa dan membahas %u\n", 100 + i);
    p += sprintf(p, "%s", foot);
    return (size_t)(p - to);
}

static void form_feeds_are_pages_and_their_furniture_is_set_aside(void **state)
{
    (void)state;
    static char raw[8000];
    char *p = raw;
    p += add_page(p, "", 20, "\n                          87\n\f");
    p += add_page(p, "                            88\n\n", 20, "\f");
    p += add_page(p, "                            89\n\n", 20, "\f");
    const char *s = read_text(raw);
    assert_int_equal(doc->text.pages.n, 3);
    for (uint32_t i = 0; i < 3; i++) {
        assert_int_equal(doc->text.pages.v[i].number, i + 1);
        assert_int_equal(doc->text.pages.v[i].label.n, 2);
        assert_int_equal(doc->text.pages.v[i].label.p[1], '7' + (int)i);
    }
    assert_int_equal(fixes(SIA_FIX_PAGE_NUMBER), 3);
    assert_null(strstr(s, "\n\n"));                           /* the sentence runs on over the page's end */
    assert_memory_equal(s + doc->text.pages.v[1].at, "tim sukses", 10);
    assert_null(sia_text_page(&doc->text, 0) - doc->text.pages.v);
}

static void running_heads_recur_at_the_edges_of_pages(void **state)
{
    (void)state;
    static char raw[8000];
    char *p = raw;
    for (int i = 0; i < 4; i++)
        p += add_page(p, i % 2 ? "Jurnal Ilmu Politik   Vol 2\n" : "Jurnal Ilmu Politik   Vol 2\n\n", 6, "\f");
    read_text(raw);
    assert_int_equal(fixes(SIA_FIX_RUNNING_HEAD), 4);
    assert_null(strstr(doc->text.s.p, "Jurnal"));
}

static void headings_that_resemble_each_other_are_no_running_heads(void **state)
{
    (void)state;
    static char raw[8000];
    char *p = raw;
    static const char *const heads[] = { "BAB 1\n\n", "Lampiran 1\n\n", "BAB 2\n\n", "Lampiran 2\n\n", "BAB 3\n\n",
                                        "Lampiran 3\n\n" };
    for (size_t i = 0; i < SIA_COUNT_OF(heads); i++) p += add_page(p, heads[i], 6, "\f");
    read_text(raw);
    assert_int_equal(fixes(SIA_FIX_RUNNING_HEAD), 0);
    p = raw;
    for (int i = 0; i < 4; i++) p += add_page(p, "KESIMPULAN DAN SARAN\n\n", 6, "\f");
    read_text(raw);
    assert_int_equal(fixes(SIA_FIX_RUNNING_HEAD), 3);         /* the first is the chapter's own heading */
}

static void page_numbers_are_found_without_form_feeds(void **state)
{
    (void)state;
    read_text("                    15\n\n1.5.2.1 Strategi Ofensif\n\nProgram disesuaikan lebih baik lagi dengan\n"
              "Universitas Sumatera Utara                   16\nkelompok target, cara menyampaikannya diperbaiki.\n");
    assert_string_equal(doc->text.s.p, "\n1.5.2.1 Strategi Ofensif\n\nProgram disesuaikan lebih baik lagi dengan\n"
                                       "kelompok target, cara menyampaikannya diperbaiki.\n");
    assert_int_equal(doc->text.pages.n, 2);
    assert_int_equal(doc->text.pages.v[0].number, 0);
    assert_true(sia_str_eq(doc->text.pages.v[0].label, SIA_STR("15")));
    assert_true(sia_str_eq(doc->text.pages.v[1].label, SIA_STR("16")));
    read_text("ABSTRAK\n\nPenelitian ini membahas strategi.\n\nix\n");
    assert_true(sia_str_eq(doc->text.pages.v[0].label, SIA_STR("ix")));
}

static void a_number_line_without_evidence_stays(void **state)
{
    (void)state;
    static const char *const cases[] = {
        "Partai\n\n12\n\nGolkar\n\n13\n\nGerindra\n\n14\n\nJumlah\n",
        "PADANG\n2020\n",
        ("yang kabur.\n\n1\n\nFirmanzah, Marketing Politik, Jakarta: Yayasan Obor, 2008, hal 244\n\n2\n\n"
         "Hafied Cangara, 2009, hlm. 3\n"),
        "Partai Golkar        12\nPartai Gerindra      13\nPAN                  14\n",
        "pemilih laki-laki yang menggunakan hak suaranya pada\npemilu       120\ndan perempuan\n",
        "Daftar Tabel\n\nTabel Satu        12\n\nTabel Dua       13\n",
    };
    for (size_t i = 0; i < SIA_COUNT_OF(cases); i++) assert_string_equal(read_text(cases[i]), cases[i]);
}

static void a_word_is_joined_across_a_page_edge(void **state)
{
    (void)state;
    static char raw[4000];
    char *p = raw;
    p += add_page(p, "", 8, "uang tunai dibagikan dalam amplop oleh tim suk-\n\n   12\n\f   13\n\n");
    add_page(p, "ses pada malam menjelang pencoblosan\n", 8, "");
    assert_non_null(strstr(read_text(raw), "tim sukses pada malam"));
    assert_int_equal(fixes(SIA_FIX_WORD_JOINED), 1);
    assert_int_equal(fixes(SIA_FIX_PAGE_NUMBER), 2);
}

static void bad_bytes_are_recorded_with_their_place(void **state)
{
    (void)state;
    read_as(SIA_STR("suara \xC3\xA9\xFF\xFE rakyat\xE2\x80"));
    assert_int_equal(fixes(SIA_FIX_BAD_BYTES), 2);
    assert_int_equal(doc->text.fixes.v[0].at, 8);
    assert_int_equal(doc->text.fixes.v[0].len, 6);
    assert_int_equal(doc->notes.n, 1);
    assert_string_equal(doc->notes.v[0].arg, "3, 8");
}

static void reading_twice_gives_the_same(void **state)
{
    (void)state;
    static const char raw[] = "BAB I\n\nprogram-\nprogram partai.1 Lalu kemasya-\nrakatan\n\f2\n\nlagi";
    char first[200];
    snprintf(first, sizeof first, "%s", read_text(raw));
    assert_string_equal(read_text(raw), first);
}

/* Time grows with the text only, whatever its shape: twice the length may take four times as long, never more. */
static double seconds(sia_str raw)
{
    sia_doc_reset(doc);
    const clock_t from = clock();
    assert_int_equal(sia_doc_read(doc, SIA_STR("t"), raw, SIA_ENC_AUTO, NULL), SIA_OK);
    return (double)(clock() - from) / CLOCKS_PER_SEC;
}

static void no_shape_of_input_takes_quadratic_time(void **state)
{
    (void)state;
    static const char *const shapes[] = { "\n", "-", "a-\n", "1\n\n", "\f", "a\f", "a\r", "a1", "\"1",
        "a\xCC\x96\xCC\x81\xCC\x96", "\xC2\xAD", "kata yang\n\n", "x.1 ", "\xEF\xAC\x83", "\xFF", "a\n \n",
        "Universitas Jambi      16\n" };
    enum { SIZE = 400000 };
    char *raw = malloc(SIZE);
    assert_non_null(raw);
    for (size_t k = 0; k < SIA_COUNT_OF(shapes); k++) {
        size_t n = strlen(shapes[k]);
        for (size_t i = 0; i < SIZE; i++) raw[i] = shapes[k][i % n];
        bool slow = true;                                   /* a busy machine slows one try, not six */
        for (int tries = 0; slow && tries < 6; tries++) {
            double half = seconds((sia_str){ raw, SIZE / 2 }), whole = seconds((sia_str){ raw, SIZE });
            slow = whole >= 4 * half + 0.5;
        }
        if (slow) fail_msg("slow: %s", shapes[k]);
    }
    free(raw);
}

static void short_memory_is_told(void **state)
{
    (void)state;
    char raw[6000];
    memset(raw, 'a', sizeof raw);
    for (size_t limit = 1000; limit < 30000; limit += 500) {
        sia_doc *d = sia_doc_new(NULL, limit);
        if (!d) continue;
        sia_status st = sia_doc_read(d, SIA_STR("t"), (sia_str){ raw, sizeof raw }, SIA_ENC_AUTO, NULL);
        assert_true(st == SIA_OK || st == SIA_ENOMEM);
        assert_true(st == SIA_ENOMEM || limit >= sizeof raw);
        sia_doc_free(d);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(line_ends_become_lf),
        cmocka_unit_test(a_nul_becomes_a_blank_and_hides_nothing),
        cmocka_unit_test(letters_are_composed_and_ligatures_opened),
        cmocka_unit_test(a_word_cut_at_the_line_end_is_joined),
        cmocka_unit_test(a_hyphen_of_the_word_itself_stays),
        cmocka_unit_test(the_document_itself_tells_how_a_word_is_written),
        cmocka_unit_test(what_is_no_cut_word_stays),
        cmocka_unit_test(a_blank_line_inside_a_sentence_goes),
        cmocka_unit_test(a_blank_line_that_parts_paragraphs_stays),
        cmocka_unit_test(double_spaced_text_is_closed_up),
        cmocka_unit_test(marks_of_footnotes_are_set_aside),
        cmocka_unit_test(digits_of_the_text_itself_stay),
        cmocka_unit_test(form_feeds_are_pages_and_their_furniture_is_set_aside),
        cmocka_unit_test(running_heads_recur_at_the_edges_of_pages),
        cmocka_unit_test(headings_that_resemble_each_other_are_no_running_heads),
        cmocka_unit_test(page_numbers_are_found_without_form_feeds),
        cmocka_unit_test(a_number_line_without_evidence_stays),
        cmocka_unit_test(a_word_is_joined_across_a_page_edge),
        cmocka_unit_test(bad_bytes_are_recorded_with_their_place),
        cmocka_unit_test(reading_twice_gives_the_same),
        cmocka_unit_test(no_shape_of_input_takes_quadratic_time),
        cmocka_unit_test(short_memory_is_told),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
