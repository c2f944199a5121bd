"""Report types as data: what a form, and the rules behind it, are made of."""

import hashlib
from functools import cache
from typing import Annotated, Any, Self

from pydantic import Field

from shared.identity.permissions import Permission
from shared.identity.policy import requires
from shared.kit.http import Answer, Api
from shared.kit.model import Out
from shared.reports.definitions import DEFINITIONS, Definition
from shared.reports.receipt import canonical

api = Api("Reports")

TypeName = Annotated[str, Field(pattern=r"^[a-z][a-z_]{1,39}$")]
Version = Annotated[int, Field(ge=1, le=10**6)]
READ = requires(Permission.REPORTS_READ)
FOR_GOOD = (("Cache-Control", "private, max-age=31536000, immutable"),)  # a released version never changes
ASK_AGAIN = (("Cache-Control", "private, no-cache"),)


class ReportTypeRow(Out):
    """`version` is the newest, which new reports are written with; those before it are read with their own."""

    type: str
    version: int
    label: str
    subject: list[str]


class ReportTypesOut(Out):
    items: list[ReportTypeRow]
    etag: str


class FieldOut(Out):
    """A field of a form. `pointer` has `*` for the row of a table; units are in the order of preference."""

    pointer: str
    label: str
    help: str | None
    required: bool
    widget: str
    carry: str | None
    choices: list[str] | None = None
    units: list[str] | None = None
    minimum: float | None = None
    maximum: float | None = None


class SectionOut(Out):
    pointer: str
    label: str
    help: str | None
    required: bool
    table: bool
    max_rows: int | None
    fields: list[FieldOut]


class RuleOut(Out):
    """`check`, `when` and `values` are expressions (ADR 19); `fields` are the pointers that a finding marks."""

    id: str
    kind: str
    text: str
    fields: list[str]
    check: Any
    when: Any
    each: str | None
    values: dict[str, Any]
    reason: str | None


class ReportTypeOut(Out):
    """`subject` are the pointers of what a report is about; `units` are factor and offset to SI; `schema` is JSON Schema 2020-12."""

    type: str
    version: int
    label: str
    subject: list[str]
    json_schema: dict[str, Any] = Field(alias="schema")
    sections: list[SectionOut]
    rules: list[RuleOut]
    units: dict[str, tuple[float, float]]
    codes: dict[str, list[str]]
    etag: str

    @classmethod
    def of(cls, definition: Definition) -> Self:
        said = definition.to_json()
        return cls.model_validate({**said, "etag": _etag(said)})


@api.get("v1/report-types", summary="List the types of reports", auth=READ)
async def list_report_types() -> Answer[ReportTypesOut]:
    """The newest version of each."""
    return Answer(_newest(), headers=ASK_AGAIN)


@api.get("v1/report-types/{report_type}/{version}", summary="Read a type of reports", auth=READ)
async def get_report_type(report_type: TypeName, version: Version) -> Answer[ReportTypeOut]:
    """One version: schema, form, rules, units, codes. It never changes, so clients keep it for good."""
    return Answer(_described(report_type, version), headers=FOR_GOOD)


@cache
def _newest() -> ReportTypesOut:
    newest = {definition.kind: definition for definition in DEFINITIONS.all()}  # the last of each is the newest
    rows = [
        ReportTypeRow(type=one.kind, version=one.version, label=one.label, subject=list(one.subject))
        for one in newest.values()
    ]
    return ReportTypesOut(items=rows, etag=_etag([row.model_dump(by_alias=True) for row in rows]))


@cache
def _described(report_type: str, version: int) -> ReportTypeOut:
    """Errors: NotFound, which is not kept."""
    return ReportTypeOut.of(DEFINITIONS.get(report_type, version))


def _etag(said: Any) -> str:
    return f'"{hashlib.sha256(canonical(said).encode()).hexdigest()[:32]}"'
