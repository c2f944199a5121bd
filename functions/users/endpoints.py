"""Users of the caller's organisation."""

from http import HTTPStatus

from functions.users.schemas import UserChangeIn, UserIn, UserList, UserOut, UserPage
from shared.app import App
from shared.errors import StaleVersion
from shared.identity.actor import Actor
from shared.identity.errors import EmailTaken
from shared.identity.permissions import Permission
from shared.identity.policy import requires
from shared.kit.http import Api
from shared.kit.ids import Id
from shared.users.errors import LastAdmin, NotInvited, UserDeleted

api = Api("Users")


@api.post(
    "v1/users",
    summary="Invite a user",
    auth=requires(Permission.USERS_WRITE),
    status=HTTPStatus.CREATED,
    location="v1/users/{id}",
    errors=(EmailTaken,),
)
async def create_user(body: UserIn, actor: Actor, app: App) -> UserOut:
    """Adds somebody to the caller's organisation and sends an invitation, which is good for 7 days."""
    return UserOut.of(await app.users.service.invite(actor, body.to_draft()))


@api.get("v1/users", summary="List users", auth=requires(Permission.USERS_READ))
async def list_users(query: UserList, actor: Actor, app: App) -> UserPage:
    """One page of the organisation's users."""
    page = await app.users.service.list_page(actor, query.page_request(query.sort), query.to_filter())
    return UserPage(items=[UserOut.of(user) for user in page.items], next_cursor=page.next_cursor)


@api.get("v1/users/{user_id:length(26)}", summary="Read a user", auth=requires(Permission.USERS_READ))
async def get_user(user_id: Id, actor: Actor, app: App) -> UserOut:
    """One user of the caller's organisation."""
    return UserOut.of(await app.users.service.get(actor, user_id))


@api.patch(
    "v1/users/{user_id:length(26)}",
    summary="Change a user",
    auth=requires(Permission.USERS_WRITE),
    errors=(StaleVersion, LastAdmin, UserDeleted),
)
async def change_user(user_id: Id, body: UserChangeIn, if_match: str, actor: Actor, app: App) -> UserOut:
    """Name, role, site scope or status. A deactivated user is out at once; other changes hold from their next request on."""
    return UserOut.of(await app.users.service.change(actor, user_id, body.to_change(), if_match))


@api.post(
    "v1/users/{user_id:length(26)}/invitation",
    summary="Send the invitation again",
    auth=requires(Permission.USERS_WRITE),
    limit="10/minute",
    status=HTTPStatus.ACCEPTED,
    errors=(NotInvited,),
)
async def send_invitation(user_id: Id, actor: Actor, app: App) -> UserOut:
    """Another letter with a link of its own, good for 7 days."""
    return UserOut.of(await app.users.service.invite_again(actor, user_id))


@api.delete(
    "v1/users/{user_id:length(26)}",
    summary="Delete a user",
    auth=requires(Permission.USERS_WRITE),
    status=HTTPStatus.NO_CONTENT,
    errors=(LastAdmin, StaleVersion),
)
async def delete_user(user_id: Id, actor: Actor, app: App) -> None:
    """Forgets the person: name, address, sessions and sign-in. What they did stays on record. Deleting twice is fine."""
    await app.users.service.erase(actor, user_id)


@api.post(
    "v1/users/{user_id:length(26)}/sign-out",
    summary="Sign a user out everywhere",
    auth=requires(Permission.USERS_WRITE),
    status=HTTPStatus.NO_CONTENT,
)
async def sign_user_out(user_id: Id, actor: Actor, app: App) -> None:
    """Ends every session of theirs, with the access tokens."""
    user = await app.users.service.get(actor, user_id)
    await app.identity.own_sessions.sign_out_everywhere(actor, user.id)


@api.delete(
    "v1/users/{user_id:length(26)}/second-factor",
    summary="Remove a user's second factor",
    auth=requires(Permission.USERS_WRITE),
    status=HTTPStatus.NO_CONTENT,
    errors=(StaleVersion,),
)
async def delete_second_factor(user_id: Id, actor: Actor, app: App) -> None:
    """For somebody who lost it, recovery codes included. A letter tells them. Nothing happens when there is none."""
    user = await app.users.service.get(actor, user_id)
    await app.identity.second_factors.reset(actor, user.id, user.email)
