/* Documents as sources of a REFI-QDA project, their hits as coded selections. */
#include "meta.h"
#include "qdproject.h"
#include "whereabouts.h"

/* ---- XML -------------------------------------------------------------------------------------------------------------- */

static void put(textbuf *b, const char *z) { textbuf_put(b, sia_str_of(z)); }

void qd_attribute(textbuf *b, const char *name, sia_str value)
{
    put(b, " ");
    put(b, name);
    put(b, "=\"");
    textbuf_xml_whole(b, value);
    put(b, "\"");
}

static void number(textbuf *b, const char *name, uint64_t n)
{
    put(b, " ");
    put(b, name);
    put(b, "=\"");
    textbuf_number(b, n);
    put(b, "\"");
}

void qd_open(textbuf *b, const char *name, const char *guid)
{
    put(b, "<");
    put(b, name);
    qd_attribute(b, "guid", sia_str_of(guid));
}

static void made(textbuf *b, const qdproject *p)
{
    qd_attribute(b, "creatingUser", sia_str_of(p->user));
    qd_attribute(b, "creationDateTime", SIA_STR(QD_MOMENT));
}

/* ---- the text of a source --------------------------------------------------------------------------------------------- */

typedef SIA_VEC(uint32_t) gone;         /* bytes of the input that its source has not, ascending; each is one code point */

static bool is_gone(sia_str in, uint32_t i)
{
    return !in.p[i] || (in.p[i] == '\r' && i + 1 < in.n && in.p[i + 1] == '\n');
}

static sia_str source_of(const sia_doc *d, gone *g)
{
    const sia_str in = d->text.in;
    char *to = sia_alloc_raw(d->arena, 1, in.n + 1);
    size_t n = 0;
    uint32_t i = 0;
    if (!to) return SIA_STR("");
    for (; in.n - i >= 3 && !memcmp(in.p + i, "\xEF\xBB\xBF", 3); i += 3) sia_push(d->arena, g, i);
    for (; i < in.n; i++) {
        if (is_gone(in, i)) sia_push(d->arena, g, i);
        else to[n++] = in.p[i] == '\r' ? '\n' : in.p[i];
    }
    return (sia_str){ to, n };
}

/* Where byte `raw` of the input is in the source, in code points. */
static uint64_t point_in(const sia_doc *d, const gone *g, uint32_t raw)
{
    uint32_t lo = 0, hi = g->n;         /* those before it */
    while (lo < hi) {
        const uint32_t mid = lo + (hi - lo) / 2;
        if (g->v[mid] < raw) lo = mid + 1; else hi = mid;
    }
    return sia_text_point(&d->text, raw) - lo;
}

/* ---- a document ------------------------------------------------------------------------------------------------------- */

static void put_selection(textbuf *b, const qdproject *p, const sia_doc *d, const gone *g, const sia_hit *h, const char *source)
{
    const sia_span raw = sia_text_raw(&d->text, h->span);
    const uint64_t start = point_in(d, g, raw.off), end = point_in(d, g, sia_end(raw));
    const char *code = p->code[h->term];
    char selection[QD_GUID], coding[QD_GUID];
    sia_guid(selection, sia_printf(d->arena, "siasat:selection:%s/%llu/%llu/%s", source, (unsigned long long)start, (unsigned long long)end, code));
    sia_guid(coding, sia_printf(d->arena, "siasat:coding:%s", selection));
    put(b, "      ");
    qd_open(b, "PlainTextSelection", selection);
    qd_attribute(b, "name", one_line(d, h->span.off, sia_end(h->span)));
    number(b, "startPosition", start);
    number(b, "endPosition", end);
    made(b, p);
    put(b, ">\n        ");
    qd_open(b, "Coding", coding);
    made(b, p);
    put(b, "><CodeRef");
    qd_attribute(b, "targetGUID", sia_str_of(code));
    put(b, "/></Coding>\n      </PlainTextSelection>\n");
}

/* What --meta says of the document. */
static void put_values(textbuf *b, const qdproject *p, const session *s, const input *in)
{
    for (uint32_t c = 0; meta_name(s, c).p; c++) {
        const sia_str value = meta_value(in, c);
        if (!value.n) continue;
        put(b, "      <VariableValue><VariableRef");
        qd_attribute(b, "targetGUID", sia_str_of(p->variable[c]));
        put(b, "/><TextValue>");
        textbuf_xml_whole(b, value);
        put(b, "</TextValue></VariableValue>\n");
    }
}

sia_status qdsource_make(run *r, unsigned worker, size_t i, sia_doc *d, void **out, sia_err *err)
{
    const qdproject *p = r->ctx;
    qdsource *v = sia_new(d->arena, qdsource, 1);
    gone g = { 0 };
    textbuf b = { .a = d->arena };
    (void)worker;
    if (!v) return sia_fail(err, SIA_MSG_NOMEM, 0, d->text.name, "");
    v->text = source_of(d, &g);
    sia_guid(v->guid, sia_printf(d->arena, "siasat:source:%016llx/%u/%.*s", (unsigned long long)content_hash(d->text.in), p->namesake[i],
                                 (int)d->text.name.n, d->text.name.p));
    put(&b, "    ");
    qd_open(&b, "TextSource", v->guid);
    qd_attribute(&b, "name", d->text.name);
    qd_attribute(&b, "plainTextPath", sia_printf(d->arena, "internal://%s.txt", v->guid));
    made(&b, p);
    put(&b, ">\n");
    for (uint32_t k = 0; k < d->hits.n && sia_arena_ok(d->arena); k++) put_selection(&b, p, d, &g, &d->hits.v[k], v->guid);
    put_values(&b, p, r->s, &r->s->in.files.v[i]);
    put(&b, "    </TextSource>\n");
    v->element = textbuf_str(&b);
    *out = v;
    return sia_arena_ok(d->arena) ? SIA_OK : sia_fail(err, SIA_MSG_NOMEM, 0, d->text.name, "");
}
