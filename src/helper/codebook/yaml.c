/* YAML to the wire, by libyaml's events: a key opens, what stands under it is text or more keys; lists leave no trace.
 * An alias is refused: a few of them can unfold to more than any memory. */
#include "../wire.h"
#include "jobs.h"
#include <string.h>
#include <yaml.h>

enum { YAML_MOST = 16 << 20, LEVELS = WIRE_DEPTH + 1 };

/* One collection that is open: a list, or a mapping that waits for a key or for the key's value. */
typedef enum { IN_LIST, AT_KEY, AT_VALUE } place;
typedef struct { place open[LEVELS]; size_t n; bool ended; } levels;

static void enter(levels *l, place p, size_t line)
{
    if (l->n == LEVELS) refuse("IN_DEEP", line, 0, "100");
    l->open[l->n++] = p;
}

/* A value is done: the mapping around it waits for its next key. */
static void done(levels *l)
{
    if (!l->n || l->open[l->n - 1] != AT_VALUE) return;
    wire_close();
    l->open[l->n - 1] = AT_KEY;
}

static void scalar(levels *l, const char *p, size_t n, size_t line)
{
    if (!l->n || l->open[l->n - 1] != AT_KEY) {
        wire_text(line, p, n);
        done(l);
        return;
    }
    wire_open(line, p, n);
    l->open[l->n - 1] = AT_VALUE;
}

static void collection(levels *l, place p, size_t line)
{
    if (l->n && l->open[l->n - 1] == AT_KEY) refuse("IN_KEY", line, 0, "");
    enter(l, p, line);
}

/* False after the last event. The file's first document is read. */
static bool take(levels *l, const yaml_event_t *e)
{
    const size_t line = e->start_mark.line + 1;
    switch (e->type) {
    case YAML_STREAM_END_EVENT: return false;
    case YAML_DOCUMENT_END_EVENT: l->ended = true; return true;
    case YAML_ALIAS_EVENT: refuse("IN_ALIAS", line, e->start_mark.column + 1, (const char *)e->data.alias.anchor);
    case YAML_SCALAR_EVENT: scalar(l, (const char *)e->data.scalar.value, e->data.scalar.length, line); return true;
    case YAML_SEQUENCE_START_EVENT: collection(l, IN_LIST, line); return true;
    case YAML_MAPPING_START_EVENT: collection(l, AT_KEY, line); return true;
    case YAML_SEQUENCE_END_EVENT: case YAML_MAPPING_END_EVENT: l->n--; done(l); return true;
    case YAML_DOCUMENT_START_EVENT:
        if (l->ended) refuse("IN_MANY", line, 0, "> 1 YAML document");
        return true;
    case YAML_NO_EVENT: case YAML_STREAM_START_EVENT: return true;
    }
    return true;
}

int job_yaml(void)
{
    size_t n;
    const char *all = read_input(&n, YAML_MOST);
    yaml_parser_t y;
    yaml_event_t e;
    levels l = { 0 };
    if (!yaml_parser_initialize(&y)) refuse("IN_MEMORY", 0, 0, "");
    yaml_parser_set_input_string(&y, (const unsigned char *)all, n);
    wire_open(1, "", 0);
    for (bool more = true; more; ) {
        if (!yaml_parser_parse(&y, &e))
            refuse(y.error == YAML_MEMORY_ERROR ? "IN_MEMORY" : "IN_SYNTAX", y.problem_mark.line + 1, y.problem_mark.column + 1,
                   y.problem ? y.problem : "");
        more = take(&l, &e);
        yaml_event_delete(&e);
    }
    wire_close();
    wire_end();
    return 0;
}
