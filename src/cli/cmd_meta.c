/* siasat meta: a table to fill in, of what is known of each document; what folders and title pages say stands in it. */
#include "meta.h"
#include "run.h"

enum { AUTHOR, YEAR, PARTY, REGION, UNIVERSITY, FIRST_PAGE, CELLS };
static const char *const names[CELLS] = { "author", "year", "party", "region", "university", "first_page" };

typedef struct { sia_str cell[CELLS]; } about;               /* empty: not known */

static sia_status digest(run *r, unsigned worker, size_t i, sia_doc *d, void **made, sia_err *err)
{
    (void)worker;
    (void)i;
    (void)r;
    about *x = sia_new(d->arena, about, 1);
    sia_title_page t;
    if (!x) return sia_fail(err, SIA_MSG_NOMEM, 0, d->text.name, "");
    sia_title_page_of(d, &t);
    *x = (about){ { t.author, t.year, t.party, t.region, t.university, sia_text_first_label(&d->text, d->arena) } };
    *made = x;
    return sia_arena_ok(d->arena) ? SIA_OK : sia_fail(err, SIA_MSG_NOMEM, 0, d->text.name, "");
}

static sia_status deliver(run *r, size_t i, sia_doc *d, void *made, sia_err *err)
{
    about *all = r->ctx;
    const about *x = made;
    for (int k = 0; k < CELLS; k++) all[i].cell[k] = sia_dup(r->s->arena, x->cell[k]);
    return sia_arena_ok(r->s->arena) ? SIA_OK : sia_fail(err, SIA_MSG_NOMEM, 0, d->text.name, "");
}

/* ---- filling up -------------------------------------------------------------------------------------- */

/* The document whose title page is that of its work: the only one that names an author or a university. */
static const uint32_t no_page = 0, two_pages = UINT32_MAX;

static void find_pages(const session *s, const about *all, uint32_t *page)
{
    for (uint32_t i = 0; i < s->in.files.n; i++) {
        uint32_t *of = &page[s->in.files.v[i].work_id];
        if (!all[i].cell[AUTHOR].n && !all[i].cell[UNIVERSITY].n) continue;
        *of = *of == no_page ? i + 1 : two_pages;            /* a folder of several theses */
    }
}

/* What the title page says holds for all documents of the work; a page number for its own alone. */
static void share(const session *s, about *all)
{
    uint32_t *page = sia_new(s->arena, uint32_t, (size_t)s->in.works + 1);
    if (page) find_pages(s, all, page);
    for (uint32_t i = 0; page && i < s->in.files.n; i++) {
        const uint32_t from = page[s->in.files.v[i].work_id];
        for (int k = 0; k < FIRST_PAGE && from != no_page && from != two_pages; k++)
            if (!all[i].cell[k].n) all[i].cell[k] = all[from - 1].cell[k];
    }
}

static sia_str last_of(sia_str path)
{
    for (size_t n = path.n; n > 0; n--)
        if (path.p[n - 1] == '/') return (sia_str){ path.p + n, path.n - n };
    return path;
}

/* Folders are often named after what the thesis is about. */
static void read_names(const session *s, about *all)
{
    for (uint32_t i = 0; i < s->in.files.n; i++) {
        const input *in = &s->in.files.v[i];
        about *x = &all[i];
        sia_title_page t = { x->cell[AUTHOR], x->cell[YEAR], SIA_STR(""), x->cell[REGION], x->cell[UNIVERSITY] };
        sia_title_words(last_of(in->work), &t, s->arena);
        if (!sia_str_eq(in->work, in->path)) sia_title_words(last_of(in->path), &t, s->arena);
        if (!x->cell[PARTY].n) x->cell[PARTY] = t.party;
        x->cell[YEAR] = t.year;
        x->cell[REGION] = t.region;
    }
}

/* What an earlier table says stays. */
static void keep_known(const session *s, about *all)
{
    for (int k = 0; k < CELLS; k++) {
        const uint32_t column = meta_column(s, sia_str_of(names[k]));
        for (uint32_t i = 0; column != UINT32_MAX && i < s->in.files.n; i++) {
            const sia_str known = meta_value(&s->in.files.v[i], column);
            if (known.n) all[i].cell[k] = known;
        }
    }
}

static sia_status report(session *s, about *all, sia_err *err)
{
    share(s, all);
    read_names(s, all);
    keep_known(s, all);
    SIA_TRY(session_table(s, "meta", err));
    for (uint32_t i = 0; i < s->in.files.n; i++) {
        sia_put_text(s->table, s->in.files.v[i].work);
        sia_put_text(s->table, s->in.files.v[i].path);
        for (int k = 0; k < CELLS; k++) sia_put_text(s->table, all[i].cell[k]);
    }
    return sia_arena_ok(s->arena) ? SIA_OK : sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
}

/* ---- the verb -------------------------------------------------------------------------------------- */

static sia_status meta_run(session *s, sia_err *err)
{
    SIA_TRY(session_inputs(s, 0, err));
    about *all = sia_new(s->arena, about, (size_t)s->in.files.n + 1);
    run r = { .s = s, .upto = UPTO_SEGMENTS, .digest = digest, .deliver = deliver, .ctx = all };
    for (uint32_t i = 0; all && i < s->in.files.n; i++)
        for (int k = 0; k < CELLS; k++) all[i].cell[k] = SIA_STR("");
    if (!all) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    sia_status st = run_documents(&r, err);
    if (!st) st = report(s, all, err);
    run_end(&r);
    return st ? st : session_close(s, err);
}

const command cmd_meta = {
    { "meta", "[INPUT...]", SIA_MSG_CMD_META, { &opts_input, &opts_output, &opts_general },
      { "siasat meta skripsi/ --dialect excel-id -o keterangan.csv", "siasat meta --meta keterangan.csv skripsi/ -o keterangan2.csv",
        "siasat freq --meta keterangan.csv --by party skripsi/" } },
    meta_run,
};
