/* Joined prepositions: diwilayah is di wilayah, dibantu is a verb. */
#include "repairs.h"

enum { SHORTEST_JOINED = 6 };

/* What stands after di and ke without being a verb's root: where something is or goes. */
static bool is_place(sia_str w)
{
    static const char *const all[] = {
        "sini", "sana", "situ", "mana", "atas", "bawah", "dalam", "luar", "antara", "depan", "belakang", "samping", "sebelah",
        "tengah", "sekitar", "sekeliling", "hadapan", "sisi", "pinggir", "ujung", "dekat", "seberang", "wilayah", "daerah", "kota", "desa",
        "kabupaten", "kecamatan", "kelurahan", "provinsi", "kampung", "dusun", "tempat", "rumah", "sekolah", "kampus", "kantor", "pasar",
        "lapangan", "jalan", "masyarakat", "warga", "kalangan", "bidang", "dunia", "negara", "negeri", "tangan", "hati", "pusat", "lokasi",
        "kawasan", "lingkungan", "partai", "pemilih", "parlemen", "sosial", "media", "publik", "semua", "seluruh", "setiap", "berbagai",
        "beberapa", "masing-masing", "indonesia", "jakarta", "saat", "waktu", "hari", "tahun", "akhir", "awal", "sawah", "kebun", "masjid",
        "gereja", "pesantren", "panggung", "gedung", "meja", "bawahnya", "dalamnya", "atasnya", "antaranya", "luarnya", "depannya" };
    for (size_t i = 0; i < SIA_COUNT_OF(all); i++) if (sia_str_eq(w, sia_str_of(all[i]))) return true;
    return false;
}

/* The analysis knows them. */
uint32_t sia_joined_to_place(sia_repairer *r, sia_str w)
{
    sia_analysis x;
    if (w.n < SHORTEST_JOINED || (memcmp(w.p, "di", 2) && memcmp(w.p, "ke", 2)) || !is_place((sia_str){ w.p + 2, w.n - 2 })) return 0;
    sia_analyse(r->spelling->roots, w, &x);
    return x.flags & SIA_FORM_JOINED && x.before == 2 ? 2 : 0;
}

sia_decision sia_decide_joined(sia_repairer *r, const sia_form_seen *f)
{
    const sia_str w = f->text;
    const uint32_t cut = f->seen & (SIA_SEEN_SMALL | SIA_SEEN_FIRST) ? sia_joined_to_place(r, w) : 0;
    if (!cut) return (sia_decision){ 0 };
    return (sia_decision){ .proposal = sia_printf(r->doc->arena, "%.*s %.*s", (int)cut, w.p, (int)(w.n - cut), w.p + cut),
                           .cut = cut, .rule = SIA_RULE_PREPOSITION, .proof = SIA_PROOF_DICTIONARY, .effect = SIA_EFFECT_SPLIT };
}
