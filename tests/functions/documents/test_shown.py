"""What each role gets where it names no revision, and what it is told about the one it gets."""

from typing import Any

import pytest

from shared.app import App
from shared.documents.drafts import DocumentChange
from shared.identity.permissions import Permission, Role
from tests.api_client import ApiClient
from tests.document_types import a_document_type
from tests.documents import a_pdf, a_verified, an_announced, as_person
from tests.holds import a_hold
from tests.people import Person, a_colleague, a_member, an_api_key
from tests.retention import a_policy, decided

REVIEWERS = {Role.ADMIN, Role.ENGINEER}


async def a_library(app: App) -> tuple[Person, str, str]:
    """An admin; a document with revision 1 in force and 2 a draft; a document that was never approved."""
    admin = await a_member(app, Role.ADMIN)
    kind = await a_document_type(app, admin, review_required=True)
    typed = DocumentChange({"type_id": kind.id})
    known = await a_verified(app, admin.actor, a_pdf(mark="one"), title="Known")
    known = await app.documents.service.change(admin.actor, known.id, typed, known.etag)
    await a_verified(app, admin.actor, a_pdf(mark="two"), onto=known)
    draft, _ = await an_announced(app, admin.actor, a_pdf(mark="draft"), title="Draft")
    await app.documents.service.change(admin.actor, draft.id, typed, draft.etag)
    await app.documents.revisions.give_up(admin.actor, draft.id, 1)
    draft = await app.documents.service.get(admin.actor, draft.id)
    await a_verified(app, admin.actor, a_pdf(mark="draft"), onto=draft)
    return admin, known.id, draft.id


def told(row: dict[str, Any]) -> tuple[int, bool, int | None, bool]:
    return row["revision"], row["inForce"], row["supersededBy"], row["isNewest"]


@pytest.mark.parametrize("role", list(Role))
async def test_each_role_by_default(client: ApiClient, app: App, role: Role) -> None:
    admin, known, draft = await a_library(app)
    caller = as_person(client, app, await a_colleague(app, admin, role))
    path = f"v1/documents/{known}"
    shown = (await caller.get(path)).json["shown"]
    downloaded = (await caller.post(f"{path}/download-url")).json
    expected = (2, False, None, True) if role in REVIEWERS else (1, True, None, False)
    assert told(shown) == told(downloaded) == expected
    never = await caller.post(f"v1/documents/{draft}/download-url")
    if role in REVIEWERS:
        assert (never.status, told(never.json)) == (200, (2, False, None, True))
    else:
        assert (never.status, never.code) == (409, "not_approved")
        assert (await caller.get(f"v1/documents/{draft}")).json["shown"] is None
    named = await caller.post(f"v1/documents/{draft}/download-url?revision=2")
    assert (named.status, told(named.json)) == (200, (2, False, None, True))


@pytest.mark.parametrize("role", list(Role))
async def test_each_role_lists_by_default(client: ApiClient, app: App, role: Role) -> None:
    admin, _, _ = await a_library(app)
    person = await a_colleague(app, admin, role)
    caller = as_person(client, app, person)
    if Permission.DOCUMENTS_WRITE in person.actor.permissions:
        await an_announced(app, person.actor, title="Own")

    async def titles(query: str = "") -> list[str]:
        return [row["title"] for row in (await caller.get(f"v1/documents?sort=title{query}")).json["items"]]

    own = [] if role is Role.VIEWER else ["Own"]
    assert await titles() == sorted([*(["Draft"] if role in REVIEWERS else []), "Known", *own])
    assert await titles("&inForce=true") == ["Known"]
    assert await titles("&inForce=false") == ["Draft", *own]
    assert await titles("&status=draft") == ["Draft", "Known", *own]
    assert await titles("&state=awaiting_upload") == own


async def test_a_key_gets_what_is_in_force_unless_it_may_review(client: ApiClient, app: App) -> None:
    admin, known, _ = await a_library(app)
    for granted, expected in (((), 1), ((Permission.DOCUMENTS_REVIEW,), 2)):
        _, token = await an_api_key(app, admin, Permission.DOCUMENTS_READ, *granted)
        answer = await client.signed_in(token).post(f"v1/documents/{known}/download-url")
        assert answer.json["revision"] == expected


async def test_an_older_revision_says_what_replaced_it(client: ApiClient, app: App) -> None:
    admin = await a_member(app, Role.ADMIN)
    document = await a_verified(app, admin.actor, a_pdf(mark="one"))
    await a_verified(app, admin.actor, a_pdf(mark="two"), onto=document)
    viewer = as_person(client, app, await a_colleague(app, admin, Role.VIEWER))
    old = (await viewer.get(f"v1/documents/{document.id}/revisions/1")).json
    assert (old["inForce"], old["supersededBy"], old["isNewest"]) == (False, 2, False)
    new = (await viewer.get(f"v1/documents/{document.id}/revisions/2")).json
    assert (new["inForce"], new["supersededBy"], new["isNewest"]) == (True, None, True)


@pytest.mark.parametrize("role", list(Role))
async def test_holds_are_named_to_who_may_read_them(client: ApiClient, app: App, role: Role) -> None:
    admin = await a_member(app, Role.ADMIN)
    document = await a_verified(app, admin.actor)
    caller = as_person(client, app, await a_colleague(app, admin, role))
    path = f"v1/documents/{document.id}"
    free = (await caller.get(path)).json
    hold = await a_hold(app, admin, document)
    held = (await caller.get(path)).json
    (row,) = (await caller.get("v1/documents")).json["items"]
    assert (free["isHeld"], held["isHeld"], row["isHeld"]) == (False, True, True)
    expected = [hold.id] if role in REVIEWERS else None
    assert held["holds"] == row["holds"] == expected
    assert free["holds"] == ([] if role in REVIEWERS else None)


async def test_what_came_into_force_without_review_is_kept_from_then_on(app: App, clock) -> None:
    """Its type stopped asking for review: that moment counts, unless the revision had been approved before."""
    admin, known, draft = await a_library(app)
    before = await app.documents.service.get(admin.actor, known)
    clock.advance(days=3)
    for document_id in (known, draft):
        document = await app.documents.service.get(admin.actor, document_id)
        changed = await app.documents.service.change(
            admin.actor, document_id, DocumentChange({"type_id": None}), document.etag
        )
        assert changed.approved is not None and changed.approved.number == 2
        assert changed.approved_at == clock.now != before.approved_at
    clock.advance(days=1)
    document = await app.documents.service.get(admin.actor, draft)
    renamed = await app.documents.service.change(
        admin.actor, draft, DocumentChange({"title": "Renamed"}), document.etag
    )
    await decided(app, admin, a_policy(event="approvedAt", days=10))
    _, why = await app.retention.service.explain(admin.actor, draft)
    assert renamed.approved_at is not None and why.delete is not None
    assert (why.delete.due - renamed.approved_at).days == 10
