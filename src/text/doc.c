/* A document's life: one worker's columns, emptied between documents, and the forms that stay known. */
#include "read.h"
#include <stdarg.h>
#include <stdio.h>

sia_doc *sia_doc_new(const sia_mem *mem, size_t limit)
{
    sia_arena *keep = sia_arena_new(mem, limit), *columns = sia_arena_new(mem, limit);
    sia_doc *d = keep && columns ? sia_new(keep, sia_doc, 1) : NULL;
    sia_lex *lex = d ? sia_lex_new(keep) : NULL;
    if (!lex) {
        sia_arena_free(keep);
        sia_arena_free(columns);
        return NULL;
    }
    d->arena = columns;
    d->lex_arena = keep;
    d->lex = lex;
    return d;
}

void sia_doc_free(sia_doc *d)
{
    if (!d) return;
    sia_arena_free(d->arena);
    sia_arena_free(d->lex_arena);                        /* d itself lives there */
}

void sia_doc_reset(sia_doc *d)
{
    sia_doc empty = { .arena = d->arena, .lex_arena = d->lex_arena, .lex = d->lex };
    sia_arena_reset(d->arena);
    *d = empty;
}

/* Not the arena: what is to be read may live in it. */
void sia_doc_forget(sia_doc *d, sia_str name)
{
    sia_doc fresh = { .arena = d->arena, .lex_arena = d->lex_arena, .lex = d->lex };
    *d = fresh;
    d->text.name = sia_dup(d->arena, name);
    d->text.format = SIA_STR("text");
}

void sia_doc_note(sia_doc *d, sia_msg msg, uint32_t raw, const char *arg, ...)
{
    sia_note note = { .msg = msg, .raw = raw };
    va_list ap;
    va_start(ap, arg);
    vsnprintf(note.arg, sizeof note.arg, arg, ap);
    va_end(ap);
    sia_push(d->arena, &d->notes, note);
}

void sia_doc_select(sia_doc *d, uint32_t parts)
{
    for (uint32_t i = 0; i < d->sentences.n; i++) {
        sia_sentence *s = &d->sentences.v[i];
        s->counted = parts >> d->sections.v[d->blocks.v[s->block].section].part & 1;
    }
}

const char *sia_fix_name(sia_fix_kind k)
{
    switch (k) {
    case SIA_FIX_BAD_BYTES:    return "bad-bytes";
    case SIA_FIX_NUL:          return "nul";
    case SIA_FIX_NFC:          return "nfc";
    case SIA_FIX_LIGATURE:     return "ligature";
    case SIA_FIX_SOFT_HYPHEN:  return "soft-hyphen";
    case SIA_FIX_WORD_JOINED:  return "word-joined";
    case SIA_FIX_REDUP_JOINED: return "redup-joined";
    case SIA_FIX_BLANK_LINE:   return "blank-line";
    case SIA_FIX_PAGE_NUMBER:  return "page-number";
    case SIA_FIX_RUNNING_HEAD: return "running-head";
    case SIA_FIX_NOTE_MARK:    return "note-mark";
    case SIA_FIX_COUNT:        break;
    }
    return "";
}
