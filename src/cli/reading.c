/* Documents of every format: text as it is, others through the helper program that knows them. */
#include "reading.h"
#include "cache.h"
#include "session.h"

#define WEB_NEEDS "siasat, libzip4, libexpat1, libxml2"

/* The helper program of a format, what it is asked, and the packages it needs; whether it wants text that is UTF-8. */
typedef struct { sia_file_kind kind; const char *program, *job, *needs; bool decoded; } reader;

static const reader readers[] = {
    { SIA_FILE_ZIP,  "siasat-document", "office", "siasat, libzip4, libexpat1", false },
    { SIA_FILE_EPUB, "siasat-web",      "epub",   WEB_NEEDS, false },
    { SIA_FILE_HTML, "siasat-web",      "html",   WEB_NEEDS, true },
    { SIA_FILE_PDF,  "siasat-pdf",      "",       "siasat built with libpoppler-private-dev, or libpoppler126", false },
};

static const reader *reader_of(sia_file_kind kind)
{
    for (size_t i = 0; i < SIA_COUNT_OF(readers); i++)
        if (readers[i].kind == kind) return &readers[i];
    return NULL;
}

/* A web page says its encoding itself, unless the user knows better. */
static sia_status decode(sia_decoded *from, sia_str path, sia_str raw, sia_encoding enc, sia_arena *a, sia_err *err)
{
    sia_str name = SIA_STR("");
    if (enc == SIA_ENC_AUTO && !sia_html_encoding(raw, &enc, &name))
        return sia_fail(err, SIA_MSG_HTML_CHARSET, 0, path, "%.*s", (int)name.n, name.p);
    return sia_decode_text(from, path, raw, enc, a, err);
}

/* What the helper makes of it, or made of it before. */
static sia_status take_apart(sia_doc *d, const reader *r, sia_str path, sia_str in, const char *cache, unsigned *lacks, bool *kept, sia_str *stream,
                             sia_err *err)
{
    const sia_helper h = { .path = data_helper(r->program, d->arena).p, .job = r->job, .needs = r->needs };
    const sia_str entry = cache ? cache_entry(cache, h.path, r->job, in, d->arena) : SIA_STR("");
    if (!sia_arena_ok(d->arena)) return sia_fail(err, SIA_MSG_NOMEM, 0, path, "");
    if (cache && cache_find(stream, entry, d->arena)) return SIA_OK;
    SIA_TRY(sia_helper_run(stream, lacks, &h, path, in, d->arena, err));
    *kept = !cache || cache_keep(entry, *stream, d->arena);
    return SIA_OK;
}

sia_status document_read(sia_doc *d, sia_str path, sia_str raw, sia_encoding enc, const char *cache, unsigned *lacks, sia_err *err)
{
    const reader *r = reader_of(sia_file_sniff(raw));
    sia_str stream;
    sia_decoded from = { .in = raw };
    bool kept = true;
    if (!r) return sia_doc_read(d, path, raw, enc, err);
    if (r->decoded) SIA_TRY(decode(&from, path, raw, enc, d->arena, err));
    SIA_TRY(take_apart(d, r, path, from.in, cache, lacks, &kept, &stream, err));
    SIA_TRY(sia_doc_read_stream(d, path, stream, err));
    if (r->decoded) sia_doc_note_decoding(d, &from);
    if (!kept) sia_doc_note(d, SIA_MSG_NOTE_CACHE, 0, "%s", cache);
    return SIA_OK;
}
