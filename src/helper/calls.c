/* seccomp: a list of system calls; every other one fails with EPERM. */
#define _GNU_SOURCE
#include "calls.h"

#ifdef __linux__
#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

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
#define LANDLOCK_CREATE_RULESET 444
#define LANDLOCK_RESTRICT_SELF  446
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
/* What a program that is kept takes beside: a process for each document, word of its end, and all that this process gives up for itself. */
static const uint16_t for_serving[] = {
    SYS_clone, SYS_set_robust_list, SYS_wait4, SYS_kill, SYS_tgkill, SYS_recvmsg, SYS_dup3, SYS_prctl, SYS_getppid, SYS_prlimit64, SYS_ppoll,
    LANDLOCK_CREATE_RULESET, LANDLOCK_RESTRICT_SELF,
#ifdef SYS_poll
    SYS_poll, SYS_dup2,
#endif
#ifdef SYS_pidfd_open
    SYS_pidfd_open,
#endif
#ifdef SYS_close_range
    SYS_close_range,
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
       RUNNING_CALLS = sizeof for_running / sizeof *for_running, SERVING_CALLS = sizeof for_serving / sizeof *for_serving, CHECKS = sizeof checked / sizeof *checked };
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

static unsigned short allow(struct sock_filter *f, unsigned short n, const uint16_t *call, size_t calls)
{
    for (size_t i = 0; i < calls; i++) {
        f[n++] = SKIP_UNLESS(call[i], 1);
        f[n++] = ANSWER(SECCOMP_RET_ALLOW);
    }
    return n;
}

bool calls_only(unsigned beside)
{
    struct sock_filter f[16 + 2 * (CALLS + FILE_CALLS + RUNNING_CALLS + SERVING_CALLS) + 6 * CHECKS];
    unsigned short n = 0;
    const uint32_t self = (uint32_t)getpid();
    f[n++] = LOAD(offsetof(struct seccomp_data, arch));      /* another architecture's calls have other numbers */
    f[n++] = SKIP_IF(ARCH, 1);
    f[n++] = ANSWER(SECCOMP_RET_KILL_PROCESS);
    f[n++] = LOAD(offsetof(struct seccomp_data, nr));
    n = allow(f, n, allowed, CALLS);
    if (beside & CALLS_OF_FILES) n = allow(f, n, for_files, FILE_CALLS);
    if (beside & CALLS_OF_RUNNING) n = allow(f, n, for_running, RUNNING_CALLS);
    if (beside & CALLS_OF_SERVING) n = allow(f, n, for_serving, SERVING_CALLS);
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
    return !prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program);
}
#else
bool calls_only(unsigned beside) { (void)beside; return false; }
#endif
#else
bool calls_only(unsigned beside) { (void)beside; return false; }
#endif
