/* Decoding: every encoding to valid UTF-8, and what is said when bytes are no text. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <siasat/text.h>

static sia_arena *arena;

static int begin(void **state) { (void)state; arena = sia_arena_new(NULL, 0); return !arena; }
static int end(void **state) { (void)state; sia_arena_free(arena); return 0; }

static sia_decoded decode(sia_str raw, sia_encoding enc)
{
    sia_decoded d;
    assert_int_equal(sia_decode(&d, SIA_STR("t"), raw, enc, arena, NULL), SIA_OK);
    assert_true(sia_utf8_valid(d.in));
    return d;
}

static void same(sia_str got, const char *want)
{
    assert_int_equal(got.n, strlen(want));
    assert_memory_equal(got.p, want, got.n);
}

static void utf8_is_taken_as_it_is_without_a_copy(void **state)
{
    (void)state;
    sia_str raw = SIA_STR("pemilih pemula \xE2\x80\x9Cmuda\xE2\x80\x9D");
    sia_decoded d = decode(raw, SIA_ENC_AUTO);
    assert_ptr_equal(d.in.p, raw.p);
    assert_int_equal(d.encoding, SIA_ENC_UTF8);
    assert_false(d.ascii || d.guessed || d.bad);
    assert_true(decode(SIA_STR("visi-misi"), SIA_ENC_AUTO).ascii);
}

static void a_bom_decides_and_is_left_out(void **state)
{
    (void)state;
    same(decode(SIA_STR("\xEF\xBB\xBF" "BAB I"), SIA_ENC_AUTO).in, "BAB I");
    same(decode(SIA_STR("\xEF\xBB\xBF" "\xC3\xA9"), SIA_ENC_CP1252).in, "\xC3\xA9");
    same(decode(SIA_STR("\xFF\xFE" "B\0A\0B\0 \0\xBC\x20"), SIA_ENC_AUTO).in, "BAB \xE2\x82\xBC");
    same(decode(SIA_STR("\xFE\xFF" "\0B\0A\0B\xD8\x3D\xDE\x00"), SIA_ENC_AUTO).in, "BAB\xF0\x9F\x98\x80");
}

static void utf16_is_found_without_a_bom(void **state)
{
    (void)state;
    sia_decoded d = decode(SIA_STR("p\0e\0m\0i\0l\0u\0"), SIA_ENC_AUTO);
    assert_int_equal(d.encoding, SIA_ENC_UTF16LE);
    assert_true(d.guessed && d.ascii);
    same(d.in, "pemilu");
    d = decode(SIA_STR("\0p\0e\0m\0i\0l\0u"), SIA_ENC_AUTO);
    assert_int_equal(d.encoding, SIA_ENC_UTF16BE);
    same(d.in, "pemilu");
}

static void a_nul_hides_nothing(void **state)
{
    (void)state;
    sia_decoded d = decode(SIA_STR("suara\0rakyat dan partai"), SIA_ENC_AUTO);
    assert_int_equal(d.encoding, SIA_ENC_UTF8);
    assert_int_equal(d.in.n, 23);
}

static void windows_1252_is_the_fallback_and_is_named(void **state)
{
    (void)state;
    sia_decoded d = decode(SIA_STR("\x93politik uang\x94 \x96 caf\xE9 \x80"), SIA_ENC_AUTO);
    assert_int_equal(d.encoding, SIA_ENC_CP1252);
    assert_true(d.guessed);
    same(d.in, "\xE2\x80\x9Cpolitik uang\xE2\x80\x9D \xE2\x80\x93 caf\xC3\xA9 \xE2\x82\xAC");
    d = decode(SIA_STR("\x93politik uang\x94"), SIA_ENC_UTF8);
    same(d.in, "\xEF\xBF\xBDpolitik uang\xEF\xBF\xBD");
    assert_int_equal(d.bad, 2);
    d = decode(SIA_STR("suara \xE2\x80"), SIA_ENC_AUTO);      /* a text cut in a character is UTF-8 all the same */
    assert_int_equal(d.encoding, SIA_ENC_UTF8);
}

/* Unicode 15, section 3.9, tables 3-8 to 3-11. */
static void each_maximal_subpart_becomes_one_replacement(void **state)
{
    (void)state;
    static const struct { const char *raw; uint32_t bad; } cases[] = {
        { "\xC0\xAF\xE0\x80\xBF\xF0\x81\x82\x41", 8 },
        { "\xED\xA0\x80\xED\xBF\xBF\xED\xAF\x41", 8 },
        { "\xF4\x91\x92\x93\xFF\x41\x80\xBF\x42", 7 },
        { "\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41", 4 },
    };
    for (size_t i = 0; i < SIA_COUNT_OF(cases); i++) {
        sia_decoded d = decode(sia_str_of(cases[i].raw), SIA_ENC_UTF8);
        assert_int_equal(d.bad, cases[i].bad);
        assert_int_equal(d.first_bad, 0);
        assert_int_equal(d.runs.v[0].off, 0);
    }
    sia_decoded d = decode(SIA_STR("\xEF\xBB\xBF" "ab\xFF\xFF c\xFF"), SIA_ENC_AUTO);
    assert_int_equal(d.first_bad, 5);                         /* in the file: the BOM counts */
    assert_int_equal(d.runs.n, 2);                            /* neighbours in one run */
    assert_int_equal(d.runs.v[0].off, 2);
    assert_int_equal(d.runs.v[0].len, 6);
    assert_int_equal(d.bad, 3);
}

static void lone_surrogates_and_half_units_are_replaced(void **state)
{
    (void)state;
    sia_decoded d = decode(SIA_STR("\x3D\xD8" "a\0\x00\xDE" "b\0x"), SIA_ENC_UTF16LE);
    same(d.in, "\xEF\xBF\xBD" "a\xEF\xBF\xBD" "b\xEF\xBF\xBD");
    assert_int_equal(d.bad, 3);
}

/* The law: whatever the bytes, the result is valid, and what was valid stays. */
static void any_bytes_give_valid_text(void **state)
{
    (void)state;
    char raw[61];
    unsigned seed = 1;
    for (int round = 0; round < 20000; round++) {
        size_t n = (size_t)round % sizeof raw;
        for (size_t i = 0; i < n; i++) {
            seed = seed * 1103515245u + 12345u;
            raw[i] = seed >> 16 & 1 ? (char)(seed >> 24) : "\xE2\x80\x93\xC3\xF0\x90 a"[seed >> 20 & 7];
        }
        sia_decoded d;
        sia_arena_reset(arena);
        sia_status st = sia_decode(&d, SIA_STR("t"), (sia_str){ raw, n }, (sia_encoding)(round % 5), arena, NULL);
        if (st == SIA_ETEXT) continue;
        assert_int_equal(st, SIA_OK);
        assert_true(sia_utf8_valid(d.in));
    }
}

static void other_formats_are_refused_by_name(void **state)
{
    (void)state;
    static const struct { const char *raw; size_t n; sia_msg msg;
    } cases[] = {
        { "%PDF-1.7\n", 9, SIA_MSG_IS_PDF },
        { "PK\3\4....", 8, SIA_MSG_IS_ZIP },
        { "{\\rtf1", 6, SIA_MSG_IS_RTF },
        { "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8, SIA_MSG_IS_DOC },
        { "\x89PNG\r\n\x1A\n", 8, SIA_MSG_IS_IMAGE },
        { "\xFF\xD8\xFF\xE0", 4, SIA_MSG_IS_IMAGE },
        { "II*\0", 4, SIA_MSG_IS_IMAGE },
        { "\x1F\x8B\x08", 3, SIA_MSG_IS_PACKED },
        { "\n<!DOCTYPE html>", 16, SIA_MSG_IS_HTML },
        { "\xFF\xFE\0\0", 4, SIA_MSG_IS_UTF32 },
    };
    for (size_t i = 0; i < SIA_COUNT_OF(cases); i++) {
        sia_err err;
        sia_decoded d;
        sia_str raw = { cases[i].raw, cases[i].n };
        assert_int_equal(sia_decode(&d, SIA_STR("bab4.pdf"), raw, SIA_ENC_AUTO, arena, &err), SIA_ETEXT);
        assert_int_equal(err.msg, cases[i].msg);
        assert_string_equal(err.where, "bab4.pdf");
    }
}

static void encodings_are_found_by_their_names(void **state)
{
    (void)state;
    static const struct { const char *name; sia_encoding e;
    } cases[] = {
        { "UTF-8", SIA_ENC_UTF8 },
        { "utf8", SIA_ENC_UTF8 },
        { "utf-16", SIA_ENC_UTF16LE },
        { "UTF-16LE", SIA_ENC_UTF16LE },
        { "utf16be", SIA_ENC_UTF16BE },
        { "cp1252", SIA_ENC_CP1252 },
        { "Windows-1252", SIA_ENC_CP1252 },
        { "latin1", SIA_ENC_CP1252 },
        { "ISO-8859-1", SIA_ENC_CP1252 },
        { "iso_8859-1", SIA_ENC_CP1252 },
    };
    sia_encoding e;
    for (size_t i = 0; i < SIA_COUNT_OF(cases); i++) {
        assert_true(sia_encoding_find(sia_str_of(cases[i].name), &e));
        assert_int_equal(e, cases[i].e);
    }
    assert_false(sia_encoding_find(SIA_STR("utf-7"), &e));
    assert_false(sia_encoding_find(SIA_STR(""), &e));
    assert_string_equal(sia_encoding_name(SIA_ENC_CP1252), "windows-1252");
}

static void short_memory_is_told(void **state)
{
    (void)state;
    sia_arena *small = sia_arena_new(NULL, 64);
    char raw[400];
    memset(raw, 0xFF, sizeof raw);
    sia_decoded d;
    assert_int_equal(sia_decode(&d, SIA_STR("t"), (sia_str){ raw, sizeof raw }, SIA_ENC_UTF8, small, NULL), SIA_ENOMEM);
    sia_arena_free(small);
}

/* Two headings alone between blank lines make Markdown; a comment, a hashtag or a number sign does not. */
static void markdown_is_told_by_two_headings(void **state)
{
    static const struct { const char *text; sia_file_kind kind; } cases[] = {
        { "# Satu\n\nIsi bab.\n\n## Dua\n\nIsi lagi.\n", SIA_FILE_MARKDOWN },
        { "# Satu\r\n\r\nIsi bab.\r\n\r\n## Dua\r\n\r\nIsi lagi.\r\n", SIA_FILE_MARKDOWN },
        { "\n# Éfek\n\nIsi.\n\n###### Dua\n", SIA_FILE_MARKDOWN },
        { "# Satu\n\nIsi bab.\n", SIA_FILE_TEXT },                          /* one alone */
        { "# Satu\nisi\n\n# Dua\nisi\n", SIA_FILE_TEXT },                   /* text at once below */
        { "isi\n# Satu\n\nisi\n# Dua\n\n", SIA_FILE_TEXT },                /* text at once above */
        { "#pilkada\n\n#pileg\n\n#pilpres\n\n", SIA_FILE_TEXT },
        { "####### Satu\n\n####### Dua\n\n", SIA_FILE_TEXT },
        { "# # Satu\n\n# # Dua\n\n", SIA_FILE_TEXT },
        { "isi # a\n\nisi # b\n\n# Satu\n\n", SIA_FILE_TEXT },
        { "#", SIA_FILE_TEXT }, { "# ", SIA_FILE_TEXT }, { "# a", SIA_FILE_TEXT }, { "", SIA_FILE_TEXT },
    };
    (void)state;
    for (size_t i = 0; i < SIA_COUNT_OF(cases); i++)
        assert_int_equal(sia_file_sniff(sia_str_of(cases[i].text)), cases[i].kind);
}

int main(void)
{
    const struct CMUnitTest tests[] = {

        cmocka_unit_test(utf8_is_taken_as_it_is_without_a_copy),
        cmocka_unit_test(a_bom_decides_and_is_left_out),
        cmocka_unit_test(utf16_is_found_without_a_bom),
        cmocka_unit_test(a_nul_hides_nothing),
        cmocka_unit_test(windows_1252_is_the_fallback_and_is_named),
        cmocka_unit_test(each_maximal_subpart_becomes_one_replacement),
        cmocka_unit_test(lone_surrogates_and_half_units_are_replaced),
        cmocka_unit_test(any_bytes_give_valid_text),
        cmocka_unit_test(other_formats_are_refused_by_name),
        cmocka_unit_test(encodings_are_found_by_their_names),
        cmocka_unit_test(markdown_is_told_by_two_headings),
        cmocka_unit_test(short_memory_is_told),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
