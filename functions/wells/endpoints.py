"""Wells of the caller's organisation."""

from http import HTTPStatus

from functions.wells.schemas import WellChangeIn, WellIn, WellList, WellOut, WellPage
from shared.app import App
from shared.errors import StaleVersion
from shared.identity.actor import Actor
from shared.identity.permissions import Permission
from shared.identity.policy import requires
from shared.kit.http import Api
from shared.kit.ids import Id
from shared.wells.errors import WellNameTaken

api = Api("Wells")


@api.post(
    "v1/wells",
    summary="Add a well",
    auth=requires(Permission.SITES_WRITE),
    status=HTTPStatus.CREATED,
    location="v1/wells/{id}",
    errors=(WellNameTaken,),
)
async def create_well(body: WellIn, actor: Actor, app: App) -> WellOut:
    """At a site. What it is for has dates: rules of daily production ask for the role it has on the day of the report."""
    return WellOut.of(await app.wells.create(actor, body.to_draft()))


@api.get("v1/wells", summary="List wells", auth=requires(Permission.SITES_READ))
async def list_wells(query: WellList, actor: Actor, app: App) -> WellPage:
    """One page of the wells at sites in the caller's scope."""
    page = await app.wells.list_page(actor, query.page_request(query.sort), query.to_filter())
    return WellPage(items=[WellOut.of(well) for well in page.items], next_cursor=page.next_cursor)


@api.get("v1/wells/{well_id:length(26)}", summary="Read a well", auth=requires(Permission.SITES_READ))
async def get_well(well_id: Id, actor: Actor, app: App) -> WellOut:
    """One well at a site in the caller's scope."""
    return WellOut.of(await app.wells.get(actor, well_id))


@api.patch(
    "v1/wells/{well_id:length(26)}",
    summary="Change a well",
    auth=requires(Permission.SITES_WRITE),
    errors=(StaleVersion, WellNameTaken),
)
async def change_well(well_id: Id, body: WellChangeIn, if_match: str, actor: Actor, app: App) -> WellOut:
    """Name, roles, status. Reports keep the name they were written with; those submitted before keep the role they were judged by."""
    return WellOut.of(await app.wells.change(actor, well_id, body.to_change(), if_match))
