/* Documents that a helper program took apart: what their marks make of pages, sections and blocks. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>
#include <siasat/text.h>

static sia_doc *doc;

static int begin(void **state) { (void)state; doc = sia_doc_new(NULL, 0); return !doc; }
static int end(void **state) { (void)state; sia_doc_free(doc); return 0; }

static sia_status try_read(const char *stream, sia_err *err)
{
    sia_doc_reset(doc);
    return sia_doc_read_stream(doc, SIA_STR("t"), sia_str_of(stream), err);
}

static const char *text_of(const char *stream)
{
    assert_int_equal(try_read(stream, NULL), SIA_OK);
    assert_int_equal(sia_doc_segment(doc, NULL), SIA_OK);
    return doc->text.s.p;
}

static void assert_text(sia_str is, const char *want)
{
    char z[512];
    assert_true(is.n < sizeof z);
    memcpy(z, is.p, is.n);
    z[is.n] = 0;
    assert_string_equal(z, want);
}

static void check_block(uint32_t i, sia_block_kind kind, uint32_t depth, const char *number, const char *words)
{
    assert_true(i < doc->blocks.n);
    const sia_block *b = &doc->blocks.v[i];
    assert_int_equal(b->kind, kind);
    assert_int_equal(b->depth, depth);
    assert_text(b->number, number);
    assert_text(sia_cut(doc->text.s, b->span), words);
}

static void parts_become_a_text_with_blank_lines(void **state)
{
    (void)state;
    assert_string_equal(text_of("p\tPartai menang.\np\tCaleg kalah.\n.\n"), "Partai menang.\n\nCaleg kalah.");
    assert_string_equal(text_of("c\tNo\tPartai\nc\t1\tPDI\\tP\\n\np\tHabis.\n.\n"), "No\tPartai\n1\tPDI P \n\nHabis.");
    assert_string_equal(text_of("l\t1\t1.\tPartai\nf\t12\tIbid.\n.\n"), "1. Partai\n\n12 Ibid.");
    assert_string_equal(text_of("p\ta\\\\b\\tc\n.\n"), "a\\b\tc");
    assert_string_equal(text_of(".\n"), "");
}

static void blocks_are_what_the_marks_say(void **state)
{
    (void)state;
    text_of("p\tPara caleg memakai beberapa cara.\nl\t2\ta)\tbaliho\nl\t1\t-\tspanduk\nf\t7.\tIbid., hlm. 3.\nt\tTabel 4.1 Suara\n"
            "c\tPDIP\t23\nc\tPAN\t9\n.\n");
    check_block(0, SIA_BLOCK_PARAGRAPH, 0, "", "Para caleg memakai beberapa cara.");
    check_block(1, SIA_BLOCK_ITEM, 2, "a", "a) baliho");
    check_block(2, SIA_BLOCK_ITEM, 1, "", "- spanduk");
    check_block(3, SIA_BLOCK_FOOTNOTE, 0, "7", "7. Ibid., hlm. 3.");
    check_block(4, SIA_BLOCK_CAPTION, 0, "4.1", "Tabel 4.1 Suara");
    check_block(5, SIA_BLOCK_TABLE, 0, "", "PDIP\t23");
    check_block(6, SIA_BLOCK_TABLE, 0, "", "PAN\t9");
}

/* As a scan pasted into a Word file has it. Eight paragraphs that only look cut are too few to tell. */
static void paragraphs_that_are_lines_are_read_as_lines(void **state)
{
    (void)state;
    text_of("p\tBAB IV\np\tKESIMPULAN\np\t4.1 Strategi\np\tPartai itu memakai strategi kampanye yang sudah lama dikenal oleh\n"
            "p\tpara pemilih di kota itu. Strategi ini mencakup kunjungan ke rumah,\np\tdialog dengan warga, dan pengerahan massa pada akhir masa kam-\n"
            "p\tpanye. Caleg muda turun sendiri ke desa dan bertemu dengan kelompok\np\ttani. Hasilnya baik.\n.\n");
    assert_int_equal(doc->sections.n, 3);
    assert_text(doc->sections.v[2].title, "Strategi");
    assert_int_equal(doc->blocks.n, 3);
    assert_non_null(strstr(doc->text.s.p, "dikenal oleh\npara pemilih"));
    assert_non_null(strstr(doc->text.s.p, "akhir masa kampanye."));
    assert_string_equal(text_of("p\tsatu dua\np\ttiga\n.\n"), "satu dua\n\ntiga");
}

static void headings_have_the_level_that_is_told(void **state)
{
    (void)state;
    text_of("H\t1\tBAB IV\nH\t1\tHasil Penelitian\nH\t2\tCara Kerja Tim\np\tTim bekerja.\nH\t2\t4.2.1 Sasaran\np\tPemilih muda.\n.\n");
    assert_int_equal(doc->sections.n, 4);
    assert_text(doc->sections.v[1].number, "BAB IV");
    assert_text(doc->sections.v[1].title, "Hasil Penelitian");
    assert_int_equal(doc->sections.v[2].level, 2);
    assert_text(doc->sections.v[2].title, "Cara Kerja Tim");
    assert_int_equal(doc->sections.v[3].level, 3);           /* its number knows better than its style */
    assert_text(doc->sections.v[3].number, "4.2.1");
}

static void a_heading_in_plain_paragraphs_is_still_seen(void **state)
{
    (void)state;
    text_of("p\tBAB V\np\tPENUTUP\np\tPartai menang karena kerja tim yang baik.\n.\n");
    assert_int_equal(doc->sections.n, 2);
    assert_text(doc->sections.v[1].title, "PENUTUP");
}

static void nothing_begins_inside_a_paragraph(void **state)
{
    (void)state;
    text_of("p\tMenurut pasal 4 ayat\\n1. Partai Golkar menang.\\nTabel 4.1 Suara\\nlama itu dihitung.\n.\n");
    assert_int_equal(doc->blocks.n, 1);
}

static void what_goes_on_is_one_paragraph(void **state)
{
    (void)state;
    assert_string_equal(text_of("P\t1\ti\np\tMereka memi-\nh\ti\nP\t2\t\nh\tSKRIPSI\n+\tlih caleg itu, program-\\nprogram juga.\nh\t2\n.\n"),
                        "Mereka memilih caleg itu, program-program juga.\n\n");
    assert_int_equal(doc->blocks.n, 1);
    assert_int_equal(doc->text.pages.n, 2);
    assert_text(doc->text.pages.v[0].label, "i");
    assert_text(doc->text.pages.v[1].label, "2");            /* found at its foot */
    assert_int_equal(sia_text_page(&doc->text, 30)->number, 2);
}

static void what_may_go_on_is_for_the_text_to_say(void **state)
{
    (void)state;
    text_of("P\t1\t\np\tPartai itu bekerja dengan sungguh-sungguh untuk\nP\t2\t\n?\tmemenangkan pemilihan di daerahnya.\n.\n");
    assert_int_equal(doc->blocks.n, 1);
    text_of("P\t1\t\np\tPartai itu bekerja dengan\\nsungguh-sungguh.\nP\t2\t\n?\tPara pemilih menilainya.\n.\n");
    assert_int_equal(doc->blocks.n, 2);
}

static void pages_keep_the_numbers_they_are_told(void **state)
{
    (void)state;
    text_of("P\t7\tix\np\tPartai menang.\n.\n");
    assert_int_equal(doc->text.pages.n, 1);
    assert_int_equal(doc->text.pages.v[0].number, 7);
    assert_text(doc->text.pages.v[0].label, "ix");
    text_of("p\tJudul\nP\t2\t1\nP\t3\t2\np\tPartai menang.\n.\n");
    assert_int_equal(doc->text.pages.n, 3);
    assert_int_equal(doc->text.pages.v[0].number, 1);
    assert_text(doc->text.pages.v[2].label, "2");
}

static void unknown_text_is_read_by_the_rules_of_text(void **state)
{
    (void)state;
    assert_string_equal(text_of("x\tMereka datang ber-\\nsama tim.\\n\\nBAB V\\nPENUTUP\\n\\nPartai menang karena kerja tim.\n.\n"),
                        "Mereka datang bersama tim.\n\nBAB V\nPENUTUP\n\nPartai menang karena kerja tim.");
    assert_int_equal(doc->sections.n, 2);
}

static void control_characters_are_blanks(void **state)
{
    (void)state;
    assert_string_equal(text_of("p\ta\fb\rc\\\fd\n.\n"), "a b c d");
}

static void the_format_is_told(void **state)
{
    (void)state;
    text_of("d\tdocx\np\ta\n.\n");
    assert_text(doc->text.format, "docx");
    text_of("p\ta\n.\n");
    assert_text(doc->text.format, "text");
    assert_int_equal(try_read("p\ta\nd\tdocx\n.\n", NULL), SIA_ETEXT);
}

static void notes_are_of_the_catalogue(void **state)
{
    (void)state;
    text_of("n\tNOTE_UTF16\tutf-16le\np\ta\n.\n");
    assert_int_equal(doc->notes.n, 1);
    assert_int_equal(doc->notes.v[0].msg, SIA_MSG_NOTE_UTF16);
}

static void garbled_streams_are_refused(void **state)
{
    (void)state;
    static const char *const bad[] = {
        "", "p\ta\n", "p\ta", "pa\n.\n", "p\ta\tb\n.\n", "q\ta\n.\n", "\n.\n", "H\tx\ta\n.\n", "H\t\ta\n.\n", "H\t1\n.\n", "P\t1\n.\n",
        "l\t1\ta\n.\n", "z\thuge\n.\n", "n\tNOMEM\t\n.\n", "n\tNOTE_\t\n.\n", ".x\n", "p\t\xC3\n.\n", "P\t99999999999\t\n.\n",
    };
    for (size_t i = 0; i < SIA_COUNT_OF(bad); i++) {
        sia_err err;
        assert_int_equal(try_read(bad[i], &err), SIA_ETEXT);
        assert_int_equal(err.msg, SIA_MSG_HELPER_GARBLED);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parts_become_a_text_with_blank_lines),
        cmocka_unit_test(blocks_are_what_the_marks_say),
        cmocka_unit_test(paragraphs_that_are_lines_are_read_as_lines),
        cmocka_unit_test(headings_have_the_level_that_is_told),
        cmocka_unit_test(a_heading_in_plain_paragraphs_is_still_seen),
        cmocka_unit_test(nothing_begins_inside_a_paragraph),
        cmocka_unit_test(what_goes_on_is_one_paragraph),
        cmocka_unit_test(what_may_go_on_is_for_the_text_to_say),
        cmocka_unit_test(pages_keep_the_numbers_they_are_told),
        cmocka_unit_test(unknown_text_is_read_by_the_rules_of_text),
        cmocka_unit_test(control_characters_are_blanks),
        cmocka_unit_test(the_format_is_told),
        cmocka_unit_test(notes_are_of_the_catalogue),
        cmocka_unit_test(garbled_streams_are_refused),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
