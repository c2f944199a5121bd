"""Only requests signed with the master key, or with a directory token for items, are served."""

import base64
import hmac
import json
import time
from email.utils import formatdate
from typing import Any
from urllib.parse import quote

import pytest
from azure.cosmos import ContainerProxy, CosmosClient, DatabaseProxy
from azure.cosmos.exceptions import CosmosHttpResponseError

from local.cosmos.engine import Engine
from local.cosmos.options import EMULATOR_KEY, Options
from local.cosmos.transport import EngineTransport
from tests.local.cosmos.signing import sign


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


def signed(**changed: Any) -> dict[str, str]:
    return {"host": "local", **sign("GET", "colls", "dbs/oilfield/colls/wells", **changed)}


def test_a_signature_is_good_for_what_it_signs_and_nothing_else(engine: Engine, wells: ContainerProxy) -> None:
    path = "/dbs/oilfield/colls/wells"
    assert engine.handle("GET", path, signed(), b"").status == 200
    assert engine.handle("GET", "/dbs/oilfield/colls/Wells", signed(), b"").status == 401
    assert engine.handle("GET", "/dbs/oilfield", signed(), b"").status == 401
    assert engine.handle("GET", f"{path}/docs", signed(), b"").status == 401
    assert engine.handle("DELETE", path, signed(), b"").status == 401
    later = formatdate(time.time() + 5, usegmt=True)
    assert engine.handle("GET", path, {**signed(), "x-ms-date": later}, b"").status == 401
    assert engine.handle("GET", path, signed(key=base64.b64encode(b"y" * 64).decode()), b"").status == 401
    cut = signed()["authorization"][:-6]
    assert engine.handle("GET", path, {**signed(), "authorization": cut}, b"").status == 401


@pytest.mark.parametrize("minutes", [-60, -16, 16, 60])
def test_a_signature_of_another_time_is_refused(
    engine: Engine, wells: ContainerProxy, minutes: int, message: Any
) -> None:
    refused = engine.handle("GET", "/dbs/oilfield/colls/wells", signed(at=time.time() + 60 * minutes), b"")
    assert refused.status == 403 and "x-ms-substatus" not in refused.headers
    assert "is not valid at the current time" in message(refused)


@pytest.mark.parametrize("minutes", [-14, 14])
def test_clocks_may_differ_a_little(engine: Engine, wells: ContainerProxy, minutes: int) -> None:
    served = engine.handle("GET", "/dbs/oilfield/colls/wells", signed(at=time.time() + 60 * minutes), b"")
    assert served.status == 200


def test_a_signature_needs_a_date(engine: Engine, message: Any) -> None:
    text = b"get\ncolls\ndbs/oilfield/colls/wells\n\n\n"
    mac = base64.b64encode(hmac.digest(base64.b64decode(EMULATOR_KEY), text, "sha256")).decode()
    headers = {"authorization": quote(f"type=master&ver=1.0&sig={mac}", safe="")}
    refused = engine.handle("GET", "/dbs/oilfield/colls/wells", headers, b"")
    assert refused.status == 401 and "date" in message(refused)


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
