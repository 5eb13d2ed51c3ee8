/* siasat quote: the sentences in which something is said, each ready to be cited: "..." (Author, 2024, hlm. 87). */
#include "meta.h"
#include "running.h"
#include "run.h"
#include "wanted.h"
#include "whereabouts.h"

typedef struct { bool *wanted; uint32_t author, year; bool running; } quote;

static sia_str page_of(const place *p, sia_arena *a)
{
    if (!p->page) return SIA_STR("");
    return p->page->label.n || !p->page->number ? p->page->label : sia_printf(a, "%u", p->page->number);
}

static void add(sia_str *to, sia_str more, const char *before, sia_arena *a)
{
    if (more.n) *to = sia_printf(a, "%.*s%s%s%.*s", (int)to->n, to->p, to->n ? ", " : "", before, (int)more.n, more.p);
}

/* What is known of author, year and page; the document's name where nothing tells the author. */
static sia_str citation(const run *r, const sia_doc *d, const place *p, sia_str author, sia_str year)
{
    sia_str c = author.n ? author : d->text.name;
    add(&c, year, "", d->arena);
    const quote *q = r->ctx;
    const bool id = r->s->lang == SIA_ID;
    add(&c, page_of(p, d->arena), q->running ? (id ? "hlm.\xC2\xA0" : "p.\xC2\xA0") : id ? "hlm. " : "p. ", d->arena);   /* one line, in a paragraph */
    return c;
}

/* Among paragraphs a quotation is one; else it is a row. */
static void put_quote(run *r, size_t i, const sia_doc *d, const sia_hit *h)
{
    const quote *q = r->ctx;
    const input *in = &r->s->in.files.v[i];
    const place p = place_of(d, h->span, h->sentence);
    const sia_str author = meta_value(in, q->author), year = meta_value(in, q->year);
    const sia_str said = context_of(d, h->sentence, h->span), source = citation(r, d, &p, author, year);
    const sia_str quoted = sia_printf(d->arena, "\xE2\x80\x9C%.*s\xE2\x80\x9D (%.*s)", (int)said.n, said.p, (int)source.n, source.p);
    sia_table *t = r->s->table;
    if (q->running) { running_paragraph(r->s, quoted); return; }
    sia_put_text(t, quoted);
    sia_put_text(t, author);
    sia_put_text(t, year);
    sia_put_text(t, p.page ? p.page->label : SIA_STR(""));
    sia_put_text(t, d->text.name);
}

/* Headings, titles and key words are no sentences. */
static bool is_said(const sia_doc *d, uint32_t sentence)
{
    const uint8_t kind = d->blocks.v[d->sentences.v[sentence].block].kind;
    return kind != SIA_BLOCK_HEADING && kind != SIA_BLOCK_TITLE && kind != SIA_BLOCK_KEYWORDS;
}

/* A sentence is quoted once, however many of its hits are wanted. */
static sia_status rows(run *r, size_t i, sia_doc *d, void *made, sia_err *err)
{
    (void)made;
    const quote *q = r->ctx;
    uint32_t last = UINT32_MAX;
    for (uint32_t n = 0; n < d->hits.n; n++) {
        const sia_hit *h = &d->hits.v[n];
        if ((q->wanted && !q->wanted[h->term]) || h->sentence == last) continue;
        last = h->sentence;
        if (is_said(d, h->sentence)) put_quote(r, i, d, h);
    }
    return sia_arena_ok(d->arena) ? SIA_OK : sia_fail(err, SIA_MSG_NOMEM, 0, d->text.name, "");
}

static sia_status quote_run(session *s, sia_err *err)
{
    quote q = { 0 };
    run r = { .s = s, .upto = UPTO_HITS, .tells = true, .deliver = rows, .ctx = &q };
    SIA_TRY(wanted_terms(&q.wanted, s, err));
    SIA_TRY(session_inputs(s, 0, err));
    q.author = meta_column(s, SIA_STR("author"));
    q.year = meta_column(s, SIA_STR("year"));
    q.running = running_asked(s);
    if (!q.running) return run_rows(&r, "quote", err);
    SIA_TRY(running_open(s, err));
    return run_into_table(&r, err);
}

const command cmd_quote = {
    { "quote", "[INPUT...]", SIA_MSG_CMD_QUOTE, { &opts_quote, &opts_input, &opts_codebook, &opts_output, &opts_general },
      { "siasat quote --term STR-ofensif --meta keterangan.csv skripsi/ -o kutipan.docx", "siasat quote --category UAN bab4.txt" } },
    quote_run,
};
