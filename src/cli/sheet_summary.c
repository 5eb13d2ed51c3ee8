/* A report's summary: how much was read, and what was found most. */
#include "run.h"
#include "sorter.h"
#include "study.h"
#include <stdlib.h>

enum { TOP = 20 };

typedef struct { sia_str name, label; uint64_t count; } ranked;

typedef struct {
    uint64_t *of_term, *of_category, hits, words[SIA_PART_COUNT];
    const sia_term     **term;
    const sia_category **category;
    uint32_t terms, categories, *category_of, works, *last_work;
} summary;

/* ---- counting -------------------------------------------------------------------------------------------------------- */

static sia_status add(run *r, size_t i, sia_doc *d, void *made, sia_err *err)
{
    summary *x = r->ctx;
    (void)made;
    (void)err;
    for (uint32_t k = 0; k < d->hits.n; k++) {
        x->of_term[d->hits.v[k].term]++;
        x->of_category[x->category_of[d->hits.v[k].term]]++;
    }
    x->hits += d->hits.n;
    for (uint32_t k = 0; k < d->tokens.n; k++) {
        const sia_sentence *st = &d->sentences.v[d->tokens.v[k].sentence];
        if (st->counted && d->tokens.v[k].kind <= SIA_NUMBER) x->words[d->sections.v[d->blocks.v[st->block].section].part]++;
    }
    x->works += !x->last_work[r->s->in.files.v[i].work_id]++;
    return SIA_OK;
}

/* Categories of the same code are one, whatever codebooks they are of. */
static uint32_t category_item(summary *x, const sia_category *c)
{
    for (uint32_t i = 0; i < x->categories; i++) if (sia_str_eq(x->category[i]->code, c->code)) return i;
    x->category[x->categories] = c;
    return x->categories++;
}

static bool know_terms(summary *x, session *s)
{
    uint32_t terms = 0, categories = 0;
    for (uint32_t b = 0; b < s->n_books; b++) {
        terms += sia_codebook_terms(s->books[b]);
        categories += sia_codebook_categories(s->books[b]);
    }
    x->of_term = sia_new(s->arena, uint64_t, (size_t)terms + 1);
    x->of_category = sia_new(s->arena, uint64_t, (size_t)categories + 1);
    x->term = sia_new(s->arena, const sia_term *, (size_t)terms + 1);
    x->category = sia_new(s->arena, const sia_category *, (size_t)categories + 1);
    x->category_of = sia_new(s->arena, uint32_t, (size_t)terms + 1);
    x->last_work = sia_new(s->arena, uint32_t, (size_t)s->in.works + 1);
    if (!sia_arena_ok(s->arena)) return false;
    for (uint32_t b = 0; b < s->n_books; b++)
        for (uint32_t i = 0; i < sia_codebook_terms(s->books[b]); i++) {
            x->term[x->terms] = sia_codebook_term(s->books[b], i);
            x->category_of[x->terms] = category_item(x, sia_codebook_category(s->books[b], x->term[x->terms]->category));
            x->terms++;
        }
    return true;
}

/* ---- rows -------------------------------------------------------------------------------------------------------------- */

static void put(session *s, const char *kind, sia_str name, sia_str label, uint64_t n, uint64_t all)
{
    sia_put_text(s->table, sia_str_of(kind));
    sia_put_text(s->table, name);
    sia_put_text(s->table, label);
    sia_put_count(s->table, n);
    if (all) sia_put_real(s->table, (double)n / (double)all);
    else sia_put_none(s->table);
}

static void total(session *s, const char *name, sia_msg label, uint64_t n, uint64_t all)
{
    put(s, "total", sia_str_of(name), sia_str_of(sia_word(label, s->lang)), n, all);
}

static int by_count(const void *x, const void *y)
{
    const ranked *a = x, *b = y;
    return a->count != b->count ? (a->count < b->count) - (a->count > b->count) : sia_str_cmp(a->name, b->name);
}

static uint32_t found(const uint64_t *count, uint32_t n)
{
    uint32_t k = 0;
    for (uint32_t i = 0; i < n; i++) k += count[i] > 0;
    return k;
}

static void put_ranked(session *s, const char *kind, ranked *v, uint32_t n, uint32_t most, uint64_t all)
{
    if (n) qsort(v, n, sizeof *v, by_count);
    for (uint32_t i = 0; i < n && i < most && v[i].count; i++) put(s, kind, v[i].name, v[i].label, v[i].count, all);
}

/* For whoever writes of it. */
static void note(const summary *x, const run *r, study *is)
{
    is->documents = r->documents;
    is->works = x->works;
    is->hits = x->hits;
    is->gave_way = r->hits_lost;
    is->repairs = r->repairs;
    is->terms = x->terms;
    is->terms_found = found(x->of_term, x->terms);
    is->categories = x->categories;
    is->categories_found = found(x->of_category, x->categories);
    for (int p = 0; p < SIA_PART_COUNT; p++) is->words += x->words[p];
    memcpy(is->words_out, r->words_out, sizeof is->words_out);
}

static bool put_all(const summary *x, const run *r, session *s)
{
    uint64_t counted = 0, read;
    ranked *term = sia_new(s->arena, ranked, (size_t)x->terms + 1), *category = sia_new(s->arena, ranked, (size_t)x->categories + 1);
    if (!term || !category) return false;
    for (int p = 0; p < SIA_PART_COUNT; p++) counted += x->words[p];
    read = counted;
    for (int p = 0; p < SIA_PART_COUNT; p++) read += r->words_out[p];
    for (uint32_t i = 0; i < x->terms; i++) term[i] = (ranked){ x->term[i]->id, x->term[i]->label, x->of_term[i] };
    for (uint32_t i = 0; i < x->categories; i++) category[i] = (ranked){ x->category[i]->code, x->category[i]->name, x->of_category[i] };
    total(s, "documents", SIA_MSG_SUM_DOCUMENTS, r->documents, 0);
    total(s, "works", SIA_MSG_SUM_WORKS, x->works, 0);
    total(s, "unread", SIA_MSG_SUM_UNREAD, s->failed, 0);
    total(s, "words", SIA_MSG_SUM_WORDS, counted, read);
    total(s, "hits", SIA_MSG_SUM_HITS, x->hits, 0);
    total(s, "terms", SIA_MSG_SUM_TERMS, found(x->of_term, x->terms), x->terms);
    total(s, "categories", SIA_MSG_SUM_CATEGORIES, found(x->of_category, x->categories), x->categories);
    total(s, "gave_way", SIA_MSG_SUM_GAVE_WAY, r->hits_lost, 0);
    if (s->set.repair) total(s, "repairs", SIA_MSG_SUM_REPAIRS, r->repairs, 0);
    for (int p = 0; p < SIA_PART_COUNT; p++)
        if (x->words[p]) put(s, "part", sia_str_of(sia_part_name((sia_part)p)), SIA_STR(""), x->words[p], counted);
    put_ranked(s, "category", category, x->categories, x->categories, x->hits);
    put_ranked(s, "term", term, x->terms, TOP, x->hits);
    return true;
}

static sia_status summarize(session *s, sia_err *err)
{
    summary x = { 0 };
    run r = { .s = s, .upto = UPTO_HITS, .deliver = add, .ctx = &x };
    SIA_TRY(session_books(s, err));
    if (!know_terms(&x, s)) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    SIA_TRY(session_table(s, "report summary", err));
    sia_status st = run_documents(&r, err);
    if (!st && !put_all(&x, &r, s)) st = sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    if (!st) note(&x, &r, s->study);
    if (!st) run_say_counted(&r);
    run_end(&r);
    return st ? st : session_close(s, err);
}

const command sheet_summary = { { .name = "report summary", .about = SIA_MSG_SHEET_SUMMARY }, summarize };
