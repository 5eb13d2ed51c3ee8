/* For tests of codebooks: a codebook from rows, a text through the pipeline, and hits as one readable line. */
#ifndef TAGDOC_H
#define TAGDOC_H
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <siasat/code.h>
#include <stdio.h>
#include <stdlib.h>

#define TITLES "category\tterm\tlabel\tpattern\texcept\tcontext\texamples\n"

typedef struct { sia_arena *a; sia_doc *doc; sia_roots *roots; } fixture;    /* roots: NULL unless a test opens them */

static int setup(void **state)
{
    fixture *f = calloc(1, sizeof *f);
    if (!f) return -1;
    f->a = sia_arena_new(NULL, 0);
    f->doc = sia_doc_new(NULL, 0);
    *state = f;
    return 0;
}

static int teardown(void **state)
{
    fixture *f = *state;
    sia_doc_free(f->doc);
    sia_roots_close(f->roots);
    sia_arena_free(f->a);
    free(f);
    return 0;
}

static inline const sia_codebook *book_of(fixture *f, const char *rows)
{
    sia_codebook *cb;
    sia_err err;
    char text[1024];
    sia_str sheet = sia_printf(f->a, "%s%s", TITLES, rows);
    if (sia_codebook_parse(&cb, SIA_STR("buku.tsv"), sheet, f->a, &err)) fail_msg("%s", sia_err_text(&err, SIA_EN, text, sizeof text));
    return cb;
}

/* What a wrong codebook is told, in English. */
static inline const char *complaint(fixture *f, const char *rows)
{
    static char text[1024];
    sia_codebook *cb;
    sia_err err;
    sia_str sheet = sia_printf(f->a, "%s%s", TITLES, rows);
    assert_true(sia_codebook_parse(&cb, SIA_STR("buku.tsv"), sheet, f->a, &err) != SIA_OK);
    assert_null(cb);
    return sia_err_text(&err, SIA_EN, text, sizeof text);
}

static inline void read_doc(sia_doc *d, sia_str text)
{
    sia_doc_reset(d);
    assert_int_equal(sia_doc_read(d, SIA_STR("teks"), text, SIA_ENC_UTF8, NULL), SIA_OK);
    assert_int_equal(sia_doc_segment(d, NULL), SIA_OK);
    assert_int_equal(sia_doc_tokenize(d, NULL), SIA_OK);
}

/* "surface=TERM surface=TERM", line ends shown as "/". */
static inline const char *hits_text(const sia_doc *d, const sia_tagger *t, char *out, size_t cap)
{
    size_t n = 0;
    out[0] = 0;
    for (uint32_t i = 0; i < d->hits.n && n < cap; i++) {
        sia_str s = sia_cut(d->text.s, d->hits.v[i].span), id = sia_tagger_term(t, d->hits.v[i].term)->id;
        n += (size_t)snprintf(out + n, cap - n, "%s%.*s=%.*s", i ? " " : "", (int)s.n, s.p, (int)id.n, id.p);
    }
    for (char *p = out; *p; p++) if (*p == '\n') *p = '/';
    return out;
}

/* "surface=TERM why surface=TERM; ..." */
static inline const char *overlaps_text(const sia_doc *d, const sia_tagger *t, char *out, size_t cap)
{
    size_t n = 0;
    out[0] = 0;
    for (uint32_t i = 0; i < d->overlaps.n && n < cap; i++) {
        const sia_suppressed *o = &d->overlaps.v[i];
        const sia_str s = sia_cut(d->text.s, o->lost.span), w = sia_cut(d->text.s, o->winner.span);
        const sia_str a = sia_tagger_term(t, o->lost.term)->id, b = sia_tagger_term(t, o->winner.term)->id;
        n += (size_t)snprintf(out + n, cap - n, "%s%.*s=%.*s %s %.*s=%.*s", i ? "; " : "", (int)s.n, s.p, (int)a.n, a.p,
                              sia_lost_why_name((sia_lost_why)o->why), (int)w.n, w.p, (int)b.n, b.p);
    }
    return out;
}

/* The hits of `n` books, which both engines, with JIT and without, must agree on. */
static inline const char *hits_of(fixture *f, const sia_codebook *const *books, uint32_t n, sia_policy policy, const char *text)
{
    static char out[3][8192], over[3][8192];
    uint64_t lost[3];
    for (int i = 0; i < 3; i++) {
        sia_tag_options o = { .policy = policy, .engine = i == 1 ? SIA_ENGINE_REFERENCE : SIA_ENGINE_FAST, .no_jit = i == 2,
                              .overlaps = true, .roots = f->roots };
        sia_tagger *t = sia_tagger_new(books, n, &o);
        assert_non_null(t);
        read_doc(f->doc, sia_str_of(text));
        assert_int_equal(sia_doc_tag(f->doc, t, NULL), SIA_OK);
        hits_text(f->doc, t, out[i], sizeof out[i]);
        overlaps_text(f->doc, t, over[i], sizeof over[i]);
        lost[i] = f->doc->hits_lost;
        assert_int_equal(lost[i], f->doc->overlaps.n);
        sia_tagger_free(t);
    }
    assert_string_equal(out[0], out[1]);
    assert_string_equal(out[0], out[2]);
    assert_string_equal(over[0], over[1]);
    assert_int_equal(lost[0], lost[1]);
    return out[0];
}

static inline const char *tag(fixture *f, const char *rows, const char *text)
{
    const sia_codebook *cb = book_of(f, rows);
    return hits_of(f, &cb, 1, SIA_POLICY_LONGEST, text);
}

/* Hits of one pattern, without the term: surfaces parted by " + ". */
static inline const char *find(fixture *f, const char *pattern, const char *text)
{
    static char out[4096];
    size_t n = 0;
    const char *all = tag(f, sia_printf(f->a, "X\tT\t\t%s\n", pattern).p, text);
    for (const char *p = all; *p; ) {
        bool end = p[0] == '=' && p[1] == 'T' && (p[2] == ' ' || !p[2]);
        if (end && p[2]) { memcpy(out + n, " + ", 3); n += 3; }
        if (!end) out[n++] = *p;
        p += end ? (p[2] ? 3 : 2) : 1;
    }
    out[n] = 0;
    return out;
}
#endif
