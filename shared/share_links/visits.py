"""What the holder of a link does, who needs no account: look at what it is, at its pages, download it.

Whatever keeps a link from working is the same LinkInvalid after the same requests: unknown, revoked, expired, used up, suspended, or its
document trashed, rejected or gone. Nobody learns which, and a wrong secret learns nothing at all.
"""

import asyncio
import contextlib
import random
from collections.abc import Callable, Set
from dataclasses import dataclass
from datetime import datetime, timedelta

from shared.errors import StaleVersion, Unavailable
from shared.identity.errors import LinkInvalid
from shared.kit.blob_signing import SignedUrl
from shared.kit.ids import new_id
from shared.kit.sealing import Sealer, Unsealable
from shared.share_links.doors import Door, found
from shared.share_links.errors import LookEnded, NoPreview, ViewOnly
from shared.share_links.link import LinkState, Visitor, parts_of, visitor_by
from shared.share_links.model import Access, ShareLink, ShareUse, Terms, UseOutcome
from shared.share_links.ports import FindDocument, FindOrganisation, LinkedDocument, LinkedFile, SignFile, SignPictures
from shared.share_links.repository import ShareLinkRepository, ShareUseRepository

LOOK = timedelta(hours=1)  # how long one use shows its pages, whose URLs work for less
COUNT_ATTEMPTS = 15
STEP = 0.02  # seconds; those who meet at one link spread out over more with every try


@dataclass(frozen=True, slots=True)
class Opened:
    """A link that works, and what it leads to."""

    link: ShareLink
    terms: Terms
    document: LinkedDocument
    file: LinkedFile
    organisation_name: str


@dataclass(frozen=True, slots=True)
class Look:
    """What one use shows: URLs of the pages in order, and what gets fresh ones while it lasts."""

    pages: list[SignedUrl]
    passed: str


@dataclass(frozen=True, slots=True)
class LinkVisits:
    links: ShareLinkRepository
    uses: ShareUseRepository
    find_document: FindDocument
    find_organisation: FindOrganisation
    sign: SignFile
    sign_pictures: SignPictures
    door: Door
    sealer: Sealer
    now: Callable[[], datetime]

    async def read(self, token: str, visitor: Visitor) -> Opened:
        """What it is; counts as no use. Errors: LinkInvalid, TooManyAttempts."""
        await self.door.admit(visitor)
        return await self._open(token, {LinkState.ACTIVE})

    async def download(self, token: str, password: str | None, visitor: Visitor) -> tuple[Opened, SignedUrl]:
        """One use. Of many at once exactly as many get a URL as there are uses left.

        Errors: LinkInvalid, LinkPasswordWrong, ViewOnly, TooManyAttempts, Unavailable when too many come at once.
        """
        opened = await self.read(token, visitor)
        await self._check_password(opened, password, visitor)
        if opened.link.access is Access.VIEW:
            raise ViewOnly
        signed = await self.sign(opened.file)  # before the use is counted: what fails costs nobody a use
        await self._count(opened, visitor, UseOutcome.DOWNLOADED)
        return opened, signed

    async def view(self, token: str, password: str | None, visitor: Visitor) -> Look:
        """Pictures of its first pages: a use as a download is, since it gives away what the document says.

        Errors: LinkInvalid, LinkPasswordWrong, NoPreview, TooManyAttempts, Unavailable.
        """
        opened = await self.read(token, visitor)
        await self._check_password(opened, password, visitor)
        pages = await self._pictures(opened.file)
        await self._count(opened, visitor, UseOutcome.VIEWED)
        return Look(pages, self.sealer.seal(_seen(opened)))

    async def look_on(self, token: str, passed: str, visitor: Visitor) -> Look:
        """Fresh URLs of what was opened: no use, also after the last one, and no password; a link that ended meanwhile shows nothing.

        Errors: LinkInvalid, LookEnded, NoPreview, TooManyAttempts.
        """
        await self.door.admit(visitor)
        opened = await self._open(token, {LinkState.ACTIVE, LinkState.USED_UP})
        try:
            seen = self.sealer.open(passed, max_age=int(LOOK.total_seconds()))
        except Unsealable as error:
            raise LookEnded from error
        if seen != _seen(opened):
            raise LookEnded
        return Look(await self._pictures(opened.file), passed)

    async def _pictures(self, file: LinkedFile) -> list[SignedUrl]:
        if not file.pictures:
            raise NoPreview
        return await self.sign_pictures(file)

    async def _open(self, token: str, states: Set[LinkState]) -> Opened:
        """Errors: LinkInvalid in any other state."""
        if (parts := parts_of(token)) is None:
            raise LinkInvalid
        organisation_id, link_id, secret = parts
        link = await self.links.find(organisation_id, link_id)
        wanted, revision = (link_id, None) if link is None else (link.document_id, link.revision)
        document, organisation = await asyncio.gather(
            found(self.find_document(visitor_by(organisation_id, link_id), wanted, revision)),
            found(self.find_organisation(organisation_id)),
        )
        if link is None or document is None or organisation is None or not link.accepts(secret):
            raise LinkInvalid
        terms, file = link.terms(organisation.policies.sharing), document.shared_file
        if file is None or link.state(terms, self.now()) not in states or terms.lacks_password:
            raise LinkInvalid
        return Opened(link, terms, document, file, organisation.name)

    async def _check_password(self, opened: Opened, password: str | None, visitor: Visitor) -> None:
        """Errors: LinkPasswordWrong, TooManyAttempts."""

        async def note_wrong() -> None:
            await self.uses.create(self._use(opened, visitor, UseOutcome.PASSWORD_WRONG))

        await self.door.check_password(opened.link, password, visitor, note_wrong)

    async def _count(self, opened: Opened, visitor: Visitor, outcome: UseOutcome) -> None:
        """Compare and swap. Errors: LinkInvalid when others used it up or somebody revoked it meanwhile, Unavailable."""
        use, link, now = self._use(opened, visitor, outcome), opened.link, self.now()
        activity = link.happened("used", link.id, now, revision=use.revision, outcome=outcome.value)
        for attempt in range(COUNT_ATTEMPTS):
            if link.state(opened.terms, now) is not LinkState.ACTIVE:
                raise LinkInvalid
            with contextlib.suppress(StaleVersion):
                return await self.links.count_use(link.used(now), use, activity)
            await asyncio.sleep(random.uniform(0, STEP * (attempt + 1)))  # noqa: S311 (no secret)
            if (again := await self.links.find(link.organisation_id, link.id)) is None:
                raise LinkInvalid
            link = again
        raise Unavailable(retry_after=1)

    def _use(self, opened: Opened, visitor: Visitor, outcome: UseOutcome) -> ShareUse:
        now = self.now()
        return ShareUse(
            id=new_id(),
            organisation_id=opened.link.organisation_id,
            created_at=now,
            updated_at=now,
            created_by=opened.link.id,
            link_id=opened.link.id,
            outcome=outcome,
            revision=opened.file.revision,
            network=visitor.network,
            device=visitor.device,
        )


def _seen(opened: Opened) -> str:
    """What a look was at: another revision is another look."""
    return f"look {opened.link.id} {opened.file.revision}"
