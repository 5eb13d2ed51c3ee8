/* Files into C: `embed FILE... NAME` prints the files, one after the other, as the array NAME, their length as NAME_size, and as
 * NAME_hash their SHA-256 in base64, as a Content-Security-Policy names what it lets run. */
#include <siasat/base.h>
#include <stdio.h>
#include <stdlib.h>

/* 64 hexadecimal digits as 44 letters of base64. */
static void base64(char to[45], const char *hex)
{
    static const char letter[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    unsigned char byte[33] = { 0 };
    for (int i = 0; i < 32; i++) {
        const char pair[3] = { hex[2 * i], hex[2 * i + 1], 0 };
        byte[i] = (unsigned char)strtoul(pair, NULL, 16);
    }
    for (int i = 0; i < 11; i++) {
        const unsigned v = (unsigned)byte[3 * i] << 16 | (unsigned)byte[3 * i + 1] << 8 | byte[3 * i + 2];
        for (int k = 0; k < 4; k++) to[4 * i + k] = letter[v >> (18 - 6 * k) & 63];
    }
    memcpy(to + 43, "=", 2);
}

int main(int argc, char **argv)
{
    sia_arena *a = sia_arena_new(NULL, 0);
    sia_str part[64];
    sia_err err;
    char hex[65], hash[45], text[512];
    size_t n = 0, size = 0;
    if (!a || argc < 3 || argc > 64) return 2;
    for (int i = 1; i < argc - 1; i++, n++) {
        if (!sia_read_file(&part[n], argv[i], a, &err)) continue;
        fprintf(stderr, "embed: %s\n", sia_err_text(&err, SIA_EN, text, sizeof text));
        return 1;
    }
    sia_sha256(hex, part, n);
    base64(hash, hex);
    const char *name = argv[argc - 1];
    printf("#include \"page.h\"\nconst char %s[] = {", name);
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < part[i].n; k++) printf("%s%d,", size++ % 24 ? "" : "\n", part[i].p[k]);
    printf("\n0};\nconst size_t %s_size = %zu;\nconst char %s_hash[] = \"sha256-%s\";\n", name, size, name, hash);
    sia_arena_free(a);
    return fflush(stdout) || ferror(stdout);
}
