"""Lists of reports."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from functions.reports.schemas import ReportDay, ReportOut, ReportType
from shared.app import App
from shared.identity.actor import Actor
from shared.identity.names import visible
from shared.identity.permissions import Permission
from shared.identity.policy import requires
from shared.kit.http import Api, ListQuery, PageOut
from shared.kit.ids import Id
from shared.reports.filters import ReportFilter
from shared.reports.model import ReportState

api = Api("Reports")


class ReportList(ListQuery):
    sort: Literal["day", "-day", "updatedAt", "-updatedAt"] = "-day"
    type: ReportType | None = None
    site_id: Id | None = None
    state: ReportState | None = None
    subject: Annotated[str, Field(min_length=1, max_length=400), AfterValidator(visible)] | None = Field(
        default=None, description="the wellbore, well or tag, written large or small"
    )
    day_from: ReportDay | None = None
    day_to: ReportDay | None = Field(default=None, description="this day is still part of it")
    mine: bool = Field(default=False, description="those that the caller began")
    awaiting: bool = Field(
        default=False, description="those that wait for a decision of somebody else than their author"
    )

    def to_filter(self, actor: Actor) -> ReportFilter:
        return ReportFilter(
            types=[] if self.type is None else [self.type],
            site_ids=[] if self.site_id is None else [self.site_id],
            states=[] if self.state is None else [self.state],
            subject=self.subject,
            first_day=self.day_from,
            last_day=self.day_to,
            author=actor.user_id if self.mine else None,
            awaiting=actor.user_id if self.awaiting else None,
        )


class ReportPage(PageOut):
    items: list[ReportOut]


@api.get("v1/reports", summary="List reports", auth=requires(Permission.REPORTS_READ))
async def list_reports(query: ReportList, actor: Actor, app: App) -> ReportPage:
    """One page of the reports at sites in the caller's scope, without what they say."""
    page = await app.reports.service.list_page(actor, query.page_request(query.sort), query.to_filter(actor))
    return ReportPage(items=[ReportOut.of(report) for report in page.items], next_cursor=page.next_cursor)
