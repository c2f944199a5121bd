"""Users of the caller's organisation."""

from http import HTTPStatus

from functions.users.schemas import UserIn, UserList, UserOut, UserPage
from shared.app import App, current_app
from shared.identity.actor import Actor
from shared.identity.errors import EmailTaken
from shared.identity.permissions import Permission
from shared.identity.policy import requires
from shared.kit.http import Api
from shared.kit.ids import Id

api = Api("Users", current_app)


@api.post(
    "v1/users",
    summary="Add a user",
    auth=requires(Permission.USERS_WRITE),
    status=HTTPStatus.CREATED,
    location="v1/users/{id}",
    errors=(EmailTaken,),
)
async def create_user(body: UserIn, actor: Actor, app: App) -> UserOut:
    """Adds somebody to the caller's organisation, who can sign in at once."""
    return UserOut.of(await app.users.create(actor, body.to_draft()))


@api.get("v1/users", summary="List users", auth=requires(Permission.USERS_READ))
async def list_users(query: UserList, actor: Actor, app: App) -> UserPage:
    """One page of the organisation's users."""
    page = await app.users.list_page(actor, query.page_request(query.sort))
    return UserPage(items=[UserOut.of(user) for user in page.items], next_cursor=page.next_cursor)


@api.get("v1/users/{user_id:length(26)}", summary="Read a user", auth=requires(Permission.USERS_READ))
async def get_user(user_id: Id, actor: Actor, app: App) -> UserOut:
    """One user of the caller's organisation."""
    return UserOut.of(await app.users.get(actor, user_id))
