/* Whole inputs in, whole files out, and what the system refuses. */
#define _POSIX_C_SOURCE 200809L
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <siasat/base.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[] = "/tmp/siasat-io-XXXXXX";

static int make_folder(void **state) { (void)state; return mkdtemp(folder) ? 0 : -1; }

static const char *path_of(const char *name)
{
    static char path[2][512];
    static int turn;
    turn = !turn;
    snprintf(path[turn], sizeof path[turn], "%s/%s", folder, name);
    return path[turn];
}

static void spill(const char *name, const char *bytes, size_t n)
{
    FILE *f = fopen(path_of(name), "wb");
    assert_non_null(f);
    assert_int_equal(fwrite(bytes, 1, n, f), n);
    assert_int_equal(fclose(f), 0);
}

static unsigned files_in_folder(void)
{
    unsigned n = 0;
    DIR *d = opendir(folder);
    for (struct dirent *e; (e = readdir(d)) != NULL; ) n += e->d_name[0] != '.';
    closedir(d);
    return n;
}

static int clear_folder(void **state)
{
    (void)state;
    DIR *d = opendir(folder);
    for (struct dirent *e; (e = readdir(d)) != NULL; )
        if (unlink(path_of(e->d_name))) (void)rmdir(path_of(e->d_name));
    closedir(d);
    return 0;
}

static int remove_folder(void **state) { (void)clear_folder(state); return rmdir(folder); }

static void a_file_is_read_whole_with_nul_inside_and_after(void **state)
{
    (void)state;
    sia_arena *a = sia_arena_new(NULL, 0);
    sia_str s = { 0 };
    spill("bab.txt", "bab\0iv\n", 7);
    assert_int_equal(sia_read_file(&s, path_of("bab.txt"), a, NULL), SIA_OK);
    assert_true(sia_str_eq(s, (sia_str){ "bab\0iv\n", 7 }) && s.p[7] == 0);
    spill("kosong.txt", "", 0);
    assert_int_equal(sia_read_file(&s, path_of("kosong.txt"), a, NULL), SIA_OK);
    assert_true(s.n == 0 && s.p[0] == 0);
    sia_arena_free(a);
}

static void a_file_of_any_size_comes_whole(void **state)
{
    (void)state;
    const size_t sizes[] = { 1, 4095, 4096, 65535, 65536, 65537, 3000000 };
    char *p = malloc(3000000);
    for (size_t i = 0; i < 3000000; i++) p[i] = (char)(i * 7 + i / 251);
    for (size_t k = 0; k < SIA_COUNT_OF(sizes); k++) {
        sia_arena *a = sia_arena_new(NULL, 0);
        sia_str s = { 0 };
        spill("besar.txt", p, sizes[k]);
        assert_int_equal(sia_read_file(&s, path_of("besar.txt"), a, NULL), SIA_OK);
        assert_int_equal(s.n, sizes[k]);
        assert_memory_equal(s.p, p, s.n);
        sia_arena_free(a);
    }
    free(p);
}

static void refuse(const char *path, sia_msg msg, int sys)
{
    sia_arena *a = sia_arena_new(NULL, 0);
    sia_err e;
    sia_str s;
    assert_int_equal(sia_read_file(&s, path, a, &e), SIA_EIO);
    assert_int_equal(e.msg, msg);
    assert_int_equal(e.sys, sys);
    assert_string_equal(e.where, path);
    sia_arena_free(a);
}

static void what_is_no_file_is_refused_by_name(void **state)
{
    (void)state;
    refuse(path_of("tidak-ada.txt"), SIA_MSG_OPEN, ENOENT);
    refuse(folder, SIA_MSG_IS_DIR, 0);
    refuse("/dev/null", SIA_MSG_NOT_FILE, 0);
    assert_int_equal(mkfifo(path_of("pipa"), 0600), 0);
    refuse(path_of("pipa"), SIA_MSG_NOT_FILE, 0);            /* and does not wait for a writer */
    if (geteuid() == 0) return;                              /* who may read everything cannot be refused */
    spill("rahasia.txt", "x", 1);
    assert_int_equal(chmod(path_of("rahasia.txt"), 0), 0);
    refuse(path_of("rahasia.txt"), SIA_MSG_OPEN, EACCES);
}

static void too_little_memory_is_told(void **state)
{
    (void)state;
    spill("bab.txt", "lebih dari enam belas bita", 26);
    sia_arena *a = sia_arena_new(NULL, 16);
    sia_str s;
    assert_int_equal(sia_read_file(&s, path_of("bab.txt"), a, NULL), SIA_ENOMEM);
    sia_arena_free(a);
}

static sia_outfile *start_file(const char *path, sia_arena *a)
{
    sia_outfile *f = NULL;
    assert_int_equal(sia_outfile_open(&f, path, a, NULL), SIA_OK);
    sia_sink to = sia_outfile_sink(f);
    assert_int_equal(to.write(to.ctx, "baru", 4), 0);
    return f;
}

static void a_file_appears_whole_or_not_at_all(void **state)
{
    (void)state;
    sia_arena *a = sia_arena_new(NULL, 0);
    sia_str s;
    spill("hasil.csv", "lama", 4);
    sia_outfile *f = start_file(path_of("hasil.csv"), a);
    assert_int_equal(sia_read_file(&s, path_of("hasil.csv"), a, NULL), SIA_OK);
    assert_true(sia_str_eq(s, SIA_STR("lama")));             /* a reader still sees the old one */
    assert_int_equal(sia_outfile_close(f, NULL), SIA_OK);
    assert_int_equal(sia_read_file(&s, path_of("hasil.csv"), a, NULL), SIA_OK);
    assert_true(sia_str_eq(s, SIA_STR("baru")));
    assert_int_equal(files_in_folder(), 1);
    sia_arena_free(a);
}

static void a_file_given_up_leaves_nothing(void **state)
{
    (void)state;
    sia_arena *a = sia_arena_new(NULL, 0);
    sia_outfile_drop(start_file(path_of("hasil.csv"), a));
    sia_outfile_drop(NULL);
    assert_int_equal(files_in_folder(), 0);
    sia_arena_free(a);
}

static void a_file_that_cannot_be_written_is_told_at_once(void **state)
{
    (void)state;
    sia_arena *a = sia_arena_new(NULL, 0);
    sia_outfile *f;
    sia_err e;
    assert_int_equal(sia_outfile_open(&f, folder, a, &e), SIA_EIO);
    assert_int_equal(e.sys, EISDIR);
    assert_int_equal(sia_outfile_open(&f, path_of("tidak/ada/hasil.csv"), a, &e), SIA_EIO);
    assert_int_equal(e.sys, ENOENT);
    assert_int_equal(files_in_folder(), 0);
    sia_arena_free(a);
}

/* A device or a pipe is written as it stands: a rename would put a plain file in its place. */
static void a_device_stays_a_device(void **state)
{
    (void)state;
    sia_arena *a = sia_arena_new(NULL, 0);
    struct stat st;
    char got[8] = "";
    assert_int_equal(mkfifo(path_of("pipa"), 0600), 0);
    int fd = open(path_of("pipa"), O_RDWR | O_NONBLOCK);
    assert_int_equal(sia_outfile_close(start_file(path_of("pipa"), a), NULL), SIA_OK);
    assert_int_equal(read(fd, got, 4), 4);
    assert_string_equal(got, "baru");
    close(fd);
    sia_outfile_drop(start_file("/dev/null", a));
    assert_true(!stat("/dev/null", &st) && S_ISCHR(st.st_mode));
    assert_true(!stat(path_of("pipa"), &st) && S_ISFIFO(st.st_mode));
    assert_int_equal(files_in_folder(), 1);
    sia_arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(a_file_is_read_whole_with_nul_inside_and_after, clear_folder),
        cmocka_unit_test_teardown(a_file_of_any_size_comes_whole, clear_folder),
        cmocka_unit_test_teardown(what_is_no_file_is_refused_by_name, clear_folder),
        cmocka_unit_test_teardown(too_little_memory_is_told, clear_folder),
        cmocka_unit_test_teardown(a_file_appears_whole_or_not_at_all, clear_folder),
        cmocka_unit_test_teardown(a_file_given_up_leaves_nothing, clear_folder),
        cmocka_unit_test_teardown(a_file_that_cannot_be_written_is_told_at_once, clear_folder),
        cmocka_unit_test_teardown(a_device_stays_a_device, clear_folder),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
