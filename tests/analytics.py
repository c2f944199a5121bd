"""Submitted reports as analytics needs them, with what the change feed would show of them, and figures put side by side."""

import copy
import random
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from shared.analytics.model import AnalyticsRebuild
from shared.app import App
from shared.kit.ids import new_id
from shared.kit.query import Query
from shared.reports.model import Decision, Mark, Report, ReportState, Verdict
from shared.reports.si import with_si
from shared.sites.model import Site
from tests.people import Person
from tests.reports import a_payload, a_revision, period_of

MARK = Mark(address="/volumes/oil", comment="the sheet says otherwise")


def produced(**volumes: Any) -> dict[str, Any]:
    """A production payload with these volumes, (value, unit) or None."""
    changes = {
        f"/volumes/{name}": None if volume is None else {"value": volume[0], "unit": volume[1]}
        for name, volume in volumes.items()
    }
    return a_payload("daily_production", **changes)


def logged(*rows: tuple[str | None, str | None, str | None]) -> dict[str, Any]:
    """A drilling payload with these rows: code, begin and end as HH:MM of 4 May 2026 in Oslo."""
    log = [
        {
            "id": f"r{number}",
            "code": code,
            "start": begin and f"2026-05-04T{begin}+02:00",
            "end": end and f"2026-05-04T{end}+02:00",
        }
        for number, (code, begin, end) in enumerate(rows)
    ]
    return a_payload("daily_drilling", **{"/timeLog": log})


async def a_submitted(
    app: App, author: Person, site: Site, day: str, payload: dict[str, Any], subject: str = "F-1", **facts: Any
) -> Report:
    """Stored with its first revision."""
    kind = facts.pop("type", "daily_production")
    draft = Report(
        id=new_id(),
        organisation_id=author.organisation_id,
        created_at=app.now(),
        updated_at=app.now(),
        created_by=author.id,
        type=kind,
        version=1,
        site_id=site.id,
        subject=subject,
        **period_of(site, date.fromisoformat(day)),
    )
    stored = Report.from_item(await app.database.container("reports").create(draft.to_item()))
    submitted = await resubmitted(app, stored, payload)
    if not facts:
        return submitted
    return await written(app, submitted.model_copy(update=facts))


async def resubmitted(app: App, report: Report, payload: dict[str, Any]) -> Report:
    """With one more revision."""
    after = report.submitted(receipt="aa", warnings=0, by=report.created_by, now=app.now())
    revision = a_revision(after, after.revision, with_si(copy.deepcopy(payload)), "aa")
    await app.database.container("reports").create(revision.to_item())
    return await written(app, after)


async def written(app: App, report: Report) -> Report:
    return Report.from_item(await app.database.container("reports").upsert(report.to_item()))


async def shown(app: App, *reports: Report) -> None:
    """The change feed shows them."""
    await app.analytics.keeping.follow([report.to_item() for report in reports])


async def aggregates_of(app: App, organisation_id: str) -> dict[str, Any]:
    """Everything that figures are made of, without when it was computed."""
    query = Query("SELECT * FROM c WHERE c.kind = 'dailyAggregate'")
    rows = await app.database.container("analytics").query(query, organisation_id, limit=1000)
    return {row["id"]: (row["entries"], row["open"], row["type"], row["siteId"], row["day"]) for row in rows}


async def forgotten(app: App, organisation_id: str) -> None:
    """All aggregates are gone."""
    for name in await aggregates_of(app, organisation_id):
        await app.database.container("analytics").delete(name, organisation_id)


async def rebuilt(app: App, owner: Person) -> AnalyticsRebuild:
    """Every delivery of a run."""
    run = await app.analytics.service.rebuild(owner.actor)
    while not run.state.is_settled:
        await app.analytics.rebuilding.run(app.analytics.rebuilding.job_of(run.organisation_id, run.id))
        run = await app.analytics.service.get_rebuild(owner.actor, run.id)
    return run


@dataclass
class Field:
    """A field at work: reports come, are judged, sent back and come again, by chance. `feed` is what the change feed will show."""

    app: App
    author: Person
    sites: list[Site]
    chance: random.Random
    reports: list[Report] = field(default_factory=list)
    feed: list[Report] = field(default_factory=list)

    async def step(self) -> None:
        if not self.reports or (len(self.reports) < 25 and self.chance.random() < 0.5):
            report = await self._begin()
            self.reports.append(report)
        else:
            number = self.chance.randrange(len(self.reports))
            report = self.reports[number] = await self._move(self.reports[number])
        self.feed.append(report)

    async def _begin(self) -> Report:
        day = date(2026, 3, 28) + timedelta(days=self.chance.randrange(3))
        kind = self.chance.choice(["daily_production", "daily_drilling", "hse_observation"])
        facts = {"subject": f"F-{len(self.reports)}", "type": kind}
        return await a_submitted(
            self.app, self.author, self.chance.choice(self.sites), day.isoformat(), self._payload(kind), **facts
        )

    async def _move(self, report: Report) -> Report:
        now = self.app.now()
        if report.is_editable:
            return await resubmitted(self.app, report, self._payload(report.type))
        if report.state in {ReportState.APPROVED, ReportState.FINAL}:
            if self.chance.random() < 0.5 and (final := report.finalised(now)) is not None:
                return await written(self.app, final)
            return await written(self.app, report.reopened("the meter was wrong", (MARK,), "erik", now))
        if report.state is ReportState.SUBMITTED and self.chance.random() < 0.3:
            return await written(self.app, report.taken_up("erik", now) or report)
        decision = self.chance.choice(list(Decision))
        verdict = Verdict(report.revision, decision, "see", (MARK,))
        return await written(self.app, report.decided(verdict, "erik", now) or report)

    def _payload(self, kind: str) -> dict[str, Any]:
        if kind == "daily_production":
            volume = self.chance.choice([None, (round(self.chance.uniform(-50, 5000), 3), "bbl")])
            return produced(oil=volume, gas=(self.chance.randrange(9000), "Mscf"))
        if kind == "daily_drilling":
            middle = f"{self.chance.randrange(10, 20)}:{self.chance.randrange(10, 60)}"
            end = self.chance.choice(["23:59", None])
            return logged(("drilling -- drill", "00:00", middle), ("interruption -- repair", middle, end))
        return a_payload(kind)
