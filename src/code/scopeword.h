/* The words that scopes are made of: cues, what ends them, what does not count. */
#ifndef SIA_SCOPEWORD_H
#define SIA_SCOPEWORD_H
#include <siasat/base.h>

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
};

/* The SCOPE_* of a folded word, 0 for most. */
unsigned sia_scope_word(sia_str folded);
#endif
