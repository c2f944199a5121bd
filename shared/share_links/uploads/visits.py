"""What the holder of an upload link does, who needs no account: look at what is wanted, announce files, send them, go on, finish.

Whatever keeps a link from working is one LinkInvalid after the same requests, as with links to documents. Of the organisation they
learn its name and what the maker of the link wrote to them; of documents those that came by this link, and of those what they said
themselves and what became of it.
"""

import asyncio
import contextlib
import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from shared.document_types.errors import DocumentTypeRetired
from shared.errors import AlreadyExists, Invalid, StaleVersion, Unavailable
from shared.identity.errors import LinkInvalid
from shared.kit.ids import new_id
from shared.kit.sealing import Sealer, Unsealable
from shared.share_links.doors import Door, found
from shared.share_links.errors import LinkFull, LinkPasswordWrong
from shared.share_links.link import LinkState, Visitor, parts_of
from shared.share_links.ports import FindOrganisation
from shared.share_links.uploads.model import (
    PASS_HOURS,
    Received,
    SentFile,
    UploadLink,
    UploadUse,
    UploadUseOutcome,
)
from shared.share_links.uploads.ports import ReceiveDocuments
from shared.share_links.uploads.repository import UploadLinkRepository, UploadUseRepository, taking

TAKE_ATTEMPTS = 15
STEP = 0.05  # seconds; those who meet at one link spread out over more with every try
LONGEST_TITLE = 300


@dataclass(frozen=True, slots=True)
class Invited:
    """A link that works. `max_file_bytes` is what one more file may have."""

    link: UploadLink
    ends_at: datetime
    organisation_name: str
    max_file_bytes: int


@dataclass(frozen=True, slots=True)
class UploadVisits:
    links: UploadLinkRepository
    uses: UploadUseRepository
    documents: ReceiveDocuments
    find_organisation: FindOrganisation
    door: Door
    sealer: Sealer
    now: Callable[[], datetime]

    async def read(self, token: str, visitor: Visitor) -> Invited:
        """Errors: LinkInvalid, TooManyAttempts."""
        await self.door.admit(visitor)
        return await self._open(token)

    async def enter(self, token: str, password: str | None, visitor: Visitor) -> str:
        """A pass for the hours to come, in place of the password. Errors: LinkInvalid, LinkPasswordWrong, TooManyAttempts."""
        invited = await self.read(token, visitor)

        async def note_wrong() -> None:
            await self.uses.create(self._use(invited.link, visitor, UploadUseOutcome.PASSWORD_WRONG, None))

        await self.door.check_password(invited.link, password, visitor, note_wrong)
        return self.sealer.seal(invited.link.id)

    async def announce(self, token: str, passed: str | None, file: SentFile, visitor: Visitor) -> Received:
        """A file that will come, or is on its way, or came before: saying it again goes on with it.

        Errors: LinkInvalid, LinkPasswordWrong, LinkFull, UploadTooLarge, TypeNotAllowed, Unavailable when too many come at once.
        """
        for attempt in range(TAKE_ATTEMPTS):
            link = (await self._admitted(token, passed)).link
            if (known := await self.documents.find(link, file)) is not None:
                return known
            if not link.has_room or file.size_bytes > link.bytes_left:
                raise LinkFull
            try:
                return await self._take(link, file, visitor)
            except StaleVersion:
                await asyncio.sleep(random.uniform(0, STEP * (attempt + 1)))  # noqa: S311 (no secret)
        raise Unavailable(retry_after=1)

    async def get(self, token: str, passed: str | None, document_id: str) -> Received:
        """Its state, and what is needed to go on. Errors: LinkInvalid, LinkPasswordWrong, NotFound."""
        return await self.documents.get((await self._admitted(token, passed)).link, document_id)

    async def complete(self, token: str, passed: str | None, document_id: str, visitor: Visitor) -> Received:
        """Repeating is harmless. Errors: LinkInvalid, LinkPasswordWrong, NotFound, UploadMissing, SizeMismatch."""
        link = (await self._admitted(token, passed)).link
        received = await self.documents.complete(link, document_id)
        use = self._use(link, visitor, UploadUseOutcome.COMPLETED, document_id)
        with contextlib.suppress(
            Unavailable, AlreadyExists
        ):  # a line of the log, once; the activity says it all the same
            await self.uses.create(use.model_copy(update={"id": f"{document_id}.completed"}))
        return received

    async def _take(self, link: UploadLink, file: SentFile, visitor: Visitor) -> Received:
        """The document, the count and the log in one batch. Errors: StaleVersion when the link was used or ended meanwhile."""
        now = self.now()
        title = link.title_of(file.file_name, now, LONGEST_TITLE)
        counted = link.taking(file.size_bytes, now)
        try:
            return await self.documents.announce(
                link,
                file,
                title,
                lambda made: taking(counted, self._use(link, visitor, UploadUseOutcome.ANNOUNCED, made)),
            )
        except (Invalid, DocumentTypeRetired) as error:
            if {fault.field for fault in error.fields} & {"sizeBytes", "fileName"}:
                raise
            raise LinkInvalid from error  # its site or type is gone: nothing a guest could mend

    async def _admitted(self, token: str, passed: str | None) -> Invited:
        invited = await self._open(token)
        if invited.link.password_hash is not None and not self._is_pass(invited.link, passed):
            raise LinkPasswordWrong
        return invited

    def _is_pass(self, link: UploadLink, passed: str | None) -> bool:
        try:
            return self.sealer.open(passed or "", max_age=int(timedelta(hours=PASS_HOURS).total_seconds())) == link.id
        except Unsealable:
            return False

    async def _open(self, token: str) -> Invited:
        """Errors: LinkInvalid. What was used up still lets files come that were announced."""
        if (parts := parts_of(token)) is None:
            raise LinkInvalid
        organisation_id, link_id, secret = parts
        link, organisation = await asyncio.gather(
            self.links.find(organisation_id, link_id), found(self.find_organisation(organisation_id))
        )
        if link is None or organisation is None or not link.accepts(secret):
            raise LinkInvalid
        policy = organisation.policies.sharing
        if link.state(policy, self.now()) not in {LinkState.ACTIVE, LinkState.USED_UP}:
            raise LinkInvalid
        most = min(self.documents.max_bytes, link.bytes_left) if link.has_room else 0
        return Invited(link, link.ends_at(policy), organisation.name, most)

    def _use(self, link: UploadLink, visitor: Visitor, outcome: UploadUseOutcome, document_id: str | None) -> UploadUse:
        now = self.now()
        return UploadUse(
            id=new_id(),
            organisation_id=link.organisation_id,
            created_at=now,
            updated_at=now,
            created_by=link.id,
            link_id=link.id,
            outcome=outcome,
            document_id=document_id,
            network=visitor.network,
            device=visitor.device,
        )
