"""Links as they stand in letters."""

from shared.app import App
from shared.identity.links import Purpose
from shared.kit.ids import new_id
from tests.people import Person


async def a_reset_link(app: App, person: Person, link_id: str = "") -> str:
    """The token of a letter written now."""
    given = (link_id or new_id(), Purpose.PASSWORD_RESET, person.organisation_id, person.id, person.email)
    return await app.identity.recovery.links.ensure(*given)


async def an_invitation_link(app: App, organisation_id: str, user_id: str, email: str) -> str:
    return await app.users.invitations.links.ensure(new_id(), Purpose.INVITATION, organisation_id, user_id, email)
