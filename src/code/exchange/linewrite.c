/* Codebooks written as lines: LIWC's .dic, Lexicoder's .lc3, KH Coder's rules, our own sheets. */
#include "exchange.h"

/* ---- LIWC: one line a word, with the numbers of all it counts for ------------------------------------------------ */

typedef struct { sia_str word; SIA_VEC(uint32_t) in; } entry;
typedef struct { sia_lex *words; SIA_VEC(entry) v; } entries;

static void add_word(sia_writing *w, entries *e, sia_str word, uint32_t level)
{
    const sia_id id = sia_lex_id(e->words, word);
    const entry fresh = { .word = word };
    if (id > e->v.n) sia_push(w->a, &e->v, fresh);
    if (!id || id > e->v.n) return;
    entry *to = &e->v.v[id - 1];
    for (uint32_t at = level; at; at = w->levels.v[at].up) {
        bool known = false;
        for (uint32_t i = 0; i < to->in.n; i++) known |= to->in.v[i] == at;
        if (!known) sia_push(w->a, &to->in, at);
    }
}

static void put_category(sia_writing *w, uint32_t at)
{
    const sia_level *l = &w->levels.v[at];
    sia_indent(&w->out, l->depth - 1, "\t");
    sia_buffer_add(&w->out, sia_printf(w->a, "%u\t", at));
    sia_buffer_add(&w->out, l->name);
    sia_buffer_put(&w->out, "\n");
}

static void put_word(sia_writing *w, const entry *e)
{
    sia_buffer_add(&w->out, e->word);
    for (uint32_t i = e->in.n; i-- > 0; ) sia_buffer_add(&w->out, sia_printf(w->a, "\t%u", e->in.v[i]));
    sia_buffer_put(&w->out, "\n");
}

void sia_write_liwc(sia_writing *w)
{
    static const sia_powers powers = { .run_at_end = true, .phrases = true, .refused = "%<>()/" };
    entries e = { .words = sia_lex_new(w->a) };
    sia_lose_columns(w, true, true);
    sia_buffer_put(&w->out, "%\n");
    for (uint32_t at = sia_level_after(w, 0); e.words && at && sia_arena_ok(w->a); at = sia_level_after(w, at)) {
        sia_spelt words = { 0 };
        put_category(w, at);
        if (w->levels.v[at].term) sia_say_term(w, w->levels.v[at].term - 1, &powers, &words);
        for (uint32_t i = 0; i < words.n; i++) add_word(w, &e, words.v[i], at);
    }
    sia_buffer_put(&w->out, "%\n");
    for (uint32_t i = 0; i < e.v.n; i++) put_word(w, &e.v.v[i]);
}

/* ---- Lexicoder 3: no levels, so they stand in the name ---------------------------------------------------------------- */

static void put_path(sia_writing *w, uint32_t term)
{
    const sia_str path = sia_term_path(w->cb, term);
    sia_buffer_add(&w->out, w->cb->categories.v[w->cb->terms.v[term].category].code);
    if (path.n) sia_buffer_put(&w->out, "/");
    sia_buffer_add(&w->out, path);
    sia_buffer_put(&w->out, "\n");
}

void sia_write_lexicoder(sia_writing *w)
{
    static const sia_powers powers = { .runs = true, .run_at_end = true, .phrases = true, .refused_first = "+" };
    sia_lose_columns(w, true, true);
    for (uint32_t i = 0; i < w->cb->terms.n && sia_arena_ok(w->a); i++) {
        sia_spelt words;
        sia_say_term(w, i, &powers, &words);
        sia_buffer_put(&w->out, "+");
        put_path(w, i);
        for (uint32_t k = 0; k < words.n; k++) {
            sia_buffer_add(&w->out, words.v[k]);
            sia_buffer_put(&w->out, "\n");
        }
    }
}

/* ---- KH Coder: words and phrases as they are, all else as strings ------------------------------------------------------- */

/* A word that its rules take as a word: letters and digits, no operator, no number. */
static bool bare(sia_str s)
{
    static const char *const kept[] = { "and", "or", "not", "near", "seq", "lw", "lc" };
    bool letter = false;
    for (size_t i = 0; i < s.n; i++) {
        const unsigned char c = (unsigned char)s.p[i];
        if (c == SIA_GLOB_NEAR) continue;
        const bool word = c >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (!word && !(c >= '0' && c <= '9')) return false;
        letter |= word;
    }
    for (size_t i = 0; i < SIA_COUNT_OF(kept); i++) if (sia_str_eq(s, sia_str_of(kept[i]))) return false;
    return letter;
}

static bool all_bare(const sia_codebook *cb, const sia_alternative *alt)
{
    for (uint32_t k = 0; k < alt->n; k++) {
        const sia_item *item = &cb->items.v[cb->steps.v[alt->first + k]];
        if (item->kind == SIA_ITEM_ANY || item->kind == SIA_ITEM_MARK || !bare(item->text)) return false;
    }
    return true;
}

typedef struct { sia_writing *w; uint32_t term; sia_lex *seen; bool any; } rule;

static void put_choice(rule *r, sia_str s)
{
    const uint32_t known = sia_lex_size(r->seen);
    if (sia_lex_id(r->seen, s) <= known) return;
    sia_buffer_put(&r->w->out, r->any ? "\n or " : "");
    sia_buffer_add(&r->w->out, s);
    r->any = true;
}

static void put_string(rule *r, sia_str s, const sia_alternative *alt)
{
    sia_buffer b = { .a = r->w->a };
    if (s.n && s.p[0] == '*') { s.p++; s.n--; }
    if (s.n && s.p[s.n - 1] == '*') s.n--;
    const bool inner = s.n && (memchr(s.p, '*', s.n) || memchr(s.p, '?', s.n));
    sia_lose(r->w->lost, r->w->a, !s.n || inner ? LOSS_GLOB : LOSS_STRING, 0, r->w->cb->terms.v[r->term].id, sia_source(alt));
    if (!s.n || inner) return;
    sia_buffer_put(&b, "'");
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] == '\'') sia_buffer_put(&b, "'");
        sia_push(b.a, &b.b, s.p[i]);
    }
    sia_buffer_put(&b, "'");
    put_choice(r, sia_buffer_str(&b));
}

static void put_alternative(void *ctx, const sia_alternative *alt)
{
    static const sia_powers powers = { .runs = true, .run_at_end = true, .phrases = true };
    rule *r = ctx;
    const sia_codebook *cb = r->w->cb;
    const sia_str s = sia_say_alternative(r->w, r->term, alt, &powers);
    if (!s.n) return;
    if (!all_bare(cb, alt)) { put_string(r, s, alt); return; }
    sia_buffer b = { .a = r->w->a };
    for (uint32_t k = 0; k < alt->n; k++) {
        if (k) sia_buffer_put(&b, "+");
        const sia_str word = cb->items.v[cb->steps.v[alt->first + k]].text;
        for (size_t i = 0; i < word.n; i++) if (word.p[i] != SIA_GLOB_NEAR) sia_push(b.a, &b.b, word.p[i]);
    }
    put_choice(r, sia_buffer_str(&b));
}

/* A code without a rule is an error there, so a term of which nothing is left is left out. */
void sia_write_khcoder(sia_writing *w)
{
    sia_lose_columns(w, true, true);
    for (uint32_t i = 0; i < w->cb->terms.n && sia_arena_ok(w->a); i++) {
        rule r = { w, i, sia_lex_new(w->a), false };
        const uint32_t before = w->out.b.n;
        if (!r.seen) return;
        sia_buffer_put(&w->out, "*");
        put_path(w, i);
        sia_each_alternative(w, i, put_alternative, &r);
        if (r.any) sia_buffer_put(&w->out, "\n\n");
        else w->out.b.n = before;
        if (!r.any && w->first_rule[i]) sia_lose(w->lost, w->a, LOSS_EMPTY, 0, w->cb->terms.v[i].id, SIA_STR(""));
    }
}

/* ---- our own sheets --------------------------------------------------------------------------------------------------------- */

static bool needs_quotes(sia_str s, char delimiter, bool first)
{
    if (!s.n) return false;
    if (s.p[0] == '"' || (first && s.p[0] == '#')) return true;
    return memchr(s.p, delimiter, s.n) || memchr(s.p, '\n', s.n) || memchr(s.p, '\r', s.n) || memchr(s.p, '\t', s.n) || (delimiter == ',' && memchr(s.p, '"', s.n));
}

/* In TSV a cell is one line, and a TAB in it a blank. */
static void put_cell(sia_writing *w, sia_str s, char delimiter, bool first)
{
    const bool quoted = delimiter == '\t' ? s.n && (s.p[0] == '"' || (first && s.p[0] == '#')) : needs_quotes(s, delimiter, first);
    if (quoted) sia_buffer_put(&w->out, "\"");
    for (size_t i = 0; i < s.n; i++) {
        const char c = s.p[i];
        if (quoted && c == '"') sia_buffer_put(&w->out, "\"");
        sia_push(w->a, &w->out.b, delimiter == '\t' && (c == '\n' || c == '\r' || c == '\t') ? ' ' : c);
    }
    if (quoted) sia_buffer_put(&w->out, "\"");
}

static void lose_comments(sia_writing *w)
{
    const sia_str text = w->cb->sheet.text;
    uint32_t row = 0;
    for (size_t i = 0; i < text.n; i++) {
        if (text.p[i] != '#' || (i && text.p[i - 1] != '\n')) continue;
        while (row < w->cb->sheet.rows.n && w->cb->sheet.rows.v[row].from + 0u < i) row++;
        const bool in_cell = row < w->cb->sheet.rows.n && w->cb->sheet.rows.v[row].from == i;
        const char *nl = memchr(text.p + i, '\n', text.n - i);
        const size_t n = nl ? (size_t)(nl - text.p) - i : text.n - i;
        if (!in_cell) sia_lose(w->lost, w->a, LOSS_COMMENT, 0, SIA_STR(""), (sia_str){ text.p + i, n < 60 ? n : 60 });
    }
}

static uint32_t used(const sia_row *row)
{
    uint32_t n = row->n;
    while (n && !row->cell[n - 1].n) n--;
    return n;
}

/* Every row as wide as the titles. */
void sia_write_sheet(sia_writing *w, char delimiter)
{
    const sia_sheet *sheet = &w->cb->sheet;
    const char end[] = { delimiter, 0 };
    const uint32_t width = sheet->rows.n ? used(&sheet->rows.v[0]) : 0;
    lose_comments(w);
    for (uint32_t i = 0; i < sheet->rows.n && sia_arena_ok(w->a); i++) {
        const sia_row *row = &sheet->rows.v[i];
        for (uint32_t k = 0; k < width || k < used(row); k++) {
            if (k) sia_buffer_put(&w->out, end);
            if (k < row->n) put_cell(w, row->cell[k], delimiter, k == 0);
        }
        sia_buffer_put(&w->out, delimiter == ',' ? "\r\n" : "\n");
    }
}
