"""Legal holds as tests need them: opened and enforced through the product."""

from datetime import timedelta

import httpx

from shared.app import App
from shared.documents.model import Document
from shared.holds.model import HoldDraft, LegalHold
from shared.holds.work import closing_of, protection_of
from shared.kit.blob_path import BlobPath
from shared.kit.blob_signing import lasting
from shared.kit.clock import utc_now
from tests.people import Person

_LIFE = timedelta(minutes=5)


async def a_hold(app: App, owner: Person, *documents: Document, name: str = "Sleipner v. Alpha") -> LegalHold:
    """An open case with these documents; the storage has not followed yet."""
    hold = await app.holds.service.create(owner.actor, HoldDraft(name, "Arbitration about the well of 2024."))
    for document in documents:
        await app.holds.service.add(owner.actor, hold.id, document.id)
    return await app.holds.service.get(owner.actor, hold.id)


async def enforced(app: App, document: Document) -> Document:
    """The storage has followed."""
    await app.holds.enforcement.protect(protection_of(document))
    return await as_it_is(app, document)


async def closed(app: App, owner: Person, hold: LegalHold) -> LegalHold:
    """Closed, and every delivery of that worked off."""
    closing = await app.holds.service.close(owner.actor, hold.id)
    while closing.state == "closing":
        await app.holds.enforcement.let_go(closing_of(closing))
        closing = await app.holds.service.get(owner.actor, hold.id)
    return closing


async def as_it_is(app: App, document: Document) -> Document:
    """Also when it is being deleted."""
    return await app.holds.service.holds.documents.get(document.organisation_id, document.id)


async def storage_refuses(app: App, path: BlobPath) -> bool:
    """Does the storage itself refuse to delete this blob, asked by somebody with every right to it? It is gone if not."""
    async with httpx.AsyncClient() as client:
        answer = await client.delete((await app.blobs._sign(path, "d", lasting(_LIFE, utc_now()))).url)
    assert answer.status_code in {202, 412}, answer.text
    return answer.status_code == 412
