"""A search as conditions of Cosmos on `c.words`.

Each term is asked twice: of the full-text index, which picks what may match, and letter by letter of what it picked, which decides. So
nothing depends on how the service stems or splits words.
"""

from collections.abc import Iterator, Sequence

from shared.documents.search.query import SearchQuery, Term
from shared.documents.words import LONGEST_BEGINNING, spelt
from shared.kit.paging import Condition


def of_document(query: SearchQuery) -> list[Condition]:
    """All terms are in what a document says of itself. The last word of a term may go on there."""
    return [*_wanted(query.terms, begun=True), *without(query)]


def of_page(query: SearchQuery) -> list[Condition]:
    """All terms are on one page, word by word."""
    return [*_wanted(query.terms, begun=False), *without(query)]


def without(query: SearchQuery) -> list[Condition]:
    """Nothing of what is not wanted is there, also where there are no words at all."""
    found = []
    for place, term in enumerate(query.without):
        text, parameters = _any_row(term.rows, f"@w{place}")
        found.append(Condition(f"NOT (IS_DEFINED(c.words) AND {text})", parameters))
    return found


def tallies(query: SearchQuery) -> tuple[str, dict[str, str]]:
    """An expression of how many letters a page's words have with all, and without each term: how often it occurs shows from that."""
    parameters = {f"@t{place}": f" {spelt(term.words)} " for place, term in enumerate(query.terms)}
    without_each = [f"LENGTH(REPLACE(c.words, {name}, ''))" for name in parameters]
    return f"[{', '.join(['LENGTH(c.words)', *without_each])}]", parameters


def _wanted(terms: Sequence[Term], *, begun: bool) -> Iterator[Condition]:
    for place, term in enumerate(terms):
        if begun and term.may_go_on:
            yield from _begun(term, f"@q{place}")
        else:
            yield _picked(term.rows, f"@q{place}")
            yield Condition(*_any_row(term.rows, f"@q{place}"))


def _picked(rows: Sequence[tuple[str, ...]], name: str) -> Condition:
    parameters = {f"{name}p{number}": spelt(row) for number, row in enumerate(rows)}
    return Condition(f"FullTextContainsAny(c.words, {', '.join(parameters)})", parameters)


def _begun(term: Term, name: str) -> Iterator[Condition]:
    """The words before the last as they are; of the last, its beginning."""
    *before, last = term.words
    if before:
        yield Condition(f"FullTextContains(c.words, {name}b)", {f"{name}b": spelt(before)})
    endings = [last] if before else [row[0] for row in term.rows]
    picked = [*(f"x{ending}" for ending in endings), f"y{last[:LONGEST_BEGINNING]}"]
    parameters = {f"{name}p{number}": word for number, word in enumerate(picked)}
    yield Condition(f"FullTextContainsAny(c.words, {', '.join(parameters)})", parameters)
    text, parameters = _any_row(term.rows, f"{name}w")
    begin = f"CONTAINS(c.words, {name}e)"
    yield Condition(f"({begin} OR {text})", {**parameters, f"{name}e": f" {spelt(term.words)}"})


def _any_row(rows: Sequence[tuple[str, ...]], name: str) -> tuple[str, dict[str, str]]:
    parameters = {f"{name}r{number}": f" {spelt(row)} " for number, row in enumerate(rows)}
    texts = [f"CONTAINS(c.words, {parameter})" for parameter in parameters]
    return (texts[0] if len(texts) == 1 else f"({' OR '.join(texts)})"), parameters
