"""Documents and files as tests need them: announced, uploaded and verified through the product, bytes through the real storage."""

import asyncio
import base64
import hashlib
import io
import zipfile
from dataclasses import dataclass
from typing import Any

import httpx

from shared.app import App
from shared.documents.announcing import Upload
from shared.documents.drafts import DocumentDraft, FileDraft
from shared.documents.model import Document
from shared.documents.revision import QUARANTINE, Revision, blob_name
from shared.documents.work import derivation_of
from shared.identity.actor import Actor
from shared.identity.permissions import Role
from shared.kit.blob_path import BlobPath
from shared.kit.ids import new_id
from shared.kit.jobs import Job
from shared.kit.query import Query
from tests.api_client import ApiClient
from tests.people import Person, a_token, an_email

PDF = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%EOF\n"
PROGRAM = b"\x7fELF\x02\x01\x01" + bytes(57) + b"not really machine code"


def somebody(
    role: Role = Role.ENGINEER, *, organisation_id: str = "", site_ids: tuple[str, ...] | None = None
) -> Person:
    """Of an organisation of their own. Documents ask nobody who that is: the token says it."""
    return Person(new_id(), organisation_id or new_id(), an_email(role.value), role, site_ids)


def as_person(client: ApiClient, app: App, person: Person) -> ApiClient:
    return client.signed_in(a_token(app, person))


def a_pdf(size: int = 200, *, mark: str = "") -> bytes:
    """Bytes that are a PDF as far as signatures go."""
    return PDF + b"%" + mark.encode() + b" " * max(0, size - len(PDF) - 1 - len(mark))


def an_archive(*names: str, comment: bytes = b"") -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(name, f"content of {name}" * 20)
        archive.comment = comment
    return stream.getvalue()


def announcement(content: bytes, file_name: str = "report.pdf", **changes: Any) -> dict[str, Any]:
    """The body of POST /documents for these bytes."""
    return {
        "fileName": file_name,
        "sizeBytes": len(content),
        "sha256": hashlib.sha256(content).hexdigest(),
        "contentType": "application/pdf",
        **changes,
    }


async def put(url: str, content: bytes) -> httpx.Response:
    """What the browser sends to a signed URL."""
    async with httpx.AsyncClient(timeout=30) as browser:
        return await browser.put(url, content=content, headers={"x-ms-blob-type": "BlockBlob"})


async def put_blocks(url: str, blocks: list[bytes]) -> httpx.Response:
    """All blocks side by side, then the list; the answer to the list."""
    names = [base64.b64encode(f"block-{number:06d}".encode()).decode() for number in range(len(blocks))]
    async with httpx.AsyncClient(timeout=30) as browser:
        answers = await asyncio.gather(
            *(
                browser.put(f"{url}&comp=block&blockid={name.replace('=', '%3D')}", content=block)
                for name, block in zip(names, blocks, strict=True)
            )
        )
        assert {answer.status_code for answer in answers} == {201}
        listed = "".join(f"<Latest>{name}</Latest>" for name in names)
        return await browser.put(f"{url}&comp=blocklist", content=f"<BlockList>{listed}</BlockList>")


async def an_announced(
    app: App,
    actor: Actor,
    content: bytes = PDF,
    file_name: str = "report.pdf",
    *,
    title: str | None = None,
    site_id: str | None = None,
    onto: Document | None = None,
    **changes: Any,
) -> tuple[Document, Upload]:
    """A new document, or a further revision of `onto`."""
    facts = {"size_bytes": len(content), "sha256": hashlib.sha256(content).hexdigest(), **changes}
    file = FileDraft(file_name, content_type="application/pdf", **facts)
    if onto is None:
        document, upload, _ = await app.documents.service.announce(actor, DocumentDraft(file, title, site_id))
    else:
        document, upload, _ = await app.documents.revisions.announce(actor, onto.id, file)
    return document, upload


async def an_uploaded(
    app: App, actor: Actor, content: bytes = PDF, file_name: str = "report.pdf", **changes: Any
) -> Document:
    """Announced, and the bytes are in quarantine; nobody said so yet."""
    document, upload = await an_announced(app, actor, content, file_name, **changes)
    assert (await put(upload.signed.url, content)).status_code == 201
    return document


async def a_completed(
    app: App, actor: Actor, content: bytes = PDF, file_name: str = "report.pdf", **changes: Any
) -> Document:
    """Waiting to be verified."""
    document = await an_uploaded(app, actor, content, file_name, **changes)
    return await app.documents.uploads.complete(actor, document.id)


async def a_verified(
    app: App, actor: Actor, content: bytes = PDF, file_name: str = "report.pdf", **changes: Any
) -> Document:
    """Ready or rejected."""
    document = await a_completed(app, actor, content, file_name, **changes)
    await app.documents.processing.verify(job_of(document))
    return await app.documents.service.get(actor, document.id)


async def a_read(app: App, actor: Actor, content: bytes, file_name: str = "report.pdf", **changes: Any) -> Document:
    """Ready, with its text and its pictures."""
    document = await a_verified(app, actor, content, file_name, **changes)
    revision = await revision_of(app, document)
    await app.documents.derivation.extract_text(derivation_of(revision, "text"))
    await app.documents.derivation.draw_preview(derivation_of(revision, "preview"))
    return await app.documents.service.get(actor, document.id)


async def an_earlier(app: App, actor: Actor, number: int) -> Document | None:
    """What revision `number` is announced onto: nothing for the first, a document with all those before it ready."""
    document = None
    for before in range(1, number):
        document = await a_verified(app, actor, a_pdf(mark=f"revision {before}"), onto=document)
    return document


async def revision_of(app: App, document: Document, number: int = 0) -> Revision:
    """The newest, or the one with this number."""
    actor = Actor("test", document.organisation_id, Role.ADMIN)
    _, revision = await app.documents.revisions.get(actor, document.id, number or document.newest.number)
    return revision


def job_of(document: Document) -> Job:
    """What asks to verify the newest revision."""
    facts = {"revisionId": document.newest.revision_id}
    return Job.of("document.verify", document.organisation_id, document.id, **facts)


def quarantined(document: Document) -> BlobPath:
    return BlobPath(QUARANTINE, blob_name(document.organisation_id, document.id, document.newest.number))


def promoted(document: Document) -> BlobPath:
    return document.stored(document.newest.number)


@dataclass(frozen=True)
class Stored:
    """What the storage holds of the newest revision."""

    quarantined: bool
    promoted: bool


async def stored(app: App, document: Document) -> Stored:
    async def exists(path: BlobPath) -> bool:
        return await app.blobs.properties(path) is not None

    return Stored(await exists(quarantined(document)), await exists(promoted(document)))


async def content_of(app: App, path: BlobPath) -> bytes:
    properties = await app.blobs.properties(path)
    assert properties is not None
    return b"".join([chunk async for chunk in app.blobs.read(path, properties.etag)])


async def items_of(app: App, organisation_id: str) -> list[dict[str, Any]]:
    """Everything the organisation's partition holds, as the change feed would show it."""
    everything = Query("SELECT * FROM c ORDER BY c.id")
    return await app.database.container("documents").query(everything, organisation_id, limit=1000)


async def happened(app: App, document: Document) -> list[str]:
    """The activities of one document, in order; of its revisions, those of the newest."""
    items = await items_of(app, document.organisation_id)
    newest = document.newest.number
    return [
        item["type"]
        for item in items
        if item["kind"] == "activity"
        and item["subjectId"] == document.id
        and item["data"].get("revision", newest) == newest
    ]
