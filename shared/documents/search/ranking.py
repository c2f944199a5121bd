"""What comes first. A score depends on the query and on the document alone, never on what else there is: so a cursor can name the
place where a page ended, and no score tells anything about documents that somebody does not see.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from shared.documents.model import Document
from shared.documents.search.matching import Snippet, find, snippet
from shared.documents.search.query import SearchQuery
from shared.documents.words import spelt, words

PRECISION = 1000  # scores are whole numbers
_SATURATION, _LENGTH_COUNTS, _USUAL_WORDS = (
    1.2,
    0.75,
    300,
)  # k1, b and average length of BM25; a page of text has some 300 words
_ONE_MORE_PAGE = 0.05
_BEGUN = 0.7
_WHOLE_NUMBER = 20.0
_LEAST = 0.1  # of what the index found and no part shows: letters that only unfold in their context
_WORD_LETTERS = 7  # of a word in the index, with its x and a space


class Part(StrEnum):
    """Of a document's own words, the most telling first."""

    NUMBER = "number"
    TITLE = "title"
    TAGS = "tags"
    FILE_NAME = "file_name"
    FIELDS = "fields"


_WEIGHTS = {Part.NUMBER: 8.0, Part.TITLE: 6.0, Part.TAGS: 4.0, Part.FILE_NAME: 3.0, Part.FIELDS: 3.0}


class Standing(StrEnum):
    IN_FORCE = "in_force"
    DRAFT = "draft"  # never was in force
    SUPERSEDED = "superseded"


_FACTORS = {Standing.IN_FORCE: 1.0, Standing.DRAFT: 0.8, Standing.SUPERSEDED: 0.4}


@dataclass(frozen=True, slots=True)
class Matched:
    """A text of the document itself in which something was found; `key` is that of a custom field."""

    part: Part
    key: str | None
    snippet: Snippet


def standing_of(number: int, approved: int | None) -> Standing:
    if approved is None or number > approved:
        return Standing.DRAFT
    return Standing.IN_FORCE if number == approved else Standing.SUPERSEDED


def parts_of(document: Document) -> Iterator[tuple[Part, str | None, str]]:
    """The texts that are searched: part, key, text."""
    if document.number is not None:
        yield Part.NUMBER, None, document.number
    yield Part.TITLE, None, document.title
    for tag in document.tags:
        yield Part.TAGS, None, tag
    for name in document.file_names:
        yield Part.FILE_NAME, None, name
    for key, text in document.texts():
        yield Part.FIELDS, key, text


def matches(document: Document, query: SearchQuery) -> list[Matched]:
    found = []
    for part, key, text in parts_of(document):
        if places := find(text, query, begun=True):
            found.append(Matched(part, key, snippet(text, places)))
    return found


def metadata_score(document: Document, query: SearchQuery) -> float:
    """Of each term the most telling place it is found in."""
    best = [0.0] * len(query.terms)
    for part, _, text in parts_of(document):
        for place in find(text, query, begun=True):
            best[place.term] = max(best[place.term], _WEIGHTS[part] * (1.0 if place.whole else _BEGUN))
    typed = [word for term in query.terms for word in term.words]
    is_its_number = document.number is not None and words(document.number) == typed
    return max(_LEAST, sum(best) / len(best)) + (_WHOLE_NUMBER if is_its_number else 0.0)


def page_score(query: SearchQuery, tally: Sequence[int], standing: Standing) -> float:
    """`tally`: letters of its words with all, and without each term. At most about 2.2."""
    letters, *without_each = tally
    longer = 1 - _LENGTH_COUNTS + _LENGTH_COUNTS * letters / (_WORD_LETTERS * _USUAL_WORDS)
    score = 0.0
    for term, left in zip(query.terms, without_each, strict=True):
        often = max(1.0, (letters - left) / (len(spelt(term.words)) + 2))
        score += often * (_SATURATION + 1) / (often + _SATURATION * longer)
    return score / len(query.terms) * _FACTORS[standing]


def total(metadata: float, standing: Standing, pages: Sequence[float]) -> int:
    """Of a document; `standing` is that of the revision a reader is served, `pages` the scores of its pages, the best first."""
    text = pages[0] + _ONE_MORE_PAGE * min(len(pages) - 1, 10) if pages else 0.0
    return round((metadata * _FACTORS[standing] + text) * PRECISION)
