/* SHA-256 (FIPS 180-4): names for contents. */
#include <siasat/base.h>

/* The first 32 bits of the fractional parts of the cube roots of the first 64 primes. */
static const uint32_t k[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be,
    0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa,
    0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85,
    0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3,
    0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f,
    0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};

static uint32_t turn(uint32_t x, unsigned n) { return x >> n | x << (32 - n); }

static void schedule(uint32_t w[64], const unsigned char *p)
{
    for (int i = 0; i < 16; i++, p += 4) w[i] = (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
    for (int i = 16; i < 64; i++) {
        const uint32_t a = turn(w[i - 15], 7) ^ turn(w[i - 15], 18) ^ w[i - 15] >> 3;
        const uint32_t b = turn(w[i - 2], 17) ^ turn(w[i - 2], 19) ^ w[i - 2] >> 10;
        w[i] = w[i - 16] + a + w[i - 7] + b;
    }
}

/* One round: of eight words two become others; in the next round each stands one place on. */
static inline void round_of(uint32_t a, uint32_t b, uint32_t c, uint32_t *d, uint32_t e, uint32_t f, uint32_t g, uint32_t *h, uint32_t more)
{
    const uint32_t t = *h + more + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + (g ^ (e & (f ^ g)));
    *d += t;
    *h = t + (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) | (c & (a | b)));
}

/* Eight rounds written out bring each word back to its place: none is moved, a third of the instructions of a loop over rounds. */
static void take_block(sia_digest *s, const unsigned char *p)
{
    uint32_t w[64], a = s->h[0], b = s->h[1], c = s->h[2], d = s->h[3], e = s->h[4], f = s->h[5], g = s->h[6], h = s->h[7];
    schedule(w, p);
    for (int i = 0; i < 64; i += 8) {
        round_of(a, b, c, &d, e, f, g, &h, k[i] + w[i]);
        round_of(h, a, b, &c, d, e, f, &g, k[i + 1] + w[i + 1]);
        round_of(g, h, a, &b, c, d, e, &f, k[i + 2] + w[i + 2]);
        round_of(f, g, h, &a, b, c, d, &e, k[i + 3] + w[i + 3]);
        round_of(e, f, g, &h, a, b, c, &d, k[i + 4] + w[i + 4]);
        round_of(d, e, f, &g, h, a, b, &c, k[i + 5] + w[i + 5]);
        round_of(c, d, e, &f, g, h, a, &b, k[i + 6] + w[i + 6]);
        round_of(b, c, d, &e, f, g, h, &a, k[i + 7] + w[i + 7]);
    }
    const uint32_t v[8] = { a, b, c, d, e, f, g, h };
    for (int i = 0; i < 8; i++) s->h[i] += v[i];
}

void sia_digest_add(sia_digest *s, sia_str in)
{
    const unsigned char *p = (const unsigned char *)in.p;
    for (size_t left = in.n, had; left; ) {
        had = s->n % 64;
        const size_t part = left < 64 - had ? left : 64 - had;
        if (part < 64) memcpy(s->block + had, p, part);
        if (had + part == 64) take_block(s, part < 64 ? s->block : p);
        s->n += part;
        p += part;
        left -= part;
    }
}

static void finish(sia_digest *s)
{
    const uint64_t bits = s->n * 8;
    char end[72] = { (char)0x80 };
    const size_t pad = (s->n % 64 < 56 ? 56 : 120) - s->n % 64;
    for (int i = 0; i < 8; i++) end[pad + (size_t)i] = (char)(bits >> (56 - 8 * i));
    sia_digest_add(s, (sia_str){ end, pad + 8 });
}

sia_digest sia_digest_new(void)
{
    return (sia_digest){ .h = { 0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19 } };
}

void sia_digest_end(sia_digest *s, char out[65])
{
    static const char hex[] = "0123456789abcdef";
    finish(s);
    for (int i = 0; i < 64; i++) out[i] = hex[s->h[i / 8] >> (28 - 4 * (i % 8)) & 15];
    out[64] = 0;
}

void sia_sha256(char out[65], const sia_str *parts, size_t n)
{
    sia_digest s = sia_digest_new();
    for (size_t i = 0; i < n; i++) sia_digest_add(&s, parts[i]);
    sia_digest_end(&s, out);
}
