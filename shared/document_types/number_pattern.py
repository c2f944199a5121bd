"""How a type makes the numbers of its documents: `{site}-{type}-{year}-{seq:4}`."""

import re
import unicodedata
from dataclasses import dataclass

from shared.errors import FieldError, Invalid
from shared.identity.names import visible

MAX_NUMBER = 60  # characters
MAX_NUMBER_PATTERN = 80
_PIECE = re.compile(r"\{(site|type|discipline|year|seq:[1-8])\}|([A-Za-z0-9._/-]+)", re.ASCII)


@dataclass(frozen=True, slots=True)
class NumberParts:
    """What the words stand for; None: the document has none of it."""

    type: str
    year: int
    site: str | None = None
    discipline: str | None = None


@dataclass(frozen=True, slots=True)
class NumberPattern:
    """`pieces` are pairs of word and literal, one of them empty."""

    pieces: tuple[tuple[str, str], ...]

    @classmethod
    def parse(cls, text: str) -> "NumberPattern":
        """Errors: ValueError saying what is not understood."""
        pieces: list[tuple[str, str]] = []
        at = 0
        while at < len(text):
            if (found := _PIECE.match(text, at)) is None:
                raise ValueError(f"{text[at : at + 12]!r} is neither a word nor one of A-Z a-z 0-9 . _ / -")
            pieces.append((found[1] or "", found[2] or ""))
            at = found.end()
        if sum(word.startswith("seq:") for word, _ in pieces) != 1:
            raise ValueError("needs {seq:N} exactly once")
        pattern = cls(tuple(pieces))
        if pattern.shortest > MAX_NUMBER:
            raise ValueError(f"makes numbers of more than {MAX_NUMBER} characters")
        return pattern

    @property
    def shortest(self) -> int:
        """Characters of the shortest number it makes."""
        return sum(len(literal) or _shortest(word) for word, literal in self.pieces)

    def series(self, parts: NumberParts) -> str:
        """The number without its sequence: numbers that agree in it are counted together. Errors: as `render`."""
        return self._text(parts, "{seq}")

    def render(self, parts: NumberParts, sequence: int) -> str:
        """Errors: Invalid naming `siteId` or `discipline` when it is missing, `number` when the result is too long."""
        digits = next(int(word[4:]) for word, _ in self.pieces if word.startswith("seq:"))
        number = self._text(parts, f"{sequence:0{digits}d}")
        if len(number) > MAX_NUMBER:
            message = f"{number!r} would have more than {MAX_NUMBER} characters"
            raise Invalid(fields=[FieldError("number", "too_long", message)])
        return number

    def _text(self, parts: NumberParts, sequence: str) -> str:
        return "".join(
            literal or (sequence if word.startswith("seq:") else _word(word, parts)) for word, literal in self.pieces
        )


def valid_number_pattern(text: str) -> str:
    """Errors: ValueError."""
    NumberPattern.parse(text)
    return text


def manual_number(text: str) -> str:
    """A number somebody chose, composed and without space around it. Errors: Invalid naming `number`."""
    try:
        number = visible(text.strip())
    except ValueError as error:
        raise Invalid(fields=[FieldError("number", "value_error", str(error))]) from error
    if not 1 <= len(number) <= MAX_NUMBER:
        raise Invalid(fields=[FieldError("number", "length", f"has 1 to {MAX_NUMBER} characters")])
    return number


def folded(number: str) -> str:
    """The same for every way of writing a number: large or small, full width or narrow."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", number).casefold())


def _shortest(word: str) -> int:
    return int(word[4:]) if word.startswith("seq:") else 4 if word == "year" else 1


def _word(word: str, parts: NumberParts) -> str:
    value = getattr(parts, word)
    if value is None:
        field = "siteId" if word == "site" else word
        raise Invalid(fields=[FieldError(field, "missing", "the number of such a document is made with it")])
    return f"{value:04d}" if word == "year" else str(value)
