/* Fuzzing a helper program: its own main, in a process of its own, as siasat runs it. What it refuses ends that process and is
 * fine; a crash, a hang, a refusal without a name, or a stream that the core would not take are finds. Which code was reached
 * comes back through shared memory. A harness defines helper_main by including the program's main behind this file, and is linked
 * with the program's other parts; the confinement is left out, since a sanitizer's report needs what it takes away. */
#ifndef FUZZ_INSIDE_H
#define FUZZ_INSIDE_H
#define _GNU_SOURCE
#include "promises.h"
#include <siasat/text.h>
#include "../../src/helper/confine.h"
#include "../../src/helper/serve.h"
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *p, size_t n);
int helper_main(int argc, char **argv);
#define main helper_main

const char *serve_job(int argc, char **argv) { return argc == 2 ? argv[1] : ""; }
void confine_as_told(const char *job) { (void)job; }
void confine(size_t memory_mib, unsigned cpu_seconds) { (void)memory_mib; (void)cpu_seconds; }
bool confine_job_is(const char *job, const char *name) { return !strcmp(job, name); }
unsigned confine_told(const char *job, const char *word, unsigned otherwise) { (void)job; (void)word; return otherwise; }

/* The counters of what was reached, where a fuzzer has them: from the linker, by an assembler's words, for in C the compiler that
 * counts would take these names for its own. */
__asm__(".weak __start___sancov_cntrs\n.weak __stop___sancov_cntrs\n.pushsection .data.rel.ro,\"aw\"\n.balign 16\n"
        ".globl fuzz_counters\nfuzz_counters: .dc.a __start___sancov_cntrs, __stop___sancov_cntrs\n.popsection\n");
extern unsigned char *const fuzz_counters[2];
static unsigned char *reached;
static size_t n_reached(void) { return (size_t)(fuzz_counters[1] - fuzz_counters[0]); }

enum { INSIDE_SECONDS = 20, UNNAMED = 77 };
static char  *sent, *said;
static size_t n_sent, n_said;

static void hand_back(int status, void *unused)
{
    (void)unused;
    if (n_reached()) memcpy(reached, fuzz_counters[0], n_reached());
    fflush(stderr);
    _exit(status == 0 || (status == 1 && n_said > 9 && !memcmp(said, "error IN_", 9)) ? 0 : UNNAMED);
}

/* What the helper sends must be a stream of which the core keeps every promise. */
static void check_stream(void)
{
    sia_arena *scratch = sia_arena_new(NULL, 0);
    sia_doc *d = sia_doc_new(NULL, 0);
    sia_err err = { 0 };
    if (scratch && d) {
        const sia_status st = sia_doc_read_stream(d, SIA_STR("fuzz"), (sia_str){ sent, n_sent }, &err);
        must(err.msg != SIA_MSG_HELPER_GARBLED);
        check_stages(d, scratch, st, &err);
    }
}

static void run_inside(const char *job, const char *bytes, size_t n, bool stream)
{
    char *words[] = { (char[]){ "helper" }, (char *)(uintptr_t)job, NULL };
    const struct rlimit limit = { INSIDE_SECONDS, INSIDE_SECONDS };
    FILE *in = fmemopen((void *)(uintptr_t)bytes, n, "r"), *out = open_memstream(&sent, &n_sent), *err = open_memstream(&said, &n_said);
    (void)!setrlimit(RLIMIT_CPU, &limit);
    on_exit(hand_back, NULL);
    if (in && out && err) {
        stdin = in;
        stdout = out;
        stderr = err;
        const int status = helper_main(2, words);
        fflush(stdout);
        if (!status && stream) check_stream();
        exit(status);
    }
    exit(0);
}

/* Gives `bytes` to the helper. */
static void fuzz_helper(const char *job, const char *bytes, size_t n, bool stream)
{
    if (!reached && n_reached()) {
        reached = mmap(NULL, n_reached(), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
        must(reached != MAP_FAILED);
    }
    int status = 0;
    const pid_t child = fork();
    if (!child) run_inside(job, n ? bytes : "", n, stream);
    if (child < 0) return;
    while (waitpid(child, &status, 0) < 0) {}
    if (status) fprintf(stderr, "helper fuzz: job %s ended with status 0x%x\n", job, (unsigned)status);
    must(!status);
    if (n_reached()) memcpy(fuzz_counters[0], reached, n_reached());
}
#endif
