/* Enumerations: a head, a cue, and members.
 *
 *     Adapun strategi ofensif | meliputi | kampanye terbuka, koalisi, dan media sosial | untuk menang.
 *            ^^^^^^^^^^^^^^^^                ^^^^^^^^^^^^^^^^  ^^^^^^^      ^^^^^^^^^^^^
 *     dengan tiga cara | yaitu | pertama menentukan visi, kedua ..., dan ketiga ...
 *     ... mencakup: | (1) basis massa, (2) dialog tertutup, serta (3) media
 *     ... sebagai berikut: | 1. Tim sukses ... | 2. Relawan ...
 *
 * Everything is said in tokens [from, to) of one sentence; spans are made at the end, when a member is put. */
#include "lists.h"

enum { FAR_HEAD = 14 };                                      /* words of a head */

static sia_range sentence_of(const sia_doc *d, uint32_t i) { return sia_sentence_range(d, i); }

/* ---- what is put ------------------------------------------------------------------------------ */

static sia_span span_of(const sia_doc *d, sia_range r)
{
    const uint32_t from = d->tokens.v[r.from].span.off;
    return (sia_span){ from, sia_end(d->tokens.v[r.to - 1].span) - from };
}

/* The first hit inside the span, counted from 1; 0: none. Hits stand by their start. */
static uint32_t hit_in(const sia_doc *d, sia_span s)
{
    uint32_t lo = 0, hi = d->hits.n;
    while (lo < hi) {
        const uint32_t mid = lo + (hi - lo) / 2;
        if (d->hits.v[mid].span.off < s.off) lo = mid + 1; else hi = mid;
    }
    for (; lo < d->hits.n && d->hits.v[lo].span.off < sia_end(s); lo++)
        if (sia_end(d->hits.v[lo].span) <= sia_end(s)) return lo + 1;
    return 0;
}

void sia_lists_put(sia_lists *l, sia_range head)
{
    const sia_doc *d = l->d;
    if (l->row.n < 2 || head.from >= head.to) return;
    const sia_span h = span_of(d, head);
    for (uint32_t i = 0; i < l->row.n; i++) {
        const sia_span m = span_of(d, l->row.v[i]);
        sia_push(d->arena, l->out, (sia_member){ h, m, d->tokens.v[l->row.v[i].from].sentence, hit_in(d, h), hit_in(d, m) });
    }
}

/* ---- heads and members without what only leads to them --------------------------------------------- */

sia_range sia_lists_head(const sia_lists *l, uint32_t from, uint32_t to)
{
    const bool noun = to < l->d->tokens.n && sia_str_eq(form(l, to), SIA_STR("seperti"));
    from = to - from > LIST_FAR ? to - LIST_FAR : from;
    while (to > from && (!is_word(l, to - 1) || word(l, to - 1) & (LIST_CLOSE | LIST_CUE | LIST_HALF))) to--;
    uint32_t at = to;
    for (uint32_t n = 0; at > from && n < FAR_HEAD; at--) {
        if (is_mark(l, at - 1, ",;:") || word(l, at - 1) & LIST_CLAUSE) break;
        if (noun && at < to && (word(l, at - 1) & (LIST_AND | LIST_VERB | LIST_CUE) || sia_verb_at(l->d, at - 1))) break;
        n += is_word(l, at - 1);
    }
    while (at < to && (!is_word(l, at) || word(l, at) & LIST_OPEN)) at++;
    return (sia_range){ at, to };
}

/* Does the bracket that token `t` closes open in [from, t)? */
static bool closes(const sia_lists *l, uint32_t from, uint32_t t)
{
    if (!is_mark(l, t, ")]")) return false;
    from = t - from > LIST_FAR ? t - LIST_FAR : from;
    while (t > from && !is_mark(l, t - 1, "([")) t--;
    return t > from;
}

sia_range sia_lists_trimmed(const sia_lists *l, sia_range r)
{
    while (r.from < r.to && (!is_word(l, r.from) || word(l, r.from) & (LIST_AND | LIST_LEAD))) r.from++;
    while (r.to > r.from && !closes(l, r.from, r.to - 1) && (!is_word(l, r.to - 1) || word(l, r.to - 1) & LIST_AND)) r.to--;
    return r;
}

void sia_lists_add(sia_lists *l, sia_range r) { if (r.from < r.to) sia_push(l->d->arena, &l->row, r); }

/* ---- clauses ------------------------------------------------------------------------------------ */

/* What a range says first: to its first mark that parts, or a comma before a new clause or an explanation. */
static sia_range clause(const sia_lists *l, sia_range s)
{
    sia_range r = sia_lists_trimmed(l, s);
    for (uint32_t t = r.from; t < r.to; t++) {
        const bool new_clause = is_mark(l, t, ",") && t + 1 < r.to && word(l, t + 1) & (LIST_CLAUSE | LIST_CUE)
                             && !(word(l, t + 1) & LIST_AND);
        if (is_mark(l, t, ".;:") || new_clause || t - r.from >= LIST_FAR) return (sia_range){ r.from, t };
    }
    return r;
}

/* ---- ordinals ----------------------------------------------------------------------------------- */

/* The number that counts a member off: pertama, "1)", "(b)"; 0: none. */
static unsigned ordinal(const sia_lists *l, uint32_t t, uint32_t to)
{
    const sia_str s = form(l, t);
    if (t + 1 == to || !is_mark(l, t + 1, ")") || !s.n || s.n > 2) return sia_list_ordinal(s);
    if (s.n == 1 && s.p[0] >= 'a' && s.p[0] <= 'z') return (unsigned)(s.p[0] - 'a') + 1;
    unsigned n = 0;
    for (size_t i = 0; i < s.n; i++) n = s.p[i] >= '0' && s.p[i] <= '9' ? n * 10 + (unsigned)(s.p[i] - '0') : 100;
    return n < 100 ? n : 0;
}

/* Does an ordinal here count members, and not its noun ("putaran kedua")? It opens a clause then. */
static bool opens(const sia_lists *l, uint32_t t, uint32_t from, uint32_t to)
{
    if (t + 1 < to && is_mark(l, t + 1, ")")) return true;
    return t == from || !is_word(l, t - 1) || word(l, t - 1) & (LIST_AND | LIST_LEAD | LIST_CUE | LIST_OPEN);
}

/* The token of ordinal `n` in [at, to); `to`: none. */
static uint32_t find_ordinal(const sia_lists *l, unsigned n, uint32_t from, uint32_t at, uint32_t to)
{
    while (at < to && !(ordinal(l, at, to) == n && opens(l, at, from, to))) at++;
    return at;
}

static sia_range without_lead_in(const sia_lists *l, sia_range r)
{
    r = sia_lists_trimmed(l, r);
    while (r.to > r.from && (!is_word(l, r.to - 1) || word(l, r.to - 1) & (LIST_AND | LIST_LEAD))) r.to--;
    return r;
}

/* Where the head ends that stands before the first ordinal: at a cue shortly before it, if there is one. */
static uint32_t before_ordinals(const sia_lists *l, uint32_t from, uint32_t at)
{
    for (uint32_t t = at; t > from && t + LIST_NEAR > at; t--)
        if (sia_lists_cue(l, t - 1, at)) return t - 1;
    return at;
}

static bool by_ordinals(sia_lists *l, sia_range s)
{
    l->row.n = 0;
    const uint32_t first = find_ordinal(l, 1, s.from, s.from, s.to);
    uint32_t at = first;
    for (unsigned n = 2; at < s.to; n++) {
        const uint32_t next = find_ordinal(l, n, s.from, at + 1, s.to);
        if (next == s.to && !l->row.n) break;
        sia_lists_add(l, clause(l, without_lead_in(l, (sia_range){ at + 1, next })));
        at = next;
    }
    sia_lists_put(l, sia_lists_head(l, s.from, before_ordinals(l, s.from, first)));
    return l->row.n >= 2;
}

/* "... tiga cara. Pertama, ... Kedua, ...": sentence i begins with pertama. */
static void by_sentences(sia_lists *l, uint32_t i)
{
    const sia_doc *d = l->d;
    const uint32_t section = d->blocks.v[d->sentences.v[i].block].section;
    unsigned n = 1;
    if (i == 0) return;
    l->row.n = 0;
    for (uint32_t k = i; k < d->sentences.n && d->blocks.v[d->sentences.v[k].block].section == section; k++) {
        const sia_range s = sentence_of(d, k);
        const unsigned number = s.from == s.to ? 0 : sia_list_ordinal(form(l, s.from));
        if (k > i && number == 1) break;                     /* another enumeration */
        if (!d->sentences.v[k].counted || number != n) continue;
        sia_lists_add(l, clause(l, (sia_range){ s.from + 1, s.to }));
        n++;
    }
    const sia_range before = sentence_of(d, i - 1);
    sia_lists_put(l, sia_lists_head(l, before.from, before.to));
}

/* ---- list items ---------------------------------------------------------------------------------- */

/* Does the sentence announce what stands below it? It ends with a colon, a cue, or "sebagai berikut". */
static bool announces(const sia_lists *l, sia_range s)
{
    while (s.to > s.from && is_mark(l, s.to - 1, ".")) s.to--;
    if (s.from == s.to) return false;
    return is_mark(l, s.to - 1, ":") || word(l, s.to - 1) & LIST_CUE || sia_str_eq(form(l, s.to - 1), SIA_STR("berikut"));
}

static const sia_block *block_of(const sia_doc *d, uint32_t sentence) { return &d->blocks.v[d->sentences.v[sentence].block]; }

static sia_range without_number(const sia_lists *l, const sia_block *item, sia_range s)
{
    const sia_doc *d = l->d;
    while (s.from < s.to && (!is_word(l, s.from) || sia_str_eq(sia_cut(d->text.s, d->tokens.v[s.from].span), item->number))) s.from++;
    return s;
}

/* The items of one depth from sentence i on, which is the first of its block. An item announces those below it without a
 * word. */
static void by_items(sia_lists *l, uint32_t i)
{
    const sia_doc *d = l->d;
    const sia_block *first = block_of(d, i);
    const sia_range before = sentence_of(d, i - 1);
    if (block_of(d, i - 1)->kind != SIA_BLOCK_ITEM && !announces(l, before)) return;
    l->row.n = 0;
    for (uint32_t k = i, block = UINT32_MAX; k < d->sentences.n; k++) {
        const sia_block *b = block_of(d, k);
        if (b->kind != SIA_BLOCK_ITEM || b->section != first->section || b->depth < first->depth) break;
        if (d->sentences.v[k].block == block || b->depth > first->depth || !d->sentences.v[k].counted) continue;
        const sia_range s = clause(l, without_number(l, b, sentence_of(d, k)));
        if (s.from == s.to) continue;                        /* a lone stop: scanning lost the number before it */
        sia_lists_add(l, s);
        block = d->sentences.v[k].block;
    }
    sia_lists_put(l, sia_lists_head(l, without_number(l, block_of(d, i - 1), before).from, before.to));
}

static bool first_item(const sia_doc *d, uint32_t i)
{
    if (i == 0 || block_of(d, i)->kind != SIA_BLOCK_ITEM) return false;
    const sia_block *before = block_of(d, i - 1);
    return before != block_of(d, i) && (before->kind != SIA_BLOCK_ITEM || before->depth < block_of(d, i)->depth);
}

sia_status sia_doc_lists(sia_doc *d, sia_members *out, sia_err *err)
{
    sia_lists l = { .d = d, .out = out };
    for (uint32_t i = 0; i < d->sentences.n; i++) {
        const sia_range s = sentence_of(d, i);
        if (!d->sentences.v[i].counted || s.from == s.to) continue;
        if (first_item(d, i)) by_items(&l, i);
        if (by_ordinals(&l, s)) continue;
        if (sia_list_ordinal(form(&l, s.from)) == 1) by_sentences(&l, i);
        sia_lists_by_cue(&l, s);
    }
    return sia_arena_ok(d->arena) ? SIA_OK : sia_fail(err, SIA_MSG_NOMEM, 0, d->text.name, "");
}
