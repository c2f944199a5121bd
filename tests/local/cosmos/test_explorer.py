"""The page that shows the data, and what it asks for."""

import json
from typing import Any

import pytest
from azure.cosmos import ContainerProxy

from local.cosmos.engine import Engine
from local.cosmos.wire import Response


def ask(engine: Engine, **wanted: Any) -> Response:
    return engine.handle("POST", "/_local/explorer/query", {}, json.dumps(wanted).encode())


@pytest.fixture
def filled(wells: ContainerProxy) -> ContainerProxy:
    for number in range(5):
        wells.create_item({"id": str(number), "field": "Volve" if number else "Draugen", "n": number})
    return wells


@pytest.mark.parametrize(
    ("path", "kind"), [("", "text/html"), ("/", "text/html"), ("/explorer.css", "text/css"), ("/explorer.js", "text/javascript")]
)  # fmt: skip
def test_the_page_runs_nothing_but_its_own_script(engine: Engine, path: str, kind: str) -> None:
    answer = engine.handle("GET", f"/_local/explorer{path}", {}, b"")
    assert answer.status == 200
    assert answer.headers["content-type"].startswith(kind)
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert b"<script>" not in answer.body
    assert b"innerHTML" not in answer.body


def test_it_lists_what_is_there(engine: Engine, filled: ContainerProxy) -> None:
    (database,) = json.loads(engine.handle("GET", "/_local/explorer/data", {}, b"").body)
    (container,) = database["containers"]
    assert (database["id"], container["id"], container["items"]) == ("oilfield", "wells", 5)
    assert container["key"] == ["/field"]
    assert container["definition"] == filled.read()


def test_it_pages_through_a_query_over_everything(engine: Engine, filled: ContainerProxy) -> None:
    wanted = {"database": "oilfield", "container": filled.id, "query": "SELECT VALUE c.n FROM c ORDER BY c.n DESC"}
    rows: list[int] = []
    token = None
    while True:
        answer = json.loads(ask(engine, **wanted, page=2, continuation=token).body)
        rows += answer["rows"]
        assert answer["estimatedCharge"] > 0
        token = answer["continuation"]
        if token is None:
            break
    assert rows == [4, 3, 2, 1, 0]


def test_it_can_stay_in_one_partition(engine: Engine, filled: ContainerProxy) -> None:
    answer = ask(engine, database="oilfield", container=filled.id, query="SELECT VALUE c.id FROM c", key=["Draugen"])
    assert json.loads(answer.body)["rows"] == ["0"]


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"query": "DELETE FROM c"}, 400),
        ({"query": None}, 400),
        ({"container": "none"}, 404),
        ({"page": 0}, 400),
        ({"continuation": "xyz"}, 400),
        ({"verb": "PUT"}, 400),
    ],
)
def test_what_it_cannot_do_it_says(engine: Engine, filled: ContainerProxy, change: dict[str, Any], status: int) -> None:
    wanted = {"database": "oilfield", "container": filled.id, "query": "SELECT * FROM c", **change}
    answer = ask(engine, **wanted)
    assert answer.status == status
    assert json.loads(answer.body)["message"]


def test_it_is_not_for_pages_of_other_sites(engine: Engine) -> None:
    foreign = {"host": "127.0.0.1:1", "origin": "https://evil.example"}
    assert engine.handle("GET", "/_local/explorer/data", foreign, b"").status == 403
    assert engine.handle("PUT", "/_local/explorer/data", {}, b"").status == 404
