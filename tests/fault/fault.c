/* Runs every scenario of a list with the 1st, 2nd, ... call of one kind failing, once and for ever, and judges each run.
 *   fault SIASAT SHIM LIST brief|quick|full      SHIM: none when it is linked in
 * The current folder holds the scenarios' inputs and an empty folder out/. brief and quick sample the calls of a run.
 * A run is right when it ends by itself and either prints what the good run printed, or says that it could not and
 * exits as INTERFACE says (3; 1 or 2 where it was an input that could not be read), leaving no part of an -o file. */
#define _GNU_SOURCE
#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { ARGS = 64, PATIENCE = 20 };

typedef struct { char *p; size_t n; } bytes;
typedef struct { char line[1024]; char *argv[ARGS + 1]; const char *in; const char *out; } scenario;
typedef struct { int status; long calls; bytes out, file; size_t said; int strays; } result;

static const char *program, *shim;
static long first = 10, most = 24;      /* calls that fail: the first ones, then some of the rest */
static bool full, brief;
static unsigned long faults, wrong;

/* ---- small things ----------------------------------------------------------------------------- */

static bytes slurp(const char *path)
{
    bytes b = { NULL, 0 };
    FILE *f = fopen(path, "rb");
    if (!f) return b;
    struct stat st;
    if (!fstat(fileno(f), &st)) b.p = malloc((size_t)st.st_size + 1);
    if (b.p) b.n = fread(b.p, 1, (size_t)st.st_size, f);
    fclose(f);
    return b;
}

static bool same(bytes a, bytes b) { return (a.p != NULL) == (b.p != NULL) && a.n == b.n && (!a.n || !memcmp(a.p, b.p, a.n)); }

/* Counts what is in out/ besides `name`, and empties the folder when asked. */
static int strays(const char *name, bool empty)
{
    int n = 0;
    DIR *d = opendir("out");
    for (struct dirent *e; d && (e = readdir(d));) {
        if (!strcmp(e->d_name, ".") || !strcmp(e->d_name, "..")) continue;
        if (!name || strcmp(e->d_name, strrchr(name, '/') + 1)) n++;
        if (empty) unlinkat(dirfd(d), e->d_name, 0);
    }
    if (d) closedir(d);
    return n;
}

/* Splits a line into words; '...' holds blanks together, "< FILE" is standard input, what follows -o is the file written. */
static void parse(scenario *s)
{
    int n = 0;
    s->argv[n++] = (char *)"siasat";
    s->in = "/dev/null";
    s->out = NULL;
    for (char *p = s->line; *p && n < ARGS;) {
        p += strspn(p, " ");
        if (!*p) break;
        const char *until = *p == '\'' ? "'" : " ";
        if (*p == '\'') p++;
        char *word = p;
        p += strcspn(p, until);
        if (*p) *p++ = 0;
        if (n > 1 && !strcmp(s->argv[n - 1], "<")) { s->in = word; n--; continue; }
        if (!strncmp(word, "out/", 4)) s->out = word;        /* -o FILE, or the file that convert writes */
        s->argv[n++] = word;
    }
    s->argv[n] = NULL;
}

/* ---- one run ---------------------------------------------------------------------------------- */

static void become(const scenario *s, const char *kind, long at, bool all)
{
    char number[32];
    snprintf(number, sizeof number, "%ld", at);
    int in = open(s->in, O_RDONLY), out = open("stdout", O_WRONLY | O_CREAT | O_TRUNC, 0600);
    int err = open("stderr", O_WRONLY | O_CREAT | O_TRUNC, 0600);
    if (dup2(in, 0) < 0 || dup2(out, 1) < 0 || dup2(err, 2) < 0) _exit(126);
    close(in); close(out); close(err);
    setenv("FAULT_KIND", kind, 1);
    setenv("FAULT_AT", number, 1);
    setenv("FAULT_ALL", all ? "1" : "0", 1);
    setenv("FAULT_COUNT", "calls", 1);
    if (strcmp(shim, "none")) setenv("LD_PRELOAD", shim, 1);
    alarm(PATIENCE);
    execv(program, s->argv);
    _exit(127);
}

static result run(const scenario *s, const char *kind, long at, bool all)
{
    result r = { 0 };
    int st = 0;
    unlink("calls");
    strays(NULL, true);
    pid_t child = fork();
    if (child == 0) become(s, kind, at, all);
    while (waitpid(child, &st, 0) < 0) {}
    r.status = WIFEXITED(st) ? WEXITSTATUS(st) : -WTERMSIG(st);
    r.out = slurp("stdout");
    if (s->out) r.file = slurp(s->out);
    r.strays = strays(s->out, true);
    bytes said = slurp("stderr"), calls = slurp("calls");
    r.said = said.n;
    r.calls = calls.n ? atol(calls.p) : -1;
    free(said.p); free(calls.p);
    return r;
}

/* ---- judging ---------------------------------------------------------------------------------- */

/* NULL when the run is right, else what is wrong with it. */
static const char *judge(const result *r, const result *good, const char *kind)
{
    bool input = !strcmp(kind, "open") || !strcmp(kind, "read");
    if (r->status == -SIGALRM) return "did not end";
    if (r->status < 0) return "ended by a signal";
    if (r->strays) return "left a temporary file";
    if (r->status == good->status && same(r->out, good->out) && same(r->file, good->file)) return NULL;
    if (r->status == good->status && !(input && r->status)) return "lost output without saying so";
    if (r->status != 3 && !(input && (r->status == 1 || r->status == 2))) return "exit status is not as documented";
    if (!r->said) return "failed without a word";
    if (r->status != 1 && r->file.p && !same(r->file, good->file)) return "left a partial file";
    return NULL;
}

static void complain(const char *name, const char *kind, long at, bool all, const result *r, const char *why)
{
    bytes said = slurp("stderr");
    if (wrong++ < 60)
        printf("not ok: siasat %s: %s call %ld fails%s: %s (status %d): %.*s\n", name, kind, at, all ? " for ever" : "", why,
               r->status, (int)(said.n < 160 ? said.n : 160) - (said.n && said.n <= 160), said.p ? said.p : "");
    free(said.p);
}

static void drop(result *r) { free(r->out.p); free(r->file.p); }

static void try_kind(const scenario *s, const char *name, const char *kind)
{
    result good = run(s, kind, 0, false);
    long step = 1, room = most - first;
    if (good.status < 0 || good.status > 2 || good.strays) complain(name, kind, 0, false, &good, "the good run is not good");
    if (!full && good.calls > most) step = (good.calls - first + room - 1) / room;
    for (long at = 1; at <= good.calls; at += at < first ? 1 : step)
        for (int all = 0; all < (full || (!brief && !strcmp(kind, "memory")) ? 2 : 1); all++) {
            result r = run(s, kind, at, all);
            const char *why = judge(&r, &good, kind);
            faults++;
            if (why) complain(name, kind, at, all, &r, why);
            drop(&r);
        }
    drop(&good);
}

int main(int argc, char **argv)
{
    static const char *const kinds[] = { "memory", "open", "read", "write", "close", "rename", "fsync" };
    static scenario s;
    char name[sizeof s.line];
    if (argc != 5) return 2;
    program = argv[1];
    shim = argv[2];
    full = !strcmp(argv[4], "full");
    brief = !strcmp(argv[4], "brief");
    if (brief) first = 4, most = 8;
    FILE *list = fopen(argv[3], "r");
    if (!list) return 2;
    setvbuf(stdout, NULL, _IOLBF, 0);
    while (fgets(s.line, sizeof s.line, list)) {
        s.line[strcspn(s.line, "\n")] = 0;
        if (!*s.line || *s.line == '#') continue;
        memcpy(name, s.line, sizeof name);
        parse(&s);
        for (size_t k = 0; k < (brief ? 1 : sizeof kinds / sizeof *kinds); k++) try_kind(&s, name, kinds[k]);
    }
    fclose(list);
    printf("faults: %lu passed, %lu failed\n", faults - wrong, wrong);
    return wrong != 0;
}
