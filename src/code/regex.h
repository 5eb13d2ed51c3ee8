/* PCRE2 as siasat uses it: options, refusals, limits and the time budget. Shared by the files of src/code. */
#ifndef SIA_REGEX_H
#define SIA_REGEX_H
#define PCRE2_CODE_UNIT_WIDTH 8
#include <siasat/code.h>
#include <pcre2.h>

enum { SIA_REGEX_MAX = 4096 };              /* bytes of one regex */

/* What we never run: \K, \G, \C, callouts and (*VERBS); a match must be what its place says. The message and the offset
 * of the culprit, or SIA_MSG_NONE. */
sia_msg sia_regex_refused(sia_str regex, size_t *at);

/* "(?:regex)" with the callout at its end that asks whether a token ends there. NULL: *code and *at (an offset into
 * `regex`) say why. To be freed with pcre2_code_free. */
pcre2_code *sia_regex_compile(sia_str regex, bool keep_case, uint32_t options, int *code, size_t *at);
#endif
