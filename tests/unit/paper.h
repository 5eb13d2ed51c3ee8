/* Tables written into memory, for the tests of formats. Include cmocka first. */
#ifndef SIASAT_TEST_PAPER_H
#define SIASAT_TEST_PAPER_H
#include <siasat.h>
#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

typedef struct { char *p; size_t n, cap, room; } paper;      /* room: bytes that may still be written */

static inline int take(void *ctx, const char *p, size_t n)
{
    paper *to = ctx;
    if (n > to->room) {
        to->room = SIZE_MAX;            /* a disk that someone clears meanwhile */
        return ENOSPC;
    }
    to->room -= n;
    while (to->n + n + 1 > to->cap) to->p = realloc(to->p, to->cap = to->cap ? 2 * to->cap : 4096);
    memcpy(to->p + to->n, p, n);
    to->n += n;
    to->p[to->n] = 0;
    return 0;
}

static const sia_col two[] = {
    { "item", SIA_TEXT, "", { "Item", "Butir" }, { "", "" }, "", "", 0 },
    { "per_10k", SIA_REAL, "", { "Per 10,000", "Per 10.000" }, { "", "" }, "", "", 0 },
};

typedef struct { sia_arena *a; paper to; sia_table *t; } open_table;

static inline open_table *begin(sia_table_options o, const sia_col *cols, uint32_t n)
{
    open_table *x = calloc(1, sizeof *x);
    x->a = sia_arena_new(NULL, 0);
    x->to.room = SIZE_MAX;
    x->t = sia_table_open(&o, cols, n, (sia_sink){ take, &x->to }, x->a);
    assert_non_null(x->t);
    return x;
}

/* Closes the table; what it wrote, for the caller to free. */
static inline char *finish(open_table *x)
{
    assert_int_equal(sia_table_close(x->t, SIA_STR("paper"), NULL), SIA_OK);
    char *s = x->to.p ? x->to.p : calloc(1, 1);
    sia_arena_free(x->a);
    free(x);
    return s;
}

static inline sia_table_options options(sia_format f, sia_dialect d)
{
    return (sia_table_options){ .format = f, .dialect = d, .header = true, .titles = -1, .lang = SIA_EN };
}

static inline void check(sia_format f, sia_dialect d, sia_str item, double v, const char *want)
{
    open_table *x = begin(options(f, d), two, 2);
    sia_put_text(x->t, item);
    sia_put_real(x->t, v);
    char *got = finish(x);
    assert_string_equal(got, want);
    free(got);
}

/* Numbers that look random and are the same in every run. */
static inline uint64_t rolled(void)
{
    static uint64_t seed = 42;
    seed = seed * 6364136223846793005u + 1442695040888963407u;
    return seed >> 11 ^ seed << 31;
}
#endif
