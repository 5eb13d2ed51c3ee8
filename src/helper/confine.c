/* Confinement by resource limits, Landlock and a list of allowed system calls, each as far as the kernel has it. */
#define _GNU_SOURCE
#include "confine.h"
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
#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stdint.h>
#include <sys/mman.h>
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

/* ---- seccomp: a list of calls; every other one fails with EPERM ------------------------------------------------------ */

#if defined(__x86_64__) && !defined(__ILP32__)
#define ARCH AUDIT_ARCH_X86_64
#elif defined(__aarch64__) && defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
#define ARCH AUDIT_ARCH_AARCH64
#elif defined(__i386__)
#define ARCH AUDIT_ARCH_I386
#elif defined(__riscv) && __riscv_xlen == 64
#define ARCH AUDIT_ARCH_RISCV64
#elif defined(__s390x__)
#define ARCH AUDIT_ARCH_S390X
#elif defined(__powerpc64__) && defined(__LITTLE_ENDIAN__)
#define ARCH AUDIT_ARCH_PPC64LE
#endif

#ifdef ARCH
static const uint16_t allowed[] = {
    SYS_read, SYS_write, SYS_close, SYS_lseek, SYS_brk, SYS_munmap, SYS_mremap, SYS_madvise, SYS_exit, SYS_exit_group,
    SYS_rt_sigreturn, SYS_rt_sigprocmask, SYS_rt_sigaction, SYS_sigaltstack, SYS_getpid, SYS_gettid, SYS_getrandom, SYS_futex,
    SYS_clock_gettime, SYS_sched_yield, SYS_restart_syscall,
#ifdef SYS_readv
    SYS_readv, SYS_writev,
#endif
#ifdef SYS_fstat
    SYS_fstat,
#endif
#ifdef SYS_fstat64
    SYS_fstat64,
#endif
#ifdef SYS__llseek
    SYS__llseek,
#endif
#ifdef SYS_time
    SYS_time,
#endif
#ifdef SYS_gettimeofday
    SYS_gettimeofday,
#endif
#ifdef SYS_clock_gettime64
    SYS_clock_gettime64,
#endif
};
/* What working on files takes beside; which files, Landlock says. */
static const uint16_t for_files[] = {
    SYS_openat, SYS_unlinkat, SYS_fcntl, SYS_pread64, SYS_pwrite64,
#ifdef SYS_newfstatat
    SYS_newfstatat,
#endif
#ifdef SYS_statx
    SYS_statx,
#endif
#ifdef SYS_unlink
    SYS_unlink,
#endif
#ifdef SYS_fcntl64
    SYS_fcntl64,
#endif
};
/* What loading a program takes beside, code mapped into memory among it. */
static const uint16_t for_running[] = {
    SYS_execve, SYS_openat, SYS_faccessat, SYS_mprotect, SYS_pread64, SYS_set_tid_address, SYS_set_robust_list, SYS_prlimit64, SYS_ioctl,
    SYS_readlinkat, SYS_fcntl, SYS_uname,
#ifdef SYS_mmap
    SYS_mmap,
#endif
#ifdef SYS_mmap2
    SYS_mmap2,
#endif
#ifdef SYS_rseq
    SYS_rseq,
#endif
#ifdef SYS_arch_prctl
    SYS_arch_prctl,
#endif
#ifdef SYS_set_thread_area
    SYS_set_thread_area,
#endif
#ifdef SYS_newfstatat
    SYS_newfstatat,
#endif
#ifdef SYS_statx
    SYS_statx,
#endif
#ifdef SYS_access
    SYS_access, SYS_open, SYS_stat, SYS_readlink,
#endif
};
/* Memory that can be run is refused; glibc's fstat is a newfstatat of no path; a signal goes to the program itself (abort). */
static const struct { uint16_t call; uint8_t argument; uint32_t mask, wanted; } checked[] = {
#ifdef SYS_mmap2
    { SYS_mmap2, 2, PROT_EXEC, 0 },
#elif !defined(__s390x__)
    { SYS_mmap, 2, PROT_EXEC, 0 },
#endif
    { SYS_mprotect, 2, PROT_EXEC, 0 },
#ifdef SYS_newfstatat
    { SYS_newfstatat, 3, AT_EMPTY_PATH, AT_EMPTY_PATH },
#endif
#ifdef SYS_statx
    { SYS_statx, 2, AT_EMPTY_PATH, AT_EMPTY_PATH },
#endif
};

enum { CALLS = sizeof allowed / sizeof *allowed, FILE_CALLS = sizeof for_files / sizeof *for_files,
       RUNNING_CALLS = sizeof for_running / sizeof *for_running, CHECKS = sizeof checked / sizeof *checked };
/* The low half of an argument, where these values are. */
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
enum { LOW_HALF = 4 };
#else
enum { LOW_HALF = 0 };
#endif

#define LOAD(at)           (struct sock_filter)BPF_STMT(BPF_LD | BPF_W | BPF_ABS, (at))
#define AND(mask)          (struct sock_filter)BPF_STMT(BPF_ALU | BPF_AND | BPF_K, (mask))
#define SKIP_IF(v, n)      (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (v), (n), 0)
#define SKIP_UNLESS(v, n)  (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (v), 0, (n))
#define ANSWER(what)       (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, (what))

static void list_calls(bool files, bool running)
{
    struct sock_filter f[16 + 2 * (CALLS + FILE_CALLS + RUNNING_CALLS) + 6 * CHECKS];
    unsigned short n = 0;
    const uint32_t self = (uint32_t)getpid();
    f[n++] = LOAD(offsetof(struct seccomp_data, arch));      /* another architecture's calls have other numbers */
    f[n++] = SKIP_IF(ARCH, 1);
    f[n++] = ANSWER(SECCOMP_RET_KILL_PROCESS);
    f[n++] = LOAD(offsetof(struct seccomp_data, nr));
    for (size_t i = 0; i < CALLS; i++) {
        f[n++] = SKIP_UNLESS(allowed[i], 1);
        f[n++] = ANSWER(SECCOMP_RET_ALLOW);
    }
    for (size_t i = 0; files && i < FILE_CALLS; i++) {
        f[n++] = SKIP_UNLESS(for_files[i], 1);
        f[n++] = ANSWER(SECCOMP_RET_ALLOW);
    }
    for (size_t i = 0; running && i < RUNNING_CALLS; i++) {
        f[n++] = SKIP_UNLESS(for_running[i], 1);
        f[n++] = ANSWER(SECCOMP_RET_ALLOW);
    }
    for (size_t i = 0; i < CHECKS; i++) {
        f[n++] = SKIP_UNLESS(checked[i].call, 5);
        f[n++] = LOAD((uint32_t)(offsetof(struct seccomp_data, args) + 8u * checked[i].argument + LOW_HALF));
        f[n++] = AND(checked[i].mask);
        f[n++] = SKIP_UNLESS(checked[i].wanted, 1);
        f[n++] = ANSWER(SECCOMP_RET_ALLOW);
        f[n++] = ANSWER(SECCOMP_RET_ERRNO | EPERM);
    }
    f[n++] = SKIP_UNLESS(SYS_tgkill, 3);
    f[n++] = LOAD((uint32_t)(offsetof(struct seccomp_data, args) + LOW_HALF));
    f[n++] = SKIP_UNLESS(self, 1);
    f[n++] = ANSWER(SECCOMP_RET_ALLOW);
    f[n++] = ANSWER(SECCOMP_RET_ERRNO | EPERM);
    struct sock_fprog program = { n, f };
    if (prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program)) say_lacks("seccomp");
}
#else
static void list_calls(bool files, bool running) { (void)files; (void)running; say_lacks("seccomp"); }
#endif

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
static void list_calls(bool files, bool running) { (void)files; (void)running; say_lacks("seccomp"); }
#endif

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
    if (may) list_calls(scratch != NULL, readable != NULL);
}

void confine(size_t memory_mib, unsigned cpu_seconds) { shut_in(NULL, NULL, memory_mib, cpu_seconds, cpu_seconds); }
void confine_ticking(size_t memory_mib, unsigned cpu_seconds) { shut_in(NULL, NULL, memory_mib, cpu_seconds, 1); }
void confine_to(const char *scratch, size_t memory_mib, unsigned cpu_seconds) { shut_in(scratch, NULL, memory_mib, cpu_seconds, cpu_seconds); }

void confine_running(const char *const *readable, size_t memory_mib, unsigned cpu_seconds)
{
    shut_in(NULL, readable, memory_mib, cpu_seconds, cpu_seconds);
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
