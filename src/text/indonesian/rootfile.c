/* The root table as a file: a header, then entries, slots, settled keys, strings and hashes, as they lie in memory. */
#include "gaps.h"

typedef struct {
    char     magic[8];
    uint32_t order, version;            /* of bytes; of this layout                             */
    uint64_t sum;                       /* of all that follows it                               */
    uint32_t n, slots, frozen, strings;
} header;

enum { ORDER = 0x01020304, VERSION = 2 };
static const char magic[8] = "siaroot";

static size_t padded(size_t n) { return (n + 7) / 8 * 8; }

typedef struct { size_t entries, slots, frozen, strings, gaps, end; } layout;

static layout layout_of(const header *h)
{
    layout l = { .entries = sizeof *h };
    l.slots = l.entries + padded((size_t)h->n * sizeof(root));
    l.frozen = l.slots + padded((size_t)h->slots * sizeof(slot));
    l.strings = l.frozen + padded((size_t)h->frozen * sizeof(frozen));
    l.gaps = l.strings + padded(h->strings);
    l.end = l.gaps + gaps_words(gaps_bits(h->n)) * sizeof(uint64_t);
    return l;
}

/* Of n bytes, a multiple of 8: each word stirred in by a multiplication, after a turn that brings its high bits down. No
 * step loses anything, so that one changed word always changes the sum. */
static uint64_t checksum(const char *p, size_t n)
{
    uint64_t sum = n;
    for (size_t i = 0; i < n; i += 8) {
        uint64_t w;
        memcpy(&w, p + i, 8);
        sum ^= w;
        sum = (sum << 35 | sum >> 29) * 0x9E3779B97F4A7C15u;
    }
    return sum;
}

static const size_t summed = offsetof(header, sum) + sizeof(uint64_t);

sia_str rootfile_image(const root_table *t, sia_arena *a)
{
    header h = { .order = ORDER, .version = VERSION, .n = t->n, .slots = t->mask + 1, .frozen = t->n_frozen, .strings = t->n_strings };
    const layout l = layout_of(&h);
    char *p = sia_alloc(a, 1, l.end);
    if (!p) return (sia_str){ 0 };
    memcpy(h.magic, magic, sizeof magic);
    memcpy(p, &h, sizeof h);
    if (t->n) memcpy(p + l.entries, t->entry, t->n * sizeof *t->entry);
    memcpy(p + l.slots, t->slots, (t->mask + 1) * sizeof *t->slots);
    if (t->n_frozen) memcpy(p + l.frozen, t->frozen, t->n_frozen * sizeof *t->frozen);
    if (t->n_strings) memcpy(p + l.strings, t->strings, t->n_strings);
    gaps_add((uint64_t *)(void *)(p + l.gaps), gaps_bits(t->n), t);
    h.sum = checksum(p + summed, l.end - summed);
    memcpy(p, &h, sizeof h);
    return (sia_str){ p, l.end };
}

static bool inside(sia_span s, uint32_t n) { return s.off <= n && s.len <= n - s.off && s.len <= SIA_FORM_LONGEST; }

/* Whatever the file says, no look-up leaves it or runs for ever. */
static bool sound(const root_table *t)
{
    uint32_t empty = 0;
    if (t->mask & (t->mask + 1)) return false;
    for (uint32_t i = 0; i <= t->mask; i++) {
        if (t->slots[i].entry > t->n) return false;
        empty += !t->slots[i].entry;
    }
    for (uint32_t i = 0; i < t->n; i++) {
        const root *e = &t->entry[i];
        if (!e->len || !inside((sia_span){ e->at, e->len }, t->n_strings)) return false;
        if (e->flags & ROOT_FROZEN && e->frozen >= t->n_frozen) return false;
    }
    for (uint32_t i = 0; i < t->n_frozen; i++)
        if (!inside(t->frozen[i].norm, t->n_strings) || !inside(t->frozen[i].lemma, t->n_strings) || !inside(t->frozen[i].root, t->n_strings)) return false;
    return empty > 0;
}

sia_status rootfile_view(root_table *out, sia_str name, sia_str image, sia_err *err)
{
    header h = { 0 };
    if (image.n >= sizeof h) memcpy(&h, image.p, sizeof h);
    if (memcmp(h.magic, magic, sizeof magic)) return sia_fail(err, SIA_MSG_ROOTS_NONE, 0, name, "");
    if (h.order != ORDER || h.version != VERSION) return sia_fail(err, SIA_MSG_ROOTS_VERSION, 0, name, "");
    const layout l = layout_of(&h);
    if (l.end != image.n || !h.slots || h.sum != checksum(image.p + summed, l.end - summed)) return sia_fail(err, SIA_MSG_ROOTS_DAMAGED, 0, name, "");
    *out = (root_table){
        .entry = (const root *)(const void *)(image.p + l.entries), .slots = (const slot *)(const void *)(image.p + l.slots),
        .frozen = (const frozen *)(const void *)(image.p + l.frozen), .strings = image.p + l.strings,
        .gaps = (const uint64_t *)(const void *)(image.p + l.gaps), .gap_bits = gaps_bits(h.n),
        .n = h.n, .mask = h.slots - 1, .n_frozen = h.frozen, .n_strings = h.strings,
    };
    return sound(out) ? SIA_OK : sia_fail(err, SIA_MSG_ROOTS_DAMAGED, 0, name, "");
}
