/* Headings and notes that only the letters tell, size and weight; where text alone would find none. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>
#include <siasat/text.h>

#define HELPER SIA_BUILT_DATA "/libexec/siasat/siasat-pdf"
#define OPEN "H\t0\tBAB IV\\nHASIL\nH\t0\t4.1 Suara Pemilih\np\tPartai itu menang di daerah pemilihan yang luas.\n"
#define TEXT "z\tbody\nx\tTim bekerja di tiga kecamatan sejak bulan Maret.\n"

static sia_doc *doc;
static sia_arena *arena;

static int begin(void **state)
{
    (void)state;
    doc = sia_doc_new(NULL, 0);
    arena = sia_arena_new(NULL, 0);
    return !doc || !arena;
}

static int end(void **state) { (void)state; sia_doc_free(doc); sia_arena_free(arena); return 0; }

/* The titles and levels of the sections below 4.1, in the document last segmented. */
static const char *below(void)
{
    static char out[1024];
    size_t n = 0;
    for (uint32_t i = 3; i < doc->sections.n; i++)
        n += (size_t)snprintf(out + n, sizeof out - n, "%u %.*s\n", doc->sections.v[i].level, (int)doc->sections.v[i].title.n, doc->sections.v[i].title.p);
    out[n] = 0;
    return out;
}

static const char *sections_of(const char *stream)
{
    sia_doc_reset(doc);
    assert_int_equal(sia_doc_read_stream(doc, SIA_STR("t"), sia_str_of(stream), NULL), SIA_OK);
    assert_int_equal(sia_doc_segment(doc, NULL), SIA_OK);
    return below();
}

static void letters_tell_a_heading(void **state)
{
    (void)state;
    assert_string_equal(sections_of(OPEN "x\tSuara dari desa\n" TEXT ".\n"), "");
    assert_string_equal(sections_of(OPEN "z\tlarge\nx\tSuara dari desa\n" TEXT ".\n"), "3 Suara dari desa\n");
    assert_string_equal(sections_of(OPEN "z\tbody\tbold\nx\tSuara dari desa\n" TEXT ".\n"), "3 Suara dari desa\n");
    assert_string_equal(sections_of(OPEN "z\tlarge\tbold\np\tMengapa mereka pindah?\n" TEXT "z\tlarge\tbold\nx\tApa yang diminta warga\\ndi tiga desa?\n" TEXT ".\n"),
                        "3 Mengapa mereka pindah?\n3 Apa yang diminta warga di tiga desa?\n");
}

static void not_all_that_stands_out_is_one(void **state)
{
    (void)state;
    static const char *const not[] = {
        "z\tlarge\nx\tKami tidak membeli suara.\n" TEXT,             /* a quotation */
        "z\tbody\tbold\nx\tTim sukses bekerja:\n" TEXT,
        "z\tbody\tbold\nx\tsuara dari desa\n" TEXT,
        "z\tsmall\tbold\nx\tSuara dari desa\n" TEXT,
        "z\tbody\tbold\nx\tSuara dari desa\nx\tSuara dari kota\n" TEXT,
        "z\tbody\tbold\nx\tPartai\nz\tbody\nc\tPAN\t9\nc\tPKS\t7\n",     /* over a table */
        "z\tlarge\nx\tTabel 4.1 Suara dari Desa\n" TEXT,
        "z\tlarge\nx\tSuara dari desa\n",                            /* over nothing */
    };
    char stream[1024];
    for (size_t i = 0; i < SIA_COUNT_OF(not); i++) {
        snprintf(stream, sizeof stream, OPEN "%s.\n", not[i]);
        const char *found = sections_of(stream);
        if (i == 4) assert_null(strstr(found, "Suara dari desa"));    /* lines that stand out together: the last may head the text */
        else assert_string_equal(found, "");
    }
    sections_of("z\tlarge\tbold\np\tStrategi Partai\nz\tbody\tbold\np\tSkripsi\nz\tbody\np\tDiajukan untuk memenuhi salah satu syarat guna memperoleh gelar "
                "sarjana dalam bidang ilmu politik pada fakultas ini\nz\tbody\tbold\np\tSiti Aminah\nz\tbody\np\tPadang 2024\n.\n");
    assert_int_equal(doc->sections.n, 1);                            /* a title page */
}

static void small_letters_at_the_foot_are_a_note(void **state)
{
    (void)state;
    sections_of("P\t1\t\n" OPEN "z\tsmall\nx\t* Wawancara di rumahnya.\nP\t2\t\nz\tbody\nx\tTim bekerja.\nz\tsmall\nx\t* Tidak di kaki.\nz\tbody\nx\tTim lagi.\n.\n");
    uint32_t notes = 0;
    for (uint32_t i = 0; i < doc->blocks.n; i++) {
        if (doc->blocks.v[i].kind != SIA_BLOCK_FOOTNOTE) continue;
        const sia_str t = sia_cut(doc->text.s, doc->blocks.v[i].span);
        assert_true(sia_str_eq(t, SIA_STR("* Wawancara di rumahnya.")));
        notes++;
    }
    assert_int_equal(notes, 1);
}

/* tests/pdf/tema.pdf (tools/make_pdfs.py): its themes are paragraphs in larger or bold letters, its note has a star. */
static void a_pdf_has_them_where_its_text_has_not(void **state)
{
    (void)state;
    sia_str raw, stream;
    sia_err err;
    unsigned lacks = 0;
    const sia_helper h = { .path = HELPER, .job = "", .needs = "libpoppler126", .seconds = 60 };
    if (access(HELPER, X_OK)) { printf("skipped: siasat-pdf is not built here\n"); return; }
    assert_int_equal(sia_read_file(&raw, "tests/pdf/tema.txt", arena, &err), SIA_OK);
    sia_doc_reset(doc);
    assert_int_equal(sia_doc_read(doc, SIA_STR("tema.txt"), raw, SIA_ENC_AUTO, &err), SIA_OK);
    assert_int_equal(sia_doc_segment(doc, &err), SIA_OK);
    assert_string_equal(below(), "2 Hambatan\n");
    assert_int_equal(sia_read_file(&raw, "tests/pdf/tema.pdf", arena, &err), SIA_OK);
    assert_int_equal(sia_helper_run(&stream, &lacks, &h, SIA_STR("tema.pdf"), raw, arena, &err), SIA_OK);
    assert_string_equal(sections_of(stream.p), "3 Mengapa Pemilih Berpindah?\n3 Siapa yang Mengajak?\n3 Pesan dari Lapangan\n3 Catatan Tim Sukses\n2 Hambatan\n");
    uint32_t notes = 0;
    for (uint32_t i = 0; i < doc->blocks.n; i++) notes += doc->blocks.v[i].kind == SIA_BLOCK_FOOTNOTE;
    assert_int_equal(notes, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(letters_tell_a_heading),
        cmocka_unit_test(not_all_that_stands_out_is_one),
        cmocka_unit_test(small_letters_at_the_foot_are_a_note),
        cmocka_unit_test(a_pdf_has_them_where_its_text_has_not),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
