"""The services of this noun, wired: what shared/composition.py builds of it in one step."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from shared.kit.cosmos import Container
from shared.reports.configuring import ReportConfiguring
from shared.reports.drafting import GetSite, ReportDrafting
from shared.reports.repository import ReportRepository
from shared.reports.service import ReportService
from shared.reports.settings import ReportSettingsRepository


@dataclass(frozen=True, slots=True)
class Reports:
    service: ReportService
    configuring: ReportConfiguring
    drafting: ReportDrafting


def open_reports(container: Container, get_site: GetSite, now: Callable[[], datetime]) -> Reports:
    reports = ReportRepository(container)
    return Reports(
        service=ReportService(reports, now),
        configuring=ReportConfiguring(ReportSettingsRepository(container), now),
        drafting=ReportDrafting(reports, get_site, now),
    )
