/* What a table is inside, and what a format must know how to do; private to this folder. */
#ifndef SIASAT_REPORT_WRITER_H
#define SIASAT_REPORT_WRITER_H
#include <siasat/report.h>

/* One format. Cells come in order; t->at is the column of the cell being put. Texts are valid UTF-8 without NUL; plain
 * ones are sia_plain() before a quote and t->special, or empty. 32 bytes may be read at a number's digits. */
typedef struct {
    bool (*open)(sia_table *t);                              /* the header; false: no memory */
    void (*text)(sia_table *t, sia_str s, bool plain);
    void (*number)(sia_table *t, sia_str digits);            /* n 0: nothing is known */
    void (*end_row)(sia_table *t);
    void (*close)(sia_table *t);
} sia_writer;

extern const sia_writer sia_delimited_writer, sia_jsonl_writer, sia_md_writer, sia_pretty_writer, sia_wire_writer, sia_row_writer, sia_running_writer;

enum { SIA_TABLE_BUFFER = 1 << 16, SIA_DIGITS = 32 };

/* The number that a column holds last, as it was set: rows in order of a count repeat it often. */
typedef struct { sia_type type; size_t n; union { uint64_t count; double real; } of; char digits[SIA_DIGITS]; } sia_set_number;

struct sia_table {
    sia_table_options o;
    const sia_writer *w;
    const sia_col *cols;
    uint32_t n, at;
    sia_arena *a;
    sia_sink to;
    int failed;                         /* errno of the first failed write */
    char special;                       /* the byte that no cell may hold bare */
    char point;                         /* of decimals */
    sia_str eol;
    void *own;                          /* the writer's */
    sia_set_number *last;               /* by column; type SIA_TEXT: none yet */
    SIA_VEC(char) scratch;              /* a text being mended */
    size_t used;
    char buf[SIA_TABLE_BUFFER];
};

/* ---- output ------------------------------------------------------------------------------- */

void sia_flush(sia_table *t);
void sia_out_far(sia_table *t, const char *p, size_t n);     /* where the buffer has no room */

/* What is copied is short, most often shorter than a call takes. */
static inline void sia_copy(char *to, const char *p, size_t n)
{
    if (n > 16) { memcpy(to, p, n); return; }
    if (n >= 8) {
        memcpy(to, p, 8);
        memcpy(to + n - 8, p + n - 8, 8);
    } else if (n >= 4) {
        memcpy(to, p, 4);
        memcpy(to + n - 4, p + n - 4, 4);
    } else for (size_t i = 0; i < n; i++) to[i] = p[i];
}

static inline void sia_out(sia_table *t, const char *p, size_t n)
{
    if (n > SIA_TABLE_BUFFER - t->used) { sia_out_far(t, p, n); return; }
    sia_copy(t->buf + t->used, p, n);
    t->used += n;
}

/* The same for n <= 32 where 32 bytes may be read at p. */
static inline void sia_out_digits(sia_table *t, const char *p, size_t n)
{
    if (SIA_TABLE_BUFFER - t->used < SIA_DIGITS) { sia_out_far(t, p, n); return; }
    memcpy(t->buf + t->used, p, SIA_DIGITS);
    t->used += n;
}

static inline void sia_out1(sia_table *t, char c)
{
    if (t->used == SIA_TABLE_BUFFER) sia_flush(t);
    t->buf[t->used++] = c;
}

static inline void sia_outz(sia_table *t, const char *z) { sia_out(t, z, strlen(z)); }

/* The i-th column's header cell; its name. Valid UTF-8. */
sia_str sia_col_head(sia_table *t, uint32_t i);
sia_str sia_col_name(sia_table *t, uint32_t i);

/* ---- looking at text ------------------------------------------------------------------------ */

/* Eight bytes, or what there is of fewer, in a number, in some order; others are blanks or the same again. */
static inline uint64_t sia_eight(const char *p, size_t n)
{
    uint64_t w;
    uint32_t front, back;
    if (n >= 8) { memcpy(&w, p, 8); return w; }
    if (n >= 4) {
        memcpy(&front, p, 4);
        memcpy(&back, p + n - 4, 4);
        return (uint64_t)front << 32 | back;                 /* some bytes twice: who asks looks at each apart */
    }
    w = 0x2020202020202020u;
    for (size_t i = 0; i < n; i++) w = w << 8 | (unsigned char)p[i];
    return w;
}

/* True if every byte is ASCII from blank on and neither a nor b: the common cell, which no format must touch. Eight
 * bytes at a time; each test leaves the top bit of a guilty byte set. */
static inline bool sia_plain(sia_str s, char a, char b)
{
    const uint64_t ones = 0x0101010101010101u, tops = ones << 7;
    const uint64_t as = ones * (unsigned char)a, bs = ones * (unsigned char)b;
    for (size_t i = 0; i < s.n; i += 8) {
        uint64_t w = sia_eight(s.p + i, s.n - i), wa = w ^ as, wb = w ^ bs;
        if (((w | (w - ones * ' ') | ((wa - ones) & ~wa) | ((wb - ones) & ~wb)) & tops) != 0) return false;
    }
    return true;
}

/* The code point at p as a person may safely be shown it: blanks of all kinds become a blank, what a terminal would
 * obey and what turns the direction of writing '?'. *len is its length at p, where valid UTF-8 stands. */
int32_t sia_show(const char *p, uint32_t *len);
uint32_t sia_show_width(int32_t c);                          /* in cells of a terminal */

/* True where a spreadsheet would run the cell, or (Excel dialects) turn it into something else. */
bool sia_needs_guard(sia_str s, sia_dialect dialect);

/* ---- numbers: at least 32 bytes at `to`, the length comes back ---------------------------------- */

size_t sia_count_digits(char *to, uint64_t v);
size_t sia_real_digits(char *to, double v, char point);      /* 10 significant digits, no trailing zeros */
size_t sia_exp_digits(char *to, double log_v, bool fixed, char point);   /* of e^log_v, also where a double would be 0 */
size_t sia_real_fixed(char *to, double v, char point);       /* 4 decimals, more where they would all be 0 */
#endif
