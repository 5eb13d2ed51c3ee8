/* UTF-8: validating, counting, writing, folding. */
#include <siasat/base.h>
#include <utf8proc.h>

uint32_t sia_utf8_put(char *to, int32_t c)
{
    return (uint32_t)utf8proc_encode_char(c, (utf8proc_uint8_t *)to);
}

/* Length of the ASCII run at p, a multiple of 8 or the whole rest. */
static size_t ascii_run(const char *p, size_t n)
{
    size_t i = 0;
    for (uint64_t w; i + 8 <= n; i += 8) {
        memcpy(&w, p + i, 8);
        if (w & 0x8080808080808080u) return i;
    }
    while (i < n && !(p[i] & 0x80)) i++;
    return i;
}

bool sia_utf8_valid(sia_str s)
{
    for (size_t i = 0; i < s.n; ) {
        i += ascii_run(s.p + i, s.n - i);
        while (i < s.n && !(s.p[i] & 0x80)) i++;
        while (i < s.n && s.p[i] & 0x80) {
            int32_t c;
            utf8proc_ssize_t k = utf8proc_iterate((const utf8proc_uint8_t *)s.p + i, (utf8proc_ssize_t)(s.n - i), &c);
            if (k <= 0) return false;
            i += (size_t)k;
        }
    }
    return true;
}

/* Code points are the bytes that continue none (10xxxxxx). Compilers make one vector of the sixteen lanes. */
uint64_t sia_utf8_count(sia_str s)
{
    uint64_t inner = 0;
    size_t i = 0;
    while (s.n - i >= 16) {
        uint8_t lane[16] = { 0 };
        for (uint32_t turn = 0; turn < 255 && s.n - i >= 16; turn++, i += 16)
            for (uint32_t k = 0; k < 16; k++) lane[k] = (uint8_t)(lane[k] + ((signed char)s.p[i + k] < -64));
        for (uint32_t k = 0; k < 16; k++) inner += lane[k];
    }
    for (; i < s.n; i++) inner += (signed char)s.p[i] < -64;
    return s.n - inner;
}

/* Simple folding of one code point: the first of a full folding would change lengths for no gain in this field. */
static int32_t fold_point(int32_t c)
{
    if (c == 0x2019 || c == 0x02BC || c == 0x2018) return '\'';
    return utf8proc_tolower(c);
}

size_t sia_fold_into(char *p, sia_str s)
{
    size_t n = 0;
    for (size_t i = 0; i < s.n; ) {
        unsigned char c = (unsigned char)s.p[i];
        if (c < 0x80) {
            p[n++] = (char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
            i++;
            continue;
        }
        uint32_t k;
        int32_t point = sia_utf8_at(s.p + i, &k);
        n += sia_utf8_put(p + n, fold_point(point));
        i += k;
    }
    return n;
}

sia_str sia_fold(sia_arena *a, sia_str s)
{
    char *p = sia_alloc_raw(a, 1, s.n + s.n / 2 + 5);       /* folding may lengthen: U+023A grows from 2 to 3 bytes */
    if (!p) return SIA_STR("");
    const size_t n = sia_fold_into(p, s);
    p[n] = 0;
    return (sia_str){ p, n };
}
