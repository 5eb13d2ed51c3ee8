/* siasat-legacy: old office files (DOC, RTF) as lines of text, by catdoc, where that is installed. Started by siasat, never by hand. The
 * file is put into memory, and this program, shut in, becomes catdoc: which can read its own tables, and write to the pipe, and no more. */
#define _GNU_SOURCE
#include "../confine.h"
#include "../wire.h"
#include <sys/mman.h>
#include <unistd.h>

enum { MOST = 256 << 20 };
static const char program[] = "/usr/bin/catdoc";

/* Standard input as a file that can be read from any place, as catdoc must. */
static void keep_input(void)
{
    size_t n, sent = 0;
    const char *bytes = read_input(&n, MOST);
    const int fd = memfd_create("document", MFD_CLOEXEC);
    while (fd >= 0 && sent < n) {
        const ssize_t k = write(fd, bytes + sent, n - sent);
        if (k <= 0) refuse("IN_MEMORY", 0, 0, "");
        sent += (size_t)k;
    }
    if (fd < 0 || lseek(fd, 0, SEEK_SET) || dup2(fd, STDIN_FILENO)) refuse("IN_MEMORY", 0, 0, "");
}

int main(int argc, char **argv)
{
    char *const words[] = { (char[]){ "catdoc" }, (char[]){ "-w" }, (char[]){ "-d" }, (char[]){ "utf-8" }, NULL };
    char *const environment[] = { (char[]){ "LC_ALL=C.UTF-8" }, NULL };
    static const char *const readable[] = { "/usr", "/lib", "/lib64", "/etc/ld.so.cache", "/etc/catdocrc", NULL };
    const char *job = argc == 2 ? argv[1] : "";
    if (!confine_job_is(job, "lines")) {
        fputs("siasat-legacy: started by siasat, which sends it a file to read\n", stderr);
        return 2;
    }
    if (access(program, X_OK)) refuse("IN_PROGRAM", 0, 0, "catdoc");
    keep_input();
    confine_running(readable, confine_told(job, "memory", CONFINE_MEMORY_MIB), confine_told(job, "cpu", CONFINE_CPU_SECONDS));
    execve(program, words, environment);
    refuse("IN_PROGRAM", 0, 0, "catdoc");
}
