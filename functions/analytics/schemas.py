"""Figures for charts on the wire."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated, Literal, Self

from pydantic import Field, model_validator

from shared.analytics.model import AnalyticsRebuild
from shared.analytics.service import Span
from shared.kit.http import ListQuery, PageOut
from shared.kit.ids import Id
from shared.kit.jobs.runs import RunState
from shared.kit.model import In, Moment, Out
from shared.reports.periods import FIRST_DAY, LAST_DAY

if TYPE_CHECKING:
    from shared.analytics.series import CodeTime, LostDay, ProductionDay, Punctuality, Sum, Waiting

MAX_SPAN = 366  # days of one site
MAX_SPAN_OF_ALL = 93
Kind = Annotated[str, Field(pattern=r"^[a-z][a-z_]{1,40}$", description="type of report, such as daily_production")]


class SpanQuery(In):
    from_day: date = Field(alias="from", ge=FIRST_DAY, le=LAST_DAY, description="reporting day")
    to_day: date = Field(
        alias="to",
        ge=FIRST_DAY,
        le=LAST_DAY,
        description=f"included; at most {MAX_SPAN} days of one site, {MAX_SPAN_OF_ALL} of all",
    )
    site_id: Id | None = Field(default=None, description="absent: all that you see")

    @model_validator(mode="after")
    def _is_short(self) -> Self:
        most = MAX_SPAN_OF_ALL if self.site_id is None else MAX_SPAN
        if not 0 <= (self.to_day - self.from_day).days < most:
            raise ValueError(f"`from` to `to` must be 1 to {most} days")
        return self

    def to_span(self) -> Span:
        return Span(self.from_day, self.to_day, self.site_id)


class FiguresQuery(SpanQuery):
    approved_only: bool = Field(default=False, description="leave out reports that are not approved or final")

    def to_span(self) -> Span:
        return Span(self.from_day, self.to_day, self.site_id, self.approved_only)


class ProductionQuery(FiguresQuery):
    well: str | None = Field(default=None, min_length=1, max_length=200)
    liquid_unit: Literal["Sm3", "bbl"] = "Sm3"
    gas_unit: Literal["Sm3", "Mscf"] = "Sm3"


class PunctualityQuery(SpanQuery):
    type: Kind | None = None


class OpenReviewQuery(In):
    site_id: Id | None = None


class SumOut(Out):
    value: float | None = Field(description="null: nobody measured it")
    based_on: int = Field(description="how many reports say it")

    @classmethod
    def of(cls, figure: Sum) -> Self:
        return cls(value=figure.value, based_on=figure.based_on)


class ProducedOut(Out):
    reports: int
    hours_on_stream: SumOut
    oil: SumOut
    gas: SumOut
    water: SumOut
    water_injected: SumOut
    gas_injected: SumOut


class ProductionDayOut(ProducedOut):
    day: date


def _produced(one: ProductionDay) -> dict[str, object]:
    names = {
        "oil": "oil",
        "gas": "gas",
        "water": "water",
        "waterInjected": "water_injected",
        "gasInjected": "gas_injected",
    }
    figures = {names[name]: SumOut.of(figure) for name, figure in one.figures.items()}
    return {"reports": one.reports, "hours_on_stream": SumOut.of(one.on_stream), **figures}


class ProductionOut(Out):
    liquid_unit: str
    gas_unit: str
    days: list[ProductionDayOut] = Field(description="each day of the span, also those without a report")
    total: ProducedOut

    @classmethod
    def of(cls, query: ProductionQuery, by_day: list[ProductionDay], total: ProductionDay) -> Self:
        days = [ProductionDayOut.model_validate({"day": one.day, **_produced(one)}) for one in by_day]
        units = {"liquid_unit": query.liquid_unit, "gas_unit": query.gas_unit}
        return cls(**units, days=days, total=ProducedOut.model_validate(_produced(total)))


class LostOut(Out):
    reports: int
    logged_hours: SumOut
    non_productive_hours: SumOut
    share: float | None = Field(description="of the hours that were logged; null where there are none")


class LostDayOut(LostOut):
    day: date


def _lost(one: LostDay) -> dict[str, object]:
    logged, lost = one.logged.value, one.lost.value
    share = lost / logged if lost is not None and logged else None
    hours = {"logged_hours": SumOut.of(one.logged), "non_productive_hours": SumOut.of(one.lost)}
    return {"reports": one.reports, **hours, "share": share}


class NonProductiveTimeOut(Out):
    days: list[LostDayOut] = Field(description="each day of the span; a log with a row that has no times adds nothing")
    total: LostOut

    @classmethod
    def of(cls, by_day: list[LostDay], total: LostDay) -> Self:
        days = [LostDayOut.model_validate({"day": one.day, **_lost(one)}) for one in by_day]
        return cls(days=days, total=LostOut.model_validate(_lost(total)))


class CodeTimeOut(Out):
    code: str = Field(description="as `interruption -- repair`; empty: rows without a code")
    hours: float | None
    reports: int
    unknown_rows: int = Field(description="that do not say when they began or ended, and add no hours")
    share: float | None


class ActivityTimeOut(Out):
    reports: int
    codes: list[CodeTimeOut] = Field(description="the most hours first")

    @classmethod
    def of(cls, codes: list[CodeTime], reports: int) -> Self:
        found = [
            CodeTimeOut(code=one.code, hours=one.hours, reports=one.reports, unknown_rows=one.unknown, share=one.share)
            for one in codes
        ]
        return cls(reports=reports, codes=found)


class PunctualityOut(Out):
    owed: int
    in_time: int
    late: int
    missing: int = Field(description="due, and not submitted")
    pending: int = Field(description="not due yet")


class PunctualityDayOut(PunctualityOut):
    day: date


class PunctualityPlaceOut(PunctualityOut):
    site_id: str
    type: str


def _kept(one: Punctuality) -> dict[str, object]:
    names = ("owed", "in_time", "late", "missing", "pending")
    return {name: getattr(one, name) for name in names}


class PunctualitySeriesOut(Out):
    days: list[PunctualityDayOut]
    sites: list[PunctualityPlaceOut] = Field(description="by site and type")

    @classmethod
    def of(cls, by_day: dict[date, Punctuality], by_place: dict[tuple[str, str], Punctuality]) -> Self:
        days = [PunctualityDayOut.model_validate({"day": day, **_kept(one)}) for day, one in by_day.items()]
        sites = [
            PunctualityPlaceOut.model_validate({"site_id": site_id, "type": kind, **_kept(one)})
            for (site_id, kind), one in by_place.items()
        ]
        return cls(days=days, sites=sites)


class OpenReviewOut(Out):
    site_id: str
    type: str
    waiting: int = Field(description="submitted, and nobody has decided")
    in_review: int = Field(description="of these, those that somebody took up")
    since: Moment = Field(description="the oldest submit among them")
    over_one_day: int
    over_three_days: int
    over_seven_days: int

    @classmethod
    def of(cls, one: Waiting) -> Self:
        return cls(**{name: getattr(one, name) for name in cls.model_fields})


class OpenReviewsOut(Out):
    waiting: int
    sites: list[OpenReviewOut] = Field(description="by site and type, the longest wait first")

    @classmethod
    def counted(cls, found: list[Waiting]) -> Self:
        return cls(waiting=sum(one.waiting for one in found), sites=[OpenReviewOut.of(one) for one in found])


class RebuildList(ListQuery):
    sort: Literal["createdAt", "-createdAt"] = "-createdAt"


class RebuildOut(Out):
    id: str
    state: RunState
    reports: int = Field(description="computed anew so far")
    total: int | None
    percent: int | None
    failure: str | None
    created_at: Moment
    created_by: str
    finished_at: Moment | None

    @classmethod
    def of(cls, run: AnalyticsRebuild) -> Self:
        facts = {name: getattr(run, name) for name in cls.model_fields if name != "reports"}
        return cls(**facts, reports=run.done)


class RebuildPage(PageOut):
    items: list[RebuildOut]
