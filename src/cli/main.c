/* The command line: find the verb, run it, close standard output, and say what went wrong. */
#define _POSIX_C_SOURCE 200809L
#include "man.h"
#include "session.h"
#include <errno.h>
#include <fcntl.h>
#include <malloc.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>

static const command *const commands[] = {
    &cmd_docs, &cmd_text, &cmd_outline, &cmd_tokens, &cmd_tag, &cmd_kwic, &cmd_quote, &cmd_lists, &cmd_discover, &cmd_freq, &cmd_cooc, &cmd_network, &cmd_keyness, &cmd_explain, &cmd_ngrams, &cmd_crosstab, &cmd_lexdiv, &cmd_meta, &cmd_repairs, &cmd_sheet, &cmd_evaluate, &cmd_codebook, &cmd_report, &cmd_methods, &cmd_partial, &cmd_merge, &cmd_cluster, &cmd_columns,
};

/* ---- finding the verb --------------------------------------------------------------------------- */

static const command *find(const char *name)
{
    for (size_t i = 0; i < SIA_COUNT_OF(commands); i++)
        if (!strcmp(commands[i]->opts.name, name)) return commands[i];
    return NULL;
}

static sia_status no_such(const char *name, sia_err *err)
{
    const char *names[SIA_COUNT_OF(commands)];
    for (size_t i = 0; i < SIA_COUNT_OF(commands); i++) names[i] = commands[i]->opts.name;
    const char *near = opt_nearest(name, names, SIA_COUNT_OF(commands));
    if (near) return sia_fail(err, SIA_MSG_COMMAND_UNKNOWN, 0, SIA_STR(""), "'%s' (%s?)", name, near);
    return sia_fail(err, SIA_MSG_COMMAND_UNKNOWN, 0, SIA_STR(""), "'%s'", name);
}

/* ---- help and version, on standard output ---------------------------------------------------------- */

static void print_commands(sia_lang lang)
{
    printf("siasat %s: %s\n\n%s siasat %s\n\n", SIA_VERSION, sia_word(SIA_MSG_HELP_ABOUT, lang),
           sia_word(SIA_MSG_HELP_USAGE, lang), sia_word(SIA_MSG_HELP_SHAPE, lang));
    for (size_t i = 0; i < SIA_COUNT_OF(commands); i++)
        printf("  %-10s %s\n", commands[i]->opts.name, sia_word(commands[i]->opts.about, lang));
    printf("\n%s\n", sia_word(SIA_MSG_HELP_FOOT, lang));
}

static void print_help(const command *c, sia_lang lang, sia_arena *a)
{
    fputs(opt_help(&c->opts, lang, a).p, stdout);
}

static void print_man(sia_arena *a)
{
    static const opt_group *const shared[] = { &opts_input, &opts_codebook, &opts_repair, &opts_output, &opts_general };
    fputs(".SH COMMANDS\n", stdout);
    for (size_t i = 0; i < SIA_COUNT_OF(commands); i++) man_command(stdout, &commands[i]->opts, a);
    fputs(".SH OPTIONS\n", stdout);
    for (size_t i = 0; i < SIA_COUNT_OF(shared); i++) man_group(stdout, shared[i], a);
}

/* `siasat help [COMMAND]`, `--help`, `--version`: true when the first word was one of these. */
static bool answered(int argc, char **argv, sia_lang lang, sia_arena *a, sia_status *st, sia_err *err)
{
    const char *w = argc > 1 ? argv[1] : "";
    const command *c = !strcmp(w, "help") && argc > 2 ? find(argv[2]) : NULL;
    if (!strcmp(w, "--version") || !strcmp(w, "-V")) printf("siasat %s\n", SIA_VERSION);
    else if (!strcmp(w, "help") && argc > 2 && !strcmp(argv[2], "--man")) print_man(a);
    else if (!strcmp(w, "help") && argc > 2 && !strcmp(argv[2], "--methods")) man_measures(stdout);
    else if (c) print_help(c, lang, a);
    else if (!strcmp(w, "help") && argc > 2) *st = no_such(argv[2], err);
    else if (!strcmp(w, "help") || !strcmp(w, "--help") || !strcmp(w, "-h")) print_commands(lang);
    else return false;
    return true;
}

/* ---- running ------------------------------------------------------------------------------------------- */

/* --lang is looked for before all else, so that a wrong option is told in the language asked for, and taken out of the
 * words, so that it may stand before the verb or behind `help` too. An unknown language is left to the verb to refuse. */
static sia_lang language(int *argc, char **argv)
{
    sia_lang lang = lang_of_environment();
    int kept = 0;
    for (int i = 0; i < *argc; i++) {
        bool beside = !strncmp(argv[i], "--lang=", 7), behind = !strcmp(argv[i], "--lang") && i + 1 < *argc;
        const char *v = beside ? argv[i] + 7 : behind ? argv[i + 1] : "";
        bool known = !strcmp(v, "id") || !strcmp(v, "en");
        if (known) lang = *v == 'i' ? SIA_ID : SIA_EN;
        if (known) i += behind;
        else argv[kept++] = argv[i];
    }
    argv[*argc = kept] = NULL;
    return lang;
}

static sia_status run_command(const command *c, session *s, int argc, char **argv, sia_err *err)
{
    settings_init(&s->set);
    s->about = c->opts.about;
    s->operand = argv + 2;
    SIA_TRY(opt_parse(&c->opts, argc - 2, argv + 2, &s->set, &s->operands, err));
    if (s->set.help) { print_help(c, s->lang, s->arena); return SIA_OK; }
    return c->run(s, err);
}

/* Flushes stdio (help pages) and closes standard output: what the disk refuses shows only now. */
static sia_status close_output(sia_err *err)
{
    if (fflush(stdout) || ferror(stdout)) return sia_fail(err, SIA_MSG_WRITE, errno, SIA_STR("standard output"), "");
    return sia_stdout_close(err);
}

static bool unwritten(sia_msg m) { return m == SIA_MSG_WRITE || m == SIA_MSG_OUT_MADE || m == SIA_MSG_OUT_OPEN || m == SIA_MSG_OUT_COLUMNS; }

/* A result that cannot be written, or no memory, is failure; a codebook or stop list that cannot be read is wrong usage. */
static int exit_status(sia_status st, const sia_err *err, const session *s)
{
    switch (st) {
    case SIA_OK: return s->failed ? EXIT_PARTLY : EXIT_DONE;
    case SIA_ENOMEM: return EXIT_FAILED;
    case SIA_EIO: return unwritten(err->msg) ? EXIT_FAILED : EXIT_USAGE;
    case SIA_ETEXT: case SIA_ESYNTAX: case SIA_EPATTERN: case SIA_ELIMIT: case SIA_EARG: return EXIT_USAGE;
    }
    return EXIT_FAILED;
}

/* A reader that went away is no error of ours: end as SIGPIPE would have ended us, had it not been ignored. */
static void die_of_closed_pipe(const sia_err *err)
{
    if (err->status != SIA_EIO || err->sys != EPIPE) return;
    signal(SIGPIPE, SIG_DFL);
    raise(SIGPIPE);
}

/* A standard descriptor that came closed would be given to the next file opened, and messages would go into the result.
 * Its place is taken by a descriptor that refuses what it is for: reading 0, writing 1 and 2 still fail, and are told. */
static void occupy_standard_descriptors(void)
{
    for (int fd = 0; fd <= 2; fd++)
        if (fcntl(fd, F_GETFD) < 0) (void)!open("/dev/null", fd == 0 ? O_WRONLY : O_RDONLY);
}

/* glibc keeps what has been freed for the next block of that size; ours double, and none is as large as the last. */
static void large_blocks_go_back(void)
{
#ifdef M_MMAP_THRESHOLD
    enum { LARGE = 1 << 18 };
    mallopt(M_MMAP_THRESHOLD, LARGE);
#endif
}

int main(int argc, char **argv)
{
    occupy_standard_descriptors();
    large_blocks_go_back();
    sia_err err = { 0 };
    sia_status st = SIA_OK;
    session s = { .lang = language(&argc, argv), .arena = sia_arena_new(NULL, 0) };
    if (!s.arena) st = sia_fail(&err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    else if (argc < 2) { say_usage(s.lang); st = SIA_EARG; }
    else if (!answered(argc, argv, s.lang, s.arena, &st, &err)) {
        const command *c = find(argv[1]);
        st = c ? run_command(c, &s, argc, argv, &err) : no_such(argv[1], &err);
        if (st) session_drop(&s);
    }
    if (!st && !sia_arena_ok(s.arena)) st = sia_fail(&err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    if (!st) st = close_output(&err);
    die_of_closed_pipe(&err);
    if (err.status) say_error(s.lang, &err);
    if (err.status && err.msg == SIA_MSG_NO_INPUT) say_usage(s.lang);
    int status = exit_status(st, &err, &s);
    sia_roots_close(s.roots);
    sia_arena_free(s.arena);
    return status;
}
