/* Hashes of all roots, whole and with a gap where one of their letters is: bits that are part of the root table. */
#ifndef SIASAT_TEXT_GAPS_H
#define SIASAT_TEXT_GAPS_H
#include "candidate.h"

/* A word's hash is the sum of its letters times the powers of an odd number, so that a piece of a form has its own by a
 * subtraction and a multiplication; with a gap at its letter i, that letter counts nothing and i counts GAP_PLACE. Each hash sets
 * two bits: of the words that are not in a set, one in a hundred is taken for one that is. */
enum { GAP_LONGEST = 62 };
#define GAP_ROLL  0x9E3779B97F4A7C15u
#define GAP_UNROLL 0xF1DE83E19937733Du      /* its inverse                                           */
#define GAP_PLACE 0xD1B54A32D192ED03u

/* What a root is looked for as is added to the hash: the whole word but for clitics, or (how 0: no prefix, 1: prefixes, 2:
 * prefixes that melted its first letter away) with this suffix. */
#define BARE 0u
#define AFFIXED(how, suffix) ((1u + (how) * SUFFIXES + (suffix)) * 0xA0761D6478BD642Fu)

#define BIT(i) ((uint64_t)1 << (i))

static inline bool gap_has(const uint64_t *set, unsigned bits, uint64_t hash)
{
    uint64_t h = (hash ^ hash >> 32) * 0xD6E8FEB86659FD93u;
    h ^= h >> 29;
    const uint64_t i = h >> (64 - bits), k = h & (BIT(bits) - 1);
    return set[i / 64] >> (i % 64) & set[k / 64] >> (k % 64) & 1;
}

/* The two sets of a table side by side: 2^gap_bits bits of hashes with a gap, a quarter as many of whole ones. */
static inline unsigned whole_bits(unsigned gap_bits) { return gap_bits - 2; }
static inline size_t   gaps_words(unsigned gap_bits) { return ((size_t)1 << gap_bits) / 64 + ((size_t)1 << whole_bits(gap_bits)) / 64; }
unsigned gaps_bits(uint32_t entries);   /* for a table of so many: some 256 bits each            */

/* Adds all entries of a table to sets of that size. Some 20 million instructions for ours. */
void gaps_add(uint64_t *sets, unsigned gap_bits, const root_table *t);
#endif
