"""GET /report-types and /report-types/{type}/{version}."""

import json
from pathlib import Path
from typing import Any

import pytest

from shared.app import App
from shared.identity.permissions import Role
from tests.api_client import ApiClient
from tests.people import a_member, a_token, counted_requests

RELEASED: list[dict[str, Any]] = [
    json.loads(path.read_text(encoding="utf-8"))
    for path in sorted((Path(__file__).parents[2] / "shared" / "reports" / "released").glob("*.json"))
]


async def a_reader(client: ApiClient, app: App) -> ApiClient:
    return client.signed_in(a_token(app, await a_member(app, Role.VIEWER)))


async def test_anonymous(client: ApiClient) -> None:
    assert (await client.get("v1/report-types")).status == 401
    assert (await client.get("v1/report-types/daily_drilling/1")).status == 401


@pytest.mark.parametrize("path", ["daily_drilling/2", "daily_drilling/0", "daily_drilling/x", "weekly/1", "Daily/1"])
async def test_what_there_is_not_is_not_found(client: ApiClient, app: App, path: str) -> None:
    assert (await (await a_reader(client, app)).get(f"v1/report-types/{path}")).status == 404


async def test_the_list_names_the_newest_version_of_each(client: ApiClient, app: App) -> None:
    caller = await a_reader(client, app)
    with counted_requests() as made:
        answer = await caller.get("v1/report-types")
    assert made == []
    assert {row["type"] for row in answer.json["items"]} == {released["type"] for released in RELEASED}
    again = await caller.get("v1/report-types", headers={"If-None-Match": answer.headers["ETag"]})
    assert (again.status, answer.headers["Cache-Control"]) == (304, "private, no-cache")


@pytest.mark.parametrize("released", RELEASED, ids=lambda released: f"{released['type']}.{released['version']}")
async def test_a_definition_is_what_was_released(client: ApiClient, app: App, released: dict[str, Any]) -> None:
    caller, route = await a_reader(client, app), f"v1/report-types/{released['type']}/{released['version']}"
    answer = await caller.get(route)
    assert answer.headers["Cache-Control"] == "private, max-age=31536000, immutable"
    assert not answer.headers["ETag"].startswith("W/")
    said = answer.json
    assert said.pop("etag") == answer.headers["ETag"]
    assert said["rules"] == released["rules"]
    assert said["schema"] == released["schema"]
    assert [without_nulls(section) for section in said["sections"]] == [
        without_nulls(section) for section in released["sections"]
    ]
    assert (await caller.get(route, headers={"If-None-Match": answer.headers["ETag"]})).status == 304


def without_nulls(value: Any) -> Any:
    if isinstance(value, list):
        return [without_nulls(inner) for inner in value]
    if isinstance(value, dict):
        return {name: without_nulls(inner) for name, inner in value.items() if inner is not None}
    return value
