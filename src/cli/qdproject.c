/* Hits as a REFI-QDA project: its members as rows of a table, which siasat-export makes a ZIP of. */
#include "qdproject.h"
#include "export.h"
#include "formats.h"
#include "meta.h"

static const sia_col members[] = {
    { "member", SIA_TEXT, "", { "member", "anggota" }, { "", "" }, "", "", 0 }, { "text", SIA_TEXT, "", { "text", "teks" }, { "", "" }, "", "", 0 },
};

bool qdproject_asked(const session *s) { return !s->outlet && format_is(s, "qdpx"); }

static void put(textbuf *b, const char *z) { textbuf_put(b, sia_str_of(z)); }

static void put_member(session *s, sia_str name, sia_str text)
{
    sia_put_text(s->table, name);
    sia_put_text(s->table, text);
}

static void put_project(session *s, sia_str xml) { put_member(s, SIA_STR("project.qde"), xml); }

static sia_status put_source(run *r, size_t i, sia_doc *d, void *with, sia_err *err)
{
    qdproject *p = r->ctx;
    const qdsource *v = with;
    (void)i;
    (void)err;
    if (!p->any) put_project(r->s, SIA_STR("  <Sources>\n"));
    p->any = true;
    put_project(r->s, v->element);
    put_member(r->s, sia_printf(d->arena, "sources/%s.txt", v->guid), v->text);
    return SIA_OK;
}

static sia_status codes_of(textbuf *b, qdproject *p, session *s, sia_err *err)
{
    uint32_t terms = 0;
    const uint32_t none = b->v.n;
    for (uint32_t i = 0; i < s->n_books; i++) terms += sia_codebook_terms(s->books[i]);
    p->code = sia_alloc_raw(s->arena, QD_GUID, terms + 1u);
    if (!p->code) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    put(b, "  <CodeBook>\n  <Codes>\n");
    const uint32_t first = b->v.n;
    terms = 0;
    for (uint32_t i = 0; i < s->n_books; i++) {
        sia_str codes;
        SIA_TRY(sia_book_codes(&codes, p->code + terms, s->books[i], i ? sia_printf(s->arena, "%u", i + 1) : SIA_STR(""), s->arena, err));
        terms += sia_codebook_terms(s->books[i]);
        textbuf_put(b, codes);
    }
    if (b->v.n == first) b->v.n = none;                      /* a codebook without a code is none */
    else put(b, "  </Codes>\n  </CodeBook>\n");
    return SIA_OK;
}

static void variables_of(textbuf *b, qdproject *p, session *s)
{
    uint32_t n = 0;
    while (meta_name(s, n).p) n++;
    p->variable = sia_alloc_raw(s->arena, QD_GUID, n + 1u);
    if (!n || !p->variable) return;
    put(b, "  <Variables>\n");
    for (uint32_t c = 0; c < n; c++) {
        const sia_str name = meta_name(s, c);
        sia_guid(p->variable[c], sia_printf(s->arena, "siasat:variable:%u/%.*s", c, (int)name.n, name.p));
        put(b, "    ");
        qd_open(b, "Variable", p->variable[c]);
        qd_attribute(b, "name", name);
        put(b, " typeOfVariable=\"Text\"/>\n");
    }
    put(b, "  </Variables>\n");
}

/* Names may recur: rows of a table that are documents. */
static sia_status number_namesakes(qdproject *p, session *s, sia_err *err)
{
    sia_lex *names = sia_lex_new(s->arena);
    uint32_t *seen = sia_new(s->arena, uint32_t, s->in.files.n + 1u);
    p->namesake = sia_new(s->arena, uint32_t, s->in.files.n + 1u);
    for (uint32_t i = 0; names && seen && p->namesake && i < s->in.files.n; i++) {
        const sia_id id = sia_lex_id(names, s->in.files.v[i].path);
        if (id) p->namesake[i] = seen[id - 1]++;
    }
    return sia_arena_ok(s->arena) ? SIA_OK : sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
}

static sia_status begin(qdproject *p, session *s, sia_err *err)
{
    textbuf b = { .a = s->arena };
    SIA_TRY(number_namesakes(p, s, err));
    sia_guid(p->user, SIA_STR("siasat:user"));
    put(&b, "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<Project xmlns=\"urn:QDA-XML:project:1.0\" name=\"siasat\" origin=\"siasat " SIA_VERSION "\"");
    qd_attribute(&b, "creatingUserGUID", sia_str_of(p->user));
    qd_attribute(&b, "creationDateTime", SIA_STR(QD_MOMENT));
    put(&b, ">\n  <Users>");
    qd_open(&b, "User", p->user);
    put(&b, " name=\"siasat\"/></Users>\n");
    SIA_TRY(codes_of(&b, p, s, err));
    variables_of(&b, p, s);
    if (!sia_arena_ok(s->arena)) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    put_project(s, textbuf_str(&b));
    return SIA_OK;
}

static sia_status open_members(session *s, sia_err *err)
{
    sia_sink out;
    const sia_table_options o = { .format = SIA_XLSX, .titles = -1, .lang = s->lang, .name = "members", .title = "" };
    SIA_TRY(format_no_terminal(s, "qdpx", err));
    SIA_TRY(session_plain(s, &out, err));
    SIA_TRY(export_open(s, "zip", &out, err));
    s->table = sia_table_open(&o, members, SIA_COUNT_OF(members), out, s->arena);
    return s->table ? SIA_OK : sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
}

sia_status qdproject_run(session *s, sia_err *err)
{
    qdproject p = { 0 };
    run r = { .s = s, .upto = UPTO_HITS, .digest = qdsource_make, .deliver = put_source, .ctx = &p };
    SIA_TRY(session_books(s, err));
    SIA_TRY(session_inputs(s, 0, err));
    SIA_TRY(open_members(s, err));
    SIA_TRY(begin(&p, s, err));
    sia_status st = run_documents(&r, err);
    if (!st) put_project(s, p.any ? SIA_STR("  </Sources>\n</Project>\n") : SIA_STR("</Project>\n"));
    if (!st) run_say_counted(&r);
    run_end(&r);
    return st ? st : session_close(s, err);
}
