#!/usr/bin/env python3
"""Test documents, from sentences of our own: a thesis of 15 pages with roman front matter, running heads, footnotes, a list and
a table; a paper of two columns; a chapter whose themes and questions have headings without numbers. Each comes as text and as what LibreOffice and groff make of it.

    tools/make_pdfs.py FOLDER [NAME...]      names: skripsi kolom tema groff pindai; without one, all whose producers are here

Written into FOLDER: NAME.txt, the words in reading order, and NAME.pdf; skripsi, kolom and tema also as NAME.fodt, pindai as pictures
of skripsi's pages, pindai.pbm a part of the first. The same input gives the same words every time; producers put the date into what they make."""
import os
import shutil
import struct
import subprocess
import sys

# ---- sentences ---------------------------------------------------------------------------------------------------------

SUBJECTS = """Partai pengusung | Tim pemenangan kabupaten | Calon petahana | Para relawan muda | Juru kampanye perempuan | Pengurus ranting
| Kandidat nomor urut dua | Konsultan politik dari ibu kota | Simpatisan di desa-desa | Koordinator kecamatan""".replace("\n", " ").split(" | ")
VERBS = """menyebarluaskan | mempertanggungjawabkan | mendokumentasikan | memperkenalkan | merumuskan kembali | menyosialisasikan
| mengonsolidasikan | mempertimbangkan | menerjemahkan | mengomunikasikan | menyederhanakan""".replace("\n", " ").split(" | ")
OBJECTS = """program-program kesejahteraan | visi dan misi pasangan calon | strategi ofensif terhadap pesaing | strategi defensif bagi pemilih tetap
| pesan kampanye melalui media sosial | hasil survei elektabilitas | jaringan tokoh-tokoh masyarakat | rencana kunjungan door to door
| citra calon yang merakyat | segmentasi pemilih pemula | kegiatan blusukan ke pasar tradisional | janji-janji pembangunan infrastruktur
| isu-isu keterwakilan perempuan""".replace("\n", " ").split(" | ")
PLACES = """di kelurahan padat penduduk | pada minggu pertama bulan Maret | bersama organisasi kemasyarakatan | menjelang hari pemungutan suara
| sesuai dengan arahan dewan pimpinan cabang | tanpa mengandalkan politik uang | di hadapan ratusan warga | lewat pertemuan terbatas di balai desa
| dengan anggaran yang relatif kecil | berdasarkan peta kekuatan tahun sebelumnya | sebagaimana disampaikan informan kedua
| setelah berkonsultasi dengan sesepuh kampung | untuk menjangkau pemilih yang belum menentukan pilihan""".replace("\n", " ").split(" | ")
OPENERS = """Selain itu, | Menurut hasil wawancara, | Pada tahap berikutnya, | Dengan demikian, | Sementara itu, | Di sisi lain, | |
| Berbeda dengan pemilihan sebelumnya, |""".replace("\n", " ").split("|")


class Words:
    """Numbers that look thrown, the same ones on every machine."""

    def __init__(self, seed):
        self.state = seed

    def pick(self, list_):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2 ** 64
        return list_[(self.state >> 33) % len(list_)].strip()

    def sentence(self):
        opener, subject = self.pick(OPENERS), self.pick(SUBJECTS)
        if opener:
            subject = subject[0].lower() + subject[1:]
        return " ".join(w for w in (opener, subject, self.pick(VERBS), self.pick(OBJECTS), self.pick(PLACES)) if w) + "."

    def paragraph(self, n):
        return " ".join(self.sentence() for _ in range(n))


# ---- the thesis, as a list of (kind, text ...) ------------------------------------------------------------------------------

TITLE = "Strategi Kampanye Partai Politik dalam Pemilihan Kepala Daerah"


def thesis():
    w = Words(2024)
    parts = [("front", "KATA PENGANTAR"), ("p", w.paragraph(8)), ("p", w.paragraph(6)), ("p", w.paragraph(5)),
             ("front", "ABSTRAK"), ("p", w.paragraph(10)), ("p", w.paragraph(8)),
             ("front", "ABSTRACT"), ("p", w.paragraph(9)), ("p", w.paragraph(7))]
    chapters = [("BAB I", "PENDAHULUAN", ["1.1 Latar Belakang", "1.2 Rumusan Masalah"]),
                ("BAB II", "TINJAUAN PUSTAKA", ["2.1 Strategi Politik", "2.2 Komunikasi Kampanye"]),
                ("BAB III", "HASIL DAN PEMBAHASAN", ["3.1 Strategi Ofensif", "3.2 Strategi Defensif"])]
    note = 0
    for number, title, sections in chapters:
        parts.append(("chapter", number, title))
        for k, section in enumerate(sections):
            parts.append(("section", section))
            for i in range(4):
                text = w.paragraph(6 + (i + k) % 3)
                if i % 2:
                    note += 1
                    head, tail = text[:len(text) // 2].rsplit(" ", 1)[0], text[len(text) // 2:]
                    head = text[:len(head)]
                    tail = text[len(head):]
                    parts.append(("pn", head, f"Lihat catatan lapangan ke-{note}, arsip dewan pimpinan cabang, berkas {note + 40}, "
                                  + w.sentence()[:-1].lower() + ".", tail))
                else:
                    parts.append(("p", text))
            if k == 0:
                parts.append(("list", [w.sentence() for _ in range(4)]))
        if number == "BAB III":
            parts.append(("caption", "Tabel 3.1 Perolehan suara menurut kecamatan"))
            parts.append(("table", [("Kecamatan", "Suara sah", "Kursi"), ("Muara Jaya", "12.450", "3"), ("Sungai Dua", "9.871", "2"),
                                    ("Tanjung Raya", "15.002", "4"), ("Bukit Lama", "7.316", "1")]))
            parts.append(("p", w.paragraph(7)))
    return parts


def paper():
    w = Words(77)
    parts = [("title", "Strategi Kampanye di Daerah Pemilihan Baru"), ("author", "Seorang Peneliti")]
    for number, name in enumerate(("Pendahuluan", "Metode", "Hasil", "Simpulan"), 1):
        parts.append(("section", f"{number}. {name}"))
        parts += [("p", w.paragraph(5 + (i + number) % 3)) for i in range(4)]
    return parts


def themes():
    w = Words(5)
    note = "Wawancara dengan seorang relawan di rumahnya, yang tidak ingin disebut namanya."
    return [("chapter", "BAB IV", "HASIL DAN PEMBAHASAN"), ("section", "4.1 Suara Pemilih"), ("p", w.paragraph(5)),
            ("theme", "Mengapa Pemilih Berpindah?"), ("p", w.paragraph(6)), ("p", w.paragraph(5)),
            ("theme", "Kami tidak membeli suara siapa pun."), ("pn*", w.sentence(), note, " " + w.paragraph(3)),
            ("bold", "Siapa yang Mengajak?"), ("p", w.paragraph(5)), ("p", w.paragraph(4)),
            ("newtheme", "Pesan dari Lapangan"), ("lines", ["Baliho sudah terpasang.", "Saksi belum lengkap.", "Warga minta jalan.", "Nelayan minta solar."]),
            ("bold", "Catatan Tim Sukses"), ("lines", ["Lawan membagi uang.", "Kami membagi kalender.", "Warga lebih ingat uang."]),
            ("section", "4.2 Hambatan"), ("p", w.paragraph(6))]


# ---- as text ------------------------------------------------------------------------------------------------------------------

def as_text(parts):
    out, notes = [], []
    for kind, *rest in parts:
        if kind in ("pn", "pn*"):
            out.append(rest[0] + rest[2])
            notes.append(rest[1])
        elif kind == "lines":
            out.append("\n\n".join(rest[0]))
        elif kind == "list":
            out.append("\n".join(f"{i}. {t}" for i, t in enumerate(rest[0], 1)))
        elif kind == "table":
            out.append("\n".join("\t".join(row) for row in rest[0]))
        else:
            out.append("\n".join(rest))
    return "\n\n".join(out) + "\n", "\n".join(notes) + "\n"


# ---- LibreOffice ----------------------------------------------------------------------------------------------------------------

FODT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
 office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls><style:font-face style:name="T" svg:font-family="'Liberation Serif'"/></office:font-face-decls>
<office:styles>
<style:default-style style:family="paragraph"><style:text-properties style:font-name="T" fo:font-size="%(size)spt" fo:language="id" fo:country="ID" fo:hyphenate="true" fo:hyphenation-remain-char-count="2" fo:hyphenation-push-char-count="2"/></style:default-style>
<style:style style:name="Standard" style:family="paragraph"/>
<style:style style:name="Isi" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:text-align="justify" fo:text-indent="%(indent)s" fo:line-height="%(leading)s" fo:orphans="2" fo:widows="2" fo:hyphenation-ladder-count="no-limit"/><style:text-properties fo:hyphenate="true"/></style:style>
<style:style style:name="Butir" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:text-align="justify" fo:line-height="%(leading)s"/></style:style>
<style:style style:name="Bab" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:text-align="center" fo:keep-with-next="always"/><style:text-properties fo:font-size="14pt" fo:font-weight="bold" fo:hyphenate="false"/></style:style>
<style:style style:name="BabDepan" style:family="paragraph" style:parent-style-name="Bab" style:master-page-name="Depan"/>
<style:style style:name="BabBaru" style:family="paragraph" style:parent-style-name="Bab" style:master-page-name="Pertama"/>
<style:style style:name="BabSatu" style:family="paragraph" style:parent-style-name="Bab" style:master-page-name="Pertama"><style:paragraph-properties fo:text-align="center" fo:keep-with-next="always" style:page-number="1"/></style:style>
<style:style style:name="Subbab" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:margin-top="0.4cm" fo:margin-bottom="0.2cm" fo:keep-with-next="always"/><style:text-properties fo:font-weight="bold" fo:hyphenate="false"/></style:style>
<style:style style:name="Tema" style:family="paragraph" style:parent-style-name="Subbab"><style:text-properties fo:font-size="14pt" fo:font-weight="bold"/></style:style>
<style:style style:name="TemaBaru" style:family="paragraph" style:parent-style-name="Tema"><style:paragraph-properties fo:break-before="page"/></style:style>
<style:style style:name="Kepala" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties><style:tab-stops><style:tab-stop style:position="14cm" style:type="right"/></style:tab-stops></style:paragraph-properties><style:text-properties fo:font-size="10pt"/></style:style>
<style:style style:name="Kaki" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:text-align="center"/></style:style>
<style:style style:name="Footnote" style:family="paragraph" style:parent-style-name="Standard"><style:text-properties fo:font-size="10pt"/></style:style>
<style:style style:name="Raised" style:family="text"><style:text-properties style:text-position="super 58%%"/></style:style>
<text:notes-configuration text:note-class="footnote" text:citation-style-name="Raised" text:citation-body-style-name="Raised" text:default-style-name="Footnote" style:num-format="1" text:start-value="0" text:footnotes-position="page" text:start-numbering-at="document"/>
<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."><style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" text:list-tab-stop-position="0.8cm" fo:text-indent="-0.8cm" fo:margin-left="0.8cm"/></style:list-level-properties></text:list-level-style-number></text:list-style>
</office:styles>
<office:automatic-styles>
<style:page-layout style:name="PD"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin-top="3cm" fo:margin-bottom="1.5cm" fo:margin-left="4cm" fo:margin-right="3cm" style:num-format="i"/><style:footer-style><style:header-footer-properties fo:min-height="1cm" fo:margin-top="0.6cm"/></style:footer-style></style:page-layout>
<style:page-layout style:name="PP"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin-top="4cm" fo:margin-bottom="1.5cm" fo:margin-left="4cm" fo:margin-right="3cm" style:num-format="1"/><style:footer-style><style:header-footer-properties fo:min-height="1cm" fo:margin-top="0.6cm"/></style:footer-style></style:page-layout>
<style:page-layout style:name="PI"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin-top="1.5cm" fo:margin-bottom="3cm" fo:margin-left="4cm" fo:margin-right="3cm" style:num-format="1"/><style:header-style><style:header-footer-properties fo:min-height="1.2cm" fo:margin-bottom="0.8cm"/></style:header-style></style:page-layout>
<style:page-layout style:name="PK"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin-top="2cm" fo:margin-bottom="1.5cm" fo:margin-left="2cm" fo:margin-right="2cm" style:num-format="1"/><style:footer-style><style:header-footer-properties fo:min-height="1cm" fo:margin-top="0.6cm"/></style:footer-style></style:page-layout>
<style:style style:name="S2" style:family="section"><style:section-properties text:dont-balance-text-columns="false"><style:columns fo:column-count="2" fo:column-gap="0.8cm"/></style:section-properties></style:style>
<style:style style:name="TC" style:family="table"><style:table-properties style:width="12cm" table:align="center"/></style:style>
</office:automatic-styles>
<office:master-styles>
<style:master-page style:name="Standard" style:page-layout-name="PK"><style:footer><text:p text:style-name="Kaki"><text:page-number text:select-page="current"/></text:p></style:footer></style:master-page>
<style:master-page style:name="Depan" style:page-layout-name="PD"><style:footer><text:p text:style-name="Kaki"><text:page-number text:select-page="current"/></text:p></style:footer></style:master-page>
<style:master-page style:name="Pertama" style:page-layout-name="PP" style:next-style-name="Isian"><style:footer><text:p text:style-name="Kaki"><text:page-number text:select-page="current"/></text:p></style:footer></style:master-page>
<style:master-page style:name="Isian" style:page-layout-name="PI"><style:header><text:p text:style-name="Kepala">Strategi Kampanye Partai Politik<text:tab/><text:page-number text:select-page="current"/></text:p></style:header></style:master-page>
</office:master-styles>
<office:body><office:text>
%(body)s
</office:text></office:body></office:document>
"""


def xml(text):
    return text.replace("&", "&amp;").replace("<", "&lt;")


def odf_part(part, note):
    kind, *rest = part
    if kind == "front":
        return f'<text:h text:style-name="BabDepan" text:outline-level="1">{xml(rest[0])}</text:h>'
    if kind == "chapter":
        style = "BabSatu" if rest[0] == "BAB I" else "BabBaru"
        return (f'<text:h text:style-name="{style}" text:outline-level="1">{xml(rest[0])}<text:line-break/>{xml(rest[1])}</text:h>')
    if kind in ("theme", "newtheme", "bold"):                # no headings to the program: what is known is how they look
        style = {"theme": "Tema", "newtheme": "TemaBaru", "bold": "Subbab"}[kind]
        return f'<text:p text:style-name="{style}">{xml(rest[0])}</text:p>'
    if kind == "lines":
        return "".join(f'<text:p text:style-name="Butir">{xml(t)}</text:p>' for t in rest[0])
    if kind in ("section", "title"):
        return f'<text:h text:style-name="{"Subbab" if kind == "section" else "Bab"}" text:outline-level="2">{xml(rest[0])}</text:h>'
    if kind in ("caption", "author"):
        return f'<text:p text:style-name="Kaki">{xml(rest[0])}</text:p>'
    if kind in ("pn", "pn*"):
        sign = ' text:label="*">*' if kind == "pn*" else f">{note}"
        return (f'<text:p text:style-name="Isi">{xml(rest[0])}<text:note text:id="n{note}" text:note-class="footnote"><text:note-citation{sign}'
                f'</text:note-citation><text:note-body><text:p text:style-name="Footnote">{xml(rest[1])}</text:p></text:note-body></text:note>'
                f'{xml(rest[2])}</text:p>')
    if kind == "list":
        items = "".join(f'<text:list-item><text:p text:style-name="Butir">{xml(t)}</text:p></text:list-item>' for t in rest[0])
        return f'<text:list text:style-name="L">{items}</text:list>'
    if kind == "table":
        rows = "".join("<table:table-row>" + "".join(f'<table:table-cell><text:p>{xml(c)}</text:p></table:table-cell>' for c in row)
                       + "</table:table-row>" for row in rest[0])
        return f'<table:table table:style-name="TC"><table:table-column table:number-columns-repeated="{len(rest[0][0])}"/>{rows}</table:table>'
    return f'<text:p text:style-name="Isi">{xml(rest[0])}</text:p>'


def odf_body(parts):
    out, note = [], 0
    for part in parts:
        note += part[0] == "pn"
        out.append(odf_part(part, note))
    return "\n".join(out)


def libreoffice(folder, name, body, size, indent, leading):
    path = os.path.join(folder, name + ".fodt")
    with open(path, "w", encoding="utf-8") as f:
        f.write(FODT % {"body": body, "size": size, "indent": indent, "leading": leading})
    soffice = shutil.which("soffice")
    if not soffice:
        return print(f"{name}.pdf: skipped: no LibreOffice")
    subprocess.run(["timeout", "-k", "5", "180", soffice, "-env:UserInstallation=file://" + os.path.abspath(folder) + "/.lo", "--headless",
                    "--convert-to", "pdf", "--outdir", folder, path], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


# ---- groff ----------------------------------------------------------------------------------------------------------------------

def groff(folder, name, parts):
    out = [".nr PS 10", ".nr VS 12", ".hy 4", ".pn 1"]
    for kind, *rest in parts:
        if kind == "title":
            out += [".TL", rest[0]]
        elif kind == "author":
            out += [".AU", rest[0], ".2C"]
        elif kind == "section":
            out += [".SH", rest[0]]
        else:
            out += [".PP", rest[0].replace("-", "\\-")]
    made = subprocess.run(["groff", "-ms", "-Tpdf", "-Kutf8"], input=("\n".join(out) + "\n").encode(), capture_output=True, check=True)
    with open(os.path.join(folder, name + ".pdf"), "wb") as f:
        f.write(made.stdout)


# ---- scans: pages of skripsi.pdf as pictures -----------------------------------------------------------------------------------

def png_parts(path):
    """Width, height, colours and compressed rows of a PNG; a PDF can hold them as they are."""
    with open(path, "rb") as f:
        b = f.read()
    width, height, colours, at, rows = *struct.unpack(">II", b[16:24]), 3 if b[25] == 2 else 1, 8, b""
    while at < len(b):
        n, kind = struct.unpack(">I4s", b[at:at + 8])
        rows += b[at + 8:at + 8 + n] if kind == b"IDAT" else b""
        at += n + 12
    return width, height, colours, rows


def pdf_of_pictures(path, pictures, dpi):
    objects, kids = [b"<< /Type /Catalog /Pages 2 0 R >>", b""], []
    for picture in pictures:
        w, h, colours, rows = png_parts(picture)
        n, draw = len(objects), b"q %.2f 0 0 %.2f 0 0 cm /X Do Q" % (w * 72 / dpi, h * 72 / dpi)
        objects += [b"<< /Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace %s /BitsPerComponent 8 /Filter /FlateDecode "
                    b"/DecodeParms << /Predictor 15 /Colors %d /BitsPerComponent 8 /Columns %d >> /Length %d >>\nstream\n"
                    % (w, h, b"/DeviceRGB" if colours == 3 else b"/DeviceGray", colours, w, len(rows))
                    + rows + b"\nendstream",
                    b"<< /Length %d >>\nstream\n" % len(draw) + draw + b"\nendstream",
                    b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %.2f %.2f] /Contents %d 0 R /Resources << /XObject << /X %d 0 R >> >> >>"
                    % (w * 72 / dpi, h * 72 / dpi, n + 2, n + 1)]
        kids.append(b"%d 0 R" % (n + 3))
    objects[1] = b"<< /Type /Pages /Kids [" + b" ".join(kids) + b"] /Count %d >>" % len(kids)
    out, places = b"%PDF-1.5\n", []
    for i, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % i + body + b"\nendobj\n"
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(b"%010d 00000 n \n" % p for p in places)
    out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table)
    with open(path, "wb") as f:
        f.write(out)


def scans(folder):
    source = os.path.join(folder, "skripsi.pdf")
    if not shutil.which("pdftoppm") or not os.path.exists(source):
        return print("pindai.pdf: skipped: no pdftoppm or no skripsi.pdf")
    with open(os.path.join(folder, "pindai.pbm"), "wb") as f:            # the heading and six lines of its first page
        subprocess.run(["pdftoppm", "-mono", "-r", "300", "-f", "1", "-l", "1", "-x", "437", "-y", "312", "-W", "1730", "-H", "600", source],
                       check=True, stdout=f)
    for dpi in (300, 150):
        stem = os.path.join(folder, f"pindai{dpi}")
        subprocess.run(["pdftoppm", "-r", str(dpi), "-gray", "-png", "-f", "14", "-l", "15", source, stem], check=True)
        pdf_of_pictures(stem + ".pdf", [f"{stem}-14.png", f"{stem}-15.png"], dpi)


def write(folder, name, parts):
    text, notes = as_text(parts)
    with open(os.path.join(folder, name + ".txt"), "w", encoding="utf-8") as f:
        f.write(text)
    with open(os.path.join(folder, name + ".catatan.txt"), "w", encoding="utf-8") as f:
        f.write(notes)


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    folder, wanted = sys.argv[1], sys.argv[2:] or ["skripsi", "kolom", "tema", "groff", "pindai"]
    os.makedirs(folder, exist_ok=True)
    if "skripsi" in wanted:
        parts = thesis()
        write(folder, "skripsi", parts)
        body = odf_body(parts)
        libreoffice(folder, "skripsi", body, 12, "1.25cm", "150%")
    if "kolom" in wanted:
        parts = paper()
        write(folder, "kolom", parts)
        cut = 2
        body = odf_body(parts[:cut]) + '<text:section text:style-name="S2" text:name="K">' + odf_body(parts[cut:]) + "</text:section>"
        libreoffice(folder, "kolom", body, 10, "0.6cm", "110%")
    if "tema" in wanted:
        write(folder, "tema", themes())
        libreoffice(folder, "tema", odf_body(themes()), 12, "1.25cm", "150%")
    if "groff" in wanted:
        if not shutil.which("groff"):
            return print("groff.pdf: skipped: no groff")
        write(folder, "groff", paper())
        groff(folder, "groff", paper())
    if "pindai" in wanted:
        scans(folder)


main()
