"""Sites of the caller's organisation."""

from http import HTTPStatus

from functions.sites.schemas import SiteChangeIn, SiteIn, SiteList, SiteOut, SitePage
from shared.app import App
from shared.errors import StaleVersion
from shared.identity.actor import Actor
from shared.identity.permissions import Permission
from shared.identity.policy import requires
from shared.kit.http import Api
from shared.kit.ids import Id
from shared.sites.errors import SiteCodeTaken

api = Api("Sites")


@api.post(
    "v1/sites",
    summary="Add a site",
    auth=requires(Permission.SITES_WRITE),
    status=HTTPStatus.CREATED,
    location="v1/sites/{id}",
    errors=(SiteCodeTaken,),
)
async def create_site(body: SiteIn, actor: Actor, app: App) -> SiteOut:
    """A place where work is done. Only for those who see all sites, since nobody else would see the new one."""
    return SiteOut.of(await app.sites.create(actor, body.to_draft()))


@api.get("v1/sites", summary="List sites", auth=requires(Permission.SITES_READ))
async def list_sites(query: SiteList, actor: Actor, app: App) -> SitePage:
    """One page of the sites in the caller's scope."""
    page = await app.sites.list_page(actor, query.page_request(query.sort), query.to_filter())
    return SitePage(items=[SiteOut.of(site) for site in page.items], next_cursor=page.next_cursor)


@api.get("v1/sites/{site_id:length(26)}", summary="Read a site", auth=requires(Permission.SITES_READ))
async def get_site(site_id: Id, actor: Actor, app: App) -> SiteOut:
    """One site in the caller's scope."""
    return SiteOut.of(await app.sites.get(actor, site_id))


@api.patch(
    "v1/sites/{site_id:length(26)}",
    summary="Change a site",
    auth=requires(Permission.SITES_WRITE),
    errors=(StaleVersion, SiteCodeTaken),
)
async def change_site(site_id: Id, body: SiteChangeIn, if_match: str, actor: Actor, app: App) -> SiteOut:
    """Name, code, time zone, start of the reporting day, status. A code that is given up is free for another site."""
    return SiteOut.of(await app.sites.change(actor, site_id, body.to_change(), if_match))
