/* Options as data: one table parses, prints --help, and writes the manual. */
#ifndef SIA_OPT_H
#define SIA_OPT_H
#include <siasat.h>

typedef enum {
    OPT_FLAG,       /* bool: true when given                                 */
    OPT_COUNT,      /* unsigned, 0 to 1,000,000,000                          */
    OPT_SIZE,       /* uint64_t bytes: 512M, 2G                              */
    OPT_CHOICE,     /* int: the index of the word in `arg` (a|b|c)           */
    OPT_TEXT,       /* const char *                                          */
    OPT_LIST        /* opt_list: may be given again                          */
} opt_kind;

enum { OPT_LIST_MAX = 16 };
typedef struct { const char *v[OPT_LIST_MAX]; unsigned n; } opt_list;

typedef struct {
    const char *name;                   /* long name, without dashes          */
    char        brief;                  /* short name, or 0                   */
    opt_kind    kind;
    const char *arg;                    /* "N", "FILE", "csv|tsv"; NULL for flags */
    sia_msg     help;                   /* one line, no full stop             */
    size_t      at;                     /* offset of its place in `into`      */
} opt;

typedef struct {
    const opt *v;
    size_t     n;
    sia_msg    title;
    bool       shared;                  /* by many verbs: the manual describes it once */
} opt_group;

enum { OPT_GROUPS_MAX = 7 };
typedef struct {
    const char *name, *args;            /* "freq", "[INPUT...]"               */
    sia_msg     about;                  /* one line                           */
    const opt_group *groups[OPT_GROUPS_MAX];    /* until NULL                 */
    const char *examples[4];            /* command lines, until NULL          */
} opt_verb;

/* Fills what the table points at inside `into` and moves operands to the front of argv, their number into *operands.
 * `--` ends options; a lone `-` is an operand; names must be whole. Errors name the option and the nearest one. */
sia_status opt_parse(const opt_verb *v, int argc, char **argv, void *into, int *operands, sia_err *err) SIA_CHECKED;

/* The help page of a verb, in `lang`, allocated in `a`. */
sia_str opt_help(const opt_verb *v, sia_lang lang, sia_arena *a);

/* The name in `names` (n of them) nearest to `word`, or NULL when none is within a third of its letters. */
const char *opt_nearest(const char *word, const char *const *names, size_t n);
#endif
