/* Who stands near whom: pairs of places within a span of words. */
#include <siasat/stat.h>

enum { FIRST_SLOTS = 1024, FIRST_ITEMS = 64 };

typedef struct { uint64_t hits, window, seen; } standing_item;           /* seen: the last place in whose span it was counted */

struct sia_near {
    sia_arena *a;
    uint64_t words, places;             /* of all stretches */
    standing_item *item;
    size_t items;                       /* room in `item` */
    sia_near_pair *slots;               /* count 0: free */
    size_t mask, used;
};

sia_near *sia_near_new(sia_arena *a)
{
    sia_near *c = sia_new(a, sia_near, 1);
    if (c) c->a = a;
    return c;
}

/* ---- room ------------------------------------------------------------------------------------------ */

static bool room_for_item(sia_near *c, uint32_t item)
{
    if (item < c->items) return true;
    size_t to = c->items ? c->items : FIRST_ITEMS;
    while (to <= item) to *= 2;
    standing_item *v = sia_new(c->a, standing_item, to);
    if (!v) return false;
    if (c->items) memcpy(v, c->item, c->items * sizeof *v);
    sia_give_back(c->a, c->item, sizeof *v, c->items);
    c->item = v;
    c->items = to;
    return true;
}

static sia_near_pair *look(sia_near_pair *slots, size_t mask, uint32_t a, uint32_t b)
{
    uint64_t x = ((uint64_t)a << 32 | b) * 0x9E3779B97F4A7C15u;
    x = (x ^ x >> 32) * 0xD6E8FEB86659FD93u;
    size_t i = (size_t)(x ^ x >> 32) & mask;
    while (slots[i].count && (slots[i].a != a || slots[i].b != b)) i = (i + 1) & mask;
    return &slots[i];
}

static bool room_for_pair(sia_near *c)
{
    if (c->slots && c->used <= c->mask / 2) return true;
    const size_t n = c->slots ? (c->mask + 1) * 2 : FIRST_SLOTS;
    sia_near_pair *to = sia_new(c->a, sia_near_pair, n);
    if (!to) return false;
    for (size_t i = 0; c->slots && i <= c->mask; i++)
        if (c->slots[i].count) *look(to, n - 1, c->slots[i].a, c->slots[i].b) = c->slots[i];
    if (c->slots) sia_give_back(c->a, c->slots, sizeof *to, c->mask + 1);
    c->slots = to;
    c->mask = n - 1;
    return true;
}

static void add(sia_near *c, uint32_t a, uint32_t b, uint64_t count, uint64_t weight)
{
    if (!room_for_pair(c)) return;
    sia_near_pair *p = look(c->slots, c->mask, a, b);
    if (!p->count) {
        *p = (sia_near_pair){ a, b, 0, 0 };
        c->used++;
    }
    p->count += count;
    p->weight += weight;
}

/* ---- counting -------------------------------------------------------------------------------------------- */

/* Words from a to b, 0 where they overlap or b is out of the span. */
static uint32_t distance(const sia_span_rule *rule, const sia_near_place *a, const sia_near_place *b)
{
    if (b->first > a->last) return b->first - a->last <= rule->right ? b->first - a->last : 0;
    if (b->last < a->first) return a->first - b->last <= rule->left ? a->first - b->last : 0;
    return 0;
}

static void meet(sia_near *c, const sia_span_rule *rule, const sia_near_place *a, const sia_near_place *b)
{
    const uint32_t d = distance(rule, a, b);
    if (!d || (a->item == b->item && !rule->self)) return;
    standing_item *x = &c->item[b->item];
    const bool again = rule->per_hit && x->seen == c->places;
    x->seen = c->places;
    add(c, a->item, b->item, !again, SIA_NEAR_UNIT / d);     /* again: the pair is there */
}

/* How many words the longest place takes: none that begins further before can reach a span. */
static uint32_t longest(const sia_near_place *v, uint32_t n)
{
    uint32_t most = 0;
    for (uint32_t i = 0; i < n; i++) if (v[i].last - v[i].first > most) most = v[i].last - v[i].first;
    return most;
}

static uint32_t window(const sia_span_rule *rule, const sia_near_place *a, uint32_t words)
{
    const uint32_t before = a->first, behind = words - 1 - a->last;
    return (before < rule->left ? before : rule->left) + (behind < rule->right ? behind : rule->right);
}

static void count_place(sia_near *c, const sia_span_rule *rule, const sia_near_place *v, uint32_t n, uint32_t i, uint32_t reach)
{
    c->places++;
    for (uint32_t k = i; k-- > 0 && v[k].first + reach >= v[i].first; ) meet(c, rule, &v[i], &v[k]);
    for (uint32_t k = i + 1; k < n && v[k].first <= v[i].last + rule->right; k++) meet(c, rule, &v[i], &v[k]);
}

void sia_near_stretch(sia_near *c, const sia_span_rule *rule, const sia_near_place *v, uint32_t n, uint32_t words)
{
    const uint32_t reach = rule->left + longest(v, n);
    c->words += words;
    for (uint32_t i = 0; i < n; i++) {
        if (!room_for_item(c, v[i].item)) return;
        c->item[v[i].item].hits++;
        c->item[v[i].item].window += window(rule, &v[i], words);
    }
    for (uint32_t i = 0; i < n; i++) count_place(c, rule, v, n, i, reach);
}

void sia_near_merge(sia_near *into, const sia_near *from, const uint32_t *to)
{
    into->words += from->words;
    for (size_t i = 0; i < from->items; i++) {
        if (!from->item[i].hits) continue;
        const uint32_t at = to ? to[i] : (uint32_t)i;
        if (!room_for_item(into, at)) return;
        into->item[at].hits += from->item[i].hits;
        into->item[at].window += from->item[i].window;
    }
    for (size_t i = 0; from->slots && i <= from->mask; i++) {
        const sia_near_pair *p = &from->slots[i];
        if (p->count) add(into, to ? to[p->a] : p->a, to ? to[p->b] : p->b, p->count, p->weight);
    }
}

/* ---- reading ------------------------------------------------------------------------------------------------ */

uint64_t sia_near_words(const sia_near *c) { return c->words; }
uint64_t sia_near_hits(const sia_near *c, uint32_t item) { return item < c->items ? c->item[item].hits : 0; }
uint64_t sia_near_window(const sia_near *c, uint32_t item) { return item < c->items ? c->item[item].window : 0; }
size_t   sia_near_pairs(const sia_near *c) { return c->used; }

sia_near_pair *sia_near_list(const sia_near *c, sia_arena *a)
{
    const size_t n = c->used;
    sia_near_pair *out = sia_alloc_raw(a, sizeof *out, n + 1);
    sia_keyed *k = sia_alloc_raw(a, sizeof *k, n + 1), *spare = sia_alloc_raw(a, sizeof *spare, n + 1);
    if (!out || !k || !spare) return NULL;
    size_t m = 0;
    for (size_t i = 0; c->slots && i <= c->mask; i++)
        if (c->slots[i].count) k[m++] = (sia_keyed){ (uint64_t)c->slots[i].a << 32 | c->slots[i].b, i };
    k = sia_radix_sort(k, spare, n);
    for (size_t i = 0; i < n; i++) out[i] = c->slots[k[i].with];
    return out;
}
