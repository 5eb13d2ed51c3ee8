/* The record of what was counted in each document, as bytes:
 *
 *     0 doc group | item+2 count places... | item+2 count places... | 1 words | 0 doc group | ...
 *
 * Numbers are LEB128, places as distances from the one before. Chunks are so cut that no number lies in two. */
#include <siasat/stat.h>

enum { HEAD = 0, WORDS = 1, FIRST_ITEM = 2, CHUNK = 1 << 15, LONGEST = 10 };

typedef struct chunk { struct chunk *next; uint32_t n; unsigned char v[CHUNK]; } chunk;

struct sia_ledger {
    sia_arena *a;
    chunk *first, *last;
    uint32_t doc, group;
    bool open;                          /* doc and group stand in a head */
    bool placed;                        /* places are kept */
};

sia_ledger *sia_ledger_new(sia_arena *a)
{
    sia_ledger *l = sia_new(a, sia_ledger, 1);
    if (!l || !(l->first = l->last = sia_alloc_raw(a, sizeof *l->first, 1))) return NULL;
    l->a = a;
    l->first->next = NULL;
    l->first->n = 0;
    return l;
}

/* ---- writing ------------------------------------------------------------------------------ */

static bool room(sia_ledger *l)
{
    if (l->last->n + LONGEST <= CHUNK) return true;
    chunk *c = sia_alloc_raw(l->a, sizeof *c, 1);
    if (!c) return false;
    c->next = NULL;
    c->n = 0;
    l->last = l->last->next = c;
    return true;
}

static void number(sia_ledger *l, uint64_t x)
{
    if (!room(l)) return;
    unsigned char *p = l->last->v + l->last->n, *const from = p;
    for (; x >= 128; x >>= 7) *p++ = (unsigned char)(x | 128);
    *p++ = (unsigned char)x;
    l->last->n += (uint32_t)(p - from);
}

static void head(sia_ledger *l, uint32_t doc, uint32_t group)
{
    if (l->open && l->doc == doc && l->group == group) return;
    l->open = true;
    l->doc = doc;
    l->group = group;
    number(l, HEAD);
    number(l, doc);
    number(l, group);
}

void sia_ledger_put(sia_ledger *l, uint32_t doc, uint32_t group, uint32_t item, uint64_t n, const uint64_t *places)
{
    uint64_t before = 0;
    head(l, doc, group);
    number(l, (uint64_t)item + FIRST_ITEM);
    number(l, n);
    l->placed = places;
    for (uint64_t i = 0; places && i < n; i++) {
        number(l, places[i] - before);
        before = places[i];
    }
}

void sia_ledger_words(sia_ledger *l, uint32_t doc, uint32_t group, uint64_t n)
{
    head(l, doc, group);
    number(l, WORDS);
    number(l, n);
}

/* ---- reading ---------------------------------------------------------------------------------- */

static bool more(sia_ledger_reader *r)
{
    const chunk *c = r->chunk;
    while (c && r->off == c->n) {
        c = c->next;
        r->off = 0;
    }
    r->chunk = c;
    return c;
}

static uint64_t take(sia_ledger_reader *r)
{
    uint64_t x = 0;
    if (!more(r)) return 0;
    const unsigned char *p = ((const chunk *)r->chunk)->v + r->off, *const from = p;
    for (unsigned by = 0; ; by += 7) {
        x |= (uint64_t)(*p & 127) << by;
        if (!(*p++ & 128)) break;
    }
    r->off += (uint32_t)(p - from);
    return x;
}

/* Past heads, to the next entry, whose number is looked at and not taken. */
static void settle(sia_ledger_reader *r)
{
    while (more(r) && ((const chunk *)r->chunk)->v[r->off] == HEAD) {
        (void)take(r);
        r->doc = (uint32_t)take(r);
        r->group = (uint32_t)take(r);
    }
    r->at = r->chunk ? r->doc : UINT32_MAX;
}

sia_ledger_reader sia_ledger_read(const sia_ledger *l)
{
    sia_ledger_reader r = { .chunk = l->first, .placed = l->placed };
    settle(&r);
    return r;
}

static bool places(sia_ledger_reader *r, uint64_t n, sia_arena *a)
{
    if (n > r->room) {
        r->places = sia_alloc_raw(a, sizeof *r->places, n * 2);
        r->room = r->places ? n * 2 : 0;
        if (!r->places) return false;
    }
    for (uint64_t i = 0, at = 0; i < n; i++) r->places[i] = at += take(r);
    return true;
}

bool sia_ledger_next(sia_ledger_reader *r, sia_record *e, sia_arena *a)
{
    if (r->at == UINT32_MAX) return false;
    const uint64_t what = take(r), n = take(r);
    *e = (sia_record){ .doc = r->doc, .group = r->group, .is_words = what == WORDS, .count = n };
    if (!e->is_words) e->item = (uint32_t)(what - FIRST_ITEM);
    if (!e->is_words && r->placed && !places(r, n, a)) return false;
    if (!e->is_words && r->placed) e->places = r->places;
    settle(r);
    return true;
}
