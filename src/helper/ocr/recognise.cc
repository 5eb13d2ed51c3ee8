/* Tesseract over one picture: its words, their places and how sure it is of them. */
#include "ocr.h"
#include <cctype>
#include <csetjmp>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <omp.h>
#include <tesseract/baseapi.h>
#include <string>
#include <tesseract/resultiterator.h>
#include <vector>

using tesseract::RIL_TEXTLINE;
using tesseract::RIL_WORD;

namespace {

constexpr float SIZE_LEAST = 3;                              /* points */

tesseract::TessBaseAPI *api;
std::vector<char> data;                                      /* for another one, once no file can be opened */

/* Tesseract has a deadline of its own, but does not look at it in all it does. Each second of computing rings; when a page has
 * used up its time it is left where it is, and with it the recogniser and its memory. */
sigjmp_buf leave;
volatile sig_atomic_t left;                                  /* seconds; 0: no page is being read */

void on_tick(int)
{
    if (left > 0 && --left == 0) siglongjmp(leave, 1);
}

bool read_data(const std::string &path)
{
    FILE *f = fopen(path.c_str(), "rb");
    char piece[65536];
    for (size_t k; f && (k = fread(piece, 1, sizeof piece, f)) > 0; ) data.insert(data.end(), piece, piece + k);
    return f && !fclose(f) && !data.empty();
}

bool renew()
{
    api = new tesseract::TessBaseAPI;
    return !api->Init(data.data(), static_cast<int>(data.size()), "ind", tesseract::OEM_LSTM_ONLY, nullptr, 0, nullptr, nullptr, false, nullptr);
}

/* What Tesseract gives is UTF-8 of its own making. */
std::vector<uint32_t> letters_of(const char *p)
{
    std::vector<uint32_t> out;
    for (const unsigned char *c = reinterpret_cast<const unsigned char *>(p); *c; ) {
        const int more = *c < 0x80 ? 0 : *c < 0xE0 ? 1 : *c < 0xF0 ? 2 : 3;
        uint32_t v = more ? *c & (0x3Fu >> more) : *c;
        c++;
        for (int i = 0; i < more && (*c & 0xC0) == 0x80; i++) v = v << 6 | (*c++ & 0x3F);
        out.push_back(v);
    }
    return out;
}

/* A line's baseline at its middle and the size of its letters, in points: what is taller than x counts twice in a size. */
void line_of(const tesseract::ResultIterator &it, float point, sheet_word &w)
{
    int x1, y1, x2, y2;
    float row, down, up;
    it.RowAttributes(&row, &down, &up);
    if (!it.Baseline(RIL_TEXTLINE, &x1, &y1, &x2, &y2)) it.BoundingBox(RIL_TEXTLINE, &x1, &y1, &x2, &y2), y1 = y2;
    w.base = static_cast<float>(y1 + y2) / 2 * point;
    w.size = row * point;
}

bool blank(const char *word) { return !word[strspn(word, " ")]; }

/* Specks and rules pass for marks: what has neither letter nor digit counts only where it is read as surely as a page must be. A bar
 * by itself is a rule however sure. */
bool speck(const char *word, float confidence, int floor)
{
    bool bars = true;
    for (const char *p = word; *p; p++) {
        const unsigned char c = static_cast<unsigned char>(*p);
        if (std::isalnum(c) || (c >= 0xC3 && c <= 0xC9)) return false;     /* with Latin letters beyond ASCII */
        bars = bars && c == '|';
    }
    return bars || confidence < static_cast<float>(floor);
}

/* How sure it is of its words on the whole. What it takes for a picture or a rule it gives as a blank, and is sure of. */
bool mean_confidence(int *mean)
{
    const std::unique_ptr<tesseract::ResultIterator> it(api->GetIterator());
    float sum = 0;
    int n = 0;
    if (it && !it->Empty(RIL_WORD)) do {
        const std::unique_ptr<char[]> text(it->GetUTF8Text(RIL_WORD));
        if (!text || blank(text.get())) continue;
        sum += it->Confidence(RIL_WORD);
        n++;
    } while (it->Next(RIL_WORD));
    *mean = n ? static_cast<int>(sum / static_cast<float>(n)) : 0;
    return n > 0;
}

/* Words of a line share its baseline, however the page lay on the glass. */
void take_words(sheets *s, float point, int floor)
{
    const std::unique_ptr<tesseract::ResultIterator> it(api->GetIterator());
    if (!it || it->Empty(RIL_WORD)) return;
    sheet_word w = {};
    do {
        if (it->IsAtBeginningOf(RIL_TEXTLINE)) line_of(*it, point, w);
        const std::unique_ptr<char[]> text(it->GetUTF8Text(RIL_WORD));
        int x0, y0, x1, y1;
        if (!text || blank(text.get()) || !it->BoundingBox(RIL_WORD, &x0, &y0, &x1, &y1)) continue;
        if (speck(text.get(), it->Confidence(RIL_WORD), floor)) continue;
        const std::vector<uint32_t> letters = letters_of(text.get());
        w.letters = letters.data();
        w.n = letters.size();
        if (w.size < SIZE_LEAST) continue;                   /* a rule, taken for a dash */
        w.x0 = static_cast<float>(x0) * point;
        w.x1 = static_cast<float>(x1) * point;
        w.apart = true;
        sheets_word(s, &w);
    } while (it->Next(RIL_WORD));
}

}

bool recognise_begin(void)
{
    omp_set_max_active_levels(0);                            /* threads are among what is given up */
    api = new tesseract::TessBaseAPI;
    if (api->Init(nullptr, "ind", tesseract::OEM_LSTM_ONLY)) return false;
    signal(SIGXCPU, on_tick);
    return read_data(std::string(api->GetDatapath()) + "/ind.traineddata");
}

/* False: its time was up. */
static bool recognise_within(const picture *p, unsigned seconds)
{
    if (sigsetjmp(leave, 1)) {
        if (!renew()) refuse("IN_MEMORY", 0, 0, "");
        return false;
    }
    left = static_cast<sig_atomic_t>(seconds) + 1;
    api->SetPageSegMode(tesseract::PSM_AUTO);
    if (p->grey) api->SetImage(p->grey, p->width, p->height, 1, p->stride);
    else api->SetImage(static_cast<Pix *>(p->pix));
    api->SetSourceResolution(p->dpi);
    const bool done = !api->Recognize(nullptr);
    left = 0;
    return done;
}

reading recognise(sheets *s, const picture *p, int floor, unsigned seconds, int *confidence)
{
    const float point = 72.0f / static_cast<float>(p->dpi);
    reading how = READ_SLOWLY;
    *confidence = 0;
    sheets_page(s, static_cast<float>(p->width) * point, static_cast<float>(p->height) * point);
    if (recognise_within(p, seconds)) {
        how = !mean_confidence(confidence) ? READ_NOTHING : *confidence < floor ? READ_BADLY : READ_WELL;
        if (how == READ_WELL) take_words(s, point, floor);
        api->Clear();
    }
    sheets_page_end(s);
    return how;
}
