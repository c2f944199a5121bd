"""Point operations on items: read, create, upsert, replace, patch, delete, delete a whole logical partition."""

from local.cosmos import answers, payload, ru, session, wire
from local.cosmos.catalog import Container
from local.cosmos.errors import CosmosError, not_found
from local.cosmos.store import Store
from local.cosmos.wire import Request, Response
from local.cosmos.writer import Conditions, Result, Writer


def read(container: Container, request: Request, now: int) -> Response:
    """One item by id and key; 304 if the client has this version."""
    headers = request.headers
    key = container.key.of_header(headers.get(wire.PARTITION_KEY))
    identity = request.route.names[2]
    row = container.documents.read(key.text, identity, now)
    token = headers.get(wire.SESSION_TOKEN)
    if row is None:
        part = container.part_of(container.key.effective(key))
        session.check(container, token, part)
        row = container.documents.read_by_rid(container.raw_rid, identity, key.text, now)
        if row is None:
            raise _missing(container, part)
    elif token:
        session.check(container, token, row.part)
    if headers.get("if-none-match") in ("*", row.etag):
        return _not_modified(answers.item(container, row.part, 304, row.etag, row.lsn, ru.MISS, b""))
    return answers.item(container, row.part, 200, row.etag, row.lsn, ru.read(len(row.body)), row.body)


def _missing(container: Container, part: int) -> CosmosError:
    error = not_found()
    error.headers = answers.session_headers(container, part)
    return error


def _not_modified(response: Response) -> Response:
    del response.headers["content-type"]
    return response


def write(store: Store, container: Container, request: Request, now: int) -> Response:
    """Create or upsert (POST), replace (PUT), patch (PATCH) or delete (DELETE) one item."""
    headers = request.headers
    payload.check_size(request.body)
    key = container.key.of_header(headers.get(wire.PARTITION_KEY))
    writer = Writer(container, key, now)
    with store.transaction():
        result = _apply(writer, request)
        writer.finish(store)
    writer.publish()
    body = b"" if headers.get("prefer") == "return=minimal" else result.body.encode()
    response = answers.item(container, writer.part, result.status, result.etag, result.lsn, result.charge, body)
    if result.status == 204:
        del response.headers["content-type"], response.headers["etag"]
    return response


def _apply(writer: Writer, request: Request) -> Result:
    headers = request.headers
    conditions = Conditions(headers.get("if-match"), headers.get("if-none-match"))
    if request.method == "POST":
        item = payload.loads_object(request.body)
        return writer.upsert(item, conditions) if request.flag("x-ms-documentdb-is-upsert") else writer.create(item)
    identity = request.route.names[2]
    if request.method == "PUT":
        return writer.replace(identity, payload.loads_object(request.body), conditions)
    if request.method == "PATCH":
        return writer.patch(identity, payload.loads_object(request.body), conditions)
    return writer.delete(identity, conditions)


def delete_partition(store: Store, container: Container, request: Request, now: int) -> Response:
    """Delete every item of one logical partition. The service works in the background; here it is done on return."""
    key = container.key.of_header(request.headers.get(wire.PARTITION_KEY))
    writer = Writer(container, key, now)
    with store.transaction():
        writer.delete_all()
        writer.finish(store)
    writer.publish()
    headers = answers.session_headers(container, writer.part)
    headers[wire.CHARGE] = ru.show(ru.METADATA)
    return Response(200, headers)
