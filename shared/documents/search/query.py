"""What people type into the search: words that must all occur, "phrases", and -words that must not."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from shared.documents.words import inflections, words

MAX_LENGTH = 1000
MAX_TERMS = 16
MAX_WORDS = 48

# A quotation mark opens a phrase at the beginning of a word only: `9 5/8" casing` means inches.
_CHUNK = re.compile(r'(?P<minus>-?)(?:"(?P<phrase>[^"]*)(?:"(?=\s|$)|$)|(?P<plain>\S+))')


@dataclass(frozen=True, slots=True)
class Term:
    """Words in a row. What stood without blanks between (`15/9-F-11`) is a row as well.

    An `exact` one was in quotation marks: no plurals, no beginnings.
    """

    words: tuple[str, ...]
    exact: bool = False

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """The rows of whole words that fit: of a single word also its plural or singular."""
        return _rows(self)

    @property
    def may_go_on(self) -> bool:
        """Is its last word long enough to be the beginning of another?"""
        last = self.words[-1]
        return not self.exact and (len(last) > 1 or last.isdigit())


@lru_cache(maxsize=256)  # they are looked for in text after text
def _rows(term: Term) -> tuple[tuple[str, ...], ...]:
    if term.exact or len(term.words) > 1:
        return (term.words,)
    return tuple((word,) for word in inflections(term.words[0]))


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """`terms` must all occur, `without` must not."""

    terms: tuple[Term, ...]
    without: tuple[Term, ...]

    @classmethod
    def parse(cls, text: str) -> "SearchQuery":
        """Errors: ValueError with what is wrong in words."""
        wanted: list[Term] = []
        unwanted: list[Term] = []
        for minus, term in _terms(text):
            if term not in (among := unwanted if minus else wanted):
                among.append(term)
        if not wanted:
            raise ValueError("must hold at least one word or number that is wanted")
        if len(wanted) + len(unwanted) > MAX_TERMS:
            raise ValueError(f"must hold at most {MAX_TERMS} words and phrases")
        if sum(len(term.words) for term in (*wanted, *unwanted)) > MAX_WORDS:
            raise ValueError(f"must hold at most {MAX_WORDS} words, those of phrases and numbers counted")
        return cls(tuple(wanted), tuple(unwanted))


def _terms(text: str) -> Iterator[tuple[bool, Term]]:
    for chunk in _CHUNK.finditer(text):
        phrase = chunk["phrase"]
        found = words(chunk["plain"] if phrase is None else phrase)
        if found:
            yield bool(chunk["minus"]), Term(tuple(found), phrase is not None)


def _readable(text: str) -> str:
    """Errors: ValueError."""
    SearchQuery.parse(text)
    return text


SearchText = Annotated[
    str,
    Field(
        min_length=1,
        max_length=MAX_LENGTH,
        description='words that all occur, "words in a row", and -words that do not; case and accents do not matter',
    ),
    AfterValidator(_readable),
]
Revisions = Literal["served", "all"]
