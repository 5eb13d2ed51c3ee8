/* Starting a helper program: by its path, without our environment, descriptors or signals. */
#define _GNU_SOURCE
#include "helper.h"
#include <fcntl.h>
#include <spawn.h>
#include <unistd.h>

/* Standard signals, none blocked: what we ignore or wait for is no business of the program's. */
static int set_signals(posix_spawnattr_t *at)
{
    sigset_t none, all;
    sigemptyset(&none);
    sigfillset(&all);
    int bad = posix_spawnattr_setsigmask(at, &none);
    if (!bad) bad = posix_spawnattr_setsigdefault(at, &all);
    return bad ? bad : posix_spawnattr_setflags(at, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
}

int helper_launch(pid_t *pid, char *const argv[], char *const env[], const int fd[3])
{
    posix_spawn_file_actions_t files;
    posix_spawnattr_t at;
    int bad = posix_spawn_file_actions_init(&files);
    if (bad) return bad;
    bad = posix_spawnattr_init(&at);
    if (!bad) {
        for (int i = 0; i < 3 && !bad; i++) bad = posix_spawn_file_actions_adddup2(&files, fd[i], i);
        if (!bad) bad = set_signals(&at);
        if (!bad) bad = posix_spawn(pid, argv[0], &files, &at, argv, env);
        posix_spawnattr_destroy(&at);
    }
    posix_spawn_file_actions_destroy(&files);
    return bad;
}
