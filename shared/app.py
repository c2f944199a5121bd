"""What the product consists of, by noun, built once per process on first use.

Everything heavy is imported then, so that a cold start pays for what it uses (docs/adr/0001).
"""

from __future__ import annotations

import asyncio
import functools
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from shared.analytics.composition import Analytics
    from shared.api_keys.service import ApiKeyService
    from shared.archives.composition import Archives
    from shared.bulk.composition import Bulk
    from shared.config import Settings
    from shared.document_types.service import DocumentTypeService
    from shared.documents.composition import Documents
    from shared.due_reports.composition import DueReports
    from shared.exports.composition import Exports
    from shared.holds.composition import Holds
    from shared.identity.composition import Entra, Identity
    from shared.kit.blobs import BlobStore
    from shared.kit.cache import Cache
    from shared.kit.cosmos import Database
    from shared.kit.counters import Counters
    from shared.kit.http.idempotency import IdempotencyStore
    from shared.kit.http.limits import RateLimits
    from shared.kit.jobs.queues import JobQueue
    from shared.linked_documents import Sharing
    from shared.notices.composition import Notices
    from shared.organisations.service import OrganisationService
    from shared.report_attachments import ReportAttachments
    from shared.reports.composition import Reports
    from shared.retention.composition import Retention
    from shared.sites.service import SiteService
    from shared.users.composition import Users
    from shared.views.service import ViewService
    from shared.wells.service import WellService


@dataclass(frozen=True, slots=True)
class Platform:
    """What every noun stands on."""

    settings: Settings
    now: Callable[[], datetime]
    database: Database
    blobs: BlobStore
    queue: JobQueue
    cache: Cache
    counters: Counters


@dataclass(frozen=True, slots=True)
class App(Platform):
    """The services that functions call, by noun."""

    rates: RateLimits
    idempotency: IdempotencyStore
    identity: Identity
    entra: Entra
    users: Users
    organisations: OrganisationService
    sites: SiteService
    api_keys: ApiKeyService
    document_types: DocumentTypeService
    documents: Documents
    holds: Holds
    reports: Reports
    due_reports: DueReports
    analytics: Analytics
    notices: Notices
    retention: Retention
    bulk: Bulk
    sharing: Sharing
    archives: Archives
    attachments: ReportAttachments
    exports: Exports
    views: ViewService
    wells: WellService

    async def ping(self) -> None:
        """One request to each of the services this stands on. Errors: Unavailable, NotFound when one is not set up."""
        await asyncio.gather(
            self.database.container("documents").ping(),
            self.blobs.ping("library"),
            self.queue.ping("documents-verify"),
        )

    async def close(self) -> None:
        """Give back every connection; for tests and tools, the worker simply ends."""
        self.entra.sign_in.provider.close()
        for resource in (self.database, self.blobs, self.queue, self.cache, self.counters):
            await resource.close()


@functools.cache
def current_app() -> App:
    """The app of this process, with the settings of its environment."""
    from shared.composition import build_app
    from shared.config import Settings

    return build_app(Settings())
