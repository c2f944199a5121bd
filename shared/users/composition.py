"""The services of this noun, wired: what shared/composition.py builds of it in one step."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime

from shared.identity.actor import CheckScope
from shared.identity.composition import Basis
from shared.kit.mail import Letter
from shared.users.correspondence import Correspondence, SendJob
from shared.users.entra import EntraMembers
from shared.users.erasure import Erasure
from shared.users.invitations import Invitations
from shared.users.repository import UserRepository
from shared.users.service import UserService


@dataclass(frozen=True, slots=True)
class Users:
    """`admissions` lets people in whom Entra vouches for."""

    service: UserService
    invitations: Invitations
    correspondence: Correspondence
    erasure: Erasure
    admissions: EntraMembers


def open_users(
    users: UserRepository,
    basis: Basis,
    check_scope: CheckScope,
    send_job: SendJob,
    send_letter: Callable[[Letter], Awaitable[None]],
    page_url: str,
    now: Callable[[], datetime],
) -> Users:
    credentials, revocations, directory = basis.credentials, basis.revocations, basis.entra_directory
    service = UserService(users, credentials.reserve, check_scope, revocations.revoke, revocations.ensure, now)
    invitations = Invitations(users, credentials, basis.links, now)
    return Users(
        service=service,
        invitations=invitations,
        correspondence=Correspondence(
            basis.links, service.find_member, send_job, send_letter, service.record, page_url
        ),
        erasure=Erasure(users, credentials, directory, basis.kept, now),
        admissions=EntraMembers(users, credentials, invitations, directory, revocations.revoke, now),
    )
