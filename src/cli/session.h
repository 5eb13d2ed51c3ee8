/* One run of the program: its settings, inputs, codebooks, output, and what is to be said at the end. */
#ifndef SIA_SESSION_H
#define SIA_SESSION_H
#include "input.h"
#include "settings.h"

enum { EXIT_DONE = 0, EXIT_PARTLY = 1, EXIT_USAGE = 2, EXIT_FAILED = 3 };

typedef struct review review;

/* Where a table of a report goes, instead of -o, and what it is called there. */
typedef struct { sia_sink to; sia_str where; sia_format format; const char *name, *title; } outlet;
struct meta;
struct exporting;
struct merged;

enum { ADD_NEGATED, ADD_MODALITY, ADD_VOICE, ADDS };         /* as the columns of "tag --columns" stand */

/* Which hits --where keeps by how they are meant; 0: all, else 1 + the value. */
typedef struct { uint8_t negated, recommended, voice; } stance_want;

typedef struct {
    settings    set;
    sia_lang    lang;
    sia_msg     about;                  /* what the verb gives, in a line */
    sia_arena  *arena;                  /* lives as long as the run */
    char      **operand;
    int         operands;
    inputs      in;
    int         inputs_from;            /* the first operand that is an input */
    bool        inputs_known;
    uint32_t    parts;                  /* set of sia_part that is counted */
    const sia_codebook **books;
    uint32_t    n_books;
    const struct merged *merged;        /* partials in the place of documents, or NULL */
    review     *review;                 /* --hits, or NULL */
    struct meta *meta;                  /* --meta, once read; else NULL */
    const sia_stops *stops;             /* --stopwords, or NULL */
    sia_roots  *roots;                  /* once session_roots was asked; else NULL */
    const sia_spelling *spelling;       /* --repair and repairs, else NULL */
    sia_outfile *file;                  /* -o, while open */
    struct exporting *exporting;        /* the program that makes a workbook of the table, while it does */
    sia_table  *table;
    const outlet *outlet;               /* of a report's table; else NULL */
    struct study *study;                /* the report that it is part of; else NULL */
    sia_columns columns;                /* of the table that was opened last: a verb's own list may be gone when it is done */
    bool        told;                   /* a run before has named the inputs that cannot be read */
    const char *variant;                /* "--unit span", "--by": the table has the columns of this one too; or NULL */
    bool        adds[ADDS];             /* columns that tag --columns asks for */
    stance_want want;                   /* --where negated=, modality=, voice= */
    sia_str     sink_name;
    uint32_t    failed;                 /* inputs that could not be read */
    unsigned    lacks;                  /* layers of confinement that helpers could not have: told once */
    uint64_t    rows_cut;               /* rows that --top or --min-count left out */
} session;

/* What a verb is to the program. `run` fills the table or prints; it returns an error for usage (exit 2) or failure (3). */
typedef struct {
    opt_verb   opts;
    sia_status (*run)(session *s, sia_err *err);
} command;

extern const command cmd_docs, cmd_text, cmd_outline, cmd_tokens, cmd_tag, cmd_kwic, cmd_quote, cmd_lists, cmd_discover, cmd_freq, cmd_cooc, cmd_network, cmd_keyness, cmd_explain, cmd_lexdiv, cmd_crosstab, cmd_ngrams, cmd_meta, cmd_repairs, cmd_sheet, cmd_evaluate, cmd_partial, cmd_merge, cmd_cluster, cmd_codebook, cmd_columns, cmd_report, cmd_methods;

/* ---- saying things ------------------------------------------------------------------------ */

void say(const session *s, const char *line);                       /* one line on standard error, unless --quiet */
void say_error(sia_lang lang, const sia_err *err);                   /* always */
void say_usage(sia_lang lang);                                      /* the short usage with three examples */

/* ---- setting up ----------------------------------------------------------------------------- */

/* Finds the inputs from operand `from` on (standard input when there is none and it is no terminal), joins --meta, applies --where and --dedup. */
sia_status session_inputs(session *s, int from, sia_err *err) SIA_CHECKED;
sia_status session_books(session *s, sia_err *err) SIA_CHECKED;      /* --codebook, or the shipped one; and --hits */
sia_status session_stops(session *s, const char *shipped, sia_err *err) SIA_CHECKED;  /* --stopwords, else a shipped list, else NULL: none */
sia_status session_roots(session *s, sia_err *err) SIA_CHECKED;      /* the root table with --roots added; once */

sia_status session_spelling(session *s, sia_err *err) SIA_CHECKED;   /* what repair goes by; opens the codebooks if need be */

/* The columns of `name`, and behind them those that --columns and --repair add. NULL: no memory. */
const sia_columns *session_columns(session *s, const char *name);

/* Opens the table of `name`'s columns on -o or standard output, in the format asked for. */
sia_status session_table(session *s, const char *name, sia_err *err) SIA_CHECKED;
sia_status session_table_columns(session *s, const sia_columns *c, sia_err *err) SIA_CHECKED;    /* whose columns must last */
sia_status session_plain(session *s, sia_sink *out, sia_err *err) SIA_CHECKED;    /* the same for plain text */
sia_status session_dialect(const session *s, sia_dialect *is, sia_err *err) SIA_CHECKED;      /* --dialect, or else SIASAT_DIALECT */
sia_status session_close(session *s, sia_err *err) SIA_CHECKED;      /* closes what was opened; renames -o into place */
void       session_drop(session *s);                                 /* gives -o up */

sia_status data_read(sia_str *bytes, sia_str *path, const char *name, sia_arena *a, sia_err *err) SIA_CHECKED;   /* a shipped file */
sia_status data_roots(sia_roots **out, sia_arena *a, sia_err *err) SIA_CHECKED;      /* mapped: sia_roots_close */
sia_str    data_roots_path(sia_arena *a);                            /* where data_roots finds it; "": no memory */
sia_str    data_helper(const char *name, sia_arena *a);              /* a helper program's absolute path; "": no memory */

/* ---- codebooks from files ----------------------------------------------------------------- */

#define SHIPPED_BOOK "kampanye"
sia_status data_book_bytes(session *s, sia_str *bytes, const char *name, sia_err *err) SIA_CHECKED;     /* as they stand in its file */
sia_status data_book(session *s, sia_codebook **cb, const char *name, sia_err *err) SIA_CHECKED;   /* ours, or a shipped one */
sia_status data_book_of(session *s, sia_codebook **cb, const char *path, sia_book_format f, sia_losses *lost, sia_err *err) SIA_CHECKED;
sia_status unpack(session *s, sia_str *out, const char *job, sia_str name, sia_str bytes, sia_err *err) SIA_CHECKED;   /* by siasat-codebook; "codings" by siasat-document */
void       tell_lacks(session *s, unsigned lacks);                    /* a missing layer of confinement: once a run */
sia_status select_parse(session *s, const char *select, sia_err *err) SIA_CHECKED;

sia_lang   lang_of_environment(void);
#endif
