/* The numbers of list items: as they are told, and those lost in OCR, found again between their neighbours. */
#include "segment.h"

enum { LOST_AT_MOST = 3 };              /* paragraphs in a row that may be items */

sia_str sia_item_number(sia_arena *a, const sia_number *n)
{
    switch (n->style) {
    case SIA_BY_BULLET: case SIA_BY_LOST: return SIA_STR("");
    case SIA_BY_CAPITAL: return sia_letter_text(a, 'A', n->at[0]);
    case SIA_BY_LETTER: case SIA_BY_LETTER_1: case SIA_BY_LETTER_2: return sia_letter_text(a, 'a', n->at[0]);
    default: return sia_digits_text(a, n->at[0]);
    }
}

/* 1, 2, ... of "1" or "a"; 0: no number. */
static uint32_t value_of(sia_str number)
{
    uint32_t n = 0;
    if (number.n == 1 && number.p[0] >= 'a' && number.p[0] <= 'z') return (uint32_t)(number.p[0] - 'a' + 1);
    for (size_t i = 0; i < number.n && i < 4; i++) {
        if (number.p[i] < '0' || number.p[i] > '9') return 0;
        n = n * 10 + (uint32_t)(number.p[i] - '0');
    }
    return n;
}

static sia_str number_of(sia_arena *a, uint32_t n, bool letter)
{
    return letter ? sia_printf(a, "%c", 'a' + (n - 1) % 26) : sia_printf(a, "%u", (unsigned)n);
}

static bool is_lost(const sia_doc *d, const sia_block *b)
{
    return b->kind == SIA_BLOCK_ITEM && b->number.n == 0 && d->text.s.p[b->span.off] == '.';
}

/* A paragraph of the same section that could be an item: it begins a sentence. */
static bool may_follow(const sia_doc *d, const sia_block *first, const sia_block *b)
{
    char c = d->text.s.p[b->span.off];
    return b->section == first->section && b->kind == SIA_BLOCK_PARAGRAPH && !(c >= 'a' && c <= 'z');
}

/* After the item at i: paragraphs, then an item whose number leaves room for them, or whose own is lost as well. */
static void mend_after(sia_doc *d, uint32_t i)
{
    sia_block *first = &d->blocks.v[i];
    uint32_t n = value_of(first->number), k = i + 1, left = 0;
    if (!n) return;
    for (; k < d->blocks.n && left <= LOST_AT_MOST && may_follow(d, first, &d->blocks.v[k]); k++) left++;
    if (k >= d->blocks.n || left > LOST_AT_MOST || d->blocks.v[k].section != first->section) return;
    sia_block *next = &d->blocks.v[k];
    bool lost = is_lost(d, next), letter = first->number.p[0] >= 'a';
    bool like = next->kind == SIA_BLOCK_ITEM && next->depth == first->depth;
    bool room = left > 0 && like && value_of(next->number) == n + left + 1;
    if (!lost && !room) return;
    for (uint32_t j = i + 1; j < k + lost; j++) {
        sia_block *b = &d->blocks.v[j];
        b->kind = SIA_BLOCK_ITEM;
        b->depth = first->depth;
        b->number = number_of(d->arena, n + (j - i), letter);
    }
}

void sia_items_mend(sia_doc *d)
{
    for (uint32_t i = 0; i < d->blocks.n; i++) {
        sia_block *b = &d->blocks.v[i];
        if (b->kind != SIA_BLOCK_ITEM) continue;
        const sia_block *next = i + 1 < d->blocks.n ? b + 1 : b;
        if (is_lost(d, b) && next->section == b->section && value_of(next->number) == 2) b->number = SIA_STR("1");
        mend_after(d, i);
    }
}
