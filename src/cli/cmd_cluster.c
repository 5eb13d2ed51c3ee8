/* siasat cluster: prints the script that counts in shards, by Slurm or by GNU parallel. It runs nothing. */
#include "given.h"
#include "session.h"
#include <stdio.h>

/* ---- the words of `siasat partial` -------------------------------------------------------------------- */

typedef struct { sia_str words; sia_arena *a; } spelling;

static bool of_the_script(const char *name)
{
    static const char *const names[] = { "shard", "shards", "parts", "hosts", "output" };
    for (size_t i = 0; i < SIA_COUNT_OF(names); i++) if (!strcmp(names[i], name)) return true;
    return false;
}

static bool add_option(void *ctx, const opt *o, const char *value)
{
    spelling *x = ctx;
    if (of_the_script(o->name)) return true;
    x->words = sia_printf(x->a, "%s --%s", x->words.p, o->name);
    if (value) x->words = sia_printf(x->a, "%s %s", x->words.p, given_quoted(value, x->a).p);
    return true;
}

static bool spell(session *s, sia_str *words)
{
    spelling x = { SIA_STR(""), s->arena };
    if (!given_each(&cmd_cluster.opts, &s->set, add_option, &x, s->arena)) return false;
    for (int i = 1; i < s->operands; i++) {
        const char *dashes = s->operand[i][0] == '-' ? "./" : "";
        x.words = sia_printf(s->arena, "%s %s", x.words.p, given_quoted(sia_printf(s->arena, "%s%s", dashes, s->operand[i]).p, s->arena).p);
    }
    *words = x.words;
    return sia_arena_ok(s->arena);
}

/* ---- the scripts ------------------------------------------------------------------------------------------ */

static void print_slurm(const session *s, const char *parts, const char *words)
{
    const unsigned n = s->set.shards;
    printf("#!/bin/sh\n"
           "# %s\n"
           "# SBATCH_PARTITION, SBATCH_ACCOUNT, SBATCH_TIMELIMIT and the like are sbatch's own; TASK adds options to each task.\n"
           "set -e\n"
           "mkdir -p %s\n"
           "array=$(sbatch --parsable --job-name=siasat --array=1-%u --cpus-per-task=1 --requeue --output=%s/%%a.log $TASK <<'EOF'\n"
           "#!/bin/sh\n"
           "exec siasat partial --shard \"$SLURM_ARRAY_TASK_ID/%u\" -o %s/\"$SLURM_ARRAY_TASK_ID\".part --threads \"${SLURM_CPUS_PER_TASK:-1}\"%s\n"
           "EOF\n"
           ")\n", sia_word(SIA_MSG_CLUSTER_SLURM, s->lang), parts, n, parts, n, parts, words);
    printf("merge=$(sbatch --parsable --job-name=siasat-merge --kill-on-invalid-dep=yes --dependency=afterok:\"${array%%%%;*}\" --output=%s/merge.log <<'EOF'\n"
           "#!/bin/sh\n"
           "exec siasat merge %s/*.part -o %s/all\n"
           "EOF\n"
           ")\n"
           "echo \"$array $merge\"\n", parts, parts, parts);
}

static void print_parallel(const session *s, const char *parts, const char *words)
{
    const unsigned n = s->set.shards;
    const char *hosts = s->set.hosts ? given_quoted(s->set.hosts, s->arena).p : ":";
    const sia_str job = sia_printf(s->arena, "siasat partial --shard {}/%u -o %s/{}.part --threads 1%s", n, parts, words);
    printf("#!/bin/sh\n"
           "# %s\n"
           "set -e\n"
           "mkdir -p %s\n"
           "log=%s/joblog\n"
           "# What the log calls done is done where its partial is there.\n"
           "[ ! -f \"$log\" ] || { awk -v at=%s 'NR == 1 || (getline line < (at \"/\" $1 \".part\")) >= 0' \"$log\" > \"$log.new\" && mv \"$log.new\" \"$log\"; }\n"
           "seq 1 %u | parallel --sshlogin %s --workdir . --retries 4 --joblog \"$log\" --resume \\\n"
           "    %s\n"
           "siasat merge %s/*.part -o %s/all\n", sia_word(SIA_MSG_CLUSTER_PARALLEL, s->lang), parts, parts, parts, n, hosts,
           given_quoted(job.p, s->arena).p, parts, parts);
}

static sia_status cluster(session *s, sia_err *err)
{
    sia_str words;
    const char *which = s->operands ? s->operand[0] : "";
    const bool slurm = !strcmp(which, "slurm");
    if ((!slurm && strcmp(which, "parallel") != 0) || s->operands < 2) return sia_fail(err, SIA_MSG_CLUSTER_WHICH, 0, SIA_STR("cluster"), "'%s'", which);
    if (!s->set.shards || s->set.shards > 100000) return sia_fail(err, SIA_MSG_OPT_NUMBER, 0, SIA_STR("--shards"), "%u", s->set.shards);
    if (!spell(s, &words)) return sia_fail(err, SIA_MSG_NOMEM, 0, SIA_STR(""), "");
    const char *parts = given_quoted(s->set.parts, s->arena).p;
    if (slurm) print_slurm(s, parts, words.p); else print_parallel(s, parts, words.p);
    return SIA_OK;
}

const command cmd_cluster = {
    { "cluster", "slurm|parallel INPUT...", SIA_MSG_CMD_CLUSTER,
      { &opts_cluster, &opts_partial, &opts_input, &opts_codebook, &opts_general },
      { "siasat cluster slurm --shards 100 /data/skripsi > jobs.sh", "siasat cluster parallel --hosts lab1,lab2,: --shards 30 skripsi > jobs.sh" } },
    cluster,
};
