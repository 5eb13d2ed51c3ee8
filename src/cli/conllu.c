/* CoNLL-U: ten columns a word, sentences apart. */
#include "conllu.h"
#include "textbuf.h"

typedef struct { const sia_doc *d; sia_morph *m; textbuf out; unsigned document; uint32_t sentence, words, fix, paragraphs; } page;

static void put(page *p, sia_str s) { textbuf_put(&p->out, s); }
static void put_number(page *p, uint32_t n) { textbuf_number(&p->out, n); }

/* A cell holds no tab and no line break, and is never empty. */
static void put_cell(page *p, sia_str s)
{
    for (size_t i = 0; i < s.n; i++) {
        const bool blank = s.p[i] == '\t' || s.p[i] == '\n' || s.p[i] == '\r';
        if ((unsigned char)s.p[i] >= ' ') put(p, (sia_str){ s.p + i, 1 });
        else put(p, blank ? SIA_STR(" ") : SIA_STR("\xEF\xBF\xBD"));
    }
    if (!s.n) put(p, SIA_STR("_"));
}

/* A value in MISC, where | parts them: escaped as in SpacesAfter. */
static void put_value(page *p, sia_str s)
{
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] == '|') put(p, SIA_STR("\\p"));
        else if (s.p[i] == ' ' || s.p[i] == '\t' || s.p[i] == '\n') put(p, SIA_STR("\\s"));
        else if (s.p[i] == '\\') put(p, SIA_STR("\\\\"));
        else put_cell(p, (sia_str){ s.p + i, 1 });
    }
}

/* ---- sentences ---------------------------------------------------------------------------------- */

static const sia_token *token_at(const page *p, uint32_t k) { return &p->d->tokens.v[k]; }

/* Does the next token begin where this one ends? */
static bool glued(const page *p, uint32_t k)
{
    return k + 1 < p->d->tokens.n && token_at(p, k + 1)->span.off == sia_end(token_at(p, k)->span);
}

/* The text is what its words are with blanks between those that are not glued: readers of the format hold it to that. */
static void put_text(page *p, const sia_sentence *st)
{
    put(p, SIA_STR("# text = "));
    for (uint32_t k = st->first; k < st->first + st->n; k++) {
        put_cell(p, sia_cut(p->d->text.s, token_at(p, k)->span));
        if (k + 1 < st->first + st->n && !glued(p, k)) put(p, SIA_STR(" "));
    }
    put(p, SIA_STR("\n"));
}

static void put_head(page *p, const sia_sentence *st)
{
    if (!p->paragraphs) {
        put(p, SIA_STR("# newdoc id = "));
        put_cell(p, p->d->text.name);
        put(p, SIA_STR("\n"));
    }
    if (p->paragraphs != st->block + 1) put(p, SIA_STR("# newpar\n"));
    p->paragraphs = st->block + 1;
    put(p, SIA_STR("# sent_id = d"));
    put_number(p, p->document);
    put(p, SIA_STR("-s"));
    put_number(p, p->sentence + 1);
    put(p, SIA_STR("\n"));
    put_text(p, st);
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

/* Note marks that reading took off the text up to `to`: nothing of a sentence's letters is lost. */
static void put_marks(page *p, uint32_t from, uint32_t to)
{
    const sia_text *x = &p->d->text;
    for (; p->fix < x->fixes.n && x->fixes.v[p->fix].at <= to; p->fix++) {
        const sia_fix *f = &x->fixes.v[p->fix];
        if (f->kind != SIA_FIX_NOTE_MARK || f->at < from) continue;
        put(p, SIA_STR("|NoteMark="));
        put_value(p, sia_cut(x->in, (sia_span){ f->raw, f->raw_len }));
    }
}

/* TokenRange: where it stands in the input, in code points. */
static void put_range(page *p, uint32_t k)
{
    const sia_sentence *st = &p->d->sentences.v[p->sentence];
    const sia_token *t = token_at(p, k);
    const sia_span raw = sia_text_raw(&p->d->text, t->span);
    const bool last = k + 1 == st->first + st->n;
    put(p, SIA_STR("TokenRange="));
    put_number(p, (uint32_t)sia_text_point(&p->d->text, raw.off));
    put(p, SIA_STR(":"));
    put_number(p, (uint32_t)sia_text_point(&p->d->text, sia_end(raw)));
    put_marks(p, st->span.off, last ? sia_end(st->span) : token_at(p, k + 1)->span.off);
    put(p, glued(p, k) ? SIA_STR("|SpaceAfter=No\n") : SIA_STR("\n"));
}

static void put_keys(page *p, sia_keys k)
{
    put(p, SIA_STR("Norm="));
    put_value(p, sia_lex_str(p->d->lex, k.norm));
    put(p, SIA_STR("|Root="));
    put_value(p, sia_lex_str(p->d->lex, k.root));
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
static void put_with_clitics(page *p, uint32_t token, sia_str form, sia_keys k)
{
    const sia_token *t = token_at(p, token);
    const char *end = form.p + form.n;
    const sia_str particle = clitic(end, k.particle), possessive = clitic(end - k.particle, k.possessive);
    const char *base_end = possessive.n ? possessive.p : particle.p;
    put_span(p, form, 1u + (possessive.n > 0) + (particle.n > 0));
    put_range(p, token);
    put_row(p, (sia_str){ form.p, (size_t)(base_end - form.p) }, sia_lex_str(p->d->lex, k.lemma), t);
    put_keys(p, k);
    put(p, SIA_STR("\n"));
    put_clitic(p, possessive, t);
    put_clitic(p, particle, t);
}

static void put_token(page *p, uint32_t token)
{
    const sia_token *t = token_at(p, token);
    const sia_keys k = keys_of_token(p->m, t);
    const sia_str form = sia_cut(p->d->text.s, t->span);
    if (k.possessive || k.particle) { put_with_clitics(p, token, form, k); return; }
    put_row(p, form, k.lemma ? sia_lex_str(p->d->lex, k.lemma) : SIA_STR(""), t);
    if (k.norm) {
        put_keys(p, k);
        put(p, SIA_STR("|"));
    }
    put_range(p, token);
}

sia_str conllu_of(const sia_doc *d, sia_morph *m, size_t document)
{
    page p = { .d = d, .m = m, .out = { .a = d->arena }, .document = (unsigned)document + 1 };
    for (uint32_t i = 0; i < d->sentences.n && sia_arena_ok(d->arena); i++) {
        const sia_sentence *st = &d->sentences.v[i];
        if (!st->counted || !st->n) continue;
        p.sentence = i;
        p.words = 0;
        put_head(&p, st);
        for (uint32_t k = st->first; k < st->first + st->n; k++) put_token(&p, k);
        put(&p, SIA_STR("\n"));
    }
    return textbuf_str(&p.out);
}
