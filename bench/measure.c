/* Times commands side by side: in every round each runs once, the order turning, so that what else the machine does
 * falls on all alike. Prints, for each, user + system seconds (median, least, most), MB/s, peak memory, the ratio to the first.
 *   measure ROUNDS MEGABYTES NAME COMMAND [NAME COMMAND]...      commands are run by sh, their output thrown away */
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { COMMANDS = 32, ROUNDS = 99 };

typedef struct { const char *name, *line; double cpu[ROUNDS]; long peak; int failed; } job;

static int by_value(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* Puts the rounds in order; returns the middle one. */
static double median(double *v, int n)
{
    qsort(v, (size_t)n, sizeof *v, by_value);
    return n % 2 ? v[n / 2] : (v[n / 2 - 1] + v[n / 2]) / 2;
}

static double seconds(struct timeval t) { return (double)t.tv_sec + (double)t.tv_usec * 1e-6; }

static void run(job *j, int round)
{
    struct rusage used;
    int status = 0;
    pid_t child = fork();
    if (child == 0) {
        int hole = open("/dev/null", O_RDWR);
        dup2(hole, 0);
        dup2(hole, 1);
        dup2(hole, 2);
        execl("/bin/sh", "sh", "-c", j->line, (char *)NULL);
        _exit(127);
    }
    wait4(child, &status, 0, &used);
    j->cpu[round] = seconds(used.ru_utime) + seconds(used.ru_stime);
    if (used.ru_maxrss > j->peak) j->peak = used.ru_maxrss;
    if (status) j->failed = 1;
}

int main(int argc, char **argv)
{
    static job jobs[COMMANDS];
    const int rounds = argc > 2 ? atoi(argv[1]) : 0, n = (argc - 3) / 2;
    const double megabytes = argc > 2 ? atof(argv[2]) : 0;
    int bad = 0;
    if (rounds < 1 || rounds > ROUNDS || n < 1 || n > COMMANDS) return 2;
    for (int i = 0; i < n; i++) jobs[i] = (job){ .name = argv[3 + 2 * i], .line = argv[4 + 2 * i] };
    for (int r = 0; r < rounds; r++)
        for (int i = 0; i < n; i++) run(&jobs[(i + r) % n], r);
    printf("%-28s %9s %9s %9s %9s %9s %9s\n", "program", "cpu s", "MB/s", "least", "most", "peak MB", "ratio");
    const double first = median(jobs[0].cpu, rounds);
    for (int i = 0; i < n; i++) {
        const double t = median(jobs[i].cpu, rounds);
        printf("%-28s %9.3f %9.1f %9.3f %9.3f %9.1f %9.2f%s\n", jobs[i].name, t, megabytes / t, jobs[i].cpu[0], jobs[i].cpu[rounds - 1],
               (double)jobs[i].peak / 1024, t / first, jobs[i].failed ? "  FAILED" : "");
        bad |= jobs[i].failed;
    }
    return bad;
}
