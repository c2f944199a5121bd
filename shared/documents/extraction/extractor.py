"""From a stored file to its pages of text: what can be read, how much of it is needed, and how it went."""

from collections.abc import AsyncIterator
from dataclasses import asdict, dataclass
from pathlib import Path

from shared.documents import archives, signatures, texts
from shared.documents.extraction.pages import DEFAULT, TextLimits
from shared.kit.sandbox import MIB, Bounds, Outcome, Sandbox, save_source

_HERE = "shared.documents.extraction"
_READERS = {
    signatures.PDF: "pdf:read",
    archives.WORD: "word:read",
    archives.WORD_MACROS: "word:read",
    archives.EXCEL: "excel:read",
    archives.EXCEL_MACROS: "excel:read",
    archives.POWERPOINT: "powerpoint:read",
    archives.POWERPOINT_MACROS: "powerpoint:read",
    texts.HTML: "plain:read_html",
    **dict.fromkeys((texts.PLAIN, texts.CSV, texts.JSON, texts.XML, texts.LAS), "plain:read"),
}
_TEXTUAL = frozenset({texts.PLAIN, texts.CSV, texts.JSON, texts.XML, texts.LAS, texts.HTML})
SOURCE_BYTES = 256 * MIB  # what is read of one file; instances have little disk
TEXT_BYTES = 64 * MIB  # more than fits into the pages however it is encoded
SLACK = 30  # seconds between the end a task sets itself and the end that is set for it


@dataclass(frozen=True, slots=True)
class TextResult:
    """`pages` were written, of `total` where the document says how many it has; `truncated` names the caps met, in order:
    damaged, page, pages, source, time, total."""

    pages: int
    total: int | None
    bytes: int
    truncated: tuple[str, ...]
    peak_bytes: int
    cpu_seconds: float


@dataclass(frozen=True, slots=True)
class TextExtractor:
    """Text of PDF, Office and text files."""

    sandbox: Sandbox
    limits: TextLimits = DEFAULT
    memory_bytes: int = 512 * MIB

    def can_read(self, kind: str | None) -> bool:
        """Is there text to be had of this media type (the detected one)?"""
        return kind in _READERS

    async def extract(self, folder: Path, kind: str, chunks: AsyncIterator[bytes]) -> TextResult:
        """Save the file into `folder`, read it in the sandbox; `pages.read_pages(folder)` then yields the pages.

        Errors: SandboxFailed, with the reason too_large, encrypted, damaged, entities, too_many_parts or one of the sandbox's own;
        trying again changes nothing about the first five.
        """
        textual = kind in _TEXTUAL
        cut = await save_source(folder, chunks, TEXT_BYTES if textual else SOURCE_BYTES, cut=textual)
        arguments = {"reader": f"{_HERE}.{_READERS[kind]}", "limits": asdict(self.limits)}
        outcome = await self.sandbox.run(f"{_HERE}.task:extract", folder, arguments, self._bounds)
        return _result(outcome, cut=cut)

    @property
    def _bounds(self) -> Bounds:
        return Bounds(
            seconds=self.limits.seconds + SLACK,
            memory_bytes=self.memory_bytes,
            output_bytes=self.limits.total_bytes * 2
            + self.limits.pages * 512,  # escapes, and what stands around each text
        )


def _result(outcome: Outcome, *, cut: bool) -> TextResult:
    said = outcome.result
    truncated = {*said["truncated"], *(("source",) if cut else ())}
    return TextResult(
        said["pages"], said["total"], said["bytes"], tuple(sorted(truncated)), outcome.peak_bytes, outcome.cpu_seconds
    )
