"""The vectors are also run by the page (`web/tests/reports.test.ts`)."""

import json
import math
import struct
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.reports.receipt import canonical, number_text, receipt

VECTORS = json.loads((Path(__file__).parent / "vectors" / "receipt.json").read_text(encoding="utf-8"))
TEXT = st.text(st.characters(exclude_categories=["Cs"]))
JSON = st.recursive(
    st.none() | st.booleans() | st.floats(allow_nan=False, allow_infinity=False) | st.integers(-(2**53), 2**53) | TEXT,
    lambda inner: st.lists(inner) | st.dictionaries(TEXT, inner),
    max_leaves=20,
)


@pytest.mark.parametrize(("value", "text"), VECTORS["canonical"])
def test_canonical_json_is_that_of_the_standard(value: Any, text: str) -> None:
    assert canonical(value) == text


@pytest.mark.parametrize(("submit", "digest"), VECTORS["receipts"])
def test_receipts_are_those_of_the_page(submit: dict[str, Any], digest: str) -> None:
    assert _receipt(submit) == digest
    assert _receipt({**submit, "attachments": submit["attachments"][::-1]}) == digest


@pytest.mark.parametrize(
    "change", [{"revision": 4}, {"reportId": "02"}, {"payload": {}}, {"attachments": []}, {"reasons": {}}]
)
def test_a_receipt_is_for_all_that_was_submitted(change: dict[str, Any]) -> None:
    ((submit, digest),) = VECTORS["receipts"]
    assert _receipt({**submit, **change}) != digest


@given(JSON)
def test_canonical_json_says_the_same_and_says_it_in_one_way(value: Any) -> None:
    text = canonical(value)
    assert canonical(json.loads(text)) == text
    assert canonical(json.loads(json.dumps(value))) == text


@given(st.binary(min_size=8, max_size=8).map(lambda bits: struct.unpack("<d", bits)[0]).filter(math.isfinite))
def test_numbers_lose_nothing(value: float) -> None:
    assert float(number_text(value)) == value


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf, 10**400, "\ud800", {"\udc00": 1}])
def test_what_json_cannot_say_is_refused(value: Any) -> None:
    with pytest.raises(ValueError, match=r"."):
        canonical(value)


def _receipt(submit: dict[str, Any]) -> str:
    return receipt(
        report_id=submit["reportId"],
        revision=submit["revision"],
        definition=(submit["definition"]["type"], submit["definition"]["version"]),
        payload=submit["payload"],
        attachments=submit["attachments"],
        reasons=submit["reasons"],
    )
