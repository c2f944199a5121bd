"""Who the people of an archive are here. Ids of people belong to the whole deployment (sessions, sign-in names), so none is taken over:
whoever is a member by e-mail address stays who they are, everybody else gets an id made of this organisation and the one they had there.
"""

import hashlib
from collections.abc import Iterable

from shared.archives.kinds import Line
from shared.identity.email import normalise
from shared.kit.ids import ALPHABET
from shared.users.model import User, UserStatus


def decided(archived: Iterable[Line], members: Iterable[User], organisation_id: str) -> dict[str, str]:
    """By the id there the id here."""
    by_address = {member.email: member.id for member in members if member.email}
    return {
        line["id"]: by_address.get(_address(line["email"])) or derived_id(organisation_id, line["id"])
        for line in archived
    }


def derived_id(organisation_id: str, archived_id: str) -> str:
    """The time of the id there, and chance that is the same at every attempt."""
    chance = int.from_bytes(hashlib.sha256(f"{organisation_id} {archived_id}".encode()).digest()[:10])
    return archived_id[:10] + "".join(ALPHABET[(chance >> shift) & 31] for shift in range(75, -1, -5))


def former(line: Line, organisation_id: str) -> User:
    """A name to read history by. Without a password and not active: nobody signs in as this person before an admin invites them."""
    is_deleted = line["status"] == UserStatus.DELETED
    return User.model_validate(
        {
            **line,
            "kind": "user",
            "organisationId": organisation_id,
            "status": UserStatus.DELETED if is_deleted else UserStatus.DEACTIVATED,
            "joinedAt": None,
        }
    )


def _address(written: str) -> str:
    try:
        return normalise(written)
    except ValueError:
        return ""
