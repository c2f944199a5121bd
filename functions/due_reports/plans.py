"""Plans: which site owes which reports, until when."""

from http import HTTPStatus

from functions.due_reports.schemas import DuePlanChangeIn, DuePlanIn, DuePlanList, DuePlanOut, DuePlanPage
from shared.app import App
from shared.due_reports.errors import TooManyPlans
from shared.errors import StaleVersion
from shared.identity.actor import Actor
from shared.identity.permissions import Permission
from shared.identity.policy import requires
from shared.kit.http import Api
from shared.kit.ids import Id

api = Api("Due reports")

PLAN = requires(Permission.REPORTS_PLAN)
READ = requires(Permission.REPORTS_READ)
ONE = "v1/due-plans/{plan_id:length(26)}"


@api.post(
    "v1/due-plans",
    summary="Plan due reports",
    auth=PLAN,
    status=HTTPStatus.CREATED,
    location="v1/due-plans/{id}",
    errors=(TooManyPlans,),
)
async def create_due_plan(body: DuePlanIn, actor: Actor, app: App) -> DuePlanOut:
    """Several plans of one site and type may stand side by side; a report that two ask for is owed once, by the first that is due."""
    return DuePlanOut.of(await app.due_reports.plans.create(actor, body.site_id, body.type, body.to_values()))


@api.get("v1/due-plans", summary="List plans of due reports", auth=READ)
async def list_due_plans(query: DuePlanList, actor: Actor, app: App) -> DuePlanPage:
    """One page of those for the sites you see."""
    page = await app.due_reports.plans.list_page(actor, query.page_request(query.sort), query.to_wanted())
    return DuePlanPage(items=[DuePlanOut.of(plan) for plan in page.items], next_cursor=page.next_cursor)


@api.get(ONE, summary="Read a plan of due reports", auth=READ)
async def get_due_plan(plan_id: Id, actor: Actor, app: App) -> DuePlanOut:
    """One plan of a site you see."""
    return DuePlanOut.of(await app.due_reports.plans.get(actor, plan_id))


@api.patch(ONE, summary="Change a plan of due reports", auth=PLAN, errors=(StaleVersion,))
async def change_due_plan(plan_id: Id, body: DuePlanChangeIn, if_match: str, actor: Actor, app: App) -> DuePlanOut:
    """It counts for past days too: to change what is owed from a day on, give the plan a last day and add another."""
    return DuePlanOut.of(await app.due_reports.plans.change(actor, plan_id, body.to_values(), if_match))


@api.delete(ONE, summary="Delete a plan of due reports", auth=PLAN, status=HTTPStatus.NO_CONTENT)
async def delete_due_plan(plan_id: Id, if_match: str, actor: Actor, app: App) -> None:
    """As if it had never been. A plan that ends is given a last day instead, so that the board of its days stays."""
    await app.due_reports.plans.delete(actor, plan_id, if_match)
