/* What a title page says of a thesis: who wrote it, when, where, about whom. A guess that a person will check. */
#include "line.h"
#include "titlewords.h"

typedef struct {
    sia_title_page *t;
    sia_arena *a;
    bool wants_name;                    /* "Oleh:" stood on the line before */
    bool wants_rest;                    /* "Universitas Islam Negeri" did */
    sia_word_list title;                /* words of titled lines that follow each other */
} reader;

static bool blank(char c) { return c == ' ' || c == '\t' || c == ':' || c == '.' || c == ',' || c == '"' || c == '-'; }

static sia_str tidy(sia_str s)
{
    while (s.n && blank(s.p[0])) s = (sia_str){ s.p + 1, s.n - 1 };
    while (s.n && blank(s.p[s.n - 1])) s.n--;
    return s;
}

/* ---- the author ------------------------------------------------------------------------------------- */

/* A line that says "written by"; *rest is what stands behind it. */
static bool names_author(sia_str line, sia_str *rest)
{
    static const char *const heads[] = { "disusun dan diajukan oleh", "disusun oleh", "diajukan oleh", "ditulis oleh", "oleh",
                                         "nama penulis", "nama mahasiswa", "penulis", "nama" };
    for (size_t i = 0; i < SIA_COUNT_OF(heads); i++) {
        if (!sia_line_has_prefix(line, heads[i])) continue;
        const size_t n = strlen(heads[i]);
        *rest = tidy((sia_str){ line.p + n, line.n - n });
        /* "Nama partai ..." is a sentence */
        return !rest->n || line.p[n] == ':' || (line.n > n + 1 && line.p[n + 1] == ':') || i < 5;
    }
    return false;
}

/* The name without the student number behind it; empty: no name. */
static sia_str name_in(sia_str s)
{
    enum { MOST_WORDS = 7 };
    sia_word_list w;
    for (size_t i = 0; i < s.n; i++)
        if ((s.p[i] >= '0' && s.p[i] <= '9') || s.p[i] == '(' || s.p[i] == '/') s.n = i;
    sia_words_of(s, &w);
    while (w.n && (sia_word_says(w.v[w.n - 1], "nim") || sia_word_says(w.v[w.n - 1], "npm") || sia_word_says(w.v[w.n - 1], "nrp")
                   || sia_word_says(w.v[w.n - 1], "bp"))) {
        s.n = (size_t)(w.v[--w.n].p - s.p);
    }
    s = tidy(s);
    return w.n && w.n <= MOST_WORDS && sia_line_starts_upper(s) && sia_line_titled(s) ? s : SIA_STR("");
}

static void read_author(reader *r, sia_str line)
{
    sia_str rest = line;
    const bool head = names_author(line, &rest);
    if (r->t->author.n || (!head && !r->wants_name)) return;
    r->t->author = name_in(rest);
    r->wants_name = head && !rest.n;
}

/* ---- university and year ------------------------------------------------------------------------------- */

static bool begins_university(const sia_word_list *w, uint32_t at)
{
    static const char *const heads[] = { "universitas", "institut", "uin", "iain", "stain", "stisip", "ipdn" };
    for (size_t i = 0; i < SIA_COUNT_OF(heads); i++) if (sia_word_says(w->v[at], heads[i])) return true;
    return at + 1 < w->n && sia_word_says(w->v[at], "sekolah") && sia_word_says(w->v[at + 1], "tinggi");
}

static void read_university(reader *r, sia_str line, const sia_word_list *w)
{
    sia_title_page *t = r->t;
    if (r->wants_rest && !sia_is_year(w->v[0])) t->university = sia_printf(r->a, "%.*s %.*s", (int)t->university.n, t->university.p, (int)line.n, line.p);
    r->wants_rest = false;
    for (uint32_t at = 0; at < w->n && !t->university.n; at++) {
        if (!begins_university(w, at)) continue;
        t->university = tidy((sia_str){ w->v[at].p, (size_t)(line.p + line.n - w->v[at].p) });
        r->wants_rest = sia_word_says(w->v[w->n - 1], "negeri");
    }
}

/* "2020" or "Padang, 2020"; not "Pemilu 2019", which is what the title is about. The last one is the thesis's. */
static void read_year(reader *r, const sia_word_list *w)
{
    static const char *const about[] = { "tahun", "pemilu", "pilkada", "pileg", "pilpres", "periode", "pilgub", "pilbup", "pilwalkot", "legislatif" };
    if (w->n > 2 || !sia_is_year(w->v[w->n - 1])) return;
    for (size_t i = 0; w->n == 2 && i < SIA_COUNT_OF(about); i++) if (sia_word_says(w->v[0], about[i])) return;
    r->t->year = w->v[w->n - 1];
}

/* ---- lines ------------------------------------------------------------------------------------------- */

static void read_line(reader *r, sia_str line)
{
    sia_word_list w;
    sia_words_of(line, &w);
    if (!w.n) return;
    read_author(r, line);
    read_university(r, line, &w);
    read_year(r, &w);
    if (!sia_line_caps(line) && !sia_line_titled(line)) return;      /* running text: its parties are not the thesis's */
    for (uint32_t i = 0; i < w.n && r->title.n < SIA_TITLE_WORDS; i++) r->title.v[r->title.n++] = w.v[i];
}

/* A title ends where a page goes on to what kind of work it is, by whom, for which school. */
static bool ends_title(sia_str word)
{
    static const char *const ends[] = { "skripsi", "tesis", "disertasi", "oleh", "disusun", "diajukan", "universitas", "institut", "uin",
                                        "iain", "fakultas", "jurusan", "program", "nim", "npm" };
    for (size_t i = 0; i < SIA_COUNT_OF(ends); i++) if (sia_word_says(word, ends[i])) return true;
    return false;
}

static void end_title(reader *r)
{
    sia_word_list *w = &r->title;
    for (uint32_t i = 0; i < w->n; i++) if (ends_title(w->v[i])) w->n = i;
    r->t->party = sia_party_of(w, true, r->t->party, r->a);
    if (!r->t->region.n) r->t->region = sia_region_of(w, r->a);
    w->n = 0;
}

/* Where the title page ends at the latest: the second page, or the first chapter. */
static size_t extent(const sia_doc *d)
{
    size_t end = d->text.s.n;
    for (uint32_t i = 1; i < d->text.pages.n && i < 2; i++) end = d->text.pages.v[i].at;
    return end;
}

void sia_title_page_of(const sia_doc *d, sia_title_page *out)
{
    enum { MOST_LINES = 60, LONGEST = 200 };
    reader r = { .t = out, .a = d->arena };
    const char *s = d->text.s.p;
    const size_t end = extent(d);
    *out = (sia_title_page){ SIA_STR(""), SIA_STR(""), SIA_STR(""), SIA_STR(""), SIA_STR("") };
    for (size_t at = 0, lines = 0; at < end && lines < MOST_LINES; lines++) {
        const char *nl = memchr(s + at, '\n', end - at);
        const size_t n = nl ? (size_t)(nl - (s + at)) : end - at;
        const sia_str line = sia_line_trim((sia_str){ s + at, n });
        if (sia_line_chapter(line)) break;
        if (line.n && line.n <= LONGEST) read_line(&r, line);
        else if (!line.n && !d->text.double_spaced) end_title(&r);
        at += n + 1;
    }
    end_title(&r);
}

void sia_title_words(sia_str words, sia_title_page *out, sia_arena *a)
{
    sia_word_list w;
    sia_words_of(words, &w);
    out->party = sia_party_of(&w, false, out->party, a);
    if (!out->region.n) out->region = sia_region_of(&w, a);
    for (uint32_t i = 0; i < w.n && !out->year.n; i++) if (sia_is_year(w.v[i])) out->year = w.v[i];
}
