/* Vertical text: a token a line, its attributes parted by TABs, structures as XML tags on lines of their own. */
#include "vrt.h"
#include "meta.h"
#include "textbuf.h"
#include "whereabouts.h"
#include <stdio.h>

const sia_str vrt_head = { "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<corpus>\n", 48 }, vrt_foot = { "</corpus>\n", 10 };

/* ---- names of attributes --------------------------------------------------------------------------------- */

/* "Tahun Lulus" as tahun_lulus; what is no ASCII letter or digit is one _. */
static sia_str plain_name(sia_str s, sia_arena *a)
{
    char *to = sia_alloc_raw(a, 1, s.n + 3);
    size_t n = 0;
    if (!to) return SIA_STR("");
    for (size_t i = 0; i < s.n; i++) {
        const char c = (char)(s.p[i] >= 'A' && s.p[i] <= 'Z' ? s.p[i] - 'A' + 'a' : s.p[i]);
        const bool letter = c >= 'a' && c <= 'z', digit = c >= '0' && c <= '9';
        if (digit && !n) to[n++] = 'x';                      /* a name begins with a letter */
        if (letter || digit) to[n++] = c;
        else if (n && to[n - 1] != '_') to[n++] = '_';
    }
    while (n && to[n - 1] == '_') n--;
    return (sia_str){ to, n };
}

static bool has(const vrt_names *v, sia_str name)
{
    for (uint32_t i = 0; i < v->n; i++) if (sia_str_eq(v->name[i], name)) return true;
    return false;
}

void vrt_name_columns(vrt_names *v, const session *s)
{
    static const char *const own[] = { "", "id", "doc", "work" };
    *v = (vrt_names){ 0 };
    for (uint32_t c = 0; meta_name(s, c).p && v->n < SIA_COUNT_OF(v->name); c++) {
        const sia_str name = plain_name(meta_name(s, c), s->arena);
        bool taken = has(v, name);
        for (size_t i = 0; i < SIA_COUNT_OF(own); i++) taken |= sia_str_eq(name, sia_str_of(own[i]));
        if (taken) continue;
        v->column[v->n] = c;
        v->name[v->n++] = name;
    }
}

/* ---- structures ------------------------------------------------------------------------------------------ */

typedef struct { const sia_doc *d; textbuf out; const sia_section *section; uint32_t block; bool any, in_block; } page;

static void put(page *p, const char *z) { textbuf_put(&p->out, sia_str_of(z)); }

static void attribute(page *p, sia_str name, sia_str value)
{
    put(p, " ");
    textbuf_put(&p->out, name);
    put(p, "=\"");
    textbuf_xml(&p->out, value);
    put(p, "\"");
}

static void open_text(page *p, const input *in, const vrt_names *names)
{
    put(p, "<text");
    attribute(p, SIA_STR("id"), p->d->text.name);
    attribute(p, SIA_STR("work"), in->work);
    for (uint32_t i = 0; i < names->n; i++) attribute(p, names->name[i], meta_value(in, names->column[i]));
    put(p, ">\n");
    p->any = true;
}

static void close_paragraph(page *p)
{
    if (p->in_block) put(p, "</p>\n");
    p->in_block = false;
}

static void close_section(page *p)
{
    close_paragraph(p);
    if (p->section) put(p, "</section>\n");
    p->section = NULL;
}

static void open_sentence(page *p, uint32_t i, size_t document, const place *at)
{
    const sia_sentence *st = &p->d->sentences.v[i];
    char digits[16];
    if (at->section != p->section) {
        close_section(p);
        put(p, "<section");
        attribute(p, SIA_STR("title"), at->section->name);
        attribute(p, SIA_STR("part"), sia_str_of(sia_part_name((sia_part)at->section->part)));
        put(p, ">\n");
        p->section = at->section;
    }
    if (p->in_block && p->block != st->block) close_paragraph(p);
    if (!p->in_block) put(p, "<p>\n");
    p->in_block = true;
    p->block = st->block;
    put(p, "<s id=\"d");
    textbuf_number(&p->out, document + 1);
    put(p, "-s");
    textbuf_number(&p->out, i + 1);
    put(p, "\"");
    if (at->page && at->page->number) snprintf(digits, sizeof digits, "%u", at->page->number);
    else *digits = 0;
    attribute(p, SIA_STR("page"), at->page && at->page->label.n ? at->page->label : sia_str_of(digits));
    put(p, ">\n");
}

/* ---- tokens ---------------------------------------------------------------------------------------------- */

static void cell(page *p, sia_str s)
{
    put(p, "\t");
    textbuf_xml(&p->out, s);
}

static void put_token(page *p, sia_morph *m, const sia_token *t)
{
    const sia_text *x = &p->d->text;
    const sia_keys k = keys_of_token(m, t);
    const sia_span raw = sia_text_raw(x, t->span);
    const sia_id keys[] = { k.norm, k.lemma, k.root };
    textbuf_xml(&p->out, sia_cut(x->s, t->span));
    for (size_t i = 0; i < SIA_COUNT_OF(keys); i++) cell(p, keys[i] ? sia_lex_str(p->d->lex, keys[i]) : SIA_STR(""));
    cell(p, sia_str_of(sia_token_kind_name((sia_token_kind)t->kind)));
    put(p, "\t");
    textbuf_number(&p->out, sia_text_point(x, raw.off));
    put(p, "\t");
    textbuf_number(&p->out, sia_text_point(x, sia_end(raw)));
    put(p, "\n");
}

sia_str vrt_of(const sia_doc *d, sia_morph *m, size_t document, const input *in, const vrt_names *names)
{
    page p = { .d = d, .out = { .a = d->arena } };
    for (uint32_t i = 0; i < d->sentences.n && sia_arena_ok(d->arena); i++) {
        const sia_sentence *st = &d->sentences.v[i];
        if (!st->counted || !st->n) continue;
        const place at = place_of(d, st->span, i);
        if (!p.any) open_text(&p, in, names);
        open_sentence(&p, i, document, &at);
        for (uint32_t k = st->first; k < st->first + st->n; k++) put_token(&p, m, &d->tokens.v[k]);
        put(&p, "</s>\n");
    }
    close_section(&p);
    if (p.any) put(&p, "</text>\n");
    return textbuf_str(&p.out);
}
