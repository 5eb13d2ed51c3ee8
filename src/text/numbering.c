/* What numbers a line: decimals, letters, numbers, bullets. */
#include "numbering.h"
#include "line.h"

static bool digit(char c) { return c >= '0' && c <= '9'; }
static bool capital(char c) { return c >= 'A' && c <= 'Z'; }
static bool small(char c) { return c >= 'a' && c <= 'z'; }

static uint32_t blanks(sia_str t, uint32_t i)
{
    while (i < t.n && (t.p[i] == ' ' || t.p[i] == '\t')) i++;
    return i;
}

/* One or two digits at i, or letters that OCR takes for 1 and 0; their number in *n, true digits counted in *sure. */
static uint16_t number_at(sia_str t, uint32_t i, uint32_t *n, uint32_t *sure)
{
    uint32_t value = 0, k = 0;
    for (; i + k < t.n && k < 3; k++) {
        char c = t.p[i + k];
        if (digit(c)) value = value * 10 + (uint32_t)(c - '0'), ++*sure;
        else if (c == 'l' || c == 'I' || c == '|') value = value * 10 + 1;
        else if (c == 'O' && k) value *= 10;
        else break;
    }
    *n = k;
    return (uint16_t)value;
}

/* What leads a decimal: "4", "IV", "A". Its length, 0 for none. */
static uint32_t decimal_lead(sia_str t, sia_number *m, uint32_t *sure)
{
    uint32_t n, value;
    m->at[0] = number_at(t, 0, &n, sure);
    if (n && n < 3 && (*sure || t.p[0] == 'l' || t.p[0] == '|')) return n;
    n = sia_roman(t, &value);
    if (n && value < 40 && capital(t.p[0])) return m->at[0] = (uint16_t)value, m->roman = (uint16_t)value, n;
    if (t.n < 2 || !capital(t.p[0]) || t.p[1] != '.') return 0;
    m->lettered = true;
    m->at[0] = (uint16_t)(t.p[0] - 'A' + 1);
    return 1;
}

/* "4.1", "1.1.", "5. 1.", "IV.2.1", "A.1". Two numbers at least, none over two digits: years head nothing. */
static bool decimal(sia_str t, sia_number *m)
{
    uint32_t sure = 0, n, i = decimal_lead(t, m, &sure), depth = 1;
    if (!i) return false;
    for (; depth < SIA_DECIMALS && i + 1 < t.n; depth++) {
        if (i + 2 < t.n && t.p[i] == ' ' && t.p[i + 1] == '.' && digit(t.p[i + 2])) i++;    /* "4 .1 Gambaran" */
        if (t.p[i] != '.' && !(t.p[i] == ',' && digit(t.p[i + 1]))) break;
        uint32_t from = t.p[i] == '.' ? blanks(t, i + 1) : i + 1;
        uint16_t value = number_at(t, from, &n, &sure);
        if (n == 0 || n > 2 || (from > i + 1 && !digit(t.p[from]))) break;
        char after = from + n < t.n ? t.p[from + n] : ' ';
        uint32_t next = blanks(t, from + n);
        if (small(after)) break;
        if (from > i + 1 && after == ' ' && next < t.n && !capital(t.p[next])) break;    /* "1. 4 orang" is item 1 */
        m->at[depth] = value;
        i = from + n;
    }
    if (depth < 2 || !sure || m->at[0] == 0) return false;
    if (i < t.n && (t.p[i] == '.' || t.p[i] == ')')) i++;
    m->style = SIA_BY_DECIMAL;
    m->depth = (uint8_t)depth;
    m->body = blanks(t, i);
    if (m->body == i && i < t.n && !capital(t.p[i])) return false;     /* "4.1%", "2.5x" */
    return true;
}

/* A number or a letter, then its closing. */
static bool single(sia_str t, sia_number *m)
{
    uint32_t open = t.n && t.p[0] == '(', i = open, value = 0, n = 0;
    sia_str rest = { t.p + open, t.n - open };
    while (i < t.n && digit(t.p[i]) && i - open < 3) value = value * 10 + (uint32_t)(t.p[i++] - '0');
    bool number = i > open;
    if (!number) {
        n = sia_roman(rest, &value);
        if (n && value < 40) m->roman = (uint16_t)value; else n = 0;
        bool alone = rest.n > 1 && (capital(rest.p[0]) || small(rest.p[0])) && !capital(rest.p[1]) && !small(rest.p[1]);
        if (alone) n = 1;
        i = open + n;
        value = alone ? (uint32_t)((rest.p[0] | 32) - 'a' + 1) : 0;
    }
    if (i == open || i >= t.n || i - open > 4) return false;
    bool loose = i + 2 < t.n && t.p[i] == ' ' && t.p[i + 1] == '.' && t.p[i + 2] == ' ';     /* "A . Gambaran" */
    if (loose && capital(rest.p[0])) i++;
    bool bracket = t.p[i] == ')';
    if (!bracket && (open || t.p[i] != '.')) return false;
    m->at[0] = (uint16_t)value;
    m->body = blanks(t, i + 1);
    if (m->body >= t.n || (m->body == i + 1 && !(capital(t.p[m->body]) && (number || i - open == 1)))) return false;
    /* "H.M. Soeharto" */
    if (m->body == i + 1 && !number && m->body + 1 < t.n && t.p[m->body + 1] == '.') return false;
    if (number && (value == 0 || i - open > 2)) return false;
    uint8_t base = number ? SIA_BY_NUMBER : capital(rest.p[0]) ? SIA_BY_CAPITAL : SIA_BY_LETTER;
    m->style = base;
    uint32_t further = open ? SIA_BY_NUMBER_2 - SIA_BY_NUMBER : SIA_BY_NUMBER_1 - SIA_BY_NUMBER;
    if (bracket && base != SIA_BY_CAPITAL) m->style = (uint8_t)(base + further);
    return true;
}

sia_number sia_number_read(sia_str t)
{
    sia_number m = { 0 }, none = { 0 };
    if (t.n < 2) return none;
    char c = t.p[0];
    bool letters = (capital(c) || small(c)) && (capital(t.p[1]) || small(t.p[1]));
    if (letters && !strchr("IVXivxl", c)) return none;                  /* a word: most lines */
    if (t.n > 3 && !memcmp(t.p, "\xC2\xA7", 2)) {                       /* "§ 4.1" */
        uint32_t skip = blanks(t, 2);
        m = sia_number_read((sia_str){ t.p + skip, t.n - skip });
        m.body += skip;
        return m.style == SIA_BY_DECIMAL ? m : none;
    }
    if (decimal(t, &m)) return m;
    m = none;
    if (single(t, &m)) return m;
    m = none;
    uint32_t bullet = capital(c) || small(c) || digit(c) ? 0 : sia_line_bullet(t);
    if (!bullet || bullet >= t.n) return none;
    m.style = t.p[0] == '.' ? SIA_BY_LOST : SIA_BY_BULLET;
    m.body = bullet;
    return m;
}

sia_number sia_number_alone(sia_str t)
{
    char with_word[10];
    if (t.n < 2 || t.n + 2 > sizeof with_word) return (sia_number){ 0 };
    memcpy(with_word, t.p, t.n);
    memcpy(with_word + t.n, " X", 2);
    sia_number m = sia_number_read((sia_str){ with_word, t.n + 2 });
    bool told = m.style < SIA_BY_BULLET && t.p[0] != '(';               /* "(2)" may as well be a page */
    if (!told || m.body != t.n + 1) return (sia_number){ 0 };
    m.body = (uint32_t)t.n;
    return m;
}

void sia_number_settle(sia_number *m, uint32_t letters, uint32_t romans)
{
    if (m->style == SIA_BY_DECIMAL || !m->roman) return;
    bool letter_goes_on = m->at[0] && m->at[0] == letters + 1 && letters;
    bool roman_goes_on = m->roman == romans + 1 && (romans || m->roman == 1);
    bool common = m->roman == 1 || m->roman == 5 || m->roman == 10 || !m->at[0];       /* C. D. L. M. are letters */
    if (letter_goes_on || (!roman_goes_on && !common)) return;
    m->at[0] = m->roman;
    if (m->style == SIA_BY_CAPITAL) m->style = SIA_BY_ROMAN;
}
