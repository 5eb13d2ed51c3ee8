/* Paragraphs while they are read. */
#include "flow.h"
#include <stdlib.h>
#include <string.h>

enum { NESTED = 16, LABEL = 32, NUMBER = 64 };

typedef struct { size_t at; char label[LABEL]; } page;

typedef struct {
    text      words;
    flow_kind kind;
    unsigned  level;
    char      number[NUMBER];
    page     *pages;
    size_t    n_pages;
    bool      goes_on;                                       /* its end was deleted */
    int       smallest, largest;                             /* of its letters; 0: of none is it known */
    bool      plain;                                         /* has some that are not bold */
} paragraph;

typedef struct { bool note; char number[NUMBER]; text words; } waiting;     /* a note; else a text box's paragraph */

static paragraph open_ones[NESTED];
static unsigned n_open, tables;
static waiting *queue;
static size_t n_queue;
static text cell;                                            /* of the outermost table */
static size_t page_index;
static int body_size;
static flow_look next_look;

static bool white(char c) { return c == ' ' || c == '\t' || c == '\n'; }
static void put_label(char *to, size_t room, const char *from) { snprintf(to, room, "%s", from); }

/* ---- letters --------------------------------------------------------------------------------------------------------- */

#define LARGE 1.12              /* of the size of most letters, as in PDFs */
#define SMALL 0.9

void flow_body_size(int size) { body_size = size; }

void flow_letters(flow_look look) { next_look = look; }

static void see_letters(paragraph *p, const char *s, size_t n)
{
    while (n && white(*s)) s++, n--;
    if (!n) return;
    if (!p->largest || next_look.size < p->smallest) p->smallest = next_look.size;
    if (next_look.size > p->largest) p->largest = next_look.size;
    p->plain |= next_look.bold <= 0;
}

static void tell_letters(const paragraph *p)
{
    const bool known = p && body_size && p->largest;
    const char *size = "body";
    if (known && p->smallest > LARGE * body_size) size = "large";
    if (known && p->largest < SMALL * body_size) size = "small";
    document_letters(size, known && !p->plain);
}

/* ---- what waits ------------------------------------------------------------------------------------------------------ */

static void wait_in_queue(bool note, const char *number, const char *s, size_t n)
{
    queue = must_alloc(queue, (n_queue + 1) * sizeof *queue);
    waiting *w = &queue[n_queue++];
    *w = (waiting){ .note = note };
    put_label(w->number, sizeof w->number, number);
    text_add(&w->words, s, n);
}

static void send_queue(void)
{
    if (n_open || tables) return;
    if (n_queue) tell_letters(NULL);
    for (size_t i = 0; i < n_queue; i++) {
        if (queue[i].note) document_footnote(queue[i].number, queue[i].words.p, queue[i].words.n);
        else document_paragraph(queue[i].words.p, queue[i].words.n);
        free(queue[i].words.p);
    }
    n_queue = 0;
}

void flow_note(const char *number, const char *s, size_t n)
{
    wait_in_queue(true, number, s, n);
    send_queue();
}

/* ---- pages --------------------------------------------------------------------------------------------------------- */

void flow_pages(const char *first_label)
{
    page_index = 1;
    document_page(page_index, first_label);
}

static void send_page(const page *p)
{
    document_page(++page_index, p->label);
}

void flow_page(const char *label)
{
    if (!page_index) return;
    page one = { 0 };
    put_label(one.label, sizeof one.label, label);
    if (!n_open) { send_page(&one); return; }
    paragraph *p = &open_ones[0];
    one.at = p->words.n;
    p->pages = must_alloc(p->pages, (p->n_pages + 1) * sizeof *p->pages);
    p->pages[p->n_pages++] = one;
}

/* Where the page can begin that begins at `at`: in front of the words, or behind the word that stands there. */
static size_t cut_at(const text *t, size_t at)
{
    size_t i = 0;
    while (i < t->n && white(t->p[i])) i++;
    if (at <= i) return 0;
    while (at < t->n && !white(t->p[at]) && !white(t->p[at - 1])) at++;
    return at;
}

/* ---- paragraphs ---------------------------------------------------------------------------------------------------- */

static void send_part(const paragraph *p, const char *s, size_t n, bool more)
{
    if (more) document_more(s, n);
    else if (p->kind == FLOW_HEADING) document_heading(p->level, s, n);
    else if (p->kind == FLOW_ITEM) document_item(p->level, p->number, s, n);
    else if (p->kind == FLOW_CAPTION) document_caption(s, n);
    else document_paragraph(s, n);
}

/* A heading's number is part of its words. */
static void number_heading(paragraph *p)
{
    text whole = { 0 };
    if (p->kind == FLOW_ITEM || !*p->number || !p->words.n) return;
    text_add(&whole, p->number, strlen(p->number));
    text_add(&whole, " ", 1);
    text_add(&whole, p->words.p, p->words.n);
    free(p->words.p);
    p->words = whole;
    for (size_t i = 0; i < p->n_pages; i++) if (p->pages[i].at) p->pages[i].at += strlen(p->number) + 1;
}

static void send(paragraph *p)
{
    size_t from = 0;
    bool more = false;
    number_heading(p);
    text_add(&p->words, "", 0);
    tell_letters(p);
    for (size_t i = 0; i < p->n_pages; i++) {
        const size_t cut = cut_at(&p->words, p->pages[i].at);
        if (cut > from) {
            send_part(p, p->words.p + from, cut - from, more);
            more = true;
            from = cut;
        }
        send_page(&p->pages[i]);
    }
    send_part(p, p->words.p + from, p->words.n - from, more);
}

static void to_cell(const paragraph *p)
{
    if (cell.n && p->words.n) text_add(&cell, " ", 1);
    if (*p->number && p->words.n) {
        text_add(&cell, p->number, strlen(p->number));
        text_add(&cell, " ", 1);
    }
    text_add(&cell, p->words.p ? p->words.p : "", p->words.n);
    for (size_t i = 0; i < p->n_pages; i++) send_page(&p->pages[i]);
}

void flow_open(void)
{
    if (n_open && open_ones[n_open - 1].goes_on) { open_ones[n_open - 1].goes_on = false; return; }
    if (n_open == NESTED) refuse("IN_DEEP", 0, 0, "16");
    paragraph *p = &open_ones[n_open++];
    p->words.n = p->n_pages = 0;
    p->kind = FLOW_PARAGRAPH;
    p->level = 0;
    p->number[0] = 0;
    p->goes_on = p->plain = false;
    p->smallest = p->largest = 0;
}

bool flow_is_open(void) { return n_open > 0; }

void flow_is(flow_kind kind, unsigned level, const char *number)
{
    if (!n_open) return;
    paragraph *p = &open_ones[n_open - 1];
    p->kind = kind;
    p->level = level;
    put_label(p->number, sizeof p->number, number);
}

void flow_text(const char *s, size_t n)
{
    if (!n_open) return;
    see_letters(&open_ones[n_open - 1], s, n);
    text_add(&open_ones[n_open - 1].words, s, n);
}

void flow_drop_break(void)
{
    if (n_open) open_ones[n_open - 1].goes_on = true;
}

void flow_close(void)
{
    if (!n_open || open_ones[n_open - 1].goes_on) return;
    paragraph *p = &open_ones[--n_open];
    if (n_open) wait_in_queue(false, "", p->words.p ? p->words.p : "", p->words.n);
    else if (tables) to_cell(p);
    else send(p);
    send_queue();
}

/* ---- tables -------------------------------------------------------------------------------------------------------- */

void flow_table_open(void)
{
    tables++;
}

void flow_cell_close(void)
{
    if (tables != 1) return;
    document_cell(cell.p ? cell.p : "", cell.n);
    cell.n = 0;
}

void flow_row_close(void)
{
    if (tables != 1) return;
    tell_letters(NULL);
    document_row();
}

void flow_table_close(void)
{
    if (!tables) return;
    tables--;
    send_queue();
}

void flow_end(void)
{
    while (n_open) { open_ones[n_open - 1].goes_on = false; flow_close(); }
    tables = 0;
    send_queue();
    document_end();
}

/* ---- numerals ------------------------------------------------------------------------------------------------------ */

static void roman(char *to, unsigned n, bool capital)
{
    static const struct { unsigned value; const char *letters; } parts[] = {
        { 1000, "m" }, { 900, "cm" }, { 500, "d" }, { 400, "cd" }, { 100, "c" }, { 90, "xc" }, { 50, "l" }, { 40, "xl" },
        { 10, "x" }, { 9, "ix" }, { 5, "v" }, { 4, "iv" }, { 1, "i" },
    };
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        for (; n >= parts[i].value; n -= parts[i].value)
            for (const char *c = parts[i].letters; *c; c++) *to++ = (char)(capital ? *c - 32 : *c);
    *to = 0;
}

void flow_numeral(char *room, unsigned n, char format)
{
    room[0] = 0;
    if (format == '1') snprintf(room, LABEL, "%u", n);
    else if ((format == 'i' || format == 'I') && n < 4000) roman(room, n, format == 'I');
    else if ((format == 'a' || format == 'A') && n && n <= 26 * 20) {     /* aa, bb after z, as word processors count */
        const unsigned times = (n - 1) / 26 + 1;
        memset(room, format + (int)((n - 1) % 26), times);
        room[times] = 0;
    }
}
