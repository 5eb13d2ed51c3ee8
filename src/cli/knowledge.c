/* What --repair and `repairs` go by: the root table, our list of variants, common words, the codebooks' words. */
#include "session.h"

/* A shipped list of one word a line, `#` before a comment. */
static sia_status listed_words(session *s, sia_spelling *to, const char *name, sia_word_use use, sia_err *err)
{
    sia_str bytes, path;
    SIA_TRY(data_read(&bytes, &path, name, s->arena, err));
    for (size_t at = 0; at < bytes.n; ) {
        size_t end = at, n = 0;
        while (end < bytes.n && bytes.p[end] != '\n') end++;
        while (at + n < end && bytes.p[at + n] != '#' && bytes.p[at + n] > ' ') n++;
        sia_spelling_word(to, (sia_str){ bytes.p + at, n }, use);
        at = end + 1;
    }
    return SIA_OK;
}

static void sought_words(const session *s, sia_spelling *to)
{
    for (uint32_t b = 0; b < s->n_books; b++) {
        uint32_t i = 0;
        for (sia_str word; sia_codebook_word(s->books[b], &i, &word); ) sia_spelling_word(to, word, SIA_WORD_SOUGHT);
    }
}

sia_status session_spelling(session *s, sia_err *err)
{
    sia_str bytes, path;
    SIA_TRY(session_roots(s, err));
    if (!s->books) SIA_TRY(session_books(s, err));
    sia_spelling *p = sia_spelling_new(s->roots, s->arena);
    if (!p) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    SIA_TRY(data_read(&bytes, &path, "lexicon/variants.tsv", s->arena, err));
    SIA_TRY(sia_spelling_variants(p, path, bytes, err));
    SIA_TRY(listed_words(s, p, "stopwords/id.txt", SIA_WORD_COMMON, err));
    sought_words(s, p);
    SIA_TRY(listed_words(s, p, "lexicon/english.txt", SIA_WORD_LEFT, err));
    if (!sia_arena_ok(s->arena)) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    s->spelling = p;
    return SIA_OK;
}
