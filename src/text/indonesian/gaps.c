/* Gaps: what the hashes of the roots are made of. */
#include "gaps.h"

typedef struct { uint64_t *gaps, *wholes; unsigned bits; } sets;

static void put(uint64_t *set, unsigned bits, uint64_t hash)
{
    uint64_t h = (hash ^ hash >> 32) * 0xD6E8FEB86659FD93u;
    h ^= h >> 29;
    const uint64_t i = h >> (64 - bits), k = h & (BIT(bits) - 1);
    set[i / 64] |= BIT(i % 64);
    set[k / 64] |= BIT(k % 64);
}

static void add(const sets *to, const char *p, size_t n, uint64_t kind)
{
    uint64_t whole = kind, power = 1;
    for (size_t i = 0; i < n; i++, power *= GAP_ROLL) whole += power * (unsigned char)p[i];
    put(to->wholes, whole_bits(to->bits), whole);
    power = 1;
    for (size_t i = 0; i < n; i++, power *= GAP_ROLL) put(to->gaps, to->bits, whole - power * (unsigned char)p[i] + i * GAP_PLACE);
}

/* The classes of affixes that have this suffix, and a prefix or none: bits of root.licence. */
static uint64_t classes(bool prefixed, unsigned suffix)
{
    uint64_t out = prefixed ? 0 : licence_bit(MEN, NONE, suffix);          /* lihatkan is of melihatkan's class */
    for (unsigned outer = prefixed ? DI : NONE; outer < (prefixed ? PREFIXES : DI); outer++)
        for (unsigned inner = NONE; inner < PREFIXES; inner++) out |= licence_bit(outer, inner, suffix);
    return out;
}

unsigned gaps_bits(uint32_t entries)
{
    unsigned bits = 8;
    while (bits < 32 && (uint64_t)1 << bits < (uint64_t)entries * 256) bits++;
    return bits;
}

void gaps_add(uint64_t *to, unsigned gap_bits, const root_table *t)
{
    const sets x = { to, to + ((size_t)1 << gap_bits) / 64, gap_bits };
    uint64_t with[2][SUFFIXES];
    for (unsigned k = 0; k < 2 * SUFFIXES; k++) with[k / SUFFIXES][k % SUFFIXES] = classes(k / SUFFIXES, k % SUFFIXES);
    for (uint32_t i = 0; i < t->n; i++) {
        const root *e = &t->entry[i];
        const char *p = t->strings + e->at;
        if (e->len > GAP_LONGEST) continue;
        add(&x, p, e->len, BARE);
        for (unsigned k = 0; k < SUFFIXES && e->licence; k++) {
            if (e->licence & with[0][k]) add(&x, p, e->len, AFFIXED(0, k));
            if (!(e->licence & with[1][k])) continue;
            add(&x, p, e->len, AFFIXED(1, k));
            if (e->len > 1 && memchr("pktsc", p[0], 5)) add(&x, p + 1, e->len - 1u, AFFIXED(2, k));
        }
    }
}
