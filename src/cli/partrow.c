/* Rows of partials, one line each. */
#include "partrow.h"

/* ---- numbers -------------------------------------------------------------------------------------- */

bool part_count_of(sia_str d, uint64_t *v)
{
    *v = 0;
    if (!d.n || (d.p[0] == '0' && d.n > 1)) return false;
    for (size_t i = 0; i < d.n; i++) {
        const unsigned digit = (unsigned)(unsigned char)d.p[i] - '0';
        if (digit > 9 || *v > (UINT64_MAX - digit) / 10) return false;
        *v = *v * 10 + digit;
    }
    return true;
}

sia_str part_number(uint64_t v, char to[PART_DIGITS])
{
    for (int i = PART_DIGITS; i--; v /= 10) to[i] = (char)('0' + v % 10);
    return (sia_str){ to, PART_DIGITS };
}

bool part_number_of(sia_str f, uint32_t *v)
{
    uint64_t x = 0;
    if (f.n != PART_DIGITS) return false;
    for (size_t i = 0; i < f.n; i++) {
        if (f.p[i] < '0' || f.p[i] > '9') return false;
        x = x * 10 + (uint64_t)(f.p[i] - '0');
    }
    *v = (uint32_t)x;
    return x < UINT32_MAX;
}

/* ---- fields ---------------------------------------------------------------------------------------- */

static const char special[] = "\\\t\n\r", letter[] = "\\tnr";

static const char *special_at(char c) { return c ? strchr(special, c) : NULL; }

sia_str part_field(sia_str s, sia_arena *a)
{
    size_t more = 0, n = 0;
    if (!s.n) return SIA_STR("\\-");
    for (size_t i = 0; i < s.n; i++) more += special_at(s.p[i]) != NULL;
    char *to = more ? sia_alloc_raw(a, 1, s.n + more) : NULL;
    if (!more) return s;
    for (size_t i = 0; to && i < s.n; i++) {
        const char *at = special_at(s.p[i]);
        if (at) to[n++] = '\\';
        to[n++] = at ? letter[at - special] : s.p[i];
    }
    return to ? (sia_str){ to, n } : SIA_STR("\\-");
}

sia_str part_text(sia_str f, sia_arena *a)
{
    size_t n = 0;
    if (!memchr(f.p, '\\', f.n)) return f;
    if (sia_str_eq(f, SIA_STR("\\-"))) return SIA_STR("");
    char *to = sia_alloc_raw(a, 1, f.n);
    for (size_t i = 0; to && i < f.n; i++) {
        const char *at = f.p[i] == '\\' && i + 1 < f.n && f.p[i + 1] ? strchr(letter, f.p[i + 1]) : NULL;
        to[n++] = at ? special[at - letter] : f.p[i];
        i += at != NULL;
    }
    return to ? (sia_str){ to, n } : SIA_STR("");
}

/* ---- rows ------------------------------------------------------------------------------------------ */

/* What stands before the next TAB, which is passed; all, where there is none. */
static sia_str cut(sia_str *rest)
{
    const char *end = memchr(rest->p, '\t', rest->n);
    const sia_str got = { rest->p, end ? (size_t)(end - rest->p) : rest->n };
    const size_t past = got.n + (end != NULL);
    *rest = (sia_str){ rest->p + past, rest->n - past };
    return got;
}

static bool take_counts(part_row *r, sia_str s)
{
    for (r->counts = 0; s.n; ) {
        const char *end = memchr(s.p, ' ', s.n);
        const sia_str one = { s.p, end ? (size_t)(end - s.p) : s.n };
        if (r->counts == PART_COUNTS || !part_count_of(one, &r->count[r->counts++])) return false;
        if (end && one.n + 1 == s.n) return false;
        s = (sia_str){ s.p + one.n + (end != NULL), s.n - one.n - (end != NULL) };
    }
    return true;
}

bool part_row_take(part_row *r, sia_str line)
{
    uint32_t same = 0, n;
    const char *end;
    while (line.n && *line.p == '\t') {
        line = (sia_str){ line.p + 1, line.n - 1 };
        same++;
    }
    if (same > r->n) return false;
    for (n = same; (end = memchr(line.p, '\t', line.n)) != NULL; n++) {
        const sia_str field = cut(&line);
        if (!field.n || n == PART_FIELDS) return false;
        if (n == same && n < r->n && sia_str_cmp(field, r->field[n]) <= 0) return false;
        r->field[n] = field;
    }
    r->n = n;
    return n > same && take_counts(r, line);
}

int part_row_cmp(const part_row *a, const part_row *b)
{
    for (uint32_t i = 0; i < a->n && i < b->n; i++) {
        const int k = sia_str_cmp(a->field[i], b->field[i]);
        if (k) return k;
    }
    return (a->n > b->n) - (a->n < b->n);
}

bool part_row_add(part_row *a, const part_row *b)
{
    if (a->counts != b->counts) return false;
    for (uint32_t i = 0; i < a->counts; i++) {
        if (a->count[i] > UINT64_MAX - b->count[i]) return false;
        a->count[i] += b->count[i];
    }
    return true;
}
