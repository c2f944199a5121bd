"""Pages that leave memory when they are drawn.

reportlab keeps every page and picture until the end. Here a page goes to the sink with its text and pictures as soon as the next one
begins, and only its place in the file is remembered. What is known at the end alone (how many pages there are, what was counted) is drawn
by name on any page before, as a form XObject that is defined last. Fonts, too, are written at the end, with the letters that were used.
"""

import io
from typing import Any

from reportlab import rl_config
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from shared.exports.rendering import Sink

rl_config.useA85 = 0  # bytes as they are: a quarter smaller
_HEADER = b"\n%\x93\x8c\x8b\x9e\n"  # bytes above 127 say that the file is not text


class _Written:
    """What `pdfdoc.PDFFile` is for its document: places of what was written."""

    def __init__(self, sink: Sink) -> None:
        self._sink = sink

    def add(self, content: bytes | str) -> int:
        place = self._sink.size
        self._sink.write(pdfdoc.pdfdocEnc(content))
        return place


class _Document(pdfdoc.PDFDocument):  # type: ignore[misc]
    def __init__(self, sink: Sink, **options: Any) -> None:
        super().__init__(**options)
        self._file = _Written(sink)
        self._file.add(pdfdoc.pdfdocEnc(f"%PDF-{self._pdfVersion[0]}.{self._pdfVersion[1]}") + _HEADER)
        self._seen = 0  # objects with higher numbers have not been looked at

    def reserve(self, name: str) -> None:
        """Of a form that is drawn before it is defined."""
        inner = pdfdoc.xObjectName(name)
        if inner not in self.idToObjectNumberAndVersion:
            self.objectcounter += 1
            self.idToObjectNumberAndVersion[inner] = (self.objectcounter, 0)
            self.numberToId[self.objectcounter] = inner

    def Reference(self, obj: Any, name: str | None = None) -> Any:  # noqa: N802 (reportlab's name)
        if name is not None and name in self.idToObjectNumberAndVersion and name not in self.idToObject:
            obj.__InternalName__ = name
            self.idToObject[name] = obj
            return pdfdoc.PDFObjectReference(name)
        return super().Reference(obj, name)

    def addPage(self, page: Any) -> None:  # noqa: N802 (reportlab's name)
        super().addPage(page)
        number = self._seen
        while number < self.objectcounter:  # writing a page adds its text
            number += 1
            name = self.numberToId[number]
            found = self.idToObject.get(name)
            if isinstance(found, pdfdoc.PDFPage | pdfdoc.PDFStream | pdfdoc.PDFImageXObject):
                self._write(name, found)
                _let_go(found)
        self._seen = number

    def format(self) -> bytes:
        """What is left: fonts, forms, the tree of pages, where everything is."""
        self.encrypt.prepare(self)
        root, info = self.Reference(self.Catalog), self.Reference(self.info)
        number = 0
        while number < self.objectcounter:  # writing adds objects
            number += 1
            name = self.numberToId[number]
            if name not in self.idToOffset:
                self._write(name, self.idToObject[name])
        table = pdfdoc.PDFCrossReferenceTable()
        table.addsection(0, [self.numberToId[one] for one in range(1, number + 1)])
        place = self._file.add(table.format(self))
        trailer = pdfdoc.PDFTrailer(startxref=place, Size=number + 1, Root=root, Info=info, ID=self.ID())
        self._file.add(trailer.format(self))
        return b""

    def _write(self, name: str, found: Any) -> None:
        self.idToOffset[name] = self._file.add(pdfdoc.PDFIndirectObject(name, found).format(self))


def _let_go(found: Any) -> None:
    """It stays known by name, without what it weighs."""
    if isinstance(found, pdfdoc.PDFPage):
        found.stream = found.Contents = found.Resources = found.XObjects = found.Annots = None
    elif isinstance(found, pdfdoc.PDFStream):
        found.content = b""
    else:
        found.streamContent = b""


class StreamedCanvas(Canvas):  # type: ignore[misc]
    """Draws into a sink. `drawn_later` are names of forms that `define` draws at the end."""

    def __init__(self, sink: Sink, **options: Any) -> None:
        super().__init__(sink, pageCompression=1, **options)
        self._doc = _Document(sink, compression=1, pdfVersion=(1, 7), lang="en")
        self._preamble = "1 0 0 1 0 0 cm"  # not Helvetica, which no file embeds

    def draw_later(self, name: str) -> None:
        """Draw here what will be defined as `name`."""
        self._doc.reserve(name)
        self.doForm(name)

    def draw_jpeg(self, name: str, content: bytes, x: float, y: float, width: float, height: float) -> bool:
        """Within the box, in its middle, as the bytes are: nothing is decoded. False for what is no JPEG."""
        inner = pdfdoc.xObjectName(name)
        picture = self._doc.idToObject.get(inner)
        if picture is None:
            picture = pdfdoc.PDFImageXObject(name)
            if not picture.loadImageFromJPEG(io.BytesIO(content)) or 0 in (picture.width, picture.height):
                return False
            self._doc.Reference(picture, inner)
        scale = min(width / picture.width, height / picture.height)
        across, up = picture.width * scale, picture.height * scale
        self.saveState()
        self.translate(x + (width - across) / 2, y + (height - up) / 2)
        self.scale(across, up)
        self._code.append(f"/{inner} Do")
        self.restoreState()
        self._formsinuse.append(name)
        return True

    def save(self) -> None:
        if self._code:
            self.showPage()
        self._doc.GetPDFData(self)
