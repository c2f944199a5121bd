"""Reports in an archive are consistent with themselves and with their files, whatever people do while it is written."""

import hashlib
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from functions.reports.schemas import ReportEditIn
from functions.reports.submits import SubmitIn
from scripts.verify_archive import verify
from shared.app import App
from shared.archives.parts import PartLimits
from shared.documents.drafts import FileDraft
from shared.identity.permissions import Role
from shared.kit.cosmos import Write
from shared.kit.ids import new_id
from shared.kit.jobs.runs import RunState
from shared.reports.content import revision_id
from shared.reports.model import Report
from shared.sites.model import Site
from tests.archives import SMALL, downloaded, exported, imported, lines_of, manifest_of
from tests.conftest import Clock
from tests.documents import job_of, put
from tests.exported import a_stored_report
from tests.field_reports import a_report, a_submit, an_edit
from tests.files import a_png
from tests.people import Person, a_member, a_site
from tests.reports import a_payload

Lines = dict[str, dict[str, dict[str, Any]]]
FEW = PartLimits(file_bytes=10_000, item_bytes=2_000, files=2)


async def submitted_with_photo(app: App, owner: Person, site: Site, day: str) -> str:
    report_id, photo_id, content = new_id(), new_id(), a_png(day)
    file = FileDraft("photo.png", len(content), hashlib.sha256(content).hexdigest(), "image/png")
    announced = await app.attachments.announce(owner.actor, report_id, site.id, photo_id, file)
    assert announced.upload is not None
    await put(announced.upload.signed.url, content)
    await app.documents.processing.verify(job_of(await app.attachments.complete(owner.actor, report_id, photo_id)))
    attachment = {"id": photo_id, "name": file.file_name, "sizeBytes": file.size_bytes, "sha256": file.sha256}
    edit = an_edit(site, day=day, payload=a_payload(**{"/header/date": day}), attachments=[attachment])
    body = SubmitIn.model_validate_json(json.dumps(a_submit(report_id, 1, edit)))
    assert (await app.reports.submitting.submit(owner.actor, report_id, body.to_submit(1))).created
    return report_id


def faults_of(lines: Lines) -> list[str]:
    """Where what belongs together does not go together."""
    reports, contents = lines["report"], {one["reportId"]: one for one in lines["reportContent"].values()}
    submits: dict[str, set[int]] = {report_id: set() for report_id in reports}
    faults = [f"content of no report {one}" for one in contents.keys() ^ reports.keys()]
    for one in lines.get("reportRevision", {}).values():
        if one["reportId"] not in reports:
            faults.append(f"revision of no report {one['id']}")
        else:
            submits[one["reportId"]].add(one["number"])
    for report_id, report in reports.items():
        if contents[report_id]["edition"] != report["edition"]:
            faults.append(f"{report_id} in edition {report['edition']}, says {contents[report_id]['edition']}")
        if submits[report_id] != set(range(1, report["revision"] + 1)):
            faults.append(f"{report_id} at {report['revision']}, sent {sorted(submits[report_id])}")
        faults += [
            f"no file {photo['name']}"
            for photo in contents[report_id]["attachments"]
            if photo["id"] not in lines["document"]
        ]
    return faults


async def test_people_write_and_submit_while_it_is_written(app: App, clock: Clock, tmp_path: Path) -> None:
    owner, target = await a_member(app, Role.ADMIN), await a_member(app, Role.ADMIN)
    site = await a_site(app, owner)
    await submitted_with_photo(app, owner, site, "2026-05-01")
    drafts = [await a_report(app, owner.actor, site, day=f"2026-04-{day:02}") for day in range(1, 7)]
    clock.advance(hours=1)
    days = iter(range(2, 8))

    async def go_on() -> None:
        if (day := next(days, None)) is None:
            return
        clock.advance(minutes=1)
        await submitted_with_photo(app, owner, site, f"2026-05-{day:02}")
        for draft in drafts:
            await edited(app, owner, site, draft, day)

    archive = await exported(app, owner.organisation_id, limits=FEW, between=go_on)
    assert archive.state is RunState.FINISHED
    folder = await downloaded(app, archive, tmp_path)
    assert list(verify(folder)) == []
    assert len(manifest_of(folder)["parts"]) > 4
    assert faults_of(lines_of(folder)) == []
    assert (await imported(app, target.actor, folder)).state is RunState.FINISHED


async def edited(app: App, owner: Person, site: Site, draft: Report, edition: int) -> None:
    """The next edition of a draft; the first is 1."""
    body = an_edit(site, day=draft.day, basedOn=edition - 1, reasons={"volume.negative.water": f"{edition}"})
    await app.reports.drafting.save(owner.actor, draft.id, ReportEditIn.model_validate_json(json.dumps(body)).to_edit())


async def test_a_report_that_is_larger_than_a_part_goes_on_in_the_next(app: App, clock: Clock, tmp_path: Path) -> None:
    """And what is submitted in between is left to the next archive, as the report says that stands in the first of the parts."""
    owner, target = await a_member(app, Role.ADMIN), await a_member(app, Role.ADMIN)
    report = await a_stored_report(app, owner, await a_site(app, owner))
    await with_revisions(app, report, 2, 30)
    clock.advance(hours=1)

    async def submit_another() -> None:
        await with_revisions(app, report, 31, 31)

    archive = await exported(
        app, owner.organisation_id, limits=replace(SMALL, item_bytes=6_000), between=submit_another
    )
    assert archive.state is RunState.FINISHED
    folder = await downloaded(app, archive, tmp_path)
    assert list(verify(folder)) == []
    parts = manifest_of(folder)["parts"]
    sent = [sum(one["count"] for one in part["items"] if one["kind"] == "reportRevision") for part in parts]
    assert sum(sent) == 30 and sum(1 for one in sent if one) > 2
    assert faults_of({"document": {}, **lines_of(folder)}) == []
    assert (await imported(app, target.actor, folder)).state is RunState.FINISHED
    assert (await app.reports.service.get_revision(target.actor, report.id, 30)).number == 30


async def with_revisions(app: App, report: Report, first: int, last: int) -> None:
    """Submitted again and again, as if it had come back each time."""
    container = app.database.container("reports")
    item = await container.get(report.id, report.organisation_id)
    if item["revision"] >= last:
        return
    sent = await container.get(revision_id(report.id, 1), report.organisation_id)
    again = [{**sent, "id": revision_id(report.id, number), "number": number} for number in range(first, last + 1)]
    writes = [Write("create", one) for one in again]
    await container.batch(
        report.organisation_id, [*writes, Write("replace", {**item, "revision": last}, item["_etag"])]
    )
