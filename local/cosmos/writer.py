"""Changes to the items of one logical partition, one transaction long."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from local.cosmos import payload, rids, ru
from local.cosmos.catalog import Container
from local.cosmos.documents import NewRow, Row
from local.cosmos.errors import bad_request, conflict, key_mismatch, not_found, precondition_failed, unique_conflict
from local.cosmos.partitionkey import Key
from local.cosmos.patch import apply_patch
from local.cosmos.store import Store

ITEM_ID_LIMIT = 1024


@dataclass(frozen=True, slots=True)
class Conditions:
    """`If-Match` and `If-None-Match`, quotes included; None if absent."""

    if_match: str | None = None
    if_none_match: str | None = None

    def check(self, row: Row) -> None:
        """Raises 412 unless the item may be changed."""
        if self.if_match is not None and self.if_match not in ("*", row.etag):
            raise precondition_failed()
        if self.if_none_match is not None and self.if_none_match in ("*", row.etag):
            raise precondition_failed()


NO_CONDITIONS = Conditions()


@dataclass(frozen=True, slots=True)
class Result:
    """The outcome of one operation; `body` is JSON text, empty for a delete."""

    status: int
    etag: str
    body: str
    charge: float
    lsn: int


class Writer:
    """Applies operations; the caller owns the transaction and calls `finish` inside it, `publish` after the commit.

    All writes of one Writer share one LSN. Nothing is visible outside before the commit.
    """

    def __init__(self, container: Container, key: Key, now: int) -> None:
        self._container = container
        self._documents = container.documents
        self._key = key
        self._epk = container.key.effective(key)
        self._now = now
        self.part = container.part_of(self._epk)
        self._current = container.lsns[self.part]
        self._writes = 0

    @property
    def lsn(self) -> int:
        """The partition's LSN as of now."""
        return self._current + (1 if self._writes else 0)

    def read(self, identity: str, if_none_match: str | None = None) -> Result:
        """Raises 404; status 304 without body if the ETag is the given one."""
        row = self._existing(identity)
        if if_none_match in ("*", row.etag):
            return Result(304, row.etag, "", ru.MISS, row.lsn)
        return Result(200, row.etag, row.body.decode(), ru.read(len(row.body)), row.lsn)

    def create(self, item: dict[str, Any]) -> Result:
        """Raises 409 if the id or a unique value is taken."""
        identity = self._accept(item)
        number = self._documents.new_number()
        row, text, charge = self._prepare(identity, item, number)
        if self._container.default_ttl is not None:
            self._documents.drop_expired(self._key.text, identity, self._now)
        try:
            self._documents.insert(number, row, text)
        except sqlite3.IntegrityError:
            raise conflict() from None
        self._claim(item, number)
        return Result(201, row.etag, text, ru.insert(len(text), charge), row.lsn)

    def upsert(self, item: dict[str, Any], conditions: Conditions = NO_CONDITIONS) -> Result:
        """Create or replace by id. Raises 412 if a condition fails; an item that is not there meets every condition."""
        identity = self._accept(item)
        row = self._documents.read(self._key.text, identity, self._now)
        if row is None:
            return self.create(item)
        conditions.check(row)
        return self._overwrite(row, identity, item)

    def replace(self, identity: str, item: dict[str, Any], conditions: Conditions = NO_CONDITIONS) -> Result:
        """Replace, possibly under another id. Raises 404, 409, 412."""
        new_identity = self._accept(item)
        row = self._existing(identity)
        conditions.check(row)
        return self._overwrite(row, new_identity, item)

    def patch(self, identity: str, change: Mapping[str, Any], conditions: Conditions = NO_CONDITIONS) -> Result:
        """Apply `{"condition"?, "operations"}`. Raises 400, 404, 412."""
        row = self._existing(identity)
        conditions.check(row)
        item = apply_patch(payload.decode(row.body.decode()), change, self._container.key.paths)
        return self._overwrite(row, self._accept(item), item)

    def delete(self, identity: str, conditions: Conditions = NO_CONDITIONS) -> Result:
        """Raises 404, 412."""
        row = self._existing(identity)
        conditions.check(row)
        self._documents.delete(row.number, has_unique_keys=bool(self._container.unique_paths))
        self._writes += 1
        size, paths = len(row.body), ru.leaves(payload.decode(row.body.decode())) - len(payload.SYSTEM)
        return Result(204, "", "", ru.insert(size, paths), self.lsn)

    def delete_all(self) -> int:
        """Delete the whole logical partition; the number of items."""
        count = self._documents.delete_key(self._key.text, self._epk)
        self._writes += count
        return count

    def finish(self, store: Store) -> None:
        """Record the LSN; inside the transaction."""
        if self._writes:
            store.record_lsn(self._container.number, self.part, self.lsn)

    def publish(self) -> None:
        """Make the new LSN known; after the commit."""
        self._container.lsns[self.part] = self.lsn

    def _existing(self, identity: str) -> Row:
        row = self._documents.read(self._key.text, identity, self._now)
        if row is None:
            row = self._documents.read_by_rid(self._container.raw_rid, identity, self._key.text, self._now)
        if row is None:
            raise not_found()
        return row

    def _accept(self, item: Any) -> str:
        if not isinstance(item, dict):
            raise bad_request("The item has to be a JSON object.")
        identity = payload.check_id(item.get("id"), ITEM_ID_LIMIT)
        if self._container.key.of_item(item) != self._key:
            raise key_mismatch()
        payload.strip_system(item)
        return identity

    def _prepare(self, identity: str, item: dict[str, Any], number: int) -> tuple[NewRow, str, int]:
        ttl = payload.check_ttl(item)
        default = self._container.default_ttl
        lasting = default if ttl is None else ttl
        expires = None if default is None or lasting is None or lasting == -1 else self._now + lasting
        lsn = self._current + 1
        self._writes += 1
        etag = f'"{lsn:08x}-{self._writes:04x}-{self.part:04x}-0000-{self._now:08x}0000"'
        rid = rids.item(self._container.raw_rid, number)
        text = payload.compose(item, rid, self._container.self_link, etag, self._now)
        row = NewRow(self._key.text, identity, self._epk, self.part, lsn, self._now, ttl, expires, etag)
        return row, text, ru.leaves(item)

    def _overwrite(self, old: Row, identity: str, item: dict[str, Any]) -> Result:
        row, text, paths = self._prepare(identity, item, old.number)
        if self._container.default_ttl is not None:
            self._documents.drop_expired(self._key.text, identity, self._now)
        try:
            self._documents.update(old.number, row, text)
        except sqlite3.IntegrityError:
            raise conflict() from None
        self._claim(item, old.number)
        return Result(200, row.etag, text, ru.replace(len(text), paths), row.lsn)

    def _claim(self, item: Mapping[str, Any], number: int) -> None:
        if not self._container.unique_paths:
            return
        values = [payload.dumps([_at(item, path) for path in paths]) for paths in self._container.unique_paths]
        if not self._documents.claim(self._key.text, values, number, self._now):
            raise unique_conflict()


def _at(item: Mapping[str, Any], path: tuple[str, ...]) -> Any:
    """The value at a path; a missing one counts as null."""
    value: Any = item
    for step in path:
        if not isinstance(value, Mapping):
            return None
        value = value.get(step)
    return value
