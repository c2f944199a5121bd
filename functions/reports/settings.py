"""What the caller's organisation sets for its reports."""

from typing import Annotated, Self

from pydantic import AfterValidator, Field, field_validator

from shared.app import App
from shared.errors import StaleVersion
from shared.identity.actor import Actor
from shared.identity.permissions import Permission
from shared.identity.policy import requires
from shared.kit.http import Api
from shared.kit.model import In, Out
from shared.reports.codes import ACTIVITY_CODES, is_code
from shared.reports.settings import MAX_CODES, ReportSettings

api = Api("Reports")


def _code(text: str) -> str:
    if not is_code(text):
        raise ValueError("must be `main -- sub` in small letters")
    return text


class ReportSettingsIn(In):
    activity_codes: list[Annotated[str, AfterValidator(_code)]] = Field(
        max_length=MAX_CODES, description="`main -- sub`, beside those every definition has"
    )

    @field_validator("activity_codes")
    @classmethod
    def _new_ones(cls, codes: list[str]) -> list[str]:
        if len({*codes, *ACTIVITY_CODES}) < len(codes) + len(ACTIVITY_CODES):
            raise ValueError("a code is there twice, or everybody has it")
        return codes


class ReportSettingsOut(Out):
    activity_codes: list[str]
    etag: str

    @classmethod
    def of(cls, settings: ReportSettings) -> Self:
        return cls(activity_codes=list(settings.activity_codes), etag=settings.etag)


@api.get("v1/report-settings", summary="Read the settings of reports", auth=requires(Permission.REPORTS_READ))
async def get_report_settings(actor: Actor, app: App) -> ReportSettingsOut:
    """Activity codes of the organisation's own; none until somebody writes them."""
    return ReportSettingsOut.of(await app.reports.configuring.get(actor.organisation_id))


@api.put(
    "v1/report-settings",
    summary="Write the settings of reports",
    auth=requires(Permission.REPORTS_PLAN),
    errors=(StaleVersion,),
)
async def replace_report_settings(body: ReportSettingsIn, if_match: str, actor: Actor, app: App) -> ReportSettingsOut:
    """The whole list of codes, at most 200. Interruptions (`interruption -- ...`) count as non-productive time."""
    return ReportSettingsOut.of(await app.reports.configuring.replace(actor, body.activity_codes, if_match))
