/* Made-up thesis pages for the tests of segments, and their outline as text. Include cmocka first. */
#ifndef SIASAT_TEST_THESIS_H
#define SIASAT_TEST_THESIS_H
#include <siasat/text.h>
#include <stdio.h>
#include <stdlib.h>

#define PROSE "Partai politik merupakan sarana bagi warga negara untuk turut serta dalam\n" \
              "pengelolaan negara. Menurut para ahli, partai yang kuat akan melahirkan\n" \
              "pemerintahan yang stabil dan dipercaya oleh rakyat.\n"

static inline sia_doc *segmented(const char *text)
{
    sia_doc *d = sia_doc_new(NULL, 0);
    assert_non_null(d);
    assert_int_equal(sia_doc_read(d, SIA_STR("tesis.txt"), sia_str_of(text), SIA_ENC_AUTO, NULL), SIA_OK);
    assert_int_equal(sia_doc_segment(d, NULL), SIA_OK);
    return d;
}

/* "1 BAB IV PENUTUP (kesimpulan)\n..." for all sections but the document itself. */
static inline void outline(const sia_doc *d, char *to, size_t cap)
{
    size_t n = 0;
    to[0] = 0;
    for (uint32_t i = 1; i < d->sections.n && n < cap; i++) {
        const sia_section *s = &d->sections.v[i];
        n += (size_t)snprintf(to + n, cap - n, "%u %.*s%s%.*s (%s)\n", s->level, (int)s->number.n, s->number.p,
                              s->number.n && s->title.n ? " " : "", (int)s->title.n, s->title.p,
                                  sia_part_name(s->part));
    }
}

static inline void expect_outline(const char *text, const char *want)
{
    char got[4096];
    sia_doc *d = segmented(text);
    outline(d, got, sizeof got);
    assert_string_equal(got, want);
    sia_doc_free(d);
}

/* "item 1: 1. Bagi\n..." : kind, number and the first `width` bytes of every block that is no heading. */
static inline void blocks(const sia_doc *d, char *to, size_t cap, int width)
{
    size_t n = 0;
    to[0] = 0;
    for (uint32_t i = 0; i < d->blocks.n && n < cap; i++) {
        const sia_block *b = &d->blocks.v[i];
        if (b->kind == SIA_BLOCK_HEADING) continue;
        sia_str t = sia_cut(d->text.s, b->span);
        int len = t.n < (size_t)width ? (int)t.n : width;
        n += (size_t)snprintf(to + n, cap - n, "%s %.*s: %.*s\n", sia_block_name(b->kind), (int)b->number.n,
            b->number.p, len, t.p);
    }
}

static inline void expect_blocks(const char *text, int width, const char *want)
{
    char got[4096];
    sia_doc *d = segmented(text);
    blocks(d, got, sizeof got, width);
    assert_string_equal(got, want);
    sia_doc_free(d);
}
#endif
