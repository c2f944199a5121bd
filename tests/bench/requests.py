"""How many Cosmos requests each operation makes once the process is warm."""

import hashlib

import httpx

from local.cosmos.engine import Engine
from local.cosmos.options import Options
from local.cosmos.transport import AsyncEngineTransport
from local.provision import Storage, provision_cosmos, provision_storage
from shared.composition import build_app
from shared.kit.jobs import Job
from tests.api_client import ApiClient
from tests.azurite import azurite
from tests.people import PASSWORD, a_token, an_admin, counted_requests
from tests.settings import COSMOS_KEY, settings_for

CONTENT = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


async def report() -> str:
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
            await journey(client, admin.email, admin.organisation_id)  # the first one also learns the partition keys
            with counted_requests():
                counts = await journey(client, admin.email, admin.organisation_id)
        finally:
            await app.close()
    finally:
        storage.close()
        engine.close()
    lines = ["Cosmos requests per operation, warm (target: point read 1, page 1):"]
    return "\n".join([*lines, *(f"  {name:<22} {count}" for name, count in counts.items())])


async def journey(client: ApiClient, email: str, organisation_id: str) -> dict[str, int]:
    counts: dict[str, int] = {}

    async def step(name: str, method: str, path: str, body: object = None, **headers: str) -> dict[str, object]:
        with counted_requests() as made:
            answer = await client.request(
                method, path, body, headers={key.replace("_", "-"): value for key, value in headers.items()}
            )
        assert answer.status < 300, answer.content
        counts[name] = len(made)
        return answer.json if answer.content else {}

    await step("sign_in", "POST", "v1/auth/sign-in", {"email": email, "password": PASSWORD})
    await step("get_me", "GET", "v1/auth/me")
    await step("list_users", "GET", "v1/users")
    digest = hashlib.sha256(CONTENT).hexdigest()
    draft = {"fileName": "a.pdf", "sizeBytes": len(CONTENT), "sha256": digest, "contentType": "application/pdf"}
    announced = await step("create_document", "POST", "v1/documents", draft)
    document, upload = announced["document"], announced["upload"]
    assert isinstance(document, dict) and isinstance(upload, dict)
    path = f"v1/documents/{document['id']}"
    async with httpx.AsyncClient() as web:
        put = await web.put(upload["url"], content=CONTENT, headers={"x-ms-blob-type": "BlockBlob"})
        assert put.status_code == 201, put.text
    await step("complete_upload", "POST", f"{path}/complete")
    await step("list_documents", "GET", "v1/documents")
    await step("list_revisions", "GET", f"{path}/revisions")
    await step("get_revision", "GET", f"{path}/revisions/1")
    job = Job.of("document.verify", organisation_id, str(document["id"]))
    with counted_requests() as made:
        await client.app.documents.processing.verify(job)
    counts["verify (worker)"] = len(made)
    await step("create_revision", "POST", f"{path}/revisions", draft)
    await step("get_upload", "GET", f"{path}/upload")
    await step("delete_revision", "DELETE", f"{path}/revisions/2")
    await step("create_download_url", "POST", f"{path}/download-url?revision=1")
    read = await step("get_document", "GET", path)
    changed = await step("change_document", "PATCH", path, {"title": "B"}, If_Match=str(read["etag"]))
    await step("delete_document", "DELETE", path, If_Match=str(changed["etag"]))
    return counts
