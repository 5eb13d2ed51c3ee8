/* Parties and regions by their names, as title pages and folders have them. */
#include "titlewords.h"

static char lower(char c) { return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c; }
static char upper(char c) { return c >= 'a' && c <= 'z' ? (char)(c - 32) : c; }
static bool digit(char c) { return c >= '0' && c <= '9'; }
static bool wordy(char c) { return digit(c) || (lower(c) >= 'a' && lower(c) <= 'z') || (unsigned char)c >= 0x80; }

void sia_words_of(sia_str line, sia_word_list *out)
{
    out->n = 0;
    for (size_t i = 0; i < line.n && out->n < SIA_TITLE_WORDS; ) {
        while (i < line.n && !wordy(line.p[i])) i++;
        size_t from = i;
        while (i < line.n && wordy(line.p[i])) i++;
        if (i > from) out->v[out->n++] = (sia_str){ line.p + from, i - from };
    }
}

bool sia_word_says(sia_str word, const char *low)
{
    size_t i = 0;
    for (; i < word.n && low[i]; i++) if (lower(word.p[i]) != low[i]) return false;
    return i == word.n && !low[i];
}

bool sia_is_year(sia_str w)
{
    if (w.n != 4 || !digit(w.p[0]) || !digit(w.p[1]) || !digit(w.p[2]) || !digit(w.p[3])) return false;
    const int year = (w.p[0] - '0') * 1000 + (w.p[1] - '0') * 100 + (w.p[2] - '0') * 10 + (w.p[3] - '0');
    return year >= 1950 && year < 2100;
}

/* How many words from `at` on spell `phrase` ("pdi perjuangan"); 0: they do not. */
static uint32_t phrase_at(const sia_word_list *w, uint32_t at, const char *phrase)
{
    uint32_t n = 0;
    for (const char *p = phrase; *p; n++) {
        const size_t len = strcspn(p, " ");
        char one[32];
        if (at + n >= w->n || len >= sizeof one) return 0;
        memcpy(one, p, len);
        one[len] = 0;
        if (!sia_word_says(w->v[at + n], one)) return 0;
        p += len + (p[len] == ' ');
    }
    return n;
}

/* ---- parties -------------------------------------------------------------------------------------- */

/* ABBR: an everyday word in small letters (pan); NAMED: an everyday word unless `partai` stands before it. */
enum { PLAIN, ABBR, NAMED };
static const struct { const char *phrase, *name; int how; } parties[] = {
    { "pdi perjuangan", "PDIP", PLAIN }, { "pdi p", "PDIP", PLAIN }, { "pdip", "PDIP", PLAIN }, { "golkar", "Golkar", PLAIN },
    { "golongan karya", "Golkar", PLAIN }, { "gerindra", "Gerindra", PLAIN }, { "gerakan indonesia raya", "Gerindra", PLAIN },
    { "nasdem", "NasDem", PLAIN }, { "nasional demokrat", "NasDem", PLAIN }, { "pkb", "PKB", PLAIN },
    { "kebangkitan bangsa", "PKB", PLAIN }, { "pks", "PKS", PLAIN }, { "keadilan sejahtera", "PKS", PLAIN },
    { "amanat nasional", "PAN", PLAIN }, { "pan", "PAN", ABBR }, { "ppp", "PPP", PLAIN }, { "persatuan pembangunan", "PPP", PLAIN },
    { "hanura", "Hanura", PLAIN }, { "hati nurani rakyat", "Hanura", PLAIN }, { "perindo", "Perindo", PLAIN },
    { "solidaritas indonesia", "PSI", PLAIN }, { "psi", "PSI", ABBR }, { "bulan bintang", "PBB", PLAIN }, { "pbb", "PBB", NAMED },
    { "pkpi", "PKPI", PLAIN }, { "demokrat", "Demokrat", NAMED }, { "garuda", "Garuda", NAMED }, { "berkarya", "Berkarya", NAMED },
    { "gelora", "Gelora", NAMED }, { "buruh", "Buruh", NAMED }, { "ummat", "Ummat", NAMED }, { "aceh", "Partai Aceh", NAMED },
};

static bool in_capitals(sia_str word)
{
    for (size_t i = 0; i < word.n; i++) if (word.p[i] != upper(word.p[i])) return false;
    return true;
}

static bool listed(sia_str list, const char *name)
{
    const size_t n = strlen(name);
    for (size_t i = 0; i + n <= list.n; i++)
        if (!memcmp(list.p + i, name, n) && (i == 0 || list.p[i - 1] == ' ') && (i + n == list.n || list.p[i + n] == ',')) return true;
    return false;
}

sia_str sia_party_of(const sia_word_list *w, bool capitals, sia_str had, sia_arena *a)
{
    for (uint32_t at = 0; at < w->n; ) {
        uint32_t n = 0;
        for (size_t k = 0; !n && k < SIA_COUNT_OF(parties); k++) {
            n = phrase_at(w, at, parties[k].phrase);
            if (n && parties[k].how == ABBR && capitals && !in_capitals(w->v[at])) n = 0;
            if (n && parties[k].how == NAMED && (!at || !sia_word_says(w->v[at - 1], "partai"))) n = 0;
            if (n && !listed(had, parties[k].name)) had = sia_printf(a, "%s%s%s", had.n ? had.p : "", had.n ? ", " : "", parties[k].name);
        }
        at += n ? n : 1;
    }
    return had;
}

/* ---- regions --------------------------------------------------------------------------------------- */

static const char *const provinces[][2] = {
    { "sumatera utara", "sumut" }, { "sumatera barat", "sumbar" }, { "sumatera selatan", "sumsel" }, { "kepulauan riau", "kepri" },
    { "riau", NULL }, { "jambi", NULL }, { "bengkulu", NULL }, { "lampung", NULL }, { "bangka belitung", "babel" },
    { "banten", NULL }, { "dki jakarta", NULL }, { "jakarta", NULL }, { "jawa barat", "jabar" }, { "jawa tengah", "jateng" },
    { "jawa timur", "jatim" }, { "yogyakarta", "diy" }, { "bali", NULL }, { "nusa tenggara barat", "ntb" },
    { "nusa tenggara timur", "ntt" }, { "kalimantan barat", "kalbar" }, { "kalimantan tengah", "kalteng" },
    { "kalimantan selatan", "kalsel" }, { "kalimantan timur", "kaltim" }, { "kalimantan utara", "kaltara" },
    { "sulawesi utara", "sulut" }, { "sulawesi tengah", "sulteng" }, { "sulawesi selatan", "sulsel" },
    { "sulawesi tenggara", "sultra" }, { "sulawesi barat", "sulbar" }, { "gorontalo", NULL }, { "maluku utara", "malut" },
    { "maluku", NULL }, { "papua barat", NULL }, { "papua", NULL }, { "aceh", NULL },
};

/* Small letters after the first of each word. */
static sia_str titled(const sia_word_list *w, uint32_t at, uint32_t n, sia_arena *a)
{
    sia_str out = SIA_STR("");
    for (uint32_t k = at; k < at + n; k++) {
        const sia_str one = sia_dup(a, w->v[k]);
        char *p = (char *)(uintptr_t)one.p;
        for (size_t i = 0; i < one.n; i++) p[i] = i ? lower(p[i]) : upper(p[i]);
        out = sia_printf(a, "%s%s%s", out.p, k > at ? " " : "", one.p);
    }
    return out;
}

/* Where a name ends: at a word that no place has in its name. */
static bool ends_name(sia_str word)
{
    static const char *const ends[] = { "tahun", "pada", "dalam", "periode", "di", "dan", "dengan", "untuk", "oleh", "yang", "pemilu",
                                        "pilkada", "pemilihan", "provinsi", "kabupaten", "kota", "kecamatan", "daerah" };
    for (size_t i = 0; i < SIA_COUNT_OF(ends); i++) if (sia_word_says(word, ends[i])) return true;
    return digit(word.p[0]) || (word.p[0] >= 'a' && word.p[0] <= 'z');
}

static sia_str after_kind(const sia_word_list *w, const char *kind, sia_arena *a)
{
    enum { LONGEST = 3 };
    for (uint32_t at = 0; at < w->n; at++) {
        uint32_t n = 0;
        if (!sia_word_says(w->v[at], kind)) continue;
        while (n < LONGEST && at + 1 + n < w->n && !ends_name(w->v[at + 1 + n])) n++;
        if (n) return titled(w, at, n + 1, a);
    }
    return SIA_STR("");
}

sia_str sia_region_of(const sia_word_list *w, sia_arena *a)
{
    static const char *const kinds[] = { "kabupaten", "kota", "provinsi" };
    for (size_t k = 0; k < SIA_COUNT_OF(kinds); k++) {
        const sia_str found = after_kind(w, kinds[k], a);
        if (found.n) return found;
    }
    for (uint32_t at = 0; at < w->n; at++)
        for (size_t k = 0; k < SIA_COUNT_OF(provinces); k++) {
            const uint32_t n = phrase_at(w, at, provinces[k][0]);
            if (n) return titled(w, at, n, a);
            if (!provinces[k][1] || !sia_word_says(w->v[at], provinces[k][1])) continue;
            sia_word_list whole;
            sia_words_of(sia_str_of(provinces[k][0]), &whole);
            return titled(&whole, 0, whole.n, a);
        }
    return SIA_STR("");
}
