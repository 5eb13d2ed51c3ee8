/* The parts of `siasat codebook` that write codebooks. */
#ifndef SIA_CONVERT_H
#define SIA_CONVERT_H
#include "session.h"

sia_status codebook_convert(session *s, sia_err *err);       /* convert FROM TO     */
sia_status codebook_new(session *s, sia_err *err);           /* new [-o FILE]       */
#endif
