"""How pages look: fonts, colours, sizes. Lengths are in points (1/72 in)."""

import threading
from pathlib import Path
from xml.sax.saxutils import escape

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph

FONT, BOLD = "DejaVuCondensed", "DejaVuCondensed-Bold"
_FILES = {FONT: "DejaVuSansCondensed.ttf", BOLD: "DejaVuSansCondensed-Bold.ttf"}
_FOLDER = Path(__file__).parent / "fonts"
DRAWING = threading.Lock()
"""Held while something is laid out or drawn: reportlab keeps fonts for the whole process."""

PAGE = A4
MARGIN = 42
TOP, BOTTOM = 74, 50
WIDTH = PAGE[0] - 2 * MARGIN
NAVY, BLUE, SKY = HexColor("#16324F"), HexColor("#2A6F97"), HexColor("#E8F0F6")
INK, GREY, LINE = HexColor("#1B2733"), HexColor("#5B6B7A"), HexColor("#C9D3DC")
AMBER, SAND, RED, GREEN = HexColor("#B36B00"), HexColor("#FFF6E5"), HexColor("#B3261E"), HexColor("#2E7D4F")
SERIES = (BLUE, HexColor("#D1495B"), HexColor("#3A9188"), HexColor("#EDAE49"), HexColor("#6C5B7B"), HexColor("#8D99AE"))
SHADE = Color(0.35, 0.42, 0.48, alpha=0.09)  # of the watermark

TEXT = ParagraphStyle("text", fontName=FONT, fontSize=8.5, leading=11.5, textColor=INK, splitLongWords=1)
CELL = ParagraphStyle("cell", parent=TEXT, fontSize=7.5, leading=9.6)
CELL_RIGHT = ParagraphStyle("cell-right", parent=CELL, alignment=TA_RIGHT)
HEAD = ParagraphStyle("head", parent=CELL, fontName=BOLD, textColor=HexColor("#FFFFFF"))
HEAD_RIGHT = ParagraphStyle("head-right", parent=HEAD, alignment=TA_RIGHT)
LABEL = ParagraphStyle("label", parent=CELL, textColor=GREY)
VALUE = ParagraphStyle("value", parent=TEXT, fontSize=8, leading=10.4)
SECTION = ParagraphStyle(
    "section",
    parent=TEXT,
    fontName=BOLD,
    fontSize=10.5,
    leading=13,
    textColor=NAVY,
    spaceBefore=10,
    spaceAfter=4,
)
TITLE = ParagraphStyle("title", parent=TEXT, fontName=BOLD, fontSize=17, leading=21, textColor=NAVY)
SUBTITLE = ParagraphStyle("subtitle", parent=TEXT, fontSize=10.5, leading=14, textColor=GREY, spaceAfter=8)
TABLE_FONT = ("FONT", (0, 0), (-1, -1), FONT, 8)  # else a table names Helvetica, which no file embeds
STATE_COLOURS = {"approved": GREEN, "final": GREEN, "changes_requested": RED, "draft": GREY}


def register_fonts() -> None:
    """Once in a process; what is embedded are the letters that a file uses."""
    with DRAWING:
        if FONT not in pdfmetrics.getRegisteredFontNames():
            for name, file in _FILES.items():
                pdfmetrics.registerFont(TTFont(name, str(_FOLDER / file)))
            pdfmetrics.registerFontFamily(FONT, normal=FONT, bold=BOLD, italic=FONT, boldItalic=BOLD)


def words(text: str, style: ParagraphStyle = TEXT) -> Paragraph:
    """Text as somebody wrote it: nothing in it is markup, and lines end where they ended."""
    plain = text.encode(errors="replace").decode().replace("\r\n", "\n").replace("\r", "\n").replace("\t", "    ")
    return Paragraph("<br/>".join(escape(line) for line in plain.split("\n")), style)


def width_of(text: str, size: float, font: str = FONT) -> float:
    return float(pdfmetrics.stringWidth(text, font, size))


def fitted(text: str, room: float, size: float, font: str = FONT) -> str:
    """On one line, cut with an ellipsis where there is no room."""
    if width_of(text, size, font) <= room:
        return text
    while text and width_of(f"{text}…", size, font) > room:
        text = text[:-1]
    return f"{text.rstrip()}…"
