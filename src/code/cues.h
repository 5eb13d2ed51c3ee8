/* Cues: what each token is to scopes and voices, looked up once for a block with hits. */
#ifndef SIA_CUES_H
#define SIA_CUES_H
#include "clause.h"

enum {
    SCOPE_NOT     = 1,        /* denies the verb or noun that follows                 */
    SCOPE_NO_NOUN = 2,        /* denies the noun that follows: tanpa, kurangnya       */
    SCOPE_SHOULD  = 4,        /* asks for what follows                                */
    SCOPE_ENDS    = 8,        /* a new clause: no scope goes on past it               */
    SCOPE_AIM     = 16,       /* ends a denial, unless it stands right behind the cue */
    SCOPE_IDIOM   = 32,       /* after a denial: nothing is denied ("tidak hanya")    */
    SCOPE_HELPS   = 64,       /* may stand between a cue and its verb                 */
    SCOPE_SUBJECT_WORD = 128, /* begins a clause of its own after a comma             */
    SCOPE_OR      = 256,
    SCOPE_AND     = 512,
    SCOPE_UNDER   = 1024,     /* begins a clause that a comma ends: karena, setelah   */
    SCOPE_IS      = 2048,     /* a verb of being, whose subject is denied with it     */
    SCOPE_WHEN    = 4096,     /* when it did not happen is not denied                 */
    SCOPE_TIME    = 8192,     /* after "pada": a time                                 */
    CUE_SAYS      = 1 << 14,  /* how speech is announced: mengatakan, ujarnya         */
    CUE_SCHOLAR   = 1 << 15,  /* what an author of books does, too                    */
    CUE_VIEW      = 1 << 16,  /* whose, a name with a year tells that follows         */
    CUE_INTERVIEW = 1 << 17,
    CUE_PERSON    = 1 << 18,  /* one who is met, not read                             */
    CUE_EVENT     = 1 << 19,  /* a year in brackets after it dates it                 */
    CUE_ACCORDING = 1 << 20,  /* menurut                                              */
    CUE_YANG      = 1 << 21,
    CUE_LESS      = 1 << 22,  /* kurang                                               */
    CUE_NOT_YET   = 1 << 23,  /* belum                                                */
    CUE_AGAIN     = 1 << 24,  /* lagi                                                 */
    CUE_DONE      = 1 << 25,  /* telah, sudah                                         */
    CUE_VERB      = 1 << 26,  /* sia_verb_at                                          */
    CUE_PASSIVE   = 1 << 27,  /* sia_passive_at                                       */
};

typedef struct { const sia_clause_word *v; size_t n; } sia_clause_words;
sia_clause_words sia_scope_words(void);
sia_clause_words sia_voice_words(void);

typedef struct cue_index cue_index;                          /* all words of both tables by their letters */

typedef struct {
    const sia_doc   *d;
    const cue_index *index;
    uint32_t  from, cap;
    uint32_t *is;                           /* is[t - from]: of token t                       */
} sia_cues;

/* For a document; lives in its arena. False: no memory. */
bool sia_cues_open(sia_cues *c, sia_doc *d);

/* Looks the tokens of `r` up, and only these are known then. Linear. False: no memory. */
bool sia_cues_read(sia_cues *c, sia_range r);

static inline uint32_t sia_cue(const sia_cues *c, uint32_t t) { return c->is[t - c->from]; }
#endif
