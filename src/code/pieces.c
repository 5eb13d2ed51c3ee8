/* Pieces: of the letters that each match of a regex has inside, the longest row without a gap lies in one word of the text,
 * and in its form in small letters. Where a form has the first three letters of a piece, the piece is compared:
 *
 *     \w*bagi[- ]bagi(kan)?      piece "bagi"       membagi, pembagian
 *     (?:men)?dukung             piece "dukung"     pendukung */
#include "pieces.h"

enum { BUCKETS = 1024 };

typedef struct { uint8_t n; uint32_t regex; char p[SIA_REQUIRED_MOST]; } piece;
struct sia_pieces { SIA_VEC(piece) by[BUCKETS]; };           /* by their first three letters */

static uint32_t bucket(const char *p)
{
    const uint32_t x = (uint32_t)(unsigned char)p[0] << 16 | (uint32_t)(unsigned char)p[1] << 8 | (unsigned char)p[2];
    return (x * 0x9E3779B1u >> 16) % BUCKETS;
}

sia_pieces *sia_pieces_new(sia_arena *a) { return sia_new(a, sia_pieces, 1); }

/* The longest row of letters, in small ones. */
static piece piece_of(const sia_literal *x)
{
    piece best = { .n = 0 };
    for (uint32_t i = 0, n; i < x->n; i += n ? n : 1) {
        for (n = 0; i + n < x->n && sia_is_letter(x->p[i + n]); n++);
        if (n <= best.n) continue;
        best.n = (uint8_t)n;
        for (uint32_t k = 0; k < n; k++) best.p[k] = (char)(x->p[i + k] | 0x20);
    }
    return best;
}

bool sia_pieces_add(sia_pieces *p, const sia_literal *inside, uint32_t regex, sia_arena *a)
{
    piece x = piece_of(inside);
    if (x.n < SIA_PIECE_LEAST) return false;
    x.regex = regex;
    sia_push(a, &p->by[bucket(x.p)], x);
    return true;
}

bool sia_pieces_tell(const sia_pieces *p, sia_str form, uint32_t *told, uint32_t stamp)
{
    bool any = false;
    for (size_t i = 0; i + SIA_PIECE_LEAST <= form.n; i++) {
        const uint32_t b = bucket(form.p + i);
        for (uint32_t k = 0; k < p->by[b].n; k++) {
            const piece *x = &p->by[b].v[k];
            if (x->n > form.n - i || memcmp(x->p, form.p + i, x->n)) continue;
            if (!told) return true;
            told[x->regex] = stamp;
            any = true;
        }
    }
    return any;
}

bool sia_pieces_sure(sia_str form)
{
    uint32_t letters = 0;
    if (sia_is_ascii(form)) return true;
    for (size_t i = 0; i < form.n; i++) letters += sia_is_letter(form.p[i]);
    return letters + 1 < SIA_PIECE_LEAST;
}
