"""How many Cosmos requests each operation makes once the process is warm, what they are charged, and the processor time of it all."""

import asyncio
import hashlib
import json
from collections import Counter
from dataclasses import asdict
from pathlib import Path
from typing import Any

import httpx

from local.cosmos.engine import Engine
from local.cosmos.options import Options
from local.cosmos.transport import AsyncEngineTransport
from local.provision import Storage, definition, provision_cosmos, provision_storage
from shared.app import App
from shared.composition import build_app
from shared.documents.revision import revision_id
from shared.kit.jobs import Job
from tests.api_client import ApiClient
from tests.azurite import azurite
from tests.bench import field
from tests.bench.metering import Cost, Ledger, charged
from tests.files import a_text_pdf
from tests.functions.auth.cookies import HEADER, NAME, cookie_of
from tests.people import PASSWORD, a_token, an_admin
from tests.settings import COSMOS_KEY, settings_for

CONTENT = a_text_pdf(*("Well 7 was shut in for an inspection of the wellhead. " * 8 for _ in range(10)))
COMPANY = 60  # documents that are there already, so that lists have a full page


async def report(target: Path | None = None) -> str:
    """`target`: also written there, as JSON that the cost model reads."""
    engine = Engine.open(":memory:", Options(ranges=2))
    storage = azurite.__wrapped__()  # type: ignore[attr-defined]  # the fixture's own generator
    running = next(storage)
    try:
        costs, document, field_report = await measured(AsyncEngineTransport(engine), running.connection_string)
    finally:
        storage.close()
        engine.close()
    if target is not None:
        found = {
            "documentBytes": dict(sorted(document.items())),
            "reportBytes": dict(sorted(field_report.items())),
            "operations": {name: asdict(cost) for name, cost in costs.items()},
        }
        await asyncio.to_thread(target.write_text, json.dumps(found, indent=2) + "\n")
    lines = [
        "Cosmos requests per operation, warm (target: point read 1, page 1); RU; ms of processor time, database included:",
        *(f"  {name:<33} {cost.requests:>3} {cost.charge:>7.1f} {cost.cpu_ms:>7.1f}" for name, cost in costs.items()),
        f"  a document of ten pages, with its revision, text and history, is {document.total()} bytes in the database",
        f"  an approved report of a day, with its revision and history, is {field_report.total()}",
    ]
    return "\n".join(lines)


async def measured(transport: AsyncEngineTransport, storage: str) -> tuple[dict[str, Cost], Counter[str], Counter[str]]:
    """Of everything that is done, what it costs; what a document and what a field report leave, in bytes by container.

    Each is done twice: the first time also learns the partition keys.
    """
    cosmos = f"AccountEndpoint=http://cosmos.bench/;AccountKey={COSMOS_KEY};"
    await provision_cosmos(cosmos, transport=transport)
    await provision_storage(Storage(storage))
    app = build_app(settings_for(storage=storage, cosmos=cosmos), cosmos_transport=transport)
    try:
        admin = await an_admin(app)
        client = ApiClient(app, a_token(app, admin))
        await journey(client, admin.email, admin.organisation_id, CONTENT)
        for number in range(COMPANY):
            await announce(client, f"document {number}".encode())
        before = await stored_bytes(app)
        costs = await journey(client, admin.email, admin.organisation_id, CONTENT + b"% not the same file again\n")
        document = await stored_bytes(app) - before
        await field.journey(app, await an_admin(app))
        before = await stored_bytes(app)
        costs |= await field.journey(app, await an_admin(app))
        stored = await stored_bytes(app) - before
        return costs, document, Counter({name: stored[name] for name in ("analytics", "reports")})
    finally:
        await app.close()


async def stored_bytes(app: App) -> Counter[str]:
    """JSON of all items that stay, by container: sessions, leases and answers to repeated requests expire."""
    total: Counter[str] = Counter()
    known = {one["id"] for one in definition()["containers"]}
    for container in known & {"directory", "documents", "pages", "audit", "reports", "analytics"}:
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
    ledger = Ledger(client)
    call, work = ledger.call, ledger.work
    signed_in = await call("sign_in", "POST", "v1/auth/sign-in", {"email": email, "password": PASSWORD})
    session = {"Cookie": f"{NAME}={cookie_of(signed_in)}", **HEADER}
    await call("refresh_session", "POST", "v1/auth/refresh", headers=session)
    await call("get_me", "GET", "v1/auth/me")
    await call("list_users", "GET", "v1/users")
    with charged() as meter:
        announced = await announce(client, content)
    ledger.costs["create_document"] = meter.cost
    document = str(announced["document"]["id"])
    path = f"v1/documents/{document}"
    async with httpx.AsyncClient() as web:
        put = await web.put(announced["upload"]["url"], content=content, headers={"x-ms-blob-type": "BlockBlob"})
        assert put.status_code == 201, put.text
    await call("complete_upload", "POST", f"{path}/complete")
    await call("list_documents", "GET", "v1/documents")
    await call("list_revisions", "GET", f"{path}/revisions")
    await call("get_revision", "GET", f"{path}/revisions/1")
    verification = Job.of("document.verify", organisation_id, document)
    await work("verify", lambda: client.app.documents.processing.verify(verification))
    text, preview = (
        Job.of(f"document.{what}", organisation_id, document, revisionId=revision_id(document, 1))
        for what in ("text", "preview")
    )
    await work("text", lambda: client.app.documents.derivation.extract_text(text))
    await work("preview", lambda: client.app.documents.derivation.draw_preview(preview))
    await call("search_documents", "GET", "v1/documents/search?q=wellhead")
    await _changes(ledger, path)
    return ledger.costs


async def _changes(ledger: Ledger, path: str) -> None:
    call = ledger.call
    draft = {"fileName": "a.pdf", "sizeBytes": 9, "sha256": "0" * 64, "contentType": "application/pdf"}
    await call("create_revision", "POST", f"{path}/revisions", draft)
    await call("get_upload", "GET", f"{path}/upload")
    await call("delete_revision", "DELETE", f"{path}/revisions/2")
    await call("create_download_url", "POST", f"{path}/download-url?revision=1")
    read = await call("get_document", "GET", path)
    changed = await call("change_document", "PATCH", path, {"title": "B"}, headers={"If-Match": read.json["etag"]})
    await call("delete_document", "DELETE", path, headers={"If-Match": changed.json["etag"]})
