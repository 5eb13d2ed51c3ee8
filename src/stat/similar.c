/* Texts that are one text: the same chapter as DOCX, as PDF and as a scan. Each text is boiled down to the least hashes of its
 * word triples (Broder 1997, "On the resemblance and containment of documents"), of which two texts share as large a part as
 * of all their triples. A scan of one chapter and a chapter that quotes another at length may share as much; but the scan does
 * so all over, and where each triple stands tells them apart. */
#include <siasat/stat.h>
#include <stdlib.h>

enum { TRIPLE = 3, ROOM = 4 * SIA_SKETCH_HASHES, FEWEST = 16, SHORT = 100, TENTHS = 10, SPREAD = 8 };
static const double threshold = 0.15, threshold_short = 0.5;

static uint64_t mix(uint64_t h)
{
    h = (h ^ h >> 32) * 0xD6E8FEB86659FD93u;
    h = (h ^ h >> 32) * 0xD6E8FEB86659FD93u;
    return h ^ h >> 32;
}

uint64_t sia_word_hash(sia_str s)
{
    uint64_t h = 0xCBF29CE484222325u;
    for (size_t i = 0; i < s.n; i++) h = (h ^ (unsigned char)s.p[i]) * 0x100000001B3u;
    return mix(h);
}

/* ---- one text ------------------------------------------------------------------------------------- */

static int by_hash(const void *x, const void *y)
{
    const sia_trace *a = x, *b = y;
    if (a->hash != b->hash) return a->hash < b->hash ? -1 : 1;
    return (a->tenth > b->tenth) - (a->tenth < b->tenth);
}

/* Rising, each hash once with its first place, SIA_SKETCH_HASHES at the most. */
static uint32_t settle(sia_trace *v, uint32_t n)
{
    uint32_t kept = 0;
    qsort(v, n, sizeof *v, by_hash);
    for (uint32_t i = 0; i < n && kept < SIA_SKETCH_HASHES; i++)
        if (!kept || v[i].hash != v[kept - 1].hash) v[kept++] = v[i];
    return kept;
}

/* The least hashes of those below `limit`. */
static uint32_t least(const uint64_t *word, size_t n, uint64_t limit, sia_trace v[ROOM])
{
    uint32_t met = 0;
    for (size_t i = 0; i + TRIPLE <= n; i++) {
        const uint64_t h = mix(word[i] * 3 + word[i + 1] * 5 + word[i + 2] * 7);
        if (h >= limit) continue;
        v[met++] = (sia_trace){ h, (uint8_t)(i * TENTHS / n) };
        if (met < ROOM) continue;
        met = settle(v, met);
        if (met == SIA_SKETCH_HASHES) limit = v[met - 1].hash;
    }
    return met ? settle(v, met) : 0;
}

/* Hashes are spread evenly: below this share of all there are half as many again as are wanted, so that few are ever sorted.
 * Where triples repeat and they do not suffice, all are looked at. */
void sia_sketch_of(const uint64_t *word, size_t n, sia_sketch *out)
{
    sia_trace v[ROOM];
    const uint64_t limit = n > 2 * SIA_SKETCH_HASHES ? UINT64_MAX / n * (SIA_SKETCH_HASHES + SIA_SKETCH_HASHES / 2) : UINT64_MAX;
    out->n = least(word, n, limit, v);
    if (out->n < SIA_SKETCH_HASHES && limit != UINT64_MAX) out->n = least(word, n, UINT64_MAX, v);
    memcpy(out->v, v, out->n * sizeof *v);
}

/* ---- two texts ------------------------------------------------------------------------------------ */

typedef struct { uint32_t both, seen, in[2][TENTHS]; } meeting;         /* in: what is common by tenth of either text */

/* Over the least hashes of both together, which are a sample of all. */
static meeting meet(const sia_sketch *a, const sia_sketch *b)
{
    meeting m = { 0 };
    for (uint32_t i = 0, k = 0; m.seen < SIA_SKETCH_HASHES && (i < a->n || k < b->n); m.seen++) {
        if (k == b->n || (i < a->n && a->v[i].hash < b->v[k].hash)) i++;
        else if (i == a->n || b->v[k].hash < a->v[i].hash) k++;
        else {
            m.both++;
            m.in[0][a->v[i++].tenth]++;
            m.in[1][b->v[k++].tenth]++;
        }
    }
    return m;
}

/* Most tenths must have a quarter at least of what they would have if all was spread evenly: a few triples any two texts share. */
static bool spread(const meeting *m, int of)
{
    uint32_t n = 0;
    for (int i = 0; i < TENTHS; i++) n += m->in[of][i] && 4 * TENTHS * m->in[of][i] >= m->both;
    return n >= SPREAD;
}

double sia_resemblance(const sia_sketch *a, const sia_sketch *b)
{
    const meeting m = meet(a, b);
    return m.seen ? (double)m.both / m.seen : 0;
}

bool sia_same_text(const sia_sketch *a, const sia_sketch *b)
{
    const uint32_t fewer = a->n < b->n ? a->n : b->n;
    const meeting m = meet(a, b);
    if (fewer < FEWEST) return false;
    if ((double)m.both < (fewer < SHORT ? threshold_short : threshold) * m.seen) return false;
    return fewer < SHORT || (spread(&m, 0) && spread(&m, 1));
}

/* ---- many texts ------------------------------------------------------------------------------------ */

/* Of a text only this is kept: its hashes, one behind the other. */
typedef struct { uint64_t hash; uint32_t text : 28, tenth : 4, next; } posting;         /* next: 1 + the next of the same slot */
typedef struct { uint32_t first, n, number; } known;                     /* its postings; what it is to the caller */

struct sia_twins {
    sia_arena *a;
    SIA_VEC(known) texts;               /* those that are nobody's twin */
    SIA_VEC(posting) postings;
    uint32_t *slot, mask;               /* by hash: 1 + its first posting */
    SIA_VEC(uint32_t) shared, met;      /* by text: hashes shared with the one at hand; texts that share some */
};

enum { FIRST_SLOTS = 1024, MOST_TEXTS = 1 << 28 };

sia_twins *sia_twins_new(sia_arena *a)
{
    sia_twins *t = sia_new(a, sia_twins, 1);
    if (t) *t = (sia_twins){ .a = a, .slot = sia_new(a, uint32_t, FIRST_SLOTS), .mask = FIRST_SLOTS - 1 };
    return t && t->slot ? t : NULL;
}

static bool grow(sia_twins *t)
{
    const uint32_t mask = t->mask * 2 + 1;
    uint32_t *slot = sia_new(t->a, uint32_t, (size_t)mask + 1);
    if (!slot) return false;
    for (uint32_t i = 0; i < t->postings.n; i++) {
        posting *p = &t->postings.v[i];
        p->next = slot[p->hash & mask];
        slot[p->hash & mask] = i + 1;
    }
    sia_give_back(t->a, t->slot, sizeof *t->slot, (size_t)t->mask + 1);
    t->slot = slot;
    t->mask = mask;
    return true;
}

static bool add(sia_twins *t, const sia_sketch *s, uint32_t number)
{
    const uint32_t text = t->texts.n;
    if (text == MOST_TEXTS) return true;
    sia_append(t->a, &t->texts, (known){ t->postings.n, s->n, number });
    sia_append(t->a, &t->shared, 0);
    for (uint32_t i = 0; i < s->n; i++) {
        if (t->postings.n > t->mask && !grow(t)) return false;
        const uint64_t h = s->v[i].hash;
        sia_append(t->a, &t->postings, (posting){ h, text & (MOST_TEXTS - 1), s->v[i].tenth & 15u, t->slot[h & t->mask] });
        if (!sia_arena_ok(t->a)) return false;
        t->slot[h & t->mask] = t->postings.n;
    }
    return sia_arena_ok(t->a);
}

static bool same_as(const sia_twins *t, const known *text, const sia_sketch *s)
{
    sia_sketch it = { .n = text->n };
    for (uint32_t i = 0; i < text->n; i++) {
        const posting *p = &t->postings.v[text->first + i];
        it.v[i] = (sia_trace){ p->hash, p->tenth };
    }
    return sia_same_text(&it, s);
}

/* What shares fewer hashes than this with a text cannot resemble it enough. */
static uint32_t fewest_shared(const sia_sketch *s) { return s->n < SHORT ? (s->n + 2) / 3 : SIA_SKETCH_HASHES / 16; }

/* Counts what each known text shares, and lists those that share anything: no other is looked at, however many are known. */
static void share(sia_twins *t, uint64_t hash)
{
    for (uint32_t p = t->slot[hash & t->mask]; p; p = t->postings.v[p - 1].next) {
        const posting *it = &t->postings.v[p - 1];
        if (it->hash == hash && !t->shared.v[it->text]++) sia_append(t->a, &t->met, it->text);
    }
}

uint32_t sia_twins_meet(sia_twins *t, const sia_sketch *s, uint32_t number)
{
    uint32_t first = UINT32_MAX;
    t->met.n = 0;
    for (uint32_t i = 0; i < s->n; i++) share(t, s->v[i].hash);
    for (uint32_t i = 0; i < t->met.n; i++) {
        const uint32_t text = t->met.v[i];
        if (text < first && t->shared.v[text] >= fewest_shared(s) && same_as(t, &t->texts.v[text], s)) first = text;
        t->shared.v[text] = 0;
    }
    if (first != UINT32_MAX) return t->texts.v[first].number;
    if (s->n >= FEWEST) (void)add(t, s, number);
    return UINT32_MAX;
}
