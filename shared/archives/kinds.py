"""Which kinds of items an archive holds besides documents, and which of their facts are public (docs/archive-format.md)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from shared.document_types.model import Disciplines, DocumentType, FormerVersion, version_id
from shared.document_types.numbers import DocumentNumber, NumberSeries, number_id, series_id
from shared.documents.acknowledgement import Acknowledgement, acknowledgement_id
from shared.holds.model import LegalHold
from shared.kit.ids import is_id
from shared.kit.model import Entity
from shared.kit.repository import Activity
from shared.organisations.model import Organisation
from shared.retention.model import RetentionPolicies, RetentionRow, RetentionRun, row_id
from shared.sites.model import Site
from shared.users.model import User

Line = dict[str, Any]
COMMON = ("id", "createdAt", "updatedAt", "createdBy")
DIRECTORY, DOCUMENTS = "directory", "documents"
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


def _its_own(line: Line) -> str:
    """Errors: ValueError for what is no id of ours."""
    if not is_id(line["id"]):
        raise ValueError("not an id")
    return str(line["id"])


@dataclass(frozen=True, slots=True)
class Kind:
    """`container` is where the items are stored. `identify` tells the id such an item must have; `restored` is False for what is in the
    archive to be read only.
    """

    name: str
    container: str
    entity: type[Entity]
    facts: tuple[str, ...]
    identify: Callable[[Line], str] = _its_own
    restored: bool = True

    @property
    def names(self) -> tuple[str, ...]:
        return (*COMMON, *self.facts)

    def line_of(self, item: Mapping[str, Any]) -> Line:
        """Of a stored item, as the product reads it today, whenever it was written."""
        wire = self.entity.from_item(dict(item)).to_item()
        return {name: wire[name] for name in self.names}

    def entity_of(self, line: Line, organisation_id: str) -> Entity:
        """Errors: ValueError for what does not fit, in whatever way."""
        if line.keys() != set(self.names) or line["id"] != self.identify(line):
            raise ValueError(f"not a {self.name}")
        return self.entity.model_validate({**line, "kind": self.name, "organisationId": organisation_id})

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
    ),
    Kind(
        "retentionPolicies",
        DIRECTORY,
        RetentionPolicies,
        ("policies",),
        lambda _line: RetentionPolicies.ITEM,
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
    Kind("site", DIRECTORY, Site, ("name", "code", "timeZone", "dayStart", "status")),
    Kind("user", DIRECTORY, User, ("email", "name", "role", "siteIds", "status", "joinedAt")),
    Kind("organisation", DIRECTORY, Organisation, ("name", "timeZone", "policies")),
)
"""In the order they are written. Restoring goes the other way, so that what others point at is there before them."""

BY_NAME = {kind.name: kind for kind in KINDS}
