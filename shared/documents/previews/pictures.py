"""Pictures as they are written in the sandbox: bounded in size, WebP, nothing of the source but what is seen."""

import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PIL import Image, ImageOps

from shared.documents.previews.limits import PreviewLimits
from shared.documents.previews.stored import THUMBNAIL, page_file

_QUALITY = 80


@dataclass(slots=True)
class PictureWriter:
    """Takes the pages of a document in order, from 1; the first makes the thumbnail as well."""

    folder: Path
    limits: PreviewLimits
    total: int = 0
    pages: list[dict[str, int]] = field(default_factory=list)
    truncated: set[str] = field(default_factory=set)
    started: float = field(default_factory=time.monotonic)

    def add(self, picture: Image.Image) -> None:
        shown = on_white(picture)
        shown.thumbnail((self.limits.page_pixels,) * 2, Image.Resampling.LANCZOS)
        number = len(self.pages) + 1
        shown.save(self.folder / page_file(number), "WEBP", quality=_QUALITY)
        self.pages.append({"number": number, "width": shown.width, "height": shown.height})
        if number == 1:
            shown.thumbnail((self.limits.thumbnail_pixels,) * 2, Image.Resampling.LANCZOS)
            shown.save(self.folder / THUMBNAIL, "WEBP", quality=_QUALITY)

    @property
    def has_room(self) -> bool:
        if len(self.pages) >= self.limits.pages:
            self.truncated.add("pages")
        elif time.monotonic() - self.started > self.limits.seconds:
            self.truncated.add("time")
        else:
            return True
        return False


def on_white(picture: Image.Image) -> Image.Image:
    """The way up the camera held it, in 8-bit RGB, what is transparent on paper. Depth maps of 16 and 32 bits are scaled, not clipped."""
    upright = ImageOps.exif_transpose(picture)
    if upright.mode.startswith(("I", "F")):
        extrema: Any = upright.convert("F").getextrema()  # a pair of numbers, for one band
        low, high = extrema
        scale = 255 / (high - low) if high > low else 0.0
        upright = upright.convert("F").point(lambda value: value * scale - low * scale).convert("L")
    if upright.has_transparency_data:
        layer = upright.convert("RGBA")
        paper = Image.new("RGBA", layer.size, "white")
        return Image.alpha_composite(paper, layer).convert("RGB")
    return upright.convert("RGB")
