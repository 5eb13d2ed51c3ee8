/* Running regexes: dispatch on a token's first byte and on letters that a match must have, and token edges. */
#include "match.h"

enum { MATCH_LIMIT = 1000000, DEPTH_LIMIT = 100000, HEAP_KIB = 65536, JIT_STACK = 1 << 20 };

/* ---- making ------------------------------------------------------------------------------- */

/* Whether letters may match their other case: it is asked of a first byte, whose case PCRE2 does not tell. */
static bool ignores_case(const sia_alternative *alt)
{
    sia_str s = sia_regex_of(alt);
    for (size_t i = 0; i + 1 < s.n; i++) if (s.p[i] == '(' && (s.p[i + 1] == '?' || s.p[i + 1] == '*')) return true;
    return !alt->keep_case;
}

/* The bytes that can begin a match, where PCRE2 knows: its bitmap, or one byte; of \d it knows none. */
static void mark_bytes(const pcre2_code *re, bool caseless, bool digit, bool *may)
{
    const uint8_t *map = NULL;
    uint32_t type = 0, unit = 0;
    pcre2_pattern_info(re, PCRE2_INFO_FIRSTCODETYPE, &type);
    pcre2_pattern_info(re, PCRE2_INFO_FIRSTBITMAP, &map);
    pcre2_pattern_info(re, PCRE2_INFO_FIRSTCODEUNIT, &unit);
    for (uint32_t i = 0; i < 256; i++) {
        bool letter = (unit | 32) >= 'a' && (unit | 32) <= 'z';
        bool other = caseless && (i >= 0x80 || (letter && (i | 32) == (unit | 32)));
        if (type == 1) may[i] = i == unit || other;
        else may[i] = !map || (map[i / 8] >> (i % 8) & 1);
        if (digit && i < 0x80 && (i < '0' || i > '9')) may[i] = false;
    }
}

static pcre2_code *compile(const sia_tagger *t, const sia_alternative *alt, uint32_t options)
{
    int code;
    size_t at;
    pcre2_code *re = sia_regex_compile(sia_regex_of(alt), alt->keep_case, options, &code, &at);
    if (re && !t->options.no_jit) pcre2_jit_compile(re, PCRE2_JIT_COMPLETE);    /* absent JIT is no error */
    return re;
}

/* Where regexes lie that begin with the three letters at p, in whatever case. 0: with fewer letters, or a gap among them. */
static uint32_t beginning(const char *p, size_t n)
{
    uint32_t x = 0;
    for (size_t i = 0; i < 3; i++) {
        if (i == n || p[i] == SIA_LITERAL_GAP) return 0;
        x = x << 8 | ((unsigned char)p[i] | 0x20);
    }
    return 1 + (x * 0x9E3779B1u >> 16) % (SIA_BEGINNINGS - 1);
}

static void file_one(sia_tagger *t, uint32_t i, const bool may[256])
{
    sia_regexes *r = &t->regexes;
    const sia_literal *start = &r->v[i].has.start;
    if (start->n) sia_push(t->a, &r->known[beginning(start->p, start->n)], i);
    else sia_push(t->a, &r->others, i);
    for (uint32_t b = 0; !start->n && b < 256; b++) if (may[b]) sia_push(t->a, &r->unknown[b], i);
}

/* Files each regex under the bytes it may begin with, and under the forms. */
static bool file(sia_tagger *t)
{
    sia_regexes *r = &t->regexes;
    sia_begins *begins = sia_begins_new(t->a);
    t->types.begins = begins;
    for (uint32_t i = 0; begins && i < r->n; i++) {
        int code;
        size_t at;
        bool may[256];
        const sia_alternative *alt = r->v[i].pattern->alt;
        pcre2_code *re = sia_regex_compile(sia_regex_of(alt), alt->keep_case, 0, &code, &at);
        if (!re) return false;
        mark_bytes(re, ignores_case(alt), r->v[i].has.digit, may);
        pcre2_code_free(re);
        sia_begins_add(begins, &r->v[i].has.start, may, t->a);
        file_one(t, i, may);
    }
    return sia_arena_ok(t->a);
}

static int ask_edge(pcre2_callout_block *at, void *query);

static bool set_limits(sia_tagger *t)
{
    sia_regexes *r = &t->regexes;
    const sia_tag_options *o = &t->options;
    r->data = pcre2_match_data_create(1, NULL);
    r->context = pcre2_match_context_create(NULL);
    if (!r->data || !r->context) return false;
    pcre2_set_match_limit(r->context, o->match_limit ? o->match_limit : MATCH_LIMIT);
    pcre2_set_depth_limit(r->context, o->depth_limit ? o->depth_limit : DEPTH_LIMIT);
    pcre2_set_heap_limit(r->context, o->heap_kib ? o->heap_kib : HEAP_KIB);
    if (o->no_jit) return true;
    r->stack = pcre2_jit_stack_create(32 * 1024, JIT_STACK, NULL);
    if (r->stack) pcre2_jit_stack_assign(r->context, NULL, r->stack);
    return true;
}

bool sia_regexes_new(sia_tagger *t)
{
    sia_regexes *r = &t->regexes;
    r->n = t->program.regexes.n;
    r->v = sia_new(t->a, sia_regex, r->n + 1u);
    if (!r->v || !set_limits(t)) return false;
    for (uint32_t i = 0; i < r->n; i++) r->v[i].pattern = &t->program.regexes.v[i];
    if (t->options.engine == SIA_ENGINE_REFERENCE || !r->n) return true;
    for (uint32_t i = 0; i < r->n; i++) {
        r->v[i].anchored = compile(t, r->v[i].pattern->alt, PCRE2_ANCHORED);
        if (!r->v[i].anchored) return false;
        r->v[i].has = sia_regex_required(sia_regex_of(r->v[i].pattern->alt), r->v[i].pattern->alt->keep_case);
    }
    return file(t);
}

void sia_regexes_free(sia_regexes *r)
{
    for (uint32_t i = 0; r->v && i < r->n; i++) {
        pcre2_code_free(r->v[i].anchored);
        pcre2_code_free(r->v[i].searching);
    }
    pcre2_match_data_free(r->data);
    pcre2_match_context_free(r->context);
    pcre2_jit_stack_free(r->stack);
}

/* ---- token edges --------------------------------------------------------------------------------- */

/* Whether a token, or the word before its own stop, ends at byte `end` of the text; *last is that token. */
static bool ends_token(sia_types *types, const sia_doc *d, uint32_t first, uint32_t limit, uint32_t end, uint32_t *last)
{
    uint32_t lo = first, hi = limit;
    while (lo < hi) {
        uint32_t mid = lo + (hi - lo) / 2;
        if (sia_end(d->tokens.v[mid].span) < end) lo = mid + 1; else hi = mid;
    }
    if (lo == limit || d->tokens.v[lo].span.off >= end) return false;
    *last = lo;
    const sia_token *tok = &d->tokens.v[lo];
    const sia_type *type = sia_types_at(types, tok);
    if (sia_end(tok->span) == end) return true;
    return type->stop && sia_unit_hit_end(tok, type, type->n - 2) == end;
}

static int ask_edge(pcre2_callout_block *at, void *query)
{
    sia_edge_query *q = query;
    q->end = q->from + (uint32_t)at->current_position;
    return ends_token(q->types, q->doc, q->first, q->limit, q->end, &q->last) ? 0 : 1;
}

static sia_edge_query query_of(sia_tagger *t, uint32_t sentence, uint32_t tok)
{
    const sia_sentence *s = &t->doc->sentences.v[sentence];
    return (sia_edge_query){ t->doc, &t->types, s->span.off, tok, s->first + s->n, 0, 0 };
}

/* 0 or more is a match: 0 says that captures were not kept. */
static int run(sia_tagger *t, uint32_t regex, pcre2_code *code, uint32_t sentence, size_t at, sia_edge_query *q)
{
    sia_regexes *r = &t->regexes;
    pcre2_set_callout(r->context, ask_edge, q);
    sia_str subject = sia_cut(t->doc->text.s, t->doc->sentences.v[sentence].span);
    int rc = sia_regex_run(t, code, subject, at, &r->v[regex].spent);
    if (rc < 0 && rc != PCRE2_ERROR_NOMATCH) {
        r->v[regex].stopped = true;
        r->any_stopped++;
    }
    return rc;
}

static void put_found(sia_tagger *t, uint32_t regex, uint32_t tok, const sia_edge_query *q)
{
    uint32_t end = q->from + (uint32_t)pcre2_get_ovector_pointer(t->regexes.data)[1], last;
    if (!ends_token(&t->types, t->doc, tok, q->limit, end, &last)) return;
    sia_found f = { t->regexes.v[regex].pattern->owner, tok, last, end, regex + 1 };
    sia_put_found(t, f);
}

/* Whether the sentence has the letters that every match has. */
static bool stands(sia_tagger *t, sia_regex *re, uint32_t sentence)
{
    if (!re->has.inside.n) return true;
    if (re->sentence != sentence + 1) {
        re->sentence = sentence + 1;
        re->stands = sia_literal_in(&re->has.inside, re->pattern->alt->keep_case, sia_cut(t->doc->text.s, t->doc->sentences.v[sentence].span));
    }
    return re->stands;
}

static void run_one(sia_tagger *t, uint32_t k, uint32_t sentence, uint32_t tok)
{
    sia_regex *re = &t->regexes.v[k];
    const uint32_t off = t->doc->tokens.v[tok].span.off;
    if (re->stopped) return;
    if (re->has.start.n && !sia_literal_at(&re->has.start, re->pattern->alt->keep_case, t->doc->text.s, off)) return;
    if (!stands(t, re, sentence)) return;
    sia_edge_query q = query_of(t, sentence, tok);
    if (run(t, k, re->anchored, sentence, off - q.from, &q) >= 0) put_found(t, k, tok, &q);
}

static void run_some(sia_tagger *t, const sia_some_regexes *which, uint32_t sentence, uint32_t tok)
{
    for (uint32_t i = 0; i < which->n; i++) run_one(t, which->v[i], sentence, tok);
}

/* Those whose first letters are known. Where the text has others than ASCII, which some letters fold to, all are tried. */
static void run_known(sia_tagger *t, uint32_t sentence, uint32_t tok)
{
    const sia_regexes *r = &t->regexes;
    const sia_str rest = { t->doc->text.s.p + t->doc->tokens.v[tok].span.off, t->doc->text.s.n - t->doc->tokens.v[tok].span.off };
    const bool odd = rest.n > 2 && (rest.p[0] | rest.p[1] | rest.p[2]) & 0x80;
    const uint32_t at = beginning(rest.p, rest.n);
    for (uint32_t k = 0; odd && k < r->n; k++) if (r->v[k].has.start.n) run_one(t, k, sentence, tok);
    if (odd) return;
    run_some(t, &r->known[0], sentence, tok);
    if (at) run_some(t, &r->known[at], sentence, tok);
}

bool sia_regexes_awake(sia_tagger *t, uint32_t sentence)
{
    sia_regexes *r = &t->regexes;
    for (uint32_t i = 0; i < r->others.n; i++) if (stands(t, &r->v[r->others.v[i]], sentence)) return true;
    return false;
}

void sia_regexes_at(sia_tagger *t, uint32_t sentence, uint32_t tok, uint32_t flags)
{
    const unsigned char byte = (unsigned char)t->doc->text.s.p[t->doc->tokens.v[tok].span.off];
    if (flags & SIA_TYPE_REGEX) run_known(t, sentence, tok);
    if (flags & SIA_TYPE_REGEX_UNKNOWN) run_some(t, &t->regexes.unknown[byte], sentence, tok);
}

/* First token at or after tok that begins at or after byte off. */
static uint32_t token_from(const sia_doc *d, uint32_t tok, uint32_t limit, uint32_t off)
{
    uint32_t lo = tok, hi = limit;
    while (lo < hi) {
        uint32_t mid = lo + (hi - lo) / 2;
        if (d->tokens.v[mid].span.off < off) lo = mid + 1; else hi = mid;
    }
    return lo;
}

void sia_regex_search(sia_tagger *t, uint32_t regex, uint32_t sentence)
{
    sia_regex *re = &t->regexes.v[regex];
    const sia_sentence *s = &t->doc->sentences.v[sentence];
    if (!re->searching) re->searching = compile(t, re->pattern->alt, 0);
    if (!re->searching) re->stopped = re->refused = true;
    uint32_t tok = s->first, limit = s->first + s->n;
    while (tok < limit && !re->stopped) {
        sia_edge_query q = query_of(t, sentence, s->first);
        size_t at = t->doc->tokens.v[tok].span.off - s->span.off;
        if (run(t, regex, re->searching, sentence, at, &q) < 0) break;
        uint32_t from = q.from + (uint32_t)pcre2_get_ovector_pointer(t->regexes.data)[0];
        tok = token_from(t->doc, tok, limit, from);
        if (tok == limit) break;
        if (t->doc->tokens.v[tok].span.off == from) put_found(t, regex, tok++, &q);
    }
}
