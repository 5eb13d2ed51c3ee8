/* Units: what a pattern's words are compared with. Shared by the files of src/code. */
#ifndef SIA_UNITS_H
#define SIA_UNITS_H
#include <siasat/base.h>

/* A token is one unit or, where it holds hyphens or marks, several: "door-to-door" has three, "kab." two ("kab", ".").
 * Patterns are cut by the same rules, so that both sides meet. */
typedef enum { SIA_CHAR_WORD, SIA_CHAR_SPACE, SIA_CHAR_DASH, SIA_CHAR_MARK } sia_char;

/* What the code point at p is to a pattern; its bytes in *len. Valid UTF-8 only. */
sia_char sia_char_class(const char *p, uint32_t *len);

/* Whether the mark of `len` bytes at s[i], i > 0 after a word character, belongs to the word around it: the apostrophe of
 * jum'at, the stop and comma of 1.000,50. */
bool sia_mark_inside(sia_str s, uint32_t i, uint32_t len);

typedef enum { SIA_UNIT_WORD, SIA_UNIT_MARK, SIA_UNIT_OPAQUE } sia_unit_kind;
typedef enum { SIA_GAP_NONE, SIA_GAP_SPACE, SIA_GAP_DASH, SIA_GAP_OTHER } sia_gap;

typedef struct { uint32_t off, len; uint8_t kind, gap; } sia_unit;       /* gap: what stands before it */

/* The unit that begins at or after s[from], past blanks and dashes; false at the end. A unit's gap is that of the text
 * passed over. Linear over a walk. */
bool sia_unit_next(sia_str s, uint32_t from, sia_unit *out);

/* What the text between two units is: nothing, blanks, a dash and perhaps blanks, or something that parts them. */
sia_gap sia_gap_of(sia_str between);

/* Whether a line's end or a tab is in it. */
bool    sia_gap_breaks(sia_str between);

/* Whether a match may run from a unit of kind `a` over `gap` to one of kind `b`. */
static inline bool sia_gap_joins(sia_unit_kind a, sia_gap gap, sia_unit_kind b)
{
    if (a == SIA_UNIT_MARK || b == SIA_UNIT_MARK) return gap == SIA_GAP_NONE || gap == SIA_GAP_SPACE;
    return gap == SIA_GAP_SPACE || gap == SIA_GAP_DASH;
}

/* The clitics a last word may carry, alone or as -nya and a particle. The length of the longest or the shorter one that
 * `word` ends with (`which` 0: a single clitic, 1: -nya and a particle); 0: none, or nothing would be left. */
uint32_t sia_clitic(sia_str word, int which);
bool     sia_is_bound(sia_str word);                         /* pra, pasca, non ...: written before a word, together, apart or with a hyphen */
bool     sia_is_clitic(sia_str word);                        /* nya, lah, kah or pun */
#endif
