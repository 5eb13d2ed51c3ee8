/* siasat-ocr: the text of scans, by Tesseract. Started by siasat, never by hand: what to read and its limits as its argument
 * ("always dpi=300 floor=80"), a PDF or picture on standard input. A page that is read badly is left out and named; nothing is
 * guessed. Where only some pages are scans, the text of the others is their own. */
#include "ocr.h"
#include "../confine.h"
#include "../document.h"
#include "../pdf/poppler.h"
#include "../serve.h"
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { INPUT_MOST = 200 << 20, LETTERS_LEAST = 10, CPU_SECONDS = 3600, PAGE_SECONDS = 20, SLOW_MOST = 5, DPI = 300, FLOOR = 80 };

typedef struct {
    sheets own, out;                         /* the file's own text; what is told           */
    bool   always, pictures;                 /* pictures: the file is one, no PDF            */
    int    floor, least, most;               /* of confidence                               */
    unsigned seconds;
    size_t read, refused, slow, next;        /* pages; the next one of `own` to be copied   */
    char   list[80];                         /* of refused pages                            */
} job;

static bool is_scan(const job *j, size_t page)
{
    return j->always || page >= j->own.n_pages || (j->own.pages[page].letters < LETTERS_LEAST && j->own.pages[page].pictures);
}

static bool wanted(void *context, size_t page) { return is_scan(context, page); }

static void copy_until(job *j, size_t page)
{
    for (; j->next < page && j->next < j->own.n_pages; j->next++) sheets_copy(&j->out, &j->own, j->next);
}

static void note_refused(job *j, size_t page, reading how, int confidence)
{
    char one[40];
    snprintf(one, sizeof one, how == READ_SLOWLY ? "%s%zu (> %u s)" : "%s%zu (%d)", j->refused ? ", " : "", page + 1,
             how == READ_SLOWLY ? j->seconds : (unsigned)confidence);
    static const char more[] = " ...";
    const size_t n = strlen(j->list), room = sizeof j->list - n;
    if (strlen(one) + sizeof more <= room) memcpy(j->list + n, one, strlen(one) + 1);
    else if (!strstr(j->list, more)) memcpy(j->list + n, more, sizeof more);         /* room for it was kept */
    j->refused++;
}

static void take(void *context, size_t page, const picture *p)
{
    job *j = context;
    int confidence;
    copy_until(j, page);
    const reading how = recognise(&j->out, p, j->floor, j->seconds, &confidence);
    j->next = page + 1;
    j->slow += how == READ_SLOWLY;
    if (how == READ_BADLY || how == READ_SLOWLY) note_refused(j, page, how, confidence);
    if (j->slow > SLOW_MOST) refuse("IN_ILLEGIBLE", 0, 0, j->list);
    if (how != READ_WELL) return;
    j->least = !j->read || confidence < j->least ? confidence : j->least;
    j->most = confidence > j->most ? confidence : j->most;
    j->read++;
}

static void read_all(job *j, const char *bytes, size_t n, int dpi)
{
    j->pictures = !is_pdf(bytes, n);
    if (j->pictures) { pictures_of_file(bytes, n, take, j); return; }
    sheets_of_pdf(&j->own, bytes, n);
    pictures_of_pdf(bytes, n, dpi, wanted, take, j);
    copy_until(j, j->own.n_pages);
}

static void tell(job *j)
{
    char what[96];
    size_t letters = 0;
    for (size_t p = 0; p < j->out.n_pages; p++) letters += j->out.pages[p].letters;
    if (!letters && j->refused) refuse("IN_ILLEGIBLE", 0, 0, j->list);
    if (!letters) refuse("IN_EMPTY", 0, 0, "");
    snprintf(what, sizeof what, "%zu (%d-%d %%)", j->read, j->least, j->most);
    document_format(j->pictures ? "picture" : "pdf");
    if (j->read) document_note("NOTE_OCR", what);
    if (j->refused) document_note("NOTE_OCR_REFUSED", j->list);
    sheets_find(&j->out);
    sheets_tell(&j->out);
    document_end();
}

int main(int argc, char **argv)
{
    static job j;
    size_t n;
    poppler_begin();
    if (!recognise_begin()) refuse("IN_OCR_DATA", 0, 0, "tesseract-ocr-ind");
    const char *told = serve_job(argc, argv);
    confine_ticking(confine_told(told, "memory", CONFINE_MEMORY_MIB), confine_told(told, "cpu", CPU_SECONDS));
    j.always = !strncmp(told, "always", 6);
    j.floor = (int)confine_told(told, "floor", FLOOR);
    j.seconds = confine_told(told, "page", PAGE_SECONDS);
    const char *bytes = read_input(&n, INPUT_MOST);
    read_all(&j, bytes, n, (int)confine_told(told, "dpi", DPI));
    tell(&j);
    _exit(fflush(stdout) || ferror(stdout));                 /* the library's last words are of no use */
}
