/* Patterns: what a researcher types in a cell, read into alternatives of items. docs/CODEBOOK.md has the language. */
#include "codebook.h"
#include "regex.h"

enum { MAX_WORDS = 32, MAX_ALTERNATIVES = 1000000 };

typedef struct { sia_element at[MAX_WORDS]; uint32_t n, lists; size_t from; sia_str source; } sequence;

static sia_str rest(const sia_reader *r, size_t from) { return (sia_str){ r->cell.p + from, r->i - from }; }

/* ---- alternatives ------------------------------------------------------------------------ */

static sia_status push_alternative(sia_reader *r, sia_alternative alt, size_t from)
{
    sia_cell cell = { r->at, r->cell };
    if (!r->cb->cells.n || r->cb->cells.v[r->cb->cells.n - 1].text.p != r->cell.p) sia_push(r->cb->a, &r->cb->cells, cell);
    alt.cell = r->cb->cells.n - 1;
    if (r->cb->alts.n >= MAX_ALTERNATIVES) return sia_reader_fail(r, SIA_MSG_CODEBOOK_BIG, from, sia_source(&alt));
    sia_push(r->cb->a, &r->cb->alts, alt);
    if (!sia_arena_ok(r->cb->a)) return sia_fail(r->err, SIA_MSG_NOMEM, 0, r->cb->name, "%s", "");
    return SIA_OK;
}

/* A list's members are those of the lists it names, then its own. */
static uint32_t members(const sia_codebook *cb, uint32_t list)
{
    const sia_set *p = &cb->lists.v[list].patterns;
    uint32_t n = p->alts.n;
    for (uint32_t i = 0; i < p->lists.n; i++) n += cb->lists.v[cb->named.v[p->lists.first + i]].patterns.alts.n;
    return n;
}

static const sia_alternative *member(const sia_codebook *cb, uint32_t list, uint32_t k)
{
    const sia_set *p = &cb->lists.v[list].patterns;
    for (uint32_t i = 0; i < p->lists.n; i++) {
        sia_range named = cb->lists.v[cb->named.v[p->lists.first + i]].patterns.alts;
        if (k < named.n) return &cb->alts.v[named.first + k];
        k -= named.n;
    }
    return &cb->alts.v[p->alts.first + k];
}

/* The next choice of list members, the last list turning fastest; false after the last. */
static bool turn(const sia_codebook *cb, const sequence *q, uint32_t *pick)
{
    for (uint32_t i = q->n; i-- > 0; ) {
        if (!q->at[i].is_list) continue;
        if (++pick[i] < members(cb, q->at[i].id)) return true;
        pick[i] = 0;
    }
    return false;
}

/* Appends the items of one choice. False: a member is a regex among words, or too long. */
static bool put_choice(sia_codebook *cb, const sequence *q, const uint32_t *pick, sia_alternative *alt)
{
    uint32_t n;
    alt->first = cb->steps.n;
    for (uint32_t i = 0; i < q->n; i++) {
        if (!q->at[i].is_list) {
            sia_push(cb->a, &cb->steps, q->at[i].id);
            continue;
        }
        const sia_alternative *m = member(cb, q->at[i].id, pick[i]);
        if (m->n == 0) return false;
        for (uint32_t k = 0; k < m->n; k++) sia_push(cb->a, &cb->steps, cb->steps.v[m->first + k]);
    }
    n = cb->steps.n - alt->first;
    alt->n = (uint8_t)n;
    return n <= MAX_WORDS;
}

/* Lists among words: every choice of members is an alternative. */
static sia_status expand(sia_reader *r, const sequence *q)
{
    uint32_t pick[MAX_WORDS] = { 0 };
    for (uint32_t i = 0; i < q->n; i++) if (q->at[i].is_list && !members(r->cb, q->at[i].id)) return SIA_OK;
    do {
        sia_alternative alt = { .source = q->source.p, .len = (uint32_t)q->source.n };
        if (!put_choice(r->cb, q, pick, &alt)) return sia_reader_fail(r, SIA_MSG_LIST_WORDS, q->from, q->source);
        SIA_TRY(push_alternative(r, alt, q->from));
    } while (turn(r->cb, q, pick));
    return SIA_OK;
}

static void name_list(sia_codebook *cb, sia_range *lists, uint32_t id)
{
    for (uint32_t i = 0; i < lists->n; i++) if (cb->named.v[lists->first + i] == id) return;
    if (!lists->n) lists->first = cb->named.n;
    sia_push(cb->a, &cb->named, id);
    lists->n = cb->named.n - lists->first;
}

/* A list that stands alone is named, and those it names. */
static void name_lists(sia_codebook *cb, sia_range *lists, uint32_t id)
{
    sia_range inner = cb->lists.v[id].patterns.lists;
    for (uint32_t i = 0; i < inner.n; i++) name_list(cb, lists, cb->named.v[inner.first + i]);
    name_list(cb, lists, id);
}

static sia_status read_words(sia_reader *r, sia_range *lists)
{
    sequence q;
    size_t end = r->i;
    q.n = q.lists = 0;
    q.from = r->i;
    while (r->i < r->cell.n && !sia_reader_is(r, '|')) {
        uint32_t k;
        sia_char c = sia_reader_class(r, &k);
        if (c == SIA_CHAR_SPACE || c == SIA_CHAR_DASH) { r->i += k; continue; }
        if (q.n == MAX_WORDS) return sia_reader_fail(r, SIA_MSG_PATTERN_LONG, q.from, rest(r, q.from));
        SIA_TRY(sia_element_read(r, &q.at[q.n]));
        q.lists += q.at[q.n++].is_list;
        end = r->i;
    }
    q.source = (sia_str){ r->cell.p + q.from, end - q.from };
    if (q.n == 1 && q.lists) name_lists(r->cb, lists, q.at[0].id);
    else if (q.n) return expand(r, &q);
    if (q.n) return SIA_OK;
    if (r->cb->findings.n < SIA_FINDINGS_MAX)
        sia_codebook_find(r->cb, SIA_MSG_EMPTY_ALTERNATIVE, sia_cell_place(r->at, q.from), SIA_STR(""));
    return SIA_OK;
}

/* ---- regexes ------------------------------------------------------------------------------ */

/* The slash that closes the one at `from`; cell.n: none. */
static size_t closing_slash(sia_str cell, size_t from)
{
    for (size_t i = from + 1; i < cell.n; i++) {
        if (cell.p[i] == '\\') i++;
        else if (cell.p[i] == '/') return i;
    }
    return cell.n;
}

static sia_status check_regex(sia_reader *r, sia_str regex, size_t from)
{
    size_t at = 0;
    int code = 0;
    sia_msg msg = regex.n > SIA_REGEX_MAX ? SIA_MSG_PATTERN_LONG : sia_regex_refused(regex, &at);
    if (msg) return sia_reader_fail(r, msg, from + at, regex);
    pcre2_code *re = sia_regex_compile(regex, false, 0, &code, &at);
    if (!re && code == PCRE2_ERROR_HEAP_FAILED) return sia_fail(r->err, SIA_MSG_NOMEM, 0, r->cb->name, "");
    if (!re) {
        char why[128];
        pcre2_get_error_message(code, (PCRE2_UCHAR *)why, sizeof why);
        sia_str culprit = sia_printf(r->cb->a, "'%.*s': %s", (int)(regex.n > 60 ? 60 : regex.n), regex.p, why);
        sia_reader_fail(r, SIA_MSG_REGEX, from + at, culprit);
        if (r->err) r->err->sys = code;
        return SIA_EPATTERN;
    }
    pcre2_code_free(re);
    return SIA_OK;
}

static sia_status read_regex(sia_reader *r)
{
    size_t from = r->i, end = closing_slash(r->cell, from);
    sia_str all = { r->cell.p + from, r->cell.n - from };
    if (end == r->cell.n) return sia_reader_fail(r, SIA_MSG_SLASH_OPEN, from, all);
    r->i = end + 1;
    sia_alternative alt = { .source = r->cell.p + from, .keep_case = sia_reader_is(r, 'c') };
    r->i += alt.keep_case;
    alt.len = (uint32_t)(r->i - from);
    sia_reader_blanks(r);
    if (r->i < r->cell.n && !sia_reader_is(r, '|')) return sia_reader_fail(r, SIA_MSG_AFTER_SLASH, r->i, sia_source(&alt));
    SIA_TRY(check_regex(r, sia_regex_of(&alt), from + 1));
    return push_alternative(r, alt, from);
}

sia_status sia_pattern_read(sia_reader *r, sia_set *out)
{
    *out = (sia_set){ .alts.first = r->cb->alts.n };
    while (r->i < r->cell.n) {
        sia_reader_blanks(r);
        SIA_TRY(sia_reader_is(r, '/') ? read_regex(r) : read_words(r, &out->lists));
        r->i += sia_reader_is(r, '|');
    }
    out->alts.n = r->cb->alts.n - out->alts.first;
    if (sia_arena_ok(r->cb->a) && sia_arena_ok(r->cb->scratch)) return SIA_OK;
    return sia_fail(r->err, SIA_MSG_NOMEM, 0, r->cb->name, "%s", "");
}

size_t sia_pattern_end(const sia_reader *r)
{
    sia_reader at = *r;
    while (at.i < at.cell.n && !sia_reader_is(&at, ';')) {
        sia_reader_blanks(&at);
        if (sia_reader_is(&at, '/')) at.i = closing_slash(at.cell, at.i);
        while (at.i < at.cell.n && !sia_reader_is(&at, '|') && !sia_reader_is(&at, ';'))
            at.i += sia_reader_is(&at, '\\') && at.i + 1 < at.cell.n ? 2 : 1;
        at.i += sia_reader_is(&at, '|');
    }
    return at.i;
}
