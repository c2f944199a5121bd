"""What people do with archives of their organisation: ask for one, follow it, download it. Each is everything there is, of all sites."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from shared.archives.errors import ArchiveNotReady, ArchiveUnderWay
from shared.archives.exporting import Exporting
from shared.archives.format import MANIFEST
from shared.archives.model import ABANDONED, Archive
from shared.archives.parts import CONTENT_TYPE
from shared.archives.repository import ArchiveRepository
from shared.errors import Forbidden, NotFound
from shared.identity.actor import Actor
from shared.identity.own_proof import OwnProof
from shared.identity.proof import Proof
from shared.kit.blob_signing import SignedUrl
from shared.kit.blobs import BlobStore
from shared.kit.ids import new_id
from shared.kit.paging import Page, PageRequest
from shared.kit.repository import Activity
from shared.organisations.model import Organisation

DOWNLOAD_LIFE = timedelta(minutes=60)  # a part is a gigabyte
FindOrganisation = Callable[[str], Awaitable[Organisation]]


@dataclass(frozen=True, slots=True)
class Download:
    """Of a part, or of the manifest."""

    name: str
    size_bytes: int
    sha256: str
    signed: SignedUrl


@dataclass(frozen=True, slots=True)
class ArchiveService:
    archives: ArchiveRepository
    exporting: Exporting
    proof: OwnProof
    find_organisation: FindOrganisation
    blobs: BlobStore
    now: Callable[[], datetime]

    async def begin(self, actor: Actor, proof: Proof, address: str) -> Archive:
        """Errors: Forbidden, ArchiveUnderWay; SessionExpired, NoPassword, ProofWrong, TooManyAttempts."""
        require_all_sites(actor)
        await self.proof.require(actor, proof, address)
        organisation, is_under_way = await asyncio.gather(
            self.find_organisation(actor.organisation_id), self.archives.is_under_way(actor.organisation_id)
        )
        if is_under_way:
            raise ArchiveUnderWay
        now = self.now()
        archive = Archive(
            id=new_id(),
            organisation_id=actor.organisation_id,
            created_at=now,
            updated_at=now,
            created_by=actor.user_id,
            organisation_name=organisation.name,
            blobs_due_at=now + ABANDONED,
        )
        return await self.exporting.begin(archive)

    async def list_page(self, actor: Actor, request: PageRequest) -> Page[Archive]:
        """Errors: CursorInvalid."""
        return await self.archives.list_page(actor.organisation_id, request)

    async def get(self, actor: Actor, archive_id: str) -> Archive:
        """Errors: NotFound."""
        return await self.archives.get(actor.organisation_id, archive_id)

    async def cancel(self, actor: Actor, archive_id: str) -> Archive:
        """Repeating is harmless, and so is cancelling what has ended. Errors: NotFound, Forbidden, Unavailable."""
        archive = await self.get(actor, archive_id)
        require_all_sites(actor)
        return await self.exporting.cancel(archive, actor.user_id)

    async def sign_download(self, actor: Actor, archive_id: str, number: int) -> Download:
        """Of a part; 0 is the manifest. Errors: NotFound, Forbidden, ArchiveNotReady."""
        archive = await self.get(actor, archive_id)
        require_all_sites(actor)
        if not archive.is_there:
            raise ArchiveNotReady
        download = await self._sign(archive, number)
        happened = Activity.of("archive.downloaded", archive, actor=actor.user_id, at=self.now(), part=number)
        await self.archives.record(happened)
        return download

    async def _sign(self, archive: Archive, number: int) -> Download:
        """Errors: ArchiveNotReady for a part that there is not."""
        if number == 0:
            name, blob, kind = MANIFEST, archive.manifest_blob or "", "application/json"
            size, sha256 = archive.manifest_size, archive.manifest_sha256 or ""
        else:
            try:
                found = await self.archives.get_part(archive, number)
            except NotFound as error:
                raise ArchiveNotReady from error
            name, blob, kind = found.part.name, found.blob, CONTENT_TYPE
            size, sha256 = found.part.size_bytes, found.part.sha256
        signed = await self.blobs.sign_download(archive.blob(blob), name, kind, DOWNLOAD_LIFE)
        return Download(name, size, sha256, signed)


def require_all_sites(actor: Actor) -> None:
    """Errors: Forbidden."""
    if actor.site_ids is not None:
        raise Forbidden("You are limited to some sites: an archive holds documents of all.")
