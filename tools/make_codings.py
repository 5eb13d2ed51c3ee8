#!/usr/bin/env python3
"""Makes tests/spec/komentar.docx (a Word file with comments) and tests/spec/proyek.qdpx (a REFI-QDA project), the two ways in
which people mark texts outside of spreadsheets; the sentences and marks are ours.        tools/make_codings.py [FOLDER]"""
import os, sys, zipfile

FOLDER = sys.argv[1] if len(sys.argv) > 1 else os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'tests', 'spec')
W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def write(name, members):
    with zipfile.ZipFile(os.path.join(FOLDER, name), 'w', zipfile.ZIP_DEFLATED) as z:
        for member, text in members:
            info = zipfile.ZipInfo(member, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            z.writestr(info, text)


def run(words):
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def marked(number, words):
    return (f'<w:commentRangeStart w:id="{number}"/>{words}<w:commentRangeEnd w:id="{number}"/>'
            f'<w:r><w:commentReference w:id="{number}"/></w:r>')


def comment(number, words):
    return f'<w:comment w:id="{number}" w:author="Rina"><w:p>{run(words)}</w:p></w:comment>'


BODY = (f'<w:p>{run("Partai memakai ")}{marked(0, run("media ") + "<w:del>" + run("cetak ") + "</w:del>" + run("sosial"))}{run(" dan ")}'
        f'{marked(1, run("baliho"))}{run(".")}</w:p><w:p>{marked(2, run("Relawan"))}{run(" turun ke desa.")}</w:p>')
write('komentar.docx', [
    ('[Content_Types].xml', HEAD + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
     '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType='
     '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'),
    ('word/document.xml', HEAD + f'<w:document xmlns:w="{W}"><w:body>{BODY}</w:body></w:document>'),
    ('word/comments.xml', HEAD + f'<w:comments xmlns:w="{W}">{comment(0, "MED-medsos")}{comment(1, "MED: alat peraga")}'
     f'{comment(2, "AKT; PML")}</w:comments>'),
])

TEXT = 'Partai memakai media sosial dan baliho. Relawan turun ke desa.\n'


def guid(n):
    return f'{n:08x}-0000-4000-8000-000000000000'


def segment(number, words, code, inclusive=False):
    start = TEXT.index(words)
    end = start + len(words) - inclusive
    return (f'<PlainTextSelection guid="{guid(number)}" name="s" startPosition="{start}" endPosition="{end}">'
            f'<Coding guid="{guid(number + 100)}" creatingUser="{guid(9)}"><CodeRef targetGUID="{guid(code)}"/></Coding></PlainTextSelection>')


write('proyek.qdpx', [
    ('project.qde', HEAD + '<Project xmlns="urn:QDA-XML:project:1.0" name="uji" origin="uji">'
     f'<Users><User guid="{guid(9)}" name="Rina"/></Users><CodeBook><Codes>'
     f'<Code guid="{guid(1)}" name="MED" isCodable="true"><Code guid="{guid(2)}" name="medsos" isCodable="true"/></Code>'
     f'<Code guid="{guid(3)}" name="AKT" isCodable="true"/></Codes></CodeBook><Sources>'
     f'<TextSource guid="{guid(4)}" name="bab4" plainTextPath="internal://{guid(4)}.txt">{segment(10, "media sosial", 2)}'
     f'{segment(11, "baliho", 1, True)}{segment(12, "Relawan", 3)}</TextSource></Sources></Project>'),
    (f'sources/{guid(4)}.txt', TEXT),
])
