"""Text of PDF documents, by PDFium."""

from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_raw

from shared.documents.extraction.pages import PageWriter
from shared.kit.sandboxed import Refused

_LOCKED = frozenset({pdfium_raw.FPDF_ERR_PASSWORD, pdfium_raw.FPDF_ERR_SECURITY})


def open_pdf(source: Path) -> pdfium.PdfDocument:
    """Errors: Refused (encrypted, damaged). A document anybody may open without a password is no secret."""
    try:
        document = pdfium.PdfDocument(source)
        if len(document) < 1:
            raise Refused("damaged")
    except pdfium.PdfiumError as error:
        raise Refused("encrypted" if getattr(error, "err_code", None) in _LOCKED else "damaged") from error
    return document


def read(source: Path, writer: PageWriter) -> None:
    document = open_pdf(source)
    writer.total = len(document)
    for number in range(len(document)):
        if not writer.has_room:
            return
        try:
            text = _text_of(document, number, writer.limits.page_bytes)
        except pdfium.PdfiumError:
            writer.truncated.add("damaged")
            text = ""
        if not writer.add(text):
            return


def _text_of(document: pdfium.PdfDocument, number: int, most: int) -> str:
    """`most` characters of a page: as bytes they are at least that many."""
    page = document[number]
    try:
        words = page.get_textpage()
        try:
            count = words.count_chars()
            return str(words.get_text_range(0, min(count, most + 1))) if count > 0 else ""
        finally:
            words.close()
    finally:
        page.close()
