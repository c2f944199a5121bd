"""Views: what people look for among the documents, kept under a name."""

from http import HTTPStatus

from functions.views.schemas import DefaultViewIn, ViewChangeIn, ViewIn, ViewList, ViewOut, ViewPage, ViewReadOut
from shared.app import App
from shared.errors import NotFound
from shared.identity.actor import Actor
from shared.identity.permissions import Permission
from shared.identity.policy import requires
from shared.kit.http import Api
from shared.kit.ids import Id
from shared.views.errors import TooManyViews

api = Api("Views")

READ = requires(Permission.DOCUMENTS_READ)
ONE = "v1/views/{view_id:length(26)}"


@api.post(
    "v1/views",
    summary="Keep a view",
    auth=READ,
    status=HTTPStatus.CREATED,
    location="v1/views/{id}",
    errors=(TooManyViews,),
)
async def create_view(body: ViewIn, actor: Actor, app: App) -> ViewOut:
    """For oneself, or with `roles` for everybody who has one of these. Whoever opens it sees what they may see."""
    return ViewOut.of(await app.views.create(actor, body.to_draft()))


@api.get("v1/views", summary="List views", auth=READ)
async def list_views(query: ViewList, actor: Actor, app: App) -> ViewPage:
    """One's own and those shared with one's role."""
    page, default_id = await app.views.list_page(actor, query.page_request(query.sort), query.role)
    items = [ViewOut.of(view) for view in page.items]
    return ViewPage(items=items, next_cursor=page.next_cursor, default_id=default_id)


@api.get(ONE, summary="Open a view", auth=READ)
async def get_view(view_id: Id, actor: Actor, app: App) -> ViewReadOut:
    """It opens also when a site, a type, a discipline or a tag it names is gone, and says so."""
    return ViewReadOut.opened(*await app.views.open(actor, view_id))


@api.patch(ONE, summary="Change a view", auth=READ)
async def change_view(view_id: Id, body: ViewChangeIn, if_match: str, actor: Actor, app: App) -> ViewOut:
    """For its owner; a shared one also for everybody who may share views."""
    return ViewOut.of(await app.views.change(actor, view_id, body.to_values(), if_match))


@api.delete(ONE, summary="Delete a view", auth=READ, status=HTTPStatus.NO_CONTENT)
async def delete_view(view_id: Id, if_match: str, actor: Actor, app: App) -> None:
    """For its owner; a shared one also for everybody who may share views."""
    await app.views.delete(actor, view_id, if_match)


@api.put(
    "v1/views/default",
    summary="Choose the view that opens first",
    auth=READ,
    status=HTTPStatus.NO_CONTENT,
    errors=(NotFound,),
)
async def choose_default_view(body: DefaultViewIn, actor: Actor, app: App) -> None:
    """For oneself. Repeating is harmless."""
    await app.views.set_default(actor, body.view_id)
