/* The reference engine: each alternative as one PCRE2 regex over the whole text, slow and simple. What the fast engine
 * finds is held against it. A callout at the regex's end notes each match and asks for the next way to match. */
#include "reference.h"
#include "spell.h"

/* Machine code for all patterns of the shipped codebook takes seconds to make: it is worth it once so many bytes have come. */
enum { JIT_WORTH = 256 * 1024 };

struct sia_reference {
    pcre2_code **code;                      /* by word pattern; compiled when first used      */
    uint64_t     seen;                      /* bytes of text so far                           */
};

typedef struct { sia_tagger *t; const sia_marked *text; size_t from; uint32_t owner; } listener;

/* The token whose first unit opens at or before byte `at`. */
static uint32_t token_at(const sia_marked *m, size_t at)
{
    uint32_t lo = 0, hi = m->tokens.n;
    while (hi - lo > 1) {
        uint32_t mid = lo + (hi - lo) / 2;
        if (m->tokens.v[mid] <= at) lo = mid; else hi = mid;
    }
    return m->numbers.v[lo];
}

static int note_match(pcre2_callout_block *at, void *data)
{
    listener *l = data;
    sia_tagger *t = l->t;
    size_t end = l->from + at->current_position;
    uint32_t first = token_at(l->text, l->from + at->start_match), last = token_at(l->text, end - 1);
    const sia_token *tok = &t->doc->tokens.v[last];
    const sia_type *type = sia_types_at(&t->types, tok);
    bool before_stop = l->text->text.v[end] == SIA_M_INNER_OPEN;
    uint32_t text_end = sia_unit_hit_end(tok, type, type->n - (before_stop ? 2 : 1));
    bool behind = l->text->text.v[l->from + at->start_match] == SIA_M_TAIL_OPEN;
    const sia_token *begun = &t->doc->tokens.v[first];
    uint32_t begin = behind ? sia_tail_begin(&t->types, begun, sia_types_at(&t->types, begun)) : 0;
    sia_found f = { l->owner, first, last, text_end, 0, begin };
    sia_put_found(t, f);
    return 1;
}

/* With machine code where that is worth it; asked again, PCRE2 leaves what it has made. */
static pcre2_code *ready(const sia_tagger *t, pcre2_code *code)
{
    if (!t->options.no_jit && t->reference->seen >= JIT_WORTH) pcre2_jit_compile(code, PCRE2_JIT_COMPLETE);
    return code;
}

static pcre2_code *code_of(sia_tagger *t, uint32_t i)
{
    pcre2_code **code = &t->reference->code[i];
    if (*code) return ready(t, *code);
    const sia_pattern *pat = &t->program.words.v[i];
    const sia_codebook *cb = t->program.books[t->program.owners.v[pat->owner].book];
    sia_str source = sia_spell_alternative(cb, pat->alt, t->options.roots, t->scratch);
    int rc;
    PCRE2_SIZE at;
    *code = pcre2_compile((PCRE2_SPTR)source.p, source.n, PCRE2_UTF | PCRE2_NO_UTF_CHECK, &rc, &at, NULL);
    if (!*code) sia_no_memory(t);
    return *code ? ready(t, *code) : NULL;
}

/* One pattern over all pieces; a limit takes back what it found and is noted. */
static void search(sia_tagger *t, const sia_marked *m, uint32_t i)
{
    const sia_pattern *pat = &t->program.words.v[i];
    listener l = { t, m, 0, pat->owner };
    pcre2_code *code = code_of(t, i);
    uint64_t spent = 0;
    uint32_t before = sia_founds_of(t, pat->owner)->n;
    int rc = code ? PCRE2_ERROR_NOMATCH : PCRE2_ERROR_NOMEMORY;
    pcre2_set_callout(t->regexes.context, note_match, &l);
    for (uint32_t k = 0; k < m->pieces.n && rc == PCRE2_ERROR_NOMATCH; k++) {
        rc = sia_regex_run(t, code, (sia_str){ m->text.v + l.from, m->pieces.v[k] - l.from }, 0, &spent);
        l.from = m->pieces.v[k];
    }
    if (rc == PCRE2_ERROR_NOMATCH) return;
    sia_founds_of(t, pat->owner)->n = before;
    sia_regex_note(t, pat);
}

void sia_match_reference(sia_tagger *t)
{
    sia_marked m = { .a = t->scratch };
    if (!t->reference) {
        t->reference = sia_new(t->a, sia_reference, 1);
        if (t->reference) t->reference->code = sia_new(t->a, pcre2_code *, t->program.words.n + 1u);
    }
    sia_spell_document(&m, t);
    if (!sia_arena_ok(t->a) || !sia_arena_ok(t->scratch)) return;
    t->reference->seen += m.text.n;
    for (uint32_t i = 0; i < t->program.words.n; i++) search(t, &m, i);
    for (uint32_t i = 0; i < t->regexes.n; i++)
        for (uint32_t k = 0; k < t->doc->sentences.n; k++)
            if (t->doc->sentences.v[k].counted) sia_regex_search(t, i, k);
}

void sia_reference_free(sia_tagger *t)
{
    if (!t->reference || !t->reference->code) return;
    for (uint32_t i = 0; i < t->program.words.n; i++) pcre2_code_free(t->reference->code[i]);
}
