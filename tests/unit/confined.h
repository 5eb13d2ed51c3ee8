/* Whether a helper program that waits for its input has given up what it should. Include cmocka first. */
#ifndef SIASAT_TEST_CONFINED_H
#define SIASAT_TEST_CONFINED_H
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static inline bool says(pid_t pid, const char *file, const char *what)
{
    char path[64], line[256];
    bool found = false;
    snprintf(path, sizeof path, "/proc/%ld/%s", (long)pid, file);
    FILE *f = fopen(path, "r");
    while (f && !found && fgets(line, sizeof line, f)) found = strstr(line, what) != NULL;
    if (f) fclose(f);
    return found;
}

/* The filter of system calls is what it sets up last: once that is there (ten seconds at most), all else is. */
static inline bool wait_for_filter(pid_t pid)
{
    for (int i = 0; i < 1000; i++) {
        if (says(pid, "status", "Seccomp:\t2")) return true;
        nanosleep(&(struct timespec){ 0, 10000000 }, NULL);
    }
    return false;
}

static inline void expect_confined(const char *path)
{
    int in[2];
    if (!says(getpid(), "status", "Seccomp:")) { printf("skipped: no /proc here that tells\n"); return; }
    assert_int_equal(pipe(in), 0);
    const pid_t pid = fork();
    assert_true(pid >= 0);
    if (!pid) {
        dup2(in[0], STDIN_FILENO);
        close(in[1]);
        execl(path, path, "", (char *)NULL);
        _exit(127);
    }
    close(in[0]);
    const bool filtered = wait_for_filter(pid), alone = says(pid, "status", "NoNewPrivs:\t1");
    const bool files = says(pid, "limits", "Max open files            3 "), written = says(pid, "limits", "Max file size             0 ");
    const bool readable = says(pid, "limits", "Limit");
    close(in[1]);
    kill(pid, SIGKILL);
    waitpid(pid, NULL, 0);
    assert_true(filtered);
    assert_true(alone);
    if (!readable) { printf("skipped: its limits are not told to us\n"); return; }
    assert_true(files);
    assert_true(written);
}
#endif
