"""Where in a text the words of a search are: for the snippet, for the marks in it, and for the score of metadata."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from shared.documents.search.query import SearchQuery, Term
from shared.documents.words import MAX_WORD, words

SNIPPET = 240  # characters of text around what was found
MAX_RANGES = 20
_RUN = re.compile(r"(?:[^\W\d_][\u0300-\u036f]*)+|\d+")


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of plain text; `ranges` are where matches begin and end in it, in UTF-16 code units as JavaScript counts."""

    text: str
    ranges: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Found:
    """From where to where in the text, by which term; `whole` if its last word does not go on."""

    start: int
    end: int
    term: int
    whole: bool


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    start: int
    end: int


def find(text: str, query: SearchQuery, *, begun: bool) -> list[Found]:
    """In the order of the text. `begun`: the last word of a term may be the beginning of one."""
    plain = text.lower() if text.isascii() else None
    known: list[_Word] = []
    found: list[Found] = []
    for number, term in enumerate(query.terms):
        if plain is not None and not any(row[0] in plain for row in term.rows):
            continue
        known = known or list(_words(text))
        found.extend(_occurrences(known, number, term, begun and term.may_go_on))
    return sorted(found, key=lambda one: (one.start, -one.end))


def snippet(text: str, found: Sequence[Found], length: int = SNIPPET) -> Snippet:
    """The piece where most different terms are found, the first of those; the beginning if there are none."""
    start, end = _window(text, found, length)
    ranges: list[tuple[int, int]] = []
    for one in found:
        if one.start < start or one.end > end or len(ranges) == MAX_RANGES:
            continue
        if ranges and one.start < ranges[-1][1]:
            ranges[-1] = (ranges[-1][0], max(ranges[-1][1], one.end))
        else:
            ranges.append((one.start, one.end))
    marks = tuple((_units(text[start:begin]), _units(text[start:stop])) for begin, stop in ranges)
    return Snippet(text[start:end], marks)


def _window(text: str, found: Sequence[Found], length: int) -> tuple[int, int]:
    if len(text) <= length:
        return 0, len(text)
    best, most = 0, 0
    for place, first in enumerate(found[:1000]):
        inside = {one.term for one in found[place : place + 50] if one.end <= first.start + length * 3 // 4}
        if len(inside) > most:
            best, most = first.start, len(inside)
    start = max(0, min(best - length // 4, len(text) - length))
    end = start + length
    return _between_words(text, start, back=True), _between_words(text, end, back=False)


def _between_words(text: str, place: int, *, back: bool) -> int:
    """A near place where no word is cut, if there is one."""
    near = range(place, max(place - 20, -1), -1) if back else range(place, min(place + 20, len(text) + 1))
    for one in near:
        if one in (0, len(text)) or text[one - 1 : one + 1].strip() != text[one - 1 : one + 1]:
            return one
    return place


def _words(text: str) -> Iterator[_Word]:
    is_plain = text.isascii()
    for run in _RUN.finditer(text):
        inside = [run[0].lower()[:MAX_WORD]] if is_plain else words(run[0])
        if len(inside) == 1 and len(inside[0]) <= len(run[0]):
            yield _Word(inside[0], run.start(), run.end())
        else:  # folded into several words: each is all of it
            yield from (_Word(word, run.start(), run.end()) for word in inside)


def _occurrences(known: Sequence[_Word], number: int, term: Term, begun: bool) -> Iterator[Found]:
    rows = set(term.rows)
    length = len(term.words)
    *before, last = term.words
    firsts = {row[0] for row in rows}
    for place in range(len(known) - length + 1):
        if known[place].text not in firsts and (before or not begun):
            continue
        row = tuple(word.text for word in known[place : place + length])
        whole = row in rows
        if whole or (begun and row[-1].startswith(last) and list(row[:-1]) == before):
            yield Found(known[place].start, known[place + length - 1].end, number, whole)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
