/* Reading what roots are made of: hunspell-id's .dic, lists of words, and the table of settled keys. */
#include "candidate.h"

/* ---- lines -------------------------------------------------------------------------------------- */

typedef struct { sia_str name, rest, line; uint32_t number; } reader;

static bool blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

static bool next_line(reader *r)
{
    if (!r->rest.n) return false;
    const char *end = memchr(r->rest.p, '\n', r->rest.n);
    const size_t n = end ? (size_t)(end - r->rest.p) : r->rest.n;
    r->line = (sia_str){ r->rest.p, n };
    r->rest = (sia_str){ r->rest.p + n + !!end, r->rest.n - n - !!end };
    r->number++;
    return true;
}

/* The next field of the line, up to a blank; empty at the end or at a comment. */
static sia_str next_field(reader *r)
{
    sia_str *l = &r->line;
    while (l->n && blank(*l->p)) { l->p++; l->n--; }
    size_t n = 0;
    while (n < l->n && !blank(l->p[n]) && *l->p != '#') n++;
    const sia_str field = { l->p, n };
    *l = (sia_str){ l->p + n, l->n - n };
    return field;
}

/* ---- the dictionary -------------------------------------------------------------------------------- */

/* The affix classes that a two-letter flag grants. */
static uint64_t classes_of(const char *flag)
{
    static const char *const grants[] = {
#define LICENCE(outer, inner, suffix, flags) flags,
#include "licences.def"
#undef LICENCE
    };
    uint64_t bits = 0;
    for (size_t i = 0; i < SIA_COUNT_OF(grants); i++)
        for (const char *g = grants[i]; *g; g += 2)
            if (g[0] == flag[0] && g[1] == flag[1]) bits |= 1ull << i;
    return bits;
}

static bool plain_word(sia_str s)
{
    for (size_t i = 0; i < s.n; i++) {
        const char c = (char)(s.p[i] | 0x20);
        if (!(c >= 'a' && c <= 'z') && s.p[i] != '-') return false;
    }
    return s.n && s.p[0] != '-' && s.p[s.n - 1] != '-';
}

static sia_str before(sia_str s, char c)
{
    const char *at = s.n ? memchr(s.p, c, s.n) : NULL;
    return at ? (sia_str){ s.p, (size_t)(at - s.p) } : s;
}

/* buku-buku where there is a buku: reduplication finds it by itself. */
static bool doubles(const rootset *s, sia_str word)
{
    const sia_str half = before(word, '-');
    return word.n == 2 * half.n + 1 && !memcmp(half.p, word.p + half.n + 1, half.n) && sia_lex_find(s->words, half);
}

static void put_word(rootset *s, sia_str entry, unsigned flags)
{
    const sia_str word = before(entry, '/');
    const sia_str folded = sia_fold(s->arena, word);
    if (!plain_word(word) || folded.n > SIA_FORM_LONGEST || doubles(s, folded)) return;
    root *e = rootset_put(s, folded);
    if (!e) return;
    e->flags = (uint8_t)(e->flags | flags);
    if (folded.p[0] != word.p[0]) e->flags |= ROOT_NAME;
    for (size_t k = word.n + 1; k + 1 < entry.n; k += 2) {
        e->licence |= classes_of(entry.p + k);
        e->flags |= ROOT_FLAGGED;
        if (e->affixes < UINT8_MAX) e->affixes++;
    }
}

/* word/flags, as hunspell's .dic has it. Simple words first, so that those with a hyphen can be compared with them; a count
 * in the first line is no word. */
sia_status rootset_dictionary(rootset *s, sia_str name, sia_str bytes, unsigned flags, sia_err *err)
{
    for (int hyphens = 0; hyphens < 2; hyphens++) {
        reader r = { .name = name, .rest = bytes };
        while (next_line(&r)) {
            const sia_str entry = next_field(&r);
            const bool has = entry.n && memchr(entry.p, '-', before(entry, '/').n);
            if (has == hyphens) put_word(s, entry, flags);
        }
    }
    return sia_arena_ok(s->arena) ? SIA_OK : sia_fail(err, SIA_MSG_NOMEM, 0, name, "");
}

/* ---- lists -------------------------------------------------------------------------------------------- */

static sia_status wrong_line(const reader *r, sia_msg msg, sia_str field, sia_err *err)
{
    return sia_fail_at(err, msg, r->name, r->number, 1, "%.*s", (int)(field.n < 80 ? field.n : 80), field.p);
}

sia_status rootset_list(rootset *s, sia_str name, sia_str bytes, unsigned flags, sia_err *err)
{
    reader r = { .name = name, .rest = bytes };
    while (next_line(&r)) {
        const sia_str word = next_field(&r), more = next_field(&r);
        if (!word.n) continue;
        if (more.n) return wrong_line(&r, SIA_MSG_STOP_WORDS, more, err);
        const sia_str folded = sia_fold(s->arena, word);
        if (folded.n > SIA_FORM_LONGEST) return wrong_line(&r, SIA_MSG_ROOT_LONG, word, err);
        root *e = rootset_put(s, folded);
        if (!e) break;
        e->flags = (uint8_t)(e->flags | flags);
    }
    return sia_arena_ok(s->arena) ? SIA_OK : sia_fail(err, SIA_MSG_NOMEM, 0, name, "");
}

/* Words that are no roots after all, where the dictionary has them. They keep their place in the set, and are not found in
 * what is laid out. */
void rootset_drop(rootset *s, sia_str name, sia_str bytes)
{
    reader r = { .name = name, .rest = bytes };
    while (next_line(&r)) {
        const sia_str word = next_field(&r);
        const sia_id id = word.n ? sia_lex_find(s->words, word) : 0;
        if (id) s->entries.v[id - 1].flags = ROOT_DROPPED;
    }
}

/* form norm lemma root, each folded already; '=' is the form itself. */
sia_status rootset_keys(rootset *s, sia_str name, sia_str bytes, sia_err *err)
{
    reader r = { .name = name, .rest = bytes };
    while (next_line(&r)) {
        sia_str field[4] = { next_field(&r) };
        if (!field[0].n) continue;
        for (int k = 1; k < 4; k++) {
            field[k] = next_field(&r);
            if (!field[k].n || field[k].n > SIA_FORM_LONGEST) return wrong_line(&r, SIA_MSG_ROOT_KEYS, field[0], err);
            if (sia_str_eq(field[k], SIA_STR("="))) field[k] = field[0];
        }
        root *e = rootset_put(s, field[0]);
        if (!e) break;
        e->flags |= ROOT_FROZEN;
        e->frozen = (uint16_t)s->frozen.n;
        const frozen keys = { rootset_string(s, field[1]), rootset_string(s, field[2]), rootset_string(s, field[3]) };
        sia_push(s->arena, &s->frozen, keys);
    }
    return sia_arena_ok(s->arena) ? SIA_OK : sia_fail(err, SIA_MSG_NOMEM, 0, name, "");
}
