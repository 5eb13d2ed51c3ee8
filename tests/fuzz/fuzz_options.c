/* Any words as a command line: parse them with every option there is, then check what opt.h promises. */
#include "../../src/cli/settings.h"
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *p, size_t n);

enum { WORDS = 64 };

static opt_verb every_option(void)
{
    return (opt_verb){
        .name = "fuzz", .args = "[INPUT...]", .about = SIA_MSG_OPT_HELP,
        .groups = { &opts_general, &opts_input, &opts_codebook, &opts_output, &opts_counting, &opts_kwic, &opts_text },
    };
}

/* Cuts the text into words at line ends; the words' own NULs end them, as they would in argv. */
static int split(char *text, size_t n, char **word)
{
    int k = 0;
    for (size_t from = 0; from < n && k < WORDS; ) {
        char *end = memchr(text + from, '\n', n - from);
        size_t to = end ? (size_t)(end - text) : n;
        text[to] = 0;
        word[k++] = text + from;
        from = to + 1;
    }
    return k;
}

/* Operands are words that were given, in the order given. */
static void check_operands(char *const *given, int n, char *const *operand, int operands)
{
    if (operands < 0 || operands > n) abort();
    for (int i = 0, k = 0; i < operands; i++) {
        while (k < n && given[k] != operand[i]) k++;
        if (k++ >= n) abort();
    }
}

/* A choice is one of its words; one that was not given is -1 or the first. */
static void check_choice(const opt *o, const settings *s)
{
    int words = 1, chosen;
    for (const char *c = o->arg; *c; c++) words += *c == '|';
    memcpy(&chosen, (const char *)s + o->at, sizeof chosen);
    if (chosen < -1 || chosen >= words) abort();
}

static void check_settings(const opt_verb *verb, const settings *s)
{
    for (size_t g = 0; g < OPT_GROUPS_MAX && verb->groups[g]; g++)
        for (size_t i = 0; i < verb->groups[g]->n; i++)
            if (verb->groups[g]->v[i].kind == OPT_CHOICE) check_choice(&verb->groups[g]->v[i], s);
    if (s->codebooks.n > OPT_LIST_MAX || s->top > 1000000000 || s->memory > UINT64_MAX >> 1) abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *p, size_t n)
{
    char *text = malloc(n + 1), *given[WORDS], *word[WORDS], line[1024];
    if (!text) return 0;
    if (n) memcpy(text, p, n);
    text[n] = 0;
    const int words = split(text, n, given);
    memcpy(word, given, sizeof given[0] * (size_t)words);

    const opt_verb verb = every_option();
    settings s;
    sia_err err = { 0 };
    int operands = 0;
    settings_init(&s);
    sia_status st = opt_parse(&verb, words, word, &s, &operands, &err);
    if (!st) {
        check_operands(given, words, word, operands);
        check_settings(&verb, &s);
    } else if (err.status != st || !*sia_err_text(&err, SIA_ID, line, sizeof line) || strlen(line) >= sizeof line) abort();
    free(text);
    return 0;
}
