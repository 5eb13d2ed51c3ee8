/* Word files: A4, Times New Roman, margins as theses have them. */
#include "wordfile.h"
#include "../pack.h"
#include <stdlib.h>
#include <string.h>

#define XML "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define W   "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define P   "http://schemas.openxmlformats.org/package/2006/"
#define R   "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

static const char types[] = XML "<Types xmlns=\"" P "content-types\">"
    "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
    "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>"
    "<Override PartName=\"/word/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml\"/>"
    "</Types>";
static const char roots[] = XML "<Relationships xmlns=\"" P "relationships\"><Relationship Id=\"rId1\" Type=\"" R "/officeDocument\" "
    "Target=\"word/document.xml\"/></Relationships>";
static const char relations[] = XML "<Relationships xmlns=\"" P "relationships\"><Relationship Id=\"rId1\" Type=\"" R "/styles\" "
    "Target=\"styles.xml\"/></Relationships>";
/* The language of the words stands between them. */
static const char styles_to_language[] = XML "<w:styles xmlns:w=\"" W "\"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Times New Roman\" "
    "w:hAnsi=\"Times New Roman\" w:cs=\"Times New Roman\" w:eastAsia=\"Times New Roman\"/><w:sz w:val=\"24\"/><w:lang w:val=\"";
static const char styles[] = "\"/></w:rPr></w:rPrDefault></w:docDefaults>"
    "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Caption\"><w:name w:val=\"caption\"/><w:basedOn w:val=\"Normal\"/>"
    "<w:pPr><w:keepNext/><w:spacing w:after=\"120\"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Heading2\"><w:name w:val=\"heading 2\"/><w:basedOn w:val=\"Normal\"/><w:next w:val=\"BodyText\"/>"
    "<w:pPr><w:keepNext/><w:spacing w:before=\"240\" w:after=\"60\"/><w:outlineLvl w:val=\"1\"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"BodyText\"><w:name w:val=\"Body Text\"/><w:basedOn w:val=\"Normal\"/>"
    "<w:pPr><w:spacing w:after=\"120\" w:line=\"360\" w:lineRule=\"auto\"/></w:pPr></w:style></w:styles>";

void word_add(text *t, const char *s) { text_add(t, s, strlen(s)); }

void word_text(text *t, const char *s)
{
    for (; *s; s++) {
        const unsigned char c = (unsigned char)*s;
        if (c == '&') word_add(t, "&amp;");
        else if (c == '<') word_add(t, "&lt;");
        else if (c == '>') word_add(t, "&gt;");
        else if (c == '\n') word_add(t, "</w:t><w:br/><w:t xml:space=\"preserve\">");
        else if (c < 0x20 || !strncmp(s, "\xEF\xBF\xBE", 3) || !strncmp(s, "\xEF\xBF\xBF", 3)) s += c < 0x20 ? 0 : 2;
        else text_add(t, s, 1);
    }
}

void word_write(const char *path, const text *body, const char *language, bool upright)
{
    text all = { 0 }, style = { 0 };
    word_add(&all, XML "<w:document xmlns:w=\"" W "\"><w:body>");
    text_add(&all, body->p, body->n);
    word_add(&all, upright ? "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1701\" w:right=\"1701\" w:bottom=\"1701\" w:left=\"2268\"/>"
                           : "<w:sectPr><w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/>"
                             "<w:pgMar w:top=\"1134\" w:right=\"1134\" w:bottom=\"1134\" w:left=\"1134\"/>");
    word_add(&all, "</w:sectPr></w:body></w:document>");
    word_add(&style, styles_to_language);
    word_add(&style, !strcmp(language, "id") ? "id-ID" : "en-GB");
    word_add(&style, styles);
    FILE *f = fopen(path, "wb");
    if (!f) refuse("OUT_MADE", 0, 0, path);
    pack *p = pack_new();
    pack_add(p, "[Content_Types].xml", types, sizeof types - 1);
    pack_add(p, "_rels/.rels", roots, sizeof roots - 1);
    pack_add(p, "word/document.xml", all.p, all.n);
    pack_add(p, "word/_rels/document.xml.rels", relations, sizeof relations - 1);
    pack_add(p, "word/styles.xml", style.p, style.n);
    pack_write(p, f);
    if (fclose(f)) refuse("OUT_MADE", 0, 0, path);
}
