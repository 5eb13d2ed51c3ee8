/* The system calls that a helper program keeps. */
#ifndef SIA_CALLS_H
#define SIA_CALLS_H
#include <stdbool.h>

enum { CALLS_OF_FILES = 1, CALLS_OF_RUNNING = 2, CALLS_OF_SERVING = 4 };

/* From here on only what reading pipes and computing takes, and what `beside` names (CALLS_OF_...). False: this kernel cannot. */
bool calls_only(unsigned beside);
#endif
