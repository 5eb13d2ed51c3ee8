/* Reduplication: the single word that a doubled one stands for. */
#ifndef SIASAT_TEXT_REDUP_H
#define SIASAT_TEXT_REDUP_H
#include "roots.h"

/* Writes the single word into `to` (room for SIA_FORM_LONGEST) and returns its length; 0: no reduplication. Of a form without
 * hyphen or 2 that is so only if the single word is one.
 *     program-program, program2, programprogram -> program       kebijakan-kebijakannya -> kebijakannya
 *     bersama-sama -> bersama    meniru-nirukan -> menirukan     tolong-menolong -> menolong    sayur-mayur -> sayur */
size_t single_of(const sia_roots *r, sia_str form, char *to);
#endif
