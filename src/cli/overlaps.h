/* siasat tag --overlaps. */
#ifndef SIA_OVERLAPS_H
#define SIA_OVERLAPS_H
#include "run.h"

sia_status overlaps_run(session *s, sia_err *err);
#endif
