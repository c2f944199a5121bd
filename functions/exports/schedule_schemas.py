"""Schedules of exports on the wire."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal, Self

from pydantic import AfterValidator, Field

from functions.exports.schemas import LookIn, WantedOut
from shared.exports.measures import UnitSystem
from shared.exports.model import Format, Order, Wanted
from shared.exports.schedule import Outcome, Period, ScheduleFacts, known_cron
from shared.identity.names import Name
from shared.identity.permissions import Role
from shared.kit.http import ListQuery, PageOut
from shared.kit.ids import Id
from shared.kit.model import In, Moment, Out
from shared.reports.model import ReportState

if TYPE_CHECKING:
    from shared.exports.schedule import ExportSchedule

Cron = Annotated[
    str,
    Field(
        max_length=100, description="minute, hour, day of month, month, day of week; at most every hour: 0 7 * * 1-5"
    ),
    AfterValidator(known_cron),
]


class ScheduledFilterIn(In):
    """Which reports; the days come from `period`."""

    types: list[str] = Field(default_factory=list, max_length=20)
    site_ids: list[Id] = Field(default_factory=list, max_length=100)
    states: list[ReportState] = Field(default_factory=list, max_length=10)
    subject: str | None = Field(default=None, min_length=1, max_length=200, description="a well, wellbore or tag")


class ExportScheduleIn(LookIn):
    """What to export, when, and for whom."""

    name: Name
    cron: Cron
    site_id: Id | None = Field(default=None, description="whose clock it goes by; null: the organisation's")
    period: Period = Field(description="whole reporting days before the one that is going on when it is due")
    filter: ScheduledFilterIn
    only_approved: bool = Field(
        default=True,
        strict=True,
        description="skip it when a report of these days is not approved, whatever `states` says",
    )
    recipients: list[Role] = Field(
        default_factory=list, max_length=4, description="who gets a letter with a link, as far as they see the sites"
    )
    enabled: bool = Field(default=True, strict=True)

    def to_facts(self) -> ScheduleFacts:
        wanted = Wanted(
            types=tuple(dict.fromkeys(self.filter.types)),
            site_ids=tuple(dict.fromkeys(self.filter.site_ids)),
            states=tuple(dict.fromkeys(self.filter.states)),
            subject=self.filter.subject,
        )
        look = {
            "format": self.format,
            "units": self.units,
            "zone": self.zone or "",
            "bom": self.bom,
            "title": self.title,
        }
        return ScheduleFacts(
            name=self.name,
            cron=self.cron,
            site_id=self.site_id,
            period=self.period,
            order=Order(wanted=wanted, **look),
            only_approved=self.only_approved,
            recipients=tuple(dict.fromkeys(self.recipients)),
            enabled=self.enabled,
        )


class ExportScheduleList(ListQuery):
    sort: Literal["createdAt", "-createdAt"] = "-createdAt"


class LastRunOut(Out):
    due_at: Moment
    outcome: Outcome
    reason: str | None = Field(description="not_approved, no_reports, owner_gone, forbidden, invalid")
    waiting: int = Field(description="reports that were not approved")
    export_id: str | None


class ExportScheduleOut(Out):
    id: str
    etag: str
    name: str
    cron: str
    site_id: str | None
    period: Period
    filter: WantedOut
    format: Format
    units: UnitSystem
    zone: str | None
    bom: bool
    title: str
    only_approved: bool
    recipients: list[Role]
    enabled: bool
    owner_id: str = Field(description="in whose name it runs: who said it last")
    next_at: Moment | None
    last_run: LastRunOut | None
    created_at: Moment
    updated_at: Moment

    @classmethod
    def of(cls, schedule: ExportSchedule) -> Self:
        facts, order = schedule.facts, schedule.facts.order
        ran = schedule.last_run
        return cls(
            id=schedule.id,
            etag=schedule.etag,
            name=facts.name,
            cron=facts.cron,
            site_id=facts.site_id,
            period=facts.period,
            filter=WantedOut.of(order.wanted),
            format=order.format,
            units=order.units,
            zone=order.zone or None,
            bom=order.bom,
            title=order.title,
            only_approved=facts.only_approved,
            recipients=list(facts.recipients),
            enabled=facts.enabled,
            owner_id=schedule.owner_id,
            next_at=schedule.next_at,
            last_run=None if ran is None else LastRunOut.model_validate(ran.model_dump()),
            created_at=schedule.created_at,
            updated_at=schedule.updated_at,
        )


class ExportSchedulePage(PageOut):
    items: list[ExportScheduleOut]
