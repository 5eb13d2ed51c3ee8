/* Tokens: what Indonesian adds to UAX #29, example by example; the laws; odd and endless inputs. */
#include "oneblock.h"
#include <time.h>

/* The tokens of `text` with a bar between, then the flags and kinds that are not plain: ~ reduplication, ^ own stop,
 * # number, @ address. */
static const char *tokens_of(sia_doc *d, const char *text)
{
    static char out[1024];
    size_t n = 0;
    assert_int_equal(one_block(d, sia_str_of(text), SIA_BLOCK_PARAGRAPH), SIA_OK);
    check_laws(d);
    for (uint32_t i = 0; i < d->tokens.n; i++) {
        const sia_token *t = d->tokens.v + i;
        n += (size_t)snprintf(out + n, sizeof out - n, "%s%.*s%s%s%s%s", i ? " | " : "",
                              (int)t->span.len, text + t->span.off, t->flags & SIA_TOK_REDUP ? "~" : "",
                              t->flags & SIA_TOK_ABBR ? "^" : "",
                              t->kind == SIA_NUMBER ? "#" : "", t->kind == SIA_URL || t->kind == SIA_EMAIL ? "@" : "");
    }
    return out;
}

#define GIVES(text, wanted) assert_string_equal(tokens_of(*state, text), wanted)

static void words_and_marks(void **state)
{
    GIVES("Tim sukses (timses) menang, katanya.", "Tim | sukses | ( | timses | ) | menang | , | katanya | .");
    GIVES("pemula,Kemudian selesai.Lalu", "pemula | , | Kemudian | selesai | . | Lalu");
    GIVES("dan/atau RT/RW: \"ya\"...", "dan | / | atau | RT | / | RW | : | \" | ya | \" | ...");
    GIVES("``Ya'' -- katanya \xE2\x80\x9C" "begitu\xE2\x80\x9D \xE2\x80\xA6",
          "`` | Ya | '' | -- | katanya | \xE2\x80\x9C | begitu | \xE2\x80\x9D | \xE2\x80\xA6");
    GIVES("nama_______ kpu_jambi", "nama | _______ | kpu_jambi");
}

static void reduplication_is_one_word(void **state)
{
    GIVES("program-program Anak-Anak UNDANG-UNDANG", "program-program~ | Anak-Anak~ | UNDANG-UNDANG~");
    GIVES("pemeran-pemerannya besar-besaran", "pemeran-pemerannya~ | besar-besaran~");
    GIVES("tolong-menolong berlari-lari bolak-balik", "tolong-menolong~ | berlari-lari~ | bolak-balik~");
    GIVES("buku2 kata2nya Tokoh2, tapi CO2 dan PM10", "buku2~ | kata2nya~ | Tokoh2~ | , | tapi | CO2 | dan | PM10");
    GIVES("program\xE2\x80\x93program", "program\xE2\x80\x93program~");
    GIVES("program\xE2\x80\x90program", "program\xE2\x80\x90program~");
}

static void the_hyphen_rule(void **state)
{
    GIVES("non-partisan Anti-Korupsi se-Jambi eks-Menteri", "non-partisan | Anti-Korupsi | se-Jambi | eks-Menteri");
    GIVES("PAN-nya APBN-P mem-PHK visi-misi", "PAN-nya | APBN-P | mem-PHK | visi-misi");
    GIVES("kunjungan door-to-door, Door-to-Door", "kunjungan | door-to-door | , | Door-to-Door");
    GIVES("RI-Jepang PAN-PKS BI-DPR", "RI | - | Jepang | PAN | - | PKS | BI | - | DPR");
    GIVES("Jakarta-Bogor-Depok", "Jakarta | - | Bogor | - | Depok");
    GIVES("Covid-19 halaman 10-12", "Covid | - | 19# | halaman | 10# | - | 12#");
    GIVES("partai\xE2\x80\x93partai besar\xE2\x80\x93kecil",
          "partai\xE2\x80\x93partai~ | besar | \xE2\x80\x93 | kecil");
}

static void numbers_dates_and_documents(void **state)
{
    GIVES("1.000.000,50 12:30 4.1 30% 2,5", "1.000.000,50# | 12:30# | 4.1# | 30# | % | 2,5#");
    GIVES("Rp9.000 Rp. 9.000,- US$5", "Rp | 9.000# | Rp.^ | 9.000# | , | - | US | $ | 5#");
    GIVES("12/02/2019 17-08-1945 34/PMK.011/2007 II/2007 102/PUU-VII/2009",
          "12/02/2019# | 17-08-1945# | 34/PMK.011/2007# | II/2007# | 102/PUU-VII/2009#");
    GIVES("(Firmanzah, 2012:45) 2014,2015", "( | Firmanzah | , | 2012# | : | 45# | ) | 2014# | , | 2015#");
    GIVES("ke-2 Ke-21 abad ke-XX 1990-an 80an", "ke-2 | Ke-21 | abad | ke-XX | 1990-an# | 80an#");
    GIVES("1990's 80\xE2\x80\x99s 12'an 5'4", "1990's# | 80\xE2\x80\x99s# | 12# | ' | an | 5# | ' | 4#");
    GIVES("4P's 7P\xE2\x80\x99s 4Ps M's 3P'", "4P's | 7P\xE2\x80\x99s | 4Ps | M's | 3P | '");
    GIVES("km\xC2\xB2 partai\xC2\xB9 4P", "km\xC2\xB2 | partai | \xC2\xB9# | 4P");
}

static void an_abbreviation_keeps_its_stop(void **state)
{
    GIVES("Prof. Dr. H. Hasan dkk. No. 5 hlm. 7", "Prof.^ | Dr.^ | H.^ | Hasan | dkk.^ | No.^ | 5# | hlm.^ | 7#");
    GIVES("B. Setiawan, Joko P. di sana", "B.^ | Setiawan | , | Joko | P.^ | di | sana");
    GIVES("Budi, S.H., M.Si. dan Ani, S.Sos", "Budi | , | S.H.^ | , | M.Si.^ | dan | Ani | , | S.Sos");
    GIVES("hal. 23, tetapi: segala hal. Lalu BPK. Itu",
          "hal.^ | 23# | , | tetapi | : | segala | hal | . | Lalu | BPK | . | Itu");
    GIVES("al. brigjen. Ust. yth. Telp. 0812 jo. UU", "al.^ | brigjen.^ | Ust.^ | yth.^ | Telp.^ | 0812# | jo.^ | UU");
    GIVES("a.n. Ketua K.H. Wahid kelas A. Lalu", "a.n.^ | Ketua | K.H.^ | Wahid | kelas | A | . | Lalu");
}

static void apostrophes_and_letters_of_all_kinds(void **state)
{
    GIVES("Ma'ruf Jum\xE2\x80\x99" "at 'ya'", "Ma'ruf | Jum\xE2\x80\x99" "at | ' | ya | '");
    GIVES("\xC3\xA9lite na\xC3\xAFve \xC3\x89LITE", "\xC3\xA9lite | na\xC3\xAFve | \xC3\x89LITE");
    GIVES("\xE9\xAB\x98\xE9\x9B\x84 \xF0\x9F\x87\xAE\xF0\x9F\x87\xA9!",
          "\xE9\xAB\x98 | \xE9\x9B\x84 | \xF0\x9F\x87\xAE\xF0\x9F\x87\xA9 | !");
}

static void addresses_are_whole(void **state)
{
    GIVES("lihat https://www.kpu.go.id/hasil?p=1, lalu", "lihat | https://www.kpu.go.id/hasil?p=1@ | , | lalu");
    GIVES("kpu.go.id, a.b@mail.co.id; WWW.PAN.OR.ID", "kpu.go.id@ | , | a.b@mail.co.id@ | ; | WWW.PAN.OR.ID@");
    GIVES("selesai.Info a.b.c. @kpu_ri &amp;", "selesai | . | Info | a.b.c.^ | @ | kpu_ri | &amp;");
}

static void forms_are_folded_and_stay_known(void **state)
{
    sia_doc *d = *state;
    const sia_str one = SIA_STR("Pemilih PEMILIH pemilih"), two = SIA_STR("pemilih \xC3\x89lite");
    assert_int_equal(one_block(d, one, SIA_BLOCK_PARAGRAPH), SIA_OK);
    const sia_id id = d->tokens.v[0].form;
    assert_true(id && d->tokens.v[1].form == id && d->tokens.v[2].form == id);
    assert_int_equal(one_block(d, two, SIA_BLOCK_PARAGRAPH), SIA_OK);
    assert_int_equal(d->tokens.v[0].form, id);
    assert_true(sia_str_eq(sia_lex_str(d->lex, d->tokens.v[1].form), SIA_STR("\xC3\xA9lite")));
}

/* Whatever the shape of the text, the laws hold and 64 KiB take no time to speak of. */
static void endless_inputs_keep_the_laws(void **state)
{
    static const char *const shapes[] = {
        "a", "A", "1", "-", ".", "..", ".a", "a.", "A.", "a-", "A-", "a-b.", "1.", "1-", "1/", "a/", "C/", "I/A",
        "'", "a'", "\"", ". \"", "(", ".)", ". (", "_", "&", "&a", "@", "a@", "a@b.", "www.", "http://", "a\xCC\x81",
        "\xCC\x81", "\xE2\x80\x99", "a\xE2\x80\x93", "A\xE2\x80\x93", "Rp", "ke-", "dr.", "No. ", "hal. ", "H. ",
        "A.\n", "\xF0\x9F\x87\xAE", "\xE2\x80\x8D", "\xEF\xBF\xBD", "S.S", "1:", ". A", "! ", "a. \"B", "x-an ",
        "a.id", "+", "a+", "\xC2\xB2", "km\xC2\xB2",
    };
    enum { SIZE = 1 << 16 };
    char *p = malloc(SIZE + 2);
    assert_non_null(p);
    for (size_t k = 0; k < SIA_COUNT_OF(shapes); k++) {
        const size_t len = strlen(shapes[k]), n = SIZE / len * len;
        for (size_t i = 0; i < n; i += len) memcpy(p + i, shapes[k], len);
        memcpy(p + n, "x", 2);
        double took = 1;                                    /* a busy machine slows one try, not six */
        for (int tries = 0; took > 0.5 && tries < 6; tries++) {
            const clock_t from = clock();
            assert_int_equal(one_block(*state, (sia_str){ p, n + 1 }, SIA_BLOCK_PARAGRAPH), SIA_OK);
            took = (double)(clock() - from) / CLOCKS_PER_SEC;
        }
        if (took > 0.5) fail_msg("slow: %s", shapes[k]);
        check_laws(*state);
    }
    free(p);
}

/* Pieces of every kind thrown together: the laws, and the same tokens a second time. */
static void random_mixtures_keep_the_laws(void **state)
{
    static const char *const pieces[] = {
        "program", "Partai", "PAN", "-", ".", ",", " ", "\n", "2", "1990", "an", "(", ")", "\"", "'", "\xE2\x80\x9D",
        "dr", "No", "S", "H", "http://", "kpu.go.id", "@", "/", ":", "Rp", "%", "\xC3\xA9", "\xCC\x81",
        "\xE2\x80\x93", "_", "\xC2\xA0", "\xE2\x80\xA6", "?", "!", "ke-", "\xC2\xB2", "&", ";",
    };
    uint32_t seed = 7;
    for (int round = 0; round < 3000; round++) {
        char text[512] = "x";
        size_t n = 1;
        for (int i = 0; i < 40; i++) {
            seed = seed * 1664525 + 1013904223;
            const char *piece = pieces[(seed >> 16) % SIA_COUNT_OF(pieces)];
            memcpy(text + n, piece, strlen(piece));
            n += strlen(piece);
        }
        text[n++] = 'x';
        assert_int_equal(one_block(*state, (sia_str){ text, n }, SIA_BLOCK_PARAGRAPH), SIA_OK);
        check_laws(*state);
    }
}

static void without_memory_it_says_so(void **state)
{
    (void)state;
    sia_doc *d = sia_doc_new(NULL, 40000);
    assert_non_null(d);
    char text[30001];
    for (size_t i = 0; i < 30000; i++) text[i] = i % 2 ? ' ' : 'a';
    assert_int_equal(one_block(d, (sia_str){ text, 29999 }, SIA_BLOCK_PARAGRAPH), SIA_ENOMEM);
    sia_doc_free(d);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_and_marks),
        cmocka_unit_test(reduplication_is_one_word),
        cmocka_unit_test(the_hyphen_rule),
        cmocka_unit_test(numbers_dates_and_documents),
        cmocka_unit_test(an_abbreviation_keeps_its_stop),
        cmocka_unit_test(apostrophes_and_letters_of_all_kinds),
        cmocka_unit_test(addresses_are_whole),
        cmocka_unit_test(forms_are_folded_and_stay_known),
        cmocka_unit_test(endless_inputs_keep_the_laws),
        cmocka_unit_test(random_mixtures_keep_the_laws),
        cmocka_unit_test(without_memory_it_says_so),
    };
    return cmocka_run_group_tests(tests, make_doc, free_doc);
}
