"""Composition root: what the product consists of, built once per process on first use.

Everything heavy is imported inside, so that a cold start pays for what it uses (docs/adr/0001).
"""

from __future__ import annotations

import asyncio
import functools
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from shared.kit.clock import utc_now

if TYPE_CHECKING:
    from shared.api_keys.service import ApiKeyService
    from shared.config import Settings
    from shared.document_types.numbers import Numbers
    from shared.document_types.service import DocumentTypeService
    from shared.documents.derivation import DocumentDerivation
    from shared.documents.processing import DocumentProcessing
    from shared.documents.reconciliation import DocumentReconciliation
    from shared.documents.reviewing import DocumentReviews
    from shared.documents.revisions import DocumentRevisions
    from shared.documents.service import DocumentService
    from shared.documents.uploads import DocumentUploads
    from shared.holds.enforcement import HoldEnforcement
    from shared.holds.service import HoldService
    from shared.identity.authentication import Authentication
    from shared.identity.entra.directory import EntraDirectory
    from shared.identity.entra.linking import EntraLinking
    from shared.identity.entra.sign_in import EntraSignIn
    from shared.identity.own_sessions import OwnSessions
    from shared.identity.recovery import PasswordRecovery
    from shared.identity.revocations import Revocations
    from shared.identity.second_factor.service import SecondFactors
    from shared.identity.second_factor.step import SecondStep
    from shared.identity.service import IdentityService
    from shared.identity.throttle import Throttle
    from shared.identity.tokens import Tokens
    from shared.kit.blobs import BlobStore
    from shared.kit.cache import Cache
    from shared.kit.cosmos import Database
    from shared.kit.counters import Counters
    from shared.kit.http.idempotency import IdempotencyStore
    from shared.kit.http.limits import RateLimits
    from shared.kit.jobs.queues import JobQueue
    from shared.linked_documents import Sharing
    from shared.organisations.service import OrganisationService
    from shared.retention.composition import Retention
    from shared.sites.service import SiteService
    from shared.users.correspondence import Correspondence
    from shared.users.erasure import Erasure
    from shared.users.invitations import Invitations
    from shared.users.service import UserService


@dataclass(frozen=True, slots=True)
class App:
    """The services that functions call, and what they stand on."""

    settings: Settings
    now: Callable[[], datetime]
    database: Database
    blobs: BlobStore
    queue: JobQueue
    cache: Cache
    counters: Counters
    throttle: Throttle
    rates: RateLimits
    idempotency: IdempotencyStore
    tokens: Tokens
    identity: IdentityService
    own_sessions: OwnSessions
    recovery: PasswordRecovery
    second_factors: SecondFactors
    second_step: SecondStep
    authentication: Authentication
    entra: EntraSignIn
    entra_directory: EntraDirectory
    entra_linking: EntraLinking
    revocations: Revocations
    users: UserService
    invitations: Invitations
    correspondence: Correspondence
    erasure: Erasure
    organisations: OrganisationService
    sites: SiteService
    api_keys: ApiKeyService
    document_types: DocumentTypeService
    document_numbers: Numbers
    documents: DocumentService
    document_uploads: DocumentUploads
    document_reviews: DocumentReviews
    document_revisions: DocumentRevisions
    document_processing: DocumentProcessing
    document_reconciliation: DocumentReconciliation
    document_derivation: DocumentDerivation
    holds: HoldService
    hold_enforcement: HoldEnforcement
    retention: Retention
    sharing: Sharing

    async def ping(self) -> None:
        """One request to each of the services this stands on. Errors: Unavailable, NotFound when one is not set up."""
        await asyncio.gather(
            self.database.container("documents").ping(),
            self.blobs.ping("library"),
            self.queue.ping("documents-verify"),
        )

    async def close(self) -> None:
        """Give back every connection; for tests and tools, the worker simply ends."""
        self.entra.provider.close()
        for resource in (self.database, self.blobs, self.queue, self.cache, self.counters):
            await resource.close()


def build_app(
    settings: Settings,
    *,
    now: Callable[[], datetime] = utc_now,
    cosmos_transport: Any = None,
    cache: Cache | None = None,
) -> App:
    """Wire everything. `cosmos_transport` replaces the network to Cosmos (tests run its emulator in process)."""
    from shared.api_keys.access import ApiKeyAccess
    from shared.api_keys.machines import Machines
    from shared.api_keys.model import PREFIX
    from shared.api_keys.repository import ApiKeyRepository
    from shared.api_keys.service import ApiKeyService
    from shared.document_types.repository import DisciplineRepository, DocumentTypeRepository
    from shared.document_types.service import DocumentTypeService
    from shared.documents.composition import Neighbours, build_documents
    from shared.holds.enforcement import HoldEnforcement
    from shared.holds.repository import HoldRepository
    from shared.holds.service import HoldService
    from shared.identity.accounts import Accounts
    from shared.identity.authentication import Authentication
    from shared.identity.credentials import Credentials
    from shared.identity.entra.callers import EntraCallers
    from shared.identity.entra.directory import EntraDirectory
    from shared.identity.entra.flow import Flows
    from shared.identity.entra.grants import EntraGrants
    from shared.identity.entra.linking import EntraLinking
    from shared.identity.entra.provider import EntraProvider
    from shared.identity.entra.sign_in import METHOD, EntraSignIn
    from shared.identity.entra.tokens import EntraTokens
    from shared.identity.links import Links
    from shared.identity.own_sessions import OwnSessions
    from shared.identity.passwords import Passwords
    from shared.identity.proofs import Proofs
    from shared.identity.recovery import PasswordRecovery
    from shared.identity.revocations import Revocations
    from shared.identity.second_factor.challenges import Challenges
    from shared.identity.second_factor.service import SecondFactors
    from shared.identity.second_factor.step import SecondStep
    from shared.identity.service import IdentityService
    from shared.identity.sessions import Sessions
    from shared.identity.throttle import Throttle
    from shared.identity.tokens import Tokens
    from shared.kit.blobs import BlobStore
    from shared.kit.cache import open_cache
    from shared.kit.cosmos import Database
    from shared.kit.counters import Counters
    from shared.kit.http.idempotency import IdempotencyStore
    from shared.kit.http.limits import RateLimits
    from shared.kit.jobs.queues import JobQueue
    from shared.kit.mail import Mailer
    from shared.kit.sealing import Sealer
    from shared.linked_documents import LinkedDocuments, open_sharing
    from shared.organisations.repository import OrganisationRepository
    from shared.organisations.service import OrganisationService
    from shared.retention.composition import open_retention
    from shared.sites.repository import SiteRepository
    from shared.sites.service import SiteService
    from shared.users.correspondence import Correspondence
    from shared.users.entra import EntraMembers
    from shared.users.erasure import Erasure
    from shared.users.invitations import Invitations
    from shared.users.repository import UserRepository
    from shared.users.service import UserService, first_admin

    database = Database(settings.cosmos_settings, transport=cosmos_transport)
    cache, counters = cache or open_cache(settings.redis_settings), Counters(settings.redis_settings)
    throttle = Throttle(counters, cache, now)
    directory = database.container("directory")
    passwords, known_users = Passwords(), UserRepository(directory)
    credentials = Credentials(database.container("identities"), passwords, known_users.exists, now)
    tokens = Tokens(settings.token_signing_keys, settings.token_issuer)
    kept = database.container("sessions")
    sessions, revocations = Sessions(kept, now), Revocations(kept, now)
    sealer = Sealer(settings.protection_keys)
    links = Links(kept, sealer, now)
    sites = SiteService(SiteRepository(directory), now)
    entra_directory, keys = EntraDirectory(database.container("identities"), now), ApiKeyRepository(directory)
    access, machines = ApiKeyAccess(keys, revocations, now), Machines(entra_directory, keys, now)
    api_keys = ApiKeyService(keys, access, machines, revocations, sites.check_scope, now)
    users = UserService(
        known_users, credentials.reserve, sites.check_scope, revocations.revoke, revocations.ensure, now
    )
    invitations = Invitations(known_users, credentials, links, now)
    provider = EntraProvider(settings.entra_settings)
    entra_tokens = EntraTokens(settings.entra_settings, provider.keys_url, now)
    entra = EntraSignIn(
        settings.entra_settings,
        provider,
        entra_tokens,
        EntraGrants(kept, sealer, provider, entra_tokens, now),
        Flows(sealer, now),
        EntraMembers(known_users, credentials, invitations, entra_directory, revocations.revoke, now),
        users.record,
    )
    callers = EntraCallers(
        settings.entra_settings, entra_tokens, entra_directory, users.find_member, api_keys.actor_of, now
    )
    accounts, challenges = Accounts(credentials, users.find_member), Challenges(tokens, now)
    proofs = Proofs(credentials, passwords, sealer, throttle, now)
    own_sessions = OwnSessions(sessions, revocations, users.record)
    second_factors = SecondFactors(accounts, credentials, proofs, sealer, throttle, users.record, now)
    blobs, queue = BlobStore(settings.blob_settings), JobQueue(settings.queue_settings)
    disciplines = DisciplineRepository(directory)
    types = DocumentTypeService(DocumentTypeRepository(directory), disciplines, known_users.known, now)
    neighbours = Neighbours(types, sites.code_of, sites.check_scope, users.who_may_review)
    container, pages = database.container("documents"), database.container("pages")
    documents = build_documents(container, pages, blobs, queue, settings.document_settings, neighbours, now)
    organisations = OrganisationService(OrganisationRepository(directory), credentials.reserve, first_admin, now)
    linked = LinkedDocuments(documents.service, documents.revisions, blobs)
    holds = HoldRepository(container)
    enforcement = HoldEnforcement(holds, blobs, queue, settings.reconcile_after, now)
    retention = open_retention(
        directory, container, pages, blobs, queue, enforcement, types.types.find, settings.reconcile_after, now
    )
    sharing = open_sharing(container, linked, organisations.require, passwords, throttle, settings.page_url, now)
    identity = IdentityService(
        credentials=credentials,
        passwords=passwords,
        throttle=throttle,
        sessions=sessions,
        revocations=revocations,
        tokens=tokens,
        challenges=challenges,
        find_member=users.find_member,
        record=users.record,
        renewals={METHOD: entra.renew},
        now=now,
    )
    return App(
        settings=settings,
        now=now,
        database=database,
        blobs=blobs,
        queue=queue,
        cache=cache,
        counters=counters,
        throttle=throttle,
        rates=RateLimits(counters, settings.general_limit, now),
        idempotency=IdempotencyStore(database.container("idempotency"), now),
        tokens=tokens,
        authentication=Authentication(
            tokens, revocations, {PREFIX: api_keys.authenticate}, (callers,) if entra.is_on else (), now
        ),
        entra=entra,
        entra_directory=entra_directory,
        entra_linking=EntraLinking(accounts, proofs, entra),
        revocations=revocations,
        identity=identity,
        own_sessions=own_sessions,
        recovery=PasswordRecovery(accounts, credentials, proofs, links, own_sessions, throttle, users.record, now),
        second_factors=second_factors,
        second_step=SecondStep(
            accounts, challenges, proofs, second_factors, throttle, identity.open_session, users.record
        ),
        users=users,
        invitations=invitations,
        correspondence=Correspondence(
            links, users.find_member, queue.send, Mailer(settings.mail_settings).send, users.record, settings.page_url
        ),
        erasure=Erasure(known_users, credentials, entra_directory, kept, now),
        organisations=organisations,
        sites=sites,
        api_keys=api_keys,
        document_types=types,
        document_numbers=documents.numbers,
        documents=documents.service,
        document_uploads=documents.uploads,
        document_reviews=documents.reviews,
        document_revisions=documents.revisions,
        document_processing=documents.processing,
        document_reconciliation=documents.reconciliation,
        document_derivation=documents.derivation,
        holds=HoldService(holds, queue, settings.reconcile_after, now),
        hold_enforcement=enforcement,
        retention=retention,
        sharing=sharing,
    )


@functools.cache
def current_app() -> App:
    """The app of this process, with the settings of its environment."""
    from shared.config import Settings

    return build_app(Settings())
