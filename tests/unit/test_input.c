/* Inputs: which files a folder gives, in which order, and whose work they are. */
#define _POSIX_C_SOURCE 200809L
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include "../../src/cli/input.h"
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct { sia_arena *a; char root[64]; } folder;

static const char *at(folder *f, const char *name) { return sia_printf(f->a, "%s/%s", f->root, name).p; }

static void put(folder *f, const char *name)
{
    FILE *to = fopen(at(f, name), "w");
    assert_non_null(to);
    fputs("teks\n", to);
    fclose(to);
}

static int setup(void **state)
{
    folder *f = calloc(1, sizeof *f);
    f->a = sia_arena_new(NULL, 0);
    strcpy(f->root, "/tmp/siasat-test-XXXXXX");
    assert_non_null(mkdtemp(f->root));
    static const char *const dirs[] = { "budi", "budi/lampiran", "ani", ".git" };
    for (size_t i = 0; i < SIA_COUNT_OF(dirs); i++) assert_int_equal(mkdir(at(f, dirs[i]), 0755), 0);
    static const char *const files[] = { "budi/bab2.txt", "budi/bab1.TXT", "budi/lampiran/a.txt", "budi/skripsi.pdf", "budi/bab2.pdf", "budi/lama.rtf", "ani/bab1.txt",
                                         "ani/~$bab1.docx", "ani/.bab1.txt", "ani/README.md", "ani/data.csv", ".git/x.txt" };
    for (size_t i = 0; i < SIA_COUNT_OF(files); i++) put(f, files[i]);
    assert_int_equal(symlink("..", at(f, "ani/atas")), 0);
    *state = f;
    return 0;
}

static int teardown(void **state)
{
    folder *f = *state;
    char *argv[] = { "rm", "-rf", f->root, NULL };
    if (!fork()) { execvp("rm", argv); _exit(1); }
    sia_arena_free(f->a);
    free(f);
    return 0;
}

static void a_folder_gives_its_texts_in_byte_order(void **state)
{
    folder *f = *state;
    char *operand[] = { f->root };
    static const char *const want[] = { "ani/bab1.txt", "budi/bab1.TXT", "budi/bab2.pdf", "budi/bab2.txt", "budi/lama.rtf", "budi/lampiran/a.txt", "budi/skripsi.pdf" };
    inputs in;
    assert_int_equal(inputs_find(&in, operand, 1, f->a, NULL), SIA_OK);
    assert_int_equal(in.files.n, 7);
    for (uint32_t i = 0; i < in.files.n; i++) assert_string_equal(in.files.v[i].path.p, at(f, want[i]));
    assert_int_equal(in.failed.n, 0);
}

static void what_is_no_document_is_counted(void **state)
{
    folder *f = *state;
    char *operand[] = { f->root };
    inputs in;
    assert_int_equal(inputs_find(&in, operand, 1, f->a, NULL), SIA_OK);
    assert_int_equal(in.skipped, 6);     /* .git, atas, ~$bab1.docx, .bab1.txt, README.md, data.csv */
}

static void the_work_is_the_folder_and_works_stand_together(void **state)
{
    folder *f = *state;
    char *operand[] = { (char *)(uintptr_t)at(f, "budi"), (char *)(uintptr_t)at(f, "ani/bab1.txt"), "-" };
    inputs in;
    assert_int_equal(inputs_find(&in, operand, 3, f->a, NULL), SIA_OK);
    assert_int_equal(in.works, 4);                           /* budi, budi/lampiran, ani, - */
    inputs_by_work(&in);
    for (uint32_t i = 1; i < in.files.n; i++) assert_true(in.files.v[i - 1].work_id <= in.files.v[i].work_id);
    assert_string_equal(in.files.v[in.files.n - 1].path.p, "-");
}

static void what_is_missing_is_named_and_the_rest_goes_on(void **state)
{
    folder *f = *state;
    char *operand[] = { (char *)(uintptr_t)at(f, "tiada.txt"), (char *)(uintptr_t)at(f, "ani") };
    inputs in;
    assert_int_equal(inputs_find(&in, operand, 2, f->a, NULL), SIA_OK);
    assert_int_equal(in.failed.n, 1);
    assert_non_null(strstr(in.failed.v[0].where, "tiada.txt"));
    assert_int_equal(in.files.n, 1);
}

static void globs_match_the_path_or_the_name(void **state)
{
    folder *f = *state;
    char *operand[] = { f->root };
    inputs in;
    assert_int_equal(inputs_find(&in, operand, 1, f->a, NULL), SIA_OK);
    inputs_keep_doc(&in, "bab1.*");
    assert_int_equal(in.files.n, 2);
    inputs_keep_work(&in, "*/ani");
    assert_int_equal(in.files.n, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_folder_gives_its_texts_in_byte_order, setup, teardown),
        cmocka_unit_test_setup_teardown(what_is_no_document_is_counted, setup, teardown),
        cmocka_unit_test_setup_teardown(the_work_is_the_folder_and_works_stand_together, setup, teardown),
        cmocka_unit_test_setup_teardown(what_is_missing_is_named_and_the_rest_goes_on, setup, teardown),
        cmocka_unit_test_setup_teardown(globs_match_the_path_or_the_name, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
