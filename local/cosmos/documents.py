"""The items of one container as rows."""

import hashlib
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final

from local.cosmos import rids
from local.cosmos.store import Store

_MOST_INDEXES: Final = 16  # each slows writes down; a product filters and sorts by a few paths only
_LONG_WALK: Final = 20  # thousands of steps of SQLite's machine, of which an item takes about seven


@dataclass(slots=True)
class Row:
    """A stored item. `body` is the JSON answer as sent to clients, system properties included."""

    number: int
    part: int
    lsn: int
    ts: int
    expires: int | None
    etag: str
    body: bytes


@dataclass(frozen=True, slots=True)
class NewRow:
    """What a write stores."""

    pk: str
    id: str
    epk: str
    part: int
    lsn: int
    ts: int
    ttl: int | None
    expires: int | None
    etag: str


class Documents:
    """Reads and writes the tables of one container. Rows that expired are invisible."""

    def __init__(self, store: Store, number: int) -> None:
        self._connection = store.connection
        columns = "number, part, lsn, ts, expires, etag, CAST(body AS BLOB)"
        self._read = f"SELECT {columns} FROM items_{number} WHERE id = ? AND pk = ?"
        self._read_number = f"SELECT {columns}, id, pk FROM items_{number} WHERE number = ?"
        self._insert = (
            f"INSERT INTO items_{number} (number, pk, id, epk, part, lsn, ts, ttl, expires, etag, body) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        )
        self._update = f"UPDATE items_{number} SET id = ?, lsn = ?, ts = ?, ttl = ?, expires = ?, etag = ?, body = ? WHERE number = ?"
        self._delete = f"DELETE FROM items_{number} WHERE number = ?"
        self._free = f"DELETE FROM unique_{number} WHERE number = ?"
        self._claim = f"INSERT INTO unique_{number} (pk, slot, value, number) VALUES (?, ?, ?, ?)"
        self._holder = f"SELECT number FROM unique_{number} WHERE pk = ? AND slot = ? AND value = ?"
        self._table = f"items_{number}"
        self.by_id = f"INDEXED BY items_{number}_id"
        last = store.rows("SELECT seq FROM sqlite_sequence WHERE name = ?", self._table)
        names = store.rows("SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = ?", self._table)
        self._indexes = {name for (name,) in names if name.startswith(f"{self._table}_by_")}
        self._last_number = int(last[0][0]) if last else 0

    def read(self, key: str, identity: str, now: int) -> Row | None:
        """The live item, or None."""
        found = self._connection.execute(self._read, (identity, key)).fetchone()
        if found is None or (found[4] is not None and found[4] <= now):
            return None
        return Row(*found)

    def read_by_rid(self, container: bytes, rid: str, key: str, now: int) -> Row | None:
        """The live item under its resource id, if it has this partition key; or None."""
        number = rids.item_number(container, rid)
        if number is None:
            return None
        found = self._connection.execute(self._read_number, (number,)).fetchone()
        if found is None or found[8] != key or (found[4] is not None and found[4] <= now):
            return None
        return Row(*found[:7])

    def new_number(self) -> int:
        """A number no item of this container ever had; gaps appear when a write is refused."""
        self._last_number += 1
        return self._last_number

    def insert(self, number: int, row: NewRow, body: str) -> None:
        """Store a new item; raises sqlite3.IntegrityError if the id is taken."""
        values = (number, row.pk, row.id, row.epk, row.part, row.lsn, row.ts, row.ttl, row.expires, row.etag, body)
        self._connection.execute(self._insert, values)

    def update(self, number: int, row: NewRow, body: str) -> None:
        """Replace an item in place; raises sqlite3.IntegrityError if a new id is taken."""
        values = (row.id, row.lsn, row.ts, row.ttl, row.expires, row.etag, body, number)
        self._connection.execute(self._update, values)

    def delete(self, number: int, *, has_unique_keys: bool) -> None:
        self._connection.execute(self._delete, (number,))
        if has_unique_keys:
            self._connection.execute(self._free, (number,))

    def claim(self, key: str, values: Sequence[str], number: int, now: int) -> bool:
        """Take the unique values for an item; False if a live item holds one of them."""
        self._connection.execute(self._free, (number,))
        for slot, value in enumerate(values):
            try:
                self._connection.execute(self._claim, (key, slot, value, number))
            except sqlite3.IntegrityError:
                ((holder,),) = self._connection.execute(self._holder, (key, slot, value)).fetchall()
                if not self._is_expired(holder, now):
                    return False
                self.delete(holder, has_unique_keys=True)
                self._connection.execute(self._claim, (key, slot, value, number))
        return True

    def _is_expired(self, number: int, now: int) -> bool:
        found = self._connection.execute(self._read_number, (number,)).fetchone()
        return found is None or (found[4] is not None and found[4] <= now)

    def drop_expired(self, key: str, identity: str, now: int) -> None:
        """Remove an expired item that still occupies its id."""
        sql = f"SELECT number FROM {self._table} WHERE id = ? AND pk = ? AND expires <= ?"
        for (number,) in self._connection.execute(sql, (identity, key, now)).fetchall():
            self.delete(number, has_unique_keys=True)

    def sweep(self, now: int, limit: int = 1000) -> int:
        """Remove up to `limit` expired items; the number removed."""
        sql = f"SELECT number FROM {self._table} WHERE expires <= ? LIMIT ?"
        numbers = self._connection.execute(sql, (now, limit)).fetchall()
        for (number,) in numbers:
            self.delete(number, has_unique_keys=True)
        return len(numbers)

    def delete_key(self, key: str, epk: str) -> int:
        """Remove every item of one logical partition; the number removed."""
        sql = f"SELECT number FROM {self._table} WHERE epk = ? AND pk = ?"
        numbers = self._connection.execute(sql, (epk, key)).fetchall()
        for (number,) in numbers:
            self.delete(number, has_unique_keys=True)
        return len(numbers)

    def set_default_ttl(self, default: int | None) -> None:
        """Recompute when items expire after the container's default changed (None: time to live is off)."""
        if default is None:
            self._connection.execute(f"UPDATE {self._table} SET expires = NULL WHERE expires IS NOT NULL")
            return
        self._connection.execute(
            f"UPDATE {self._table} SET expires = CASE WHEN coalesce(ttl, ?1) = -1 THEN NULL ELSE ts + coalesce(ttl, ?1) END",
            (default,),
        )

    def scan(
        self, where: str, arguments: Sequence[Any], order: str, now: int, *, through: str = ""
    ) -> Iterator[tuple[int, str, int, str]]:
        """Live items as (number, epk, lsn, JSON text), lazily; `where` and `order` are SQL of this package.

        through: "INDEXED BY" one of our indexes, "NOT INDEXED" for a look-up by number, or what SQLite thinks best.
        """
        sql = (
            f"SELECT number, epk, lsn, body FROM {self._table} {through} "
            f"WHERE ({where}) AND (expires IS NULL OR expires > ?) ORDER BY {order}"
        )
        return self._connection.execute(sql, (*arguments, now))

    def has_at_most(self, limit: int, table: str, match: str) -> bool:
        """Whether a full-text search finds no more rows than that."""
        sql = f"SELECT count(*) FROM (SELECT 1 FROM {table} WHERE {table} MATCH ? LIMIT ?)"
        return int(self._connection.execute(sql, (match, limit + 1)).fetchone()[0]) <= limit

    def index(self, expressions: Sequence[str], *, create: bool = False) -> str:
        """How to read one logical partition in the order of these SQL expressions: "INDEXED BY", or "" without index."""
        columns = ", ".join(("epk", "pk", *expressions))
        name = f"{self._table}_by_{hashlib.blake2s(columns.encode(), digest_size=8).hexdigest()}"
        if name not in self._indexes:
            if not create or len(self._indexes) >= _MOST_INDEXES:
                return ""
            self._connection.execute(f"CREATE INDEX {name} ON {self._table} ({columns})")
            self._indexes.add(name)
        return f"INDEXED BY {name}"

    @contextmanager
    def learning(self, expressions: Sequence[str]) -> Iterator[None]:
        """Create the index of these expressions if what is read meanwhile was a long walk; none for no expressions."""
        if not expressions or self.index(expressions):
            yield
            return
        steps = 0

        def count() -> int:
            nonlocal steps
            steps += 1
            return 0

        self._connection.set_progress_handler(count, 1000)
        try:
            yield
        finally:
            self._connection.set_progress_handler(None, 0)
        if steps > _LONG_WALK:
            self.index(expressions, create=True)

    def statistics(self, part: int | None = None) -> tuple[int, int]:
        """Number of items and their bytes, of one range or of all."""
        where, arguments = ("", ()) if part is None else (" WHERE part = ?", (part,))
        sql = f"SELECT count(*), coalesce(sum(length(body)), 0) FROM {self._table}{where}"
        count, size = self._connection.execute(sql, arguments).fetchone()
        return int(count), int(size)

    def count(self) -> int:
        """Number of items, expired ones that still wait for their removal included."""
        return int(self._connection.execute(f"SELECT count(*) FROM {self._table}").fetchone()[0])
