/* A ZIP file in the making: the office formats are one. */
#ifndef SIA_HELPER_PACK_H
#define SIA_HELPER_PACK_H
#include <stddef.h>
#include <stdio.h>

typedef struct pack pack;

/* Members stand in the order they were added, each of the same moment: the same members give the same bytes. What they hold
 * must live until pack_write. */
pack *pack_new(void);
void  pack_add(pack *p, const char *name, const char *bytes, size_t n);
void  pack_write(pack *p, FILE *to);                         /* and frees it */
#endif
