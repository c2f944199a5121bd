"""What people send of documents, before there is one or to change one, and what is told of it at once."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from shared.kit.model import Wire

CLASSIFICATION = frozenset({"type_id", "discipline", "tags", "fields", "number"})


class Guest(Wire):
    """Who sent a document by an upload link: the link, and what they call themselves (their own claim)."""

    link_id: str
    name: str


@dataclass(frozen=True, slots=True)
class FileDraft:
    """What is said about a file before it comes."""

    file_name: str
    size_bytes: int
    sha256: str
    content_type: str


@dataclass(frozen=True, slots=True)
class DocumentDraft:
    """`classification`: values by field name, of those in `CLASSIFICATION`. What a `guest` sends is the `owner_id`'s.

    What belongs to a report brings an id of its own, made by a device.
    """

    file: FileDraft
    title: str | None = None
    site_id: str | None = None
    classification: Mapping[str, Any] = field(default_factory=dict)
    guest: Guest | None = None
    owner_id: str | None = None
    report_id: str | None = None
    id: str | None = None


@dataclass(frozen=True, slots=True)
class DocumentChange:
    """New values by field name; what is absent stays as it is."""

    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Duplicate:
    """Another document that holds the same bytes."""

    id: str
    title: str
    trashed: bool
