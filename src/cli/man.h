/* The commands' part of the manual page, from the option tables. English roff, for man/siasat.1. */
#ifndef SIA_MAN_H
#define SIA_MAN_H
#include "opt.h"
#include <stdio.h>

void man_command(FILE *to, const opt_verb *v, sia_arena *a);     /* a verb with the options that are its own */
void man_group(FILE *to, const opt_group *g, sia_arena *a);      /* options that several verbs share */
void man_measures(FILE *to);                                         /* Markdown, for docs/METHODS.md */
#endif
