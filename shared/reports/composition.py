"""The services of this noun, wired: what shared/composition.py builds of it in one step."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from shared.kit.cosmos import Container
from shared.reports.advising import ReportAdvising
from shared.reports.configuring import ReportConfiguring
from shared.reports.contexts import Contexts, RoleOn
from shared.reports.drafting import GetSite, ReportDrafting
from shared.reports.months import ProductionMonthRepository, ProductionMonths
from shared.reports.repository import ReportRepository
from shared.reports.reviewing import ReportReviews
from shared.reports.service import ReportService
from shared.reports.settings import ReportSettingsRepository
from shared.reports.submitting import AttachmentStates, ReportSubmitting


@dataclass(frozen=True, slots=True)
class ReportNeighbours:
    """What reports ask of other nouns."""

    get_site: GetSite
    role_on: RoleOn
    states_of_files: AttachmentStates


@dataclass(frozen=True, slots=True)
class Reports:
    service: ReportService
    configuring: ReportConfiguring
    drafting: ReportDrafting
    advising: ReportAdvising
    submitting: ReportSubmitting
    reviews: ReportReviews
    months: ProductionMonths


def open_reports(container: Container, neighbours: ReportNeighbours, now: Callable[[], datetime]) -> Reports:
    reports, configuring = ReportRepository(container), ReportConfiguring(ReportSettingsRepository(container), now)
    contexts = Contexts(reports, neighbours.role_on, configuring.activity_codes)
    drafting = ReportDrafting(reports, neighbours.get_site, now)
    return Reports(
        service=ReportService(reports, now),
        configuring=configuring,
        drafting=drafting,
        advising=ReportAdvising(reports, contexts, neighbours.get_site),
        submitting=ReportSubmitting(reports, drafting, contexts, neighbours.states_of_files, now),
        reviews=ReportReviews(reports, now),
        months=ProductionMonths(ProductionMonthRepository(container), neighbours.get_site, now),
    )
