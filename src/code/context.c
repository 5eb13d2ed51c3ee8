/* Context cells: the conditions a hit must meet, read from words. */
#include "codebook.h"

static const struct { const char *en, *id; sia_scope scope; bool number; } scopes[] = {
    { "sentence",  "kalimat",  SIA_IN_SENTENCE,  false },
    { "paragraph", "paragraf", SIA_IN_PARAGRAPH, false },
    { "section",   "subbab",   SIA_IN_SECTION,   false },
    { "doc",       "dokumen",  SIA_IN_DOC,       false },
    { "before",    "sebelum",  SIA_IN_BEFORE,    true  },
    { "after",     "sesudah",  SIA_IN_AFTER,     true  },
    { "near",      "dekat",    SIA_IN_NEAR,      true  },
    { "part",      "bagian",   SIA_IN_PART,      false },
};

enum { MAX_NEAR = 1000 };

static bool is_word(sia_str s, const char *z) { return sia_str_eq(s, sia_str_of(z)); }

/* The next word of the head: up to a blank or colon. Lower-case is asked for; nothing else is written so. */
static sia_str head_word(sia_reader *r)
{
    sia_reader_blanks(r);
    size_t from = r->i;
    while (r->i < r->cell.n && !strchr(" \t\r\n:;", r->cell.p[r->i])) r->i++;
    return (sia_str){ r->cell.p + from, r->i - from };
}

static sia_status read_scope(sia_reader *r, sia_condition *c, bool *number)
{
    sia_reader_blanks(r);
    size_t at = r->i;
    sia_str w = head_word(r);
    if (is_word(w, "not") || is_word(w, "bukan") || is_word(w, "tidak")) {
        c->negated = true;
        sia_reader_blanks(r);
        at = r->i;
        w = head_word(r);
    }
    for (size_t i = 0; i < SIA_COUNT_OF(scopes); i++) {
        if (!is_word(w, scopes[i].en) && !is_word(w, scopes[i].id)) continue;
        c->scope = (uint8_t)scopes[i].scope;
        *number = scopes[i].number;
        return SIA_OK;
    }
    return sia_reader_fail(r, SIA_MSG_CONTEXT_WORD, at, w);
}

static sia_status read_number(sia_reader *r, sia_condition *c)
{
    sia_reader_blanks(r);
    size_t at = r->i;
    sia_str w = head_word(r);
    for (size_t i = 0; i < w.n && c->n <= MAX_NEAR; i++) {
        if (w.p[i] < '0' || w.p[i] > '9') return sia_reader_fail(r, SIA_MSG_CONTEXT_NUMBER, at, w);
        c->n = c->n * 10 + (uint32_t)(w.p[i] - '0');
    }
    if (c->n == 0 || c->n > MAX_NEAR) return sia_reader_fail(r, SIA_MSG_CONTEXT_NUMBER, at, w);
    return SIA_OK;
}

static sia_status read_parts(sia_reader *r, sia_condition *c)
{
    do {
        sia_reader_blanks(r);
        size_t at = r->i;
        while (r->i < r->cell.n && !strchr(" \t\r\n,;", r->cell.p[r->i])) r->i++;
        sia_str name = { r->cell.p + at, r->i - at };
        sia_part part;
        if (!sia_part_find(name, &part)) return sia_reader_fail(r, SIA_MSG_CONTEXT_PART, at, name);
        c->set |= 1u << part;
        sia_reader_blanks(r);
    } while (r->i < r->cell.n && r->cell.p[r->i] == ',' && ++r->i);
    if (r->i < r->cell.n && r->cell.p[r->i] != ';')
        return sia_reader_fail(r, SIA_MSG_CONTEXT_PART, r->i, (sia_str){ r->cell.p + r->i, r->cell.n - r->i });
    return SIA_OK;
}

static sia_status read_condition(sia_reader *r, sia_condition *c)
{
    bool number = false;
    SIA_TRY(read_scope(r, c, &number));
    if (number) SIA_TRY(read_number(r, c));
    sia_reader_blanks(r);
    if (r->i >= r->cell.n || r->cell.p[r->i] != ':')
        return sia_reader_fail(r, SIA_MSG_CONTEXT_COLON, r->i, (sia_str){ r->cell.p + r->i, r->cell.n - r->i });
    r->i++;
    if (c->scope == SIA_IN_PART) return read_parts(r, c);
    sia_reader_blanks(r);
    size_t end = sia_pattern_end(r);
    if (end == r->i) return sia_reader_fail(r, SIA_MSG_CONTEXT_EMPTY, r->i, SIA_STR(""));
    return sia_set_read(r, end, &c->set);
}

sia_status sia_set_read(sia_reader *r, size_t end, uint32_t *set)
{
    sia_codebook *cb = r->cb;
    sia_id id = sia_lex_id(cb->set_keys, (sia_str){ r->cell.p + r->i, end - r->i });
    if (!id) return sia_fail(r->err, SIA_MSG_NOMEM, 0, cb->name, "%s", "");
    *set = id - 1;
    if (id > cb->sets.n) {
        sia_reader part = *r;
        sia_set s;
        part.cell.n = end;
        SIA_TRY(sia_pattern_read(&part, &s));
        sia_push(cb->a, &cb->sets, s);
    }
    r->i = end;
    return SIA_OK;
}

sia_status sia_conditions_read(sia_reader *r, sia_range *out)
{
    out->first = r->cb->conditions.n;
    for (sia_reader_blanks(r); r->i < r->cell.n; sia_reader_blanks(r)) {
        sia_condition c = { 0 };
        if (r->cell.p[r->i] == ';') { r->i++; continue; }
        SIA_TRY(read_condition(r, &c));
        sia_push(r->cb->a, &r->cb->conditions, c);
    }
    out->n = r->cb->conditions.n - out->first;
    return SIA_OK;
}
