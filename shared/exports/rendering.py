"""What every renderer is: reports go in one after the other, bytes come out as they are made, memory stays flat. No I/O but the sink."""

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from shared.exports.cover import Cover, FileHash, Tally, manifest
from shared.exports.rows import ReportRow


class Sink:
    """A file that is only ever appended to; knows its size and SHA-256. `send` takes what was written, in the writer's thread."""

    def __init__(self, send: Callable[[bytes], Any]) -> None:
        self._send = send
        self._digest = hashlib.sha256()
        self.size = 0

    def write(self, content: bytes) -> int:
        self._send(content)
        self._digest.update(content)
        self.size += len(content)
        return len(content)

    def flush(self) -> None:
        """Nothing waits here."""

    @property
    def sha256(self) -> str:
        return self._digest.hexdigest()


@dataclass(frozen=True, slots=True)
class Rendered:
    """The whole file, and the manifest that goes beside it as a file of its own. `tally` is what is in it."""

    file: FileHash
    content_type: str
    tally: Tally
    manifest: bytes


class Renderer(Protocol):
    """`close` frees what waits on disk, whatever happened; a file that was not finished is worth nothing."""

    suffix: str
    content_type: str

    def add(self, report: ReportRow) -> None: ...

    def finish(self) -> Tally: ...

    def close(self) -> None: ...


def rendered(renderer: Renderer, cover: Cover, sink: Sink) -> Rendered:
    """Finish it."""
    tally = renderer.finish()
    file = FileHash(f"{file_name(cover)}{renderer.suffix}", sink.size, sink.sha256)
    return Rendered(file, renderer.content_type, tally, manifest_bytes(cover, tally, [file]))


def manifest_bytes(cover: Cover, tally: Tally, files: Sequence[FileHash]) -> bytes:
    return json.dumps(manifest(cover, tally, files), ensure_ascii=False, indent=1).encode() + b"\n"


def file_name(cover: Cover) -> str:
    """Of what a browser stores, without the ending: letters, digits and hyphens, and when the data is as of."""
    words = "".join(letter if letter.isalnum() and letter.isascii() else " " for letter in cover.title).split()
    return "-".join([*words, f"{cover.data_as_of:%Y%m%dT%H%MZ}"])
