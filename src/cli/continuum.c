/* Marked places of all documents, on one line of code points. */
#include "continuum.h"

/* Where each sentence begins and how long it is, in the document and (at) on the line. */
typedef struct { uint64_t start, len, at; } stretch_of_text;

static stretch_of_text *lay_out(continuum *c, sia_doc *d)
{
    stretch_of_text *v = sia_new(d->arena, stretch_of_text, d->sentences.n + 1u);
    for (uint32_t i = 0; v && i < d->sentences.n; i++) {
        if (!d->sentences.v[i].counted) continue;
        const sia_span raw = sia_text_raw(&d->text, d->sentences.v[i].span);
        v[i].start = sia_text_point(&d->text, raw.off);
        v[i].len = sia_text_point(&d->text, sia_end(raw)) - v[i].start;
        v[i].at = c->length;
        c->length += v[i].len;
    }
    return v;
}

static coder_stretches *of_code(continuum *c, uint32_t code, sia_arena *a)
{
    while (c->by_code.n <= code) {
        const uint32_t before = c->by_code.n;
        sia_push(a, &c->by_code, (coder_stretches){ 0 });
        if (c->by_code.n == before) return NULL;
    }
    return &c->by_code.v[code];
}

static void put(stretches *to, sia_stretch s, sia_arena *a)
{
    sia_stretch *last = to->n ? &to->v[to->n - 1] : NULL;
    if (!last || last->start + last->len <= s.start) sia_push(a, to, s);
    else if (s.start + s.len > last->start + last->len) last->len = s.start + s.len - last->start;
}

static bool add_mark(continuum *c, sia_lex *numbers, const stretch_of_text *v, const mark *m, unsigned coder, sia_arena *a)
{
    const stretch_of_text *in = &v[m->sentence];
    const uint64_t from = m->start - in->start, most = in->len - from;
    const sia_id code = sia_lex_id(numbers, m->category);
    coder_stretches *to = code ? of_code(c, code - 1, a) : NULL;
    if (!to) return false;
    put(&to->of[coder], (sia_stretch){ in->at + from, m->end - m->start < most ? m->end - m->start : most }, a);
    return true;
}

bool continuum_add(continuum *c, sia_lex *numbers, sia_doc *d, const marks *by[2], sia_arena *a)
{
    const stretch_of_text *v = lay_out(c, d);
    if (!v) return false;
    for (unsigned coder = 0; coder < 2; coder++)
        for (uint32_t i = 0; i < by[coder]->n; i++)
            if (by[coder]->v[i].counted && !add_mark(c, numbers, v, &by[coder]->v[i], coder, a)) return false;
    return sia_arena_ok(a);
}

bool continuum_of(const continuum *c, uint32_t code, sia_unitizing *out, sia_arena *a)
{
    static const coder_stretches none;
    const coder_stretches *s = code < c->by_code.n ? &c->by_code.v[code] : &none;
    return sia_unitizing_of(out, s->of[0].v, s->of[0].n, s->of[1].v, s->of[1].n, c->length, a);
}
