"""What was archived there stands here again: items and bytes, up to the organisation and the ids of its people."""

import hashlib
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from functions.reports.submits import SubmitIn
from scripts.verify_archive import verify
from shared.app import App
from shared.documents.drafts import FileDraft
from shared.documents.model import Document
from shared.due_reports.model import Holiday
from shared.due_reports.watch import watch_id
from shared.holds.work import protection_of
from shared.identity.permissions import Role
from shared.kit.ids import new_id
from shared.kit.jobs.runs import RunState
from shared.reports.errors import ReportExists
from shared.reports.month import MonthlySheet, MonthlyVolume, MonthOf, ProductionMonth
from shared.sites.model import Site
from tests.archives import downloaded, exported, files_of, imported, lines_of
from tests.conftest import Clock
from tests.document_types import a_document_type, a_field
from tests.documents import PROGRAM, a_pdf, a_verified, an_announced, content_of, job_of, put
from tests.due_reports import STEPS, a_stored_plan, watches_of
from tests.field_reports import a_report, a_submit, an_edit
from tests.files import a_png
from tests.holds import a_hold, storage_refuses
from tests.people import Person, a_colleague, a_member, a_site
from tests.reports import a_payload, receipt_of
from tests.retention import a_policy, decided
from tests.shared.archives.generated import Making
from tests.wells import a_well

EXEMPT = {"organisation": {"id", "createdAt", "createdBy", "updatedAt"}, "user": {"status", "joinedAt", "updatedAt"}}


def comparable(folder: Path) -> dict[str, Any]:
    """Without what is another's by nature: ids of people (named by their addresses instead), the moment of reading."""
    lines = lines_of(folder)
    people = {line["id"]: line["email"] or line["name"] for line in lines["user"].values()}
    text = json.dumps({kind: found for kind, found in lines.items() if kind not in {"activity", "file"}})
    for person, address in people.items():
        text = text.replace(person, address)
    kinds: dict[str, dict[str, dict[str, Any]]] = json.loads(text)
    for kind, found in kinds.items():
        for line in found.values():
            for name in EXEMPT.get(kind, set()) | {"readAt"}:
                line.pop(name, None)
    kinds["organisation"] = {"it": next(iter(kinds["organisation"].values()))}
    return kinds


async def a_full_organisation(app: App, owner: Person) -> list[Document]:
    site = await a_site(app, owner, "Åsgard «Ω» 油田")
    kind = await a_document_type(
        app, owner, a_field(), a_field("number", key="depth", unit="m"), a_field("user", key="who")
    )
    engineer = await a_colleague(app, owner, Role.ENGINEER, name="Ængus O’Brien")
    await decided(app, owner, a_policy())
    documents = [await a_verified(app, owner.actor, a_pdf(mark="æ"), "brønn Ω.pdf", site_id=site.id, title="Brønn Ω")]
    documents.append(await a_verified(app, engineer.actor, a_pdf(700, mark="one")))
    for mark in ("two", "three"):
        documents[1] = await a_verified(app, engineer.actor, a_pdf(700, mark=mark), onto=documents[1])
    await a_verified(app, engineer.actor, PROGRAM, onto=documents[1])
    documents.append((await an_announced(app, owner.actor, b"to come", "later.las"))[0])
    trashed = await a_verified(app, owner.actor, a_pdf(mark="trash"))
    await app.documents.service.trash(owner.actor, trashed.id, trashed.etag)
    await a_hold(app, owner, documents[1])
    await a_submitted_report(app, owner, site)
    await a_stored_plan(app, owner, site, reminder_minutes=60, escalations=STEPS)
    calendar = await app.due_reports.calendar.get(owner.actor)
    holiday = Holiday(day=date(2026, 5, 17), name="Grunnlovsdag", site_id=site.id)
    await app.due_reports.calendar.replace(owner.actor, (holiday,), calendar.etag)
    assert kind.id
    return documents


async def a_submitted_report(app: App, owner: Person, site: Site) -> None:
    """With a photo, a reason, a well and a code of the organisation's own; and a draft besides."""
    await a_well(app, owner, site.id)
    settings = await app.reports.configuring.get(owner.organisation_id)
    await app.reports.configuring.replace(owner.actor, ["drilling -- på Ω"], settings.etag)
    await a_report(app, owner.actor, site, "daily_drilling")
    report_id, photo_id, content = new_id(), new_id(), a_png("Ω")
    file = FileDraft("Ω.png", len(content), hashlib.sha256(content).hexdigest(), "image/png")
    announced = await app.attachments.announce(owner.actor, report_id, site.id, photo_id, file)
    assert announced.upload is not None
    await put(announced.upload.signed.url, content)
    await app.documents.processing.verify(job_of(await app.attachments.complete(owner.actor, report_id, photo_id)))
    attachment = {"id": photo_id, "name": file.file_name, "sizeBytes": file.size_bytes, "sha256": file.sha256}
    negative = a_payload(**{"/volumes/water": {"value": -1.25, "unit": "bbl"}})
    edit = an_edit(site, payload=negative, attachments=[attachment], reasons={"volume.negative.water": "Ω\n"})
    body = SubmitIn.model_validate_json(json.dumps(a_submit(report_id, 1, edit)))
    submitted = await app.reports.submitting.submit(owner.actor, report_id, body.to_submit(1))
    assert submitted.created
    closed = MonthOf(site.id, "Ω-1", 2026, 5)
    facts = {"organisation_id": owner.organisation_id, "created_by": owner.id, "closed_by": owner.id}
    moments = dict.fromkeys(("created_at", "updated_at", "closed_at"), app.now())
    sheet = MonthlySheet(oil=MonthlyVolume(value=1.5, unit="bbl"))
    month = ProductionMonth(
        id=closed.id,
        site_id=site.id,
        well="Ω-1",
        month=closed.name,
        sheet=sheet,
        totals={},
        reports=(),
        **facts,
        **moments,
    )
    await app.reports.months.months.create(month)


async def test_a_restored_report_is_what_its_receipt_says_and_holds_its_place(
    app: App, clock: Clock, tmp_path_factory: Any
) -> None:
    owner, target = await a_member(app, Role.ADMIN), await a_member(app, Role.ADMIN)
    site = await a_site(app, owner)
    await a_submitted_report(app, owner, site)
    clock.advance(hours=1)
    there = await downloaded(app, await exported(app, owner.organisation_id), tmp_path_factory.mktemp("there"))
    assert (await imported(app, target.actor, there)).state is RunState.FINISHED
    (line,) = lines_of(there)["reportRevision"].values()
    revision = await app.reports.service.get_revision(target.actor, line["reportId"], 1)
    report, content = await app.reports.service.get(target.actor, line["reportId"])
    said = receipt_of(report, 1, revision.payload, revision.attachments, revision.reasons)
    assert said == revision.receipt == report.receipt == line["receipt"]
    assert (content.sent, revision.payload["volumes"]["water"]["si"]) == (
        line["payload"],
        pytest.approx(-0.19873, 1e-4),
    )
    with pytest.raises(ReportExists):
        await a_report(app, target.actor, site)


async def test_what_is_exported_and_imported_and_exported_again_is_equal(
    app: App, clock: Clock, tmp_path_factory: Any
) -> None:
    owner, target = await a_member(app, Role.ADMIN), await a_member(app, Role.ADMIN)
    documents = await a_full_organisation(app, owner)
    clock.advance(hours=1)
    there = await downloaded(app, await exported(app, owner.organisation_id), tmp_path_factory.mktemp("there"))
    run = await imported(app, target.actor, there)
    assert (run.state, run.failure, run.failed_at, run.percent) == (RunState.FINISHED, None, "", 100)
    clock.advance(hours=1)
    here = await downloaded(app, await exported(app, target.organisation_id), tmp_path_factory.mktemp("here"))
    before, after = comparable(there), comparable(here)
    known = {line["email"] for line in lines_of(here)["user"].values()}
    assert target.email in known
    after["user"] = {one: line for one, line in after["user"].items() if line["email"] != target.email}
    assert after == before
    assert files_of(here) == files_of(there)
    (watch,) = await watches_of(app, target.organisation_id)
    assert (watch.id, watch.looked_until > documents[0].created_at) == (
        watch_id(next(iter(lines_of(there)["duePlan"]))),
        True,
    )
    held = documents[1].model_copy(update={"organisation_id": target.organisation_id})
    await app.holds.enforcement.protect(protection_of(held))
    assert await storage_refuses(app, held.stored(1))
    assert await content_of(app, held.stored(3)) == a_pdf(700, mark="three")


@pytest.mark.slow
@pytest.mark.parametrize("number", [1, 2, 3])
async def test_whatever_the_organisation_is(app: App, clock: Clock, tmp_path_factory: Any, number: int) -> None:
    """Trash, holds opened and closed, rejected and awaited revisions, reviews under way, fields of every kind, old documents."""
    owner, target = await a_member(app, Role.ADMIN), await a_member(app, Role.ADMIN)
    making = Making(app, owner, number)
    await making.organisation()
    assert len(making.done) >= 7
    clock.advance(hours=1)
    there = await downloaded(app, await exported(app, owner.organisation_id), tmp_path_factory.mktemp("there"))
    run = await imported(app, target.actor, there)
    assert (run.state, run.failure, run.failed_at) == (RunState.FINISHED, None, "")
    clock.advance(hours=1)
    here = await downloaded(app, await exported(app, target.organisation_id), tmp_path_factory.mktemp("here"))
    before, after = comparable(there), comparable(here)
    after["user"] = {one: line for one, line in after["user"].items() if line["email"] != target.email}
    assert after == before
    assert files_of(here) == files_of(there)
    assert list(verify(here)) == []
