/* Any bytes as a web page or Markdown (decoded as siasat decodes it), any members as an e-book, through siasat-web. */
#include "inside.h"
#include "members.h"
#include "../../src/helper/web/web.c"

static void read_page(const char *job, sia_str raw)
{
    sia_arena *a = sia_arena_new(NULL, 0);
    sia_decoded from;
    if (a && !sia_decode_text(&from, SIA_STR("fuzz"), raw, SIA_ENC_UTF8, a, NULL)) fuzz_helper(job, from.in.p, from.in.n, true);
    sia_arena_free(a);
}

int LLVMFuzzerTestOneInput(const uint8_t *p, size_t n)
{
    if (!n) return 0;
    const sia_str raw = { (const char *)p + 1, n - 1 };
    if (*p % 3 == 0) read_page("html", raw);
    else if (*p % 3 == 1) read_page("markdown", raw);
    else {
        size_t size;
        char *zip = zip_to_read(raw.p, raw.n, &size);
        fuzz_helper("epub", zip, size, true);
        free(zip);
    }
    return 0;
}
