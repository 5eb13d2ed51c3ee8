/* siasat/base.h: the values that every layer shares.
 * Views, spans, ids, words for people, errors, arenas, growable arrays, interning, sorting, digests, whole inputs, sinks, helper
 * programs, ordered map. */
#ifndef SIASAT_BASE_H
#define SIASAT_BASE_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define SIA_VERSION "0.1.0"
#define SIA_CHECKED __attribute__((warn_unused_result))

/* ---- views and spans ---------------------------------------------------------------- */

typedef struct { const char *p; size_t n; } sia_str;     /* borrowed bytes; not NUL-terminated */
typedef struct { uint32_t off, len; } sia_span;          /* [off, off+len) bytes of one reading text */
typedef uint32_t sia_id;                                 /* a string in one sia_lex; 0 is "none" */

#define SIA_STR(lit) ((sia_str){ (lit), sizeof(lit) - 1 })
#define SIA_COUNT_OF(array) (sizeof(array) / sizeof *(array))

static inline sia_str sia_str_of(const char *z) { return (sia_str){ z, strlen(z) }; }

static inline bool sia_str_eq(sia_str a, sia_str b)
{
    return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}

/* Byte order, a prefix before its extensions: the tie-break of every report. */
static inline int sia_str_cmp(sia_str a, sia_str b)
{
    size_t n = a.n < b.n ? a.n : b.n;
    int k = n ? memcmp(a.p, b.p, n) : 0;
    return k ? k : (a.n > b.n) - (a.n < b.n);
}

static inline sia_str sia_cut(sia_str s, sia_span at) { return (sia_str){ s.p + at.off, at.len }; }
static inline uint32_t sia_end(sia_span s) { return s.off + s.len; }

/* ---- words for people ---------------------------------------------------------------- */

/* Every message, help line and title stands once, in both languages, in src/base/words.def. */
typedef enum { SIA_EN, SIA_ID } sia_lang;

typedef enum {
    SIA_OK = 0,
    SIA_ENOMEM,     /* memory, or the arena's own limit, ran out                          */
    SIA_EIO,        /* the operating system refused; `sys` holds errno                    */
    SIA_ETEXT,      /* an input that is not text we read                                  */
    SIA_ESYNTAX,    /* a codebook, stop list or option does not parse                     */
    SIA_EPATTERN,   /* PCRE2 rejected a pattern; `sys` holds its code                     */
    SIA_ELIMIT,     /* a stated limit was met: text size, match steps                     */
    SIA_EARG        /* wrong usage                                                        */
} sia_status;

typedef enum {
#define SIA_MSG(name, status, en, id) SIA_MSG_##name,
#include <siasat/words.def>
#undef SIA_MSG
    SIA_MSG_COUNT
} sia_msg;

/* The message in `lang`, a template with at most one %s. Static storage. */
const char *sia_word(sia_msg msg, sia_lang lang);

/* ---- errors: values with a place ---------------------------------------------------- */

typedef struct {
    sia_status status;
    sia_msg    msg;
    int        sys;         /* errno or PCRE2 code; 0 where neither applies               */
    uint32_t   line, col;   /* place inside `where`, from 1; 0 where there is none        */
    char       where[512];  /* file, option or codebook entry; a long path keeps its tail */
    char       arg[192];    /* the culprit that fills the message's %s                    */
} sia_err;

/* Fills *err (NULL is fine) and returns the message's status, so that failing is one line:
 *     return sia_fail(err, SIA_MSG_OPEN, errno, path, "");
 * The last argument is printf-style and fills the template's %s. Needs no memory. */
sia_status sia_fail(sia_err *err, sia_msg msg, int sys, sia_str where, const char *arg, ...)
    __attribute__((format(printf, 5, 6)));

/* The same with a place inside `where`; line and col count from 1. */
sia_status sia_fail_at(sia_err *err, sia_msg msg, sia_str where, uint32_t line, uint32_t col, const char *arg, ...)
    __attribute__((format(printf, 6, 7)));

/* "where:line:col: message: reason" in `lang`, NUL-terminated, cut to `cap`. Control characters and bytes that are not
 * UTF-8 are shown as '?', so that a hostile file name cannot drive a terminal. Returns `buf`. */
const char *sia_err_text(const sia_err *err, sia_lang lang, char *buf, size_t cap);

/* Leaves the enclosing function on failure. Safe because arenas own what was half made. */
#define SIA_TRY(expr) do { sia_status st_ = (expr); if (st_) return st_; } while (0)

/* ---- memory ------------------------------------------------------------------------- */

typedef struct {                                         /* where arenas get their blocks; get may return NULL */
    void *(*get)(void *ctx, size_t size);
    void  (*put)(void *ctx, void *block, size_t size);
    void   *ctx;
} sia_mem;

typedef struct sia_arena sia_arena;                      /* one thread at a time                */

sia_arena *sia_arena_new(const sia_mem *mem, size_t limit);  /* NULL mem: malloc; 0: no limit; NULL: no memory */
void       sia_arena_free(sia_arena *a);                     /* NULL is fine                    */
void       sia_arena_reset(sia_arena *a);                    /* forgets all, keeps a block of that size; clears the failure */
bool       sia_arena_ok(const sia_arena *a);                 /* false once anything failed      */
size_t     sia_arena_bytes(const sia_arena *a);              /* handed out since new or reset   */
void      *sia_alloc(sia_arena *a, size_t size, size_t n);   /* zeroed, max-aligned; NULL on failure, which sticks */
void      *sia_alloc_raw(sia_arena *a, size_t size, size_t n);  /* the same, not zeroed         */
/* Forgets n things of `size` bytes that were allocated in one call and lie at p; what had a block of its own, as all of
 * 1 MiB and more have, is free at once, of the rest nothing happens. O(blocks). */
void       sia_give_back(sia_arena *a, const void *p, size_t size, size_t n);
sia_str    sia_dup(sia_arena *a, sia_str s);                 /* copy with a NUL after it; "" on failure */
sia_str    sia_printf(sia_arena *a, const char *format, ...) __attribute__((format(printf, 2, 3)));   /* "" on failure */

#define sia_new(a, T, n) ((T *)sia_alloc((a), sizeof(T), (n)))

/* A growable array in an arena. A push that fails drops the item and marks the arena; the
 * stage asks sia_arena_ok() once, at its end, the way ferror() is asked once per file. */
#define SIA_VEC(T) struct { T *v; uint32_t n, cap; }
#define sia_push(a, vec, ...)                                                      \
    (((vec)->n < (vec)->cap || sia_grow((a), (void **)&(vec)->v, &(vec)->cap,      \
                                        (vec)->n, sizeof *(vec)->v))               \
         ? (void)((vec)->v[(vec)->n++] = (__VA_ARGS__)) : (void)0)
bool sia_grow(sia_arena *a, void **v, uint32_t *cap, uint32_t n, size_t size);

/* The same for long arrays: where they move, what they leave goes back to the system, so that of a million elements there is one copy. After
 * sia_push a pointer to an element still reads what it pointed to; after this it reads nothing. */
#define sia_append(a, vec, ...)                                                    \
    (((vec)->n < (vec)->cap || sia_grow_away((a), (void **)&(vec)->v, &(vec)->cap, \
                                             (vec)->n, sizeof *(vec)->v))          \
         ? (void)((vec)->v[(vec)->n++] = (__VA_ARGS__)) : (void)0)
bool sia_grow_away(sia_arena *a, void **v, uint32_t *cap, uint32_t n, size_t size);

/* ---- UTF-8 that is known to be valid --------------------------------------------------- */

/* Code point at p[0..], its length in *len (1 to 4). The bytes must be valid UTF-8, as every reading text is. */
static inline int32_t sia_utf8_at(const char *p, uint32_t *len)
{
    const unsigned char *u = (const unsigned char *)p;
    if (u[0] < 0x80) { *len = 1; return u[0]; }
    if (u[0] < 0xE0) { *len = 2; return (u[0] & 0x1F) << 6 | (u[1] & 0x3F); }
    if (u[0] < 0xF0) { *len = 3; return (u[0] & 0x0F) << 12 | (u[1] & 0x3F) << 6 | (u[2] & 0x3F); }
    *len = 4;
    return (u[0] & 0x07) << 18 | (u[1] & 0x3F) << 12 | (u[2] & 0x3F) << 6 | (u[3] & 0x3F);
}

uint32_t sia_utf8_put(char *to, int32_t c);                  /* writes 1 to 4 bytes, returns their number */
bool     sia_utf8_valid(sia_str s);                          /* linear; skips ASCII by blocks   */
uint64_t sia_utf8_count(sia_str s);                          /* code points of valid UTF-8      */

/* Case-folded copy of valid UTF-8 (Unicode simple folding by utf8proc; U+2019 becomes '), NUL after it; "" on failure.
 * The key under which words meet: forms, codebook words and stop words are all folded by this one function. */
sia_str  sia_fold(sia_arena *a, sia_str s);
size_t   sia_fold_into(char *to, sia_str s);                 /* the same into room for s.n * 3 / 2 + 5 bytes; returns the length */

/* ---- interning ---------------------------------------------------------------------- */

typedef struct sia_lex sia_lex;                              /* string <-> sia_id; one thread at a time */

sia_lex *sia_lex_new(sia_arena *a);                          /* lives as long as the arena; NULL: no memory */
sia_id   sia_lex_id(sia_lex *lex, sia_str s);                /* find or add; 0 on failure       */
sia_id   sia_lex_find(const sia_lex *lex, sia_str s);        /* 0 when absent                   */
/* What sia_lex_id(lex, sia_fold(text at *at)) gives, for n words in one go and several times faster: the batch hides
 * the memory's latency. Spans and ids stand `step` bytes apart, as in an array of larger things. An id is 0 on failure,
 * which the lex's arena remembers. */
void     sia_lex_fold_ids(sia_lex *lex, sia_str text, const sia_span *at, sia_id *ids, size_t step, uint32_t n);
sia_str  sia_lex_str(const sia_lex *lex, sia_id id);         /* stable until the arena goes     */
void     sia_lex_soon(const sia_lex *lex, sia_id id);        /* sia_lex_str(lex, id) follows: its memory is fetched meanwhile */
/* Gives back what only finding and adding need, two thirds of a lex: from now on nothing but sia_lex_str, _soon and _size. */
void     sia_lex_seal(sia_lex *lex);
uint32_t sia_lex_size(const sia_lex *lex);                   /* ids run from 1 to size, in order of arrival */

/* ---- sorting ------------------------------------------------------------------------------ */

typedef struct { uint64_t key, with; } sia_keyed;            /* `with`: what goes with the key, most often a row's number */

/* Sorts by rising key without comparing; equal keys keep their order. `spare` has room for n. Returns whichever of the two
 * arrays holds the result. Linear: one pass for each byte in which keys differ. */
sia_keyed *sia_radix_sort(sia_keyed *v, sia_keyed *spare, size_t n);

/* ---- digests ------------------------------------------------------------------------------ */

/* The SHA-256 of n strings one behind the other, in hexadecimal digits with a NUL. Linear. */
void sia_sha256(char out[65], const sia_str *parts, size_t n);

/* The same of what comes piece by piece. */
typedef struct { uint32_t h[8]; uint64_t n; unsigned char block[64]; } sia_digest;
sia_digest sia_digest_new(void);
void       sia_digest_add(sia_digest *s, sia_str in);
void       sia_digest_end(sia_digest *s, char out[65]);

/* The name-based identifier (RFC 9562, version 5) of `name` in the namespace of URLs: 36 characters and a NUL. Linear. */
void sia_guid(char to[37], sia_str name);

/* ---- inputs and sinks ------------------------------------------------------------------ */

/* The whole of `path` ("-": standard input), allocated in `a` with a NUL after it. A directory, an unreadable file, a
 * device or FIFO named as an input (standard input apart) is refused. 2 GiB at the most: SIA_ELIMIT. */
sia_status sia_read_file(sia_str *out, const char *path, sia_arena *a, sia_err *err) SIA_CHECKED;

typedef struct {                                             /* where bytes go                  */
    int (*write)(void *ctx, const char *p, size_t n);        /* 0, or errno                     */
    void *ctx;
} sia_sink;

/* A file that is written beside its final name and renamed into place on close: a reader sees the whole file or none. */
typedef struct sia_outfile sia_outfile;
sia_status sia_outfile_open(sia_outfile **out, const char *path, sia_arena *a, sia_err *err) SIA_CHECKED;
sia_sink   sia_outfile_sink(sia_outfile *f);
sia_str    sia_outfile_temp(const sia_outfile *f);               /* where the bytes are until then: for a signal handler */
sia_status sia_outfile_close(sia_outfile *f, sia_err *err) SIA_CHECKED;   /* flush, fsync, rename */
void       sia_outfile_drop(sia_outfile *f);                              /* gives up: nothing stays behind */

/* Standard output, unbuffered (tables buffer); sia_stdout_close closes it, and tells what only closing can tell. */
sia_sink   sia_stdout_sink(void);
sia_status sia_stdout_close(sia_err *err) SIA_CHECKED;

/* ---- helper programs ----------------------------------------------------------------------- */

/* Libraries that read what strangers wrote (ZIP, XML, YAML ...) live in programs of their own, which confine themselves
 * before they read (src/helper/confine.h). One is started for one input: the input goes in, plain text comes back. */
typedef struct {
    const char *path;                                        /* absolute: never looked for        */
    const char *job;                                         /* its one argument                  */
    const char *scratch;                                     /* a folder for its files, its second argument; NULL: none */
    const char *needs;                                       /* what to install where it is missing */
    unsigned    seconds;                                     /* of the clock; 0: 60               */
    size_t      most;                                        /* bytes it may send; 0: 256 MiB     */
    struct sia_helpers *kept;                                /* keeps the program for more; NULL: a start for each input */
} sia_helper;

/* Programs that are kept, so that many inputs do not pay as many starts: each input is read by a copy of the waiting program, a process of its
 * own, confined by itself, that knows nothing of the inputs before it; a program whose copy crashed is not used again. It makes no other
 * difference to what comes back. Where none can be kept (no Linux, no socket, no process) programs are started as without it. NULL: no
 * memory. Any thread. Freed when nothing runs any more; then the programs end, as they do when the caller dies. */
typedef struct sia_helpers sia_helpers;
sia_helpers *sia_helpers_new(void);
void         sia_helpers_free(sia_helpers *of);              /* NULL is fine */

enum { SIA_LACKS_LANDLOCK = 1, SIA_LACKS_SECCOMP = 2 };      /* layers of confinement this kernel has not */

/* *out: what the program wrote, owned by `a`, a NUL after it; *lacks gains the missing layers. The program gets none of
 * our environment, and three pipes. An error has `name` as its place: the program is missing (SIA_MSG_HELPER_MISSING), refused
 * the input (SIA_MSG_IN_..., with line and column), crashed, took too long or sent too much. Any thread. */
sia_status sia_helper_run(sia_str *out, unsigned *lacks, const sia_helper *h, sia_str name, sia_str in, sia_arena *a,
                          sia_err *err) SIA_CHECKED;

/* A helper program that is fed piece by piece. What is put into the sink (which never fails, and blocks while the program is
 * busy) goes to it; what it writes goes to `to`, whose name is `where`: the place of all errors, told at the close. `h` must
 * outlive the feed; memory does not grow with what passes. One thread. Each feed that was opened is closed or dropped. */
typedef struct sia_feed sia_feed;
sia_status sia_feed_open(sia_feed **f, const sia_helper *h, sia_sink to, sia_str where, sia_arena *a, sia_err *err) SIA_CHECKED;
sia_sink   sia_feed_sink(sia_feed *f);

/* Waits for the program's end. *cut: the cells it says it had to shorten. */
sia_status sia_feed_close(sia_feed *f, unsigned *lacks, uint64_t *cut, sia_err *err) SIA_CHECKED;
void       sia_feed_drop(sia_feed *f);                       /* ends the program; NULL is fine */

/* ---- ordered parallel map ----------------------------------------------------------- */

/* Runs work(i) for i in [0, n) on `jobs` threads and deliver(i) on the calling thread, in order of i. `worker` is
 * 0 .. jobs-1 and tells which thread's own state to use. `slot` is a value of work's own making, passed on to deliver.
 * Results are thus the same for every number of jobs. The first failure, in order of i, stops the map. */
typedef struct {
    sia_status (*work)(void *ctx, unsigned worker, size_t i, void **slot, sia_err *err);
    sia_status (*deliver)(void *ctx, size_t i, void *slot, sia_err *err);
    void       (*discard)(void *ctx, void *slot);            /* for slots never delivered       */
    void        *ctx;
} sia_map;

sia_status sia_map_run(const sia_map *map, size_t n, unsigned jobs, sia_err *err) SIA_CHECKED;
#endif
