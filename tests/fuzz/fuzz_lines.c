/* Any bytes as what catdoc wrote of an old office file: the stream made of its lines must be one that the core takes, and nothing of
 * its text may be lost or come in. */
#include "promises.h"

int LLVMFuzzerTestOneInput(const uint8_t *p, size_t n);

/* What is printed in `s`, without what is white space or a control; returns its length. */
static size_t printed(char *to, sia_str s)
{
    size_t n = 0;
    for (size_t i = 0; i < s.n; i++) if ((unsigned char)s.p[i] > ' ') to[n++] = s.p[i];
    return n;
}

static void check_words(sia_str text, sia_str in)
{
    char *a = malloc(text.n + 1), *b = malloc(in.n + 1);
    must(a && b);
    const size_t n = printed(a, text);
    must(n == printed(b, in) && !memcmp(a, b, n));
    free(a);
    free(b);
}

int LLVMFuzzerTestOneInput(const uint8_t *p, size_t n)
{
    static sia_arena *scratch, *lines;
    if (!scratch) scratch = sia_arena_new(NULL, 0);
    if (!lines) lines = sia_arena_new(NULL, 0);
    sia_doc *d = n ? sia_doc_new(NULL, p[0] & 0x80 ? 65536u + 8 * n : 0) : NULL;
    if (!d || !scratch || !lines) { sia_doc_free(d); return 0; }
    sia_arena_reset(scratch);
    sia_arena_reset(lines);
    const sia_str text = { (const char *)p + 1, n - 1 };
    sia_str stream;
    sia_decoded decoded;
    sia_err err = { 0 };
    must(!sia_stream_of_lines(&stream, SIA_STR("fuzz"), SIA_STR("doc"), text, lines, &err));
    const sia_status st = sia_doc_read_stream(d, SIA_STR("fuzz"), stream, &err);
    must(st == SIA_OK || st == SIA_ENOMEM);
    must(!sia_decode_text(&decoded, SIA_STR("fuzz"), text, SIA_ENC_UTF8, lines, &err));
    if (!st) check_words(decoded.in, d->text.in);
    check_stages(d, scratch, st, &err);
    sia_doc_free(d);
    return 0;
}
