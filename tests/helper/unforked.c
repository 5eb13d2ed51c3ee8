/* A helper program that is kept and then cannot make a process, for tests of what is done instead: fork fails in it. */
#define _GNU_SOURCE
#include "../../src/helper/confine.h"
#include "../../src/helper/serve.h"
#include <errno.h>
#include <stdio.h>
#include <unistd.h>

pid_t fork(void)
{
    errno = EAGAIN;
    return -1;
}

int main(int argc, char **argv)
{
    (void)serve_job(argc, argv);
    confine(CONFINE_MEMORY_MIB, 1);
    for (int c; (c = getchar()) != EOF; ) putchar(c);
    return 0;
}
