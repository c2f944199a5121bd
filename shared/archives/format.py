"""The public format of archives, version 1: names, limits and the manifest. In words: docs/archive-format.md."""

import re
from typing import Final, Literal

from pydantic import ConfigDict, Field

from shared.kit.model import Moment, Wire

FORMAT: Final = "petroconnect-archive"
VERSION: Final = 1
MANIFEST = "manifest.json"
FILES = "file"  # the kind whose lines list the files of a part
MAX_PARTS = 10_000
MAX_MANIFEST = 32 * 1024 * 1024  # bytes
MAX_LINE = 1024 * 1024  # bytes of one item; the store takes 2 MB in one batch
MAX_ITEMS = 16 * 1024 * 1024  # bytes of one items file, unpacked: a part of them is held in memory
MAX_ENTRIES = 50_000  # in one part
SHA256 = r"^[0-9a-f]{64}$"
_FILE_PATH = re.compile(r"files/([0-7][0-9A-HJKMNP-TV-Z]{25})/([1-9][0-9]{0,3})")
_ITEMS_PATH = re.compile(r"items/([a-zA-Z]{1,40})\.jsonl")


def file_path(document_id: str, number: int) -> str:
    """Of the bytes of one revision within its part."""
    return f"files/{document_id}/{number}"


def items_path(kind: str) -> str:
    return f"items/{kind}.jsonl"


def part_name(number: int) -> str:
    return f"part-{number:05d}.zip"


def file_of(path: str) -> tuple[str, int] | None:
    """Document and revision number; None for every other name."""
    found = _FILE_PATH.fullmatch(path)
    return None if found is None else (found[1], int(found[2]))


def kind_of(path: str) -> str | None:
    """Of an items file; None for every other name."""
    found = _ITEMS_PATH.fullmatch(path)
    return None if found is None else found[1]


class _Fact(Wire):
    """What is not known is refused: it may change what the rest means."""

    model_config = ConfigDict(extra="forbid", strict=True)


class ItemsFile(_Fact):
    """Lines of one kind within a part: `count` of them, `size_bytes` unpacked."""

    kind: str
    count: int = Field(ge=1)
    size_bytes: int = Field(ge=1, le=MAX_ITEMS)
    sha256: str = Field(pattern=SHA256)

    @property
    def path(self) -> str:
        return items_path(self.kind)


class Part(_Fact):
    """One ZIP file, `sha256` of all of its bytes."""

    number: int = Field(ge=1, le=MAX_PARTS)
    name: str
    size_bytes: int = Field(ge=1)
    sha256: str = Field(pattern=SHA256)
    items: list[ItemsFile] = Field(min_length=1)

    def items_of(self, kind: str) -> ItemsFile | None:
        return next((one for one in self.items if one.kind == kind), None)


class OfOrganisation(_Fact):
    id: str
    name: str


class Manifest(_Fact):
    """Everything that was accepted before `data_as_of` is in; of what came later some may be: each document says when it was read."""

    format: Literal["petroconnect-archive"]
    version: Literal[1]
    archive_id: str
    organisation: OfOrganisation
    begun_at: Moment
    data_as_of: Moment
    counts: dict[str, int]
    file_bytes: int = Field(ge=0)
    parts: list[Part] = Field(min_length=1, max_length=MAX_PARTS)

    def faults(self) -> list[str]:
        """What does not agree within itself."""
        found = []
        if [part.number for part in self.parts] != list(range(1, len(self.parts) + 1)):
            found.append("parts_out_of_order")
        if any(part.name != part_name(part.number) for part in self.parts):
            found.append("part_named_otherwise")
        counted: dict[str, int] = {}
        for part in self.parts:
            if len({one.kind for one in part.items}) != len(part.items):
                found.append("kind_twice")
            for one in part.items:
                counted[one.kind] = counted.get(one.kind, 0) + one.count
        if counted != self.counts:
            found.append("wrong_counts")
        return found
