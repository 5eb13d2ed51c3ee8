/* Any bytes as a document: read, segment, tokenize, then check every promise that text.h makes of the columns. */
#include "promises.h"

int LLVMFuzzerTestOneInput(const uint8_t *p, size_t n);

static void all_stages(sia_doc *d, sia_arena *scratch, sia_str raw, sia_encoding enc)
{
    sia_doc_reset(d);
    sia_arena_reset(scratch);
    sia_err err = { 0 };
    check_stages(d, scratch, sia_doc_read(d, SIA_STR("fuzz"), raw, enc, &err), &err);
}

/* The first byte chooses the encoding, and whether memory is short. The document is kept from input to input, as a
 * worker keeps it: what stayed from the last one must not matter. */
int LLVMFuzzerTestOneInput(const uint8_t *p, size_t n)
{
    static sia_doc *kept;
    static sia_arena *scratch;
    static unsigned used;
    if (!n) return 0;
    if (used++ % 4096 == 0) {                                 /* its forms would grow for ever */
        sia_doc_free(kept);
        sia_arena_free(scratch);
        kept = sia_doc_new(NULL, 0);
        scratch = sia_arena_new(NULL, 0);
    }
    if (!kept || !scratch) return 0;
    sia_str raw = { (const char *)p + 1, n - 1 };
    all_stages(kept, scratch, raw, (sia_encoding)(p[0] % 5));
    if (!(p[0] & 0x80)) return 0;
    sia_doc *poor = sia_doc_new(NULL, (p[0] & 0x40 ? 1024u : 65536u) + 16 * n);
    if (poor) all_stages(poor, scratch, raw, SIA_ENC_AUTO);
    sia_doc_free(poor);
    return 0;
}
