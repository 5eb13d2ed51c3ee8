/* Codebooks written as trees: quanteda's YAML, Yoshikoder's and Lexicoder's XML, WordStat's indented lines. */
#include "exchange.h"

/* ---- YAML: every key and entry in quotes, since R takes a bare no for a logical --------------------------------- */

static void put_quoted(sia_buffer *to, sia_str s)
{
    sia_buffer_put(to, "\"");
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] == '"' || s.p[i] == '\\') sia_buffer_put(to, "\\");
        sia_push(to->a, &to->b, (unsigned char)s.p[i] < 0x20 || s.p[i] == 0x7F ? ' ' : s.p[i]);
    }
    sia_buffer_put(to, "\"");
}

static void put_entries(sia_writing *w, const sia_spelt *words, uint32_t depth)
{
    for (uint32_t i = 0; i < words->n; i++) {
        sia_indent(&w->out, depth, "  ");
        sia_buffer_put(&w->out, "- ");
        put_quoted(&w->out, words->v[i]);
        sia_buffer_put(&w->out, "\n");
    }
}

void sia_write_yaml(sia_writing *w)
{
    static const sia_powers powers = { .runs = true, .run_at_end = true, .ones = true, .phrases = true };
    sia_lose_columns(w, true, true);
    for (uint32_t at = sia_level_after(w, 0); at && sia_arena_ok(w->a); at = sia_level_after(w, at)) {
        const sia_level *l = &w->levels.v[at];
        sia_spelt words = { 0 };
        if (l->term) sia_say_term(w, l->term - 1, &powers, &words);
        sia_indent(&w->out, l->depth - 1, "  ");
        put_quoted(&w->out, l->name);
        sia_buffer_put(&w->out, l->first || words.n ? ":\n" : ": []\n");
        if (l->first && words.n) {
            sia_indent(&w->out, l->depth, "  ");
            sia_buffer_put(&w->out, "\"__\":\n");
        }
        put_entries(w, &words, l->depth + (l->first != 0));
    }
}

/* ---- Yoshikoder ------------------------------------------------------------------------------------------------- */

void sia_put_xml(sia_buffer *to, sia_str s)
{
    for (size_t i = 0; i < s.n; i++) {
        const unsigned char c = (unsigned char)s.p[i];
        const bool none = i + 2 < s.n && !memcmp(s.p + i, "\xEF\xBF", 2) && (unsigned char)s.p[i + 2] >= 0xBE;   /* U+FFFE, U+FFFF */
        if (none) i += 2;
        if (none) sia_buffer_put(to, "?");
        else if (c == '&') sia_buffer_put(to, "&amp;");
        else if (c == '<') sia_buffer_put(to, "&lt;");
        else if (c == '>') sia_buffer_put(to, "&gt;");
        else if (c == '"') sia_buffer_put(to, "&quot;");
        else sia_push(to->a, &to->b, c < 0x20 && c != '\n' ? ' ' : (char)c);
    }
}

static void put_attribute(sia_buffer *to, const char *name, sia_str value)
{
    sia_buffer_put(to, " ");
    sia_buffer_put(to, name);
    sia_buffer_put(to, "=\"");
    sia_put_xml(to, value);
    sia_buffer_put(to, "\"");
}

/* Closes what is open below the level `up`. */
static void close_to(sia_writing *w, uint32_t from, uint32_t up)
{
    for (; from && from != up; from = w->levels.v[from].up) {
        sia_indent(&w->out, w->levels.v[from].depth + 1, "  ");
        sia_buffer_put(&w->out, "</cnode>\n");
    }
}

static sia_str definition_of(const sia_codebook *cb, const sia_level *l)
{
    if (l->category) return cb->categories.v[l->category - 1].definition;
    return l->term ? cb->terms.v[l->term - 1].definition : SIA_STR("");
}

static void put_cnode(sia_writing *w, const sia_level *l, const sia_powers *powers)
{
    sia_spelt words = { 0 };
    sia_indent(&w->out, l->depth + 1, "  ");
    sia_buffer_put(&w->out, "<cnode");
    put_attribute(&w->out, "name", l->name);
    put_attribute(&w->out, "desc", definition_of(w->cb, l));
    sia_buffer_put(&w->out, ">\n");
    if (l->term) sia_say_term(w, l->term - 1, powers, &words);
    for (uint32_t i = 0; i < words.n; i++) {
        sia_indent(&w->out, l->depth + 2, "  ");
        sia_buffer_put(&w->out, "<pnode");
        put_attribute(&w->out, "name", words.v[i]);
        sia_buffer_put(&w->out, "/>\n");
    }
}

/* The file's name without folder and extension. */
static sia_str base_name(sia_str path)
{
    for (size_t i = path.n; i-- > 0; ) if (path.p[i] == '/') { path = (sia_str){ path.p + i + 1, path.n - i - 1 }; break; }
    for (size_t i = path.n; i-- > 1; ) if (path.p[i] == '.') { path.n = i; break; }
    return path;
}

void sia_write_yoshikoder(sia_writing *w, bool phrases)
{
    const sia_powers powers = { .runs = true, .run_at_end = true, .phrases = phrases };
    uint32_t before = 0;
    sia_lose_columns(w, false, true);
    sia_buffer_put(&w->out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<dictionary style=\"siasat\" patternengine=\"substring\">\n  <cnode");
    put_attribute(&w->out, "name", base_name(w->cb->name));
    put_attribute(&w->out, "desc", SIA_STR(""));
    sia_buffer_put(&w->out, ">\n");
    for (uint32_t at = sia_level_after(w, 0); at && sia_arena_ok(w->a); before = at, at = sia_level_after(w, at)) {
        close_to(w, before, w->levels.v[at].up);
        put_cnode(w, &w->levels.v[at], &powers);
    }
    close_to(w, before, 0);
    sia_buffer_put(&w->out, "  </cnode>\n</dictionary>\n");
}

/* ---- WordStat ---------------------------------------------------------------------------------------------------- */

/* A category's name that ends like a weight would be read as an entry. */
static sia_str category_name(sia_writing *w, sia_str name)
{
    if (!name.n || name.p[name.n - 1] != ')') return name;
    sia_lose(w->lost, w->a, LOSS_NAME, 0, name, name);
    return sia_printf(w->a, "%.*s_", (int)name.n, name.p);
}

void sia_write_wordstat(sia_writing *w)
{
    static const sia_powers powers = { .runs = true, .run_at_end = true, .phrases = true, .refused = "_", .refused_first = "@" };
    sia_lose_columns(w, true, true);
    for (uint32_t at = sia_level_after(w, 0); at && sia_arena_ok(w->a); at = sia_level_after(w, at)) {
        const sia_level *l = &w->levels.v[at];
        sia_spelt words = { 0 };
        if (l->term) sia_say_term(w, l->term - 1, &powers, &words);
        sia_indent(&w->out, l->depth - 1, "\t");
        sia_buffer_add(&w->out, category_name(w, l->name));
        sia_buffer_put(&w->out, "\n");
        for (uint32_t i = 0; i < words.n; i++) {
            sia_indent(&w->out, l->depth, "\t");
            sia_buffer_add(&w->out, words.v[i]);
            sia_buffer_put(&w->out, " (1)\n");
        }
    }
}
