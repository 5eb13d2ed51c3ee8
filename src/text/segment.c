/* Reading text to sections and blocks: walks the lines once, opens a section at each heading, cuts blocks between. */
#include "segment.h"

const char *sia_block_name(sia_block_kind k)
{
    static const char *const names[SIA_BLOCK_COUNT] = {
        "paragraph", "heading", "item", "footnote", "table", "caption", "title", "keywords",
    };
    return (unsigned)k < SIA_BLOCK_COUNT ? names[k] : "";
}

static bool start(sia_outline *o, sia_doc *d)
{
    *o = (sia_outline){ .d = d, .n_open = 1 };
    sia_section whole = { .span = { 0, (uint32_t)d->text.s.n }, .number = SIA_STR(""), .title = SIA_STR(""),
        .name = SIA_STR("") };
    sia_push(d->arena, &d->sections, whole);
    sia_layout_of(&o->lay, d);
    sia_notes_known(o);
    o->names = sia_lex_new(d->arena);
    return o->names && sia_arena_ok(d->arena);
}

sia_status sia_doc_segment(sia_doc *d, sia_err *err)
{
    sia_outline o;
    sia_heading h;
    d->sections.n = d->blocks.n = 0;
    bool ok = start(&o, d);
    for (uint32_t i = 0; ok && (i = sia_next_heading(&o, i, &h)) < o.lay.lines.n; ) {
        sia_blocks_of(&o, i);
        sia_outline_open(&o, &h);
        i += h.lines;
        ok = sia_arena_ok(d->arena);
    }
    if (ok) {
        sia_blocks_of(&o, o.lay.lines.n);
        if (o.lay.lines.n) sia_outline_close(&o, 1, o.lay.lines.n);
        sia_items_mend(d);
    }
    if (sia_arena_ok(d->arena)) return SIA_OK;
    return sia_fail(err, SIA_MSG_NOMEM, 0, d->text.name, "");
}
