"""A link by which somebody without an account sends files, to where and as what its maker decided."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, Literal, Self

from pydantic import Field

from shared.identity.organisation_policies import SharingPolicy
from shared.share_links.link import Link, LinkState, LinkUse, seconds_kept

PAGE = "/upload"
MAX_FILES = 1000
TITLE_RULE = "{file}"
PLACEHOLDERS = ("{file}", "{number}", "{date}")
PASS_HOURS = 24  # how long a password that was typed is good for, so that a broken upload goes on without it


class UploadLink(Link):
    """`files` and `bytes` are what was announced by it so far; `classification` is what its documents are sorted by, by field name.

    `title_rule` makes their titles; `message` is for those who get the link, `note` for colleagues.
    """

    kind: Literal["uploadLink"] = "uploadLink"
    site_id: str | None
    classification: dict[str, Any] = Field(default_factory=dict)
    title_rule: str = TITLE_RULE
    message: str = ""
    max_files: int
    max_bytes: int
    files: int = 0
    bytes: int = 0

    @property
    def preset(self) -> dict[str, Any]:
        """As documents take it: JSON knows no tuples."""
        known = self.classification
        return {**known, "tags": tuple(known["tags"])} if "tags" in known else known

    @property
    def has_room(self) -> bool:
        return self.files < self.max_files and self.bytes < self.max_bytes

    @property
    def bytes_left(self) -> int:
        return max(0, self.max_bytes - self.bytes)

    def state(self, policy: SharingPolicy, now: datetime) -> LinkState:
        if self.revoked_at is not None:
            return LinkState.REVOKED
        if now >= self.ends_at(policy):
            return LinkState.EXPIRED
        if self.lacks_password(policy):
            return LinkState.SUSPENDED
        return LinkState.ACTIVE if self.has_room else LinkState.USED_UP

    def taking(self, size_bytes: int, now: datetime) -> Self:
        """One more file. Nobody changed the link, so `updated_at` stays."""
        kept = seconds_kept(self.expires_at, now)
        return self.model_copy(
            update={"files": self.files + 1, "bytes": self.bytes + size_bytes, "last_used_at": now, "ttl": kept}
        )

    def title_of(self, file_name: str, now: datetime, longest: int) -> str:
        """By the rule, for the next file."""
        stem, dot, _ = file_name.rpartition(".")
        values = {"{file}": stem if dot and stem else file_name, "{number}": str(self.files + 1)}
        values["{date}"] = now.date().isoformat()
        title = self.title_rule
        for placeholder, value in values.items():
            title = title.replace(placeholder, value)
        return title[:longest].strip() or file_name


class UploadUseOutcome(StrEnum):
    ANNOUNCED = "announced"
    COMPLETED = "completed"
    PASSWORD_WRONG = "password_wrong"  # noqa: S105 (what happened)


class UploadUse(LinkUse):
    kind: Literal["uploadUse"] = "uploadUse"
    outcome: UploadUseOutcome
    document_id: str | None


@dataclass(frozen=True, slots=True)
class UploadLinkDraft:
    expires_at: datetime
    password: str | None
    site_id: str | None
    max_files: int
    max_bytes: int
    title_rule: str = TITLE_RULE
    message: str = ""
    note: str = ""
    classification: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SentFile:
    """What its sender says about a file before it comes, and what they call themselves."""

    file_name: str
    size_bytes: int
    sha256: str
    content_type: str
    sender: str


@dataclass(frozen=True, slots=True)
class SentBlock:
    id: str
    size_bytes: int


@dataclass(frozen=True, slots=True)
class Target:
    """Where the bytes go."""

    method: Literal["single", "blocks"]
    url: str
    block_size_bytes: int
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Received:
    """A file that was sent by a link, as its sender may see it. `target` and what the storage has only while it is awaited."""

    id: str
    file_name: str
    size_bytes: int
    state: str
    rejection: tuple[str, str] | None
    target: Target | None = None
    whole_bytes: int | None = None
    committed: tuple[SentBlock, ...] = ()
    uncommitted: tuple[SentBlock, ...] = ()
