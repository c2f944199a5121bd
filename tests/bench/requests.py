"""How many Cosmos requests each operation makes once the process is warm, what they are charged, and the processor time of it all."""

import asyncio
import hashlib
import json
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any
from unittest import mock

import httpx
from azure.core.pipeline.transport import AsyncHttpResponse, HttpRequest

from local.cosmos.engine import Engine
from local.cosmos.options import Options
from local.cosmos.transport import AsyncEngineTransport
from local.provision import Storage, definition, provision_cosmos, provision_storage
from shared.app import App
from shared.composition import build_app
from shared.documents.revision import revision_id
from shared.kit.jobs import Job
from tests.api_client import ApiClient, Response
from tests.azurite import azurite
from tests.files import a_text_pdf
from tests.functions.auth.cookies import HEADER, NAME, cookie_of
from tests.people import PASSWORD, a_token, an_admin
from tests.settings import COSMOS_KEY, settings_for

CONTENT = a_text_pdf(*("Well 7 was shut in for an inspection of the wellhead. " * 8 for _ in range(10)))
COMPANY = 60  # documents that are there already, so that lists have a full page


@dataclass(frozen=True)
class Cost:
    """`charge` in RU as the local server estimates them; `cpu_ms` includes the database and the check of the answer, so an upper bound."""

    requests: int
    charge: float
    cpu_ms: float


@dataclass
class Meter:
    """What happened inside `charged`."""

    requests: int = 0
    charge: float = 0
    began: float = 0

    @property
    def cost(self) -> Cost:
        return Cost(self.requests, round(self.charge, 1), round((time.process_time() - self.began) * 1000, 1))


@contextmanager
def charged() -> Iterator[Meter]:
    meter = Meter(began=time.process_time())
    send = AsyncEngineTransport.send

    async def metering(self: AsyncEngineTransport, request: HttpRequest, **options: Any) -> AsyncHttpResponse:
        answer = await send(self, request, **options)
        meter.requests += 1
        meter.charge += float(answer.headers.get("x-ms-request-charge", 0))
        return answer

    with mock.patch.object(AsyncEngineTransport, "send", metering):
        yield meter


async def report(target: Path | None = None) -> str:
    """`target`: also written there, as JSON that the cost model reads."""
    engine = Engine.open(":memory:", Options(ranges=2))
    transport = AsyncEngineTransport(engine)
    storage = azurite.__wrapped__()  # type: ignore[attr-defined]  # the fixture's own generator
    running = next(storage)
    try:
        await provision_cosmos(f"AccountEndpoint=http://cosmos.bench/;AccountKey={COSMOS_KEY};", transport=transport)
        await provision_storage(Storage(running.connection_string))
        cosmos = f"AccountEndpoint=http://cosmos.bench/;AccountKey={COSMOS_KEY};"
        app = build_app(settings_for(storage=running.connection_string, cosmos=cosmos), cosmos_transport=transport)
        try:
            admin = await an_admin(app)
            client = ApiClient(app, a_token(app, admin))
            await journey(
                client, admin.email, admin.organisation_id, CONTENT
            )  # the first one also learns the partition keys
            for number in range(COMPANY):
                await announce(client, f"document {number}".encode())
            before = await stored_bytes(app)
            content = CONTENT + b"% not the same file again\n"
            costs = await journey(client, admin.email, admin.organisation_id, content)
            stored = await stored_bytes(app) - before
        finally:
            await app.close()
    finally:
        storage.close()
        engine.close()
    if target is not None:
        found = {
            "documentBytes": dict(sorted(stored.items())),
            "operations": {name: asdict(cost) for name, cost in costs.items()},
        }
        await asyncio.to_thread(target.write_text, json.dumps(found, indent=2) + "\n")
    lines = [
        "Cosmos requests per operation, warm (target: point read 1, page 1); RU; ms of processor time, database included:",
        *(f"  {name:<22} {cost.requests:>3} {cost.charge:>7.1f} {cost.cpu_ms:>7.1f}" for name, cost in costs.items()),
        f"  a document of ten pages, with its revision, text and history, is {stored.total()} bytes in the database",
    ]
    return "\n".join(lines)


async def stored_bytes(app: App) -> Counter[str]:
    """JSON of all items that stay, by container: sessions, leases and answers to repeated requests expire."""
    total: Counter[str] = Counter()
    known = {one["id"] for one in definition()["containers"]}
    for container in known & {"directory", "documents", "pages", "audit"}:
        async for item in app.database.proxy(container).read_all_items():
            total[container] += len(json.dumps(item))
    return total


async def announce(client: ApiClient, content: bytes) -> dict[str, Any]:
    digest = hashlib.sha256(content).hexdigest()
    draft = {"fileName": "a.pdf", "sizeBytes": len(content), "sha256": digest, "contentType": "application/pdf"}
    answer = await client.post("v1/documents", draft)
    assert answer.status == 201, answer.content
    found: dict[str, Any] = answer.json
    return found


async def journey(client: ApiClient, email: str, organisation_id: str, content: bytes) -> dict[str, Cost]:
    costs: dict[str, Cost] = {}

    async def step(name: str, method: str, path: str, body: object = None, **headers: str) -> Response:
        given = {key.replace("_", "-"): value for key, value in headers.items()}
        with charged() as meter:
            answer = await client.request(method, path, body, headers=given)
        assert answer.status < 300, answer.content
        costs[name] = meter.cost
        return answer

    async def work(name: str, doing: Callable[[], Any]) -> None:
        with charged() as meter:
            await doing()
        costs[f"{name} (worker)"] = meter.cost

    signed_in = await step("sign_in", "POST", "v1/auth/sign-in", {"email": email, "password": PASSWORD})
    await step("refresh_session", "POST", "v1/auth/refresh", Cookie=f"{NAME}={cookie_of(signed_in)}", **HEADER)
    await step("get_me", "GET", "v1/auth/me")
    await step("list_users", "GET", "v1/users")
    with charged() as meter:
        announced = await announce(client, content)
    costs["create_document"] = meter.cost
    document = str(announced["document"]["id"])
    path = f"v1/documents/{document}"
    await _put(announced["upload"]["url"], content)
    await step("complete_upload", "POST", f"{path}/complete")
    await step("list_documents", "GET", "v1/documents")
    await step("list_revisions", "GET", f"{path}/revisions")
    await step("get_revision", "GET", f"{path}/revisions/1")
    verification = Job.of("document.verify", organisation_id, document)
    await work("verify", lambda: client.app.documents.processing.verify(verification))
    facts = {"revisionId": revision_id(document, 1)}
    text, preview = (Job.of(f"document.{what}", organisation_id, document, **facts) for what in ("text", "preview"))
    await work("text", lambda: client.app.documents.derivation.extract_text(text))
    await work("preview", lambda: client.app.documents.derivation.draw_preview(preview))
    await step("search_documents", "GET", "v1/documents/search?q=wellhead")
    await _changes(step, path)
    return costs


async def _put(url: str, content: bytes) -> None:
    async with httpx.AsyncClient() as web:
        answer = await web.put(url, content=content, headers={"x-ms-blob-type": "BlockBlob"})
    assert answer.status_code == 201, answer.text


async def _changes(step: Callable[..., Any], path: str) -> None:
    draft = {"fileName": "a.pdf", "sizeBytes": 9, "sha256": "0" * 64, "contentType": "application/pdf"}
    await step("create_revision", "POST", f"{path}/revisions", draft)
    await step("get_upload", "GET", f"{path}/upload")
    await step("delete_revision", "DELETE", f"{path}/revisions/2")
    await step("create_download_url", "POST", f"{path}/download-url?revision=1")
    read = await step("get_document", "GET", path)
    changed = await step("change_document", "PATCH", path, {"title": "B"}, If_Match=read.json["etag"])
    await step("delete_document", "DELETE", path, If_Match=changed.json["etag"])
