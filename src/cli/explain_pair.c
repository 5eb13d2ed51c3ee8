/* siasat explain cooc A B: every unit that has both, and the table they make. */
#include "explain.h"
#include "run.h"
#include "whereabouts.h"

typedef struct { uint64_t units, a, b; } tallies;

typedef struct {
    explain *x;
    unit     unit;
    tallies  all;
    uint32_t work;                      /* --unit work: that which is being gathered, what it has, its text */
    bool     has[2];
    line     gathered;
    sia_str  doc;
} pairing;

typedef struct { tallies n; lines both; line whole; bool has[2]; } told;       /* whole: a document's own, for --unit work */

/* ---- on the workers' threads --------------------------------------------------------------------- */

/* One document's units as they pass by. */
typedef struct { const explain *x; const sia_doc *d; const occurrences *o; uint32_t item[2]; bool known[2]; told *t; } passing;

static int which(const passing *p, uint32_t item)
{
    for (int k = 0; k < 2; k++) if (p->known[k] && p->item[k] == item) return k;
    return -1;
}

/* The unit's sentences that have A or B, these in brackets; of a window no more than the window. */
static line text_of(const passing *p, uint32_t first, uint32_t end)
{
    const sia_doc *d = p->d;
    const uint32_t from = d->tokens.v[first].span.off, to = sia_end(d->tokens.v[end - 1].span);
    sia_str text = SIA_STR("");
    line l = { .kind = LINE_UNIT };
    uint32_t now = UINT32_MAX, at = 0, stop = 0;
    for (uint32_t k = 0; k < p->o->n; k++) {
        const occurrence *o = &p->o->v[k];
        if (o->token < first || o->token >= end || which(p, o->item) < 0) continue;
        const sia_span span = explain_span(p->x, d, p->o, k), st = d->sentences.v[o->sentence].span;
        if (o->sentence != now) {
            if (now == UINT32_MAX) {
                const place where = place_of(d, span, o->sentence);
                l = (line){ .section = where.section->name, .page = where.page, .sentence = where.sentence, .kind = LINE_UNIT };
            } else text = sia_printf(d->arena, "%s …", explain_bracket(d, text, at, stop, false).p);
            now = o->sentence;
            at = st.off > from ? st.off : from;
            stop = sia_end(st) < to ? sia_end(st) : to;
        }
        if (span.off < at) continue;                         /* lies over the one before */
        text = explain_bracket(d, explain_bracket(d, text, at, span.off, false), span.off, sia_end(span), true);
        at = sia_end(span);
    }
    l.text = now == UINT32_MAX ? text : explain_bracket(d, text, at, stop > at ? stop : at, false);
    return l;
}

static void meet(void *ctx, const uint32_t *item, uint32_t n, uint32_t first, uint32_t end)
{
    passing *p = ctx;
    bool has[2] = { false, false };
    for (uint32_t i = 0; i < n; i++)
        for (int k = 0; k < 2; k++) has[k] |= p->known[k] && p->item[k] == item[i];
    p->t->n.units++;
    p->t->n.a += has[0];
    p->t->n.b += has[1];
    if (has[0] && has[1]) sia_push(p->d->arena, &p->t->both, text_of(p, first, end));
}

static void whole(passing *p)
{
    for (uint32_t k = 0; k < p->o->n; k++)
        for (int i = 0; i < 2; i++) p->t->has[i] |= p->known[i] && p->item[i] == p->o->v[k].item;
    if (p->d->tokens.n) p->t->whole = text_of(p, 0, p->d->tokens.n);
}

static sia_status digest(run *r, unsigned worker, size_t i, sia_doc *d, void **made, sia_err *err)
{
    (void)i;
    const pairing *c = r->ctx;
    told *t = sia_new(d->arena, told, 1);
    occurrences o;
    if (!t || !items_of(&c->x->it, r, worker, d, &o)) return sia_fail(err, SIA_MSG_NOMEM, 0, d->text.name, "");
    passing p = { .x = c->x, .d = d, .o = &o, .t = t };
    for (int k = 0; k < 2; k++) p.known[k] = explain_find(c->x, d, c->x->name[k], &p.item[k]);
    if (c->unit.kind == UNIT_WORK) whole(&p);
    else unit_each(&c->unit, d, &o, meet, &p);
    *made = t;
    return sia_arena_ok(d->arena) ? SIA_OK : sia_fail(err, SIA_MSG_NOMEM, 0, d->text.name, "");
}

/* ---- on the main thread ---------------------------------------------------------------------------- */

static void end_work(pairing *c)
{
    if (c->work == UINT32_MAX) return;
    c->all.units++;
    c->all.a += c->has[0];
    c->all.b += c->has[1];
    if (c->has[0] && c->has[1]) explain_put_line(c->x, c->doc, &c->gathered, ++c->x->lines[0]);
    c->has[0] = c->has[1] = false;
    c->gathered = (line){ .kind = LINE_UNIT };
}

static void gather(pairing *c, session *s, const input *in, const told *t)
{
    if (c->work != in->work_id) end_work(c);
    c->work = in->work_id;
    c->doc = in->work;
    for (int k = 0; k < 2; k++) c->has[k] |= t->has[k];
    const sia_str more = t->whole.text, old = c->gathered.text;
    if (more.n) c->gathered.text = sia_printf(s->arena, "%.*s%s%.*s", (int)old.n, old.n ? old.p : "", old.n ? " … " : "", (int)more.n, more.p);
}

static sia_status deliver(run *r, size_t i, sia_doc *d, void *made, sia_err *err)
{
    pairing *c = r->ctx;
    const told *t = made;
    if (c->unit.kind == UNIT_WORK) gather(c, r->s, &r->s->in.files.v[i], t);
    for (uint32_t k = 0; k < t->both.n; k++) explain_put_line(c->x, d->text.name, &t->both.v[k], ++c->x->lines[0]);
    c->all.units += t->n.units;
    c->all.a += t->n.a;
    c->all.b += t->n.b;
    return sia_arena_ok(r->s->arena) ? SIA_OK : sia_fail(err, SIA_MSG_NOMEM, 0, d->text.name, "");
}

static void figures(pairing *c)
{
    explain *x = c->x;
    end_work(c);
    const sia_cell cell = { x->lines[0], c->all.a, c->all.b, c->all.units };
    explain_count(x, "units_a", cell.a);
    explain_count(x, "units_b", cell.b);
    explain_count(x, "units_ab", cell.both);
    explain_count(x, "units", cell.n);
    explain_real(x, "expected", sia_expected(cell));
    explain_table(x, cell);
}

sia_status explain_cooc(explain *x, sia_err *err)
{
    session *s = x->s;
    pairing c = { .x = x, .work = UINT32_MAX, .gathered = { .kind = LINE_UNIT } };
    run r = { .s = s, .digest = digest, .deliver = deliver, .ctx = &c };
    SIA_TRY(chosen_open(&x->chosen, s, "cooc", SIA_PAIR, err));
    SIA_TRY(unit_parse(s->set.unit, &c.unit, err));
    SIA_TRY(items_open(&x->it, s, &r.upto, err));
    SIA_TRY(explain_known(x, err));
    SIA_TRY(session_inputs(s, (int)x->first_input, err));
    if (c.unit.kind == UNIT_WORK) inputs_by_work(&s->in);
    SIA_TRY(session_table(s, "explain", err));
    sia_status st = run_documents(&r, err);
    if (!st) figures(&c);
    if (!st) run_say_counted(&r);
    run_end(&r);
    return st ? st : session_close(s, err);
}
