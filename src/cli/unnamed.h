/* A file without a name, in TMPDIR: it is gone whenever the program is, however it ends. */
#ifndef SIA_UNNAMED_H
#define SIA_UNNAMED_H
#include <siasat.h>

/* *fd: to be closed; *where: its folder, for errors. */
sia_status unnamed_open(int *fd, sia_str *where, sia_arena *a, sia_err *err) SIA_CHECKED;

/* All n bytes at a place; false: errno says why, 0 where the file ends. */
bool unnamed_read(int fd, char *to, size_t n, uint64_t at);
bool unnamed_write(int fd, const char *from, size_t n, uint64_t at);
#endif
