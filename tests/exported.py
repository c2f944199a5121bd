"""Reports as they are stored, and exports of them worked off, as tests need them."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

import httpx

from shared.app import App
from shared.exports.exporting import Exporting
from shared.exports.measures import UnitSystem
from shared.exports.model import Export, Format, Order, Wanted
from shared.exports.schedule import ExportSchedule, Period, ScheduleFacts
from shared.identity.actor import Actor
from shared.kit.cosmos import Write
from shared.kit.ids import new_id
from shared.reports.content import Content, content_id
from shared.reports.drafts import Attachment
from shared.reports.model import Decision, Report, ReportState, ReviewRound
from shared.reports.si import with_si
from shared.sites.model import Site
from tests.exports import subject_of
from tests.people import Person
from tests.reports import a_payload, a_revision, period_of, receipt_of

DAY = date(2026, 5, 4)


async def a_stored_report(
    app: App,
    author: Person,
    site: Site,
    kind: str = "daily_production",
    payload: dict[str, Any] | None = None,
    *,
    day: date = DAY,
    state: ReportState = ReportState.APPROVED,
    attachments: tuple[Attachment, ...] = (),
) -> Report:
    """In revision 1, but for a draft, which has none."""
    payload = with_si(a_payload(kind) if payload is None else payload)
    now = app.now()
    facts = {"organisation_id": author.organisation_id, "created_at": now, "updated_at": now, "created_by": author.id}
    report = Report(
        id=new_id(),
        **facts,
        type=kind,
        version=1,
        site_id=site.id,
        subject=subject_of(kind, payload),
        **period_of(site, day),
        state=state,
    )
    content = Content(
        id=content_id(report.id), **facts, report_id=report.id, edition=1, payload=payload, attachments=attachments
    )
    written = [content.to_item()]
    if state is not ReportState.DRAFT:
        receipt = receipt_of(report, 1, payload, attachments, {})
        revision = a_revision(report, 1, payload, receipt, attachments=attachments)
        review = ReviewRound(revision=1, reviewer_id=author.id, decision=Decision.APPROVE, decided_at=now)
        submitted = {"revision": 1, "receipt": revision.receipt, "submitted_at": now, "submitted_by": author.id}
        report = report.model_copy(update={**submitted, "review": review})
        written.append(revision.to_item())
    container = app.database.container("reports")
    await container.batch(author.organisation_id, [Write("create", one) for one in [report.to_item(), *written]])
    return report


async def a_month_of(app: App, author: Person, site: Site, days: int = 5, **changes: Any) -> list[Report]:
    """Daily production of one well."""
    return [
        await a_stored_report(app, author, site, day=DAY + timedelta(days=number), **changes) for number in range(days)
    ]


def an_order(format: Format = Format.CSV, units: UnitSystem = UnitSystem.ENTERED, **wanted: Any) -> Order:  # noqa: A002
    return Order(format=format, units=units, wanted=Wanted(**{"types": ("daily_production",), **wanted}))


async def exported(app: App, actor: Actor, order: Order) -> Export:
    """Asked for, and worked off."""
    return await worked_off(app, await app.exports.service.request(actor, order))


async def worked_off(app: App, export: Export, by: Exporting | None = None) -> Export:
    exporting = by or app.exports.exporting
    await exporting.run(exporting.job_of(export.organisation_id, export.id))
    return await exporting.runs.get(export.organisation_id, export.id)


@dataclass(frozen=True)
class Fetched:
    file: bytes
    manifest: dict[str, Any]
    headers: httpx.Headers


async def fetched(app: App, actor: Actor, export: Export) -> Fetched:
    """As a browser gets them."""
    download = await app.exports.service.sign_download(actor, export.id)
    async with httpx.AsyncClient(timeout=30) as browser:
        file, manifest = await browser.get(download.file.url), await browser.get(download.manifest.url)
    assert (file.status_code, manifest.status_code) == (200, 200)
    return Fetched(file.content, manifest.json(), file.headers)


def schedule_facts(**changes: Any) -> ScheduleFacts:
    """Every morning at seven, of the day before."""
    facts = {
        "name": "Morning report",
        "cron": "0 7 * * *",
        "site_id": None,
        "period": Period.DAY,
        "order": an_order(),
        "only_approved": True,
        "recipients": (),
        "enabled": True,
    }
    return ScheduleFacts(**{**facts, **changes})


def a_schedule_of(**changes: Any) -> ExportSchedule:
    """Not stored."""
    now = datetime(2026, 5, 3, 12, tzinfo=UTC)
    return ExportSchedule(
        id=new_id(),
        organisation_id=new_id(),
        created_at=now,
        updated_at=now,
        created_by="owner",
        facts=schedule_facts(**changes),
        owner_id="owner",
        owner_is_key=False,
        next_at=None,
    )
