/* Tables into files of formats that need a library: through siasat-export, which is fed what the table writes. */
#ifndef SIA_EXPORT_H
#define SIA_EXPORT_H
#include "session.h"

typedef struct exporting exporting;

/* Puts the exporter between the table and *out: what is written to *out from now on is made a `format` of ("xlsx"). */
sia_status export_open(session *s, const char *format, sia_sink *out, sia_err *err) SIA_CHECKED;

/* The file is whole; what had to be shortened is said. Nothing is to be done where nothing was opened. */
sia_status export_close(session *s, sia_err *err) SIA_CHECKED;
void       export_drop(session *s);                          /* gives it up */
void       export_clean(void);                               /* removes its files; for a signal's handler */
#endif
