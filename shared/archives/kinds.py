"""Which kinds of items an archive holds besides documents, and which of their facts are public (docs/archive-format.md)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from shared.document_types.model import Disciplines, DocumentType, FormerVersion, version_id
from shared.document_types.numbers import DocumentNumber, NumberSeries, number_id, series_id
from shared.documents.acknowledgement import Acknowledgement, acknowledgement_id
from shared.due_reports.model import DueCalendar, DuePlan
from shared.holds.model import LegalHold
from shared.identity.organisation_policies import (
    MAX_PASSWORD_MIN_LENGTH,
    MAX_SESSION_HOURS,
    MAX_SHARE_DAYS,
    MAX_SHARE_USES,
    OrganisationPolicies,
)
from shared.identity.passwords import MIN_LENGTH
from shared.kit.ids import is_id
from shared.kit.jobs.runs import RunState
from shared.kit.model import Entity
from shared.kit.repository import Activity
from shared.organisations.model import Organisation
from shared.reports.content import Content, ReportRevision, content_id, revision_id
from shared.reports.model import Report
from shared.reports.month import ProductionMonth, month_id
from shared.reports.settings import ReportSettings
from shared.reports.si import as_sent, with_si
from shared.retention.model import MAX_DAYS, MAX_POLICIES, RetentionPolicies, RetentionRow, RetentionRun, row_id
from shared.sites.model import Site
from shared.users.model import User
from shared.views.model import Shelf, View, shelf_id
from shared.wells.model import Well

Line = dict[str, Any]
COMMON = ("id", "createdAt", "updatedAt", "createdBy")

DIRECTORY, DOCUMENTS, REPORTS = "directory", "documents", "reports"
_SAID = ("payload", "attachments", "reasons")
_JUDGED = ("context", "receipt", "receivedAt", "review")
_REPORT = (
    "type",
    "version",
    "siteId",
    "day",
    "subject",
    "timeZone",
    "dayStart",
    "periodBegin",
    "periodEnd",
    "state",
    "edition",
    "applied",
    "revision",
    "receipt",
    "submittedAt",
    "submittedBy",
    "firstSubmittedAt",
    "warnings",
    "review",
    "approvedAt",
    "approvedBy",
    "finalAt",
)
_RUN_FACTS = ("startedAt", "finishedAt", "cancelledAt", "cancelledBy", "failure")
_DEFINITION = (
    "version",
    "code",
    "name",
    "numberPattern",
    "manualNumbers",
    "reviewRequired",
    "acknowledgementRequired",
    "acknowledgementRoles",
    "fields",
)
_WATCHED = ("validFrom", "validUntil", "reminderMinutes", "escalations")
_PLAN = ("siteId", "type", "subjects", "rhythm", "days", "dueAt", "dueDays", "owedOnHolidays", *_WATCHED)


def _its_own(line: Line) -> str:
    """Errors: ValueError for what is no id of ours."""
    if not is_id(line["id"]):
        raise ValueError("not an id")
    return str(line["id"])


def _anything(_line: Line) -> bool:
    return True


def _unchanged(line: Line) -> Line:
    return line


def _as_sent(line: Line) -> Line:
    """Of what reports say: without SI values, which are made again."""
    return {**line, "payload": as_sent(line["payload"])}


def _with_si(line: Line) -> Line:
    return {**line, "payload": with_si(line["payload"])}


def _within_bounds(line: Line) -> bool:
    """Of an organisation: policies under which people can still sign in and share."""
    policies = OrganisationPolicies.model_validate(line["policies"])
    sign_in, sharing = policies.sign_in, policies.sharing
    return (
        sign_in.password_min_length in range(MIN_LENGTH, MAX_PASSWORD_MIN_LENGTH + 1)
        and sign_in.session_hours in range(1, MAX_SESSION_HOURS + 1)
        and sign_in.idle_hours in range(1, MAX_SESSION_HOURS + 1)
        and sharing.max_days in range(1, MAX_SHARE_DAYS + 1)
        and (sharing.max_uses is None or sharing.max_uses in range(1, MAX_SHARE_USES + 1))
    )


def _keeps_for_days(line: Line) -> bool:
    """Of retention policies: none deletes at once."""
    policies = line["policies"]
    return len(policies) <= MAX_POLICIES and all(policy["days"] in range(1, MAX_DAYS + 1) for policy in policies)


def _can_be_planned(line: Line) -> bool:
    """Of a plan of due reports: what the API would have let in."""
    facts = {"kind": "duePlan", "organisationId": "", **line}
    return not list(DuePlan.model_validate(facts).faults())


def _has_ended(line: Line) -> bool:
    return RunState(line["state"]).is_settled


@dataclass(frozen=True, slots=True)
class Kind:
    """`container` is where the items are stored. `identify` tells the id such an item must have; `restored` is False for what is in the
    archive to be read only; `is_sound` refuses what no input of ours lets in, `is_over` leaves out what is still going on. `shown` is how
    a line differs from what is stored, `stored` the way back.
    """

    name: str
    container: str
    entity: type[Entity]
    facts: tuple[str, ...]
    identify: Callable[[Line], str] = _its_own
    restored: bool = True
    is_sound: Callable[[Line], bool] = _anything
    is_over: Callable[[Line], bool] = _anything
    shown: Callable[[Line], Line] = _unchanged
    stored: Callable[[Line], Line] = _unchanged

    @property
    def names(self) -> tuple[str, ...]:
        return (*COMMON, *self.facts)

    def line_of(self, item: Mapping[str, Any]) -> Line:
        """Of a stored item, as the product reads it today, whenever it was written."""
        wire = self.entity.from_item(dict(item)).to_item()
        return self.shown({name: wire[name] for name in self.names})

    def entity_of(self, line: Line, organisation_id: str) -> Entity:
        """Errors: ValueError for what does not fit, in whatever way."""
        if line.keys() != set(self.names) or line["id"] != self.identify(line):
            raise ValueError(f"not a {self.name}")
        if not (self.is_sound(line) and self.is_over(line)):
            raise ValueError(f"not a {self.name}")
        facts = self.stored(line)
        return self.entity.model_validate({**facts, "kind": self.name, "organisationId": organisation_id})

    def renamed(self, line: Line, people: Mapping[str, str]) -> Line:
        """With the people as they are called here, also in an id that is made of one."""
        here: Line = renamed(line, people)
        return {**here, "id": self.identify(here)}


def renamed(value: Any, people: Mapping[str, str]) -> Any:
    """With every id of a person as it is here, wherever it stands."""
    if isinstance(value, str):
        return people.get(value, value)
    if isinstance(value, list):
        return [renamed(one, people) for one in value]
    if isinstance(value, dict):
        return {name: renamed(one, people) for name, one in value.items()}
    return value


KINDS = (
    Kind("activity", DOCUMENTS, Activity, ("type", "subjectId", "data"), restored=False),
    Kind(
        "acknowledgement",
        DOCUMENTS,
        Acknowledgement,
        ("documentId", "revision", "sha256", "role"),
        lambda line: acknowledgement_id(line["documentId"], line["createdBy"], line["revision"]),
    ),
    Kind(
        "productionMonth",
        REPORTS,
        ProductionMonth,
        ("siteId", "well", "month", "state", "sheet", "totals", "reports", "closedAt", "closedBy", "reopenedAt"),
        lambda line: month_id(line["siteId"], line["well"], line["month"]),
    ),
    Kind("duePlan", DIRECTORY, DuePlan, _PLAN, is_sound=_can_be_planned),
    Kind("dueCalendar", DIRECTORY, DueCalendar, ("holidays",), lambda _line: DueCalendar.ITEM),
    Kind("report", REPORTS, Report, _REPORT),
    Kind(
        "reportContent",
        REPORTS,
        Content,
        ("reportId", "edition", *_SAID),
        lambda line: content_id(line["reportId"]),
        shown=_as_sent,
        stored=_with_si,
    ),
    Kind(
        "reportRevision",
        REPORTS,
        ReportRevision,
        ("reportId", "siteId", "number", "type", "version", "edition", *_SAID, "warned", *_JUDGED),
        lambda line: revision_id(line["reportId"], line["number"]),
        shown=_as_sent,
        stored=_with_si,
    ),
    Kind("reportSettings", REPORTS, ReportSettings, ("activityCodes",), lambda _line: ReportSettings.ITEM),
    Kind("viewShelf", DIRECTORY, Shelf, ("views", "defaultId"), lambda line: shelf_id(line["createdBy"])),
    Kind("view", DIRECTORY, View, ("ownerId", "name", "query", "columns", "roles")),
    Kind("legalHold", DOCUMENTS, LegalHold, ("name", "reason", "state", "additions", "closedAt", "closedBy")),
    Kind(
        "retentionRow",
        DOCUMENTS,
        RetentionRow,
        ("runId", "subjectId", "title", "siteId", "outcome", "policy", "dueAt", "holds"),
        lambda line: row_id(line["runId"], line["subjectId"]),
    ),
    Kind(
        "retentionRun",
        DOCUMENTS,
        RetentionRun,
        ("dryRun", "asOf", "policies", "state", "lookedAt", *_RUN_FACTS),
        is_over=_has_ended,
    ),
    Kind(
        "retentionPolicies",
        DIRECTORY,
        RetentionPolicies,
        ("policies",),
        lambda _line: RetentionPolicies.ITEM,
        is_sound=_keeps_for_days,
    ),
    Kind(
        "documentNumber",
        DOCUMENTS,
        DocumentNumber,
        ("number", "documentId"),
        lambda line: number_id(line["number"]),
    ),
    Kind(
        "numberSeries",
        DOCUMENTS,
        NumberSeries,
        ("series", "last"),
        lambda line: series_id(line["series"]),
    ),
    Kind(
        "documentTypeVersion",
        DIRECTORY,
        FormerVersion,
        ("typeId", *_DEFINITION),
        lambda line: version_id(line["typeId"], line["version"]),
    ),
    Kind("documentType", DIRECTORY, DocumentType, (*_DEFINITION, "status", "shapes")),
    Kind("disciplines", DIRECTORY, Disciplines, ("disciplines",), lambda _line: Disciplines.ITEM),
    Kind("well", DIRECTORY, Well, ("name", "key", "siteId", "roles", "status")),
    Kind("site", DIRECTORY, Site, ("name", "code", "timeZone", "dayStart", "status", "suspensions")),
    Kind("user", DIRECTORY, User, ("email", "name", "role", "siteIds", "status", "joinedAt")),
    Kind("organisation", DIRECTORY, Organisation, ("name", "timeZone", "policies"), is_sound=_within_bounds),
)
"""In the order they are written. Restoring goes the other way, so that what others point at is there before them."""

OF_REPORTS = ("report", "reportContent", "reportRevision")
"""Kinds that are read together, each report with what belongs to it."""

READ_ALONE = tuple(kind for kind in KINDS if kind.name not in OF_REPORTS)

BY_NAME = {kind.name: kind for kind in KINDS}
