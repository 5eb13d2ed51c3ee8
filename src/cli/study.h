/* A whole study: the tables of a report, each of which a verb makes with settings of its own. */
#ifndef SIA_STUDY_H
#define SIA_STUDY_H
#include "session.h"

typedef struct {
    const char    *id;                  /* stable: the sheet's name on the wire, the file's in a folder */
    sia_msg        title;
    const command *verb;
    const char    *words;               /* its options, as one would type them, each in one word */
    bool           coded;               /* its rows are hits, or counts of them: --hits and how hits are meant concern it */
    bool           all;                 /* of inputs that could not be read too */
    bool           page;                /* for a web page only */
} study_sheet;

/* In the order in which a reader meets them. */
extern const study_sheet study_sheets[];
uint32_t study_size(void);

/* Verbs that only a report has. */
extern const command sheet_summary, sheet_kwic, sheet_spots, sheet_text;

/* Where one sheet goes: `to` is filled with a place for it. */
typedef struct {
    sia_status (*place)(void *ctx, const study_sheet *x, session *of, sia_err *err);
    void *ctx;
    bool  page;                         /* sheets that are for a web page are wanted */
} study_place;

/* Runs all of them over the inputs of `s`, which are known and opened once. What is to be told of inputs and of what was counted is
 * told once; inputs that could not be read are in s->failed. */
sia_status study_run(session *s, const study_place *p, sia_err *err) SIA_CHECKED;
#endif
