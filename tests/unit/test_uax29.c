/* Plain Unicode boundaries: every case of the consortium's own test files, and time that grows with the text only. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <siasat/text.h>

typedef uint32_t (*breaker)(sia_str s, uint32_t from);

/* A line such as "÷ 0061 × 0308 ÷ # ..." as text and wanted boundaries, both in the same order. */
typedef struct { char s[256]; uint32_t n, ends[64], count; } sample;

static bool parse(char *line, sample *to)
{
    *to = (sample){ .n = 0 };
    char *comment = strchr(line, '#');
    if (comment) *comment = 0;
    for (char *word = strtok(line, " \t\r\n"); word; word = strtok(NULL, " \t\r\n")) {
        if (!strcmp(word, "\xC3\xB7")) { if (to->n) to->ends[to->count++] = to->n; }
        else if (strcmp(word, "\xC3\x97")) to->n += sia_utf8_put(to->s + to->n, (int32_t)strtol(word, NULL, 16));
    }
    return to->n > 0;
}

static bool agrees(const sample *c, breaker next)
{
    uint32_t at = 0;
    for (uint32_t i = 0; i < c->count; i++) {
        at = next((sia_str){ c->s, c->n }, at);
        if (at != c->ends[i]) return false;
    }
    return at == c->n;
}

static void check_file(const char *path, breaker next, unsigned wanted)
{
    FILE *f = fopen(path, "r");
    if (!f) { print_message("skipped: %s is not installed (Debian: unicode-data)\n", path); skip(); }
    char line[2048], shown[2048];
    unsigned cases = 0, bad = 0;
    while (fgets(line, sizeof line, f)) {
        sample c;
        strcpy(shown, line);
        if (!parse(line, &c)) continue;
        cases++;
        if (!agrees(&c, next)) { bad++; print_error("%s", shown); }
    }
    fclose(f);
    assert_int_equal(bad, 0);
    assert_true(cases >= wanted);
}

static void every_word_break_case_passes(void **state)
{
    (void)state;
    check_file("/usr/share/unicode/auxiliary/WordBreakTest.txt", sia_word_break, 1823);
}

static void every_sentence_break_case_passes(void **state)
{
    (void)state;
    check_file("/usr/share/unicode/auxiliary/SentenceBreakTest.txt", sia_sentence_break, 502);
}

static void words_of_a_thesis_sentence(void **state)
{
    (void)state;
    const sia_str s = SIA_STR("Ma'ruf meraih 1.000,5 suara.");
    const uint32_t ends[] = { 6, 7, 13, 14, 21, 22, 27, 28 };
    uint32_t at = 0;
    for (size_t i = 0; i < SIA_COUNT_OF(ends); i++) assert_int_equal(at = sia_word_break(s, at), ends[i]);
}

/* Whatever the shape of the text, a walk ends, each step goes forward, and a megabyte takes no time to speak of. */
static void walks_are_linear(void **state)
{
    (void)state;
    static const char *const shapes[] = {
        "\xCC\x81", " ", ".", ". ", "a.", "a:\xCC\x81", "\xE2\x80\x8D", "\xF0\x9F\x87\xAE", ". 1", "(", "\n", "1,",
        "a'", ".)",
    };
    enum { SIZE = 1 << 20 };
    char *p = malloc(SIZE);
    assert_non_null(p);
    for (size_t k = 0; k < SIA_COUNT_OF(shapes); k++) {
        const size_t len = strlen(shapes[k]), n = SIZE / len * len;
        for (size_t i = 0; i < n; i += len) memcpy(p + i, shapes[k], len);
        const sia_str s = { p, n };
        for (uint32_t at = 0, next; at < n; at = next) assert_true((next = sia_word_break(s, at)) > at);
        for (uint32_t at = 0, next; at < n; at = next) assert_true((next = sia_sentence_break(s, at)) > at);
    }
    free(p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_word_break_case_passes),
        cmocka_unit_test(every_sentence_break_case_passes),
        cmocka_unit_test(words_of_a_thesis_sentence),
        cmocka_unit_test(walks_are_linear),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
