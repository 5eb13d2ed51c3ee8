/* Numbers as text, the same on every machine and in every locale. */
#include "writer.h"
#include <math.h>

enum { DIGITS = 10, FEW_DIGITS = 3, DECIMALS = 4 };

static const double whole_limit = 1e15;                      /* beyond it a double's last digits are noise */

size_t sia_count_digits(char *to, uint64_t v)
{
    char back[20];
    size_t n = 0;
    do back[n++] = (char)('0' + v % 10); while (v /= 10);
    for (size_t i = 0; i < n; i++) to[i] = back[n - 1 - i];
    return n;
}

/* v 10^k. Powers of ten up to 22 are exact in a double, so one operation rounds once. */
static double scaled(double v, int k)
{
    static const double ten[] = { 1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11,
                                  1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22 };
    for (; k > 22; k -= 22) v *= 1e22;
    for (; k < -22; k += 22) v /= 1e22;
    return k < 0 ? v / ten[-k] : v * ten[k];
}

/* v > 0 as `digits` significant digits: v is about *whole 10^(*power - digits + 1). */
static void decompose(double v, int digits, uint64_t *whole, int *power)
{
    const uint64_t limit = (uint64_t)scaled(1, digits);
    int two;
    (void)frexp(v, &two);
    int p = (int)floor((two - 1) * 0.30102999566398120);     /* right or one too small */
    uint64_t d = (uint64_t)(scaled(v, digits - 1 - p) + 0.5);
    if (d >= limit) d = (uint64_t)(scaled(v, digits - 1 - ++p) + 0.5);
    *whole = d;
    *power = p;
}

/* The digits with the point after `before` of them; fewer than none are made up with zeros. */
static size_t with_point(char *to, const char *digits, int n, int before, char point)
{
    size_t at = 0;
    if (before <= 0) to[at++] = '0';
    for (int i = 0; i < before; i++) to[at++] = i < n ? digits[i] : '0';
    if (n <= before) return at;
    to[at++] = point;
    for (int i = before; i < 0; i++) to[at++] = '0';
    for (int i = before > 0 ? before : 0; i < n; i++) to[at++] = digits[i];
    return at;
}

/* "e-07", "e+120". */
static size_t exponent(char *to, int power)
{
    size_t n = 0;
    to[n++] = 'e';
    to[n++] = power < 0 ? '-' : '+';
    if (power < 0) power = -power;
    if (power < 10) to[n++] = '0';
    return n + sia_count_digits(to + n, (uint64_t)power);
}

/* v > 0. An exponent only where plain notation would not be ordinary: below a millionth and from 10^15. */
static size_t significant(char *to, double v, int digits, char point)
{
    uint64_t whole;
    int power;
    char d[20];
    decompose(v, digits, &whole, &power);
    int n = (int)sia_count_digits(d, whole);
    while (n > 1 && d[n - 1] == '0') n--;
    if (power >= -6 && power < 15) return with_point(to, d, n, power + 1, point);
    size_t at = with_point(to, d, n, 1, point);
    return at + exponent(to + at, power);
}

static size_t minus(char *to, double *v)
{
    if (!(*v < 0)) return 0;
    *v = -*v;
    *to = '-';
    return 1;
}

size_t sia_real_digits(char *to, double v, char point)
{
    if (!isfinite(v)) return 0;
    size_t at = minus(to, &v);
    if (v < whole_limit && (v == floor(v) || v >= 1e10)) return at + sia_count_digits(to + at, (uint64_t)(v + 0.5));
    return at + significant(to + at, v, DIGITS, point);
}

size_t sia_real_fixed(char *to, double v, char point)
{
    if (!isfinite(v)) return 0;
    size_t at = minus(to, &v);
    const uint64_t scale = (uint64_t)scaled(1, DECIMALS);
    uint64_t whole = v < whole_limit ? (uint64_t)v : 0;
    uint64_t rest = v < whole_limit ? (uint64_t)((v - (double)whole) * (double)scale + 0.5) : 0;
    if (v > 0 && !whole && !rest) return at + significant(to + at, v, FEW_DIGITS, point);
    at += sia_count_digits(to + at, whole + rest / scale);
    to[at++] = point;
    for (uint64_t unit = scale / 10; unit; unit /= 10) to[at++] = (char)('0' + rest / unit % 10);
    return at;
}

/* Within a double's range as any real. Beyond it, the power of ten is split off before anything is raised. */
size_t sia_exp_digits(char *to, double log_v, bool fixed, char point)
{
    static const double range = 700, ln10 = 2.302585092994045684;
    if (isnan(log_v) || log_v > 1e9) return 0;
    if (fabs(log_v) < range || log_v < -1e9) return fixed ? sia_real_fixed(to, exp(log_v), point) : sia_real_digits(to, exp(log_v), point);
    uint64_t whole;
    int more;
    const int digits = fixed ? FEW_DIGITS : DIGITS, power = (int)floor(log_v / ln10);
    char d[20];
    decompose(exp(log_v - power * ln10), digits, &whole, &more);
    int n = (int)sia_count_digits(d, whole);
    while (n > 1 && d[n - 1] == '0') n--;
    const size_t at = with_point(to, d, n, 1, point);
    return at + exponent(to + at, power + more);
}
