/* The options, as tables shared by the verbs. */
#include "formats.h"

#define AT(field) offsetof(settings, field)
#define GROUP(name, heading, shared) const opt_group name = { name##_v, SIA_COUNT_OF(name##_v), SIA_MSG_##heading, shared }

static const opt opts_general_v[] = {
    { "lang",    0,   OPT_CHOICE, "en|id", SIA_MSG_OPT_LANG,    AT(lang) },
    { "threads", 'j', OPT_COUNT,  "N",     SIA_MSG_OPT_THREADS, AT(threads) },
    { "memory",  0,   OPT_SIZE,   "SIZE",  SIA_MSG_OPT_MEMORY,  AT(memory) },
    { "quiet",   'q', OPT_FLAG,   NULL,    SIA_MSG_OPT_QUIET,   AT(quiet) },
    { "help",    'h', OPT_FLAG,   NULL,    SIA_MSG_OPT_HELP,    AT(help) },
};
GROUP(opts_general, HEAD_GENERAL, true);

static const opt opts_input_v[] = {
    { "encoding", 0, OPT_TEXT, "NAME",   SIA_MSG_OPT_ENCODING, AT(encoding) },
    { "all",      0, OPT_FLAG, NULL,     SIA_MSG_OPT_ALL,      AT(all) },
    { "where",    0, OPT_TEXT, "SELECT", SIA_MSG_OPT_WHERE,    AT(where) },
    { "meta",     0, OPT_TEXT, "FILE",   SIA_MSG_OPT_META,     AT(meta) },
    { "text-column", 0, OPT_TEXT, "NAME", SIA_MSG_OPT_TEXT_COLUMN, AT(text_column) },
    { "cache",    0, OPT_TEXT, "DIR",    SIA_MSG_OPT_CACHE,    AT(cache) },
    { "dedup",    0, OPT_FLAG, NULL,     SIA_MSG_OPT_DEDUP,    AT(dedup) },
    { "roots",    0, OPT_LIST, "FILE",   SIA_MSG_OPT_ROOTS,    AT(roots) },
    { "ocr",      0, OPT_CHOICE, "never|auto|always", SIA_MSG_OPT_OCR, AT(ocr) },
    { "ocr-floor", 0, OPT_COUNT, "PERCENT", SIA_MSG_OPT_OCR_FLOOR, AT(ocr_floor) },
    { "read-memory", 0, OPT_SIZE, "SIZE", SIA_MSG_OPT_READ_MEMORY, AT(read_memory) },
    { "read-seconds", 0, OPT_COUNT, "N", SIA_MSG_OPT_READ_SECONDS, AT(read_seconds) },
};
GROUP(opts_input, HEAD_INPUT, true);

static const opt opts_codebook_v[] = {
    { "codebook", 'c', OPT_LIST,   "FILE",                 SIA_MSG_OPT_CODEBOOK, AT(codebooks) },
    { "policy",   0,   OPT_CHOICE, "longest|all|priority|one-per-category", SIA_MSG_OPT_POLICY,   AT(policy) },
    { "engine",   0,   OPT_CHOICE, "fast|reference",       SIA_MSG_OPT_ENGINE,   AT(engine) },
    { "no-jit",   0,   OPT_FLAG,   NULL,                   SIA_MSG_OPT_NO_JIT,   AT(no_jit) },
    { "hits",     0,   OPT_TEXT,   "FILE",                 SIA_MSG_OPT_HITS,     AT(hits) },
};
GROUP(opts_codebook, HEAD_CODEBOOK, true);

static const opt opts_output_v[] = {
    { "output",  'o', OPT_TEXT,   "FILE",                   SIA_MSG_OPT_OUTPUT,  AT(output) },
    { "format",  'f', OPT_CHOICE, FORMAT_CHOICES,           SIA_MSG_OPT_FORMAT,  AT(format) },
    { "dialect", 0,   OPT_CHOICE, "rfc4180|excel|excel-id", SIA_MSG_OPT_DIALECT, AT(dialect) },
    { "headers", 0,   OPT_CHOICE, "en|id",                  SIA_MSG_OPT_HEADERS, AT(headers) },
    { "color",   0,   OPT_CHOICE, "never|always",           SIA_MSG_OPT_COLOR,   AT(color) },
    { "raw",     0,   OPT_FLAG,   NULL,                     SIA_MSG_OPT_RAW,     AT(raw) },
};
GROUP(opts_output, HEAD_OUTPUT, true);

static const opt opts_report_v[] = {
    { "output",  'o', OPT_TEXT,   "FILE|FOLDER",            SIA_MSG_OPT_REPORT_OUTPUT, AT(output) },
    { "dialect", 0,   OPT_CHOICE, "rfc4180|excel|excel-id", SIA_MSG_OPT_DIALECT, AT(dialect) },
    { "headers", 0,   OPT_CHOICE, "en|id",                  SIA_MSG_OPT_HEADERS, AT(headers) },
};
GROUP(opts_report, HEAD_OUTPUT, false);

static const opt opts_methods_v[] = {
    { "output",  'o', OPT_TEXT,   "FILE",                   SIA_MSG_OPT_OUTPUT_TEXT, AT(output) },
};
GROUP(opts_methods, HEAD_OUTPUT, false);

static const opt opts_counting_v[] = {
    { "of",        0, OPT_CHOICE, "term|category|word|norm|lemma|root", SIA_MSG_OPT_OF,        AT(of) },
    { "by",        0, OPT_TEXT,   "GROUP",              SIA_MSG_OPT_BY,        AT(by) },
    { "wide",      0, OPT_FLAG,   NULL,                 SIA_MSG_OPT_WIDE,      AT(wide) },
    { "stopwords", 0, OPT_TEXT,   "FILE",               SIA_MSG_OPT_STOPWORDS, AT(stopwords) },
    { "unknown",   0, OPT_FLAG,   NULL,                 SIA_MSG_OPT_UNKNOWN_WORDS, AT(unknown) },
    { "measure",   0, OPT_TEXT,   "NAME,...|all",       SIA_MSG_OPT_MEASURE,   AT(measure) },
    { "leave-one-out", 0, OPT_FLAG, NULL,               SIA_MSG_OPT_LEAVE_OUT, AT(leave_one_out) },
    { "min-count", 0, OPT_COUNT,  "N",                  SIA_MSG_OPT_MIN_COUNT, AT(min_count) },
    { "top",       0, OPT_COUNT,  "N",                  SIA_MSG_OPT_TOP,       AT(top) },
    { "sort",      0, OPT_TEXT,   "COLUMN",             SIA_MSG_OPT_SORT,      AT(sort) },
};
GROUP(opts_counting, HEAD_COUNTING, false);

static const opt opts_cooc_v[] = {
    { "of",        0, OPT_CHOICE, "term|category|word|norm|lemma|root", SIA_MSG_OPT_OF,        AT(of) },
    { "unit",      0, OPT_TEXT,   "UNIT",               SIA_MSG_OPT_UNIT,      AT(unit) },
    { "barrier",   0, OPT_CHOICE, "none|paragraph|sentence", SIA_MSG_OPT_BARRIER, AT(barrier) },
    { "per",       0, OPT_CHOICE, "place|hit",          SIA_MSG_OPT_PER,       AT(per) },
    { "expect",    0, OPT_CHOICE, "span|plain|width",   SIA_MSG_OPT_EXPECT,    AT(expect) },
    { "unordered", 0, OPT_FLAG,   NULL,                 SIA_MSG_OPT_UNORDERED, AT(unordered) },
    { "self",      0, OPT_FLAG,   NULL,                 SIA_MSG_OPT_SELF,      AT(self) },
    { "measure",   0, OPT_TEXT,   "NAME,...|all",       SIA_MSG_OPT_MEASURE,   AT(measure) },
    { "adjust",    0, OPT_CHOICE, "bonferroni|holm|hochberg|bh|by", SIA_MSG_OPT_ADJUST, AT(adjust) },
    { "compat",    0, OPT_CHOICE, "quanteda|cqpweb|sketch|khcoder|wordsmith|antconc|ucs", SIA_MSG_OPT_COMPAT, AT(compat) },
    { "leave-one-out", 0, OPT_FLAG, NULL,               SIA_MSG_OPT_LEAVE_OUT, AT(leave_one_out) },
    { "wide",      0, OPT_FLAG,   NULL,                 SIA_MSG_OPT_WIDE_PAIRS, AT(wide) },
    { "stopwords", 0, OPT_TEXT,   "FILE",               SIA_MSG_OPT_STOPWORDS, AT(stopwords) },
    { "unknown",   0, OPT_FLAG,   NULL,                 SIA_MSG_OPT_UNKNOWN_WORDS, AT(unknown) },
    { "min-count", 0, OPT_COUNT,  "N",                  SIA_MSG_OPT_MIN_TESTED, AT(min_count) },
    { "top",       0, OPT_COUNT,  "N",                  SIA_MSG_OPT_TOP,       AT(top) },
    { "sort",      0, OPT_TEXT,   "COLUMN",             SIA_MSG_OPT_SORT,      AT(sort) },
};
GROUP(opts_cooc, HEAD_COUNTING, false);

static const opt opts_network_v[] = {
    { "edges",     0, OPT_FLAG,   NULL,                 SIA_MSG_OPT_EDGES,     AT(edges) },
    { "of",        0, OPT_CHOICE, "term|category|word|norm|lemma|root", SIA_MSG_OPT_OF,        AT(of) },
    { "unit",      0, OPT_TEXT,   "UNIT",               SIA_MSG_OPT_UNIT,      AT(unit) },
    { "min-count", 0, OPT_COUNT,  "N",                  SIA_MSG_OPT_MIN_PAIR,  AT(min_count) },
    { "top",       0, OPT_COUNT,  "N",                  SIA_MSG_OPT_TOP_NODES, AT(top) },
    { "backbone",  0, OPT_TEXT,   "LEVEL",              SIA_MSG_OPT_BACKBONE,  AT(backbone) },
    { "betweenness", 0, OPT_CHOICE, "auto|never|always", SIA_MSG_OPT_BETWEENNESS, AT(betweenness) },
    { "seed",      0, OPT_COUNT,  "N",                  SIA_MSG_OPT_SEED_NETWORK, AT(seed) },
    { "stopwords", 0, OPT_TEXT,   "FILE",               SIA_MSG_OPT_STOPWORDS, AT(stopwords) },
    { "unknown",   0, OPT_FLAG,   NULL,                 SIA_MSG_OPT_UNKNOWN_WORDS, AT(unknown) },
    { "sort",      0, OPT_TEXT,   "COLUMN",             SIA_MSG_OPT_SORT,      AT(sort) },
};
GROUP(opts_network, HEAD_COUNTING, false);

static const opt opts_keyness_v[] = {
    { "target",    0, OPT_TEXT,   "SELECT",             SIA_MSG_OPT_TARGET,    AT(target) },
    { "reference", 0, OPT_TEXT,   "SELECT",             SIA_MSG_OPT_REFERENCE, AT(reference) },
    { "by",        0, OPT_TEXT,   "GROUP",              SIA_MSG_OPT_BY_KEY,    AT(by) },
    { "of",        0, OPT_CHOICE, "term|category|word|norm|lemma|root", SIA_MSG_OPT_OF,        AT(of) },
    { "stopwords", 0, OPT_TEXT,   "FILE",               SIA_MSG_OPT_STOPWORDS, AT(stopwords) },
    { "measure",   0, OPT_TEXT,   "NAME,...|all",       SIA_MSG_OPT_MEASURE,   AT(measure) },
    { "adjust",    0, OPT_CHOICE, "bonferroni|holm|hochberg|bh|by", SIA_MSG_OPT_ADJUST, AT(adjust) },
    { "compat",    0, OPT_CHOICE, "quanteda|cqpweb|sketch|khcoder|wordsmith|antconc|ucs", SIA_MSG_OPT_COMPAT, AT(compat) },
    { "leave-one-out", 0, OPT_FLAG, NULL,               SIA_MSG_OPT_LEAVE_OUT, AT(leave_one_out) },
    { "permute",   0, OPT_COUNT,  "N",                  SIA_MSG_OPT_PERMUTE,   AT(permute) },
    { "seed",      0, OPT_COUNT,  "N",                  SIA_MSG_OPT_PERMUTE_SEED, AT(seed) },
    { "min-count", 0, OPT_COUNT,  "N",                  SIA_MSG_OPT_MIN_TESTED, AT(min_count) },
    { "top",       0, OPT_COUNT,  "N",                  SIA_MSG_OPT_TOP,       AT(top) },
    { "sort",      0, OPT_TEXT,   "COLUMN",             SIA_MSG_OPT_SORT,      AT(sort) },
};
GROUP(opts_keyness, HEAD_COUNTING, false);

static const opt opts_lexdiv_v[] = {
    { "of",        0, OPT_CHOICE, "word|norm|lemma|root", SIA_MSG_OPT_OF_WORD, AT(of) },
    { "by",        0, OPT_TEXT,   "GROUP",              SIA_MSG_OPT_BY,        AT(by) },
    { "stopwords", 0, OPT_TEXT,   "FILE",               SIA_MSG_OPT_STOPWORDS, AT(stopwords) },
    { "measure",   0, OPT_TEXT,   "NAME,...|all",       SIA_MSG_OPT_MEASURE,   AT(measure) },
    { "top",       0, OPT_COUNT,  "N",                  SIA_MSG_OPT_TOP,       AT(top) },
    { "sort",      0, OPT_TEXT,   "COLUMN",             SIA_MSG_OPT_SORT,      AT(sort) },
};
GROUP(opts_lexdiv, HEAD_COUNTING, false);

static const opt opts_crosstab_v[] = {
    { "of",        0, OPT_CHOICE, "term|category|word|norm|lemma|root", SIA_MSG_OPT_OF,        AT(of) },
    { "by",        0, OPT_TEXT,   "GROUP",              SIA_MSG_OPT_BY_WHAT,   AT(by) },
    { "against",   0, OPT_CHOICE, "words|items",        SIA_MSG_OPT_AGAINST,   AT(against) },
    { "cells",     0, OPT_FLAG,   NULL,                 SIA_MSG_OPT_CELLS,     AT(cells) },
    { "adjust",    0, OPT_CHOICE, "bonferroni|holm|hochberg|bh|by", SIA_MSG_OPT_ADJUST, AT(adjust) },
    { "seed",      0, OPT_COUNT,  "N",                  SIA_MSG_OPT_SEED_DRAWS, AT(seed) },
    { "stopwords", 0, OPT_TEXT,   "FILE",               SIA_MSG_OPT_STOPWORDS, AT(stopwords) },
    { "unknown",   0, OPT_FLAG,   NULL,                 SIA_MSG_OPT_UNKNOWN_WORDS, AT(unknown) },
    { "min-count", 0, OPT_COUNT,  "N",                  SIA_MSG_OPT_MIN_TESTED, AT(min_count) },
    { "top",       0, OPT_COUNT,  "N",                  SIA_MSG_OPT_TOP,       AT(top) },
    { "sort",      0, OPT_TEXT,   "COLUMN",             SIA_MSG_OPT_SORT,      AT(sort) },
};
GROUP(opts_crosstab, HEAD_COUNTING, false);

static const opt opts_ngrams_v[] = {
    { "n",         'n', OPT_TEXT, "N|N-M",              SIA_MSG_OPT_N,         AT(n) },
    { "skip",      0, OPT_COUNT,  "N",                  SIA_MSG_OPT_SKIP,      AT(skip) },
    { "window",    0, OPT_COUNT,  "N",                  SIA_MSG_OPT_WINDOW,    AT(window) },
    { "of",        0, OPT_CHOICE, "word|norm|lemma|root", SIA_MSG_OPT_OF_WORD, AT(of) },
    { "stopwords", 0, OPT_TEXT,   "FILE",               SIA_MSG_OPT_STOPS_OF,  AT(stopwords) },
    { "stops",     0, OPT_CHOICE, "part|inside|out",    SIA_MSG_OPT_STOPS,     AT(stops) },
    { "across",    0, OPT_FLAG,   NULL,                 SIA_MSG_OPT_ACROSS,    AT(across) },
    { "measure",   0, OPT_TEXT,   "NAME,...|all",       SIA_MSG_OPT_MEASURE,   AT(measure) },
    { "adjust",    0, OPT_CHOICE, "bonferroni|holm|hochberg|bh|by", SIA_MSG_OPT_ADJUST, AT(adjust) },
    { "min-count", 0, OPT_COUNT,  "N",                  SIA_MSG_OPT_MIN_NGRAM, AT(min_ngram) },
    { "top",       0, OPT_COUNT,  "N",                  SIA_MSG_OPT_TOP,       AT(top) },
    { "sort",      0, OPT_TEXT,   "COLUMN",             SIA_MSG_OPT_SORT,      AT(sort) },
};
GROUP(opts_ngrams, HEAD_COUNTING, false);

static const opt opts_explain_v[] = {
    { "of",        0, OPT_CHOICE, "term|category|word|norm|lemma|root", SIA_MSG_OPT_OF,        AT(of) },
    { "unit",      0, OPT_TEXT,   "UNIT",               SIA_MSG_OPT_UNIT,      AT(unit) },
    { "target",    0, OPT_TEXT,   "SELECT",             SIA_MSG_OPT_TARGET,    AT(target) },
    { "reference", 0, OPT_TEXT,   "SELECT",             SIA_MSG_OPT_REFERENCE, AT(reference) },
    { "measure",   0, OPT_TEXT,   "NAME,...|all",       SIA_MSG_OPT_MEASURE,   AT(measure) },
    { "family",    0, OPT_COUNT,  "N",                  SIA_MSG_OPT_FAMILY,    AT(family) },
    { "stopwords", 0, OPT_TEXT,   "FILE",               SIA_MSG_OPT_STOPWORDS, AT(stopwords) },
};
GROUP(opts_explain, HEAD_COUNTING, false);

static const opt opts_kwic_v[] = {
    { "term",     0,   OPT_TEXT, "ID",   SIA_MSG_OPT_TERM,     AT(term) },
    { "category", 0,   OPT_TEXT, "ID",   SIA_MSG_OPT_CATEGORY, AT(category) },
    { "width",    0,   OPT_TEXT, "N|sentence", SIA_MSG_OPT_WIDTH, AT(width) },
};
GROUP(opts_kwic, HEAD_KWIC, false);

static const opt opts_quote_v[] = {
    { "term",     0, OPT_TEXT, "ID", SIA_MSG_OPT_TERM,     AT(term) },
    { "category", 0, OPT_TEXT, "ID", SIA_MSG_OPT_CATEGORY, AT(category) },
};
GROUP(opts_quote, HEAD_KWIC, false);

static const opt opts_tag_v[] = {
    { "columns",  0, OPT_TEXT, "NAME,...", SIA_MSG_OPT_COLUMNS,  AT(columns) },
    { "overlaps", 0, OPT_FLAG, NULL,       SIA_MSG_OPT_OVERLAPS, AT(overlaps) },
};
GROUP(opts_tag, HEAD_TAG, false);

static const opt opts_tokens_v[] = {
    { "stopwords", 0, OPT_TEXT, "FILE", SIA_MSG_OPT_STOPLIST, AT(stopwords) },
    { "unknown",   0, OPT_FLAG,   NULL,                 SIA_MSG_OPT_UNKNOWN_WORDS, AT(unknown) },
};
GROUP(opts_tokens, HEAD_COUNTING, false);

static const opt opts_discover_v[] = {
    { "target",    0, OPT_TEXT,  "SELECT", SIA_MSG_OPT_TARGET,        AT(target) },
    { "reference", 0, OPT_TEXT,  "SELECT", SIA_MSG_OPT_REFERENCE,     AT(reference) },
    { "stopwords", 0, OPT_TEXT,  "FILE",   SIA_MSG_OPT_FILTER,        AT(stopwords) },
    { "min-count", 0, OPT_COUNT, "N",      SIA_MSG_OPT_MIN_CANDIDATE, AT(min_candidate) },
    { "top",       0, OPT_COUNT, "N",      SIA_MSG_OPT_TOP,           AT(top) },
    { "sort",      0, OPT_TEXT,  "COLUMN", SIA_MSG_OPT_SORT,          AT(sort) },
};
GROUP(opts_discover, HEAD_COUNTING, false);

static const opt opts_coverage_v[] = {
    { "by",        0, OPT_TEXT, "GROUP", SIA_MSG_OPT_BY_CHAPTER, AT(by_chapter) },
    { "stopwords", 0, OPT_TEXT, "FILE",  SIA_MSG_OPT_CONTENT,    AT(stopwords) },
};
GROUP(opts_coverage, HEAD_COUNTING, false);

static const opt opts_text_v[] = {
    { "marks",   0, OPT_FLAG, NULL, SIA_MSG_OPT_MARKS,   AT(marks) },
    { "repairs", 0, OPT_FLAG, NULL, SIA_MSG_OPT_REPAIRS, AT(repairs) },
};
GROUP(opts_text, HEAD_TEXT, false);

static const opt opts_evaluate_v[] = {
    { "gold", 0, OPT_TEXT, "FILE", SIA_MSG_OPT_GOLD, AT(gold) },
    { "list", 0, OPT_FLAG, NULL,   SIA_MSG_OPT_LIST, AT(list) },
    { "a",    0, OPT_TEXT, "FILE", SIA_MSG_OPT_A,    AT(a) },
    { "b",    0, OPT_TEXT, "FILE", SIA_MSG_OPT_B,    AT(b) },
};
GROUP(opts_evaluate, HEAD_EVALUATE, false);

static const opt opts_sheet_v[] = {
    { "sample", 0, OPT_COUNT, "N", SIA_MSG_OPT_SAMPLE, AT(sample) },
    { "seed",   0, OPT_COUNT, "N", SIA_MSG_OPT_SEED,   AT(seed) },
};
GROUP(opts_sheet, HEAD_EVALUATE, false);

static const opt opts_rows_v[] = {
    { "min-count", 0, OPT_COUNT, "N",      SIA_MSG_OPT_MIN_COUNT, AT(min_count) },
    { "top",       0, OPT_COUNT, "N",      SIA_MSG_OPT_TOP,       AT(top) },
    { "sort",      0, OPT_TEXT,  "COLUMN", SIA_MSG_OPT_SORT,      AT(sort) },
};
GROUP(opts_rows, HEAD_COUNTING, false);

static const opt opts_repair_v[] = {
    { "repair", 0, OPT_FLAG, NULL, SIA_MSG_OPT_REPAIR, AT(repair) },
};
GROUP(opts_repair, HEAD_REPAIR, true);

static const opt opts_partial_v[] = {
    { "table",     0, OPT_LIST,   "TABLE",              SIA_MSG_OPT_PART_TABLE, AT(tables) },
    { "by",        0, OPT_TEXT,   "GROUP",              SIA_MSG_OPT_BY,        AT(by) },
    { "unit",      0, OPT_TEXT,   "UNIT",               SIA_MSG_OPT_PART_UNIT, AT(unit) },
    { "columns",   0, OPT_TEXT,   "NAME,...",           SIA_MSG_OPT_COLUMNS,   AT(columns) },
    { "stopwords", 0, OPT_TEXT,   "FILE",               SIA_MSG_OPT_STOPWORDS, AT(stopwords) },
    { "unknown",   0, OPT_FLAG,   NULL,                 SIA_MSG_OPT_UNKNOWN_WORDS, AT(unknown) },
    { "sums",      0, OPT_FLAG,   NULL,                 SIA_MSG_OPT_SUMS,      AT(sums) },
};
GROUP(opts_partial, HEAD_COUNTING, false);

static const opt opts_part_output_v[] = {
    { "shard",     0,   OPT_TEXT, "I/N",                SIA_MSG_OPT_SHARD,     AT(shard) },
    { "output",    'o', OPT_TEXT, "FILE",               SIA_MSG_OPT_PART_OUTPUT, AT(output) },
};
GROUP(opts_part_output, HEAD_SHARDS, false);

static const opt opts_merge_v[] = {
    { "table",     0, OPT_TEXT,   "TABLE",              SIA_MSG_OPT_MERGE_TABLE, AT(table) },
    { "some",      0, OPT_FLAG,   NULL,                 SIA_MSG_OPT_SOME,      AT(some) },
    { "wide",      0, OPT_FLAG,   NULL,                 SIA_MSG_OPT_WIDE,      AT(wide) },
    { "measure",   0, OPT_TEXT,   "NAME,...|all",       SIA_MSG_OPT_MEASURE,   AT(measure) },
    { "adjust",    0, OPT_CHOICE, "bonferroni|holm|hochberg|bh|by", SIA_MSG_OPT_ADJUST, AT(adjust) },
    { "leave-one-out", 0, OPT_FLAG, NULL,               SIA_MSG_OPT_LEAVE_OUT, AT(leave_one_out) },
    { "min-count", 0, OPT_COUNT,  "N",                  SIA_MSG_OPT_MIN_TESTED, AT(min_count) },
    { "top",       0, OPT_COUNT,  "N",                  SIA_MSG_OPT_TOP,       AT(top) },
    { "sort",      0, OPT_TEXT,   "COLUMN",             SIA_MSG_OPT_SORT,      AT(sort) },
};
GROUP(opts_merge, HEAD_COUNTING, false);

static const opt opts_cluster_v[] = {
    { "shards",    0, OPT_COUNT,  "N",                  SIA_MSG_OPT_SHARDS,    AT(shards) },
    { "parts",     0, OPT_TEXT,   "DIR",                SIA_MSG_OPT_PARTS,     AT(parts) },
    { "hosts",     0, OPT_TEXT,   "HOST,...",           SIA_MSG_OPT_HOSTS,     AT(hosts) },
};
GROUP(opts_cluster, HEAD_SHARDS, false);

void settings_init(settings *s)
{
    *s = (settings){ .lang = -1, .format = -1, .dialect = -1, .headers = -1, .color = -1, .by = "corpus", .by_chapter = "chapter", .min_count = 1, .adjust = SIA_BH, .compat = -1, .barrier = -1, .per = -1, .expect = -1, .n = "2", .min_ngram = 2, .min_candidate = 2, .sample = 100, .seed = 1, .shards = 10, .parts = "parts" };
}
