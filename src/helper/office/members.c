/* All members of a ZIP that is a folder of documents: "SIZE TAB NAME", then so many bytes, for each; "." at the end. */
#include "office.h"
#include <string.h>

enum { FOLDER_MEMBERS = 10000 };

void send_members(void)
{
    size_t n;
    char *bytes = read_input(&n, ZIP_FILE_MOST);
    zip_t *z = zip_of(bytes, n, FOLDER_MEMBERS);
    text member = { 0 };
    for (zip_uint64_t i = 0; i < (zip_uint64_t)zip_get_num_entries(z, 0); i++) {
        const char *name = zip_get_name(z, i, 0);
        const size_t k = name ? strlen(name) : 0;
        if (!k || name[k - 1] == '/') continue;
        member.n = 0;
        zip_member_at(z, n, i, &member);
        printf("%zu\t", member.n);
        wire_escape(name, k);
        putchar('\n');
        fwrite(member.p, 1, member.n, stdout);
    }
    wire_end();
}
