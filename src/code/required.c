/* Required: letters that every match of a regex has, read off its source, so that PCRE2 is asked only where they stand.
 *
 *     PDI -[Pp]erjuangan       begins with "PDI -", and has "erjuangan"
 *     \bstrategi\s+ofensif     begins with "strategi", a gap and "ofensif"
 *     \w*bagi[- ]bagi(kan)?    has "bagi", a gap and "bagi"
 *
 * What is not plainly a sequence, as alternatives outside brackets are not, has no such letters. */
#include "regex.h"
#include "required.h"

typedef struct { sia_str s; size_t i; bool keep_case, sure; char run[SIA_REQUIRED_MOST]; size_t n, runs; sia_required out; } reading;

/* A blank or a stop stands in every sentence. */
static bool is_telling(const reading *r)
{
    for (size_t i = 0; i < r->n; i++) if ((r->run[i] >= '0' && r->run[i] <= '9') || ((r->run[i] | 32) >= 'a' && (r->run[i] | 32) <= 'z')) return true;
    return false;
}

/* The letters seen so far end here. */
static void end_run(reading *r)
{
    sia_literal *to = r->runs ? &r->out.inside : &r->out.start;
    while (r->n && r->run[r->n - 1] == SIA_LITERAL_GAP) r->n--;
    if (r->n > to->n && (!r->runs || is_telling(r))) {
        to->n = (uint8_t)r->n;
        memcpy(to->p, r->run, r->n);
    }
    r->n = 0;
    r->runs++;
}

/* Past a class, or past a bracket with all that is in it; what may make the rest mean something else gives up. */
static void pass_class(reading *r)
{
    const sia_str s = r->s;
    size_t i = r->i + 1;
    if (i < s.n && s.p[i] == '^') i++;
    if (i < s.n && s.p[i] == ']') i++;
    for (; i < s.n && s.p[i] != ']'; i++) {
        if (s.p[i] == '[') r->sure = false;
        if (s.p[i] == '\\') { i++; r->sure = r->sure && i < s.n && s.p[i] != 'Q'; }
    }
    r->i = i + 1;
}

static void pass_group(reading *r)
{
    const sia_str s = r->s;
    unsigned depth = 0;
    do {
        const char c = s.p[r->i];
        if (c == '[') { pass_class(r); continue; }
        if (c == '(' && r->i + 1 < s.n && s.p[r->i + 1] == '*') r->sure = false;
        if (c == '(' && r->i + 2 < s.n && s.p[r->i + 1] == '?' && !strchr(":=!>", s.p[r->i + 2])) r->sure = false;
        if (c == '\\') r->sure = r->sure && ++r->i < s.n && s.p[r->i] != 'Q';
        depth += c == '(';
        depth -= c == ')';
        r->i++;
    } while (r->sure && depth && r->i < s.n);
}

/* Past a quantifier, if one stands here; false: what it follows may be missing. */
static bool pass_quantifier(reading *r, bool *any)
{
    const sia_str s = r->s;
    const char c = r->i < s.n ? s.p[r->i] : '\0';
    const bool once = c == '+' || (c == '{' && r->i + 1 < s.n && s.p[r->i + 1] >= '1' && s.p[r->i + 1] <= '9');
    *any = c == '*' || c == '?' || c == '+' || c == '{';
    if (!*any) return true;
    while (c == '{' && r->i < s.n && s.p[r->i] != '}') r->i++;
    r->i++;
    while (r->i < s.n && strchr("?+", s.p[r->i])) r->i++;
    return once;
}

static void literal(reading *r, char c)
{
    bool any;
    const bool stays = pass_quantifier(r, &any);
    if (c == SIA_LITERAL_GAP) r->sure = false;
    if (stays && r->n < SIA_REQUIRED_MOST) r->run[r->n++] = c;
    if (any) end_run(r);
}

/* What is between words, however much of it: letters go on behind it. Before all letters it ends a run, for then these
 * are not what a match begins with. */
static void gap(reading *r)
{
    bool any;
    const bool stays = pass_quantifier(r, &any);
    if (!r->runs && r->n && !memchr(r->run, SIA_LITERAL_GAP, r->n)) r->out.apart = stays;
    if (!r->n) end_run(r);
    else if (r->n < SIA_REQUIRED_MOST && r->run[r->n - 1] != SIA_LITERAL_GAP) r->run[r->n++] = SIA_LITERAL_GAP;
}

/* A class of nothing but blanks and a hyphen at its edge: [- ], [\s-]. */
static bool is_gap_class(sia_str class)
{
    for (size_t i = 1; i + 1 < class.n; i++) {
        const bool edge = i == 1 || i + 2 == class.n;
        if (class.p[i] == '\\' ? !strchr("stnrfh -", class.p[++i]) : class.p[i] != ' ' && (class.p[i] != '-' || !edge)) return false;
    }
    return class.n > 2;
}

static void class_or_gap(reading *r)
{
    const size_t from = r->i;
    bool any;
    pass_class(r);
    if (r->sure && is_gap_class((sia_str){ r->s.p + from, r->i - from })) { gap(r); return; }
    end_run(r);
    (void)pass_quantifier(r, &any);
}

/* A group: behind the first gap of a match's beginning its alternatives tell how the match goes on. */
static void group(reading *r)
{
    bool any;
    const bool next = !r->runs && r->n && memchr(r->run, SIA_LITERAL_GAP, r->n) == r->run + r->n - 1;
    const sia_next letters = next ? sia_alternatives_begin(r->s, r->i) : (sia_next){ .n = 0 };
    end_run(r);
    pass_group(r);
    if (pass_quantifier(r, &any)) r->out.next = next ? letters : r->out.next;
}

static void escape(reading *r)
{
    const char c = r->i + 1 < r->s.n ? r->s.p[r->i + 1] : '\0';
    bool any;
    r->i += 2;
    if (c > ' ' && c < 0x7F && !((c | 32) >= 'a' && (c | 32) <= 'z') && !(c >= '0' && c <= '9')) { literal(r, c); return; }
    if (!c || !strchr("dDwWsSbBhHvVRXntrf", c)) { r->sure = false; return; }
    if (c == 'b' || c == 'B') { (void)pass_quantifier(r, &any); return; }     /* edges have no width */
    if (c == 's') { gap(r); return; }
    const bool first = !r->n && !r->runs;
    end_run(r);
    if (pass_quantifier(r, &any) && first) r->out.digit = c == 'd';
}

sia_required sia_regex_required(sia_str regex, bool keep_case)
{
    reading r = { .s = regex, .keep_case = keep_case, .sure = true };
    bool any;
    while (r.sure && r.i < regex.n) {
        const char c = regex.p[r.i];
        switch (c) {
        case '\\': escape(&r); break;
        case '(':  group(&r); break;
        case '[':  class_or_gap(&r); break;
        case '.': case '^': case '$': end_run(&r); r.i++; (void)pass_quantifier(&r, &any); break;
        case '|': case ')': case '{': case '*': case '?': case '+': r.sure = false; break;
        default:
            r.i++;
            if (c & 0x80) r.sure = false;
            else literal(&r, c);
        }
    }
    end_run(&r);
    return r.sure ? r.out : (sia_required){ .start.n = 0 };
}

uint32_t sia_required_word(const sia_required *has)
{
    const sia_literal *x = &has->start;
    uint32_t n = 0;
    while (n < x->n && sia_is_letter(x->p[n])) n++;
    return has->apart && n < SIA_REQUIRED_MOST && (n == x->n || x->p[n] == SIA_LITERAL_GAP) ? n : 0;
}
