"""Who there is, and what they prove it with: the first step of composition.py."""

import contextlib
from dataclasses import dataclass

from shared.api_keys.composition import open_api_keys
from shared.api_keys.model import PREFIX
from shared.api_keys.service import ApiKeyService
from shared.app import Platform
from shared.identity.actor import Actor
from shared.identity.composition import Basis, Entra, Identity, open_basis, open_entra, open_identity
from shared.identity.errors import TokenInvalid
from shared.identity.throttle import Throttle
from shared.identity.tokens import Tokens
from shared.kit.mail import Mailer
from shared.kit.sealing import Sealer
from shared.sites.repository import SiteRepository
from shared.sites.service import SiteService
from shared.users.composition import Users, open_users
from shared.users.repository import UserRepository


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


def open_people(on: Platform) -> People:
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
