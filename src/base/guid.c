/* Identifiers made from names: the same codebook gets the same ones each time (RFC 9562, section 5.5; SHA-1: RFC 3174). */
#include <siasat/base.h>

typedef struct { uint32_t h[5]; unsigned char block[64]; uint64_t n; } sha1;

static uint32_t turn(uint32_t v, int by) { return v << by | v >> (32 - by); }

/* One block of 64 bytes. */
static void mix(sha1 *s)
{
    uint32_t w[80], a = s->h[0], b = s->h[1], c = s->h[2], d = s->h[3], e = s->h[4];
    for (int i = 0; i < 16; i++) {
        const unsigned char *p = s->block + 4 * i;
        w[i] = (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
    }
    for (int i = 16; i < 80; i++) w[i] = turn(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1);
    for (int i = 0; i < 80; i++) {
        const uint32_t f = i < 20 ? (b & c) | (~b & d) : i < 40 || i >= 60 ? b ^ c ^ d : (b & c) | (b & d) | (c & d);
        const uint32_t k = i < 20 ? 0x5A827999 : i < 40 ? 0x6ED9EBA1 : i < 60 ? 0x8F1BBCDC : 0xCA62C1D6;
        const uint32_t t = turn(a, 5) + f + e + k + w[i];
        e = d; d = c; c = turn(b, 30); b = a; a = t;
    }
    s->h[0] += a; s->h[1] += b; s->h[2] += c; s->h[3] += d; s->h[4] += e;
}

static void feed(sha1 *s, const void *p, size_t n)
{
    const unsigned char *u = p;
    for (size_t i = 0; i < n; i++) {
        s->block[s->n++ % 64] = u[i];
        if (s->n % 64 == 0) mix(s);
    }
}

static void finish(sha1 *s)
{
    const uint64_t bits = s->n * 8;
    unsigned char length[8];
    for (int i = 0; i < 8; i++) length[i] = (unsigned char)(bits >> (56 - 8 * i));
    feed(s, "\x80", 1);
    while (s->n % 64 != 56) feed(s, "", 1);
    feed(s, length, 8);
}

void sia_guid(char to[37], sia_str name)
{
    static const unsigned char urls[16] = { 0x6b, 0xa7, 0xb8, 0x11, 0x9d, 0xad, 0x11, 0xd1, 0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8 };
    sha1 s = { .h = { 0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0 } };
    feed(&s, urls, sizeof urls);
    feed(&s, name.p, name.n);
    finish(&s);
    s.h[1] = (s.h[1] & 0xFFFF0FFF) | 0x5000;                 /* version 5 */
    s.h[2] = (s.h[2] & 0x3FFFFFFF) | 0x80000000;             /* variant   */
    size_t n = 0;
    for (int i = 0; i < 16; i++) {
        const unsigned byte = s.h[i / 4] >> (24 - 8 * (i % 4)) & 0xFF;
        if (i == 4 || i == 6 || i == 8 || i == 10) to[n++] = '-';
        to[n++] = "0123456789abcdef"[byte >> 4];
        to[n++] = "0123456789abcdef"[byte & 15];
    }
    to[n] = 0;
}
