/* Elements: one word, mark or list of a pattern, read into an item. */
#include "codebook.h"
#include "hash.h"

enum { MAX_WORD = 250, MIN_NEAR = 6 };

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

sia_char sia_reader_class(const sia_reader *r, uint32_t *len) { return class_at(r, r->i, len); }

void sia_reader_blanks(sia_reader *r)
{
    uint32_t k;
    while (r->i < r->cell.n && class_at(r, r->i, &k) == SIA_CHAR_SPACE) r->i += k;
}

bool sia_reader_is(const sia_reader *r, char c) { return r->i < r->cell.n && r->cell.p[r->i] == c; }

static bool begins(const sia_reader *r, const char *word)
{
    size_t n = strlen(word);
    return r->cell.n - r->i >= n && memcmp(r->cell.p + r->i, word, n) == 0;
}

/* ---- items ------------------------------------------------------------------------------ */

static bool is_item(const sia_item *i, sia_item_kind kind, sia_str text, sia_str typed)
{
    return i->kind == kind && sia_str_eq(i->text, text) && (i->cased ? sia_str_eq(i->cased->typed, typed) : !typed.n);
}

static uint32_t slot_of(const sia_codebook *cb, sia_item_kind kind, sia_str text, sia_str typed)
{
    uint64_t seed = (uint64_t)(uintptr_t)cb + kind;
    uint32_t i = (uint32_t)sia_hash(typed.n ? sia_hash(seed, typed) : seed, text) & cb->item_mask;
    while (cb->item_slots[i] && !is_item(&cb->items.v[cb->item_slots[i] - 1], kind, text, typed)) i = (i + 1) & cb->item_mask;
    return i;
}

static bool room_for_item(sia_codebook *cb)
{
    if (cb->item_slots && cb->items.n <= cb->item_mask / 2) return true;
    uint32_t size = cb->item_slots ? 2 * (cb->item_mask + 1) : 64;
    cb->item_slots = sia_new(cb->a, uint32_t, size);
    cb->item_mask = size - 1;
    for (uint32_t i = 0; cb->item_slots && i < cb->items.n; i++) {
        const sia_item *it = &cb->items.v[i];
        cb->item_slots[slot_of(cb, (sia_item_kind)it->kind, it->text, it->cased ? it->cased->typed : SIA_STR(""))] = i + 1;
    }
    return cb->item_slots;
}

static sia_item new_item(sia_codebook *cb, sia_item_kind kind, sia_str text, sia_str typed)
{
    sia_item item = { .text = sia_dup(cb->a, text), .kind = (uint8_t)kind };
    sia_case *c = typed.n ? sia_new(cb->a, sia_case, 1) : NULL;
    if (c) *c = (sia_case){ sia_dup(cb->a, typed), sia_upper_form(cb->a, typed) };
    item.cased = c;
    return item;
}

/* The number of an item; equal ones have one number. `typed`: its letters where their case matters. */
static uint32_t number_of(sia_codebook *cb, sia_item_kind kind, sia_str text, sia_str typed)
{
    if (!room_for_item(cb)) return 0;
    uint32_t slot = slot_of(cb, kind, text, typed);
    if (cb->item_slots[slot]) return cb->item_slots[slot] - 1;
    sia_push(cb->a, &cb->items, new_item(cb, kind, text, typed));
    if (!sia_arena_ok(cb->a)) return 0;
    cb->item_slots[slot] = cb->items.n;
    return cb->items.n - 1;
}

static uint32_t item_id(sia_codebook *cb, sia_item_kind kind, sia_str raw, bool cased)
{
    return number_of(cb, kind, sia_fold(cb->scratch, raw), cased ? raw : SIA_STR(""));
}

/* A word's bytes into `to`, globs as bytes of their own; stops where the word does, or past MAX_WORD. */
static size_t word_bytes(sia_reader *r, char *to)
{
    size_t n = 0;
    for (uint32_t k; r->i < r->cell.n && n <= MAX_WORD; r->i += k) {
        char c = r->cell.p[r->i];
        if (c >= 'a' && c <= 'z') { to[n++] = c; k = 1; continue; }
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

static sia_status read_word(sia_reader *r, bool cased, sia_element *out)
{
    char raw[MAX_WORD + 8];
    size_t from = r->i;
    sia_str word = { raw, word_bytes(r, raw) };
    if (word.n == 0) return sia_reader_fail(r, SIA_MSG_CASE_WORD, from, SIA_STR(""));
    if (word.n > MAX_WORD) return sia_reader_fail(r, SIA_MSG_PATTERN_LONG, from, rest(r, from));
    bool any = word.n == 1 && raw[0] == SIA_GLOB_RUN;
    bool glob = memchr(raw, SIA_GLOB_RUN, word.n) || memchr(raw, SIA_GLOB_ONE, word.n);
    sia_item_kind kind = any ? SIA_ITEM_ANY : glob ? SIA_ITEM_GLOB : SIA_ITEM_WORD;
    *out = (sia_element){ false, item_id(r->cb, kind, word, cased && !any) };
    return SIA_OK;
}

static bool is_small(sia_str s)
{
    for (size_t i = 0; i < s.n; i++) if (s.p[i] < 'a' || s.p[i] > 'z') return false;
    return true;
}

/* `~word`: the word, or the word with one slip of the pen. */
static sia_status read_near(sia_reader *r, sia_element *out)
{
    char raw[MAX_WORD + 9];
    size_t from = r->i++;
    sia_str rest_of = { raw + 2, word_bytes(r, raw + 1) - 1 };      /* the first letter makes room for the sign of nearness */
    sia_str word = { raw + 1, rest_of.n + 1 };
    if (word.n < MIN_NEAR || word.n > MAX_WORD || !is_small(word)) return sia_reader_fail(r, SIA_MSG_NEAR_WORD, from, rest(r, from));
    raw[0] = raw[1];
    raw[1] = SIA_GLOB_NEAR;
    *out = (sia_element){ false, number_of(r->cb, SIA_ITEM_GLOB, (sia_str){ raw, word.n + 1 }, SIA_STR("")) };
    return SIA_OK;
}

/* The word after `lemma:` or `root:`. */
static sia_status read_key(sia_reader *r, sia_item_kind kind, sia_element *out)
{
    char raw[MAX_WORD + 8];
    size_t from = r->i;
    sia_str word = { raw, word_bytes(r, raw) };
    if (word.n > MAX_WORD) return sia_reader_fail(r, SIA_MSG_PATTERN_LONG, from, rest(r, from));
    if (!word.n || memchr(raw, SIA_GLOB_RUN, word.n) || memchr(raw, SIA_GLOB_ONE, word.n))
        return sia_reader_fail(r, SIA_MSG_KEY_WORD, from, rest(r, from));
    r->cb->asks_roots = true;
    *out = (sia_element){ false, item_id(r->cb, kind, word, false) };
    return SIA_OK;
}

static sia_status read_mark(sia_reader *r, sia_element *out)
{
    uint32_t k;
    size_t from = r->i;
    bool escape = sia_reader_is(r, '\\') && r->i + 1 < r->cell.n;
    r->i += escape;
    class_at(r, r->i, &k);
    sia_str mark = { r->cell.p + r->i, k };
    r->i += k;
    if ((unsigned char)*mark.p < 0x20 || *mark.p == 0x7F) return sia_reader_fail(r, SIA_MSG_CONTROL, from, SIA_STR(""));
    *out = (sia_element){ false, item_id(r->cb, SIA_ITEM_MARK, mark, false) };
    return SIA_OK;
}

static sia_status read_list(sia_reader *r, sia_element *out)
{
    size_t from = r->i++;
    uint32_t k;
    for (; r->i < r->cell.n; r->i += k) {
        sia_char c = class_at(r, r->i, &k);
        if (c != SIA_CHAR_WORD && c != SIA_CHAR_DASH) break;
    }
    sia_str name = rest(r, from + 1);
    sia_id id = sia_lex_find(r->cb->list_names, name);
    if (!id) return sia_reader_fail(r, SIA_MSG_NO_LIST, from, name);
    *out = (sia_element){ true, id - 1 };
    return SIA_OK;
}

/* Most elements are a word of small letters with a blank, a bar or the end after it, which no longer look would change. */
static bool read_plain(sia_reader *r, sia_element *out)
{
    size_t i = r->i;
    while (i < r->cell.n && r->cell.p[i] >= 'a' && r->cell.p[i] <= 'z') i++;
    if (i == r->i || i - r->i > MAX_WORD || (i < r->cell.n && r->cell.p[i] != ' ' && r->cell.p[i] != '|')) return false;
    *out = (sia_element){ false, number_of(r->cb, SIA_ITEM_WORD, (sia_str){ r->cell.p + r->i, i - r->i }, SIA_STR("")) };
    r->i = i;
    return true;
}

sia_status sia_element_read(sia_reader *r, sia_element *out)
{
    uint32_t k;
    if (read_plain(r, out)) return SIA_OK;
    bool escaped = sia_reader_is(r, '\\') && class_at(r, r->i + 1, &k) == SIA_CHAR_WORD && k;
    if (escaped) r->i++;
    else if (begins(r, "lemma:")) {
        r->i += 6;
        return read_key(r, SIA_ITEM_LEMMA, out);
    } else if (begins(r, "root:")) {
        r->i += 5;
        return read_key(r, SIA_ITEM_ROOT, out);
    } else if (begins(r, "case:")) {
        r->i += 5;
        return read_word(r, true, out);
    } else if (sia_reader_is(r, '~') && class_at(r, r->i + 1, &k) == SIA_CHAR_WORD && k) {
        return read_near(r, out);
    } else if (sia_reader_is(r, '@') && class_at(r, r->i + 1, &k) == SIA_CHAR_WORD && k) {
        return read_list(r, out);
    }
    bool word = class_at(r, r->i, &k) == SIA_CHAR_WORD || sia_reader_is(r, '*') || sia_reader_is(r, '?');
    return word ? read_word(r, false, out) : read_mark(r, out);
}
