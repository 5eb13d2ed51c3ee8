#include "office.h"
void epub_document(const archive *a) { (void)a; refuse("IN_OFFICE", 0, 0, "epub"); }
