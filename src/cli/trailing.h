/* Which input a path written in a table means. */
#ifndef SIA_TRAILING_H
#define SIA_TRAILING_H
#include "input.h"

/* The input that `doc` means: the path that ends with most of it. UINT32_MAX: none, or several. */
uint32_t trailing_input(const inputs *in, sia_str doc);

/* How well two paths agree, where one is the end of the other at a slash: 0 not at all, else more the longer the shorter one
 * is, and 1 more if file-name extensions agree too ("skripsi/budi/bab4.docx" and "budi/bab4.txt" agree without). */
size_t trailing_agrees(sia_str path, sia_str other);
#endif
