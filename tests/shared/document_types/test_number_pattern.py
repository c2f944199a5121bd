import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.document_types.number_pattern import MAX_NUMBER, NumberParts, NumberPattern, folded, manual_number
from shared.errors import Invalid

PARTS = NumberParts(type="DRL", year=2026, site="NO-15/9-A", discipline="W")


def fields_of(error: pytest.ExceptionInfo[Invalid]) -> list[str]:
    return [found.field for found in error.value.fields]


@pytest.mark.parametrize(
    ("pattern", "sequence", "number"),
    [
        ("{site}-{type}-{year}-{seq:4}", 7, "NO-15/9-A-DRL-2026-0007"),
        ("{seq:1}", 12, "12"),
        ("{seq:3}", 1000, "1000"),
        ("PC.{discipline}/{seq:2}_x", 5, "PC.W/05_x"),
        ("{year}{year}-{seq:8}", 1, "20262026-00000001"),
    ],
)
def test_numbers(pattern: str, sequence: int, number: str) -> None:
    assert NumberPattern.parse(pattern).render(PARTS, sequence) == number


@pytest.mark.parametrize(
    "pattern",
    ["", "{type}", "{seq:4}{seq:4}", "{seq}", "{seq:0}", "{seq:9}", "{seq:04}", "{SEQ:4}", "{person}-{seq:4}", "{seq:4", "a b{seq:4}",
     "Å{seq:4}", "{seq:\u0664}", "{{type}}{seq:4}", "{seq:4}\n", "x" * 57 + "{seq:4}", "{type.__class__}{seq:4}", "{0}{seq:4}"],
)  # fmt: skip
def test_what_is_no_pattern_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        NumberPattern.parse(pattern)


@given(st.text(max_size=80))
def test_any_text_is_a_pattern_or_refused(text: str) -> None:
    try:
        pattern = NumberPattern.parse(text)
    except ValueError:
        return
    assert pattern.render(PARTS, 1)


@pytest.mark.parametrize(("token", "field"), [("site", "siteId"), ("discipline", "discipline")])
def test_what_the_number_is_made_with_must_be_there(token: str, field: str) -> None:
    with pytest.raises(Invalid) as refused:
        NumberPattern.parse(f"{{{token}}}-{{seq:4}}").render(NumberParts(type="DRL", year=2026), 1)
    assert fields_of(refused) == [field]


def test_a_number_is_never_longer_than_may_be() -> None:
    pattern = NumberPattern.parse("{site}-{seq:4}")
    assert len(pattern.render(NumberParts("DRL", 2026, site="x" * (MAX_NUMBER - 5)), 9999)) == MAX_NUMBER
    with pytest.raises(Invalid) as refused:
        pattern.render(NumberParts("DRL", 2026, site="x" * (MAX_NUMBER - 5)), 10000)
    assert fields_of(refused) == ["number"]


def test_numbers_that_differ_in_their_sequence_alone_are_one_series() -> None:
    wide, narrow = NumberPattern.parse("{type}-{seq:6}"), NumberPattern.parse("{type}-{seq:2}")
    assert wide.series(PARTS) == narrow.series(PARTS)
    yearly = NumberPattern.parse("{type}-{year}-{seq:4}")
    assert yearly.series(PARTS) != yearly.series(NumberParts("DRL", 2027))


def test_a_site_whose_code_looks_like_a_token_is_only_a_name() -> None:
    assert NumberPattern.parse("{site}-{seq:2}").render(NumberParts("DRL", 2026, site="{seq}"), 3) == "{seq}-03"


@pytest.mark.parametrize("number", ["", "  ", "x" * 61, "A\u200b1", "A\n1", "A\u202e1", "\ud800"])
def test_numbers_by_hand_can_be_read_aloud(number: str) -> None:
    with pytest.raises(Invalid) as refused:
        manual_number(number)
    assert fields_of(refused) == ["number"]


def test_numbers_by_hand_are_composed_and_compared_by_letter() -> None:
    assert manual_number(" A\u030a-1 ") == "\u00c5-1"
    assert folded("\uff24\uff32\uff2c-\uff11") == folded("drl-1")
    assert folded("DRL-1") != folded("DRL-2")
