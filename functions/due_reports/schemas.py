"""Due reports on the wire."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from shared.due_reports.board import DueState
from shared.due_reports.model import (
    ASKED_ROLES,
    MAX_DUE_DAYS,
    MAX_ESCALATION,
    MAX_ESCALATIONS,
    MAX_HOLIDAYS,
    MAX_REMINDER,
    MAX_SUBJECTS,
    DueCalendar,
    DuePlan,
    Escalation,
    Holiday,
    Rhythm,
)
from shared.due_reports.repository import Wanted
from shared.identity.names import Name, visible
from shared.identity.permissions import Role
from shared.kit.http import ListQuery, PageOut
from shared.kit.ids import Id
from shared.kit.model import In, Moment, Out
from shared.reports.model import ReportState
from shared.reports.periods import FIRST_DAY, LAST_DAY

if TYPE_CHECKING:
    from shared.due_reports.board import Standing

MAX_SPAN = 35  # days
Clock = Annotated[str, Field(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$", description="local time at the site")]
Subject = Annotated[str, Field(min_length=1, max_length=200), AfterValidator(visible)]
Kind = Annotated[str, Field(pattern=r"^[a-z][a-z_]{1,40}$", description="type of report, such as daily_production")]
Subjects = Annotated[
    tuple[Subject, ...],
    Field(max_length=MAX_SUBJECTS, description="wells, wellbores or tags, one report each; empty: one report of any"),
]
Days = Annotated[
    tuple[Annotated[int, Field(strict=True, ge=1, le=31)], ...],
    Field(max_length=31, description="weekly: 1 is Monday; monthly: a shorter month owes on its last day"),
]


def _asked(role: Role) -> Role:
    if role not in ASKED_ROLES:
        raise ValueError("must be operator, engineer or admin")
    return role


class EscalationIn(In):
    after_minutes: int = Field(ge=0, le=MAX_ESCALATION, strict=True)
    role: Annotated[Role, AfterValidator(_asked)]

    def to_step(self) -> Escalation:
        return Escalation(after_minutes=self.after_minutes, role=self.role)


Escalations = Annotated[
    list[EscalationIn],
    Field(max_length=MAX_ESCALATIONS, description="who gets a letter when, as long as it is missing"),
]
DueDays = Annotated[int, Field(ge=0, le=MAX_DUE_DAYS, strict=True, description="whole days later than that")]
Reminder = Annotated[int, Field(ge=1, le=MAX_REMINDER, strict=True)]


class DuePlanIn(In):
    site_id: Id
    type: Kind
    subjects: Subjects = ()
    rhythm: Rhythm = Rhythm.DAILY
    days: Days = ()
    due_at: Clock = Field(description="the first time after the end of the reporting day that the clock shows this")
    due_days: DueDays = 0
    owed_on_holidays: bool = Field(default=False, strict=True)
    valid_from: date
    valid_until: date | None = None
    reminder_minutes: Reminder | None = Field(default=None, description="before it is due, to operators of the site")
    escalations: Escalations = Field(default_factory=list)

    def to_values(self) -> dict[str, Any]:
        values = {name: value for name, value in self if name not in {"site_id", "type"}}
        return {**values, "escalations": tuple(step.to_step() for step in self.escalations)}


class DuePlanChangeIn(In):
    """What is absent stays as it is. What a plan says counts for past days too: to change it from a day on, end it and add another."""

    subjects: Subjects | None = None
    rhythm: Rhythm | None = None
    days: Days | None = None
    due_at: Clock | None = None
    due_days: DueDays | None = None
    owed_on_holidays: Annotated[bool, Field(strict=True)] | None = None
    valid_from: date | None = None
    valid_until: date | None = Field(default=None, description="null: without end")
    reminder_minutes: Reminder | None = Field(default=None, description="null: none")
    escalations: Escalations | None = None

    def to_values(self) -> dict[str, Any]:
        emptied = {"valid_until", "reminder_minutes"} & self.model_fields_set
        values = {name: value for name, value in self if value is not None or name in emptied}
        if self.escalations is not None:
            values["escalations"] = tuple(step.to_step() for step in self.escalations)
        return values


class EscalationOut(Out):
    after_minutes: int
    role: Role


class DuePlanOut(Out):
    id: str
    site_id: str
    type: str
    subjects: list[str]
    rhythm: Rhythm
    days: list[int]
    due_at: str
    due_days: int
    owed_on_holidays: bool
    valid_from: date
    valid_until: date | None
    reminder_minutes: int | None
    escalations: list[EscalationOut]
    created_at: Moment
    updated_at: Moment
    etag: str

    @classmethod
    def of(cls, plan: DuePlan) -> Self:
        facts = {name: getattr(plan, name) for name in cls.model_fields if name != "escalations"}
        return cls(**facts, escalations=[EscalationOut(**step.model_dump()) for step in plan.escalations])


class DuePlanPage(PageOut):
    items: list[DuePlanOut]


class DuePlanList(ListQuery):
    sort: Literal["createdAt", "-createdAt"] = "createdAt"
    site_id: Id | None = None
    type: Kind | None = None

    def to_wanted(self) -> Wanted:
        return Wanted(self.site_id, self.type)


class HolidayIn(In):
    day: date
    name: Name
    site_id: Id | None = Field(default=None, description="null: of all sites")

    def to_holiday(self) -> Holiday:
        return Holiday(day=self.day, name=self.name, site_id=self.site_id)


class DueCalendarIn(In):
    holidays: list[HolidayIn] = Field(max_length=MAX_HOLIDAYS)


class HolidayOut(Out):
    day: date
    name: str
    site_id: str | None


class DueCalendarOut(Out):
    holidays: list[HolidayOut]
    updated_at: Moment
    etag: str

    @classmethod
    def of(cls, calendar: DueCalendar) -> Self:
        holidays = [HolidayOut(**one.model_dump()) for one in calendar.holidays]
        return cls(holidays=holidays, updated_at=calendar.updated_at, etag=calendar.etag)


class DueReportList(ListQuery):
    from_day: date = Field(alias="from", ge=FIRST_DAY, le=LAST_DAY, description="reporting day")
    to_day: date = Field(alias="to", ge=FIRST_DAY, le=LAST_DAY, description=f"included; at most {MAX_SPAN} days")
    site_id: Id | None = None
    type: Kind | None = None
    missing: bool = Field(default=False, description="only what is due and was not submitted")

    @model_validator(mode="after")
    def _is_short(self) -> Self:
        if not 0 <= (self.to_day - self.from_day).days < MAX_SPAN:
            raise ValueError(f"`from` to `to` must be 1 to {MAX_SPAN} days")
        return self

    def to_wanted(self) -> Wanted:
        return Wanted(self.site_id, self.type)


class DueReportOut(Out):
    plan_id: str
    site_id: str
    type: str
    day: date
    subject: str | None = Field(description="null: any report of the type and day will do")
    due_at: Moment
    state: DueState
    missing_since: Moment | None = Field(description="due since then, and not submitted: missing, or a draft")
    is_late: bool = Field(description="it was submitted after it was due")
    report_id: str | None
    report_state: ReportState | None
    created_by: str | None = Field(description="who began the report")
    submitted_by: str | None
    submitted_at: Moment | None = Field(description="the first time")

    @classmethod
    def of(cls, standing: Standing) -> Self:
        owed, report = standing.owed, standing.report
        return cls(
            plan_id=owed.plan.id,
            site_id=owed.plan.site_id,
            type=owed.plan.type,
            day=owed.day,
            subject=owed.subject,
            due_at=owed.due,
            state=standing.state,
            missing_since=standing.missing_since,
            is_late=standing.is_late,
            report_id=report and report.id,
            report_state=report and report.state,
            created_by=report and report.created_by,
            submitted_by=report and report.submitted_by,
            submitted_at=report and report.first_submitted_at,
        )


class DueReportPage(PageOut):
    items: list[DueReportOut]
