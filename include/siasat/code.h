/* siasat/code.h: codebooks, and the hits they have in a document. */
#ifndef SIASAT_CODE_H
#define SIASAT_CODE_H
#include <siasat/indonesian.h>
#include <siasat/text.h>

/* ---- sheets: TSV and CSV as people save them ------------------------------------------- */

typedef struct {
    sia_str  *cell;
    uint32_t *at;                            /* where each cell's text begins, in the sheet's text */
    uint32_t  n;
    uint32_t  line, from;                    /* where the row begins: line from 1, offset      */
} sia_row;
typedef struct { SIA_VEC(sia_row) rows; sia_str text; char delimiter; } sia_sheet;   /* text: decoded to UTF-8 */

/* Delimiter (TAB, `;`, `,`) found from the first line; BOM, CRLF, RFC 4180 quotes (in TSV too, where a cell opens with one
 * that closes at its end), blank lines and lines that begin with # skipped. windows-1252 and UTF-16 are decoded. Cells are
 * trimmed and owned by `a`. An error names line and column. Linear. */
sia_status sia_sheet_parse(sia_sheet *out, sia_str name, sia_str bytes, sia_arena *a, sia_err *err) SIA_CHECKED;

/* ---- codebooks --------------------------------------------------------------------------- */

typedef struct sia_codebook sia_codebook;    /* immutable once parsed: share it between threads; lives in its arena */

typedef struct { sia_str code, name, definition; } sia_category;
typedef struct {
    sia_str  id, label, definition, examples, source, note;
    uint32_t category;                       /* index into the codebook's categories */
} sia_term;

/* docs/CODEBOOK.md describes the format. Errors name file, line, column and cause. */
sia_status sia_codebook_parse(sia_codebook **out, sia_str name, sia_str bytes, sia_arena *a, sia_err *err) SIA_CHECKED;

/* A codebook of one term from a pattern typed by hand (`kwic PATTERN`); the term's id is the pattern. */
sia_status sia_codebook_of_pattern(sia_codebook **out, sia_str pattern, sia_arena *a, sia_err *err) SIA_CHECKED;

sia_str             sia_codebook_name(const sia_codebook *cb);
uint32_t            sia_codebook_terms(const sia_codebook *cb);
const sia_term     *sia_codebook_term(const sia_codebook *cb, uint32_t i);          /* i < terms      */
uint32_t            sia_codebook_categories(const sia_codebook *cb);
const sia_category *sia_codebook_category(const sia_codebook *cb, uint32_t i);      /* i < categories */

/* A term's row of the sheet, its cells as they were typed. Every term has one at least, in the order of the sheet. */
typedef struct { uint32_t term; sia_str pattern, except, context; } sia_entry;
uint32_t  sia_codebook_entries(const sia_codebook *cb);
sia_entry sia_codebook_entry(const sia_codebook *cb, uint32_t i);                   /* i < entries    */

/* What has a pattern of its own, in the order of the sheet: a row of a term. `line` of the file, from 1; 0 for a pattern
 * typed by hand. `pattern`: the cell, as it was typed. */
typedef struct { uint32_t term, line; sia_str pattern; } sia_codebook_row;
uint32_t         sia_codebook_rules(const sia_codebook *cb);
sia_codebook_row sia_codebook_rule(const sia_codebook *cb, uint32_t i);             /* i < rules      */

/* The words that its patterns are made of, folded, each once; of a word with a glob what stands before it, from five letters
 * on; regexes give none. *i is 0 at first and moves on; false past the last. */
bool sia_codebook_word(const sia_codebook *cb, uint32_t *i, sia_str *out);

/* What `codebook check` prints beyond errors: oddities that are no errors. col 0: the whole row. */
typedef struct { sia_msg msg; uint32_t line, col; sia_str arg; } sia_finding;
typedef SIA_VEC(sia_finding) sia_findings;

/* Whether a pattern asks for lemmas or roots: then its taggers should be given the root table. */
bool sia_codebook_asks_roots(const sia_codebook *cb);

/* Adds to *out, owned by `a`: what was odd in reading the sheet, then the patterns that stand twice. Linear in the patterns. */
sia_status sia_codebook_review(const sia_codebook *cb, sia_findings *out, sia_arena *a, sia_err *err) SIA_CHECKED;

/* Runs the `examples` cells as tests, each example a document of its own, and adds a finding to *out for each that fails:
 * SIA_MSG_EXAMPLE_MISSED where the term should be found, SIA_MSG_EXAMPLE_FOUND where it should not. Owned by `a`; for
 * `roots` see sia_tag_options. */
sia_status sia_codebook_examples(const sia_codebook *cb, const sia_roots *roots, sia_findings *out, sia_arena *a,
                                 sia_err *err) SIA_CHECKED;

/* ---- codebooks of other programs ---------------------------------------------------------- */

typedef enum {
    SIA_BOOK_TSV, SIA_BOOK_CSV, SIA_BOOK_XLSX,                        /* ours                      */
    SIA_BOOK_YAML, SIA_BOOK_DIC, SIA_BOOK_YKD, SIA_BOOK_LCD, SIA_BOOK_LC3, SIA_BOOK_CAT, SIA_BOOK_COD, SIA_BOOK_QDC,
    SIA_BOOK_FORMATS
} sia_book_format;

bool        sia_book_format_of(const char *path, sia_book_format *f);     /* by the extension; false: none of these */
bool        sia_book_is_ours(sia_book_format f);
const char *sia_book_job(sia_book_format f);     /* the helper program's job that must unpack it first; NULL: plain text */

/* What a conversion leaves behind: one entry a kind. `effect`: what the new codebook finds, against the old one. */
typedef enum { SIA_FINDS_SAME, SIA_FINDS_MORE, SIA_FINDS_LESS, SIA_FINDS_OTHER } sia_loss_effect;
typedef struct {
    const char     *kind;                    /* "context", "case": never translated       */
    sia_msg         says;
    sia_loss_effect effect;
    uint64_t        n;                       /* how many cells, patterns ...              */
    uint32_t        line;                    /* the first one's, in a file that was read; 0: none */
    sia_str         term, example;           /* the first one's                           */
} sia_loss;
typedef SIA_VEC(sia_loss) sia_losses;
const char *sia_loss_effect_name(sia_loss_effect e);          /* same, more, less, other */

/* Another program's codebook as the TSV that sia_codebook_parse reads; `bytes` as the file has them or, where the format has
 * a job, as the helper program sent them. Categories of the first level become categories, deeper ones terms, their names
 * joined by /. Losses are added to *lost. docs/CODEBOOK.md says how each format is read. Linear, KH Coder's rules apart,
 * which may multiply out to 4,096 clauses. All owned by `a`, `bytes` included. */
sia_status sia_book_import(sia_str *tsv, sia_losses *lost, sia_book_format f, sia_str name, sia_str bytes, sia_arena *a, sia_err *err) SIA_CHECKED;

/* A codebook in another program's format; for XLSX the TSV that the helper program's job "workbook" takes. Fails for memory
 * alone. Linear in the patterns with lists spelt out. */
sia_status sia_book_export(sia_str *out, sia_losses *lost, sia_book_format f, const sia_codebook *cb, sia_arena *a, sia_err *err) SIA_CHECKED;

/* Its categories and terms as the elements <Code> of a REFI-QDA project (QDA-XML 1.5), word lists left out; "" where there are none.
 * guid[i], if guid is not NULL, becomes the identifier of term i's: the one it has in a .qdc where `space` is "", which tells the codes
 * of several codebooks in one project apart. Linear. */
sia_status sia_book_codes(sia_str *out, char (*guid)[37], const sia_codebook *cb, sia_str space, sia_arena *a, sia_err *err) SIA_CHECKED;

/* ---- tagging ----------------------------------------------------------------------------- */

/* Of matches that overlap: the leftmost, then longest of a codebook; all; the first in the codebook; the leftmost, then
 * longest of each category. */
typedef enum { SIA_POLICY_LONGEST, SIA_POLICY_ALL, SIA_POLICY_PRIORITY, SIA_POLICY_CATEGORY } sia_policy;
typedef enum { SIA_ENGINE_FAST, SIA_ENGINE_REFERENCE } sia_engine;

typedef struct {
    sia_policy policy;
    sia_engine engine;
    bool       no_jit;
    uint32_t   match_limit, depth_limit, heap_kib;   /* of one PCRE2 call; 0: our defaults */
    uint32_t   budget_ms;                            /* CPU of one pattern in one document; 0: our default */
    bool       overlaps;                             /* keep what the policy suppressed, in d->overlaps; count what rules do */
    const sia_roots *roots;                          /* outlives the tagger; NULL: `lemma:` and `root:` find only the word itself */
} sia_tag_options;

typedef struct sia_tagger sia_tagger;        /* one per thread, bound to one sia_doc's lex: what it knows of a form is kept */

/* Terms are numbered through all books in order: the first book's terms, then the second's. NULL: no memory.
 * Frees with sia_tagger_free; the books must outlive it. */
sia_tagger *sia_tagger_new(const sia_codebook *const *books, uint32_t n, const sia_tag_options *o);
void        sia_tagger_free(sia_tagger *t);

uint32_t            sia_tagger_terms(const sia_tagger *t);
const sia_term     *sia_tagger_term(const sia_tagger *t, uint32_t term);
const sia_category *sia_tagger_category(const sia_tagger *t, uint32_t term);

const char *sia_lost_why_name(sia_lost_why w);               /* earlier, longer, same_place, priority */

/* Fills d->hits from the counted sentences, by start, then end, then term, and adds to d->hits_lost; both engines give the
 * same, d->overlaps too. A hit ends with its last token, or before that token's own stop ("kab" in "kab."). A pattern stopped by a limit
 * gives no hit in the document and is named in d->notes (SIA_MSG_PATTERN_STOPPED). Needs sia_doc_tokenize. SIA_ENOMEM
 * spoils the tagger for good. Linear in the text for word patterns; a regex costs what PCRE2 takes, within its budget. */
sia_status sia_doc_tag(sia_doc *d, sia_tagger *t, sia_err *err) SIA_CHECKED;

/* How often a rule's patterns were found in all that the tagger has tagged: in all, those that except and context let stand,
 * those that are hits. Of a rule and place one counts, the longest. All 0 unless the tagger keeps overlaps. */
typedef struct { uint64_t found, stood, kept; } sia_rule_use;
sia_rule_use sia_tagger_use(const sia_tagger *t, uint32_t book, uint32_t rule);     /* rule < sia_codebook_rules */

/* ---- enumerations ---------------------------------------------------------------------------- */

/* One member of an enumeration, "strategi ofensif meliputi A, B, dan C" giving three. */
typedef struct {
    sia_span head, member;                   /* in s: what is said to have members, and the member; len > 0 */
    uint32_t sentence;                       /* the member's */
    uint32_t head_hit, member_hit;           /* the first hit inside, counted from 1 in d->hits; 0: none */
} sia_member;
typedef SIA_VEC(sia_member) sia_members;

/* Adds the members of every enumeration in the counted sentences to *out, in text order; owned by d->arena. Known are a cue
 * and a row with commas (meliputi, mencakup, terdiri atas, yakni, antara lain, seperti ...), ordinals (pertama ... kedua,
 * in one sentence or at the heads of several), numbers ("1) ... 2)") and list items below a line that announces them. Two
 * members at the least: a cue before one thing defines and does not enumerate. Needs sia_doc_tokenize; hits are looked
 * up where sia_doc_tag was run. Fails for memory alone (SIA_ENOMEM). Linear. */
sia_status sia_doc_lists(sia_doc *d, sia_members *out, sia_err *err) SIA_CHECKED;

/* ---- what may be a term ---------------------------------------------------------------------- */

enum { SIA_TERM_WORDS = 5 };                 /* words of the longest row that is looked at */

/* Tokens of one sentence; `member`: 1 + the member of *m that it is or stands in, 0: none. */
typedef struct { uint32_t first, n, member; } sia_termlike;
typedef SIA_VEC(sia_termlike) sia_termlikes;

/* Adds to *out, by place, what may be a term and is not the codebook's: in the counted sentences every row of up to
 * SIA_TERM_WORDS content words that neither stop words, verbs nor marks part, and members of enumerations as far as they
 * name something. Left out is what hits cover, and what would cut a hit in two. Owned by d->arena. Needs sia_doc_tag;
 * *m of sia_doc_lists. Fails for memory alone. Linear. */
sia_status sia_doc_termlikes(sia_doc *d, const sia_stops *stops, const sia_members *m, sia_termlikes *out, sia_err *err) SIA_CHECKED;

/* ---- quotes -------------------------------------------------------------------------------------- */

/* Where a passage that a person copied stands in s, inside `within`: its letters and digits in order, whatever their case
 * and whatever marks, blanks and line breaks lie between. The first exact place, else (for quotes up to 400 letters) the
 * nearest with at most a tenth of the letters changed, added or lost (Sellers 1980); false: none. Exact search is linear
 * in practice, the nearest costs letters of `within` times letters of the quote. Scratch in d->arena. */
bool sia_doc_quote(const sia_doc *d, sia_span within, sia_str quote, sia_span *found, bool *is_exact);

/* ---- how a hit is meant where it stands -------------------------------------------------------- */

typedef enum { SIA_VOICE_AUTHOR, SIA_VOICE_INFORMANT, SIA_VOICE_LITERATURE, SIA_VOICES } sia_voice;

typedef struct {
    bool    negated;                         /* in the scope of tidak, belum, bukan, tanpa, kurang ... */
    bool    recommended;                     /* in the scope of harus, perlu, sebaiknya ..., or said in saran: to be done, not done */
    uint8_t voice;                           /* sia_voice: who says it */
} sia_stance;

const char *sia_voice_name(sia_voice v);                     /* "author", "informant", "literature" */

/* The stance of each of d->hits by rules over the words around it; d->hits.n of them in d->arena, NULL: no memory. Rules,
 * scopes and how often they are right stand in docs/ACCURACY.md. Needs sia_doc_tag. Linear. */
sia_stance *sia_doc_stances(sia_doc *d);
#endif
