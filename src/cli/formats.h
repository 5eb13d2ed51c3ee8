/* The formats that results come in. */
#ifndef SIA_FORMATS_H
#define SIA_FORMATS_H
#include "session.h"

/* What --format takes, in the order of formats.c. */
#define FORMAT_CHOICES "csv|tsv|jsonl|md|table|xlsx|docx|sqlite|html|conllu|vrt|qdpx|graphml|gexf|dot|pajek|vosviewer|vosviewer-map|vosviewer-network"

/* The format that --format or else the extension of -o says, -1 where neither does; of the first ones the number is a sia_format. */
int         format_asked(const session *s);
bool       format_is(const session *s, const char *name);    /* is this what was asked for? */
const char *format_name(sia_format f);

/* Refuses what is no text where a terminal would get it. */
sia_status format_no_terminal(const session *s, const char *name, sia_err *err) SIA_CHECKED;

/* The same for a table, with what is usual where nothing was asked for: refuses what no table can be. */
sia_status format_of_table(const session *s, bool terminal, sia_format *f, sia_err *err) SIA_CHECKED;

/* The sia_graph_format that a network is to have, by --format or the extension of -o; -1 where a table is wanted. */
int format_of_network(const session *s);
#endif
