/* siasat codebook check FILE INPUT...: what each row of a codebook finds in given texts, and what it never does. */
#include "uses.h"

enum { NEVER, CANCELLED, INSIDE, FINDS, STATES };

typedef struct {
    const sia_codebook *cb;
    sia_counts *gave_way;               /* group: a row; item: twice the row it gave way to, and one if at the same place */
    sia_rule_use *use;                  /* by row */
    uint32_t n, of[STATES];             /* rows by what they do */
} uses;

/* On the main thread: its counts need no merging. */
static sia_status add(run *r, size_t i, sia_doc *d, void *made, sia_err *err)
{
    (void)i;
    (void)made;
    (void)err;
    const uses *u = r->ctx;
    for (uint32_t k = 0; k < d->overlaps.n; k++) {
        const sia_suppressed *o = &d->overlaps.v[k];
        sia_counts_add(u->gave_way, o->lost_rule, 2 * o->winner_rule + (o->why == SIA_LOST_SAME_PLACE), 1, 0);
    }
    return SIA_OK;
}

static void gather(uses *u, const run *r)
{
    for (unsigned w = 0; w < run_workers(r); w++)
        for (uint32_t i = 0; i < u->n; i++) {
            const sia_rule_use one = sia_tagger_use(run_tagger(r, w), 0, i);
            u->use[i].found += one.found;
            u->use[i].stood += one.stood;
            u->use[i].kept += one.kept;
        }
}

static int state_of(const sia_rule_use *x)
{
    if (x->kept) return FINDS;
    return x->stood ? INSIDE : x->found ? CANCELLED : NEVER;
}

static sia_str none(const void *ctx, uint32_t item)
{
    (void)ctx;
    (void)item;
    return SIA_STR("");
}

/* ---- rows of the table --------------------------------------------------------------------------------------- */

static const sia_term *term_of(const uses *u, uint32_t row) { return sia_codebook_term(u->cb, sia_codebook_rule(u->cb, row).term); }

static void put(const uses *u, session *s, const char *file, uint32_t row, sia_msg msg, sia_str other, uint64_t count)
{
    const sia_codebook_row at = sia_codebook_rule(u->cb, row);
    const sia_str id = term_of(u, row)->id;
    put_finding(s, file, &(sia_finding){ msg, at.line, 0, sia_printf(s->arena, "%.*s: %.*s", (int)id.n, id.p, (int)at.pattern.n, at.pattern.p) },
                &(finding_more){ id, count, other });
}

/* The term of the row that `row` gave way to most often; empty: rows of its own term alone. */
static sia_str mostly(const uses *u, const sia_tally *t, size_t from, size_t to)
{
    return from < to ? term_of(u, t[from].item / 2)->id : SIA_STR("");
}

static void put_row(uses *u, session *s, const char *file, uint32_t row, const sia_tally *t, size_t from, size_t to)
{
    static const sia_msg says[] = { [NEVER] = SIA_MSG_ENTRY_DEAD, [CANCELLED] = SIA_MSG_ENTRY_CANCELLED, [INSIDE] = SIA_MSG_ENTRY_INSIDE };
    const int state = state_of(&u->use[row]);
    u->of[state]++;
    if (state != FINDS) put(u, s, file, row, says[state], state == INSIDE ? mostly(u, t, from, to) : SIA_STR(""), u->use[row].found);
    for (size_t i = from; i < to; i++) {
        const sia_term *other = term_of(u, t[i].item / 2);
        if (t[i].item % 2 && other->category != term_of(u, row)->category) put(u, s, file, row, SIA_MSG_ENTRY_CLASH, other->id, t[i].count);
    }
}

static sia_status report(uses *u, session *s, const char *file, sia_err *err)
{
    const size_t n = sia_counts_cells(u->gave_way);
    const sia_tally *t = sia_counts_sorted(u->gave_way, none, NULL, s->arena);
    if (!t && n) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    for (size_t row = 0, from = 0, to; row < u->n; row++, from = to) {
        for (to = from; to < n && t[to].group == row; ) to++;
        put_row(u, s, file, (uint32_t)row, t, from, to);
    }
    say(s, sia_printf(s->arena, sia_word(SIA_MSG_SAY_USES, s->lang), file, u->n, u->of[FINDS], u->of[NEVER], u->of[CANCELLED], u->of[INSIDE]).p);
    return SIA_OK;
}

/* ---- the run --------------------------------------------------------------------------------------------------- */

sia_status uses_check(session *s, const char *file, const sia_codebook *cb, sia_err *err)
{
    uses u = { .cb = cb, .n = sia_codebook_rules(cb), .gave_way = sia_counts_new(s->arena) };
    run r = { .s = s, .upto = UPTO_HITS, .whole = true, .overlaps = true, .deliver = add, .ctx = &u };
    s->books = sia_new(s->arena, const sia_codebook *, 1);
    s->n_books = 1;
    u.use = sia_new(s->arena, sia_rule_use, u.n + 1u);
    if (!u.gave_way || !u.use || !s->books) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    s->books[0] = cb;
    sia_status st = run_documents(&r, err);
    if (!st) gather(&u, &r);
    if (!st) st = report(&u, s, file, err);
    if (!st) run_say_counted(&r);
    run_end(&r);
    return st;
}
