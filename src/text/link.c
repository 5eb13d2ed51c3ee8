/* Web addresses, e-mail addresses and bare domains. */
#include "scan.h"

/* A run that turns out to hold no address is remembered in the scan, so that 'a.a.a.a...' is looked over once. */

static bool starts(const sia_scan *z, uint32_t at, const char *prefix)
{
    const uint32_t n = (uint32_t)strlen(prefix);
    return at + n <= z->end && sia_word_is(z, at, at + n, prefix);
}

/* May the character at `at` stand inside a web address? Blanks, brackets and quotes may not. */
static bool address_char(const sia_scan *z, uint32_t at, uint32_t *len)
{
    const unsigned char c = (unsigned char)z->p[at];
    *len = 1;
    if (c < 0x80) return c > ' ' && c != 0x7F && !strchr("<>\")", c);
    const int32_t point = sia_utf8_at(z->p + at, len);
    return (point < 0x2018 || point > 0x201F) && ucd_class(sia_ucd(point)) != UCD_IS_SPACE;
}

static uint32_t address_end(const sia_scan *z, uint32_t at)
{
    uint32_t to = at, len;
    while (to < z->end && address_char(z, to, &len)) to += len;
    while (to > at && strchr(".,;:!?'", z->p[to - 1]) && z->p[to - 1]) to--;
    return to;
}

uint32_t sia_url_end(const sia_scan *z, uint32_t at)
{
    static const char *const schemes[] = { "http://", "https://", "www." };
    for (size_t i = 0; i < SIA_COUNT_OF(schemes); i++) {
        if (!starts(z, at, schemes[i])) continue;
        const uint32_t body = at + (uint32_t)strlen(schemes[i]), to = address_end(z, body);
        if (to > body + 1) return to;
    }
    return at;
}

static bool name_char(unsigned char c) { return is_letter(c) || is_digit(c) || c == '_' || c == '-'; }

static uint32_t label_end(const sia_scan *z, uint32_t at)
{
    while (name_char(byte_at(z, at))) at++;
    return at;
}

bool sia_may_link(sia_scan *z, uint32_t at)
{
    if (at < z->name_end) return z->linked;
    const uint32_t to = label_end(z, at);
    const unsigned char c = byte_at(z, to), next = byte_at(z, to + 1);
    z->name_end = to;
    z->linked = c == '@' || c == '+' || (c == ':' && next == '/') || (c == '.' && (name_char(next) || strchr(".+@", next)));
    return z->linked;
}

uint32_t sia_mail_end(sia_scan *z, uint32_t at)
{
    if (at < z->no_mail) return at;
    uint32_t to = at;
    while (name_char(byte_at(z, to)) || byte_at(z, to) == '.' || byte_at(z, to) == '+') to++;
    z->no_mail = to;
    if (to == at || byte_at(z, to) != '@') return at;
    const uint32_t host = to + 1;
    uint32_t end = at;
    to = label_end(z, host);
    while (to > host && byte_at(z, to) == '.' && name_char(byte_at(z, to + 1))) end = to = label_end(z, to + 1);
    return end;
}

/* Top-level domains met in Indonesian texts, in small letters or capitals throughout: 'selesai.Info' is no domain. */
static bool top_level(const char *p, uint32_t n)
{
    static const char *const known[] = { "com", "org", "net", "id", "edu", "gov", "info", "tv" };
    for (size_t i = 0; i < SIA_COUNT_OF(known); i++) {
        if (strlen(known[i]) != n) continue;
        uint32_t small = 0, large = 0;
        while (small < n && p[small] == known[i][small]) small++;
        while (large < n && p[large] == known[i][large] - 32) large++;
        if (small == n || large == n) return true;
    }
    return false;
}

uint32_t sia_domain_end(sia_scan *z, uint32_t at)
{
    if (at < z->no_domain || !is_letter(byte_at(z, at))) return at;
    uint32_t good = at, to = label_end(z, at);
    while (byte_at(z, to) == '.' && name_char(byte_at(z, to + 1))) {
        const uint32_t label = to + 1;
        to = label_end(z, label);
        if (top_level(z->p + label, to - label) && !sia_wordy_at(z, to)) good = to;
    }
    z->no_domain = to;
    if (good == at) return at;
    return byte_at(z, good) == '/' && name_char(byte_at(z, good + 1)) ? address_end(z, good) : good;
}
