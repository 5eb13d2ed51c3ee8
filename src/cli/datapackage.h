/* datapackage.json: what the files of a report's folder are, as Frictionless Data says it. */
#ifndef SIA_DATAPACKAGE_H
#define SIA_DATAPACKAGE_H
#include "study.h"

typedef struct { SIA_VEC(char) json; sia_arena *a; bool some; } datapackage;

void       datapackage_begin(datapackage *p, const session *s);

/* A table that `of` has written as CSV; `bytes` of it are what the file holds. */
sia_status datapackage_add(datapackage *p, const study_made *made, sia_str bytes, const session *of, sia_err *err) SIA_CHECKED;
sia_str    datapackage_end(datapackage *p);                  /* the file's text; its arena knows whether it is whole */
#endif
