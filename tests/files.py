"""Files made in code for tests of what reads them: PDF, Office, images, and the ways they go wrong."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from xml.sax.saxutils import escape

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
_P = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'


def pdf_of(objects: Iterable[bytes], trailer: bytes = b"") -> bytes:
    """A PDF of these objects, numbered from 1; the first is the catalogue."""
    out, offsets = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"), []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    at = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(offsets) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (len(offsets) + 1, trailer, at)
    return bytes(out)


def stream_of(data: bytes, entries: bytes = b"") -> bytes:
    packed = zlib.compress(data)
    return b"<< /Length %d /Filter /FlateDecode %s >>\nstream\n%s\nendstream" % (len(packed), entries, packed)


def a_text_pdf(*pages: str, size: tuple[int, int] = (595, 842), trailer: bytes = b"") -> bytes:
    """One line of Helvetica for each line of each page."""
    kids = b" ".join(b"%d 0 R" % (4 + 2 * index) for index in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(pages), kids),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for index, text in enumerate(pages):
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Resources << /Font << /F1 3 0 R >> >> /Contents %d 0 R >>"
            % (*size, 5 + 2 * index)
        )
        lines = (line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)") for line in text.split("\n"))
        drawn = " ".join(f"({line}) Tj T*" for line in lines)
        objects.append(stream_of(f"BT /F1 12 Tf 14 TL 40 {size[1] - 60} Td {drawn} ET".encode("cp1252")))
    return pdf_of(objects, trailer)


def a_locked_pdf() -> bytes:
    """Asks for a password nobody knows (standard security handler, revision 3)."""
    secret = b"<< /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <%s> /U <%s> >>" % (b"11" * 32, b"22" * 32)
    known = b"/Encrypt %s /ID [<00> <00>]" % secret
    return a_text_pdf("secret", trailer=known)


def a_scanned_pdf(pages: int, width: int = 1240, height: int = 1754) -> bytes:
    """Pages without a word, each one grey picture as a scanner makes them (all of them the same stream)."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count %d /Kids [%s] >>" % (pages, b" ".join(b"%d 0 R" % (5 + n) for n in range(pages))),
        stream_of(
            bytes(width) * height,
            b"/Type /XObject /Subtype /Image /ColorSpace /DeviceGray /BitsPerComponent 8 /Width %d /Height %d"
            % (width, height),
        ),
        stream_of(b"q 595 0 0 842 0 0 cm /Im Do Q"),
    ]
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /Im 3 0 R >> >> /Contents 4 0 R >>"
    return pdf_of([*objects, *[page] * pages])


def a_deep_pdf(depth: int) -> bytes:
    """A page tree of one page, so many levels down."""
    inner = [b"<< /Type /Pages /Count 1 /Kids [%d 0 R] >>" % (3 + level) for level in range(depth)]
    return pdf_of([b"<< /Type /Catalog /Pages 2 0 R >>", *inner, b"<< /Type /Page /MediaBox [0 0 100 100] >>"])


def a_nested_array_pdf(depth: int) -> bytes:
    return pdf_of([b"<< /Type /Catalog /Pages 2 0 R /Deep " + b"[" * depth + b"]" * depth + b" >>",
                   b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>", b"<< /Type /Page /MediaBox [0 0 100 100] >>"])  # fmt: skip


def a_zip(parts: Mapping[str, bytes | str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def _package(parts: Mapping[str, bytes | str]) -> bytes:
    return a_zip({"[Content_Types].xml": "<Types/>", **parts})


def _relations(targets: Mapping[str, str]) -> str:
    listed = "".join(f'<Relationship Id="{key}" Target="{target}"/>' for key, target in targets.items())
    return f'<Relationships xmlns="{_RELATIONSHIPS}">{listed}</Relationships>'


def a_word_file(*paragraphs: str, before: str = "", **parts: str) -> bytes:
    """`\\f` in a paragraph is a page break; `before` stands in front of the document's first element."""
    turn = '</w:t><w:br w:type="page"/><w:t>'
    body = "".join(f"<w:p><w:r><w:t>{escape(text).replace(chr(12), turn)}</w:t></w:r></w:p>" for text in paragraphs)
    return _package({"word/document.xml": f"{before}<w:document {_W}><w:body>{body}</w:body></w:document>", **parts})


def a_workbook(sheets: Mapping[str, list[list[str | float]]]) -> bytes:
    """Texts shared, numbers in place."""
    shared: dict[str, int] = {}
    parts: dict[str, bytes | str] = {}
    for number, rows in enumerate(sheets.values(), start=1):
        lines = ("".join(_cell(value, shared) for value in row) for row in rows)
        data = "".join(f"<row>{line}</row>" for line in lines)
        parts[f"xl/worksheets/sheet{number}.xml"] = f"<worksheet {_S}><sheetData>{data}</sheetData></worksheet>"
    tabs = "".join(
        f'<sheet name="{escape(name)}" sheetId="{n}" r:id="rId{n}"/>' for n, name in enumerate(sheets, start=1)
    )
    parts["xl/workbook.xml"] = f"<workbook {_S} {_R}><sheets>{tabs}</sheets></workbook>"
    parts["xl/_rels/workbook.xml.rels"] = _relations(
        {f"rId{n + 1}": f"worksheets/sheet{n + 1}.xml" for n in range(len(sheets))}
    )
    parts["xl/sharedStrings.xml"] = f"<sst {_S}>{''.join(f'<si><t>{escape(text)}</t></si>' for text in shared)}</sst>"
    return _package(parts)


def _cell(value: str | float, shared: dict[str, int]) -> str:
    if isinstance(value, str):
        return f'<c t="s"><v>{shared.setdefault(value, len(shared))}</v></c>'
    return f"<c><v>{value}</v></c>"


def a_presentation(*slides: str, notes: Mapping[int, str] | None = None) -> bytes:
    """Slide n lies in a part numbered from the end, so that the order must be read, not guessed."""
    parts: dict[str, bytes | str] = {}
    names = [f"slide{len(slides) - n}.xml" for n in range(len(slides))]
    for n, (name, text) in enumerate(zip(names, slides, strict=True), start=1):
        parts[f"ppt/slides/{name}"] = f"<p:sld {_P} {_A}><a:p><a:r><a:t>{escape(text)}</a:t></a:r></a:p></p:sld>"
        if (note := (notes or {}).get(n)) is not None:
            parts[f"ppt/notesSlides/note{n}.xml"] = f"<p:notes {_P} {_A}><a:p><a:t>{escape(note)}</a:t></a:p></p:notes>"
            parts[f"ppt/slides/_rels/{name}.rels"] = _relations({"rId1": f"../notesSlides/note{n}.xml"})
    listed = "".join(f'<p:sldId id="{255 + n}" r:id="rId{n}"/>' for n in range(1, len(slides) + 1))
    parts["ppt/presentation.xml"] = f"<p:presentation {_P} {_R}><p:sldIdLst>{listed}</p:sldIdLst></p:presentation>"
    parts["ppt/_rels/presentation.xml.rels"] = _relations(
        {f"rId{n}": f"slides/{name}" for n, name in enumerate(names, start=1)}
    )
    return _package(parts)


def a_png(mark: str = "") -> bytes:
    """One grey pixel; another `mark`, another file."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    parts = (
        (b"IHDR", header),
        (b"tEXt", b"Comment\0" + mark.encode()),
        (b"IDAT", zlib.compress(b"\0\x7f")),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(*part) for part in parts)
