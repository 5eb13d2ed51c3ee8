/* Any bytes as what a helper program sent of a document. With an even first byte they are made a sound stream first, whose
 * every line says what it is by its first letter, so that what comes after reading is reached. */
#include "promises.h"
#include <stdio.h>

int LLVMFuzzerTestOneInput(const uint8_t *p, size_t n);

/* A line of input as a line of the stream. */
static size_t sound_line(char *to, char c, sia_str s)
{
    static const char kinds[] = "PHp?+lfcthxz";
    const char kind = kinds[(unsigned char)c % (sizeof kinds - 1)];
    const char *fields = kind == 'P' ? "\t7\t" : kind == 'H' ? "\t2\t" : kind == 'l' ? "\t1\ta.\t" : kind == 'f' ? "\t3\t" : "\t";
    size_t k = (size_t)sprintf(to, "%c%s", kind, kind == 'z' ? s.n & 1 ? "\tlarge\tbold" : s.n & 2 ? "\tsmall" : "\tbody" : fields);
    for (size_t i = 0; kind != 'z' && i < s.n; i++) to[k++] = s.p[i] == '\t' && kind != 'c' ? ' ' : s.p[i];
    to[k++] = '\n';
    return k;
}

static sia_str sound(const char *p, size_t n, sia_arena *a)
{
    char *to = sia_alloc_raw(a, 1, n * 12 + 16);
    size_t k = 0;
    for (size_t i = 0, end; to && i < n; i = end + 1) {
        for (end = i; end < n && p[end] != '\n'; end++) {}
        if (end > i) k += sound_line(to + k, p[i], (sia_str){ p + i + 1, end - i - 1 });
    }
    if (!to) return SIA_STR("");
    memcpy(to + k, ".\n", 2);
    return (sia_str){ to, k + 2 };
}

int LLVMFuzzerTestOneInput(const uint8_t *p, size_t n)
{
    static sia_arena *scratch;
    if (!scratch) scratch = sia_arena_new(NULL, 0);
    sia_doc *d = n ? sia_doc_new(NULL, p[0] & 0x80 ? 65536u + 8 * n : 0) : NULL;
    if (!d || !scratch) { sia_doc_free(d); return 0; }
    sia_arena_reset(scratch);
    sia_str raw = { (const char *)p + 1, n - 1 };
    if (!(p[0] & 1)) raw = sound(raw.p, raw.n, scratch);
    sia_err err = { 0 };
    check_stages(d, scratch, sia_doc_read_stream(d, SIA_STR("fuzz"), raw, &err), &err);
    sia_doc_free(d);
    return 0;
}
