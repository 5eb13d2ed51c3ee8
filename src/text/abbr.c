/* Abbreviations that carry their own stop: titles, places in books, academic degrees, initials. */
#include "scan.h"

/* kind    example                         the stop belongs to the word          a sentence may end there
 * TITLE   Prof. Dr. H. Jl. hlm.           always                                never
 * NUMBER  No. 5  hal. 23  Rp. 9.000       before a number only                  never
 * LAST    dkk. dll. Tbk.                  always                                before a capital
 * letter  B. Setiawan  Joko P. di         before a capital, a small letter      never
 * dotted  a.n. K.H. S.Sos. Ph.D.          always                                a degree behind a comma
 *
 * `hal` (matter) and `no` are words as well: they need their number ('No.' with a capital does not). Sorted by word. */
static const struct { char word[SIA_ABBR_LONGEST + 1]; unsigned char kind, capitals; } table[] = {
#define T(w) { w, SIA_ABBR_TITLE, 0 }
#define C(w) { w, SIA_ABBR_TITLE, 1 }           /* also in capitals throughout; else BPK, MS ... are other words */
#define N(w) { w, SIA_ABBR_NUMBER, 1 }
#define L(w) { w, SIA_ABBR_LAST, 0 }
    L("al"), T("bpk"), T("brigjen"), L("cet"), T("cf"), L("cit"), T("co"), L("corp"), T("cq"), C("cv"), T("dept"),
    T("dhr"), T("dk"), L("dkk"), L("dll"), C("dr"), C("dra"), C("drg"), C("drh"), C("drs"), L("dsb"), T("dsn"),
    L("dst"), T("dt"), T("ed"), T("eds"), T("et"), T("fak"), N("gbr"), T("gg"), T("gub"), C("h"), N("hal"), C("hj"),
    C("hlm"), T("ibid"), T("inc"), C("ir"), T("irjen"), C("jend"), C("jl"), C("jln"), T("jo"), L("jr"), T("kab"),
    T("kapt"), T("kec"), T("kel"), N("kep"), C("kh"), T("kol"), T("kombes"), T("komjen"), T("lc"), T("letjen"),
    T("letkol"), T("lettu"), { "llc", SIA_ABBR_LAST, 1 }, T("loc"), L("ltd"), T("mayjen"), T("mr"), T("mrs"),
    T("ms"), N("no"), N("nomor"), C("ny"), T("op"), T("pdt"), T("ph"), T("pkl"), C("prof"), T("prov"), T("ps"),
    N("psl"), C("pt"), T("pte"), T("rd"), L("resp"), T("rev"), N("rp"), N("rt"), N("rw"), T("sdr"), T("sdri"),
    T("sgt"), T("sr"), T("st"), T("tb"), L("tbk"), N("telp"), T("tgk"), N("tgl"), N("th"), N("thn"), N("tlp"),
    C("tn"), L("tsb"), T("ttg"), C("ud"), T("univ"), T("ust"), T("vol"), T("vs"), T("yth"),
#undef T
#undef C
#undef N
#undef L
};

/* A word's place in the order of words, as a number. */
static uint64_t rank(const char word[8])
{
    const unsigned char *u = (const unsigned char *)word;
    return (uint64_t)u[0] << 56 | (uint64_t)u[1] << 48 | (uint64_t)u[2] << 40 | (uint64_t)u[3] << 32
        | (uint64_t)u[4] << 24 | (uint64_t)u[5] << 16 | (uint64_t)u[6] << 8 | u[7];
}

sia_abbr sia_abbr_find(sia_str word)
{
    char small[8] = { 0 };
    uint32_t capitals = 0;
    if (word.n > SIA_ABBR_LONGEST) return SIA_ABBR_NONE;
    for (size_t i = 0; i < word.n; i++) {
        const unsigned char c = (unsigned char)word.p[i];
        capitals += is_upper(c);
        small[i] = (char)(is_upper(c) ? c + 32 : c);
    }
    const uint64_t want = rank(small);
    size_t from = 0, to = SIA_COUNT_OF(table);
    while (from < to) {
        const size_t mid = (from + to) / 2;
        const uint64_t have = rank(table[mid].word);
        if (want == have && word.n > 1 && capitals == word.n && !table[mid].capitals) return SIA_ABBR_NONE;
        if (want == have) return (sia_abbr)table[mid].kind;
        if (want < have) to = mid;
        else from = mid + 1;
    }
    return SIA_ABBR_NONE;
}

static bool roman_letter(unsigned char small)
{
    const uint32_t letters = 1u << ('i' - 'a') | 1u << ('v' - 'a') | 1u << ('x' - 'a') | 1u << ('l' - 'a')
        | 1u << ('c' - 'a');
    return is_lower(small) && letters >> (small - 'a') & 1;
}

bool sia_is_roman(sia_str s)
{
    if (!s.n || s.n > 7) return false;
    const bool capitals = is_upper((unsigned char)s.p[0]);
    for (size_t i = 0; i < s.n; i++) {
        const unsigned char c = (unsigned char)s.p[i];
        if (is_upper(c) != capitals || !roman_letter(capitals ? (unsigned char)(c + 32) : c)) return false;
    }
    return true;
}

/* ---- initials and numbers --------------------------------------------------------------- */

/* 'kelas A. Kemudian', 'kuartal I. Dengan': after these words a letter is a label, and the stop ends the sentence. */
static bool labelled(const sia_scan *z)
{
    static const char *const labels[] = {
        "kelas", "tipe", "kategori", "vitamin", "golongan", "kelompok", "blok", "gedung", "seri", "huruf", "poin",
        "opsi", "kuartal", "triwulan", "semester", "bab", "jilid", "tahap", "siklus", "variabel", "dapil", "zona",
        "calon", "kandidat", "partai", "desa",
    };
    const uint32_t n = z->d->tokens.n;
    if (n <= z->first) return false;
    const sia_span at = z->d->tokens.v[n - 1].span;
    for (size_t i = 0; i < SIA_COUNT_OF(labels); i++)
        if (sia_word_is(z, at.off, sia_end(at), labels[i])) return true;
    return false;
}

static bool number_at(const sia_scan *z, uint32_t at)
{
    if (is_digit(byte_at(z, at))) return true;
    const uint32_t to = sia_run_end(z, at);
    return sia_is_roman((sia_str){ z->p + at, to - at });
}

/* The stop of a lone capital at [at, to), with the next character at `next`. */
static bool initial(const sia_scan *z, uint32_t to, uint32_t next)
{
    if (next >= z->end || labelled(z)) return false;
    if (sia_upper_at(z, next)) return true;
    const unsigned char c = byte_at(z, next);
    return next == to + 1 ? c == ',' || c == ';' : sia_letter_at(z, next) || c == '&';
}

bool sia_abbr_stop(const sia_scan *z, uint32_t at, uint32_t to, bool *may_end)
{
    *may_end = false;
    if (byte_at(z, to) != '.' || (byte_at(z, to + 1) == '.' && byte_at(z, to + 2) == '.')) return false;
    const sia_str word = { z->p + at, to - at };
    uint32_t first;
    const bool letter = (sia_utf8_at(word.p, &first), first == word.n) && sia_upper_at(z, at);
    const sia_abbr kind = sia_abbr_find(word);
    if (!letter && kind == SIA_ABBR_NONE) return false;
    const uint32_t next = sia_past_blanks(z, to + 1);
    if (letter) return initial(z, to, next) || (kind != SIA_ABBR_NONE && number_at(z, next));
    *may_end = kind == SIA_ABBR_LAST;
    if (kind != SIA_ABBR_NUMBER || (word.n == 2 && !memcmp(word.p, "No", 2))) return true;
    return next < z->end && number_at(z, next);
}

/* ---- dotted letters and degrees ------------------------------------------------------------ */

static const char *const degrees[] = {
    "A", "AB", "AP", "Ag", "Ak", "Ap", "Bus", "D", "Des", "Div", "Ds", "E", "Ec", "Eng", "Farm", "Fil", "Gz", "H",
    "Hum", "Hut", "I", "IKom", "IP", "Ikom", "Ip", "Keb", "Ked", "Kep", "Kes", "Kn", "Kom", "Ling", "Litt", "M",
    "MM", "Md", "Mn", "P", "Par", "Pd", "PdI", "Pem", "Phil", "Pol", "Psi", "Pt", "S", "STP", "Sc", "Si", "Sn",
    "Sos", "Stat", "Sy", "T", "Th", "Tr", "Trop",
};

static bool degree_part(const sia_scan *z, uint32_t at, uint32_t to)
{
    for (size_t i = 0; i < SIA_COUNT_OF(degrees); i++)
        if (strlen(degrees[i]) == to - at && !memcmp(degrees[i], z->p + at, to - at)) return true;
    return false;
}

/* S.Sos  M.Si  S.Pd.I  A.Md  Ph.D  B.Sc: the end with its last stop, if it has one; `at` where there is none. */
static uint32_t degree_end(const sia_scan *z, uint32_t at)
{
    const uint32_t head = byte_at(z, at) == 'P' && byte_at(z, at + 1) == 'h' ? at + 2 : at + 1;
    if (!strchr("SMABDP", byte_at(z, at)) || byte_at(z, head) != '.') return at;
    uint32_t to = head, parts = 0;
    while (parts < 4 && byte_at(z, to) == '.') {
        const uint32_t next = sia_run_end(z, to + 1);
        if (!degree_part(z, to + 1, next)) break;
        to = next;
        parts++;
    }
    if (!parts || sia_wordy_at(z, to)) return at;
    return byte_at(z, to) == '.' && byte_at(z, to + 1) != '.' && !sia_wordy_at(z, to + 1) ? to + 1 : to;
}

/* a.n.  K.H.  U.S.A.: single letters, each with its stop, two at least, before a blank or a mark that goes on. */
static uint32_t letters_end(const sia_scan *z, uint32_t at)
{
    enum { MOST = 12 };                 /* what keeps 'a.a.a.a...' linear */
    uint32_t to = at, count = 0, len;
    while (count < MOST && to < z->end && sia_letter_at(z, to)) {
        char_at(z, to, &len);
        if (byte_at(z, to + len) != '.') break;
        to += len + 1;
        count++;
    }
    const unsigned char c = byte_at(z, to);
    return count > 1 && (is_blank(c) || strchr(",;:)\"/-", c)) ? to : at;
}

uint32_t sia_dotted_end(const sia_scan *z, uint32_t at, bool *may_end)
{
    const uint32_t n = z->d->tokens.n, degree = degree_end(z, at), letters = letters_end(z, at);
    const uint32_t to = degree > letters ? degree : letters;
    const bool behind_comma = n > z->first && z->p[z->d->tokens.v[n - 1].span.off] == ',';
    *may_end = to > at && z->p[to - 1] == '.' && (degree == to) && (behind_comma || degree > letters);
    return to;
}
