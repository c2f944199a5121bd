"""What SQLite may decide before documents are decoded, and which paths a query pins to constants.

The filter handed down is a superset: it may let through what does not match, never the other way round. It reads
`json_extract(body, '$."a"."b"')`, where a missing property and null are both NULL, true is 1 and false is 0, and
text compares by its UTF-8 bytes, which is code point order. Assumed of `body`: it is what the documents given to
`rows` are decoded from, written by the standard encoder, so that no printable ASCII character of a name is escaped,
no name is repeated and every number is finite.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from local.cosmos.sql.compiler import Compiler
from local.cosmos.sql.functions.fulltext import FULL_TEXT, words
from local.cosmos.sql.nodes import Between, Binary, Call, In, Like, Logical, Node
from local.cosmos.sql.paths import document_path
from local.cosmos.sql.prefilters import NOTHING, Prefilter, bounded, like, loosely_prefixed, one_of, prefixed
from local.cosmos.sql.scope import Path
from local.cosmos.sql.values import UNDEFINED, identity

_NAME: Final = re.compile(r"[ !#-&(-.0-\[\]-~]+")
_MOST_TERMS: Final = 40
_FLIP: Final = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}


@dataclass(frozen=True)
class TextTerm:
    """What has to hold of the words at a path: all of these phrases are there, or any. Of phrases, only the words."""

    path: Path
    phrases: tuple[str, ...]
    any: bool


def json_column(path: Sequence[str]) -> str | None:
    """The SQLite expression for a document path, written the one way that expression indexes match.

    None for names that SQLite's JSON paths cannot hold or JSON may spell in several ways.
    """
    if not path or not all(_NAME.fullmatch(name) for name in path) or "[]" in path:
        return None
    return "json_extract(body,'$" + "".join(f'."{name}"' for name in path) + "')"


class Pushdown:
    """Reads a WHERE tree; `computed` are names that are not in the body."""

    def __init__(self, compiler: Compiler, computed: Mapping[str, Any]) -> None:
        self.compiler = compiler
        self.computed = computed

    def path(self, node: Node) -> Path | None:
        path = document_path(node, self.compiler.scope)
        return None if not path or path[0] in self.computed or "[]" in path else path

    def constants(self, node: Node) -> tuple[Path, list[Any]] | None:
        """(path, values) if the term is true only where the path equals one of the values."""
        if isinstance(node, Binary) and node.operator == "=":
            for left, right in ((node.left, node.right), (node.right, node.left)):
                path, found = self.path(left), self.compiler.constant(right)
                if path is not None and found is not None:
                    return path, [found[0]]
        if isinstance(node, In) and not node.negated and (path := self.path(node.operand)) is not None:
            values = [self.compiler.constant(item) for item in node.items]
            if all(value is not None for value in values):
                return path, [value[0] for value in values if value is not None]
        if isinstance(node, Call) and node.key == "IS_NULL" and len(node.arguments) == 1:
            path = self.path(node.arguments[0])
            return None if path is None else (path, [None])
        if isinstance(node, Call) and node.key == "ARRAY_CONTAINS" and len(node.arguments) == 2:
            path, found = self.path(node.arguments[1]), self.compiler.constant(node.arguments[0])
            if path is not None and found is not None and type(found[0]) is list:
                return path, found[0]
        return None

    def pins(self, node: Node) -> dict[Path, list[Any]]:
        """The paths that have to equal constants for the expression to be true, with those constants."""
        if isinstance(node, Logical) and node.operator == "AND":
            return self._all_of([self.pins(term) for term in node.terms])
        if isinstance(node, Logical):
            return _any_of([self.pins(term) for term in node.terms])
        found = self.constants(node)
        if found is None:
            return {}
        return {found[0]: _unique(found[1])}

    def _all_of(self, parts: list[dict[Path, list[Any]]]) -> dict[Path, list[Any]]:
        merged: dict[Path, list[Any]] = {}
        for part in parts:
            for path, values in part.items():
                if path in merged:
                    known = {identity(value) for value in values}
                    merged[path] = [value for value in merged[path] if identity(value) in known]
                else:
                    merged[path] = values
        return merged

    def prefilter(self, node: Node | None) -> Prefilter:
        """The sound part of a WHERE expression as SQL."""
        if node is None:
            return NOTHING
        terms = node.terms if isinstance(node, Logical) and node.operator == "AND" else (node,)
        pieces: list[Prefilter] = []
        for term in terms:
            pieces.extend(self._pieces(term))
            if len(pieces) >= _MOST_TERMS:
                break
        arguments = tuple(argument for piece in pieces for argument in piece.arguments)
        equal = dict.fromkeys(column for piece in pieces for column in piece.equal)
        limited = dict.fromkeys(column for piece in pieces for column in piece.limited)
        return Prefilter(" AND ".join(piece.sql for piece in pieces), arguments, tuple(equal), tuple(limited))

    def texts(self, node: Node | None) -> tuple[TextTerm, ...]:
        """The full-text predicates that have to be true for a WHERE expression to be."""
        terms = node.terms if isinstance(node, Logical) and node.operator == "AND" else (node,)
        found = [self._text(term) for term in terms if isinstance(term, Call) and term.key in FULL_TEXT]
        return tuple(term for term in found if term is not None)

    def _text(self, term: Call) -> TextTerm | None:
        path = self.path(term.arguments[0])
        constants = [self.compiler.constant(argument) for argument in term.arguments[1:]]
        phrases = [words(found[0]) for found in constants if found is not None and type(found[0]) is str]
        if path is None or len(phrases) < len(constants) or not any(phrases):
            return None
        return TextTerm(path, tuple(filter(None, phrases)), term.key.endswith("ANY"))

    def _pieces(self, term: Node) -> list[Prefilter]:
        pinned = self.pins(term)
        if pinned:
            found = [one_of(column, values) for path, values in pinned.items() if (column := json_column(path))]
        else:
            found = [self._range(term)]
        return [piece for piece in found if piece is not None]

    def _range(self, term: Node) -> Prefilter | None:
        if isinstance(term, Binary) and term.operator in _FLIP:
            for left, right, symbol in (
                (term.left, term.right, term.operator),
                (term.right, term.left, _FLIP[term.operator]),
            ):
                column, found = self._column(left), self.compiler.constant(right)
                if column and found is not None:
                    return bounded(column, symbol, found[0])
        if isinstance(term, Between) and not term.negated:
            return self._between(term)
        if isinstance(term, Call) and term.key == "STARTSWITH":
            return self._beginning(term)
        if isinstance(term, Call) and term.key == "ARRAY_CONTAINS" and len(term.arguments) == 2:
            return self._holding(term)
        if isinstance(term, Like) and not term.negated and not term.escape:
            column, found = self._column(term.operand), self.compiler.constant(term.pattern)
            return like(column, found[0]) if column and found is not None else None
        return None

    def _beginning(self, term: Call) -> Prefilter | None:
        column = self._column(term.arguments[0])
        prefix, *more = [self.compiler.constant(argument) for argument in term.arguments[1:]]
        if column is None or prefix is None or None in more:
            return None
        is_loose = any(found is not None and found[0] is not False for found in more)
        return loosely_prefixed(column, prefix[0]) if is_loose else prefixed(column, prefix[0])

    def _holding(self, term: Call) -> Prefilter | None:
        """A text that an array holds stands somewhere in the array's JSON, spelt as the encoder spells it."""
        column, found = self._column(term.arguments[0]), self.compiler.constant(term.arguments[1])
        if self.path(term.arguments[0]) is None or found is None or type(found[0]) is not str:
            return None
        limited = () if column is None else (column,)
        return Prefilter(f"instr({column or 'body'}, ?) > 0", (json.dumps(found[0]),), limited=limited)

    def _column(self, node: Node) -> str | None:
        path = self.path(node)
        return json_column(path) if path is not None else None

    def _between(self, term: Between) -> Prefilter | None:
        column = self._column(term.operand)
        low, high = self.compiler.constant(term.low), self.compiler.constant(term.high)
        if not column or low is None or high is None:
            return None
        pieces = [bounded(column, ">=", low[0]), bounded(column, "<=", high[0])]
        known = [piece for piece in pieces if piece is not None]
        if not known:
            return None
        arguments = tuple(argument for piece in known for argument in piece.arguments)
        return Prefilter(" AND ".join(piece.sql for piece in known), arguments)


def _any_of(parts: list[dict[Path, list[Any]]]) -> dict[Path, list[Any]]:
    shared = [path for path in parts[0] if all(path in part for part in parts[1:])]
    return {path: _unique([value for part in parts for value in part[path]]) for path in shared}


def _unique(values: list[Any]) -> list[Any]:
    return list({identity(value): value for value in values if value is not UNDEFINED}.values())


Pins = Mapping[str, tuple[Any, ...]]


def dotted(pins: Mapping[Path, list[Any]]) -> Pins:
    """Pins by dotted path, as far as a dot can only separate names."""
    return {".".join(path): tuple(values) for path, values in pins.items() if not any("." in name for name in path)}
