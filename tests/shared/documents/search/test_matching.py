"""What is marked in a text is what the index found there."""

from hypothesis import given
from hypothesis import strategies as st

from shared.documents.search.matching import find
from shared.documents.search.query import SearchQuery
from shared.documents.words import MAX_WORD, page_words, spelt, words

LETTERS = st.sampled_from(
    ["pump", "Pumps", "15/9-F-11A", "box", "boxes", "Straße", "Ås", "x" * MAX_WORD, "X" * (MAX_WORD + 1), "é", "9"]
)
TEXTS = st.lists(st.tuples(LETTERS, st.sampled_from([" ", "-", "/", "", ", "]))).map(
    lambda some: "".join(map("".join, some))
)


@given(
    TEXTS, st.sampled_from(["pump", "pumps", "box", "boxes", "15/9", "F11", '"9 F"', "strasse", "as", "e", "x" * 70])
)
def test_a_term_is_marked_where_its_words_stand_and_nowhere_else(text: str, typed: str) -> None:
    query = SearchQuery.parse(typed)
    (term,) = query.terms
    found = find(text, query, begun=False)
    assert bool(found) == any(f" {spelt(row)} " in page_words(text) for row in term.rows)
    assert all(tuple(words(text[one.start : one.end])) in term.rows for one in found)
    assert all(one.whole for one in found)


def test_the_last_word_of_a_term_may_go_on_where_it_may() -> None:
    for text in ("A drilling report", "Å drilling report"):
        for typed, marked in {"drill": ["drilling"], '"drill"': [], "a dril": ["drilling"], "ports": []}.items():
            found = find(text, SearchQuery.parse(typed), begun=True)
            assert [text[one.start : one.end] for one in found if one.term == len(typed.split()) - 1] == marked, typed
