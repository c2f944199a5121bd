"""The services of this noun, wired: what users stand on first, then what stands on users."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from shared.identity.accounts import Accounts
from shared.identity.authentication import Authentication, Lookup, Partner
from shared.identity.credentials import Credentials, UserExists
from shared.identity.entra.callers import ActorOf, EntraCallers
from shared.identity.entra.directory import EntraDirectory
from shared.identity.entra.flow import Flows
from shared.identity.entra.grants import EntraGrants
from shared.identity.entra.linking import EntraLinking
from shared.identity.entra.provider import EntraProvider
from shared.identity.entra.settings import EntraSettings
from shared.identity.entra.sign_in import METHOD, Admissions, EntraSignIn
from shared.identity.entra.tokens import EntraTokens
from shared.identity.links import Links
from shared.identity.own_proof import OwnProof
from shared.identity.own_sessions import OwnSessions
from shared.identity.passwords import Passwords
from shared.identity.proofs import Proofs
from shared.identity.records import FindMember, Record
from shared.identity.recovery import PasswordRecovery
from shared.identity.revocations import Revocations
from shared.identity.second_factor.challenges import Challenges
from shared.identity.second_factor.service import SecondFactors
from shared.identity.second_factor.step import SecondStep
from shared.identity.service import IdentityService
from shared.identity.sessions import Sessions
from shared.identity.throttle import Throttle
from shared.identity.tokens import Tokens
from shared.kit.cosmos import Container
from shared.kit.sealing import Sealer


@dataclass(frozen=True, slots=True)
class Basis:
    """What needs nobody else. `kept` is the container of sessions, partitioned by /userId."""

    kept: Container
    passwords: Passwords
    credentials: Credentials
    tokens: Tokens
    sessions: Sessions
    revocations: Revocations
    sealer: Sealer
    links: Links
    throttle: Throttle
    proofs: Proofs
    entra_directory: EntraDirectory


def open_basis(
    identities: Container,
    kept: Container,
    tokens: Tokens,
    sealer: Sealer,
    throttle: Throttle,
    user_exists: UserExists,
    now: Callable[[], datetime],
) -> Basis:
    passwords = Passwords()
    credentials = Credentials(identities, passwords, user_exists, now)
    return Basis(
        kept=kept,
        passwords=passwords,
        credentials=credentials,
        tokens=tokens,
        sessions=Sessions(kept, now),
        revocations=Revocations(kept, now),
        sealer=sealer,
        links=Links(kept, sealer, now),
        throttle=throttle,
        proofs=Proofs(credentials, passwords, sealer, throttle, now),
        entra_directory=EntraDirectory(identities, now),
    )


@dataclass(frozen=True, slots=True)
class Entra:
    """`callers` knows the tokens that Entra made for this API."""

    sign_in: EntraSignIn
    directory: EntraDirectory
    linking: EntraLinking
    callers: EntraCallers

    @property
    def partners(self) -> tuple[Partner, ...]:
        return (self.callers,) if self.sign_in.is_on else ()


def open_entra(
    basis: Basis,
    settings: EntraSettings,
    admissions: Admissions,
    find_member: FindMember,
    record: Record,
    actor_of: ActorOf,
    now: Callable[[], datetime],
) -> Entra:
    provider = EntraProvider(settings)
    tokens = EntraTokens(settings, provider.keys_url, now)
    grants = EntraGrants(basis.kept, basis.sealer, provider, tokens, now)
    sign_in = EntraSignIn(settings, provider, tokens, grants, Flows(basis.sealer, now), admissions, record)
    return Entra(
        sign_in=sign_in,
        directory=basis.entra_directory,
        linking=EntraLinking(Accounts(basis.credentials, find_member), basis.proofs, sign_in),
        callers=EntraCallers(settings, tokens, basis.entra_directory, find_member, actor_of, now),
    )


@dataclass(frozen=True, slots=True)
class Identity:
    service: IdentityService
    own_sessions: OwnSessions
    own_proof: OwnProof
    recovery: PasswordRecovery
    second_factors: SecondFactors
    second_step: SecondStep
    authentication: Authentication
    revocations: Revocations
    throttle: Throttle
    tokens: Tokens


def open_identity(
    basis: Basis,
    entra: Entra,
    schemes: Mapping[str, Lookup],
    find_member: FindMember,
    record: Record,
    now: Callable[[], datetime],
) -> Identity:
    """`schemes` maps the beginning of a token to who knows what it stands for."""
    accounts, challenges = Accounts(basis.credentials, find_member), Challenges(basis.tokens, now)
    credentials, proofs, throttle = basis.credentials, basis.proofs, basis.throttle
    own = OwnSessions(basis.sessions, basis.revocations, record)
    service = IdentityService(
        credentials=credentials,
        passwords=basis.passwords,
        throttle=throttle,
        sessions=basis.sessions,
        revocations=basis.revocations,
        tokens=basis.tokens,
        challenges=challenges,
        find_member=find_member,
        record=record,
        renewals={METHOD: entra.sign_in.renew},
        now=now,
    )
    factors = SecondFactors(accounts, credentials, proofs, basis.sealer, throttle, record, now)
    return Identity(
        service=service,
        own_sessions=own,
        own_proof=OwnProof(accounts, proofs),
        recovery=PasswordRecovery(accounts, credentials, proofs, basis.links, own, throttle, record, now),
        second_factors=factors,
        second_step=SecondStep(accounts, challenges, proofs, factors, throttle, service.open_session, record),
        authentication=Authentication(basis.tokens, basis.revocations, dict(schemes), entra.partners, now),
        revocations=basis.revocations,
        throttle=throttle,
        tokens=basis.tokens,
    )
