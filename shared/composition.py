"""Composition root: who is given whom. A noun's own services are wired in its composition.py."""

import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from shared.analytics.composition import open_analytics
from shared.api_keys.composition import open_api_keys
from shared.api_keys.model import PREFIX
from shared.api_keys.service import ApiKeyService
from shared.app import App, Platform
from shared.archives.composition import open_archives
from shared.bulk.composition import Neighbours as BulkNeighbours
from shared.bulk.composition import open_bulk
from shared.config import Settings
from shared.document_types.composition import open_document_types
from shared.documents.composition import Neighbours, open_documents
from shared.documents.repository import DocumentRepository
from shared.due_reports.composition import open_due_reports
from shared.exports.adapting import Neighbours as ExportNeighbours
from shared.exports.composition import Correspondents as ExportCorrespondents
from shared.exports.composition import open_exports
from shared.exports.pictures import Pictures
from shared.exports.selecting import Selecting
from shared.holds.composition import open_holds
from shared.identity.actor import Actor
from shared.identity.composition import Basis, Entra, Identity, open_basis, open_entra, open_identity
from shared.identity.errors import TokenInvalid
from shared.identity.throttle import Throttle
from shared.identity.tokens import Tokens
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
from shared.kit.sealing import Sealer
from shared.linked_documents import LinkedDocuments, open_sharing
from shared.notices.composition import Correspondents, open_notices
from shared.notices.letters import ZoneOf
from shared.organisations.repository import OrganisationRepository
from shared.organisations.service import OrganisationService
from shared.received_documents import ReceivedDocuments
from shared.report_attachments import ReportAttachments
from shared.reports.composition import ReportNeighbours, open_reports
from shared.reports.definitions import DEFINITIONS
from shared.reports.repository import ReportRepository
from shared.retention.composition import open_retention
from shared.sites.repository import SiteRepository
from shared.sites.service import SiteService
from shared.users.composition import Users, open_users
from shared.users.people import UserPeople
from shared.users.repository import UserRepository
from shared.users.service import first_admin
from shared.views.composition import open_views
from shared.wells.repository import WellRepository
from shared.wells.service import WellService


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
    people = _open_people(on)
    return _open_records(on, people)


@dataclass(frozen=True, slots=True)
class People:
    basis: Basis
    identity: Identity
    entra: Entra
    users: Users
    sites: SiteService
    api_keys: ApiKeyService

    async def find_actor(self, organisation_id: str, actor_id: str, is_key: bool) -> Actor | None:
        """Who works behind the requests, with what they may do now. None when they are not let in any more."""
        if is_key:
            with contextlib.suppress(TokenInvalid):
                return await self.api_keys.actor_of(organisation_id, actor_id)
            return None
        member = await self.users.service.find_member(organisation_id, actor_id)
        return member.actor if member is not None and member.is_active else None


def _open_people(on: Platform) -> People:
    """Who there is, and what they prove it with."""
    settings, now, directory = on.settings, on.now, on.database.container("directory")
    known_users, sites = UserRepository(directory), SiteService(SiteRepository(directory), now)
    basis = open_basis(
        on.database.container("identities"),
        on.database.container("sessions"),
        Tokens(settings.token_signing_keys, settings.token_issuer),
        Sealer(settings.protection_keys),
        Throttle(on.counters, on.cache, now),
        known_users.exists,
        now,
    )
    send_letter = Mailer(settings.mail_settings).send
    users = open_users(known_users, basis, sites.check_scope, on.queue.send, send_letter, settings.page_url, now)
    find_member, record = users.service.find_member, users.service.record
    keys = open_api_keys(directory, basis, sites.check_scope, now)
    entra = open_entra(basis, settings.entra_settings, users.admissions, find_member, record, keys.actor_of, now)
    identity = open_identity(basis, entra, {PREFIX: keys.authenticate}, find_member, record, now)
    return People(basis, identity, entra, users, sites, keys)


def _open_records(on: Platform, people: People) -> App:
    """What they keep, and the app of it all."""
    settings, now, blobs, queue = on.settings, on.now, on.blobs, on.queue
    directory, container = on.database.container("directory"), on.database.container("documents")
    pages, stuck_after = on.database.container("pages"), settings.reconcile_after
    basis, users, sites = people.basis, people.users.service, people.sites
    organisations = OrganisationService(OrganisationRepository(directory), basis.credentials.reserve, first_admin, now)
    types = open_document_types(directory, users.users.known, now)
    neighbours = Neighbours(types, sites.code_of, sites.check_scope, users.who_may_review, UserPeople(users.users))
    send_letter, zone_of = Mailer(settings.mail_settings).send, _zone_of(sites, organisations)
    correspondents = Correspondents(neighbours.people, users.find_member, zone_of, send_letter)
    documents = open_documents(container, pages, blobs, queue, settings.document_settings, neighbours, now)
    wells = WellService(WellRepository(directory), sites.check_scope, now)
    holds = open_holds(container, blobs, queue, stuck_after, now)
    reports = on.database.container("reports")
    attachments = ReportAttachments(
        documents.service, documents.uploads, documents.revisions, ReportRepository(reports).find, sites.get
    )
    due_reports = open_due_reports(directory, reports, queue, sites.check_scope, stuck_after, now)
    linked = LinkedDocuments(documents.service, documents.revisions, documents.viewing, blobs)
    bulk_neighbours = BulkNeighbours(
        documents=documents.service,
        acknowledgements=documents.acknowledgements,
        numbers=documents.numbers,
        types=types,
        find_site=sites.find_id,
        check_scope=sites.check_scope,
        find_actor=people.find_actor,
    )
    return App(
        settings=settings,
        now=now,
        database=on.database,
        blobs=blobs,
        queue=queue,
        cache=on.cache,
        counters=on.counters,
        rates=RateLimits(on.counters, settings.general_limit, now),
        idempotency=IdempotencyStore(on.database.container("idempotency"), now),
        identity=people.identity,
        entra=people.entra,
        users=people.users,
        organisations=organisations,
        sites=sites,
        api_keys=people.api_keys,
        document_types=types,
        documents=documents,
        holds=holds,
        reports=open_reports(reports, ReportNeighbours(sites.get, wells.role_on, attachments.states_of), now),
        attachments=attachments,
        due_reports=due_reports,
        analytics=open_analytics(
            on.database.container("analytics"), reports, queue, due_reports.board.obligations, stuck_after, now
        ),
        notices=open_notices(
            directory,
            documents.acknowledgements,
            due_reports.watching,
            ReportRepository(reports),
            queue,
            correspondents,
            settings.page_url,
            now,
        ),
        retention=open_retention(
            directory, container, pages, blobs, queue, holds.enforcement, types.types.find, stuck_after, now
        ),
        bulk=open_bulk(container, blobs, queue, bulk_neighbours, stuck_after, now),
        sharing=open_sharing(
            container,
            linked,
            ReceivedDocuments(documents.service, documents.uploads),
            organisations.require,
            basis,
            settings.page_url,
            now,
        ),
        archives=open_archives(
            on.database,
            blobs,
            queue,
            documents.processing,
            people.identity.own_proof,
            organisations.require,
            stuck_after,
            now,
        ),
        exports=open_exports(
            on.database.container("exports"),
            blobs,
            queue,
            _export_neighbours(on, people, organisations),
            ExportCorrespondents(users.find_member, send_letter, settings.page_url),
            sites.check_scope,
            zone_of,
            stuck_after,
            now,
        ),
        views=open_views(directory, types, sites, documents.service, now),
        wells=wells,
    )


def _export_neighbours(on: Platform, people: People, organisations: OrganisationService) -> ExportNeighbours:
    async def organisation_name(organisation_id: str) -> str:
        return (await organisations.require(organisation_id)).name

    documents = DocumentRepository(on.database.container("documents"))
    return ExportNeighbours(
        selecting=Selecting(ReportRepository(on.database.container("reports"))),
        definitions=DEFINITIONS,
        people=UserPeople(people.users.service.users),
        find_site=people.sites.sites.get,
        find_actor=people.find_actor,
        organisation_name=organisation_name,
        pictures=Pictures(documents, on.blobs, Sandbox(slots=1)),
    )


def _zone_of(sites: SiteService, organisations: OrganisationService) -> ZoneOf:
    async def zone_of(organisation_id: str, site_id: str | None) -> str:
        if site_id is not None:
            return await sites.zone_of(organisation_id, site_id)
        return (await organisations.require(organisation_id)).time_zone

    return zone_of
