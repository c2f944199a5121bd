"""Queries and read feeds over the items of one container."""

from collections import OrderedDict
from dataclasses import replace
from typing import Any, Final

from local.cosmos import answers, compiling, indexing, ordered, paging, payload, ru, scope, session, textindex, wire
from local.cosmos.catalog import Container
from local.cosmos.errors import CROSS_PARTITION_DISABLED, NOT_SERVABLE, SqlRefusal, bad_request
from local.cosmos.paging import Position
from local.cosmos.querymetrics import Counts, metric_headers
from local.cosmos.reading import MAX_PAGE_BYTES, Page, learnt, next_range, scan, stopped, stream
from local.cosmos.scope import Scope
from local.cosmos.sql import Compiled, SqlError
from local.cosmos.wire import Request, Response

_DEFAULT_PAGE: Final = 100
_KEPT_RESULTS: Final = 16


class Queries:
    """Runs queries; keeps the last computed results so that their later pages need not be computed anew."""

    def __init__(self, *, strict: bool) -> None:
        self._strict = strict
        self._results: OrderedDict[tuple[Any, ...], tuple[list[str], Counts]] = OrderedDict()

    def forget(self) -> None:
        """Drop the kept results."""
        self._results.clear()

    def query(self, container: Container, request: Request, now: int) -> Response:
        """A page of a query, or its plan. Raises 400 for whatever the service refuses."""
        if request.flag("x-ms-cosmos-is-query-plan-request"):
            return self._plan(request)
        text, query = compiling.compiled(request, container.computed)
        where = self._scope(container, request, query)
        if self._strict:
            indexing.check_order(container.definition["indexingPolicy"], query.order_by)
        session.check(container, request.headers.get(wire.SESSION_TOKEN), where.part)
        mark = paging.fingerprint(container.rid, text)
        position = paging.read(request.headers.get(wire.CONTINUATION), mark)
        limit = wire.page_size(request, _DEFAULT_PAGE)
        if query.is_streamable:
            if query.texts and not where.is_few and textindex.search(container, query, where) is not None:
                where = replace(where, by_ring=False)  # as the index finds them: to sort them all would cost most
            where, position = scope.turn(where, container, position)
        try:
            page = self._page(container, query, where, request.body, position, limit, now)
        except SqlError as error:
            raise SqlRefusal(error.code, error.message, error.start, error.end) from None
        response = _answer(container, where, page, mark)
        response.headers.update(metric_headers(container, request, page.counts))
        return response

    def feed(self, container: Container, request: Request, now: int) -> Response:
        """All items, a page at a time, in no particular order."""
        where = scope.named(container, request) or scope.everything(container)
        mark = paging.fingerprint(container.rid, "")
        position = paging.read(request.headers.get(wire.CONTINUATION), mark)
        where, position = scope.turn(where, container, position)
        session.check(container, request.headers.get(wire.SESSION_TOKEN), where.part)
        limit = wire.page_size(request, _DEFAULT_PAGE)
        page = Page([], Counts(), next_range(container, where, position))
        size = 0
        for number, ring, _, body in scan(container, where, position, now):
            if len(page.texts) == limit or size > MAX_PAGE_BYTES:
                page.next = stopped(position, where, number, ring)
                break
            page.texts.append(body)
            size += len(body)
        page.counts = Counts(len(page.texts), size, len(page.texts), size)
        return _answer(container, where, page, mark)

    def _page(
        self, container: Container, query: Compiled, where: Scope, body: bytes, position: Position, limit: int, now: int
    ) -> Page:
        learning = container.documents.learning(learnt(container, query, where))
        if query.is_streamable:
            with learning:
                page = stream(container, query, where, position, limit, now)
            page.next = page.next or next_range(container, where, position)
            return page
        sorted_page = ordered.page(container, query, where, position, limit, now)
        if sorted_page is not None:
            return sorted_page
        with learning:
            return self._computed(container, query, where, body, position, limit, now)

    def _plan(self, request: Request) -> Response:
        plan = compiling.plan(request)
        return Response(200, {"content-type": wire.JSON_TYPE, wire.CHARGE: "0"}, payload.dumps(plan).encode())

    def _scope(self, container: Container, request: Request, query: Compiled) -> Scope:
        where = scope.named(container, request)
        if where is None:
            key = scope.pinned_key(container, query.pinned)
            crosses = request.flag("x-ms-documentdb-query-enablecrosspartition")
            if not crosses and key is None and self._strict:
                raise bad_request(CROSS_PARTITION_DISABLED)
            # With the flag the service plans even if the filter names one key (see its SDK's test_aggregate).
            if crosses and query.needs_plan and self._strict:
                raise bad_request(NOT_SERVABLE, 1004)
            where = scope.everything(container) if key is None else scope.of_key(container, key)
        return scope.narrowed(where, container, query.pinned)

    def _computed(
        self,
        container: Container,
        query: Compiled,
        where: Scope,
        body: bytes,
        position: Position,
        limit: int,
        now: int,
    ) -> Page:
        slice_ = scope.resumed(where, position)
        if slice_ is None:
            return Page([], Counts(), None)
        where = replace(slice_, by_ring=False)  # equal rows keep their order, however the slice is named
        # Any write changes an LSN, so a kept result is never stale; expiry is the only change without one.
        moment = now if container.default_ttl is not None else 0
        key = (container.rid, body, where.where, where.arguments, tuple(container.lsns.items()), moment)
        kept = self._results.get(key) if position.skip else None
        if kept is None:
            kept = _compute(container, query, where, now)
            if len(kept[0]) > limit:
                self._keep(key, kept)
        texts, counts = kept
        end = _page_end(texts, position.skip, limit)
        following = Position(skip=end, extent=where.extent) if end < len(texts) else None
        return Page(texts[position.skip : end], counts, following)

    def _keep(self, key: tuple[Any, ...], result: tuple[list[str], Counts]) -> None:
        self._results[key] = result
        while len(self._results) > _KEPT_RESULTS:
            self._results.popitem(last=False)


def _page_end(texts: list[str], start: int, limit: int) -> int:
    size = 0
    for index in range(start, min(start + limit, len(texts))):
        size += len(texts[index])
        if size > MAX_PAGE_BYTES:
            return index + 1
    return min(start + limit, len(texts))


def _compute(container: Container, query: Compiled, where: Scope, now: int) -> tuple[list[str], Counts]:
    counts = Counts()
    documents = []
    for _, _, _, body in scan(container, where, paging.START, now, query):
        counts.loaded += 1
        counts.loaded_bytes += len(body)
        documents.append(payload.stored(body))
    texts = [payload.dumps(row) for row in query.rows(documents)]
    counts.returned = len(texts)
    counts.returned_bytes = sum(map(len, texts))
    if query.is_aggregate and not query.has_group_by:
        counts.loaded = counts.loaded_bytes = 0  # the service answers these from the index
    return texts, counts


def _answer(container: Container, where: Scope, page: Page, mark: int) -> Response:
    ranges = 1 if where.part is not None else len(container.lsns)
    charge = ru.query(ranges, page.counts.loaded, page.counts.returned_bytes)
    response = answers.rows(container, container.parts[0] if where.part is None else where.part, page.texts, charge)
    if where.part is None:
        response.headers[wire.SESSION_TOKEN] = ",".join(f"{n}:-1#{lsn}" for n, lsn in container.lsns.items())
    if page.next is not None:
        response.headers[wire.CONTINUATION] = paging.write(page.next, mark)
    return response
