"""What policies say about one document."""

from datetime import UTC, datetime, timedelta

import pytest

from shared.documents.model import Document
from shared.documents.revision import RevisionState, RevisionSummary
from shared.kit.ids import is_id
from shared.retention.model import RetentionAction, RetentionPolicy, due_fate, fate_of
from shared.retention.work import id_of_day
from tests.retention import a_policy

BEGAN = datetime(2026, 1, 1, tzinfo=UTC)
KIND = "01KB0000000000000000000000"


def a_document(**changes: object) -> Document:
    summary = RevisionSummary(
        revision_id="d.9998", number=1, state=RevisionState.READY, rejection=None, file_name="a.pdf",
        size_bytes=1, sha256="a" * 64, content_type="application/pdf", detected_type=None,
    )  # fmt: skip
    document = Document(
        id="d", organisation_id="o", created_at=BEGAN, updated_at=BEGAN, created_by="u", title="A", newest=summary
    )
    return document.model_copy(update=changes)


def days_kept(document: Document, *policies: RetentionPolicy, action: str = "delete") -> int | None:
    fate = fate_of(policies, document, RetentionAction(action))
    return None if fate is None else (fate.due - BEGAN).days


CREATED, TRASHED, APPROVED = (a_policy(event=event, days=days) for event, days in
                              (("createdAt", 100), ("trashedAt", 30), ("approvedAt", 50)))  # fmt: skip
OWN = a_policy(event="createdAt", days=10, type_id=KIND)


@pytest.mark.parametrize(
    ("document", "policies", "expected"),
    [
        (a_document(), (), None),
        (a_document(), (TRASHED, APPROVED), None),
        (a_document(), (CREATED,), 100),
        (a_document(trashed_at=BEGAN + timedelta(days=5)), (TRASHED,), 35),
        (a_document(approved_at=BEGAN + timedelta(days=5)), (APPROVED,), 55),
        (a_document(trashed_at=BEGAN + timedelta(days=5)), (CREATED, TRASHED), 100),
        (a_document(trashed_at=BEGAN + timedelta(days=95)), (CREATED, TRASHED), 125),
        (a_document(type_id=KIND), (CREATED, OWN), 10),
        (a_document(type_id="another"), (CREATED, OWN), 100),
        (a_document(), (OWN,), None),
    ],
)
def test_own_type_first_and_then_the_longest(
    document: Document, policies: tuple[RetentionPolicy, ...], expected: int | None
) -> None:
    assert days_kept(document, *policies) == expected


def test_nothing_is_trashed_twice() -> None:
    trash = a_policy("trash", "createdAt", 10)
    assert days_kept(a_document(), trash, action="trash") == 10
    assert days_kept(a_document(trashed_at=BEGAN), trash, action="trash") is None


def test_it_is_due_at_the_very_moment_and_deletion_goes_before_trash() -> None:
    policies = (a_policy("trash", "createdAt", 10), a_policy("delete", "createdAt", 20))
    document, day = a_document(), timedelta(days=1)
    found = [due_fate(policies, document, BEGAN + days * day) for days in (9, 10, 20)]
    assert [None if fate is None else fate.action.value for fate in found] == [None, "trash", "delete"]


def test_a_day_has_one_run_for_each_organisation() -> None:
    noon, evening = (datetime(2026, 3, 1, hour, tzinfo=UTC) for hour in (12, 23))
    ids = [id_of_day(*given) for given in (("a", noon), ("a", evening), ("b", noon), ("a", noon + timedelta(days=1)))]
    assert ids[0] == ids[1] and len(set(ids)) == 3 and all(is_id(one) for one in ids)
