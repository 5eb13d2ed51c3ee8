/* Bytes to valid UTF-8: which encoding they are in, and what stands where they are not valid. */
#include "decode.h"
#include "bytes.h"

static const char replacement[] = "\xEF\xBF\xBD";             /* U+FFFD */

/* windows-1252 from 0x80 to 0x9F as the WHATWG has it; from 0xA0 on bytes are code points. */
static const uint16_t cp1252[32] = {
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D,
    0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
    0x0153, 0x009D, 0x017E, 0x0178,
};

/* The UTF-8 sequence at p: its length when well-formed (*ok), else that of the maximal subpart that one U+FFFD replaces
 * (Unicode 15, 3.9, table 3-7 and "U+FFFD Substitution of Maximal Subparts"). */
static uint32_t sequence(const unsigned char *p, size_t n, bool *ok)
{
    unsigned char b = p[0], lo = 0x80, hi = 0xBF;
    *ok = b < 0x80;
    if (b < 0xC2 || b > 0xF4) return 1;
    uint32_t more = b < 0xE0 ? 1 : b < 0xF0 ? 2 : 3;
    if (b == 0xE0) lo = 0xA0;
    if (b == 0xED) hi = 0x9F;
    if (b == 0xF0) lo = 0x90;
    if (b == 0xF4) hi = 0x8F;
    for (uint32_t k = 1; k <= more; k++, lo = 0x80, hi = 0xBF)
        if (k >= n || p[k] < lo || p[k] > hi) return k;
    *ok = true;
    return more + 1;
}

static size_t skip_ascii(const char *p, size_t i, size_t n)
{
    for (; i + 64 <= n; i += 64) {
        uint64_t high = sia_high_bits(p + i);
        if (high) return i + (size_t)__builtin_ctzll(high);
    }
    while (i < n && !sia_byte_high(p[i])) i++;
    return i;
}

typedef struct {
    size_t good, bad, partial;          /* sequences beyond ASCII; maximal subparts; those of two bytes or more */
    size_t first;                       /* where the first bad one stands */
    size_t undefined;                   /* bytes that windows-1252 has no character for */
} survey;

static survey look(sia_str raw)
{
    survey v = { 0, 0, 0, 0, 0 };
    bool ok;
    for (size_t i = skip_ascii(raw.p, 0, raw.n); i < raw.n; i = skip_ascii(raw.p, i, raw.n)) {
        const unsigned char *p = (const unsigned char *)raw.p + i;
        uint32_t k = sequence(p, raw.n - i, &ok);
        if (ok) v.good++;
        else if (!v.bad++) v.first = i;
        v.partial += !ok && k > 1;
        v.undefined += !ok && *p < 0xA0 && *p >= 0x80 && cp1252[*p - 0x80] == *p;
        i += k;
    }
    return v;
}

static size_t controls(sia_str s)
{
    size_t n = 0;
    for (size_t i = 0; i < s.n; i++)
        n += (unsigned char)s.p[i] < 0x20 && (s.p[i] == 0 || !strchr("\t\n\v\f\r\x1A", s.p[i]));
    return n;
}

/* Broken UTF-8 shows whole or half sequences; a windows-1252 text has lone high bytes. */
static bool is_cp1252(sia_str raw, const survey *v)
{
    return v->bad > 2 * (v->good + v->partial) && !v->undefined && controls(raw) * 200 <= raw.n;
}

static void bad_at(sia_decoded *d, sia_arena *a, size_t at, size_t first)
{
    if (!d->bad++) d->first_bad = first;
    if (d->runs.n && sia_end(d->runs.v[d->runs.n - 1]) == at) d->runs.v[d->runs.n - 1].len += 3;
    else sia_push(a, &d->runs, (sia_span){ (uint32_t)at, 3 });
}

static void from_utf8(sia_decoded *d, sia_str raw, size_t skipped, const survey *v, sia_arena *a)
{
    d->ascii = !v->good && !v->bad;
    d->in = raw;
    if (!v->bad) return;
    char *to = sia_alloc_raw(a, 1, raw.n + 2 * v->bad + 1);
    if (!to) return;
    size_t n = 0, i = 0;
    while (i < raw.n) {
        bool ok = true;
        size_t k = skip_ascii(raw.p, i, raw.n) - i;
        if (!k) k = sequence((const unsigned char *)raw.p + i, raw.n - i, &ok);
        if (!ok) bad_at(d, a, n, skipped + i);
        memcpy(to + n, ok ? raw.p + i : replacement, ok ? k : 3);
        n += ok ? k : 3;
        i += k;
    }
    to[n] = 0;
    d->in = (sia_str){ to, n };
}

static void from_cp1252(sia_decoded *d, sia_str raw, sia_arena *a)
{
    size_t more = 0;
    for (size_t i = 0; i < raw.n; i++) {
        unsigned char c = (unsigned char)raw.p[i];
        more += c >= 0x80 ? c < 0xA0 ? 2u : 1u : 0u;
    }
    d->ascii = !more;
    d->in = raw;
    if (!more) return;
    char *to = sia_alloc_raw(a, 1, raw.n + more + 1);
    if (!to) return;
    size_t n = 0;
    for (size_t i = 0; i < raw.n; i++) {
        unsigned char c = (unsigned char)raw.p[i];
        if (c < 0x80) to[n++] = (char)c;
        else n += sia_utf8_put(to + n, c < 0xA0 ? cp1252[c - 0x80] : c);
    }
    to[n] = 0;
    d->in = (sia_str){ to, n };
}

static uint32_t unit(sia_str raw, size_t i, bool big)
{
    unsigned char a = (unsigned char)raw.p[i], b = (unsigned char)raw.p[i + 1];
    return big ? (uint32_t)a << 8 | b : (uint32_t)b << 8 | a;
}

static void from_utf16(sia_decoded *d, sia_str raw, size_t skipped, bool big, sia_arena *a)
{
    char *to = sia_alloc_raw(a, 1, raw.n / 2 * 3 + 4);
    if (!to) return;
    size_t n = 0, i = 0;
    d->ascii = true;
    while (i + 1 < raw.n) {
        uint32_t c = unit(raw, i, big), low = i + 3 < raw.n ? unit(raw, i + 2, big) : 0;
        bool pair = c >= 0xD800 && c < 0xDC00 && low >= 0xDC00 && low < 0xE000;
        bool lone = !pair && c >= 0xD800 && c < 0xE000;
        if (pair) c = 0x10000 + ((c & 0x3FF) << 10 | (low & 0x3FF));
        if (lone) bad_at(d, a, n, skipped + i);
        if (c >= 0x80) d->ascii = false;
        n += sia_utf8_put(to + n, lone ? 0xFFFD : (int32_t)c);
        i += pair ? 4 : 2;
    }
    if (i < raw.n) {                                          /* half a unit at the end */
        d->ascii = false;
        bad_at(d, a, n, skipped + i);
        n += sia_utf8_put(to + n, 0xFFFD);
    }
    to[n] = 0;
    d->in = (sia_str){ to, n };
}

static sia_msg refusal(sia_file_kind kind)
{
    switch (kind) {
    case SIA_FILE_PDF:    return SIA_MSG_IS_PDF;
    case SIA_FILE_ZIP: case SIA_FILE_EPUB: return SIA_MSG_IS_ZIP;
    case SIA_FILE_RTF:    return SIA_MSG_IS_RTF;
    case SIA_FILE_DOC:    return SIA_MSG_IS_DOC;
    case SIA_FILE_IMAGE:  return SIA_MSG_IS_IMAGE;
    case SIA_FILE_PACKED: return SIA_MSG_IS_PACKED;
    case SIA_FILE_HTML:   return SIA_MSG_IS_HTML;
    case SIA_FILE_UTF32:  return SIA_MSG_IS_UTF32;
    case SIA_FILE_TEXT: case SIA_FILE_MARKDOWN: break;
    }
    return SIA_MSG_NONE;
}

sia_status sia_decode(sia_decoded *out, sia_str name, sia_str raw, sia_encoding enc, sia_arena *a, sia_err *err)
{
    const sia_file_kind kind = sia_file_sniff(raw);
    if (refusal(kind)) return sia_fail(err, refusal(kind), 0, name, "");
    return sia_decode_text(out, name, raw, enc, a, err);
}

sia_status sia_decode_text(sia_decoded *out, sia_str name, sia_str raw, sia_encoding enc, sia_arena *a, sia_err *err)
{
    *out = (sia_decoded){ .encoding = enc };
    if (raw.n > INT32_MAX) return sia_fail(err, SIA_MSG_TOO_LONG, 0, name, "");
    uint32_t bom;
    sia_encoding said = sia_sniff_bom(raw, &bom);
    if (said) out->encoding = said;
    if (!out->encoding && (out->encoding = sia_sniff_utf16(raw))) out->guessed = true;
    if (!raw.p) raw = SIA_STR("");
    raw.p += bom;
    raw.n -= bom;
    survey v = { 0, 0, 0, 0, 0 };
    if (!out->encoding || out->encoding == SIA_ENC_UTF8) v = look(raw);
    if (!out->encoding) {
        out->guessed = is_cp1252(raw, &v);
        out->encoding = out->guessed ? SIA_ENC_CP1252 : SIA_ENC_UTF8;
    }
    switch (out->encoding) {
    case SIA_ENC_UTF16LE: from_utf16(out, raw, bom, false, a); break;
    case SIA_ENC_UTF16BE: from_utf16(out, raw, bom, true, a); break;
    case SIA_ENC_CP1252:  from_cp1252(out, raw, a); break;
    case SIA_ENC_UTF8:
    case SIA_ENC_AUTO:    from_utf8(out, raw, bom, &v, a); break;
    }
    if (!sia_arena_ok(a)) return sia_fail(err, SIA_MSG_NOMEM, 0, name, "");
    if (out->in.n > INT32_MAX) return sia_fail(err, SIA_MSG_TOO_LONG, 0, name, "");
    return SIA_OK;
}
