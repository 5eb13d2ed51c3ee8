/* Character properties by code point, from the generated tables. */
#ifndef SIASAT_TEXT_UCD_H
#define SIASAT_TEXT_UCD_H
#include <siasat/base.h>
#include "ucd_tables.h"

/* The record of code point c (0 .. 0x10FFFF), to be asked with the functions below. O(1). */
uint32_t sia_ucd(int32_t c);

static inline uint32_t ucd_word(uint32_t record) { return record & 31; }           /* UCD_WB_* */
static inline uint32_t ucd_sentence(uint32_t record) { return record >> 5 & 15; }  /* UCD_SB_* */
static inline uint32_t ucd_class(uint32_t record) { return record >> 9 & 15; }     /* UCD_IS_* */
static inline bool ucd_picture(uint32_t record) { return record >> 13; }           /* Extended_Pictographic */

/* The record of the character at p in valid UTF-8, its length in *len. */
static inline uint32_t ucd_at(const char *p, uint32_t *len) { return sia_ucd(sia_utf8_at(p, len)); }
#endif
