/* What catdoc writes of an old office file, line for line, as the stream of paragraphs that a helper of ours would have sent. */
#include <siasat/text.h>

static void put(char *to, size_t *n, const char *s, size_t len)
{
    memcpy(to + *n, s, len);
    *n += len;
}

static size_t put_line(char *to, const char *p, size_t len)
{
    size_t n = 0;
    put(to, &n, "p\t", 2);
    for (size_t k = 0; k < len; k++) {
        if (p[k] == '\\') put(to, &n, "\\\\", 2);
        else if (p[k] == '\t') put(to, &n, "\\t", 2);
        else if (p[k]) put(to, &n, p + k, 1);
    }
    put(to, &n, "\n", 1);
    return n;
}

sia_status sia_stream_of_lines(sia_str *stream, sia_str name, sia_str format, sia_str text, sia_arena *a, sia_err *err)
{
    sia_decoded from;
    SIA_TRY(sia_decode_text(&from, name, text, SIA_ENC_UTF8, a, err));
    size_t n = 0;
    char *to = sia_alloc_raw(a, 1, from.in.n * 5 + format.n + 64);
    if (!to) return sia_fail(err, SIA_MSG_NOMEM, 0, name, "");
    put(to, &n, "d\t", 2);
    put(to, &n, format.p, format.n);
    put(to, &n, "\nn\tNOTE_CATDOC\t\n", 16);
    for (size_t i = 0; i < from.in.n; ) {
        const char *nl = memchr(from.in.p + i, '\n', from.in.n - i);
        const size_t end = nl ? (size_t)(nl - from.in.p) : from.in.n;
        n += put_line(to + n, from.in.p + i, end - i);
        i = end + 1;
    }
    put(to, &n, ".\n", 2);
    *stream = (sia_str){ to, n };
    return SIA_OK;
}
