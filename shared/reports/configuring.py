"""What people set for the reports of their organisation."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from shared.errors import StaleVersion
from shared.identity.actor import Actor
from shared.kit.repository import Activity
from shared.reports.settings import ReportSettings, ReportSettingsRepository


@dataclass(frozen=True, slots=True)
class ReportConfiguring:
    settings: ReportSettingsRepository
    now: Callable[[], datetime]

    async def get(self, organisation_id: str) -> ReportSettings:
        """One point read."""
        return await self.settings.of(organisation_id, self.now())

    async def activity_codes(self, organisation_id: str) -> tuple[str, ...]:
        """Those it added; one point read."""
        return (await self.get(organisation_id)).activity_codes

    async def replace(self, actor: Actor, activity_codes: Sequence[str], if_match: str) -> ReportSettings:
        """Reports submitted before keep the codes they were judged by. Errors: StaleVersion."""
        now = self.now()
        before = await self.get(actor.organisation_id)
        if before.etag != if_match:
            raise StaleVersion
        if before.activity_codes == tuple(activity_codes):
            return before
        after = before.changed(now, activity_codes=tuple(activity_codes))
        difference = before.difference(after, ["activityCodes"])
        activity = Activity.of("report_settings.changed", after, actor=actor.user_id, at=now, **difference)
        return await self.settings.put(after, activity)
