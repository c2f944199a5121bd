"""Patterns agree with regular expressions where both know the syntax, and no pattern is ever slow."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.document_types import patterns
from shared.document_types.patterns import MAX_PATTERN, MAX_TEXT, matches, parse, safe_pattern

ATOMS = st.sampled_from(
    ["a", "b", "-", ".", r"\d", r"\w", r"\.", r"\\", "[ab]", "[^a]", "[a-c1-3]", "[a-]", r"[\d_]", r"[\]a]"]
)
COUNTS = st.sampled_from(["", "?", "*", "+", "{2}", "{0}", "{1,3}", "{0,2}"])
PATTERNS = st.lists(st.tuples(ATOMS, COUNTS), max_size=6).map(lambda parts: "".join(a + c for a, c in parts))
TEXTS = st.text(alphabet="abc123-._\\]\u00e5\u0663", max_size=8)


@given(PATTERNS, TEXTS)
def test_it_means_what_a_regular_expression_means(pattern: str, text: str) -> None:
    expected = re.fullmatch(pattern, text, re.ASCII | re.DOTALL) is not None
    assert matches(pattern, text) is expected


@pytest.mark.parametrize(
    ("pattern", "fits", "does_not"),
    [
        (r"[A-Z]{2}-\d{4}", "NO-1234", "no-1234"),
        (r"\d+", "123", "\u0661\u0662\u0663"),
        (r"[ÆØÅ]+", "ÆØÅ", "A"),
        (r"15/9-F-\d{1,2}", "15/9-F-12", "15/9-F-123"),
        ("", "", "a"),
    ],
)
def test_the_whole_text_matches(pattern: str, fits: str, does_not: str) -> None:
    assert matches(pattern, fits)
    assert not matches(pattern, does_not)


@pytest.mark.parametrize(
    "pattern",
    [
        "(a+)+", "a|b", "^a", "a$", "*", "a**", "a{2}{3}", "a{,3}", "a{3,1}", "a{1,", "a{1000}", "[", "[]", "[^]", "[a", "a]",
        "[z-a]", r"\b", r"\1", r"\s", "\\", "[\\", r"[\d-z", "[[:alpha:]]", "a{999}", "{2}", "+", "(?=a)", "a}", "[a-\\", "\u0661{\u0662}",
    ],
)  # fmt: skip
def test_what_it_does_not_know_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        safe_pattern(pattern)


@given(st.text(max_size=MAX_PATTERN), st.text(max_size=20))
def test_any_text_is_a_pattern_or_refused(pattern: str, text: str) -> None:
    try:
        safe_pattern(pattern)
    except ValueError:
        return
    assert matches(pattern, text) in {True, False}


@pytest.mark.parametrize("pattern", [".*" * 50, "a*" * 49 + "b", "a?" * 50, "[a-z]*" * 16 + "!", "a{0,8}" * 16])
def test_no_pattern_can_be_slow(pattern: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work is counted, not time: never more than one look at each state for each character."""
    looks = 0
    reads = patterns._State.reads

    def counting(self: patterns._State, letter: str) -> bool:
        nonlocal looks
        looks += 1
        return reads(self, letter)

    monkeypatch.setattr(patterns._State, "reads", counting)
    matches(pattern, "a" * MAX_TEXT + "?")
    assert 0 < looks <= len(parse(pattern)) * (MAX_TEXT + 1)
