"""Time to live and unique keys."""

from typing import Any

import pytest
from azure.cosmos import ContainerProxy, DatabaseProxy, PartitionKey
from azure.cosmos.exceptions import CosmosHttpResponseError, CosmosResourceExistsError, CosmosResourceNotFoundError

BY_FIELD = PartitionKey(path="/field")


def ids(container: ContainerProxy) -> list[str]:
    return sorted(container.query_items("SELECT VALUE c.id FROM c", partition_key="Volve"))


def an_item(identity: str, **more: Any) -> dict[str, Any]:
    return {"id": identity, "field": "Volve", **more}


@pytest.mark.parametrize(
    ("default", "left"),
    [(None, ["never", "own", "plain"]), (-1, ["never", "plain"]), (5, ["never"]), (20, ["never", "plain"])],
)
def test_what_is_left_after_ten_seconds(
    database: DatabaseProxy, clock: Any, default: int | None, left: list[str]
) -> None:
    container = database.create_container("c", BY_FIELD, default_ttl=default)
    container.create_item(an_item("plain"))
    container.create_item(an_item("own", ttl=10))
    container.create_item(an_item("never", ttl=-1))
    assert ids(container) == ["never", "own", "plain"]
    clock.now += 10
    assert ids(container) == left
    assert list(container.query_items("SELECT VALUE COUNT(1) FROM c", partition_key="Volve")) == [len(left)]
    assert sorted(item["id"] for item in container.read_all_items()) == left


def test_an_expired_item_is_missing_for_every_operation(database: DatabaseProxy, clock: Any) -> None:
    container = database.create_container("c", BY_FIELD, default_ttl=10)
    container.create_item(an_item("a"))
    clock.now += 10
    for missing in (
        lambda: container.read_item("a", "Volve"),
        lambda: container.replace_item("a", an_item("a")),
        lambda: container.delete_item("a", "Volve"),
        lambda: container.patch_item("a", "Volve", [{"op": "set", "path": "/n", "value": 1}]),
    ):
        with pytest.raises(CosmosResourceNotFoundError):
            missing()
    assert container.create_item(an_item("a", n=2))["n"] == 2


def test_a_change_starts_the_time_anew(database: DatabaseProxy, clock: Any) -> None:
    container = database.create_container("c", BY_FIELD, default_ttl=10)
    container.create_item(an_item("a"))
    clock.now += 9
    container.patch_item("a", "Volve", [{"op": "set", "path": "/n", "value": 1}])
    clock.now += 9
    assert ids(container) == ["a"]


def test_a_new_default_applies_to_items_already_there(database: DatabaseProxy, clock: Any) -> None:
    container = database.create_container("c", BY_FIELD)
    container.create_item(an_item("plain"))
    container.create_item(an_item("own", ttl=100))
    clock.now += 50
    database.replace_container(container, BY_FIELD, default_ttl=10)
    assert ids(container) == ["own"]
    database.replace_container(container, BY_FIELD)
    assert ids(container) == ["own", "plain"]


@pytest.mark.parametrize("ttl", [0, -2, None, "10", 1.5, True, 2**31])
def test_a_bad_time_to_live_is_refused(wells: ContainerProxy, ttl: Any) -> None:
    with pytest.raises(CosmosHttpResponseError) as refused:
        wells.create_item(an_item("a", ttl=ttl))
    assert refused.value.status_code == 400


@pytest.fixture
def people(database: DatabaseProxy) -> ContainerProxy:
    policy = {"uniqueKeys": [{"paths": ["/mail"]}, {"paths": ["/name/first", "/name/last"]}]}
    return database.create_container("people", BY_FIELD, unique_key_policy=policy, default_ttl=-1)


def test_a_unique_value_is_taken_once_per_partition_key(people: ContainerProxy) -> None:
    people.create_item(an_item("a", mail="x", name={"first": "A"}))
    with pytest.raises(CosmosResourceExistsError) as taken:
        people.create_item(an_item("b", mail="x", name={"first": "B"}))
    assert "Unique index constraint violation." in str(taken.value)
    with pytest.raises(CosmosResourceExistsError):
        people.create_item(an_item("b", mail="y", name={"first": "A"}))
    people.create_item({"id": "b", "field": "Snorre", "mail": "x", "name": {"first": "A"}})
    assert ids(people) == ["a"]


def test_a_missing_value_counts_as_null(people: ContainerProxy) -> None:
    people.create_item(an_item("a"))
    with pytest.raises(CosmosResourceExistsError):
        people.create_item(an_item("b", mail=None, name={"first": "B"}))


def test_a_unique_value_is_free_again_after_change_deletion_or_expiry(people: ContainerProxy, clock: Any) -> None:
    people.create_item(an_item("a", mail="x"))
    people.replace_item("a", an_item("a", mail="y"))
    people.create_item(an_item("b", mail="x", name={"first": "B"}))
    people.delete_item("b", "Volve")
    people.create_item(an_item("c", mail="x", name={"first": "C"}, ttl=5))
    clock.now += 5
    people.create_item(an_item("d", mail="x", name={"first": "C"}))
    assert ids(people) == ["a", "d"]


def test_a_refused_replace_keeps_the_old_values(people: ContainerProxy) -> None:
    people.create_item(an_item("a", mail="x"))
    people.create_item(an_item("b", mail="y", name={"first": "B"}))
    with pytest.raises(CosmosResourceExistsError):
        people.replace_item("b", an_item("b", mail="x", name={"first": "B"}))
    assert people.read_item("b", "Volve")["mail"] == "y"
    with pytest.raises(CosmosResourceExistsError):
        people.create_item(an_item("c", mail="y", name={"first": "C"}))
