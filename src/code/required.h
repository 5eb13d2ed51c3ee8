/* Letters that every match of a regex has. */
#ifndef SIA_REQUIRED_H
#define SIA_REQUIRED_H
#include <siasat/base.h>

/* ASCII; SIA_LITERAL_GAP among its letters is what may stand between words: blanks, ends of lines and hyphens, or nothing. */
enum { SIA_REQUIRED_MOST = 40, SIA_LITERAL_GAP = 1 };
typedef struct { uint8_t n; char p[SIA_REQUIRED_MOST]; } sia_literal;

/* start: each match begins so. inside: each has this somewhere. n 0: nothing is known. digit: each begins with one, if perhaps
 * of another script. */
typedef struct { sia_literal start, inside; bool digit; } sia_required;

/* Of a regex that compiles. */
sia_required sia_regex_required(sia_str regex, bool keep_case);

/* Does it stand at byte `at` <= text.n, or anywhere? Without keep_case, in whatever case. */
bool sia_literal_at(const sia_literal *x, bool keep_case, sia_str text, size_t at);
bool sia_literal_in(const sia_literal *x, bool keep_case, sia_str text);

/* Could what begins with this word, in whatever case, begin with the literal? */
bool sia_literal_begun(const sia_literal *x, sia_str word);
#endif
