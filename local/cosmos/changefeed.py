"""The change feed: the latest version of every item, in the order of the partition's LSN."""

from email.utils import parsedate_to_datetime
from typing import Final

from local.cosmos import answers, ru, scope, session, wire
from local.cosmos.catalog import Container
from local.cosmos.errors import bad_request
from local.cosmos.scope import Scope
from local.cosmos.wire import Request, Response

_DEFAULT_PAGE: Final = 100


def read(container: Container, request: Request, now: int) -> Response:
    """A page of changes (200), or 304 when there are none; both carry the ETag to go on with."""
    mode = request.headers.get("a-im", "")
    if mode.strip().lower() not in ("incremental feed", "incremental-feed"):
        raise bad_request(f"The change feed mode '{mode}' is not supported by the local Cosmos server.")
    where = _scope(container, request)
    part = container.parts[0] if where.part is None else where.part
    session.check(container, request.headers.get(wire.SESSION_TOKEN), part)
    after = _start(container, request, part)
    sql, arguments = f"({where.where}) AND part = ? AND lsn > ?", [*where.arguments, part, after]
    since = request.headers.get("if-modified-since")
    if since is not None:
        sql += " AND ts >= ?"
        arguments.append(_seconds(since))
    limit = wire.page_size(request, _DEFAULT_PAGE)
    texts: list[str] = []
    last = after
    for _, _, lsn, body in container.documents.scan(sql, arguments, "lsn, number", now):
        # A batch shares one LSN and is never torn apart by a page.
        if len(texts) >= limit and lsn != last:
            break
        texts.append(f'{body[:-1]},"_lsn":{lsn}}}')
        last = lsn
    else:
        last = max(last, container.lsns[part])
    return _answer(container, part, texts, last)


def _answer(container: Container, part: int, texts: list[str], last: int) -> Response:
    etag = f'"{last}"'
    if not texts:
        headers = answers.session_headers(container, part)
        headers |= {"etag": etag, wire.CHARGE: ru.show(ru.MISS)}
        return Response(304, headers)
    charge = ru.query(1, len(texts), sum(map(len, texts)))
    response = answers.rows(container, part, texts, charge)
    response.headers["etag"] = etag
    return response


def _scope(container: Container, request: Request) -> Scope:
    where = scope.named(container, request)
    if where is not None and where.part is not None:
        return where
    if len(container.lsns) == 1:
        return where or scope.everything(container)
    raise bad_request("The change feed of a container with several partition key ranges is read range by range.")


def _start(container: Container, request: Request, part: int) -> int:
    """The LSN to start after."""
    etag = request.headers.get("if-none-match")
    if etag is None:
        return 0
    if etag == "*":
        return container.lsns[part]
    text = etag.strip('"')
    if not text.isdecimal():
        raise bad_request(f"The change feed continuation '{etag}' is invalid.")
    return int(text)


def _seconds(date: str) -> int:
    try:
        return int(parsedate_to_datetime(date).timestamp())
    except (TypeError, ValueError):
        raise bad_request(f"The date '{date}' of If-Modified-Since is invalid.") from None
