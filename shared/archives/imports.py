"""What people do with imports: announce an archive, upload its parts, try it out, restore it, follow that."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from shared.archives.errors import ImportExpired, ImportUnderWay, ManifestMissing, OrganisationNotEmpty
from shared.archives.importing import Importing
from shared.archives.model import ABANDONED, ArchiveImport, ImportRun
from shared.archives.repository import ImportRepository, ImportRunRepository
from shared.archives.service import require_all_sites
from shared.errors import StaleVersion
from shared.identity.actor import Actor
from shared.identity.own_proof import OwnProof
from shared.identity.proof import Proof
from shared.kit.blob_signing import SignedUrl
from shared.kit.blobs import BlobStore, Block
from shared.kit.ids import new_id
from shared.kit.large_blobs import BLOCK
from shared.kit.paging import Page, PageRequest

UPLOAD_LIFE = timedelta(minutes=60)


@dataclass(frozen=True, slots=True)
class PartUpload:
    """`whole_bytes`: of what was put together, None before that; `blocks` came since, `block_size` is what each should have."""

    signed: SignedUrl
    whole_bytes: int | None
    blocks: list[Block]
    block_size: int = BLOCK


@dataclass(frozen=True, slots=True)
class ImportService:
    imports: ImportRepository
    runs: ImportRunRepository
    importing: Importing
    proof: OwnProof
    blobs: BlobStore
    now: Callable[[], datetime]

    async def create(
        self, actor: Actor, proof: Proof, address: str, *, manifest_size: int, manifest_sha256: str
    ) -> ArchiveImport:
        """Errors: Forbidden; SessionExpired, NoPassword, ProofWrong, TooManyAttempts."""
        require_all_sites(actor)
        await self.proof.require(actor, proof, address)
        now = self.now()
        return await self.imports.create(
            ArchiveImport(
                id=new_id(),
                organisation_id=actor.organisation_id,
                created_at=now,
                updated_at=now,
                created_by=actor.user_id,
                manifest_size=manifest_size,
                manifest_sha256=manifest_sha256,
                blobs_due_at=now + ABANDONED,
            )
        )

    async def list_page(self, actor: Actor, request: PageRequest) -> Page[ArchiveImport]:
        """Errors: CursorInvalid."""
        return await self.imports.list_page(actor.organisation_id, request)

    async def get(self, actor: Actor, import_id: str) -> tuple[ArchiveImport, ImportRun | None]:
        """With the newest run of it. Errors: NotFound."""
        held = await self.imports.get(actor.organisation_id, import_id)
        if held.run_id is None:
            return held, None
        return held, await self.runs.find(actor.organisation_id, held.run_id)

    async def sign_upload(self, actor: Actor, import_id: str, number: int) -> PartUpload:
        """Of a part, in blocks or at once; 0 is the manifest, which is put once.

        Errors: NotFound, Forbidden, ImportExpired, ImportUnderWay.
        """
        held = await self._open(actor, import_id)
        path = held.blob(number)
        sign = self.blobs.sign_create if number == 0 else self.blobs.sign_blocks
        signed, found, blocks = await asyncio.gather(
            sign(path, UPLOAD_LIFE), self.blobs.properties(path), self.blobs.blocks(path)
        )
        return PartUpload(signed, None if found is None else found.size, blocks.uncommitted)

    async def begin(self, actor: Actor, import_id: str, *, dry_run: bool) -> tuple[ArchiveImport, ImportRun]:
        """Check it, and unless it is a dry run restore it; one that failed or was cancelled goes on where it was.

        Errors: NotFound, Forbidden, ImportExpired, ImportUnderWay, ManifestMissing, OrganisationNotEmpty.
        """
        held = await self._open(actor, import_id)
        found = await self.blobs.properties(held.blob(0))
        if found is None or found.size != held.manifest_size:
            raise ManifestMissing
        if await self.importing.target.is_taken(actor.organisation_id):
            raise OrganisationNotEmpty
        now = self.now()
        run = ImportRun(
            id=new_id(),
            organisation_id=actor.organisation_id,
            created_at=now,
            updated_at=now,
            created_by=actor.user_id,
            import_id=held.id,
            dry_run=dry_run,
        )
        try:
            return await self.imports.replace(held.with_run(run, now)), await self.importing.begin(run)
        except StaleVersion as error:
            raise ImportUnderWay from error

    async def cancel(self, actor: Actor, import_id: str) -> tuple[ArchiveImport, ImportRun | None]:
        """What was restored stays, and is passed over when it goes on. Errors: NotFound, Forbidden, Unavailable."""
        held, run = await self.get(actor, import_id)
        require_all_sites(actor)
        return held, None if run is None else await self.importing.cancel(run, actor.user_id)

    async def _open(self, actor: Actor, import_id: str) -> ArchiveImport:
        """Errors: NotFound, Forbidden, ImportExpired, ImportUnderWay."""
        held = await self.imports.get(actor.organisation_id, import_id)
        require_all_sites(actor)
        if held.blobs_due_at is None:
            raise ImportExpired
        if await self.runs.is_under_way(actor.organisation_id):
            raise ImportUnderWay
        return held
