/* The one thing of poppler that has to happen before a helper is confined. */
#ifndef SIA_POPPLER_H
#define SIA_POPPLER_H
#ifdef __cplusplus
extern "C" {
#endif
/* Reads poppler's tables of character maps; its words about broken files are kept for our own error. */
void poppler_begin(void);
#ifdef __cplusplus
}
#endif
#endif
