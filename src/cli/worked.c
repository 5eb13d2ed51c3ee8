/* A formula with the numbers put in. */
#include "worked.h"

static bool starts_name(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }
static bool in_name(char c) { return starts_name(c) || (c >= '0' && c <= '9') || c == '_'; }

static const figure *find(const figure *f, size_t n, sia_str name)
{
    for (size_t i = 0; i < n; i++)
        if (sia_str_eq(name, sia_str_of(f[i].name))) return &f[i];
    return NULL;
}

/* "sum O_ij ln(O_ij / E_ij)" as "(O11 ln(O11 / E11) + ...)". */
static const char *written_out(const char *formula, sia_arena *a)
{
    const char *sum = strstr(formula, "sum O_ij"), *log = sum ? sum + strlen("sum O_ij ") : NULL, *bracket = log ? strchr(log, '(') : NULL;
    if (!bracket) return formula;
    const char *end = strchr(bracket, ')');
    const int before = (int)(sum - formula), name = (int)(bracket - log);
    if (!end) return formula;
    return sia_printf(a, "%.*s(O11 %.*s(O11 / E11) + O12 %.*s(O12 / E12) + O21 %.*s(O21 / E21) + O22 %.*s(O22 / E22))%s",
                      before, formula, name, log, name, log, name, log, name, log, end + 1).p;
}

sia_str worked(const char *formula, const figure *f, size_t n, sia_arena *a)
{
    sia_str out = SIA_STR("");
    bool factor = false;                                     /* what stands before, blanks aside, is a number or a bracket's end */
    for (const char *p = written_out(formula, a); *p; ) {
        size_t len = 1;
        const bool name = starts_name(*p);
        while (in_name(p[0]) && in_name(p[len])) len++;      /* digits too, so that no name begins inside one */
        const figure *known = name ? find(f, n, (sia_str){ p, len }) : NULL;
        if (known) out = sia_printf(a, "%s%s%.10g", out.p, factor ? "* " : "", known->value);
        else out = sia_printf(a, "%s%.*s", out.p, (int)len, p);
        if (*p != ' ') factor = known || *p == ')' || (in_name(*p) && !name);
        p += len;
    }
    return out;
}
