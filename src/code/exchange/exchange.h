/* Inside the exchange of codebooks: the scheme that other programs' files are read into, the tree that helper programs send,
 * and what is lost. Shared by the files of this folder only.
 *
 *     their file -> (helper -> tree) -> scheme -> our TSV -> codebook -> their file
 */
#ifndef SIA_EXCHANGE_H
#define SIA_EXCHANGE_H
#include "../codebook.h"

/* ---- text that grows ---------------------------------------------------------------------------- */

typedef struct { SIA_VEC(char) b; sia_arena *a; } sia_buffer;
void    sia_buffer_add(sia_buffer *to, sia_str s);
void    sia_buffer_put(sia_buffer *to, const char *z);
sia_str sia_buffer_str(const sia_buffer *b);                  /* a view                          */

/* ---- losses --------------------------------------------------------------------------------------- */

typedef enum {
    /* what another format has no place for */
    LOSS_CATEGORY, LOSS_LABEL, LOSS_DEFINITION, LOSS_EXAMPLES, LOSS_SOURCE, LOSS_NOTE, LOSS_EMPTY, LOSS_LISTS, LOSS_COMMENT,
    /* how another program matches */
    LOSS_EXCEPT, LOSS_CONTEXT, LOSS_CASE, LOSS_FORMS, LOSS_REGEX, LOSS_GLOB, LOSS_MARK, LOSS_CHARACTER, LOSS_PHRASE, LOSS_STRING,
    LOSS_HYPHEN, LOSS_ENDINGS, LOSS_OVERLAPS, LOSS_TEXT,
    /* what our format has no place for */
    LOSS_DEPTH, LOSS_NAME, LOSS_WEIGHT, LOSS_RULE, LOSS_UNIT, LOSS_ID, LOSS_LONG, LOSS_SETS, LOSS_COLOR, LOSS_LATIN, LOSS_KINDS
} sia_loss_kind;

/* Counts one more of a kind; the first keeps its place and example. */
void sia_lose(sia_losses *lost, sia_arena *a, sia_loss_kind kind, uint32_t line, sia_str term, sia_str example);

/* ---- the tree that a helper program sends ------------------------------------------------------- */

/* Elements and texts in the order of the file; nesting is an index to the parent. Node 0 is the whole. */
typedef struct {
    sia_str  name, text;                    /* an element's name; text, where it is text       */
    uint32_t parent, line;
    uint32_t first_attribute, attributes;
    bool     is_text;
} sia_node;
typedef struct { sia_str name, value; } sia_attribute;
typedef struct { SIA_VEC(sia_node) nodes; SIA_VEC(sia_attribute) attributes; } sia_tree;

/* Reads src/helper/wire.h's lines; what is not whole or not in order is SIA_MSG_HELPER_GARBLED. */
sia_status sia_tree_parse(sia_tree *out, sia_str name, sia_str wire, sia_arena *a, sia_err *err) SIA_CHECKED;
sia_str    sia_tree_attribute(const sia_tree *t, uint32_t node, const char *name);   /* "" where there is none */

/* ---- the scheme: categories within categories, each with patterns in our notation -------------------- */

typedef struct { sia_str pattern, except, context, label, definition, examples, source, note; } sia_draft_row;
typedef struct {
    sia_str  name, label, definition, source, note;
    uint32_t parent;                        /* index; SIA_NO_NODE: a category                  */
    uint32_t line;
    bool     is_term;                       /* has a row of its own though it has no pattern   */
    SIA_VEC(sia_str)       words;           /* patterns without conditions: one row's cell     */
    SIA_VEC(sia_draft_row) rows;            /* patterns with some                              */
} sia_draft_node;
#define SIA_NO_NODE UINT32_MAX

typedef struct {
    sia_arena  *a;
    sia_str     name;                       /* the file's                                       */
    sia_losses *lost;
    sia_err    *err;
    bool        lists;                      /* the category @ holds word lists                  */
    SIA_VEC(sia_draft_node) nodes;          /* parents before children                          */
    sia_lex    *keys;                       /* parent and name: one node                        */
    SIA_VEC(uint32_t) of_key;
} sia_draft;

uint32_t sia_draft_node_at(sia_draft *d, uint32_t parent, sia_str name, uint32_t line);   /* found or added */
uint32_t sia_draft_path(sia_draft *d, sia_str path, uint32_t line);       /* "a/b": each level found or added */

/* Another program's pattern into ours, its blanks one each, with what means something to us escaped: `runs` and `ones` say
 * whether * and ? are wildcards there. Empty when nothing is left of it. */
sia_str sia_draft_pattern(sia_draft *d, sia_str theirs, bool runs, bool ones);
bool    sia_too_long(sia_str pattern);                       /* more than the codebook's reader takes */
void    sia_draft_add(sia_draft *d, uint32_t node, sia_str pattern, uint32_t line);       /* too long: a loss */

/* The scheme as a codebook's TSV. */
sia_status sia_draft_write(sia_draft *d, sia_str *tsv);

/* One reader a format; text is UTF-8. */
sia_status sia_read_yaml(sia_draft *d, const sia_tree *t);
sia_status sia_read_yoshikoder(sia_draft *d, const sia_tree *t);
sia_status sia_read_refi(sia_draft *d, const sia_tree *t);
sia_status sia_read_liwc(sia_draft *d, sia_str text);
sia_status sia_read_lexicoder(sia_draft *d, sia_str text);
sia_status sia_read_wordstat(sia_draft *d, sia_str text);
sia_status sia_read_khcoder(sia_draft *d, sia_str text);

/* The next line of `text` from *at on, without its end, trimmed on the right; false past the last. Counts *line. */
bool sia_next_line(sia_str text, size_t *at, sia_str *line, uint32_t *number);
sia_str sia_trimmed(sia_str s);

/* ---- writing ------------------------------------------------------------------------------------------ */

/* Categories and terms as a tree: a term id with / in it stands below others. */
typedef struct {
    sia_str  name;
    uint32_t up, depth;                     /* a category's depth is 1                         */
    uint32_t first, last, next;             /* children and the next of the same parent; 0: none */
    uint32_t term, category;                /* from 1; 0: none                                 */
} sia_level;

typedef struct {
    const sia_codebook *cb;
    sia_arena          *a;
    sia_losses         *lost;
    sia_buffer          out;
    uint32_t           *first_rule, *next_rule;   /* a term's rules in cb->rules, from 1; 0: no more */
    SIA_VEC(sia_level)  levels;             /* node 0 is the whole                             */
} sia_writing;

/* What a format's patterns can say. */
typedef struct {
    bool runs;                              /* * anywhere in a word                             */
    bool run_at_end;                        /* * at a word's end                                */
    bool ones;                              /* ?                                                */
    bool cases;                             /* letter case matters                              */
    bool phrases;                           /* several words                                    */
    const char *refused;                    /* characters that mean something else there       */
    const char *refused_first;              /* ... as the first                                 */
} sia_powers;

/* The patterns of a term, each different one once, as they are typed there. */
typedef SIA_VEC(sia_str) sia_spelt;
void sia_say_term(sia_writing *w, uint32_t term, const sia_powers *p, sia_spelt *out);
/* The same for one alternative; empty: it cannot be said, which is a loss. */
sia_str sia_say_alternative(sia_writing *w, uint32_t term, const sia_alternative *alt, const sia_powers *p);
/* Goes over the alternatives of a term, with lists spelt out. */
void sia_each_alternative(const sia_writing *w, uint32_t term, void (*see)(void *ctx, const sia_alternative *alt), void *ctx);

/* What no dictionary of words can say, counted: labels, exceptions, conditions ... */
void sia_lose_columns(sia_writing *w, bool definitions_too, bool labels_too);

/* A term's place below its category: ids that begin with "category/" lose that, and an id that is the category's own has
 * none. The next level of *rest; false after the last. */
sia_str sia_term_path(const sia_codebook *cb, uint32_t term);
bool    sia_next_level(sia_str *rest, sia_str *level);

/* Fills w->levels; the level after `at` in reading order, 0 after the last. */
void     sia_levels_make(sia_writing *w);
uint32_t sia_level_after(const sia_writing *w, uint32_t at);
void     sia_indent(sia_buffer *to, uint32_t n, const char *with);

void sia_write_yaml(sia_writing *w);
void sia_write_yoshikoder(sia_writing *w, bool phrases);
void sia_write_refi(sia_writing *w);
void sia_write_liwc(sia_writing *w);
void sia_write_lexicoder(sia_writing *w);
void sia_write_wordstat(sia_writing *w);
void sia_write_khcoder(sia_writing *w);
void sia_write_sheet(sia_writing *w, char delimiter);

void sia_put_xml(sia_buffer *to, sia_str s);                  /* escaped, what no XML can say as ? or a blank */
#endif
