"""The full-text index of a container: which items may hold the words a query looks for.

One FTS5 table per container with `fullTextIndexes`, a column per path. It holds the words as the predicates see them, so
that FTS5 only splits at spaces, and the place of the item on the ring, so that a search within one logical partition reads
no other. Triggers keep it equal to the items whatever changes them.
"""

import json
import sqlite3
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from local.cosmos.partitionkey import parse_path
from local.cosmos.sql import Compiled, Prefilter, TextTerm
from local.cosmos.sql.functions.fulltext import words

if TYPE_CHECKING:
    from local.cosmos.catalog import Container
    from local.cosmos.scope import Scope

Paths = tuple[tuple[str, ...], ...]
THROUGH: Final = "NOT INDEXED"  # how to read what a search found: by number
_SMALL: Final = 2000
# Every character above 127 belongs to a word for `ascii`; of the others words have letters, digits and _.
_TABLE: Final = "CREATE VIRTUAL TABLE words_{n} USING fts5(ring, {columns}, tokenize=\"ascii tokenchars '_'\")"
_TRIGGERS: Final = (
    "CREATE TRIGGER items_{n}_words_new AFTER INSERT ON items_{n} BEGIN "
    "INSERT INTO words_{n} (rowid, ring, {columns}) VALUES (new.number, new.epk, {values}); END",
    "CREATE TRIGGER items_{n}_words_changed AFTER UPDATE OF body ON items_{n} BEGIN "
    "UPDATE words_{n} SET ({columns}) = ({values}) WHERE rowid = new.number; END",
    "CREATE TRIGGER items_{n}_words_gone AFTER DELETE ON items_{n} BEGIN "
    "DELETE FROM words_{n} WHERE rowid = old.number; END",
)
_FILL: Final = "INSERT INTO words_{n} (rowid, ring, {columns}) SELECT number, epk, {values} FROM items_{n} AS new"


def register(connection: sqlite3.Connection) -> None:
    """Make the function known that the triggers call."""
    connection.create_function("words_at", 2, _words_at, deterministic=True)


def paths(definition: Mapping[str, Any]) -> Paths:
    """The paths a container definition wants indexed."""
    return tuple(parse_path(entry["path"]) for entry in definition["indexingPolicy"].get("fullTextIndexes", ()))


def build(connection: sqlite3.Connection, number: int, indexed: Paths) -> None:
    """Replace the index of a container by one of these paths, filled; none for no paths. Inside a transaction."""
    drop(connection, number)
    if not indexed:
        return
    columns = ", ".join(f"p{place}" for place in range(len(indexed)))
    values = ", ".join(f"words_at(new.body, {_literal(json.dumps(path))})" for path in indexed)
    for statement in (_TABLE, *_TRIGGERS, _FILL):
        connection.execute(statement.format(n=number, columns=columns, values=values))


def drop(connection: sqlite3.Connection, number: int) -> None:
    """Remove the index of a container, if it has one. Inside a transaction."""
    for event in ("new", "changed", "gone"):
        connection.execute(f"DROP TRIGGER IF EXISTS items_{number}_words_{event}")
    connection.execute(f"DROP TABLE IF EXISTS words_{number}")


def search(container: "Container", query: Compiled, where: "Scope") -> Prefilter | None:
    """The condition that picks the items which may match; None if no index helps this query."""
    places = {path: place for place, path in enumerate(container.text_paths)}
    terms = [_match(places[term.path], term) for term in query.texts if term.path in places]
    if not terms or "id" in query.pinned:
        return None
    if where.is_key:
        terms.insert(0, f'ring : "{where.arguments[0]}"')
    table = f"words_{container.number}"
    return Prefilter(f"number IN (SELECT rowid FROM {table} WHERE {table} MATCH ?)", (" AND ".join(terms),))


def is_small(container: "Container", found: Prefilter, limit: int = _SMALL) -> bool:
    """Whether at most so many items were picked."""
    return container.documents.has_at_most(limit, f"words_{container.number}", found.arguments[0])


def _match(place: int, term: TextTerm) -> str:
    phrases = (" OR " if term.any else " AND ").join(f'"{phrase}"' for phrase in term.phrases)
    return f"p{place} : ({phrases})"


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


@lru_cache(maxsize=1)
def _decoded(body: str) -> Any:
    # With several paths the same body comes several times in a row.
    return json.loads(body)


def _words_at(body: str, path: str) -> str | None:
    """The words of the text at a path; None if there is no text."""
    value = _decoded(body)
    for name in _steps(path):
        value = value.get(name) if isinstance(value, dict) else None
    return words(value) if isinstance(value, str) else None


@lru_cache(maxsize=256)
def _steps(path: str) -> Sequence[str]:
    return tuple(json.loads(path))
