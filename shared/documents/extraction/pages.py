"""Pages of text as they are written in the sandbox and read by the worker: one JSON object a line, each cap recorded."""

import json
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

PAGES = "pages.jsonl"
_HYPHEN = re.compile("[\x02\ufffe]\r?\n?")  # what PDFium says for a hyphen that only breaks a line
_UNWANTED = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class TextLimits:
    """`page_bytes` and `total_bytes` count UTF-8; after `seconds` the work ends with what there is by then.
    `inflated_bytes` may come out of the compressed parts of one file.
    """

    pages: int = 2_000
    page_bytes: int = 100 * 1024
    total_bytes: int = 20 * 1024 * 1024
    seconds: int = 60
    inflated_bytes: int = 512 * 1024 * 1024


DEFAULT = TextLimits()


@dataclass(frozen=True, slots=True)
class PageText:
    """`label` says what the page is where it has a name: a sheet, a slide, a range of lines."""

    number: int
    text: str
    label: str = ""


@dataclass(slots=True)
class PageWriter:
    """Takes pages in order, from 1, until a cap is met."""

    stream: IO[bytes]
    limits: TextLimits
    count: int = 0
    written: int = 0
    total: int | None = None  # pages the document has, where it says so
    truncated: set[str] = field(default_factory=set)
    started: float = field(default_factory=time.monotonic)

    def add(self, text: str, label: str = "") -> bool:
        """False once nothing more is wanted: `truncated` then says which cap was met."""
        if not self.has_room:
            return False
        content = cleaned(text).encode()
        for name, room in (("page", self.limits.page_bytes), ("total", self.limits.total_bytes - self.written)):
            if len(content) > room:
                content = content[:room].decode(errors="ignore").encode()
                self.truncated.add(name)
        self.count += 1
        self.written += len(content)
        line = {"number": self.count, "text": content.decode(), "label": cleaned(label)[:100]}
        self.stream.write(json.dumps(line, ensure_ascii=False).encode() + b"\n")
        return "total" not in self.truncated

    @property
    def has_room(self) -> bool:
        if self.count >= self.limits.pages:
            self.truncated.add("pages")
        elif self.written >= self.limits.total_bytes:
            self.truncated.add("total")
        elif time.monotonic() - self.started > self.limits.seconds:
            self.truncated.add("time")
        else:
            return True
        return False


def cleaned(text: str) -> str:
    """As it can be stored and searched: no control characters but tab and line feed, no half characters, no blanks at the ends."""
    joined = _HYPHEN.sub("", text).replace("\r\n", "\n").replace("\r", "\n")
    return _UNWANTED.sub("", joined).strip()


def read_pages(folder: Path) -> Iterator[PageText]:
    """What the sandbox wrote, a page at a time."""
    with (folder / PAGES).open(encoding="utf-8") as lines:
        for line in lines:
            said = json.loads(line)
            yield PageText(int(said["number"]), str(said["text"]), str(said["label"]))
