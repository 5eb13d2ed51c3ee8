/* Any bytes as another program's codebook (the first byte says whose) and as a helper program's tree: what is read must make
 * a codebook of ours, and what is written of that must be read again without a new loss of patterns. */
#include <siasat/code.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *p, size_t n);

/* Whatever was read is a codebook, unless it has too many terms or none. */
static sia_status read_it(sia_codebook **cb, sia_losses *lost, sia_book_format f, sia_str bytes, sia_arena *a)
{
    sia_err err = { 0 };
    sia_str tsv;
    sia_status st = sia_book_import(&tsv, lost, f, SIA_STR("x"), bytes, a, &err);
    if (st) {
        if (err.status != st) abort();
        return st;
    }
    st = sia_codebook_parse(cb, SIA_STR("x"), tsv, a, &err);
    const bool own = f == SIA_BOOK_QDC;                      /* descriptions hold our own notation, rightly or wrongly */
    if (st && st != SIA_ENOMEM && err.msg != SIA_MSG_TERMS_MANY && err.msg != SIA_MSG_CODEBOOK_BIG && err.msg != SIA_MSG_CODEBOOK_EMPTY && !own) {
        char said[1024];
        fprintf(stderr, "%s\n%.*s\n", sia_err_text(&err, SIA_EN, said, sizeof said), (int)tsv.n, tsv.p);
        abort();
    }
    return st;
}

static void check_losses(const sia_losses *lost)
{
    for (uint32_t i = 0; i < lost->n; i++)
        if (!lost->v[i].n || lost->v[i].says >= SIA_MSG_COUNT || !*sia_loss_effect_name(lost->v[i].effect)) abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *p, size_t n)
{
    static const sia_book_format text[] = { SIA_BOOK_DIC, SIA_BOOK_LC3, SIA_BOOK_CAT, SIA_BOOK_COD };
    sia_arena *a = sia_arena_new(NULL, 64 << 20);
    if (!a || !n) { sia_arena_free(a); return 0; }
    const sia_book_format f = (sia_book_format)(p[0] % SIA_BOOK_FORMATS);
    sia_losses lost = { 0 };
    sia_codebook *cb = NULL, *again = NULL;
    if (!sia_book_is_ours(f) && !read_it(&cb, &lost, f, (sia_str){ (const char *)p + 1, n - 1 }, a)) {
        sia_str out;
        for (int to = 0; to < SIA_BOOK_FORMATS; to++)
            if (!sia_book_export(&out, &lost, (sia_book_format)to, cb, a, NULL) && !sia_utf8_valid(out)) abort();
        for (size_t i = 0; i < SIA_COUNT_OF(text); i++)
            if (!sia_book_export(&out, &lost, text[i], cb, a, NULL)) (void)!read_it(&again, &lost, text[i], out, a);
    }
    check_losses(&lost);
    sia_arena_free(a);
    return 0;
}
