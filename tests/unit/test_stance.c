/* How hits are meant: denied, recommended, whose words; against sentences judged by hand (tests/gold/stance.tsv). */
#include "tagdoc.h"

enum { COLUMNS = 3 };
static const char *const column[COLUMNS] = { "negated", "modality", "voice" };

static const char *heading(const char *part)
{
    static const char *const all[][2] = {
        { "hasil", "BAB IV\n\nHASIL PENELITIAN DAN PEMBAHASAN\n\n" }, { "teori", "BAB II\n\nLANDASAN TEORI\n\n" },
        { "saran", "BAB V\n\nPENUTUP\n\n5.2 Saran\n\n" }, { "kesimpulan", "BAB V\n\nKESIMPULAN\n\n" },
        { "metode", "BAB III\n\nMETODE PENELITIAN\n\n" }, { "pendahuluan", "BAB I\n\nPENDAHULUAN\n\n" },
        { "lampiran", "LAMPIRAN\n\n" },
    };
    for (size_t i = 0; i < SIA_COUNT_OF(all); i++) if (!strcmp(part, all[i][0])) return all[i][1];
    fail_msg("no heading for part %s", part);
    return "";
}

/* The stance of the passage in brackets, which is put as the one hit of the text. */
static sia_stance stance_of(fixture *f, const char *part, const char *marked)
{
    sia_doc *d = f->doc;
    const char *open = strchr(marked, '['), *close = strchr(marked, ']');
    assert_true(open && close && close > open + 1);
    const char *h = heading(part);
    const sia_str text = sia_printf(f->a, "%s%.*s%.*s%s\n", h, (int)(open - marked), marked, (int)(close - open - 1), open + 1, close + 1);
    const uint32_t from = (uint32_t)(strlen(h) + (size_t)(open - marked)), to = from + (uint32_t)(close - open - 1);
    read_doc(d, text);
    sia_hit hit = { .span = { from, to - from } };
    for (uint32_t t = 0; t < d->tokens.n; t++) {
        const sia_span s = d->tokens.v[t].span;
        if (s.off < from || sia_end(s) > to) continue;
        if (!hit.n++) hit.first = t;
        hit.sentence = d->tokens.v[t].sentence;
    }
    if (!hit.n) fail_msg("no words in the brackets: %s", marked);
    sia_push(d->arena, &d->hits, hit);
    const sia_stance *is = sia_doc_stances(d);
    assert_non_null(is);
    return is[0];
}

static const char *value_of(int k, sia_stance is)
{
    if (k == 0) return is.negated ? "yes" : "no";
    if (k == 1) return is.recommended ? "recommended" : "stated";
    return sia_voice_name((sia_voice)is.voice);
}

/* At least nine in ten right, in each column, of those that say something and of all. */
static void nine_in_ten_are_as_a_reader_takes_them(void **state)
{
    fixture *f = *state;
    static const char *const plain[COLUMNS] = { "no", "stated", "author" };
    unsigned right[COLUMNS] = { 0 }, all[COLUMNS] = { 0 }, said[COLUMNS] = { 0 }, said_right[COLUMNS] = { 0 };
    char line[1024];
    FILE *in = fopen("tests/gold/stance.tsv", "r");
    assert_non_null(in);
    while (fgets(line, sizeof line, in)) {
        if (*line == '#') continue;
        char *name = strtok(line, "\t"), *want = strtok(NULL, "\t"), *part = strtok(NULL, "\t"), *text = strtok(NULL, "\t\n");
        int k = 0;
        while (k < COLUMNS && strcmp(name, column[k]) != 0) k++;
        assert_true(k < COLUMNS && want && part && text);
        const char *is = value_of(k, stance_of(f, part, text));
        const bool good = !strcmp(is, want);
        all[k]++;
        right[k] += good;
        said[k] += strcmp(is, plain[k]) != 0;
        said_right[k] += good && strcmp(is, plain[k]) != 0;
        if (!good) print_message("%s is %s: %s", name, is, text), print_message("\n");
    }
    fclose(in);
    for (int k = 0; k < COLUMNS; k++) {
        print_message("stance: %s: %u of %u right; where it speaks %u of %u\n", column[k], right[k], all[k], said_right[k], said[k]);
        assert_true(all[k] >= 60 && 10 * right[k] >= 9 * all[k] && 10 * said_right[k] >= 9 * said[k]);
    }
}

static void every_hit_has_a_stance(void **state)
{
    fixture *f = *state;
    read_doc(f->doc, SIA_STR("Tidak ada hasil di sini.\n"));
    assert_non_null(sia_doc_stances(f->doc));
    assert_string_equal(sia_voice_name(SIA_VOICE_INFORMANT), "informant");
    assert_string_equal(sia_voice_name(SIA_VOICES), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(nine_in_ten_are_as_a_reader_takes_them, setup, teardown),
        cmocka_unit_test_setup_teardown(every_hit_has_a_stance, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
