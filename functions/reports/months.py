"""Months of wells: closed when every day is approved and they add up to the office's sheet."""

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field

from shared.app import App
from shared.errors import NotFound
from shared.identity.actor import Actor
from shared.identity.names import visible
from shared.identity.permissions import Permission
from shared.identity.policy import requires
from shared.kit.http import Api, ListQuery, PageOut
from shared.kit.ids import Id
from shared.kit.model import In, Moment, Out
from shared.reports.errors import MonthClosed, MonthDiffers, MonthIncomplete
from shared.reports.month import MonthlySheet, MonthlyVolume, MonthOf, MonthState, ProductionMonth
from shared.reports.months import MonthFilter
from shared.reports.types.fields import LARGEST

api = Api("Reports")

MonthName = Annotated[str, Field(pattern=r"^(19[5-9][0-9]|2[01][0-9]{2})-(0[1-9]|1[0-2])$", examples=["2026-05"])]
WellText = Annotated[str, Field(min_length=1, max_length=200), AfterValidator(visible)]
Figure = Annotated[float, Field(ge=-LARGEST, le=LARGEST, allow_inf_nan=False)]


class LiquidIn(In):
    value: Figure
    unit: Literal["Sm3", "bbl"]


class GasIn(In):
    value: Figure
    unit: Literal["Sm3", "Mscf"]


class SheetIn(In):
    """What the office adds up to; null where nothing was measured all month, which is not 0."""

    hours_on_stream: Annotated[float, Field(ge=0, le=1000, allow_inf_nan=False)] | None
    oil: LiquidIn | None
    gas: GasIn | None
    water: LiquidIn | None
    water_injected: LiquidIn | None
    gas_injected: GasIn | None

    def to_sheet(self) -> MonthlySheet:
        return MonthlySheet.model_validate(self.model_dump())


class ProductionMonthIn(In):
    site_id: Id
    well: WellText = Field(description="as the reports call it")
    month: MonthName
    sheet: SheetIn

    def to_month(self) -> MonthOf:
        first = date.fromisoformat(f"{self.month}-01")
        return MonthOf(self.site_id, self.well, first.year, first.month)


class ProductionMonthList(ListQuery):
    sort: Literal["month", "-month", "updatedAt", "-updatedAt"] = "-month"
    site_id: Id | None = None
    well: WellText | None = None
    month: MonthName | None = None
    state: MonthState | None = None

    def to_filter(self) -> MonthFilter:
        return MonthFilter(self.site_id, self.well, self.month, self.state)


class VolumeOut(Out):
    value: float
    unit: str

    @classmethod
    def of(cls, volume: MonthlyVolume | None) -> Self | None:
        return None if volume is None else cls(value=volume.value, unit=volume.unit)


class SheetOut(Out):
    hours_on_stream: float | None
    oil: VolumeOut | None
    gas: VolumeOut | None
    water: VolumeOut | None
    water_injected: VolumeOut | None
    gas_injected: VolumeOut | None

    @classmethod
    def of(cls, sheet: MonthlySheet) -> Self:
        return cls(
            hours_on_stream=sheet.hours_on_stream,
            oil=VolumeOut.of(sheet.oil),
            gas=VolumeOut.of(sheet.gas),
            water=VolumeOut.of(sheet.water),
            water_injected=VolumeOut.of(sheet.water_injected),
            gas_injected=VolumeOut.of(sheet.gas_injected),
        )


class CountedReportOut(Out):
    day: str
    report_id: str
    revision: int
    receipt: str


class ProductionMonthOut(Out):
    """`totals` are what the days add up to, in h and Sm3; `reports` what they were read from."""

    site_id: str
    well: str
    month: str
    state: MonthState
    sheet: SheetOut
    totals: dict[str, float | None]
    reports: list[CountedReportOut]
    closed_at: Moment
    closed_by: str
    reopened_at: Moment | None

    @classmethod
    def of(cls, month: ProductionMonth) -> Self:
        return cls(
            site_id=month.site_id,
            well=month.well,
            month=month.month,
            state=month.state,
            sheet=SheetOut.of(month.sheet),
            totals=month.totals,
            reports=[CountedReportOut(**dict(one)) for one in month.reports],
            closed_at=month.closed_at,
            closed_by=month.closed_by,
            reopened_at=month.reopened_at,
        )


class ProductionMonthPage(PageOut):
    items: list[ProductionMonthOut]


@api.get("v1/production-months", summary="List closed months", auth=requires(Permission.REPORTS_READ))
async def list_production_months(query: ProductionMonthList, actor: Actor, app: App) -> ProductionMonthPage:
    """One page of the months that were closed at sites in the caller's scope, those reopened since among them."""
    page = await app.reports.months.list_page(actor, query.page_request(query.sort), query.to_filter())
    return ProductionMonthPage(
        items=[ProductionMonthOut.of(month) for month in page.items], next_cursor=page.next_cursor
    )


@api.post(
    "v1/production-months",
    summary="Close a month",
    auth=requires(Permission.REPORTS_REVIEW),
    errors=(NotFound, MonthIncomplete, MonthDiffers, MonthClosed),
)
async def close_production_month(body: ProductionMonthIn, actor: Actor, app: App) -> ProductionMonthOut:
    """Every reporting day needs an approved report, and they must add up to the sheet (relative 1e-9). Then all of them become final.
    `errors` names the days that are missing, or the figures that differ. Saying the same again is harmless.
    """
    return ProductionMonthOut.of(await app.reports.months.close(actor, body.to_month(), body.sheet.to_sheet()))
