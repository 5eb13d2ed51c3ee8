/* Documents through the stages, on all threads. Each worker keeps its forms and its tagger from document to document;
 * the documents themselves come from a pool, so that one may wait to be delivered while its worker goes on. */
#define _POSIX_C_SOURCE 200809L
#include "run.h"
#include "meta.h"
#include "reading.h"
#include "progress.h"
#include "reviewed.h"
#include "twins.h"
#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

struct run_worker { sia_arena *arena; sia_lex *lex; sia_tagger *tagger; sia_repairer *repairer; word_hashes hashes; };

typedef struct job { sia_doc *doc; void *made, *made_before; likeness *like; unsigned lacks; sia_err err; struct job *next; } job;

struct run_pool { pthread_mutex_t lock; job *free; progress progress; twins *twins; };

enum { MOST_THREADS = 64 };

/* ---- the pool --------------------------------------------------------------------------------- */

static job *new_job(const session *s)
{
    job *j = NULL;
    sia_doc *d = sia_doc_new(NULL, s->set.memory);
    if (d && !(j = malloc(sizeof *j))) sia_doc_free(d);
    if (j) *j = (job){ .doc = d };
    return j;
}

static job *take(run *r)
{
    struct run_pool *p = r->pool;
    pthread_mutex_lock(&p->lock);
    job *j = p->free;
    if (j) p->free = j->next;
    pthread_mutex_unlock(&p->lock);
    if (!j) return new_job(r->s);
    sia_doc_reset(j->doc);
    *j = (job){ .doc = j->doc };
    return j;
}

static void give(run *r, job *j)
{
    pthread_mutex_lock(&r->pool->lock);
    j->next = r->pool->free;
    r->pool->free = j;
    pthread_mutex_unlock(&r->pool->lock);
}

/* ---- one document -------------------------------------------------------------------------------- */

/* Keeps the hits that --where asks for by how they are meant. */
static sia_status keep_meant(const stance_want *want, sia_doc *d, sia_err *err)
{
    if (!want->negated && !want->recommended && !want->voice) return SIA_OK;
    const sia_stance *is = sia_doc_stances(d);
    uint32_t n = 0;
    if (!is) return sia_fail(err, SIA_MSG_NOMEM, 0, d->text.name, "");
    for (uint32_t k = 0; k < d->hits.n; k++)
        if ((!want->negated || want->negated == 1 + is[k].negated) && (!want->recommended || want->recommended == 1 + is[k].recommended)
            && (!want->voice || want->voice == 1 + is[k].voice)) d->hits.v[n++] = d->hits.v[k];
    d->hits.n = n;
    return SIA_OK;
}

static sia_status stages(run *r, struct run_worker *w, job *j, const input *in, sia_err *err)
{
    sia_doc *d = j->doc;
    const sia_str first_page = meta_first_page(r->s, in);
    sia_str raw = in->bytes;
    sia_encoding enc = SIA_ENC_AUTO;
    if (r->s->set.encoding && !sia_encoding_find(sia_str_of(r->s->set.encoding), &enc)) enc = SIA_ENC_AUTO;
    if (!in->bytes.p) SIA_TRY(sia_read_file(&raw, in->path.p, d->arena, err));
    if (r->contents) sia_sha256(r->contents[in - r->s->in.files.v].sha256, &raw, 1);
    SIA_TRY(document_read(d, in->path, raw, enc, &r->s->set, &j->lacks, err));
    if (first_page.n) sia_text_label_pages(&d->text, first_page, d->arena);
    if (r->upto >= UPTO_SEGMENTS) SIA_TRY(sia_doc_segment(d, err));
    if (r->upto >= UPTO_TOKENS) SIA_TRY(sia_doc_tokenize(d, err));
    if (r->upto >= UPTO_TOKENS) sia_doc_select(d, r->s->parts);
    if (r->pool->twins && !(j->like = likeness_of(&w->hashes, d, w->arena))) return sia_fail(err, SIA_MSG_NOMEM, 0, in->path, "");
    if (w->repairer) SIA_TRY(sia_doc_propose(d, w->repairer, err));
    return SIA_OK;
}

/* `last`: no other tagging of this document follows, so that what the review does to it is counted once. */
static sia_status tag(const run *r, struct run_worker *w, sia_doc *d, bool last, sia_err *err)
{
    if (r->upto < UPTO_HITS) return SIA_OK;
    SIA_TRY(sia_doc_tag(d, w->tagger, err));
    if (r->s->review) review_apply(r->s->review, w->tagger, d, last);
    return keep_meant(&r->s->want, d, err);
}

/* The document as it stands, for whoever wants to know what the repairs change; then as it is repaired. */
static sia_status repaired(run *r, unsigned worker, size_t i, job *j, sia_err *err)
{
    struct run_worker *w = &r->workers[worker];
    if (r->digest_before) {
        const uint32_t notes = j->doc->notes.n;
        SIA_TRY(tag(r, w, j->doc, !j->doc->repairs.n, err));
        SIA_TRY(r->digest_before(r, worker, i, j->doc, &j->made_before, err));
        if (!j->doc->repairs.n) return SIA_OK;
        j->doc->notes.n = notes;                             /* the second tagging tells of itself */
        j->doc->hits_lost = 0;
    }
    SIA_TRY(sia_doc_repair(j->doc, err));
    return tag(r, w, j->doc, true, err);
}

static sia_status work(void *ctx, unsigned worker, size_t i, void **slot, sia_err *err)
{
    run *r = ctx;
    struct run_worker *w = &r->workers[worker];
    job *j = take(r);
    if (!j) return sia_fail(err, SIA_MSG_NOMEM, 0, r->s->in.files.v[i].path, "");
    *slot = j;
    j->doc->lex = w->lex;
    sia_status st = stages(r, w, j, &r->s->in.files.v[i], &j->err);
    if (!st) st = r->s->set.repair && !r->silent ? repaired(r, worker, i, j, &j->err) : tag(r, w, j->doc, true, &j->err);
    if (!st && !sia_arena_ok(w->arena)) st = sia_fail(&j->err, SIA_MSG_NOMEM, 0, r->s->in.files.v[i].path, "");   /* forms */
    if (st == SIA_ENOMEM) { *err = j->err; give(r, j); *slot = NULL; return st; }
    if (st || !r->digest) return SIA_OK;                     /* an unreadable document is told when it is delivered */
    st = r->digest(r, worker, i, j->doc, &j->made, err);
    if (st) { give(r, j); *slot = NULL; }
    return st;
}

static uint64_t words_of(const sia_doc *d, const sia_sentence *st)
{
    uint64_t n = 0;
    for (uint32_t k = st->first; k < st->first + st->n; k++)
        n += d->tokens.v[k].kind == SIA_WORD || d->tokens.v[k].kind == SIA_NUMBER;
    return n;
}

static uint64_t applied(const sia_doc *d)
{
    uint64_t n = 0;
    for (uint32_t i = 0; i < d->repairs.n; i++)
        n += d->repairs.v[i].effect != SIA_EFFECT_NONE && d->sentences.v[d->tokens.v[d->repairs.v[i].first].sentence].counted;
    return n;
}

static void count_words(run *r, const sia_doc *d)
{
    for (uint32_t i = 0; i < d->sentences.n; i++) {
        const sia_sentence *st = &d->sentences.v[i];
        uint64_t n = words_of(d, st);
        if (st->counted) r->words += n;
        else r->words_out[d->sections.v[d->blocks.v[st->block].section].part] += n;
    }
    r->documents++;
    r->repairs += r->s->set.repair ? applied(d) : 0;
    r->hits_lost += d->hits_lost;
}

static void say_notes(const run *r, const sia_doc *d)
{
    for (uint32_t k = 0; k < d->notes.n; k++) {
        sia_err e;
        sia_fail(&e, d->notes.v[k].msg, 0, d->text.name, "%s", d->notes.v[k].arg);
        if (!r->s->set.quiet) say_error(r->s->lang, &e);
    }
}

static void meet_twin(run *r, size_t i, const likeness *l)
{
    r->twin = l ? twins_of(r->pool->twins, l, (uint32_t)i) : UINT32_MAX;
    if (r->twin == UINT32_MAX || r->n_twins++) return;
    r->twin_first[0] = (uint32_t)i;
    r->twin_first[1] = r->twin;
}

static sia_status deliver(void *ctx, size_t i, void *slot, sia_err *err)
{
    run *r = ctx;
    job *j = slot;
    sia_status st = SIA_OK;
    progress_clear(&r->pool->progress);
    tell_lacks(r->s, j->lacks);
    if (j->err.status && r->s->told && !r->s->in.files.v[i].unread) {
        *err = j->err;                                       /* it could be read before: tables would not agree */
        st = err->status;
    } else if (j->err.status) {
        if (!r->s->told) say_error(r->s->lang, &j->err);
        r->s->failed += !r->s->told;
        r->s->in.files.v[i].unread = true;
        if (r->unread) r->unread(r, i, &j->err);
    } else {
        if (!r->silent) say_notes(r, j->doc);
        meet_twin(r, i, j->like);
        if (r->upto >= UPTO_TOKENS) count_words(r, j->doc);
        if (r->deliver_before && r->s->set.repair) st = r->deliver_before(r, i, j->doc, j->made_before, err);
        if (r->deliver && !st) st = r->deliver(r, i, j->doc, j->made, err);
        if (!st && !sia_arena_ok(j->doc->arena)) st = sia_fail(err, SIA_MSG_NOMEM, 0, j->doc->text.name, "");
    }
    progress_step(&r->pool->progress, j->doc->text.in.n, j->doc->text.pages.n);
    give(r, j);
    return st;
}

static void discard(void *ctx, void *slot) { give(ctx, slot); }

/* ---- the run ---------------------------------------------------------------------------------------- */

unsigned run_threads(const session *s)
{
    long n = s->set.threads ? (long)s->set.threads : sysconf(_SC_NPROCESSORS_ONLN);
    if (n > MOST_THREADS) n = MOST_THREADS;
    if (n > (long)s->in.files.n) n = (long)s->in.files.n;
    return n < 1 ? 1 : (unsigned)n;
}

/* Asked for, or to be warned of. */
static bool looks_for_twins(const run *r)
{
    const settings *set = &r->s->set;
    return r->upto >= UPTO_TOKENS && r->s->in.files.n > 1 && (r->twins || (!set->quiet && !set->dedup));
}

static sia_status start(run *r, sia_err *err)
{
    const session *s = r->s;
    sia_tag_options o = { .policy = (sia_policy)s->set.policy, .engine = (sia_engine)s->set.engine, .no_jit = s->set.no_jit,
                          .overlaps = r->overlaps };
    for (uint32_t i = 0; r->upto >= UPTO_HITS && i < s->n_books; i++)
        if (sia_codebook_asks_roots(s->books[i])) SIA_TRY(session_roots(r->s, err));
    o.roots = s->roots;
    const bool repairs = s->spelling && (s->set.repair || r->proposes);       /* a report's other sheets have no need of proposals */
    r->n_workers = run_threads(s);
    r->workers = sia_new(s->arena, struct run_worker, r->n_workers);
    r->pool = sia_new(s->arena, struct run_pool, 1);
    if (!r->workers || !r->pool) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    if (looks_for_twins(r) && !(r->pool->twins = twins_new(s->arena))) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    pthread_mutex_init(&r->pool->lock, NULL);
    progress_start(&r->pool->progress, s->in.files.n, s->set.quiet, s->lang);
    for (unsigned k = 0; k < r->n_workers; k++) {
        struct run_worker *w = &r->workers[k];
        w->arena = sia_arena_new(NULL, s->set.memory);
        w->lex = w->arena ? sia_lex_new(w->arena) : NULL;
        if (w->lex && repairs) w->repairer = sia_repairer_new(s->spelling, w->arena);
        if (w->lex && r->upto >= UPTO_HITS) w->tagger = sia_tagger_new(s->books, s->n_books, &o);
        if (!w->lex || (r->upto >= UPTO_HITS && !w->tagger) || (repairs && !w->repairer)) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    }
    return SIA_OK;
}

/* An option that chooses among hits would do nothing, and say nothing, where there are none to choose from. */
static sia_status has_hits(const run *r, sia_err *err)
{
    const settings *set = &r->s->set;
    const stance_want *w = &r->s->want;
    if ((w->negated || w->recommended || w->voice) && (r->upto < UPTO_HITS || r->whole))
        return sia_fail(err, SIA_MSG_NOT_HITS, 0, SIA_STR("--where"), "%s", set->where);
    return set->hits && r->upto < UPTO_HITS ? sia_fail(err, SIA_MSG_NOT_HITS, 0, SIA_STR("--hits"), "%s", set->hits) : SIA_OK;
}

sia_status run_documents(run *r, sia_err *err)
{
    sia_encoding enc;
    const char *name = r->s->set.encoding;
    if (name && !sia_encoding_find(sia_str_of(name), &enc)) return sia_fail(err, SIA_MSG_ENCODING, 0, SIA_STR("--encoding"), "'%s'", name);
    if (!r->silent) SIA_TRY(has_hits(r, err));
    if ((r->s->set.repair && !r->silent) || r->proposes) SIA_TRY(session_spelling(r->s, err));
    SIA_TRY(start(r, err));
    sia_map m = { work, deliver, discard, r };
    sia_helpers *helpers = r->s->in.files.n > r->n_workers ? sia_helpers_new() : NULL;     /* else none reads a second document */
    r->s->set.helpers = helpers;
    sia_status st = sia_map_run(&m, r->s->in.files.n, r->n_workers, err);
    r->s->set.helpers = NULL;
    sia_helpers_free(helpers);
    progress_clear(&r->pool->progress);
    return st;
}

run run_for(const run *r, void *ctx)
{
    return (run){ .s = r->s, .upto = r->upto, .ctx = ctx, .workers = r->workers, .n_workers = r->n_workers, .pool = r->pool };
}

unsigned run_workers(const run *r) { return r->n_workers; }
uint32_t run_twin(const run *r) { return r->twin; }
const sia_lex *run_lex(const run *r, unsigned worker) { return r->workers[worker].lex; }
sia_arena *run_arena(const run *r, unsigned worker) { return r->workers[worker].arena; }
const sia_tagger *run_tagger(const run *r, unsigned worker) { return r->workers[worker].tagger; }

static void free_jobs(struct run_pool *p)
{
    for (job *j = p->free, *next; j; j = next) {
        next = j->next;
        sia_doc_free(j->doc);
        free(j);
    }
    p->free = NULL;
}

void run_seal(run *r)
{
    free_jobs(r->pool);
    for (unsigned k = 0; k < r->n_workers; k++) sia_lex_seal(r->workers[k].lex);
}

void run_end(run *r)
{
    if (!r->pool) return;
    free_jobs(r->pool);
    for (unsigned k = 0; k < r->n_workers; k++) {
        sia_tagger_free(r->workers[k].tagger);
        sia_arena_free(r->workers[k].arena);
    }
    pthread_mutex_destroy(&r->pool->lock);
    r->pool = NULL;
}

void run_say_counted(const run *r)
{
    sia_arena *a = r->s->arena;
    sia_lang lang = r->s->lang;
    sia_str out = SIA_STR("");
    uint64_t left = 0;
    for (int p = 0; p < SIA_PART_COUNT; p++) {
        if (!r->words_out[p]) continue;
        const char *name = p ? sia_part_name((sia_part)p) : sia_word(SIA_MSG_SAY_NO_PART, lang);
        out = sia_printf(a, "%s%s%s %llu", out.p, left ? ", " : "", name, (unsigned long long)r->words_out[p]);
        left += r->words_out[p];
    }
    sia_str line = sia_printf(a, sia_word(SIA_MSG_SAY_COUNTED, lang), (unsigned long long)r->words, (unsigned long long)r->documents);
    if (left) line = sia_printf(a, "%s; %s: %s", line.p, sia_word(SIA_MSG_SAY_NOT_COUNTED, lang), out.p);
    if (r->hits_lost) {
        sia_str lost = sia_printf(a, sia_word(SIA_MSG_SAY_LOST, lang), (unsigned long long)r->hits_lost);
        line = sia_printf(a, "%s; %s", line.p, lost.p);
    }
    say(r->s, line.p);
    if (r->s->review) review_say(r->s->review, r->s);
    if (r->s->set.repair) say(r->s, sia_printf(a, sia_word(SIA_MSG_SAY_REPAIRED, lang), (unsigned long long)r->repairs).p);
    if (r->n_twins) say(r->s, sia_printf(a, sia_word(SIA_MSG_SAY_TWINS, lang), r->n_twins, r->s->in.files.v[r->twin_first[0]].path.p,
                                         r->s->in.files.v[r->twin_first[1]].path.p).p);
    if (r->s->rows_cut) say(r->s, sia_printf(a, sia_word(SIA_MSG_SAY_CUT, lang), (unsigned long long)r->s->rows_cut).p);
}

sia_status run_rows(run *r, const char *columns, sia_err *err)
{
    SIA_TRY(session_table(r->s, columns, err));
    return run_into_table(r, err);
}

sia_status run_into_table(run *r, sia_err *err)
{
    sia_status st = run_documents(r, err);
    if (!st && r->tells) run_say_counted(r);
    run_end(r);
    return st ? st : session_close(r->s, err);
}
