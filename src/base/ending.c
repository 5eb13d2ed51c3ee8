/* What came of a helper program: its own words, and how it ended. */
#define _GNU_SOURCE
#include "helper.h"
#include <errno.h>
#include <sys/wait.h>

/* One line "word rest" of what the program said; false after the last. */
static bool next_line(const sia_helping *r, size_t *at, sia_str *word, sia_str *rest)
{
    if (*at >= r->n_said) return false;
    const char *p = r->said + *at, *nl = memchr(p, '\n', r->n_said - *at);
    const size_t n = nl ? (size_t)(nl - p) : r->n_said - *at;
    const char *blank = memchr(p, ' ', n);
    *word = (sia_str){ p, blank ? (size_t)(blank - p) : n };
    *rest = blank ? (sia_str){ blank + 1, n - word->n - 1 } : SIA_STR("");
    *at += n + 1;
    return true;
}

static uint32_t take_number(sia_str *s)
{
    uint64_t n = 0;
    size_t i = 0;
    for (; i < s->n && s->p[i] >= '0' && s->p[i] <= '9'; i++) if (n < UINT32_MAX) n = n * 10 + (uint64_t)(s->p[i] - '0');
    i += i < s->n && s->p[i] == ' ';
    *s = (sia_str){ s->p + i, s->n - i };
    return n < UINT32_MAX ? (uint32_t)n : 0;
}

/* "MESSAGE LINE COLUMN culprit": only messages about what is in a file may be said by a program that has read it, and about
 * what became of a file by one that made it. */
static bool named_error(sia_helping *r, sia_str rest)
{
    static const struct { const char *word; sia_msg msg; } may[] = {
#define SIA_MSG(name, status, en, id) { #name, SIA_MSG_##name },
#include <siasat/words.def>
#undef SIA_MSG
    };
    const char *blank = memchr(rest.p, ' ', rest.n);
    sia_str word = { rest.p, blank ? (size_t)(blank - rest.p) : rest.n };
    if (word.n < 4 || (memcmp(word.p, "IN_", 3) && memcmp(word.p, "OUT_", 4))) return false;
    sia_str tail = { rest.p + word.n + (blank != NULL), rest.n - word.n - (blank != NULL) };
    const uint32_t line = take_number(&tail), col = take_number(&tail);
    for (size_t i = 0; i < SIA_COUNT_OF(may); i++) {
        if (!sia_str_eq(word, sia_str_of(may[i].word))) continue;
        sia_fail_at(r->err, may[i].msg, r->name, line, col, "%.*s", (int)tail.n, tail.p);
        return true;
    }
    return false;
}

sia_status helper_judge(sia_helping *r, int status, unsigned *lacks)
{
    sia_str word, rest;
    bool named = false;
    for (size_t at = 0; next_line(r, &at, &word, &rest); ) {
        if (sia_str_eq(word, SIA_STR("lacks"))) *lacks |= sia_str_eq(rest, SIA_STR("landlock")) ? SIA_LACKS_LANDLOCK : SIA_LACKS_SECCOMP;
        else if (sia_str_eq(word, SIA_STR("cut"))) r->cut = take_number(&rest);
        else if (sia_str_eq(word, SIA_STR("error")) && !named) named = named_error(r, rest);
    }
    if (WIFSIGNALED(status) && (WTERMSIG(status) == SIGXCPU || WTERMSIG(status) == SIGKILL))
        return sia_fail(r->err, SIA_MSG_HELPER_SLOW, 0, r->name, "");
    if (WIFSIGNALED(status)) return sia_fail(r->err, SIA_MSG_HELPER_CRASHED, 0, r->name, "%s", strsignal(WTERMSIG(status)));
    if (WEXITSTATUS(status) == 127) return helper_unstarted(r, ENOENT);      /* a library of its own is missing */
    if (WEXITSTATUS(status) == 0) return SIA_OK;
    if (named) return r->err ? r->err->status : SIA_ETEXT;
    return sia_fail(r->err, SIA_MSG_HELPER_CRASHED, 0, r->name, "%d", WEXITSTATUS(status));
}
