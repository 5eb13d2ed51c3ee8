/* Numbers and what is written with them: 1.000.000,50  12:30  12/02/2019  34/PMK.011/2007  1990-an. */
#include "scan.h"

static uint32_t digits_end(const sia_scan *z, uint32_t at)
{
    while (is_digit(byte_at(z, at))) at++;
    return at;
}

static bool year(const sia_scan *z, uint32_t at, uint32_t to)
{
    return to - at == 4 && (!memcmp(z->p + at, "19", 2) || !memcmp(z->p + at, "20", 2));
}

/* A number of several groups: 1.000.000,50; 4.1.2; 12:30. A year is whole as it is: '2014,2015' are two numbers, and
 * in '(Firmanzah, 2012:45)' the page is another. */
static uint32_t groups_end(const sia_scan *z, uint32_t at)
{
    uint32_t to = digits_end(z, at);
    const bool whole = year(z, at, to);
    while (is_digit(byte_at(z, to + 1))) {
        const unsigned char c = byte_at(z, to);
        if (c != '.' && c != ',' && c != ':') break;
        const uint32_t next = digits_end(z, to + 1);
        if (whole && (c == ':' || (c == ',' && year(z, to + 1, next)))) break;
        to = next;
    }
    return to;
}

enum { OFFICE_PARTS = 8, OFFICE_BYTES = 32 };    /* a document's number is no longer: what keeps the look ahead short */

/* '/PMK.011', '/PUU-XI', '/Kpts': a part of a document's number, without a stop or hyphen at its end. */
static uint32_t office_end(const sia_scan *z, uint32_t slash)
{
    if (byte_at(z, slash) != '/' || !is_upper(byte_at(z, slash + 1))) return slash;
    uint32_t good = slash + 2;
    for (uint32_t to = good; to < slash + OFFICE_BYTES; to++) {
        const unsigned char c = byte_at(z, to);
        if (is_letter(c) || is_digit(c)) good = to + 1;
        else if (c != '.' && c != '-') break;
    }
    return good;
}

uint32_t sia_law_end(const sia_scan *z, uint32_t at)
{
    uint32_t to = digits_end(z, at);
    if (to == at)
        while (byte_at(z, to) && strchr("IVXLC", byte_at(z, to))) to++;
    if (to == at || byte_at(z, to) != '/') return at;
    const uint32_t short_end = digits_end(z, to + 1);
    if (year(z, to + 1, short_end) && !sia_wordy_at(z, short_end) && byte_at(z, short_end) != '/') return short_end;
    uint32_t office = to;
    for (uint32_t i = 0, next; i < OFFICE_PARTS && (next = office_end(z, office)) > office; i++) office = next;
    uint32_t end = office;
    while (end > to && byte_at(z, end) == '/' && is_digit(byte_at(z, end + 1))) end = digits_end(z, end + 1);
    return end > office ? end : at;
}

static bool month(const char *p)
{
    static const char names[] = "JanFebMarAprMayMeiJunJulAugAguAgtSepOctOktNovNopDecDes";
    for (size_t i = 0; i + 3 < sizeof names; i += 3)
        if (!memcmp(names + i, p, 3)) return true;
    return false;
}

/* 12/02/2019, 12-02-2019, 17-Agu. */
static uint32_t date_end(const sia_scan *z, uint32_t at)
{
    const uint32_t day = digits_end(z, at);
    const unsigned char mark = byte_at(z, day);
    if (day - at > 2 || (mark != '/' && mark != '-')) return at;
    if (mark == '-' && day + 4 <= z->end && month(z->p + day + 1) && !sia_wordy_at(z, day + 4)) return day + 4;
    const uint32_t mid = digits_end(z, day + 1), to = digits_end(z, mid + 1);
    if (mid - day < 2 || mid - day > 3 || byte_at(z, mid) != mark || to < mid + 3 || to > mid + 5) return at;
    if (sia_wordy_at(z, to) || (mark == '-' && to < mid + 5)) return at;
    return to;
}

/* 1990-an, 80-an; also without its hyphen; 1990's. */
static uint32_t decade_end(const sia_scan *z, uint32_t at)
{
    const uint32_t digits = digits_end(z, at), genitive = sia_past_apostrophes(z, digits);
    if (genitive > digits) return z->p[genitive - 1] == 's' && genitive <= digits + 4 ? genitive : at;
    const uint32_t to = digits + (byte_at(z, digits) == '-');
    return byte_at(z, to) == 'a' && byte_at(z, to + 1) == 'n' && !sia_wordy_at(z, to + 2) ? to + 2 : at;
}

/* The letters that follow the digits which end at `to`, with apostrophes inside: 4P, 4P's. */
static uint32_t letters_end(const sia_scan *z, uint32_t to)
{
    const uint32_t run = sia_run_end(z, to);
    return run > to ? sia_past_apostrophes(z, run) : to;
}

/* Digits before a blank, with at most a mark between: nothing longer can begin here. Most are such. */
static bool simple(const sia_scan *z, uint32_t digits)
{
    const unsigned char c = byte_at(z, digits);
    return is_blank(c) || ((c == ')' || c == ',' || c == '.' || c == ':') && is_blank(byte_at(z, digits + 1)));
}

uint32_t sia_scan_number(sia_scan *z, uint32_t at)
{
    uint32_t to = digits_end(z, at);
    if (simple(z, to)) {
        push_token(z, at, to, SIA_NUMBER, 0);
        return to;
    }
    if ((to = sia_mail_end(z, at)) > at) {
        push_token(z, at, to, SIA_EMAIL, 0);
        return to;
    }
    if ((to = decade_end(z, at)) == at && (to = sia_law_end(z, at)) == at && (to = date_end(z, at)) == at)
        to = groups_end(z, at);
    const uint32_t run = letters_end(z, to);
    push_token(z, at, run, run > to ? SIA_WORD : SIA_NUMBER, 0);
    return run;
}
