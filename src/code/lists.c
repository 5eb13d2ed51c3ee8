/* Enumerations: a head, a cue, and members.
 *
 *     Adapun strategi ofensif | meliputi | kampanye terbuka, koalisi, dan media sosial | untuk menang.
 *            ^^^^^^^^^^^^^^^^                ^^^^^^^^^^^^^^^^  ^^^^^^^      ^^^^^^^^^^^^
 *     dengan tiga cara | yaitu | pertama menentukan visi, kedua ..., dan ketiga ...
 *     ... sebagai berikut: | 1. Tim sukses ... | 2. Relawan ...
 *
 * Everything is said in tokens [from, to) of one sentence; spans are made at the end, when a member is put. */
#include <siasat/code.h>
#include "clause.h"
#include "listword.h"

enum { LONGEST = 15, FAR_HEAD = 14 };                        /* words of a member in a row; of a head */
enum { FAR = 64, NEAR = 8 };                                 /* tokens that are looked at: nothing runs over a long sentence twice */

typedef sia_range range;

typedef struct {
    sia_doc     *d;
    sia_members *out;
    SIA_VEC(range) row;                                      /* the members of the enumeration being read */
    bool         joined;                                     /* a "dan" stands between two of them */
} lists;

/* ---- tokens ------------------------------------------------------------------------------------ */

static sia_str form(const lists *l, uint32_t t) { return sia_form_at(l->d, t); }
static unsigned word(const lists *l, uint32_t t) { return sia_list_word(form(l, t)); }
static bool is_word(const lists *l, uint32_t t) { return sia_word_at(l->d, t); }
static bool is_mark(const lists *l, uint32_t t, const char *marks) { return sia_mark_at(l->d, t, marks); }
static bool capital(const lists *l, uint32_t t) { return sia_capital_at(l->d, t); }
static bool verb(const lists *l, uint32_t t) { return word(l, t) & LIST_VERB || sia_verb_at(l->d, t); }

static uint32_t words_in(const lists *l, range r)
{
    uint32_t n = 0;
    for (uint32_t t = r.from; t < r.to; t++) n += is_word(l, t);
    return n;
}

static range sentence_of(const sia_doc *d, uint32_t i) { return sia_sentence_range(d, i); }

/* ---- what is put ------------------------------------------------------------------------------ */

static sia_span span_of(const sia_doc *d, range r)
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

static void put_row(lists *l, range head)
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

/* The clause before `to`, its openers and closers left out; its last words where it is long. */
static range head_before(const lists *l, uint32_t from, uint32_t to)
{
    from = to - from > FAR ? to - FAR : from;
    while (to > from && (!is_word(l, to - 1) || word(l, to - 1) & (LIST_CLOSE | LIST_CUE | LIST_HALF))) to--;
    uint32_t at = to;
    for (uint32_t n = 0; at > from && n < FAR_HEAD; at--) {
        if (is_mark(l, at - 1, ",;:") || word(l, at - 1) & LIST_CLAUSE) break;
        n += is_word(l, at - 1);
    }
    while (at < to && (!is_word(l, at) || word(l, at) & LIST_OPEN)) at++;
    return (range){ at, to };
}

/* Does the bracket that token `t` closes open in [from, t)? */
static bool closes(const lists *l, uint32_t from, uint32_t t)
{
    if (!is_mark(l, t, ")]")) return false;
    from = t - from > FAR ? t - FAR : from;
    while (t > from && !is_mark(l, t - 1, "([")) t--;
    return t > from;
}

static range trimmed(const lists *l, range r)
{
    while (r.from < r.to && (!is_word(l, r.from) || word(l, r.from) & (LIST_AND | LIST_LEAD))) r.from++;
    while (r.to > r.from && !closes(l, r.from, r.to - 1) && (!is_word(l, r.to - 1) || word(l, r.to - 1) & LIST_AND)) r.to--;
    return r;
}

/* The end of what the last member of a row says: before its aim, before what explains it, and before the sentence's own
 * verb. */
static uint32_t last_end(const lists *l, range r, bool inside)
{
    for (uint32_t t = r.from + 1; t < r.to; t++) {
        if (word(l, t) & LIST_AIM || is_mark(l, t, ":") || (inside && verb(l, t))) return t;
        if (sia_str_eq(form(l, t), SIA_STR("yang"))) inside = false;         /* its verb is the relative clause's */
    }
    return r.to;
}

static void add(lists *l, range r) { if (r.from < r.to) sia_push(l->d->arena, &l->row, r); }

/* ---- rows: A, B, dan C -------------------------------------------------------------------------- */

static bool noun_of_action(sia_str s)
{
    return s.n > 5 && s.p[0] == 'p' && s.p[1] == 'e' && s.p[s.n - 2] == 'a' && s.p[s.n - 1] == 'n';
}

/* Where a comma was lost: "Kampanye Door-to-Door penggunaan media sosial" changes from titles to common words and begins
 * anew with a noun of action. r.to: nowhere. */
static uint32_t lost_comma(const lists *l, range r)
{
    for (uint32_t t = r.from + 2; t < r.to; t++)
        if (!capital(l, t) && capital(l, t - 1) && capital(l, t - 2) && noun_of_action(form(l, t))) return t;
    return r.to;
}

static void add_segment(lists *l, range r)
{
    const uint32_t cut = lost_comma(l, r);
    if (cut < r.to) add(l, (range){ r.from, cut });
    add(l, (range){ cut < r.to ? cut : r.from, r.to });
}

/* The comma or semicolon that ends the segment at `at`; marks inside brackets part nothing. No segment is FAR long. */
static uint32_t segment_end(const lists *l, uint32_t at, uint32_t to)
{
    to = to - at > FAR ? at + FAR : to;
    for (int depth = 0; at < to; at++) {
        if (is_mark(l, at, "([")) depth++;
        if (is_mark(l, at, ")]") && depth) depth--;
        if (!depth && is_mark(l, at, ",;")) return at;
    }
    return to;
}

static uint32_t last_and(const lists *l, range r)
{
    for (uint32_t t = r.to; t > r.from + 1; t--)
        if (word(l, t - 1) & LIST_AND) return t - 1;
    return r.to;
}

/* "antara A dan B" names two that belong together. */
static bool between(const lists *l, range r)
{
    for (uint32_t t = r.from; t < r.to; t++) if (word(l, t) & LIST_HALF) return true;
    return false;
}

/* The last segment without an "and" before it: "..., B dan C". */
static void add_last(lists *l, range r, bool inside)
{
    const uint32_t end = last_end(l, r, inside), cut = last_and(l, (range){ r.from, end });
    if (cut == end || between(l, (range){ r.from, cut })) {
        add_segment(l, trimmed(l, (range){ r.from, end }));
        return;
    }
    const range c = trimmed(l, (range){ cut, r.to });
    l->joined = true;
    add_segment(l, trimmed(l, (range){ r.from, cut }));
    add_segment(l, trimmed(l, (range){ c.from, last_end(l, c, inside) }));
}

/* Where the first member of a row begins: past what only leads to it, and past "tiga:". */
static uint32_t row_start(const lists *l, uint32_t at, uint32_t to)
{
    to = to - at > NEAR ? at + NEAR : to;
    while (at < to && (!is_word(l, at) || word(l, at) & (LIST_LEAD | LIST_CLOSE))) at++;
    for (uint32_t t = at; t < to && t < at + 3; t++) if (is_mark(l, t, ":")) return t + 1;
    return at;
}

/* Reads the members that stand from `at` to the end of the sentence into l->row; returns where the row ends. */
static uint32_t read_row(lists *l, uint32_t at, uint32_t to, bool inside)
{
    l->row.n = 0;
    l->joined = false;
    for (at = row_start(l, at, to); at < to; ) {
        const uint32_t end = segment_end(l, at, to);
        const unsigned w = word(l, at), next = end + 1 < to ? word(l, end + 1) : 0;
        const bool joined = w & LIST_AND, over = !(next & LIST_AND) && next & (LIST_CLAUSE | LIST_AIM | LIST_OPEN | LIST_CUE);
        const bool last = end == to || joined || over;
        const range seg = trimmed(l, (range){ at, end });
        if (words_in(l, (range){ seg.from, last_end(l, seg, inside) }) > LONGEST) return at;
        l->joined = l->joined || joined;
        if (w & LIST_APART) ;                                /* an aside */
        else if (joined) add_segment(l, trimmed(l, (range){ seg.from, last_end(l, seg, inside) }));
        else if (last) add_last(l, seg, inside);
        else add_segment(l, trimmed(l, (range){ seg.from, last_end(l, seg, false) }));
        at = end + 1;
        if (last) break;
    }
    return at < to ? at : to;
}

/* The number of tokens of the cue at `t`: 1 (meliputi), 2 (terdiri atas), 0. */
static uint32_t cue_at(const lists *l, uint32_t t, uint32_t to)
{
    const unsigned w = word(l, t);
    if (w & LIST_CUE) return 1;
    return w & LIST_HALF && t + 1 < to && word(l, t + 1) & LIST_REST ? 2 : 0;
}

static void by_cue(lists *l, range s)
{
    for (uint32_t t = s.from + 1, n; t < s.to; t++) {
        if (!(n = cue_at(l, t, s.to))) continue;
        const bool inside = word(l, t) & LIST_INSIDE;
        const uint32_t end = read_row(l, t + n, s.to, inside);
        if (l->row.n < 2 || (l->row.n == 2 && !l->joined)) continue;         /* "yaitu ekonomi; warga ..." */
        put_row(l, head_before(l, s.from, t));
        t = end - 1;
    }
}

/* ---- clauses ------------------------------------------------------------------------------------ */

/* What a range says first: to its first mark that parts, or a comma before a new clause or an explanation. */
static range clause(const lists *l, range s)
{
    range r = trimmed(l, s);
    for (uint32_t t = r.from; t < r.to; t++) {
        const bool new_clause = is_mark(l, t, ",") && t + 1 < r.to && word(l, t + 1) & (LIST_CLAUSE | LIST_CUE)
                             && !(word(l, t + 1) & LIST_AND);
        if (is_mark(l, t, ".;:") || new_clause || t - r.from >= FAR) return (range){ r.from, t };
    }
    return r;
}

/* ---- ordinals ----------------------------------------------------------------------------------- */

/* Does an ordinal here count members, and not its noun ("putaran kedua")? It opens a clause then. */
static bool opens(const lists *l, uint32_t t, uint32_t from)
{
    return t == from || !is_word(l, t - 1) || word(l, t - 1) & (LIST_AND | LIST_LEAD | LIST_CUE | LIST_OPEN);
}

/* The token of ordinal `n` in [at, to); `to`: none. */
static uint32_t find_ordinal(const lists *l, unsigned n, uint32_t from, uint32_t at, uint32_t to)
{
    while (at < to && !(sia_list_ordinal(form(l, at)) == n && opens(l, at, from))) at++;
    return at;
}

static range without_lead_in(const lists *l, range r)
{
    r = trimmed(l, r);
    while (r.to > r.from && (!is_word(l, r.to - 1) || word(l, r.to - 1) & (LIST_AND | LIST_LEAD))) r.to--;
    return r;
}

/* Where the head ends that stands before the first ordinal: at a cue shortly before it, if there is one. */
static uint32_t before_ordinals(const lists *l, uint32_t from, uint32_t at)
{
    for (uint32_t t = at; t > from && t + NEAR > at; t--)
        if (cue_at(l, t - 1, at)) return t - 1;
    return at;
}

static bool by_ordinals(lists *l, range s)
{
    l->row.n = 0;
    const uint32_t first = find_ordinal(l, 1, s.from, s.from, s.to);
    uint32_t at = first;
    for (unsigned n = 2; at < s.to; n++) {
        const uint32_t next = find_ordinal(l, n, s.from, at + 1, s.to);
        if (next == s.to && !l->row.n) break;
        add(l, clause(l, without_lead_in(l, (range){ at + 1, next })));
        at = next;
    }
    put_row(l, head_before(l, s.from, before_ordinals(l, s.from, first)));
    return l->row.n >= 2;
}

/* "... tiga cara. Pertama, ... Kedua, ...": sentence i begins with pertama. */
static void by_sentences(lists *l, uint32_t i)
{
    const sia_doc *d = l->d;
    const uint32_t section = d->blocks.v[d->sentences.v[i].block].section;
    unsigned n = 1;
    if (i == 0) return;
    l->row.n = 0;
    for (uint32_t k = i; k < d->sentences.n && d->blocks.v[d->sentences.v[k].block].section == section; k++) {
        const range s = sentence_of(d, k);
        const unsigned ordinal = s.from == s.to ? 0 : sia_list_ordinal(form(l, s.from));
        if (k > i && ordinal == 1) break;                    /* another enumeration */
        if (!d->sentences.v[k].counted || ordinal != n) continue;
        add(l, clause(l, (range){ s.from + 1, s.to }));
        n++;
    }
    const range before = sentence_of(d, i - 1);
    put_row(l, head_before(l, before.from, before.to));
}

/* ---- list items ---------------------------------------------------------------------------------- */

/* Does the sentence announce what stands below it? It ends with a colon, a cue, or "sebagai berikut". */
static bool announces(const lists *l, range s)
{
    while (s.to > s.from && is_mark(l, s.to - 1, ".")) s.to--;
    if (s.from == s.to) return false;
    return is_mark(l, s.to - 1, ":") || word(l, s.to - 1) & LIST_CUE || sia_str_eq(form(l, s.to - 1), SIA_STR("berikut"));
}

static const sia_block *block_of(const sia_doc *d, uint32_t sentence) { return &d->blocks.v[d->sentences.v[sentence].block]; }

static range without_number(const lists *l, const sia_block *item, range s)
{
    const sia_doc *d = l->d;
    while (s.from < s.to && (!is_word(l, s.from) || sia_str_eq(sia_cut(d->text.s, d->tokens.v[s.from].span), item->number))) s.from++;
    return s;
}

/* The items of one depth from sentence i on, which is the first of its block. */
static void by_items(lists *l, uint32_t i)
{
    const sia_doc *d = l->d;
    const sia_block *first = block_of(d, i);
    const range before = sentence_of(d, i - 1);
    if (!announces(l, before)) return;
    l->row.n = 0;
    for (uint32_t k = i, block = UINT32_MAX; k < d->sentences.n; k++) {
        const sia_block *b = block_of(d, k);
        if (b->kind != SIA_BLOCK_ITEM || b->section != first->section || b->depth < first->depth) break;
        if (d->sentences.v[k].block == block || b->depth > first->depth || !d->sentences.v[k].counted) continue;
        const range s = clause(l, without_number(l, b, sentence_of(d, k)));
        if (s.from == s.to) continue;                        /* a lone stop: scanning lost the number before it */
        add(l, s);
        block = d->sentences.v[k].block;
    }
    put_row(l, head_before(l, before.from, before.to));
}

static bool first_item(const sia_doc *d, uint32_t i)
{
    if (i == 0 || block_of(d, i)->kind != SIA_BLOCK_ITEM) return false;
    const sia_block *before = block_of(d, i - 1);
    return before != block_of(d, i) && (before->kind != SIA_BLOCK_ITEM || before->depth < block_of(d, i)->depth);
}

sia_status sia_doc_lists(sia_doc *d, sia_members *out, sia_err *err)
{
    lists l = { .d = d, .out = out };
    for (uint32_t i = 0; i < d->sentences.n; i++) {
        const range s = sentence_of(d, i);
        if (!d->sentences.v[i].counted || s.from == s.to) continue;
        if (first_item(d, i)) by_items(&l, i);
        if (by_ordinals(&l, s)) continue;
        if (sia_list_ordinal(form(&l, s.from)) == 1) by_sentences(&l, i);
        by_cue(&l, s);
    }
    return sia_arena_ok(d->arena) ? SIA_OK : sia_fail(err, SIA_MSG_NOMEM, 0, d->text.name, "");
}
