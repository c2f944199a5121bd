"""The SQLite file: schema, transactions and the rows that describe databases, containers and offers.

Safety: WAL with `synchronous=NORMAL`. A commit is in the operating system's cache when it returns, so killing the
process loses nothing that was acknowledged; only a power failure can lose the last commits (never corrupt the file).
`FULL` would add one fsync per write, several milliseconds on a laptop, for a guarantee a development tool does not need.
The file is locked exclusively: counters are cached in memory, so two servers must not share it.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, Literal

from local.cosmos import textindex

SCHEMA_VERSION: Final = 2

_SCHEMA: Final = """
CREATE TABLE databases (rid TEXT PRIMARY KEY, id TEXT NOT NULL UNIQUE, etag TEXT NOT NULL, ts INTEGER NOT NULL);
CREATE TABLE containers (
  number INTEGER PRIMARY KEY AUTOINCREMENT, rid TEXT NOT NULL UNIQUE, database TEXT NOT NULL, id TEXT NOT NULL,
  definition TEXT NOT NULL, etag TEXT NOT NULL, ts INTEGER NOT NULL, ranges INTEGER NOT NULL, UNIQUE (database, id));
CREATE TABLE offers (rid TEXT PRIMARY KEY, owner TEXT NOT NULL UNIQUE, body TEXT NOT NULL);
CREATE TABLE progress (container INTEGER, part INTEGER, lsn INTEGER NOT NULL, PRIMARY KEY (container, part)) WITHOUT ROWID;
"""

# Ranges that were split, in this order; with the number of ranges at creation it gives the ranges of today.
_SPLITS: Final = """
CREATE TABLE splits (place INTEGER PRIMARY KEY AUTOINCREMENT, container INTEGER NOT NULL, part INTEGER NOT NULL);
"""

# `number` gives the item's rid and the order of queries; `part` is the partition key range; `expires` is in seconds.
_ITEMS: Final = """
CREATE TABLE items_{n} (
  number INTEGER PRIMARY KEY AUTOINCREMENT, pk TEXT NOT NULL, id TEXT NOT NULL, epk TEXT NOT NULL, part INTEGER NOT NULL,
  lsn INTEGER NOT NULL, ts INTEGER NOT NULL, ttl INTEGER, expires INTEGER, etag TEXT NOT NULL, body TEXT NOT NULL);
CREATE UNIQUE INDEX items_{n}_id ON items_{n} (id, pk);
CREATE INDEX items_{n}_epk ON items_{n} (epk);
CREATE INDEX items_{n}_lsn ON items_{n} (part, lsn);
CREATE INDEX items_{n}_expires ON items_{n} (expires) WHERE expires IS NOT NULL;
CREATE TABLE unique_{n} (
  pk TEXT NOT NULL, slot INTEGER NOT NULL, value TEXT NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (pk, slot, value)
) WITHOUT ROWID;
CREATE INDEX unique_{n}_number ON unique_{n} (number);
"""


class StoreError(Exception):
    """The file cannot be used: another server has it open, or another version wrote it."""


class Store:
    """One open data file. Not thread-safe: the engine calls it under its lock."""

    def __init__(self, path: Path | Literal[":memory:"]) -> None:
        if isinstance(path, Path):
            path.parent.mkdir(parents=True, exist_ok=True)
        self.path = path if isinstance(path, Path) else None
        self.connection = sqlite3.connect(
            path, isolation_level=None, check_same_thread=False, cached_statements=1024, timeout=2
        )
        try:
            self._prepare()
        except sqlite3.Error as error:
            self.connection.close()
            raise StoreError(f"Cannot open {path}: {error}. Is another server using it?") from error
        except StoreError:
            self.connection.close()
            raise

    def _prepare(self) -> None:
        execute = self.connection.execute
        textindex.register(self.connection)
        execute("PRAGMA locking_mode=EXCLUSIVE")
        execute("PRAGMA journal_mode=WAL")
        execute("PRAGMA synchronous=NORMAL")
        execute("PRAGMA cache_size=-32768")  # KiB; also what making an index sorts in memory before it spills to a file
        (version,) = execute("PRAGMA user_version").fetchone()
        if version == 0:
            with self.transaction():
                self._script(_SCHEMA + _SPLITS)
                execute(f"PRAGMA user_version={SCHEMA_VERSION}")
        elif version == 1:
            with self.transaction():
                self._script(_SPLITS)
                execute(f"PRAGMA user_version={SCHEMA_VERSION}")
        elif version != SCHEMA_VERSION:
            raise StoreError(f"The data file has schema {version}; this server needs {SCHEMA_VERSION}. Start afresh.")

    def close(self) -> None:
        """Write the WAL back into the file and let go of it."""
        self.connection.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing; an exception rolls back."""
        self.connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self.connection.execute("ROLLBACK")
            raise
        self.connection.execute("COMMIT")

    def create_items(self, number: int) -> None:
        """Create the tables of a container; inside a transaction."""
        self._script(_ITEMS.format(n=number))

    def drop_items(self, number: int) -> None:
        """Drop the tables of a container with everything in them; inside a transaction."""
        self.connection.execute(f"DROP TABLE items_{number}")
        self.connection.execute(f"DROP TABLE unique_{number}")
        textindex.drop(self.connection, number)
        self.connection.execute("DELETE FROM progress WHERE container = ?", (number,))
        self.connection.execute("DELETE FROM splits WHERE container = ?", (number,))

    def record_lsn(self, container: int, part: int, lsn: int) -> None:
        """Keep the LSN of a range; inside a transaction."""
        self.connection.execute(
            "INSERT INTO progress (container, part, lsn) VALUES (?, ?, ?) "
            "ON CONFLICT (container, part) DO UPDATE SET lsn = excluded.lsn",
            (container, part, lsn),
        )

    def record_split(self, container: int, part: int, left: int, right: int, cut: str) -> None:
        """Hand the items of a range over to its halves, from `cut` on to the right one; inside a transaction."""
        execute = self.connection.execute
        execute("INSERT INTO splits (container, part) VALUES (?, ?)", (container, part))
        execute("DELETE FROM progress WHERE container = ? AND part = ?", (container, part))
        execute(f"UPDATE items_{container} SET part = iif(epk < ?, ?, ?) WHERE part = ?", (cut, left, right, part))

    def rows(self, sql: str, *arguments: Any) -> list[tuple[Any, ...]]:
        """All rows of a small query."""
        return self.connection.execute(sql, arguments).fetchall()

    def run(self, sql: str, *arguments: Any) -> int:
        """Run one statement; the rowid of an insert."""
        return self.connection.execute(sql, arguments).lastrowid or 0

    def _script(self, script: str) -> None:
        # executescript() would commit the open transaction first.
        for statement in script.split(";"):
            if statement.strip():
                self.connection.execute(statement)
