/* --of: what is counted, where it stands, and what it is called. */
#include "items.h"

enum { MOST_WORKERS = 64, UNKNOWN = 0, STOP = 1, CONTENT = 2 };

struct stop_memo { uint8_t *v; uint32_t n; };                /* by form id: UNKNOWN, STOP or CONTENT */

/* ---- opening ---------------------------------------------------------------------------------- */

static void number_terms(items *it, const session *s, sia_lex *codes)
{
    uint32_t at = 0;
    for (uint32_t b = 0; b < s->n_books; b++)
        for (uint32_t i = 0; i < sia_codebook_terms(s->books[b]); i++, at++) {
            it->term[at] = sia_codebook_term(s->books[b], i);
            const sia_category *c = sia_codebook_category(s->books[b], it->term[at]->category);
            sia_id id = sia_lex_id(codes, c->code);
            if (!id) return;
            it->category_of[at] = id - 1;
            if (!it->category[id - 1]) it->category[id - 1] = c;
        }
    it->n_categories = sia_lex_size(codes);
}

static sia_status open_terms(items *it, session *s, sia_err *err)
{
    uint32_t categories = 0;
    SIA_TRY(session_books(s, err));
    for (uint32_t b = 0; b < s->n_books; b++) {
        it->n_terms += sia_codebook_terms(s->books[b]);
        categories += sia_codebook_categories(s->books[b]);
    }
    sia_lex *codes = sia_lex_new(s->arena);
    it->term = sia_new(s->arena, const sia_term *, it->n_terms + 1);
    it->category_of = sia_new(s->arena, uint32_t, it->n_terms + 1);
    it->category = sia_new(s->arena, const sia_category *, categories + 1);
    if (codes && it->term && it->category_of && it->category) number_terms(it, s, codes);
    return sia_arena_ok(s->arena) ? SIA_OK : sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
}

sia_status items_open(items *it, session *s, run_upto *upto, sia_err *err)
{
    *it = (items){ .of = (item_kind)s->set.of };
    *upto = items_are_forms(it) ? UPTO_TOKENS : UPTO_HITS;
    it->memo = sia_new(s->arena, struct stop_memo, MOST_WORKERS);
    if (!it->memo) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    it->unknown = s->set.unknown;
    if (it->unknown && !items_are_forms(it)) return sia_fail(err, SIA_MSG_UNKNOWN_OF, 0, SIA_STR(""), "%s", it->of == OF_TERM ? "term" : "category");
    if (!items_are_forms(it)) return open_terms(it, s, err);
    if (it->of != OF_WORD || it->unknown) SIA_TRY(morphs_open(&it->m, s, err));
    if (s->set.hits) return sia_fail(err, SIA_MSG_REVIEW_NEEDS, 0, SIA_STR("--hits"), "--of word");
    SIA_TRY(session_stops(s, NULL, err));
    it->stops = s->stops;
    return SIA_OK;
}

/* ---- occurrences --------------------------------------------------------------------------------- */

static bool memo_room(struct stop_memo *m, const sia_lex *lex, sia_arena *a)
{
    uint32_t need = sia_lex_size(lex) + 1;
    if (need <= m->n) return true;
    uint32_t n = need * 2;
    uint8_t *v = sia_new(a, uint8_t, n);
    if (!v) return false;
    if (m->n) memcpy(v, m->v, m->n);
    *m = (struct stop_memo){ v, n };
    return true;
}

/* Every key is worked out before anything is counted, so that the lex grows no more. */
static bool keys_ready(items *it, run *r, unsigned worker, const sia_doc *d)
{
    sia_morph *m = morphs_of(&it->m, r, worker, d->lex);
    for (uint32_t k = 0; m && k < d->tokens.n; k++)
        if (d->tokens.v[k].kind == SIA_WORD) sia_morph_keys(m, d->tokens.v[k].form);
    return m && sia_arena_ok(run_arena(r, worker));
}

bool items_ready(items *it, run *r, unsigned worker, const sia_doc *d)
{
    if (it->m.of && !keys_ready(it, r, worker, d)) return false;
    return !items_filtered(it) || memo_room(&it->memo[worker], d->lex, run_arena(r, worker));
}

sia_id items_key(const items *it, unsigned worker, const sia_token *t)
{
    const sia_keys k = keys_of_token(it->m.of[worker], t);
    return it->of == OF_NORM ? k.norm : it->of == OF_LEMMA ? k.lemma : k.root;
}

static bool left_out(const items *it, unsigned worker, const sia_lex *lex, const sia_token *t)
{
    if (it->unknown && (t->kind != SIA_WORD || sia_morph_keys(it->m.of[worker], t->form).standing != SIA_FORM_UNKNOWN)) return true;
    return it->stops && sia_stops_has(it->stops, sia_lex_str(lex, t->form));
}

bool items_stopped(const items *it, unsigned worker, const sia_lex *lex, const sia_token *t)
{
    if (!items_filtered(it)) return false;
    uint8_t *known = &it->memo[worker].v[t->form];
    if (*known == UNKNOWN) *known = left_out(it, worker, lex, t) ? STOP : CONTENT;
    return *known == STOP;
}

static bool words_of(items *it, run *r, unsigned worker, const sia_doc *d, occurrences *out)
{
    out->v = sia_alloc_raw(d->arena, sizeof *out->v, d->tokens.n);
    if (!out->v || !items_ready(it, r, worker, d)) return false;
    for (uint32_t i = 0; i < d->sentences.n; i++) {
        const sia_sentence *st = &d->sentences.v[i];
        for (uint32_t k = st->first; st->counted && k < st->first + st->n; k++) {
            const sia_token *t = &d->tokens.v[k];
            if (t->kind <= SIA_NUMBER && !items_stopped(it, worker, d->lex, t))
                out->v[out->n++] = (occurrence){ items_form(it, worker, t), k, i };
        }
    }
    return true;
}

bool items_of(items *it, run *r, unsigned worker, const sia_doc *d, occurrences *out)
{
    *out = (occurrences){ 0 };
    if (items_are_forms(it)) return words_of(it, r, worker, d, out);
    out->v = sia_alloc_raw(d->arena, sizeof *out->v, d->hits.n);
    for (uint32_t i = 0; out->v && i < d->hits.n; i++) {
        const sia_hit *h = &d->hits.v[i];
        uint32_t item = it->of == OF_TERM ? h->term : it->category_of[h->term];
        out->v[out->n++] = (occurrence){ item, h->first, h->sentence };
    }
    return out->v;
}

/* ---- names ------------------------------------------------------------------------------------------ */

sia_str items_name(const items *it, uint32_t item, sia_str form)
{
    return items_are_forms(it) ? form : it->of == OF_TERM ? it->term[item]->id : it->category[item]->code;
}

sia_str items_label(const items *it, uint32_t item)
{
    return items_are_forms(it) ? SIA_STR("") : it->of == OF_TERM ? it->term[item]->label : it->category[item]->name;
}

sia_str items_category(const items *it, uint32_t item)
{
    if (items_are_forms(it)) return SIA_STR("");
    return it->category[it->of == OF_TERM ? it->category_of[item] : item]->code;
}
