"""Letters as .eml files in one folder, the newest 1,000 of them, and what is in them."""

import itertools
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

KEPT = 1_000
_DELIVERED = "Delivered-To"  # whom the sender named to the server; the letter's own To may say something else


@dataclass(frozen=True, slots=True)
class Letter:
    """`to` are the addresses it was delivered to; `text` and `html` are "" where the letter has no such part."""

    id: str
    received_at: datetime
    sender: str
    to: tuple[str, ...]
    subject: str
    text: str
    html: str

    def to_json(self) -> dict[str, object]:
        return {
            "id": self.id,
            "receivedAt": self.received_at.isoformat(timespec="milliseconds"),
            "from": self.sender,
            "to": list(self.to),
            "subject": self.subject,
            "text": self.text,
            "html": self.html,
        }


class Letterbox:
    """File names begin with the time of arrival, so their order is that of arrival, over restarts too."""

    def __init__(self, folder: Path, *, kept: int = KEPT) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._kept = kept
        self._turn = itertools.count()

    def put(self, content: bytes, to: Sequence[str]) -> str:
        """Keep a letter and answer its id; those over the limit go."""
        letter_id = f"{time.time_ns() // 1_000_000:013d}-{next(self._turn) % 1_000_000:06d}"
        trace = "".join(f"{_DELIVERED}: {address}\r\n" for address in to)
        unfinished = self._folder / f"{letter_id}.tmp"
        unfinished.write_bytes(trace.encode() + content)
        unfinished.rename(self._path(letter_id))  # nobody ever reads half a letter
        for old in self._ids()[self._kept :]:
            self._path(old).unlink(missing_ok=True)
        return letter_id

    def find(self, letter_id: str) -> Letter | None:
        return self._read(letter_id) if letter_id in self._ids() else None

    def find_source(self, letter_id: str) -> bytes | None:
        """The file as it is."""
        return self._content(letter_id) if letter_id in self._ids() else None

    def newest(self, *, to: str = "", limit: int = 100) -> list[Letter]:
        """The last to arrive first; `to` is a whole address, in whatever case."""
        found: list[Letter] = []
        for letter_id in self._ids():
            letter = self._read(letter_id)
            if letter is not None and (not to or to.lower() in (address.lower() for address in letter.to)):
                found.append(letter)
            if len(found) == limit:
                break
        return found

    def _read(self, letter_id: str) -> Letter | None:
        content = self._content(letter_id)
        return None if content is None else _parsed(letter_id, content)

    def _content(self, letter_id: str) -> bytes | None:
        try:
            return self._path(letter_id).read_bytes()
        except FileNotFoundError:  # a newer letter has just pushed it out
            return None

    def _ids(self) -> list[str]:
        return sorted((file.stem for file in self._folder.glob("*.eml")), reverse=True)

    def _path(self, letter_id: str) -> Path:
        return self._folder / f"{letter_id}.eml"


def _parsed(letter_id: str, content: bytes) -> Letter:
    message = message_from_bytes(content, policy=policy.default)
    assert isinstance(message, EmailMessage)
    return Letter(
        id=letter_id,
        received_at=datetime.fromtimestamp(int(letter_id.partition("-")[0]) / 1000, UTC),
        sender=str(message["From"] or ""),
        to=tuple(str(address) for address in message.get_all(_DELIVERED, [])),
        subject=str(message["Subject"] or ""),
        text=_part(message, "plain"),
        html=_part(message, "html"),
    )


def _part(message: EmailMessage, kind: str) -> str:
    part = message.get_body((kind,))
    if part is None:
        return ""
    try:
        return str(part.get_content()).replace("\r\n", "\n")
    except (LookupError, UnicodeError):  # a character set nobody knows
        return "(unreadable)"
