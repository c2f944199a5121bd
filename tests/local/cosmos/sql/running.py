"""Running queries in tests: over documents, over one document, through SQLite first, or to see them refused."""

import json
import sqlite3
from collections.abc import Iterable, Mapping
from typing import Any

import pytest

from local.cosmos.sql import UNDEFINED, Compiled, SqlError, compile_query, parse


def compiled(text: str, parameters: Mapping[str, Any] | None = None, **computed: str) -> Compiled:
    """Parameters without their @; computed properties by name."""
    wire = [{"name": f"@{name}", "value": value} for name, value in (parameters or {}).items()]
    return compile_query(parse(text), wire, computed_properties=computed)


def rows(text: str, documents: Iterable[dict[str, Any]] = (), **parameters: Any) -> list[Any]:
    return compiled(text, parameters).rows(documents)


def value(expression: str, document: dict[str, Any] | None = None, **parameters: Any) -> Any:
    """The value of an expression over `c`, UNDEFINED if it has none."""
    found = rows(f"SELECT VALUE {expression} FROM c", [document or {}], **parameters)
    return found[0] if found else UNDEFINED


def refusal(text: str, **parameters: Any) -> tuple[str, str, str]:
    """(code, message, the part of the text it points at) of a query that is refused."""
    with pytest.raises(SqlError) as caught:
        rows(text, [{}], **parameters)
    error = caught.value
    return error.code, error.message, text[error.start : error.end]


def store(documents: Iterable[dict[str, Any]]) -> sqlite3.Connection:
    """A table of documents as the server keeps them."""
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE items (number INTEGER PRIMARY KEY, body TEXT NOT NULL)")
    bodies = [(json.dumps(document, separators=(",", ":"), allow_nan=False),) for document in documents]
    connection.executemany("INSERT INTO items (body) VALUES (?)", bodies)
    return connection


def candidates(connection: sqlite3.Connection, query: Compiled) -> list[dict[str, Any]]:
    """The documents the pre-filter lets through, in order."""
    where = query.prefilter.sql or "1"
    found = connection.execute(
        f"SELECT body FROM items WHERE ({where}) ORDER BY number", query.prefilter.arguments
    ).fetchall()
    return [json.loads(body) for (body,) in found]
