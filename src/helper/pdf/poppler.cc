/* Words of a PDF, by poppler: its text device in content-stream order, as pdftotext -raw has it, with the boxes, fonts and
 * pens that poppler-cpp's text keeps to itself (its word list comes in an order of its own). */
#include "sheets.h"
#include <Catalog.h>
#include <Error.h>
#include <ErrorCodes.h>
#include <GfxFont.h>
#include <GfxState.h>
#include <GlobalParams.h>
#include <Object.h>
#include <PDFDoc.h>
#include <Page.h>
#include <Stream.h>
#include <TextOutputDev.h>
#include <XRef.h>
#include <cmath>
#include <cstring>
#include <exception>
#include <memory>
#include <new>
#include <vector>
#include "poppler.h"

namespace {

/* The text device, with an eye on what is drawn without ink. */
class Device : public TextOutputDev {
public:
    Device() : TextOutputDev(nullptr, nullptr, false, 0, true) { }
    void drawChar(GfxState *state, double x, double y, double dx, double dy, double ox, double oy, CharCode c, int nBytes,
                  const Unicode *u, int uLen) override
    {
        if ((state->getRender() & 3) == 3) unseen++;
        TextOutputDev::drawChar(state, x, y, dx, dy, ox, oy, c, nBytes, u, uLen);
    }
    uint32_t unseen = 0;
};

char why[96];
void remember(ErrorCategory, Goffset, const char *msg)
{
    if (!*why) snprintf(why, sizeof why, "%s", msg);
}

bool named_bold(const GooString *name)
{
    static const char *const marks[] = { "Bold", "bold", "BOLD", "Black", "Heavy", "Demi", "-B" };
    const char *p = name ? name->c_str() : "";
    for (const char *m : marks)
        if (const char *at = strstr(p, m)) return strcmp(m, "-B") || !at[2] || at[2] == 'I';
    return false;
}

/* Along the text: x0 to x1 and the line it stands on, however often the page was turned. */
void place(sheet_word &w, TextWord *of)
{
    double x0, y0, x1, y1;
    of->getBBox(&x0, &y0, &x1, &y1);
    w.turned = of->getRotation();
    w.size = static_cast<float>(of->getFontSize());
    switch (w.turned) {
    case 1:  w.x0 = static_cast<float>(y0);  w.x1 = static_cast<float>(y1);  w.base = static_cast<float>(-of->getBaseline()); break;
    case 2:  w.x0 = static_cast<float>(-x1); w.x1 = static_cast<float>(-x0); w.base = static_cast<float>(-of->getBaseline()); break;
    case 3:  w.x0 = static_cast<float>(-y1); w.x1 = static_cast<float>(-y0); w.base = static_cast<float>(of->getBaseline()); break;
    default: w.x0 = static_cast<float>(x0);  w.x1 = static_cast<float>(x1);  w.base = static_cast<float>(of->getBaseline()); break;
    }
}

void take_words(sheets *s, Device &out)
{
    const auto words = out.makeWordList();
    int at = 0;
    for (int i = 0; words && i < words->getLength(); i++) {
        TextWord *of = words->get(i);
        if (of->getLength() < 1) continue;
        sheet_word w = {};
        w.letters = of->getChar(0);
        w.n = static_cast<size_t>(of->getLength());
        w.bold = of->getFontInfo(0)->isBold() || named_bold(of->getFontName(0));
        w.apart = i > 0 && of->getCharPos() > at;
        at = of->getCharPos() + of->getCharLen();
        place(w, of);
        if (std::isfinite(w.x0) && std::isfinite(w.x1) && std::isfinite(w.base) && std::isfinite(w.size)) sheets_word(s, &w);
    }
}

/* An image of some size among what the page may draw. */
bool has_picture(Page *page)
{
    Dict *resources = page->getResourceDict();
    if (!resources) return false;
    Object all = resources->lookup("XObject");
    for (int i = 0; all.isDict() && i < all.dictGetLength() && i < 1000; i++) {
        Object x = all.dictGetVal(i);
        if (!x.isStream()) continue;
        Object kind = x.streamGetDict()->lookup("Subtype"), width = x.streamGetDict()->lookup("Width");
        if (kind.isName("Image") && width.isInt() && width.getInt() >= 400) return true;
    }
    return false;
}

void take_label(sheet *page, Catalog *catalog, int i)
{
    GooString label;
    if (!catalog->indexToLabel(i, &label) || label.getLength() < 1) return;
    size_t n = 0;
    for (const char *p = label.c_str(); *p && n + 1 < sizeof page->label; p++) {
        const unsigned char c = static_cast<unsigned char>(*p);
        if (c > ' ' && c < 127) page->label[n++] = static_cast<char>(c);
    }
    page->label[n] = 0;
}

bool turned_sideways(const Page *page) { return page->getRotate() % 180 != 0; }

}

void poppler_begin(void)
{
    globalParams = std::make_unique<GlobalParams>();
    setErrorCallback(remember);
}

static std::unique_ptr<PDFDoc> open_pdf(const char *bytes, size_t n)
{
    auto doc = std::make_unique<PDFDoc>(new MemStream(bytes, 0, static_cast<Goffset>(n), Object(objNull)));
    if (doc->isOk() && doc->getNumPages() > PAGES_MOST) refuse("IN_MANY", 0, 0, "> 20000 pages");
    if (doc->isOk() && doc->getNumPages() > 0) return doc;
    if (doc->getErrorCode() == errEncrypted) refuse("IN_LOCKED", 0, 0, "");
    refuse("IN_PDF", 0, 0, *why ? why : "no pages");
}

static void read_pages(sheets *s, const char *bytes, size_t n)
{
    const auto doc = open_pdf(bytes, n);
    Device out;
    Object root = doc->getXRef()->getCatalog();
    s->labelled = root.isDict() && root.dictLookup("PageLabels").isDict();
    for (int i = 1; i <= doc->getNumPages(); i++) {
        Page *page = doc->getPage(i);
        const double width = page ? page->getMediaWidth() : 0, height = page ? page->getMediaHeight() : 0;
        const bool turned = page && turned_sideways(page);
        sheets_page(s, static_cast<float>(turned ? height : width), static_cast<float>(turned ? width : height));
        if (!page) { sheets_page_end(s); continue; }
        out.unseen = 0;
        doc->displayPage(&out, i, 72, 72, 0, true, false, false);
        take_words(s, out);
        sheet *of = &s->pages[s->n_pages - 1];
        of->unseen = out.unseen;
        of->pictures = has_picture(page);
        if (s->labelled) take_label(of, doc->getCatalog(), i - 1);
        sheets_page_end(s);
    }
}

void sheets_of_pdf(sheets *s, const char *bytes, size_t n)
{
    try {
        read_pages(s, bytes, n);
    } catch (const std::bad_alloc &) {
        refuse("IN_MEMORY", 0, 0, "");
    } catch (const std::exception &e) {
        refuse("IN_PDF", 0, 0, e.what());
    }
}
