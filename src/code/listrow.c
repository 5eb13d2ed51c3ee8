/* Rows of members behind a cue: A, B, dan C. */
#include "lists.h"

enum { LONGEST = 15 };                                       /* words of a member */

static bool capital(const sia_lists *l, uint32_t t) { return sia_capital_at(l->d, t); }
static bool verb(const sia_lists *l, uint32_t t) { return word(l, t) & LIST_VERB || sia_verb_at(l->d, t); }

static uint32_t words_in(const sia_lists *l, sia_range r)
{
    uint32_t n = 0;
    for (uint32_t t = r.from; t < r.to; t++) n += is_word(l, t);
    return n;
}

/* The end of what the last member of a row says: before its aim, before what explains it, and before the sentence's own
 * verb. */
static uint32_t last_end(const sia_lists *l, sia_range r, bool inside)
{
    for (uint32_t t = r.from + 1; t < r.to; t++) {
        if (word(l, t) & LIST_AIM || is_mark(l, t, ":") || (inside && verb(l, t))) return t;
        if (sia_str_eq(form(l, t), SIA_STR("yang"))) inside = false;         /* its verb is the relative clause's */
    }
    return r.to;
}

static bool noun_of_action(sia_str s)
{
    return s.n > 5 && s.p[0] == 'p' && s.p[1] == 'e' && s.p[s.n - 2] == 'a' && s.p[s.n - 1] == 'n';
}

/* Where a comma was lost: "Kampanye Door-to-Door penggunaan media sosial" changes from titles to common words and begins
 * anew with a noun of action. r.to: nowhere. */
static uint32_t lost_comma(const sia_lists *l, sia_range r)
{
    for (uint32_t t = r.from + 2; t < r.to; t++)
        if (!capital(l, t) && capital(l, t - 1) && capital(l, t - 2) && noun_of_action(form(l, t))) return t;
    return r.to;
}

static void add_segment(sia_lists *l, sia_range r)
{
    const uint32_t cut = lost_comma(l, r);
    if (cut < r.to) sia_lists_add(l, (sia_range){ r.from, cut });
    sia_lists_add(l, (sia_range){ cut < r.to ? cut : r.from, r.to });
}

/* The comma or semicolon that ends the segment at `at`; marks inside brackets part nothing. No segment is LIST_FAR long. */
static uint32_t segment_end(const sia_lists *l, uint32_t at, uint32_t to)
{
    to = to - at > LIST_FAR ? at + LIST_FAR : to;
    for (int depth = 0; at < to; at++) {
        if (is_mark(l, at, "([")) depth++;
        if (is_mark(l, at, ")]") && depth) depth--;
        if (!depth && is_mark(l, at, ",;")) return at;
    }
    return to;
}

static uint32_t last_and(const sia_lists *l, sia_range r)
{
    for (uint32_t t = r.to; t > r.from + 1; t--)
        if (word(l, t - 1) & LIST_AND) return t - 1;
    return r.to;
}

/* "antara A dan B" names two that belong together. */
static bool between(const sia_lists *l, sia_range r)
{
    for (uint32_t t = r.from; t < r.to; t++) if (word(l, t) & LIST_HALF) return true;
    return false;
}

/* The last segment without an "and" before it: "..., B dan C". */
static void add_last(sia_lists *l, sia_range r, bool inside)
{
    const uint32_t end = last_end(l, r, inside), cut = last_and(l, (sia_range){ r.from, end });
    if (cut == end || between(l, (sia_range){ r.from, cut })) {
        add_segment(l, sia_lists_trimmed(l, (sia_range){ r.from, end }));
        return;
    }
    const sia_range c = sia_lists_trimmed(l, (sia_range){ cut, r.to });
    l->joined = true;
    add_segment(l, sia_lists_trimmed(l, (sia_range){ r.from, cut }));
    add_segment(l, sia_lists_trimmed(l, (sia_range){ c.from, last_end(l, c, inside) }));
}

/* Where the first member of a row begins: past what only leads to it, and past "tiga:". */
static uint32_t row_start(const sia_lists *l, uint32_t at, uint32_t to)
{
    to = to - at > LIST_NEAR ? at + LIST_NEAR : to;
    while (at < to && (!is_word(l, at) || word(l, at) & (LIST_LEAD | LIST_CLOSE))) at++;
    for (uint32_t t = at; t < to && t < at + 3; t++) if (is_mark(l, t, ":")) return t + 1;
    return at;
}

/* Where an enumeration inside a member begins, "media sosial seperti ..."; r.to: nowhere. */
static uint32_t inner_cue(const sia_lists *l, sia_range r)
{
    for (uint32_t t = r.from + 1; t < r.to; t++)
        if (sia_str_eq(form(l, t), SIA_STR("seperti"))) return t;
    return r.to;
}

/* Reads the members that stand from `at` to the end of the sentence into l->row; returns where the row ends. A member that
 * enumerates in turn, "media sosial seperti A dan B", ends before its own cue and goes to l->inner; where its members go on
 * behind the comma, "baliho dan media sosial seperti A, B dan C", the row ends there. */
static uint32_t read_row(sia_lists *l, uint32_t at, uint32_t to, bool inside)
{
    l->row.n = 0;
    l->joined = false;
    for (at = row_start(l, at, to); at < to; ) {
        const uint32_t end = segment_end(l, at, to), cue = inner_cue(l, (sia_range){ at, end });
        const bool whole = cue == end || last_and(l, (sia_range){ cue, end }) < end;
        const unsigned w = word(l, at), next = end + 1 < to ? word(l, end + 1) : 0;
        const bool joined = w & LIST_AND, over = !(next & LIST_AND) && next & (LIST_CLAUSE | LIST_AIM | LIST_OPEN | LIST_CUE);
        const bool last = end == to || joined || over || !whole;
        const sia_range seg = sia_lists_trimmed(l, (sia_range){ at, cue });
        if (words_in(l, (sia_range){ seg.from, last_end(l, seg, inside) }) > LONGEST) return at;
        l->joined = l->joined || joined;
        if (w & LIST_APART) ;                                /* an aside */
        else if (joined) add_segment(l, sia_lists_trimmed(l, (sia_range){ seg.from, last_end(l, seg, inside) }));
        else if (last) add_last(l, seg, inside);
        else add_segment(l, sia_lists_trimmed(l, (sia_range){ seg.from, last_end(l, seg, false) }));
        if (cue < end && whole) sia_push(l->d->arena, &l->inner, ((sia_range){ at, end }));
        if (!whole) return cue;
        at = end + 1;
        if (last) break;
    }
    return at < to ? at : to;
}

uint32_t sia_lists_cue(const sia_lists *l, uint32_t t, uint32_t to)
{
    const unsigned w = word(l, t);
    if (w & LIST_CUE) return 1;
    return w & LIST_HALF && t + 1 < to && word(l, t + 1) & LIST_REST ? 2 : 0;
}

static void read_inner(sia_lists *l, sia_range segment)
{
    const uint32_t cue = inner_cue(l, segment);
    (void)read_row(l, cue + 1, segment.to, true);
    if (l->row.n >= 2) sia_lists_put(l, sia_lists_head(l, segment.from, cue));
}

void sia_lists_by_cue(sia_lists *l, sia_range s)
{
    uint32_t head = s.to;                                    /* "terdiri atas tiga bentuk, yaitu": the first of two cues */
    for (uint32_t t = s.from + 1, n; t < s.to; t++) {
        if (!(n = sia_lists_cue(l, t, s.to))) continue;
        const bool inside = word(l, t) & LIST_INSIDE;
        l->inner.n = 0;
        const uint32_t end = read_row(l, t + n, s.to, inside);
        if (head > t) head = t;
        if (l->row.n < 2 || (l->row.n == 2 && !l->joined)) { /* "yaitu ekonomi; warga ..." */
            if (!(end < s.to && sia_lists_cue(l, end, s.to))) head = s.to;
            continue;
        }
        sia_lists_put(l, sia_lists_head(l, s.from, head));
        for (uint32_t i = 0; i < l->inner.n; i++) read_inner(l, l->inner.v[i]);
        head = s.to;
        t = end - 1;
    }
}
