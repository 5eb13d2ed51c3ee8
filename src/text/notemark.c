/* Digits glued to a word: the mark of a footnote ("partai.1 Kemudian"), or part of the text ("pasal 5", "buku2")? */
#include "read.h"
#include "line.h"

enum { NOTES = 1000 };

static bool digit(char c) { return c >= '0' && c <= '9'; }
static bool small(char c) { return c >= 'a' && c <= 'z'; }
static bool letter(char c) { return small((char)(c | 32)); }
static bool blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == 0; }

/* What stands at one place: the digits, and what is before and behind them in the line. */
typedef struct {
    const char *p;
    uint32_t begin, at, end, stop;      /* line, digits, line end                            */
    uint32_t value;
    bool     raised;                    /* superscript digits                                */
} glued;

/* Words that a number of their own follows, and abbreviations before one. */
static bool numbered_word(const char *p, size_t n)
{
    static const char *const words[] = {
        "art", "ayat", "bab", "bagan", "bagian", "blok", "bulan", "butir", "cet", "covid", "dapil", "diagram",
        "dok", "edisi", "fase", "fig", "gambar", "gbr", "golongan", "grafik", "hal", "halaman", "hlm", "huruf",
        "informan", "jalan", "jam", "jilid", "jil", "jln", "jl", "kav", "kelas", "kelompok", "kluster", "kode",
        "lamp", "lampiran", "level", "narasumber", "no", "nomer", "nomor", "pasal", "periode", "pertanyaan",
        "pihak", "pp", "ps", "responden", "rp", "seksi", "seri", "soal", "tab", "tabel", "tahap", "tahun",
        "tanggal", "telp", "tgl", "tingkat", "tipe", "usia", "versi", "vol", "volume", "wilayah", "zona",
    };
    char low[16];
    if (n > sizeof low) return false;
    for (size_t i = 0; i < n; i++) low[i] = (char)(p[i] | 32);
    for (size_t i = 0; i < SIA_COUNT_OF(words); i++)
        if (sia_str_eq((sia_str){ low, n }, sia_str_of(words[i]))) return true;
    return false;
}

/* Superscripts are two or three bytes each; plain digits one. */
static bool measure(const sia_reader *r, uint32_t i, glued *g)
{
    const sia_text_line *l = &r->lines.v[i];
    uint32_t count = 0;
    g->p = r->in.p;
    g->begin = l->at;
    g->stop = l->end;
    g->raised = !digit(r->in.p[g->at]);
    for (g->end = g->at; g->end < g->stop && count < 5; count++) {
        uint32_t n = 1, v;
        int32_t c = sia_utf8_at(r->in.p + g->end, &n);
        if (!g->raised && digit((char)c) && c < 0x80) v = (uint32_t)c - '0';
        else if (g->raised && (c == 0xB9 || c == 0xB2 || c == 0xB3)) v = c == 0xB9 ? 1u : (uint32_t)c - 0xB0;
        else if (g->raised && c >= 0x2070 && c <= 0x2079) v = (uint32_t)c - 0x2070;
        else break;
        g->value = g->value * 10 + v;
        g->end += n;
    }
    return count >= 1 && count <= 3 && g->value > 0 && g->at > g->begin;
}

/* Length of a closing quote or bracket that ends before p[i]. */
static uint32_t closer_before(const glued *g, uint32_t i)
{
    if (i > g->begin && strchr("\"')]", g->p[i - 1]) && g->p[i - 1]) return 1;
    if (i > g->begin + 2 && (!memcmp(g->p + i - 3, "\xE2\x80\x9D", 3) || !memcmp(g->p + i - 3, "\xE2\x80\x99", 3)))
        return 3;
    return 0;
}

/* The letters that end before p[i]. A word with /, @, digits or a stop inside is an address or a number. */
static uint32_t word_before(const glued *g, uint32_t i, bool *odd)
{
    uint32_t k = i;
    while (k > g->begin && letter(g->p[k - 1])) k--;
    *odd = false;
    for (uint32_t j = k; j > g->begin && !blank(g->p[j - 1]) && i - j < 64; j--)
        *odd |= digit(g->p[j - 1]) || (strchr("/@_.=&", g->p[j - 1]) && g->p[j - 1]);
    return k;
}

static void find_note_lines(sia_reader *r)
{
    r->note_lines = sia_new(r->d->arena, uint32_t, NOTES);
    for (uint32_t i = 0; r->note_lines && i < r->lines.n; i++) {
        sia_str s = sia_line_trim(sia_line_at(r, i));
        uint32_t v = 0, n = 0;
        while (n < s.n && n < 4 && digit(s.p[n])) v = v * 10 + (uint32_t)(s.p[n++] - '0');
        if (n == 0 || n > 3) continue;
        sia_str rest = sia_line_trim((sia_str){ s.p + n, s.n - n });
        if (rest.n == 0 || (blank(s.p[n]) && sia_line_starts_upper(rest))) r->note_lines[v] = i + 1;
    }
}

/* It is the number that must come next, or a footnote with it stands further down. */
static bool in_sequence(sia_reader *r, uint32_t line, uint32_t value)
{
    if (r->last_mark && value == r->last_mark + 1) return true;
    if (!r->note_lines) find_note_lines(r);
    return r->note_lines && value < NOTES && r->note_lines[value] > line + 1;
}

/* What follows begins a new sentence: a capital, a quote, a bracket, or the end of the text. */
static bool fresh_after(const sia_reader *r, uint32_t line, const glued *g)
{
    sia_str rest = sia_line_trim((sia_str){ g->p + g->end, g->stop - g->end });
    if (!rest.n && line + 1 < r->lines.n) rest = sia_line_trim(sia_line_at(r, line + 1));
    return !rest.n || !sia_line_starts_lower(rest);
}

static bool after_stop(sia_reader *r, uint32_t line, const glued *g, uint32_t stop)
{
    uint32_t k = stop;
    bool odd;
    while (closer_before(g, k)) k -= closer_before(g, k);
    uint32_t w = word_before(g, k, &odd);
    bool closed = k < stop || (k > g->begin && (unsigned char)g->p[k - 1] >= 0x80);
    if (odd || (k - w < 3 && !closed) || numbered_word(g->p + w, k - w)) return false;
    return fresh_after(r, line, g) || in_sequence(r, line, g->value);
}

/* "kampanye12": only where the count of footnotes says so, and never the 2 that doubles a word ("program2"). */
static bool after_word(sia_reader *r, uint32_t line, const glued *g)
{
    bool odd;
    uint32_t w = word_before(g, g->at, &odd);
    if (odd || g->at - w < 4 || g->value == 2 || numbered_word(g->p + w, g->at - w)) return false;
    for (uint32_t i = w; i < g->at; i++)
        if (!small(g->p[i])) return false;
    return in_sequence(r, line, g->value);
}

static bool raised_mark(const glued *g)
{
    bool odd;
    uint32_t w = word_before(g, g->at, &odd);
    bool unit = g->at - w <= 3 && (g->value == 2 || g->value == 3);        /* km², m³ */
    return !unit && !blank(g->p[g->at - 1]) && !digit(g->p[g->at - 1]);
}

/* Plain digits: by what stands before them. */
static bool plain_mark(sia_reader *r, uint32_t line, const glued *g)
{
    char c = g->end < g->stop ? g->p[g->end] : ' ';
    bool clear = blank(c), point = strchr(".,;:?!)", c) && (g->end + 1 == g->stop || blank(g->p[g->end + 1]));
    uint32_t closer = closer_before(g, g->at), k = g->at - closer;
    char b = k > g->begin ? g->p[k - 1] : ' ';
    bool word = letter(b) || (unsigned char)b >= 0x80;
    if (b == '.' || b == '?' || b == '!') return clear && after_stop(r, line, g, k - 1);
    if (!clear && !(point && word)) return false;
    if (closer && word) return closer == 3 || g->p[g->at - 1] == '"' || in_sequence(r, line, g->value);
    if (b == ',' || b == ';' || b == ':')
        return clear && k - 1 > g->begin && letter(g->p[k - 2]) && in_sequence(r, line, g->value);
    return !closer && letter(b) && after_word(r, line, g);
}

uint32_t sia_note_mark(sia_reader *r, uint32_t line, uint32_t at)
{
    glued g = { .at = at };
    if (at == r->lines.v[line].at || blank(r->in.p[at - 1]) || !measure(r, line, &g)) return 0;
    if (!(g.raised ? raised_mark(&g) : plain_mark(r, line, &g))) return 0;
    r->last_mark = g.value;
    return g.end - g.at;
}
