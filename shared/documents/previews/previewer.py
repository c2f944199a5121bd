"""From a stored file to pictures of its pages: what can be drawn, and how it went."""

from collections.abc import AsyncIterator
from dataclasses import asdict, dataclass
from pathlib import Path

from shared.documents import signatures
from shared.documents.previews.limits import DEFAULT, PreviewLimits
from shared.documents.previews.stored import THUMBNAIL, page_file
from shared.kit.sandbox import MIB, Bounds, Sandbox, save_source

CONTENT_TYPE = "image/webp"
SOURCE_BYTES = 256 * MIB
SLACK = 30  # seconds between the end a task sets itself and the end that is set for it
_HERE = "shared.documents.previews"
_IMAGES = ("image/png", "image/jpeg", "image/gif", "image/tiff", "image/bmp", "image/webp", "image/jp2")
_DRAWERS = {signatures.PDF: "pdf:draw", **dict.fromkeys(_IMAGES, "images:draw")}


@dataclass(frozen=True, slots=True)
class PagePicture:
    """`width` and `height` in pixels."""

    number: int
    width: int
    height: int
    file: Path


@dataclass(frozen=True, slots=True)
class PreviewResult:
    """Pictures of the first pages of `total`, and one of the first page for lists; `truncated`: damaged, pages, time."""

    pages: tuple[PagePicture, ...]
    thumbnail: Path
    total: int
    truncated: tuple[str, ...]
    peak_bytes: int
    cpu_seconds: float


@dataclass(frozen=True, slots=True)
class Previewer:
    """Pictures of PDF documents and images."""

    sandbox: Sandbox
    limits: PreviewLimits = DEFAULT
    memory_bytes: int = 768 * MIB

    def can_draw(self, kind: str | None) -> bool:
        """Can pictures be made of this media type (the detected one)?"""
        return kind in _DRAWERS

    async def draw(self, folder: Path, kind: str, chunks: AsyncIterator[bytes]) -> PreviewResult:
        """Save the file into `folder`, draw it in the sandbox, and name the files that came of it.

        Errors: SandboxFailed, with the reason too_large, encrypted, damaged, or one of the sandbox's own; trying again changes
        nothing about the first three.
        """
        await save_source(folder, chunks, SOURCE_BYTES)
        arguments = {"drawer": f"{_HERE}.{_DRAWERS[kind]}", "limits": asdict(self.limits)}
        bounds = Bounds(self.limits.seconds + SLACK, self.memory_bytes, output_bytes=(self.limits.pages + 1) * 4 * MIB)
        outcome = await self.sandbox.run(f"{_HERE}.task:draw", folder, arguments, bounds)
        said = outcome.result
        return PreviewResult(
            tuple(_page(folder, page) for page in said["pages"]),
            folder / THUMBNAIL,
            said["total"],
            tuple(said["truncated"]),
            outcome.peak_bytes,
            outcome.cpu_seconds,
        )


def _page(folder: Path, said: dict[str, int]) -> PagePicture:
    number = int(said["number"])
    return PagePicture(number, int(said["width"]), int(said["height"]), folder / page_file(number))
