"""The account, databases, containers, offers and partition key ranges."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from local.cosmos import answers, offers, policies, rids, splitting, wire
from local.cosmos.catalog import Catalog, Container, Database
from local.cosmos.compiling import compiled
from local.cosmos.errors import (
    AAD_CONTROL_PLANE,
    CROSS_PARTITION_DISABLED,
    SERVERLESS_READ,
    CosmosError,
    bad_request,
    not_found,
    precondition_failed,
)
from local.cosmos.options import Options
from local.cosmos.payload import check_id, dumps, loads_object
from local.cosmos.store import Store
from local.cosmos.wire import Request, Response

_ID_LIMIT = 255


class Resources:
    """Everything that is not an item."""

    def __init__(self, store: Store, catalog: Catalog, options: Options) -> None:
        self._store = store
        self._catalog = catalog
        self._options = options
        self._changes = 0

    def _etag(self, now: int) -> str:
        self._changes += 1
        return f'"{now:08x}-{self._changes & 0xFFFF:04x}-0000-0000-{now:012x}"'

    def account(self, request: Request) -> Response:
        """The account, advertising the very address the client used: it sends everything there from now on."""
        endpoint = f"{request.headers.get(':scheme', 'http')}://{request.headers.get('host', 'localhost')}/"
        region = [{"name": "Local", "databaseAccountEndpoint": endpoint}]
        body = {
            "_self": "",
            "id": "local",
            "_rid": "local",
            "media": "//media/",
            "addresses": "//addresses/",
            "_dbs": "//dbs/",
            "writableLocations": region,
            "readableLocations": region,
            "enableMultipleWriteLocations": False,
            "enablePerPartitionFailoverBehavior": False,
            "continuousBackupEnabled": False,
            "userReplicationPolicy": {"asyncReplication": False, "minReplicaSetSize": 1, "maxReplicasetSize": 4},
            "userConsistencyPolicy": {"defaultConsistencyLevel": "Session"},
            "systemReplicationPolicy": {"minReplicaSetSize": 1, "maxReplicasetSize": 4},
            "readPolicy": {"primaryReadCoefficient": 1, "secondaryReadCoefficient": 1},
            "queryEngineConfiguration": "{}",
        }
        return Response(200, {"content-type": wire.JSON_TYPE, wire.CHARGE: "0"}, dumps(body).encode())

    def databases(self, request: Request, now: int) -> Response:
        """`/dbs`: list, query, create."""
        if request.method == "POST" and not is_query(request):
            return self._create_database(request, now)
        rows = [database.properties() for database in self._catalog.databases.values()]
        return answers.feed("", "Databases", self._select(request, rows))

    def database(self, request: Request) -> Response:
        """`/dbs/{id}`: read, delete."""
        found = self._catalog.database(request.route.names[0])
        if request.method == "GET":
            return answers.resource(200, found.properties())
        _check_match(request, found.etag)
        _only(request, "DELETE")
        refuse_token(request)
        with self._transaction():
            self._catalog.delete_database(found)
            self._store.run("DELETE FROM offers WHERE owner = ?", found.rid)
        return answers.no_content()

    def containers(self, request: Request, now: int) -> Response:
        """`/dbs/{id}/colls`: list, query, create."""
        database = self._catalog.database(request.route.names[0], missing=None)
        if request.method == "POST" and not is_query(request):
            return self._create_container(database, request, now)
        rows = [container.properties() for container in database.containers.values()]
        return answers.feed(database.rid, "DocumentCollections", self._select(request, rows))

    def container(self, request: Request, now: int) -> Response:
        """`/dbs/{id}/colls/{id}`: read, replace, delete."""
        database, name = request.route.names
        found = self._catalog.container(database, name, as_owner=False)
        if request.method == "GET":
            return self._read_container(found, request)
        _check_match(request, found.etag)
        refuse_token(request)
        if request.method == "DELETE":
            with self._transaction():
                self._catalog.delete_container(found)
            return answers.no_content()
        _only(request, "PUT")
        definition = policies.replacement(found.definition, loads_object(request.body))
        with self._transaction():
            found = self._catalog.replace_container(found, definition, self._etag(now), now)
        return answers.resource(200, found.properties())

    def offers(self, request: Request, now: int) -> Response:
        """`/offers` and `/offers/{rid}`: list, query, read, replace."""
        if self._options.serverless:
            raise bad_request(SERVERLESS_READ)
        if request.route.is_feed:
            return answers.feed("", "Offers", self._select(request, offers.listed(self._store)))
        rid = request.route.names[0]
        if request.method == "GET":
            return answers.resource(200, offers.get(self._store, rid))
        _only(request, "PUT")
        refuse_token(request)
        wanted = loads_object(request.body)
        before = offers.get(self._store, rid)["content"]
        with self._store.transaction():
            offer = offers.replace(self._store, rid, wanted, now)
        owner = self._catalog.container_by_rid(offer["offerResourceId"])
        if owner is not None:
            count = offers.ranges_after(before, offer["content"], self._options.ranges)
            splitting.grow(self._store, self._catalog, owner, count)
        return answers.resource(200, offer)

    def _create_database(self, request: Request, now: int) -> Response:
        refuse_token(request)
        name = check_id(loads_object(request.body).get("id"), _ID_LIMIT)
        wanted = offers.requested(request, serverless=self._options.serverless)
        with self._transaction():
            database = self._catalog.create_database(name, self._etag(now), now)
            if wanted is not None:
                offers.create(self._store, database, wanted, now)
        return answers.resource(201, database.properties())

    def _create_container(self, database: Database, request: Request, now: int) -> Response:
        refuse_token(request)
        body = loads_object(request.body)
        name = check_id(body.get("id"), _ID_LIMIT)
        definition = policies.complete(body)
        wanted = offers.requested(request, serverless=self._options.serverless)
        if wanted is None and not self._options.serverless and not self._shares_throughput(database):
            wanted = offers.content({"offerThroughput": 400})
        count = offers.ranges(wanted, self._options.ranges)
        with self._transaction():
            container = self._catalog.create_container(database, name, definition, self._etag(now), now, count)
            if wanted is not None:
                offers.create(self._store, container, wanted, now)
        response = answers.resource(201, container.properties())
        response.headers["x-ms-alt-content-path"] = f"dbs/{database.id}"
        return response

    def _read_container(self, container: Container, request: Request) -> Response:
        properties = container.properties()
        if request.flag("x-ms-documentdb-populatepartitionstatistics"):
            properties["statistics"] = [_statistics(container, part) for part in container.parts]
        response = answers.resource(200, properties)
        response.headers.update(answers.session_headers(container, container.parts[0]))
        response.headers["x-ms-alt-content-path"] = f"dbs/{container.database.id}"
        if request.flag("x-ms-documentdb-populatequotainfo"):
            response.headers.update(_quota(container))
        return response

    def _shares_throughput(self, database: Database) -> bool:
        return bool(self._store.rows("SELECT 1 FROM offers WHERE owner = ?", database.rid))

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        """A transaction that also brings the catalogue back to what is stored if it fails."""
        try:
            with self._store.transaction():
                yield
        except CosmosError:
            raise  # refused before anything changed
        except BaseException:
            self._catalog.reload()
            raise

    def _select(self, request: Request, rows: list[dict[str, Any]]) -> list[Any]:
        """The rows of a feed, through the query in the body if there is one."""
        if request.method == "GET":
            return rows
        _only(request, "POST")
        _, query = compiled(request)
        return query.rows(rows)


def is_query(request: Request) -> bool:
    """Whether a POST asks for rows, or for the plan of a query, instead of creating something."""
    if request.flag("x-ms-documentdb-isquery") or request.flag("x-ms-cosmos-is-query-plan-request"):
        return True
    return request.headers.get("content-type", "").startswith(wire.QUERY_TYPE)


def refuse_token(request: Request) -> None:
    """Raises 403/5300 if the caller is known by a token of the directory: those may only touch items."""
    if request.headers.get(":credential") == "aad":
        raise CosmosError(403, AAD_CONTROL_PLANE, 5300)


def partition_ranges(container: Container, request: Request) -> Response:
    """`/pkranges` as a change feed: clients drain it until a literal 304, and hang if that never comes."""
    etag = f'"{container.rid}-{container.layout.used}"'
    headers = {"etag": etag, wire.CHARGE: "1", "x-ms-alt-content-path": container.alt_path}
    if request.headers.get("if-none-match") == etag:
        return Response(304, headers)
    rows = []
    for one in container.layout.ranges:
        rid = rids.range_rid(container.raw_rid, one.id)
        rows.append(
            {
                "id": str(one.id),
                "_rid": rid,
                "_self": f"{container.self_link}pkranges/{rid}/",
                "_etag": etag,
                "_ts": container.ts,
                "minInclusive": one.low,
                "maxExclusive": one.high,
                "ridPrefix": one.id,
                "throughputFraction": 1 / len(container.lsns),
                "status": "online",
                "parents": [str(parent) for parent in one.parents],
                "lsn": container.lsns[one.id],
            }
        )
    answer = answers.feed(container.rid, "PartitionKeyRanges", rows)
    answer.headers.update(headers)
    return answer


def _only(request: Request, method: str) -> None:
    if request.method != method:
        raise CosmosError(405, f"The method {request.method} is not allowed on this resource.")


def _check_match(request: Request, etag: str) -> None:
    wanted = request.headers.get("if-match")
    if wanted is not None and wanted not in ("*", etag):
        raise precondition_failed()


def _statistics(container: Container, part: int) -> dict[str, Any]:
    count, size = container.documents.statistics(part)
    return {
        "id": str(part),
        "sizeInKB": size // 1024,
        "documentCount": count,
        "sampledDistinctPartitionKeyCount": 0,
        "partitionKeys": [],
    }


def _quota(container: Container) -> dict[str, str]:
    count, size = container.documents.statistics()
    kilobytes = size // 1024
    return {
        "x-ms-resource-quota": "documentSize=51200;documentsSize=26214400;documentsCount=-1;collectionSize=26214400;",
        "x-ms-resource-usage": f"documentSize=0;documentsSize={kilobytes};documentsCount={count};collectionSize={kilobytes};",
        "x-ms-documentdb-collection-index-transformation-progress": "100",
    }


def conflicts(container: Container, request: Request) -> Response:
    """`/conflicts`: always empty, as in every account with one write region."""
    if not request.route.is_feed:
        raise not_found()
    named = wire.PARTITION_KEY in request.headers or request.flag("x-ms-documentdb-query-enablecrosspartition")
    if request.method == "POST" and not named:
        raise bad_request(CROSS_PARTITION_DISABLED)
    return answers.feed(container.rid, "Conflicts", [])
