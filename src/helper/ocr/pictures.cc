/* Pictures of pages: a PDF's, drawn by poppler, or those in a picture file, unpacked by leptonica. */
#include "ocr.h"
#include <allheaders.h>
#include <algorithm>
#include <cstring>
#include <memory>
#include <poppler-document.h>
#include <poppler-image.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>

namespace {

constexpr int SIDE_MOST = 8000, DPI_LEAST = 70, DPI_MOST = 1200;
constexpr double A4_WIDTH = 8.27;                            /* inches */

/* As sharp as asked for, but for posters. */
int dpi_for(const poppler::page &page, int dpi)
{
    const poppler::rectf r = page.page_rect();
    const double side = std::max({ r.width(), r.height(), 1.0 }) / 72;
    return std::max(1, std::min(dpi, static_cast<int>(SIDE_MOST / side)));
}

/* What a picture says of its resolution is often nothing: then it is taken for a page. */
int dpi_of(Pix *pix)
{
    const int said = pixGetXRes(pix), page = static_cast<int>(pixGetWidth(pix) / A4_WIDTH);
    return std::clamp(said >= DPI_LEAST && said <= DPI_MOST ? said : page, DPI_LEAST, DPI_MOST);
}

void give(Pix *pix, size_t page, picture_taker take, void *context)
{
    const l_int32 w = pixGetWidth(pix), h = pixGetHeight(pix);
    if (w > 4 * SIDE_MOST || h > 4 * SIDE_MOST) refuse("IN_BIG", 0, 0, "> 32000 pixels");
    const picture p = { nullptr, pix, w, h, 0, dpi_of(pix) };
    take(context, page, &p);
}

}

bool is_pdf(const char *bytes, size_t n) { return n > 5 && memmem(bytes, std::min<size_t>(n, 1024), "%PDF-", 5); }

void pictures_of_pdf(const char *bytes, size_t n, int dpi, bool (*wanted)(void *, size_t), picture_taker take, void *context)
{
    const std::unique_ptr<poppler::document> doc(poppler::document::load_from_raw_data(bytes, static_cast<int>(n)));
    if (!doc) refuse("IN_PDF", 0, 0, "");
    poppler::page_renderer renderer;
    renderer.set_image_format(poppler::image::format_gray8);
    renderer.set_render_hint(poppler::page_renderer::antialiasing);
    renderer.set_render_hint(poppler::page_renderer::text_antialiasing);
    for (int i = 0; i < doc->pages(); i++) {
        if (!wanted(context, static_cast<size_t>(i))) continue;
        const std::unique_ptr<poppler::page> page(doc->create_page(i));
        if (!page) continue;
        const int sharp = dpi_for(*page, dpi);
        const poppler::image drawn = renderer.render_page(page.get(), sharp, sharp);
        if (!drawn.is_valid()) continue;
        const picture p = { reinterpret_cast<const unsigned char *>(drawn.const_data()), nullptr, drawn.width(), drawn.height(),
                            drawn.bytes_per_row(), sharp };
        take(context, static_cast<size_t>(i), &p);
    }
}

void pictures_of_file(const char *bytes, size_t n, picture_taker take, void *context)
{
    const auto *data = reinterpret_cast<const l_uint8 *>(bytes);
    size_t offset = 0, page = 0;
    l_int32 format = IFF_UNKNOWN;
    setMsgSeverity(L_SEVERITY_NONE);
    findFileFormatBuffer(data, &format);
    const bool tiff = format == IFF_TIFF || (format >= IFF_TIFF_PACKBITS && format <= IFF_TIFF_ZIP) || format == IFF_TIFF_JPEG;
    if (!tiff && format != IFF_PNG && format != IFF_JFIF_JPEG) refuse("IN_PICTURE", 0, 0, "");
    do {
        Pix *pix = tiff ? pixReadMemFromMultipageTiff(data, n, &offset) : pixReadMem(data, n);
        if (!pix && !page) refuse("IN_PICTURE", 0, 0, "");
        if (!pix) return;
        give(pix, page++, take, context);
        pixDestroy(&pix);
    } while (offset);
}
