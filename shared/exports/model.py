"""An export: what was asked for, how far it is, and where the file is. Rules only: no I/O, time comes in."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any, Literal, Self

from pydantic import Field

from shared.errors import NotFound
from shared.exports.measures import UnitSystem
from shared.identity.actor import Actor
from shared.identity.permissions import Role
from shared.kit.jobs.runs import RunState, RunWithBlobs
from shared.kit.model import Moment, Wire
from shared.kit.paging import Condition
from shared.reports.filters import ReportFilter
from shared.reports.model import ReportState

CONTAINER = "exports"  # of blobs
KEPT = timedelta(days=7)  # a file
ABANDONED = timedelta(days=2)  # whatever became of it, its bytes are gone by then
LISTED = 90 * 24 * 3600  # seconds that an export stays in the lists
MAX_REPORTS = 100_000
MAX_DRAWN = 2_000  # of a PDF
TRIES = 5


class Format(StrEnum):
    PDF = "pdf"
    XLSX = "xlsx"
    CSV = "csv"
    JSON = "json"

    @property
    def most(self) -> int:
        """Reports in one file."""
        return MAX_DRAWN if self is Format.PDF else MAX_REPORTS


class ExportState(StrEnum):
    QUEUED = "queued"
    RUNNING = "running"
    READY = "ready"
    FAILED = "failed"
    CANCELLED = "cancelled"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class _Named(ReportFilter):
    """Only these of them, if any are named."""

    ids: Sequence[str] = ()

    def conditions(self) -> Iterator[Condition]:
        yield from ReportFilter.conditions(self)
        if self.ids:
            yield Condition("ARRAY_CONTAINS(@named, c.id)", {"@named": list(self.ids)})


class Wanted(Wire):
    """Which reports: empty and None are whatever. Days are reporting days, both included."""

    types: tuple[str, ...] = ()
    site_ids: tuple[str, ...] = ()
    states: tuple[ReportState, ...] = ()
    subject: str | None = None
    first_day: date | None = None
    last_day: date | None = None
    report_ids: tuple[str, ...] = ()

    def to_filter(self) -> ReportFilter:
        return _Named(
            ids=self.report_ids,
            types=self.types,
            site_ids=self.site_ids,
            states=self.states,
            subject=self.subject,
            first_day=self.first_day,
            last_day=self.last_day,
        )


class Order(Wire):
    """What somebody asks for. `zone` "" is the clock of each report's site; `bom` is for CSV."""

    format: Format
    wanted: Wanted
    units: UnitSystem = UnitSystem.ENTERED
    zone: str = ""
    bom: bool = False
    title: str = ""


class Export(RunWithBlobs):
    """`done` of `total` reports. `tries` counts attempts: one that is cut off begins anew.

    `file_blob` and `manifest_blob` are names of the attempt that was finished. `schedule_id`: the schedule that asked for it, in the name
    of its owner, for people with a role of `readers`. `rows` are those of tables, by name; `sites` those of the reports in it.
    """

    blob_container = CONTAINER
    blobs_kept = KEPT

    kind: Literal["export"] = "export"
    order: Order
    by_key: bool = False
    schedule_id: str | None = None
    readers: tuple[Role, ...] = ()
    sites: tuple[str, ...] = ()
    tries: int = 0
    data_as_of: Moment | None = None
    file_name: str | None = None
    content_type: str | None = None
    size_bytes: int = 0
    sha256: str | None = None
    receipts_sha256: str | None = None
    rows: dict[str, int] = Field(default_factory=dict)
    file_blob: str | None = None
    manifest_blob: str | None = None
    ttl: int = LISTED

    @property
    def shown_state(self) -> ExportState:
        """Cancelled from the moment somebody said so, although its worker may need a second more to notice."""
        if self.state is RunState.FINISHED:
            return ExportState.READY if self.blobs_due_at is not None else ExportState.EXPIRED
        return ExportState.CANCELLED if self.cancelled_at is not None else ExportState(self.state.value)

    @property
    def prefix(self) -> str:
        return f"{self.organisation_id}/{self.id}/"

    def seen_by(self, actor: Actor) -> Self:
        """By who asked for it and by whom a schedule made it for, as long as they see all sites that it holds reports of.

        Errors: NotFound.
        """
        is_theirs = may_read(actor, self.created_by, self.readers, self.order.wanted)
        if not is_theirs or not self.holds_only_seen(actor):
            raise NotFound
        return self

    def holds_only_seen(self, actor: Actor) -> bool:
        """Does the actor see all sites that it holds reports of? Scopes change, and a file stays for some days."""
        return all(actor.may_see_site(site_id) for site_id in self.sites)

    def owned_by(self, actor: Actor) -> Self:
        """Errors: NotFound."""
        if self.created_by != actor.user_id:
            raise NotFound
        return self

    def begun_anew(self, total: int, sites: Iterable[str], as_of: datetime) -> Self:
        """Nothing is written yet."""
        selected = {"total": total, "sites": tuple(sorted(sites)), "data_as_of": as_of}
        return self.model_copy(update={**selected, "done": 0, "tries": self.tries + 1})

    def with_file(self, **facts: Any) -> Self:
        return self.model_copy(update=facts)

    def emptied(self, now: datetime) -> Self:
        return super().emptied(now).model_copy(update={"file_blob": None, "manifest_blob": None})


def may_read(actor: Actor, owner_id: str, roles: Sequence[Role], wanted: Wanted) -> bool:
    """Its owner; and who has one of the roles and sees all sites that it is limited to, every site if it is not."""
    if actor.user_id == owner_id:
        return True
    sees_all = actor.site_ids is None or (bool(wanted.site_ids) and set(wanted.site_ids) <= set(actor.site_ids))
    return actor.role in roles and sees_all


def said_of(wanted: Wanted, labels: dict[str, str], sites: dict[str, str]) -> Sequence[tuple[str, str]]:
    """The filter in words, for the cover. `labels` of types, `sites` are codes by id."""
    period = "all days"
    if wanted.first_day or wanted.last_day:
        period = f"{wanted.first_day or 'the beginning'} to {wanted.last_day or 'today'}"
    said = [
        ("Types", ", ".join(labels.get(one, one) for one in wanted.types) or "all"),
        ("Sites", ", ".join(sites.get(one, one) for one in wanted.site_ids) or "all that may be seen"),
        ("Period", period),
        ("States", ", ".join(state.value.replace("_", " ") for state in wanted.states) or "all"),
    ]
    if wanted.subject is not None:
        said.append(("Subject", wanted.subject))
    if wanted.report_ids:
        said.append(("Reports", f"{len(wanted.report_ids)} that were named"))
    return said
