/* keyness --by: each group in turn against all the others. */
#ifndef SIA_KEYNESS_GROUPS_H
#define SIA_KEYNESS_GROUPS_H
#include "session.h"

sia_status keyness_groups_run(session *s, sia_err *err);
#endif
