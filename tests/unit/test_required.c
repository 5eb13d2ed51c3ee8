/* What every match of a regex has: read off its source, and nothing that a match may lack. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include "../../src/code/regex.h"
#include "../../src/code/pieces.h"

/* "start / inside" */
static const char *has(const char *regex, bool keep_case)
{
    static char out[80];
    const sia_required r = sia_regex_required(sia_str_of(regex), keep_case);
    snprintf(out, sizeof out, "%.*s / %.*s", (int)r.start.n, r.start.p, (int)r.inside.n, r.inside.p);
    return out;
}

static void letters_are_read_off_a_sequence(void **state)
{
    (void)state;
    assert_string_equal(has("PDI -[Pp]erjuangan", true), "PDI - / erjuangan");
    assert_string_equal(has("\\w*bagi[- ]bagi(kan)?", false), " / bagi\1bagi");
    assert_string_equal(has("\\bpemilu (raya|lokal)", false), "pemilu  / ");
    assert_string_equal(has("a\\.b\\-c", false), "a.b-c / ");
    assert_string_equal(has("kerakyatan", false), "kerakyatan / ");
    assert_string_equal(has("\\bstrategi\\s+ofensif\\b", false), "strategi\1ofensif / ");
    assert_string_equal(has("visi[\\s-]*misi(?:nya)?\\s+partai", false), "visi\1misi / partai");
    assert_string_equal(has("a[ --]b", false), "a / b");      /* a range, not a hyphen */
    assert_string_equal(has("a[^ -]b", false), "a / b");
    assert_string_equal(has("\\s+ab\\s", false), " / ab");
    assert_string_equal(has("^caleg+ muda", false), " / caleg");
    assert_string_equal(has("tua{2,}n", true), "tua / n");
    assert_true(sia_regex_required(SIA_STR("\\d{4}"), false).digit);
    assert_false(sia_regex_required(SIA_STR("\\d{0,4}x"), false).digit);
    assert_false(sia_regex_required(SIA_STR("\\d?x"), false).digit);
    assert_false(sia_regex_required(SIA_STR("a\\d"), false).digit);
    assert_false(sia_regex_required(SIA_STR("\\d|x"), false).digit);
}

static void what_a_match_may_lack_is_not_counted_on(void **state)
{
    (void)state;
    assert_string_equal(has("muda?h", true), "mud / h");
    assert_string_equal(has("tua*n{0,2}x", true), "tu / x");
    assert_string_equal(has("(?:partai )?golkar", true), " / golkar");
    assert_string_equal(has("ada|tidak", true), " / ");
    assert_string_equal(has("(?i)partai", true), " / ");
    assert_string_equal(has("x(?i)partai", true), " / ");
    assert_string_equal(has("\\x41bc", true), " / ");
    assert_string_equal(has("\\Qa.b\\Ec", true), " / ");
    assert_string_equal(has("[]a]bc", true), " / bc");
    assert_string_equal(has("[^]a]bc", true), " / bc");
    assert_string_equal(has("(a[)]b)c", true), " / c");
    assert_string_equal(has("(a\\)b)c", true), " / c");
    assert_string_equal(has("caf\303\251", true), " / ");
    assert_string_equal(has("", true), " / ");
}

/* The letters that may stand behind the first word of a match, "so da"; "": not known. */
static const char *next_of(const char *regex)
{
    static char out[80];
    const sia_required r = sia_regex_required(sia_str_of(regex), false);
    size_t n = 0;
    for (uint32_t k = 0; k < r.next.n; k++)
        n += (size_t)snprintf(out + n, sizeof out - n, "%s%c%c", k ? " " : "", 96 + (r.next.letters[k] >> 5), 96 + (r.next.letters[k] & 31));
    out[n] = 0;
    return out;
}

static void alternatives_tell_how_a_match_goes_on(void **state)
{
    (void)state;
    assert_string_equal(next_of("\\bmedia\\s+(?:sosial|daring|massa|sosok)\\b"), "so da ma");
    assert_string_equal(next_of("media\\s+(Luar\\s+ruang|[a-z])"), "");
    assert_string_equal(next_of("media\\s+(ba[)|]?c|da(?:x|y)|e\\)f)"), "");
    assert_string_equal(next_of("media\\s+(ba[)|]?c|da(?:x|y)|ef\\))"), "ba da ef");
    assert_string_equal(next_of("media\\s+(?:ba|da)?x"), "");
    assert_string_equal(next_of("media\\s+(?:ba|da?)x"), "");
    assert_string_equal(next_of("media\\s+(?:ba|)x"), "");
    assert_string_equal(next_of("media\\s+dan\\s+(?:ba|da)"), "");
    assert_true(sia_regex_required(SIA_STR("media[ -]massa"), false).apart);
    assert_true(sia_regex_required(SIA_STR("media\\s+(?:ba|da)"), false).apart);
    assert_false(sia_regex_required(SIA_STR("media[ -]?massa"), false).apart);
    assert_false(sia_regex_required(SIA_STR("media\\s*massa\\s+luas"), false).apart);
}

static void pieces_are_told_by_forms(void **state)
{
    (void)state;
    sia_arena *a = sia_arena_new(NULL, 0);
    sia_pieces *p = sia_pieces_new(a);
    uint32_t told[3] = { 0 };
    const sia_literal bagi = { 9, "Bagi\1bagi" }, dukung = { 8, "-dukung1" }, short_one = { 4, "di\1k" };
    assert_true(sia_pieces_add(p, &bagi, 0, a));
    assert_true(sia_pieces_add(p, &dukung, 2, a));
    assert_false(sia_pieces_add(p, &short_one, 1, a));
    assert_true(sia_pieces_tell(p, SIA_STR("pembagian"), told, 7));
    assert_false(sia_pieces_tell(p, SIA_STR("bagdukun"), told, 8));
    assert_true(sia_pieces_tell(p, SIA_STR("mendukung"), NULL, 0));
    assert_int_equal(told[0], 7);
    assert_int_equal(told[2], 0);
    assert_true(sia_pieces_sure(SIA_STR("\342\200\223")));
    assert_false(sia_pieces_sure(SIA_STR("caf\303\251")));
    sia_arena_free(a);
}

/* What is said of the letters behind the first word holds for the match at `text`, as far as ASCII goes. */
static void check_next(const sia_required *r, sia_str text)
{
    size_t i = 0, word;
    bool found = !r->next.n;
    while (i < text.n && (unsigned)((text.p[i] | 0x20) - 'a') < 26) i++;
    for (word = 0; word < r->start.n && (unsigned)((r->start.p[word] | 0x20) - 'a') < 26; ) word++;
    if (!word || (i < text.n && text.p[i] & 0x80)) return;
    if (r->apart) assert_true(i < text.n && sia_is_between_words(text.p[i]));
    while (i < text.n && sia_is_between_words(text.p[i])) i++;
    if (!r->apart || word < r->start.n || i + 1 >= text.n || (text.p[i] | text.p[i + 1]) & 0x80) return;
    for (uint32_t k = 0; k < r->next.n; k++) found |= r->next.letters[k] == sia_two_letters(text.p[i], text.p[i + 1]);
    assert_true(found);
}

/* PCRE2 is the judge: where it matches, the letters stand. */
static void every_match_has_them(void **state)
{
    (void)state;
    static const char *const regexes[] = {
        "PDI -[Pp]erjuangan", "muda?h", "a+b?c{2}d", "(ab|c)d*ef", "[a-c]{2,}de\\b", "\\w+kan", "b.d", "s[iu]ka", "(?:ba|ca)?da", "x?y?z", "ab++c", "ab*?c", "(a(b[)]?)c)d",
        "Kak", "\\Bab", "ab(?=cd)cd", "(?>ab)c", "\\d\\sab", "ab\\s*ks?[ -]+P", "k\\s\\s+a", "s\\bk?\\s", "a[ --]K",
        "ab\\s+(?:ca|de)", "ab[ -]+(cd|(?:ce)f|ba[a-d]c)", "a\\s(?:ab|bac?|sk)\\w*", "ks\\s+(?:ks|sk)", "a[ -]{2}(?:ab|de)" };
    static const char alphabet[] = "abcdefPDIK -s\304z1";
    uint32_t seed = 7, matches = 0;
    pcre2_match_data *data = pcre2_match_data_create(1, NULL);
    for (size_t k = 0; k < SIA_COUNT_OF(regexes); k++)
        for (int keep = 0; keep < 2; keep++) {
            int code;
            size_t at;
            pcre2_code *re = sia_regex_compile(sia_str_of(regexes[k]), keep, 0, &code, &at);
            assert_non_null(re);
            const sia_required r = sia_regex_required(sia_str_of(regexes[k]), keep);
            for (int i = 0; i < 4000; i++) {
                char text[40];
                size_t n = 0;
                const char *piece = regexes[k];
                for (int j = 0; j < 12; j++) {               /* letters of the regex itself more often than others */
                    seed = seed * 1664525u + 1013904223u;
                    const char c = seed >> 30 ? piece[(seed >> 8) % strlen(piece)] : alphabet[(seed >> 8) % (sizeof alphabet - 1)];
                    if (c & 0x80) {                          /* long s, the Kelvin sign, a blank that is none of ASCII's */
                        static const char *const odd[] = { "\305\277", "\342\204\252", "\302\240" };
                        const char *is = odd[seed >> 20 & 1 ? 0 : 1 + (seed >> 21 & 1)];
                        memcpy(text + n, is, strlen(is));
                        n += strlen(is);
                    }
                    else text[n++] = c;
                }
                if (pcre2_match(re, (PCRE2_SPTR)text, n, 0, 0, data, NULL) < 0) continue;
                const size_t *v = pcre2_get_ovector_pointer(data);
                matches++;
                assert_true(sia_literal_at(&r.start, keep, (sia_str){ text, n }, v[0]));
                check_next(&r, (sia_str){ text + v[0], n - v[0] });
                assert_true(sia_literal_in(&r.inside, keep, (sia_str){ text + v[0], n - v[0] }));
            }
            pcre2_code_free(re);
        }
    pcre2_match_data_free(data);
    assert_true(matches > 1000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(letters_are_read_off_a_sequence),
        cmocka_unit_test(what_a_match_may_lack_is_not_counted_on),
        cmocka_unit_test(alternatives_tell_how_a_match_goes_on), cmocka_unit_test(pieces_are_told_by_forms),
        cmocka_unit_test(every_match_has_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
