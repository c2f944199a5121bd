"""The public format: documented as it is, and the same for who reads and who writes."""

import re
from pathlib import Path
from typing import Any

import pytest
from pydantic.alias_generators import to_camel

from shared.archives.documents import DOCUMENT, DOCUMENT_FACTS, REVISION, REVISION_FACTS
from shared.archives.format import file_of, file_path, items_path, kind_of, part_name
from shared.archives.kinds import BY_NAME, COMMON, KINDS
from shared.archives.people import decided, derived_id
from shared.documents.model import Document
from shared.documents.revision import Revision
from shared.kit.ids import is_id, new_id
from tests.due_reports import a_plan

FORMAT = Path(__file__).resolve().parents[3] / "docs" / "archive-format.md"


def documented() -> dict[str, set[str]]:
    """By kind the facts that its row names."""
    rows = re.findall(r"^\| `(\w+)` \| (.*) \|$", FORMAT.read_text(), re.M)
    return {kind: set(re.findall(r"`(\w+)`", facts)) for kind, facts in rows}


def test_every_kind_and_fact_is_documented_and_no_other() -> None:
    rows = documented()
    expected = {kind.name: set(kind.facts) for kind in KINDS}
    expected |= {"document": set(DOCUMENT_FACTS), "revision": set(REVISION_FACTS)}
    former = expected.pop("documentTypeVersion")
    assert former == expected["documentType"] - {"status", "shapes"} | {"typeId"}
    assert "documentTypeVersion" in rows
    written = {kind: rows[kind] - {"createdBy"} for kind in expected}
    assert written == expected


@pytest.mark.parametrize(
    "name", ["", "files/a/1", "files//1", f"files/{'0' * 26}/0", "items/../a.jsonl", "items/a.json", "../x"]
)
def test_no_other_names_are_ours(name: str) -> None:
    assert file_of(name) is None
    assert kind_of(name) is None


def test_names_are_read_as_they_are_written() -> None:
    document_id = new_id()
    assert file_of(file_path(document_id, 1000)) == (document_id, 1000)
    assert kind_of(items_path("documentType")) == "documentType"
    assert part_name(7) == "part-00007.zip"


def test_an_id_of_a_person_is_derived_and_never_taken_over() -> None:
    there, here, elsewhere = new_id(), new_id(), new_id()
    assert is_id(derived_id(here, there))
    assert derived_id(here, there) == derived_id(here, there) != derived_id(elsewhere, there)
    assert there not in decided([{"id": there, "email": "a@b.test"}], [], here).values()


A_PLAN = {name: value for name, value in a_plan().to_item().items() if name in {*BY_NAME["duePlan"].names} - {"id"}}
LEFT_OUT = {
    "activity": {"traceparent", "ttl"},
    "legalHold": {"keepingDueAt"},
    "retentionRun": {"after", "attempts", "keepingDueAt", "leasedUntil", "total"},
    "reportContent": {"ttl"},
    "user": {"declinedLetters", "erasing"},
    "document": {
        "embedded",
        "holdEpoch",
        "keepingDueAt",
        "protectedRevision",
        "purgingFor",
        "purgingSince",
        "storageHold",
    },
    "revision": {
        "attempts",
        "awaitedUntil",
        "blobEtag",
        "blobName",
        "leasedUntil",
        "malware",
        "overdueAt",
        "preview",
        "remindAt",
        "text",
    },
}
"""How work stands, where things lie, what can be made again: nothing of it is the organisation's."""


def test_every_stored_fact_is_archived_or_left_out_on_purpose() -> None:
    """A field that is new is decided about here, and in the format."""
    entities = {kind.name: (kind.entity, set(kind.facts)) for kind in KINDS}
    entities |= {DOCUMENT: (Document, set(DOCUMENT_FACTS) - {"readAt"}), REVISION: (Revision, set(REVISION_FACTS))}
    missing = {}
    for name, (entity, facts) in entities.items():
        stored = {field.alias or to_camel(known) for known, field in entity.model_fields.items()}
        left = stored - facts - set(COMMON) - {"kind", "organisationId", "etag"}
        if left != LEFT_OUT.get(name, set()):
            missing[name] = left ^ LEFT_OUT.get(name, set())
    assert missing == {}


@pytest.mark.parametrize(
    ("kind", "change"),
    [
        ("organisation", {"policies": {"signIn": {"sessionHours": 0}}}),
        ("organisation", {"policies": {"signIn": {"passwordMinLength": 10**9}}}),
        ("organisation", {"policies": {"sharing": {"maxDays": 10**6}}}),
        ("retentionPolicies", {"policies": [{"days": 0}]}),
        ("duePlan", {**A_PLAN, "rhythm": "weekly", "days": [8]}),
    ],
)
def test_what_no_input_lets_in_no_archive_lets_in(kind: str, change: dict[str, Any]) -> None:
    """A session of no length would keep everybody out for good; a policy of no days would empty the organisation over night."""
    line = {**dict.fromkeys(BY_NAME[kind].names), "id": new_id(), **change}
    line["id"] = BY_NAME[kind].identify(line)
    with pytest.raises(ValueError, match=f"not a {kind}"):
        BY_NAME[kind].entity_of(line, new_id())


def test_a_plan_that_the_api_lets_in_is_let_in() -> None:
    line = {"id": new_id(), **A_PLAN}
    assert BY_NAME["duePlan"].entity_of(line, new_id()).to_item().items() >= line.items()
