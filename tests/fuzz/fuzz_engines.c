/* A codebook and a text from any bytes: both engines must give the same hits, and hits must keep what text.h promises. */
#include <siasat/code.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *p, size_t n);

/* Bytes choose from words that collide: random letters would never meet a random pattern. */
static const char *const in_pattern[] = {
    "program", "tokoh", "pan", "a", "a", "ab", "nya", "*", "*", "a*", "*a", "?", "p?n", "*a*", " ", " ", " ", "-", " | ", " | ", " | ",
    ", ", ".", "kab.", " case:PAN", " ~pemilu", " ~partai", " case:Pan", " case:p*", " case:*N", "&", " | /a+/ | ", " | /\\w+ a/ | ", " | /(?:pan|a) ?nya/c | ",
    " | /(a.*?)(b)/ | ", "1.000", "2", "'", "jum'at", "lah", "programnya", "Ma\u2019ruf", "\u00e9", " @satu ", " @dua ", "aa", "aaaa",
    " lemma:program ", " root:pan", " root:a ", " lemma:ab",
    " | /\\bprogram\\s+tokoh\\b/ | ", " | /s[- ]*k\\w*/ | ", " | /\\w*gram[\\s-]+p/ | ", " | /kab\\.\\s*a/c | ", " | /tok(?:oh)? +a/ | ",
    " | /pan\\s+(?:tokoh|ab|prog\\w*)/ | ", " | /(?:ab)?kampanye?/ | ", " | /\\btokoh[ -]+(?:ka|sk|pa)\\w*/ | ", " | /(?:s|k)?aa\\s+ab/ | ",
};
static const char *const in_text[] = {
    "program", "tokoh", "pan", "PAN", "Pan", "a", "a", "a", "A", "ab", "nya", "lah", "-", "-", " ", " ", " ", " ", "\n", ".", ". ", ", ", "&",
    "kab. ", "www.a.id", "a@b.id", "1.000", "2", "'", "jum'at", "\u2014", "\u2019", "\u00e9", "\u00c9", "\u0130", "\u212a", "\x01", "--", "/", "\n\n", "b", "aa",
    "pemilu", "peilu", "peemilu", "pmeilunya", "partai", "pirtai-", "aaaa", "programprogram", "12/02/2019", "10%",
    "\u017f", "s", "k", "\u00a0", "kampan", "ye", "skampany", "\u0331", "H",
};
enum { CELLS = 3000 };

typedef struct { const uint8_t *p; size_t n; } bytes;

static uint8_t next(bytes *b)
{
    if (!b->n) return 0;
    b->n--;
    return *b->p++;
}

static size_t fill(char *to, bytes *b, size_t words, const char *const *from, size_t n)
{
    size_t len = 0;
    for (size_t i = 0; i < words && b->n && len < CELLS - 32; i++) {
        const char *w = from[next(b) % n];
        memcpy(to + len, w, strlen(w));
        len += strlen(w);
    }
    to[len] = 0;
    return len;
}

/* Four rules, two lists; except and context cells now and then. */
static void build_codebook(char *to, size_t cap, bytes *b)
{
    char cell[CELLS];
    int len = snprintf(to, cap, "category\tterm\tpattern\texcept\tcontext\n@\tsatu\ta | pan\n@\tdua\t@satu | tokoh program\n");
    for (int i = 0; i < 4; i++) {
        uint8_t kind = next(b);
        fill(cell, b, 1 + kind % 16, in_pattern, SIA_COUNT_OF(in_pattern));
        len += snprintf(to + len, cap - (size_t)len, "X\t%c\ta | %s", 'A' + i % (1 + kind % 4), cell);
        fill(cell, b, kind & 16 ? 4 : 0, in_pattern, SIA_COUNT_OF(in_pattern));
        len += snprintf(to + len, cap - (size_t)len, "\t%s", cell);
        static const char *const scope[] = { "near 2: ", "not before 1: ", "after 3: ", "sentence: ", "not paragraph: ", "doc: " };
        fill(cell, b, kind & 32 ? 4 : 0, in_pattern, SIA_COUNT_OF(in_pattern));
        len += snprintf(to + len, cap - (size_t)len, "\t%s%s\n", kind & 32 ? scope[kind % 6] : "", cell);
    }
}

static bool read_text(sia_doc *d, sia_str text)
{
    sia_doc_reset(d);
    return !sia_doc_read(d, SIA_STR("fuzz"), text, SIA_ENC_UTF8, NULL) && !sia_doc_segment(d, NULL) && !sia_doc_tokenize(d, NULL);
}

static void check_hits(const sia_doc *d, sia_policy policy)
{
    for (uint32_t i = 0; i < d->hits.n; i++) {
        sia_hit h = d->hits.v[i], before = d->hits.v[i ? i - 1 : 0];
        const sia_sentence *s = &d->sentences.v[h.sentence];
        if (!h.n || h.first < s->first || h.first + h.n > s->first + s->n) abort();
        const sia_span first = d->tokens.v[h.first].span;
        if (h.span.off < first.off || h.span.off >= sia_end(first) || sia_end(h.span) > sia_end(d->tokens.v[h.first + h.n - 1].span)) abort();
        if (d->hits_lost != d->overlaps.n) abort();
        if (i && (before.span.off > h.span.off || (policy != SIA_POLICY_ALL && policy != SIA_POLICY_CATEGORY && before.first + before.n > h.first))) abort();
    }
}

static bool stopped(const sia_doc *d)
{
    for (uint32_t i = 0; i < d->notes.n; i++) if (d->notes.v[i].msg == SIA_MSG_PATTERN_STOPPED) return true;
    return false;
}

static void show(const char *engine, const sia_doc *d)
{
    fprintf(stderr, "%s:", engine);
    for (uint32_t i = 0; i < d->hits.n; i++)
        fprintf(stderr, " [%.*s]=%u", (int)d->hits.v[i].span.len, d->text.s.p + d->hits.v[i].span.off, d->hits.v[i].term);
    fprintf(stderr, "\n");
}

static bool same(const sia_doc *a, const sia_doc *b)
{
    if (a->overlaps.n != b->overlaps.n) return false;
    for (uint32_t i = 0; i < a->overlaps.n; i++) {
        const sia_suppressed *x = &a->overlaps.v[i], *y = &b->overlaps.v[i];
        if (memcmp(&x->lost.span, &y->lost.span, sizeof x->lost.span) || memcmp(&x->winner.span, &y->winner.span, sizeof x->winner.span)
            || x->lost_rule != y->lost_rule || x->winner_rule != y->winner_rule || x->why != y->why) return false;
    }
    if (a->hits.n != b->hits.n || a->hits_lost != b->hits_lost) return false;
    for (uint32_t i = 0; i < a->hits.n; i++)
        if (memcmp(&a->hits.v[i].span, &b->hits.v[i].span, sizeof(sia_span)) || a->hits.v[i].term != b->hits.v[i].term
            || a->hits.v[i].first != b->hits.v[i].first || a->hits.v[i].n != b->hits.v[i].n) return false;
    return true;
}

static void compare(const sia_codebook *cb, sia_str text, sia_policy policy)
{
    sia_doc *d[2] = { sia_doc_new(NULL, 0), sia_doc_new(NULL, 0) };
    sia_tagger *t[2] = { 0 };
    bool ok = d[0] && d[1];
    for (int i = 0; ok && i < 2; i++) {
        sia_tag_options o = { .policy = policy, .engine = i ? SIA_ENGINE_REFERENCE : SIA_ENGINE_FAST, .no_jit = true, .overlaps = true,
                              .match_limit = 20000, .budget_ms = 100 };
        t[i] = sia_tagger_new(&cb, 1, &o);
        ok = t[i] && read_text(d[i], text) && !sia_doc_tag(d[i], t[i], NULL);
        if (ok) check_hits(d[i], policy);
    }
    if (ok && !stopped(d[0]) && !stopped(d[1]) && !same(d[0], d[1])) {
        show("fast", d[0]);
        show("reference", d[1]);
        abort();
    }
    for (int i = 0; i < 2; i++) {
        sia_tagger_free(t[i]);
        sia_doc_free(d[i]);
    }
}

/* Lists in a row multiply, and the reference engine compiles every choice: more than six show nothing new. */
static bool too_many_lists(const char *sheet)
{
    size_t n = 0;
    while ((sheet = strchr(sheet, '@'))) { n++; sheet++; }
    return n > 3 + 6;
}

int LLVMFuzzerTestOneInput(const uint8_t *p, size_t n)
{
    static char sheet[16 * CELLS], text[CELLS];
    bytes b = { p, n > 600 ? 600 : n };
    sia_policy policy = (sia_policy)(next(&b) % 4);
    build_codebook(sheet, sizeof sheet, &b);
    sia_str s = { text, fill(text, &b, 400, in_text, SIA_COUNT_OF(in_text)) };
    sia_arena *a = sia_arena_new(NULL, 0);
    sia_codebook *cb = NULL;
    if (a && !too_many_lists(sheet) && !sia_codebook_parse(&cb, SIA_STR("fuzz"), sia_str_of(sheet), a, NULL)) compare(cb, s, policy);
    sia_arena_free(a);
    return 0;
}
