import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.reports.diff import Change, ChangeKind, diff, moved_rows
from shared.reports.merge import merge
from shared.reports.rows import MISSING, pointer_of, same

BASE: dict[str, Any] = {
    "header": {"well": "F-12", "rig": "Inspirer"},
    "status": {"endMd": {"value": 3010, "unit": "m"}, "rop": None},
    "timeLog": [
        {"id": "a", "code": "drilling -- drill", "remark": 'Drilled 12 1/4" hole'},
        {"id": "b", "code": "drilling -- trip", "remark": None},
        {"id": "c", "code": "interruption -- repair", "remark": "TDS"},
    ],
}


def changed(**fields: Any) -> dict[str, Any]:
    return {**copy.deepcopy(BASE), **fields}


def rows(*ids: str, **remarks: str) -> list[dict[str, Any]]:
    known = {row["id"]: row for row in BASE["timeLog"]}
    return [{**known.get(one, {"id": one}), **({"remark": remarks[one]} if one in remarks else {})} for one in ids]


def test_fields_rows_and_moves_are_told_apart() -> None:
    after = changed(
        status={"endMd": {"value": 3020, "unit": "m"}},
        timeLog=rows("c", "a", "d", c="TDS again"),
        weather={"remark": "calm"},
    )
    assert diff(BASE, after) == [
        Change(ChangeKind.CHANGED, "/status/endMd", {"value": 3010, "unit": "m"}, {"value": 3020, "unit": "m"}),
        Change(ChangeKind.REMOVED, "/timeLog/id:b", BASE["timeLog"][1], None),
        Change(ChangeKind.MOVED, "/timeLog/id:c", 2, 0),
        Change(ChangeKind.CHANGED, "/timeLog/id:c/remark", "TDS", "TDS again"),
        Change(ChangeKind.ADDED, "/timeLog/id:d", None, {"id": "d"}),
        Change(ChangeKind.CHANGED, "/weather/remark", None, "calm"),
    ]


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ({"a": None}, {}, True),
        (0, None, False),
        (1, 1.0, True),
        (1, True, False),
        (False, 0, False),
        ([], None, False),
        ({"value": 1, "unit": "m"}, {"value": 1, "unit": "ft"}, False),
    ],
)
def test_null_is_absent_and_nothing_else(one: Any, other: Any, alike: bool) -> None:
    assert same(one, other) is alike
    assert same(other, one) is alike


def test_an_address_finds_its_row_wherever_it_stands() -> None:
    assert pointer_of(BASE, "/timeLog/id:c/remark") == "/timeLog/2/remark"
    assert pointer_of(changed(timeLog=rows("c")), "/timeLog/id:c/remark") == "/timeLog/0/remark"
    assert pointer_of(changed(timeLog=rows("a")), "/timeLog/id:c/remark") is None
    assert pointer_of(BASE, "/header/well") == "/header/well"


def test_changes_of_different_fields_and_rows_come_together() -> None:
    mine = changed(header={"well": "F-12 A", "rig": "Inspirer"}, timeLog=rows("a", "n", "b", "c", b="mine"))
    theirs = changed(header={"well": "F-12", "rig": "Other"}, timeLog=rows("c", "a", "b", c="theirs"))
    merged = merge(BASE, mine, theirs)
    assert merged.conflicts == []
    assert merged.payload["header"] == {"well": "F-12 A", "rig": "Other"}
    assert merged.payload["timeLog"] == rows("c", "a", "n", "b", b="mine", c="theirs")


def test_changes_of_one_field_are_a_conflict_that_keeps_both() -> None:
    mine, theirs = changed(timeLog=rows("a", "b", "c", c="mine")), changed(timeLog=rows("a", "b", "c", c="theirs"))
    merged = merge(BASE, mine, theirs)
    ((conflict),) = merged.conflicts
    assert (conflict.address, conflict.base, conflict.mine, conflict.theirs) == (
        "/timeLog/id:c/remark",
        "TDS",
        "mine",
        "theirs",
    )
    assert merged.payload == theirs


def test_a_quantity_is_one_value() -> None:
    """The figure of one and the unit of the other would be a third depth."""
    mine = changed(status={"endMd": {"value": 9875, "unit": "ft"}, "rop": None})
    theirs = changed(status={"endMd": {"value": 3020, "unit": "m"}, "rop": None})
    ((conflict),) = merge(BASE, mine, theirs).conflicts
    assert conflict.address == "/status/endMd"


@pytest.mark.parametrize("mine_removes", [True, False])
def test_a_row_removed_here_and_changed_there_is_kept_and_told(mine_removes: bool) -> None:
    removed, kept = changed(timeLog=rows("a", "b")), changed(timeLog=rows("a", "b", "c", c="new"))
    merged = merge(BASE, *((removed, kept) if mine_removes else (kept, removed)))
    assert [conflict.address for conflict in merged.conflicts] == ["/timeLog/id:c"]
    assert merged.payload["timeLog"] == rows("a", "b", "c", c="new")


def test_two_orders_are_a_conflict() -> None:
    merged = merge(BASE, changed(timeLog=rows("c", "a", "b")), changed(timeLog=rows("b", "a", "c")))
    ((conflict),) = merged.conflicts
    assert (conflict.mine, conflict.theirs) == ({"order": ["c", "a", "b"]}, {"order": ["b", "a", "c"]})
    assert merged.payload["timeLog"] == rows("b", "a", "c")


VALUES = (
    st.none()
    | st.integers(0, 3)
    | st.sampled_from(["x", "y"])
    | st.builds(lambda v: {"value": v, "unit": "m"}, st.integers(0, 3))
)
GROUP = st.dictionaries(st.sampled_from("pqr"), VALUES)
TABLE = st.lists(st.tuples(st.sampled_from("abcdef"), GROUP), unique_by=lambda row: row[0], max_size=6).map(
    lambda found: [{"id": row_id, **row} for row_id, row in found]
)
PAYLOAD = st.fixed_dictionaries({}, optional={"one": GROUP, "two": GROUP, "log": TABLE, "mud": TABLE})


def plain(payload: Any) -> Any:
    """Without what is null, for `same` makes no difference."""
    if isinstance(payload, dict):
        return {name: plain(value) for name, value in payload.items() if value is not None}
    return [plain(value) for value in payload] if isinstance(payload, list) else payload


@given(PAYLOAD, PAYLOAD)
def test_what_only_one_changed_is_as_they_left_it(base: Any, other: Any) -> None:
    assert merge(base, base, other).payload == other
    assert same(merge(base, other, base).payload, other)
    assert same(merge(base, other, copy.deepcopy(other)).payload, other)
    assert (
        not merge(base, base, other).conflicts
        + merge(base, other, base).conflicts
        + merge(base, other, other).conflicts
    )


@given(PAYLOAD, PAYLOAD, PAYLOAD)
def test_no_change_gets_lost_in_silence(base: Any, mine: Any, theirs: Any) -> None:
    """What I changed is in the merged payload as I have it, or there is a conflict about it or about its row."""
    merged = merge(base, mine, theirs)
    conflicts = {conflict.address for conflict in merged.conflicts}
    for change in diff(base, mine):
        if change.kind is ChangeKind.CHANGED and not any(change.address.startswith(address) for address in conflicts):
            assert same(at(merged.payload, change.address), change.after), change
    assert {row["id"] for row in merged.payload.get("log", [])} >= {
        row["id"] for row in mine.get("log", []) if row["id"] not in {row["id"] for row in base.get("log", [])}
    }


@given(PAYLOAD, PAYLOAD, PAYLOAD)
def test_it_does_not_matter_who_merges(base: Any, mine: Any, theirs: Any) -> None:
    here, there = merge(base, mine, theirs), merge(base, theirs, mine)
    assert {conflict.address for conflict in here.conflicts} == {conflict.address for conflict in there.conflicts}


@given(PAYLOAD, PAYLOAD)
def test_a_diff_is_empty_for_the_same_and_only_for_that(one: Any, other: Any) -> None:
    without_empty = [
        {name: value for name, value in plain(side).items() if value not in ({}, [])} for side in (one, other)
    ]
    assert (diff(one, other) == []) is (without_empty[0] == without_empty[1])


@given(st.permutations("abcdefg"))
def test_as_few_rows_as_possible_are_moved(order: list[str]) -> None:
    moved = moved_rows("abcdefg", order)
    assert [row_id for row_id in order if row_id not in moved] == sorted(set(order) - moved)
    kept = [row_id for row_id in order if row_id not in moved]
    assert not any(is_sorted_with(order, kept, extra) for extra in moved)


def is_sorted_with(order: list[str], kept: list[str], extra: str) -> bool:
    run = [row_id for row_id in order if row_id in {*kept, extra}]
    return run == sorted(run)


def at(payload: Any, address: str) -> Any:
    for step in address.split("/")[1:]:
        if isinstance(payload, list):
            payload = next((row for row in payload if row["id"] == step.removeprefix("id:")), MISSING)
        else:
            payload = payload.get(step) if isinstance(payload, dict) else None
    return payload
