"""Pages: what stands at the top and the bottom of each, and the watermark; what is between flows in from outside."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.platypus import ActionFlowable, BaseDocTemplate, Flowable, Frame, PageBreak, PageTemplate

from shared.exports.pdf.look import (
    BLUE,
    BOLD,
    BOTTOM,
    FONT,
    GREY,
    LINE,
    MARGIN,
    NAVY,
    PAGE,
    SHADE,
    STATE_COLOURS,
    TOP,
    WIDTH,
    fitted,
    width_of,
)
from shared.exports.pdf.streamed import StreamedCanvas
from shared.exports.rendering import Sink

TOTAL = "pageTotal"
_TOTAL_ROOM = 30


@dataclass(frozen=True, slots=True)
class Heading:
    """Of the pages of one report, or of the cover. `watermark` "" for none; `state` is the colour of `right`."""

    organisation: str
    left: str
    right: str
    note: str
    state: str = ""
    watermark: str = ""


class Book(BaseDocTemplate):  # type: ignore[misc]
    """Takes flowables part by part: `flow` draws what it was given, and lets go of it."""

    def __init__(self, sink: Sink, about: dict[str, str]) -> None:
        frame = Frame(MARGIN, BOTTOM, WIDTH, PAGE[1] - TOP - BOTTOM, 0, 0, 0, 0)
        template = PageTemplate("page", [frame], onPage=self._furnish, onPageEnd=self._mark)
        super().__init__(sink, pagesize=PAGE, pageTemplates=[template], **about)
        self._sink, self._begun = sink, False
        self.heading = Heading("", "", "", "")
        self._shown = self.heading

    def flow(self, flowables: Sequence[Flowable]) -> None:
        if not self._begun:
            self._startBuild(self._sink, lambda sink, **_: StreamedCanvas(sink, pagesize=PAGE))
            self.canv._doctemplate = self
            self._begun = True
        waiting = list(flowables)
        while waiting:
            self.clean_hanging()
            self.handle_flowable(waiting)

    def finish(self, define: Callable[[StreamedCanvas], None]) -> None:
        """`define` draws the forms that pages show and nobody knew before."""
        canvas = self.canv
        self._doSave = 0
        self._endBuild()
        canvas.beginForm(TOTAL, 0, 0, _TOTAL_ROOM, 12)
        canvas.setFont(FONT, 7.5)
        canvas.setFillColor(GREY)
        canvas.drawString(0, 3, str(canvas.getPageNumber() - 1))
        canvas.endForm()
        define(canvas)
        canvas.save()

    def _furnish(self, canvas: Any, _: Any) -> None:
        heading = self._shown = self.heading
        top, right = PAGE[1] - 34, PAGE[0] - MARGIN
        canvas.saveState()
        canvas.setFillColor(NAVY)
        canvas.setFont(BOLD, 9)
        room = width_of(heading.right, 9, BOLD)
        canvas.drawString(MARGIN, top, fitted(heading.organisation, WIDTH - room - 20, 9, BOLD))
        canvas.setFillColor(STATE_COLOURS.get(heading.state, BLUE))
        canvas.drawRightString(right, top, heading.right)
        canvas.setFillColor(GREY)
        canvas.setFont(FONT, 8)
        canvas.drawString(MARGIN, top - 13, fitted(heading.left, WIDTH, 8))
        canvas.setStrokeColor(NAVY)
        canvas.setLineWidth(1)
        canvas.line(MARGIN, top - 20, right, top - 20)
        canvas.setStrokeColor(LINE)
        canvas.setLineWidth(0.5)
        canvas.line(MARGIN, BOTTOM - 10, right, BOTTOM - 10)
        canvas.setFont(FONT, 7.5)
        before = f"Page {canvas.getPageNumber()} of "
        x = right - width_of(before, 7.5) - 16
        canvas.drawString(MARGIN, BOTTOM - 21, fitted(heading.note, x - MARGIN - 12, 7.5))
        canvas.drawString(x, BOTTOM - 21, before)
        canvas.translate(x + width_of(before, 7.5), BOTTOM - 24)
        canvas.draw_later(TOTAL)
        canvas.restoreState()

    def _mark(self, canvas: Any, _: Any) -> None:
        """Over what stands there, so that no coloured ground hides it."""
        if not (text := self._shown.watermark):
            return
        canvas.saveState()
        canvas.setFillColor(SHADE)
        size = min(96, 560 / max(width_of(text, 1, BOLD), 1))
        canvas.setFont(BOLD, size)
        canvas.translate(PAGE[0] / 2, PAGE[1] / 2)
        canvas.rotate(52)
        canvas.drawCentredString(0, -size / 3, text)
        canvas.restoreState()


class _Head(ActionFlowable):  # type: ignore[misc]
    """From the next page on."""

    def __init__(self, heading: Heading) -> None:
        super().__init__()
        self._heading = heading

    def apply(self, doc: Book) -> None:
        doc.heading = self._heading


def new_page(heading: Heading) -> list[Flowable]:
    return [_Head(heading), PageBreak()]


class Later(Flowable):  # type: ignore[misc]
    """Room for a form that is defined at the end."""

    def __init__(self, name: str, height: float) -> None:
        super().__init__()
        self._name, self.width, self.height = name, WIDTH, height

    def wrap(self, *_: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        self.canv.draw_later(self._name)
