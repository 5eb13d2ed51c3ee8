/* The scheme: another program's categories and patterns, gathered node by node, and written as a codebook's TSV. */
#include "exchange.h"

enum { WORDS_MOST = 32, WORD_BYTES = 250, NAME_BYTES = 200 };

/* ---- nodes ---------------------------------------------------------------------------------------------- */

static bool control(char c) { return (unsigned char)c < 0x20 || c == 0x7F; }

/* A name fits a cell: one line, no control characters, not empty. */
static sia_str cell_of(sia_draft *d, sia_str s)
{
    bool clean = true;
    for (size_t i = 0; i < s.n; i++) clean &= !control(s.p[i]);
    if (clean) return sia_trimmed(s);
    char *to = sia_alloc_raw(d->a, 1, s.n + 1);
    if (!to) return SIA_STR("");
    for (size_t i = 0; i < s.n; i++) to[i] = control(s.p[i]) ? ' ' : s.p[i];
    return sia_trimmed((sia_str){ to, s.n });
}

static sia_str name_of(sia_draft *d, sia_str s, uint32_t line)
{
    const sia_str name = cell_of(d, s);
    size_t n = name.n;
    if (n && n <= NAME_BYTES) return name;
    sia_lose(d->lost, d->a, LOSS_NAME, line, SIA_STR(""), (sia_str){ name.p, n < 40 ? n : 40 });
    if (!n) return SIA_STR("-");
    for (n = NAME_BYTES; n && ((unsigned char)name.p[n] & 0xC0) == 0x80; ) n--;
    return sia_trimmed((sia_str){ name.p, n });
}

uint32_t sia_draft_node_at(sia_draft *d, uint32_t parent, sia_str name, uint32_t line)
{
    name = name_of(d, name, line);
    const sia_str key = sia_printf(d->a, "%u/%.*s", parent, (int)name.n, name.p);
    const sia_id id = sia_lex_id(d->keys, key);
    if (!id) return 0;
    if (id <= d->of_key.n) return d->of_key.v[id - 1];
    sia_draft_node node = { .name = name, .parent = parent, .line = line };
    sia_push(d->a, &d->of_key, d->nodes.n);
    sia_push(d->a, &d->nodes, node);
    return sia_arena_ok(d->a) ? d->nodes.n - 1 : 0;
}

bool sia_next_level(sia_str *rest, sia_str *level)
{
    if (!rest->n) return false;
    const char *slash = memchr(rest->p, '/', rest->n);
    level->p = rest->p;
    level->n = slash ? (size_t)(slash - rest->p) : rest->n;
    const size_t taken = level->n + (slash != NULL);
    *rest = (sia_str){ rest->p + taken, rest->n - taken };
    return true;
}

uint32_t sia_draft_path(sia_draft *d, sia_str path, uint32_t line)
{
    uint32_t node = SIA_NO_NODE;
    sia_str level;
    if (!path.n) return sia_draft_node_at(d, node, path, line);
    while (sia_next_level(&path, &level)) node = sia_draft_node_at(d, node, level, line);
    return node;
}

/* ---- patterns --------------------------------------------------------------------------------------------- */

static bool starts(sia_str s, const char *with)
{
    const size_t n = strlen(with);
    return s.n >= n && !memcmp(s.p, with, n);
}

/* Whether the bytes at s begin what would mean something else in our notation. */
static bool needs_escape(sia_str s, bool at_start, bool at_word, bool runs, bool ones)
{
    uint32_t k;
    switch (*s.p) {
    case '\\': case '|': case '~': return true;
    case '*': return !runs;
    case '?': return !ones;
    case '/': return at_start;
    case '@': return s.n > 1 && sia_char_class(s.p + 1, &k) == SIA_CHAR_WORD;
    case 'c': return at_word && starts(s, "case:");
    case 'l': return at_word && starts(s, "lemma:");
    case 'r': return at_word && starts(s, "root:");
    default: return false;
    }
}

sia_str sia_draft_pattern(sia_draft *d, sia_str theirs, bool runs, bool ones)
{
    sia_str s = cell_of(d, theirs);
    sia_buffer b = { .a = d->a };
    bool at_word = true;
    for (size_t i = 0; i < s.n; ) {
        uint32_t k;
        const sia_char c = sia_char_class(s.p + i, &k);
        const sia_str here = { s.p + i, s.n - i };
        if (c == SIA_CHAR_SPACE) {
            if (b.b.n && b.b.v[b.b.n - 1] != ' ') sia_buffer_put(&b, " ");
        } else {
            if (needs_escape(here, b.b.n == 0, at_word, runs, ones)) sia_buffer_put(&b, "\\");
            sia_buffer_add(&b, (sia_str){ s.p + i, k });
        }
        at_word = c != SIA_CHAR_WORD;
        i += k;
    }
    return sia_trimmed(sia_buffer_str(&b));
}

/* Never more words than the codebook's reader would count. */
bool sia_too_long(sia_str s)
{
    uint32_t words = 0, bytes = 0, k, next;                  /* bytes: since the last blank, as a mark may join a word */
    bool word = false;
    for (size_t i = 0; i < s.n; i += k) {
        const sia_char c = sia_char_class(s.p + i, &k);
        if (s.p[i] == '\\') {                               /* with what it escapes it is a mark, or a word begins */
            const bool begins = i + 1 < s.n && sia_char_class(s.p + i + 1, &next) == SIA_CHAR_WORD;
            if (!begins) { words++; k += i + 1 < s.n ? next : 0; }
            word = false;
        } else if (c == SIA_CHAR_WORD || s.p[i] == '*' || s.p[i] == '?') {
            words += !word;
            word = true;
        } else {
            words += c == SIA_CHAR_MARK;
            word = false;
        }
        bytes = c == SIA_CHAR_SPACE || c == SIA_CHAR_DASH ? 0 : bytes + k;
        if (words > WORDS_MOST || bytes > WORD_BYTES) return true;
    }
    return false;
}

void sia_draft_add(sia_draft *d, uint32_t node, sia_str pattern, uint32_t line)
{
    if (!sia_arena_ok(d->a) || node >= d->nodes.n) return;
    sia_draft_node *n = &d->nodes.v[node];
    if (!pattern.n) return;
    if (pattern.p[0] != '/' && sia_too_long(pattern)) {
        sia_lose(d->lost, d->a, LOSS_LONG, line, n->name, (sia_str){ pattern.p, pattern.n < 60 ? pattern.n : 60 });
        return;
    }
    sia_push(d->a, &n->words, pattern);
}

/* ---- as a codebook ------------------------------------------------------------------------------------------ */

typedef struct { sia_draft *d; sia_buffer out; sia_lex *ids; SIA_VEC(uint32_t) owner; } writer;

static uint32_t category_of(const sia_draft *d, uint32_t node)
{
    while (d->nodes.v[node].parent != SIA_NO_NODE) node = d->nodes.v[node].parent;
    return node;
}

/* A name of two meanings gives way: "list" as a category would be a word list. */
static sia_str category_name(writer *w, uint32_t node)
{
    const sia_draft_node *n = &w->d->nodes.v[node];
    const bool list = sia_str_eq(n->name, SIA_STR("list")) || sia_str_eq(n->name, SIA_STR("daftar"));
    if (!list && (w->d->lists || !sia_str_eq(n->name, SIA_STR("@")))) return n->name;
    return sia_printf(w->d->a, "%.*s_", (int)n->name.n, n->name.p);
}

/* Names from below the category on, with / between; the category's own where there are none. */
static sia_str path_of(writer *w, uint32_t node)
{
    const sia_draft *d = w->d;
    sia_str path = d->nodes.v[node].name;
    uint32_t up = d->nodes.v[node].parent;
    if (up == SIA_NO_NODE) return category_name(w, node);
    for (; d->nodes.v[up].parent != SIA_NO_NODE; up = d->nodes.v[up].parent)
        path = sia_printf(d->a, "%.*s/%.*s", (int)d->nodes.v[up].name.n, d->nodes.v[up].name.p, (int)path.n, path.p);
    return path;
}

/* An id is one term's: where another category has it already, the category's name goes before it. */
static sia_str id_of(writer *w, uint32_t node)
{
    const sia_draft *d = w->d;
    sia_str id = path_of(w, node);
    for (int go = 0; go < 2; go++) {
        const sia_id k = sia_lex_id(w->ids, id);
        if (!k) return id;
        if (k > w->owner.n) sia_push(d->a, &w->owner, node);
        if (!sia_arena_ok(d->a) || w->owner.v[k - 1] == node) return id;
        const sia_str category = category_name(w, category_of(d, node));
        sia_lose(d->lost, d->a, LOSS_NAME, d->nodes.v[node].line, id, id);
        id = sia_printf(d->a, "%.*s/%.*s", (int)category.n, category.p, (int)id.n, id.p);
    }
    return sia_printf(d->a, "%.*s~%u", (int)id.n, id.p, node);
}

static void put_cell(writer *w, sia_str s, bool last)
{
    s = cell_of(w->d, s);
    const bool quoted = s.n && (s.p[0] == '"' || s.p[0] == '#');
    if (quoted) sia_buffer_put(&w->out, "\"");
    for (size_t i = 0; i < s.n; i++) {
        if (quoted && s.p[i] == '"') sia_buffer_put(&w->out, "\"");
        sia_push(w->out.a, &w->out.b, s.p[i]);
    }
    if (quoted) sia_buffer_put(&w->out, "\"");
    sia_buffer_put(&w->out, last ? "\n" : "\t");
}

static void put_row(writer *w, sia_str category, sia_str term, const sia_draft_row *r)
{
    const sia_str cells[] = { category, term, r->label, r->pattern, r->except, r->context, r->definition, r->examples, r->source, r->note };
    for (size_t i = 0; i < SIA_COUNT_OF(cells); i++) put_cell(w, cells[i], i + 1 == SIA_COUNT_OF(cells));
}

static sia_str joined(sia_draft *d, const sia_draft_node *n)
{
    sia_buffer b = { .a = d->a };
    for (uint32_t i = 0; i < n->words.n; i++) {
        if (i) sia_buffer_put(&b, " | ");
        sia_buffer_add(&b, n->words.v[i]);
    }
    return sia_buffer_str(&b);
}

/* The first row of a term says what the term is; further rows have patterns of their own. */
static void put_term(writer *w, uint32_t node, sia_str category)
{
    const sia_draft_node *n = &w->d->nodes.v[node];
    const sia_str id = id_of(w, node);
    const bool top = n->parent == SIA_NO_NODE;
    const bool words = n->words.n || !n->rows.n;
    sia_draft_row first = words ? (sia_draft_row){ .pattern = joined(w->d, n) } : n->rows.v[0];
    if (!top && !first.label.n) first.label = n->label;
    if (!top && !first.definition.n) first.definition = n->definition;
    if (!first.source.n) first.source = n->source;
    if (!first.note.n) first.note = n->note;
    put_row(w, category, id, &first);
    for (uint32_t i = words ? 0 : 1; i < n->rows.n; i++) put_row(w, category, id, &n->rows.v[i]);
}

static void put_node(writer *w, uint32_t node)
{
    const sia_draft *d = w->d;
    const sia_draft_node *n = &d->nodes.v[node];
    const sia_str category = category_name(w, category_of(d, node));
    if (n->parent == SIA_NO_NODE && !sia_str_eq(category, SIA_STR("@"))) {
        sia_draft_row names = { .label = n->label.n ? n->label : category, .definition = n->definition, .source = n->source, .note = n->note };
        put_row(w, category, SIA_STR(""), &names);
    } else if (n->parent != SIA_NO_NODE && d->nodes.v[n->parent].parent != SIA_NO_NODE) {
        sia_lose(d->lost, d->a, LOSS_DEPTH, n->line, SIA_STR(""), path_of(w, node));
    }
    if (n->words.n || n->rows.n || n->is_term) put_term(w, node, category);
}

sia_status sia_draft_write(sia_draft *d, sia_str *tsv)
{
    writer w = { .d = d, .out = { .a = d->a }, .ids = sia_lex_new(d->a) };
    sia_buffer_put(&w.out, "category\tterm\tlabel\tpattern\texcept\tcontext\tdefinition\texamples\tsource\tnote\n");
    for (uint32_t i = 0; w.ids && sia_arena_ok(d->a) && i < d->nodes.n; i++) put_node(&w, i);
    if (!sia_arena_ok(d->a)) return sia_fail(d->err, SIA_MSG_NOMEM, 0, d->name, "");
    *tsv = sia_buffer_str(&w.out);
    return SIA_OK;
}
