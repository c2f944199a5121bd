"""The headers and bodies of successful answers."""

from typing import Any

from local.cosmos import ru, wire
from local.cosmos.catalog import Container
from local.cosmos.payload import dumps
from local.cosmos.wire import Response


def resource(status: int, properties: dict[str, Any], *, charge: float = ru.METADATA) -> Response:
    """One database, container or offer."""
    return Response(
        status,
        {"content-type": wire.JSON_TYPE, "etag": properties["_etag"], wire.CHARGE: ru.show(charge)},
        dumps(properties).encode(),
    )


def feed(rid: str, name: str, rows: list[dict[str, Any]]) -> Response:
    """A list of resources under the name clients expect, such as `DocumentCollections`."""
    headers = {
        "content-type": wire.JSON_TYPE,
        wire.CHARGE: ru.show(ru.METADATA),
        "x-ms-item-count": str(len(rows)),
    }
    return Response(200, headers, dumps({"_rid": rid, name: rows, "_count": len(rows)}).encode())


def no_content(charge: float = ru.METADATA) -> Response:
    """204: a deletion, without a body."""
    return Response(204, {wire.CHARGE: ru.show(charge)})


def session_headers(container: Container, part: int) -> dict[str, str]:
    """What lets a client keep its session: LSN, token, and the two paths without which it drops the token."""
    lsn = container.lsns[part]
    return {
        "lsn": str(lsn),
        wire.SESSION_TOKEN: f"{part}:-1#{lsn}",
        wire.RANGE_ID: str(part),
        "x-ms-alt-content-path": container.alt_path,
        "x-ms-content-path": container.rid,
    }


def item(
    container: Container, part: int, status: int, etag: str, item_lsn: int, charge: float, body: bytes
) -> Response:
    """One item; `body` is the stored text."""
    lsn = container.lsns[part]
    return Response(
        status,
        {
            "content-type": wire.JSON_TYPE,
            "etag": etag,
            wire.CHARGE: ru.show(charge),
            "lsn": str(lsn),
            "x-ms-item-lsn": str(item_lsn),
            wire.SESSION_TOKEN: f"{part}:-1#{lsn}",
            wire.RANGE_ID: str(part),
            "x-ms-alt-content-path": container.alt_path,
            "x-ms-content-path": container.rid,
        },
        body,
    )


def rows(container: Container, part: int, texts: list[str], charge: float) -> Response:
    """A page of items or query results, each already JSON text."""
    headers = session_headers(container, part)
    headers["content-type"] = wire.JSON_TYPE
    headers[wire.CHARGE] = ru.show(charge)
    headers["x-ms-item-count"] = str(len(texts))
    body = f'{{"_rid":"{container.rid}","Documents":[{",".join(texts)}],"_count":{len(texts)}}}'
    return Response(200, headers, body.encode())
