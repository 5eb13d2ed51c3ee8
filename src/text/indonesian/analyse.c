/* From the best candidates of a form to its keys. */
#include "candidate.h"
#include "redup.h"

/* ---- the best candidate --------------------------------------------------------------------------- */

typedef struct { const sia_roots *roots; candidate c; int32_t weight; bool found; } best;

static void consider(void *ctx, const candidate *c)
{
    best *b = ctx;
    const int32_t w = weigh(b->roots, c);
    if (b->found && !better(b->roots, c, w, &b->c, b->weight)) return;
    b->c = *c;
    b->weight = w;
    b->found = true;
}

/* A form that is no root itself may be better left unknown: peter is not pe + ter. */
static best best_of(const sia_roots *r, sia_str form)
{
    best b = { .roots = r };
    candidates_of(r, form, (viewer){ consider, &b });
    if (b.found && b.weight < weigh_unknown(form.n) && !root_find(r, form.p, form.n)) b.found = false;
    return b;
}

/* ---- voice ------------------------------------------------------------------------------------------ */

/* What a voice prefix covers of the word, and the letter of the root that melted into it. */
typedef struct { uint8_t cut; char back; } voice_mark;
static const voice_mark marks[AL_MEN + 22] = {
    [AL_DI] = { 2, 0 }, [AL_KU] = { 2, 0 }, [AL_KAU] = { 3, 0 },
    [AL_MEN + N_NASAL] = { 2, 0 }, [AL_MEN + N_LIQUID] = { 2, 0 }, [AL_MEN + M_B] = { 3, 0 }, [AL_MEN + MP_CLUSTER] = { 3, 0 },
    [AL_MEN + MP_PREFIX] = { 3, 0 }, [AL_MEN + MP_VOWEL] = { 3, 0 }, [AL_MEN + M_P] = { 3, 'p' }, [AL_MEN + M_P_CLUSTER] = { 3, 'p' },
    [AL_MEN + N_D] = { 3, 0 }, [AL_MEN + NT_CLUSTER] = { 3, 0 }, [AL_MEN + NT_VOWEL] = { 3, 0 }, [AL_MEN + NS_CLUSTER] = { 3, 0 },
    [AL_MEN + NS_VOWEL] = { 3, 0 }, [AL_MEN + N_T] = { 3, 't' }, [AL_MEN + NG_VOWEL] = { 4, 0 }, [AL_MEN + NG_K] = { 4, 'k' },
    [AL_MEN + NGE] = { 5, 0 }, [AL_MEN + NGK_CLUSTER] = { 4, 0 }, [AL_MEN + NGK_VOWEL] = { 4, 0 }, [AL_MEN + NG_G] = { 4, 0 },
    [AL_MEN + NY_S] = { 4, 's' }, [AL_MEN + NY_C] = { 4, 'c' },
};

/* ---- the walk from the form to its keys --------------------------------------------------------------- */

typedef struct {
    const sia_roots *roots;
    sia_analysis *out;
    char    word[SIA_FORM_LONGEST + 8];         /* what is left of the form                   */
    size_t  n;
    best    b;                                  /* of the word, once its clitics are off      */
    bool    normed;                             /* norm and root are told                     */
} walk;

static sia_str left(const walk *w) { return (sia_str){ w->word, w->n }; }

static sia_str keep(walk *w, unsigned which, sia_str s)
{
    char *to = w->out->room + which * (SIA_FORM_LONGEST + 8);
    if (s.n) memcpy(to, s.p, s.n);
    return (sia_str){ to, s.n };
}

static bool is_clitic(const char *p, size_t n)
{
    static const char *const list[] = { "nya", "ku", "mu", "lah", "kah", "pun" };
    for (size_t i = 0; i < SIA_COUNT_OF(list); i++)
        if (n == strlen(list[i]) && !memcmp(p, list[i], n)) return true;
    return false;
}

/* The clitic of a word that is not known: after a hyphen, or -nya after three letters. */
static size_t stray_clitic(sia_str s)
{
    for (size_t k = 2; k <= 3 && k + 2 < s.n; k++)
        if (s.p[s.n - k - 1] == '-' && is_clitic(s.p + s.n - k, k)) return k + 1;
    return s.n >= 6 && !memcmp(s.p + s.n - 3, "nya", 3) ? 3 : 0;
}

static void cut_clitics(walk *w, size_t n, bool of_particle)
{
    if (!w->normed) {
        if (of_particle) w->out->particle = (uint8_t)(w->out->particle + n);
        else w->out->possessive = (uint8_t)(w->out->possessive + n);
    }
    w->n -= n;
}

static const frozen *settled(const walk *w)
{
    const root *e = root_find(w->roots, w->word, w->n);
    return e && e->flags & ROOT_FROZEN ? &w->roots->table.frozen[e->frozen] : NULL;
}

/* A double made single. It must be a word, if the double is one itself or nothing but its letters says that it is double. */
static bool make_single(walk *w)
{
    char single[SIA_FORM_LONGEST];
    const size_t n = single_of(w->roots, left(w), single);
    if (!n) return false;
    const bool marked = memchr(w->word, '-', w->n) || memchr(w->word, '2', w->n);
    if ((!marked || root_find(w->roots, w->word, w->n)) && !best_of(w->roots, (sia_str){ single, n }).found) return false;
    memcpy(w->word, single, n);
    w->n = n;
    if (!w->normed) w->out->flags |= SIA_FORM_REDUP;
    return true;
}

static void cut_of_candidate(walk *w, const candidate *c)
{
    size_t n = c->particle ? 3 : 0;
    if (n && w->word[w->n - 4] == '-') n++;
    const size_t rest = c->cut - n;
    if (n) cut_clitics(w, n, true);
    if (rest) cut_clitics(w, rest, false);
}

/* One step of taking clitics off and making doubles single; false: there is nothing left to take. */
static bool reduce(walk *w)
{
    const bool hyphen = memchr(w->word, '-', w->n);
    if (hyphen && make_single(w)) return true;
    w->b = best_of(w->roots, left(w));
    if (w->b.found) {
        if (w->b.c.cut) cut_of_candidate(w, &w->b.c);
        return w->b.c.cut;
    }
    if (!hyphen && make_single(w)) return true;
    const size_t k = stray_clitic(left(w));
    if (k) cut_clitics(w, k, false);
    return k > 0;
}

/* di, ke written together with what is no verb: kemasyarakat, diwilayah. */
static bool joined(const walk *w)
{
    const candidate *c = &w->b.c;
    if (!w->b.found || c->prefixes != 1 || c->suffix || c->bound || c->reduplication) return false;
    if (c->prefix[0] != DI && c->prefix[0] != KE) return false;
    return licence_of(c) == LIC_DENIED;
}

static void tell_norm(walk *w)
{
    sia_analysis *a = w->out;
    const best *b = &w->b;
    w->normed = true;
    a->norm = keep(w, 0, left(w));
    a->root = b->found && !b->c.bound ? root_word(w->roots, b->c.root) : a->norm;     /* antikorupsi is no kind of korupsi */
    if (!b->found) return;
    const bool bare = !b->c.prefixes && !b->c.suffix && !b->c.bound;
    a->standing = bare || licence_of(&b->c) == LIC_GIVEN ? SIA_FORM_LICENSED : SIA_FORM_BUILT;
    if (bare && b->c.root->flags & ROOT_WHOLE) a->flags |= SIA_FORM_PROTECTED;
    if (b->c.prefixes && (b->c.prefix[0] == KU || b->c.prefix[0] == KAU)) a->before = marks[b->c.allomorph[0]].cut;
}

static bool take_voice(walk *w)
{
    const candidate *c = &w->b.c;
    if (!w->b.found || !c->prefixes || !(c->prefix[0] == MEN || c->prefix[0] == DI || c->prefix[0] == KU || c->prefix[0] == KAU)) return false;
    const voice_mark m = marks[c->allomorph[0]];
    const size_t at = m.back ? m.cut - 1u : m.cut;
    memmove(w->word, w->word + at, w->n - at);
    w->n -= at;
    if (m.back) w->word[0] = m.back;
    return true;
}

static void tell_joined(walk *w)
{
    if (w->normed) return;
    w->out->flags |= SIA_FORM_JOINED;
    w->out->before = 2;
}

static void take_preposition(walk *w)
{
    w->n -= 2;
    memmove(w->word, w->word + 2, w->n);
    tell_joined(w);
}

static sia_str text_of(const walk *w, sia_span s) { return sia_cut((sia_str){ w->roots->table.strings, w->roots->table.n_strings }, s); }

static void settle(walk *w, const frozen *f)
{
    w->out->lemma = keep(w, 1, text_of(w, f->lemma));
    if (w->normed) return;
    w->out->norm = keep(w, 0, text_of(w, f->norm));
    if (w->n == w->out->norm.n + 2 && !memcmp(w->word + 2, w->out->norm.p, w->out->norm.n)) tell_joined(w);
    w->out->root = text_of(w, f->root);
    w->out->standing = SIA_FORM_LICENSED;
    w->out->flags |= SIA_FORM_PROTECTED;
}

/* Each round leaves fewer letters, so this ends. */
void sia_analyse(const sia_roots *r, sia_str form, sia_analysis *out)
{
    out->norm = out->lemma = out->root = form;
    out->standing = SIA_FORM_UNKNOWN;
    out->flags = out->before = out->possessive = out->particle = 0;
    if (form.n < 2 || form.n > SIA_FORM_LONGEST) return;
    walk w = { .roots = r, .out = out, .n = form.n };
    memcpy(w.word, form.p, form.n);
    for (;;) {
        const frozen *f = settled(&w);
        if (f) { settle(&w, f); return; }
        if (reduce(&w)) continue;
        if (joined(&w)) { take_preposition(&w); continue; }
        if (!w.normed) tell_norm(&w);
        if (take_voice(&w)) continue;
        out->lemma = keep(&w, 1, left(&w));
        return;
    }
}
