/* Examples: sentences in which a term must be found, or must not, run as tests of the codebook.
 *
 *     Partai memakai [strategi ofensif]. | no: Serangan ofensif tim nasional Indonesia.
 *
 * `yes:` (ya) may stand before the first kind, `no:` (tidak, bukan) must before the second. Brackets say what exactly. */
#include "codebook.h"

enum { BRACKETS = 16 };

typedef struct {
    sia_str  text;                          /* without brackets                               */
    sia_span wanted[BRACKETS];              /* what stood in them                             */
    uint32_t n;
    bool     no;
} example;

typedef struct {
    const sia_codebook *cb;
    sia_doc      *doc;
    sia_tagger   *tagger;
    sia_findings *out;
    sia_arena    *a;
    sia_err      *err;
} runner;

static sia_str trim(sia_str s)
{
    while (s.n && strchr(" \t\r\n", *s.p)) { s.p++; s.n--; }
    while (s.n && strchr(" \t\r\n", s.p[s.n - 1])) s.n--;
    return s;
}

static bool take(sia_str *s, const char *word)
{
    size_t n = strlen(word);
    if (s->n < n || memcmp(s->p, word, n)) return false;
    *s = trim((sia_str){ s->p + n, s->n - n });
    return true;
}

static example read_example(sia_str s, sia_arena *a)
{
    example e = { .no = take(&s, "no:") || take(&s, "tidak:") || take(&s, "bukan:") };
    if (!e.no && !take(&s, "yes:")) (void)take(&s, "ya:");
    char *to = sia_alloc_raw(a, 1, s.n + 1);
    uint32_t n = 0, open = 0;
    for (size_t i = 0; to && i < s.n; i++) {
        if (s.p[i] == '[') open = n;
        else if (s.p[i] != ']') to[n++] = s.p[i];
        else if (e.n < BRACKETS) e.wanted[e.n++] = (sia_span){ open, n - open };
    }
    e.text = to ? (sia_str){ to, n } : SIA_STR("");
    return e;
}

static bool is_hit(const sia_doc *d, uint32_t term, const sia_span *at)
{
    for (uint32_t i = 0; i < d->hits.n; i++) {
        if (d->hits.v[i].term != term) continue;
        sia_span raw = sia_text_raw(&d->text, d->hits.v[i].span);
        if (!at || (raw.off == at->off && raw.len == at->len)) return true;
    }
    return false;
}

static bool holds(const example *e, const sia_doc *d, uint32_t term)
{
    if (e->no || !e->n) return is_hit(d, term, NULL) != e->no;
    for (uint32_t i = 0; i < e->n; i++) if (!is_hit(d, term, &e->wanted[i])) return false;
    return true;
}

static sia_status run(runner *r, const sia_example *of, sia_str text)
{
    example e = read_example(text, r->a);
    sia_doc_reset(r->doc);
    SIA_TRY(sia_doc_read(r->doc, r->cb->name, e.text, SIA_ENC_UTF8, r->err));
    SIA_TRY(sia_doc_segment(r->doc, r->err));
    SIA_TRY(sia_doc_tokenize(r->doc, r->err));
    SIA_TRY(sia_doc_tag(r->doc, r->tagger, r->err));
    if (holds(&e, r->doc, of->term)) return SIA_OK;
    sia_place p = sia_cell_place(of->at, (size_t)(text.p - of->text.p));
    sia_str arg = sia_printf(r->a, "%.*s: %.*s", (int)r->cb->terms.v[of->term].id.n, r->cb->terms.v[of->term].id.p,
                             (int)text.n, text.p);
    sia_push(r->a, r->out, (sia_finding){ e.no ? SIA_MSG_EXAMPLE_FOUND : SIA_MSG_EXAMPLE_MISSED, p.line, p.col, arg });
    return SIA_OK;
}

static sia_status run_cell(runner *r, const sia_example *of)
{
    for (size_t from = 0, to; from < of->text.n; from = to + 1) {
        const char *bar = memchr(of->text.p + from, '|', of->text.n - from);
        to = bar ? (size_t)(bar - of->text.p) : of->text.n;
        sia_str text = trim((sia_str){ of->text.p + from, to - from });
        if (text.n) SIA_TRY(run(r, of, text));
    }
    return SIA_OK;
}

sia_status sia_codebook_examples(const sia_codebook *cb, const sia_roots *roots, sia_findings *out, sia_arena *a, sia_err *err)
{
    const sia_tag_options o = { .roots = roots };
    runner r = { cb, sia_doc_new(NULL, 0), sia_tagger_new(&cb, 1, &o), out, a, err };
    sia_status st = r.doc && r.tagger ? SIA_OK : sia_fail(err, SIA_MSG_NOMEM, 0, cb->name, "%s", "");
    for (uint32_t i = 0; !st && i < cb->examples.n; i++) st = run_cell(&r, &cb->examples.v[i]);
    if (!st && !sia_arena_ok(a)) st = sia_fail(err, SIA_MSG_NOMEM, 0, cb->name, "%s", "");
    sia_tagger_free(r.tagger);
    sia_doc_free(r.doc);
    return st;
}
