"""Databases and containers in memory, kept equal to their rows in the store."""

import json
from dataclasses import dataclass, field
from typing import Any

from local.cosmos import rids, textindex
from local.cosmos.documents import Documents
from local.cosmos.errors import CosmosError, conflict, not_found, owner_not_found
from local.cosmos.partitionkey import KeyDefinition, parse_path
from local.cosmos.ranges import Layout, Range
from local.cosmos.store import Store


@dataclass(slots=True)
class Database:
    """One database and the containers in it, by id."""

    rid: str
    id: str
    etag: str
    ts: int
    containers: dict[str, "Container"] = field(default_factory=dict)

    @property
    def self_link(self) -> str:
        return f"dbs/{self.rid}/"

    def properties(self) -> dict[str, Any]:
        """The resource as clients see it."""
        return {
            "id": self.id,
            "_rid": self.rid,
            "_self": self.self_link,
            "_etag": self.etag,
            "_colls": "colls/",
            "_users": "users/",
            "_ts": self.ts,
        }


@dataclass(slots=True)
class Container:
    """One container: its definition, what follows from it, and the LSN of each live partition key range by its id."""

    number: int
    rid: str
    id: str
    database: Database
    definition: dict[str, Any]
    etag: str
    ts: int
    documents: Documents
    key: KeyDefinition
    layout: Layout
    lsns: dict[int, int]
    raw_rid: bytes
    default_ttl: int | None
    unique_paths: tuple[tuple[tuple[str, ...], ...], ...]
    computed: dict[str, str]
    text_paths: tuple[tuple[str, ...], ...]

    @property
    def self_link(self) -> str:
        return f"dbs/{self.database.rid}/colls/{self.rid}/"

    @property
    def alt_path(self) -> str:
        """The name path; without it in an answer clients drop the session token."""
        return f"dbs/{self.database.id}/colls/{self.id}"

    def properties(self) -> dict[str, Any]:
        """The resource as clients see it."""
        return {
            **self.definition,
            "_rid": self.rid,
            "_ts": self.ts,
            "_self": self.self_link,
            "_etag": self.etag,
            "_docs": "docs/",
            "_sprocs": "sprocs/",
            "_triggers": "triggers/",
            "_udfs": "udfs/",
            "_conflicts": "conflicts/",
        }

    @property
    def parts(self) -> tuple[int, ...]:
        """The ids of the live partition key ranges in the order of the ring."""
        return tuple(self.lsns)

    def part_of(self, effective: str) -> int:
        """The id of the partition key range that owns an effective partition key."""
        return self.layout.part_of(effective)


class Catalog:
    """Finds databases and containers by id or rid; every change is written through."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.databases: dict[str, Database] = {}
        self._databases_by_rid: dict[str, Database] = {}
        self._containers_by_rid: dict[str, Container] = {}
        self.reload()

    def reload(self) -> None:
        """Forget everything and read it from the store."""
        self.databases.clear()
        self._databases_by_rid.clear()
        self._containers_by_rid.clear()
        store = self._store
        for rid, name, etag, ts in store.rows("SELECT rid, id, etag, ts FROM databases ORDER BY rowid"):
            self._keep_database(Database(rid, name, etag, ts))
        columns = "number, rid, database, id, definition, etag, ts, ranges"
        for row in store.rows(f"SELECT {columns} FROM containers ORDER BY number"):
            number, rid, owner, name, definition, etag, ts, ranges = row
            database = self._databases_by_rid[owner]
            self._keep_container(self._build(number, rid, database, name, json.loads(definition), etag, ts, ranges))

    def _keep_database(self, database: Database) -> None:
        self.databases[database.id] = database
        self._databases_by_rid[database.rid] = database

    def _keep_container(self, container: Container) -> None:
        container.database.containers[container.id] = container
        self._containers_by_rid[container.rid] = container

    def _build(
        self,
        number: int,
        rid: str,
        database: Database,
        name: str,
        definition: dict[str, Any],
        etag: str,
        ts: int,
        n: int,
    ) -> Container:
        spec = definition["partitionKey"]
        key = KeyDefinition(tuple(parse_path(path) for path in spec["paths"]), spec["kind"], spec.get("version", 1))
        layout = Layout.of_equal_ranges(n, key.kind, key.version)
        for (part,) in self._store.rows("SELECT part FROM splits WHERE container = ? ORDER BY place", number):
            layout, _, _ = layout.split(part)
        lsns = dict(self._store.rows("SELECT part, lsn FROM progress WHERE container = ?", number))
        unique = definition.get("uniqueKeyPolicy", {}).get("uniqueKeys", [])
        return Container(
            number=number,
            rid=rid,
            id=name,
            database=database,
            definition=definition,
            etag=etag,
            ts=ts,
            documents=Documents(self._store, number),
            key=key,
            layout=layout,
            lsns={one.id: lsns.get(one.id, 1) for one in layout.ranges},
            raw_rid=rids.decode(rid),
            default_ttl=definition.get("defaultTtl"),
            unique_paths=tuple(tuple(parse_path(path) for path in one["paths"]) for one in unique),
            computed={one["name"]: one["query"] for one in definition.get("computedProperties", [])},
            text_paths=textindex.paths(definition),
        )

    def database(self, name: str, *, missing: CosmosError | None = None) -> Database:
        """By id, or by rid. Raises 404."""
        found = self.databases.get(name) or self._databases_by_rid.get(name)
        if found is None:
            raise missing or not_found()
        return found

    def container(self, database: str, name: str, *, as_owner: bool) -> Container:
        """By ids or rids. Raises 404, with substatus 1003 where the container is the parent of what was asked for."""
        owner = self.databases.get(database)
        found = owner.containers.get(name) if owner else None
        if found is None:
            found = self._containers_by_rid.get(name)
            parents = {database} & {found.database.rid, found.database.id} if found else None
            if found is None or not parents:
                self.database(database, missing=owner_not_found())
                raise owner_not_found() if as_owner else not_found()
        return found

    def container_by_rid(self, rid: str) -> Container | None:
        """None if the rid is no container's, such as a database's."""
        return self._containers_by_rid.get(rid)

    def create_database(self, name: str, etag: str, ts: int) -> Database:
        """Raises 409 if the id is taken. Inside a transaction."""
        if name in self.databases:
            raise conflict()
        database = Database(rids.new_database(), name, etag, ts)
        self._store.run("INSERT INTO databases (rid, id, etag, ts) VALUES (?, ?, ?, ?)", database.rid, name, etag, ts)
        self._keep_database(database)
        return database

    def delete_database(self, database: Database) -> None:
        """With everything in it. Inside a transaction."""
        for container in list(database.containers.values()):
            self.delete_container(container)
        self._store.run("DELETE FROM databases WHERE rid = ?", database.rid)
        del self.databases[database.id], self._databases_by_rid[database.rid]

    def create_container(
        self, database: Database, name: str, definition: dict[str, Any], etag: str, ts: int, ranges: int
    ) -> Container:
        """Raises 409 if the id is taken. Inside a transaction."""
        if name in database.containers:
            raise conflict()
        rid = rids.new_container(database.rid)
        number = self._store.run(
            "INSERT INTO containers (rid, database, id, definition, etag, ts, ranges) VALUES (?, ?, ?, ?, ?, ?, ?)",
            rid, database.rid, name, json.dumps(definition), etag, ts, ranges,
        )  # fmt: skip
        self._store.create_items(number)
        textindex.build(self._store.connection, number, textindex.paths(definition))
        container = self._build(number, rid, database, name, definition, etag, ts, ranges)
        self._keep_container(container)
        return container

    def replace_container(self, old: Container, definition: dict[str, Any], etag: str, ts: int) -> Container:
        """The container under its new definition. Inside a transaction."""
        self._store.run(
            "UPDATE containers SET definition = ?, etag = ?, ts = ? WHERE number = ?",
            json.dumps(definition), etag, ts, old.number,
        )  # fmt: skip
        container = self._build(
            old.number, old.rid, old.database, old.id, definition, etag, ts, self._first_ranges(old)
        )
        if container.default_ttl != old.default_ttl:
            container.documents.set_default_ttl(container.default_ttl)
        if container.text_paths != old.text_paths:
            textindex.build(self._store.connection, old.number, container.text_paths)
        self._keep_container(container)
        return container

    def split_range(self, container: Container, part: int) -> tuple[Range, Range]:
        """Cut a live range in two; both halves go on from its LSN. Raises ValueError for a single point. In a transaction."""
        layout, left, right = container.layout.split(part)
        self._store.record_split(container.number, part, left.id, right.id, right.low)
        lsn = container.lsns[part]
        container.layout = layout
        container.lsns = {one.id: container.lsns.get(one.id, lsn) for one in layout.ranges}
        for half in (left, right):
            self._store.record_lsn(container.number, half.id, lsn)
        return left, right

    def _first_ranges(self, container: Container) -> int:
        """How many ranges the container was created with."""
        ((count,),) = self._store.rows("SELECT ranges FROM containers WHERE number = ?", container.number)
        return int(count)

    def delete_container(self, container: Container) -> None:
        """With its items. Inside a transaction."""
        self._store.drop_items(container.number)
        self._store.run("DELETE FROM containers WHERE number = ?", container.number)
        self._store.run("DELETE FROM offers WHERE owner = ?", container.rid)
        del container.database.containers[container.id], self._containers_by_rid[container.rid]
