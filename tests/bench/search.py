"""Lists, filters and searches over many documents of one organisation: the API in this process, the Cosmos server in another.

The documents are made up from a seed: oilfield words as often as words are (Zipf), sites and types unevenly spread, one to three
pages each. Wall times are those of one caller; beside them stands the processor time of API and server, which other work on the
machine hardly moves.
"""

import asyncio
import random
import statistics
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import cached_property
from itertools import islice, pairwise
from pathlib import Path
from typing import Any
from unittest import mock
from urllib.parse import quote

from azure.core.pipeline.transport import AioHttpTransport, AsyncHttpResponse, HttpRequest

from local.provision import provision_cosmos
from shared.app import App
from shared.composition import build_app
from shared.documents.derivation import page_item
from shared.documents.extraction.pages import PageText
from shared.documents.model import Document
from shared.documents.revision import Revision, RevisionState, revision_id
from shared.identity.permissions import Role
from shared.kit.ids import ALPHABET
from tests.api_client import ApiClient
from tests.bench import wire
from tests.bench.vocabulary import SEED, Writer
from tests.local.cosmos.killing import port_of
from tests.local.cosmos.serving import Server, serving
from tests.people import Person, a_token
from tests.settings import COSMOS_KEY, settings_for

DOCUMENTS = 100_000
SITES = 40
TYPES = 12
ASKED = 20
BEGAN = datetime(2020, 1, 1, tzinfo=UTC)
RANGES = 4
FILE = "documents.sqlite"


@dataclass
class Metered(AioHttpTransport):
    """Counts requests and their charge."""

    requests: int = 0
    charge: float = 0.0

    def __post_init__(self) -> None:
        super().__init__()

    async def send(self, request: HttpRequest, **options: Any) -> AsyncHttpResponse:
        answer: AsyncHttpResponse = await super().send(request, **options)
        self.requests += 1
        self.charge += float(answer.headers.get("x-ms-request-charge", 0))
        return answer


@dataclass
class Corpus:
    """The same documents for the same seed."""

    many: int
    writer: Writer = field(default_factory=lambda: Writer(random.Random(SEED)))
    organisation_id: str = "01ARZ3NDEKTSV4RRFFQ69G5FAV"

    @cached_property
    def sites(self) -> list[str]:
        return [an_id(10**12 + number) for number in range(SITES)]

    @cached_property
    def types(self) -> list[str]:
        return [an_id(2 * 10**12 + number) for number in range(TYPES)]

    def documents(self) -> Iterator[tuple[Document, Revision, list[str]]]:
        for number in range(self.many):
            yield self._document(number)

    def _document(self, number: int) -> tuple[Document, Revision, list[str]]:
        draw = self.writer.draw
        at = BEGAN + timedelta(minutes=20 * number)
        kind = min(int(draw.expovariate(0.4)), TYPES - 1)
        identity: dict[str, Any] = {
            "organisation_id": self.organisation_id,
            "created_at": at,
            "updated_at": at,
            "created_by": an_id(1),
        }
        document_id = an_id(number)
        revision = Revision(
            **identity,
            id=revision_id(document_id, 1),
            document_id=document_id,
            number=1,
            file_name=f"{self.writer.words(2, '-')}-{number}.pdf",
            size_bytes=10_000,
            sha256=f"{number:064x}",
            content_type="application/pdf",
            blob_name=f"{self.organisation_id}/{document_id}/1",
            awaited_until=at,
            overdue_at=None,
            state=RevisionState.READY,
        )
        document = Document(
            **identity,
            id=document_id,
            title=f"{self.writer.words(draw.randint(3, 6))} {self.writer.well()}",
            site_id=self.sites[min(int(draw.expovariate(0.12)), SITES - 1)],
            newest=revision.summary(),
            type_id=self.types[kind],
            type_version=1,
            discipline=draw.choice(("DR", "PR", "ME", "EL", "HSE")),
            tags=tuple(sorted({self.writer.words(1) for _ in range(draw.randint(0, 3))})),
            fields={"well": self.writer.well(), "contractor": self.writer.words(2)},
            number=f"PC-{('DRL', 'PRD', 'DWG', 'HSE')[kind % 4]}-{number:06}",
        )
        pages = [self.writer.words(draw.randint(80, 220)) for _ in range(draw.choice((1, 1, 1, 2, 3)))]
        return document.with_revision(revision, at), revision, pages


def an_id(number: int) -> str:
    """In the order of the numbers."""
    return "01" + "".join(ALPHABET[(number >> shift) & 31] for shift in range(115, -1, -5))


def run(many: int = DOCUMENTS) -> None:
    """Print one row per measurement."""
    with tempfile.TemporaryDirectory(prefix="petroconnect-bench-") as name:
        folder, corpus = Path(name), Corpus(many)
        store(folder, corpus)
        ask(folder, corpus)


def store(folder: Path, corpus: Corpus) -> None:
    """Fill a server's file in the folder."""
    with serving(folder / FILE, "--ranges", str(RANGES)) as server:
        asyncio.run(provision_cosmos(_connection(server)))
        _fill(server, folder, corpus)


def ask(folder: Path, corpus: Corpus) -> None:
    """Measure on a file that was filled."""
    with serving(folder / FILE) as server:
        asyncio.run(_measured(server, corpus))


def _connection(server: Server) -> str:
    return f"AccountEndpoint={server.url}/;AccountKey={COSMOS_KEY};"


async def _measured(server: Server, corpus: Corpus) -> None:
    connection = _connection(server)
    meter = Metered()
    storage = "DefaultEndpointsProtocol=http;AccountName=a;AccountKey=YQ==;BlobEndpoint=http://127.0.0.1:1/a;QueueEndpoint=http://127.0.0.1:1/a;"
    app = build_app(
        settings_for(storage=storage, cosmos=connection, request_limit="100000000/day"), cosmos_transport=meter
    )
    try:
        with (
            mock.patch("tests.api_client.check_contract"),  # a test's work, not the product's
            mock.patch("shared.kit.http.limits.Standing.check"),  # 120 searches a minute are fewer than these
        ):
            await _ask_all(app, server, meter, corpus)
    finally:
        await app.close()
    print(f"  memory of the server {wire.memory(server.process.pid, 'VmHWM'):.0f} MB at most")


async def _ask_all(app: App, server: Server, meter: Metered, corpus: Corpus) -> None:
    owner = Person(an_id(1), corpus.organisation_id, "bench@petroconnect.test", Role.ENGINEER)
    everybody = ApiClient(app, a_token(app, owner))
    largest, small = corpus.sites[0], corpus.sites[30]
    scoped = {site: ApiClient(app, a_token(app, replace(owner, site_ids=(site,)))) for site in (largest, small)}
    for label, caller, paths in _questions(corpus, everybody, scoped[largest], scoped[small]):
        await _row(server, meter, label, caller, paths)


def _questions(
    corpus: Corpus, everybody: ApiClient, large: ApiClient, small: ApiClient
) -> Iterator[tuple[str, ApiClient, list[str]]]:
    draw, writer = random.Random(7), corpus.writer
    ids = [an_id(draw.randrange(corpus.many)) for _ in range(ASKED)]
    yield "point read", everybody, [f"/{one}" for one in ids]
    for sort in ("-createdAt", "title", "-number"):
        yield f"list, sorted by {sort}", everybody, [f"?sort={sort}"]
    yield "list, one site's reader", large, [""]
    yield "list of a type", everybody, [f"?typeId={one}" for one in corpus.types[:6]]
    yield "list of a site, by title", everybody, [f"?siteId={one}&sort=title" for one in corpus.sites[:20:2]]
    yield "list with a tag", everybody, [f"?tag={writer.rank(one)}" for one in range(20, 40)]
    yield "list with a field", everybody, [f"?field=well:{quote(writer.well())}" for _ in range(20)]
    yield "list of a month", everybody, ["?createdFrom=2021-05-01T00:00:00Z&createdBefore=2021-06-01T00:00:00Z"]
    rare, middle, common = ([writer.rank(one) for one in ranks] for ranks in _RANKS)
    for label, caller in (("", everybody), (", a large site's reader", large), (", a small site's reader", small)):
        yield f"search, rare word{label}", caller, [f"/search?q={one}" for one in rare]
        yield f"search, usual word{label}", caller, [f"/search?q={one}" for one in middle]
        yield f"search, common word{label}", caller, [f"/search?q={one}" for one in common]
    pairs = [f"{one}%20{other}" for one, other in zip(common, middle, strict=False)]
    yield "search, two words", everybody, [f"/search?q={pair}" for pair in pairs]
    yield "search, phrase of common words", everybody, [f"/search?q=%22{pair}%22" for pair in _pairs(common)]
    yield "search, number whole", everybody, [f"/search?q=PC-DWG-{draw.randrange(corpus.many):06}" for _ in range(20)]
    yield "search, number begun", everybody, [f"/search?q=PC-DRL-00{draw.randrange(100):02}" for _ in range(20)]
    yield "search, well", everybody, [f"/search?q={quote(writer.well())}" for _ in range(20)]
    yield "search, usual word of a type", everybody, [f"/search?q={one}&typeId={corpus.types[3]}" for one in middle]


_RANKS = (range(9_000, 9_040), range(400, 440), range(5, 25))


def _pairs(words: list[str]) -> list[str]:
    return [f"{one}%20{other}" for one, other in pairwise(words)]


def _fill(server: Server, folder: Path, corpus: Corpus) -> None:
    flags = {"x_ms_cosmos_is_batch_request": "True", "x_ms_cosmos_batch_atomic": "True", "prefer": "return=minimal"}
    taken, pages, began = 0.0, 0, time.perf_counter()
    with wire.caller(port_of(server)) as call:

        def write(container: str, key: list[str], items: list[dict[str, Any]]) -> None:
            nonlocal taken
            steps = [{"operationType": "Create", "resourceBody": item} for item in items]
            request = wire.signed("POST", f"/dbs/petroconnect/colls/{container}/docs", steps, key, **flags)
            asked = time.perf_counter()
            status, body = call(request)
            taken += time.perf_counter() - asked
            assert status == 200, body

        documents = corpus.documents()
        while some := list(islice(documents, 50)):
            items = [item for document, revision, _ in some for item in (document.to_item(), revision.to_item())]
            write("documents", [corpus.organisation_id], items)
            for document, revision, texts in some:
                found = [page_item(revision, PageText(number, text)) for number, text in enumerate(texts, 1)]
                pages += len(found)
                write("pages", [corpus.organisation_id, document.id], found)
    size = sum(file.stat().st_size for file in folder.iterdir()) / 1e6
    print(
        f"  {corpus.many:,} documents with a revision each and {pages:,} pages in one organisation, {RANGES} ranges: "
        f"stored in {time.perf_counter() - began:.0f} s ({taken:.0f} s of them the server's), {size:,.0f} MB"
    )


async def _row(server: Server, meter: Metered, label: str, caller: ApiClient, paths: list[str]) -> None:
    await caller.get(f"v1/documents{paths[-1]}")  # the first of its kind makes indexes and reads definitions
    taken, hits, complete = [], 0, 0
    before, own = wire.cpu_seconds(server.process.pid), time.process_time()
    requests, charge = meter.requests, meter.charge
    asked = [paths[number % len(paths)] for number in range(ASKED)]
    for path in asked:
        began = time.perf_counter()
        answer = await caller.get(f"v1/documents{path}")
        taken.append((time.perf_counter() - began) * 1000)
        assert answer.status == 200, answer.content
        hits += len(answer.json.get("items", [1]))
        complete += answer.json.get("isComplete", True)
    cpu = (wire.cpu_seconds(server.process.pid) - before) / ASKED * 1000
    own = (time.process_time() - own) / ASKED * 1000
    p95 = statistics.quantiles(taken, n=20)[-1]
    print(
        f"    {label:<48} p50 {statistics.median(taken):6.0f} ms  p95 {p95:6.0f} ms  processor {own:4.0f} + {cpu:4.0f} ms  "
        f"{(meter.requests - requests) / ASKED:4.1f} requests  {(meter.charge - charge) / ASKED:7.1f} RU  "
        f"{hits / ASKED:4.1f} rows  {100 * complete // ASKED:3d}% complete",
        flush=True,
    )
