/* siasat outline: one row per part of a document: chapters, sections, list items. */
#include "whereabouts.h"
#include "run.h"

enum { TITLE_WORDS = 8 };               /* of a list item, which has no title of its own */

/* Words before each token, so that a span's words are one subtraction. */
static uint64_t *word_sums(const sia_doc *d)
{
    uint64_t *sum = sia_new(d->arena, uint64_t, (size_t)d->tokens.n + 1);
    for (uint32_t i = 0; sum && i < d->tokens.n; i++)
        sum[i + 1] = sum[i] + (d->tokens.v[i].kind == SIA_WORD || d->tokens.v[i].kind == SIA_NUMBER);
    return sum;
}

/* The first token at or after `off`. */
static uint32_t token_at(const sia_doc *d, uint32_t off)
{
    uint32_t lo = 0, hi = d->tokens.n;
    while (lo < hi) {
        uint32_t mid = lo + (hi - lo) / 2;
        if (d->tokens.v[mid].span.off < off) lo = mid + 1; else hi = mid;
    }
    return lo;
}

typedef struct { const sia_doc *d; sia_table *t; const uint64_t *sum; } writer;

/* Of a section, or of an item in it. */
static void put_row(const writer *w, const sia_section *x, uint32_t level, sia_str number, sia_str title, sia_span span)
{
    const sia_doc *d = w->d;
    sia_span raw = sia_text_raw(&d->text, span);
    sia_put_text(w->t, d->text.name);
    sia_put_count(w->t, level);
    sia_put_text(w->t, number);
    sia_put_text(w->t, title);
    sia_put_text(w->t, sia_str_of(sia_part_name((sia_part)x->part)));
    put_page(w->t, sia_text_page(&d->text, span.off));
    sia_put_count(w->t, sia_text_point(&d->text, raw.off));
    sia_put_count(w->t, sia_text_point(&d->text, sia_end(raw)));
    sia_put_count(w->t, w->sum[token_at(d, sia_end(span))] - w->sum[token_at(d, span.off)]);
    sia_put_text(w->t, x->name);
}

/* The first words of a block, past the item's number. */
static sia_str first_words(const sia_doc *d, const sia_block *b)
{
    sia_str s = one_line(d, b->span.off, sia_end(b->span));
    size_t i = 0, n = b->number.n;
    if (n && s.n > n && !memcmp(s.p, b->number.p, n)) i = n;
    while (i < s.n && (strchr(".)( ", s.p[i]) != NULL)) i++;
    size_t end = i;
    for (int words = 0; end < s.n && words < TITLE_WORDS; words++) {
        while (end < s.n && s.p[end] == ' ') end++;
        while (end < s.n && s.p[end] != ' ') end++;
    }
    return sia_printf(d->arena, "%.*s%s", (int)(end - i), s.p + i, end < s.n ? "…" : "");
}

static sia_status rows(run *r, size_t i, sia_doc *d, void *made, sia_err *err)
{
    (void)i;
    (void)made;
    writer w = { d, r->s->table, word_sums(d) };
    uint32_t block = 0;
    if (!w.sum) return sia_fail(err, SIA_MSG_NOMEM, 0, d->text.name, "");
    for (uint32_t k = 0; k < d->sections.n; k++) {
        const sia_section *x = &d->sections.v[k];
        uint32_t next = k + 1 < d->sections.n ? d->sections.v[k + 1].span.off : UINT32_MAX;
        if (x->level) put_row(&w, x, x->level, x->number, x->title, x->span);
        for (; block < d->blocks.n && d->blocks.v[block].span.off < next; block++) {
            const sia_block *b = &d->blocks.v[block];
            if (b->kind == SIA_BLOCK_ITEM)
                put_row(&w, x, x->level + b->depth, b->number, first_words(d, b), b->span);
        }
    }
    return SIA_OK;
}

static sia_status outline(session *s, sia_err *err)
{
    run r = { .s = s, .upto = UPTO_TOKENS, .deliver = rows };
    SIA_TRY(session_inputs(s, 0, err));
    return run_rows(&r, "outline", err);
}

const command cmd_outline = {
    { "outline", "[INPUT...]", SIA_MSG_CMD_OUTLINE, { &opts_input, &opts_output, &opts_general }, { "siasat outline bab4.txt" } },
    outline,
};
