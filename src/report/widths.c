/* Fitting columns into the width of a terminal. */
#include "pretty.h"

/* Cells of text: worth leaving a column on the side out for; that say something; that show there is something. */
enum { COMFORT = 20, READABLE = 12, BARE = 4 };

static uint32_t least(uint32_t a, uint32_t b) { return a < b ? a : b; }
static uint32_t most(uint32_t a, uint32_t b) { return a > b ? a : b; }

/* What a column cannot go below: a number's digits, and some of a text or header. */
static uint32_t floor_of(const sia_pretty_col *c, const sia_col *col, uint32_t text)
{
    if (col->type == SIA_TEXT && !(col->flags & SIA_COL_WHOLE)) return least(c->want, text);
    return most(c->data, least(c->want, BARE));
}

static uint32_t width_at(const sia_pretty_col *c, const sia_col *col, uint32_t text, uint32_t cap)
{
    return most(floor_of(c, col, text), least(c->want, cap));
}

/* A line's width when no column is wider than `cap` but for its floor. */
static uint64_t total(const sia_pretty_col *c, const sia_col *cols, uint32_t n, uint32_t text, uint32_t cap)
{
    uint64_t sum = 0;
    for (uint32_t i = 0; i < n; i++)
        if (!c[i].hidden) sum += (sum ? SIA_PRETTY_GAP : 0) + (uint64_t)width_at(&c[i], &cols[i], text, cap);
    return sum;
}

/* Leaves out columns until the floors fit: the empty ones, then those on the side, from the right; then those that say nothing of
 * one row beside another, from the left. */
static void leave_out(sia_pretty_col *c, const sia_col *cols, uint32_t n, uint32_t room)
{
    for (int side = 0; side < 2; side++)
        for (uint32_t i = n; i-- > 0 && total(c, cols, n, COMFORT, 0) > room; )
            if (side ? (cols[i].flags & SIA_COL_SIDE) != 0 : !c[i].data) c[i].hidden = true;
    for (uint32_t i = 0; i < n && total(c, cols, n, READABLE, 0) > room; i++)
        if (c[i].same && !(cols[i].flags & SIA_COL_MARK)) c[i].hidden = true;
}

void sia_pretty_fit(sia_pretty_col *c, const sia_col *cols, uint32_t n, uint32_t room)
{
    uint32_t cap = 0, text = READABLE;
    for (uint32_t i = 0; i < n; i++) cap = most(cap, c[i].want);
    if (total(c, cols, n, text, cap) > room) leave_out(c, cols, n, room);
    if (total(c, cols, n, text, 0) > room) text = BARE;
    uint32_t low = 0;                                        /* the widest cap that fits, by halving */
    while (low < cap) {
        uint32_t mid = low + (cap - low + 1) / 2;
        if (total(c, cols, n, text, mid) <= room) low = mid;
        else cap = mid - 1;
    }
    for (uint32_t i = 0; i < n; i++) c[i].width = width_at(&c[i], &cols[i], text, low);
}
