/* Proposing: the forms of a document are counted, those that no dictionary has are decided on, and each place of a form
 * for which something was decided becomes a proposal. */
#include "repairs.h"
#include <utf8proc.h>

sia_repairer *sia_repairer_new(const sia_spelling *s, sia_arena *a)
{
    sia_repairer *r = sia_new(a, sia_repairer, 1);
    if (!r) return NULL;
    r->a = a;
    r->spelling = s;
    r->own = sia_new(a, uint8_t, s->words.v.n + 1);
    return r->own ? r : NULL;
}

/* ---- what is known of forms ---------------------------------------------------------------------- */

sia_standing sia_form_standing(sia_repairer *r, sia_id form)
{
    uint8_t *memo = &r->memo[form];
    if (!(*memo & SIA_MEMO_STANDING)) *memo |= (uint8_t)(1 + sia_standing_of(r->spelling, sia_lex_str(r->lex, form)));
    return (sia_standing)((*memo & SIA_MEMO_STANDING) - 1);
}

const sia_known *sia_known_in(const sia_repairer *r, sia_str word)
{
    uint64_t hash = sia_roll(word);
    if (!sia_filter_has(r->words.filter, hash)) return NULL;
    const sia_known *here = sia_wordset_find(&r->words, word, hash);
    if (!here) here = sia_wordset_find(&r->spelling->words, word, hash);
    return here && here->use == SIA_WORD_LEFT && !here->seen ? NULL : here;
}

sia_standing sia_known_standing(sia_repairer *r, const sia_known *k)
{
    if (k->form) return sia_form_standing(r, k->form);
    uint8_t *memo = &r->own[k - r->spelling->words.v.v];
    if (!*memo) *memo = (uint8_t)(1 + sia_standing_of(r->spelling, k->text));
    return (sia_standing)(*memo - 1);
}

const nearby *sia_dictionary(sia_repairer *r)
{
    if (!r->near && sia_arena_ok(r->a)) r->near = nearby_new(r->spelling->roots, r->a);
    return r->near;
}

static void mark(sia_repairer *r, const char *word, uint8_t bit)
{
    sia_id id = sia_lex_find(r->lex, sia_str_of(word));
    if (id) r->memo[id] |= bit;
}

static bool bind(sia_repairer *r, sia_doc *d)
{
    static const char *const prefixes[] = { "di", "ber", "mem", "men", "meng", "meny", "pem", "peng", "peny" };
    uint32_t need = sia_lex_size(d->lex) + 1;
    if (r->lex != d->lex || need > r->cap) {
        uint32_t cap = need + need / 2;
        uint8_t *memo = sia_new(r->a, uint8_t, cap);
        uint32_t *at = sia_new(r->a, uint32_t, cap);
        if (!memo || !at) return false;
        if (r->lex == d->lex) memcpy(memo, r->memo, r->cap);
        r->lex = d->lex;
        r->memo = memo;
        r->at = at;
        r->cap = cap;
    }
    r->doc = d;
    memset(&r->forms, 0, sizeof r->forms);
    memset(&r->decisions, 0, sizeof r->decisions);
    mark(r, "nya", SIA_MEMO_NYA);
    for (size_t i = 0; i < SIA_COUNT_OF(prefixes); i++) mark(r, prefixes[i], SIA_MEMO_BOUND);
    return true;
}

/* ---- counting ---------------------------------------------------------------------------------------- */

static bool capital(const char *p)
{
    uint32_t len;
    if (!((unsigned char)*p & 0x80)) return *p >= 'A' && *p <= 'Z';
    utf8proc_category_t k = utf8proc_category(sia_utf8_at(p, &len));
    return k == UTF8PROC_CATEGORY_LU || k == UTF8PROC_CATEGORY_LT;
}

/* A dash right before or after a token, over a blank too: what a scan left of a word cut at a line's end. */
static bool beside_dash(const sia_doc *d, sia_span at)
{
    sia_str s = d->text.s;
    uint32_t from = at.off, to = sia_end(at);
    while (from && (s.p[from - 1] == ' ' || s.p[from - 1] == '\n')) from--;
    while (to < s.n && (s.p[to] == ' ' || s.p[to] == '\n')) to++;
    return (from && s.p[from - 1] == '-') || (to < s.n && s.p[to] == '-');
}

static void see(sia_repairer *r, uint32_t k, bool first)
{
    const sia_token *t = &r->doc->tokens.v[k];
    const char *p = r->doc->text.s.p + t->span.off;
    uint32_t *at = &r->at[t->form];
    if (!*at) {
        sia_form_seen f = { .form = t->form, .text = sia_lex_str(r->lex, t->form) };
        sia_push(r->doc->arena, &r->forms, f);
        *at = r->forms.n;
    }
    if (!sia_arena_ok(r->doc->arena)) return;
    sia_form_seen *f = &r->forms.v[*at - 1];
    f->n++;
    f->seen |= capital(p) ? first ? SIA_SEEN_FIRST : SIA_SEEN_CAPITAL : SIA_SEEN_SMALL;
    if (t->span.len > 2 && p[0] >= 'A' && p[0] <= 'Z' && p[1] == p[0] + 'a' - 'A') f->two_cases = true;
    if (f->n <= 2) f->broken |= beside_dash(r->doc, t->span);
}

static void count(sia_repairer *r)
{
    const sia_doc *d = r->doc;
    for (uint32_t i = 0; i < d->sentences.n; i++) {
        const sia_sentence *s = &d->sentences.v[i];
        bool first = true;
        for (uint32_t k = s->first; k < s->first + s->n; k++) {
            if (d->tokens.v[k].kind == SIA_WORD) see(r, k, first);
            if (d->tokens.v[k].kind <= SIA_NUMBER) first = false;
        }
    }
}

/* The document's words as evidence, and the filters over them and the spelling's. A word that stands once and that no
 * dictionary has is evidence for nothing. */
static void gather(sia_repairer *r)
{
    memset(&r->words.v, 0, sizeof r->words.v);
    r->words.slots = NULL;
    if (!sia_wordset_room(&r->words, r->forms.n + 1, r->doc->arena)) return;
    memcpy(r->words.filter, r->spelling->words.filter, sizeof r->words.filter);
    memcpy(r->words.gaps, r->spelling->words.gaps, sizeof r->words.gaps);
    for (uint32_t i = 0; i < r->forms.n; i++) {
        const sia_form_seen *f = &r->forms.v[i];
        if (f->text.n > SIA_WORD_LONGEST) continue;
        sia_known *k = sia_wordset_add(&r->words, f->text, r->doc->arena);
        if (!k) continue;
        const sia_known *own = sia_wordset_find(&r->spelling->words, f->text, k->hash);
        k->form = f->form;
        k->seen = f->n;
        k->use = own ? own->use : 0;
        if (f->n > 1 || sia_form_standing(r, f->form) == SIA_FORM_LICENSED) sia_wordset_gaps(&r->words, k->text, k->hash);
    }
}

/* ---- places -------------------------------------------------------------------------------------------- */

static char upper(char c) { return c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c; }

static bool all_capitals(sia_str s)
{
    bool some = false;
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] >= 'a' && s.p[i] <= 'z') return false;
        some |= s.p[i] >= 'A' && s.p[i] <= 'Z';
    }
    return some;
}

sia_str sia_recased(sia_str surface, sia_str proposal, sia_arena *a)
{
    sia_str out = sia_dup(a, proposal);
    char *p = (char *)(uintptr_t)out.p;
    if (!out.n || !capital(surface.p)) return out;
    bool all = surface.n > 1 && all_capitals(surface), two = surface.n > 1 && upper(surface.p[1]) == surface.p[0] && !all;
    for (size_t i = 0; i < out.n && (all || i == 0); i++) if (!two) p[i] = upper(p[i]);
    return out;
}

static void put(sia_repairer *r, uint32_t first, uint32_t n, const sia_decision *d)
{
    sia_doc *doc = r->doc;
    const sia_token *t = &doc->tokens.v[first];
    sia_span span = { t->span.off, sia_end(t[n - 1].span) - t->span.off };
    sia_str surface = sia_cut(doc->text.s, span);
    sia_repair x = { .span = span, .first = first, .n = n, .cut = d->cut, .seen = d->seen, .rule = d->rule, .proof = d->proof,
                     .effect = d->effect, .proposal = sia_recased(surface, d->proposal, doc->arena) };
    if (x.effect == SIA_EFFECT_SPLIT && surface.n + 1 != x.proposal.n) return;       /* folding changed its length */
    sia_push(doc->arena, &doc->repairs, x);
}

static bool blank_between(const sia_doc *d, uint32_t i)
{
    uint32_t from = sia_end(d->tokens.v[i].span), to = d->tokens.v[i + 1].span.off;
    if (from == to) return false;
    for (uint32_t k = from; k < to; k++) if (d->text.s.p[k] != ' ' && d->text.s.p[k] != '\n') return false;
    return true;
}

/* A pair is looked at only where one of the two says so. */
static bool pair_worth(sia_repairer *r, const sia_token *t)
{
    if (t[1].kind != SIA_WORD || t[0].kind != SIA_WORD) return false;
    if (t[0].form == t[1].form || (r->memo[t[0].form] & SIA_MEMO_BOUND) || (r->memo[t[1].form] & SIA_MEMO_NYA)) return true;
    return sia_form_standing(r, t[0].form) == SIA_FORM_UNKNOWN || sia_form_standing(r, t[1].form) == SIA_FORM_UNKNOWN;
}

static void sentence(sia_repairer *r, const sia_sentence *s)
{
    const sia_doc *d = r->doc;
    for (uint32_t k = s->first, end = s->first + s->n; k < end; k++) {
        const sia_token *t = &d->tokens.v[k];
        uint32_t at = t->kind == SIA_WORD ? r->at[t->form] : 0;
        const sia_decision *own = at && r->decisions.v[at - 1].proposal.n ? &r->decisions.v[at - 1] : NULL;
        if (!own && k + 1 < end && pair_worth(r, t) && blank_between(d, k)) {
            sia_decision pair = sia_decide_pair(r, k);
            if (pair.proposal.n) { put(r, k, 2, &pair); k++; continue; }
        }
        if (own) put(r, k, 1, own);
    }
}

sia_status sia_doc_propose(sia_doc *d, sia_repairer *r, sia_err *err)
{
    d->repairs.n = 0;
    if (!bind(r, d)) return sia_fail(err, SIA_MSG_NOMEM, 0, d->text.name, "");
    count(r);
    gather(r);
    bool ok = sia_arena_ok(d->arena);
    for (uint32_t i = 0; ok && i < r->forms.n; i++) sia_push(d->arena, &r->decisions, sia_decide(r, &r->forms.v[i]));
    ok = ok && sia_arena_ok(d->arena);
    for (uint32_t i = 0; ok && i < d->sentences.n; i++) sentence(r, &d->sentences.v[i]);
    for (uint32_t i = 0; i < r->forms.n; i++) r->at[r->forms.v[i].form] = 0;
    r->doc = NULL;
    return ok && sia_arena_ok(d->arena) && sia_arena_ok(r->a) ? SIA_OK : sia_fail(err, SIA_MSG_NOMEM, 0, d->text.name, "");
}
