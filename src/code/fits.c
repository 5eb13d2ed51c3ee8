/* Fits: the items of a program that a word or mark can be. */
#include "types.h"

static sia_str without(sia_str s, uint32_t tail) { return (sia_str){ s.p, s.n - tail }; }

/* Of a new unit the fits from `first` on: an item that fits as it is needs no second way, unless its case matters. Where
 * a word fits very many, looking would cost more than the second way. */
void sia_add_fit(sia_types *t, uint32_t first, uint32_t item, uint32_t strip, bool glued)
{
    if (strip && t->fits.n - first < 64 && !t->program->items.v[item].cased)
        for (uint32_t i = first; i < t->fits.n; i++) if (t->fits.v[i].item == item && t->fits.v[i].strip == 0) return;
    sia_fit fit = { item, sia_program_next(t->program, 0, item), (uint8_t)strip, glued };
    sia_push(t->a, &t->fits, fit);
}

static void fit_texts(sia_types *t, uint32_t first, sia_str text, uint32_t strip, bool glued)
{
    const sia_program *p = t->program;
    for (uint32_t i = sia_program_text(p, text); i; i = p->same_text[i - 1]) {
        if (glued && (p->items.v[i - 1].cased || p->items.v[i - 1].kind != SIA_ITEM_WORD)) continue;
        sia_add_fit(t, first, i - 1, strip, glued);
    }
}

static inline void fit_bucket(sia_types *t, uint32_t first, uint32_t i, sia_str text, uint32_t strip)
{
    for (; i; i = t->program->same_glob[i - 1])
        if (sia_glob_fits(t->program->items.v[i - 1].text, text)) sia_add_fit(t, first, i - 1, strip, false);
}

static bool is_double(sia_str s)
{
    size_t n = s.n / 2;
    return s.n % 2 == 0 && s.p[0] == s.p[n] && memcmp(s.p, s.p + n, n) == 0;
}

/* `text` is a word less `strip` letters of clitic. */
static void fit_stem(sia_types *t, uint32_t first, sia_str text, uint32_t strip)
{
    const sia_program *p = t->program;
    const char *end = text.p + text.n;
    fit_texts(t, first, text, strip, false);
    if (text.n > 3) fit_bucket(t, first, p->by_four[sia_four_slot(text.p)], text, strip);
    if (text.n > 1) fit_bucket(t, first, p->by_head[sia_two_slot(text.p)], text, strip);
    if (text.n > 1) fit_bucket(t, first, p->by_tail[sia_two_slot(end - 2)], text, strip);
    fit_bucket(t, first, p->by_first[(unsigned char)text.p[0]], text, strip);
    fit_bucket(t, first, p->by_last[(unsigned char)end[-1]], text, strip);
    fit_bucket(t, first, p->by_neither, text, strip);
    sia_str half = { text.p, text.n / 2 };
    if (is_double(text) && sia_word_doubles(half)) fit_texts(t, first, half, strip, true);
    if (text.n > 1 && end[-1] == '2' && sia_word_takes_two(without(text, 1))) fit_texts(t, first, without(text, 1), strip, true);
}

/* The lemma and the root stand for the whole word, clitics and all. */
static void fit_keys(sia_types *t, uint32_t first, sia_str word)
{
    const sia_program *p = t->program;
    sia_analysis room = { .lemma = word, .root = word };
    if (p->roots) sia_analyse(p->roots, word, &room);
    for (uint32_t i = sia_program_key(p, SIA_ITEM_LEMMA, room.lemma); i; i = p->same_text[i - 1]) sia_add_fit(t, first, i - 1, 0, false);
    for (uint32_t i = sia_program_key(p, SIA_ITEM_ROOT, room.root); i; i = p->same_text[i - 1]) sia_add_fit(t, first, i - 1, 0, false);
}

void sia_fit_word(sia_types *t, uint32_t first, sia_str word)
{
    if (t->program->asks_roots) fit_keys(t, first, word);
    fit_stem(t, first, word, 0);
    for (int which = 0; which < 2; which++) {
        uint32_t strip = sia_clitic(word, which);
        if (!strip) return;
        fit_stem(t, first, without(word, strip), strip);
    }
}

void sia_fit_mark(sia_types *t, uint32_t first, sia_str mark) { fit_texts(t, first, mark, 0, false); }
