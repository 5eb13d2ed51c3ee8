/* Notes at the foot of a page: told by their number, by the mark set aside in the text, or by reading like a source. */
#include "segment.h"
#include "line.h"

enum { NOTES = 1024, LOOK = 400 };      /* numbers kept; bytes of a note that are looked at */

static bool digit(char c) { return c >= '0' && c <= '9'; }
static bool capital(char c) { return c >= 'A' && c <= 'Z'; }
static char lower(char c) { return capital(c) ? (char)(c + 32) : c; }

static bool known(const sia_outline *o, uint32_t n) { return n < NOTES && o->notes[n / 64] >> (n % 64) & 1; }

void sia_notes_known(sia_outline *o)
{
    const sia_text *t = &o->d->text;
    for (uint32_t i = 0; i < t->fixes.n; i++) {
        const sia_fix *f = &t->fixes.v[i];
        if (f->kind != SIA_FIX_NOTE_MARK) continue;
        uint32_t n = 0;
        for (uint32_t k = f->raw; k < f->raw + f->raw_len && n < NOTES; k++)
            if (digit(t->in.p[k])) n = n * 10 + (uint32_t)(t->in.p[k] - '0');
        if (n < NOTES) o->notes[n / 64] |= (uint64_t)1 << (n % 64);
    }
}

static bool at_word(sia_str t, size_t i, const char *want)
{
    size_t k = 0;
    for (; want[k]; k++)
        if (i + k >= t.n || lower(t.p[i + k]) != want[k]) return false;
    return true;
}

/* 19xx or 20xx at i. */
static bool year(sia_str t, size_t i)
{
    if (i + 4 > t.n || (i > 0 && digit(t.p[i - 1])) || (i + 4 < t.n && digit(t.p[i + 4]))) return false;
    return (!memcmp(t.p + i, "19", 2) || !memcmp(t.p + i, "20", 2)) && digit(t.p[i + 2]) && digit(t.p[i + 3]);
}

/* "hlm. 44", "hal 44", "h. 44", "p. 44" at i. */
static bool page_reference(sia_str t, size_t i)
{
    if (i == 0 || (t.p[i - 1] != ' ' && t.p[i - 1] != '\n' && t.p[i - 1] != ',')) return false;
    size_t k = at_word(t, i, "hlm") || at_word(t, i, "hal") ? 3 : at_word(t, i, "h.") || at_word(t, i, "p.") ? 1 : 0;
    if (!k) return false;
    for (k += i; k < t.n && (t.p[k] == '.' || t.p[k] == ' ' || t.p[k] == '\n'); k++) { }
    return k < t.n && k > i + 1 && digit(t.p[k]);
}

bool sia_note_like(sia_str t)
{
    static const char *const opens[] = {
        "ibid", "op.cit", "op. cit", "loc.cit", "loc. cit", "lihat ", "wawancara ", "hasil wawancara ", "diakses",
    };
    if (t.n > LOOK) t.n = LOOK;
    for (size_t k = 0; k < SIA_COUNT_OF(opens); k++)
        if (at_word(t, 0, opens[k])) return true;
    uint32_t commas = 0, years = 0, colons = 0;
    for (size_t i = 0; i < t.n; i++) {
        commas += t.p[i] == ',';
        colons += t.p[i] == ':' && i + 1 < t.n && t.p[i + 1] != '\n';
        if (t.p[i] == '1' || t.p[i] == '2') years += year(t, i);
        if (lower(t.p[i]) == 'h' || lower(t.p[i]) == 'p')
            if (page_reference(t, i) || at_word(t, i, "http")) return true;
        if ((lower(t.p[i]) == 'o' && (at_word(t, i, "op.cit") || at_word(t, i, "op. cit")))
            || (lower(t.p[i]) == 'w' && at_word(t, i, "www.")) || (t.p[i] == 'I' && at_word(t, i, "ibid"))) return true;
    }
    return years && commas >= 2 && (colons || commas >= 3);
}

/* The text from byte `from` of line i to the next blank line, or as much as is looked at. */
static sia_str passage(const sia_layout *l, uint32_t i, uint32_t from)
{
    uint32_t off = l->lines.v[i].off + from, j = i;
    while (j + 1 < l->lines.n && !sia_layout_gap(l, j + 1) && l->lines.v[j].off < off + LOOK) j++;
    uint32_t end = l->lines.v[j].off + l->lines.v[j].len;
    return (sia_str){ l->s.p + off, end > off ? end - off : 0 };
}

uint32_t sia_note_at(const sia_outline *o, uint32_t i, uint32_t last, uint32_t *body)
{
    const sia_layout *l = &o->lay;
    sia_str t = sia_layout_str(l, i);
    uint32_t n = 0, k = 0;
    while (k < t.n && k < 4 && digit(t.p[k])) n = n * 10 + (uint32_t)(t.p[k++] - '0');
    if (k == 0 || k == 4 || n == 0) return 0;
    *body = k;
    if (k == t.n) {                                                   /* the number alone, its note below */
        if (i + 1 >= l->lines.n || !sia_layout_gap(l, i)) return 0;
        return sia_line_starts_upper(sia_layout_str(l, i + 1)) && sia_note_like(passage(l, i + 1, 0)) ? n : 0;
    }
    bool bare = t.p[k] == ' ' || capital(t.p[k]);
    while (*body < t.n && strchr(" .)", t.p[*body])) ++*body;
    if (*body >= t.n || !sia_line_starts_upper((sia_str){ t.p + *body, t.n - *body })) return 0;
    if (last && n == last + 1) return n;
    if (!sia_layout_apart(l, i) || (!bare && !known(o, n))) return 0;
    return sia_note_like(passage(l, i, *body)) || (bare && known(o, n) && l->lines.v[i].gap) ? n : 0;
}

bool sia_small_note(const sia_outline *o, uint32_t i)
{
    const sia_layout *l = &o->lay;
    const sia_mark *m = l->marks ? &l->marks[l->mark[i]] : NULL;
    const sia_str t = sia_layout_str(l, i);
    uint32_t j = i + 1;
    if (!m || m->size != SIA_SIZE_SMALL || sia_line_caption(t) || (i && l->mark[i] == l->mark[i - 1])) return false;
    while (j < l->lines.n && l->mark[j] == l->mark[i]) j++;
    if (j < l->lines.n && !(l->lines.v[j].flags & SIA_AT_PAGE_TOP)) return false;
    return t.p[0] == '*' || (t.n > 3 && !memcmp(t.p, "\xE2\x80\xA0", 3)) || sia_note_like(t);
}
