/* siasat codebook coverage. */
#ifndef SIA_COVERAGE_H
#define SIA_COVERAGE_H
#include "session.h"

sia_status codebook_coverage(session *s, sia_err *err);
#endif
