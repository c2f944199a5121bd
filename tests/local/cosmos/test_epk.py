"""Effective partition keys agree with the SDK, which routes by its own computation."""

from typing import Any

import pytest
from azure.cosmos.partition_key import NonePartitionKeyValue, PartitionKey
from hypothesis import given
from hypothesis import strategies as st

from local.cosmos import epk
from local.cosmos.ranges import Layout

SCALARS = [
    "", "a", "x" * 15, "y" * 16, "z" * 17, "k" * 300, "well \u00fc \u20ac \U0001d11e",
    0, 1, -1, 1.5, -0.5, 1e300, 123456789, True, False, None,
]  # fmt: skip


@pytest.mark.parametrize("value", SCALARS)
def test_a_single_key_hashes_like_in_the_sdk(value: Any) -> None:
    assert epk.effective_key([value], "Hash", 2) == PartitionKey(path="/a")._get_effective_partition_key_string([value])


@given(st.lists(st.one_of(st.text(), st.integers(-(2**53), 2**53), st.booleans(), st.none()), min_size=1, max_size=3))
def test_a_hierarchical_key_hashes_like_in_the_sdk(values: list[Any]) -> None:
    definition = PartitionKey(path=["/a", "/b", "/c"])
    assert epk.effective_key(values, "MultiHash", 2) == definition._get_effective_partition_key_string(values)


def test_an_undefined_key_hashes_like_in_the_sdk() -> None:
    expected = PartitionKey(path="/a")._get_effective_partition_key_string([NonePartitionKeyValue])
    assert epk.effective_key([{}], "Hash", 2) == expected


@pytest.mark.parametrize("value", ["", "a", "x" * 99, "\u00fc", 1, 1.5, 0, True, False])
def test_a_version_1_key_hashes_like_in_the_sdk(value: Any) -> None:
    expected = PartitionKey(path="/a", version=1)._get_effective_partition_key_string([value])
    assert epk.effective_key([value], "Hash", 1) == str(expected).upper()


@pytest.mark.parametrize(("kind", "version"), [("Hash", 1), ("Hash", 2), ("MultiHash", 2)])
def test_ranges_cover_the_ring_in_order_and_are_all_used(kind: str, version: int) -> None:
    bounds = [one.low for one in Layout.of_equal_ranges(4, kind, version).ranges] + ["FF"]
    assert bounds[0] == "" and bounds[-1] == "FF" and bounds == sorted(bounds)
    effective = [epk.effective_key([f"key {n}"], kind, version) for n in range(200)]
    used = {sum(bound <= key for bound in bounds) for key in effective}
    assert used == {1, 2, 3, 4}
