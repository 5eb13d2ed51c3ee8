/* Which regexes are asked at a token: those whose matches may begin so, and whose letters the sentence may have.
 *
 *     regex                     asked at            if
 *     \bpartai\s+besar\b        partai              "be" stands behind the gap
 *     \bvisi[\s-]*misi\b        visi                the text goes on so
 *     \w*bagi[- ]bagi(kan)?     any word            a word of the sentence has "bagi" */
#include "match.h"

enum { ALWAYS = 0x7FFFFFFF };           /* in the place of a sentence */

/* ---- what is known of a match's beginning -------------------------------------------------------- */

/* Whether letters may match their other case: it is asked of a first byte, whose case PCRE2 does not tell. */
static bool ignores_case(const sia_alternative *alt)
{
    sia_str s = sia_regex_of(alt);
    for (size_t i = 0; i + 1 < s.n; i++) if (s.p[i] == '(' && (s.p[i + 1] == '?' || s.p[i + 1] == '*')) return true;
    return !alt->keep_case;
}

/* The bytes that can begin a match, where PCRE2 knows: its bitmap, or one byte; of \d it knows none. */
static void mark_bytes(const pcre2_code *re, bool caseless, bool digit, bool *may)
{
    const uint8_t *map = NULL;
    uint32_t type = 0, unit = 0;
    pcre2_pattern_info(re, PCRE2_INFO_FIRSTCODETYPE, &type);
    pcre2_pattern_info(re, PCRE2_INFO_FIRSTBITMAP, &map);
    pcre2_pattern_info(re, PCRE2_INFO_FIRSTCODEUNIT, &unit);
    for (uint32_t i = 0; i < 256; i++) {
        bool letter = (unit | 32) >= 'a' && (unit | 32) <= 'z';
        bool other = caseless && (i >= 0x80 || (letter && (i | 32) == (unit | 32)));
        if (type == 1) may[i] = i == unit || other;
        else may[i] = !map || (map[i / 8] >> (i % 8) & 1);
        if (digit && i < 0x80 && (i < '0' || i > '9')) may[i] = false;
    }
}

/* A known first letter, in whatever case, or what folds to it. */
static void mark_start(char first, bool *may)
{
    for (uint32_t i = 0; i < 256; i++) may[i] = i >= 0x80 || (i | 32) == ((unsigned char)first | 32u);
}

/* Which first bytes a match of the regex may have. False: no memory. */
static bool first_bytes(const sia_regex *re, bool *may)
{
    int code;
    size_t at;
    const sia_alternative *alt = re->pattern->alt;
    if (re->has.start.n) { mark_start(re->has.start.p[0], may); return true; }
    pcre2_code *compiled = sia_regex_compile(sia_regex_of(alt), alt->keep_case, 0, &code, &at);
    if (!compiled) return false;
    mark_bytes(compiled, ignores_case(alt), re->has.digit, may);
    pcre2_code_free(compiled);
    return true;
}

/* ---- keys --------------------------------------------------------------------------------------- */

static uint32_t place(uint32_t key) { return (key * 0x9E3779B1u >> 16) % SIA_PLACES; }

/* Of the three letters at p, in whatever case. 0: there are fewer, or a gap is among them. */
static uint32_t letters_key(const char *p, size_t n)
{
    uint32_t x = 0;
    for (size_t i = 0; i < 3; i++) {
        if (i == n || p[i] == SIA_LITERAL_GAP) return 0;
        x = x << 8 | ((unsigned char)p[i] | 0x20);
    }
    return x;
}

/* Of a word's hash and two letters behind it. */
static uint32_t pair_key(uint32_t word, uint16_t next) { return word ^ next * 0x01000193u; }

/* Files a regex under a key, once. */
static void put(sia_tagger *t, sia_keyed_regexes *to, uint32_t key, uint32_t regex)
{
    const uint32_t at = place(key), n = to->at[at].n;
    if (n && to->at[at].v[n - 1].regex == regex && to->at[at].v[n - 1].key == key) return;
    sia_push(t->a, &to->at[at], (sia_keyed_regex){ key, regex });
}

/* ---- what stands behind the first word ------------------------------------------------------------ */

/* Files a regex whose matches begin with the first `n` letters of start and something that parts words. */
static void file_word(sia_tagger *t, uint32_t regex, const sia_required *has, uint32_t n)
{
    sia_dispatch *by = &t->regexes.by;
    const sia_literal *x = &has->start;
    const uint32_t word = sia_word_hash((sia_str){ x->p, n }, &(size_t){ 0 });
    sia_next next = n == x->n ? has->next : (sia_next){ .n = 0 };
    if (n + 2 < x->n && sia_is_letter(x->p[n + 1]) && sia_is_letter(x->p[n + 2])) next = (sia_next){ { sia_two_letters(x->p[n + 1], x->p[n + 2]) }, 1 };
    put(t, &by->words, word, regex);
    if (!next.n) put(t, &by->alone, word, regex);
    for (uint32_t k = 0; k < next.n; k++) put(t, &by->pairs, pair_key(word, next.letters[k]), regex);
}

/* The two letters behind the word of n letters at the text's beginning. False: with bytes beyond ASCII among them, who knows.
 * *apart: something stands between. */
static bool next_letters(sia_str text, size_t n, uint16_t *next, bool *apart)
{
    size_t i = n;
    while (i < text.n && sia_is_between_words(text.p[i])) i++;
    const char a = i < text.n ? text.p[i] : 0, b = i + 1 < text.n ? text.p[i + 1] : 0;
    *apart = i > n;
    *next = sia_two_letters(a, b);
    return !((a | b) & 0x80);
}

/* ---- filing ------------------------------------------------------------------------------------------ */

/* To hear all words of a text costs as much as to look through it for some regexes' letters: is it worth it? */
static bool hears(const sia_regexes *r)
{
    enum { WORTH = 4 };
    uint32_t n = 0;
    for (uint32_t i = 0; i < r->n; i++) n += !r->v[i].has.start.n && r->v[i].has.inside.n;
    return n >= WORTH;
}

static void file_one(sia_tagger *t, uint32_t i, const bool may[256])
{
    sia_dispatch *by = &t->regexes.by;
    sia_regex *re = &t->regexes.v[i];
    const sia_literal *start = &re->has.start;
    re->pieced = by->pieces && sia_pieces_add(by->pieces, &re->has.inside, i, t->a);
    const uint32_t word = sia_required_word(&re->has);
    if (word) { file_word(t, i, &re->has, word); return; }
    if (start->n) { put(t, &by->letters, letters_key(start->p, start->n), i); return; }
    if (re->pieced) sia_push(t->a, &by->sleepers, i);
    else sia_push(t->a, &by->others, i);
    for (uint32_t b = 0; b < 256; b++) if (may[b]) sia_push(t->a, &by->unknown[b], i);
}

bool sia_dispatch_file(sia_tagger *t)
{
    sia_regexes *r = &t->regexes;
    sia_begins *begins = sia_begins_new(t->a);
    r->by.told = sia_new(t->a, uint32_t, r->n);
    if (!begins || !r->by.told) return false;
    if (hears(r) && !(r->by.pieces = sia_pieces_new(t->a))) return false;
    t->types.begins = begins;
    t->types.pieces = r->by.pieces;
    for (uint32_t i = 0; i < r->n; i++) {
        bool may[256];
        if (!first_bytes(&r->v[i], may)) return false;
        sia_begins_add(begins, &r->v[i].has, may, t->a);
        file_one(t, i, may);
    }
    return sia_arena_ok(t->a);
}

/* No sentence is told of yet; what words cannot tell of is told of in all. */
void sia_dispatch_begin(sia_tagger *t)
{
    const sia_regexes *r = &t->regexes;
    for (uint32_t k = 0; r->by.told && k < r->n; k++) r->by.told[k] = r->v[k].pieced ? 0 : ALWAYS;
}

/* ---- asking ------------------------------------------------------------------------------------------- */

/* Whether the sentence's words allow that it has the letters that every match has. */
static inline bool may_stand(const sia_dispatch *by, uint32_t k, uint32_t sentence)
{
    return by->told[k] == sentence + 1 || by->told[k] == ALWAYS || by->unsure;
}

/* Whether it has them. */
static bool stands(sia_tagger *t, uint32_t k, uint32_t sentence)
{
    sia_regex *re = &t->regexes.v[k];
    if (!re->has.inside.n) return true;
    if (!may_stand(&t->regexes.by, k, sentence)) return false;
    if (re->sentence != sentence + 1) {
        re->sentence = sentence + 1;
        re->stands = sia_literal_in(&re->has.inside, re->pattern->alt->keep_case, sia_cut(t->doc->text.s, t->doc->sentences.v[sentence].span));
    }
    return re->stands;
}

/* Has the sentence's words tell which regexes they may be a part of. True: some are. */
static bool hear_words(sia_tagger *t, uint32_t sentence)
{
    sia_dispatch *by = &t->regexes.by;
    const sia_sentence *s = &t->doc->sentences.v[sentence];
    bool any = by->unsure = false;
    for (const sia_token *tok = t->doc->tokens.v + s->first, *end = tok + s->n; tok < end && !by->unsure; tok++) {
        sia_types_fetch(&t->types, tok, (uint32_t)(end - tok));
        by->unsure = tok->flags & SIA_TOK_REPAIRED;          /* its form is not what stands in the text */
        if (!(sia_types_flags(&t->types, tok) & SIA_TYPE_PIECE)) continue;
        const sia_str form = sia_lex_str(t->doc->lex, tok->form);
        if (sia_pieces_sure(form)) any |= sia_pieces_tell(by->pieces, form, by->told, sentence + 1);
        else by->unsure = true;
    }
    return any || by->unsure;
}

bool sia_regexes_awake(sia_tagger *t, uint32_t sentence)
{
    const sia_dispatch *by = &t->regexes.by;
    const bool heard = t->types.pieces && hear_words(t, sentence);
    for (uint32_t i = 0; heard && i < by->sleepers.n; i++) if (stands(t, by->sleepers.v[i], sentence)) return true;
    for (uint32_t i = 0; i < by->others.n; i++) if (stands(t, by->others.v[i], sentence)) return true;
    return false;
}

static void run_one(sia_tagger *t, uint32_t k, uint32_t sentence, uint32_t tok)
{
    const sia_regex *re = &t->regexes.v[k];
    if (!may_stand(&t->regexes.by, k, sentence) || re->stopped) return;
    if (re->has.start.n && !sia_literal_at(&re->has.start, re->pattern->alt->keep_case, t->doc->text.s, t->doc->tokens.v[tok].span.off)) return;
    if (stands(t, k, sentence)) sia_regex_run_at(t, k, sentence, tok);
}

/* The long s or the Kelvin sign, which may stand for the first letter where case does not count. */
static bool folds_to_letter(sia_str s)
{
    return (s.n > 1 && !memcmp(s.p, "\xC5\xBF", 2)) || (s.n > 2 && !memcmp(s.p, "\xE2\x84\xAA", 3));
}

static void run_keyed(sia_tagger *t, const sia_keyed_regexes *of, uint32_t key, uint32_t sentence, uint32_t tok)
{
    const uint32_t at = place(key);
    for (uint32_t i = 0; i < of->at[at].n; i++) if (of->at[at].v[i].key == key) run_one(t, of->at[at].v[i].regex, sentence, tok);
}

/* Those whose matches begin with the word at `tok`, its hash and its n ASCII letters. */
static void run_word(sia_tagger *t, sia_str rest, uint32_t word, size_t n, uint32_t sentence, uint32_t tok)
{
    const sia_dispatch *by = &t->regexes.by;
    uint16_t next;
    bool apart;
    if (!next_letters(rest, n, &next, &apart)) {
        run_keyed(t, &by->words, word, sentence, tok);
    } else if (apart) {
        run_keyed(t, &by->alone, word, sentence, tok);
        run_keyed(t, &by->pairs, pair_key(word, next), sentence, tok);
    }
}

/* Those whose first letters are known. Where the text has others than ASCII in its first word, which some letters fold to,
 * all are tried. */
static void run_known(sia_tagger *t, uint32_t sentence, uint32_t tok)
{
    const sia_regexes *r = &t->regexes;
    const uint32_t off = t->doc->tokens.v[tok].span.off;
    const sia_str rest = { t->doc->text.s.p + off, t->doc->text.s.n - off };
    size_t n;
    if (rest.p[0] & 0x80 && !folds_to_letter(rest)) return;  /* most often a dash */
    const uint32_t word = sia_word_hash(rest, &n);
    if (folds_to_letter((sia_str){ rest.p + n, rest.n - n })) {
        for (uint32_t k = 0; k < r->n; k++) if (r->v[k].has.start.n) run_one(t, k, sentence, tok);
        return;
    }
    const uint32_t key = letters_key(rest.p, rest.n);
    if (n) run_word(t, rest, word, n, sentence, tok);
    run_keyed(t, &r->by.letters, 0, sentence, tok);
    if (key) run_keyed(t, &r->by.letters, key, sentence, tok);
}

void sia_regexes_at(sia_tagger *t, uint32_t sentence, uint32_t tok, uint32_t flags)
{
    const sia_some_regexes *unknown = &t->regexes.by.unknown[(unsigned char)t->doc->text.s.p[t->doc->tokens.v[tok].span.off]];
    if (flags & SIA_TYPE_REGEX) run_known(t, sentence, tok);
    for (uint32_t i = 0; flags & SIA_TYPE_REGEX_UNKNOWN && i < unknown->n; i++) run_one(t, unknown->v[i], sentence, tok);
}
