#include "reference.h"
void sia_match_reference(sia_tagger *t) { (void)t; }
void sia_reference_free(sia_reference *r) { (void)r; }
