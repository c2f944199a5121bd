"""The services of this noun, wired: what shared/composition.py builds of it in one step."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from shared.kit.cosmos import Container
from shared.reports.repository import ReportRepository
from shared.reports.service import ReportService


@dataclass(frozen=True, slots=True)
class Reports:
    service: ReportService


def open_reports(container: Container, now: Callable[[], datetime]) -> Reports:
    reports = ReportRepository(container)
    return Reports(service=ReportService(reports, now))
