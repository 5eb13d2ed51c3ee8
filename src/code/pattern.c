/* Patterns: what a researcher types in a cell, read into alternatives of items. docs/CODEBOOK.md has the language. */
#include "codebook.h"
#include "regex.h"

enum { MAX_WORDS = 32, MAX_WORD = 250, MAX_ALTERNATIVES = 1000000 };

typedef struct { bool is_list; uint32_t id; } element;      /* an item, or a word list */
typedef struct { element at[MAX_WORDS]; uint32_t n, lists; size_t from; sia_str source; } sequence;

sia_status sia_reader_fail(const sia_reader *r, sia_msg msg, size_t at, sia_str culprit)
{
    sia_place p = sia_cell_place(r->at, at);
    int n = culprit.n > 80 ? 80 : (int)culprit.n;
    return sia_fail_at(r->err, msg, r->cb->name, p.line, p.col, "%.*s", n, culprit.p);
}

static sia_str rest(const sia_reader *r, size_t from) { return (sia_str){ r->cell.p + from, r->i - from }; }

static sia_char class_at(const sia_reader *r, size_t i, uint32_t *len)
{
    *len = 0;
    return i < r->cell.n ? sia_char_class(r->cell.p + i, len) : SIA_CHAR_SPACE;
}

void sia_reader_blanks(sia_reader *r)
{
    uint32_t k;
    while (r->i < r->cell.n && class_at(r, r->i, &k) == SIA_CHAR_SPACE) r->i += k;
}

static bool is_at(const sia_reader *r, char c) { return r->i < r->cell.n && r->cell.p[r->i] == c; }

static bool begins(const sia_reader *r, const char *word)
{
    size_t n = strlen(word);
    return r->cell.n - r->i >= n && memcmp(r->cell.p + r->i, word, n) == 0;
}

/* ---- items ------------------------------------------------------------------------------ */

/* The number of this item; equal ones have one number. `raw` is no longer than MAX_WORD. */
static uint32_t item_id(sia_codebook *cb, sia_item_kind kind, sia_str raw, bool cased)
{
    char key[4 * MAX_WORD];
    sia_str text = sia_fold(cb->scratch, raw);
    size_t n = 0;
    key[n++] = (char)('0' + (int)kind);
    memcpy(key + n, text.p, text.n);
    n += text.n;
    key[n++] = '\n';
    if (cased) { memcpy(key + n, raw.p, raw.n); n += raw.n; }
    sia_id id = sia_lex_id(cb->item_keys, (sia_str){ key, n });
    if (id > cb->items.n) {
        sia_item item = { .kind = (uint8_t)kind, .text = sia_dup(cb->a, text) };
        if (cased) {
            item.cased = sia_dup(cb->a, raw);
            item.upper = sia_upper_form(cb->a, raw);
        }
        sia_push(cb->a, &cb->items, item);
    }
    return id ? id - 1 : 0;
}

/* A word's bytes into `to`, globs as bytes of their own; stops where the word does, or past MAX_WORD. */
static size_t word_bytes(sia_reader *r, char *to)
{
    size_t n = 0;
    for (uint32_t k; r->i < r->cell.n && n <= MAX_WORD; r->i += k) {
        char c = r->cell.p[r->i];
        sia_char class = class_at(r, r->i, &k);
        if (c == '*' || c == '?') {
            if (c == '*' && n && to[n - 1] == SIA_GLOB_RUN) continue;
            to[n++] = c == '*' ? SIA_GLOB_RUN : SIA_GLOB_ONE;
            continue;
        }
        bool joins = n && to[n - 1] != SIA_GLOB_RUN && to[n - 1] != SIA_GLOB_ONE;
        bool inside = class == SIA_CHAR_MARK && joins && sia_mark_inside(r->cell, (uint32_t)r->i, k);
        if (class != SIA_CHAR_WORD && !inside) break;
        memcpy(to + n, r->cell.p + r->i, k);
        n += k;
    }
    return n;
}

static sia_status read_word(sia_reader *r, bool cased, element *out)
{
    char raw[MAX_WORD + 8];
    size_t from = r->i;
    sia_str word = { raw, word_bytes(r, raw) };
    if (word.n == 0) return sia_reader_fail(r, SIA_MSG_CASE_WORD, from, SIA_STR(""));
    if (word.n > MAX_WORD) return sia_reader_fail(r, SIA_MSG_PATTERN_LONG, from, rest(r, from));
    bool any = word.n == 1 && raw[0] == SIA_GLOB_RUN;
    bool glob = memchr(raw, SIA_GLOB_RUN, word.n) || memchr(raw, SIA_GLOB_ONE, word.n);
    sia_item_kind kind = any ? SIA_ITEM_ANY : glob ? SIA_ITEM_GLOB : SIA_ITEM_WORD;
    *out = (element){ false, item_id(r->cb, kind, word, cased && !any) };
    return SIA_OK;
}

static sia_status read_mark(sia_reader *r, element *out)
{
    uint32_t k;
    size_t from = r->i;
    bool escape = is_at(r, '\\') && r->i + 1 < r->cell.n;
    r->i += escape;
    class_at(r, r->i, &k);
    sia_str mark = { r->cell.p + r->i, k };
    r->i += k;
    if ((unsigned char)*mark.p < 0x20 || *mark.p == 0x7F) return sia_reader_fail(r, SIA_MSG_CONTROL, from, SIA_STR(""));
    *out = (element){ false, item_id(r->cb, SIA_ITEM_MARK, mark, false) };
    return SIA_OK;
}

static sia_status read_list(sia_reader *r, element *out)
{
    size_t from = r->i++;
    uint32_t k;
    for (sia_char c; r->i < r->cell.n && ((c = class_at(r, r->i, &k)) == SIA_CHAR_WORD || c == SIA_CHAR_DASH); ) r->i += k;
    sia_str name = rest(r, from + 1);
    sia_id id = sia_lex_find(r->cb->list_names, name);
    if (!id) return sia_reader_fail(r, SIA_MSG_NO_LIST, from, name);
    *out = (element){ true, id - 1 };
    return SIA_OK;
}

static sia_status read_element(sia_reader *r, element *out)
{
    uint32_t k;
    bool escaped = is_at(r, '\\') && class_at(r, r->i + 1, &k) == SIA_CHAR_WORD && k;
    if (escaped) r->i++;
    else if (begins(r, "lemma:") || begins(r, "root:")) return sia_reader_fail(r, SIA_MSG_LATER, r->i, SIA_STR("lemma:, root:"));
    else if (begins(r, "case:")) {
        r->i += 5;
        return read_word(r, true, out);
    } else if (is_at(r, '@') && class_at(r, r->i + 1, &k) == SIA_CHAR_WORD && k) {
        return read_list(r, out);
    }
    bool word = class_at(r, r->i, &k) == SIA_CHAR_WORD || is_at(r, '*') || is_at(r, '?');
    return word ? read_word(r, false, out) : read_mark(r, out);
}

/* ---- alternatives ------------------------------------------------------------------------ */

static sia_status push_alternative(sia_reader *r, sia_alternative alt, size_t from)
{
    alt.at = r->at;
    alt.off = (uint32_t)from;
    if (r->cb->alts.n >= MAX_ALTERNATIVES) return sia_reader_fail(r, SIA_MSG_CODEBOOK_BIG, from, alt.source);
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
    alt->n = cb->steps.n - alt->first;
    return alt->n <= MAX_WORDS;
}

/* Lists among words: every choice of members is an alternative. */
static sia_status expand(sia_reader *r, const sequence *q)
{
    uint32_t pick[MAX_WORDS] = { 0 };
    for (uint32_t i = 0; i < q->n; i++) if (q->at[i].is_list && !members(r->cb, q->at[i].id)) return SIA_OK;
    do {
        sia_alternative alt = { .source = q->source };
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
    sequence q = { .from = r->i };
    size_t end = r->i;
    while (r->i < r->cell.n && !is_at(r, '|')) {
        uint32_t k;
        sia_char c = class_at(r, r->i, &k);
        if (c == SIA_CHAR_SPACE || c == SIA_CHAR_DASH) { r->i += k; continue; }
        if (q.n == MAX_WORDS) return sia_reader_fail(r, SIA_MSG_PATTERN_LONG, q.from, rest(r, q.from));
        SIA_TRY(read_element(r, &q.at[q.n]));
        q.lists += q.at[q.n++].is_list;
        end = r->i;
    }
    q.source = (sia_str){ r->cell.p + q.from, end - q.from };
    if (q.n == 1 && q.lists) name_lists(r->cb, lists, q.at[0].id);
    else if (q.n) return expand(r, &q);
    if (q.n) return SIA_OK;
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
    if (!re) {
        char why[128];
        pcre2_get_error_message(code, (PCRE2_UCHAR *)why, sizeof why);
        sia_str culprit = sia_printf(r->cb->a, "%.*s: %s", (int)(regex.n > 60 ? 60 : regex.n), regex.p, why);
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
    if (end == r->cell.n) return sia_reader_fail(r, SIA_MSG_SLASH_OPEN, from, (sia_str){ r->cell.p + from, r->cell.n - from });
    sia_alternative alt = { .regex = { r->cell.p + from + 1, end - from - 1 } };
    r->i = end + 1;
    alt.keep_case = is_at(r, 'c');
    r->i += alt.keep_case;
    alt.source = rest(r, from);
    sia_reader_blanks(r);
    if (r->i < r->cell.n && !is_at(r, '|')) return sia_reader_fail(r, SIA_MSG_AFTER_SLASH, r->i, alt.source);
    SIA_TRY(check_regex(r, alt.regex, from + 1));
    return push_alternative(r, alt, from);
}

sia_status sia_pattern_read(sia_reader *r, sia_set *out)
{
    *out = (sia_set){ .alts.first = r->cb->alts.n };
    while (r->i < r->cell.n) {
        sia_reader_blanks(r);
        SIA_TRY(is_at(r, '/') ? read_regex(r) : read_words(r, &out->lists));
        r->i += is_at(r, '|');
    }
    out->alts.n = r->cb->alts.n - out->alts.first;
    if (!sia_arena_ok(r->cb->a)) return sia_fail(r->err, SIA_MSG_NOMEM, 0, r->cb->name, "%s", "");
    return SIA_OK;
}

size_t sia_pattern_end(const sia_reader *r)
{
    sia_reader at = *r;
    while (at.i < at.cell.n && !is_at(&at, ';')) {
        sia_reader_blanks(&at);
        if (is_at(&at, '/')) at.i = closing_slash(at.cell, at.i);
        while (at.i < at.cell.n && !is_at(&at, '|') && !is_at(&at, ';')) at.i += is_at(&at, '\\') && at.i + 1 < at.cell.n ? 2 : 1;
        at.i += is_at(&at, '|');
    }
    return at.i;
}
