/* Codebooks: made from a sheet or from one pattern, immutable afterwards. */
#include "codebook.h"
#include <utf8proc.h>
#include <stdlib.h>

sia_place sia_cell_place(sia_cell_at at, size_t in_cell)
{
    if (at.sheet) return sia_sheet_place(at.sheet, at.row, at.cell, in_cell);
    return (sia_place){ 1, (uint32_t)in_cell + 1 };
}

void sia_codebook_find(sia_codebook *cb, sia_msg msg, sia_place at, sia_str arg)
{
    sia_finding f = { msg, at.line, at.col, arg };
    sia_push(cb->a, &cb->findings, f);
}

/* Text without a byte from here on has no code point from U+0300 on, so it is composed. */
enum { BEYOND = 0xCC };

sia_str sia_composed(sia_arena *a, sia_str s)
{
    size_t i = 0;
    for (uint64_t w; i + 8 <= s.n && !(*(uint64_t *)memcpy(&w, s.p + i, 8) & 0x8080808080808080u); ) i += 8;
    while (i < s.n && (unsigned char)s.p[i] < BEYOND) i++;
    if (i == s.n) return s;
    utf8proc_uint8_t *nfc = NULL;
    utf8proc_ssize_t n = utf8proc_map((const utf8proc_uint8_t *)s.p, (utf8proc_ssize_t)s.n, &nfc,
                                      UTF8PROC_STABLE | UTF8PROC_COMPOSE);
    sia_str own = n >= 0 ? sia_dup(a, (sia_str){ (const char *)nfc, (size_t)n }) : s;
    free(nfc);
    return own;
}

static sia_codebook *blank(sia_str name, sia_arena *a)
{
    sia_codebook *cb = sia_new(a, sia_codebook, 1);
    if (!cb) return NULL;
    cb->a = a;
    cb->name = sia_dup(a, name);
    cb->scratch = sia_arena_new(NULL, 0);
    cb->set_keys = sia_lex_new(a);
    cb->list_names = sia_lex_new(a);
    if (cb->scratch && sia_arena_ok(a)) return cb;
    sia_arena_free(cb->scratch);
    return NULL;
}

sia_status sia_codebook_parse(sia_codebook **out, sia_str name, sia_str bytes, sia_arena *a, sia_err *err)
{
    *out = NULL;
    sia_codebook *cb = blank(name, a);
    if (!cb) return sia_fail(err, SIA_MSG_NOMEM, 0, name, "%s", "");
    sia_status st = sia_codebook_build(cb, bytes, err);
    sia_arena_free(cb->scratch);
    cb->scratch = NULL;
    if (st == SIA_OK) *out = cb;
    return st;
}

static sia_status build_pattern(sia_codebook *cb, sia_str pattern, sia_err *err)
{
    sia_rule rule = { .except = SIA_NO_SET };
    sia_category category = { SIA_STR(""), SIA_STR(""), SIA_STR("") };
    sia_term term = { .id = sia_dup(cb->a, pattern), .label = sia_dup(cb->a, pattern) };
    sia_reader r = { .cb = cb, .cell = sia_composed(cb->a, term.id), .err = err };
    if (!sia_utf8_valid(pattern)) return sia_fail(err, SIA_MSG_PATTERN_BYTES, 0, cb->name, "%s", "");
    SIA_TRY(sia_pattern_read(&r, &rule.patterns));
    if (!sia_set_any(&rule.patterns)) return sia_fail(err, SIA_MSG_PATTERN_EMPTY, 0, cb->name, "%s", "");
    sia_push(cb->a, &cb->categories, category);
    sia_push(cb->a, &cb->terms, term);
    sia_push(cb->a, &cb->rules, rule);
    return sia_arena_ok(cb->a) ? SIA_OK : sia_fail(err, SIA_MSG_NOMEM, 0, cb->name, "%s", "");
}

sia_status sia_codebook_of_pattern(sia_codebook **out, sia_str pattern, sia_arena *a, sia_err *err)
{
    *out = NULL;
    sia_codebook *cb = blank(pattern, a);
    if (!cb) return sia_fail(err, SIA_MSG_NOMEM, 0, pattern, "%s", "");
    sia_status st = build_pattern(cb, pattern, err);
    sia_arena_free(cb->scratch);
    cb->scratch = NULL;
    if (st == SIA_OK) *out = cb;
    return st;
}

sia_str             sia_codebook_name(const sia_codebook *cb) { return cb->name; }
uint32_t            sia_codebook_terms(const sia_codebook *cb) { return cb->terms.n; }
const sia_term     *sia_codebook_term(const sia_codebook *cb, uint32_t i) { return &cb->terms.v[i]; }
uint32_t            sia_codebook_categories(const sia_codebook *cb) { return cb->categories.n; }
const sia_category *sia_codebook_category(const sia_codebook *cb, uint32_t i) { return &cb->categories.v[i]; }
bool                sia_codebook_asks_roots(const sia_codebook *cb) { return cb->asks_roots; }
uint32_t            sia_codebook_entries(const sia_codebook *cb) { return cb->entries.n; }

static sia_str cell_of(const sia_row *row, uint32_t column) { return column < row->n ? row->cell[column] : SIA_STR(""); }

uint32_t sia_codebook_rules(const sia_codebook *cb) { return cb->rules.n; }

sia_codebook_row sia_codebook_rule(const sia_codebook *cb, uint32_t i)
{
    const sia_range alts = cb->rules.v[i].patterns.alts;
    const sia_str pattern = alts.n ? cb->cells.v[cb->alts.v[alts.first].cell].text : SIA_STR("");
    return (sia_codebook_row){ cb->rules.v[i].term, cb->rules.v[i].line, pattern };
}

sia_entry sia_codebook_entry(const sia_codebook *cb, uint32_t i)
{
    const sia_row *row = &cb->sheet.rows.v[cb->entries.v[i].row];
    return (sia_entry){ cb->entries.v[i].term, cell_of(row, cb->pattern_column), cell_of(row, cb->except_column),
                        cell_of(row, cb->context_column) };
}
