/* Begins: of regexes whose first letters are known a form is compared with those; of the others, by its first byte. Folding takes
 * capitals from a word and makes ASCII of some letters that were not, so what a surface allows its form must allow too:
 *
 *     regex                  known           forms it may begin with
 *     \bstrategi\s+ofensif   word "strategi" strategi, strategi-strategi
 *     \bvisi[- ]*misi        "visi"          visi, visioner
 *     (?:men)?dukung         first byte m,d  all of m and d
 *     caf\w+                 "caf"           caf..., and all with letters beyond ASCII whose first byte may begin a regex */
#include "begins.h"

enum { BUCKETS = 1024, LETTERS = 3, PAIRS = 1 << 10, WORDS = 1 << 14 };

struct sia_begins {
    bool known[256], unknown[256];                           /* first bytes of surfaces, for regexes whose letters are known, and others */
    bool words[WORDS];                                       /* by the hash of a word that matches begin with */
    bool pairs[PAIRS];                                       /* first two letters of those in buckets */
    SIA_VEC(const sia_literal *) starts[BUCKETS];            /* by their first three letters; [0]: those of fewer, or with a gap among them */
};

static uint32_t pair(const char *p) { return (uint32_t)(p[0] & 31) << 5 | (uint32_t)(p[1] & 31); }

/* Of the first three letters; a capital lies with its small letter. */
static uint32_t bucket(const char *p, size_t n)
{
    uint32_t x = 0;
    for (size_t i = 0; i < LETTERS; i++) {
        if (i == n || p[i] == SIA_LITERAL_GAP) return 0;
        x = x << 8 | ((unsigned char)p[i] | 0x20u);
    }
    return 1 + (x * 0x9E3779B1u >> 16) % (BUCKETS - 1);
}

sia_begins *sia_begins_new(sia_arena *a) { return sia_new(a, sia_begins, 1); }

void sia_begins_add(sia_begins *b, const sia_required *has, const bool may[256], sia_arena *a)
{
    const sia_literal *start = &has->start;
    const uint32_t word = sia_required_word(has), at = bucket(start->p, start->n);
    bool *may_begin = start->n ? b->known : b->unknown;
    for (uint32_t c = 0; c < 256; c++) may_begin[c] |= may[c];
    if (word) b->words[sia_word_hash((sia_str){ start->p, word }, &(size_t){ 0 }) % WORDS] = true;
    if (!start->n || word) return;
    if (at) b->pairs[pair(start->p)] = true;
    sia_push(a, &b->starts[at], start);
}

/* Does a first byte allow it that a surface may have where the form has this one? */
static bool allows(const bool may[256], unsigned char first)
{
    if (may[first] || (first >= 'a' && first <= 'z' && may[first - 32])) return true;
    if (first < 0x80 && !strchr("iks'", first)) return false;
    for (uint32_t c = 0x80; c < 256; c++) if (may[c]) return true;
    return false;
}

static bool begun_in(const sia_begins *b, uint32_t bucket, sia_str form)
{
    for (uint32_t i = 0; i < b->starts[bucket].n; i++) if (sia_literal_begun(b->starts[bucket].v[i], form)) return true;
    return false;
}

bool sia_begins_known(const sia_begins *b, sia_str form)
{
    if (!form.n) return true;
    const unsigned char first = (unsigned char)form.p[0];
    if (form.n == 1 || !sia_is_ascii(form)) return allows(b->known, first);
    size_t word;
    const uint32_t hash = sia_word_hash(form, &word);
    if (word && b->words[hash % WORDS]) return true;
    if (form.n < LETTERS && b->pairs[pair(form.p)]) return true;
    const uint32_t at = bucket(form.p, form.n);
    return begun_in(b, 0, form) || (at && begun_in(b, at, form));
}

bool sia_begins_unknown(const sia_begins *b, sia_str form)
{
    return !form.n || allows(b->unknown, (unsigned char)form.p[0]);
}
