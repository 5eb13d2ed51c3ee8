/* Spelling: what repair knows of the language beside the root table: variants, common words, words that are sought. */
#include "repairs.h"

sia_spelling *sia_spelling_new(const sia_roots *roots, sia_arena *a)
{
    sia_spelling *s = sia_new(a, sia_spelling, 1);
    if (!s) return NULL;
    s->a = a;
    s->roots = roots;
    s->variants = sia_lex_new(a);
    return s->variants && sia_wordset_room(&s->words, 64, a) ? s : NULL;
}

sia_standing sia_standing_of(const sia_spelling *s, sia_str word)
{
    sia_analysis x;
    sia_analyse(s->roots, word, &x);
    return (sia_standing)x.standing;
}

void sia_spelling_word(sia_spelling *s, sia_str folded, sia_word_use use)
{
    if (!folded.n || folded.n > SIA_WORD_LONGEST) return;
    const sia_known *had = sia_wordset_find(&s->words, folded, sia_roll(folded));
    sia_known *k = sia_wordset_add(&s->words, had ? folded : sia_dup(s->a, folded), s->a);
    if (!k) return;
    if (use != SIA_WORD_LEFT && !(k->use & ~SIA_WORD_LEFT)) sia_wordset_gaps(&s->words, k->text, k->hash);
    k->use |= (uint8_t)use;
}

/* ---- variants -------------------------------------------------------------------------------------- */

/* The next cell of a line, moved past. */
static sia_str cell(sia_str *line)
{
    const char *tab = line->n ? memchr(line->p, '\t', line->n) : NULL;
    sia_str out = { line->p, tab ? (size_t)(tab - line->p) : line->n };
    line->p += out.n + (tab != NULL);
    line->n -= out.n + (tab != NULL);
    while (out.n && (out.p[out.n - 1] == ' ' || out.p[out.n - 1] == '\r')) out.n--;
    return out;
}

static bool one_word(sia_str w) { return w.n && w.n <= SIA_WORD_LONGEST && !memchr(w.p, ' ', w.n); }

static sia_status add_line(sia_spelling *s, sia_str line, sia_str name, uint32_t number, sia_err *err)
{
    if (!line.n || line.p[0] == '#' || line.p[0] == '\r') return SIA_OK;
    sia_str rest = line, variant = cell(&rest), standard = cell(&rest);
    if (!one_word(variant) || !one_word(standard))
        return sia_fail_at(err, SIA_MSG_VARIANT_LINE, name, number, 1, "%.*s", (int)(line.n < 80 ? line.n : 80), line.p);
    sia_str was = sia_fold(s->a, variant);
    if (!sia_arena_ok(s->a)) return sia_fail(err, SIA_MSG_NOMEM, 0, name, "");
    if (sia_lex_find(s->variants, was))
        return sia_fail_at(err, SIA_MSG_VARIANT_TWICE, name, number, 1, "%.*s", (int)variant.n, variant.p);
    sia_id id = sia_lex_id(s->variants, was);
    sia_push(s->a, &s->to, (sia_variant){ sia_fold(s->a, standard), standard.p[0] >= 'A' && standard.p[0] <= 'Z' });
    return id ? SIA_OK : sia_fail(err, SIA_MSG_NOMEM, 0, name, "");
}

/* A standard that is itself a variant would make repairing twice another thing than repairing once. */
static sia_status no_chains(const sia_spelling *s, sia_str name, sia_err *err)
{
    for (uint32_t i = 0; i < s->to.n; i++) {
        sia_str to = s->to.v[i].standard;
        if (sia_lex_find(s->variants, to)) return sia_fail(err, SIA_MSG_VARIANT_CHAIN, 0, name, "%.*s", (int)to.n, to.p);
    }
    return SIA_OK;
}

sia_status sia_spelling_variants(sia_spelling *s, sia_str name, sia_str bytes, sia_err *err)
{
    sia_decoded text;
    uint32_t number = 1;
    SIA_TRY(sia_decode(&text, name, bytes, SIA_ENC_AUTO, s->a, err));
    for (size_t at = 0; at < text.in.n; number++) {
        const char *line = text.in.p + at, *end = memchr(line, '\n', text.in.n - at);
        size_t n = end ? (size_t)(end - line) : text.in.n - at;
        SIA_TRY(add_line(s, (sia_str){ line, n }, name, number, err));
        at += n + 1;
    }
    if (!sia_arena_ok(s->a)) return sia_fail(err, SIA_MSG_NOMEM, 0, name, "");
    return no_chains(s, name, err);
}

static sia_str listed(const sia_spelling *s, sia_str form)
{
    sia_id id = sia_lex_find(s->variants, form);
    return id ? s->to.v[id - 1].standard : (sia_str){ 0 };
}

bool sia_standard_capital(const sia_spelling *s, sia_str form)
{
    sia_id id = sia_lex_find(s->variants, form);
    return id && s->to.v[id - 1].capital;
}

/* praktek-praktek, praktek-prakteknya: half by half. */
static sia_str both_halves(const sia_spelling *s, sia_str form, const char *dash, sia_arena *a)
{
    sia_str left = { form.p, (size_t)(dash - form.p) }, right = { dash + 1, form.n - left.n - 1 };
    sia_str x = sia_standard_of(s, left, a), y = sia_standard_of(s, right, a);
    if (!x.n || !y.n) return (sia_str){ 0 };
    return sia_printf(a, "%.*s-%.*s", (int)x.n, x.p, (int)y.n, y.p);
}

sia_str sia_standard_of(const sia_spelling *s, sia_str form, sia_arena *a)
{
    static const char *const clitics[] = { "nya", "lah", "kah", "pun" };
    sia_str to = listed(s, form);
    if (to.n || !s->to.n) return to;
    for (size_t i = 0; i < SIA_COUNT_OF(clitics); i++) {
        if (form.n < 6 || memcmp(form.p + form.n - 3, clitics[i], 3)) continue;
        to = listed(s, (sia_str){ form.p, form.n - 3 });
        if (to.n) return sia_printf(a, "%.*s%s", (int)to.n, to.p, clitics[i]);
    }
    const char *dash = form.n ? memchr(form.p, '-', form.n) : NULL;
    return dash && !memchr(dash + 1, '-', (size_t)(form.p + form.n - dash - 1)) ? both_halves(s, form, dash, a) : (sia_str){ 0 };
}
