/* Documents of every format: text as it is, others through the helper program that knows them. */
#include "reading.h"
#include "session.h"

/* The helper program of a format, what it is asked, and the packages it needs. */
typedef struct { sia_file_kind kind; const char *program, *job, *needs; } reader;

static const reader readers[] = {
    { SIA_FILE_ZIP, "siasat-document", "office", "siasat, libzip4, libexpat1, libxml2, libcmark0.30.2" },
    { SIA_FILE_PDF, "siasat-pdf", "", "siasat built with libpoppler-private-dev, or libpoppler126" },
};

static const reader *reader_of(sia_file_kind kind)
{
    for (size_t i = 0; i < SIA_COUNT_OF(readers); i++)
        if (readers[i].kind == kind && readers[i].program) return &readers[i];
    return NULL;
}

sia_status document_read(sia_doc *d, sia_str path, sia_str raw, sia_encoding enc, unsigned *lacks, sia_err *err)
{
    const reader *r = reader_of(sia_file_sniff(raw));
    sia_str stream;
    if (!r) return sia_doc_read(d, path, raw, enc, err);
    const sia_helper h = { .path = data_helper(r->program, d->arena).p, .job = r->job, .needs = r->needs };
    if (!sia_arena_ok(d->arena)) return sia_fail(err, SIA_MSG_NOMEM, 0, path, "");
    SIA_TRY(sia_helper_run(&stream, lacks, &h, path, raw, d->arena, err));
    return sia_doc_read_stream(d, path, stream, err);
}
