#!/usr/bin/env python3
"""Makes tests/pdf/hostile/: PDFs that are locked, that lie about themselves or unfold without end, and campuran.pdf, of which one page is
text and one a scan. What must become of each stands in expected.tsv."""
import hashlib, os, struct, zlib

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'tests', 'pdf')
OUT = os.path.join(HERE, 'hostile')
PAD = bytes.fromhex('28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A')
FONT = '/Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>'
expected = []

def stream(data, head=''): return f'<< /Length {len(data)} {head} >>\nstream\n'.encode() + data + b'\nendstream'
def words(s): return f'BT /F 12 Tf 72 700 Td ({s}) Tj ET'.encode()
def page(contents, more=FONT): return f'<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {contents} 0 R {more} >>'
def tree(*kids): return f'<< /Type /Pages /Count {len(kids)} /Kids [{" ".join(f"{k} 0 R" for k in kids)}] >>'
CATALOG = '<< /Type /Catalog /Pages 2 0 R >>'

def pdf(objects, trailer=''):
    """objects: number -> text or bytes; the file with its cross references."""
    out, at = bytearray(b'%PDF-1.5\n'), {}
    for n, o in sorted(objects.items()):
        at[n] = len(out)
        out += f'{n} 0 obj\n'.encode() + (o if isinstance(o, bytes) else o.encode()) + b'\nendobj\n'
    start, size = len(out), max(objects) + 1
    out += f'xref\n0 {size}\n0000000000 65535 f \n'.encode()
    for n in range(1, size): out += f'{at.get(n, 0):010} 00000 {"n" if n in at else "f"} \n'.encode()
    return bytes(out + f'trailer << /Size {size} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n'.encode())

def make(name, data, error):
    with open(os.path.join(OUT, name), 'wb') as f: f.write(data)
    expected.append((name, error))

# ---- locked (ISO 32000, 7.6: the standard handler's revision 2) ----------------------------------------------------------------

def rc4(key, data):
    s, j, i, out = list(range(256)), 0, 0, bytearray()
    for k in range(256):
        j = (j + s[k] + key[k % len(key)]) % 256
        s[k], s[j] = s[j], s[k]
    j = 0
    for c in data:
        i = (i + 1) % 256
        j = (j + s[i]) % 256
        s[i], s[j] = s[j], s[i]
        out.append(c ^ s[(s[i] + s[j]) % 256])
    return bytes(out)

def locked(user, owner):
    pad = lambda word: (word + PAD)[:32]
    rights, ident = -44, b'0123456789abcdef'
    o = rc4(hashlib.md5(pad(owner)).digest()[:5], pad(user))
    key = hashlib.md5(pad(user) + o + struct.pack('<i', rights) + ident).digest()[:5]
    u = rc4(key, PAD)
    own = hashlib.md5(key + struct.pack('<I', 4)[:3] + b'\0\0').digest()[:10]
    objects = {1: CATALOG, 2: tree(3), 3: page(4), 4: stream(rc4(own, words('Partai itu menang.'))),
               5: f'<< /Filter /Standard /V 1 /R 2 /P {rights} /O <{o.hex()}> /U <{u.hex()}> >>'}
    return pdf(objects, f'/Encrypt 5 0 R /ID [<{ident.hex()}> <{ident.hex()}>]')

# ---- without end ------------------------------------------------------------------------------------------------------------------

def twice_packed(data, times):
    """times * data, packed, and what was packed again: what is all alike shrinks a thousandfold each time."""
    z = zlib.compressobj(9)
    once = b''.join(z.compress(data) for _ in range(times)) + z.flush()
    return stream(zlib.compress(once, 9), '/Filter [/FlateDecode /FlateDecode]')

def one_page(content, **more): return {1: CATALOG, 2: tree(3), 3: page(4), 4: content, **{int(k[1:]): v for k, v in more.items()}}

def self_holding():
    """An object stream that is said to be in itself, and one that goes on with itself, found by a cross-reference stream."""
    inner = b'1 0 2 36 ' + CATALOG.encode().ljust(36) + tree(3).encode()
    objects = [(3, page(6).encode()), (4, stream(inner, '/Type /ObjStm /N 2 /First 9 /Extends 4 0 R')), (6, stream(words('Partai itu menang.')))]
    out, at = bytearray(b'%PDF-1.5\n'), {}
    for n, o in objects:
        at[n] = len(out)
        out += f'{n} 0 obj\n'.encode() + o + b'\nendobj\n'
    rows = {0: (0, 0, 65535), 1: (2, 5, 0), 2: (2, 5, 1), 3: (1, at[3], 0), 4: (1, at[4], 0), 5: (2, 5, 0), 6: (1, at[6], 0), 7: (1, len(out), 0)}
    table = b''.join(struct.pack('>BIH', *rows[n]) for n in range(8))
    start = len(out)
    out += b'7 0 obj\n' + stream(table, '/Type /XRef /Size 8 /W [1 4 2] /Root 1 0 R') + f'\nendobj\nstartxref\n{start}\n%%EOF\n'.encode()
    return bytes(out)

# ---- of two kinds ------------------------------------------------------------------------------------------------------------------

def scan(width_pt=595, height_pt=842):
    data = open(os.path.join(HERE, 'pindai.pbm'), 'rb').read()
    magic, size, rows = data.split(b'\n', 2)
    w, h = map(int, size.split())
    image = stream(zlib.compress(rows, 9), f'/Type /XObject /Subtype /Image /Width {w} /Height {h} /ColorSpace /DeviceGray /BitsPerComponent 1 /Decode [1 0] /Filter /FlateDecode')
    return w * 72 / 300, h * 72 / 300, image

def mixed():
    w, h, image = scan()
    line = lambda i: f'BT /F 12 Tf 72 {700 - 16 * i} Td (Partai itu menang di daerah pemilihan ke-{i} dan berkampanye damai.) Tj ET\n'.encode()
    return pdf({1: CATALOG, 2: tree(3, 5), 3: page(4), 4: stream(b''.join(line(i) for i in range(8))),
                5: f'<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {w:.0f} {h:.0f}] /Contents 6 0 R /Resources << /XObject << /X 7 0 R >> >> >>',
                6: stream(f'q {w:.0f} 0 0 {h:.0f} 0 0 cm /X Do Q'.encode()), 7: image})

def main():
    os.makedirs(OUT, exist_ok=True)
    make('sandi-pengguna.pdf', locked(b'rahasia', b'pemilik'), 'locked with a password')
    make('sandi-pemilik.pdf', locked(b'', b'pemilik'), '')
    make('bom-kosong.pdf', pdf(one_page(twice_packed(b' ' * 1_000_000, 100))), 'any')
    make('bom-kata.pdf', pdf(one_page(twice_packed(b'BT /F 9 Tf 9 9 Td (Partai) Tj ET ' * 10_000, 150))), 'more memory')
    make('pohon.pdf', pdf({1: CATALOG, 2: '<< /Type /Pages /Count 99999 /Kids [2 0 R 3 0 R] >>', 3: page(4), 4: stream(words('Partai'))}), 'any')
    make('bentuk.pdf', pdf({1: CATALOG, 2: tree(3), 3: page(4, '/Resources << /XObject << /X 5 0 R >> >>'), 4: stream(b'/X Do'),
                            5: stream(b'/X Do ' * 100, '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >>')}), 'any')
    make('wadah.pdf', self_holding(), 'any')
    make('panjang.pdf', pdf({1: CATALOG, 2: tree(3), 3: page(4), 4: b'<< /Length 4 0 R >>\nstream\n' + words('Partai') + b'\nendstream'}), 'any')
    make('dalam.pdf', pdf({1: CATALOG, 2: tree(3), 3: page(4), 4: stream(b'[' * 200_000 + words('Partai'))}), 'any')
    with open(os.path.join(HERE, 'campuran.pdf'), 'wb') as f: f.write(mixed())
    with open(os.path.join(OUT, 'expected.tsv'), 'w') as f: f.writelines(f'{n}\t{e}\n' for n, e in sorted(expected))

if __name__ == '__main__': main()
