"""What dashboards draw, and computing it anew. A report counts from its first submit on, with its newest submitted revision."""

from http import HTTPStatus

from functions.analytics.schemas import (
    ActivityTimeOut,
    FiguresQuery,
    NonProductiveTimeOut,
    OpenReviewQuery,
    OpenReviewsOut,
    ProductionOut,
    ProductionQuery,
    PunctualityQuery,
    PunctualitySeriesOut,
    RebuildList,
    RebuildOut,
    RebuildPage,
)
from shared.app import App
from shared.identity.actor import Actor
from shared.identity.permissions import Permission
from shared.identity.policy import requires
from shared.kit.http import Api
from shared.kit.ids import Id

api = Api("Analytics")

READ = requires(Permission.REPORTS_READ)
PLAN = requires(Permission.REPORTS_PLAN)
REBUILD = "v1/analytics/rebuilds/{rebuild_id:length(26)}"


@api.get("v1/analytics/production", summary="Production by day", auth=READ)
async def get_production(query: ProductionQuery, actor: Actor, app: App) -> ProductionOut:
    """Of one well, a site, or all you see. What was not measured is null and not zero; each sum says how many reports it is based on."""
    by_day, total = await app.analytics.service.production(
        actor, query.to_span(), query.well, query.liquid_unit, query.gas_unit
    )
    return ProductionOut.of(query, by_day, total)


@api.get("v1/analytics/non-productive-time", summary="Non-productive time by day", auth=READ)
async def get_non_productive_time(query: FiguresQuery, actor: Actor, app: App) -> NonProductiveTimeOut:
    """Hours that daily drilling reports code as an interruption, whatever their state column says."""
    return NonProductiveTimeOut.of(*await app.analytics.service.non_productive_time(actor, query.to_span()))


@api.get("v1/analytics/activity-time", summary="Time by activity code", auth=READ)
async def get_activity_time(query: FiguresQuery, actor: Actor, app: App) -> ActivityTimeOut:
    """Hours of the time logs of daily drilling reports."""
    return ActivityTimeOut.of(*await app.analytics.service.activity_time(actor, query.to_span()))


@api.get("v1/analytics/punctuality", summary="Punctuality of reports", auth=READ)
async def get_punctuality(query: PunctualityQuery, actor: Actor, app: App) -> PunctualitySeriesOut:
    """Of what plans say is owed: submitted in time, late, missing, or not due yet; by day, and by site and type."""
    return PunctualitySeriesOut.of(*await app.analytics.service.punctuality(actor, query.to_span(), query.type))


@api.get("v1/analytics/open-reviews", summary="Reports that wait for a decision", auth=READ)
async def get_open_reviews(query: OpenReviewQuery, actor: Actor, app: App) -> OpenReviewsOut:
    """How many, and for how long, as things are now."""
    return OpenReviewsOut.counted(await app.analytics.service.open_reviews(actor, query.site_id))


@api.post(
    "v1/analytics/rebuilds",
    summary="Compute all figures anew",
    auth=PLAN,
    status=HTTPStatus.ACCEPTED,
    location="v1/analytics/rebuilds/{id}",
    limit="10/minute",
)
async def create_analytics_rebuild(actor: Actor, app: App) -> RebuildOut:
    """From the reports as they are, day by day, while people go on. Figures are right before and after; follow its state."""
    return RebuildOut.of(await app.analytics.service.rebuild(actor))


@api.get("v1/analytics/rebuilds", summary="List computations anew", auth=PLAN)
async def list_analytics_rebuilds(query: RebuildList, actor: Actor, app: App) -> RebuildPage:
    """One page."""
    page = await app.analytics.service.list_rebuilds(actor, query.page_request(query.sort))
    return RebuildPage(items=[RebuildOut.of(run) for run in page.items], next_cursor=page.next_cursor)


@api.get(REBUILD, summary="Read a computation anew", auth=PLAN)
async def get_analytics_rebuild(rebuild_id: Id, actor: Actor, app: App) -> RebuildOut:
    """How far it is."""
    return RebuildOut.of(await app.analytics.service.get_rebuild(actor, rebuild_id))


@api.post(f"{REBUILD}/cancel", summary="Stop a computation anew", auth=PLAN, status=HTTPStatus.ACCEPTED)
async def cancel_analytics_rebuild(rebuild_id: Id, actor: Actor, app: App) -> RebuildOut:
    """Within about a second. Days that were done stay done. Repeating is harmless."""
    return RebuildOut.of(await app.analytics.service.cancel_rebuild(actor, rebuild_id))
