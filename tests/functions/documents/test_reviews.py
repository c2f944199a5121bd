"""POST and DELETE /documents/{id}/revisions/{number}/review, and the decisions: what is in force, and since when."""

import asyncio
from datetime import timedelta

import pytest

from shared.app import App
from shared.documents import reviewing
from shared.identity.permissions import Role
from shared.kit.ids import new_id
from shared.users.model import UserChange, UserStatus
from tests.api_client import ApiClient
from tests.document_types import everybody_at_once
from tests.documents import PDF, a_pdf, a_verified, an_announced, as_person, items_of
from tests.people import a_colleague, a_member, a_site, counted_requests
from tests.reviewing import Row, a_desk


async def test_anonymous_callers_are_asked_to_sign_in(client: ApiClient) -> None:
    answer = await client.post(f"v1/documents/{new_id()}/revisions/1/review", {"reviewers": []})
    assert (answer.status, answer.code) == (401, "unauthenticated")


async def test_operators_and_viewers_may_not(client: ApiClient, app: App) -> None:
    desk = await a_desk(client, app)
    for role in (Role.OPERATOR, Role.VIEWER):
        who = await a_colleague(app, desk.admin, role)
        assert (await desk.begin(desk.ann, by=who)).status == 403
        assert (await desk.decide(who)).status == 403


async def test_reviewers_must_be_able_to(client: ApiClient, app: App) -> None:
    desk = await a_desk(client, app, site=True)
    elsewhere = await a_site(app, desk.admin, "Gullfaks")
    operator = await a_colleague(app, desk.admin, Role.OPERATOR)
    limited = await a_colleague(app, desk.admin, Role.ENGINEER, site_ids=(elsewhere.id,))
    gone = await a_colleague(app, desk.admin, Role.ENGINEER)
    stranger = await a_member(app, Role.ENGINEER)
    user = await app.users.service.get(desk.admin.actor, gone.id)
    await app.users.service.change(desk.admin.actor, gone.id, UserChange({"status": UserStatus.DEACTIVATED}), user.etag)
    answer = await desk.begin(desk.ann, operator, limited, gone, stranger)
    assert answer.status == 422
    assert answer.fields == {f"reviewers[{index}].userId" for index in range(1, 5)}
    assert (await desk.read())["status"] == "draft"


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"reviewers": []}, "reviewers"),
        ({"reviewers": [{"userId": "x"}]}, "reviewers[0].userId"),
        ({"reviewers": [{"userId": "01ARZ3NDEKTSV4RRFFQ69G5FAV"}] * 2}, "reviewers"),
        ({"reviewers": [{"userId": "01ARZ3NDEKTSV4RRFFQ69G5FAV", "dueAt": "soon"}]}, "reviewers[0].dueAt"),
        *(
            ({"reviewers": [{"userId": "01ARZ3NDEKTSV4RRFFQ69G5FAV", "dueAt": due}]}, "reviewers[0].dueAt")
            for due in ("0001-01-01T00:00:00Z", "0999-05-04T00:00:00Z", "9999-12-31T23:59:59-12:00")
        ),
    ],
)
async def test_bad_input_names_the_field(client: ApiClient, app: App, body: Row, field: str) -> None:
    caller = as_person(client, app, await a_member(app, Role.ENGINEER))
    answer = await caller.post(f"v1/documents/{new_id()}/revisions/1/review", body)
    assert (answer.status, answer.fields) == (422, {field})


@pytest.mark.parametrize("body", [{"decision": "perhaps"}, {"decision": "request_changes"},
                                  {"decision": "approve", "comment": "x" * 2001}])  # fmt: skip
async def test_a_decision_is_one_of_two_and_changes_are_named(client: ApiClient, app: App, body: Row) -> None:
    caller = as_person(client, app, await a_member(app, Role.ENGINEER))
    assert (await caller.post(f"v1/documents/{new_id()}/revisions/1/review/decision", body)).status == 422


async def test_only_what_needs_review_and_is_ready_and_newest_is_reviewed(client: ApiClient, app: App) -> None:
    desk = await a_desk(client, app)
    plain = await a_verified(app, desk.admin.actor)
    caller = as_person(client, app, desk.admin)
    answer = await caller.post(f"v1/documents/{plain.id}/revisions/1/review", {"reviewers": [{"userId": desk.ann.id}]})
    assert (answer.status, answer.code) == (409, "not_reviewable")
    await desk.next_revision("second")
    assert (await desk.begin(desk.ann, number=1)).code == "not_reviewable"
    assert (await desk.begin(desk.ann, number=2)).status == 200
    again = await desk.begin(desk.bob, number=2)
    assert (again.status, again.code) == (409, "review_under_way")


async def test_all_must_approve(client: ApiClient, app: App) -> None:
    desk = await a_desk(client, app)
    due = (app.now() + timedelta(days=3)).isoformat()
    reviewers = [{"userId": desk.ann.id, "dueAt": due}, {"userId": desk.bob.id}]
    caller = as_person(client, app, desk.admin)
    begun = await caller.post(f"{desk.path(1)}/review", {"reviewers": reviewers})
    assert (begun.status, begun.json["status"]) == (200, "in_review")
    assert begun.json["review"]["reviewers"][0]["dueAt"] is not None
    assert (await desk.decide(desk.admin)).code == "not_a_reviewer"
    first = await desk.decide(desk.ann, comment="Fine.\nGo ahead.")
    assert (first.json["status"], (await desk.read())["status"]) == ("in_review", "in_review")
    repeated = await desk.decide(desk.ann, comment="Fine.\nGo ahead.")
    assert (repeated.status, repeated.json) == (200, first.json)
    assert (await desk.decide(desk.ann, "request_changes", comment="After all")).code == "already_decided"
    last = await desk.decide(desk.bob)
    assert (last.json["status"], last.json["inForce"]) == ("approved", True)
    document = await desk.read()
    assert (document["status"], document["approved"]["number"], document["inReview"]) == ("approved", 1, None)
    wanted = ["document.review_begun", *["document.review_decided"] * 2, "document.approved"]
    assert [name for name in await desk.happened() if "review" in name or name == "document.approved"] == wanted


async def test_what_is_not_approved_is_downloaded_by_its_number_only(client: ApiClient, app: App) -> None:
    desk = await a_desk(client, app)
    viewer = as_person(client, app, await a_colleague(app, desk.admin, Role.VIEWER))
    url = f"v1/documents/{desk.document.id}/download-url"
    answer = await viewer.post(url)
    assert (answer.status, answer.code) == (409, "not_approved")
    assert (await viewer.post(f"{url}?revision=1")).json["inForce"] is False
    await desk.approve(1)
    await desk.next_revision("second")
    with counted_requests() as requests:
        answer = await viewer.post(url)
    assert requests == ["GET documents", "POST documents"]
    assert (answer.json["revision"], answer.json["inForce"], answer.json["isNewest"]) == (1, True, False)
    document = await desk.read()
    numbers = {name: document[name]["number"] for name in ("newest", "current", "approved")}
    assert (numbers, document["status"]) == ({"newest": 2, "current": 2, "approved": 1}, "draft")


async def test_an_approved_revision_supersedes_the_one_before(client: ApiClient, app: App) -> None:
    desk = await a_desk(client, app)
    await desk.approve(1)
    await desk.next_revision("second")
    await desk.approve(2)
    old, new = await desk.revision(1), await desk.revision(2)
    assert (old["status"], old["inForce"], old["supersededBy"]) == ("superseded", False, 2)
    assert (new["status"], new["inForce"], new["supersededBy"]) == ("approved", True, None)
    items = await items_of(app, desk.admin.organisation_id)
    approvals = [item["data"]["supersedes"] for item in items if item.get("type") == "document.approved"]
    assert approvals == [None, 1]


async def test_changes_are_answered_with_a_new_revision(client: ApiClient, app: App) -> None:
    desk = await a_desk(client, app)
    await desk.begin(desk.ann, desk.bob)
    refused = await desk.decide(desk.ann, "request_changes", comment="Wrong well.")
    assert refused.json["status"] == (await desk.read())["status"] == "changes_requested"
    assert (await desk.decide(desk.bob)).code == "not_in_review"
    assert (await desk.begin(desk.bob)).code == "not_reviewable"
    await desk.next_revision("second")
    assert (await desk.read())["status"] == "draft"
    await desk.approve(2)
    assert [(await desk.revision(number))["status"] for number in (1, 2)] == ["changes_requested", "approved"]
    assert (await desk.revision(1))["review"]["reviewers"][0]["comment"] == "Wrong well."


async def test_a_withdrawn_review_may_begin_again(client: ApiClient, app: App) -> None:
    desk = await a_desk(client, app)
    assert (await desk.withdraw()).code == "not_in_review"
    await desk.begin(desk.ann)
    first, again = await desk.withdraw(), await desk.withdraw()
    assert (first.status, first.json["status"], again.json) == (200, "draft", first.json)
    assert (await desk.decide(desk.ann)).code == "not_in_review"
    assert (await desk.begin(desk.bob)).json["status"] == "in_review"


async def test_earlier_rounds_stay_readable(client: ApiClient, app: App, clock, monkeypatch) -> None:
    desk = await a_desk(client, app)
    await desk.begin(desk.ann, desk.bob)
    await desk.decide(desk.ann, comment="Fine by me.")
    await desk.withdraw()
    clock.advance(hours=1)
    await desk.begin(desk.bob)
    await desk.withdraw()
    await desk.begin(desk.ann)
    assert (await desk.decide(desk.ann, "request_changes", comment="Wrong well.")).status == 200
    read = await desk.revision(1)
    rounds = [*read["earlierReviews"], read["review"]]
    said = [[(one["userId"], one["comment"]) for one in round_["reviewers"]] for round_ in rounds]
    ann, bob = desk.ann.id, desk.bob.id
    assert said == [[(ann, "Fine by me."), (bob, None)], [(bob, None)], [(ann, "Wrong well.")]]
    assert [round_["withdrawnAt"] is None for round_ in rounds] == [False, False, True]
    await desk.next_revision("second")
    await desk.approve(2)
    rows = (await as_person(client, app, desk.admin).get(f"v1/documents/{desk.document.id}/revisions")).json["items"]
    assert [(row["number"], len(row["earlierReviews"]), row["status"]) for row in rows] == [
        (2, 0, "approved"),
        (1, 2, "changes_requested"),
    ]
    monkeypatch.setattr(reviewing, "MAX_ROUNDS", 2)
    await desk.next_revision("third")
    for _ in range(2):
        assert (await desk.begin(desk.ann, number=3)).status == 200
        await desk.withdraw(3)
    answer = await desk.begin(desk.ann, number=3)
    assert (answer.status, answer.code) == (409, "too_many_rounds")


async def test_two_reviewers_who_decide_at_once_both_count(client: ApiClient, app: App) -> None:
    desk = await a_desk(client, app)
    await desk.begin(desk.ann, desk.bob)
    with everybody_at_once():
        answers = await asyncio.gather(desk.decide(desk.ann), desk.decide(desk.bob))
    assert sorted(answer.json["status"] for answer in answers) == ["approved", "in_review"]
    assert (await desk.happened()).count("document.approved") == 1


async def test_approving_while_a_new_revision_is_announced_loses_neither(client: ApiClient, app: App) -> None:
    desk = await a_desk(client, app)
    await desk.begin(desk.ann)
    with everybody_at_once():
        decided, _ = await asyncio.gather(
            desk.decide(desk.ann), an_announced(app, desk.admin.actor, a_pdf(mark="second"), onto=desk.document)
        )
    assert decided.status == 200
    document = await desk.read()
    assert (document["newest"]["number"], document["approved"]["number"], document["status"]) == (2, 1, "approved")


async def test_a_review_goes_on_while_a_newer_revision_becomes_ready(client: ApiClient, app: App) -> None:
    desk = await a_desk(client, app)
    await desk.begin(desk.ann)
    await desk.next_revision("second")
    assert (await desk.read())["status"] == "in_review"
    assert (await desk.decide(desk.ann)).json["status"] == "approved"
    document = await desk.read()
    assert (document["approved"]["number"], document["current"]["number"], document["status"]) == (1, 2, "draft")


async def test_who_may_not_review_does_not_take_the_need_away(client: ApiClient, app: App) -> None:
    desk = await a_desk(client, app)
    operator = as_person(client, app, await a_colleague(app, desk.admin, Role.OPERATOR))
    document = await desk.read()
    path = f"v1/documents/{desk.document.id}"
    kept = await operator.patch(path, {"typeId": None}, headers={"If-Match": document["etag"]})
    assert (kept.json["typeId"], kept.json["reviewRequired"], kept.json["approved"]) == (None, True, None)
    engineer = as_person(client, app, desk.ann)
    waived = await engineer.patch(path, {"title": "New", "tags": ["new"]}, headers={"If-Match": kept.json["etag"]})
    assert (waived.json["reviewRequired"], waived.json["approved"]) == (True, None)
    waived = await engineer.patch(path, {"typeId": None}, headers={"If-Match": waived.json["etag"]})
    assert (waived.json["reviewRequired"], waived.json["approved"]["number"]) == (False, 1)


async def test_nothing_in_the_trash_is_reviewed(client: ApiClient, app: App) -> None:
    desk = await a_desk(client, app)
    await desk.begin(desk.ann)
    document = await app.documents.service.get(desk.admin.actor, desk.document.id)
    await app.documents.service.trash(desk.admin.actor, document.id, document.etag)
    for answer in (await desk.decide(desk.ann), await desk.begin(desk.ann), await desk.withdraw()):
        assert (answer.status, answer.code) == (409, "in_the_trash")


async def test_the_list_tells_statuses_apart(client: ApiClient, app: App) -> None:
    desk = await a_desk(client, app)
    caller = as_person(client, app, desk.admin)
    stored = await app.database.container("documents").get(desk.document.id, desk.admin.organisation_id)
    old = {name: value for name, value in stored.items() if name not in {"status", "approved"}}
    await app.database.container("documents").create({**old, "id": new_id(), "title": "old"})

    async def titles(status: str) -> list[str]:
        rows = (await caller.get(f"v1/documents?status={status}&sort=title")).json["items"]
        return [f"{row['title']} {row['status']}" for row in rows]

    assert await titles("draft") == ["report.pdf draft"]
    assert await titles("approved") == ["old approved"]
    await desk.begin(desk.ann)
    assert await titles("in_review") == ["report.pdf in_review"]
    assert await titles("draft") == []
    assert (await desk.decide(desk.ann)).status == 200
    assert await titles("approved") == ["old approved", "report.pdf approved"]


async def test_deciding_costs_two_requests(client: ApiClient, app: App) -> None:
    desk = await a_desk(client, app)
    await desk.begin(desk.ann)
    caller = as_person(client, app, desk.ann)
    with counted_requests() as requests:
        await caller.post(f"{desk.path(1)}/review/decision", {"decision": "approve"})
    assert requests == ["POST documents"] * 2


async def test_since_when_it_is_in_force_is_known_and_stays(client: ApiClient, app: App, clock) -> None:
    """Retention counts from there: a later event of the same revision does not move it."""
    desk = await a_desk(client, app)
    await desk.begin(desk.ann)
    clock.advance(days=1)
    await desk.decide(desk.ann)
    approved = await desk.app.documents.service.get(desk.admin.actor, desk.document.id)
    assert approved.approved_at == clock.now
    clock.advance(days=1)
    await desk.next_revision("second")
    later = await desk.app.documents.service.get(desk.admin.actor, desk.document.id)
    assert later.approved_at == approved.approved_at


async def test_without_review_it_is_in_force_since_it_was_ready(app: App, clock) -> None:
    admin = await a_member(app, Role.ADMIN)
    document = await a_verified(app, admin.actor, PDF)
    assert document.approved_at == clock.now
