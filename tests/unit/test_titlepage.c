/* Title pages: what they say of a thesis, and what running text does not. And printed page numbers from the first one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include "thesis.h"

static void expect_page(const char *text, const char *want)
{
    char got[1024];
    sia_title_page t;
    sia_doc *d = segmented(text);
    sia_title_page_of(d, &t);
    snprintf(got, sizeof got, "%.*s|%.*s|%.*s|%.*s|%.*s", (int)t.author.n, t.author.p, (int)t.year.n, t.year.p, (int)t.party.n, t.party.p,
             (int)t.region.n, t.region.p, (int)t.university.n, t.university.p);
    assert_string_equal(got, want);
    sia_doc_free(d);
}

static void a_title_page_is_read(void **state)
{
    (void)state;
    expect_page("STRATEGI PEMENANGAN PARTAI AMANAT NASIONAL (PAN) DI KABUPATEN\nMUARO JAMBI PADA PEMILU LEGISLATIF\nTAHUN 2019\n\n"
                "SKRIPSI\n\nOleh:\nSITI AMINAH, S.Pd\nNIM. 1234567\n\nPROGRAM STUDI ILMU POLITIK\nUNIVERSITAS ISLAM NEGERI\n"
                "SULTAN THAHA SAIFUDDIN\nJAMBI\n2021\n",
                "SITI AMINAH, S.Pd|2021|PAN|Kabupaten Muaro Jambi|UNIVERSITAS ISLAM NEGERI SULTAN THAHA SAIFUDDIN");
    expect_page("Strategi Komunikasi Politik Calon Wali Kota di Kota Medan\n\nDisusun oleh: Budi Santoso (170906001)\n\n"
                "Departemen Ilmu Politik\nUniversitas Sumatera Utara\nMedan, 2022\n",
                "Budi Santoso|2022||Kota Medan|Universitas Sumatera Utara");
    expect_page("KOALISI PDI-P, GOLKAR DAN PKB PADA PILGUB JATENG\n\nNama : Dewi Lestari\nNIM : 001\n\nFAKULTAS HUKUM\n",
                "Dewi Lestari||PDIP, Golkar, PKB|Jawa Tengah|");
}

static void running_text_and_chapters_say_nothing(void **state)
{
    (void)state;
    expect_page("BAB IV\nHASIL PENELITIAN\n\nOleh karena itu Partai Golkar menang di Kota Medan pada tahun\n2019.\n", "||||");
    expect_page("Menurut pengurus Partai Golkar di Kota Medan, suara partai itu naik\nkarena kerja relawan.\n", "||||");
    expect_page("Oleh sebab itu partai menang.\n", "||||");
    expect_page("PEMILU 2019\n", "||||");                     /* what it is about, not when it was written */
    expect_page("", "||||");
}

/* A folder's name has no capitals: pan is the party there, not the pan. */
static void folders_are_words_too(void **state)
{
    (void)state;
    sia_arena *a = sia_arena_new(NULL, 0);
    sia_title_page t = { SIA_STR(""), SIA_STR(""), SIA_STR(""), SIA_STR(""), SIA_STR("") };
    sia_title_words(SIA_STR("pan-kalbar_2018"), &t, a);
    assert_true(sia_str_eq(t.party, SIA_STR("PAN")) && sia_str_eq(t.region, SIA_STR("Kalimantan Barat")) && sia_str_eq(t.year, SIA_STR("2018")));
    sia_title_words(SIA_STR("partai demokrat bali 1999"), &t, a);        /* what is known already stays */
    assert_true(sia_str_eq(t.party, SIA_STR("PAN, Demokrat")) && sia_str_eq(t.region, SIA_STR("Kalimantan Barat")) && sia_str_eq(t.year, SIA_STR("2018")));
    sia_arena_free(a);
}

static void expect_labels(const char *text, const char *first, const char *want)
{
    char got[256] = "";
    sia_doc *d = segmented(text);
    if (first) sia_text_label_pages(&d->text, sia_str_of(first), d->arena);
    for (uint32_t i = 0; i < d->text.pages.n; i++) {
        const sia_str l = d->text.pages.v[i].label;
        snprintf(got + strlen(got), sizeof got - strlen(got), "%s%.*s", i ? " " : "", (int)l.n, l.p);
    }
    assert_string_equal(got, want);
    sia_doc_free(d);
}

#define PAGE(n) "Halaman ini berisi kalimat panjang ke-" #n " tentang kampanye.\n"

static void pages_without_a_number_get_theirs_from_the_first(void **state)
{
    (void)state;
    expect_labels(PAGE(1) "\f" PAGE(2) "\f" PAGE(3), "87", "87 88 89");
    expect_labels(PAGE(1) "\f" PAGE(2) "\f" PAGE(3), "viii", "viii ix x");
    expect_labels(PAGE(1) "\f" PAGE(2), "tidak ada", " ");
    expect_labels(PAGE(1) "\f" PAGE(2), "", " ");
    expect_labels(PAGE(1), "87", "");                        /* no form feed: nothing is known of pages */
}

static void the_first_label_is_reckoned_back(void **state)
{
    (void)state;
    sia_doc *d = segmented(PAGE(1) "\f" PAGE(2) "\n88\n\f" PAGE(3) "\n89\n");
    assert_true(sia_str_eq(sia_text_first_label(&d->text, d->arena), SIA_STR("87")));
    sia_doc_free(d);
    d = segmented(PAGE(1) "\f" PAGE(2));
    assert_int_equal(sia_text_first_label(&d->text, d->arena).n, 0);
    sia_doc_free(d);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_title_page_is_read),
        cmocka_unit_test(running_text_and_chapters_say_nothing),
        cmocka_unit_test(folders_are_words_too),
        cmocka_unit_test(pages_without_a_number_get_theirs_from_the_first),
        cmocka_unit_test(the_first_label_is_reckoned_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
