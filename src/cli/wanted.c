/* The terms that --term and --category name. */
#include "wanted.h"

/* False when the codebooks have none such. */
static bool choose(const session *s, bool **wanted)
{
    uint32_t n = 0, found = 0, at = 0;
    for (uint32_t b = 0; b < s->n_books; b++) n += sia_codebook_terms(s->books[b]);
    bool *is = *wanted = sia_new(s->arena, bool, n);
    for (uint32_t b = 0; is && b < s->n_books; b++)
        for (uint32_t i = 0; i < sia_codebook_terms(s->books[b]); i++, at++) {
            const sia_term *t = sia_codebook_term(s->books[b], i);
            sia_str code = sia_codebook_category(s->books[b], t->category)->code;
            is[at] = (s->set.term && sia_str_eq(t->id, sia_str_of(s->set.term)))
                  || (s->set.category && sia_str_eq(code, sia_str_of(s->set.category)));
            found += is[at];
        }
    return found;
}

sia_status wanted_terms(bool **wanted, session *s, sia_err *err)
{
    *wanted = NULL;
    if (s->set.term && s->set.category) return sia_fail(err, SIA_MSG_ONE_OF, 0, SIA_STR(""), "--term, --category");
    SIA_TRY(session_books(s, err));
    if ((!s->set.term && !s->set.category) || choose(s, wanted)) return SIA_OK;
    if (s->set.term) return sia_fail(err, SIA_MSG_NO_TERM, 0, SIA_STR("--term"), "'%s'", s->set.term);
    return sia_fail(err, SIA_MSG_NO_CATEGORY, 0, SIA_STR("--category"), "'%s'", s->set.category);
}
