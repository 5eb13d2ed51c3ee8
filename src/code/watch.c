/* Watching over PCRE2: its limits for a call, ours for a pattern's time in a document. Limits of a call alone do not do:
 * a pattern can be slow at each of a hundred thousand places and never meet one. */
#define _POSIX_C_SOURCE 200809L
#include "match.h"
#include <time.h>

enum { BUDGET_MS = 5000, LOOK_EVERY = 64 };
static const uint64_t slow_look = 1000000;                   /* 1 ms for LOOK_EVERY calls: look at every call */

static uint64_t cpu_now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return (uint64_t)t.tv_sec * 1000000000u + (uint64_t)t.tv_nsec;
}

static uint64_t budget(const sia_tagger *t)
{
    return (uint64_t)(t->options.budget_ms ? t->options.budget_ms : BUDGET_MS) * 1000000u;
}

void sia_regexes_begin(sia_tagger *t)
{
    sia_regexes *r = &t->regexes;
    for (uint32_t i = 0; i < r->n; i++) {
        r->v[i].spent = 0;
        r->v[i].sentence = 0;
        r->v[i].stopped = r->v[i].refused;
    }
    sia_dispatch_begin(t);
    r->any_stopped = 0;
    r->calls = 0;
    r->clock = r->began = cpu_now();
    r->careful = t->options.engine == SIA_ENGINE_REFERENCE;  /* a call runs over much text */
}

/* Reading the clock costs more than most calls, so while calls are quick it is read once in a while. Once they are slow,
 * or half a budget has gone, each call is timed and charged to its pattern. */
static void look_at_clock(sia_tagger *t)
{
    sia_regexes *r = &t->regexes;
    if (r->careful || ++r->calls % LOOK_EVERY) return;
    uint64_t now = cpu_now();
    r->careful = now - r->clock > slow_look || now - r->began > budget(t) / 2;
    r->clock = now;
}

/* PCRE2 had no memory: that is the run's failure, and no fault of the pattern. It sticks where a stage asks for it. */
void sia_no_memory(sia_tagger *t) { (void)sia_alloc(t->scratch, SIZE_MAX, 1); }

int sia_regex_run(sia_tagger *t, pcre2_code *code, sia_str subject, size_t at, uint64_t *spent)
{
    sia_regexes *r = &t->regexes;
    look_at_clock(t);
    uint64_t began = r->careful ? cpu_now() : 0;
    uint32_t options = PCRE2_NO_UTF_CHECK | PCRE2_NOTEMPTY;
    int rc = pcre2_match(code, (PCRE2_SPTR)subject.p, subject.n, at, options, r->data, r->context);
    /* Out of JIT stack says nothing of the pattern: the interpreter decides, so that results do not depend on JIT. */
    if (rc == PCRE2_ERROR_JIT_STACKLIMIT)
        rc = pcre2_match(code, (PCRE2_SPTR)subject.p, subject.n, at, options | PCRE2_NO_JIT, r->data, r->context);
    if (rc == PCRE2_ERROR_NOMEMORY) sia_no_memory(t);
    if (r->careful) *spent += cpu_now() - began;
    if (*spent > budget(t)) return PCRE2_ERROR_MATCHLIMIT;
    return rc;
}

void sia_regex_note(sia_tagger *t, const sia_pattern *pattern)
{
    const sia_owner *o = &t->program.owners.v[pattern->owner];
    const sia_codebook *cb = t->program.books[o->book];
    sia_str term = o->kind == SIA_OWNS_RULE ? cb->terms.v[cb->rules.v[o->index].term].id : cb->name;
    sia_str source = sia_source(pattern->alt);
    sia_doc_note(t->doc, SIA_MSG_PATTERN_STOPPED, 0, "%.*s: %.*s", (int)term.n, term.p, (int)source.n, source.p);
}

static void take_back(const sia_regexes *r, sia_founds *found)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < found->n; i++) {
        sia_found f = found->v[i];
        if (!f.regex || !r->v[f.regex - 1].stopped) found->v[n++] = f;
    }
    found->n = n;
}

void sia_regexes_settle(sia_tagger *t)
{
    const sia_regexes *r = &t->regexes;
    if (!r->any_stopped) return;
    for (uint32_t i = 0; i < r->n; i++) {
        if (!r->v[i].stopped) continue;
        take_back(r, sia_founds_of(t, r->v[i].pattern->owner));
        sia_regex_note(t, r->v[i].pattern);
    }
}
