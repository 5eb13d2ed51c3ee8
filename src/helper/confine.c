/* Confinement by resource limits, Landlock and a list of allowed system calls, each as far as the kernel has it. */
#define _GNU_SOURCE
#include "confine.h"
#include "calls.h"
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

/* A sanitizer's shadow memory is terabytes of address space. */
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer) || __has_feature(memory_sanitizer)
#define SANITIZED 1
#endif
#endif
#ifdef SANITIZED
/* Looking for leaks needs a second process, which is one of the things given up. */
const char *__asan_default_options(void);
const char *__asan_default_options(void) { return "detect_leaks=0:exitcode=99"; }
#endif

static void say_lacks(const char *layer)
{
    char line[64];
    int n = snprintf(line, sizeof line, "lacks %s\n", layer);
    if (n > 0 && write(STDERR_FILENO, line, (size_t)n) < 0) return;
}

/* A macro, since what setrlimit takes has a type of its own on each system. */
#define LIMITS(what, soft, most) do { const struct rlimit l_ = { (soft), (most) }; (void)!setrlimit((what), &l_); } while (0)
#define LIMIT(what, most) LIMITS((what), (most), (most))

static void limit_all(size_t memory_mib, unsigned cpu_seconds, unsigned tick, bool files)
{
#ifndef SANITIZED
    LIMIT(RLIMIT_AS, (rlim_t)memory_mib << 20);
#else
    (void)memory_mib;
#endif
    LIMITS(RLIMIT_CPU, tick, cpu_seconds);
    LIMIT(RLIMIT_CORE, 0);
    LIMIT(RLIMIT_FSIZE, files ? (rlim_t)CONFINE_FILE_MIB << 20 : 0);         /* the three descriptors are pipes */
    LIMIT(RLIMIT_NOFILE, files ? CONFINE_FILES : 3);
}

#ifdef __linux__
#include <fcntl.h>
#include <stdint.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

/* ---- Landlock: no file, no folder, from ABI 4 on no TCP port, from 6 on no signal to others ------------------------- */

#ifndef SYS_landlock_create_ruleset
#define SYS_landlock_create_ruleset 444
#define SYS_landlock_add_rule       445
#define SYS_landlock_restrict_self  446
#endif
enum { LANDLOCK_VERSION = 1 };
/* The kernel's struct at ABI 6; older kernels take its head alone. */
struct ruleset { uint64_t files, ports, scoped; };

enum { EXECUTE = 1, WRITE_FILE = 1 << 1, READ_FILE = 1 << 2, READ_DIR = 1 << 3, REMOVE_FILE = 1 << 5, MAKE_FILE = 1 << 8, TRUNCATE = 1 << 14 };
struct __attribute__((packed)) below { uint64_t rights; int32_t folder; };
enum { PATH_BELOW = 1 };

static bool grant(int ruleset, const char *path, uint64_t rights)
{
    const struct below b = { rights, open(path, O_PATH | O_CLOEXEC) };
    const bool done = b.folder >= 0 && !syscall(SYS_landlock_add_rule, ruleset, PATH_BELOW, &b, 0);
    if (b.folder >= 0) close(b.folder);
    return done;
}

/* Reading and running; what is no folder has no right of folders. What is not there is not missed. */
static void grant_all(int ruleset, const char *const *readable)
{
    for (; readable && *readable; readable++)
        if (!grant(ruleset, *readable, EXECUTE | READ_FILE | READ_DIR)) (void)grant(ruleset, *readable, EXECUTE | READ_FILE);
}

/* A ruleset that handles every right of this ABI and grants none, but files in `scratch` if there is one, and what is `readable`. */
static void shut_files(const char *scratch, const char *const *readable)
{
    long abi = syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_VERSION);
    if (abi < 1) { say_lacks("landlock"); return; }
    unsigned rights = abi == 1 ? 13 : abi == 2 ? 14 : abi < 5 ? 15 : 16;
    struct ruleset r = { (UINT64_C(1) << rights) - 1, abi < 4 ? 0 : 3, abi < 6 ? 0 : 3 };
    size_t size = abi < 4 ? sizeof r.files : abi < 6 ? 2 * sizeof r.files : sizeof r;
    int fd = (int)syscall(SYS_landlock_create_ruleset, &r, size, 0);
    const uint64_t own = WRITE_FILE | READ_FILE | REMOVE_FILE | MAKE_FILE | (abi < 3 ? 0 : TRUNCATE);
    if (fd >= 0) grant_all(fd, readable);
    if (fd < 0 || (scratch && !grant(fd, scratch, own)) || syscall(SYS_landlock_restrict_self, fd, 0)) say_lacks("landlock");
    if (fd >= 0) close(fd);
}

static bool give_up_privileges(void)
{
    (void)!prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    if (!prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)) return true;
    say_lacks("no_new_privs");
    return false;
}
#else
static bool give_up_privileges(void) { return true; }
static void shut_files(const char *scratch, const char *const *readable) { (void)scratch; (void)readable; say_lacks("landlock"); }
#endif

static void list_calls(unsigned beside) { if (!calls_only(beside)) say_lacks("seccomp"); }

static void close_others(void)
{
#ifdef SYS_close_range
    if (!syscall(SYS_close_range, 3u, ~0u, 0u)) return;
#endif
    for (int fd = 3; fd < 1024; fd++) close(fd);
}

static void shut_in(const char *scratch, const char *const *readable, size_t memory_mib, unsigned cpu_seconds, unsigned tick)
{
    close_others();
    const bool may = give_up_privileges();
    if (may) shut_files(scratch, readable);                            /* needs a descriptor, so before the limits */
    limit_all(memory_mib, cpu_seconds, tick, scratch || readable);
    if (may) list_calls((scratch ? CALLS_OF_FILES : 0) | (readable ? CALLS_OF_RUNNING : 0));
}

void confine(size_t memory_mib, unsigned cpu_seconds) { shut_in(NULL, NULL, memory_mib, cpu_seconds, cpu_seconds); }
void confine_ticking(size_t memory_mib, unsigned cpu_seconds) { shut_in(NULL, NULL, memory_mib, cpu_seconds, 1); }
void confine_to(const char *scratch, size_t memory_mib, unsigned cpu_seconds) { shut_in(scratch, NULL, memory_mib, cpu_seconds, cpu_seconds); }

void confine_running(const char *const *readable, size_t memory_mib, unsigned cpu_seconds)
{
    shut_in(NULL, readable, memory_mib, cpu_seconds, cpu_seconds);
}

void confine_serving(void)
{
    close_others();
    const bool may = give_up_privileges();
    if (may) shut_files(NULL, NULL);
    LIMIT(RLIMIT_CORE, 0);
    LIMIT(RLIMIT_FSIZE, 0);
    LIMIT(RLIMIT_NOFILE, CONFINE_SERVING_FILES);
    if (may) list_calls(CALLS_OF_SERVING);
}

unsigned confine_told(const char *job, const char *word, unsigned otherwise)
{
    const size_t n = strlen(word);
    for (const char *p = job; (p = strstr(p, word)); p += n)
        if ((p == job || p[-1] == ' ') && p[n] == '=' && p[n + 1] >= '0' && p[n + 1] <= '9') {
            const unsigned long value = strtoul(p + n + 1, NULL, 10);
            return value && value < 1000000 ? (unsigned)value : otherwise;
        }
    return otherwise;
}

void confine_as_told(const char *job)
{
    confine(confine_told(job, "memory", CONFINE_MEMORY_MIB), confine_told(job, "cpu", CONFINE_CPU_SECONDS));
}

bool confine_job_is(const char *job, const char *name)
{
    const size_t n = strlen(name);
    return !strncmp(job, name, n) && (!job[n] || job[n] == ' ');
}
