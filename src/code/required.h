/* Letters that every match of a regex has. */
#ifndef SIA_REQUIRED_H
#define SIA_REQUIRED_H
#include <siasat/base.h>

enum { SIA_REQUIRED_MOST = 24 };
typedef struct { uint8_t n; char p[SIA_REQUIRED_MOST]; } sia_literal;        /* ASCII */

/* start: each match begins so. inside: each has this somewhere. n 0: nothing is known. digit: each begins with one, if perhaps
 * of another script. */
typedef struct { sia_literal start, inside; bool digit; } sia_required;

/* Of a regex that compiles. */
sia_required sia_regex_required(sia_str regex, bool keep_case);

/* Does it stand at byte `at` <= text.n, or anywhere? Without keep_case, in whatever case. */
bool sia_literal_at(const sia_literal *x, bool keep_case, sia_str text, size_t at);
bool sia_literal_in(const sia_literal *x, bool keep_case, sia_str text);
#endif
