"""What upload links ask of documents; shared/received_documents.py gives it."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

from shared.identity.actor import Actor
from shared.kit.cosmos import Write
from shared.share_links.uploads.model import Received, SentFile, UploadLink

Taking = Callable[[str], Sequence[Write]]
"""What to write along with the document of this id."""


class ReceiveDocuments(Protocol):
    """`link` reaches the documents that came by it, and no others. Each may raise NotFound for those."""

    @property
    def max_bytes(self) -> int:
        """Of one file."""
        ...

    async def check(self, actor: Actor, site_id: str | None, classification: Mapping[str, Any]) -> None:
        """May the actor make documents like that? Errors: Invalid, DocumentTypeRetired."""
        ...

    async def find(self, link: UploadLink, file: SentFile) -> Received | None:
        """These very bytes under this name, sent by this link before and not refused."""
        ...

    async def announce(self, link: UploadLink, file: SentFile, title: str, beside: Taking) -> Received:
        """Errors: UploadTooLarge, TypeNotAllowed, StaleVersion when the link was used meanwhile; Invalid and DocumentTypeRetired when
        what the link was made with is no longer there.
        """
        ...

    async def get(self, link: UploadLink, document_id: str) -> Received: ...

    async def complete(self, link: UploadLink, document_id: str) -> Received:
        """Errors: UploadMissing, SizeMismatch."""
        ...
