/* What a partial counts: the same censuses, pairs and rows that freq, cooc and tag make, several in one reading of the documents. */
#ifndef SIA_PARTCOUNT_H
#define SIA_PARTCOUNT_H
#include "census.h"
#include "pairing.h"
#include "partfile.h"

typedef enum { COUNT_COOC, COUNT_FREQ, COUNT_TAG } count_kind;

/* In which order each work has its groups: tables show them by first appearance, of empty ones too. */
typedef struct { uint32_t work, group; } appearance;
typedef struct {
    sia_lex *names;
    SIA_VEC(uint32_t) last;             /* by group: 1 + the last work that had it */
    SIA_VEC(appearance) v;              /* by work, then as they came */
} appearances;

typedef struct {
    count_kind  kind;
    sia_str     name;                   /* "freq:word" */
    item_kind   of;
    census      census;
    appearances groups;
    cooc        cooc;
} counted;

/* Rows of tag, as they came: document by document, each row a line. */
typedef SIA_VEC(char) part_lines;

enum { COUNTED_MOST = OPT_LIST_MAX };
typedef struct {
    counted    v[COUNTED_MOST];
    uint32_t   n;                       /* by name */
    part_lines hits;
    SIA_VEC(part_row) unread;           /* documents that could not be read, and why */
    sia_err    fault;                   /* the machine's: an input that is there could not be read; status SIA_OK: none */
} counting;

/* "freq:word" and so on; false: no such table. */
bool counted_parse(sia_str name, count_kind *kind, item_kind *of);

/* Opens the tables of --table, the codebooks, and says how far documents must go; before the inputs are cut to a shard. */
sia_status counting_open(counting *c, run *r, sia_err *err) SIA_CHECKED;

/* The digest, deliver and unread of a run whose ctx is the counting. */
sia_status counting_digest(run *r, unsigned worker, size_t i, sia_doc *d, void **made, sia_err *err);
sia_status counting_deliver(run *r, size_t i, sia_doc *d, void *made, sia_err *err);
void       counting_unread(run *r, size_t i, const sia_err *why);

/* After the run: all rows, into the partial. */
sia_status counting_write(counting *c, run *r, part_writer *w, sia_err *err) SIA_CHECKED;

/* partinputs.c: a row for each input, with the hash of its bytes. False: no memory. */
bool part_put_inputs(const run *r, part_writer *w);

/* The first of the session's inputs that is not as it was when that partial was made; NULL: all are. Reads them all. */
sia_status part_inputs_compare(const input **changed, part *p, const session *s, sia_err *err) SIA_CHECKED;

/* partrows.c: the rows of one table. False: no memory. */
bool part_put_census(const counted *x, run *r, part_writer *w);
bool part_put_pairs(const counted *x, run *r, part_writer *w);
bool part_put_terms(const items *it, run *r, part_writer *w, bool categories);
#endif
