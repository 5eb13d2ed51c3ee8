/* Text and marks as `siasat text --marks` writes them: what is read back is what was written. */
#include <errno.h>
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>
#include "reread.h"

static sia_doc *doc;
static grown shown;

static int begin(void **state) { (void)state; doc = sia_doc_new(NULL, 0); return !doc; }
static int end(void **state) { (void)state; sia_doc_free(doc); free(shown.p); shown = (grown){ 0 }; return 0; }

/* What is written of the document that was read last, once it has passed for true. */
static const char *written(void)
{
    const char *wrong = reread(&doc->text);
    if (wrong) fail_msg("%s", wrong);
    shown.n = 0;
    assert_int_equal(sia_text_marks(&doc->text, (sia_sink){ grow, &shown }, SIA_STR("memory"), NULL), SIA_OK);
    return shown.p;
}

static const char *of_stream(const char *stream)
{
    sia_doc_reset(doc);
    assert_int_equal(sia_doc_read_stream(doc, SIA_STR("t"), sia_str_of(stream), NULL), SIA_OK);
    return written();
}

static const char *of_text(sia_str raw)
{
    sia_doc_reset(doc);
    assert_int_equal(sia_doc_read(doc, SIA_STR("t"), raw, SIA_ENC_AUTO, NULL), SIA_OK);
    return written();
}

static void every_mark_is_written_with_its_place(void **state)
{
    (void)state;
    assert_string_equal(of_stream("d\tdocx\nP\t1\tix\nh\tUniversitas\nH\t1\tBAB I\nz\tsmall\np\tPartai é.\nl\t2\ta)\tbaliho\nz\tlarge\nx\tapa\nz\tbody\n"
                                  "P\t2\t\n?\tgoyah\n+\tlagi\nf\t7.\tIbid.\nt\tTabel 1\nc\tNo\t\tSuara\n.\n"),
                        "document 0-87 format=\"docx\" encoding=\"utf-8\" name=\"t\"\n"
                        "page 0-47 index=1 label=\"ix\"\nfurniture 0-11\n|Universitas\n|\nheading 13-18 level=1\n|BAB I\n|\n"
                        "paragraph 20-29 size=small\n|Partai é.\n|\nitem 31-40 depth=2 number=\"a)\" size=small\n|a) baliho\n|\n"
                        "unknown 42-45 size=large\n|apa\n|\\f\\\npage 47-87 index=2\nparagraph 47-52 continues=perhaps\n|goyah\n"
                        "paragraph 53-57 continues=yes\n|lagi\n|\nfootnote 59-67 number=\"7.\"\n|7. Ibid.\n|\ncaption 69-76\n|Tabel 1\n"
                        "|\nrow 78-87 cells=78-80,81-81,82-87\n|No\t\tSuara\\\n");
}

static void plain_text_has_its_pages(void **state)
{
    (void)state;
    assert_string_equal(of_text(SIA_STR("satu\f\fdua\n")),
                        "document 0-10 format=\"text\" encoding=\"utf-8\" name=\"t\"\npage 0-5 index=1\n|satu\\f\\\n"
                        "page 5-6 index=2\n|\\f\\\npage 6-10 index=3\n|dua\n");
    assert_string_equal(of_text(SIA_STR("")), "document 0-0 format=\"text\" encoding=\"utf-8\" name=\"t\"\n");
    of_text(SIA_STR("- 86 -\n\nPartai menang di daerah itu.\n\n- 87 -\n\nCaleg kalah di daerah lain.\n"));
}

/* Whatever program cuts it into lines, and whatever that takes for the end of one. */
static void no_text_passes_for_a_mark(void **state)
{
    (void)state;
    const char *s = of_text(SIA_STR("a\\nb\nheading 0-4\n|\rpage 0-1\vx\x1Cy\xC2\x85z\xE2\x80\xA8paragraph 0-9\x1B[2J\\"));
    assert_string_equal(strstr(s, "\n|") + 1, "|a\\\\nb\n|heading 0-4\n||\\rpage 0-1\\u000Bx\\u001Cy\\u0085z\\u2028paragraph 0-9\\u001B[2J\\\\\\\n");
    sia_doc_reset(doc);
    assert_int_equal(sia_doc_read(doc, SIA_STR("a\" name=\"b\\\npage 0-0"), SIA_STR("x"), SIA_ENC_AUTO, NULL), SIA_OK);
    assert_non_null(strstr(written(), "name=\"a\\\" name=\\\"b\\\\\\npage 0-0\"\n"));
}

static int full(void *ctx, const char *p, size_t n) { (void)ctx; (void)p; (void)n; return ENOSPC; }

static void a_full_disk_is_told(void **state)
{
    (void)state;
    sia_err err = { 0 };
    of_text(SIA_STR("x"));
    assert_int_equal(sia_text_marks(&doc->text, (sia_sink){ full, NULL }, SIA_STR("h.txt"), &err), SIA_EIO);
    assert_int_equal(err.sys, ENOSPC);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_mark_is_written_with_its_place),
        cmocka_unit_test(plain_text_has_its_pages),
        cmocka_unit_test(no_text_passes_for_a_mark),
        cmocka_unit_test(a_full_disk_is_told),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
