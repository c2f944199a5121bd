"""The parts of Office and OpenDocument files: XML in a ZIP, read as a stream with bounds, and without document types or entities."""

import xml.parsers.expat as expat
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from shared.kit.sandboxed import Refused

MAX_ENTRIES = 20_000
MAX_TOKEN = 8 * 1024 * 1024  # bytes of one tag or comment: a parser reads an unfinished one again and again
_CHUNK = 256 * 1024
Attributes = dict[str, str]
DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, expat.ExpatError, NotImplementedError, KeyError, UnicodeError)


class Enough(Exception):
    """A handler wants no more of this part."""


class Package:
    """The entries of one file; `inflated` bytes may be read of all of them together. Errors: Refused (damaged, too_many_parts)."""

    def __init__(self, source: Path, inflated: int) -> None:
        try:
            self._archive = zipfile.ZipFile(source)
        except DAMAGE as error:
            raise Refused("damaged") from error
        self.names = self._archive.namelist()
        self._left = inflated
        if len(self.names) > MAX_ENTRIES:
            raise Refused("too_many_parts")

    def parse(
        self,
        name: str,
        *,
        start: Callable[[str, Attributes], None] | None = None,
        end: Callable[[str], None] | None = None,
        text: Callable[[str], None] | None = None,
    ) -> None:
        """Walk one part. Names come without their namespace, but `r:` for relationships. Errors: Refused, and `DAMAGE`."""
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = _no_doctype
        if start is not None:
            parser.StartElementHandler = lambda tag, found: start(
                _local(tag), {_attribute(k): v for k, v in found.items()}
            )
        if end is not None:
            parser.EndElementHandler = lambda tag: end(_local(tag))
        if text is not None:
            parser.CharacterDataHandler = text
        try:
            self._feed(parser, name)
        except Enough:
            return

    def _feed(self, parser: Any, name: str) -> None:
        if self._archive.getinfo(name).flag_bits & 1:
            raise Refused("encrypted")
        fed = 0
        with self._archive.open(name) as part:
            while chunk := part.read(_CHUNK):
                self._left -= len(chunk)
                parser.Parse(chunk, False)
                fed += len(chunk)
                if self._left < 0 or fed - parser.CurrentByteIndex > MAX_TOKEN:
                    raise Refused("too_large")
        parser.Parse(b"", True)

    def relations(self, part: str) -> dict[str, str]:
        """What a part points at inside the package, by id (ECMA-376 part 2, 9.3)."""
        folder, _, file = part.rpartition("/")
        found: dict[str, str] = {}

        def start(tag: str, values: Attributes) -> None:
            if tag == "Relationship" and values.get("TargetMode") != "External":
                found[values.get("Id", "")] = _resolved(folder, values.get("Target", ""))

        name = f"{folder}/_rels/{file}.rels"
        if name in self.names:
            self.parse(name, start=start)
        return found


def _resolved(folder: str, target: str) -> str:
    steps = [] if target.startswith("/") else folder.split("/")
    for step in target.split("/"):
        if step == "..":
            steps = steps[:-1]
        elif step not in {"", "."}:
            steps.append(step)
    return "/".join(steps)


def _local(name: str) -> str:
    return name.rpartition(" ")[2]


def _attribute(name: str) -> str:
    space, _, local = name.rpartition(" ")
    return f"r:{local}" if space.endswith("/relationships") else local


def _no_doctype(*_: Any) -> None:
    """Office never writes one; whoever does wants entities that grow."""
    raise Refused("entities")
