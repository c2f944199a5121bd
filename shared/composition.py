"""Composition root: who is given whom. A noun's own services are wired in its composition.py."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from shared.analytics.composition import Analytics, open_analytics
from shared.app import App, Platform
from shared.archives.composition import Archives, open_archives
from shared.bulk.composition import Bulk, open_bulk
from shared.bulk.composition import Neighbours as BulkNeighbours
from shared.config import Settings
from shared.documents.repository import DocumentRepository
from shared.exports.adapting import Neighbours as ExportNeighbours
from shared.exports.composition import Correspondents as ExportCorrespondents
from shared.exports.composition import Exports, open_exports
from shared.exports.pictures import Pictures
from shared.exports.selecting import Selecting
from shared.kit.blobs import BlobStore
from shared.kit.cache import Cache, open_cache
from shared.kit.clock import utc_now
from shared.kit.cosmos import Database
from shared.kit.counters import Counters
from shared.kit.http.idempotency import IdempotencyStore
from shared.kit.http.limits import RateLimits
from shared.kit.jobs.queues import JobQueue
from shared.kit.mail import Mailer
from shared.kit.sandbox import Sandbox
from shared.linked_documents import LinkedDocuments, Sharing, open_sharing
from shared.notices.composition import Correspondents, Notices, open_notices
from shared.people import People, open_people
from shared.received_documents import ReceivedDocuments
from shared.records import Records, open_records
from shared.reports.composition import ReportNeighbours, Reports, open_reports
from shared.reports.definitions import DEFINITIONS
from shared.retention.composition import Retention, open_retention
from shared.users.people import UserPeople
from shared.views.composition import open_views


def build_app(
    settings: Settings,
    *,
    now: Callable[[], datetime] = utc_now,
    cosmos_transport: Any = None,
    cache: Cache | None = None,
) -> App:
    """Wire everything. `cosmos_transport` replaces the network to Cosmos (tests run its emulator in process)."""
    on = Platform(
        settings=settings,
        now=now,
        database=Database(settings.cosmos_settings, transport=cosmos_transport),
        blobs=BlobStore(settings.blob_settings),
        queue=JobQueue(settings.queue_settings),
        cache=cache or open_cache(settings.redis_settings),
        counters=Counters(settings.redis_settings),
    )
    people = open_people(on)
    return _open_app(on, people, open_records(on, people))


def _open_app(on: Platform, people: People, kept: Records) -> App:
    settings, now, database = on.settings, on.now, on.database
    return App(
        settings=settings,
        now=now,
        database=database,
        blobs=on.blobs,
        queue=on.queue,
        cache=on.cache,
        counters=on.counters,
        rates=RateLimits(on.counters, settings.general_limit, now),
        idempotency=IdempotencyStore(database.container("idempotency"), now),
        identity=people.identity,
        entra=people.entra,
        users=people.users,
        organisations=kept.organisations,
        sites=people.sites,
        api_keys=people.api_keys,
        document_types=kept.types,
        documents=kept.documents,
        holds=kept.holds,
        reports=_open_reports(on, people, kept),
        attachments=kept.attachments,
        due_reports=kept.due_reports,
        analytics=_open_analytics(on, kept),
        notices=_open_notices(on, people, kept),
        retention=_open_retention(on, kept),
        bulk=_open_bulk(on, people, kept),
        sharing=_open_sharing(on, people, kept),
        archives=_open_archives(on, people, kept),
        exports=_open_exports(on, people, kept),
        views=open_views(database.container("directory"), kept.types, people.sites, kept.documents.service, now),
        wells=kept.wells,
    )


def _open_reports(on: Platform, people: People, kept: Records) -> Reports:
    neighbours = ReportNeighbours(people.sites.get, kept.wells.role_on, kept.attachments.states_of)
    return open_reports(kept.reports.container, neighbours, on.now)


def _open_analytics(on: Platform, kept: Records) -> Analytics:
    return open_analytics(
        on.database.container("analytics"),
        kept.reports.container,
        on.queue,
        kept.due_reports.board.obligations,
        on.settings.reconcile_after,
        on.now,
    )


def _open_notices(on: Platform, people: People, kept: Records) -> Notices:
    users, settings = people.users.service, on.settings
    send_letter = Mailer(settings.mail_settings).send
    return open_notices(
        on.database.container("directory"),
        kept.documents.acknowledgements,
        kept.due_reports.watching,
        kept.reports,
        on.queue,
        Correspondents(UserPeople(users.users), users.find_member, kept.zone_of, send_letter),
        settings.page_url,
        on.now,
    )


def _open_retention(on: Platform, kept: Records) -> Retention:
    return open_retention(
        on.database.container("directory"),
        on.database.container("documents"),
        on.database.container("pages"),
        on.blobs,
        on.queue,
        kept.holds.enforcement,
        kept.types.types.find,
        on.settings.reconcile_after,
        on.now,
    )


def _open_bulk(on: Platform, people: People, kept: Records) -> Bulk:
    neighbours = BulkNeighbours(
        documents=kept.documents.service,
        acknowledgements=kept.documents.acknowledgements,
        numbers=kept.documents.numbers,
        types=kept.types,
        find_site=people.sites.find_id,
        check_scope=people.sites.check_scope,
        find_actor=people.find_actor,
    )
    container, stuck_after = on.database.container("documents"), on.settings.reconcile_after
    return open_bulk(container, on.blobs, on.queue, neighbours, stuck_after, on.now)


def _open_sharing(on: Platform, people: People, kept: Records) -> Sharing:
    documents = kept.documents
    return open_sharing(
        on.database.container("documents"),
        LinkedDocuments(documents.service, documents.revisions, documents.viewing, on.blobs),
        ReceivedDocuments(documents.service, documents.uploads),
        kept.organisations.require,
        people.basis,
        on.settings.page_url,
        on.now,
    )


def _open_archives(on: Platform, people: People, kept: Records) -> Archives:
    return open_archives(
        on.database,
        on.blobs,
        on.queue,
        kept.documents.processing,
        people.identity.own_proof,
        kept.organisations.require,
        on.settings.reconcile_after,
        on.now,
    )


def _open_exports(on: Platform, people: People, kept: Records) -> Exports:
    settings, users = on.settings, people.users.service

    async def organisation_name(organisation_id: str) -> str:
        return (await kept.organisations.require(organisation_id)).name

    neighbours = ExportNeighbours(
        selecting=Selecting(kept.reports),
        definitions=DEFINITIONS,
        people=UserPeople(users.users),
        find_site=people.sites.sites.get,
        find_actor=people.find_actor,
        organisation_name=organisation_name,
        pictures=Pictures(DocumentRepository(on.database.container("documents")), on.blobs, Sandbox(slots=1)),
    )
    return open_exports(
        on.database.container("exports"),
        on.blobs,
        on.queue,
        neighbours,
        ExportCorrespondents(users.find_member, Mailer(settings.mail_settings).send, settings.page_url),
        people.sites.check_scope,
        kept.zone_of,
        settings.reconcile_after,
        on.now,
    )
