"""What the server knows that a payload does not say: computed for drafts, frozen with each submit."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from shared.reports.content import Content
from shared.reports.context import Context
from shared.reports.definitions import Definition
from shared.reports.model import Report
from shared.reports.places import Place
from shared.reports.repository import ReportRepository
from shared.reports.rules.operators import walk


class RoleOn(Protocol):
    """What wells say: producer or injector, None when it is not known."""

    async def __call__(self, organisation_id: str, site_id: str, name: str, day: date) -> Any: ...


OwnCodes = Callable[[str], Awaitable[tuple[str, ...]]]
"""The activity codes that an organisation added."""


@dataclass(frozen=True, slots=True)
class Last:
    """The report of the same subject before this one."""

    report: Report
    content: Content


@dataclass(frozen=True, slots=True)
class Contexts:
    reports: ReportRepository
    role_on: RoleOn
    own_codes: OwnCodes

    async def of(
        self, organisation_id: str, definition: Definition, place: Place, subject: str | None
    ) -> dict[str, Any]:
        """As JSON. At most four requests, for what the rules of the type ask only."""
        last = await self.last(organisation_id, place, subject) if "yesterday" in definition.asks else None
        return await self.after(last, organisation_id, definition, place, subject)

    async def after(
        self, last: Last | None, organisation_id: str, definition: Definition, place: Place, subject: str | None
    ) -> dict[str, Any]:
        """The same when the last report is known. At most two requests."""
        role = self._role(organisation_id, definition, place, subject)
        well_role, activity_codes = await asyncio.gather(role, self._codes(organisation_id, definition))
        known = {
            "period": {"begin": place.begin, "end": place.end, "hours": place.period.hours},
            "yesterday": _yesterday(definition, place, last),
            "wellRole": well_role,
            "activityCodes": activity_codes,
        }
        return Context.model_validate(known).model_dump(mode="json", by_alias=True)

    async def last(self, organisation_id: str, place: Place, subject: str | None) -> Last | None:
        """Two requests."""
        if subject is None:
            return None
        report = await self.reports.find_last(organisation_id, place, subject)
        content = None if report is None else await self.reports.find_content(organisation_id, report.id)
        return None if report is None or content is None else Last(report, content)

    async def _role(self, organisation_id: str, definition: Definition, place: Place, subject: str | None) -> Any:
        if subject is None or "wellRole" not in definition.asks:
            return None
        role = await self.role_on(organisation_id, place.site_id, subject, place.period.day)
        return None if role is None else role.value

    async def _codes(self, organisation_id: str, definition: Definition) -> list[str] | None:
        return list(await self.own_codes(organisation_id)) if definition.uses_codes else None


def _yesterday(definition: Definition, place: Place, last: Last | None) -> dict[str, Any] | None:
    """Only of the day before: what lies further back does not open this one."""
    if last is None or "yesterday" not in definition.asks or last.report.period_end != place.period.begin:
        return None
    payload = last.content.sent
    rows = walk(payload, ["consumables"])
    counted = None if rows is None else [{"name": row.get("name"), "onHand": row.get("onHand")} for row in rows]
    return {"endMd": walk(payload, ["status", "endMd"]), "consumables": counted}
