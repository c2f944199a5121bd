"""How much of a document is drawn."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PreviewLimits:
    """`page_pixels` and `thumbnail_pixels` are the longer side; `source_pixels` what a picture may have when it is unpacked."""

    pages: int = 10
    page_pixels: int = 1240
    thumbnail_pixels: int = 256
    source_pixels: int = 64_000_000
    seconds: int = 60


DEFAULT = PreviewLimits()
