"""What people do with exports: ask for one, follow it, cancel it, download it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from shared.errors import FieldError, Invalid
from shared.exports.errors import ExportNotReady, TooManyExports
from shared.exports.exporting import Exporting
from shared.exports.model import ABANDONED, Export, ExportState, Order
from shared.exports.repository import ExportRepository
from shared.identity.actor import Actor, CheckScope
from shared.identity.permissions import Role
from shared.kit.blob_signing import SignedUrl
from shared.kit.blobs import BlobStore
from shared.kit.ids import new_id
from shared.kit.paging import Page, PageRequest
from shared.kit.repository import Activity
from shared.reports.definitions import Registry

DOWNLOAD_LIFE = timedelta(minutes=15)
UNDER_WAY = 5  # of one person


@dataclass(frozen=True, slots=True)
class Download:
    """Where the file is, and what goes beside it."""

    name: str
    size_bytes: int
    sha256: str
    file: SignedUrl
    manifest: SignedUrl


@dataclass(frozen=True, slots=True)
class ExportService:
    exports: ExportRepository
    exporting: Exporting
    definitions: Registry
    check_scope: CheckScope
    blobs: BlobStore
    now: Callable[[], datetime]

    async def request(self, actor: Actor, order: Order) -> Export:
        """Errors: Invalid, TooManyExports."""
        await self.check(actor, order)
        under_way = await self.exports.count_under_way(actor.organisation_id, actor.user_id, UNDER_WAY)
        if under_way >= UNDER_WAY:
            raise TooManyExports
        return await self.begin(actor, order, new_id())

    async def begin(
        self,
        actor: Actor,
        order: Order,
        export_id: str,
        schedule_id: str | None = None,
        readers: tuple[Role, ...] = (),
    ) -> Export:
        """What was checked. Errors: AlreadyExists when it was begun before."""
        now = self.now()
        export = Export(
            id=export_id,
            organisation_id=actor.organisation_id,
            created_at=now,
            updated_at=now,
            created_by=actor.user_id,
            order=order,
            by_key=not actor.is_person,
            schedule_id=schedule_id,
            readers=readers,
            blobs_due_at=now + ABANDONED,
        )
        return await self.exporting.begin(export, format=order.format.value, scheduleId=schedule_id)

    async def check(self, actor: Actor, order: Order) -> None:
        """Errors: Invalid naming a type there is not, or a site that the actor does not see."""
        known = {one.kind for one in self.definitions.all()}
        if unknown := [one for one in order.wanted.types if one not in known]:
            raise Invalid(fields=[FieldError("types", "unknown_type", f"there is no type {unknown[0]}")])
        if order.wanted.site_ids:
            await self.check_scope(actor, order.wanted.site_ids)

    async def list_page(self, actor: Actor, request: PageRequest) -> Page[Export]:
        """One's own; those that hold reports of sites no longer seen are left out, so that a page may be shorter. Errors: CursorInvalid."""
        page = await self.exports.list_of(actor.organisation_id, actor.user_id, request)
        return Page([one for one in page.items if one.holds_only_seen(actor)], page.next_cursor)

    async def get(self, actor: Actor, export_id: str) -> Export:
        """Errors: NotFound, also for somebody else's."""
        return (await self.exports.get(actor.organisation_id, export_id)).seen_by(actor)

    async def cancel(self, actor: Actor, export_id: str) -> Export:
        """Repeating is harmless, and so is cancelling what has ended. Errors: NotFound, Unavailable."""
        export = (await self.exports.get(actor.organisation_id, export_id)).owned_by(actor)
        return await self.exporting.cancel(export, actor.user_id)

    async def sign_download(self, actor: Actor, export_id: str) -> Download:
        """Errors: NotFound, ExportNotReady."""
        export = await self.get(actor, export_id)
        name, kind, sha256 = export.file_name, export.content_type, export.sha256
        file, manifest = export.file_blob, export.manifest_blob
        is_ready = export.shown_state is ExportState.READY
        if not is_ready or name is None or kind is None or sha256 is None or file is None or manifest is None:
            raise ExportNotReady
        download = Download(
            name=name,
            size_bytes=export.size_bytes,
            sha256=sha256,
            file=await self.blobs.sign_download(export.blob(file), name, kind, DOWNLOAD_LIFE),
            manifest=await self.blobs.sign_download(
                export.blob(manifest), f"{name}.manifest.json", "application/json", DOWNLOAD_LIFE
            ),
        )
        await self.exports.record(Activity.of("export.downloaded", export, actor=actor.user_id, at=self.now()))
        return download
