/* --unit: the stretches of text in which items stand together. */
#include "unit.h"
#include <stdlib.h>

enum { INSERTION = 24, MOST_WIDTH = 1000 };

static const char *const names[] = { "sentence", "paragraph", "section", "doc", "work" };

sia_status unit_parse(const char *name, unit *u, sia_err *err)
{
    if (!name) name = names[UNIT_SENTENCE];
    for (size_t i = 0; i < SIA_COUNT_OF(names); i++)
        if (!strcmp(name, names[i])) { *u = (unit){ (unit_kind)i, 0 }; return SIA_OK; }
    if (!strncmp(name, "window:", 7)) {
        char *end;
        long n = strtol(name + 7, &end, 10);
        *u = (unit){ UNIT_WINDOW, n > 0 ? (uint32_t)n : 0 };
        if (!*end && n >= 2 && n <= MOST_WIDTH) return SIA_OK;
    }
    return sia_fail(err, SIA_MSG_UNIT, 0, SIA_STR("--unit"), "'%s'", name);
}

static int by_number(const void *x, const void *y)
{
    uint32_t a = *(const uint32_t *)x, b = *(const uint32_t *)y;
    return (a > b) - (a < b);
}

static void insertion(uint32_t *v, uint32_t n)
{
    for (uint32_t i = 1; i < n; i++) {
        uint32_t x = v[i], k = i;
        for (; k && v[k - 1] > x; k--) v[k] = v[k - 1];
        v[k] = x;
    }
}

uint32_t unit_distinct(uint32_t *v, uint32_t n)
{
    uint32_t out = 0;
    if (n <= INSERTION) insertion(v, n);
    else qsort(v, n, sizeof *v, by_number);
    for (uint32_t i = 0; i < n; i++)
        if (!i || v[i] != v[i - 1]) v[out++] = v[i];
    return out;
}

/* ---- sentences, paragraphs, sections, documents ------------------------------------------------- */

static uint32_t unit_of(const unit *u, const sia_doc *d, uint32_t sentence)
{
    switch (u->kind) {
    case UNIT_SENTENCE:  return sentence;
    case UNIT_PARAGRAPH: return d->sentences.v[sentence].block;
    case UNIT_SECTION:   return d->blocks.v[d->sentences.v[sentence].block].section;
    case UNIT_DOC: case UNIT_WORK: case UNIT_WINDOW: return 0;
    }
    return 0;
}

typedef struct { unit_met *each; void *ctx; uint32_t *item; } walk;      /* item: scratch */

static void meet(const walk *w, uint32_t n, uint32_t first, uint32_t end)
{
    w->each(w->ctx, w->item, unit_distinct(w->item, n), first, end);
}

static void segments(const unit *u, const sia_doc *d, const occurrences *o, const walk *w)
{
    uint32_t at = 0, n = 0, now = 0, first = 0, end = 0;
    bool open = false;
    for (uint32_t i = 0; i < d->sentences.n; i++) {
        const sia_sentence *st = &d->sentences.v[i];
        if (!st->counted) continue;
        const uint32_t key = unit_of(u, d, i);
        if (open && key != now) { meet(w, n, first, end); n = 0; }
        if (!open || key != now) first = st->first;
        open = true;
        now = key;
        end = st->first + st->n;
        for (; at < o->n && o->v[at].sentence <= i; at++) w->item[n++] = o->v[at].item;
    }
    if (open) meet(w, n, first, end);
}

/* ---- windows ---------------------------------------------------------------------------------------- */

static bool is_word(const sia_token *t) { return t->kind <= SIA_NUMBER; }

/* The windows of the words token[0..n), which are one paragraph's; o[*at..] are the occurrences from there on. */
static void slide(const unit *u, const uint32_t *token, uint32_t n, const occurrences *o, uint32_t *at, const walk *w)
{
    uint32_t from = *at, to = *at, width = n < u->width ? n : u->width;
    for (uint32_t i = 0; i + width <= n; i++) {
        while (from < o->n && o->v[from].token < token[i]) from++;
        while (to < o->n && o->v[to].token <= token[i + width - 1]) to++;
        uint32_t k = 0;
        for (uint32_t x = from; x < to; x++) w->item[k++] = o->v[x].item;
        meet(w, k, token[i], token[i + width - 1] + 1);
    }
    *at = to;
}

static void windows(const unit *u, const sia_doc *d, const occurrences *o, const walk *w, uint32_t *token)
{
    uint32_t at = 0, n = 0;
    for (uint32_t i = 0; i < d->sentences.n; i++) {
        const sia_sentence *st = &d->sentences.v[i];
        for (uint32_t k = st->first; st->counted && k < st->first + st->n; k++)
            if (is_word(&d->tokens.v[k])) token[n++] = k;
        if (i + 1 < d->sentences.n && d->sentences.v[i + 1].block == st->block) continue;
        if (n) slide(u, token, n, o, &at, w);
        n = 0;
    }
}

void unit_each(const unit *u, const sia_doc *d, const occurrences *o, unit_met *each, void *ctx)
{
    const walk w = { each, ctx, sia_alloc_raw(d->arena, sizeof *w.item, (size_t)o->n + 1) };
    uint32_t *token = u->kind == UNIT_WINDOW ? sia_alloc_raw(d->arena, sizeof *token, (size_t)d->tokens.n + 1) : w.item;
    if (!w.item || !token) return;
    if (u->kind == UNIT_WINDOW) windows(u, d, o, &w, token);
    else segments(u, d, o, &w);
}
