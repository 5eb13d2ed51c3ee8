/* Words cut at the end of a line: "program-\nprogram" keeps its hyphen, "kemasya-\nrakat" loses it. No dictionary is needed:
 * the halves themselves and the rest of the document tell. */
#include "read.h"
#include "line.h"
#include <utf8proc.h>

enum { HALF = 40 };                                          /* bytes of a half that are looked at */

typedef struct {
    char     left[HALF], right[HALF];                        /* lower case, hyphens inside kept  */
    uint32_t l, r;
    bool     capital_left, capital_right, capitals;          /* one begins so; both hold nothing else */
    bool     figures;                                        /* a digit touches the hyphen       */
} halves;

static bool blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == 0; }
static bool digit(char c) { return c >= '0' && c <= '9'; }
static bool upper(char c) { return c >= 'A' && c <= 'Z'; }
static bool wordly(char c) { return digit(c) || upper(c) || (c >= 'a' && c <= 'z') || (unsigned char)c >= 0x80; }
static char lower(char c) { return upper(c) ? (char)(c + 32) : c; }

/* The hyphen, U+2010, soft hyphen or not-sign that ends line a: where it begins; 0 for none (a word must precede it). */
static uint32_t hyphen_at_end(const sia_reader *r, uint32_t a, int32_t *c)
{
    const sia_text_line *l = &r->lines.v[a];
    uint32_t end = l->end, n = 1;
    while (end > l->at && blank(r->in.p[end - 1])) end--;
    if (end - l->at < 2) return 0;
    uint32_t i = end - 1;
    while (i > l->at && ((unsigned char)r->in.p[i] & 0xC0) == 0x80) i--;
    *c = sia_utf8_at(r->in.p + i, &n);
    bool is = *c == '-' || *c == 0x2010 || *c == 0xAD || *c == 0xAC;
    if (!is || i == l->at || !wordly(r->in.p[i - 1])) return 0;
    uint32_t k = i - 1;                                      /* a letter, not a quote or bullet beyond ASCII */
    while (k > l->at && ((unsigned char)r->in.p[k] & 0xC0) == 0x80) k--;
    int32_t before = sia_utf8_at(r->in.p + k, &n);
    if (before < 0x80) return i;
    utf8proc_category_t kind = utf8proc_category(before);
    return kind >= UTF8PROC_CATEGORY_LU && kind <= UTF8PROC_CATEGORY_LO ? i : 0;
}

static uint32_t first_of(const sia_reader *r, uint32_t b)
{
    uint32_t i = r->lines.v[b].at, end = r->lines.v[b].end;
    while (i < end && blank(r->in.p[i])) i++;
    return i;
}

static bool inner(const char *p, uint32_t i, uint32_t to) { return p[i] == '-' && i + 1 < to && wordly(p[i + 1]); }

/* The two halves; false where the right one does not begin with a letter or digit. Fills the word's span too. */
static bool take_halves(const sia_reader *r, uint32_t a, uint32_t b, uint32_t hyphen, halves *h, sia_gap *gap)
{
    const char *p = r->in.p;
    uint32_t from = hyphen, at = first_of(r, b), to = at, end = r->lines.v[b].end, n;
    while (from > r->lines.v[a].at && hyphen - from < HALF && (wordly(p[from - 1]) || (p[from - 1] == '-' && from < hyphen))) from--;
    while (from < hyphen && (p[from] == '-' || ((unsigned char)p[from] & 0xC0) == 0x80)) from++;
    while (to < end && to - at < HALF && (wordly(p[to]) || inner(p, to, end))) to++;
    while (to > at && to < end && ((unsigned char)p[to] & 0xC0) == 0x80) to--;
    if (to == at || from == hyphen) return false;
    int32_t first = sia_utf8_at(p + at, &n);
    utf8proc_category_t kind = utf8proc_category(first);
    if (first >= 0x80 && !(kind >= UTF8PROC_CATEGORY_LU && kind <= UTF8PROC_CATEGORY_LO)) return false;
    *h = (halves){ .l = hyphen - from, .r = to - at };
    h->capitals = true;
    for (uint32_t i = 0; i < h->l; i++) h->left[i] = lower(p[from + i]), h->capitals &= !(p[from + i] >= 'a' && p[from + i] <= 'z');
    for (uint32_t i = 0; i < h->r; i++) h->right[i] = lower(p[at + i]), h->capitals &= !(p[at + i] >= 'a' && p[at + i] <= 'z');
    h->capital_left = upper(p[from]);
    h->capital_right = upper(p[at]) || kind == UTF8PROC_CATEGORY_LU;
    h->figures = digit(p[at]) || digit(p[hyphen - 1]);
    gap->word_from = from;
    gap->word_to = to;
    gap->to = at;
    return true;
}

/* ---- what the rest of the document says --------------------------------------------------- */

static uint64_t mix(uint64_t h, char c) { return (h ^ (unsigned char)c) * 0x100000001B3u; }
static const uint64_t seed = 0xCBF29CE484222325u;

static uint64_t hash(uint64_t h, const char *p, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++) h = mix(h, p[i]);
    return h;
}

/* The slot of a word in r->words: pairs of hash and count. */
static uint64_t *slot(const sia_reader *r, uint64_t h)
{
    h |= 1;                                                  /* 0 is an empty slot */
    uint32_t i = (uint32_t)(h >> 17) & r->words_mask;
    while (r->words[2 * i] && r->words[2 * i] != h) i = (i + 1) & r->words_mask;
    return &r->words[2 * i];
}

/* At most half the table: past that, cut words are judged by their halves alone. */
static void ask_for(sia_reader *r, uint64_t h, uint32_t *room)
{
    uint64_t *s = slot(r, h);
    if (*s || !*room) return;
    *s = h | 1;
    --*room;
}

/* The four forms of a cut word whose count matters: joined, hyphenated, and each half as a word of its own. */
static void forms(const halves *h, uint64_t form[4])
{
    form[2] = hash(seed, h->left, h->l);
    form[3] = hash(seed, h->right, h->r);
    form[0] = hash(form[2], h->right, h->r);
    form[1] = hash(mix(form[2], '-'), h->right, h->r);
}

/* Counts the words asked for. The halves at line ends are no evidence: a word before "-\n" and the one after are skipped. */
static void count_words(sia_reader *r)
{
    const char *p = r->in.p;
    uint32_t n = (uint32_t)r->in.n;
    bool skip = false;
    for (uint32_t i = 0; i < n; ) {
        if (!wordly(p[i])) { i++; continue; }
        uint64_t h = seed;
        for (; i < n && (wordly(p[i]) || inner(p, i, n)); i++) h = mix(h, lower(p[i]));
        bool cut = i + 1 < n && p[i] == '-' && (blank(p[i + 1]) || p[i + 1] == '\n' || p[i + 1] == '\f');
        uint64_t *found = skip || cut ? NULL : slot(r, h);
        if (found && *found) found[1]++;
        skip = cut;
    }
}

static void find_words(sia_reader *r)
{
    enum { MOST = 1 << 20 };
    uint32_t cuts = 0, size = 16;
    int32_t c;
    for (uint32_t i = 0; i + 1 < r->lines.n; i++) cuts += hyphen_at_end(r, i, &c) != 0;
    while (size < 8 * cuts && size < MOST) size *= 2;
    r->words = sia_alloc(r->d->arena, 2 * sizeof *r->words, size);
    if (!r->words) return;
    r->words_mask = size - 1;
    uint32_t half = size / 2;
    for (uint32_t i = 0; i + 1 < r->lines.n; i++) {
        uint32_t hyphen = hyphen_at_end(r, i, &c), b = i + 1;
        while (b < r->lines.n && r->lines.v[b].aside != SIA_FIX_COUNT && b < i + 8) b++;
        halves h;
        sia_gap gap;
        uint64_t form[4];
        if (!hyphen || b == r->lines.n || !take_halves(r, i, b, hyphen, &h, &gap)) continue;
        forms(&h, form);
        for (uint32_t k = 0; k < 4; k++) ask_for(r, form[k], &half);
    }
    count_words(r);
}

static void counts_of(sia_reader *r, const halves *h, uint64_t count[4])
{
    uint64_t form[4];
    memset(count, 0, 4 * sizeof *count);
    if (!r->words) find_words(r);
    if (!r->words) return;
    forms(h, form);
    for (uint32_t k = 0; k < 4; k++) count[k] = slot(r, form[k])[1];
}

/* ---- what the halves say -------------------------------------------------------------------- */

static bool among(const char *p, uint32_t n, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (n == strlen(words[i]) && !memcmp(p, words[i], n)) return true;
    return false;
}

/* The longest run of letters that both have; both are at most HALF long. */
static uint32_t common(const char *a, uint32_t n, const char *b, uint32_t m)
{
    uint8_t run[HALF + 1] = { 0 };
    uint32_t best = 0;
    for (uint32_t i = 0; i < n; i++)
        for (uint32_t k = m; k > 0; k--) {
            run[k] = a[i] == b[k - 1] ? (uint8_t)(run[k - 1] + 1) : 0;
            if (run[k] > best) best = run[k];
        }
    return best;
}

/* Reduplication: equal halves (anak-anak), one with affixes (besar-besaran, tolong-menolong), or a rhyme (sayur-mayur). */
static bool alike(const char *a, uint32_t n, const char *b, uint32_t m)
{
    static const char *const ends[] = { "nya", "an", "kan", "i", "lah", "ku", "mu", "annya", "kannya", "inya", "pun" };
    uint32_t least = n < m ? n : m;
    if (n == m && !memcmp(a, b, n)) return true;
    if (least < 3) return false;
    if (m > n && !memcmp(a, b, n) && among(b + n, m - n, ends, SIA_COUNT_OF(ends))) return true;
    uint32_t same = common(a, n, b, m);
    return least > 3 && same >= 3 && same * 10 >= least * 6 && (n > m ? n - m : m - n) <= 6;
}

static uint32_t tail_of(const char *p, uint32_t n)
{
    uint32_t i = n;
    while (i > 0 && p[i - 1] != '-') i--;
    return i;
}

/* "door-to-\ndoor": the right half is the word before the cut one. */
static bool returns(const halves *h, uint32_t tail, uint32_t head)
{
    uint32_t before = tail ? tail_of(h->left, tail - 1) : 0;
    return tail && tail - 1 - before == head && !memcmp(h->left + before, h->right, head);
}

/* "masing-mas-\ning": the word before the cut one tells what it must become. */
static bool completes(const halves *h, uint32_t tail)
{
    char whole[2 * HALF];
    uint32_t before = tail ? tail_of(h->left, tail - 1) : 0, n = h->l - tail, head = 0;
    while (head < h->r && h->right[head] != '-') head++;
    memcpy(whole, h->left + tail, n);
    memcpy(whole + n, h->right, head);
    n += head;
    if (n > HALF) return false;
    if (tail && alike(h->left + before, tail - 1 - before, whole, n)) return true;
    return head + 1 < h->r && alike(whole, n, h->right + head + 1, h->r - head - 1);
}

static bool keeps_hyphen(sia_reader *r, const halves *h, bool line_capitals)
{
    static const char *const bound[] = { "non", "anti", "pra", "pasca", "eks" };
    static const char *const clitics[] = { "nya", "lah", "kah", "pun", "ku", "mu" };
    uint32_t tail = tail_of(h->left, h->l), head = 0, n = h->l - tail;
    while (head < h->r && h->right[head] != '-') head++;
    if (h->figures) return true;
    if (h->capital_right && !(h->capitals && line_capitals)) return true;
    if (h->capitals && !line_capitals) return true;
    if (alike(h->left + tail, n, h->right, head)) return true;
    if (returns(h, tail, head)) return true;
    if (completes(h, tail)) return false;
    if (tail > 0 || (head < h->r && n > 3)) return true;      /* door-to-\ndoor */
    bool own = among(h->left, h->l, bound, SIA_COUNT_OF(bound));
    if (among(h->right, h->r, clitics, SIA_COUNT_OF(clitics))) return h->capital_left && !line_capitals;
    uint64_t count[4];
    counts_of(r, h, count);
    if (count[0] || count[1]) return count[1] > count[0];
    return own || h->l == 1 || (count[2] && count[3] && h->l >= 4 && h->r >= 4);
}

sia_gap sia_cut_word(sia_reader *r, uint32_t a, uint32_t b)
{
    static const char *const links[] = { "dan", "atau", "serta", "maupun", "ataupun", "and", "or" };
    sia_gap gap = { SIA_GAP_AS_IS, 0, 0, 0, 0 };
    int32_t c;
    halves h;
    uint32_t hyphen = hyphen_at_end(r, a, &c);
    if (!hyphen || !take_halves(r, a, b, hyphen, &h, &gap)) return gap;
    if (among(h.right, h.r, links, SIA_COUNT_OF(links))) return gap;       /* "pra-\ndan pasca-pemilu" */
    sia_str before = sia_line_trim(sia_line_at(r, a)), after = sia_line_trim(sia_line_at(r, b));
    bool caps = h.capitals && sia_line_caps(before) && sia_line_caps(after);
    bool apart = r->lines.v[b].blanks || b > a + 1;
    if (sia_line_mark(after) || (apart && !caps && (h.capital_right || h.figures))) return gap;
    bool soft = c == 0xAD || c == 0xAC;
    bool keep = soft ? h.l == h.r && !memcmp(h.left, h.right, h.l) : keeps_hyphen(r, &h, caps);
    gap.kind = keep ? SIA_GAP_HYPHEN : SIA_GAP_JOIN;
    gap.from = hyphen;
    return gap;
}
