/* Running regexes: each is compiled when first needed, and matches end where tokens do. */
#include "match.h"

enum { MATCH_LIMIT = 1000000, DEPTH_LIMIT = 100000, HEAP_KIB = 65536, JIT_STACK = 1 << 20, RUNS_BEFORE_JIT = 32 };

/* ---- making ------------------------------------------------------------------------------- */

static pcre2_code *compile(const sia_alternative *alt, uint32_t options)
{
    int code;
    size_t at;
    return sia_regex_compile(sia_regex_of(alt), alt->keep_case, options, &code, &at);
}

/* Machine code takes as long to make as some dozens of runs without it. Its absence is no error. */
static void make_fast(const sia_tagger *t, pcre2_code *re)
{
    if (re && !t->options.no_jit) pcre2_jit_compile(re, PCRE2_JIT_COMPLETE);
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
    for (uint32_t i = 0; i < r->n; i++)
        r->v[i].has = sia_regex_required(sia_regex_of(r->v[i].pattern->alt), r->v[i].pattern->alt->keep_case);
    return sia_dispatch_file(t);
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
    sia_found f = { t->regexes.v[regex].pattern->owner, tok, last, end, regex + 1, 0 };
    sia_put_found(t, f);
}

void sia_regex_run_at(sia_tagger *t, uint32_t regex, uint32_t sentence, uint32_t tok)
{
    sia_regex *re = &t->regexes.v[regex];
    if (!re->anchored) re->anchored = compile(re->pattern->alt, PCRE2_ANCHORED);
    if (re->runs <= RUNS_BEFORE_JIT && re->runs++ == RUNS_BEFORE_JIT) make_fast(t, re->anchored);
    if (!re->anchored) { re->stopped = re->refused = true; sia_no_memory(t); return; }
    sia_edge_query q = query_of(t, sentence, tok);
    if (run(t, regex, re->anchored, sentence, t->doc->tokens.v[tok].span.off - q.from, &q) >= 0) put_found(t, regex, tok, &q);
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
    if (!re->searching) make_fast(t, re->searching = compile(re->pattern->alt, 0));
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
