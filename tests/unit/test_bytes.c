/* What 64 bytes are: asked together and byte by byte it must be the same, for every byte at every place. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include "../../src/text/bytes.h"

typedef uint64_t bits_of(const char *p);
static const struct { bits_of *together, *plainly; } kinds[] = {
    { sia_letter_bits, sia_letter_bits_plainly }, { sia_word_bits, sia_word_bits_plainly },
    { sia_break_bits, sia_break_bits_plainly }, { sia_special_bits, sia_special_bits_plainly },
    { sia_blank_bits, sia_blank_bits_plainly }, { sia_mark_bits, sia_mark_bits_plainly },
    { sia_high_bits, sia_high_bits_plainly }, { sia_layout_bits, sia_layout_bits_plainly },
};

static void test_each_byte(void **state)
{
    (void)state;
    static const unsigned char others[] = { 0, ' ', '.', '5', 'x', 0x80, 0xFF };
    for (uint32_t at = 0; at < 64; at++)
        for (uint32_t c = 0; c < 256; c++)
            for (uint32_t k = 0; k < SIA_COUNT_OF(others); k++) {
                const int other = others[k];
                char p[64];
                memset(p, other, sizeof p);
                p[at] = (char)c;
                for (size_t q = 0; q < SIA_COUNT_OF(kinds); q++)
                    assert_int_equal(kinds[q].together(p), kinds[q].plainly(p));
            }
}

static void test_what_they_are(void **state)
{
    (void)state;
    char p[64] = "aZ@[`{/:09\n\r\f\v\t\x80\xFF -";               /* NULs behind */
    uint64_t nuls = ~0ull << 20;
    assert_int_equal(sia_letter_bits(p), 0x3);
    assert_int_equal(sia_word_bits(p), 0x3 | 3 << 8 | 3 << 15);
    assert_int_equal(sia_break_bits(p), 0xF << 10);
    assert_int_equal(sia_special_bits(p) & ~nuls, (3 << 8 | 3 << 15 | 1 << 19));
    assert_int_equal(sia_high_bits(p), 3 << 15);
    assert_int_equal(sia_layout_bits(p) & ~nuls, 0x1F << 10 | 1 << 19);
    memcpy(p, "a  b  c   d ", 12);
    assert_int_equal(sia_layout_bits(p) & 0xFFF, 3 << 4 | 3 << 8);
}

static void test_less_than_64(void **state)
{
    (void)state;
    char room[64], text[80];
    memset(text, 'x', sizeof text);
    assert_ptr_equal(sia_64(text, 64, room), text);
    assert_ptr_equal(sia_64(text, 63, room), room);
    assert_int_equal(sia_letter_bits(room), ~0ull >> 1);
    assert_int_equal(room[63], 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_each_byte),
        cmocka_unit_test(test_what_they_are),
        cmocka_unit_test(test_less_than_64),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
