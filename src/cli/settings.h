/* What the options of all commands fill: one struct, so that one table of options can be shared by every verb. */
#ifndef SIA_SETTINGS_H
#define SIA_SETTINGS_H
#include "opt.h"

typedef enum { OF_TERM, OF_CATEGORY, OF_WORD, OF_NORM, OF_LEMMA, OF_ROOT } item_kind;                   /* --of, in the order of its choices */
typedef enum { OCR_NEVER, OCR_AUTO, OCR_ALWAYS } ocr_wish;                                              /* --ocr */
typedef enum { LIST_TEXT, LIST_MARKS, LIST_REPAIRS } text_listing;

typedef struct {
    bool        help, version, quiet;
    int         lang;                   /* -1: not given */
    unsigned    threads;                /* 0: as many as processors */
    uint64_t    memory;

    const char *encoding;
    bool        all;
    const char *where, *meta;
    const char *cache, *text_column;
    sia_helpers *helpers;               /* of a run: programs that wait for its documents; NULL: each document starts one */
    struct kept *kept;                  /* of a report: documents that were taken apart by a run before; else NULL */
    bool        dedup;
    opt_list    roots;
    int         ocr;                    /* an ocr_wish */
    unsigned    ocr_floor, read_seconds;    /* 0: the helper program's own */
    uint64_t    read_memory;

    opt_list    codebooks;
    int         policy, engine;
    bool        no_jit;
    const char *hits;
    const char *stopwords;
    bool        unknown;

    const char *output;
    int         format, dialect, headers;   /* -1: not given */
    int         color;                  /* never, always; -1: as the terminal is */
    bool        raw;

    int         of;
    const char *by, *by_chapter, *unit, *sort;       /* unit NULL: not given */
    unsigned    min_count, top;
    const char *measure, *target, *reference;
    bool        leave_one_out;
    int         barrier, per, expect;   /* cooc by spans: span.h's; -1: not given */
    bool        unordered, self;
    int         compat;                 /* a sia_program; -1: none */
    unsigned    family;                 /* explain; 0: 1 */
    unsigned    permute;                /* 0: not at all */
    int         adjust;                 /* a sia_adjustment */

    int         against;                /* crosstab */
    bool        cells;
    bool        edges;                  /* network */
    const char *backbone;
    int         betweenness;
    bool        wide;                   /* freq */

    const char *n;                      /* ngrams */
    unsigned    skip, window, min_ngram, min_candidate;
    int         stops;
    bool        across;

    const char *columns;
    const char *term, *category, *width;
    bool        marks, repairs, overlaps;
    bool        repair;

    const char *gold, *a, *b;           /* evaluate */
    bool        list;
    const char *shard, *table;          /* partial, merge, cluster */
    opt_list    tables;
    bool        sums, some;
    unsigned    shards;
    const char *parts, *hosts;
    unsigned    sample, seed;           /* sheet; seed: --permute too */
} settings;

extern const opt_group opts_general, opts_input, opts_codebook, opts_output, opts_counting, opts_coverage, opts_discover, opts_cooc, opts_network, opts_keyness, opts_explain, opts_lexdiv, opts_crosstab, opts_ngrams, opts_kwic, opts_quote, opts_text, opts_tokens, opts_evaluate, opts_sheet, opts_tag, opts_repair, opts_rows, opts_partial, opts_part_output, opts_merge, opts_cluster, opts_report, opts_methods;

void settings_init(settings *s);
#endif
