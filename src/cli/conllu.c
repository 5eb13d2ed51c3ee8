/* CoNLL-U: ten columns a word, sentences apart. */
#include "conllu.h"
#include "whereabouts.h"
#include <stdio.h>

typedef struct { const sia_doc *d; sia_morph *m; SIA_VEC(char) text; uint32_t sentence, words, fix; } page;

static void put(page *p, sia_str s)
{
    for (size_t i = 0; i < s.n; i++) sia_push(p->d->arena, &p->text, s.p[i]);
}

static void put_number(page *p, uint32_t n)
{
    char digits[12];
    put(p, (sia_str){ digits, (size_t)snprintf(digits, sizeof digits, "%u", n) });
}

/* A cell holds no tab and no line break, and is never empty. */
static void put_cell(page *p, sia_str s)
{
    for (size_t i = 0; i < s.n; i++) sia_push(p->d->arena, &p->text, (unsigned char)s.p[i] < ' ' ? ' ' : s.p[i]);
    if (!s.n) put(p, SIA_STR("_"));
}

/* ---- sentences ---------------------------------------------------------------------------------- */

static void put_document(page *p)
{
    put(p, SIA_STR("# newdoc id = "));
    put_cell(p, p->d->text.name);
    put(p, SIA_STR("\n"));
}

static void put_head(page *p)
{
    const sia_sentence *st = &p->d->sentences.v[p->sentence];
    if (!p->sentence || p->d->sentences.v[p->sentence - 1].block != st->block) put(p, SIA_STR("# newpar\n"));
    put(p, SIA_STR("# sent_id = s"));
    put_number(p, p->sentence + 1);
    put(p, SIA_STR("\n# text = "));
    put(p, one_line(p->d, st->span.off, sia_end(st->span)));
    put(p, SIA_STR("\n"));
}

/* ---- words --------------------------------------------------------------------------------------- */

static sia_str tag_of(const sia_token *t)
{
    switch ((sia_token_kind)t->kind) {
    case SIA_NUMBER: return SIA_STR("NUM");
    case SIA_PUNCT: return SIA_STR("PUNCT");
    case SIA_SYMBOL: return SIA_STR("SYM");
    default: return SIA_STR("X");
    }
}

/* Does no blank follow? */
static bool glued(const page *p, uint32_t token)
{
    const sia_str s = p->d->text.s;
    const uint32_t end = sia_end(p->d->tokens.v[token].span);
    return end < s.n && (unsigned char)s.p[end] > ' ';
}

static void put_row(page *p, sia_str form, sia_str lemma, const sia_token *t)
{
    const bool first = !p->words++;
    put_number(p, p->words);
    put(p, SIA_STR("\t"));
    put_cell(p, form);
    put(p, SIA_STR("\t"));
    put_cell(p, lemma);
    put(p, SIA_STR("\t"));
    put(p, tag_of(t));
    put(p, first ? SIA_STR("\t_\t_\t0\troot\t_\t") : SIA_STR("\t_\t_\t1\tdep\t_\t"));
}

/* TokenRange: where it stands in the input, in code points. */
static void put_range(page *p, const sia_token *t, bool space)
{
    const sia_span raw = sia_text_raw(&p->d->text, t->span);
    put(p, SIA_STR("TokenRange="));
    put_number(p, (uint32_t)sia_text_point(&p->d->text, raw.off));
    put(p, SIA_STR(":"));
    put_number(p, (uint32_t)sia_text_point(&p->d->text, sia_end(raw)));
    put(p, space ? SIA_STR("\n") : SIA_STR("|SpaceAfter=No\n"));
}

static void put_keys(page *p, sia_keys k)
{
    put(p, SIA_STR("Norm="));
    put_cell(p, sia_lex_str(p->d->lex, k.norm));
    put(p, SIA_STR("|Root="));
    put_cell(p, sia_lex_str(p->d->lex, k.root));
}

static void put_span(page *p, sia_str form, unsigned words)
{
    put_number(p, p->words + 1);
    put(p, SIA_STR("-"));
    put_number(p, p->words + words);
    put(p, SIA_STR("\t"));
    put_cell(p, form);
    put(p, SIA_STR("\t_\t_\t_\t_\t_\t_\t_\t"));
}

/* A clitic of n bytes up to `end`; a hyphen before it stays with the word: PAN- nya. */
static sia_str clitic(const char *end, size_t n)
{
    if (n && end[-(ptrdiff_t)n] == '-') n--;
    return (sia_str){ end - n, n };
}

static void put_clitic(page *p, sia_str s, const sia_token *t)
{
    if (!s.n) return;
    put_row(p, s, sia_fold(p->d->arena, s), t);
    put(p, SIA_STR("_\n"));
}

/* bukunya: 1-2 over buku and nya. A particle after a possessive is a third word. */
static void put_with_clitics(page *p, const sia_token *t, sia_str form, sia_keys k, bool space)
{
    const char *end = form.p + form.n;
    const sia_str particle = clitic(end, k.particle), possessive = clitic(end - k.particle, k.possessive);
    const char *base_end = possessive.n ? possessive.p : particle.p;
    put_span(p, form, 1u + (possessive.n > 0) + (particle.n > 0));
    put_range(p, t, space);
    put_row(p, (sia_str){ form.p, (size_t)(base_end - form.p) }, sia_lex_str(p->d->lex, k.lemma), t);
    put_keys(p, k);
    put(p, SIA_STR("\n"));
    put_clitic(p, possessive, t);
    put_clitic(p, particle, t);
}

static void put_token(page *p, uint32_t token)
{
    const sia_token *t = &p->d->tokens.v[token];
    const sia_keys k = keys_of_token(p->m, t);
    const sia_str form = sia_cut(p->d->text.s, t->span);
    const bool space = !glued(p, token);
    if (!k.norm) return;
    if (k.possessive || k.particle) { put_with_clitics(p, t, form, k, space); return; }
    put_row(p, form, sia_lex_str(p->d->lex, k.lemma), t);
    put_keys(p, k);
    put(p, SIA_STR("|"));
    put_range(p, t, space);
}

/* Note marks that reading took off the words before `at` of the reading text: nothing of a sentence's letters is lost. */
static void put_marks(page *p, uint32_t from, uint32_t at)
{
    const sia_text *x = &p->d->text;
    static const sia_token mark = { .kind = SIA_SYMBOL };
    for (; p->fix < x->fixes.n && x->fixes.v[p->fix].at < at; p->fix++) {
        const sia_fix *f = &x->fixes.v[p->fix];
        if (f->kind != SIA_FIX_NOTE_MARK || f->at < from) continue;
        const sia_str form = sia_cut(x->in, (sia_span){ f->raw, f->raw_len });
        put_row(p, form, form, &mark);
        put(p, SIA_STR("SetAside=Yes\n"));
    }
}

sia_str conllu_of(const sia_doc *d, sia_morph *m)
{
    page p = { .d = d, .m = m };
    put_document(&p);
    for (uint32_t i = 0; i < d->sentences.n && sia_arena_ok(d->arena); i++) {
        const sia_sentence *st = &d->sentences.v[i];
        if (!st->counted) continue;
        p.sentence = i;
        p.words = 0;
        put_head(&p);
        for (uint32_t k = st->first; k < st->first + st->n; k++) {
            put_marks(&p, st->span.off, d->tokens.v[k].span.off + 1);
            put_token(&p, k);
        }
        put_marks(&p, st->span.off, sia_end(st->span) + 1);
        put(&p, SIA_STR("\n"));
    }
    return sia_arena_ok(d->arena) ? (sia_str){ p.text.v, p.text.n } : SIA_STR("");
}
