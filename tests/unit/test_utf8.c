/* UTF-8: what is valid, and folding, against a decoder written from the table of the Unicode standard. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <siasat/base.h>
#include <stdlib.h>

/* Table 3-7 of the standard, row by row: the length of the sequence at p, 0 where none is well-formed. */
static size_t by_table(const unsigned char *p, size_t n)
{
    static const struct { unsigned char first, last, low, high; size_t len; } row[] = {
        { 0x00, 0x7F, 0, 0, 1 }, { 0xC2, 0xDF, 0x80, 0xBF, 2 }, { 0xE0, 0xE0, 0xA0, 0xBF, 3 },
        { 0xE1, 0xEC, 0x80, 0xBF, 3 }, { 0xED, 0xED, 0x80, 0x9F, 3 }, { 0xEE, 0xEF, 0x80, 0xBF, 3 },
        { 0xF0, 0xF0, 0x90, 0xBF, 4 }, { 0xF1, 0xF3, 0x80, 0xBF, 4 }, { 0xF4, 0xF4, 0x80, 0x8F, 4 },
    };
    for (size_t i = 0; i < SIA_COUNT_OF(row); i++) {
        if (p[0] < row[i].first || p[0] > row[i].last || row[i].len > n) continue;
        if (row[i].len > 1 && (p[1] < row[i].low || p[1] > row[i].high)) return 0;
        for (size_t k = 2; k < row[i].len; k++)
            if ((p[k] & 0xC0) != 0x80) return 0;
        return row[i].len;
    }
    return 0;
}

static bool valid_by_table(const unsigned char *p, size_t n)
{
    for (size_t i = 0, k; i < n; i += k)
        if (!(k = by_table(p + i, n - i))) return false;
    return true;
}

/* All strings of up to four bytes from the bytes where a decision is taken. */
static void validity_follows_the_standards_table(void **state)
{
    (void)state;
    static const unsigned char edge[] = {
        0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED, 0xEE,
        0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF,
    };
    const size_t n = SIA_COUNT_OF(edge);
    unsigned char s[4];
    for (size_t i = 0; i < n * n * n * n; i++) {
        size_t rest = i;
        for (size_t k = 0; k < 4; k++, rest /= n) s[k] = edge[rest % n];
        for (size_t len = 1; len <= 4; len++)
            if (sia_utf8_valid((sia_str){ (char *)s, len }) != valid_by_table(s, len))
                fail_msg("%02x %02x %02x %02x, %zu bytes", s[0], s[1], s[2], s[3], len);
    }
}

static void one_bad_byte_is_found_wherever_it_stands(void **state)
{
    (void)state;
    char s[100];
    for (size_t n = 1; n < sizeof s; n++)
        for (size_t at = 0; at < n; at++) {
            memset(s, 'a', n);
            assert_true(sia_utf8_valid((sia_str){ s, n }));
            s[at] = '\x80';
            assert_false(sia_utf8_valid((sia_str){ s, n }));
        }
    assert_true(sia_utf8_valid((sia_str){ NULL, 0 }));
}

static void every_code_point_is_written_read_and_counted(void **state)
{
    (void)state;
    for (int32_t c = 0; c <= 0x10FFFF; c++) {
        char to[4];
        uint32_t len;
        if (c >= 0xD800 && c <= 0xDFFF) continue;
        uint32_t n = sia_utf8_put(to, c);
        assert_int_equal(sia_utf8_at(to, &len), c);
        assert_int_equal(len, n);
        assert_int_equal(sia_utf8_count((sia_str){ to, n }), 1);
    }
}

static void folding_meets_what_people_write(void **state)
{
    (void)state;
    static const char *const t[][2] = {
        { "KAMPANYE", "kampanye" }, { "Jum\xE2\x80\x99" "at", "jum'at" }, { "\xC3\x89LITE", "\xC3\xA9lite" },
        { "", "" }, { "Pemilih-PEMULA 2", "pemilih-pemula 2" }, { "\xF0\x9F\x97\xB3", "\xF0\x9F\x97\xB3" },
        { "[\\]^_`@{", "[\\]^_`@{" },
    };
    sia_arena *a = sia_arena_new(NULL, 0);
    for (size_t i = 0; i < SIA_COUNT_OF(t); i++) assert_string_equal(sia_fold(a, sia_str_of(t[i][0])).p, t[i][1]);
    sia_arena_free(a);
}

/* For every code point: valid, within the promised room, and folding twice is folding once. */
static void folding_is_idempotent_and_stays_in_its_room(void **state)
{
    (void)state;
    sia_arena *a = sia_arena_new(NULL, 0);
    for (int32_t c = 1; c <= 0x10FFFF; c++) {
        char s[40];
        size_t n = 0;
        if (c >= 0xD800 && c <= 0xDFFF) continue;
        for (int k = 0; k < 8; k++) n += sia_utf8_put(s + n, c);
        if (c % 4096 == 0) sia_arena_reset(a);
        sia_str once = sia_fold(a, (sia_str){ s, n });
        assert_true(once.n <= n * 3 / 2 + 5);
        if (!sia_utf8_valid(once) || !sia_str_eq(sia_fold(a, once), once)) fail_msg("U+%04X", (unsigned)c);
    }
    sia_arena_free(a);
}

static void folding_without_memory_is_empty(void **state)
{
    (void)state;
    sia_arena *a = sia_arena_new(NULL, 8);
    assert_int_equal(sia_fold(a, SIA_STR("mempertanggungjawabkan")).n, 0);
    assert_false(sia_arena_ok(a));
    sia_arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(validity_follows_the_standards_table),
        cmocka_unit_test(one_bad_byte_is_found_wherever_it_stands),
        cmocka_unit_test(every_code_point_is_written_read_and_counted),
        cmocka_unit_test(folding_meets_what_people_write),
        cmocka_unit_test(folding_is_idempotent_and_stays_in_its_room),
        cmocka_unit_test(folding_without_memory_is_empty),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
