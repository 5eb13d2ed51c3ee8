/* Any bytes as words: up to an empty line a dictionary, as hunspell writes one, then forms, one a line. Whatever the roots,
 * each form has an answer that keeps the promises of indonesian.h. */
#include "../../src/text/indonesian/roots.h"
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *p, size_t n);

static void must(bool holds)
{
    if (!holds) abort();
}

static const char always[] =
    "ada\najar/D0M0T0a0\naku/M0Mi\nbijak/Ka\nbuku/B0M0k0\ndia\nduduk/DiMi\njalan/B0DkMkPa\nkerja/B0M0\nkupu-kupu\nlari/B0\n"
    "maluku\nmasalah/B0\npercaya/DiMiKa\nperintah/DkMkP0\npilih/D0M0P0Paa0\nsama/B0\nsayur/B0\nsayur-mayur\ntiru/D0MkM0\ntolong/D0M0\n";

static sia_str keep(sia_arena *a, sia_str s) { return sia_dup(a, s); }

/* Norm and clitics are the form again, but for doubles and forms whose keys a list settles. */
static void check_surface(sia_str form, const sia_analysis *k)
{
    const size_t joined = k->flags & SIA_FORM_JOINED ? k->before : 0, end = (size_t)k->possessive + k->particle;
    must(joined + end <= form.n && k->before <= form.n);
    if (k->flags & SIA_FORM_REDUP) return;
    must(sia_str_eq(k->norm, (sia_str){ form.p + joined, form.n - joined - end }));
}

static void check_form(const sia_roots *r, sia_str form, sia_arena *a)
{
    sia_analysis k, again;
    sia_analyse(r, form, &k);
    must(k.standing <= SIA_FORM_LICENSED && (form.n == 0 || (k.norm.n && k.lemma.n && k.root.n)));
    must(k.norm.n <= form.n + 1 && k.lemma.n <= form.n + 1 && k.root.n <= SIA_FORM_LONGEST + form.n);
    check_surface(form, &k);
    const sia_str norm = keep(a, k.norm), lemma = keep(a, k.lemma), base = keep(a, k.root);
    sia_analyse(r, form, &again);
    must(sia_str_eq(again.norm, norm) && sia_str_eq(again.lemma, lemma) && sia_str_eq(again.root, base));
    sia_analyse(r, norm, &again);
    must(sia_str_eq(again.norm, norm) && sia_str_eq(again.lemma, lemma));
    sia_analyse(r, lemma, &again);
    must(sia_str_eq(again.norm, lemma) && sia_str_eq(again.lemma, lemma));
}

static void check_forms(const sia_roots *r, sia_str forms, sia_arena *a)
{
    for (size_t at = 0; at < forms.n && sia_arena_ok(a);) {
        const char *end = memchr(forms.p + at, '\n', forms.n - at);
        const size_t n = end ? (size_t)(end - forms.p) - at : forms.n - at;
        check_form(r, (sia_str){ forms.p + at, n }, a);
        at += n + 1;
    }
}

/* Where the forms begin: behind the first empty line. */
static size_t split(sia_str s)
{
    for (size_t i = 0; i + 1 < s.n; i++)
        if (s.p[i] == '\n' && s.p[i + 1] == '\n') return i + 2;
    return 0;
}

static bool make(sia_roots *r, sia_str dictionary, sia_arena *a)
{
    rootset s;
    sia_err err;
    if (!sia_utf8_valid(dictionary)) dictionary.n = 0;
    if (!rootset_new(&s, a) || rootset_dictionary(&s, SIA_STR("always"), SIA_STR(always), ROOT_DICTIONARY, &err)) return false;
    if (rootset_dictionary(&s, SIA_STR("given"), dictionary, ROOT_DICTIONARY, &err)) return false;
    *r = (sia_roots){ .arena = a };
    root_table laid;
    const sia_str image = rootset_lay(&s, &laid) ? rootfile_image(&laid, a) : (sia_str){ 0 };
    return image.n && !rootfile_view(&r->table, SIA_STR("image"), image, &err);
}

int LLVMFuzzerTestOneInput(const uint8_t *p, size_t n)
{
    sia_arena *a = sia_arena_new(NULL, 64u << 20);
    const sia_str in = { (const char *)p, n };
    const size_t at = split(in);
    sia_roots r;
    if (a && make(&r, (sia_str){ in.p, at }, a)) check_forms(&r, (sia_str){ in.p + at, n - at }, a);
    sia_arena_free(a);
    return 0;
}
