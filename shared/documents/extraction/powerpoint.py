"""Text of PowerPoint presentations: a slide is a page, its notes belong to it."""

from pathlib import Path

from shared.documents.extraction.markup import Attributes, Package
from shared.documents.extraction.pages import PageWriter

_MAIN = "ppt/presentation.xml"


def read(source: Path, writer: PageWriter) -> None:
    package = Package(source, writer.limits.inflated_bytes)
    slides = _slides(package)
    writer.total = len(slides)
    for number, slide in enumerate(slides, start=1):
        notes = [part for part in package.relations(slide).values() if part.startswith("ppt/notesSlides/")]
        pieces = [_text_of(package, part, writer.limits.page_bytes) for part in (slide, *notes)]
        if not writer.add("\n".join(pieces), f"Slide {number}"):
            return


def _slides(package: Package) -> list[str]:
    """In the order they are shown."""
    targets, found = package.relations(_MAIN), []

    def start(tag: str, values: Attributes) -> None:
        if tag == "sldId" and (target := targets.get(values.get("r:id", ""))) is not None:
            found.append(target)

    package.parse(_MAIN, start=start)
    return [slide for slide in found if slide in package.names]


def _text_of(package: Package, part: str, most: int) -> str:
    pieces: list[str] = []
    state = {"in": False, "size": 0}

    def start(tag: str, _values: Attributes) -> None:
        state["in"] = tag == "t"
        if tag == "br":
            pieces.append("\n")

    def end(tag: str) -> None:
        state["in"] = False
        if tag in {"p", "tc"}:
            pieces.append("\n" if tag == "p" else "\t")

    def text(piece: str) -> None:
        if state["in"] and state["size"] <= most:
            pieces.append(piece)
            state["size"] += len(piece)

    package.parse(part, start=start, end=end, text=text)
    return "".join(pieces)
