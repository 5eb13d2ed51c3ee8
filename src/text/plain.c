/* Plain text, nine tokens in ten: runs of ASCII letters between blanks, and marks that are a token each.
 *
 * Of 64 bytes it is told together which are letters, marks and blanks. Before the first that is none of them tokens begin
 * and end where the answers change, and are put without a look at their bytes:
 *
 *     text      partai, program kerja hal. 5
 *     letters   ######__#######_#####_###_
 *     marks     ______#___________________
 *     begins    #_____#_#_______#_____            "hal" touches the full stop: it is left to the rules,
 *     ends      _____##_______#_____#_            byte by byte, with whatever stands behind it         */
#include "scan.h"
#include "bytes.h"

/* ---- byte by byte ------------------------------------------------------------------------------ */

#if defined(__SSE2__)
static inline unsigned not_letters(const char *p)
{
    return ~(unsigned)_mm_movemask_epi8(sia_letter_16(_mm_loadu_si128((const __m128i *)(const void *)p))) & 0xFFFF;
}
#endif

/* Where the letters at p[at] end, `end` at most; up to p[room] may be read. */
static inline uint32_t letters_end(const char *p, uint32_t at, uint32_t end, uint32_t room)
{
#if defined(__SSE2__)
    for (; at + 16 <= room; at += 16) {
        const unsigned other = not_letters(p + at);
        if (!other) continue;
        at += (uint32_t)__builtin_ctz(other);
        return at < end ? at : end;
    }
#endif
    (void)room;
    while (at < end && is_letter((unsigned char)p[at])) at++;
    return at < end ? at : end;
}

uint32_t sia_letters_end(const sia_scan *z, uint32_t at) { return letters_end(z->p, at, z->end, z->room); }

/* Marks that are a token each, whatever stands around them, if no combining mark sits on them: , ; : " ( ) [ ] */
static inline bool plain_mark(unsigned char c)
{
    const uint64_t low = 1ull << ',' | 1ull << ';' | 1ull << ':' | 1ull << '"' | 1ull << '(' | 1ull << ')';
    return c < 64 ? low >> c & 1 : c == '[' || c == ']';
}

/* A word before a stop and a blank that is too long for an abbreviation. */
static inline bool last_word(const sia_scan *z, uint32_t at, uint32_t to)
{
    return to - at > SIA_ABBR_LONGEST && z->p[to] == '.' && is_blank(byte_at(z, to + 1));
}

/* Puts the plain tokens that begin in a row before `until`, as long as there is room; returns where they end. */
static uint32_t one_by_one(sia_scan *z, uint32_t at, uint32_t until)
{
    sia_token *t = z->d->tokens.v + z->d->tokens.n, *const full = z->d->tokens.v + z->d->tokens.cap;
    const char *const p = z->p;
    const uint32_t end = z->end, room = z->room;
    while (t < full && at < until) {
        const unsigned char c = (unsigned char)p[at];
        if (is_letter(c)) {
            const uint32_t to = letters_end(p, at, end, room);
            const bool blank = to < end && p[to] == ' ';
            if (!blank && to < end && !sia_plain_after((unsigned char)p[to]) && !last_word(z, at, to)) break;
            *t++ = (sia_token){ .span = { at, to - at }, .kind = SIA_WORD };
            at = to + blank;
        } else if (is_blank(c)) {
            at++;
        } else if (c == '.' && is_blank(byte_at(z, at + 1))) {
            sia_push(z->d->arena, &z->stops, (sia_stop){ (uint32_t)(t - z->d->tokens.v), false });
            *t++ = (sia_token){ .span = { at++, 1 }, .kind = SIA_PUNCT };
        } else if (plain_mark(c) && (at + 1 == end || (unsigned char)p[at + 1] < 0x80)) {
            *t++ = (sia_token){ .span = { at++, 1 }, .kind = SIA_PUNCT };
        } else {
            break;
        }
    }
    z->d->tokens.n = (uint32_t)(t - z->d->tokens.v);
    return at;
}

/* ---- 64 bytes at a time -------------------------------------------------------------------------- */

/* The lowest n bits, n <= 64. */
static inline uint64_t lowest(uint32_t n) { return n < 64 ? (1ull << n) - 1 : ~0ull; }

/* Which of the first n of 64 bytes are letters, which are marks; *stop: how many there are before the first that is
 * neither nor blank. */
static inline void look(const char *p, uint32_t n, uint64_t *letters, uint64_t *marks, uint32_t *stop)
{
    const uint64_t here = lowest(n);
    *letters = sia_letter_bits(p);
    *marks = sia_mark_bits(p);
    const uint64_t other = ~(*letters | *marks | sia_blank_bits(p)) & here;
    *stop = other ? (uint32_t)__builtin_ctzll(other) : n;
}

/* How many of the first `stop` bytes belong to tokens that do not touch it. */
static inline uint32_t clear_of(uint32_t stop, uint64_t letters, uint64_t marks)
{
    if (!stop || !((letters | marks) >> (stop - 1) & 1)) return stop;
    if (marks >> (stop - 1) & 1) return stop - 1;
    const uint64_t others = ~(letters << (64 - stop));
    return others ? stop - (uint32_t)__builtin_clzll(others) : 0;
}

/* Puts the tokens of whole stretches from `at` on; returns where they end. *until: the byte behind the one that it met
 * there, from which on it may be called again. */
static uint32_t whole_stretches(sia_scan *z, uint32_t at, uint32_t *until)
{
    const char *const p = z->p;
    sia_token *t = z->d->tokens.v + z->d->tokens.n, *const full = z->d->tokens.v + z->d->tokens.cap;
    uint32_t met = 64;                                       /* none but the 64 bytes' own end */
    *until = z->end;
    while (met == 64 && at < z->end && at + 64 <= z->room && full - t >= 64) {
        const uint32_t n = z->end - at < 64 ? z->end - at : 64;
        uint64_t letters, marks;
        look(p + at, n, &letters, &marks, &met);
        const uint32_t clear = met == n && n < 64 ? n : clear_of(met, letters, marks);
        if (met < n || !clear) *until = at + met + 1;
        letters &= lowest(clear);
        marks &= lowest(clear);
        uint64_t begins = (letters & ~(letters << 1)) | marks, ends = (letters & ~(letters >> 1)) | marks;
        for (; begins; begins &= begins - 1, ends &= ends - 1) {
            const uint32_t from = (uint32_t)__builtin_ctzll(begins), last = (uint32_t)__builtin_ctzll(ends);
            *t++ = (sia_token){ .span = { at + from, last - from + 1 }, .kind = marks >> from & 1 ? SIA_PUNCT : SIA_WORD };
        }
        at += clear;
        if (!clear) break;                                   /* a long word */
    }
    z->d->tokens.n = (uint32_t)(t - z->d->tokens.v);
    return at;
}

uint32_t sia_scan_plain(sia_scan *z, uint32_t at)
{
    for (uint32_t until, from; ; ) {
        at = whole_stretches(z, from = at, &until);
        at = one_by_one(z, at, until < z->end ? until : z->end);
        if (at < until || at >= z->end || at == from) return at;
    }
}
