/* What the first bytes of an input say: a format that is not text, or an encoding. */
#include "decode.h"

typedef struct { const char *bytes; uint8_t n; sia_file_kind kind; } signature;

static const signature signatures[] = {
    { "%PDF-", 5, SIA_FILE_PDF },
    { "PK\3\4", 4, SIA_FILE_ZIP },
    { "PK\5\6", 4, SIA_FILE_ZIP },
    { "{\\rtf", 5, SIA_FILE_RTF },
    { "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8, SIA_FILE_DOC },
    { "\x89PNG\r\n", 6, SIA_FILE_IMAGE },
    { "\xFF\xD8\xFF", 3, SIA_FILE_IMAGE },
    { "II*\0", 4, SIA_FILE_IMAGE },
    { "MM\0*", 4, SIA_FILE_IMAGE },
    { "GIF8", 4, SIA_FILE_IMAGE },
    { "\x1F\x8B\x08", 3, SIA_FILE_PACKED },
    { "BZh", 3, SIA_FILE_PACKED },
    { "\xFD" "7zXZ", 5, SIA_FILE_PACKED },
    { "7z\xBC\xAF", 4, SIA_FILE_PACKED },
    { "Rar!\x1A", 5, SIA_FILE_PACKED },
    { "\xFF\xFE\0\0", 4, SIA_FILE_UTF32 },
    { "\0\0\xFE\xFF", 4, SIA_FILE_UTF32 },
};

static bool begins(sia_str s, const char *lower)
{
    size_t i = 0;
    for (; lower[i]; i++)
        if (i >= s.n || (s.p[i] >= 'A' && s.p[i] <= 'Z' ? s.p[i] + 32 : s.p[i]) != lower[i]) return false;
    return true;
}

/* True if the line that begins at `i` is empty, or if there is none. */
static bool is_blank_line(sia_str s, size_t i)
{
    if (i < s.n && s.p[i] == '\r') i++;
    return i >= s.n || s.p[i] == '\n';
}

static bool follows_blank_line(sia_str s, size_t i)
{
    if (i && s.p[i - 1] != '\n') return false;
    if (i > 1 && s.p[i - 2] == '\r') i--;
    return i < 2 || s.p[i - 2] == '\n';
}

/* Two lines like "## Latar Belakang", alone between blank lines: nobody writes so but in Markdown. Most text holds no '#',
 * so that it is looked for, not read. */
static bool is_markdown(sia_str s)
{
    uint32_t found = 0;
    if (s.n > 1 << 16) s.n = 1 << 16;
    for (size_t i = 0; i < s.n && found < 2; i++) {
        const char *mark = memchr(s.p + i, '#', s.n - i);
        if (!mark) break;
        const size_t from = i = (size_t)(mark - s.p);
        while (i < s.n && s.p[i] == '#') i++;
        if (i - from > 6 || i + 2 >= s.n || s.p[i] != ' ' || strchr(" #\r\n", s.p[i + 1]) || !follows_blank_line(s, from)) continue;
        const char *end = memchr(s.p + i, '\n', s.n - i);
        if (!end) break;
        i = (size_t)(end - s.p);
        found += is_blank_line(s, i + 1);
    }
    return found >= 2;
}

/* The first member of an e-book, behind 30 bytes of a ZIP's own, says what it is. */
static bool is_epub(sia_str raw)
{
    static const char type[] = "mimetypeapplication/epub+zip";
    return raw.n > 30 + sizeof type && !memcmp(raw.p, "PK\3\4", 4) && !memcmp(raw.p + 30, type, sizeof type - 1);
}

sia_file_kind sia_file_sniff(sia_str raw)
{
    if (is_epub(raw)) return SIA_FILE_EPUB;
    for (size_t i = 0; i < SIA_COUNT_OF(signatures); i++)
        if (raw.n >= signatures[i].n && !memcmp(raw.p, signatures[i].bytes, signatures[i].n)) return signatures[i].kind;
    if (raw.n >= 3 && !memcmp(raw.p, "\xEF\xBB\xBF", 3)) raw.p += 3, raw.n -= 3;
    while (raw.n && strchr(" \t\r\n", raw.p[0]) && raw.p[0]) raw.p++, raw.n--;
    if (begins(raw, "<!doctype html") || begins(raw, "<html")) return SIA_FILE_HTML;
    if (begins(raw, "%pdf-")) return SIA_FILE_PDF;
    return is_markdown(raw) ? SIA_FILE_MARKDOWN : SIA_FILE_TEXT;
}

/* "charset=" with a value behind it, in a meta element as a rule; a BOM says more than it does. */
bool sia_html_encoding(sia_str raw, sia_encoding *enc, sia_str *name)
{
    uint32_t bom;
    *enc = SIA_ENC_AUTO;
    if (sia_sniff_bom(raw, &bom) || sia_sniff_utf16(raw)) return true;
    const size_t n = raw.n < 1024 ? raw.n : 1024;
    for (size_t i = 0; i + 8 < n; i++) {
        if (!begins((sia_str){ raw.p + i, n - i }, "charset")) continue;
        size_t from = i + 7, to;
        while (from < n && strchr(" \t\r\n=\"'", raw.p[from]) && raw.p[from]) from++;
        for (to = from; to < n && raw.p[to] && !strchr(" \t\r\n\"'>/;", raw.p[to]); to++) {}
        *name = (sia_str){ raw.p + from, to - from };
        return sia_encoding_find(*name, enc);
    }
    return true;
}

sia_encoding sia_sniff_bom(sia_str raw, uint32_t *len)
{
    static const struct { const char *bom; uint8_t n; sia_encoding e; } boms[] = {
        { "\xEF\xBB\xBF", 3, SIA_ENC_UTF8 }, { "\xFF\xFE", 2, SIA_ENC_UTF16LE }, { "\xFE\xFF", 2, SIA_ENC_UTF16BE },
    };
    for (size_t i = 0; i < SIA_COUNT_OF(boms); i++) {
        *len = boms[i].n;
        if (raw.n >= boms[i].n && !memcmp(raw.p, boms[i].bom, boms[i].n)) return boms[i].e;
    }
    *len = 0;
    return SIA_ENC_AUTO;
}

/* Latin text in UTF-16 has a zero in nearly every unit, always on the same side. Stray NULs stand anywhere. */
sia_encoding sia_sniff_utf16(sia_str raw)
{
    size_t n = raw.n < 4096 ? raw.n : 4096, pairs = n / 2, even = 0, odd = 0;
    if (pairs < 4 || !memchr(raw.p, 0, n)) return SIA_ENC_AUTO;
    for (size_t i = 0; i < pairs; i++) {
        even += raw.p[2 * i] == 0;
        odd += raw.p[2 * i + 1] == 0;
    }
    if (odd * 2 > pairs && even * 20 <= pairs) return SIA_ENC_UTF16LE;
    if (even * 2 > pairs && odd * 20 <= pairs) return SIA_ENC_UTF16BE;
    return SIA_ENC_AUTO;
}

const char *sia_encoding_name(sia_encoding e)
{
    switch (e) {
    case SIA_ENC_UTF8:    return "utf-8";
    case SIA_ENC_UTF16LE: return "utf-16le";
    case SIA_ENC_UTF16BE: return "utf-16be";
    case SIA_ENC_CP1252:  return "windows-1252";
    case SIA_ENC_AUTO:    break;
    }
    return "auto";
}

bool sia_encoding_find(sia_str name, sia_encoding *e)
{
    static const struct { const char *name; sia_encoding e; } names[] = {
        { "auto", SIA_ENC_AUTO }, { "utf8", SIA_ENC_UTF8 }, { "ascii", SIA_ENC_UTF8 }, { "usascii", SIA_ENC_UTF8 },
        { "utf16", SIA_ENC_UTF16LE }, { "utf16le", SIA_ENC_UTF16LE }, { "utf16be", SIA_ENC_UTF16BE },
        { "windows1252", SIA_ENC_CP1252 }, { "cp1252", SIA_ENC_CP1252 }, { "latin1", SIA_ENC_CP1252 },
        { "iso88591", SIA_ENC_CP1252 }, { "ansi", SIA_ENC_CP1252 },
    };
    char plain[16];
    size_t n = 0;
    for (size_t i = 0; i < name.n; i++) {
        char c = name.p[i];
        if (c == '-' || c == '_' || c == ' ') continue;
        if (n == sizeof plain) return false;
        plain[n++] = (char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
    }
    for (size_t i = 0; i < SIA_COUNT_OF(names); i++) {
        if (!sia_str_eq((sia_str){ plain, n }, sia_str_of(names[i].name))) continue;
        *e = names[i].e;
        return true;
    }
    return false;
}
