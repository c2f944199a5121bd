"""Photos of a report, six to a page, each with its name and the beginning of its hash. A picture is read when its page is drawn."""

from collections.abc import Sequence

from reportlab.platypus import Flowable

from shared.exports.pdf.look import BOLD, FONT, GREY, INK, LINE, SECTION, WIDTH, fitted, words
from shared.exports.rows import Attached

_GAP, _CAPTION, _HEIGHT = 12.0, 26.0, 176.0


class _Pair(Flowable):  # type: ignore[misc]
    """One or two beside each other."""

    def __init__(self, first: int, photos: Sequence[Attached]) -> None:
        super().__init__()
        self._first, self._photos = first, photos
        self.width, self.height = WIDTH, _HEIGHT + _CAPTION + _GAP

    def wrap(self, *_: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        canvas, width = self.canv, (WIDTH - _GAP) / 2
        for place, photo in enumerate(self._photos):
            x, y = place * (width + _GAP), _CAPTION + _GAP
            content = photo.picture() if photo.picture is not None else None
            canvas.setStrokeColor(LINE)
            canvas.setLineWidth(0.5)
            canvas.rect(x, y, width, _HEIGHT)
            drawn = content is not None and canvas.draw_jpeg(
                photo.sha256, content, x + 3, y + 3, width - 6, _HEIGHT - 6
            )
            if not drawn:
                canvas.setFillColor(GREY)
                canvas.setFont(FONT, 8)
                canvas.drawCentredString(x + width / 2, y + _HEIGHT / 2, "This picture cannot be shown here.")
            canvas.setFillColor(INK)
            canvas.setFont(BOLD, 7.5)
            name = f"Photo {self._first + place}: {photo.name}"
            canvas.drawString(x, y - 10, fitted(name, width, 7.5, BOLD))
            canvas.setFillColor(GREY)
            canvas.setFont(FONT, 6.5)
            canvas.drawString(x, y - 19, fitted(f"{photo.size_bytes:,} bytes, SHA-256 {photo.sha256}", width, 6.5))


def photos(attachments: Sequence[Attached]) -> list[Flowable]:
    """The appendix: pictures, and the names of what is none."""
    pictures = [one for one in attachments if one.picture is not None]
    others = [one for one in attachments if one.picture is None]
    found: list[Flowable] = []
    if pictures:
        found.append(words("Photos", SECTION))
        found += [_Pair(number + 1, pictures[number : number + 2]) for number in range(0, len(pictures), 2)]
    if others:
        found.append(words("Other attachments", SECTION))
        found += [words(f"{one.name}: {one.size_bytes:,} bytes, SHA-256 {one.sha256}") for one in others]
    return found


def photo_names(attachments: Sequence[Attached]) -> dict[str, str]:
    """What the appendix calls each of them, by id."""
    pictures = [one for one in attachments if one.picture is not None]
    numbered = {one.id: f"Photo {number}" for number, one in enumerate(pictures, start=1)}
    return {one.id: numbered.get(one.id, one.name) for one in attachments}
