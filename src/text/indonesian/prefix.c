/* Prefixes: what can stand before a root, and what of the root is left to see. */
#include "candidate.h"

/*  memilih     meN + pilih     the p melts into the nasal
 *  mengebom    meN + bom       one syllable: menge-
 *  bekerja     ber + kerja     the r falls before Cer
 *  belajar     ber + ajar      r becomes l
 *  dedaunan    de + daun + an  the first consonant doubled                                                         */

typedef struct {
    const sia_roots *roots;
    char *p;                            /* the stem; a melted letter is written over what melted it */
    uint32_t end;
    candidate c;                        /* so far                                               */
    viewer to;
} stem;

#define SET(x) (1u << (x))
/* What may follow a prefix, itself outermost or further in. */
static const uint16_t follows[PREFIXES] = {
    [NONE] = SET(DI) | SET(KE) | SET(KETIDAK) | SET(SE) | SET(KU) | SET(KAU) | SET(BER) | SET(TER) | SET(PER) | SET(MEN) | SET(PEN) | SET(PE),
    [DI] = SET(PER) | SET(BER) | SET(KE) | SET(SE) | SET(TER) | SET(PEN),
    [MEN] = SET(PER) | SET(BER) | SET(KE) | SET(SE) | SET(TER) | SET(PEN),
    [KU] = SET(PER) | SET(BER) | SET(KE) | SET(SE),
    [KAU] = SET(PER) | SET(BER) | SET(KE) | SET(SE),
    [BER] = SET(KE) | SET(SE) | SET(PEN) | SET(PER) | SET(PE),
    [TER] = SET(PER) | SET(KE) | SET(SE) | SET(BER),
    [KE] = SET(BER) | SET(TER) | SET(SE) | SET(PEN) | SET(PER) | SET(PE),
    [KETIDAK] = SET(BER) | SET(TER) | SET(SE) | SET(MEN) | SET(DI),
    [SE] = SET(KE) | SET(PER) | SET(PEN) | SET(BER) | SET(TER) | SET(PE),
    [PEN] = SET(BER) | SET(KE) | SET(SE) | SET(PER) | SET(TER),
    [PER] = SET(SE) | SET(BER) | SET(KE) | SET(PEN),
};

static void descend(stem *s, uint32_t at);

static bool is_one_of(char c, const char *set) { return c && strchr(set, c); }

static char letter(const stem *s, uint32_t at) { return at < s->end ? s->p[at] : '\0'; }

/* With this prefix taken off, the rest begins at `at`. */
static void strip(stem *s, prefix_kind what, unsigned how, uint32_t at)
{
    const unsigned k = s->c.prefixes;
    const prefix_kind outer = k ? (prefix_kind)s->c.prefix[k - 1] : NONE;
    if (k == CHAIN_LONGEST || !(follows[outer] >> what & 1) || at >= s->end) return;
    s->c.prefix[k] = (uint8_t)what;
    s->c.allomorph[k] = (uint8_t)how;
    s->c.prefixes++;
    descend(s, at);
    s->c.prefixes--;
    s->c.prefix[k] = 0;
}

/* The same where a letter of the root has melted away: it is put back at at - 1. */
static void melt(stem *s, prefix_kind what, unsigned how, uint32_t at, char back)
{
    const char kept = s->p[at - 1];
    s->p[at - 1] = back;
    strip(s, what, how, at - 1);
    s->p[at - 1] = kept;
}

/* ---- meN- and peN-: what follows me, pe from `r` on --------------------------------------------- */

static void nasal_m(stem *s, prefix_kind what, unsigned base, uint32_t at)
{
    const char a = letter(s, at), b = letter(s, at + 1), c = letter(s, at + 2);
    if (is_one_of(a, "bfv")) strip(s, what, base + M_B, at);
    else if (a == 'p') strip(s, what, base + (is_one_of(b, "rls") ? MP_CLUSTER : b == 'e' && is_one_of(c, "rlnmk") ? MP_PREFIX : MP_VOWEL), at);
    else if (vowel(a)) melt(s, what, base + M_P, at, 'p');
    else if (is_one_of(a, "rl") && s->end > at + 3) melt(s, what, base + M_P_CLUSTER, at, 'p');
}

static void nasal_ng(stem *s, prefix_kind what, unsigned base, uint32_t at)
{
    const char a = letter(s, at), b = letter(s, at + 1);
    if (s->end < at + 2) return;
    if (vowel(a)) {
        strip(s, what, base + NG_VOWEL, at);
        melt(s, what, base + NG_K, at, 'k');
        if (a == 'e' && s->end > at + 3 && syllables(s->p + at + 1, s->end - at - 1) == 1) strip(s, what, base + NGE, at + 1);
    } else if (a == 'k') strip(s, what, base + (vowel(b) ? NGK_VOWEL : NGK_CLUSTER), at);
    else if (is_one_of(a, "ghqx")) strip(s, what, base + NG_G, at);
}

static void nasal_n(stem *s, prefix_kind what, unsigned base, uint32_t at)
{
    const char a = letter(s, at), b = letter(s, at + 1);
    if (is_one_of(a, "cdjz")) strip(s, what, base + N_D, at);
    else if (a == 't') strip(s, what, base + (vowel(b) ? NT_VOWEL : NT_CLUSTER), at);
    else if (a == 's') strip(s, what, base + (vowel(b) ? NS_VOWEL : NS_CLUSTER), at);
    else if (vowel(a)) melt(s, what, base + N_T, at, 't');
    else if (a == 'g') nasal_ng(s, what, base, at + 1);
    else if (a == 'y' && vowel(b)) {
        melt(s, what, base + NY_S, at + 1, 's');
        melt(s, what, base + NY_C, at + 1, 'c');
    }
}

static void nasal(stem *s, prefix_kind what, unsigned base, uint32_t at)
{
    const char a = letter(s, at);
    if (s->end < at + 3) return;
    if (is_one_of(a, "mn")) strip(s, what, base + N_NASAL, at);
    else if (is_one_of(a, "lrwy")) strip(s, what, base + N_LIQUID, at);
    if (a == 'm') nasal_m(s, what, base, at + 1);
    else if (a == 'n') nasal_n(s, what, base, at + 1);
}

/* Does the stem go on with these n letters, and with `more` at the least? */
static bool goes_on(const stem *s, uint32_t at, const char *with, uint32_t n, uint32_t more)
{
    return s->end >= at + n + more && !memcmp(s->p + at, with, n);
}

/* ---- ber-, ter-, per-: what follows be, te, pe -------------------------------------------------- */

static void with_r(stem *s, prefix_kind what, unsigned base, uint32_t at)
{
    const char a = letter(s, at), b = letter(s, at + 1);
    if (s->end < at + 3) return;
    if (a == 'r') {
        if (s->end > at + 3) strip(s, what, base + (vowel(b) ? R_VOWEL : R_CONSONANT), at + 1);
        if (vowel(b)) strip(s, what, base + R_MELTS, at);
    } else if (is_one_of(a, "bcdfgjklmnpstvz") && b == 'e' && letter(s, at + 2) == 'r') strip(s, what, base + R_CER, at);
    if (goes_on(s, at, "lajar", 5, 0)) strip(s, what, base + R_BECOMES_L, at + 1);
}

/* ---- all of them ---------------------------------------------------------------------------------- */

static void strip_pe(stem *s, uint32_t at)
{
    with_r(s, PER, AL_PER, at + 2);
    nasal(s, PEN, AL_PEN, at + 2);
    if (s->end > at + 5 && !vowel(s->p[at + 2]) && !is_one_of(s->p[at + 2], "rlmnwy")) strip(s, PE, AL_PE, at + 2);
}

static void strip_ke(stem *s, uint32_t at)
{
    strip(s, KE, AL_KE, at + 2);
    if (goes_on(s, at, "ketidak", 7, 3)) strip(s, KETIDAK, AL_KETIDAK, at + 7);
}

static void prefixes(stem *s, uint32_t at)
{
    const uint32_t n = s->end - at;
    if (n < 5) return;
    const char a = s->p[at], b = s->p[at + 1];
    if (b == 'e') {
        switch (a) {
        case 'b': with_r(s, BER, AL_BER, at + 2); break;
        case 't': with_r(s, TER, AL_TER, at + 2); break;
        case 'm': nasal(s, MEN, AL_MEN, at + 2); break;
        case 's': strip(s, SE, AL_SE, at + 2); break;
        case 'k': strip_ke(s, at); break;
        case 'p': strip_pe(s, at); break;
        }
    } else if (a == 'd' && b == 'i') strip(s, DI, AL_DI, at + 2);
    else if (a == 'k' && b == 'u' && n > 5) strip(s, KU, AL_KU, at + 2);
    else if (goes_on(s, at, "kau", 3, 4)) strip(s, KAU, AL_KAU, at + 3);
}

/* Is what is left a root that a list of ours leaves whole? */
static bool offer(stem *s, uint32_t at, reduplication_kind red)
{
    const uint32_t n = s->end - at;
    if (n < 2) return false;
    s->c.root = root_find(s->roots, s->p + at, n);
    if (!s->c.root) return false;
    const uint8_t kept = s->c.reduplication;
    if (red) s->c.reduplication = (uint8_t)red;
    s->to.see(s->to.ctx, &s->c);
    s->c.reduplication = kept;
    return s->c.root->flags & ROOT_WHOLE;
}

/* Chains are at most three long, so this is shallow. */
static void descend(stem *s, uint32_t at)
{
    const bool whole = offer(s, at, RED_NONE);
    if (!whole && s->end - at > 5 && s->p[at + 1] == 'e' && s->p[at] == s->p[at + 2] && !vowel(s->p[at])) offer(s, at + 2, RED_FIRST);
    prefixes(s, at);
}

void candidates_of_stem(const sia_roots *r, sia_str word, candidate end, viewer to)
{
    static const sia_str suffix_of[SUFFIXES] = { { "", 0 }, { "kan", 3 }, { "i", 1 }, { "an", 2 } };
    char room[SIA_FORM_LONGEST];
    if (word.n < 2 || word.n > sizeof room) return;
    memcpy(room, word.p, word.n);
    for (unsigned k = 0; k < SUFFIXES; k++) {
        const sia_str x = suffix_of[k];
        if (word.n < x.n + 2 || (k && (word.p[word.n - 1] != x.p[x.n - 1] || memcmp(word.p + word.n - x.n, x.p, x.n)))) continue;
        stem s = { .roots = r, .p = room, .end = (uint32_t)(word.n - x.n), .c = end, .to = to };
        s.c.suffix = (uint8_t)k;
        descend(&s, 0);
    }
}
