/* Sentences: where they end in theses, and where a stop does not end one. */
#include "oneblock.h"

/* The sentences of `text`, a block of that kind, with a bar between. */
static const char *cut(sia_doc *d, const char *text, sia_block_kind kind)
{
    static char out[1024];
    size_t n = 0;
    assert_int_equal(one_block(d, sia_str_of(text), kind), SIA_OK);
    check_laws(d);
    for (uint32_t i = 0; i < d->sentences.n; i++) {
        const sia_span at = d->sentences.v[i].span;
        n += (size_t)snprintf(out + n, sizeof out - n, "%s%.*s", i ? " | " : "", (int)at.len, text + at.off);
    }
    return out;
}

/* `text` holds a bar with blanks, or glued, where a sentence ends: cutting what is left without it must put it back. */
static void check(sia_doc *d, const char *text, sia_block_kind kind)
{
    char plain[1024], wanted[1024];
    size_t n = 0, w = 0;
    for (const char *p = text; *p; p++) {
        if (*p != '|') { plain[n++] = wanted[w++] = *p; continue; }
        if (p[1] == ' ') p++;                               /* "a. | B" was "a. B" */
        else wanted[w++] = ' ';                             /* "a.|B" was "a.B"    */
        memcpy(wanted + w, "| ", 2);
        w += 2;
    }
    plain[n] = wanted[w] = 0;
    assert_string_equal(cut(d, plain, kind), wanted);
}

#define PARAGRAPH(text) check(*state, text, SIA_BLOCK_PARAGRAPH)

static void stops_questions_and_exclamations(void **state)
{
    PARAGRAPH("Partai menang. | Suara naik! | Mengapa? | Karena kerja tim.");
    PARAGRAPH("Ia menang... | Lalu pulang. | 35 kursi diraih. | \"Ya,\" katanya.");
    PARAGRAPH("visi partai: kerja; misi: menang dan uang/money politic. kegiatan lain");
    PARAGRAPH("Hasilnya jelas\ndan tegas. | Media\nsosial dipakai.");
}

static void no_blank_after_the_stop(void **state)
{
    PARAGRAPH("Kampanye selesai.|Kemudian dihitung.|Tahun 2019.|Partai kalah?|Tidak.");
    PARAGRAPH("jumlah pemilih pemula,Kemudian MH.Thamrin dan No.Urut 3 di kpu.go.id tetap");
}

static void abbreviations_and_titles_go_on(void **state)
{
    PARAGRAPH("Menurut Prof. Dr. H. Hasan, No. 5, Hal. 23, hlm. 7, Vol. 2, Jl. Merdeka dan PT. Obor sama. | Itu saja.");
    PARAGRAPH("Drs. H.M. Amien Rais dan Hj. Siti bertemu Dr. Budi, M.Si. di sana.");
    PARAGRAPH("Menurut Firmanzah dkk. | Partai dan lain-lain, dll. | Baliho, dsb. dipasang.");
    PARAGRAPH("Nama B. J. Habibie disebut. | Segala hal. | Lalu kelas A. | Lalu B.");
    PARAGRAPH("Penulis adalah Budi, S.Sos. | Buku ini baru.");
}

static void numbers_do_not_end_sentences(void **state)
{
    PARAGRAPH("Ada 1.500.000 suara, 4.5 persen. | Pasal 3 berlaku. | Rp. 9.000 dibayar.");
    PARAGRAPH("Langkahnya: 1. Kepada partai. | 2. Kepada caleg. | a. Kepada pemilih.");
    check(*state, "1. Kepada partai. | 2. Kepada caleg.", SIA_BLOCK_ITEM);
    check(*state, "IV. Kepada partai. | Selesai.", SIA_BLOCK_ITEM);
    check(*state, "4.1. Kepada partai", SIA_BLOCK_ITEM);
}

static void quotes_and_sources_stay(void **state)
{
    PARAGRAPH("\"Kami kalah. | Ada arisan di sana.\" (Wawancara, Informan 2) | Selain itu menang.");
    PARAGRAPH("\xE2\x80\x9CKami kalah.\xE2\x80\x9D (Hasan, 12 Mei 2019). | Selain itu menang.");
    PARAGRAPH("Politik uang marak. (Firmanzah, 2012: 45) | Selain itu menang. | (2) Kedua, tidak.");
    PARAGRAPH("Ia berkata \" kalah. \" | Selain itu menang.");
    PARAGRAPH("(Lihat lampiran.) | Suara partai.1 | Strategi itu kabur.\xC2\xB2 | Selesai");
}

static void a_heading_is_one_sentence(void **state)
{
    check(*state, "4.1. Kesimpulan. Dan Saran", SIA_BLOCK_HEADING);
    check(*state, "Tabel 1. Suara. Partai", SIA_BLOCK_CAPTION);
    check(*state, "Kata kunci: PAN. Jambi. Pemilu", SIA_BLOCK_KEYWORDS);
    check(*state, "Firmanzah. | Marketing politik.", SIA_BLOCK_FOOTNOTE);
}

/* Even a block that holds nothing to count has a sentence of its own. */
static void every_block_has_a_sentence(void **state)
{
    sia_doc *d = *state;
    assert_int_equal(one_block(d, SIA_STR("\xC2\xA0"), SIA_BLOCK_PARAGRAPH), SIA_OK);
    assert_int_equal(d->tokens.n, 0);
    assert_int_equal(d->sentences.n, 1);
    assert_int_equal(d->sentences.v[0].span.len, 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(stops_questions_and_exclamations),
        cmocka_unit_test(no_blank_after_the_stop),
        cmocka_unit_test(abbreviations_and_titles_go_on),
        cmocka_unit_test(numbers_do_not_end_sentences),
        cmocka_unit_test(quotes_and_sources_stay),
        cmocka_unit_test(a_heading_is_one_sentence),
        cmocka_unit_test(every_block_has_a_sentence),
    };
    return cmocka_run_group_tests(tests, make_doc, free_doc);
}
