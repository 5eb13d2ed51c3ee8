/* siasat-ocr over a clean scan whose words are known, over the same drowned in noise, and over what is no picture. */
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

#define HELPER SIA_BUILT_DATA "/libexec/siasat/siasat-ocr"

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

static sia_status read_scan(sia_str *stream, const char *job, sia_str bytes)
{
    const sia_helper h = { .path = HELPER, .job = job, .needs = "tesseract-ocr-ind", .seconds = 120 };
    unsigned lacks = 0;
    return sia_helper_run(stream, &lacks, &h, SIA_STR("pindai.pdf"), bytes, arena, &err);
}

/* A PDF of one page that is this picture: a PBM's rows, of which every bit may be turned with `noise` in 100. */
static sia_str scan_of(const char *path, unsigned noise)
{
    sia_str pbm = { 0 };
    int w, h, skip = 0;
    assert_int_equal(sia_read_file(&pbm, path, arena, &err), SIA_OK);
    assert_int_equal(sscanf(pbm.p, "P4 %d %d%n", &w, &h, &skip), 2);
    const size_t n = (size_t)(w + 7) / 8 * (size_t)h;
    assert_true(pbm.n >= (size_t)skip + 1 + n);
    char *to = sia_alloc_raw(arena, 1, n + 4096), *rows;
    const int head = sprintf(to, "%%PDF-1.4\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj\n"
                             "3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >> >> endobj\n"
                             "4 0 obj << /Length 40 >>\nstream\nq %d 0 0 %d 0 0 cm /X Do Q\nendstream endobj\n"
                             "5 0 obj << /Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray /BitsPerComponent 1 /Decode [1 0] "
                             "/Length %zu >>\nstream\n", w * 72 / 300, h * 72 / 300, w * 72 / 300, h * 72 / 300, w, h, n);
    rows = to + head;
    memcpy(rows, pbm.p + skip + 1, n);
    uint32_t x = 2463534242u;
    for (size_t i = 0; noise && i < 8 * n; i++) {
        x ^= x << 13; x ^= x >> 17; x ^= x << 5;
        if (x % 100 < noise) rows[i / 8] = (char)(rows[i / 8] ^ 1 << i % 8);
    }
    const int tail = sprintf(rows + n, "\nendstream endobj\ntrailer << /Root 1 0 R >>\n%%%%EOF\n");
    return (sia_str){ to, (size_t)head + n + (size_t)tail };
}

/* Words without what stands between them, for comparing; at most `most` of them. */
static size_t squeeze(char *to, size_t cap, sia_str s, size_t most)
{
    size_t n = 0, words = 0;
    bool in = false;
    for (size_t i = 0; i < s.n && n + 2 < cap && words <= most; i++) {
        const bool blank = strchr(" \n\t\f", s.p[i]) != NULL;
        if (!blank && !in && ++words > most) break;
        if (!blank) to[n++] = s.p[i];
        else if (in) to[n++] = ' ';
        in = !blank;
    }
    while (n && to[n - 1] == ' ') n--;
    to[n] = 0;
    return words > most ? most : words;
}

static void a_clean_scan_is_read_word_for_word(void **state)
{
    (void)state;
    static char got[8192], want[8192];
    sia_str stream, source = { 0 };
    if (read_scan(&stream, "auto", scan_of("tests/pdf/pindai.pbm", 0))) fail_msg("%s", sia_err_text(&err, SIA_EN, got, sizeof got));
    assert_memory_equal(stream.p, "d\tpdf\nn\tNOTE_OCR\t1 (", 20);
    assert_int_equal(sia_doc_read_stream(doc, SIA_STR("x"), stream, &err), SIA_OK);
    const size_t n = squeeze(got, sizeof got, doc->text.s, 1000);
    assert_int_equal(sia_read_file(&source, "tests/pdf/skripsi.txt", arena, &err), SIA_OK);
    squeeze(want, sizeof want, source, n);
    assert_true(n > 50);
    assert_string_equal(got, want);
}

static void what_cannot_be_read_is_refused_with_its_page(void **state)
{
    (void)state;
    sia_str stream;
    assert_int_not_equal(read_scan(&stream, "auto page=3", scan_of("tests/pdf/pindai.pbm", 35)), SIA_OK);
    if (err.msg != SIA_MSG_IN_EMPTY) {
        assert_int_equal(err.msg, SIA_MSG_IN_ILLEGIBLE);
        assert_memory_equal(err.arg, "1 (", 3);
    }
    assert_int_not_equal(read_scan(&stream, "auto floor=101", scan_of("tests/pdf/pindai.pbm", 0)), SIA_OK);
    assert_int_equal(err.msg, SIA_MSG_IN_ILLEGIBLE);
    assert_memory_equal(err.arg, "1 (", 3);
}

static void what_is_no_picture_is_named(void **state)
{
    (void)state;
    sia_str stream;
    assert_int_not_equal(read_scan(&stream, "auto", SIA_STR("\x89PNG\r\n\x1a\nrusak")), SIA_OK);
    assert_int_equal(err.msg, SIA_MSG_IN_PICTURE);
    assert_int_not_equal(read_scan(&stream, "auto", SIA_STR("%PDF-1.4 rusak")), SIA_OK);
    assert_int_equal(err.msg, SIA_MSG_IN_PDF);
}

/* In a file with both kinds of pages, those with text keep it: no character of theirs is guessed. */
static void pages_with_text_keep_it(void **state)
{
    (void)state;
    sia_str stream, own = { 0 };
    assert_int_equal(sia_read_file(&own, "tests/pdf/kolom.pdf", arena, &err), SIA_OK);
    assert_int_equal(read_scan(&stream, "auto", own), SIA_OK);
    assert_null(strstr(stream.p, "NOTE_OCR"));
    assert_non_null(strstr(stream.p, "\nH\t0\t2. Metode\n"));
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
        printf("skipped: siasat-ocr is not built here\n");
        return 0;
    }
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_clean_scan_is_read_word_for_word, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_cannot_be_read_is_refused_with_its_page, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_is_no_picture_is_named, set_up, tear_down),
        cmocka_unit_test_setup_teardown(pages_with_text_keep_it, set_up, tear_down),
        cmocka_unit_test_setup_teardown(it_is_confined_before_it_reads, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
