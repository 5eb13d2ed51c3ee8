/* The way back: from any place of the reading text to the input, its code points, lines, columns and pages. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <siasat/text.h>

static sia_doc *doc;

static int begin(void **state) { (void)state; doc = sia_doc_new(NULL, 0); return !doc; }
static int end(void **state) { (void)state; sia_doc_free(doc); return 0; }

static const sia_text *read_as(sia_str raw)
{
    sia_doc_reset(doc);
    assert_int_equal(sia_doc_read(doc, SIA_STR("t"), raw, SIA_ENC_AUTO, NULL), SIA_OK);
    return &doc->text;
}

/* What the input has where `word` stands in the reading text. */
static sia_str source_of(const sia_text *t, const char *word)
{
    const char *at = strstr(t->s.p, word);
    assert_non_null(at);
    return sia_cut(t->in, sia_text_raw(t, (sia_span){ (uint32_t)(at - t->s.p), (uint32_t)strlen(word) }));
}

static void a_span_gives_the_input_from_start_to_end(void **state)
{
    (void)state;
    const sia_text *t = read_as(SIA_STR("dan program-\r\nprogram, kema-\r\nsyarakatan e\xEF\xAC\x80"
                                        "ek\r\npartai.1 Lalu"));
    assert_string_equal(t->s.p, "dan program-program, kemasyarakatan effek\npartai. Lalu");
    assert_true(sia_str_eq(source_of(t, "program-program"), SIA_STR("program-\r\nprogram")));
    assert_true(sia_str_eq(source_of(t, "kemasyarakatan"), SIA_STR("kema-\r\nsyarakatan")));
    assert_true(sia_str_eq(source_of(t, "effek"), SIA_STR("e\xEF\xAC\x80" "ek")));
    assert_true(sia_str_eq(source_of(t, "partai"), SIA_STR("partai")));
    assert_true(sia_str_eq(source_of(t, "partai."), SIA_STR("partai."))); /* the mark of the footnote is outside */
    assert_true(sia_str_eq(source_of(t, ". Lalu"), SIA_STR(".1 Lalu")));           /* ... unless it stands between */
    assert_true(sia_str_eq(source_of(t, "ff"), SIA_STR("\xEF\xAC\x80")));
    assert_true(sia_str_eq(source_of(t, "fek"), SIA_STR("\xEF\xAC\x80" "ek")));    /* half a ligature means the whole */
}

static void crlf_counts_as_two_code_points(void **state)
{
    (void)state;
    const sia_text *t = read_as(SIA_STR("\xEF\xBB\xBF" "satu\r\nd\xC3\xBA" "a\r\ntiga"));
    sia_span raw = sia_text_raw(t, (sia_span){ (uint32_t)(strstr(t->s.p, "tiga") - t->s.p), 4 });
    assert_int_equal(sia_text_point(t, raw.off), 11);
    sia_place p = sia_text_place(t, raw.off + 2);
    assert_int_equal(p.line, 3);
    assert_int_equal(p.col, 3);
    p = sia_text_place(t, (uint32_t)(strstr(t->in.p, "a\r\nt") - t->in.p));
    assert_int_equal(p.line, 2);
    assert_int_equal(p.col, 3);                               /* columns are code points, not bytes */
}

static void the_ends_of_the_text_are_places_too(void **state)
{
    (void)state;
    const sia_text *t = read_as(SIA_STR(""));
    assert_int_equal(sia_text_raw(t, (sia_span){ 0, 0 }).len, 0);
    assert_int_equal(sia_text_place(t, 0).line, 1);
    t = read_as(SIA_STR("kata\n"));
    sia_span all = sia_text_raw(t, (sia_span){ 0, 5 }), none = sia_text_raw(t, (sia_span){ 5, 0 }),
             over = sia_text_raw(t, (sia_span){ 2, 99 });
    assert_int_equal(all.len, 5);
    assert_int_equal(none.off, 5);
    assert_int_equal(over.len, 3);
    assert_int_equal(sia_text_place(t, 5).line, 2);
    assert_null(sia_text_page(t, 0));
    const sia_text empty = { .s = SIA_STR("") };
    assert_int_equal(sia_text_raw(&empty, (sia_span){ 0, 3 }).len, 0);
}

static void a_page_holds_what_stands_after_its_form_feed(void **state)
{
    (void)state;
    const sia_text *t = read_as(SIA_STR("Satu. \n\fDua.\n\f\fEmpat.\n\f"));
    assert_int_equal(t->pages.n, 4);
    static const struct {
        const char *word;
        uint32_t number;
    } cases[] = { { "Satu", 1 }, { "Dua", 2 }, { "Empat", 4 } };
    for (size_t i = 0; i < SIA_COUNT_OF(cases); i++) {
        const char *at = strstr(t->s.p, cases[i].word);
        const sia_page *page = sia_text_page(t, (uint32_t)(at - t->s.p));
        assert_non_null(page);
        assert_int_equal(page->number, cases[i].number);
    }
}

/* The laws of the way back, on texts pieced together at random from what makes it hard. */
static void check_laws(const sia_text *t)
{
    uint64_t last = 0;
    for (uint32_t i = 0; i < t->pieces.n; i++) {
        sia_piece p = t->pieces.v[i];
        uint32_t to = i + 1 < t->pieces.n ? t->pieces.v[i + 1].at : (uint32_t)t->s.n;
        assert_true(i ? p.at > t->pieces.v[i - 1].at : p.at == 0);
        assert_true(p.raw >= last);
        last = (uint64_t)p.raw + p.raw_len;
        assert_true(last <= t->in.n);
        if (!p.copied) continue;
        assert_int_equal(p.raw_len, to - p.at);
        assert_memory_equal(t->s.p + p.at, t->in.p + p.raw, p.raw_len);
    }
    for (uint32_t i = 0; i < t->fixes.n; i++) {
        sia_fix f = t->fixes.v[i];
        assert_true(!i || t->fixes.v[i - 1].raw <= f.raw);
        assert_true((uint64_t)f.raw + f.raw_len <= t->in.n && (uint64_t)f.at + f.len <= t->s.n);
    }
    uint64_t points = 0;
    for (uint32_t i = 0; i < t->in.n; i++) {
        assert_int_equal(sia_text_point(t, i), points);
        points += ((unsigned char)t->in.p[i] & 0xC0) != 0x80;
    }
}

static void place_survives_mending(void **state)
{
    (void)state;
    static const char *const bits[] = {
        "partai ",
        "kemasya-\nrakatan ",
        "program-\r\nprogram ",
        "\n\n",
        "yang\n\nlagi ",
        "\f",
        "\n87\n\n",
        "partai.1 Lalu ",
        "\xEF\xAC\x81",
        "e\xCC\x81",
        "\xC2\xAD",
        "\xE2\x80\x9C",
        "\xFF",
        "\r",
        "\n\nUniversitas Jambi      16\n",
        "BAB IV\n\n",
        "-\n",
        "suk\xC2\xAC\n\n\n12\n\nses ",
        "\xCC\x81\xCC\x96",
    };
    unsigned seed = 7;
    char raw[3000];
    for (int round = 0; round < 3000; round++) {
        size_t n = 0;
        for (unsigned k = 0, many = 1 + (unsigned)round % 60; k < many; k++) {
            seed = seed * 1103515245u + 12345u;
            const char *bit = bits[(seed >> 16) % SIA_COUNT_OF(bits)];
            memcpy(raw + n, bit, strlen(bit));
            n += strlen(bit);
        }
        sia_doc_reset(doc);
        assert_int_equal(sia_doc_read(doc, SIA_STR("t"), (sia_str){ raw, n }, SIA_ENC_UTF8, NULL), SIA_OK);
        check_laws(&doc->text);
    }
}

/* The seed: every word of the reading text is found in the input where the way back says. */
static void the_seed_can_be_traced_word_by_word(void **state)
{
    (void)state;
    const char *shared = getenv("SIASAT_SHARED");
    char path[4096];
    snprintf(path, sizeof path, "%s/seed/bab4-pan-jambi-2024.txt", shared ? shared : "../shared");
    FILE *f = fopen(path, "rb");
    if (!f) { printf("skipped: no %s\n", path); skip(); }
    static char raw[1 << 16];
    size_t n = fread(raw, 1, sizeof raw, f);
    fclose(f);
    const sia_text *t = read_as((sia_str){ raw, n });
    for (uint32_t i = 0; i < t->s.n; i++) {
        if (t->s.p[i] == '\n') continue;
        sia_span one = sia_text_raw(t, (sia_span){ i, 1 });
        assert_int_equal(one.len, 1);
        assert_int_equal(t->in.p[one.off], t->s.p[i]);
    }
    assert_true(sia_str_eq(source_of(t, "program-program sosial untuk"), SIA_STR("program-\nprogram sosial untuk")));
    assert_true(sia_str_eq(source_of(t, "pelatihan\nketerampilan"), SIA_STR("pelatihan\n\nketerampilan")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_span_gives_the_input_from_start_to_end),
        cmocka_unit_test(crlf_counts_as_two_code_points),
        cmocka_unit_test(the_ends_of_the_text_are_places_too),
        cmocka_unit_test(a_page_holds_what_stands_after_its_form_feed),
        cmocka_unit_test(place_survives_mending),
        cmocka_unit_test(the_seed_can_be_traced_word_by_word),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
