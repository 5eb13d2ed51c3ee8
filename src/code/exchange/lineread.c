/* Codebooks that come as lines: LIWC's .dic, Lexicoder's .lc3, WordStat's .cat. */
#include "exchange.h"

static sia_status end(const sia_draft *d)
{
    return sia_arena_ok(d->a) ? SIA_OK : sia_fail(d->err, SIA_MSG_NOMEM, 0, d->name, "");
}

static bool digit(char c) { return c >= '0' && c <= '9'; }

/* Categories that are open, by their depth. */
enum { DEEPEST = 100 };
typedef struct { uint32_t node[DEEPEST]; uint32_t depth[DEEPEST]; uint32_t n; } levels;

/* The category around a line of this depth. */
static uint32_t around(levels *l, uint32_t depth)
{
    while (l->n && l->depth[l->n - 1] >= depth) l->n--;
    return l->n ? l->node[l->n - 1] : SIA_NO_NODE;
}

static sia_status open_level(sia_draft *d, levels *l, uint32_t depth, sia_str name, uint32_t line)
{
    const uint32_t up = around(l, depth);
    if (l->n == DEEPEST) return sia_fail_at(d->err, SIA_MSG_IN_DEEP, d->name, line, 0, "%d", DEEPEST);
    l->node[l->n] = sia_draft_node_at(d, up, name, line);
    l->depth[l->n++] = depth;
    return SIA_OK;
}

/* Takes the TABs that a line begins with; blanks among them are no levels. */
static uint32_t take_depth(sia_str *line)
{
    uint32_t n = 0;
    while (line->n && (line->p[0] == ' ' || line->p[0] == '\t')) {
        n += line->p[0] == '\t';
        line->p++;
        line->n--;
    }
    return n;
}

/* ---- LIWC: categories between two % lines, then words with the numbers of theirs --------------------------------- */

typedef struct {
    sia_draft *d;
    sia_lex   *ids;
    SIA_VEC(uint32_t) node;                 /* of id k: node[k-1] */
    levels     open;
} liwc;

static sia_str without_zeros(sia_str id)
{
    while (id.n > 1 && id.p[0] == '0') { id.p++; id.n--; }
    return id;
}

static sia_status read_category(liwc *w, sia_str line, uint32_t number)
{
    const uint32_t depth = take_depth(&line);
    size_t n = 0;
    while (n < line.n && digit(line.p[n])) n++;
    if (!n) return sia_fail_at(w->d->err, SIA_MSG_LIWC_CATEGORY, w->d->name, number, depth + 1, "%.*s", (int)(line.n > 60 ? 60 : line.n), line.p);
    const sia_id id = sia_lex_id(w->ids, without_zeros((sia_str){ line.p, n }));
    if (!id) return end(w->d);
    if (id <= w->node.n) return sia_fail_at(w->d->err, SIA_MSG_LIWC_TWICE, w->d->name, number, depth + 1, "%.*s", (int)n, line.p);
    SIA_TRY(open_level(w->d, &w->open, depth, sia_trimmed((sia_str){ line.p + n, line.n - n }), number));
    sia_push(w->d->a, &w->node, w->open.node[w->open.n - 1]);
    return end(w->d);
}

static bool is_above(const sia_draft *d, uint32_t above, uint32_t node)
{
    for (node = d->nodes.v[node].parent; node != SIA_NO_NODE; node = d->nodes.v[node].parent) if (node == above) return true;
    return false;
}

enum { IDS_MOST = 256 };

/* A word that carries a category's number and its parent's belongs to the category: the parent has it through it. */
static void add_word(liwc *w, sia_str word, const uint32_t *in, uint32_t n, uint32_t line)
{
    const sia_str pattern = sia_draft_pattern(w->d, word, true, false);
    for (uint32_t i = 0; i < n; i++) {
        bool implied = false;
        for (uint32_t k = 0; k < n && !implied; k++) implied = is_above(w->d, in[i], in[k]);
        if (!implied) sia_draft_add(w->d, in[i], pattern, line);
    }
}

/* Where the numbers begin: after the first TAB, or, where there is none, the digits that the line ends with. */
static size_t word_end(sia_str line)
{
    const char *tab = memchr(line.p, '\t', line.n);
    if (tab) return (size_t)(tab - line.p);
    size_t n = line.n;
    while (n && (digit(line.p[n - 1]) || line.p[n - 1] == ' ')) n--;
    while (n < line.n && line.p[n] != ' ') n++;
    return n;
}

/* "<of>12" and "(02 03)12/06" say what must stand beside the word: what is meant without is taken, the rest is told. */
static bool conditional(sia_str s) { return s.n && (memchr(s.p, '<', s.n) || memchr(s.p, '(', s.n) || memchr(s.p, '/', s.n)); }

static void read_word(liwc *w, sia_str line, uint32_t number)
{
    const size_t n = word_end(line);
    const sia_str word = { line.p, n };
    uint32_t in[IDS_MOST], k = 0;
    if (conditional(word)) { sia_lose(w->d->lost, w->d->a, LOSS_RULE, number, SIA_STR(""), line); return; }
    for (size_t i = n; i < line.n; ) {
        size_t from = i;
        while (i < line.n && line.p[i] != '\t' && line.p[i] != ' ') i++;
        const sia_str id = { line.p + from, i - from };
        i += i < line.n;
        if (!id.n) continue;
        const sia_id at = sia_lex_find(w->ids, without_zeros(id));
        if (conditional(id)) sia_lose(w->d->lost, w->d->a, LOSS_RULE, number, SIA_STR(""), line);
        else if (!at) sia_lose(w->d->lost, w->d->a, LOSS_ID, number, SIA_STR(""), id);
        else if (k < IDS_MOST) in[k++] = w->node.v[at - 1];
    }
    add_word(w, word, in, k, number);
}

sia_status sia_read_liwc(sia_draft *d, sia_str text)
{
    liwc w = { .d = d, .ids = sia_lex_new(d->a) };
    uint32_t number = 0, marks = 0;
    sia_str line;
    if (!w.ids) return sia_fail(d->err, SIA_MSG_NOMEM, 0, d->name, "");
    for (size_t at = 0; sia_next_line(text, &at, &line, &number); ) {
        if (sia_trimmed(line).n == 0) continue;
        if (sia_str_eq(sia_trimmed(line), SIA_STR("%"))) { marks++; continue; }
        if (!marks) return sia_fail_at(d->err, SIA_MSG_LIWC_PERCENT, d->name, number, 1, "");
        if (marks == 1) SIA_TRY(read_category(&w, line, number));
        else read_word(&w, sia_trimmed(line), number);
        if (!sia_arena_ok(d->a)) break;
    }
    return end(d);
}

/* ---- Lexicoder 3: "+category", then its patterns ------------------------------------------------------------------- */

sia_status sia_read_lexicoder(sia_draft *d, sia_str text)
{
    uint32_t number = 0, node = SIA_NO_NODE;
    sia_str line;
    for (size_t at = 0; sia_next_line(text, &at, &line, &number); ) {
        line = sia_trimmed(line);
        if (!line.n) continue;
        if (line.p[0] == '+') node = sia_draft_path(d, (sia_str){ line.p + 1, line.n - 1 }, number);
        else if (node == SIA_NO_NODE) return sia_fail_at(d->err, SIA_MSG_LC3_FIRST, d->name, number, 1, "");
        else sia_draft_add(d, node, sia_draft_pattern(d, line, true, false), number);
    }
    return end(d);
}

/* ---- WordStat: a tree by TABs; what ends in a weight, " (1)", is a pattern ------------------------------------------- */

/* Takes the weight off an entry; false: the line is a category. */
static bool take_weight(sia_str *line, sia_str *weight)
{
    size_t i = line->n;
    if (i < 4 || line->p[--i] != ')') return false;
    while (i && (digit(line->p[i - 1]) || strchr(".,-", line->p[i - 1]))) i--;
    if (i < 2 || i + 1 == line->n || line->p[i - 1] != '(' || line->p[i - 2] != ' ') return false;
    *weight = (sia_str){ line->p + i, line->n - 1 - i };
    *line = sia_trimmed((sia_str){ line->p, i - 2 });
    return true;
}

/* South_Africa is South Africa. */
static sia_str spaced(sia_arena *a, sia_str s)
{
    if (!s.n || !memchr(s.p, '_', s.n)) return s;
    char *to = sia_alloc_raw(a, 1, s.n + 1);
    for (size_t i = 0; to && i < s.n; i++) to[i] = s.p[i] == '_' ? ' ' : s.p[i];
    return to ? (sia_str){ to, s.n } : SIA_STR("");
}

static void add_entry(sia_draft *d, uint32_t node, sia_str entry, sia_str weight, uint32_t number)
{
    if (!sia_str_eq(weight, SIA_STR("1"))) sia_lose(d->lost, d->a, LOSS_WEIGHT, number, d->nodes.v[node].name, weight);
    if (entry.n && entry.p[0] == '@') sia_lose(d->lost, d->a, LOSS_RULE, number, d->nodes.v[node].name, entry);
    else sia_draft_add(d, node, sia_draft_pattern(d, spaced(d->a, entry), true, false), number);
}

sia_status sia_read_wordstat(sia_draft *d, sia_str text)
{
    levels open = { .n = 0 };
    uint32_t number = 0;
    sia_str line, weight;
    for (size_t at = 0; sia_next_line(text, &at, &line, &number); ) {
        if (!sia_trimmed(line).n) continue;
        const uint32_t depth = take_depth(&line);
        if (!take_weight(&line, &weight)) SIA_TRY(open_level(d, &open, depth, line, number));
        else {
            const uint32_t node = around(&open, depth);
            if (node == SIA_NO_NODE) return sia_fail_at(d->err, SIA_MSG_CAT_FIRST, d->name, number, 1, "");
            add_entry(d, node, line, weight, number);
        }
        if (!sia_arena_ok(d->a)) break;
    }
    return end(d);
}
