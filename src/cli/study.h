/* A whole study: the tables of a report, each of which a verb makes with settings of its own. */
#ifndef SIA_STUDY_H
#define SIA_STUDY_H
#include "session.h"

/* What a report is written as; and as a set. */
typedef enum { STUDY_FOLDER, STUDY_WORKBOOK, STUDY_DATABASE, STUDY_PAGE } study_shape;
enum { IN_FOLDER = 1 << STUDY_FOLDER, IN_WORKBOOK = 1 << STUDY_WORKBOOK, IN_PAGE = 1 << STUDY_PAGE };

typedef struct {
    const char    *id;                  /* stable: the sheet's name on the wire, the file's in a folder */
    sia_msg        title;
    const command *verb;
    const char    *words;               /* its options, as one would type them, each in one word */
    bool           coded;               /* its rows are hits, or counts of them: --hits and how hits are meant concern it */
    bool           all;                 /* of inputs that could not be read too */
    unsigned       not;                 /* IN_*: where it has no place */
} study_sheet;

/* In the order in which a reader meets them. */
extern const study_sheet study_sheets[];
uint32_t study_size(void);

/* Verbs that only a report has. */
extern const command sheet_summary, sheet_kwic, sheet_spots, sheet_text, sheet_methods;

/* A table that was made, and its columns, owned by the report's arena. */
typedef struct { const study_sheet *sheet; const sia_col *cols; uint32_t n; } study_made;

/* What the runs have found out so far: sheet_summary fills the numbers. */
typedef struct study {
    const session *report;
    SIA_VEC(study_made) made;
    uint64_t documents, works, words, words_out[SIA_PART_COUNT], hits, gave_way, repairs;
    uint32_t terms, terms_found, categories, categories_found;
} study;

/* Where one sheet goes: the session that makes it is told, before and (`placed`, which may be NULL) when it is there. */
typedef struct {
    sia_status (*place)(void *ctx, const study_sheet *x, session *of, sia_err *err);
    sia_status (*placed)(void *ctx, const study_made *made, session *of, sia_err *err);
    void *ctx;
    study_shape shape;
} study_place;

/* Runs all of them over the inputs of `s`, which are known and opened once; *is says what came of it. What is to be told of inputs and of
 * what was counted is told once; inputs that could not be read are in s->failed. */
sia_status study_run(session *s, study *is, const study_place *p, sia_err *err) SIA_CHECKED;

/* What a study needs of its session before it runs. */
sia_status study_prepare(session *s, sia_err *err) SIA_CHECKED;
#endif
