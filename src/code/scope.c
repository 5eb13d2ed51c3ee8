/* Scopes: which words of a sentence are denied, which are asked for.
 *
 *     Caleg | tidak | memakai baliho, spanduk, atau stiker | tetapi memakai media sosial.
 *             ^cue    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ scope
 *     Media sosial | belum | dimanfaatkan oleh partai.
 *     ^^^^^^^^^^^^   ^cue    ^^^^^^^^^^^^^^^^^^^^^^^^    a passive verb takes its subject in */
#include "scope.h"

enum { LONGEST = 14, SUBJECT = 9, NEAR = 3 };                /* words of a scope, of a subject; between a cue and its verb */

static uint32_t is(const sia_cues *c, uint32_t t) { return sia_cue(c, t); }

/* ---- cues ---------------------------------------------------------------------------------------- */

/* Is the denial at `t` none: "tidak hanya", "tidak dapat dipungkiri", "kurang lebih", "belum lagi"? */
static bool idiom(const sia_cues *c, uint32_t t, uint32_t to)
{
    if (t + 1 >= to) return false;
    if (is(c, t + 1) & SCOPE_IDIOM) return !(is(c, t + 1) & SCOPE_HELPS) || is(c, t) & CUE_LESS;
    if (is(c, t) & CUE_NOT_YET && is(c, t + 1) & CUE_AGAIN) return true;
    if (is(c, t) & CUE_LESS && sia_form_is(c->d, t + 1, "dari")) return true;
    return t + 2 < to && is(c, t + 1) & SCOPE_HELPS && is(c, t + 2) & SCOPE_IDIOM && !(is(c, t + 2) & SCOPE_HELPS);
}

/* "hasil yang diharapkan", "perlu" in "tidak perlu": words of advice that advise nothing here. */
static bool no_advice(const sia_cues *c, uint32_t t, sia_range s)
{
    if (t > s.from && is(c, t - 1) & SCOPE_NOT) return true;
    if (t == s.from || !(is(c, t - 1) & CUE_YANG) || !(is(c, t) & CUE_PASSIVE)) return false;
    return t + 1 == s.to || !(is(c, t + 1) & (SCOPE_HELPS | SCOPE_ENDS | SCOPE_AIM) || is(c, t + 1) & CUE_VERB);
}

/* ---- to the right ----------------------------------------------------------------------------------- */

/* A second predicate may also be a ber- verb, which is too often an adjective to be one elsewhere. */
static bool predicate(const sia_cues *c, uint32_t t)
{
    const sia_str s = sia_form_at(c->d, t);
    return is(c, t) & CUE_VERB || (s.n > 5 && !memcmp(s.p, "ber", 3) && !sia_capital_at(c->d, t));
}

/* After a comma: does a clause of its own begin, where a list would go on? A list's member has no verb. */
static bool new_clause(const sia_cues *c, uint32_t t, uint32_t to)
{
    enum { AHEAD = 7 };
    if (t >= to || is(c, t) & (SCOPE_ENDS | SCOPE_SUBJECT_WORD | SCOPE_AIM) || is(c, t) & CUE_YANG) return true;
    for (uint32_t k = t; k < to && k < t + AHEAD; k++) {
        if (sia_mark_at(c->d, k, ",") || is(c, k) & (SCOPE_AND | SCOPE_OR)) return false;
        if (is(c, k) & CUE_VERB) return k == t || !(is(c, k - 1) & CUE_YANG);
    }
    return false;
}

/* Does the clause that holds the cue at `t` stand under another, so that its first comma ends it: "Karena tidak ..., ia"? */
static bool under(const sia_cues *c, uint32_t t, sia_range s)
{
    for (uint32_t n = 0; t > s.from && n < LONGEST && !sia_mark_at(c->d, t, ",;:"); t--, n++)
        if (is(c, t - 1) & SCOPE_UNDER) return t - 1 == s.from || sia_mark_at(c->d, t - 2, ",");
    return t == s.from && is(c, t) & SCOPE_UNDER;
}

/* Does a time begin at `t`: "menjelang ...", "pada hari ..."? */
static bool times(const sia_cues *c, uint32_t t, uint32_t to)
{
    return is(c, t) & SCOPE_WHEN || (sia_form_is(c->d, t, "pada") && t + 1 < to && is(c, t + 1) & SCOPE_TIME);
}

/* Where the scope of the cue at `t` ends. A denial ends at a second verb, too, once the first has its object, in a relative
 * clause at any verb after the predicate; what "atau" joins on is denied with it. */
static uint32_t right_end(const sia_cues *c, uint32_t t, sia_range s, bool denial)
{
    const bool relative = t > s.from && is(c, t - 1) & CUE_YANG, below = denial && under(c, t, s);
    uint32_t words_seen = 0, at = t + 1;
    bool verb = false, object = false;
    for (; at < s.to && words_seen < (denial ? LONGEST : 3 * LONGEST); at++) {
        const unsigned w = is(c, at);
        if (sia_mark_at(c->d, at, ";:)") || (w & SCOPE_ENDS && (denial || at > t + 1))) return at;
        if (sia_mark_at(c->d, at, ",") && denial && (below || new_clause(c, at + 1, s.to))) return at;
        if (sia_mark_at(c->d, at, ",") && denial && !verb && is(c, at + 1) & SCOPE_AND) return at;      /* new_clause: it is not the last */
        if (!sia_word_at(c->d, at)) continue;
        if (denial && words_seen && ((w & SCOPE_AIM && words_seen >= NEAR) || times(c, at, s.to))) return at;
        if (denial && relative && words_seen && predicate(c, at) && !(is(c, at - 1) & (SCOPE_HELPS | SCOPE_OR))) return at;
        if (denial && (is(c, at) & CUE_VERB || w & (SCOPE_SHOULD | SCOPE_IS))) {
            if (verb && object && !(is(c, at - 1) & SCOPE_OR)) return at;
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
static uint32_t subject_start(const sia_cues *c, uint32_t t, sia_range s)
{
    uint32_t v = t + 1;
    if (t > s.from && is(c, t - 1) & CUE_YANG) return t;
    const bool exists = v < s.to && is(c, v) & SCOPE_IS && (v + 1 == s.to || !sia_word_at(c->d, v + 1));
    while (v < s.to && v <= t + NEAR && is(c, v) & (SCOPE_HELPS | SCOPE_SHOULD)) v++;
    if (!exists && (v >= s.to || !(is(c, v) & CUE_PASSIVE))) return t;
    uint32_t at = t;
    for (uint32_t n = 0; at > s.from && n < SUBJECT; at--) {
        const unsigned w = is(c, at - 1);
        if (sia_mark_at(c->d, at - 1, ",;:") || w & (SCOPE_ENDS | SCOPE_NOT | SCOPE_NO_NOUN)) break;
        if (is(c, at - 1) & CUE_VERB && !(at > s.from + 1 && is(c, at - 2) & CUE_YANG)) break;
        n += sia_word_at(c->d, at - 1);
    }
    return at;
}

static void cover(uint8_t *of, sia_range s, uint32_t from, uint32_t to, unsigned bit)
{
    for (uint32_t t = from; t < to; t++) of[t - s.from] |= (uint8_t)bit;
}

unsigned sia_scopes(const sia_cues *c, sia_range s, uint8_t *of)
{
    unsigned found = 0;
    for (uint32_t t = s.from; t < s.to; t++) {
        const unsigned w = is(c, t);
        if (w & (SCOPE_NOT | SCOPE_NO_NOUN) && !idiom(c, t, s.to)) {
            const uint32_t from = w & SCOPE_NOT ? subject_start(c, t, s) : t;
            cover(of, s, from, right_end(c, t, s, true), SIA_DENIED);
            found |= SIA_DENIED;
        }
        if (w & SCOPE_SHOULD && !no_advice(c, t, s)) {
            cover(of, s, subject_start(c, t, s), right_end(c, t, s, false), SIA_ADVISED);
            found |= SIA_ADVISED;
        }
    }
    return found;
}
