/* The methods in sentences: whatever a sentence says is taken from the study. */
#include "prose.h"
#include "shown.h"

typedef struct { const study *is; sia_lang lang; sia_arena *a; sia_str books; } writing;

#define SAY(w, NAME, ...) sia_printf((w)->a, sia_word(SIA_MSG_PROSE_##NAME, (w)->lang), __VA_ARGS__)

static sia_str plain(const writing *w, sia_msg m) { return sia_str_of(sia_word(m, w->lang)); }

/* ---- corpus ------------------------------------------------------------------------------------------------------------ */

static sia_str left_out(const writing *w)
{
    const study *is = w->is;
    sia_str out = SIA_STR("");
    for (int p = 0; p < SIA_PART_COUNT; p++) {
        if (!is->words_out[p]) continue;
        const char *name = p ? sia_part_name((sia_part)p) : sia_word(SIA_MSG_SAY_NO_PART, w->lang);
        out = sia_printf(w->a, "%s%s%s (%llu)", out.p, out.n ? ", " : "", name, (unsigned long long)is->words_out[p]);
    }
    return out.n ? SAY(w, LEFT_OUT, out.p) : SIA_STR("");
}

static sia_str corpus(const writing *w)
{
    const study *is = w->is;
    const sia_str unread = is->report->failed ? SAY(w, UNREAD, is->report->failed) : SIA_STR("");
    return sia_printf(w->a, "%s%s%s", SAY(w, CORPUS, (unsigned long long)is->documents, (unsigned long long)is->works, (unsigned long long)is->words).p,
                      left_out(w).p, unread.p);
}

/* ---- reading and coding ----------------------------------------------------------------------------------------------------- */

static sia_str reading(const writing *w)
{
    const sia_str repaired = w->is->report->set.repair ? SAY(w, REPAIRED, (unsigned long long)w->is->repairs) : plain(w, SIA_MSG_PROSE_UNREPAIRED);
    return sia_printf(w->a, "%s %s", SAY(w, READING, SIA_VERSION).p, repaired.p);
}

static sia_status name_books(writing *w, sia_err *err)
{
    const opt_list *given = &w->is->report->set.codebooks;
    const session *s = w->is->report;
    for (uint32_t i = 0; i < s->n_books; i++) {
        char digest[65];
        sia_str bytes;
        SIA_TRY(sia_read_file(&bytes, sia_codebook_name(s->books[i]).p, w->a, err));
        sia_sha256(digest, &bytes, 1);
        const sia_str book = SAY(w, BOOK, given->n ? given->v[i] : "kampanye", sia_codebook_categories(s->books[i]), sia_codebook_terms(s->books[i]), digest);
        w->books = sia_printf(w->a, "%s%s%s", i ? w->books.p : "", i ? "; " : "", book.p);
    }
    return SIA_OK;
}

static sia_str coding(const writing *w)
{
    static const sia_msg policy[] = {
        [SIA_POLICY_LONGEST] = SIA_MSG_PROSE_LONGEST, [SIA_POLICY_ALL] = SIA_MSG_PROSE_ALL,
        [SIA_POLICY_PRIORITY] = SIA_MSG_PROSE_PRIORITY, [SIA_POLICY_CATEGORY] = SIA_MSG_PROSE_CATEGORY,
    };
    const study *is = w->is;
    const session *s = is->report;
    const bool all_meant = !s->want.negated && !s->want.recommended && !s->want.voice;
    const sia_str reviewed = s->set.hits ? SAY(w, REVIEWED, s->set.hits) : SIA_STR("");
    return sia_printf(w->a, "%s %s%s %s%s", SAY(w, CODING, w->books.p).p, plain(w, policy[s->set.policy]).p,
                      SAY(w, GAVE_WAY, (unsigned long long)is->gave_way).p,
                      SAY(w, HITS, (unsigned long long)is->hits, is->terms_found, is->terms, is->categories_found, is->categories).p,
                      sia_printf(w->a, "%s%s", all_meant ? plain(w, SIA_MSG_PROSE_MEANT).p : "", reviewed.p).p);
}

/* ---- measures ---------------------------------------------------------------------------------------------------------------- */

/* "DP (Gries 2008)": what a sheet's numbers are, as far as they come from a paper. */
static sia_str measures_of(const writing *w, const study_made *m)
{
    sia_str out = SIA_STR("");
    for (uint32_t i = 0; i < m->n; i++)
        if (*m->cols[i].source)
            out = sia_printf(w->a, "%s%s%s (%s)", out.p, out.n ? ", " : "", m->cols[i].title[w->lang == SIA_ID], m->cols[i].source);
    return out;
}

static sia_str measures(const writing *w)
{
    sia_str out = plain(w, SIA_MSG_PROSE_MEASURES);
    for (uint32_t i = 0; i < w->is->made.n; i++) {
        const study_made *m = &w->is->made.v[i];
        const sia_str of = measures_of(w, m);
        if (of.n) out = sia_printf(w->a, "%s %s (siasat %s %s): %s.", out.p, sia_word(m->sheet->title, w->lang), m->sheet->verb->opts.name, m->sheet->words, of.p);
    }
    return out;
}

static sia_str repeating(const writing *w)
{
    static const opt_group *const groups[] = { &opts_input, &opts_codebook, &opts_repair };
    const session *s = w->is->report;
    sia_str typed = sia_printf(w->a, "siasat report%s", shown_options(groups, SIA_COUNT_OF(groups), &s->set, w->a).p);
    for (int i = 0; i < s->operands; i++) typed = sia_printf(w->a, "%s %s", typed.p, s->operand[i]);
    return SAY(w, REPEATING, typed.p);
}

sia_status prose_of(passage to[PASSAGES], const study *is, sia_lang lang, sia_arena *a, sia_err *err)
{
    writing w = { is, lang, a, SIA_STR("") };
    SIA_TRY(name_books(&w, err));
    const passage all[PASSAGES] = {
        { plain(&w, SIA_MSG_PROSE_HEAD_CORPUS), corpus(&w) }, { plain(&w, SIA_MSG_PROSE_HEAD_READING), reading(&w) },
        { plain(&w, SIA_MSG_PROSE_HEAD_CODING), coding(&w) }, { plain(&w, SIA_MSG_PROSE_HEAD_MEASURES), measures(&w) },
        { plain(&w, SIA_MSG_PROSE_HEAD_REPEATING), repeating(&w) },
    };
    memcpy(to, all, sizeof all);
    return sia_arena_ok(a) ? SIA_OK : sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
}

sia_str prose_text(const passage of[PASSAGES], sia_arena *a)
{
    sia_str out = SIA_STR("");
    for (int i = 0; i < PASSAGES; i++)
        out = sia_printf(a, "%s%s%s\n\n%s\n", out.p, i ? "\n" : "", of[i].head.p, of[i].text.p);
    return out;
}
