/* A main for a fuzz harness without a fuzzer: feeds it every file named, and every file in the folders named. */
#define _POSIX_C_SOURCE 200809L
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

int LLVMFuzzerTestOneInput(const uint8_t *p, size_t n);

static unsigned inputs;

static int feed(const char *path, size_t size)
{
    FILE *f = fopen(path, "rb");
    uint8_t *p = malloc(size + 1);          /* exactly as long as the input, so that a sanitizer sees one byte too far */
    if (f && p && fread(p, 1, size, f) == size) {
        uint8_t *exact = realloc(p, size ? size : 1);
        p = exact ? exact : p;
        LLVMFuzzerTestOneInput(p, size);
        inputs++;
        size = 0;
    }
    free(p);
    if (f) fclose(f);
    if (!size) return 0;
    fprintf(stderr, "cannot read %s\n", path);
    return 1;
}

static int walk(const char *path)
{
    struct stat st;
    if (stat(path, &st)) return 0;          /* a harness without saved inputs is fine */
    if (!S_ISDIR(st.st_mode)) return feed(path, (size_t)st.st_size);
    struct dirent **entry = NULL;
    int n = scandir(path, &entry, NULL, alphasort), bad = 0;
    for (int i = 0; i < n; i++) {
        char inner[4096];
        snprintf(inner, sizeof inner, "%s/%s", path, entry[i]->d_name);
        if (entry[i]->d_name[0] != '.' && !stat(inner, &st) && S_ISREG(st.st_mode)) bad |= feed(inner, (size_t)st.st_size);
        free(entry[i]);
    }
    free(entry);
    return bad;
}

int main(int argc, char **argv)
{
    int bad = 0;
    for (int i = 1; i < argc; i++) bad |= walk(argv[i]);
    printf("%u inputs replayed\n", inputs);
    return bad;
}
