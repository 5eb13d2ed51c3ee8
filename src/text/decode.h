/* What decoding is made of, for this folder only: looking at the first bytes. */
#ifndef SIASAT_TEXT_DECODE_H
#define SIASAT_TEXT_DECODE_H
#include <siasat/text.h>

sia_encoding sia_sniff_bom(sia_str raw, uint32_t *len);       /* SIA_ENC_AUTO and 0 where there is none */
sia_encoding sia_sniff_utf16(sia_str raw);                    /* without BOM, by its zeros; else SIA_ENC_AUTO */
#endif
