/* codebook check: findings as rows, and what a codebook's rows find in texts. */
#ifndef SIA_USES_H
#define SIA_USES_H
#include "run.h"

typedef struct { sia_str term; uint64_t count; sia_str other; } finding_more;    /* what findings in texts add; count 0: none */

/* A row of the table "codebook check"; `more` may be NULL. */
void put_finding(session *s, const char *file, const sia_finding *f, const finding_more *more);

/* Reads the session's inputs with this codebook alone and puts what it never finds, only finds to no avail, or takes at the
 * same place as another category. */
sia_status uses_check(session *s, const char *file, const sia_codebook *cb, sia_err *err) SIA_CHECKED;
#endif
