"""What an organisation sets for its reports: activity codes of its own, beside those everybody has."""

from typing import Literal

from shared.kit.model import OnlyOne
from shared.kit.repository import OnlyOneRepository

MAX_CODES = 200


class ReportSettings(OnlyOne):
    """`activity_codes` as `main -- sub` (shared/reports/codes.py)."""

    ITEM = "report-settings"
    kind: Literal["reportSettings"] = "reportSettings"
    activity_codes: tuple[str, ...] = ()


class ReportSettingsRepository(OnlyOneRepository[ReportSettings]):
    entity = ReportSettings
    kind = "reportSettings"
