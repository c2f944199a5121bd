"""Patterns for text fields: a small part of the syntax of regular expressions, matched in time proportional to text times pattern.

A pattern is a row of characters, each with an optional count: a literal, `.`, `\\d`, `\\w`, a class (`[A-Z0-9_]`, `[^ ]`), an escaped
sign; then `?`, `*`, `+`, `{n}` or `{m,n}`. No groups, alternatives, look-around or back references, and nothing is ever handed to
a backtracking engine: the matcher follows all possibilities at once, so no pattern and no text can make it slow.
The whole text has to match; large and small letters differ.
"""

import functools
import re
from dataclasses import dataclass

MAX_PATTERN = 100  # characters
MAX_STATES = 400  # repetitions written out
MAX_TEXT = 200  # characters a text may have that is held against a pattern

_COUNT = re.compile(r"\{(\d{1,3})(?:,(\d{1,3}))?\}", re.ASCII)
_SPECIAL = frozenset("\\.[]{}?*+()|^$")
_KINDS = {"d": (("0", "9"),), "w": (("0", "9"), ("A", "Z"), ("a", "z"), ("_", "_"))}
_ANYTHING = (("\0", "\U0010ffff"),)

Ranges = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class _State:
    """One character to be read. `may_skip`: it may be left out; `may_repeat`: it may come again."""

    ranges: Ranges
    negated: bool
    may_skip: bool
    may_repeat: bool

    def reads(self, letter: str) -> bool:
        return any(low <= letter <= high for low, high in self.ranges) is not self.negated


@functools.lru_cache(maxsize=256)
def parse(pattern: str) -> tuple[_State, ...]:
    """Errors: ValueError saying what is not understood."""
    states: list[_State] = []
    at = 0
    while at < len(pattern):
        ranges, negated, at = _atom(pattern, at)
        fewest, most, at = _count(pattern, at)
        states += [_State(ranges, negated, False, False)] * fewest
        if most is None:
            states.append(_State(ranges, negated, True, True))
        else:
            states += [_State(ranges, negated, True, False)] * (most - fewest)
        if len(states) > MAX_STATES:
            raise ValueError(f"repeats more than {MAX_STATES} characters")
    return tuple(states)


def matches(pattern: str, text: str) -> bool:
    """Does the whole text match? Errors: ValueError for a pattern that `parse` refuses."""
    states = parse(pattern)
    here = _with_skips(states, {0})
    for letter in text:
        following: set[int] = set()
        for index in here:
            if index < len(states) and states[index].reads(letter):
                following.add(index if states[index].may_repeat else index + 1)
        here = _with_skips(states, following)
    return len(states) in here


def safe_pattern(pattern: str) -> str:
    """Errors: ValueError."""
    parse(pattern)
    return pattern


def _with_skips(states: tuple[_State, ...], places: set[int]) -> set[int]:
    """All places that can be reached without reading anything."""
    found: set[int] = set()
    for place in places:
        while place not in found:
            found.add(place)
            if place == len(states) or not states[place].may_skip:
                break
            place += 1
    return found


def _atom(pattern: str, at: int) -> tuple[Ranges, bool, int]:
    sign = pattern[at]
    if sign == "\\":
        return _escaped(pattern, at), False, at + 2
    if sign == "[":
        return _class(pattern, at)
    if sign == ".":
        return _ANYTHING, False, at + 1
    if sign in _SPECIAL:
        raise ValueError(f"{sign!r} at {at + 1} is not supported here; write \\{sign} for the sign itself")
    return ((sign, sign),), False, at + 1


def _escaped(pattern: str, at: int) -> Ranges:
    name = pattern[at + 1 : at + 2]
    if name in _KINDS:
        return _KINDS[name]
    if not name or name.isalnum():
        raise ValueError(f"\\{name} at {at + 1} is not supported: \\d, \\w and escaped signs are")
    return ((name, name),)


def _class(pattern: str, at: int) -> tuple[Ranges, bool, int]:
    opened, negated, ranges = at + 1, pattern[at + 1 : at + 2] == "^", list[tuple[str, str]]()
    at += 2 if negated else 1
    while at < len(pattern) and pattern[at] != "]":
        if pattern[at] == "[":
            raise ValueError(f"'[' at {at + 1} within a class is not supported; write \\[ for the sign itself")
        first = _escaped(pattern, at) if pattern[at] == "\\" else ((pattern[at], pattern[at]),)
        at += 2 if pattern[at] == "\\" else 1
        if len(first) == 1 and pattern[at : at + 1] == "-" and pattern[at + 1 : at + 2] not in ("", "]", "\\"):
            low, high = first[0][0], pattern[at + 1]
            if low > high or first[0][0] != first[0][1]:
                raise ValueError(f"the range {low}-{high} is upside down")
            first, at = ((low, high),), at + 2
        ranges += first
    if at == len(pattern) or not ranges:
        raise ValueError(f"the class that begins at {opened} is empty or does not end")
    return tuple(ranges), negated, at + 1


def _count(pattern: str, at: int) -> tuple[int, int | None, int]:
    sign = pattern[at : at + 1]
    if sign in {"?", "*", "+"}:
        return {"?": (0, 1, at + 1), "*": (0, None, at + 1), "+": (1, None, at + 1)}[sign]
    if sign != "{":
        return 1, 1, at
    if (found := _COUNT.match(pattern, at)) is None:
        raise ValueError(f"the count at {at + 1} is not {{n}} or {{m,n}}")
    fewest, most = int(found[1]), int(found[2] or found[1])
    if fewest > most:
        raise ValueError(f"the count {found[0]} is upside down")
    return fewest, most, found.end()
