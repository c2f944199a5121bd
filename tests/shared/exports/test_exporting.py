"""An export holds what was selected, whole, whatever happens while it is written."""

import asyncio
import contextlib
import csv
import hashlib
import io
import json
from dataclasses import replace
from itertools import count
from typing import Any
from unittest import mock

import openpyxl
import pytest

from shared.app import App
from shared.errors import NotFound
from shared.exports import exporting as module
from shared.exports.errors import ExportNotReady, TooManyExports
from shared.exports.measures import UnitSystem
from shared.exports.model import CONTAINER, KEPT, Export, ExportState, Format
from shared.identity.permissions import Role
from shared.kit.paging import PageRequest, Sort
from shared.reports.drafts import Attachment
from shared.reports.model import Report, ReportState
from shared.users.model import UserStatus
from tests.conftest import Clock
from tests.documents import a_read
from tests.exported import a_month_of, a_stored_report, an_order, exported, fetched, worked_off
from tests.exports import a_jpeg
from tests.people import Person, a_colleague, a_member, a_site
from tests.reports import a_payload
from tests.shared.documents.killing import Killed, watched
from tests.shared.exports.test_pdf import pages_of


def rows_of(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode(), newline="")))


async def blobs_of(app: App, export: Export) -> list[str]:
    return await app.blobs.names(CONTAINER, export.prefix)


async def test_a_csv_holds_every_report_that_matches_and_its_manifest_proves_it(app: App) -> None:
    owner = await a_member(app, Role.ADMIN)
    site, other = await a_site(app, owner), await a_site(app, owner)
    reports = await a_month_of(app, owner, site, 30)
    await a_stored_report(app, owner, other)
    await a_stored_report(app, owner, site, "hse_observation")
    await a_stored_report(app, owner, site, state=ReportState.DRAFT)
    order = an_order(site_ids=(site.id,), states=(ReportState.APPROVED,))
    export = await exported(app, owner.actor, order)
    assert (export.shown_state, export.done, export.total, export.percent) == (ExportState.READY, 30, 30, 100)
    found = await fetched(app, owner.actor, export)
    rows = rows_of(found.file)
    assert [row["Report"] for row in rows] == [report.id for report in reports]
    assert {row["Report: Author"] for row in rows} == {"Ada Admin"}
    assert {row["Site"] for row in rows} == {site.code}
    assert [row["Report: Receipt"] for row in rows] == [report.receipt for report in reports]
    assert found.headers["content-disposition"].startswith("attachment")
    assert hashlib.sha256(found.file).hexdigest() == export.sha256 == found.manifest["files"][0]["sha256"]
    assert len(found.file) == export.size_bytes
    assert found.manifest["reportsSelected"] == found.manifest["reportsWritten"] == 30
    assert found.manifest["filter"]["Sites"] == site.code
    assert found.manifest["receiptsSha256"] == export.receipts_sha256
    assert export.rows == {"Daily production": 30}


@pytest.mark.parametrize("kind", list(Format))
async def test_every_format_is_written(app: App, kind: Format) -> None:
    owner = await a_member(app, Role.ADMIN)
    site = await a_site(app, owner)
    reports = await a_month_of(app, owner, site, 3)
    drilling = await a_stored_report(app, owner, site, "daily_drilling")
    export = await exported(app, owner.actor, an_order(kind, UnitSystem.FIELD, types=()))
    assert (export.shown_state, export.failure) == (ExportState.READY, None)
    found = await fetched(app, owner.actor, export)
    assert found.manifest["complete"] is True
    assert found.manifest["reportsWritten"] == len(reports) + 1
    if kind is Format.PDF:
        pages = pages_of(found.file)
        assert "Reports selected 4 Reports written 4 Complete yes" in pages[0]
        assert any(str(drilling.subject) in page for page in pages)
        assert "Oil, all wells" in " ".join(pages)
    elif kind is Format.XLSX:
        book = openpyxl.load_workbook(io.BytesIO(found.file))
        assert book["Daily production"].max_row == 3 + len(reports)
    elif kind is Format.CSV:
        assert found.file.startswith(b"PK")
        assert export.file_name is not None
        assert export.file_name.endswith(".zip")
    else:
        assert len(json.loads(found.file)["reports"]) == 4


async def test_one_report_as_pdf_has_its_photos_and_the_weeks_before_it(app: App) -> None:
    owner = await a_member(app, Role.ADMIN)
    site = await a_site(app, owner)
    photo = await a_read(app, owner.actor, a_jpeg(), "gauge.jpg", site_id=site.id)
    await a_month_of(app, owner, site, 4)
    newest = photo.newest
    attached = Attachment(id=photo.id, name="gauge.jpg", size_bytes=100, sha256=newest.sha256)
    changed = Attachment(id=photo.id, name="other.jpg", size_bytes=100, sha256="0" * 64)
    payload = a_payload(**{"/header/well": "PHOTO-1"})
    report = await a_stored_report(app, owner, site, payload=payload, attachments=(attached, changed))
    export = await exported(app, owner.actor, an_order(Format.PDF, subject=report.subject))
    text = " ".join(pages_of((await fetched(app, owner.actor, export)).file))
    assert "Photo 1: gauge.jpg" in text
    assert "This picture cannot be shown here." in text  # its document holds other bytes by now
    one = await exported(app, owner.actor, an_order(Format.PDF, first_day="2026-05-07", last_day="2026-05-07"))
    assert one.total == 1
    assert "Sm³ a day" in " ".join(pages_of((await fetched(app, owner.actor, one)).file))


async def test_nobody_gets_more_than_they_may_see_when_it_is_written(app: App) -> None:
    owner = await a_member(app, Role.ADMIN)
    mine, other = await a_site(app, owner), await a_site(app, owner)
    viewer = await a_colleague(app, owner, Role.VIEWER, site_ids=(mine.id, other.id))
    report = await a_stored_report(app, owner, mine)
    await a_stored_report(app, owner, other)
    export = await app.exports.service.request(viewer.actor, an_order())
    user = await app.users.service.users.get(viewer.organisation_id, viewer.id)
    await app.users.service.users.replace(user.model_copy(update={"site_ids": (mine.id,)}))
    export = await worked_off(app, export)
    assert [row["Report"] for row in rows_of((await fetched(app, viewer.actor, export)).file)] == [report.id]
    with pytest.raises(NotFound):
        await app.exports.service.get(owner.actor, export.id)


async def test_who_loses_a_site_loses_the_files_with_its_reports(app: App) -> None:
    owner = await a_member(app, Role.ADMIN)
    kept, lost = await a_site(app, owner), await a_site(app, owner)
    engineer = await a_colleague(app, owner, Role.ENGINEER, site_ids=(kept.id, lost.id))
    await a_stored_report(app, owner, kept)
    stays = await exported(app, engineer.actor, an_order())
    await a_stored_report(app, owner, lost)
    goes = await exported(app, engineer.actor, an_order())
    for scope, seen in ((None, {stays.id, goes.id}), ((kept.id,), {stays.id}), ((), set())):
        actor = replace(engineer.actor, site_ids=scope)
        page = await app.exports.service.list_page(actor, PageRequest(Sort("createdAt"), 50))
        assert {one.id for one in page.items} == seen
        for export in (stays, goes):
            if export.id in seen:
                assert (await fetched(app, actor, export)).manifest["complete"] is True
            else:
                with pytest.raises(NotFound):
                    await app.exports.service.sign_download(actor, export.id)
                with pytest.raises(NotFound):
                    await app.exports.service.get(actor, export.id)


async def test_an_anonymous_observation_names_nobody(app: App) -> None:
    owner = await a_member(app, Role.ADMIN)
    site, kind = await a_site(app, owner), "hse_observation"
    for anonymous in (True, False):
        seen = {"/observation/anonymous": anonymous, "/observation/observer": None}
        await a_stored_report(app, owner, site, kind, a_payload(kind, **seen))
    export = await exported(app, owner.actor, an_order(Format.JSON, types=(kind,)))
    reports = json.loads((await fetched(app, owner.actor, export)).file)["reports"]
    authors = {one["payload"]["observation"]["anonymous"]: one["author"] for one in reports}
    name = (await app.users.service.get(owner.actor, owner.id)).name
    assert authors == {True: None, False: name}
    drawn = await exported(app, owner.actor, an_order(Format.PDF, types=(kind,)))
    text = " ".join(pages_of((await fetched(app, owner.actor, drawn)).file))
    assert text.count(f"Submitted by {name}") == 1


async def test_reports_that_are_named_are_exported_and_no_others(app: App) -> None:
    owner = await a_member(app, Role.ADMIN)
    reports = await a_month_of(app, owner, await a_site(app, owner), 4)
    named = (reports[2].id, reports[0].id)
    export = await exported(app, owner.actor, an_order(report_ids=named))
    rows = rows_of((await fetched(app, owner.actor, export)).file)
    assert [row["Report"] for row in rows] == [reports[0].id, reports[2].id]


async def test_who_left_gets_nothing(app: App) -> None:
    owner = await a_member(app, Role.ADMIN)
    viewer = await a_colleague(app, owner, Role.VIEWER)
    export = await app.exports.service.request(viewer.actor, an_order())
    user = await app.users.service.users.get(viewer.organisation_id, viewer.id)
    await app.users.service.users.replace(user.model_copy(update={"status": UserStatus.DEACTIVATED}))
    assert (await worked_off(app, export)).failure == "actor_gone"


async def test_what_was_selected_is_written_as_it_was(app: App) -> None:
    """A revision that is submitted meanwhile belongs to another export."""
    owner = await a_member(app, Role.ADMIN)
    site = await a_site(app, owner)
    (report,) = await a_month_of(app, owner, site, 1)
    select = module.Exporting.page

    async def between(self: Any, going: Any) -> bool:
        selecting = type(self.others.selecting)
        original = selecting.said

        async def said(inner: Any, reports: list[Report]) -> Any:
            known = await app.database.container("reports").get(report.id, report.organisation_id)
            await app.database.container("reports").upsert({**known, "revision": 2, "state": "draft"})
            return await original(inner, reports)

        with mock.patch.object(selecting, "said", said):
            return await select(self, going)

    with mock.patch.object(module.Exporting, "page", between):
        export = await exported(app, owner.actor, an_order())
    (row,) = rows_of((await fetched(app, owner.actor, export)).file)
    assert (row["Revision"], row["Report: State"], row["Report: Receipt"]) == ("1", "Approved", report.receipt)


async def test_a_draft_that_is_discarded_meanwhile_begins_it_anew(app: App) -> None:
    owner = await a_member(app, Role.ADMIN)
    site = await a_site(app, owner)
    report = await a_stored_report(app, owner, site, state=ReportState.DRAFT)
    await a_month_of(app, owner, site, 2)
    container = app.database.container("reports")
    await container.delete(f"{report.id}.content", report.organisation_id)
    export = await app.exports.service.request(owner.actor, an_order())
    first = app.exports.exporting
    with mock.patch("shared.kit.jobs.running.PAGES_A_TURN", 1):
        await first.run(first.job_of(export.organisation_id, export.id))
    held = await first.runs.get(export.organisation_id, export.id)
    assert (held.shown_state, held.tries) == (ExportState.RUNNING, 1)
    await container.delete(report.id, report.organisation_id)
    export = await worked_off(app, export)
    assert (export.shown_state, export.done, export.total) == (ExportState.READY, 2, 2)


async def test_what_stays_incomplete_fails(app: App) -> None:
    owner = await a_member(app, Role.ADMIN)
    report = await a_stored_report(app, owner, await a_site(app, owner), state=ReportState.DRAFT)
    await app.database.container("reports").delete(f"{report.id}.content", report.organisation_id)
    export = await exported(app, owner.actor, an_order())
    assert (export.shown_state, export.failure) == (ExportState.FAILED, "changed_meanwhile")


async def test_too_many_are_refused(app: App) -> None:
    owner = await a_member(app, Role.ADMIN)
    await a_month_of(app, owner, await a_site(app, owner), 3)
    with mock.patch("shared.exports.model.MAX_REPORTS", 2):
        export = await exported(app, owner.actor, an_order())
    assert (export.shown_state, export.failure) == (ExportState.FAILED, "too_many")
    with mock.patch("shared.exports.model.MAX_REPORTS", 3):
        assert (await exported(app, owner.actor, an_order())).shown_state is ExportState.READY


async def test_what_takes_too_long_says_so(app: App) -> None:
    owner = await a_member(app, Role.ADMIN)
    await a_month_of(app, owner, await a_site(app, owner), 3)
    export = await app.exports.service.request(owner.actor, an_order())
    found = await worked_off(app, export, by=replace(app.exports.exporting, seconds=-1))
    assert found.failure == "took_too_long"


async def test_cancelling_stops_it_between_pages_and_nothing_stays(app: App, clock: Clock) -> None:
    owner = await a_member(app, Role.ADMIN)
    await a_month_of(app, owner, await a_site(app, owner), 6)
    export = await app.exports.service.request(owner.actor, an_order(Format.PDF))
    cancelled: list[Export] = []

    async def cancel_after_one(self: Any, after: str, done: int, **facts: Any) -> None:
        self.run = self.run.advanced(after, done, **facts)
        if done and not cancelled:
            cancelled.append(await app.exports.service.cancel(owner.actor, export.id))
        await self.note()

    with mock.patch("shared.kit.jobs.running.Going.come", cancel_after_one):
        ended = await worked_off(app, export)
    assert cancelled[0].shown_state is ExportState.CANCELLED
    assert (ended.shown_state, ended.done) == (ExportState.CANCELLED, 1)
    with pytest.raises(ExportNotReady):
        await app.exports.service.sign_download(owner.actor, export.id)
    clock.advance(minutes=1)
    await app.exports.expiring.run()
    assert await blobs_of(app, ended) == []


async def test_a_queued_one_is_cancelled_at_once(app: App) -> None:
    owner = await a_member(app, Role.ADMIN)
    export = await app.exports.service.request(owner.actor, an_order())
    assert (await app.exports.service.cancel(owner.actor, export.id)).shown_state is ExportState.CANCELLED
    assert (await worked_off(app, export)).shown_state is ExportState.CANCELLED


async def test_delivered_to_many_it_is_written_once(app: App) -> None:
    owner = await a_member(app, Role.ADMIN)
    await a_month_of(app, owner, await a_site(app, owner), 3)
    export = await app.exports.service.request(owner.actor, an_order())
    await asyncio.gather(*(worked_off(app, export) for _ in range(4)), return_exceptions=True)
    export = await worked_off(app, export)
    assert export.shown_state is ExportState.READY
    assert len(await blobs_of(app, export)) == 2


@pytest.mark.slow
async def test_killed_after_any_request_it_ends_whole(app: App, clock: Clock) -> None:
    owner = await a_member(app, Role.ADMIN)
    reports = await a_month_of(app, owner, await a_site(app, owner), 2)
    for limit in count(1):
        export = await app.exports.service.request(owner.actor, an_order())
        with watched(limit), contextlib.suppress(Killed):
            await worked_off(app, export)
        is_killed = not (await app.exports.exporting.runs.get(export.organisation_id, export.id)).state.is_settled
        clock.advance(minutes=5)
        while not (export := await worked_off(app, export)).state.is_settled:
            clock.advance(minutes=5)
        found = await fetched(app, owner.actor, export)
        assert [row["Report"] for row in rows_of(found.file)] == [report.id for report in reports], limit
        assert hashlib.sha256(found.file).hexdigest() == export.sha256, limit
        if not is_killed:
            break


async def test_files_go_after_a_week_and_the_list_says_so(app: App, clock: Clock) -> None:
    owner = await a_member(app, Role.ADMIN)
    await a_month_of(app, owner, await a_site(app, owner), 1)
    export = await exported(app, owner.actor, an_order())
    clock.advance(days=KEPT.days - 1)
    await app.exports.expiring.run()
    assert len(await blobs_of(app, export)) == 2
    clock.advance(days=2)
    await app.exports.expiring.run()
    export = await app.exports.service.get(owner.actor, export.id)
    assert export.shown_state is ExportState.EXPIRED
    assert await blobs_of(app, export) == []
    with pytest.raises(ExportNotReady):
        await app.exports.service.sign_download(owner.actor, export.id)


async def some_under_way(app: App, owner: Person, number: int) -> None:
    for _ in range(number):
        await app.exports.service.request(owner.actor, an_order())


async def test_nobody_has_more_than_five_under_way(app: App) -> None:
    owner = await a_member(app, Role.ADMIN)
    await some_under_way(app, owner, 5)
    with pytest.raises(TooManyExports):
        await some_under_way(app, owner, 1)
