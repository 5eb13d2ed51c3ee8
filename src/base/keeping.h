/* Helper programs that are kept: one that waits is taken for a document, asked, and given back. */
#ifndef SIA_BASE_KEEPING_H
#define SIA_BASE_KEEPING_H
#include <siasat/base.h>

typedef struct kept_helper kept_helper;

/* The program at `path`, waiting: one that was given back, else a new one. NULL: there is none to be had, and one is to be started for this
 * document alone. */
kept_helper *kept_take(sia_helpers *of, const char *path);

/* Has it read a document: `job`, and the program's ends of its pipes, which stay ours to close. False: it could not be asked. */
bool kept_ask(kept_helper *k, const char *job, const int far[3]);

/* What came of the process that reads: KEPT_ENDED with *status as of waitpid, KEPT_LATE when `ms` have passed, KEPT_UNMADE when it
 * never was. */
typedef enum { KEPT_ENDED, KEPT_LATE, KEPT_UNMADE } kept_end;
kept_end kept_wait(kept_helper *k, int ms, int *status);

/* For the next document; or ends it, and with it the process that still reads. */
void kept_give(sia_helpers *of, kept_helper *k);
void kept_drop(kept_helper *k);

/* No program is kept from now on: one could not do what it is kept for. */
void kept_forget(sia_helpers *of);
#endif
