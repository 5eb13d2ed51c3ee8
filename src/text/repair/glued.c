/* Glued words: olehpartai is oleh partai when it is no word itself and only one cut gives two words. */
#include "repairs.h"

enum { SHORTEST_PART = 3, SHORTEST_WHOLE = 7, LONG_PART = 6, LONG_WHOLE = 10 };

/* Bound forms make new words of old ones: multietnis and pascapemilu are words. */
static bool bound(sia_str w)
{
    static const char *const all[] = {
        "adi", "ajar", "ante", "anti", "antar", "auto", "bawah", "bio", "catur", "dasa", "de", "dis", "dwi", "eka", "ekstra", "eko",
        "geo", "hiper", "hipo", "infra", "inter", "intra", "kontra", "maha", "mala", "makro", "mega", "mikro", "mini", "mono",
        "multi", "neo", "nir", "non", "para", "pasca", "pan", "panca", "poli", "pra", "pre", "pro", "proto", "pseudo", "purna",
        "re", "sapta", "semi", "serba", "sosio", "sub", "super", "supra", "swa", "tele", "trans", "tri", "tuna", "tata", "ultra",
        "isme", "isasi", "logi", "wan", "wati", "man", "is", "al", "ing", "ting", "ment", "tion" };
    for (size_t i = 0; i < SIA_COUNT_OF(all); i++) if (sia_str_eq(w, sia_str_of(all[i]))) return true;
    return false;
}

typedef struct { bool word, common, sought, seen; } part;

static part part_of(sia_repairer *r, sia_str w)
{
    const sia_known *k = sia_known_in(r, w);
    part p = { .common = k && k->use & SIA_WORD_COMMON && (k->seen || w.n > SHORTEST_PART), .sought = k && k->use & SIA_WORD_SOUGHT,
               .seen = k && k->seen };
    if (w.n < SHORTEST_PART || bound(w) || (w.n == SHORTEST_PART && !p.common && !p.sought)) return (part){ 0 };
    p.word = k && (k->form || k->use) ? sia_known_standing(r, k) == SIA_FORM_LICENSED
                                      : sia_standing_of(r->spelling, w) == SIA_FORM_LICENSED;
    return p;
}

/* 0: no two words; more: the better the evidence. Short words make longer ones by chance: akun tabel, optimis tik. */
static int worth(part x, sia_str a, part y, sia_str b)
{
    size_t longer = a.n > b.n ? a.n : b.n;
    bool x_near = x.seen || x.sought, y_near = y.seen || y.sought;
    if (!x.word || !y.word) return 0;
    if (x.common && y.common) return 4;
    if (x.common || y.common) {
        bool near = x.common ? y_near : x_near;
        return near ? 3 : (x.common ? b.n : a.n) >= LONG_PART ? 2 : 0;
    }
    if (x.sought && y.sought && longer > SHORTEST_PART + 2) return 3;
    if (x_near && y_near) return longer >= LONG_PART && a.n + b.n >= LONG_WHOLE ? 3 : 0;
    if (x_near || y_near) return a.n >= LONG_PART && b.n >= LONG_PART ? 2 : 0;
    return 0;
}

sia_decision sia_decide_glued(sia_repairer *r, const sia_form_seen *f)
{
    sia_str w = f->text;
    uint32_t cut = 0;
    int best = 0, ways = 0;
    if (w.n < SHORTEST_WHOLE || !(f->seen & (SIA_SEEN_SMALL | SIA_SEEN_FIRST))) return (sia_decision){ 0 };
    for (uint32_t i = SHORTEST_PART; i + SHORTEST_PART <= w.n; i++) {
        sia_str a = { w.p, i }, b = { w.p + i, w.n - i };
        part x = part_of(r, a);
        if (b.n == SHORTEST_PART && !(sia_known_in(r, b) && sia_known_in(r, b)->use & SIA_WORD_COMMON)) continue;    /* optimis tik */
        if (!(f->seen & SIA_SEEN_SMALL) && !x.common) continue;      /* Islamabad is a name, Olehsebab is not */
        int v = x.word ? worth(x, a, part_of(r, b), b) : 0;
        if (v > best) { best = v; cut = i; ways = 1; }
        else if (v && v == best) ways++;
    }
    if (!best || ways > 1) return (sia_decision){ 0 };
    if (cut * 2 == w.n && !memcmp(w.p, w.p + cut, cut))      /* dukungandukungan */
        return (sia_decision){ .proposal = sia_printf(r->doc->arena, "%.*s-%.*s", (int)cut, w.p, (int)cut, w.p),
                               .rule = SIA_RULE_REDUPLICATION, .proof = SIA_PROOF_DICTIONARY };
    const sia_known *k = sia_known_in(r, (sia_str){ w.p + cut, w.n - cut });
    return (sia_decision){ .proposal = sia_printf(r->doc->arena, "%.*s %.*s", (int)cut, w.p, (int)(w.n - cut), w.p + cut),
                           .cut = cut, .seen = best > 1 && k ? k->seen : 0, .rule = SIA_RULE_GLUED, .effect = SIA_EFFECT_SPLIT,
                           .proof = best > 1 && k && k->seen ? SIA_PROOF_DOCUMENT : SIA_PROOF_DICTIONARY };
}
