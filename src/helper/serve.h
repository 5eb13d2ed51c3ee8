/* A helper program that is kept: started once, its libraries loaded, and copied (fork) for each document. Shared by those programs
 * that read many documents. */
#ifndef SIA_SERVE_H
#define SIA_SERVE_H
#ifdef __cplusplus
extern "C" {
#endif

/* The argument by which siasat says that it keeps the program; src/base/keeping.c knows it too. */
#define SERVE_KEPT "--kept"

/* What siasat asks for: the program's one argument. Where that is SERVE_KEPT the program waits here, confined, for documents on the
 * socket that is its standard input, and no byte of theirs is read: this returns once a document, each time in a process of its own that
 * reads that one, with its three pipes as standard input, output and error. It knows nothing of the documents before it, and has yet
 * to confine itself. Call it when the libraries are ready, and no thread or buffered output is left. */
const char *serve_job(int argc, char **argv);

#ifdef __cplusplus
}
#endif
#endif
