/* An EPUB: its container names the package, the package the chapters and their order. */
#define _GNU_SOURCE
#include "../flow.h"
#include "html.h"
#include "web.h"
#include "../zip.h"
#include "../sax.h"
#include <string.h>

enum { ITEMS = 5000, PATH = 512 };

typedef struct { char id[128], path[PATH]; bool menu, page; } item;

typedef struct {
    char   package[PATH], folder[PATH];
    item  *items;
    size_t n_items, *spine, n_spine;
} book;

static void nothing(void *ctx, const char *name) { (void)ctx; (void)name; }

/* ---- paths ---------------------------------------------------------------------------------------------------------- */

static int hex(char c) { return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1; }

/* %20 undone, the fragment off. */
static void plain_path(char *to, const char *from)
{
    size_t n = 0;
    for (; *from && *from != '#' && n + 1 < PATH; from++) {
        const bool escape = *from == '%' && hex(from[1]) >= 0 && hex(from[2]) >= 0;
        to[n++] = escape ? (char)(hex(from[1]) * 16 + hex(from[2])) : *from;
        from += escape ? 2 : 0;
    }
    to[n] = 0;
}

/* "OEBPS/sections/../toc.xhtml" names a member; no file is ever opened by it. */
static void resolve(char *to, const char *folder, const char *href)
{
    char path[PATH], whole[2 * PATH];
    size_t n = 0;
    plain_path(path, href);
    snprintf(whole, sizeof whole, "%s%s", folder, path);
    for (const char *p = whole; *p && n + 1 < PATH; ) {
        if (!strncmp(p, "../", 3)) {
            for (n -= n > 0; n && to[n - 1] != '/'; n--) {}
            p += 3;
        } else if (!strncmp(p, "./", 2)) {
            p += 2;
        } else {
            while (*p && n + 1 < PATH) if ((to[n++] = *p++) == '/') break;
        }
    }
    to[n] = 0;
}

/* ---- the package ---------------------------------------------------------------------------------------------------- */

static void container_opens(void *ctx, const char *name, const char **at)
{
    book *b = ctx;
    if (!strcmp(name, "container:rootfile") && !*b->package) resolve(b->package, "", sax_attribute(at, "full-path"));
}

static void add_item(book *b, const char **at)
{
    if (b->n_items == ITEMS) refuse("IN_MANY", 0, 0, "> 5000 items");
    b->items = must_alloc(b->items, (b->n_items + 1) * sizeof *b->items);
    item *i = &b->items[b->n_items++];
    const char *type = sax_attribute(at, "media-type");
    snprintf(i->id, sizeof i->id, "%s", sax_attribute(at, "id"));
    resolve(i->path, b->folder, sax_attribute(at, "href"));
    i->menu = strstr(sax_attribute(at, "properties"), "nav") != NULL;
    i->page = strstr(type, "html") != NULL;
}

static void add_chapter(book *b, const char *id)
{
    for (size_t i = 0; i < b->n_items; i++) {
        if (strcmp(b->items[i].id, id) || b->items[i].menu || !b->items[i].page) continue;
        if (b->n_spine == ITEMS) refuse("IN_MANY", 0, 0, "> 5000 chapters");
        b->spine = must_alloc(b->spine, (b->n_spine + 1) * sizeof *b->spine);
        b->spine[b->n_spine++] = i;
        return;
    }
}

static void package_opens(void *ctx, const char *name, const char **at)
{
    book *b = ctx;
    if (!strcmp(name, "opf:item")) add_item(b, at);
    else if (!strcmp(name, "opf:itemref")) add_chapter(b, sax_attribute(at, "idref"));
}

static void read_package(book *b, const archive *a)
{
    const sax container = { container_opens, nothing, NULL, b }, package = { package_opens, nothing, NULL, b };
    text xml = { 0 };
    if (!archive_read(a, "META-INF/container.xml", &xml)) refuse("IN_OFFICE", 0, 0, "META-INF/container.xml");
    sax_run(&container, &xml, "container.xml");
    if (!archive_read(a, b->package, &xml)) refuse("IN_OFFICE", 0, 0, b->package);
    snprintf(b->folder, sizeof b->folder, "%s", b->package);
    char *slash = strrchr(b->folder, '/');
    if (slash) slash[1] = 0; else b->folder[0] = 0;
    sax_run(&package, &xml, "content.opf");
}

void job_epub(void)
{
    static book b;
    bool paged = false;
    size_t n;
    char *bytes = read_input(&n, ZIP_FILE_MOST);
    const archive whole = { zip_of(bytes, n, ZIP_MEMBERS), n }, *a = &whole;
    document_format("epub");
    read_package(&b, a);
    text *chapters = must_alloc(NULL, b.n_spine * sizeof *chapters);
    for (size_t i = 0; i < b.n_spine; i++) {
        chapters[i] = (text){ 0 };
        if (!archive_read(a, b.items[b.spine[i]].path, &chapters[i])) refuse("IN_OFFICE", 0, 0, b.items[b.spine[i]].path);
        paged |= memmem(chapters[i].p, chapters[i].n, "pagebreak", 9) != NULL;
    }
    for (size_t i = 0; i < b.n_spine; i++) html_read(chapters[i].p, paged);
    flow_end();
}
