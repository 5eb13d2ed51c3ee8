/* The wire: how a helper program hands on what it read, as lines of plain text, and how it says why it cannot.
 *     ( LINE TAB NAME          something opens: an element, a key
 *     @ NAME TAB VALUE         an attribute of it
 *     ' LINE TAB TEXT          text in it
 *     )                        it closes
 *     .                        the end: without it something is missing
 * In names and texts \\, TAB and line ends are written \\\\, \\t, \\n. src/code/exchange/tree.c reads it. */
#ifndef SIA_WIRE_H
#define SIA_WIRE_H
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#ifdef __cplusplus
extern "C" {
#endif

enum { WIRE_DEPTH = 100, WIRE_NODES = 2000000, WIRE_ATTRIBUTES = 200 };

void wire_open(size_t line, const char *name, size_t n);     /* refuses what is too deep, or too much in all */
void wire_attribute(const char *name, const char *value);
void wire_text(size_t line, const char *text, size_t n);
void wire_close(void);
void wire_end(void);                                         /* closes what is open; ends the wire */

/* What stands in a field: without NULs, \\, TAB and line ends escaped. */
void wire_escape(const char *p, size_t n);

/* Ends the program with "error NAME LINE COLUMN culprit", NAME being a message of words.def that begins with IN_. */
#ifdef __cplusplus
[[noreturn]]
#else
_Noreturn
#endif
void refuse(const char *name, size_t line, size_t column, const char *culprit);

/* malloc and realloc that refuse rather than return NULL. */
void *must_alloc(void *p, size_t n);

/* The whole of standard input, a NUL after it; its length in *n. At most `most` bytes. */
char *read_input(size_t *n, size_t most);

/* A string that grows. */
typedef struct { char *p; size_t n, cap; } text;
void text_add(text *t, const char *p, size_t n);

#ifdef __cplusplus
}
#endif
#endif
