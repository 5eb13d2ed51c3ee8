/* Scopes: which words of a sentence are denied, which are asked for.
 *
 *     Caleg | tidak | memakai baliho, spanduk, atau stiker | tetapi memakai media sosial.
 *             ^cue    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ scope
 *     Media sosial | belum | dimanfaatkan oleh partai.
 *     ^^^^^^^^^^^^   ^cue    ^^^^^^^^^^^^^^^^^^^^^^^^    a passive verb takes its subject in */
#include "scope.h"
#include "scopeword.h"

enum { LONGEST = 14, SUBJECT = 9, NEAR = 3 };                /* words of a scope, of a subject; between a cue and its verb */

static unsigned is(const sia_doc *d, uint32_t t) { return sia_scope_word(sia_form_at(d, t)); }

/* ---- cues ---------------------------------------------------------------------------------------- */

/* Is the denial at `t` none: "tidak hanya", "tidak dapat dipungkiri", "kurang lebih", "belum lagi"? */
static bool idiom(const sia_doc *d, uint32_t t, uint32_t to)
{
    if (t + 1 >= to) return false;
    if (is(d, t + 1) & SCOPE_IDIOM) return !(is(d, t + 1) & SCOPE_HELPS) || sia_form_is(d, t, "kurang");
    if (sia_form_is(d, t, "belum") && sia_form_is(d, t + 1, "lagi")) return true;
    if (sia_form_is(d, t, "kurang") && sia_form_is(d, t + 1, "dari")) return true;
    return t + 2 < to && is(d, t + 1) & SCOPE_HELPS && is(d, t + 2) & SCOPE_IDIOM && !(is(d, t + 2) & SCOPE_HELPS);
}

/* "hasil yang diharapkan", "perlu" in "tidak perlu": words of advice that advise nothing here. */
static bool no_advice(const sia_doc *d, uint32_t t, sia_range s)
{
    if (t > s.from && is(d, t - 1) & SCOPE_NOT) return true;
    if (t == s.from || !sia_form_is(d, t - 1, "yang") || !sia_passive_at(d, t)) return false;
    return t + 1 == s.to || !(is(d, t + 1) & (SCOPE_HELPS | SCOPE_ENDS | SCOPE_AIM) || sia_verb_at(d, t + 1));
}

/* ---- to the right ----------------------------------------------------------------------------------- */

/* A second predicate may also be a ber- verb, which is too often an adjective to be one elsewhere. */
static bool predicate(const sia_doc *d, uint32_t t)
{
    const sia_str s = sia_form_at(d, t);
    return sia_verb_at(d, t) || (s.n > 5 && !memcmp(s.p, "ber", 3) && !sia_capital_at(d, t));
}

/* After a comma: does a clause of its own begin, where a list would go on? A list's member has no verb. */
static bool new_clause(const sia_doc *d, uint32_t t, uint32_t to)
{
    enum { AHEAD = 7 };
    if (t >= to || is(d, t) & (SCOPE_ENDS | SCOPE_SUBJECT_WORD | SCOPE_AIM) || sia_form_is(d, t, "yang")) return true;
    for (uint32_t k = t; k < to && k < t + AHEAD; k++) {
        if (sia_mark_at(d, k, ",") || is(d, k) & (SCOPE_AND | SCOPE_OR)) return false;
        if (sia_verb_at(d, k)) return k == t || !sia_form_is(d, k - 1, "yang");
    }
    return false;
}

/* Does the clause that holds the cue at `t` stand under another, so that its first comma ends it: "Karena tidak ..., ia"? */
static bool under(const sia_doc *d, uint32_t t, sia_range s)
{
    for (uint32_t n = 0; t > s.from && n < LONGEST && !sia_mark_at(d, t, ",;:"); t--, n++)
        if (is(d, t - 1) & SCOPE_UNDER) return t - 1 == s.from || sia_mark_at(d, t - 2, ",");
    return t == s.from && is(d, t) & SCOPE_UNDER;
}

/* Does a time begin at `t`: "menjelang ...", "pada hari ..."? */
static bool times(const sia_doc *d, uint32_t t, uint32_t to)
{
    return is(d, t) & SCOPE_WHEN || (sia_form_is(d, t, "pada") && t + 1 < to && is(d, t + 1) & SCOPE_TIME);
}

/* Where the scope of the cue at `t` ends. A denial ends at a second verb, too, once the first has its object, in a relative
 * clause at any verb after the predicate; what "atau" joins on is denied with it. */
static uint32_t right_end(const sia_doc *d, uint32_t t, sia_range s, bool denial)
{
    const bool relative = t > s.from && sia_form_is(d, t - 1, "yang"), below = denial && under(d, t, s);
    uint32_t words_seen = 0, at = t + 1;
    bool verb = false, object = false;
    for (; at < s.to && words_seen < (denial ? LONGEST : 3 * LONGEST); at++) {
        const unsigned w = is(d, at);
        if (sia_mark_at(d, at, ";:)") || (w & SCOPE_ENDS && (denial || at > t + 1))) return at;
        if (sia_mark_at(d, at, ",") && denial && (below || new_clause(d, at + 1, s.to))) return at;
        if (sia_mark_at(d, at, ",") && denial && !verb && is(d, at + 1) & SCOPE_AND) return at;      /* new_clause: it is not the last */
        if (!sia_word_at(d, at)) continue;
        if (denial && words_seen && ((w & SCOPE_AIM && words_seen >= NEAR) || times(d, at, s.to))) return at;
        if (denial && relative && words_seen && predicate(d, at) && !(is(d, at - 1) & (SCOPE_HELPS | SCOPE_OR))) return at;
        if (denial && (sia_verb_at(d, at) || w & (SCOPE_SHOULD | SCOPE_IS))) {
            if (verb && object && !(is(d, at - 1) & SCOPE_OR)) return at;
            verb = true;
        } else if (verb && !(w & (SCOPE_HELPS | SCOPE_OR))) {
            object = true;
        }
        words_seen++;
    }
    return at;
}

/* ---- to the left -------------------------------------------------------------------------------------- */

/* Where the subject begins that a passive verb after the cue takes in, or a verb of being at the clause's end; `t`: there
 * is none such. What stands before "yang" is spoken of, not denied. */
static uint32_t subject_start(const sia_doc *d, uint32_t t, sia_range s)
{
    uint32_t v = t + 1;
    if (t > s.from && sia_form_is(d, t - 1, "yang")) return t;
    const bool exists = v < s.to && is(d, v) & SCOPE_IS && (v + 1 == s.to || !sia_word_at(d, v + 1));
    while (v < s.to && v <= t + NEAR && is(d, v) & (SCOPE_HELPS | SCOPE_SHOULD)) v++;
    if (!exists && (v >= s.to || !sia_passive_at(d, v))) return t;
    uint32_t at = t;
    for (uint32_t n = 0; at > s.from && n < SUBJECT; at--) {
        const unsigned w = is(d, at - 1);
        if (sia_mark_at(d, at - 1, ",;:") || w & (SCOPE_ENDS | SCOPE_NOT | SCOPE_NO_NOUN)) break;
        if (sia_verb_at(d, at - 1) && !(at > s.from + 1 && sia_form_is(d, at - 2, "yang"))) break;
        n += sia_word_at(d, at - 1);
    }
    return at;
}

static void cover(uint8_t *of, sia_range s, uint32_t from, uint32_t to, unsigned bit)
{
    for (uint32_t t = from; t < to; t++) of[t - s.from] |= (uint8_t)bit;
}

unsigned sia_scopes(const sia_doc *d, sia_range s, uint8_t *of)
{
    unsigned found = 0;
    for (uint32_t t = s.from; t < s.to; t++) {
        const unsigned w = is(d, t);
        if (w & (SCOPE_NOT | SCOPE_NO_NOUN) && !idiom(d, t, s.to)) {
            const uint32_t from = w & SCOPE_NOT ? subject_start(d, t, s) : t;
            cover(of, s, from, right_end(d, t, s, true), SIA_DENIED);
            found |= SIA_DENIED;
        }
        if (w & SCOPE_SHOULD && !no_advice(d, t, s)) {
            cover(of, s, subject_start(d, t, s), right_end(d, t, s, false), SIA_ADVISED);
            found |= SIA_ADVISED;
        }
    }
    return found;
}
