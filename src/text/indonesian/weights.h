/* Made by tools/train_morph.py: what ranks analyses, in 64ths of a nat. */
#ifndef SIASAT_TEXT_WEIGHTS_H
#define SIASAT_TEXT_WEIGHTS_H

/* By chain of prefixes and suffix: none, -kan, -i, -an. */
static const int16_t chain_weight[CHAINS][SUFFIXES] = {
    [CHAIN(NONE, NONE, NONE)] = { 161, 124, 140, 115 },
    [CHAIN(DI, NONE, NONE)] = { 130, 190, 154, -19 },
    [CHAIN(DI, KE, NONE)] = { 16, 101, 109, -29 },
    [CHAIN(DI, SE, NONE)] = { 7, 14, 39, -53 },
    [CHAIN(DI, SE, BER)] = { 59, 90, 81, -12 },
    [CHAIN(DI, BER, NONE)] = { 13, 60, 48, -45 },
    [CHAIN(DI, TER, NONE)] = { -9, 31, 41, -51 },
    [CHAIN(DI, PER, NONE)] = { 132, 158, 141, -4 },
    [CHAIN(DI, PER, KE)] = { 51, 65, 69, -24 },
    [CHAIN(DI, PER, SE)] = { 47, 58, 65, -27 },
    [CHAIN(DI, PER, BER)] = { 41, 83, 71, -21 },
    [CHAIN(DI, PER, PEN)] = { 43, 84, 73, -20 },
    [CHAIN(DI, PEN, NONE)] = { 38, 70, 60, -48 },
    [CHAIN(KE, NONE, NONE)] = { 20, -79, 72, 103 },
    [CHAIN(KE, SE, NONE)] = { 2, -77, 1, -70 },
    [CHAIN(KE, BER, NONE)] = { 30, -22, 56, 79 },
    [CHAIN(KE, TER, NONE)] = { -63, -57, 21, 57 },
    [CHAIN(KE, PER, NONE)] = { -63, -115, -37, -107 },
    [CHAIN(KE, PEN, NONE)] = { -56, -99, -21, -73 },
    [CHAIN(KETIDAK, NONE, NONE)] = { 121, 124, 130, 227 },
    [CHAIN(KETIDAK, SE, NONE)] = { 14, 17, 23, 47 },
    [CHAIN(SE, NONE, NONE)] = { 138, 3, -5, -27 },
    [CHAIN(SE, KE, NONE)] = { -53, -62, -63, -75 },
    [CHAIN(SE, BER, NONE)] = { -77, -74, -75, -89 },
    [CHAIN(SE, TER, NONE)] = { 22, -24, -25, -38 },
    [CHAIN(SE, PER, NONE)] = { -42, -57, -57, -70 },
    [CHAIN(SE, PEN, NONE)] = { -74, -72, -73, -86 },
    [CHAIN(SE, PEN, KE)] = { 119, 57, 57, 93 },
    [CHAIN(KU, NONE, NONE)] = { 66, 114, 84, 74 },
    [CHAIN(BER, NONE, NONE)] = { 204, 134, 162, 132 },
    [CHAIN(BER, KE, NONE)] = { 111, 101, 131, 284 },
    [CHAIN(BER, KE, BER)] = { 94, 48, 79, 110 },
    [CHAIN(BER, KE, PEN)] = { 85, 39, 71, 94 },
    [CHAIN(BER, SE, NONE)] = { -74, -53, -21, -41 },
    [CHAIN(BER, SE, BER)] = { 11, 7, 38, 61 },
    [CHAIN(BER, PER, NONE)] = { -4, 5, 37, 134 },
    [CHAIN(BER, PEN, NONE)] = { 23, -33, 3, 112 },
    [CHAIN(BER, PE, NONE)] = { -17, -13, 19, 41 },
    [CHAIN(TER, NONE, NONE)] = { 162, 235, 77, 212 },
    [CHAIN(TER, KE, NONE)] = { 73, 101, 24, 55 },
    [CHAIN(TER, SE, NONE)] = { 20, 74, -2, 61 },
    [CHAIN(TER, BER, NONE)] = { 40, 84, 8, 71 },
    [CHAIN(TER, PER, NONE)] = { -38, 45, -31, 32 },
    [CHAIN(PER, NONE, NONE)] = { -91, -21, -24, 230 },
    [CHAIN(PER, KE, NONE)] = { -70, -33, -32, 70 },
    [CHAIN(PER, SE, NONE)] = { -106, -66, -65, 6 },
    [CHAIN(PER, PEN, NONE)] = { -67, -27, -26, 83 },
    [CHAIN(MEN, NONE, NONE)] = { 167, 201, 162, -21 },
    [CHAIN(MEN, KE, NONE)] = { 26, 32, 71, -57 },
    [CHAIN(MEN, SE, NONE)] = { 17, 27, -5, -58 },
    [CHAIN(MEN, SE, BER)] = { 74, 91, 79, -16 },
    [CHAIN(MEN, BER, NONE)] = { -24, 70, 38, -60 },
    [CHAIN(MEN, TER, NONE)] = { 25, 43, 42, -51 },
    [CHAIN(MEN, PER, NONE)] = { 142, 142, 145, -6 },
    [CHAIN(MEN, PER, KE)] = { 42, 24, 48, -50 },
    [CHAIN(MEN, PER, SE)] = { 63, 65, 68, -30 },
    [CHAIN(MEN, PER, BER)] = { 54, 85, 72, -26 },
    [CHAIN(MEN, PER, PEN)] = { 56, 85, 73, -25 },
    [CHAIN(MEN, PEN, NONE)] = { -4, 41, 34, -76 },
    [CHAIN(PEN, NONE, NONE)] = { 155, -56, 24, 141 },
    [CHAIN(PEN, KE, NONE)] = { 28, -36, 3, 76 },
    [CHAIN(PEN, SE, NONE)] = { 13, -81, -31, -26 },
    [CHAIN(PEN, SE, BER)] = { 31, -47, -5, 46 },
    [CHAIN(PEN, BER, NONE)] = { 7, -98, -40, -25 },
    [CHAIN(PEN, TER, NONE)] = { -48, -95, -53, -34 },
    [CHAIN(PEN, PER, NONE)] = { 4, -68, -26, 20 },
    [CHAIN(PE, NONE, NONE)] = { 36, 61, 67, 116 },
};

static const int16_t allomorph_weight[ALLOMORPHS] = {
    31, 30, 53, -2, 8, 0, -9, 24, 42, -55, 29, 50, 53, 73, -28, -59, 0, 7, 16, -60, 53, 42,
    14, 40, 53, 29, 38, 19, -1, 0, 59, 13, -74, 22, 15, -10, -1, 32, -37, 62, 73, 42, 76, -107,
    -21, -14, 13, 46, 0, 0, 39, 59, 18, 0, -52, 0, 0, -6, 4, 12, 35, 18, 49, 42, 61, -115,
};
static const int16_t possessive_weight[POSSESSIVES] = { 0, 70, -15, 27 };
static const int16_t particle_weight[PARTICLES] = { 0, -63, -98, -64, -6 };
static const int16_t reduplication_weight[REDUPLICATIONS] = { 0, 0, -83, 0 };
static const int16_t licence_weight[LICENCES] = { 63, 2, -72, -68 };
static const int16_t affixes_weight[6] = { -78, -59, -29, 42, 14, 89 };
static const int16_t letters_weight[9] = { 0, 0, -81, -16, 16, 29, 45, 33, 60 };
static const int16_t syllables_weight[5] = { 0, -27, 29, 59, 46 };
static const int16_t vowel_weight[SUFFIXES] = { 0, 62, 43, 15 };
static const int16_t whole_weight[2] = { 0, 86 };
static const int16_t unknown_weight[13] = { -37, -37, -37, 20, 45, -49, -66, -76, -81, -92, -87, -74, -65 };
enum { k_an_weight = 45, bound_weight = -110 };
#endif
