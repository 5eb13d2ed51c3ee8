/* Made by tools/train_morph.py: what ranks analyses, in 64ths of a nat. */
#ifndef SIASAT_TEXT_WEIGHTS_H
#define SIASAT_TEXT_WEIGHTS_H

/* By chain of prefixes and suffix: none, -kan, -i, -an. */
static const int16_t chain_weight[CHAINS][SUFFIXES] = {
    [CHAIN(NONE, NONE, NONE)] = { 171, 121, 140, 111 },
    [CHAIN(DI, NONE, NONE)] = { 163, 198, 94, -27 },
    [CHAIN(DI, KE, NONE)] = { 34, 87, 80, -27 },
    [CHAIN(DI, SE, NONE)] = { 12, 12, -5, -58 },
    [CHAIN(DI, SE, BER)] = { 64, 83, 33, -24 },
    [CHAIN(DI, BER, NONE)] = { -10, 28, -12, -70 },
    [CHAIN(DI, TER, NONE)] = { 8, 39, 5, -53 },
    [CHAIN(DI, PER, NONE)] = { 140, 156, 108, -9 },
    [CHAIN(DI, PER, KE)] = { 55, 58, 21, -37 },
    [CHAIN(DI, PER, SE)] = { 49, 47, 15, -42 },
    [CHAIN(DI, PER, BER)] = { 45, 77, 24, -34 },
    [CHAIN(DI, PER, PEN)] = { 48, 79, 25, -32 },
    [CHAIN(DI, PEN, NONE)] = { 60, 78, 26, -44 },
    [CHAIN(KE, NONE, NONE)] = { 16, -70, 57, 100 },
    [CHAIN(KE, SE, NONE)] = { 0, -81, -22, -67 },
    [CHAIN(KE, BER, NONE)] = { 21, -22, 37, 67 },
    [CHAIN(KE, TER, NONE)] = { -71, -58, 1, 48 },
    [CHAIN(KE, PER, NONE)] = { -41, -84, -25, -57 },
    [CHAIN(KE, PEN, NONE)] = { -61, -92, -33, -74 },
    [CHAIN(KETIDAK, NONE, NONE)] = { 115, 116, 107, 207 },
    [CHAIN(KETIDAK, SE, NONE)] = { 14, 15, 6, 37 },
    [CHAIN(SE, NONE, NONE)] = { 135, -10, -28, -20 },
    [CHAIN(SE, KE, NONE)] = { -52, -65, -79, -70 },
    [CHAIN(SE, BER, NONE)] = { -75, -77, -91, -89 },
    [CHAIN(SE, TER, NONE)] = { 23, -28, -42, -33 },
    [CHAIN(SE, PER, NONE)] = { -52, -65, -79, -70 },
    [CHAIN(SE, PEN, NONE)] = { -47, -63, -77, -68 },
    [CHAIN(SE, PEN, KE)] = { 105, 39, 25, 80 },
    [CHAIN(KU, NONE, NONE)] = { 68, 115, 69, 74 },
    [CHAIN(BER, NONE, NONE)] = { 159, 113, 118, 118 },
    [CHAIN(BER, KE, NONE)] = { 80, 90, 99, 256 },
    [CHAIN(BER, KE, BER)] = { 71, 38, 52, 96 },
    [CHAIN(BER, KE, PEN)] = { 61, 28, 42, 75 },
    [CHAIN(BER, SE, NONE)] = { -104, -60, -46, -73 },
    [CHAIN(BER, SE, BER)] = { -41, -18, -4, 33 },
    [CHAIN(BER, PER, NONE)] = { -44, -15, -1, 100 },
    [CHAIN(BER, PEN, NONE)] = { 0, -34, -24, 110 },
    [CHAIN(BER, PE, NONE)] = { -50, -23, -9, 25 },
    [CHAIN(TER, NONE, NONE)] = { 167, 234, 57, 193 },
    [CHAIN(TER, KE, NONE)] = { 63, 92, -1, 30 },
    [CHAIN(TER, SE, NONE)] = { 13, 68, -25, 45 },
    [CHAIN(TER, BER, NONE)] = { 37, 80, -13, 58 },
    [CHAIN(TER, PER, NONE)] = { -39, 42, -52, 19 },
    [CHAIN(PER, NONE, NONE)] = { -66, -24, -20, 223 },
    [CHAIN(PER, KE, NONE)] = { -61, -39, -42, 60 },
    [CHAIN(PER, SE, NONE)] = { -100, -74, -77, -11 },
    [CHAIN(PER, PEN, NONE)] = { -66, -38, -41, 65 },
    [CHAIN(MEN, NONE, NONE)] = { 163, 205, 138, -39 },
    [CHAIN(MEN, KE, NONE)] = { 28, 19, 54, -68 },
    [CHAIN(MEN, SE, NONE)] = { 6, 19, -29, -71 },
    [CHAIN(MEN, SE, BER)] = { 64, 85, 50, -33 },
    [CHAIN(MEN, BER, NONE)] = { -52, 39, -1, -87 },
    [CHAIN(MEN, TER, NONE)] = { 26, 42, 22, -69 },
    [CHAIN(MEN, PER, NONE)] = { 138, 147, 129, -29 },
    [CHAIN(MEN, PER, KE)] = { 42, 34, 28, -58 },
    [CHAIN(MEN, PER, SE)] = { 56, 61, 42, -44 },
    [CHAIN(MEN, PER, BER)] = { 50, 80, 46, -40 },
    [CHAIN(MEN, PER, PEN)] = { 47, 79, 45, -41 },
    [CHAIN(MEN, PEN, NONE)] = { 3, 39, 14, -85 },
    [CHAIN(PEN, NONE, NONE)] = { 155, -62, 59, 138 },
    [CHAIN(PEN, KE, NONE)] = { 14, -46, 5, 78 },
    [CHAIN(PEN, SE, NONE)] = { 2, -91, -28, -32 },
    [CHAIN(PEN, SE, BER)] = { 19, -62, -6, 32 },
    [CHAIN(PEN, BER, NONE)] = { 5, -109, -33, -34 },
    [CHAIN(PEN, TER, NONE)] = { -49, -101, -45, -42 },
    [CHAIN(PEN, PER, NONE)] = { -35, -91, -35, 0 },
    [CHAIN(PE, NONE, NONE)] = { 39, 60, 51, 116 },
};

static const int16_t allomorph_weight[ALLOMORPHS] = {
    27, 31, 47, 0, 10, 0, -11, 34, 60, -53, 58, 42, 48, 73, -38, -59, 0, 9, 18, -62, 45, 45,
    9, 40, 55, 31, 37, 27, 5, 0, 62, 14, -71, 18, 17, -5, 3, 32, -33, 50, 78, 44, 78, -117,
    -26, -16, 17, 43, 0, 0, 30, 53, 16, 0, -50, 0, 0, -2, 1, 5, 24, 17, 51, 41, 60, -125,
};
static const int16_t possessive_weight[POSSESSIVES] = { 0, 65, -18, 18 };
static const int16_t particle_weight[PARTICLES] = { 0, -75, -99, -41, -4 };
static const int16_t reduplication_weight[REDUPLICATIONS] = { 0, 0, -3, 0 };
static const int16_t licence_weight[LICENCES] = { 61, -2, -43, -65 };
static const int16_t affixes_weight[6] = { -74, -52, -24, 48, 31, 90 };
static const int16_t letters_weight[9] = { 0, 0, -100, -20, 7, 30, 44, 31, 48 };
static const int16_t syllables_weight[5] = { 0, -25, 28, 55, 49 };
static const int16_t vowel_weight[SUFFIXES] = { 0, 56, 16, 20 };
static const int16_t whole_weight[2] = { -9, 79 };
static const int16_t unknown_weight[13] = { -37, -37, -37, 23, 45, -47, -74, -74, -82, -92, -87, -76, -67 };
enum { k_an_weight = 40, bound_weight = -108 };
#endif
