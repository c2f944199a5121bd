"""What share links ask of documents and organisations; shared/app.py gives it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Protocol

from shared.identity.actor import Actor
from shared.identity.organisation_policies import OrganisationPolicies
from shared.kit.blob_path import BlobPath
from shared.kit.blob_signing import SignedUrl


@dataclass(frozen=True, slots=True)
class LinkedFile:
    """The file of one revision that is ready. `pictures` is how many of its pages were drawn."""

    revision: int
    file_name: str
    size_bytes: int
    content_type: str
    sha256: str
    blob: BlobPath
    pictures: int = 0


@dataclass(frozen=True, slots=True)
class LinkedDocument:
    """`file` is None when the revision asked for is not ready; `newest` is the number of the newest that is."""

    id: str
    title: str
    is_trashed: bool
    file: LinkedFile | None
    newest: int | None

    @property
    def shared_file(self) -> LinkedFile | None:
        """What a link may give away: nothing out of the trash."""
        return None if self.is_trashed else self.file


class FindDocument(Protocol):
    async def __call__(self, actor: Actor, document_id: str, revision: int | None = None) -> LinkedDocument:
        """With the file of this revision, None for the newest. Errors: NotFound, also outside the actor's scope."""
        ...


class Organisation(Protocol):
    @property
    def name(self) -> str: ...

    @property
    def policies(self) -> OrganisationPolicies: ...


FindOrganisation = Callable[[str], Awaitable[Organisation]]
"""Errors: NotFound."""

SignFile = Callable[[LinkedFile], Awaitable[SignedUrl]]
"""A URL for minutes, always as an attachment."""

SignPictures = Callable[[LinkedFile], Awaitable[list[SignedUrl]]]
"""URLs of the pictures of its pages, in order."""
