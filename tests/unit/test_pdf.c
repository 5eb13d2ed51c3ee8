/* siasat-pdf over PDFs whose words are known (tools/make_pdfs.py; LibreOffice and groff made them), and over hostile ones. */
#define _GNU_SOURCE
#include <siasat/text.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>
#include "confined.h"

#define HELPER SIA_BUILT_DATA "/libexec/siasat/siasat-pdf"

static sia_arena *arena;
static sia_doc *doc;
static sia_err err;

static int set_up(void **state)
{
    (void)state;
    arena = sia_arena_new(NULL, 0);
    doc = sia_doc_new(NULL, 0);
    return !arena || !doc;
}

static int tear_down(void **state)
{
    (void)state;
    sia_doc_free(doc);
    sia_arena_free(arena);
    return 0;
}

static sia_status unpack(sia_str *stream, sia_str bytes)
{
    const sia_helper h = { .path = HELPER, .job = "cpu=3", .needs = "libpoppler126", .seconds = 30 };
    unsigned lacks = 0;
    return sia_helper_run(stream, &lacks, &h, SIA_STR("berkas.pdf"), bytes, arena, &err);
}

static sia_str file(const char *name)
{
    char path[256];
    sia_str out = { 0 };
    snprintf(path, sizeof path, "tests/pdf/%s", name);
    assert_int_equal(sia_read_file(&out, path, arena, &err), SIA_OK);
    return out;
}

static sia_str stream_of(const char *name)
{
    sia_str stream = { 0 };
    if (unpack(&stream, file(name))) fail_msg("%s: %s", name, sia_err_text(&err, SIA_EN, (char[512]){ 0 }, 512));
    return stream;
}

/* ---- words ------------------------------------------------------------------------------------------------------------- */

typedef struct { sia_str v[8192]; size_t n; } words;

static void add_words(words *w, sia_str s)
{
    for (size_t i = 0, from = 0; i <= s.n; i++) {
        if (i < s.n && !strchr(" \t\n\f", s.p[i])) continue;
        if (i > from && w->n < SIA_COUNT_OF(w->v)) w->v[w->n++] = (sia_str){ s.p + from, i - from };
        from = i + 1;
    }
}

/* The reading text without notes: what stands in the reference. */
static void read_words(words *w, const char *name)
{
    const sia_text *t = &doc->text;
    sia_str all = { 0 };
    assert_int_equal(sia_doc_read_stream(doc, SIA_STR("x.pdf"), stream_of(name), &err), SIA_OK);
    char *to = sia_alloc_raw(arena, 1, t->s.n + 1);
    assert_non_null(to);
    for (uint32_t i = 0; i < t->marks.n; i++) {              /* a word may go on in the next mark */
        const uint32_t from = t->marks.v[i].at, end = i + 1 < t->marks.n ? t->marks.v[i + 1].at : (uint32_t)t->s.n;
        if (t->marks.v[i].kind == SIA_MARK_FOOTNOTE) continue;
        memcpy(to + all.n, t->s.p + from, end - from);
        all.n += end - from;
    }
    all.p = to;
    add_words(w, all);
}

/* Words put in, left out or changed. */
static size_t errors(const words *a, const words *b)
{
    size_t *row = calloc(b->n + 1, sizeof *row);
    assert_non_null(row);
    for (size_t k = 0; k <= b->n; k++) row[k] = k;
    for (size_t i = 0; i < a->n; i++) {
        size_t corner = row[0];
        row[0] = i + 1;
        for (size_t k = 0; k < b->n; k++) {
            size_t best = corner + !sia_str_eq(a->v[i], b->v[k]);
            if (row[k + 1] + 1 < best) best = row[k + 1] + 1;
            if (row[k] + 1 < best) best = row[k] + 1;
            corner = row[k + 1];
            row[k + 1] = best;
        }
    }
    const size_t n = row[b->n];
    free(row);
    return n;
}

static double word_errors(const char *pdf, const char *txt)
{
    static words got, want;
    got.n = want.n = 0;
    read_words(&got, pdf);
    add_words(&want, file(txt));
    assert_true(want.n > 500);
    const size_t n = errors(&got, &want);
    for (size_t i = 0; n && i < got.n && i < want.n; i++) {
        if (sia_str_eq(got.v[i], want.v[i])) continue;
        printf("%s: first at word %zu: '%.*s' for '%.*s'\n", pdf, i, (int)got.v[i].n, got.v[i].p, (int)want.v[i].n, want.v[i].p);
        break;
    }
    printf("%s: %zu of %zu words wrong\n", pdf, n, want.n);
    return (double)n / (double)want.n;
}

static void no_word_is_wrong(void **state)
{
    (void)state;
    assert_true(word_errors("skripsi.pdf", "skripsi.txt") == 0);
    assert_true(word_errors("kolom.pdf", "kolom.txt") == 0);
    assert_true(word_errors("tema.pdf", "tema.txt") * 575 < 12.5);     /* its note's eleven words, marked with a star in the text */
}

static void groff_cuts_words_as_english_does(void **state)
{
    (void)state;
    assert_true(word_errors("groff.pdf", "groff.txt") <= 0.013);
}

/* ---- pages ------------------------------------------------------------------------------------------------------------- */

static void printed_page_numbers_are_found(void **state)
{
    (void)state;
    static const char *const want[] = { "i", "ii", "iii", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12" };
    assert_int_equal(sia_doc_read_stream(doc, SIA_STR("x.pdf"), stream_of("skripsi.pdf"), &err), SIA_OK);
    assert_int_equal(doc->text.pages.n, SIA_COUNT_OF(want));
    for (size_t i = 0; i < SIA_COUNT_OF(want); i++) {
        assert_int_equal(doc->text.pages.v[i].number, i + 1);
        assert_true(sia_str_eq(doc->text.pages.v[i].label, sia_str_of(want[i])));
    }
}

/* How many lines of a kind the stream has. */
static size_t count(sia_str s, char kind)
{
    size_t n = 0;
    for (size_t i = 0; i < s.n; i++) n += s.p[i] == kind && (!i || s.p[i - 1] == '\n');
    return n;
}

static void parts_are_told(void **state)
{
    (void)state;
    const sia_str s = stream_of("skripsi.pdf");
    assert_int_equal(count(s, 'H'), 12);
    assert_int_equal(count(s, 'f'), 12);
    assert_int_equal(count(s, 'l'), 12);
    assert_int_equal(count(s, 'c'), 5);
    assert_int_equal(count(s, 't'), 1);
    assert_int_equal(count(s, 'h'), 15);
    assert_int_equal(count(s, 'x'), 0);
    assert_non_null(strstr(s.p, "\nH\t0\tBAB I\\nPENDAHULUAN\n"));
    assert_non_null(strstr(s.p, "\nc\tMuara Jaya\t12.450\t3\n"));
    assert_non_null(strstr(s.p, "\nh\tStrategi Kampanye Partai Politik 12\n"));
}

/* ---- hostile files ------------------------------------------------------------------------------------------------------ */

static void expect(sia_str bytes, sia_msg a, sia_msg b)
{
    sia_str out;
    if (!unpack(&out, bytes)) fail_msg("read what should be refused: %.60s", out.p);
    if (err.msg != a && err.msg != b) fail_msg("%s", sia_err_text(&err, SIA_EN, (char[512]){ 0 }, 512));
}

static void what_is_no_pdf_is_refused_by_name(void **state)
{
    (void)state;
    char noise[20000];
    uint32_t x = 2463534242u;
    for (size_t i = 0; i < sizeof noise; i++) {
        x ^= x << 13; x ^= x >> 17; x ^= x << 5;
        noise[i] = (char)x;
    }
    expect(SIA_STR(""), SIA_MSG_IN_PDF, SIA_MSG_IN_PDF);
    expect(SIA_STR("%PDF-1.7\n%%EOF\n"), SIA_MSG_IN_PDF, SIA_MSG_IN_PDF);
    expect((sia_str){ noise, sizeof noise }, SIA_MSG_IN_PDF, SIA_MSG_IN_PDF);
    memcpy(noise, "%PDF-1.4\n", 9);
    expect((sia_str){ noise, sizeof noise }, SIA_MSG_IN_PDF, SIA_MSG_IN_PDF);
}

/* Cut anywhere, a file is read as far as it goes or refused; it never takes the helper down. */
static void a_file_cut_short_ends_well(void **state)
{
    (void)state;
    const sia_str whole = file("kolom.pdf");
    for (size_t n = whole.n; n > 100; n -= whole.n / 9) {
        sia_str out;
        if (unpack(&out, (sia_str){ whole.p, n }))
            assert_true(err.msg == SIA_MSG_IN_PDF || err.msg == SIA_MSG_IN_EMPTY || err.msg == SIA_MSG_IN_SCAN);
    }
}

static void bytes_changed_at_random_end_well(void **state)
{
    (void)state;
    const sia_str whole = file("groff.pdf");
    char *bytes = malloc(whole.n);
    assert_non_null(bytes);
    uint32_t x = 88172645u;
    for (int round = 0; round < 20; round++) {
        memcpy(bytes, whole.p, whole.n);
        for (int k = 0; k < 40; k++) {
            x ^= x << 13; x ^= x >> 17; x ^= x << 5;
            bytes[x % whole.n] = (char)(x >> 24);
        }
        sia_str out;
        if (unpack(&out, (sia_str){ bytes, whole.n })) assert_int_not_equal(err.msg, SIA_MSG_HELPER_CRASHED);
    }
    free(bytes);
}

/* A PDF of these objects, the first of which is the catalog, with the table of their places. */
static sia_str pdf_of(const char *const *objects, size_t n)
{
    char *to = sia_alloc_raw(arena, 1, 1 << 20);
    size_t at = (size_t)sprintf(to, "%%PDF-1.5\n"), place[32];
    for (size_t i = 0; i < n; i++) {
        place[i] = at;
        at += (size_t)sprintf(to + at, "%zu 0 obj\n%s\nendobj\n", i + 1, objects[i]);
    }
    const size_t table = at;
    at += (size_t)sprintf(to + at, "xref\n0 %zu\n0000000000 65535 f \n", n + 1);
    for (size_t i = 0; i < n; i++) at += (size_t)sprintf(to + at, "%010zu 00000 n \n", place[i]);
    at += (size_t)sprintf(to + at, "trailer << /Size %zu /Root 1 0 R >>\nstartxref\n%zu\n%%%%EOF\n", n + 1, table);
    return (sia_str){ to, at };
}

#define PAGE "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F << /Type /Font " \
             "/Subtype /Type1 /BaseFont /Helvetica >> >> /XObject << /X 5 0 R >> >> >>"
#define STREAM(text) "<< /Length 1000 >>\nstream\n" text "\nendstream"

static void a_small_pdf_is_read(void **state)
{
    (void)state;
    const char *const plain[] = { "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", PAGE,
                                  STREAM("BT /F 12 Tf 72 700 Td (Strategi ofensif) Tj ET") };
    sia_str out;
    assert_int_equal(unpack(&out, pdf_of(plain, 4)), SIA_OK);
    assert_non_null(strstr(out.p, "Strategi ofensif"));
}

/* Scripts, links and actions lie in the file as they are: nothing of them is run, fetched or told. */
static void scripts_are_not_run(void **state)
{
    (void)state;
    const char *const script[] = {
        "<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", PAGE, STREAM("BT /F 12 Tf 72 700 Td (Strategi ofensif) Tj ET"),
        "<< /S /Launch /F (/bin/sh) /URI (http://example.org) >>",
    };
    sia_str out;
    assert_int_equal(unpack(&out, pdf_of(script, 5)), SIA_OK);
    assert_non_null(strstr(out.p, "Strategi ofensif"));
    assert_null(strstr(out.p, "alert"));
}

static void loops_and_lies_are_named(void **state)
{
    (void)state;
    const char *const many[] = { "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R] /Count 2000000000 >>" };
    const char *const loop[] = { "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R] /Count 3 >>" };
    const char *const self[] = { "1 0 R" };
    expect(pdf_of(many, 2), SIA_MSG_IN_MANY, SIA_MSG_IN_PDF);
    expect(pdf_of(loop, 2), SIA_MSG_IN_EMPTY, SIA_MSG_IN_PDF);
    expect(pdf_of(self, 1), SIA_MSG_IN_PDF, SIA_MSG_IN_PDF);
    expect(SIA_STR("%PDF-1.5\nxref\n0 1\n0000000000 65535 f \ntrailer << /Root 1 0 R /Prev 9 >>\nstartxref\n9\n%%EOF\n"), SIA_MSG_IN_PDF,
           SIA_MSG_IN_PDF);
}

static void deep_nesting_ends_well(void **state)
{
    (void)state;
    static char deep[600001];
    memset(deep, '[', 300000);
    memset(deep + 300000, ']', 300000);
    const char *const nested[] = { "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", deep };
    expect(pdf_of(nested, 3), SIA_MSG_IN_EMPTY, SIA_MSG_IN_PDF);
}

/* Forms that draw each other ten times, ten deep: little to store, much to draw. */
static void a_bomb_of_forms_meets_the_clock(void **state)
{
    (void)state;
#define FORM(next) "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X " next " >> >> /Length 60 >>\n" \
                   "stream\n/X Do /X Do /X Do /X Do /X Do /X Do /X Do /X Do /X Do /X Do\nendstream"
    const char *const bomb[] = {
        "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", PAGE, STREAM("/X Do"),
        FORM("6 0 R"), FORM("7 0 R"), FORM("8 0 R"), FORM("9 0 R"), FORM("10 0 R"), FORM("11 0 R"), FORM("12 0 R"), FORM("13 0 R"), FORM("99 0 R"),
    };
    expect(pdf_of(bomb, SIA_COUNT_OF(bomb)), SIA_MSG_HELPER_SLOW, SIA_MSG_IN_EMPTY);
}

static void an_empty_page_has_no_text(void **state)
{
    (void)state;
    const char *const empty[] = { "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", PAGE, STREAM("") };
    const char *const scan[] = {
        "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", PAGE, STREAM("q 595 0 0 842 0 0 cm /X Do Q"),
        "<< /Type /XObject /Subtype /Image /Width 1600 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 1 /Length 200 >>\nstream\n\nendstream",
    };
    expect(pdf_of(empty, 4), SIA_MSG_IN_EMPTY, SIA_MSG_IN_EMPTY);
    expect(pdf_of(scan, 5), SIA_MSG_IN_SCAN, SIA_MSG_IN_SCAN);
}

static void an_ocr_layer_is_told_of(void **state)
{
    (void)state;
    const char *const layer[] = { "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", PAGE,
                                  STREAM("BT 3 Tr /F 12 Tf 72 700 Td (Strateqi vyang ofensif) Tj ET") };
    sia_str out;
    assert_int_equal(unpack(&out, pdf_of(layer, 4)), SIA_OK);
    assert_non_null(strstr(out.p, "n\tNOTE_OCR_LAYER\t1/1\n"));
    assert_non_null(strstr(out.p, "vyang"));
}

/* What a driver draws row by row across two columns is read column by column. */
static void columns_drawn_across_are_put_in_order(void **state)
{
    (void)state;
    static char page[20000];
    size_t n = (size_t)sprintf(page, "<< /Length 9000 >>\nstream\nBT /F 10 Tf\n");
    for (int i = 0; i < 20; i++)
        n += (size_t)sprintf(page + n, "1 0 0 1 60 %d Tm (kiri baris yang ke-%02d dari kolom) Tj 1 0 0 1 320 %d Tm (kanan baris yang ke-%02d dari kolom) Tj\n",
                             780 - 14 * i, i, 780 - 14 * i, i);
    sprintf(page + n, "ET\nendstream");
    const char *const across[] = { "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", PAGE, page };
    sia_str out;
    assert_int_equal(unpack(&out, pdf_of(across, 4)), SIA_OK);
    const char *last_left = strstr(out.p, "kiri baris yang ke-19"), *first_right = strstr(out.p, "kanan baris yang ke-00");
    assert_true(last_left && first_right && last_left < first_right);
}

/* What a confined program cannot do (open, fork, socket ...) is tested with one that tries: test_helper.c. */
static void it_is_confined_before_it_reads(void **state)
{
    (void)state;
    expect_confined(HELPER);
}

int main(void)
{
    if (access(HELPER, X_OK)) {
        printf("skipped: siasat-pdf is not built here\n");
        return 0;
    }
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(no_word_is_wrong, set_up, tear_down),
        cmocka_unit_test_setup_teardown(groff_cuts_words_as_english_does, set_up, tear_down),
        cmocka_unit_test_setup_teardown(printed_page_numbers_are_found, set_up, tear_down),
        cmocka_unit_test_setup_teardown(parts_are_told, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_is_no_pdf_is_refused_by_name, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_file_cut_short_ends_well, set_up, tear_down),
        cmocka_unit_test_setup_teardown(bytes_changed_at_random_end_well, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_small_pdf_is_read, set_up, tear_down),
        cmocka_unit_test_setup_teardown(scripts_are_not_run, set_up, tear_down),
        cmocka_unit_test_setup_teardown(loops_and_lies_are_named, set_up, tear_down),
        cmocka_unit_test_setup_teardown(deep_nesting_ends_well, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_bomb_of_forms_meets_the_clock, set_up, tear_down),
        cmocka_unit_test_setup_teardown(an_empty_page_has_no_text, set_up, tear_down),
        cmocka_unit_test_setup_teardown(it_is_confined_before_it_reads, set_up, tear_down),
        cmocka_unit_test_setup_teardown(an_ocr_layer_is_told_of, set_up, tear_down),
        cmocka_unit_test_setup_teardown(columns_drawn_across_are_put_in_order, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
