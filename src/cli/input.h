/* Paths to documents: files, folders, standard input. */
#ifndef SIA_INPUT_H
#define SIA_INPUT_H
#include <siasat/base.h>

typedef struct {
    sia_str  path;                      /* as given, or folder/name; "-": standard input   */
    sia_str  work;                      /* the folder that holds it, else the file         */
    sia_str  bytes;                     /* of a member of a ZIP; p NULL: `path` is read    */
    const sia_str *meta;                /* its cells in --meta's table, by column; NULL: no row */
    uint32_t work_id;                   /* works are numbered by first appearance, from 0   */
    uint32_t order;                     /* place among all inputs, from 0                   */
    bool     unread;                    /* a run could not read it                         */
    bool     by_hand;                   /* named on the command line, not found in a folder */
} input;                                /* there may be a million: nothing here that is known elsewhere */

typedef struct {
    SIA_VEC(input) files;               /* operands in the order given, a folder's files by path bytes */
    uint32_t works;
    uint32_t skipped;                   /* hidden, lock, linked-folder and other names      */
    SIA_VEC(sia_err) failed;            /* folders or files that could not be looked at     */
} inputs;

/* Walks `n` operands. Strings live in `a`. Fails only when memory runs out; what cannot be opened is in `failed`. */
sia_status inputs_find(inputs *in, char *const *operand, int n, sia_arena *a, sia_err *err) SIA_CHECKED;

/* What is taken from a folder, by its name; what is nobody's document; the work that a path belongs to. */
bool    input_is_document(sia_str path);
bool    input_ignorable(const char *name);                   /* without folders */
sia_str input_work(sia_str path);

/* Numbers the works anew, by first appearance. */
sia_status inputs_number_works(inputs *in, sia_arena *a, sia_err *err) SIA_CHECKED;

/* Orders the files so that each work's documents stand together; works by first appearance. Stable. */
void inputs_by_work(inputs *in);

/* Keeps the files whose path or file name (else work) matches the shell pattern; `*` matches slashes too. */
void inputs_keep_doc(inputs *in, const char *glob);
void inputs_keep_work(inputs *in, const char *glob);
void inputs_keep_meta(inputs *in, uint32_t column, const char *glob);   /* by a cell of --meta's table */
bool input_fits(sia_str path, const char *glob);             /* the same question for one path or work */
bool input_says(const input *in, uint32_t column, const char *glob);   /* and for one cell, which is empty without a row */
#endif
