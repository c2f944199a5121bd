"""Upload links as their makers see them: made within policy and scope, listed, logged, ended."""

import json
from dataclasses import replace

import pytest

from shared.app import App
from shared.identity.permissions import Role
from shared.kit.ids import new_id
from tests.api_client import ApiClient
from tests.document_types import a_document_type
from tests.documents import as_person, items_of, somebody
from tests.people import a_site
from tests.upload_links import Receiving, a_receiving


async def test_who_may_make_one(client: ApiClient, app: App) -> None:
    receiving = await a_receiving(client, app)
    assert (await client.post("v1/upload-links", receiving.body())).status == 401
    for role, status in ((Role.VIEWER, 403), (Role.OPERATOR, 201), (Role.ENGINEER, 201)):
        person = somebody(role, organisation_id=receiving.owner.organisation_id)
        assert (await as_person(client, app, person).post("v1/upload-links", receiving.body())).status == status


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"maxBytes": 0}, "maxBytes"),
        ({"maxFiles": 0}, "maxFiles"),
        ({"maxFiles": 1001}, "maxFiles"),
        ({"titleRule": "{author}"}, "titleRule"),
        ({"titleRule": "x" * 301}, "titleRule"),
        ({"titleRule": "evil \u202e"}, "titleRule"),
        ({"message": "a\u0000b"}, "message"),
        ({"password": "short"}, "password"),
        ({"siteId": "01ARZ3NDEKTSV4RRFFQ69G5FAV"}, "siteId"),
        ({"typeId": "01ARZ3NDEKTSV4RRFFQ69G5FAV"}, "typeId"),
        ({"fields": {"x": "y"}}, "fields"),
        ({"expiresAt": "2020-01-01T00:00:00Z"}, "expiresAt"),
    ],
)
async def test_bad_input_is_named(client: ApiClient, app: App, changes: dict[str, object], field: str) -> None:
    receiving = await a_receiving(client, app)
    answer = await receiving.caller.post("v1/upload-links", {**receiving.body(), **changes})
    assert (answer.status, answer.fields) == (422, {field})


async def test_nothing_beyond_the_organisations_policy(client: ApiClient, app: App) -> None:
    receiving = await a_receiving(client, app)
    await receiving.decide(max_days=3, password_required=True)
    answer = await receiving.caller.post("v1/upload-links", receiving.body(days=4))
    assert (answer.status, answer.fields) == (422, {"expiresAt", "password"})
    assert (await receiving.create(days=3, password="on paper only"))["hasPassword"] is True


async def test_who_is_limited_to_some_sites_names_one_of_them(client: ApiClient, app: App) -> None:
    receiving = await a_receiving(client, app)
    mine, other = await a_site(app, receiving.owner, "Troll"), await a_site(app, receiving.owner, "Gullfaks")
    scoped = Receiving(client, app, replace(receiving.owner, site_ids=(mine.id,)))
    for site in (None, other.id):
        answer = await scoped.caller.post("v1/upload-links", scoped.body(siteId=site))
        assert (answer.status, answer.fields) == (422, {"siteId"})
    made = await scoped.create(siteId=mine.id)
    elsewhere = await receiving.create(siteId=other.id)
    listed = (await scoped.caller.get("v1/upload-links")).json["items"]
    assert [one["id"] for one in listed] == [made["id"]]
    assert (await scoped.caller.get(f"v1/upload-links/{elsewhere['id']}")).status == 404
    assert (await scoped.caller.delete(f"v1/upload-links/{elsewhere['id']}")).status == 404


async def test_what_its_files_are_sorted_by_is_checked_when_it_is_made(client: ApiClient, app: App) -> None:
    receiving = await a_receiving(client, app)
    kind = await a_document_type(app, receiving.owner)
    made = await receiving.create(typeId=kind.id, tags=["From Partner"], titleRule="{date} {file}")
    assert (made["typeId"], made["tags"], made["titleRule"]) == (kind.id, ["from partner"], "{date} {file}")


async def test_the_token_is_shown_once_and_stored_nowhere(client: ApiClient, app: App) -> None:
    receiving = await a_receiving(client, app)
    made = await receiving.create(password="on paper only")
    assert made["url"].endswith(f"/upload#{made['token']}")
    secret = made["token"].rpartition(".")[2]
    stored = json.dumps(await items_of(app, receiving.owner.organisation_id))
    assert secret not in stored
    assert "on paper only" not in stored
    read = await receiving.caller.get(f"v1/upload-links/{made['id']}")
    assert "token" not in read.json


async def test_of_another_organisation_nothing_is_there(client: ApiClient, app: App) -> None:
    made = await (await a_receiving(client, app)).create()
    stranger = (await a_receiving(client, app)).caller
    for path in (made["id"], f"{made['id']}/uses", new_id()):
        assert (await stranger.get(f"v1/upload-links/{path}")).status == 404


async def test_it_is_revoked_for_good_and_stays_on_record(client: ApiClient, app: App) -> None:
    receiving = await a_receiving(client, app)
    made = await receiving.create()
    for _ in range(2):
        assert (await receiving.caller.delete(f"v1/upload-links/{made['id']}")).status == 204
    assert (await receiving.caller.get(f"v1/upload-links/{made['id']}")).json["state"] == "revoked"
    assert (await receiving.ask("read", made["token"])).code == "link_invalid"
    found = [
        item["type"] for item in await items_of(app, receiving.owner.organisation_id) if item["kind"] == "activity"
    ]
    assert [kind for kind in found if kind.startswith("upload_link")] == ["upload_link.created", "upload_link.revoked"]


async def test_a_colleague_ends_what_somebody_made_who_left(client: ApiClient, app: App) -> None:
    """It belongs to the organisation (ADR 10)."""
    receiving = await a_receiving(client, app)
    made = await receiving.create()
    colleague = somebody(Role.ENGINEER, organisation_id=receiving.owner.organisation_id)
    caller = as_person(client, app, colleague)
    assert (await caller.delete(f"v1/upload-links/{made['id']}")).status == 204
