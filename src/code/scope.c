/* Scopes: which words of a sentence are denied, which are asked for.
 *
 *     Caleg | tidak | memakai baliho, spanduk, atau stiker | tetapi memakai media sosial.
 *             ^cue    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ scope
 *     Media sosial | belum | dimanfaatkan oleh partai.
 *     ^^^^^^^^^^^^   ^cue    ^^^^^^^^^^^^^^^^^^^^^^^^    a passive verb takes its subject in */
#include "scope.h"
#include <stdlib.h>

enum { LONGEST = 14, SUBJECT = 9, NEAR = 3 };                /* words of a scope, of a subject; between a cue and its verb */

typedef struct { const char *word; unsigned is; } entry;

enum {
    NOT     = 1,        /* denies the verb or noun that follows                 */
    NO_NOUN = 2,        /* denies the noun that follows: tanpa, kurangnya       */
    SHOULD  = 4,        /* asks for what follows                                */
    ENDS    = 8,        /* a new clause: no scope goes on past it               */
    AIM     = 16,       /* ends a denial, unless it stands right behind the cue */
    IDIOM   = 32,       /* after NOT: nothing is denied ("tidak hanya")         */
    HELPS   = 64,       /* may stand between a cue and its verb                 */
    SUBJECT_WORD = 128, /* begins a clause of its own after a comma             */
    OR      = 256,
};

static const entry words[] = {                               /* in byte order */
    { "ada",          HELPS },
    { "agar",         ENDS },
    { "akan",         HELPS },
    { "atau",         OR },
    { "bahkan",       ENDS },
    { "bahwa",        ENDS },
    { "banyak",       HELPS },
    { "begitu",       HELPS },
    { "belum",        NOT },
    { "belumlah",     NOT },
    { "bisa",         HELPS },
    { "boleh",        HELPS },
    { "bukan",        NOT },
    { "bukanlah",     NOT },
    { "cukup",        HELPS },
    { "cuma",         IDIOM },
    { "dapat",        HELPS },
    { "demi",         AIM },
    { "dia",          SUBJECT_WORD },
    { "dianjurkan",   SHOULD },
    { "diharapkan",   SHOULD },
    { "diharuskan",   SHOULD },
    { "dimungkiri",   IDIOM },
    { "dipungkiri",   IDIOM },
    { "diragukan",    IDIOM },
    { "direkomendasikan", SHOULD },
    { "disangkal",    IDIOM },
    { "disarankan",   SHOULD },
    { "guna",         AIM },
    { "hanya",        IDIOM },
    { "harus",        SHOULD },
    { "haruslah",     SHOULD },
    { "hendaklah",    SHOULD },
    { "hendaknya",    SHOULD },
    { "heran",        IDIOM },
    { "ia",           SUBJECT_WORD },
    { "jangan",       NOT },
    { "jarang",       IDIOM },
    { "kalah",        IDIOM },
    { "kami",         SUBJECT_WORD },
    { "karena",       ENDS },
    { "karna",        ENDS },
    { "ketiadaan",    NO_NOUN },
    { "ketika",       ENDS },
    { "kurang",       NOT },
    { "kurangnya",    NO_NOUN },
    { "lagi",         HELPS },
    { "lain",         IDIOM },
    { "lebih",        IDIOM | HELPS },
    { "lepas",        IDIOM },
    { "maupun",       OR },
    { "melainkan",    ENDS },
    { "mereka",       SUBJECT_WORD },
    { "meskipun",     ENDS },
    { "mesti",        SHOULD },
    { "minimnya",     NO_NOUN },
    { "namun",        ENDS },
    { "perlu",        SHOULD | HELPS },
    { "perlulah",     SHOULD },
    { "pernah",       HELPS },
    { "pula",         HELPS },
    { "saja",         IDIOM },
    { "sebab",        ENDS },
    { "sebaiknya",    SHOULD },
    { "sedangkan",    ENDS },
    { "sedikit",      IDIOM },
    { "seharusnya",   SHOULD },
    { "sehingga",     ENDS },
    { "sekadar",      IDIOM },
    { "sekedar",      IDIOM },
    { "selayaknya",   SHOULD },
    { "semata",       IDIOM },
    { "semata-mata",  IDIOM },
    { "sementara",    ENDS },
    { "semestinya",   SHOULD },
    { "sepatutnya",   SHOULD },
    { "sudah",        HELPS },
    { "supaya",       ENDS },
    { "tak",          NOT },
    { "tanpa",        NO_NOUN },
    { "tapi",         ENDS },
    { "telah",        HELPS },
    { "terlalu",      HELPS },
    { "terlepas",     IDIOM },
    { "tetapi",       ENDS },
    { "tiadanya",     NO_NOUN },
    { "tidak",        NOT },
    { "tidaklah",     NOT },
    { "untuk",        AIM },
    { "wajib",        SHOULD },
    { "walaupun",     ENDS },
};

static int by_word(const void *a, const void *b)
{
    const entry *x = a, *y = b;
    return sia_str_cmp(sia_str_of(x->word), sia_str_of(y->word));
}

/* What a folded word is to a scope; 0 for most. */
static unsigned is(const sia_doc *d, uint32_t t)
{
    char word[20];
    const sia_str s = sia_form_at(d, t);
    if (s.n >= sizeof word) return 0;
    memcpy(word, s.p, s.n);
    word[s.n] = 0;
    const entry *e = bsearch(&(entry){ word, 0 }, words, SIA_COUNT_OF(words), sizeof *words, by_word);
    return e ? e->is : 0;
}

/* ---- cues ---------------------------------------------------------------------------------------- */

/* Is the denial at `t` none: "tidak hanya", "tidak dapat dipungkiri", "kurang lebih", "belum lagi"? */
static bool idiom(const sia_doc *d, uint32_t t, uint32_t to)
{
    if (t + 1 >= to) return false;
    if (is(d, t + 1) & IDIOM) return !(is(d, t + 1) & HELPS) || sia_form_is(d, t, "kurang");
    if (sia_form_is(d, t, "belum") && sia_form_is(d, t + 1, "lagi")) return true;
    if (sia_form_is(d, t, "kurang") && sia_form_is(d, t + 1, "dari")) return true;
    return t + 2 < to && is(d, t + 1) & HELPS && is(d, t + 2) & IDIOM && !(is(d, t + 2) & HELPS);
}

/* "hasil yang diharapkan", "perlu" in "tidak perlu": words of advice that advise nothing here. */
static bool no_advice(const sia_doc *d, uint32_t t, sia_range s)
{
    if (t > s.from && is(d, t - 1) & NOT) return true;
    if (t == s.from || !sia_form_is(d, t - 1, "yang") || !sia_passive_at(d, t)) return false;
    return t + 1 == s.to || !(is(d, t + 1) & (HELPS | ENDS | AIM) || sia_verb_at(d, t + 1));
}

/* ---- to the right ----------------------------------------------------------------------------------- */

/* After a comma: does a clause of its own begin, where a list would go on? */
static bool new_clause(const sia_doc *d, uint32_t t, uint32_t to)
{
    return t >= to || is(d, t) & (ENDS | SUBJECT_WORD | AIM) || sia_verb_at(d, t) || sia_form_is(d, t, "yang");
}

/* Where the scope of the cue at `t` ends. A denial ends at a second verb, too, once the first has its object; what "atau"
 * joins on is denied with it. */
static uint32_t right_end(const sia_doc *d, uint32_t t, uint32_t to, bool denial)
{
    uint32_t words_seen = 0, at = t + 1;
    bool verb = false, object = false;
    for (; at < to && words_seen < (denial ? LONGEST : 3 * LONGEST); at++) {
        const unsigned w = is(d, at);
        if (sia_mark_at(d, at, ";:") || w & ENDS) return at;
        if (sia_mark_at(d, at, ",") && denial && new_clause(d, at + 1, to)) return at;
        if (!sia_word_at(d, at)) continue;
        if (denial && w & AIM && words_seen >= NEAR) return at;
        if (denial && (sia_verb_at(d, at) || w & SHOULD)) {
            if (verb && object && !(is(d, at - 1) & OR)) return at;
            verb = true;
        } else if (verb && !(w & (HELPS | OR))) {
            object = true;
        }
        words_seen++;
    }
    return at;
}

/* ---- to the left -------------------------------------------------------------------------------------- */

/* Where the subject begins that a passive verb after the cue takes in; `t`: the verb is not passive. */
static uint32_t subject_start(const sia_doc *d, uint32_t t, sia_range s)
{
    uint32_t v = t + 1;
    while (v < s.to && v <= t + NEAR && is(d, v) & (HELPS | SHOULD)) v++;
    if (v >= s.to || !sia_passive_at(d, v)) return t;
    uint32_t at = t;
    for (uint32_t n = 0; at > s.from && n < SUBJECT; at--) {
        const unsigned w = is(d, at - 1);
        if (sia_mark_at(d, at - 1, ",;:") || w & (ENDS | NOT | NO_NOUN)) break;
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
        if (w & (NOT | NO_NOUN) && !idiom(d, t, s.to)) {
            const uint32_t from = w & NOT ? subject_start(d, t, s) : t;
            cover(of, s, from, right_end(d, t, s.to, true), SIA_DENIED);
            found |= SIA_DENIED;
        }
        if (w & SHOULD && !no_advice(d, t, s)) {
            cover(of, s, subject_start(d, t, s), right_end(d, t, s.to, false), SIA_ADVISED);
            found |= SIA_ADVISED;
        }
    }
    return found;
}
