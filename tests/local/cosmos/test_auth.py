"""Only requests signed with the master key, or with a directory token for items, are served."""

import base64
import json
import time
from typing import Any
from urllib.parse import quote

import pytest
from azure.cosmos import ContainerProxy, CosmosClient, DatabaseProxy
from azure.cosmos.exceptions import CosmosHttpResponseError

from local.cosmos.engine import Engine
from local.cosmos.options import Options
from local.cosmos.transport import EngineTransport


def a_token(expires: float) -> str:
    claims = base64.urlsafe_b64encode(json.dumps({"exp": expires}).encode()).decode().rstrip("=")
    return quote(f"type=aad&ver=1.0&sig=e30.{claims}.e30", safe="")


def test_another_key_is_refused(engine: Engine, url: str) -> None:
    wrong = base64.b64encode(b"x" * 64).decode()
    with pytest.raises(CosmosHttpResponseError) as refused:
        CosmosClient(url, wrong, transport=EngineTransport(engine))
    assert refused.value.status_code == 401


def test_an_unsigned_request_is_refused(engine: Engine) -> None:
    assert engine.handle("GET", "/dbs", {}, b"").status == 401


def test_a_signature_for_another_path_is_refused(call: Any, engine: Engine, wells: ContainerProxy) -> None:
    headers: dict[str, str] = {}

    def keep(method: str, path: str, sent: dict[str, str], body: bytes) -> Any:
        headers.update(sent)
        return Engine.handle(engine, method, path, sent, body)

    engine.handle = keep  # type: ignore[method-assign]
    assert call("GET", "/dbs/oilfield").status == 200
    assert engine.handle("GET", "/dbs/oilfield/colls/wells", headers, b"").status == 401
    assert engine.handle("DELETE", "/dbs/oilfield", headers, b"").status == 401


def test_names_with_blanks_and_accents_are_signed_as_they_are(client: CosmosClient) -> None:
    database = client.create_database("champs p\u00e9troliers 100% & co")
    assert database.read()["id"] == "champs p\u00e9troliers 100% & co"


def test_resources_can_be_addressed_by_resource_id(call: Any, database: DatabaseProxy, wells: ContainerProxy) -> None:
    rid = wells.read()["_self"].strip("/")
    assert json.loads(call("GET", f"/{rid}").body)["id"] == "wells"


def test_without_authorisation_everything_is_served() -> None:
    engine = Engine.open(":memory:", Options(authorise=False))
    assert engine.handle("GET", "/dbs", {}, b"").status == 200
    engine.close()


def test_a_directory_token_reads_items_but_creates_no_database(engine: Engine) -> None:
    headers = {"authorization": a_token(time.time() + 60)}
    assert engine.handle("GET", "/dbs", dict(headers), b"").status == 200
    refused = engine.handle("POST", "/dbs", dict(headers), b'{"id":"x"}')
    assert refused.status == 403
    assert refused.headers["x-ms-substatus"] == "5300"


@pytest.mark.parametrize("token", [a_token(1.0), quote("type=aad&ver=1.0&sig=nonsense"), "type%3Dresource%26ver%3D1"])
def test_an_expired_broken_or_unknown_token_is_refused(engine: Engine, token: str) -> None:
    assert engine.handle("GET", "/dbs", {"authorization": token}, b"").status == 401
