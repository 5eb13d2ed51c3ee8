/* siasat-pdf: the text of a PDF. Started by siasat, never by hand: its limits as its argument, the file on standard input. */
#define _GNU_SOURCE
#include "sheets.h"
#include "poppler.h"
#include "../confine.h"
#include "../document.h"
#include "../serve.h"
#include <signal.h>
#include <sys/mman.h>
#include <unistd.h>

enum { INPUT_MOST = 200 << 20 };

/* Text laid over a scan without ink is what some OCR program once read. */
static void note_ocr(const sheets *s)
{
    size_t over = 0;
    char pages[32];
    for (size_t p = 0; p < s->n_pages; p++) over += s->pages[p].letters && s->pages[p].unseen * 2 > s->pages[p].letters;
    snprintf(pages, sizeof pages, "%zu/%zu", over, s->n_pages);
    if (over) document_note("NOTE_OCR_LAYER", pages);
}

/* Scans have pictures and no text; a file may have both kinds of pages. */
static void note_scans(const sheets *s)
{
    size_t bare = 0, letters = 0;
    char pages[32];
    for (size_t p = 0; p < s->n_pages; p++) {
        bare += s->pages[p].letters < 10 && s->pages[p].pictures;
        letters += s->pages[p].letters;
    }
    if (!letters) refuse(bare ? "IN_SCAN" : "IN_EMPTY", 0, 0, "");
    snprintf(pages, sizeof pages, "%zu/%zu", bare, s->n_pages);
    if (bare) document_note("NOTE_SCANNED", pages);
}

/* The libraries give up with abort where they get no memory. */
static void on_abort(int sig)
{
    static const char named[] = "error IN_MEMORY 0 0 \n";
    const size_t much = (size_t)64 << 20;
    if (mmap(NULL, much, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED)
        _exit(write(STDERR_FILENO, named, sizeof named - 1) < 0 ? 2 : 1);
    signal(sig, SIG_DFL);
    raise(sig);
}

int main(int argc, char **argv)
{
    sheets s = { 0 };
    size_t n;
    poppler_begin();
    signal(SIGABRT, on_abort);
    const char *job = serve_job(argc, argv);
    confine_as_told(job);
    const char *bytes = read_input(&n, INPUT_MOST);
    sheets_of_pdf(&s, bytes, n);
    sheets_find(&s);
    document_format("pdf");
    note_scans(&s);
    note_ocr(&s);
    sheets_tell(&s);
    document_end();
    return fflush(stdout) || ferror(stdout);
}
