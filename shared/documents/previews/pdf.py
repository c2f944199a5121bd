"""Pages of PDF documents, drawn by PDFium no larger than they are shown."""

from pathlib import Path

import pypdfium2 as pdfium
from PIL import Image

from shared.documents.extraction.pdf import open_pdf
from shared.documents.previews.pictures import PictureWriter
from shared.kit.sandboxed import Refused

_LARGEST = 4.0  # times its size on paper: a page of a few millimetres is no poster


def draw(source: Path, writer: PictureWriter) -> None:
    """A page that cannot be drawn is an empty sheet, so that the others keep their numbers."""
    document = open_pdf(source)
    writer.total = len(document)
    drawn = 0
    for number in range(len(document)):
        if not writer.has_room:
            return
        try:
            writer.add(_drawn(document, number, writer.limits.page_pixels))
            drawn += 1
        except (pdfium.PdfiumError, ValueError):
            writer.truncated.add("damaged")
            writer.add(Image.new("RGB", (writer.limits.page_pixels * 7 // 10, writer.limits.page_pixels), "white"))
    if drawn == 0:
        raise Refused("damaged")


def _drawn(document: pdfium.PdfDocument, number: int, most: int) -> Image.Image:
    page = document[number]
    try:
        width, height = page.get_size()
        if not 0 < width < 1e6 or not 0 < height < 1e6:
            raise ValueError("a page without an area")
        scale = min(most / max(width, height), _LARGEST)
        bitmap = page.render(scale=scale)
        try:
            drawn: Image.Image = bitmap.to_pil().copy()
            return drawn
        finally:
            bitmap.close()
    finally:
        page.close()
