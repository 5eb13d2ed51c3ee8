/* --of: what is counted, where it stands, and what it is called. */
#include "items.h"

enum { MOST_WORKERS = 64 };
static const sia_id LATE = UINT32_MAX;      /* not asked for yet */

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
    it->memo = sia_new(s->arena, struct item_memo, MOST_WORKERS);
    if (!it->memo) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    it->unknown = s->set.unknown;
    if (it->unknown && !items_are_forms(it)) return sia_fail(err, SIA_MSG_UNKNOWN_OF, 0, SIA_STR(""), "%s", it->of == OF_TERM ? "term" : "category");
    if (!items_are_forms(it)) return open_terms(it, s, err);
    if (it->of != OF_WORD || it->unknown) SIA_TRY(morphs_open(&it->m, s, err));
    SIA_TRY(session_stops(s, NULL, err));
    it->stops = s->stops;
    it->plain = !it->stops && !it->m.of;
    return SIA_OK;
}

/* ---- occurrences --------------------------------------------------------------------------------- */

static bool memo_room(struct item_memo *m, uint32_t need, sia_arena *a)
{
    if (need <= m->cap) return true;
    const uint32_t cap = need * 2;
    sia_id *v = sia_alloc_raw(a, sizeof *v, cap);
    if (v && m->n) memcpy(v, m->v, m->n * sizeof *v);
    if (v) *m = (struct item_memo){ v, m->n, cap };
    return v;
}

static sia_id item_of(const items *it, sia_morph *m, const sia_lex *lex, sia_id form)
{
    if (it->stops && sia_stops_has(it->stops, sia_lex_str(lex, form))) return 0;
    if (!m) return form;
    const sia_keys k = sia_morph_keys(m, form);
    if (it->unknown && k.standing != SIA_FORM_UNKNOWN) return 0;
    return it->of == OF_WORD ? form : it->of == OF_NORM ? k.norm : it->of == OF_LEMMA ? k.lemma : k.root;
}

/* A form is worked out when it first comes as a word: the lex also holds keys that never do. */
static bool late_forms(items *it, struct item_memo *memo, sia_morph *m, const sia_doc *d, sia_arena *a)
{
    for (uint32_t k = 0; k < d->tokens.n; k++) {
        const sia_id form = d->tokens.v[k].form;
        if (memo->v[form] == LATE) memo->v[form] = item_of(it, m, d->lex, form);
    }
    return sia_arena_ok(a);
}

bool items_ready(items *it, run *r, unsigned worker, const sia_doc *d)
{
    struct item_memo *memo = &it->memo[worker];
    sia_arena *a = run_arena(r, worker);
    sia_morph *m = it->m.of ? morphs_of(&it->m, r, worker, d->lex) : NULL;
    if (it->plain) return true;
    if ((it->m.of && !m) || !memo_room(memo, sia_lex_size(d->lex) + 1, a)) return false;
    while (memo->n <= sia_lex_size(d->lex) && memo->n < memo->cap) memo->v[memo->n++] = LATE;
    return late_forms(it, memo, m, d, a);
}

static bool words_of(items *it, run *r, unsigned worker, const sia_doc *d, occurrences *out)
{
    out->v = sia_alloc_raw(d->arena, sizeof *out->v, d->tokens.n);
    if (!out->v || !items_ready(it, r, worker, d)) return false;
    for (uint32_t i = 0; i < d->sentences.n; i++) {
        const sia_sentence *st = &d->sentences.v[i];
        for (uint32_t k = st->first; st->counted && k < st->first + st->n; k++) {
            const sia_id item = items_form(it, worker, &d->tokens.v[k]);
            if (item) out->v[out->n++] = (occurrence){ item, k, i };
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
