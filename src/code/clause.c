/* Words looked up in tables, and verbs by their prefix. */
#include "clause.h"
#include <stdlib.h>

static int by_word(const void *key, const void *entry)
{
    return sia_str_cmp(*(const sia_str *)key, sia_str_of(((const sia_clause_word *)entry)->word));
}

unsigned sia_clause_find(const sia_clause_word *table, size_t n, sia_str folded)
{
    const sia_clause_word *e = bsearch(&folded, table, n, sizeof *table, by_word);
    return e ? e->is : 0;
}

static bool noun(sia_str s)
{
    static const char *const nouns[] = {
        "dialog", "difabel", "digital", "dimensi", "dinamika", "direktur", "disabilitas", "diskusi", "distribusi", "member",
        "memori", "menara", "mental", "menteri", "mentor", "metode", "mereka", "melalui", "menurut", "mengenai", "menit",
    };
    for (size_t i = 0; i < SIA_COUNT_OF(nouns); i++) if (sia_str_eq(s, sia_str_of(nouns[i]))) return true;
    return false;
}

static bool begins(sia_str s, const char *prefix)
{
    const size_t n = strlen(prefix);
    return s.n > n + 2 && !memcmp(s.p, prefix, n);
}

static bool lower_word(const sia_doc *d, uint32_t t) { return d->tokens.v[t].kind == SIA_WORD && !sia_capital_at(d, t); }

bool sia_passive_at(const sia_doc *d, uint32_t t)
{
    const sia_str s = sia_form_at(d, t);
    return s.n > 5 && lower_word(d, t) && begins(s, "di") && !noun(s);
}

bool sia_verb_at(const sia_doc *d, uint32_t t)
{
    static const char *const prefixes[] = { "mem", "men", "mel", "mer", "mew", "mey" };
    const sia_str s = sia_form_at(d, t);
    if (sia_passive_at(d, t)) return true;
    if (s.n < 6 || s.p[0] != 'm' || s.p[1] != 'e' || !lower_word(d, t)) return false;
    for (size_t i = 0; i < SIA_COUNT_OF(prefixes); i++) if (begins(s, prefixes[i])) return !noun(s);
    return false;
}
