"""POST /documents/{id}/share-links: within the organisation's policy, and the token is seen once."""

import json
from typing import Any

import pytest

from shared.app import App
from shared.identity.permissions import Permission, Role
from shared.kit.ids import new_id
from tests.api_client import ApiClient
from tests.documents import PROGRAM, a_completed, a_verified, as_person, items_of, somebody
from tests.people import Person, a_member, a_site, an_api_key, counted_requests
from tests.share_links import a_sharing


async def test_anonymous_callers_are_asked_to_sign_in(client: ApiClient) -> None:
    answer = await client.post(f"v1/documents/{new_id()}/share-links")
    assert (answer.status, answer.code) == (401, "unauthenticated")


@pytest.mark.parametrize("role", [Role.OPERATOR, Role.VIEWER])
async def test_operators_and_viewers_may_not(client: ApiClient, app: App, role: Role) -> None:
    sharing = await a_sharing(client, app)
    colleague = somebody(role, organisation_id=sharing.owner.organisation_id)
    answer = await as_person(client, app, colleague).post(sharing.path, sharing.body())
    assert (answer.status, answer.code) == (403, "forbidden")


async def test_another_organisations_document_is_not_there(client: ApiClient, app: App) -> None:
    sharing, stranger = await a_sharing(client, app), await a_member(app, Role.ADMIN)
    answer = await as_person(client, app, stranger).post(sharing.path, sharing.body())
    assert (answer.status, answer.code) == (404, "not_found")


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"expiresAt": None}, "expiresAt"),
        ({"expiresAt": "2030-01-01T00:00:00"}, "expiresAt"),
        ({"expiresAt": 1_900_000_000}, "expiresAt"),
        ({"revision": 0}, "revision"),
        ({"revision": "newest"}, "revision"),
        ({"revision": "1"}, "revision"),
        ({"password": "seven77"}, "password"),
        ({"password": "x" * 129}, "password"),
        ({"maxUses": 0}, "maxUses"),
        ({"maxUses": 1.5}, "maxUses"),
        ({"note": "x" * 301}, "note"),
        ({"note": "for\u202eBob"}, "note"),
        ({"token": "mine"}, "token"),
    ],
)
async def test_bad_input_is_named(client: ApiClient, app: App, body: dict[str, Any], field: str) -> None:
    sharing = await a_sharing(client, app)
    answer = await sharing.caller.post(sharing.path, {**sharing.body(), **body})
    assert answer.status == 422
    assert {name.partition(".")[0] for name in answer.fields} == {field}


@pytest.mark.parametrize(
    ("policy", "body", "code"),
    [
        ({}, {"days": 30.001}, "out_of_range"),
        ({}, {"days": 0}, "out_of_range"),
        ({}, {"days": -1}, "out_of_range"),
        ({"max_days": 2}, {"days": 3}, "out_of_range"),
        ({"password_required": True}, {}, "password_required"),
        ({"max_uses": 5}, {"maxUses": 6}, "out_of_range"),
    ],
)
async def test_nothing_beyond_the_organisations_policy(
    client: ApiClient, app: App, policy: dict[str, Any], body: dict[str, Any], code: str
) -> None:
    sharing = await a_sharing(client, app)
    await sharing.decide(**policy)
    answer = await sharing.caller.post(sharing.path, sharing.body(**body))
    assert answer.status == 422
    assert [found["code"] for found in answer.json["errors"]] == [code]


async def test_everything_that_is_beyond_it_is_named_at_once(client: ApiClient, app: App) -> None:
    sharing = await a_sharing(client, app)
    await sharing.decide(max_days=1, password_required=True, max_uses=1)
    answer = await sharing.caller.post(sharing.path, sharing.body(days=2, maxUses=2))
    assert answer.fields == {"expiresAt", "password", "maxUses"}


@pytest.mark.parametrize("state", ["verifying", "rejected", "trashed"])
async def test_what_cannot_be_downloaded_cannot_be_shared(client: ApiClient, app: App, state: str) -> None:
    sharing = await a_sharing(client, app)
    actor = sharing.owner.actor
    if state == "verifying":
        document = await a_completed(app, actor)
    elif state == "rejected":
        document = await a_verified(app, actor, PROGRAM)
    else:
        document = sharing.document
        await app.documents.service.trash(actor, document.id, document.etag)
    answer = await sharing.caller.post(f"v1/documents/{document.id}/share-links", sharing.body())
    assert (answer.status, answer.code) == (409, "nothing_to_share")


async def test_a_revision_there_is_not_cannot_be_shared(client: ApiClient, app: App) -> None:
    sharing = await a_sharing(client, app)
    answer = await sharing.caller.post(sharing.path, sharing.body(revision=2))
    assert (answer.status, answer.code) == (409, "nothing_to_share")


async def test_the_token_is_shown_once_and_stored_nowhere(client: ApiClient, app: App) -> None:
    sharing = await a_sharing(client, app)
    body = sharing.body(days=30, note="For the partner", maxUses=3, password="on paper only", revision=1)
    with counted_requests() as requests:
        answer = await sharing.caller.post(sharing.path, body)
    assert requests == ["POST documents", "GET directory", "POST documents"]
    made = answer.json
    assert answer.headers["Location"] == f"/api/v1/share-links/{made['id']}"
    assert made["url"] == f"{app.settings.page_url.rstrip('/')}/shared#{made['token']}"
    expected = {"revision": 1, "note": "For the partner", "state": "active", "maxUses": 3, "uses": 0}
    assert made.items() >= {**expected, "hasPassword": True, "createdBy": sharing.owner.id, "revokedAt": None}.items()
    known = (await sharing.caller.get(f"v1/share-links/{made['id']}")).json
    assert known == {name: value for name, value in made.items() if name not in {"token", "url"}}
    everything = json.dumps(await items_of(app, sharing.owner.organisation_id))
    secret = made["token"].rpartition(".")[2]
    assert made["id"] in everything
    assert secret not in everything and "on paper only" not in everything


async def test_an_idempotency_key_keeps_no_token(client: ApiClient, app: App) -> None:
    sharing = await a_sharing(client, app)
    headers = {"Idempotency-Key": new_id()}
    first, second = [await sharing.caller.post(sharing.path, sharing.body(), headers=headers) for _ in range(2)]
    assert (first.status, second.status) == (201, 201)
    assert first.json["token"] != second.json["token"]


async def test_what_was_left_out_is_the_policys_and_the_newest_revision(client: ApiClient, app: App) -> None:
    sharing = await a_sharing(client, app)
    await sharing.decide(max_uses=7)
    made = await sharing.create()
    assert made.items() >= {"revision": "latest", "maxUses": 7, "hasPassword": False, "note": ""}.items()


async def test_it_is_on_record_without_its_secrets(client: ApiClient, app: App) -> None:
    sharing = await a_sharing(client, app)
    made = await sharing.create(password="on paper only", note="Bob, bob@partner.example")
    items = await items_of(app, sharing.owner.organisation_id)
    (recorded,) = [item for item in items if item.get("type") == "share_link.created"]
    assert (recorded["subjectId"], recorded["createdBy"]) == (sharing.document.id, sharing.owner.id)
    assert recorded["data"] == {
        "linkId": made["id"],
        "revision": None,
        "access": "download",
        "expiresAt": made["expiresAt"],
        "maxUses": None,
        "hasPassword": True,
    }


async def test_an_api_key_that_may_share_does(client: ApiClient, app: App) -> None:
    sharing = await a_sharing(client, app)
    key, token = await an_api_key(app, sharing.owner, Permission.DOCUMENTS_SHARE)
    answer = await client.signed_in(token).post(sharing.path, sharing.body())
    assert (answer.status, answer.json["createdBy"]) == (201, key.id)


async def test_an_engineer_shares_what_belongs_to_their_site(client: ApiClient, app: App) -> None:
    sharing = await a_sharing(client, app)
    site = await a_site(app, sharing.owner)
    await app.documents.service.documents.replace(sharing.document.model_copy(update={"site_id": site.id}))
    organisation = sharing.owner.organisation_id
    here = somebody(Role.ENGINEER, organisation_id=organisation, site_ids=(site.id,))
    elsewhere = somebody(Role.ENGINEER, organisation_id=organisation, site_ids=(new_id(),))

    async def status_for(person: Person) -> int:
        return (await as_person(client, app, person).post(sharing.path, sharing.body())).status

    assert (await status_for(here), await status_for(elsewhere)) == (201, 404)
