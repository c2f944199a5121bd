"""Partial updates."""

from typing import Any

import pytest
from azure.cosmos import ContainerProxy
from azure.cosmos.exceptions import CosmosAccessConditionFailedError, CosmosHttpResponseError

from local.cosmos.errors import CosmosError
from local.cosmos.patch import apply_patch

KEY = (("field",),)


def an_item() -> dict[str, Any]:
    return {"id": "a", "field": "Volve", "n": 1, "name": "A", "list": [1, 2, 3], "deep": {"x": 1}, "a/b": 1}


def op(name: str, path: str, **more: Any) -> dict[str, Any]:
    return {"op": name, "path": path, **more}


@pytest.mark.parametrize(
    ("operation", "path", "expected"),
    [
        (op("add", "/new", value=1), "new", 1),
        (op("add", "/list/0", value=0), "list", [0, 1, 2, 3]),
        (op("add", "/list/-", value=4), "list", [1, 2, 3, 4]),
        (op("set", "/list/0", value=0), "list", [0, 2, 3]),
        (op("set", "/name", value=None), "name", None),
        (op("set", "/deep/y", value=2), "deep", {"x": 1, "y": 2}),
        (op("replace", "/deep", value=[]), "deep", []),
        (op("remove", "/list/1"), "list", [1, 3]),
        (op("incr", "/n", value=-2.5), "n", -1.5),
        (op("incr", "/count", value=2), "count", 2),
        (op("move", "/moved", **{"from": "/deep/x"}), "moved", 1),
        (op("set", "/a~1b", value=2), "a/b", 2),
    ],
)
def test_an_operation_does_what_it_says(operation: dict[str, Any], path: str, expected: Any) -> None:
    changed = apply_patch(an_item(), {"operations": [operation]}, KEY)
    assert changed[path] == expected


@pytest.mark.parametrize(
    "operation",
    [
        op("replace", "/missing", value=1), op("remove", "/missing"), op("remove", "/list/9"), op("incr", "/name", value=1),
        op("incr", "/n", value="1"), op("incr", "/n", value=True), op("add", "/missing/leaf", value=1), op("set", "/n/x", value=1),
        op("add", "/list/9", value=1), op("add", "/n"), op("frobnicate", "/n", value=1), op("set", "n", value=1), op("set", "/", value=1),
        op("set", "/id", value="b"), op("set", "/field", value="x"), op("remove", "/_etag"), op("move", "/field", **{"from": "/n"}),
        op("move", "/deep/x/y", **{"from": "/deep"}), op("move", "/x"), "text", {"op": "set"}, {"op": ["set"], "path": "/n", "value": 1},
    ],
)  # fmt: skip
def test_an_operation_that_cannot_be_applied_is_refused(operation: Any) -> None:
    with pytest.raises(CosmosError) as refused:
        apply_patch(an_item(), {"operations": [operation]}, KEY)
    assert refused.value.status == 400


@pytest.mark.parametrize("change", [[], {}, {"operations": []}, {"operations": [op("incr", "/n", value=1)] * 11}])
def test_a_patch_has_one_to_ten_operations(change: Any) -> None:
    with pytest.raises(CosmosError) as refused:
        apply_patch(an_item(), change, KEY)
    assert refused.value.status == 400


def test_a_patch_is_stored_whole_or_not_at_all(wells: ContainerProxy) -> None:
    wells.create_item(an_item())
    with pytest.raises(CosmosHttpResponseError):
        wells.patch_item("a", "Volve", [op("incr", "/n", value=1), op("remove", "/missing")])
    assert wells.read_item("a", "Volve")["n"] == 1
    assert wells.patch_item("a", "Volve", [op("incr", "/n", value=1)])["n"] == 2


def test_a_patch_under_a_condition(wells: ContainerProxy) -> None:
    wells.create_item(an_item())
    change = [op("set", "/name", value="B")]
    wells.patch_item("a", "Volve", change, filter_predicate="from c where c.name = 'A'")
    with pytest.raises(CosmosAccessConditionFailedError):
        wells.patch_item("a", "Volve", change, filter_predicate="from c where c.name = 'A'")
    with pytest.raises(CosmosHttpResponseError) as refused:
        wells.patch_item("a", "Volve", change, filter_predicate="from c where where")
    assert refused.value.status_code == 400
