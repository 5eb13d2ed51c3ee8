/* Losses: what a conversion leaves behind, one entry a kind, and whether the other program then finds more or less. */
#include "exchange.h"

static const struct { const char *name; sia_msg says; sia_loss_effect effect; } kinds[LOSS_KINDS] = {
    [LOSS_CATEGORY]   = { "category name", SIA_MSG_LOSS_CATEGORY,   SIA_FINDS_SAME  },
    [LOSS_LABEL]      = { "label",         SIA_MSG_LOSS_LABEL,      SIA_FINDS_SAME  },
    [LOSS_DEFINITION] = { "definition",    SIA_MSG_LOSS_DEFINITION, SIA_FINDS_SAME  },
    [LOSS_EXAMPLES]   = { "examples",      SIA_MSG_LOSS_EXAMPLES,   SIA_FINDS_SAME  },
    [LOSS_SOURCE]     = { "source",        SIA_MSG_LOSS_SOURCE,     SIA_FINDS_SAME  },
    [LOSS_NOTE]       = { "note",          SIA_MSG_LOSS_NOTE,       SIA_FINDS_SAME  },
    [LOSS_EMPTY]      = { "empty",         SIA_MSG_LOSS_EMPTY,      SIA_FINDS_SAME  },
    [LOSS_LISTS]      = { "list",          SIA_MSG_LOSS_LISTS,      SIA_FINDS_SAME  },
    [LOSS_COMMENT]    = { "comment",       SIA_MSG_LOSS_COMMENT,    SIA_FINDS_SAME  },
    [LOSS_EXCEPT]     = { "except",        SIA_MSG_LOSS_EXCEPT,     SIA_FINDS_MORE  },
    [LOSS_CONTEXT]    = { "context",       SIA_MSG_LOSS_CONTEXT,    SIA_FINDS_MORE  },
    [LOSS_CASE]       = { "case",          SIA_MSG_LOSS_CASE,       SIA_FINDS_MORE  },
    [LOSS_FORMS]      = { "word forms",    SIA_MSG_LOSS_FORMS,      SIA_FINDS_LESS  },
    [LOSS_REGEX]      = { "regex",         SIA_MSG_LOSS_REGEX,      SIA_FINDS_LESS  },
    [LOSS_GLOB]       = { "wildcard",      SIA_MSG_LOSS_GLOB,       SIA_FINDS_LESS  },
    [LOSS_MARK]       = { "mark",          SIA_MSG_LOSS_MARK,       SIA_FINDS_OTHER },
    [LOSS_CHARACTER]  = { "character",     SIA_MSG_LOSS_CHARACTER,  SIA_FINDS_LESS  },
    [LOSS_PHRASE]     = { "phrase",        SIA_MSG_LOSS_PHRASE,     SIA_FINDS_LESS  },
    [LOSS_STRING]     = { "string",        SIA_MSG_LOSS_STRING,     SIA_FINDS_MORE  },
    [LOSS_HYPHEN]     = { "hyphen",        SIA_MSG_LOSS_HYPHEN,     SIA_FINDS_LESS  },
    [LOSS_ENDINGS]    = { "inflection",    SIA_MSG_LOSS_ENDINGS,    SIA_FINDS_LESS  },
    [LOSS_OVERLAPS]   = { "overlap",       SIA_MSG_LOSS_OVERLAPS,   SIA_FINDS_MORE  },
    [LOSS_TEXT]       = { "patterns",      SIA_MSG_LOSS_TEXT,       SIA_FINDS_LESS  },
    [LOSS_DEPTH]      = { "depth",         SIA_MSG_LOSS_DEPTH,      SIA_FINDS_SAME  },
    [LOSS_NAME]       = { "name",          SIA_MSG_LOSS_NAME,       SIA_FINDS_SAME  },
    [LOSS_WEIGHT]     = { "weight",        SIA_MSG_LOSS_WEIGHT,     SIA_FINDS_SAME  },
    [LOSS_RULE]       = { "rule",          SIA_MSG_LOSS_RULE,       SIA_FINDS_LESS  },
    [LOSS_UNIT]       = { "unit",          SIA_MSG_LOSS_UNIT,       SIA_FINDS_OTHER },
    [LOSS_ID]         = { "id",            SIA_MSG_LOSS_ID,         SIA_FINDS_LESS  },
    [LOSS_LONG]       = { "long",          SIA_MSG_LOSS_LONG,       SIA_FINDS_LESS  },
    [LOSS_SETS]       = { "set",           SIA_MSG_LOSS_SETS,       SIA_FINDS_SAME  },
    [LOSS_COLOR]      = { "color",         SIA_MSG_LOSS_COLOR,      SIA_FINDS_SAME  },
    [LOSS_LATIN]      = { "encoding",      SIA_MSG_LOSS_LATIN,      SIA_FINDS_SAME  },
};

void sia_lose(sia_losses *lost, sia_arena *a, sia_loss_kind kind, uint32_t line, sia_str term, sia_str example)
{
    for (uint32_t i = 0; i < lost->n; i++) {
        if (lost->v[i].says != kinds[kind].says) continue;
        lost->v[i].n++;
        return;
    }
    sia_loss one = { kinds[kind].name, kinds[kind].says, kinds[kind].effect, 1, line, sia_dup(a, term), sia_dup(a, example) };
    sia_push(a, lost, one);
}

const char *sia_loss_effect_name(sia_loss_effect e)
{
    static const char *const names[] = { "same", "more", "less", "other" };
    return names[e];
}

/* ---- text that grows --------------------------------------------------------------------------------- */

void sia_buffer_add(sia_buffer *to, sia_str s)
{
    for (size_t i = 0; i < s.n; i++) sia_push(to->a, &to->b, s.p[i]);
}

void sia_buffer_put(sia_buffer *to, const char *z) { sia_buffer_add(to, sia_str_of(z)); }

sia_str sia_buffer_str(const sia_buffer *b) { return (sia_str){ b->b.n ? b->b.v : "", b->b.n }; }

/* ---- lines --------------------------------------------------------------------------------------------- */

static bool blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

sia_str sia_trimmed(sia_str s)
{
    while (s.n && blank(s.p[0])) { s.p++; s.n--; }
    while (s.n && blank(s.p[s.n - 1])) s.n--;
    return s;
}

bool sia_next_line(sia_str text, size_t *at, sia_str *line, uint32_t *number)
{
    if (*at >= text.n) return false;
    const char *p = text.p + *at, *nl = memchr(p, '\n', text.n - *at);
    *line = (sia_str){ p, nl ? (size_t)(nl - p) : text.n - *at };
    *at += line->n + 1;
    while (line->n && blank(p[line->n - 1])) line->n--;
    ++*number;
    return true;
}
