/* What stood in the inputs of a shard: a row each with the SHA-256 of its bytes, so that a partial that stands is known to be of the inputs
 * as they are now. */
#include "partcount.h"
#include <stdlib.h>

static int by_order(const void *x, const void *y)
{
    const input *a = *(const input *const *)x, *b = *(const input *const *)y;
    return (a->order > b->order) - (a->order < b->order);
}

/* The session's inputs as they were given; NULL: no memory. */
static const input **in_order(const session *s)
{
    const uint32_t n = s->in.files.n;
    const input **v = sia_new(s->arena, const input *, (size_t)n + 1);
    for (uint32_t i = 0; v && i < n; i++) v[i] = &s->in.files.v[i];
    if (v && n) qsort(v, n, sizeof *v, by_order);
    return v;
}

bool part_put_inputs(const run *r, part_writer *w)
{
    const session *s = r->s;
    char digits[PART_DIGITS];
    const input **in = in_order(s);
    for (uint32_t i = 0; in && i < s->in.files.n; i++) {
        const sia_str hash = sia_str_of(r->contents[in[i] - s->in.files.v].sha256);
        const part_row row = { .field = { SIA_STR("input"), part_number(in[i]->order, digits), hash }, .n = hash.n ? 3 : 2 };
        part_put(w, &row);
    }
    return in != NULL;
}

/* ---- again ------------------------------------------------------------------------------------------ */

typedef struct { const input **next; uint32_t left; sia_arena *a; const input *changed; } comparing;

/* The hash of what stands there now, "" where it cannot be read: then it was not read before either, or it is not as it was. */
static sia_status hash_now(char hex[65], const input *in, sia_arena *a, sia_err *err)
{
    sia_str bytes = in->bytes;
    sia_err why;
    sia_arena_reset(a);
    hex[0] = 0;
    if (!bytes.p && sia_read_file(&bytes, in->path.p, a, &why)) {
        if (why.status != SIA_ENOMEM) return SIA_OK;
        *err = why;
        return why.status;
    }
    sia_sha256(hex, &bytes, 1);
    return SIA_OK;
}

static sia_status compare(void *ctx, const part_row *r, sia_err *err)
{
    comparing *x = ctx;
    char hex[65];
    uint32_t order;
    if (x->changed || !x->left) return SIA_OK;
    const input *in = *x->next;
    SIA_TRY(hash_now(hex, in, x->a, err));
    const sia_str was = r->n > 2 ? r->field[2] : SIA_STR("");
    if (!part_number_of(r->field[1], &order) || order != in->order || !sia_str_eq(was, sia_str_of(hex))) x->changed = in;
    x->next++;
    x->left--;
    return SIA_OK;
}

sia_status part_inputs_compare(const input **changed, part *p, const session *s, sia_err *err)
{
    comparing x = { .next = in_order(s), .left = s->in.files.n, .a = sia_arena_new(NULL, s->set.memory) };
    const parts one = { .v = p, .n = 1, .a = s->arena };
    sia_status st = x.next && x.a ? parts_each(&one, "input", compare, &x, err) : sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    *changed = x.changed || st || !x.left ? x.changed : *x.next;
    sia_arena_free(x.a);
    return st;
}
