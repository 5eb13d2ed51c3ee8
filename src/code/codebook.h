/* Inside the codebook: what the parser makes and the tagger reads. Shared by the files of src/code only. */
#ifndef SIA_CODEBOOK_H
#define SIA_CODEBOOK_H
#include "sheet.h"
#include "units.h"

/* One word or mark of a pattern. The bytes SIA_GLOB_RUN and SIA_GLOB_ONE stand for * and ? in `text` and `cased`; of a glob
 * `~word`, SIA_GLOB_NEAR stands after the first letter: one slip is allowed between it and the last SIA_NEAR_KEPT letters. */
enum { SIA_GLOB_RUN = 1, SIA_GLOB_ONE = 2, SIA_GLOB_NEAR = 3, SIA_NEAR_KEPT = 2 };
typedef enum { SIA_ITEM_WORD, SIA_ITEM_GLOB, SIA_ITEM_ANY, SIA_ITEM_MARK, SIA_ITEM_LEMMA, SIA_ITEM_ROOT } sia_item_kind;
typedef struct {
    sia_str typed;                          /* after `case:`                                  */
    sia_str upper;                          /* in capitals, where it begins with one          */
} sia_case;
typedef struct {
    sia_str text;                           /* folded                                         */
    const sia_case *cased;                  /* NULL: any case                                 */
    uint8_t kind;
} sia_item;

/* Where a cell's characters stand in the file; sheet NULL: a pattern typed by hand. */
typedef struct { const sia_sheet *sheet; const sia_row *row; uint32_t cell; } sia_cell_at;
sia_place sia_cell_place(sia_cell_at at, size_t in_cell);

typedef struct { sia_cell_at at; sia_str text; } sia_cell;   /* a cell that was read as a pattern */

/* One alternative of a pattern: a row of items, or a regex (n = 0). Codebooks with lists have many: keep it small. */
typedef struct {
    const char *source;                     /* as typed, in its cell's text                   */
    uint32_t    len;
    uint32_t    cell;                       /* index into cells                               */
    uint32_t    first;                      /* in steps                                       */
    uint8_t     n;
    bool        keep_case;                  /* a regex: /.../c                                */
} sia_alternative;


static inline sia_str sia_source(const sia_alternative *alt) { return (sia_str){ alt->source, alt->len }; }

/* What stands between a regex's slashes. */
static inline sia_str sia_regex_of(const sia_alternative *alt)
{
    return (sia_str){ alt->source + 1, alt->len - 2u - alt->keep_case };
}

typedef struct { uint32_t first, n; } sia_range;

/* What a pattern cell says: its own alternatives, and the lists it names whole, with the lists these name: a list that
 * many cells name is kept, and matched, once. In `except` and `context` cells equal texts share one set. */
typedef struct {
    sia_range alts;                         /* in alts                                        */
    sia_range lists;                        /* in named: indices into lists                   */
} sia_set;

static inline bool sia_set_any(const sia_set *s) { return s->alts.n || s->lists.n; }

typedef enum {
    SIA_IN_SENTENCE, SIA_IN_PARAGRAPH, SIA_IN_SECTION, SIA_IN_DOC, SIA_IN_BEFORE, SIA_IN_AFTER, SIA_IN_NEAR, SIA_IN_PART
} sia_scope;

typedef struct {
    uint8_t  scope;
    bool     negated;
    uint32_t n;                             /* words, of before, after and near               */
    uint32_t set;                           /* index into sets; of part: bits 1 << sia_part   */
} sia_condition;

#define SIA_NO_SET UINT32_MAX

/* "buku" is also met as "bukubuku" (4 letters or more) and "buku2" (3 or more). */
bool sia_word_doubles(sia_str word);
bool sia_word_takes_two(sia_str word);

/* The word in capitals when it begins with a capital (Golkar: GOLKAR); else as it is. */
sia_str sia_upper_form(sia_arena *a, sia_str word);

/* Whether `s` fits a text with glob bytes. Linear in s for one run, times the glob's length at worst. */
bool sia_glob_fits(sia_str glob, sia_str s);

typedef struct {                            /* one row that has a pattern                     */
    uint32_t  term;
    uint32_t  line;                         /* of the sheet; 0: typed by hand                 */
    sia_set   patterns;
    uint32_t  except;                       /* index into sets, or SIA_NO_SET                 */
    sia_range conditions;
} sia_rule;

typedef struct { sia_str name; sia_set patterns; } sia_list;  /* its `lists` do not name itself */

typedef struct { uint32_t term; sia_str text; sia_cell_at at; } sia_example;   /* an `examples` cell */

typedef struct { uint32_t term, row; } sia_entry_row;        /* row: of the sheet             */

struct sia_codebook {
    sia_arena *a, *scratch;                 /* scratch: of the parse only                     */
    sia_str    name;
    sia_sheet  sheet;
    SIA_VEC(sia_category)    categories;
    SIA_VEC(sia_term)        terms;
    SIA_VEC(sia_rule)        rules;
    SIA_VEC(sia_condition)   conditions;
    SIA_VEC(sia_set)         sets;
    SIA_VEC(sia_cell)        cells;
    SIA_VEC(sia_alternative) alts;
    SIA_VEC(uint32_t)        steps;         /* indices into items                             */
    SIA_VEC(uint32_t)        named;         /* indices into lists                             */
    SIA_VEC(sia_item)        items;         /* each different one once                        */
    SIA_VEC(sia_list)        lists;
    SIA_VEC(sia_finding)     findings;
    bool       asks_roots;                  /* an item is a lemma or root                     */
    SIA_VEC(sia_example)     examples;
    SIA_VEC(sia_entry_row)   entries;
    uint32_t   pattern_column, except_column, context_column;    /* of the sheet; beyond it: none */
    uint32_t *item_slots;                   /* open addressing, by what items are: 1 + an index, 0: free */
    uint32_t  item_mask;
    sia_lex *set_keys, *list_names;         /* id k names sets[k-1], lists[k-1]               */
};

static inline bool sia_item_is_key(const sia_item *i) { return i->kind == SIA_ITEM_LEMMA || i->kind == SIA_ITEM_ROOT; }

/* The lemma or root that a folded word has, as the kind says: the word itself without a root table. Of `room` or of the word. */
sia_str sia_key_of(const sia_roots *roots, sia_item_kind kind, sia_str word, sia_analysis *room);

/* Texts are NFC when they are matched, so patterns must be. */
sia_str sia_composed(sia_arena *a, sia_str s);

/* Reads the sheet into a blank codebook. */
sia_status sia_codebook_build(sia_codebook *cb, sia_str bytes, sia_err *err) SIA_CHECKED;

/* Where the sheet has the column of this English title; UINT32_MAX: nowhere. */
uint32_t sia_codebook_column(const sia_codebook *cb, const char *title);

/* Finding a place costs the length of its row: a sheet of a hundred thousand oddities is told of the first of them. */
enum { SIA_FINDINGS_MAX = 200, SIA_LISTS_MAX = 1000 };
void sia_codebook_find(sia_codebook *cb, sia_msg msg, sia_place at, sia_str arg);

/* An item that is a word of a pattern's, or a list. */
typedef struct { bool is_list; uint32_t id; } sia_element;

/* Reading one cell from byte `i` on. */
typedef struct { sia_codebook *cb; sia_str cell; sia_cell_at at; size_t i; sia_err *err; } sia_reader;
sia_status sia_reader_fail(const sia_reader *r, sia_msg msg, size_t at, sia_str culprit);
void       sia_reader_blanks(sia_reader *r);
bool       sia_reader_is(const sia_reader *r, char c);        /* at this character */
sia_char   sia_reader_class(const sia_reader *r, uint32_t *len);   /* a blank of no length at the end */

/* The word, mark or list at r->i, where neither a blank nor a dash stands. */
sia_status sia_element_read(sia_reader *r, sia_element *out) SIA_CHECKED;

/* Appends the alternatives of the rest of the cell to the book. */
sia_status sia_pattern_read(sia_reader *r, sia_set *out) SIA_CHECKED;

/* Where the pattern that begins at r->i ends: at an unescaped `;` outside /.../, or the cell's end. */
size_t sia_pattern_end(const sia_reader *r);

/* The set of the patterns in cell[i, end): one that the book has already when the text is the same. */
sia_status sia_set_read(sia_reader *r, size_t end, uint32_t *set) SIA_CHECKED;

/* The conditions of a context cell. */
sia_status sia_conditions_read(sia_reader *r, sia_range *out) SIA_CHECKED;
#endif
