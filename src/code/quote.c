/* Quotes: where a passage that a person copied stands in a text. Line breaks, hyphens, marks and letter case do not count;
 * where the copy is not exact, the nearest passage within a tenth of its letters. */
#include <siasat/code.h>

enum { LONGEST = 400 };                                      /* letters of a quote compared letter by letter */

/* Letters and digits of a text, folded, and where each came from. */
typedef struct { int32_t *c; uint32_t *at; uint32_t n; } letters;

static bool counts(int32_t c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c >= 0x80; }

/* One entry more than letters: where the last one ends. */
static letters letters_of(sia_str s, uint32_t base, sia_arena *a)
{
    letters l = { sia_alloc_raw(a, sizeof *l.c, s.n + 1), sia_alloc_raw(a, sizeof *l.at, s.n + 2), 0 };
    if (!l.c || !l.at) return (letters){ 0 };
    for (uint32_t i = 0, len; i < s.n; i += len) {
        char folded[16];
        int32_t c = sia_utf8_at(s.p + i, &len);
        if (c >= 'A' && c <= 'Z') c += 32;
        else if (c >= 0x80 && sia_fold_into(folded, (sia_str){ s.p + i, len })) c = sia_utf8_at(folded, &(uint32_t){ 0 });
        const bool mark = c >= 0x2010 && c <= 0x203A;        /* dashes, quotes, bullets, dots */
        if (!counts(c) || mark || c == 0xA0 || c == 0xAD) continue;
        l.at[l.n] = base + i;
        l.c[l.n++] = c;
        l.at[l.n] = base + i + len;
    }
    return l;
}

/* Where the letters of q stand first in t; t->n: nowhere. Linear on texts that are not made to be slow. */
static uint32_t exact(const letters *t, const letters *q)
{
    for (uint32_t i = 0; i + q->n <= t->n; i++)
        if (t->c[i] == q->c[0] && !memcmp(t->c + i, q->c, q->n * sizeof *q->c)) return i;
    return t->n;
}

typedef struct { uint32_t cost, from; } cell;                /* of the best way to here, and where in the text it began */

static cell cheaper(cell a, cell b) { return b.cost < a.cost ? b : a; }

/* The passage with the fewest letters changed, added or lost (Sellers 1980); false: more than a tenth of them. */
static bool nearest(const letters *t, const letters *q, uint32_t *from, uint32_t *to, sia_arena *a)
{
    cell *row = sia_alloc_raw(a, sizeof *row, (size_t)q->n + 1);
    cell best = { q->n / 10 + 1, 0 };
    if (!row) return false;
    for (uint32_t k = 0; k <= q->n; k++) row[k] = (cell){ k, 0 };
    for (uint32_t i = 0; i < t->n; i++) {
        cell diagonal = row[0];
        row[0] = (cell){ 0, i + 1 };
        for (uint32_t k = 1; k <= q->n; k++) {
            const cell changed = { diagonal.cost + (t->c[i] != q->c[k - 1]), diagonal.from };
            const cell added = { row[k].cost + 1, row[k].from }, lost = { row[k - 1].cost + 1, row[k - 1].from };
            diagonal = row[k];
            row[k] = cheaper(cheaper(changed, added), lost);
        }
        if (row[q->n].cost < best.cost) {
            best = row[q->n];
            *to = i + 1;
        }
    }
    *from = best.from;
    return best.cost <= q->n / 10 && *to > best.from;
}

bool sia_doc_quote(const sia_doc *d, sia_span within, sia_str quote, sia_span *found, bool *is_exact)
{
    const letters t = letters_of(sia_cut(d->text.s, within), within.off, d->arena), q = letters_of(quote, 0, d->arena);
    if (!t.n || !q.n) return false;
    uint32_t from = exact(&t, &q), to = from + q.n;
    *is_exact = from < t.n;
    if (!*is_exact && (q.n > LONGEST || !nearest(&t, &q, &from, &to, d->arena))) return false;
    const uint32_t end = t.at[to - 1];                        /* the last letter's own end: the next one may stand far off */
    uint32_t len;
    sia_utf8_at(d->text.s.p + end, &len);
    *found = (sia_span){ t.at[from], end + len - t.at[from] };
    return true;
}
