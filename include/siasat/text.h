/* siasat/text.h: bytes -> reading text -> sections and blocks -> sentences and tokens.
 * A document is a row of columns. Each stage reads the columns to its left and fills one. */
#ifndef SIASAT_TEXT_H
#define SIASAT_TEXT_H
#include <siasat/base.h>

/* ---- reading text --------------------------------------------------------------------- */

typedef enum { SIA_ENC_AUTO, SIA_ENC_UTF8, SIA_ENC_UTF16LE, SIA_ENC_UTF16BE, SIA_ENC_CP1252 } sia_encoding;

const char *sia_encoding_name(sia_encoding e);               /* "utf-8", "utf-16le", "windows-1252" */
bool        sia_encoding_find(sia_str name, sia_encoding *e);/* by name, case and dashes ignored; false: unknown */

/* Bytes as text. A BOM decides, else `enc`, else what the bytes look like. */
typedef struct {
    sia_str      in;                    /* valid UTF-8 without BOM: a view of the bytes themselves where nothing changed */
    sia_encoding encoding;              /* never SIA_ENC_AUTO                                 */
    bool         ascii, guessed;        /* guessed: windows-1252, or UTF-16 without BOM: nothing in the input says so */
    uint64_t     bad, first_bad;        /* maximal subparts that became U+FFFD; byte of the input where the first stood */
    SIA_VEC(sia_span) runs;             /* where they stand in `in`, neighbours in one, ascending */
} sia_decoded;

/* What a file is by its first bytes, whatever its name says. */
typedef enum {
    SIA_FILE_TEXT, SIA_FILE_PDF, SIA_FILE_ZIP, SIA_FILE_EPUB, SIA_FILE_RTF, SIA_FILE_DOC, SIA_FILE_IMAGE, SIA_FILE_PACKED, SIA_FILE_HTML, SIA_FILE_MARKDOWN, SIA_FILE_UTF32
} sia_file_kind;

sia_file_kind sia_file_sniff(sia_str raw);                   /* looks at a few hundred bytes         */

/* Never fails for bytes that are wrong, only for a format that is no text (PDF, ZIP ...: SIA_ETEXT, with the way out),
 * for more than 2 GiB and for memory. What had to be made is owned by `a`; linear. */
sia_status sia_decode(sia_decoded *out, sia_str name, sia_str raw, sia_encoding enc, sia_arena *a, sia_err *err) SIA_CHECKED;

/* The same for bytes that are text in any case. */
sia_status sia_decode_text(sia_decoded *out, sia_str name, sia_str raw, sia_encoding enc, sia_arena *a, sia_err *err) SIA_CHECKED;

/* The encoding that a web page declares for itself in its first 1024 bytes (WHATWG's prescan, in short): *enc, AUTO where it
 * declares none. False: it declares one that is not read, *name, a view of `raw`. */
bool sia_html_encoding(sia_str raw, sia_encoding *enc, sia_str *name);

/* One piece of the way back. s[at, next.at) came from in[raw, raw+raw_len). Where the piece was copied, raw_len equals
 * its own length and offsets correspond one to one; where it was replaced (ligature, NFC), any offset means the whole. */
typedef struct { uint32_t at, raw, raw_len; bool copied; } sia_piece;

typedef enum {
    SIA_FIX_BAD_BYTES,      /* bytes that are not UTF-8 became U+FFFD; `n` maximal subparts  */
    SIA_FIX_NUL,            /* NUL became a blank                                           */
    SIA_FIX_NFC,            /* letters composed                                             */
    SIA_FIX_LIGATURE,       /* U+FB01 became fi                                             */
    SIA_FIX_SOFT_HYPHEN,    /* U+00AD left out                                              */
    SIA_FIX_WORD_JOINED,    /* kemasya-⏎rakat                                               */
    SIA_FIX_REDUP_JOINED,   /* program-⏎program keeps its hyphen                            */
    SIA_FIX_BLANK_LINE,     /* a blank line inside a sentence                               */
    SIA_FIX_PAGE_NUMBER,    /* a line that is the page's number, set aside                  */
    SIA_FIX_RUNNING_HEAD,   /* a line that recurs at page edges, set aside                  */
    SIA_FIX_NOTE_MARK,      /* the digits of a footnote glued to a word, set aside          */
    SIA_FIX_COUNT
} sia_fix_kind;

const char *sia_fix_name(sia_fix_kind k);                    /* "word-joined": what `text --repairs` prints */

typedef struct {
    sia_fix_kind kind;
    uint32_t at, len;                   /* what stands now, in s (len 0: set aside)           */
    uint32_t raw, raw_len;              /* what stood, in `in`                                */
} sia_fix;

/* What a reader of the results should be told about this document: printed by the program, one line each. */
typedef struct { sia_msg msg; uint32_t raw; char arg[96]; } sia_note;

typedef struct {
    uint32_t at;                        /* where the page begins, in s                        */
    uint32_t number;                    /* the file's page, from 1; 0 where the text has no form feeds */
    sia_str  label;                     /* the printed number ("ix", "87"); empty if unknown  */
    uint32_t raw;                       /* where the page begins in `in`: behind its form feed */
} sia_page;

/* What a document's own format says of its parts. An input of plain text has none of these. */
typedef enum {
    SIA_MARK_NONE, SIA_MARK_PARAGRAPH, SIA_MARK_HEADING, SIA_MARK_ITEM, SIA_MARK_FOOTNOTE, SIA_MARK_ROW, SIA_MARK_CAPTION,
    SIA_MARK_FURNITURE
} sia_mark_kind;

typedef enum { SIA_SIZE_BODY, SIA_SIZE_SMALL, SIA_SIZE_LARGE } sia_letter_size;

typedef struct {
    uint32_t raw, raw_len;              /* in `in`                                            */
    uint32_t at;                        /* where its words begin in s; of furniture, where it would stand */
    uint8_t  kind;                      /* sia_mark_kind; NONE: the text decides              */
    uint8_t  level;                     /* of a heading, from 1, 0 unknown; of an item its depth, from 1 */
    uint8_t  size;                      /* sia_letter_size, against that of most of the text  */
    bool     bold;                      /* all of it                                          */
    bool     more;                      /* goes on with what the last mark began, or (with `perhaps`) may do so */
    bool     perhaps;
    sia_str  number;                    /* of an item or footnote, as printed                 */
} sia_mark;

typedef struct {
    sia_str      name;                  /* as the user gave it; "-" is standard input         */
    sia_str      format;                /* "text", "docx", "pdf" ...                          */
    sia_encoding encoding;              /* what `raw` was read as                             */
    sia_str      in;                    /* the decoded input: valid UTF-8, without the BOM, else untouched */
    sia_str      s;                     /* reading text: NFC, LF, furniture out, words mended; NUL after it */
    bool         ascii;                 /* `in` is all ASCII: byte offsets are code points    */
    bool         double_spaced;         /* a blank line follows (nearly) every line           */
    SIA_VEC(sia_piece) pieces;          /* ascending `at` and `raw`, the first at 0           */
    SIA_VEC(sia_fix)   fixes;           /* ascending by raw                                   */
    SIA_VEC(sia_page)  pages;           /* ascending by at; empty: nothing known of pages     */
    SIA_VEC(sia_mark)  marks;           /* ascending by raw and at, without overlap; empty: a text by itself */
    SIA_VEC(uint32_t)  lines;           /* where each line of `in` begins                     */
    SIA_VEC(uint32_t)  points;          /* code points of `in` before byte 1024 * i; empty if ascii */
} sia_text;

/* ---- segments ------------------------------------------------------------------------- */

typedef enum {
    SIA_PART_NONE, SIA_PART_FRONT, SIA_PART_ABSTRAK, SIA_PART_PENDAHULUAN, SIA_PART_TEORI, SIA_PART_METODE,
    SIA_PART_HASIL, SIA_PART_KESIMPULAN, SIA_PART_SARAN, SIA_PART_PUSTAKA, SIA_PART_LAMPIRAN, SIA_PART_COUNT
} sia_part;

const char *sia_part_name(sia_part p);                       /* "saran"; "" for none           */
bool        sia_part_find(sia_str name, sia_part *p);

/* sections[0] is the document itself (level 0, no heading). A section runs from its heading to the next heading of its
 * level or above; its text is that of its blocks, sub-sections' blocks belong to the sub-sections. */
typedef struct {
    sia_span span;                      /* in s: heading and all below it                     */
    sia_span head;                      /* in s: the heading's lines; len 0 for sections[0]   */
    sia_str  number;                    /* "BAB IV", "4.2", "A", "": tidied                    */
    sia_str  title;                     /* "Saran": blanks folded, letter spacing closed      */
    sia_str  name;                      /* unique in the document: "BAB IV/4.1 Kesimpulan"    */
    uint32_t parent;                    /* index; own index for sections[0]                   */
    uint32_t chapter;                   /* index of the level-1 section that holds it, or 0   */
    uint8_t  level;                     /* 0 document, 1 BAB, 2 "4.1", 3 "4.1.2" ...           */
    uint8_t  part;                      /* sia_part                                           */
} sia_section;

typedef enum {
    SIA_BLOCK_PARAGRAPH, SIA_BLOCK_HEADING, SIA_BLOCK_ITEM, SIA_BLOCK_FOOTNOTE, SIA_BLOCK_TABLE, SIA_BLOCK_CAPTION,
    SIA_BLOCK_TITLE, SIA_BLOCK_KEYWORDS, SIA_BLOCK_COUNT
} sia_block_kind;

const char *sia_block_name(sia_block_kind k);                /* "paragraph"                    */

/* Blocks cut s from left to right without overlap; white space may lie between them. A block is never empty. */
typedef struct {
    sia_span span;                      /* in s; starts and ends with a character that is no white space */
    uint32_t section;
    uint8_t  kind;                      /* sia_block_kind                                     */
    uint8_t  depth;                     /* of an item: 1, or more inside another item; else 0 */
    sia_str  number;                    /* of an item, caption or footnote: "1", "a", "4.1"; else empty */
} sia_block;

typedef struct {
    sia_span span;                      /* in s, inside its block, trimmed of white space     */
    uint32_t block;
    uint32_t first, n;                  /* its tokens                                         */
    bool     counted;                   /* takes part in tokens, tag, kwic and all counts     */
} sia_sentence;

/* ---- tokens ---------------------------------------------------------------------------- */

typedef enum {
    SIA_WORD, SIA_NUMBER, SIA_PUNCT, SIA_SYMBOL, SIA_URL, SIA_EMAIL, SIA_TOKEN_KINDS
} sia_token_kind;

const char *sia_token_kind_name(sia_token_kind k);           /* "word"                         */

/* Reduplication; ends with a stop that is its own; its form is a repaired one; a blank was lost before it (repaired). */
enum { SIA_TOK_REDUP = 1, SIA_TOK_ABBR = 2, SIA_TOK_REPAIRED = 4, SIA_TOK_GLUED = 8 };

typedef struct {
    sia_span span;                      /* in s, inside its sentence                          */
    sia_id   form;                      /* sia_fold of the surface, in doc->lex               */
    uint32_t sentence;
    uint8_t  kind, flags;               /* sia_token_kind; SIA_TOK_*                          */
} sia_token;

typedef struct {
    /* in s, from its first token's start, or behind a bound word there ("pasca-|Pilkada"); it may end before the last one's end: a stop that an abbreviation carries
     * ('... tim sukses dkk.') is left out where the pattern does not ask for it */
    sia_span span;
    uint32_t first, n;                  /* tokens covered, the last perhaps without its stop  */
    uint32_t sentence;
    uint32_t term;                      /* index into the tagger's terms                      */
} sia_hit;

/* Why a match is no hit: another one that overlaps it begins earlier; begins there too and is longer; stands at the very same
 * place and comes first in the codebook; comes first in the codebook, wherever it stands (policy priority). */
typedef enum { SIA_LOST_EARLIER, SIA_LOST_LONGER, SIA_LOST_SAME_PLACE, SIA_LOST_PRIORITY } sia_lost_why;

typedef struct {
    sia_hit  lost, winner;
    uint32_t lost_rule, winner_rule;    /* the codebook's rules that they are of: sia_codebook_rule */
    uint8_t  why;                       /* sia_lost_why                                       */
} sia_suppressed;

/* ---- repairs: slips of typing and OCR (siasat/repair.h) ------------------------------------- */

typedef enum {
    SIA_RULE_VARIANT,       /* karna: our list of spelling variants                         */
    SIA_RULE_DIACRITIC,     /* politík                                                      */
    SIA_RULE_DIGIT,         /* 1oyalitas                                                    */
    SIA_RULE_DOUBLED,       /* ekoonomi, Kkerja                                             */
    SIA_RULE_LOOKALIKE,     /* calcg, untiik, pernilihan                                    */
    SIA_RULE_SWAPPED,       /* marekting                                                    */
    SIA_RULE_ONE_LETTER,    /* suskses, vyang, leguslatif                                   */
    SIA_RULE_GLUED,         /* olehpartai                                                   */
    SIA_RULE_PREPOSITION,   /* diwilayah, kemasyarakat                                      */
    SIA_RULE_PREFIX_APART,  /* di jalankan                                                  */
    SIA_RULE_CLITIC_APART,  /* banyak nya                                                   */
    SIA_RULE_WORD_APART,    /* kam panye                                                    */
    SIA_RULE_REDUPLICATION, /* program program                                              */
    SIA_RULE_COUNT
} sia_repair_rule;

/* Where the proposed form is known from. */
typedef enum { SIA_PROOF_LIST, SIA_PROOF_DOCUMENT, SIA_PROOF_CODEBOOK, SIA_PROOF_COMMON, SIA_PROOF_DICTIONARY } sia_proof;

/* What applying it does to the tokens. */
typedef enum { SIA_EFFECT_FORM, SIA_EFFECT_SPLIT, SIA_EFFECT_JOIN, SIA_EFFECT_NONE } sia_effect;

typedef struct {
    sia_span span;                      /* in s: what is to be repaired                       */
    uint32_t first, n;                  /* its tokens                                         */
    uint32_t cut;                       /* of a split: bytes of the span that are its first word */
    uint32_t seen;                      /* how often the document has the proposed form; 0 for other proofs */
    sia_str  proposal;                  /* cased as the place asks                            */
    uint8_t  rule, proof, effect;       /* sia_repair_rule, sia_proof, sia_effect             */
} sia_repair;

/* ---- the document ----------------------------------------------------------------------- */

typedef struct {
    sia_arena *arena;                   /* owns every column; reset between documents         */
    sia_arena *lex_arena;               /* owns lex                                           */
    sia_lex   *lex;                     /* this worker's forms, alive across its documents    */
    sia_text   text;
    SIA_VEC(sia_note)     notes;
    SIA_VEC(sia_section)  sections;     /* in text order, parents before children             */
    SIA_VEC(sia_block)    blocks;       /* in text order                                      */
    SIA_VEC(sia_sentence) sentences;    /* in text order                                      */
    SIA_VEC(sia_token)    tokens;       /* in text order, no overlap                          */
    SIA_VEC(sia_repair)   repairs;      /* in text order, no overlap; empty unless asked for  */
    SIA_VEC(sia_hit)      hits;         /* by start, then end, then term                      */
    uint64_t hits_lost;                 /* matches that the policy suppressed                 */
    SIA_VEC(sia_suppressed)  overlaps;     /* each of them, by start; empty unless the tagger keeps them */
} sia_doc;

sia_doc *sia_doc_new(const sia_mem *mem, size_t limit);      /* NULL: no memory; limit 0: none; one thread */
void     sia_doc_free(sia_doc *d);                           /* NULL is fine                   */
void     sia_doc_reset(sia_doc *d);                          /* empties every column; forms stay known */
void     sia_doc_note(sia_doc *d, sia_msg msg, uint32_t raw, const char *arg, ...) __attribute__((format(printf, 4, 5)));

/* The stages, each linear in the text. On failure *err says which document and where; the columns are then undefined.
 * `raw` must outlive the document's use; it may live in d->arena. The columns of an earlier document are forgotten, but
 * only sia_doc_reset gives their memory back. */
sia_status sia_doc_read    (sia_doc *d, sia_str name, sia_str raw, sia_encoding enc, sia_err *err) SIA_CHECKED;
/* Notes what is to be told of an input's decoding. */
void sia_doc_note_decoding(sia_doc *d, const sia_decoded *from);

/* The same for a document that a helper program took apart: `stream` is what it sent (src/helper/document.h), and becomes
 * `text.in`, the decoded input, with `text.marks` beside it. SIA_MSG_HELPER_GARBLED: it is no such stream. */
sia_status sia_doc_read_stream(sia_doc *d, sia_str name, sia_str stream, sia_err *err) SIA_CHECKED;

/* The stream that a helper of ours would have sent of a document that another program (catdoc) wrote out as lines of text: each
 * line a paragraph, a note that it was read so. *stream is owned by `a`, at most five times as long. Linear; fails for memory. */
sia_status sia_stream_of_lines(sia_str *stream, sia_str name, sia_str format, sia_str text, sia_arena *a, sia_err *err) SIA_CHECKED;
sia_status sia_doc_segment (sia_doc *d, sia_err *err) SIA_CHECKED;
sia_status sia_doc_tokenize(sia_doc *d, sia_err *err) SIA_CHECKED;   /* fills sentences (all counted) and tokens */

/* Keeps as counted only the sentences whose part is in the set (bit 1 << part). */
void sia_doc_select(sia_doc *d, uint32_t parts);

/* ---- the way back ------------------------------------------------------------------------ */

/* The bytes of `in` that a span of s came from: from the first piece's start to the last piece's end, set-aside text
 * between included, so that cutting `in` there gives the surface as it stands in the input. O(log pieces). */
sia_span sia_text_raw(const sia_text *t, sia_span in_s);
uint64_t sia_text_point(const sia_text *t, uint32_t raw);    /* code points of `in` before byte raw; O(1) */

typedef struct { uint32_t line, col; } sia_place;            /* of the input, from 1; col in code points */
sia_place sia_text_place(const sia_text *t, uint32_t raw);   /* O(log lines + column)           */

const sia_page *sia_text_page(const sia_text *t, uint32_t off);   /* the page that holds s[off]; NULL: none known */

/* The decoded input with the marks that its reader set, a line each: the notation that docs/MARKS.md describes, from which
 * input, pages and marks can be read again. `where` names the sink in an error. Linear. */
sia_status sia_text_marks(const sia_text *t, sia_sink to, sia_str where, sia_err *err) SIA_CHECKED;

/* Pages without a printed number get the one that follows from `first`, the number of the file's first page ("87", "ix"); what
 * is no page number changes nothing. And what that number must be by the first page that has one; "": no page tells.
 * Labels are owned by `a`. Only for texts with form feeds. */
void    sia_text_label_pages(sia_text *t, sia_str first, sia_arena *a);
sia_str sia_text_first_label(const sia_text *t, sia_arena *a);

/* ---- title pages ------------------------------------------------------------------------------ */

/* What a title page says; empty where it does not say it. Views of d->text.s, or owned by d->arena. */
typedef struct { sia_str author, year, party, region, university; } sia_title_page;

/* Reads what stands before the first chapter: the first page, or 60 lines. A guess for a reader to check, made of line shapes
 * ("Oleh:", "Universitas ...", a year alone). Needs sia_doc_segment. Linear in those lines. */
void sia_title_page_of(const sia_doc *d, sia_title_page *out);

/* The same for words that name a party, a region or a year wherever they are from: a folder's name. */
void sia_title_words(sia_str words, sia_title_page *out, sia_arena *a);

/* ---- plain Unicode boundaries (UAX #29, Unicode 15) ---------------------------------------- */

/* The next boundary after byte `from` of valid UTF-8 `s`, from < s.n; s.n at the latest. From a boundary, amortised
 * linear over a walk. The untailored rules: the tokenizer and sentence splitter build on them. */
uint32_t sia_word_break(sia_str s, uint32_t from);
uint32_t sia_sentence_break(sia_str s, uint32_t from);

/* ---- stop lists ------------------------------------------------------------------------------ */

typedef struct sia_stops sia_stops;                          /* immutable once loaded: share it between threads */

/* One word a line, `#` begins a comment, blank lines skipped, any of our encodings. Errors name file and line. */
sia_status sia_stops_parse(sia_stops **out, sia_str name, sia_str bytes, sia_arena *a, sia_err *err) SIA_CHECKED;
bool       sia_stops_has(const sia_stops *s, sia_str folded);
#endif
