/* make_roots DICTIONARY ROOTS DERIVED WHOLE KEYS OUT: the root table from hunspell-id's .dic and our lists. Part of `make`. */
#include "../src/text/indonesian/roots.h"
#include <stdio.h>

enum { LISTS = 5 };

static int failed(const sia_err *err)
{
    char line[1024];
    fprintf(stderr, "make_roots: %s\n", sia_err_text(err, SIA_EN, line, sizeof line));
    return 1;
}

static sia_status add(rootset *s, int kind, const char *path, sia_err *err)
{
    sia_str bytes;
    SIA_TRY(sia_read_file(&bytes, path, s->arena, err));
    switch (kind) {
    case 0: return rootset_dictionary(s, sia_str_of(path), bytes, ROOT_DICTIONARY, err);
    case 1: return rootset_dictionary(s, sia_str_of(path), bytes, ROOT_ADDED, err);
    case 2: rootset_drop(s, sia_str_of(path), bytes); return SIA_OK;
    case 3: return rootset_list(s, sia_str_of(path), bytes, ROOT_ADDED | ROOT_WHOLE, err);
    default: return rootset_keys(s, sia_str_of(path), bytes, err);
    }
}

static sia_status make(char **path, sia_arena *a, sia_err *err)
{
    rootset s;
    root_table t;
    sia_outfile *out;
    if (!rootset_new(&s, a)) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    for (int kind = 0; kind < LISTS; kind++) SIA_TRY(add(&s, kind, path[kind], err));
    const sia_str image = rootset_lay(&s, &t) ? rootfile_image(&t, a) : (sia_str){ 0 };
    if (!image.n) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    SIA_TRY(sia_outfile_open(&out, path[LISTS], a, err));
    const sia_sink to = sia_outfile_sink(out);
    const int wrong = to.write(to.ctx, image.p, image.n);
    if (wrong) { sia_outfile_drop(out); return sia_fail(err, SIA_MSG_WRITE, wrong, sia_str_of(path[LISTS]), ""); }
    return sia_outfile_close(out, err);
}

int main(int argc, char **argv)
{
    sia_err err = { 0 };
    sia_arena *a = sia_arena_new(NULL, 0);
    if (argc != LISTS + 2 || !a) { fputs("usage: make_roots DICTIONARY ROOTS DERIVED WHOLE KEYS OUT\n", stderr); return 2; }
    const sia_status st = make(argv + 1, a, &err);
    const int code = st ? failed(&err) : 0;
    sia_arena_free(a);
    return code;
}
