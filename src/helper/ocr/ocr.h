/* Pages of a scan as pictures, and the words Tesseract reads in them. */
#ifndef SIA_OCR_H
#define SIA_OCR_H
#include "../pdf/sheets.h"
#ifdef __cplusplus
extern "C" {
#endif

/* Grey or coloured; whose owner is the function that gives it. */
typedef struct {
    const unsigned char *grey;               /* 8 bits a pixel; NULL: `pix` instead           */
    void *pix;                               /* leptonica's                                   */
    int   width, height, stride;
    int   dpi;
} picture;

typedef enum { READ_WELL, READ_NOTHING, READ_BADLY, READ_SLOWLY } reading;

/* recognise.cc. Loads the Indonesian data, which has to happen before the program is confined; false: it is not there. */
bool recognise_begin(void);
/* The picture becomes the next page of `s`: empty unless READ_WELL. *confidence: the mean of its words, 0 to 100; a page
 * below `floor` is READ_BADLY, one that takes over `seconds` READ_SLOWLY. */
reading recognise(sheets *s, const picture *p, int floor, unsigned seconds, int *confidence);

/* pictures.cc. Called with each page of a PDF or picture file in turn, from 0. */
typedef void (*picture_taker)(void *context, size_t page, const picture *p);
bool is_pdf(const char *bytes, size_t n);
/* Only the pages of which wanted(context, page) says yes. */
void pictures_of_pdf(const char *bytes, size_t n, int dpi, bool (*wanted)(void *, size_t), picture_taker take, void *context);
void pictures_of_file(const char *bytes, size_t n, picture_taker take, void *context);

#ifdef __cplusplus
}
#endif
#endif
