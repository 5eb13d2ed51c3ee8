/* KH Coder's coding rules: "*code", then words, phrases, near(...) and the like, joined by and, or, not. A rule is brought
 * into the form "this and that and not those, or ...": each such clause is a pattern of ours, with the rest as conditions. */
#include "exchange.h"

/* What a rule is made of. A clause that cannot be said makes its rule a loss. */
typedef struct { sia_str pattern, near; } atom;              /* near: conditions of near(...) and seq(...)       */
typedef struct { uint32_t atom; bool negated; } literal;
enum { LITERALS = 16, CLAUSES = 50000, PRODUCT = 4096, STACK = 64 };
typedef struct { literal v[LITERALS]; uint32_t n, next; } clause;   /* all hold; next: 1 + index, 0: none */
typedef struct { uint32_t first, last, n; } value;           /* one of these n clauses holds    */

typedef enum { OR, AND, NOT, OPEN } operator_kind;

typedef struct {
    sia_draft    *d;
    SIA_VEC(atom) atoms;
    SIA_VEC(clause) clauses;
    value         stack[STACK];
    uint8_t       waiting[STACK];
    uint32_t      values, operators;
    bool          failed, operand;          /* operand: the last token was a value's end */
} rule;

/* ---- values ------------------------------------------------------------------------------------------------ */

static value one(rule *r, clause c)
{
    const value v = { r->clauses.n, r->clauses.n, 1 };
    c.next = 0;
    if (r->clauses.n >= CLAUSES) r->failed = true;
    else sia_push(r->d->a, &r->clauses, c);
    r->failed |= !sia_arena_ok(r->d->a);
    return v;
}

static value either(rule *r, value a, value b)
{
    r->clauses.v[a.last].next = b.first + 1;
    return (value){ a.first, b.last, a.n + b.n };
}

static value both(rule *r, value a, value b)
{
    value all = { 0, 0, 0 };
    if ((uint64_t)a.n * b.n > PRODUCT) r->failed = true;
    for (uint32_t i = a.first + 1; i && !r->failed; i = r->clauses.v[i - 1].next)
        for (uint32_t k = b.first + 1; k && !r->failed; k = r->clauses.v[k - 1].next) {
            clause c = r->clauses.v[i - 1];
            const clause more = r->clauses.v[k - 1];
            if (c.n + more.n > LITERALS) { r->failed = true; return a; }
            for (uint32_t m = 0; m < more.n; m++) c.v[c.n++] = more.v[m];
            const value v = one(r, c);
            if (!r->failed) all = all.n ? either(r, all, v) : v;
        }
    return all;
}

/* not (a or b): neither; not (a and b) would be clauses of what is absent, which no pattern can find. */
static value negated(rule *r, value a)
{
    clause c = { .n = 0 };
    for (uint32_t i = a.first + 1; i; i = r->clauses.v[i - 1].next) {
        const clause *is = &r->clauses.v[i - 1];
        if (is->n != 1 || c.n == LITERALS) { r->failed = true; return a; }
        c.v[c.n] = is->v[0];
        c.v[c.n].negated = !c.v[c.n].negated;
        c.n++;
    }
    return one(r, c);
}

/* ---- operators, by precedence: not, and, or ------------------------------------------------------------------ */

static void apply(rule *r)
{
    const operator_kind op = (operator_kind)r->waiting[--r->operators];
    if (op == OPEN || r->values < (op == NOT ? 1u : 2u)) { r->failed = true; return; }
    value *top = &r->stack[r->values - 1];
    if (r->failed) return;
    if (op == NOT) { *top = negated(r, *top); return; }
    r->values--;
    top[-1] = op == OR ? either(r, top[-1], *top) : both(r, top[-1], *top);
}

static void push_operator(rule *r, operator_kind op)
{
    if (r->operand != (op == OR || op == AND)) r->failed = true;
    while (op != OPEN && op != NOT && r->operators && r->waiting[r->operators - 1] != OPEN && r->waiting[r->operators - 1] >= op
           && !r->failed) apply(r);
    if (r->operators == STACK) r->failed = true;
    if (r->failed) return;
    r->waiting[r->operators++] = (uint8_t)op;
    r->operand = false;
}

static void close_bracket(rule *r)
{
    if (!r->operand) r->failed = true;
    while (!r->failed && r->operators && r->waiting[r->operators - 1] != OPEN) apply(r);
    if (!r->operators) r->failed = true;
    if (!r->failed) r->operators--;
}

static void push_atom(rule *r, atom a)
{
    clause c = { .n = 1 };
    if (!a.pattern.n || sia_too_long(a.pattern) || r->operand || r->values == STACK) { r->failed = true; return; }
    c.v[0] = (literal){ r->atoms.n, false };
    sia_push(r->d->a, &r->atoms, a);
    r->stack[r->values++] = one(r, c);
    r->operand = true;
}

/* ---- atoms -------------------------------------------------------------------------------------------------------- */

static bool contains(sia_str s, const char *what)
{
    const size_t n = strlen(what);
    for (size_t i = 0; i + n <= s.n; i++) if (!memcmp(s.p + i, what, n)) return true;
    return false;
}

static bool starts(sia_str s, const char *with) { return s.n >= strlen(with) && !memcmp(s.p, with, strlen(with)); }

/* a+b+c stands for words that follow each other. */
static sia_str phrase(sia_draft *d, sia_str s)
{
    char *to = sia_alloc_raw(d->a, 1, s.n + 1);
    if (!to) return SIA_STR("");
    for (size_t i = 0; i < s.n; i++) to[i] = s.p[i] == '+' ? ' ' : s.p[i];
    return sia_draft_pattern(d, (sia_str){ to, s.n }, false, false);
}

/* A string is found anywhere, also within words. Quotes in it are doubled. */
static sia_str string(sia_draft *d, sia_str s)
{
    char *to = sia_alloc_raw(d->a, 1, s.n + 1);
    size_t n = 0;
    uint32_t k;
    for (size_t i = 1; to && i + 1 < s.n; i++) {
        to[n++] = s.p[i];
        if (s.p[i] == s.p[0]) i++;
    }
    const sia_str p = to ? sia_draft_pattern(d, (sia_str){ to, n }, false, false) : SIA_STR("");
    if (!p.n) return p;
    const bool open = sia_char_class(p.p, &k) == SIA_CHAR_WORD;
    const bool close = (unsigned char)p.p[p.n - 1] >= 0x80 || sia_char_class(p.p + p.n - 1, &k) == SIA_CHAR_WORD;
    return sia_printf(d->a, "%s%.*s%s", open ? "*" : "", (int)p.n, p.p, close ? "*" : "");
}

/* What stands in a condition has its semicolons escaped. */
static sia_str in_condition(sia_draft *d, sia_str s)
{
    sia_buffer b = { .a = d->a };
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] == ';') sia_buffer_put(&b, "\\");
        sia_push(d->a, &b.b, s.p[i]);
    }
    return sia_buffer_str(&b);
}

/* near(a-b-c)[10], seq(a-b)[b10]: the first word, with the others as conditions. */
static atom near_atom(rule *r, sia_str s, uint32_t line)
{
    const bool seq = starts(s, "seq(");
    const char *close = memchr(s.p, ')', s.n);
    atom a = { SIA_STR(""), SIA_STR("") };
    uint32_t words = 10;
    if (!close) return a;
    sia_str inner = { s.p + (seq ? 4 : 5), (size_t)(close - s.p) - (seq ? 4 : 5) };
    sia_str window = { close + 1, s.n - (size_t)(close + 1 - s.p) };
    bool sentence = contains(window, "b"), number = false;
    for (size_t i = 0; i < window.n; i++) {
        if (window.p[i] < '0' || window.p[i] > '9') continue;
        words = (number ? words * 10 : 0) + (uint32_t)(window.p[i] - '0');
        number = true;
        if (words > 1000) words = 1000;
    }
    if (!words) words = 1;
    if (!sentence) sia_lose(r->d->lost, r->d->a, LOSS_UNIT, line, SIA_STR(""), s);
    while (inner.n) {
        const char *dash = memchr(inner.p, '-', inner.n);
        const size_t n = dash ? (size_t)(dash - inner.p) : inner.n;
        const sia_str p = phrase(r->d, (sia_str){ inner.p, n });
        inner = (sia_str){ inner.p + n + (dash != NULL), inner.n - n - (dash != NULL) };
        if (!a.pattern.n) { a.pattern = p; continue; }
        const sia_str c = in_condition(r->d, p);
        if (!p.n || sia_too_long(p)) r->failed = true;
        a.near = sia_printf(r->d->a, "%.*s%s%s %u: %.*s", (int)a.near.n, a.near.p, a.near.n ? "; " : "", seq ? "after" : "near", words, (int)c.n, c.p);
    }
    return a;
}

/* Variables, headings, lengths, numbers, other codes, parts of speech: nothing of ours says them. */
static bool foreign(sia_str s)
{
    static const char *const whole[] = { "lw", "lc", "No.", ">", "<", ">=", "<=", "=", "==", "+", "-", "*", "/" };
    for (size_t i = 0; i < SIA_COUNT_OF(whole); i++) if (sia_str_eq(s, sia_str_of(whole[i]))) return true;
    bool number = true;
    for (size_t i = 0; i < s.n; i++) number &= s.p[i] >= '0' && s.p[i] <= '9';
    return number || starts(s, "<>") || starts(s, "<*") || contains(s, "->") || contains(s, "=>");
}

static void take_token(rule *r, sia_str t, uint32_t line)
{
    static const struct { const char *is; operator_kind op; bool then_not; } operators[] = {
        { "and", AND, false }, { "&", AND, false }, { "or", OR, false }, { "|", OR, false }, { "not", NOT, false }, { "!", NOT, false },
        { "&!", AND, true }, { "|!", OR, true },
    };
    for (size_t i = 0; i < SIA_COUNT_OF(operators); i++) {
        if (!sia_str_eq(t, sia_str_of(operators[i].is))) continue;
        push_operator(r, operators[i].op);
        if (operators[i].then_not) push_operator(r, NOT);
        return;
    }
    if (sia_str_eq(t, SIA_STR("("))) push_operator(r, OPEN);
    else if (sia_str_eq(t, SIA_STR(")"))) close_bracket(r);
    else if (t.p[0] == '\'' || t.p[0] == '"') push_atom(r, (atom){ string(r->d, t), SIA_STR("") });
    else if (starts(t, "near(") || starts(t, "seq(")) push_atom(r, near_atom(r, t, line));
    else if (foreign(t)) r->failed = true;
    else push_atom(r, (atom){ phrase(r->d, t), SIA_STR("") });
}

/* ---- tokens -------------------------------------------------------------------------------------------------------- */

static size_t token_end(sia_str s, size_t i)
{
    const char c = s.p[i];
    const sia_str rest = { s.p + i, s.n - i };
    if (c == '(' || c == ')') return i + 1;
    if (c == '\'' || c == '"') {
        for (i++; i < s.n; i++) if (s.p[i] == c && !(i + 1 < s.n && s.p[i + 1] == c && i++)) return i + 1;
        return s.n;
    }
    if (starts(rest, "near(") || starts(rest, "seq(")) {
        while (i < s.n && s.p[i] != ')') i++;
        i += i < s.n;
        if (i < s.n && s.p[i] == '[') while (i < s.n && s.p[i++] != ']') {}
        return i;
    }
    while (i < s.n && s.p[i] != ' ' && s.p[i] != '\t' && s.p[i] != ')') i++;
    return i;
}

/* ---- a rule's clauses as rows --------------------------------------------------------------------------------------- */

static void add_clause(rule *r, uint32_t node, const clause *c, uint32_t line)
{
    sia_draft *d = r->d;
    const atom *head = NULL;
    for (uint32_t i = 0; i < c->n && !(head && head->near.n); i++) {
        const atom *a = &r->atoms.v[c->v[i].atom];
        if (!c->v[i].negated && (!head || a->near.n)) head = a;
    }
    if (!head) { r->failed = true; return; }
    sia_draft_row row = { .pattern = head->pattern, .context = head->near };
    for (uint32_t i = 0; i < c->n; i++) {
        const atom *a = &r->atoms.v[c->v[i].atom];
        if (a == head) continue;
        if (a->near.n) { r->failed = true; return; }
        const sia_str p = in_condition(d, a->pattern);
        row.context = sia_printf(d->a, "%.*s%s%sparagraph: %.*s", (int)row.context.n, row.context.p, row.context.n ? "; " : "",
                                 c->v[i].negated ? "not " : "", (int)p.n, p.p);
        sia_lose(d->lost, d->a, LOSS_UNIT, line, d->nodes.v[node].name, p);
    }
    if (!row.context.n) sia_draft_add(d, node, row.pattern, line);
    else sia_push(d->a, &d->nodes.v[node].rows, row);
}

static void read_rule(sia_draft *d, uint32_t node, sia_str s, uint32_t line)
{
    rule *r = sia_new(d->a, rule, 1);
    if (!r) return;
    r->d = d;
    for (size_t i = 0; i < s.n && !r->failed && sia_arena_ok(d->a); ) {
        if (s.p[i] == ' ' || s.p[i] == '\t') { i++; continue; }
        const size_t end = token_end(s, i);
        take_token(r, (sia_str){ s.p + i, end - i }, line);
        i = end;
    }
    if (!r->operand) r->failed = true;
    while (r->operators && !r->failed) apply(r);
    const value v = r->values == 1 ? r->stack[0] : (value){ 0, 0, 0 };
    if (!v.n) r->failed = true;
    const uint32_t words = d->nodes.v[node].words.n, rows = d->nodes.v[node].rows.n;
    for (uint32_t i = v.first + 1; i && !r->failed && sia_arena_ok(d->a); i = r->clauses.v[i - 1].next)
        add_clause(r, node, &r->clauses.v[i - 1], line);
    if (!r->failed) return;
    d->nodes.v[node].words.n = words;                        /* a rule is taken whole or not at all */
    d->nodes.v[node].rows.n = rows;
    d->nodes.v[node].is_term = true;
    sia_lose(d->lost, d->a, LOSS_RULE, line, d->nodes.v[node].name, (sia_str){ s.p, s.n < 80 ? s.n : 80 });
}

/* ---- the file ---------------------------------------------------------------------------------------------------------- */

/* "*name", the star also full-width. */
static bool take_name(sia_str *line)
{
    const size_t star = starts(*line, "*") ? 1 : starts(*line, "\xEF\xBC\x8A") ? 3 : 0;
    *line = (sia_str){ line->p + star, line->n - star };
    return star > 0;
}

sia_status sia_read_khcoder(sia_draft *d, sia_str text)
{
    uint32_t number = 0, from = 0, node = SIA_NO_NODE;
    sia_buffer condition = { .a = d->a };
    sia_str line;
    sia_lex *names = sia_lex_new(d->a);
    for (size_t at = 0; names && sia_next_line(text, &at, &line, &number); ) {
        line = sia_trimmed(line);
        if (!line.n || line.p[0] == '#') continue;
        if (!take_name(&line)) {
            if (node == SIA_NO_NODE) return sia_fail_at(d->err, SIA_MSG_KH_FIRST, d->name, number, 1, "");
            sia_buffer_add(&condition, line);
            sia_buffer_put(&condition, " ");
            continue;
        }
        if (node != SIA_NO_NODE) read_rule(d, node, sia_buffer_str(&condition), from);
        condition.b.n = 0;
        from = number;
        const uint32_t known = sia_lex_size(names);
        if (sia_lex_id(names, line) <= known)
            return sia_fail_at(d->err, SIA_MSG_KH_TWICE, d->name, number, 1, "%.*s", (int)(line.n > 60 ? 60 : line.n), line.p);
        node = sia_draft_path(d, line, number);
        if (!sia_arena_ok(d->a)) break;
    }
    if (node != SIA_NO_NODE && sia_arena_ok(d->a)) read_rule(d, node, sia_buffer_str(&condition), from);
    return sia_arena_ok(d->a) ? SIA_OK : sia_fail(d->err, SIA_MSG_NOMEM, 0, d->name, "");
}
