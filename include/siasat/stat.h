/* siasat/stat.h: counts that add up, and measures that are pure functions of counts. */
#ifndef SIASAT_STAT_H
#define SIASAT_STAT_H
#include <siasat/text.h>

/* ---- frequency: items in groups ------------------------------------------------------- */

/* How often each item stands in each group, and in how many works. Items and groups are small numbers (a lex id, a term
 * index, ...); the caller keeps their names. Works must come in runs: all documents of one before the next, since only
 * the last work of each cell is remembered. One thread. Memory for any size of corpus: 16 to 32 bytes for each item
 * number below 2^22 up to the largest of the first group, 48 to 96 bytes for each other cell, and 2 MiB at the
 * most for tables outgrown. */
typedef struct sia_counts sia_counts;
typedef struct { uint32_t group, item; uint64_t count, works; } sia_tally;

sia_counts *sia_counts_new(sia_arena *a);                                       /* lives in `a`; NULL: no memory */

/* Adds n (0 adds nothing) to a cell. O(1). A failure sticks in the arena, and the cell is then left out. */
void     sia_counts_add(sia_counts *c, uint32_t group, uint32_t item, uint64_t n, uint32_t work);

/* Adds 1 to the cell of each of the n items, of which some may be alike. Several times faster than one by one where the
 * cells are more than the processor's cache holds: their memory is fetched in batches. */
void     sia_counts_each(sia_counts *c, uint32_t group, const uint32_t *items, uint32_t n, uint32_t work);

/* Says that this cell is added to soon: its memory is fetched meanwhile. Calls some eight cells ahead double the speed
 * where cells are met in no order. */
void     sia_counts_soon(const sia_counts *c, uint32_t group, uint32_t item);

/* Adds n words to the group's denominator, and the work to its works. As sia_counts_add. */
void     sia_counts_words(sia_counts *c, uint32_t group, uint64_t n, uint32_t work);
uint64_t sia_counts_group_words(const sia_counts *c, uint32_t group);           /* 0: none counted */
uint64_t sia_counts_group_works(const sia_counts *c, uint32_t group);           /* works with any of its text */
size_t   sia_counts_cells(const sia_counts *c);                                 /* cells with a count above 0 */

/* Adds what was counted elsewhere: n of an item, or n words, in `works` works that no other sum and no add has met. As the adds. */
void     sia_counts_add_sum(sia_counts *c, uint32_t group, uint32_t item, uint64_t n, uint32_t works);
void     sia_counts_words_sum(sia_counts *c, uint32_t group, uint64_t n, uint32_t works);

/* Several threads, each with counts of its own, and one that keeps the sum. sia_counts_tell makes a thread's counts
 * remember its firsts: the cells that were added to from a work that was new to them. sia_counts_firsts gives those since
 * the last call, *n of them, until something is added again. Whoever keeps the sum adds 1 for each first as it comes, in
 * order of works, so that a work that two threads have met is one; at the end sia_counts_merge adds the rest of what
 * `from` holds: groups[group of from] and items[item of from] are the numbers in `into` (items NULL: the same). Words of
 * groups are not merged. Linear. */
typedef struct { uint32_t group, item; } sia_first;
void             sia_counts_tell(sia_counts *c);
const sia_first *sia_counts_firsts(sia_counts *c, uint32_t *n);
void             sia_counts_merge(sia_counts *into, const sia_counts *from, const uint32_t *groups, const uint32_t *items);

/* All cells, by group, then falling count, then name (bytes), then item: sia_counts_cells() of them, owned by `a`;
 * NULL: no memory. `name` gives an item's name, which must last during the call. Linear, but n log n in ties. */
typedef sia_str sia_namer(const void *ctx, uint32_t item);
sia_tally *sia_counts_sorted(const sia_counts *c, sia_namer *name, const void *ctx, sia_arena *a);

/* Cells have places from 0 up to sia_counts_places (exclusive), for whoever keeps something else of each in an array; they
 * are good until the next cell is added. The cell must have a count. O(1). */
size_t   sia_counts_places(const sia_counts *c);
size_t   sia_counts_place(const sia_counts *c, uint32_t group, uint32_t item);
uint64_t sia_counts_at(const sia_counts *c, size_t place);                      /* the count there; 0: no cell */

/* ---- where counts come from ---------------------------------------------------------------- */

/* A record, document by document, of what one thread has counted: some 4 bytes an entry, 1 or 2 more for each place where
 * places are kept. Written once, from front to end; read any number of times. A failure sticks in the arena. */
typedef struct sia_ledger sia_ledger;
typedef struct {
    uint32_t doc, group, item;
    bool     is_words;                  /* not an item: the words that the document has in the group */
    uint64_t count;
    uint64_t *places;                   /* `count` of them, rising, where they are kept; until the next entry is read */
} sia_record;

sia_ledger *sia_ledger_new(sia_arena *a);                                       /* lives in `a`; NULL: no memory */

/* Documents must come in rising order; n > 0. `places` may be NULL, then and always. */
void sia_ledger_put(sia_ledger *l, uint32_t doc, uint32_t group, uint32_t item, uint64_t n, const uint64_t *places);
void sia_ledger_words(sia_ledger *l, uint32_t doc, uint32_t group, uint64_t n);

/* Where a reader is; `at` is its next entry's document, UINT32_MAX past the last. Reads it into *e and goes on. False: past
 * the last, or no memory for places (in `a`, which may be NULL where none are kept). */
typedef struct { const void *chunk; uint32_t at, off, doc, group; bool placed; uint64_t *places; size_t room; } sia_ledger_reader;
sia_ledger_reader sia_ledger_read(const sia_ledger *l);
bool              sia_ledger_next(sia_ledger_reader *r, sia_record *e, sia_arena *a);

/* Two items over n units: both present, a present, b present. both <= a, b <= n and a + b - both <= n. */
typedef struct { uint64_t both, a, b, n; } sia_cell;

/* ---- sequences of items: n-grams, skip-grams, windows -------------------------------------- */

/* Sequences as numbers from 1, in order of arrival; items are numbers too. Memory: 16 to 32 bytes a sequence for the table,
 * 12 to 24 for the way back; the beginnings of sequences are sequences. One thread; a failure sticks in the arena. */
typedef struct sia_grams sia_grams;
typedef struct { uint32_t before, item, n; } sia_gram;       /* all but the last item (0: none), the last, how many */

sia_grams *sia_grams_new(sia_arena *a);                                         /* lives in `a`; NULL: no memory */
uint32_t   sia_grams_id(sia_grams *g, uint32_t before, uint32_t item);          /* find or add; 0 on failure. O(1) */
uint32_t   sia_grams_size(const sia_grams *g);
sia_gram   sia_grams_at(const sia_grams *g, uint32_t id);                       /* 1 to size */

/* Of a run of n items that nothing parts, adds to *out (in `a`) the sequences of least to most items, 2 <= least <= most, in
 * which up to `skip` items are left out in all (Guthrie et al. 2006), each as often as it stands there; and every two items
 * that are at most `width` places apart, in the order of `before` whichever comes first. Cost and memory: the sequences.
 * False: no memory. */
typedef struct { uint32_t least, most, skip; } sia_gram_shape;
typedef SIA_VEC(uint32_t) sia_gram_ids;
typedef bool sia_before(const void *ctx, uint32_t x, uint32_t y);
bool sia_grams_run(sia_grams *g, const uint32_t *items, uint32_t n, sia_gram_shape shape, sia_gram_ids *out, sia_arena *a);
bool sia_grams_window(sia_grams *g, const uint32_t *items, uint32_t n, uint32_t width, sia_before *before, const void *ctx,
                      sia_gram_ids *out, sia_arena *a);

/* Each counted sequence, its count and works, and its table: how often its beginning and its last item stand at those
 * places in any sequence of its length, and how many sequences there are. In windows: how many places stand in windows of one
 * item, are the other, and stand in any window; each place is seen from both sides. So E = a b / n is reckoned from the places
 * there really are. Those of `least` and more, *n of them, by length, then number; *family: pairs of beginning and last item that are
 * as frequent, whether they were met or not. Owned by `a`; NULL: no memory. Linear. */
typedef struct { uint32_t gram; uint64_t count, works; sia_cell cell; } sia_ngram;
sia_ngram *sia_ngrams_of(const sia_grams *g, const sia_counts *c, bool window, uint64_t least, size_t *n, uint64_t *family, sia_arena *a);

/* ---- candidate terms ------------------------------------------------------------------------ */

/* A row of n words, as numbers, that stands `count` times in all, inside longer ones too. */
typedef struct { const uint32_t *words; uint32_t n; uint64_t count; double value; } sia_candidate;

/* Fills the value of each of n candidates, no two alike: C-value(a) = log2|a| f(a) where no longer candidate holds a, else
 * log2|a| (f(a) - t(a) / c(a)); c(a): how many longer candidates hold it, t(a): how often it stands in them, a place inside
 * several counted once. 0 for one word. Frantzi, Ananiadou & Mima (2000), "Automatic recognition of multi-word terms: the
 * C-value/NC-value method", section 2.3. False: no memory. Cost: each candidate's length squared. */
bool sia_c_values(sia_candidate *v, uint32_t n, sia_arena *a) SIA_CHECKED;

/* What is counted of a candidate: its key, how it is shown, the sentence that introduces it, whether a text names it as a
 * member; how often it stands, in all, in a target, in a reference; in how many works, and the last of them. */
typedef struct {
    sia_str  key, shown, evidence;
    uint32_t words, last_work;
    uint64_t count, target, reference, works;
    bool     named;
} sia_termcount;
typedef struct sia_terms sia_terms;

/* Up to `most` candidates, with memory of their own (up to `limit` bytes, 0: none): NULL: no memory. Frees with sia_terms_free. */
sia_terms *sia_terms_new(uint32_t most, size_t limit, sia_arena *a);
void       sia_terms_free(sia_terms *t);

/* Adds the counts of c->last_work; works must come one after another. What is new brings its words, its shown
 * form and its evidence, which are copied. Beyond `most` candidates those that are met least and not named are forgotten, and
 * counts may then be too low by up to sia_terms_forgotten (lossy counting: Manku & Motwani 2002). False: no memory. */
bool                 sia_terms_add(sia_terms *t, const sia_termcount *c) SIA_CHECKED;
uint32_t             sia_terms_size(const sia_terms *t);
const sia_termcount *sia_terms_at(const sia_terms *t, uint32_t i);               /* i < size, in order of arrival */
uint64_t             sia_terms_forgotten(const sia_terms *t);                    /* 0: nothing was */

/* ---- co-occurrence --------------------------------------------------------------------- */

/* In how many units each item and each pair stands. A unit is a set: an item counts once in it. Items are small numbers
 * from 0; memory is 8 bytes an item, 8 bytes a possible pair for items below 2,048, 32 to 64 bytes a pair met beyond
 * (and as much again in the arena for tables outgrown). One thread; a failure sticks in the arena. */
typedef struct sia_cooc sia_cooc;
typedef struct { uint32_t a, b; uint64_t both; } sia_pair;                      /* a < b by item number */

sia_cooc *sia_cooc_new(sia_arena *a);                                           /* lives in `a`; NULL: no memory */

/* Counts one unit with these items, distinct and ascending; n = 0 counts a unit too. Costs n (n - 1) / 2. */
void      sia_cooc_unit(sia_cooc *c, const uint32_t *items, uint32_t n);
uint64_t  sia_cooc_units(const sia_cooc *c);                                    /* units counted */
uint64_t  sia_cooc_item(const sia_cooc *c, uint32_t item);                      /* units with it; 0 for one never met */
size_t    sia_cooc_pairs(const sia_cooc *c);                                    /* pairs met at least once */

/* Adds what was counted elsewhere: n units; n units with an item; n units with both items of a pair, a < b, of which each was
 * added before. */
void      sia_cooc_add_units(sia_cooc *c, uint64_t n);
void      sia_cooc_add_item(sia_cooc *c, uint32_t item, uint64_t n);
void      sia_cooc_add_pair(sia_cooc *c, uint32_t a, uint32_t b, uint64_t n);

/* Adds the counts of `from`: to[item of from] = item of into, no two alike; NULL: the same numbers. Merging in any
 * order gives the same counts. Costs the pairs of `from`. */
void      sia_cooc_merge(sia_cooc *into, const sia_cooc *from, const uint32_t *to);

/* All pairs met, by a, then b: sia_cooc_pairs() of them, owned by `a`; NULL: no memory. Linear. */
sia_pair *sia_cooc_list(const sia_cooc *c, sia_arena *a);

/* ---- who stands near whom: spans ------------------------------------------------------------- */

/* How often item b stands within `left` words before or `right` words behind a place of item a (the node). A stretch is what a
 * span does not leave: a sentence, a paragraph, a document. Every place of b in the span of every place of a is counted; with
 * `per_hit` an item once in each span, however often it stands there (its weight is that of all its places). An item is not near itself unless `self`; the words
 * of a place are not in its own span. Memory is 24 bytes an item and 64 to 128 bytes a pair met. One thread; a failure sticks in the arena. */
enum { SIA_SPAN_MOST = 20 };
typedef struct { uint32_t left, right; bool per_hit, self; } sia_span_rule;              /* up to SIA_SPAN_MOST words */
typedef struct { uint32_t item, first, last; } sia_near_place;                             /* words of the stretch, from 0 */
typedef struct sia_near sia_near;
typedef struct { uint32_t a, b; uint64_t count, weight; } sia_near_pair;    /* weight: sum of SIA_NEAR_UNIT / distance, exact */
#define SIA_NEAR_UNIT 232792560u                                            /* divisible by 1 to 20 */

sia_near *sia_near_new(sia_arena *a);                                       /* lives in `a`; NULL: no memory */

/* Counts a stretch of `words` words with these n places, by rising `first`. Costs n times the places in a span. */
void      sia_near_stretch(sia_near *c, const sia_span_rule *rule, const sia_near_place *v, uint32_t n, uint32_t words);
uint64_t  sia_near_words(const sia_near *c);                                /* words of all stretches */
uint64_t  sia_near_hits(const sia_near *c, uint32_t item);                  /* places of the item */
uint64_t  sia_near_window(const sia_near *c, uint32_t item);                /* words in all spans of the item, each span's own */
size_t    sia_near_pairs(const sia_near *c);
void      sia_near_merge(sia_near *into, const sia_near *from, const uint32_t *to);     /* as sia_cooc_merge */
sia_near_pair *sia_near_list(const sia_near *c, sia_arena *a);              /* by a, then b; NULL: no memory */

/* ---- measures of a 2x2 table ---------------------------------------------------------------- */

/* Pure functions of counts up to 2^53. docs/METHODS.md has each one's formula, paper, range, direction and edges, made from
 * the table below (measures.def). NaN for a cell that cannot be; a limit that is infinite is returned as such. Where an item
 * stands in no unit or in every unit nothing can be associated with it: measures that have a value for "as by chance" give
 * that value, 0. Symmetric in a and b unless said: those marked "b" are of b with a against b without a, and the other
 * direction is that of the cell with a and b changed about.
 *
 * The same functions serve keyness: a is the target, b the item, n the words of target and reference. */

double sia_per_10k(uint64_t count, uint64_t words);     /* 10000 count / words; NaN without words */

/* The cell of an item that stands in_target times in `target` words and in_reference times in `reference` words. */
sia_cell sia_cell_of_groups(uint64_t in_target, uint64_t target, uint64_t in_reference, uint64_t reference);

/* a b / n, the units with both if the items were independent; 0 when n = 0. */
double sia_expected(sia_cell c);

/* 14 + log2(2 both / (a + b)), at most 14; -infinity when both = 0. Rychly (2008). */
double sia_log_dice(sia_cell c);

/* Log-likelihood ratio G2 over all four cells in natural logarithms, negative where both is below expectation.
 * Dunning (1993). Accurate also near independence, where the plain sum of logarithms cancels. */
double sia_g2(sia_cell c);

/* ln(both n / (a b)) / -ln(both / n), from -1 (never together: the limit at both = 0) to 1 (always). Bouma (2009). */
double sia_npmi(sia_cell c);

double sia_ratio(sia_cell c);           /* both / expected */
double sia_mi(sia_cell c);              /* log2 of it. Church and Hanks (1990) */
double sia_mi2(sia_cell c);             /* log2 both^2 / expected. Daille (1994) */
double sia_mi3(sia_cell c);             /* log2 both^3 / expected. Daille (1994) */
double sia_local_mi(sia_cell c);        /* both times sia_mi. Evert (2005) */
double sia_average_mi(sia_cell c);      /* |G2| / 2 ln 2, in bits. Evert (2005) */

double sia_t_score(sia_cell c);         /* (O - E) / sqrt O; -infinity for both = 0. Church et al. (1991) */
double sia_z_score(sia_cell c);         /* (O - E) / sqrt E. Dennis (1965) */
double sia_z_yates(sia_cell c);         /* |O - E| less 0.5, not below 0. Yates (1934) */
double sia_simple_ll(sia_cell c);       /* signed, 2 (O ln(O / E) - (O - E)). Evert (2008) */
double sia_g2_williams(sia_cell c);     /* G2 over Williams' q. Williams (1976) */
double sia_chi2(sia_cell c);            /* signed. Pearson (1900) */
double sia_chi2_yates(sia_cell c);      /* signed, |O - E| less 0.5, not below 0. Yates (1934) */
double sia_fisher(sia_cell c);          /* -log10 of sia_log_fisher_at_least */
double sia_poisson(sia_cell c);         /* -log10 P(X >= both), X Poisson of mean E. Quasthoff and Wolff (2002) */
double sia_poisson_stirling(sia_cell c);        /* O (ln O - ln E - 1). Quasthoff and Wolff (2002) */

/* Yates' correction as in programs that let it pass 0 (clamp false): UCS. */
double sia_z_corrected(sia_cell c, bool clamp);
double sia_chi2_corrected(sia_cell c, bool clamp);

double sia_dice(sia_cell c);            /* 2 both / (a + b). Dice (1945) */
double sia_jaccard(sia_cell c);         /* both / either. Jaccard (1912) */
double sia_min_sensitivity(sia_cell c); /* both / max(a, b). Pedersen (1998) */
double sia_overlap(sia_cell c);         /* both / min(a, b). Simpson (1943) */
double sia_ochiai(sia_cell c);          /* both / sqrt(a b). Ochiai (1957) */
double sia_kulczynski_1(sia_cell c);    /* both / (only a + only b). Kulczynski (1927) */
double sia_kulczynski_2(sia_cell c);    /* (both / a + both / b) / 2. Kulczynski (1927) */
double sia_mountford(sia_cell c);       /* Mountford (1962) */
double sia_fager(sia_cell c);           /* Fager and McGowan (1963) */
double sia_russell_rao(sia_cell c);     /* both / n. Russell and Rao (1940) */
double sia_hamann(sia_cell c);          /* Hamann (1961) */
double sia_faith(sia_cell c);           /* Faith (1983) */
double sia_tanimoto(sia_cell c);        /* Rogers and Tanimoto (1960) */
double sia_conditional(sia_cell c);     /* b: both / a */

double sia_phi(sia_cell c);             /* Yule (1912) */
double sia_yule_q(sia_cell c);          /* Yule (1900) */
double sia_yule_y(sia_cell c);          /* Yule (1912) */
double sia_michael(sia_cell c);         /* Michael (1920) */
double sia_stiles(sia_cell c);          /* Stiles (1961) */
double sia_log_odds(sia_cell c);        /* log2 of the odds ratio; infinite where a cell is 0 */
double sia_log_odds_half(sia_cell c);   /* with 0.5 added to each cell. Haldane (1956), Anscombe (1956) */
double sia_delta_p(sia_cell c);         /* b: O11 / R1 - O21 / R2. Allan (1980) */
double sia_liddell(sia_cell c);         /* a: the same the other way round. Liddell (1976) */
double sia_risk_ratio(sia_cell c);      /* b: (O11 / R1) / (O21 / R2); NaN where a margin is empty */
double sia_odds_ratio(sia_cell c);      /* (O11 / O12) / (O21 / O22) */
double sia_log_risk(sia_cell c);        /* b: log2 of sia_risk_ratio */
double sia_log_ratio(sia_cell c);       /* b: log2 of the ratio of (f + 0.5) / (n + 0.5). Walter (1975) */
double sia_log_ratio_hardie(sia_cell c);        /* b: only a count of 0 becomes 0.5. Hardie (2014) */

double sia_g2_two_terms(sia_cell c);    /* b: the item's two cells alone, signed. Rayson and Garside (2000) */
double sia_percent_diff(sia_cell c);    /* b: Gabrielatos and Marchi (2011) */
double sia_bic(sia_cell c);             /* b: |G2 of two terms| - ln n. Wilson (2013) */
double sia_ell(sia_cell c);             /* b: Johnston, Berry and Mielke (2006) */
double sia_simple_maths(sia_cell c, double n);  /* b: (per million + n) over (per million + n). Kilgarriff (2009) */
double sia_simple_maths_1(sia_cell c);  /* n = 1 */
double sia_specificity(sia_cell c);     /* b: signed -log10 of the hypergeometric tail. Lafon (1980) */
double sia_specificity_txm(sia_cell c); /* as the programs of TXM have it: its sign is not always that of O - E */

/* ---- probabilities, as natural logarithms: none is so small that it becomes 0 ------------------ */

/* Relative error below 1e-12 down to ln p = -5000 and beyond. Costs grow with the standard deviation of the counts
 * (a microsecond for counts of a corpus, 10 ms for 2^40). NaN for arguments that cannot be. */

double sia_log_normal_above(double z);                      /* P(Z >= z) */
double sia_normal_quantile(double log_p);                   /* the z with ln P(Z <= z) = log_p */
double sia_log_chi2_above(double x, double df);             /* P(X >= x), df > 0 */
double sia_log_poisson_at_least(uint64_t k, double mean);   /* P(X >= k) */
double sia_log_poisson_at_most(uint64_t k, double mean);    /* P(X <= k) */
double sia_log_binomial_at_least(uint64_t k, uint64_t n, double p);
double sia_log_binomial_at_most(uint64_t k, uint64_t n, double p);

/* Fisher's exact test, given the margins. Two-sided: all tables that are no likelier than this one (as R's fisher.test,
 * which allows for a relative rounding of 1e-7). */
double sia_log_fisher_at_least(sia_cell c);
double sia_log_fisher_at_most(sia_cell c);
double sia_log_fisher_two_sided(sia_cell c);

double sia_log_p_g2(sia_cell c);        /* of |G2| by chi-squared of 1 degree of freedom */

/* The p of a table: two-sided Fisher where one of the four expected counts is below 5, else that of G2. Cochran (1954). */
double sia_log_p(sia_cell c);

/* p-values of one family adjusted for its size: `family` (not less than n: tests made and not listed) or n. NaN is no test
 * and stays NaN. log_q may be log_p. False: no memory. n log n. Holm (1979), Hochberg (1988), Benjamini and Hochberg
 * (1995), Benjamini and Yekutieli (2001). */
typedef enum { SIA_BONFERRONI, SIA_HOLM, SIA_HOCHBERG, SIA_BH, SIA_BY } sia_adjustment;
bool sia_adjust(sia_adjustment how, const double *log_p, size_t n, uint64_t family, double *log_q, sia_arena *a);

/* The same one by one, for families that no memory holds: q of each of `tests` p-values, which come rising, or falling where
 * sia_adjust_falls; no NaN among them. O(1). */
typedef struct { sia_adjustment how; uint64_t family, i; double log_harmonic, held; } sia_adjusting;
bool          sia_adjust_falls(sia_adjustment how);
sia_adjusting sia_adjust_begin(sia_adjustment how, uint64_t tests, uint64_t family);
double        sia_adjust_next(sia_adjusting *x, double log_p);

/* How surprising it is that an edge has so much of what a node has to give: the chance of a share of weight / strength or more, were
 * the node's strength dealt to its `degree` edges at random. 0 to 1; 1 where it has one edge only, which says nothing.
 * Serrano, Boguna and Vespignani (2009), "Extracting the multiscale backbone of complex weighted networks", eq. 2. */
double sia_disparity(uint64_t weight, uint64_t strength, uint32_t degree);

/* What a row's figures allow to be said. Of a pair (or an item in target and reference): too few where either stands in fewer
 * than 5 units, may be chance where q is above 0.05, else more or less than by chance. Of a count: too few below 5, one work
 * where a single one of several has all of it. */
typedef enum { SIA_SAYS_NOTHING, SIA_TOO_FEW, SIA_ONE_WORK, SIA_MAY_BE_CHANCE, SIA_MORE, SIA_LESS } sia_verdict;
sia_verdict sia_verdict_pair(sia_cell c, double log_q);
sia_verdict sia_verdict_count(uint64_t count, uint64_t works_with, uint64_t works);

/* ---- shuffling whole works ------------------------------------------------------------------------------------- */

/* Sentences of one author are no independent witnesses. If target and reference did not differ, works could change places: a
 * work that stands on one side alone could as well stand on the other (as many works on each side as there are), and a work
 * that stands on both could have its sides changed about. Each arrangement gives each item a |G2|. */
typedef struct { uint64_t target, reference; } sia_sides;    /* of one work: words, or hits of an item */
typedef struct { uint32_t work; sia_sides hits; } sia_held;
typedef struct { const sia_held *v; uint32_t n; } sia_holding;       /* the works that have an item, each once */

/* p[i]: the share of arrangements, that which is among them, in which item i's |G2| is as large as it is; q[i]: in which that
 * of any item is, so that all rows with q up to 0.05 are free of error in 95 of 100 such tables (Westfall and Young 1993,
 * single-step maxT). Of `times` arrangements drawn at random: neither is below 1 / (times + 1). The same for the same
 * arguments, on every machine. False: no memory. Costs `times` G2 an item. Fisher (1935); Phipson and Smyth (2010). */
bool sia_shuffle_sides(const sia_sides *words, uint32_t works, const sia_holding *item, uint32_t n, uint32_t times, uint64_t seed,
                       double *p, double *q, sia_arena *a);

/* Random numbers that are the same everywhere: the next of a state that a seed begins (splitmix64); below n, without favour. */
uint64_t sia_random(uint64_t *state);
uint64_t sia_random_below(uint64_t *state, uint64_t n);

/* ---- confidence intervals, two-sided at 1 - alpha, 0 < alpha < 1; NaN for what cannot be ------------------- */

typedef struct { double low, high; } sia_interval;

sia_interval sia_wilson(uint64_t k, uint64_t n, double alpha);              /* of a share. Wilson (1927) */
sia_interval sia_clopper_pearson(uint64_t k, uint64_t n, double alpha);     /* of a share, exact. Clopper and Pearson (1934) */
sia_interval sia_poisson_interval(uint64_t k, double alpha);                /* of a Poisson mean, exact. Garwood (1936) */

/* Of log2 of the ratio of two shares (b with a, b without a): exact given b, by Clopper and Pearson's limits of both / b
 * (Evert 2022), infinite to a side where a count is 0; and by the normal approximation, with 0.5 for a count of 0. */
sia_interval sia_log_ratio_interval(sia_cell c, double alpha);
sia_interval sia_log_ratio_normal(sia_cell c, double alpha);

/* The end of an interval that is nearest to 0; 0 when it stands on both sides. */
double sia_nearest_to_0(sia_interval i);

/* Conservative log ratio: sia_log_ratio_interval's end nearest to 0, or 0. For a family of m tests give alpha / m. b, and
 * for a pair without direction the smaller of both directions. Evert (2022). */
double sia_lrc(sia_cell c, double alpha);
double sia_lrc_pair(sia_cell c, double alpha);

/* ---- texts that are one text --------------------------------------------------------------------------------- */

/* The 256 least of the hashes of a text's word triples, rising, each once, with the tenth of the text where it first stands. A
 * pure function of the words, the same on every machine. Linear. Broder (1997). */
enum { SIA_SKETCH_HASHES = 256 };
typedef struct { uint64_t hash; uint8_t tenth; } sia_trace;
typedef struct { sia_trace v[SIA_SKETCH_HASHES]; uint32_t n; } sia_sketch;
uint64_t sia_word_hash(sia_str word);
void     sia_sketch_of(const uint64_t *word_hash, size_t n, sia_sketch *out);

/* The share of their triples that two texts have in common, estimated (standard error 0.03 at most); exact for short ones. And
 * whether they are one text: 0.15 or more in common, spread over 8 tenths of both at least, so that a scan with a wrong letter
 * in 25 is known again and a chapter that quotes half of another is not taken for it; of texts below 100 triples 0.5; below 16 never. */
double sia_resemblance(const sia_sketch *a, const sia_sketch *b);
bool   sia_same_text(const sia_sketch *a, const sia_sketch *b);

/* Texts as they come: the number of the first earlier one that is the same text, or UINT32_MAX, and then it is remembered
 * under its own. Memory: 9 KiB a text that is remembered. Cost: what it shares with others. A failure sticks in `a`. */
typedef struct sia_twins sia_twins;
sia_twins *sia_twins_new(sia_arena *a);                                         /* NULL: no memory */
uint32_t   sia_twins_meet(sia_twins *t, const sia_sketch *s, uint32_t number);

/* ---- hits over groups ---------------------------------------------------------------------------------------- */

/* Do hits fall to groups as their sizes would have it? A table of two rows, hits and what is none, over n groups. chi2 of n - 1
 * degrees (of groups that are not empty) where every group expects 5 hits or more; else p is that of the values of chi2 over all
 * tables with these margins: all listed, where they are at most 200,000 (some ms), or up to 9,999 drawn, fewer where 50 have been as
 * uneven already (Besag and Clifford 1991; the same for the same seed). v: see sia_cramers_v. All NaN and SIA_NOT_TESTED where there is nothing to test. False: no memory. */
typedef enum { SIA_NOT_TESTED, SIA_BY_CHI2, SIA_BY_ALL_TABLES, SIA_BY_DRAWS } sia_test;
typedef struct { double chi2, df, log_p, v; sia_interval interval; sia_test how; } sia_homogeneity;
bool sia_homogeneity_of(const uint64_t *hits, const uint64_t *size, uint32_t n, double alpha, uint64_t seed, sia_homogeneity *out, sia_arena *a);

/* One cell: expected; (O - E) / sqrt E, Pearson's; that over its standard deviation, to be read as a z: Haberman (1973). */
typedef struct { double expected, standard, adjusted; } sia_residual;
sia_residual sia_residual_of(uint64_t hits, uint64_t size, uint64_t all_hits, uint64_t all);

/* P(X <= x), X noncentral chi-squared; absolute error below 1e-12. Steps grow with the square root of lambda. */
double       sia_noncentral_chi2_at_most(double x, double df, double lambda);

/* Cramer's V of a table of n units, less what chance alone puts into chi2 (Bergsma 2013); and the interval of what it estimates,
 * sqrt(lambda / (n (shorter side - 1))) at both ends of that of the noncentrality lambda (Smithson 2003). */
double       sia_cramers_v(double chi2, double rows, double columns, double n);
sia_interval sia_cramers_v_interval(double chi2, double rows, double columns, double n, double alpha);

/* ---- dispersion ---------------------------------------------------------------------------------------------- */

typedef struct { uint64_t count, words; } sia_share;         /* one part of a corpus: hits and words, words > 0 */

typedef struct {
    double range, dp, dp_norm, d_p, juilland_d, carroll_d2, rosengren_s, d_a, kld, d_kl;
    double arf, aldf;                                        /* by place: NaN until sia_arf and sia_aldf are asked */
} sia_spread;

/* All measures of dispersion over n parts but those by place, NaN where one does not exist. False: no memory. n log n. */
bool sia_spread_of(const sia_share *part, uint32_t n, sia_spread *out, sia_arena *a);

/* DP alone, from the parts that have the item and the totals of all parts. Gries (2008). */
double sia_dp(const sia_share *with, uint32_t n, uint64_t count, uint64_t words);

/* Average reduced frequency and average logarithmic distance frequency of an item that stands at these places (rising,
 * from 0) of a text of `words`; 1 to n. Savicky and Hlavacova (2002). */
double sia_arf(const uint64_t *place, size_t n, uint64_t words);
double sia_aldf(const uint64_t *place, size_t n, uint64_t words);

/* ---- diversity --------------------------------------------------------------------------------------------------- */

typedef struct {
    uint64_t tokens, types;
    double ttr, mattr, hdd, mtld, yule_k, herdan_c, guiraud_r, cttr, dugast_u, summer_s, yule_i, simpson_d, herdan_vm,
           maas_a, msttr;
} sia_diversity;

/* All measures of a text of n tokens whose types are numbers below `types`; `window` is that of MATTR and MSTTR. NaN (or
 * infinite) where one does not exist. False: no memory. n + V log V. */
bool sia_diversity_of(const uint32_t *type, size_t n, uint32_t types, uint32_t window, sia_diversity *out, sia_arena *a);

/* ---- the table of measures --------------------------------------------------------------------------------------------- */

typedef enum { SIA_PAIR, SIA_KEY, SIA_SPREAD, SIA_DIVERSITY } sia_family;

typedef struct {
    sia_family  family;
    const char *name, *unit;
    const char *title[2], *means[2];            /* by sia_lang */
    const char *formula, *source, *range, *at_zero;
    double    (*of)(sia_cell c);                /* SIA_PAIR and SIA_KEY: this or the next */
    double    (*within)(sia_cell c, double alpha);
    size_t      at;                             /* SIA_SPREAD, SIA_DIVERSITY: where in their struct */
} sia_measure;

const sia_measure *sia_measure_at(sia_family family, uint32_t i);           /* the i-th of a family; NULL past the last */
const sia_measure *sia_measure_find(sia_family family, sia_str name);       /* NULL: none of that name */
double sia_measure_of(const sia_measure *m, sia_cell c, double alpha);      /* of a pair or a key; alpha as sia_lrc */
double sia_measure_in(const sia_measure *m, const void *values);            /* of a sia_spread or a sia_diversity */

/* ---- other programs' conventions ------------------------------------------------------------------------------------- */

/* The measures that another program shows, as it reckons them (docs/METHODS.md says from what that is known): base of logarithms,
 * corrections, what is put for 0. Names are those of the table of measures where the measure is the same but for that. The i-th of
 * a family; NULL past the last, and where the program has none. */
typedef enum { SIA_QUANTEDA, SIA_CQPWEB, SIA_SKETCH, SIA_KHCODER, SIA_WORDSMITH, SIA_ANTCONC, SIA_UCS, SIA_PROGRAMS } sia_program;
const char        *sia_program_name(sia_program p);
const sia_measure *sia_program_measure(sia_program p, sia_family family, uint32_t i);

/* ---- agreement of two coders ----------------------------------------------------------------- */

/* Of units that both put into one of k classes: table[i * k + j] units that the first put into class i, the second into j.
 * NaN where there are no units; kappa and alpha also where both use one class only, since nothing could disagree. */
double sia_agreement(const uint64_t *table, uint32_t k);     /* share of units put alike, 0 to 1 */
double sia_kappa(const uint64_t *table, uint32_t k);         /* Cohen (1960), eq. 1: -1 to 1, 0 what chance gives each */
double sia_alpha(const uint64_t *table, uint32_t k);         /* Krippendorff's alpha, nominal; Krippendorff (2011), section C */

/* Of stretches that two coders marked in a continuum of `length` points, in one category: observed and expected disagreement. Krippendorff (1995),
 * "On the reliability of unitizing continuous data", and Content Analysis (2004), 11.6: two stretches that meet differ by the squares of what
 * their ends lie apart, one that meets none by the square of its length. Each coder's are ascending, within the continuum and do not overlap.
 * Alpha is 1 - observed / expected, of several categories 1 - the sums' ratio; NaN where nobody marked anything. O(n log n) but for pairs that
 * meet. False: no memory. */
typedef struct { uint64_t start, len; } sia_stretch;
typedef struct { double observed, expected; } sia_unitizing;
bool   sia_unitizing_of(sia_unitizing *out, const sia_stretch *a, uint32_t n_a, const sia_stretch *b, uint32_t n_b, uint64_t length,
                        sia_arena *arena) SIA_CHECKED;
double sia_unitizing_alpha(sia_unitizing u);
#endif
