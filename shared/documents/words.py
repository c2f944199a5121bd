"""Words as the search knows them, and how they are spelt for the full-text index (docs/adr/0016).

Letters are folded: case, accents, and letters such as ø that stand for others. A word is a run of letters or a run of digits, so that
`F-11A`, `F 11 A` and `f11a` are the same three.

In the index each word has an x before it. Full text stems words and passes over some by rules of a language that nobody publishes; it
knows no rule for `xno` or `x11`. The beginnings of a document's own words follow with a y, since the index finds whole words only.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

MAX_WORD = 64  # letters; what is longer is cut
LONGEST_BEGINNING = 8
MAX_TEXT = 32_000  # letters of one document's own words that are searched: fifty fields of 2,000 would be more than any list can bear

_WORD = re.compile(r"[^\W\d_]+|\d+")
_LETTERS = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "ı": "i"})


def fold(text: str) -> str:
    """Small letters without accents."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter)).casefold().translate(_LETTERS)


def words(text: str) -> list[str]:
    return [word[:MAX_WORD] for word in _WORD.findall(fold(text))]


def spelt(found: Iterable[str]) -> str:
    """As the index has them."""
    return " ".join(f"x{word}" for word in found)


def page_words(text: str) -> str:
    """What is indexed of a page: its words with a space before and after each."""
    return f" {spelt(words(text))} "


def document_words(names: Sequence[str], others: Iterable[str]) -> str:
    """What is indexed of a document itself: each text apart from the next; then how the words of `names` begin."""
    texts = [spelt(words(text)) for text in (*names, *others)]
    begun = dict.fromkeys(f"y{begin}" for name in names for word in words(name) for begin in beginnings(word))
    whole = " | ".join(texts)[:MAX_TEXT].rpartition(" ")[0] if sum(map(len, texts)) > MAX_TEXT else " | ".join(texts)
    return f" {whole} | {' '.join(begun)} "


def beginnings(word: str) -> Iterator[str]:
    """That are found by: of digits from one on, of letters from two, and not the whole word."""
    for length in range(1 if word[0].isdigit() else 2, min(len(word) - 1, LONGEST_BEGINNING) + 1):
        yield word[:length]


def inflections(word: str) -> list[str]:
    """The word, and its plural or singular in English as far as that shows in its letters."""
    if len(word) < 3 or word.isdigit():
        return [word]
    found = [word, f"{word}es" if word.endswith(("s", "x", "z", "ch", "sh")) else f"{word}s"]
    if word.endswith("y"):
        found.append(f"{word[:-1]}ies")
    if word.endswith("ies") and len(word) > 4:
        found.append(f"{word[:-3]}y")
    elif word.endswith(("ses", "xes", "zes", "ches", "shes")) and len(word) > 4:
        found += [word[:-2], word[:-1]]
    elif word.endswith("s") and not word.endswith("ss") and len(word) > 3:
        found.append(word[:-1])
    return found
