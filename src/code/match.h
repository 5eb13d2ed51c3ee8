/* Matching: both engines find the same matches, as tokens and a byte end. Shared by the files of src/code. */
#ifndef SIA_MATCH_H
#define SIA_MATCH_H
#include "regex.h"
#include "required.h"
#include "types.h"

/* A match of an owner's pattern: tokens first..last, ending at byte `end` of the text. `regex`: 1 + its number, or 0. `begin`: the
 * byte of the first token that it begins at, 0 but behind a bound word ("pasca-|pilkada"). */
typedef struct { uint32_t owner, first, last, end, regex, begin; } sia_found;
typedef SIA_VEC(sia_found) sia_founds;

/* What a list or set was found at in the document: what except and context cells ask. */
typedef struct {
    sia_founds at;                          /* as found; once asked: by first token, one a token, the longest */
    uint32_t  *reach;                       /* reach[i]: the furthest last token of at[0..i]; NULL: not asked yet */
    uint32_t  *lasts;                       /* last tokens, ascending                         */
} sia_witness;

/* What a walk has yet to read: from a node, a unit of a token. */
typedef struct { uint32_t node, tok, unit; } sia_state;

typedef struct {
    SIA_VEC(sia_state) list;
    uint32_t *slots;                        /* hash of what the list holds; used once two ways may meet */
    uint32_t  mask, filled;                 /* filled: how many of the list are in it         */
    bool      doubled;
} sia_walk_states;

/* One /regex/ of the books as a tagger holds it. */
typedef struct {
    const sia_pattern *pattern;
    pcre2_code *anchored, *searching;       /* fast engine; reference engine, compiled when first used */
    uint32_t    runs;                       /* of the fast engine, up to RUNS_BEFORE_JIT      */
    sia_required has;                       /* letters without which it is not run            */
    bool        pieced;                     /* words tell where has.inside may stand          */
    uint32_t    sentence;                   /* 1 + the one last asked for has.inside; 0: none of this document */
    bool        stands;                     /* ... which has it                               */
    uint64_t    spent;                      /* CPU time in this document, nanoseconds         */
    bool        stopped;                    /* left out of this document                      */
    bool        refused;                    /* could not be compiled (memory): never run      */
} sia_regex;

/* Regexes by how their matches begin: those of one key lie in one place, with others. */
enum { SIA_PLACES = 1024 };
typedef SIA_VEC(uint32_t) sia_some_regexes;
typedef struct { uint32_t key, regex; } sia_keyed_regex;
typedef struct { SIA_VEC(sia_keyed_regex) at[SIA_PLACES]; } sia_keyed_regexes;

typedef struct {
    sia_keyed_regexes words;                                 /* with a known word: by its hash     */
    sia_keyed_regexes alone;                                 /* ... those of which nothing is known behind it */
    sia_keyed_regexes pairs;                                 /* ... the others: by the two letters behind it, too */
    sia_keyed_regexes letters;                               /* with known letters: by three of them; 0: with fewer, or a gap among them */
    sia_some_regexes unknown[256];                           /* of all others, by first byte       */
    sia_some_regexes sleepers, others;                       /* of these, those that words can wake, and the rest */
    sia_pieces *pieces;                                      /* NULL: words are not heard          */
    uint32_t   *told;                                        /* by regex: 1 + the sentence whose words have a piece of it */
    bool        unsure;                                      /* some of this sentence's words do not tell */
} sia_dispatch;

typedef struct {
    sia_regex           *v;
    uint32_t             n, any_stopped;
    sia_dispatch         by;
    pcre2_match_data    *data;
    pcre2_match_context *context;
    pcre2_jit_stack     *stack;
    uint64_t             began, clock;      /* CPU clock at the document's start, and when last looked at */
    uint32_t             calls;
    bool                 careful;           /* look at the clock at every call                */
} sia_regexes;

/* What the callout at a regex's end is asked about. */
typedef struct { const sia_doc *doc; sia_types *types; uint32_t from, first, limit, last, end; } sia_edge_query;

typedef struct sia_reference sia_reference;

struct sia_tagger {
    sia_arena      *a;                      /* program and types: as long as the tagger       */
    sia_arena      *scratch;                /* one document                                   */
    sia_tag_options options;
    sia_program     program;
    sia_types       types;
    sia_walk_states states;
    sia_regexes     regexes;
    sia_reference  *reference;        /* made when first asked for                      */
    sia_doc        *doc;                    /* while it is tagged                             */
    sia_founds      found;                  /* of rules; in scratch                           */
    sia_witness    *witnesses;              /* by owner                                       */
    sia_rule_use   *uses;                   /* by rule, book after book; NULL: not counted      */
    SIA_VEC(uint32_t) called;               /* those found in this document                   */
};

/* Files a match with its rule, or as a witness. */
void sia_put_found(sia_tagger *t, sia_found f);
void sia_put_witness(sia_tagger *t, sia_found f);

/* Where they are filed: all rules' together. */
sia_founds *sia_founds_of(sia_tagger *t, uint32_t owner);

/* Begins a document: nothing was found. */
void sia_found_begin(sia_tagger *t);

/* The owner's matches, put in order when first asked for; none when memory is out. */
const sia_witness *sia_witness_of(sia_tagger *t, uint32_t owner);

/* How many of a witness's matches begin before token `tok`; how many end before it. */
uint32_t sia_begun_before(const sia_witness *s, uint32_t tok);
uint32_t sia_ended_before(const sia_witness *s, uint32_t tok);

/* Where a hit that ends with this unit of a token ends, or 0 when no hit can end there. */
uint32_t sia_unit_hit_end(const sia_token *tok, const sia_type *type, uint32_t unit);

/* The byte of a token at which a match may begin behind its bound word; 0: none may. */
uint32_t sia_tail_begin(const sia_types *t, const sia_token *tok, const sia_type *type);

/* Whether the surface of a unit, less `strip` letters, is written as the item asks. */
bool sia_unit_case_fits(const sia_types *t, const sia_token *tok, const sia_type *type, uint32_t unit,
                        uint32_t strip, const sia_item *item);

/* All matches of the word patterns that begin at token `tok`; `limit` is its sentence's end. */
void sia_match_words(sia_tagger *t, uint32_t tok, uint32_t limit);

/* The regexes: made with the tagger, freed with it, begun anew with each document. */
bool sia_regexes_new(sia_tagger *t);
void sia_regexes_free(sia_regexes *r);
void sia_regexes_begin(sia_tagger *t);

/* The fast engine: runs one at token `tok`. */
void sia_regex_run_at(sia_tagger *t, uint32_t regex, uint32_t sentence, uint32_t tok);

/* dispatch.c: files the regexes by what is known of their matches. False: no memory. */
bool sia_dispatch_file(sia_tagger *t);
void sia_dispatch_begin(sia_tagger *t);                      /* a document */

/* The fast engine: whether any regex of whose first letters nothing is known may match in the sentence; the regexes that may begin
 * at token `tok` of it, by flags of its type. */
bool sia_regexes_awake(sia_tagger *t, uint32_t sentence);
void sia_regexes_at(sia_tagger *t, uint32_t sentence, uint32_t tok, uint32_t flags);

/* The reference engine: one regex over a sentence. */
void sia_regex_search(sia_tagger *t, uint32_t regex, uint32_t sentence);

/* Runs one match under the limits and the clock; the PCRE2 result. A limit stops the pattern for the document. */
void sia_no_memory(sia_tagger *t);
int sia_regex_run(sia_tagger *t, pcre2_code *code, sia_str subject, size_t at, uint64_t *spent);

/* Names a pattern that was stopped in the document's notes. */
void sia_regex_note(sia_tagger *t, const sia_pattern *pattern);

/* Takes back what patterns stopped in this document had found, and names them in its notes. */
void sia_regexes_settle(sia_tagger *t);
#endif
