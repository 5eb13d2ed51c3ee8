/* Paths to documents: folders are walked without recursion and without following links to folders. */
#define _POSIX_C_SOURCE 200809L
#include "input.h"
#include <dirent.h>
#include <errno.h>
#include <fnmatch.h>
#include <stdlib.h>
#include <strings.h>
#include <sys/stat.h>

typedef struct { inputs *in; sia_arena *a; SIA_VEC(sia_str) folders; } walk;

static bool ends_with(sia_str s, const char *end)
{
    size_t n = strlen(end);
    return s.n > n && !strncasecmp(s.p + s.n - n, end, n);
}

static bool ends_with_one_of(sia_str s, const char *const *ends, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (ends_with(s, ends[i])) return true;
    return false;
}

/* What is taken from a folder; how it is read, its bytes say. Markdown in a folder tells of the folder, as a rule (README.md, SOURCE.md). */
bool input_is_document(sia_str name)
{
    static const char *const ends[] = { ".txt", ".pdf", ".docx", ".odt", ".epub", ".html", ".htm", ".xhtml", ".doc", ".rtf", ".zip" };
    return ends_with_one_of(name, ends, SIA_COUNT_OF(ends));
}

static void fail(walk *w, sia_msg msg, int sys, sia_str path)
{
    sia_err e;
    sia_fail(&e, msg, sys, path, "");
    sia_push(w->a, &w->in->failed, e);
}

/* Hidden files and the lock files of office programs are nobody's documents; what tells of a folder is none of its texts. */
bool input_ignorable(const char *name)
{
    static const char *const about[] = { "README.md", "SOURCE.md" };
    for (size_t i = 0; i < SIA_COUNT_OF(about); i++) if (!strcasecmp(name, about[i])) return true;
    return name[0] == '.' || (name[0] == '~' && name[1] == '$');
}

/* The work of a file found by walking, or given in a folder, is that folder; of a bare file name, the file. */
sia_str input_work(sia_str path)
{
    for (size_t n = path.n; n > 0; n--)
        if (path.p[n - 1] == '/') return (sia_str){ path.p, n > 1 ? n - 1 : 1 };
    return path;
}

static void add(walk *w, sia_str path, bool by_hand)
{
    sia_append(w->a, &w->in->files, (input){ .by_hand = by_hand, .path = path, .work = input_work(path), .order = w->in->files.n });
}

static void entry(walk *w, sia_str folder, const char *name)
{
    if (!strcmp(name, ".") || !strcmp(name, "..")) return;
    bool slash = folder.n && folder.p[folder.n - 1] == '/';
    sia_str path = sia_printf(w->a, "%s%s%s", folder.p, slash ? "" : "/", name);
    struct stat st;
    if (input_ignorable(name)) { w->in->skipped++; return; }
    if (lstat(path.p, &st)) { fail(w, SIA_MSG_OPEN, errno, path); return; }
    if (S_ISDIR(st.st_mode)) { sia_push(w->a, &w->folders, path); return; }
    if (S_ISLNK(st.st_mode) && (stat(path.p, &st) || !S_ISREG(st.st_mode))) { w->in->skipped++; return; }
    if (S_ISREG(st.st_mode) && input_is_document(path)) { add(w, path, false); return; }
    w->in->skipped++;
}

static void read_folder(walk *w, sia_str folder)
{
    DIR *dir = opendir(folder.p);
    if (!dir && errno == ENOMEM) (void)sia_alloc(w->a, SIZE_MAX, 1);      /* no memory is no fault of the folder's */
    if (!dir) { fail(w, SIA_MSG_OPEN, errno, folder); return; }
    errno = 0;
    for (struct dirent *e; (e = readdir(dir)); errno = 0) entry(w, folder, e->d_name);
    if (errno) fail(w, SIA_MSG_READ, errno, folder);
    closedir(dir);
}

static int by_path(const void *x, const void *y) { return sia_str_cmp(((const input *)x)->path, ((const input *)y)->path); }

static void walk_folder(walk *w, sia_str folder)
{
    const uint32_t from = w->in->files.n;
    w->folders.n = 0;
    sia_push(w->a, &w->folders, folder);
    for (uint32_t i = 0; i < w->folders.n; i++) read_folder(w, w->folders.v[i]);
    const uint32_t n = w->in->files.n - from;
    if (!n) return;
    qsort(w->in->files.v + from, n, sizeof *w->in->files.v, by_path);
    for (uint32_t i = from; i < w->in->files.n; i++) w->in->files.v[i].order = i;
}

sia_status inputs_number_works(inputs *in, sia_arena *a, sia_err *err)
{
    sia_lex *lex = sia_lex_new(a);
    for (uint32_t i = 0; lex && i < in->files.n; i++) in->files.v[i].work_id = sia_lex_id(lex, in->files.v[i].work) - 1;
    if (!lex || !sia_arena_ok(a)) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    in->works = sia_lex_size(lex);
    return SIA_OK;
}

sia_status inputs_find(inputs *in, char *const *operand, int n, sia_arena *a, sia_err *err)
{
    walk w = { .in = in, .a = a };
    *in = (inputs){ 0 };
    for (int i = 0; i < n; i++) {
        sia_str path = sia_str_of(operand[i]);
        struct stat st;
        if (!strcmp(operand[i], "-")) add(&w, path, true);
        else if (stat(operand[i], &st)) fail(&w, SIA_MSG_OPEN, errno, path);
        else if (S_ISDIR(st.st_mode)) walk_folder(&w, path);
        else add(&w, path, true);
    }
    if (!sia_arena_ok(a)) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    return inputs_number_works(in, a, err);
}

static int by_work(const void *x, const void *y)
{
    const input *a = x, *b = y;
    if (a->work_id != b->work_id) return a->work_id < b->work_id ? -1 : 1;
    return a->order < b->order ? -1 : a->order > b->order;
}

void inputs_by_work(inputs *in)
{
    bool ordered = true;
    for (uint32_t i = 1; i < in->files.n; i++) ordered &= in->files.v[i - 1].work_id <= in->files.v[i].work_id;
    if (!ordered) qsort(in->files.v, in->files.n, sizeof *in->files.v, by_work);
}

static bool matches(const char *glob, const char *name)
{
    const char *tail = strrchr(name, '/');
    return !fnmatch(glob, name, 0) || (tail && !fnmatch(glob, tail + 1, 0));
}

bool input_fits(sia_str path, const char *glob)
{
    char name[4096];
    size_t k = path.n < sizeof name ? path.n : sizeof name - 1;
    memcpy(name, path.p, k);
    name[k] = 0;
    return matches(glob, name);
}

static void keep(inputs *in, const char *glob, bool work)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < in->files.n; i++)
        if (input_fits(work ? in->files.v[i].work : in->files.v[i].path, glob)) in->files.v[n++] = in->files.v[i];
    in->files.n = n;
}

bool input_says(const input *in, uint32_t column, const char *glob)
{
    char cell[1024];
    const sia_str v = in->meta ? in->meta[column] : SIA_STR("");
    const size_t n = v.n < sizeof cell ? v.n : sizeof cell - 1;
    if (n) memcpy(cell, v.p, n);
    cell[n] = 0;
    return !fnmatch(glob, cell, 0);
}

void inputs_keep_meta(inputs *in, uint32_t column, const char *glob)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < in->files.n; i++)
        if (input_says(&in->files.v[i], column, glob)) in->files.v[n++] = in->files.v[i];
    in->files.n = n;
}

void inputs_keep_doc(inputs *in, const char *glob) { keep(in, glob, false); }
void inputs_keep_work(inputs *in, const char *glob) { keep(in, glob, true); }
