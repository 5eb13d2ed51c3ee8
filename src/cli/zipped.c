/* A ZIP that is no office file is a folder of documents: each of its members becomes an input, named ZIP/member. */
#define _POSIX_C_SOURCE 200809L
#include "zipped.h"
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

typedef struct { session *s; SIA_VEC(input) files; } unfolding;

static bool begins_as_zip(const char *path)
{
    char head[4];
    const int fd = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    const ssize_t n = fd < 0 ? -1 : read(fd, head, sizeof head);
    if (fd >= 0) close(fd);
    return n == 4 && (!memcmp(head, "PK\3\4", 4) || !memcmp(head, "PK\5\6", 4));
}

static uint32_t little(const char *p, int bytes)
{
    uint32_t n = 0;
    for (int i = bytes; i-- > 0; ) n = n << 8 | (unsigned char)p[i];
    return n;
}

/* Does the central directory, which stands at the end, name such a member? What is broken is for the helper to tell. */
static bool names_member(sia_str zip, sia_str name)
{
    enum { END = 22, ENTRY = 46, COMMENT = 65535 };
    size_t at = zip.n < END ? 0 : zip.n - END;
    const size_t least = at > COMMENT ? at - COMMENT : 0;
    while (at > least && memcmp(zip.p + at, "PK\5\6", 4)) at--;
    if (zip.n < at + END || memcmp(zip.p + at, "PK\5\6", 4)) return false;
    const uint32_t entries = little(zip.p + at + 10, 2);
    size_t from = little(zip.p + at + 16, 4);
    for (uint32_t i = 0; i < entries && from + ENTRY <= zip.n && !memcmp(zip.p + from, "PK\1\2", 4); i++) {
        const size_t n = little(zip.p + from + 28, 2), more = little(zip.p + from + 30, 2) + little(zip.p + from + 32, 2);
        if (from + ENTRY + n <= zip.n && sia_str_eq((sia_str){ zip.p + from + ENTRY, n }, name)) return true;
        from += ENTRY + n + more;
    }
    return false;
}

/* Office files and e-books name their kind: in a first member, or in one of a fixed name. */
static bool is_office(sia_str zip)
{
    return (zip.n > 38 && !memcmp(zip.p + 30, "mimetype", 8)) || names_member(zip, SIA_STR("[Content_Types].xml"));
}

/* ---- members --------------------------------------------------------------------------------------------------------- */

static sia_str plain_name(sia_str s, sia_arena *a)
{
    char *to = sia_alloc_raw(a, 1, s.n + 1);
    size_t n = 0;
    for (size_t i = 0; to && i < s.n; i++) {
        const bool escape = s.p[i] == '\\' && i + 1 < s.n;
        i += escape;
        to[n++] = escape && s.p[i] == 'n' ? '\n' : escape && s.p[i] == 't' ? '\t' : s.p[i];
    }
    if (!to) return SIA_STR("");
    to[n] = 0;
    return (sia_str){ to, n };
}

static bool wanted(sia_str name)
{
    if (!input_is_document(name) || !strncmp(name.p, "__MACOSX/", 9)) return false;
    for (const char *part = name.p; part; part = strchr(part, '/')) {
        part += *part == '/';
        if (input_ignorable(part)) return false;
    }
    return true;
}

/* "SIZE TAB NAME" and so many bytes; false: it is none of that. */
static bool next_member(sia_str *rest, sia_str *name, sia_str *bytes)
{
    const char *nl = rest->n ? memchr(rest->p, '\n', rest->n) : NULL;
    size_t n = 0, i = 0;
    if (!nl) return false;
    const size_t line = (size_t)(nl - rest->p);
    for (; i < line && rest->p[i] >= '0' && rest->p[i] <= '9' && n < SIZE_MAX / 16; i++) n = n * 10 + (size_t)(rest->p[i] - '0');
    if (!i || i >= line || rest->p[i] != '\t' || n > rest->n - line - 1) return false;
    *name = (sia_str){ rest->p + i + 1, line - i - 1 };
    *bytes = (sia_str){ nl + 1, n };
    *rest = (sia_str){ nl + 1 + n, rest->n - line - 1 - n };
    return true;
}

static int by_path(const void *x, const void *y) { return sia_str_cmp(((const input *)x)->path, ((const input *)y)->path); }

/* As in a folder: what has its text beside it is not read twice. */
static bool has_text_beside(const unfolding *u, uint32_t from, const input *in)
{
    size_t stem = in->path.n;
    while (stem && in->path.p[stem - 1] != '.') stem--;
    const input text = { .path = sia_printf(u->s->arena, "%.*stxt", (int)stem, in->path.p) };
    return !sia_str_eq(text.path, in->path) && bsearch(&text, u->files.v + from, u->files.n - from, sizeof *u->files.v, by_path);
}

static sia_status add_members(unfolding *u, sia_str zip, sia_str sent, sia_err *err)
{
    sia_arena *a = u->s->arena;
    const uint32_t from = u->files.n;
    sia_str name, bytes;
    while (next_member(&sent, &name, &bytes)) {
        name = plain_name(name, a);
        if (!wanted(name)) { u->s->in.skipped++; continue; }
        const sia_str path = sia_printf(a, "%s/%s", zip.p, name.p);
        const input one = { .path = path, .work = input_work(path), .bytes = bytes };
        sia_push(a, &u->files, one);
    }
    if (!sia_str_eq(sent, SIA_STR(".\n"))) return sia_fail(err, SIA_MSG_HELPER_GARBLED, 0, zip, "");
    if (u->files.n > from) qsort(u->files.v + from, u->files.n - from, sizeof *u->files.v, by_path);
    uint32_t n = from;
    for (uint32_t i = from; i < u->files.n; i++)             /* all are needed for looking up */
        if (has_text_beside(u, from, &u->files.v[i])) u->files.v[i].order = UINT32_MAX;
    for (uint32_t i = from; i < u->files.n; i++) {
        if (u->files.v[i].order == UINT32_MAX) u->s->in.skipped++;
        else u->files.v[n++] = u->files.v[i];
    }
    u->files.n = n;
    return SIA_OK;
}

static sia_status unpack_all(unfolding *u, sia_str zip, sia_str bytes, sia_err *err)
{
    session *s = u->s;
    const sia_helper h = { .path = data_helper("siasat-document", s->arena).p, .job = "members", .needs = "siasat, libzip4, libexpat1" };
    unsigned lacks = 0;
    sia_str sent;
    if (!sia_arena_ok(s->arena)) return sia_fail(err, SIA_MSG_NOMEM, 0, zip, "");
    const sia_status st = sia_helper_run(&sent, &lacks, &h, zip, bytes, s->arena, err);
    tell_lacks(s, lacks);
    return st ? st : add_members(u, zip, sent, err);
}

/* A ZIP's own bytes are forgotten; what comes out of it stays for the run. */
static sia_status unfold(unfolding *u, const input *in)
{
    sia_arena *a = sia_arena_new(NULL, 0);
    sia_str bytes;
    sia_err e;
    sia_status st = a ? sia_read_file(&bytes, in->path.p, a, &e) : sia_fail(&e, SIA_MSG_NOMEM, 0, in->path, "");
    if (!st && is_office(bytes)) sia_push(u->s->arena, &u->files, *in);
    else if (!st) st = unpack_all(u, in->path, bytes, &e);
    sia_arena_free(a);
    if (st && st != SIA_ENOMEM && e.msg == SIA_MSG_IN_ZIP) sia_push(u->s->arena, &u->files, *in);   /* broken: told in its place */
    else if (st && st != SIA_ENOMEM) sia_push(u->s->arena, &u->s->in.failed, e);
    return st == SIA_ENOMEM ? st : SIA_OK;
}

static bool may_be_folder(const input *in)
{
    const bool named = in->path.n > 4 && !memcmp(in->path.p + in->path.n - 4, ".zip", 4);
    return (in->by_hand || named) && !sia_str_eq(in->path, SIA_STR("-")) && begins_as_zip(in->path.p);
}

static void keep(unfolding *u, uint32_t from, uint32_t to)
{
    for (uint32_t i = from; i < to; i++) sia_push(u->s->arena, &u->files, u->s->in.files.v[i]);
}

/* Where there is no ZIP the files stay where they are: of a million there is no second list. */
sia_status zipped_unfold(session *s, sia_err *err)
{
    unfolding u = { .s = s };
    uint32_t kept = 0;                                       /* those before the last ZIP, and it */
    for (uint32_t i = 0; i < s->in.files.n; i++) {
        if (!may_be_folder(&s->in.files.v[i])) continue;
        keep(&u, kept, i);
        kept = i + 1;
        if (unfold(&u, &s->in.files.v[i])) return sia_fail(err, SIA_MSG_NOMEM, 0, s->in.files.v[i].path, "");
    }
    if (!kept) return SIA_OK;
    keep(&u, kept, s->in.files.n);
    if (!sia_arena_ok(s->arena)) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    for (uint32_t i = 0; i < u.files.n; i++) u.files.v[i].order = i;
    memcpy(&s->in.files, &u.files, sizeof u.files);
    return inputs_number_works(&s->in, s->arena, err);
}
