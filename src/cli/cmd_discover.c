/* siasat discover: what may be a term and is not in the codebook, with the sentence that introduces it. */
#include "family.h"
#include "morphs.h"
#include "sides.h"
#include "sorter.h"
#include "whereabouts.h"
#include <math.h>
#include <stdlib.h>

enum { MOST_TERMS = 1 << 20, TARGET = 0, REFERENCE = 1, NEITHER = 2 };

typedef struct { const sia_termcount *is; double c_value, lrc; } row;

typedef struct {
    morphs     m;
    sides      sides;
    sia_terms *terms;
    uint64_t   words[3];                /* of target, reference and neither */
    row       *rows;
    uint32_t   n;
} discover;

/* What the main thread is told of a document. */
typedef struct { sia_termcount *v; uint32_t n; uint64_t words[3]; } told;

static bool is_word(const sia_token *t) { return t->kind <= SIA_NUMBER; }

/* ---- one document, on its worker's thread --------------------------------------------------------------------- */

/* Which side each sentence is on: as --target and --reference say; without them, whether the codebook finds something in it. */
static uint8_t *sides_of(const discover *x, const run *r, const sia_doc *d, size_t i)
{
    uint8_t *on = sia_new(d->arena, uint8_t, d->sentences.n + 1u);
    grouping g;
    if (!on) return NULL;
    if (x->sides.target.given) {
        static const uint8_t of_group[] = { NEITHER, TARGET, REFERENCE };
        if (!sides_document(&x->sides, &g, d, &r->s->in.files.v[i])) return NULL;
        for (uint32_t k = 0; k < d->sentences.n; k++) on[k] = of_group[g.of_section[d->blocks.v[d->sentences.v[k].block].section]];
        return on;
    }
    memset(on, REFERENCE, d->sentences.n);
    for (uint32_t k = 0; k < d->hits.n; k++) on[d->hits.v[k].sentence] = TARGET;
    return on;
}

static void count_words(const sia_doc *d, const uint8_t *on, told *t)
{
    for (uint32_t i = 0; i < d->sentences.n; i++) {
        const sia_sentence *s = &d->sentences.v[i];
        for (uint32_t k = s->first; s->counted && k < s->first + s->n; k++) t->words[on[i]] += is_word(&d->tokens.v[k]);
    }
}

/* The words of a candidate, one blank between two: its lemmas, by which it is counted, or its norms, by which it is shown. A
 * doubled word stays one: "program-program sosial" is no "program sosial". */
static sia_str joined(const sia_doc *d, sia_morph *m, const sia_termlike *t, bool lemmas)
{
    size_t n = 0;
    for (uint32_t k = t->first; k < t->first + t->n; k++) n += 2 * (size_t)d->tokens.v[k].span.len + 64;
    char *out = sia_alloc_raw(d->arena, 1, n);
    n = 0;
    for (uint32_t k = t->first; out && k < t->first + t->n; k++) {
        const sia_token *tok = &d->tokens.v[k];
        if (!is_word(tok)) continue;
        const sia_keys keys = keys_of_token(m, tok);
        const sia_str s = sia_lex_str(d->lex, tok->flags & SIA_TOK_REDUP ? tok->form : lemmas ? keys.lemma : keys.norm);
        if (n) out[n++] = ' ';
        memcpy(out + n, s.p, s.n);
        n += s.n;
    }
    return (sia_str){ out, out ? n : 0 };
}

static uint32_t words_in(sia_str key)
{
    uint32_t n = key.n > 0;
    for (size_t i = 0; i < key.n; i++) n += key.p[i] == ' ';
    return n;
}

/* The sentence; before it the head, when that stands in another one. */
static sia_str evidence_of(const sia_doc *d, const sia_members *m, const sia_termlike *t)
{
    const sia_token *first = &d->tokens.v[t->first];
    const sia_str text = context_of(d, first->sentence, first->span);
    const sia_member *in = t->member ? &m->v[t->member - 1] : NULL;
    if (!in || (in->head.off >= d->sentences.v[first->sentence].span.off && in->head.off < sia_end(d->sentences.v[first->sentence].span))) return text;
    const sia_str head = one_line(d, in->head.off, sia_end(in->head));
    return sia_printf(d->arena, "%.*s: %.*s", (int)head.n, head.p, (int)text.n, text.p);
}

static void count(told *t, uint32_t at, const sia_termlike *c, uint8_t on)
{
    t->v[at].count++;
    t->v[at].target += on == TARGET;
    t->v[at].reference += on == REFERENCE;
    t->v[at].named = t->v[at].named || c->member;
}

static bool gather(told *t, const sia_doc *d, sia_morph *m, const sia_members *members, const sia_termlikes *all, const uint8_t *on)
{
    sia_lex *keys = sia_lex_new(d->arena);
    t->v = sia_new(d->arena, sia_termcount, all->n + 1u);
    sia_str text = SIA_STR("");
    for (uint32_t i = 0, of = UINT32_MAX; keys && t->v && i < all->n; i++) {
        const sia_termlike *c = &all->v[i];
        const sia_str key = joined(d, m, c, true);
        const sia_id id = sia_lex_id(keys, key);
        const uint32_t sentence = d->tokens.v[c->first].sentence;
        if (!id) return false;
        const bool names = c->member && (id > t->n || !t->v[id - 1].named);
        if (names) { text = evidence_of(d, members, c); of = UINT32_MAX; }
        else if (id > t->n && of != sentence) { text = evidence_of(d, members, c); of = sentence; }
        if (id > t->n) t->v[t->n++] = (sia_termcount){ .key = sia_lex_str(keys, id), .words = words_in(key) };
        if (names || !t->v[id - 1].count) { t->v[id - 1].shown = joined(d, m, c, false); t->v[id - 1].evidence = text; }
        count(t, id - 1, c, on[sentence]);
    }
    return sia_arena_ok(d->arena);
}

static sia_status digest(run *r, unsigned worker, size_t i, sia_doc *d, void **made, sia_err *err)
{
    discover *x = r->ctx;
    sia_members members = { 0 };
    sia_termlikes all = { 0 };
    told *t = sia_new(d->arena, told, 1);
    sia_morph *m = morphs_of(&x->m, r, worker, d->lex);
    const uint8_t *on = t && m ? sides_of(x, r, d, i) : NULL;
    if (!on) return sia_fail(err, SIA_MSG_NOMEM, 0, d->text.name, "");
    SIA_TRY(sia_doc_lists(d, &members, err));
    SIA_TRY(sia_doc_termlikes(d, r->s->stops, &members, &all, err));
    count_words(d, on, t);
    *made = t;
    return gather(t, d, m, &members, &all, on) ? SIA_OK : sia_fail(err, SIA_MSG_NOMEM, 0, d->text.name, "");
}

/* ---- all of them ------------------------------------------------------------------------------------------------ */

static sia_status add(run *r, size_t i, sia_doc *d, void *made, sia_err *err)
{
    discover *x = r->ctx;
    told *t = made;
    for (int k = 0; k < 3; k++) x->words[k] += t->words[k];
    for (uint32_t k = 0; k < t->n; k++) {
        t->v[k].last_work = r->s->in.files.v[i].work_id;
        if (!sia_terms_add(x->terms, &t->v[k])) return sia_fail(err, SIA_MSG_NOMEM, 0, d->text.name, "");
    }
    return SIA_OK;
}

/* A word by itself may be anything: it is offered where a text names it. */
static bool is_offered(const session *s, const sia_termcount *c)
{
    return c->named || (c->words > 1 && c->count >= s->set.min_candidate);
}

/* The key's words as numbers. */
static const uint32_t *numbered(sia_lex *words, const sia_termcount *c, sia_arena *a)
{
    uint32_t *v = sia_new(a, uint32_t, c->words), n = 0;
    for (size_t i = 0, k; v && i < c->key.n; i = k + 1) {
        for (k = i; k < c->key.n && c->key.p[k] != ' '; ) k++;
        v[n++] = sia_lex_id(words, (sia_str){ c->key.p + i, k - i });
    }
    return v;
}

static bool measure(discover *x, session *s)
{
    sia_lex *words = sia_lex_new(s->arena);
    sia_candidate *v = sia_new(s->arena, sia_candidate, x->n + 1u);
    sia_cell *cell = sia_new(s->arena, sia_cell, x->n + 1u);
    family f;
    if (!words || !v || !cell) return false;
    for (uint32_t i = 0; i < x->n; i++) {
        const sia_termcount *c = x->rows[i].is;
        v[i] = (sia_candidate){ numbered(words, c, s->arena), c->words, c->count, 0 };
        cell[i] = sia_cell_of_groups(c->target, x->words[TARGET], c->reference, x->words[REFERENCE]);
    }
    if (!sia_arena_ok(s->arena) || !sia_c_values(v, x->n, s->arena) || !family_of(&f, s, cell, x->n, x->n)) return false;
    for (uint32_t i = 0; i < x->n; i++) {
        x->rows[i].c_value = v[i].value;
        x->rows[i].lrc = sia_lrc(cell[i], f.alpha);
    }
    return true;
}

static bool make_rows(discover *x, session *s)
{
    const uint32_t n = sia_terms_size(x->terms);
    x->rows = sia_new(s->arena, row, n + 1u);
    for (uint32_t i = 0; x->rows && i < n; i++)
        if (is_offered(s, sia_terms_at(x->terms, i))) x->rows[x->n++].is = sia_terms_at(x->terms, i);
    return x->rows && measure(x, s);
}

static int by_rank(const void *x, const void *y)
{
    const row *a = x, *b = y;
    int k = sort_falling(a->c_value, b->c_value);
    if (!k) k = sort_falling(a->lrc, b->lrc);
    if (!k) k = sia_str_cmp(a->is->shown, b->is->shown);
    return k ? k : sia_str_cmp(a->is->key, b->is->key);
}

static sia_status report(discover *x, session *s, sia_err *err)
{
    sorter *o;
    if (!make_rows(x, s)) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    qsort(x->rows, x->n, sizeof *x->rows, by_rank);
    SIA_TRY(sorter_open(&o, s, "discover", err));
    for (uint32_t i = 0; i < x->n; i++) {
        const row *r = &x->rows[i];
        if (s->set.top && i >= s->set.top) { s->rows_cut++; continue; }
        sort_text(o, r->is->shown);
        sort_count(o, r->is->count);
        sort_count(o, r->is->works);
        sort_real(o, r->c_value);
        sort_real(o, r->lrc);
        sort_text(o, r->is->evidence);
    }
    SIA_TRY(sorter_flush(o, err));
    if (sia_terms_forgotten(x->terms))
        say(s, sia_printf(s->arena, sia_word(SIA_MSG_SAY_FORGOTTEN, s->lang), (unsigned long long)sia_terms_forgotten(x->terms)).p);
    return SIA_OK;
}

/* ---- the verb ------------------------------------------------------------------------------------------------------ */

static sia_status prepare(discover *x, session *s, sia_err *err)
{
    SIA_TRY(morphs_open(&x->m, s, err));
    SIA_TRY(session_stops(s, "stopwords/id.txt", err));
    SIA_TRY(session_books(s, err));
    SIA_TRY(session_inputs(s, 0, err));
    if (s->set.target || s->set.reference) SIA_TRY(sides_parse(&x->sides, s, err));
    inputs_by_work(&s->in);
    x->terms = sia_terms_new(MOST_TERMS, s->set.memory, s->arena);
    return x->terms ? SIA_OK : sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
}

static sia_status discover_run(session *s, sia_err *err)
{
    discover x = { 0 };
    run r = { .s = s, .upto = UPTO_HITS, .whole = true, .digest = digest, .deliver = add, .ctx = &x };
    sia_status st = prepare(&x, s, err);
    if (!st) st = run_documents(&r, err);
    if (!st) st = report(&x, s, err);
    if (!st) run_say_counted(&r);
    run_end(&r);
    if (!st) st = session_close(s, err);
    sia_terms_free(x.terms);
    return st;
}

const command cmd_discover = {
    { "discover", "[INPUT...]", SIA_MSG_CMD_DISCOVER, { &opts_discover, &opts_input, &opts_codebook, &opts_repair, &opts_output, &opts_general },
      { "siasat discover --top 50 skripsi/", "siasat discover --min-count 5 --sort lrc skripsi/ > calon.csv",
        "siasat discover --target part=hasil --reference part=teori skripsi/" } },
    discover_run,
};
