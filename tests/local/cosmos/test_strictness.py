"""What the service refuses is refused here, as the unmodified SDK tells it: the whole table in one place."""

from collections.abc import Callable
from typing import Any

import pytest
from azure.cosmos import ContainerProxy, CosmosClient, DatabaseProxy, PartitionKey
from azure.cosmos.aio import CosmosClient as AsyncCosmosClient
from azure.cosmos.exceptions import CosmosHttpResponseError

from local.cosmos.engine import Engine
from local.cosmos.options import EMULATOR_KEY, Options
from local.cosmos.transport import EngineTransport

POLICY = {
    "includedPaths": [{"path": "/*"}],
    "excludedPaths": [{"path": "/notes/?"}],
    "compositeIndexes": [[{"path": "/n", "order": "ascending"}, {"path": "/depth", "order": "ascending"}]],
}
EVERYWHERE = {"enable_cross_partition_query": True}
INSIDE = {"partition_key": "Volve"}
UNSUPPORTED = "Query contains the following features, which the calling client does not support: "
NOT_A_PATH = "ORDER BY item expression could not be mapped to a document path."
NO_COMPOSITE = "does not have a corresponding composite index that it can be served from."


@pytest.fixture
def strict(database: DatabaseProxy) -> ContainerProxy:
    """Items by `/field`, a unique mail per field, a composite index over n and depth, notes not indexed."""
    unique = {"uniqueKeys": [{"paths": ["/mail"]}]}
    container = database.create_container(
        "strict", PartitionKey(path="/field"), indexing_policy=POLICY, unique_key_policy=unique
    )
    container.create_item({"id": "a", "field": "Volve", "mail": "a@x", "n": 1, "depth": 2})
    container.create_item({"id": "b", "field": "Snorre", "mail": "a@x", "n": 2, "depth": 1})
    return container


def refusal(attempt: Callable[[], Any]) -> CosmosHttpResponseError:
    with pytest.raises(CosmosHttpResponseError) as refused:
        attempt()
    return refused.value


@pytest.mark.parametrize(
    ("text", "scope", "words"),
    [
        ("SELECT * FROM c", {}, "Cross partition query is required but disabled."),
        ("SELECT * FROM c", {"partition_key": None}, "Cross partition query is required but disabled."),
        ("SELECT * FROM c WHERE c.field IN ('Volve', 'Snorre')", {}, "Cross partition query is required but disabled."),
        ("SELECT c.n FROM c GROUP BY c.n", EVERYWHERE, UNSUPPORTED + "GroupBy"),
        ("SELECT COUNT(1) FROM c", EVERYWHERE, UNSUPPORTED + "NonValueAggregate"),
        ("SELECT COUNT(1) AS a, MAX(c.n) AS b FROM c", EVERYWHERE, "MultipleAggregates"),
        ("SELECT * FROM c ORDER BY c.n, c.depth DESC", INSIDE, NO_COMPOSITE),
        ("SELECT * FROM c ORDER BY c.depth, c.n", INSIDE, NO_COMPOSITE),
        ("SELECT * FROM c ORDER BY c.n, c.depth, c.id", INSIDE, NO_COMPOSITE),
        ("SELECT * FROM c ORDER BY c.id, c.n", EVERYWHERE, NO_COMPOSITE),
        ("SELECT * FROM c ORDER BY c.n + 1", INSIDE, NOT_A_PATH),
        ("SELECT * FROM c ORDER BY LOWER(c.id)", EVERYWHERE, NOT_A_PATH),
        ("SELECT * FROM c ORDER BY c.notes", INSIDE, "order-by item is excluded."),
        ("SELECT * FROM c JOIN t IN c.tags", INSIDE, "'SELECT *' is only valid with a single input set."),
        ("SELECT * FROM c GROUP BY c.n", INSIDE, "'SELECT *' is not allowed with GROUP BY."),
        ("SELECT VALUE COUNT(1) + 1 FROM c", INSIDE, "Compositions of aggregates and other expressions"),
        ("SELECT VALUE NOSUCH(c.n) FROM c", INSIDE, "'NOSUCH' is not a recognized built-in function name."),
    ],
)
def test_a_query_the_service_refuses(strict: ContainerProxy, text: str, scope: dict[str, Any], words: str) -> None:
    refused = refusal(lambda: list(strict.query_items(text, **scope)))
    assert refused.status_code == 400
    assert words in str(refused)


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("SELECT * FROM c WHERE c.field = 'Volve'", {}),
        ("SELECT c.n, COUNT(1) AS m FROM c GROUP BY c.n", INSIDE),
        ("SELECT COUNT(1) AS a, MAX(c.n) AS b FROM c", INSIDE),
        ("SELECT * FROM c ORDER BY c.n, c.depth", INSIDE),
        ("SELECT * FROM c ORDER BY c.n DESC, c.depth DESC", INSIDE),
        ("SELECT * FROM c ORDER BY c.n", INSIDE),
    ],
)
def test_its_neighbour_is_served(strict: ContainerProxy, text: str, scope: dict[str, Any]) -> None:
    assert len(list(strict.query_items(text, **scope))) == 1


async def test_the_asynchronous_client_meets_the_same_refusals(
    strict: ContainerProxy, async_client: AsyncCosmosClient
) -> None:
    container = async_client.get_database_client("oilfield").get_container_client("strict")
    for text in ("SELECT c.n FROM c GROUP BY c.n", "SELECT COUNT(1) FROM c", "SELECT * FROM c ORDER BY c.depth, c.n"):
        with pytest.raises(CosmosHttpResponseError) as refused:
            [row async for row in container.query_items(text)]
        assert refused.value.status_code == 400
    assert [row["id"] async for row in container.query_items("SELECT * FROM c ORDER BY c.n, c.depth")] == ["a", "b"]


@pytest.mark.parametrize("name", ["", "n/m", "n\\m", "n?m", "n#m", "n" * 1024, "\u00e9" * 512])
def test_an_id_the_service_refuses(strict: ContainerProxy, call: Any, name: str) -> None:
    body = {"id": name, "field": "Volve", "mail": "other"}  # past the SDK, which refuses some of these itself
    assert call("POST", "/dbs/oilfield/colls/strict/docs", body, key=["Volve"]).status == 400


def test_the_longest_id_is_taken(strict: ContainerProxy) -> None:
    assert strict.create_item({"id": "n" * 1023, "field": "Volve", "mail": "other"})


def test_sizes_and_counts_beyond_the_limits(strict: ContainerProxy, database: DatabaseProxy) -> None:
    large = {"id": "large", "field": "Volve", "mail": "l@x", "text": "x" * 2_097_152}
    assert refusal(lambda: strict.create_item(large)).status_code == 413
    assert strict.create_item({**large, "text": "x" * 2_000_000})["id"] == "large"
    several = [("read", ("a",))] * 101
    assert refusal(lambda: strict.execute_item_batch(several, "Volve")).status_code == 400
    assert refusal(lambda: strict.execute_item_batch([], "Volve")).status_code == 400
    halves = [("upsert", ({"id": f"{n}", "field": "Volve", "mail": f"{n}", "text": "x" * 1_100_000},)) for n in (1, 2)]
    assert refusal(lambda: strict.execute_item_batch(halves, "Volve")).status_code == 413
    changes = [{"op": "incr", "path": "/n", "value": 1}] * 11
    assert refusal(lambda: strict.patch_item("a", "Volve", changes)).status_code == 400
    assert strict.patch_item("a", "Volve", changes[:10])["n"] == 11
    levels = PartitionKey(path=["/a", "/b", "/c", "/d"])
    assert refusal(lambda: database.create_container("deep", levels)).status_code == 400


def test_a_key_that_is_not_the_items_own(strict: ContainerProxy, pages: ContainerProxy, call: Any) -> None:
    path = "/dbs/oilfield/colls/{}/docs"
    wrong = call("POST", path.format("strict"), {"id": "x", "field": "Volve"}, key=["Snorre"])
    assert (wrong.status, wrong.headers["x-ms-substatus"]) == (400, "1001")
    short = call("POST", path.format("pages"), {"id": "x", "organisation": "o", "document": "d"}, key=["o"])
    assert (short.status, short.headers["x-ms-substatus"]) == (400, "1001")
    assert call("GET", path.format("pages") + "/x", key=["o"]).status == 400
    for change in ("/id", "/field"):
        refused = refusal(
            lambda path=change: strict.patch_item("a", "Volve", [{"op": "set", "path": path, "value": "z"}])
        )
        assert refused.status_code == 400
    moved = call("PUT", f"{path.format('strict')}/a", {"id": "a", "field": "Snorre", "mail": "m"}, key=["Volve"])
    assert (moved.status, moved.headers["x-ms-substatus"]) == (400, "1001")


def test_a_unique_value_taken_already(strict: ContainerProxy, database: DatabaseProxy, call: Any) -> None:
    taken = refusal(lambda: strict.create_item({"id": "c", "field": "Volve", "mail": "a@x"}))
    assert taken.status_code == 409 and "Unique index constraint violation." in str(taken)
    body = {**strict.read(), "uniqueKeyPolicy": {"uniqueKeys": [{"paths": ["/name"]}]}}
    assert call("PUT", "/dbs/oilfield/colls/strict", body).status == 400
    changed = refusal(lambda: database.replace_container("strict", PartitionKey(path="/other")))
    assert changed.status_code == 400


def test_throughput_on_a_serverless_account(clock: Any, url: str) -> None:
    engine = Engine.open(":memory:", Options(serverless=True, clock=clock))
    words = "is not supported for serverless accounts."
    setting = "Setting offer throughput or autopilot on container " + words
    with CosmosClient(url, EMULATOR_KEY, transport=EngineTransport(engine)) as client:
        database = client.create_database("d")
        container = database.create_container("c", PartitionKey(path="/id"))
        key = PartitionKey(path="/id")
        for attempt, expected in (
            (lambda: database.create_container("e", key, offer_throughput=400), setting),
            (lambda: client.create_database("e", offer_throughput=400), setting),
            (container.get_throughput, "Reading or replacing offers " + words),
            (lambda: container.replace_throughput(500), "Reading or replacing offers " + words),
        ):
            refused = refusal(attempt)
            assert refused.status_code == 400 and expected in str(refused)
    engine.close()
