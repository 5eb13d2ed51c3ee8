#!/usr/bin/env python3
"""Makes the test documents in tests/documents/ from skripsi.src: the reading text, and the same thesis as LibreOffice and pandoc write it.
Needs libreoffice-writer and pandoc; the results are committed, so that tests need neither."""
import os, re, subprocess, tempfile, zipfile
from xml.sax.saxutils import escape

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'tests', 'documents')

def parts():
    for line in open(os.path.join(HERE, 'skripsi.src'), encoding='utf-8'):
        line = line.rstrip('\n')
        if line and not line.startswith('#'):
            kind, _, rest = line.partition(' ')
            yield kind, rest

def shown(s):
    s = re.sub(r'\{-.*?-\} ?|\{!.*?!\}', '', s)
    return re.sub(r'\{\+(.*?)\+\}', r'\1', s)

# ---- the reading text -----------------------------------------------------------------------------

def reading_text():
    out, notes, waiting, last = [], 0, [], ''
    for kind, rest in parts():
        if kind == 'G': continue
        if kind == 'F':
            notes += 1
            out.append(f'{notes} {shown(rest)}')
        elif kind == 'C':
            row = '\t'.join(rest.split('|'))
            if last == 'C': out[-1] += '\n' + row
            else: out.append(row)
        elif kind[0] == 'L':
            number, _, item = rest.partition('|')
            out.append(f'{number} {shown(item)}')
        else: out.append(shown(rest))
        last = kind
    return '\n\n'.join(out) + '\n'

# ---- LibreOffice ------------------------------------------------------------------------------------

HEAD = '''<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
 office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:styles>
<style:default-style style:family="paragraph"><style:text-properties fo:font-size="12pt" fo:language="id" fo:country="ID" fo:hyphenate="false"/></style:default-style>
<style:style style:name="Standard" style:family="paragraph"/>
<style:style style:name="Text_20_body" style:display-name="Text body" style:family="paragraph" style:parent-style-name="Standard">
<style:paragraph-properties fo:line-height="200%" fo:margin-bottom="0.3cm"/></style:style>
<style:style style:name="Heading" style:family="paragraph" style:parent-style-name="Standard"/>
<style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph" style:parent-style-name="Heading" style:default-outline-level="1"><style:paragraph-properties fo:break-before="page"/><style:text-properties fo:font-size="14pt" fo:font-weight="bold"/></style:style>
<style:style style:name="Heading_20_2" style:display-name="Heading 2" style:family="paragraph" style:parent-style-name="Heading" style:default-outline-level="2"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="Heading_20_3" style:display-name="Heading 3" style:family="paragraph" style:parent-style-name="Heading" style:default-outline-level="3"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="Caption" style:family="paragraph" style:parent-style-name="Standard"/>
<style:style style:name="Footnote" style:family="paragraph" style:parent-style-name="Standard"/>
<style:style style:name="Header" style:family="paragraph" style:parent-style-name="Standard"/>
<style:style style:name="Footer" style:family="paragraph" style:parent-style-name="Standard"/>
<text:notes-configuration text:note-class="footnote" style:num-format="1" text:start-value="0" text:footnotes-position="page" text:start-numbering-at="document"/>
LISTS
</office:styles>
<office:automatic-styles>
<style:style style:name="TH" style:family="text"><style:text-properties text:display="none"/></style:style>
<style:style style:name="GB" style:family="graphic"/>
<style:style style:name="Hroman" style:family="paragraph" style:parent-style-name="Heading_20_1" style:master-page-name="Roman"><style:paragraph-properties style:page-number="1"/></style:style>
<style:style style:name="Harabic" style:family="paragraph" style:parent-style-name="Heading_20_1" style:master-page-name="Arabic"><style:paragraph-properties style:page-number="1"/></style:style>
<style:page-layout style:name="pr" ><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" style:num-format="i" fo:margin-top="3cm" fo:margin-bottom="3cm" fo:margin-left="4cm" fo:margin-right="3cm"/><style:header-style><style:header-footer-properties fo:min-height="1cm"/></style:header-style><style:footer-style><style:header-footer-properties fo:min-height="1cm"/></style:footer-style></style:page-layout>
<style:page-layout style:name="pa" ><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" style:num-format="1" fo:margin-top="3cm" fo:margin-bottom="3cm" fo:margin-left="4cm" fo:margin-right="3cm"/><style:header-style><style:header-footer-properties fo:min-height="1cm"/></style:header-style><style:footer-style><style:header-footer-properties fo:min-height="1cm"/></style:footer-style></style:page-layout>
</office:automatic-styles>
<office:master-styles>
<style:master-page style:name="Standard" style:page-layout-name="pa"/>
<style:master-page style:name="Roman" style:page-layout-name="pr"><style:footer><text:p text:style-name="Footer"><text:page-number text:select-page="current">i</text:page-number></text:p></style:footer></style:master-page>
<style:master-page style:name="Arabic" style:page-layout-name="pa"><style:header><text:p text:style-name="Header">Strategi Kampanye Calon Anggota Dewan</text:p></style:header><style:footer><text:p text:style-name="Footer"><text:page-number text:select-page="current">1</text:page-number></text:p></style:footer></style:master-page>
</office:master-styles>
<office:body><office:text text:use-soft-page-breaks="true">
'''

LIST_FORMATS = {'1.': ('1', '.'), 'a.': ('a', '.'), '•': None}
def list_style(first):
    """Level 2 below letters is 1), as Indonesian lists have it."""
    name = {'1.': 'LN', 'a.': 'LA', '•': 'LB'}[first]
    levels = ''
    for level in range(1, 4):
        if first == '•': levels += f'<text:list-level-style-bullet text:level="{level}" text:bullet-char="•"/>'
        else:
            fmt, suffix = LIST_FORMATS[first] if level == 1 else ('1', ')')
            levels += f'<text:list-level-style-number text:level="{level}" style:num-format="{fmt}" style:num-suffix="{suffix}"/>'
    return f'<text:list-style style:name="{name}">{levels}</text:list-style>'

class Flat:
    """`clean`: without tracked changes, hidden words and text boxes, which LibreOffice's HTML and EPUB show or lose."""
    def __init__(self, clean=False):
        self.clean = clean
        self.out, self.changes, self.region = [], [], None
        self.levels, self.rows, self.pending, self.restart = [], None, None, None

    def spans(self, s):
        def deletion(m):
            n = f'ct{len(self.changes) + 1}'
            self.changes.append(f'<text:changed-region xml:id="{n}" text:id="{n}"><text:deletion><office:change-info><dc:creator>a</dc:creator>'
                                f'<dc:date>2024-01-01T00:00:00</dc:date></office:change-info><text:p text:style-name="Text_20_body">{m.group(1)} </text:p></text:deletion></text:changed-region>')
            return f'<text:change text:change-id="{n}"/>'
        def insertion(m):
            n = f'ct{len(self.changes) + 1}'
            self.changes.append(f'<text:changed-region xml:id="{n}" text:id="{n}"><text:insertion><office:change-info><dc:creator>a</dc:creator>'
                                f'<dc:date>2024-01-01T00:00:00</dc:date></office:change-info></text:insertion></text:changed-region>')
            return f'<text:change-start text:change-id="{n}"/>{m.group(1)}<text:change-end text:change-id="{n}"/>'
        s = escape(shown(s) if self.clean else s)
        s = re.sub(r'\{-(.*?)-\} ?', deletion, s)
        s = re.sub(r'\{\+(.*?)\+\}', insertion, s)
        return re.sub(r'\{!(.*?)!\}', r'<text:span text:style-name="TH">\1</text:span>', s)

    def flush(self):
        if self.pending:
            style, words, tail = self.pending
            self.out.append(f'<text:p text:style-name="{style}">{words}{tail}</text:p>')
            self.pending = None

    def lists_to(self, depth):
        while len(self.levels) > depth:
            self.out.append('</text:list-item></text:list>')
            self.levels.pop()

    def table_end(self):
        if self.rows is None: return
        cells = ''.join('<table:table-row>' + ''.join(f'<table:table-cell office:value-type="string"><text:p text:style-name="Standard">{escape(c)}</text:p></table:table-cell>' for c in r) + '</table:table-row>' for r in self.rows)
        self.out.append(f'<table:table table:name="T1"><table:table-column table:number-columns-repeated="{len(self.rows[0])}"/>{cells}</table:table>')
        self.rows = None

    def part(self, kind, rest, notes):
        if kind != 'F' and kind != 'X': self.flush()
        if kind[0] != 'L' and kind not in 'FX': self.lists_to(0)
        if kind != 'C': self.table_end()
        if kind == 'G': self.restart = rest
        elif kind[0] == 'H':
            style = f'Heading_20_{kind[1]}'
            if self.restart: style, self.restart = 'H' + self.restart, None
            self.out.append(f'<text:h text:style-name="{style}" text:outline-level="{kind[1]}">{self.spans(rest)}</text:h>')
        elif kind == 'P': self.pending = ['Text_20_body', self.spans(rest), '']
        elif kind == 'T': self.pending = ['Caption', self.spans(rest), '']
        elif kind == 'C': self.rows = (self.rows or []) + [rest.split('|')]
        elif kind == 'F':
            self.pending[2] += f'<text:note text:note-class="footnote" text:id="ftn{notes}"><text:note-citation>{notes}</text:note-citation><text:note-body><text:p text:style-name="Footnote">{escape(rest)}</text:p></text:note-body></text:note>'
        elif kind == 'X':
            self.pending[2] += f'<draw:frame draw:style-name="GB" text:anchor-type="paragraph" svg:width="6cm" svg:x="1cm" svg:y="0.5cm" draw:z-index="0"><draw:text-box fo:min-height="1cm"><text:p text:style-name="Standard">{escape(rest)}</text:p></draw:text-box></draw:frame>'
        else:
            depth = int(kind[1])
            number, _, item = rest.partition('|')
            if number in ('1.', 'a.') and depth == 1: self.lists_to(0)
            if len(self.levels) >= depth:
                self.lists_to(depth)
                self.out.append('</text:list-item><text:list-item>')
            else:
                name = {'1.': 'LN', 'a.': 'LA', '•': 'LB'}.get(number, '')
                self.out.append(f'<text:list text:style-name="{name}"><text:list-item>' if name else '<text:list><text:list-item>')
                self.levels.append(depth)
            self.out.append(f'<text:p text:style-name="Text_20_body">{self.spans(item)}</text:p>')

    def document(self):
        notes = 0
        for kind, rest in parts():
            notes += kind == 'F'
            if not (self.clean and kind == 'X'): self.part(kind, rest, notes)
        self.flush(); self.lists_to(0); self.table_end()
        changes = f'<text:tracked-changes>{"".join(self.changes)}</text:tracked-changes>' if self.changes else ''
        styles = ''.join(list_style(f) for f in LIST_FORMATS)
        return HEAD.replace('LISTS', styles) + changes + '\n'.join(self.out) + '\n</office:text></office:body></office:document>\n'

def convert(folder, source, to, target):
    form = to.split(':')[0]
    subprocess.run(['soffice', '--headless', f'-env:UserInstallation=file://{folder}/profile', '--convert-to', to, '--outdir', folder, source], check=True, timeout=300, stdout=subprocess.DEVNULL)
    made = os.path.join(folder, os.path.splitext(os.path.basename(source))[0] + '.' + form)
    os.replace(made, os.path.join(HERE, target))

# ---- pandoc -----------------------------------------------------------------------------------------

def markdown():
    """The same as Markdown, with what Markdown knows: no page numbers, tracked changes, text boxes."""
    out, notes, last, tail = [], 0, '', []
    for kind, rest in parts():
        rest = shown(rest)
        if kind in 'GX': continue
        if kind[0] == 'H': out.append('#' * int(kind[1]) + ' ' + rest)
        elif kind == 'F':
            notes += 1
            out[-1] += f'[^{notes}]'
            tail.append(f'[^{notes}]: {rest}')
        elif kind == 'C':
            row = '| ' + ' | '.join(rest.split('|')) + ' |'
            if last == 'C': out[-1] += '\n' + row
            else: out.append(row + '\n' + '|---' * (rest.count('|') + 1) + '|')
        elif kind[0] == 'L':
            number, _, item = rest.partition('|')
            line = '   ' * (int(kind[1]) - 1) + ('-' if number == '•' else number) + ' ' + item
            if last and last[0] == 'L' and (number not in ('1.', 'a.') or kind[1] != '1'): out[-1] += '\n' + line
            else: out.append(line)
        else: out.append(rest)
        last = kind
    return '\n\n'.join(out + tail) + '\n'

# ---- pages ------------------------------------------------------------------------------------------

def zipped(name, members):
    with zipfile.ZipFile(os.path.join(HERE, name), 'w') as z:
        for member, data in members:
            i = zipfile.ZipInfo(member, (1980, 1, 1, 0, 0, 0))
            i.compress_type = zipfile.ZIP_STORED if member == 'mimetype' else zipfile.ZIP_DEFLATED
            z.writestr(i, data)

def documents_with_pages():
    """As Word and LibreOffice save them after they have laid the pages out: breaks in mid-paragraph, in mid-word, in a table; front matter
    in Roman numerals, then Arabic ones from 1. `|` is a page's end, `||` a section's."""
    def runs(words, mark): return mark.join(words.split('|'))
    ns = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    seen = '</w:t></w:r><w:r><w:lastRenderedPageBreak/><w:t xml:space="preserve">'
    def p(words, properties=''): return f'<w:p>{properties}<w:r><w:t xml:space="preserve">{runs(words, seen)}</w:t></w:r></w:p>'
    roman = '<w:pPr><w:sectPr><w:pgNumType w:fmt="lowerRoman" w:start="3"/></w:sectPr></w:pPr>'
    body = p('Penulis berterima kasih |kepada semua pihak.') + p('Abstrak penelitian ini.', roman) + p('|Partai itu bekerja, dan program-|program sosialnya dikenal.')
    body += f'<w:tbl><w:tr><w:tc>{p("PAN")}</w:tc><w:tc>{p("9")}</w:tc></w:tr><w:tr><w:tc>{p("|PKS")}</w:tc><w:tc>{p("7")}</w:tc></w:tr></w:tbl>'
    body += p('Calon kalah.') + '<w:sectPr><w:pgNumType w:start="1"/></w:sectPr>'
    zipped('halaman.docx', [('[Content_Types].xml', '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
        ('word/document.xml', f'<w:document {ns}><w:body>{body}</w:body></w:document>'),
        ('word/footer1.xml', f'<w:ftr {ns}><w:p><w:r><w:instrText>PAGE</w:instrText></w:r></w:p></w:ftr>')])
    names = ('office text style table fo', 'office text style table xsl-fo-compatible')
    ns = ' '.join(f'xmlns:{a}="urn:oasis:names:tc:opendocument:xmlns:{b}:1.0"' for a, b in zip(names[0].split(), names[1].split()))
    soft = '<text:soft-page-break/>'
    def q(words, style=''): return f'<text:p{style}>{runs(words, soft)}</text:p>'
    body = q('Penulis berterima kasih |kepada semua pihak.', ' text:style-name="R"') + q('Abstrak penelitian ini.')
    body += q('Partai itu bekerja, dan program-|program sosialnya dikenal.', ' text:style-name="A"')
    body += f'<table:table><table:table-row><table:table-cell>{q("PAN")}</table:table-cell><table:table-cell>{q("9")}</table:table-cell></table:table-row>{soft}<table:table-row><table:table-cell>{q("PKS")}</table:table-cell><table:table-cell>{q("7")}</table:table-cell></table:table-row></table:table>'
    body += q('Calon kalah.')
    def style(name, master, first): return f'<style:style style:name="{name}" style:family="paragraph" style:master-page-name="{master}"><style:paragraph-properties style:page-number="{first}"/></style:style>'
    def layout(name, form): return f'<style:page-layout style:name="L{name}"><style:page-layout-properties style:num-format="{form}"/></style:page-layout>'
    def master(name): return f'<style:master-page style:name="{name}" style:page-layout-name="L{name}"><style:footer><text:p><text:page-number/></text:p></style:footer></style:master-page>'
    zipped('halaman.odt', [('mimetype', 'application/vnd.oasis.opendocument.text'),
        ('styles.xml', f'<office:document-styles {ns}><office:automatic-styles>{layout("Front", "i")}{layout("Main", "1")}</office:automatic-styles><office:master-styles>{master("Front")}{master("Main")}</office:master-styles></office:document-styles>'),
        ('content.xml', f'<office:document-content {ns}><office:automatic-styles>{style("R", "Front", 3)}{style("A", "Main", 1)}</office:automatic-styles><office:body><office:text>{body}</office:text></office:body></office:document-content>')])

THEMES = [('BAB IV', 'b'), ('HASIL DAN PEMBAHASAN', 'b'), ('4.1 Suara Pemilih', 'b'),
    ('Pemilih di tiga kecamatan memilih menurut apa yang mereka lihat sendiri, bukan menurut apa yang dijanjikan orang dari kota.', ''),
    ('Mengapa mereka berpindah?', 'b'), ('Sebagian besar informan menyebut jalan yang rusak, dan calon yang tidak pernah datang lagi setelah terpilih.', ''),
    ('Kami tidak membeli suara.', 'L'), ('Begitu kata ketua tim, yang mencatat setiap pengeluaran di buku tulis anaknya.', ''),
    ('Suara dari desa', 'L'), ('Nelayan meminta solar, petani meminta air, dan keduanya meminta jalan.', ''),
    ('Tim sukses mencatat:', 'b'), ('Semua permintaan itu ditulis di papan pada malam yang sama.', ''), ('Dicatat di lapangan, tanpa rekaman.', 's')]

def documents_with_letters():
    """As students set their theses: no style but the usual one, headings made by hand. b: bold, L: large, s: small."""
    ns = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    look = {'': '<w:sz w:val="24"/>', 'b': '<w:b/><w:sz w:val="24"/>', 'L': '<w:sz w:val="28"/>', 's': '<w:sz w:val="20"/>'}
    half = lambda s, cut: (s[:cut], s[cut:])                 # a run's end is no word's end
    body = ''.join('<w:p>' + ''.join(f'<w:r><w:rPr>{look[k]}</w:rPr><w:t xml:space="preserve">{part}</w:t></w:r>' for part in half(s, 3)) + '</w:p>' for s, k in THEMES)
    zipped('tema.docx', [('[Content_Types].xml', '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
        ('word/document.xml', f'<w:document {ns}><w:body>{body}</w:body></w:document>'),
        ('word/styles.xml', f'<w:styles {ns}><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults></w:styles>')])
    ns = ' '.join(f'xmlns:{a}="urn:oasis:names:tc:opendocument:xmlns:{b}:1.0"' for a, b in (('office', 'office'), ('text', 'text'), ('style', 'style'), ('fo', 'xsl-fo-compatible')))
    def style(name, family, parent, look): return f'<style:style style:name="{name}" style:family="{family}"{parent}><style:text-properties {look}/></style:style>'
    styles = ''.join(style(n, 'paragraph', ' style:parent-style-name="Standard"', look) for n, look in (('P', 'fo:font-size="12pt"'), ('PL', 'fo:font-size="14pt"'), ('Ps', 'fo:font-size="10pt"')))
    styles += style('T', 'text', '', 'fo:font-weight="bold"')
    span = lambda s, k: f'<text:span text:style-name="T">{s}</text:span>' if k == 'b' else s
    body = ''.join(f'<text:p text:style-name="P{"" if k == "b" else k}">{span(s, k)}</text:p>' for s, k in THEMES)
    zipped('tema.odt', [('mimetype', 'application/vnd.oasis.opendocument.text'),
        ('styles.xml', f'<office:document-styles {ns}><office:styles><style:default-style style:family="paragraph"><style:text-properties fo:font-size="11pt"/></style:default-style></office:styles></office:document-styles>'),
        ('content.xml', f'<office:document-content {ns}><office:automatic-styles>{styles}</office:automatic-styles><office:body><office:text>{body}</office:text></office:body></office:document-content>')])

def folder_of_documents():
    """A ZIP as people make one of a folder: with names in it that nobody means."""
    with zipfile.ZipFile(os.path.join(HERE, 'map.zip'), 'w', zipfile.ZIP_DEFLATED) as z:
        def put(name, data): z.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), data)
        put('skripsi/', '')
        put('skripsi/4.txt', 'Partai kalah di kota.\n')
        put('skripsi/5.docx', open(os.path.join(HERE, 'skripsi.docx'), 'rb').read())
        put('skripsi/4.html', '<html><p>Partai kalah di kota.')
        put('skripsi/.git/catatan.txt', 'x')
        put('skripsi/foto.jpg', 'x')
        put('__MACOSX/skripsi/._4.txt', 'x')

def main():
    path = lambda name: os.path.join(HERE, name)
    open(path('skripsi.txt'), 'w', encoding='utf-8').write(reading_text())
    open(path('skripsi.md'), 'w', encoding='utf-8').write(markdown())
    with tempfile.TemporaryDirectory() as folder:
        flat = os.path.join(folder, 'skripsi.fodt')
        open(flat, 'w', encoding='utf-8').write(Flat().document())
        for to in ('odt', 'docx', 'rtf', 'doc'): convert(folder, flat, to, f'skripsi.{to}')
        open(flat, 'w', encoding='utf-8').write(Flat(clean=True).document())
        for to in ('epub', 'html'): convert(folder, flat, to, f'skripsi.{to}')
    for to in ('docx', 'epub', 'html', 'odt'):
        subprocess.run(['pandoc', '-s', '-f', 'markdown+fancy_lists', '-M', 'lang=id', '-M', 'pagetitle=Skripsi', '-o', path(f'pandoc.{to}'), path('skripsi.md')], check=True, env=dict(os.environ, SOURCE_DATE_EPOCH='0'))
    folder_of_documents()
    documents_with_pages()
    documents_with_letters()

if __name__ == '__main__': main()
