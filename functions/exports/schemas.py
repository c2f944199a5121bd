"""Exports on the wire."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Literal, Self

from pydantic import Field, model_validator

from shared.exports.measures import UnitSystem
from shared.exports.model import ExportState, Format, Order, Wanted
from shared.exports.work import FAILURES
from shared.kit.http import ListQuery, PageOut
from shared.kit.ids import Id
from shared.kit.model import In, Moment, Out
from shared.kit.zones import TimeZone
from shared.reports.model import ReportState

if TYPE_CHECKING:
    from shared.exports.model import Export
    from shared.exports.service import Download


class WantedIn(In):
    """Which reports. What is left out is whatever; days are reporting days, both included."""

    types: list[str] = Field(default_factory=list, max_length=20)
    site_ids: list[Id] = Field(default_factory=list, max_length=100)
    states: list[ReportState] = Field(default_factory=list, max_length=10)
    subject: str | None = Field(default=None, min_length=1, max_length=200, description="a well, wellbore or tag")
    first_day: date | None = None
    last_day: date | None = None
    report_ids: list[Id] = Field(default_factory=list, max_length=200, description="only these, of what else matches")

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.first_day is not None and self.last_day is not None and self.last_day < self.first_day:
            raise ValueError("lastDay must not be before firstDay")
        return self

    def to_wanted(self) -> Wanted:
        return Wanted(
            types=tuple(dict.fromkeys(self.types)),
            site_ids=tuple(dict.fromkeys(self.site_ids)),
            states=tuple(dict.fromkeys(self.states)),
            subject=self.subject,
            first_day=self.first_day,
            last_day=self.last_day,
            report_ids=tuple(dict.fromkeys(self.report_ids)),
        )


class LookIn(In):
    """What a file looks like."""

    format: Format
    units: UnitSystem = UnitSystem.ENTERED
    zone: TimeZone | None = Field(
        default=None, description="of all times; null: each has the clock of its report's site"
    )
    bom: bool = Field(default=False, strict=True, description="CSV begins with a byte order mark, which Excel asks for")
    title: str = Field(default="", max_length=120)


class ExportIn(LookIn):
    """What to export, and how."""

    filter: WantedIn

    def to_order(self) -> Order:
        return Order(
            format=self.format,
            wanted=self.filter.to_wanted(),
            units=self.units,
            zone=self.zone or "",
            bom=self.bom,
            title=self.title,
        )


class ExportList(ListQuery):
    sort: Literal["createdAt", "-createdAt"] = "-createdAt"


class ExportFailureOut(Out):
    code: str
    message: str


class WantedOut(Out):
    types: list[str]
    site_ids: list[str]
    states: list[ReportState]
    subject: str | None
    first_day: date | None
    last_day: date | None
    report_ids: list[str]

    @classmethod
    def of(cls, wanted: Wanted) -> Self:
        return cls.model_validate(wanted.model_dump())


class ExportOut(Out):
    """An export, and how far it is."""

    id: str
    state: ExportState
    percent: int | None = Field(description="of the reports; null while nobody knows how many there are")
    done: int = Field(description="reports that are written")
    total: int | None
    format: Format
    filter: WantedOut
    units: UnitSystem
    zone: str | None = Field(description="of all times; null: each has the clock of its report's site")
    title: str
    data_as_of: Moment | None = Field(description="what was so then is in it")
    file_name: str | None
    size_bytes: int
    sha256: str | None = Field(description="of the file")
    receipts_sha256: str | None = Field(description="over the receipts of the reports in it, as its cover says")
    rows: dict[str, int] = Field(description="of each table")
    failure: ExportFailureOut | None
    schedule_id: str | None
    created_at: Moment
    created_by: str = Field(description="who asked for it, and may cancel it; the owner of the schedule that did")
    finished_at: Moment | None
    expires_at: Moment | None = Field(description="null when it has expired, or is not ready")

    @classmethod
    def of(cls, export: Export) -> Self:
        order, state = export.order, export.shown_state
        known = cls.model_fields.keys() & type(export).model_fields.keys()
        facts = {name: getattr(export, name) for name in known} | {"state": state}
        failed = export.failure
        return cls(
            **{name: value for name, value in facts.items() if name not in {"failure"}},
            percent=export.percent,
            format=order.format,
            filter=WantedOut.of(order.wanted),
            units=order.units,
            zone=order.zone or None,
            title=order.title,
            failure=None if failed is None else ExportFailureOut(code=failed, message=FAILURES.get(failed, failed)),
            expires_at=export.blobs_due_at if state is ExportState.READY else None,
        )


class ExportPage(PageOut):
    items: list[ExportOut]


class ExportDownloadOut(Out):
    """Where the file is for some minutes, and the manifest that proves it."""

    file_name: str
    size_bytes: int
    sha256: str
    url: str
    manifest_url: str
    expires_at: Moment

    @classmethod
    def of(cls, download: Download) -> Self:
        return cls(
            file_name=download.name,
            size_bytes=download.size_bytes,
            sha256=download.sha256,
            url=download.file.url,
            manifest_url=download.manifest.url,
            expires_at=download.file.expires_at,
        )
