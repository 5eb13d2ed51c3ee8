/* Words cut at the end of a line: "program-\nprogram" keeps its hyphen, "kemasya-\nrakat" loses it. No dictionary is
 * needed: the halves themselves and the rest of the document tell. */
#include "hyphen.h"
#include "line.h"
#include <utf8proc.h>

uint32_t sia_hyphen_seek(const sia_reader *r, uint32_t a, int32_t *c)
{
    const sia_text_line *l = &r->lines.v[a];
    uint32_t end = l->end, n = 1;
    while (end > l->at && sia_char_blank(r->in.p[end - 1])) end--;
    if (end - l->at < 2) return 0;
    uint32_t i = end - 1;
    while (i > l->at && ((unsigned char)r->in.p[i] & 0xC0) == 0x80) i--;
    *c = sia_utf8_at(r->in.p + i, &n);
    bool is = *c == '-' || *c == 0x2010 || *c == 0xAD || *c == 0xAC;
    if (!is || i == l->at || !sia_char_wordly(r->in.p[i - 1])) return 0;
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
    while (i < end && sia_char_blank(r->in.p[i])) i++;
    return i;
}

bool sia_take_halves(const sia_reader *r, uint32_t a, uint32_t b, uint32_t hyphen, sia_halves *h, sia_gap *gap)
{
    const char *p = r->in.p;
    uint32_t from = hyphen, at = first_of(r, b), to = at, end = r->lines.v[b].end, n;
    while (from > r->lines.v[a].at && hyphen - from < SIA_HALF && (sia_char_wordly(p[from - 1]) || p[from - 1] == '-'))
        from--;
    while (from < hyphen && (p[from] == '-' || ((unsigned char)p[from] & 0xC0) == 0x80)) from++;
    while (to < end && to - at < SIA_HALF && (sia_char_wordly(p[to]) || sia_hyphen_inside(p, to, end))) to++;
    while (to > at && to < end && ((unsigned char)p[to] & 0xC0) == 0x80) to--;
    if (to == at || from == hyphen) return false;
    int32_t first = sia_utf8_at(p + at, &n);
    utf8proc_category_t kind = utf8proc_category(first);
    if (first >= 0x80 && !(kind >= UTF8PROC_CATEGORY_LU && kind <= UTF8PROC_CATEGORY_LO)) return false;
    *h = (sia_halves){ .l = hyphen - from, .r = to - at };
    h->capitals = true;
    for (uint32_t i = 0; i < h->l; i++) {
        h->left[i] = sia_char_lower(p[from + i]);
        h->capitals &= !sia_char_small(p[from + i]);
    }
    h->abbreviation = h->capitals && h->l > 1;
    for (uint32_t i = 0; i < h->r; i++) {
        h->right[i] = sia_char_lower(p[at + i]);
        h->capitals &= !sia_char_small(p[at + i]);
    }
    h->capital_left = sia_char_upper(p[from]);
    h->capital_right = sia_char_upper(p[at]) || kind == UTF8PROC_CATEGORY_LU;
    h->figures = sia_char_digit(p[at]) || sia_char_digit(p[hyphen - 1]);
    gap->word_from = from;
    gap->word_to = to;
    gap->to = at;
    return true;
}

static bool among(const char *p, uint32_t n, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (n == strlen(words[i]) && !memcmp(p, words[i], n)) return true;
    return false;
}

/* The longest run of letters that both have; both are at most SIA_HALF long. */
static uint32_t common(const char *a, uint32_t n, const char *b, uint32_t m)
{
    uint8_t run[SIA_HALF + 1] = { 0 };
    uint32_t best = 0;
    for (uint32_t i = 0; i < n; i++)
        for (uint32_t k = m; k > 0; k--) {
            run[k] = a[i] == b[k - 1] ? (uint8_t)(run[k - 1] + 1) : 0;
            if (run[k] > best) best = run[k];
        }
    return best;
}

/* Reduplication: equal halves (anak-anak), one with affixes (tolong-menolong), or a rhyme (sayur-mayur). */
static bool alike(const char *a, uint32_t n, const char *b, uint32_t m)
{
    static const char *const ends[] = { "nya", "an", "kan", "i", "lah", "ku", "mu", "annya", "kannya", "inya", "pun" };
    uint32_t least = n < m ? n : m;
    if (n == m && !memcmp(a, b, n)) return true;
    if (least < 3) return false;
    if (m > n && !memcmp(a, b, n) && among(b + n, m - n, ends, SIA_COUNT_OF(ends))) return true;
    uint32_t same = common(a, n, b, m);
    return least > 3 && same >= (n == m ? 3u : 4u) && same * 10 >= least * 6 && (n > m ? n - m : m - n) <= 6;
}

static uint32_t tail_of(const char *p, uint32_t n)
{
    uint32_t i = n;
    while (i > 0 && p[i - 1] != '-') i--;
    return i;
}

/* "door-to-\ndoor": the right half is the word before the cut one. */
static bool returns(const sia_halves *h, uint32_t tail, uint32_t head)
{
    uint32_t before = tail ? tail_of(h->left, tail - 1) : 0;
    return tail && tail - 1 - before == head && !memcmp(h->left + before, h->right, head);
}

/* "masing-mas-\ning": the word before the cut one tells what it must become. */
static bool completes(const sia_halves *h, uint32_t tail)
{
    char whole[2 * SIA_HALF];
    uint32_t before = tail ? tail_of(h->left, tail - 1) : 0, n = h->l - tail, head = 0;
    while (head < h->r && h->right[head] != '-') head++;
    memcpy(whole, h->left + tail, n);
    memcpy(whole + n, h->right, head);
    n += head;
    if (n > SIA_HALF) return false;
    if (tail && alike(h->left + before, tail - 1 - before, whole, n)) return true;
    return head + 1 < h->r && alike(whole, n, h->right + head + 1, h->r - head - 1);
}

static bool keeps_hyphen(sia_reader *r, const sia_halves *h, bool line_capitals)
{
    static const char *const bound[] = { "non", "anti", "pra", "pasca" };
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
    bool clitic = among(h->right, h->r, clitics, SIA_COUNT_OF(clitics));
    if (clitic && !h->capital_left) return false;
    if (clitic && h->abbreviation) return true;               /* PAN-\nnya */
    uint64_t count[4];
    sia_count_halves(r, h, count);
    if (clitic) return count[2] && !count[0];                 /* Golkar-\nnya, but Seko-\nlah */
    if (count[0] || count[1]) return count[1] > count[0];
    if (among(h->left, h->l, bound, SIA_COUNT_OF(bound)) || h->l == 1) return true;
    return count[2] && count[3] && h->r >= 4 && (h->l >= 4 || among(h->left, h->l, (const char *const[]){ "eks" }, 1));
}

sia_gap sia_cut_word(sia_reader *r, uint32_t a, uint32_t b)
{
    static const char *const links[] = { "dan", "atau", "serta", "maupun", "ataupun", "and", "or" };
    sia_gap gap = { SIA_GAP_AS_IS, 0, 0, 0, 0 };
    int32_t c;
    sia_halves h;
    uint32_t hyphen = sia_hyphen_at_end(r, a, &c);
    if (!hyphen || !sia_take_halves(r, a, b, hyphen, &h, &gap)) return gap;
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
