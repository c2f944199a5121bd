"""Demo reports through the public API, as devices send them: submitted with receipts, photographed, reviewed. Safe to repeat.

Their ids are made of what they are about, so that a second run sends the same reports, and the API confirms what it has.
"""

import asyncio
import hashlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import httpx

from local.demo_content import png
from local.demo_reports.model import DemoReport
from local.demo_reports.production import MONTHLY, WELLS, monthly_sheets, well_name, well_role, well_site
from local.demo_reports.year import demo_reports
from local.receipts import receipt

FEW_DAYS, FEW_DAYS_OF_WELLS = 14, 7  # what a first start begins with: quickly there, and of every state something
AT_ONCE = 8
PHOTO_EVERY = 4  # observations of a site
BLOCKED = {"invalid", "report_blocked", "receipt_differs", "attachment_missing"}
READY_SECONDS = 90
APPROVED_AT_ONCE = 50
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
SUBJECTS = {
    "daily_drilling": ("header", "wellbore"),
    "daily_production": ("header", "well"),
    "equipment_inspection": ("equipment", "tag"),
}
PHOTO = png(320, 200)
Headers = Mapping[str, str]


class ReportSeedError(RuntimeError):
    """What was asked, and what the API answered."""


@dataclass(frozen=True)
class Crew:
    """Who writes, who reviews, and who may set things up."""

    admin: Headers
    operator: Headers
    engineer: Headers


@dataclass(frozen=True)
class Sent:
    """A report that was submitted."""

    report: DemoReport
    id: str


@dataclass(frozen=True)
class ReportSeed:
    """`today` is the day on which nothing has been reported yet; `days` before it are."""

    api: httpx.AsyncClient
    crew: Crew
    today: date
    days: int
    number: int
    gate: asyncio.Semaphore

    async def run(self) -> None:
        """Errors: ReportSeedError, httpx.HTTPError."""
        sites = await self._ask("GET", "/sites?limit=200", None, self.crew.admin, {200})
        ids = {site["code"]: str(site["id"]) for site in sites["items"]}
        first = self.today - timedelta(days=self.days)
        await asyncio.gather(*(self._well(number, ids, first) for number in range(WELLS)))
        sources: dict[tuple[str, ...], list[DemoReport]] = defaultdict(list)
        for report in demo_reports(self.number, first, self.days):
            if self.days == FEW_DAYS and report.type == "daily_production" and self._age(report) > FEW_DAYS_OF_WELLS:
                continue
            sources[report.type, report.site.code, subject_of(report) or ""].append(report)
        sent = await asyncio.gather(*(self._source(reports, ids) for reports in sources.values()))
        await self._review([one for source in sent for one in source])
        await self._close_months([one.report for source in sent for one in source], ids)

    async def _well(self, number: int, ids: Mapping[str, str], first: date) -> None:
        role = {"from": (first - timedelta(days=1)).isoformat(), "role": well_role(number)}
        body = {"name": well_name(number), "siteId": ids[well_site(number).code], "roles": [role]}
        await self._ask("POST", "/wells", body, self.crew.admin, {201, 409})

    async def _source(self, reports: Sequence[DemoReport], ids: Mapping[str, str]) -> list[Sent]:
        """One after the other, since each day begins with what the day before left. The last one of a rig is still a draft."""
        sent = []
        for number, report in enumerate(reports):
            report_id, body = id_of(report), _body(report, ids[report.site.code])
            if report.type == "daily_drilling" and self._age(report) == 1:
                await self._draft(report_id, body)
                continue
            if report.type == "hse_observation" and number % PHOTO_EVERY == 0:
                body = await self._photographed(report_id, body)
            if await self._submit(report_id, body):
                sent.append(Sent(report, report_id))
        return sent

    async def _draft(self, report_id: str, body: dict[str, Any]) -> None:
        """Half written: the summary is missing, and the log goes as far as it goes."""
        said = body["payload"]
        half = {**said, "status": {**said["status"], "summary": None}, "timeLog": said["timeLog"][:3]}
        path = f"/reports/{report_id}"
        await self._ask("PUT", path, {**body, "payload": half}, self.crew.operator, {200, 201, 409})

    async def _submit(self, report_id: str, body: dict[str, Any]) -> bool:
        """False if a seed of another day was here before and the report says something else."""
        path = f"/reports/{report_id}/revisions/1"
        frozen = {**body, "receipt": receipt(report_id, 1, body)}
        answer = await self._ask("PUT", path, frozen, self.crew.operator, {200, 201, 409, 422})
        if answer.get("code") == "reason_missing":
            reasons = {error["code"]: "It was so, and is known to the office." for error in answer["errors"]}
            body = {**body, "reasons": reasons}
            frozen = {**body, "receipt": receipt(report_id, 1, body)}
            answer = await self._ask("PUT", path, frozen, self.crew.operator, {200, 201, 409})
        if answer.get("code") in BLOCKED:
            raise ReportSeedError(f"{path}: {answer}")
        return "receipt" in answer

    async def _photographed(self, report_id: str, body: dict[str, Any]) -> dict[str, Any]:
        """With a photo that was uploaded and verified."""
        photo_id, digest = _id(body["day"], f"{report_id} photo"), hashlib.sha256(PHOTO).hexdigest()
        facts = {"name": "observation.png", "sizeBytes": len(PHOTO), "sha256": digest}
        path = f"/reports/{report_id}/attachments/{photo_id}"
        wanted = {**facts, "siteId": body["siteId"], "contentType": "image/png"}
        answer = await self._ask("PUT", path, wanted, self.crew.operator, {200, 201})
        if answer["upload"] is not None:
            await self.api.put(answer["upload"]["url"], content=PHOTO, headers={"x-ms-blob-type": "BlockBlob"})
            answer = await self._ask("POST", f"{path}/complete", None, self.crew.operator, {202})
        for _ in range(READY_SECONDS * 4):
            if answer["state"] == "ready":
                break
            await asyncio.sleep(0.25)
            answer = await self._ask("PUT", path, wanted, self.crew.operator, {200})
        photos = [{"id": "p1", "attachmentId": photo_id, "caption": "As it was found"}]
        return {**body, "payload": {**body["payload"], "photos": photos}, "attachments": [{"id": photo_id, **facts}]}

    async def _review(self, sent: Sequence[Sent]) -> None:
        """What is two days old waits, one report of a rig came back with marks, the rest is approved, the oldest is final."""
        waiting = {one.id for one in sent if self._age(one.report) <= 2}
        back = [one for one in sent if one.report.type == "daily_drilling" and self._age(one.report) == 3]
        older = [one for one in sent if one.id not in waiting and one not in back]
        await asyncio.gather(*(self._send_back(one) for one in back))
        handfuls = [older[begin : begin + APPROVED_AT_ONCE] for begin in range(0, len(older), APPROVED_AT_ONCE)]
        refused = [one for handful in handfuls for one in await self._approve(handful)]
        await asyncio.gather(*(self._decide(one, {"decision": "approve"}) for one in refused))
        final = [one for one in older if one.report.type == "daily_drilling" and self._age(one.report) > 10]
        await asyncio.gather(*(self._finalise(one) for one in final))

    async def _approve(self, handful: Sequence[Sent]) -> list[Sent]:
        """Answers those with warnings, which are approved one by one."""
        items = [{"id": one.id, "revision": 1} for one in handful]
        answer = await self._ask("POST", "/reports/approvals", {"items": items}, self.crew.engineer, {200})
        warned = {item["id"] for item in answer["items"] if item["code"] == "has_warnings"}
        return [one for one in handful if one.id in warned]

    async def _send_back(self, one: Sent) -> None:
        row = one.report.payload["timeLog"][0]["id"]
        marks = [
            {"address": "/status/endMd", "comment": "Does this agree with the tally?"},
            {"address": f"/timeLog/id:{row}/remark", "comment": "Say which pump."},
        ]
        said = {"decision": "request_changes", "comment": "Two things to look at again.", "marks": marks}
        await self._decide(one, said)

    async def _decide(self, one: Sent, said: Mapping[str, Any]) -> None:
        path = f"/reports/{one.id}/review/decision"
        await self._ask("POST", path, {"revision": 1, **said}, self.crew.engineer, {200, 409})

    async def _finalise(self, one: Sent) -> None:
        await self._ask("POST", f"/reports/{one.id}/finalise", None, self.crew.engineer, {200, 409})

    async def _close_months(self, reports: Sequence[DemoReport], ids: Mapping[str, str]) -> None:
        """Whole months only, of which every day is approved."""
        first, last = self.today - timedelta(days=self.days), self.today - timedelta(days=3)
        site_of = {well_name(number): ids[well_site(number).code] for number in range(WELLS)}
        for (well, month), sheet in monthly_sheets(reports).items():
            begin = date.fromisoformat(f"{month}-01")
            end = (begin + timedelta(days=31)).replace(day=1) - timedelta(days=1)
            if first <= begin and end < last:
                body = {"siteId": site_of[well], "well": well, "month": month, "sheet": sheet_of(sheet)}
                await self._ask("POST", "/production-months", body, self.crew.engineer, {200, 409})

    def _age(self, report: DemoReport) -> int:
        """1: yesterday's."""
        return (self.today - report.day).days

    async def _ask(self, method: str, path: str, body: Any, who: Headers, fine: set[int]) -> dict[str, Any]:
        """Waits when it asks too much. Errors: ReportSeedError."""
        while True:
            async with self.gate:
                answer = await self.api.request(method, path, json=body, headers=dict(who))
            if answer.status_code != httpx.codes.TOO_MANY_REQUESTS:
                break
            await asyncio.sleep(float(answer.headers.get("Retry-After", "1")))
        if answer.status_code not in fine:
            raise ReportSeedError(f"{method} {path}: {answer.status_code} {answer.text[:1000]}")
        found: dict[str, Any] = answer.json() if answer.content else {}
        return found


async def seed_reports(api: httpx.AsyncClient, crew: Crew, *, number: int, years: int, today: date) -> None:
    """A fortnight, or so many years. Errors: ReportSeedError, httpx.HTTPError."""
    days = 365 * years or FEW_DAYS
    await ReportSeed(api, crew, today, days, number, asyncio.Semaphore(AT_ONCE)).run()


def subject_of(report: DemoReport) -> str | None:
    if report.type not in SUBJECTS:
        return None
    section, name = SUBJECTS[report.type]
    return str(report.payload[section][name])


def id_of(report: DemoReport) -> str:
    seen = report.payload.get("observation", {}).get("time", "")
    return _id(report.day.isoformat(), f"{report.type} {report.site.code} {subject_of(report)} {seen}")


def _body(report: DemoReport, site_id: str) -> dict[str, Any]:
    day = report.day.isoformat()
    return {
        "type": report.type,
        "version": 1,
        "siteId": site_id,
        "day": day,
        "basedOn": 0,
        "edits": [_id(day, f"{id_of(report)} edit")],
        "payload": report.payload,
        "attachments": [],
        "reasons": {},
    }


def sheet_of(sums: Mapping[str, float]) -> dict[str, Any]:
    """Of hours and volumes in Sm3, as the API takes it: null for what nobody measured."""
    volumes = {name: {"value": sums[name], "unit": "Sm3"} if name in sums else None for name in MONTHLY}
    return {"hoursOnStream": sums.get("hoursOnStream"), **volumes}


def _id(day: str, about: str) -> str:
    """The form of all ids: 48 bits of time, which is that of the day, and 80 that are the same for the same thing."""
    moment = int(datetime.combine(date.fromisoformat(day), time(12), UTC).timestamp() * 1000)
    value = moment << 80 | int.from_bytes(hashlib.sha256(about.encode()).digest()[:10])
    return "".join(ALPHABET[value >> shift & 31] for shift in range(125, -1, -5))
