/* Tables as an SQLite database: a table a table, numbers as numbers, NULL where nothing is known, and beside them what their
 * columns mean. Of a report: indexes, and full-text search. */
#include "maker.h"
#include <errno.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { MOST_COLUMNS = 2000 };

static struct {
    sqlite3 *db;
    sqlite3_stmt *insert, *explain;
    text *names;                            /* of the tables made so far */
    size_t tables;
} w;

static void check(int e)
{
    if (e == SQLITE_OK || e == SQLITE_DONE || e == SQLITE_ROW) return;
    refuse(e == SQLITE_NOMEM ? "IN_MEMORY" : "OUT_MADE", 0, 0, w.db ? sqlite3_errmsg(w.db) : sqlite3_errstr(e));
}

static void run(const char *sql) { check(sqlite3_exec(w.db, sql, NULL, NULL, NULL)); }

static sqlite3_stmt *prepared(const char *sql)
{
    sqlite3_stmt *s;
    check(sqlite3_prepare_v2(w.db, sql, -1, &s, NULL));
    return s;
}

/* The file is this program's alone, and is thrown away if it is not finished: it needs neither locks nor a journal. */
static void begin(const char *path)
{
    check(sqlite3_open_v2(path, &w.db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, "unix-none"));
    run("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA temp_store = MEMORY; BEGIN");
    run("CREATE TABLE siasat_columns (\"table\" TEXT, \"column\" TEXT, means TEXT)");
    w.explain = prepared("INSERT INTO siasat_columns VALUES (?, ?, ?)");
}

/* ---- names ------------------------------------------------------------------------------------------------------------- */

static void add(text *t, const char *s) { text_add(t, s, strlen(s)); }

static void add_quoted(text *t, const char *s)
{
    add(t, "\"");
    for (; *s; s++) text_add(t, *s == '"' ? "\"\"" : s, *s == '"' ? 2 : 1);
    add(t, "\"");
}

static bool taken(const text *names, size_t n, const char *name)
{
    for (size_t i = 0; i < n; i++) if (!strcasecmp(names[i].p, name)) return true;
    return false;
}

/* `name`, with a number behind it where one of the n before it is the same to SQL, which sees no capitals. */
static void add_name(text *names, size_t n, const char *name)
{
    char number[32];
    text *own = &names[n];
    *own = (text){ 0 };
    add(own, *name ? name : "_");
    const size_t length = own->n;
    for (unsigned k = 2; taken(names, n, own->p); k++) {
        own->n = length;
        snprintf(number, sizeof number, "_%u", k);
        add(own, number);
    }
}

/* "codebook check" as codebook_check: a name that needs no quotes. */
static char *sql_name(const char *s)
{
    char *to = must_alloc(NULL, strlen(s) + 1), *end = to;
    for (; *s; s++) {
        const bool plain = (*s >= 'a' && *s <= 'z') || (*s >= 'A' && *s <= 'Z') || (*s >= '0' && *s <= '9') || (*s & 0x80);
        if (plain) *end++ = *s;
        else if (end > to && end[-1] != '_') *end++ = '_';
    }
    *end = 0;
    return to;
}

/* ---- tables ------------------------------------------------------------------------------------------------------------ */

static const char *type_of(char type) { return type == 't' ? " TEXT" : type == 'c' ? " INTEGER" : " REAL"; }

static void explain(const char *name, const char *of, const char *means)
{
    check(sqlite3_reset(w.explain));
    check(sqlite3_bind_text(w.explain, 1, name, -1, SQLITE_STATIC));
    check(sqlite3_bind_text(w.explain, 2, of, -1, SQLITE_STATIC));
    check(*means ? sqlite3_bind_text(w.explain, 3, means, -1, SQLITE_STATIC) : sqlite3_bind_null(w.explain, 3));
    check(sqlite3_step(w.explain));
}

static void create(const char *name, const table *t)
{
    text sql = { 0 }, insert = { 0 }, *name_of = must_alloc(NULL, t->n * sizeof *name_of);
    add(&sql, "CREATE TABLE ");
    add_quoted(&sql, name);
    add(&insert, "INSERT INTO ");
    add_quoted(&insert, name);
    for (size_t i = 0; i < t->n; i++) {
        add_name(name_of, i, t->column[i].title);
        add(&sql, i ? ", " : " (");
        add_quoted(&sql, name_of[i].p);
        add(&sql, type_of(t->column[i].type));
        add(&insert, i ? ", ?" : " VALUES (?");
    }
    add(&sql, ")");
    add(&insert, ")");
    run(sql.p);
    w.insert = prepared(insert.p);
    for (size_t i = 0; i < t->n; i++) {
        explain(name, name_of[i].p, t->column[i].means);
        free(name_of[i].p);
    }
    free(name_of);
    free(sql.p);
    free(insert.p);
}

static void start_table(const table *t)
{
    if (t->n > MOST_COLUMNS) refuse("OUT_COLUMNS", 0, 0, "2000");
    check(sqlite3_finalize(w.insert));
    w.names = must_alloc(w.names, (w.tables + 1) * sizeof *w.names);
    char *name = sql_name(t->name);
    add_name(w.names, w.tables, name);
    free(name);
    create(w.names[w.tables++].p, t);
}

/* ---- rows -------------------------------------------------------------------------------------------------------------- */

static bool whole(const char *s, sqlite3_int64 *v)
{
    char *end;
    errno = 0;
    *v = strtoll(s, &end, 10);
    return !*end && !errno;
}

/* A number that is none ("ix" for a page) stays as it is. One too near to nothing for a REAL is 0. */
static void bind(int at, char type, const char *cell)
{
    sqlite3_int64 n;
    char *end;
    if (!*cell) check(sqlite3_bind_null(w.insert, at));
    else if (type == 'c' && whole(cell, &n)) check(sqlite3_bind_int64(w.insert, at, n));
    else {
        const double v = type == 't' ? 0 : strtod(cell, &end);
        if (type != 't' && !*end) check(sqlite3_bind_double(w.insert, at, v));
        else check(sqlite3_bind_text(w.insert, at, cell, -1, SQLITE_STATIC));
    }
}

static void row(const table *t, char *const *cell)
{
    check(sqlite3_reset(w.insert));
    for (size_t c = 0; c < t->n; c++) bind((int)c + 1, t->column[c].type, cell[c]);
    check(sqlite3_step(w.insert));
}

/* A report's tables are joined by doc, sentence, hit and term; its sentences can be searched. */
static void join(void)
{
    if (!taken(w.names, w.tables, "text") || !taken(w.names, w.tables, "tag")) return;
    run("CREATE INDEX docs_doc ON docs (doc); CREATE INDEX text_place ON text (doc, sentence); CREATE INDEX tag_place ON tag (doc, sentence);"
        "CREATE INDEX tag_hit ON tag (hit); CREATE INDEX tag_term ON tag (term); CREATE INDEX kwic_hit ON kwic (hit);"
        "CREATE INDEX spots_hit ON spots (hit);"
        "CREATE VIRTUAL TABLE search USING fts5(text, content = 'text', content_rowid = 'rowid');"
        "INSERT INTO search (search) VALUES ('rebuild')");
}

static void end(void)
{
    check(sqlite3_finalize(w.insert));
    check(sqlite3_finalize(w.explain));
    join();
    run("COMMIT");
    check(sqlite3_close(w.db));
    for (size_t i = 0; i < w.tables; i++) free(w.names[i].p);
    free(w.names);
}

const maker make_database = { "sqlite", begin, start_table, row, end };
