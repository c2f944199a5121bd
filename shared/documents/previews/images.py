"""Images by Pillow: the formats cameras, scanners and browsers make, and no others (some are programs: PostScript)."""

import warnings
from pathlib import Path

from PIL import Image, UnidentifiedImageError

from shared.documents.previews.pictures import PictureWriter
from shared.kit.sandboxed import Refused

_FORMATS = ("PNG", "JPEG", "GIF", "TIFF", "BMP", "WEBP", "JPEG2000")
_REDUCIBLE = frozenset({"L", "RGB", "RGBA"})
_DAMAGE = (
    UnidentifiedImageError,
    OSError,
    SyntaxError,
    ValueError,
    EOFError,
    IndexError,
    KeyError,
    TypeError,
    ZeroDivisionError,
)


def draw(source: Path, writer: PictureWriter) -> None:
    """Every picture of a TIFF is a page; of what moves only the first is seen."""
    warnings.simplefilter("ignore")  # of Pillow about odd metadata; sizes are checked below
    Image.MAX_IMAGE_PIXELS = None
    try:
        with Image.open(source, formats=_FORMATS) as picture:
            writer.total = getattr(picture, "n_frames", 1) if picture.format == "TIFF" else 1
            for number in range(writer.total):
                if not writer.has_room:
                    return
                writer.add(_loaded(picture, number, writer))
    except _DAMAGE as error:
        if not writer.pages:
            raise Refused("damaged") from error
        writer.truncated.add("damaged")


def _loaded(picture: Image.Image, number: int, writer: PictureWriter) -> Image.Image:
    """Sizes are read from the header before anything is unpacked. JPEG can be unpacked smaller at once."""
    if number:
        picture.seek(number)
    if picture.format == "JPEG":
        picture.draft("RGB", (writer.limits.page_pixels,) * 2)
    if picture.width * picture.height > writer.limits.source_pixels:
        raise Refused("too_large")
    picture.load()
    factor = max(picture.size) // (2 * writer.limits.page_pixels)
    if factor > 1 and picture.mode in _REDUCIBLE and picture.format != "TIFF":  # whose way up is not kept by this
        return picture.reduce(factor)  # at once: each step after this one would copy all of it
    return picture.copy() if number or writer.total > 1 else picture
