"""Reports and what belongs to them, as renderers see them: names of people and sites instead of ids, pictures ready to be embedded."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import date

from shared.errors import NotFound
from shared.exports.pictures import Pictures
from shared.exports.rows import Attached, ReportRow, ReportSite, Warned
from shared.exports.selecting import Selecting
from shared.exports.trends import Listed
from shared.identity.actor import Actor
from shared.identity.people import People
from shared.reports.content import Content, ReportRevision
from shared.reports.definitions import Registry
from shared.reports.drafts import Attachment
from shared.reports.model import Report
from shared.reports.rules.operators import walk
from shared.sites.model import Site

FindSite = Callable[[str, str], Awaitable[Site]]
FORMER = "a former member"


@dataclass(frozen=True, slots=True)
class Neighbours:
    """What exports ask of other nouns. `find_site(organisation, site)`; `find_actor(organisation, id, is_key)`: None when not let in."""

    selecting: Selecting
    definitions: Registry
    people: People
    find_site: FindSite
    find_actor: Callable[[str, str, bool], Awaitable[Actor | None]]
    organisation_name: Callable[[str], Awaitable[str]]
    pictures: Pictures


@dataclass(slots=True)
class Adapter:
    """Of one export; asks for each name once."""

    others: Neighbours
    actor: Actor
    zone: str
    with_pictures: bool
    _sites: dict[str, Site | None] = field(default_factory=dict)
    _names: dict[str, str] = field(default_factory=dict)

    async def rows(self, reports: Sequence[Report]) -> list[ReportRow] | None:
        """In their order; None when one of them is gone by now."""
        said = await self.others.selecting.said(reports)
        if any(report.id not in said for report in reports):
            return None
        await self._learn(reports)
        return [await self._row(report, said[report.id]) for report in reports]

    async def listed(self, reports: Sequence[Report]) -> list[Listed]:
        """With the figures of charts."""
        figures = await self.others.selecting.figures(reports)
        await self._learn(reports)
        return [
            Listed(
                id=report.id,
                title=self._title(report),
                type=report.type,
                site=self._site(report).code,
                subject=report.subject,
                day=date.fromisoformat(report.day),
                state=report.state.value,
                revision=report.revision,
                figures=figures.get(report.id, {}),
            )
            for report in reports
        ]

    async def name(self, user_id: str | None) -> str | None:
        """Of one person."""
        await self._learn_people([user_id] if user_id else [])
        return self._name(user_id)

    async def site_codes(self, site_ids: Sequence[str]) -> dict[str, str]:
        for site_id in site_ids:
            await self._learn_site(site_id)
        return {one: site.code for one in site_ids if (site := self._sites[one]) is not None}

    async def _learn(self, reports: Sequence[Report]) -> None:
        for report in reports:
            await self._learn_site(report.site_id)
        people = [one for report in reports for one in (report.submitted_by or report.created_by, _reviewer(report))]
        await self._learn_people([one for one in people if one is not None])

    async def _learn_site(self, site_id: str) -> None:
        if site_id not in self._sites:
            try:
                self._sites[site_id] = await self.others.find_site(self.actor.organisation_id, site_id)
            except NotFound:
                self._sites[site_id] = None

    async def _learn_people(self, ids: Sequence[str]) -> None:
        if unknown := list(dict.fromkeys(one for one in ids if one not in self._names)):
            found = await self.others.people.find_people(self.actor.organisation_id, unknown)
            for one in unknown:
                known = found.get(one)
                self._names[one] = known.name if known is not None and known.is_known else FORMER

    async def _row(self, report: Report, said: ReportRevision | Content) -> ReportRow:
        warned = said.warned if isinstance(said, ReportRevision) else ()
        review = report.review
        return ReportRow(
            id=report.id,
            title=self._title(report),
            type=report.type,
            version=report.version,
            site=self._site(report),
            subject=report.subject,
            day=date.fromisoformat(report.day),
            begin=report.period_begin,
            end=report.period_end,
            state=report.state.value,
            revision=report.revision,
            receipt=report.receipt,
            payload=said.payload,
            author=None if _is_anonymous(said) else self._name(report.submitted_by or report.created_by),
            submitted_at=report.submitted_at,
            reviewer=self._name(_reviewer(report)),
            reviewed_at=None if review is None else review.decided_at,
            warnings=[Warned(one.text, one.reason) for one in warned],
            attachments=[await self._attached(one) for one in said.attachments],
        )

    async def _attached(self, one: Attachment) -> Attached:
        facts = (one.id, one.name, one.size_bytes, one.sha256)
        if not self.with_pictures or not is_named_like_a_picture(one.name):
            return Attached(*facts)
        content = await self.others.pictures.find(self.actor, one.id, one.sha256)
        return Attached(*facts, lambda: content)

    def _title(self, report: Report) -> str:
        label = self.others.definitions.get(report.type, report.version).label
        return " ".join(filter(None, [label, self._site(report).code, report.subject, report.day]))

    def _site(self, report: Report) -> ReportSite:
        site = self._sites[report.site_id]
        code, name = (report.site_id, report.site_id) if site is None else (site.code, site.name)
        return ReportSite(code, name, self.zone or report.time_zone)

    def _name(self, user_id: str | None) -> str | None:
        return None if user_id is None else self._names[user_id]


def _reviewer(report: Report) -> str | None:
    return None if report.review is None else report.review.reviewer_id


def _is_anonymous(said: ReportRevision | Content) -> bool:
    """Whoever wrote down an anonymous observation may be who made it, and files go round."""
    return walk(said.payload, ["observation", "anonymous"]) is True


def is_named_like_a_picture(name: str) -> bool:
    return name.lower().rpartition(".")[2] in {"jpg", "jpeg", "png", "webp", "heic", "gif", "tif", "tiff", "bmp"}
