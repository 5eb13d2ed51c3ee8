#!/usr/bin/env python3
"""Makes tests/documents/hostile/: office files that were never meant to be read. Each must end in the error that expected.tsv names, within
the limits; nothing in them may be executed, fetched or written."""
import os, struct, zipfile

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'tests', 'documents', 'hostile')
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TYPES = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
expected = []

def body(inner, head=''): return f'<?xml version="1.0"?>{head}<w:document {W}><w:body>{inner}</w:body></w:document>'
def para(words): return f'<w:p><w:r><w:t>{words}</w:t></w:r></w:p>'

def make(name, members, error):
    """What is under 1 MiB may be packed as densely as it likes. `error`: a piece of the message that must be said; empty: it is read."""
    with zipfile.ZipFile(os.path.join(HERE, name), 'w', zipfile.ZIP_DEFLATED, compresslevel=9) as z:
        for member, data in members:
            i = zipfile.ZipInfo(member, (1980, 1, 1, 0, 0, 0))
            i.compress_type = zipfile.ZIP_STORED if member == 'mimetype' else zipfile.ZIP_DEFLATED
            z.writestr(i, data)
    expected.append((name, error))

def docx(name, document, error, more=()): make(name, [('[Content_Types].xml', TYPES), ('word/document.xml', document), *more], error)
def odt(name, content, error): make(name, [('mimetype', 'application/vnd.oasis.opendocument.text'), ('content.xml', content)], error)

OFFICE = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
LAUGHS = '<!DOCTYPE lolz [<!ENTITY a "ha">' + ''.join(f'<!ENTITY {chr(98 + i)} "{f"&{chr(97 + i)};" * 10}">' for i in range(9)) + ']>'
XXE = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'

def patch(name, source, error, change):
    data = bytearray(open(os.path.join(HERE, source), 'rb').read())
    open(os.path.join(HERE, name), 'wb').write(change(data))
    expected.append((name, error))

def lying(data):
    """The central directory says that the document is 10 bytes long."""
    at = data.find(b'PK\1\2', data.find(b'PK\1\2') + 1)
    data[at + 24:at + 28] = struct.pack('<I', 10)
    return data

def overlapping(data):
    """Both members' entries point at the same bytes."""
    first = data.find(b'PK\1\2'); second = data.find(b'PK\1\2', first + 1)
    data[first + 42:first + 46] = data[second + 42:second + 46]
    return data

def encrypted(data):
    for sign, at in ((b'PK\3\4', 6), (b'PK\1\2', 8)):
        k = data.rfind(sign)
        data[k + at] |= 1
    return data

def main():
    os.makedirs(HERE, exist_ok=True)
    docx('good.docx', body(para('Partai itu menang.')), '')
    docx('bomb.docx', body(para('a' * 30_000_000)), 'hundred times its size')
    docx('traversal.docx', body(para('Partai itu menang.')), '', [('../../../../tmp/siasat-was-here', 'x'), ('/tmp/siasat-was-here', 'x')])
    docx('macro.docx', body(para('Partai itu menang.')), '', [('word/vbaProject.bin', b'\xd0\xcf\x11\xe0')])
    docx('fetch.docx', body('<w:altChunk xmlns:r="r" r:id="a"/>' + para('Partai itu menang.')), '',
         [('word/_rels/document.xml.rels', '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="x/aFChunk" Target="file:///etc/passwd" TargetMode="External"/></Relationships>')])
    docx('twice.docx', body(para('satu')), 'not a sound ZIP', [('word/document.xml', body(para('dua')))])
    docx('many.docx', body(para('a')), '> 1000 members', [(f'{i:04}', '') for i in range(1001)])
    docx('xxe.docx', body(para('&e;'), XXE), 'DOCTYPE')
    docx('laughs.docx', body(para('&j;'), LAUGHS), 'DOCTYPE')
    docx('deep.docx', body('<w:b>' * 200_000), 'deeper than 256')
    docx('boxes.docx', body('<w:p><w:r><w:txbxContent>' * 20 + para('a') + '</w:txbxContent></w:r></w:p>' * 20), 'deeper than 16')
    docx('attributes.docx', body('<w:p ' + ' '.join(f'a{i}="x"' for i in range(50_000)) + '/>'), '> 200 attributes')
    docx('cells.docx', body('<w:tbl><w:tr>' + '<w:tc><w:p/></w:tc>' * 5000 + '</w:tr></w:tbl>'), '> 1000 cells')
    docx('unclosed.docx', body(para('a'))[:-20], 'not well formed')
    docx('loop.docx', body('<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr><w:r><w:t>Partai itu menang.</w:t></w:r></w:p>'), '',
         [('word/styles.xml', f'<w:styles {W}><w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style></w:styles>'),
          ('word/numbering.xml', f'<w:numbering {W}><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:lvl w:ilvl="99"/></w:numbering>')])
    docx('bytes.docx', b'<?xml version="1.0" encoding="UTF-8"?><w:document \xff\xfe>', 'not well formed')
    docx('empty.docx', '', 'not well formed')
    make('nothing.docx', [('[Content_Types].xml', TYPES)], 'without a document')
    odt('xxe.odt', f'<?xml version="1.0"?>{XXE}<office:document-content {OFFICE}><office:body><office:text><text:p>&e;</text:p></office:text></office:body></office:document-content>', 'DOCTYPE')
    odt('lists.odt', f'<office:document-content {OFFICE}><office:body><office:text>' + '<text:list><text:list-item>' * 100 + '</text:list-item></text:list>' * 100 + '</office:text></office:body></office:document-content>', 'deeper than 32')
    odt('bomb.odt', f'<office:document-content {OFFICE}><office:body><office:text><text:p>{"a" * 30_000_000}</text:p></office:text></office:body></office:document-content>', 'hundred times its size')
    container = '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="a.opf"/></rootfiles></container>'
    def epub(name, opf, error, more=(), container=container):
        make(name, [('mimetype', 'application/epub+zip'), ('META-INF/container.xml', container), ('a.opf', opf), *more], error)
    def opf(*hrefs):
        items = ''.join(f'<item id="i{i}" href="{h}" media-type="application/xhtml+xml"/>' for i, h in enumerate(hrefs))
        return f'<package xmlns="http://www.idpf.org/2007/opf"><manifest>{items}</manifest><spine>' + ''.join(f'<itemref idref="i{i}"/>' for i in range(len(hrefs))) + '</spine></package>'
    epub('outside.epub', opf('../../../../../etc/passwd'), 'without a document')
    epub('xxe.epub', XXE + opf('a.html'), 'DOCTYPE', [('a.html', '<p>a</p>')])
    epub('entity.epub', opf('a.html'), '', [('a.html', f'{XXE}<html><body><p>Partai &e; menang.</p></body></html>')])
    epub('deep.epub', opf('a.html'), 'deeper than 1000', [('a.html', '<div>' * 200_000)])
    patch('lying.docx', 'good.docx', 'not a sound ZIP', lying)
    patch('overlap.docx', 'good.docx', 'not a sound ZIP', overlapping)
    patch('locked.docx', 'good.docx', 'not a sound ZIP', encrypted)
    with open(os.path.join(HERE, 'expected.tsv'), 'w') as f:
        f.writelines(f'{name}\t{error}\n' for name, error in sorted(expected))

if __name__ == '__main__': main()
