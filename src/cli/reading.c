/* Documents of every format: text as it is, others through the helper program that knows them. */
#include "reading.h"
#include "cache.h"
#include "kept.h"
#include "session.h"

enum { OCR_SECONDS = 2 * 3600 };        /* of the clock: a thesis takes minutes */

#define WEB_NEEDS "siasat, libzip4, libexpat1, libxml2"

/* The helper program of a format, what it is asked, and the packages it needs; whether it wants text that is UTF-8. */
typedef struct { sia_file_kind kind; const char *program, *job, *needs; bool decoded; } reader;

/* Programs that send lines of text instead of a stream. */
static bool sends_lines(const reader *r) { return r->kind == SIA_FILE_DOC || r->kind == SIA_FILE_RTF; }

static const reader readers[] = {
    { SIA_FILE_ZIP,  "siasat-document", "office", "siasat, libzip4, libexpat1", false },
    { SIA_FILE_EPUB, "siasat-web",      "epub",   WEB_NEEDS, false },
    { SIA_FILE_HTML, "siasat-web",      "html",   WEB_NEEDS, true },
    { SIA_FILE_MARKDOWN, "siasat-web",  "markdown", WEB_NEEDS, true },
    { SIA_FILE_DOC,  "siasat-legacy",   "lines",  "siasat", false },
    { SIA_FILE_RTF,  "siasat-legacy",   "lines",  "siasat", false },
    { SIA_FILE_PDF,  "siasat-pdf",      "",       "siasat built with libpoppler-private-dev, or libpoppler126", false },
};

static const reader *reader_of(sia_file_kind kind)
{
    for (size_t i = 0; i < SIA_COUNT_OF(readers); i++)
        if (readers[i].kind == kind) return &readers[i];
    return NULL;
}

/* Old spreadsheets and slides are the same kind of file; a text has a part of this name. */
static bool has_no_text(sia_file_kind kind, sia_str raw)
{
    static const char part[] = "W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t";
    if (kind != SIA_FILE_DOC) return false;
    for (const char *p = raw.p, *end = raw.p + raw.n; (p = memchr(p, 'W', (size_t)(end - p))); p++)
        if ((size_t)(end - p) >= sizeof part && !memcmp(p, part, sizeof part - 1)) return false;
    return true;
}

/* A web page says its encoding itself, unless the user knows better. */
static sia_status decode(sia_decoded *from, bool page, sia_str path, sia_str raw, sia_encoding enc, sia_arena *a, sia_err *err)
{
    sia_str name = SIA_STR("");
    if (page && enc == SIA_ENC_AUTO && !sia_html_encoding(raw, &enc, &name))
        return sia_fail(err, SIA_MSG_HTML_CHARSET, 0, path, "%.*s", (int)name.n, name.p);
    return sia_decode_text(from, path, raw, enc, a, err);
}

/* One document on its way through a helper program. */
typedef struct { sia_doc *d; sia_str path; const settings *set; unsigned *lacks; bool kept; sia_err *err; } task;

/* What the user allows a helper program is told with its job: "html memory=1024 cpu=60". The clock is given three times as much.
 * A program that becomes another one gains nothing by being kept. */
static sia_helper helper_for(const task *t, const reader *r, sia_str job, unsigned seconds)
{
    const settings *set = t->set;
    sia_arena *a = t->d->arena;
    if (set->read_memory) job = sia_printf(a, "%s memory=%llu", job.p, (unsigned long long)(set->read_memory >> 20));
    if (set->read_seconds) job = sia_printf(a, "%s cpu=%u", job.p, set->read_seconds);
    if (set->read_seconds) seconds = set->read_seconds < 1000000 ? 60 + 3 * set->read_seconds : UINT32_MAX;
    return (sia_helper){ .path = data_helper(r->program, a).p, .job = job.p, .needs = r->needs, .seconds = seconds,
                         .kept = sends_lines(r) ? NULL : set->helpers };
}

/* What the helper makes of it, or made of it before. */
static sia_status take_apart(task *t, sia_str *stream, const reader *r, sia_str job, sia_str in, unsigned seconds)
{
    const sia_helper h = helper_for(t, r, job, seconds);
    const char *cache = t->set->cache;
    kept *before = t->set->kept;
    sia_arena *a = t->d->arena;
    const sia_str entry = cache || before ? cache_entry(cache ? cache : "", h.path, job.p, in, a) : SIA_STR("");
    if (!sia_arena_ok(a)) return sia_fail(t->err, SIA_MSG_NOMEM, 0, t->path, "");
    if (before && kept_find(before, stream, entry, a)) return SIA_OK;
    if (cache && cache_find(stream, entry, a)) return SIA_OK;
    SIA_TRY(sia_helper_run(stream, t->lacks, &h, t->path, in, a, t->err));
    if (before) kept_keep(before, entry, *stream);
    t->kept = !cache || cache_keep(entry, *stream, a);
    return SIA_OK;
}

/* ---- scans ------------------------------------------------------------------------------------------------------------- */

static sia_status read_scan(task *t, sia_str *stream, sia_str in)
{
    static const reader ocr = { SIA_FILE_IMAGE, "siasat-ocr", "", "siasat built with libtesseract-dev, or libtesseract5; tesseract-ocr-ind", false };
    const char *what = t->set->ocr == OCR_ALWAYS ? "always" : "auto";
    const sia_str job = sia_printf(t->d->arena, t->set->ocr_floor ? "%s floor=%u" : "%s", what, t->set->ocr_floor);
    if (!sia_arena_ok(t->d->arena)) return sia_fail(t->err, SIA_MSG_NOMEM, 0, t->path, "");
    return take_apart(t, stream, &ocr, job, in, OCR_SECONDS);
}

/* Behind a stream's first line, its format, stand its notes: the one that says that pages were left out since they are pictures. */
static bool lacks_pages(sia_str stream)
{
    static const char note[] = "\nn\tNOTE_SCANNED\t";
    const char *at = memchr(stream.p, '\n', stream.n);
    return at && stream.n - (size_t)(at - stream.p) >= sizeof note - 1 && !memcmp(at, note, sizeof note - 1);
}

/* A PDF's own text, unless OCR was asked for and is needed. */
static sia_status read_pdf(task *t, sia_str *stream, const reader *r, sia_str in)
{
    sia_err *const err = t->err, mine = { 0 };
    if (t->set->ocr == OCR_ALWAYS) return read_scan(t, stream, in);
    t->err = &mine;
    const sia_status st = take_apart(t, stream, r, SIA_STR(""), in, 0);
    t->err = err;
    if (t->set->ocr == OCR_AUTO && (st ? mine.msg == SIA_MSG_IN_SCAN : lacks_pages(*stream))) return read_scan(t, stream, in);
    if (st && err) *err = mine;
    return st;
}

/* ---- all of them ------------------------------------------------------------------------------------------------------- */

sia_status document_read(sia_doc *d, sia_str path, sia_str raw, sia_encoding enc, const settings *set, unsigned *lacks, sia_err *err)
{
    const sia_file_kind kind = sia_file_sniff(raw);
    const reader *r = reader_of(kind);
    const bool picture = kind == SIA_FILE_IMAGE && set->ocr != OCR_NEVER;
    task t = { d, path, set, lacks, true, err };
    sia_str stream;
    sia_decoded from = { .in = raw };
    if ((!r && !picture) || has_no_text(kind, raw)) return sia_doc_read(d, path, raw, enc, err);
    if (r && r->decoded) SIA_TRY(decode(&from, kind == SIA_FILE_HTML, path, raw, enc, d->arena, err));
    if (picture) SIA_TRY(read_scan(&t, &stream, raw));
    else if (kind == SIA_FILE_PDF) SIA_TRY(read_pdf(&t, &stream, r, raw));
    else SIA_TRY(take_apart(&t, &stream, r, sia_str_of(r->job), from.in, 0));
    if (r && sends_lines(r)) SIA_TRY(sia_stream_of_lines(&stream, path, sia_str_of(r->kind == SIA_FILE_DOC ? "doc" : "rtf"), stream, d->arena, err));
    SIA_TRY(sia_doc_read_stream(d, path, stream, err));
    if (r && r->decoded) sia_doc_note_decoding(d, &from);
    if (!t.kept) sia_doc_note(d, SIA_MSG_NOTE_CACHE, 0, "%s", set->cache);
    return SIA_OK;
}
