"""Promotion and conditional deletes, on the real storage: one copy of exactly the version that was checked."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest

from shared.config import Settings
from shared.errors import AlreadyExists, NotFound, StaleVersion, Unavailable
from shared.kit import blobs as module
from shared.kit.blob_path import BlobPath
from shared.kit.blobs import BlobProperties, BlobStore
from shared.kit.ids import new_id

CONTENT = b"some bytes of a file"
FACTS = {"documentid": "d", "sha256": "s"}
LIFE = timedelta(minutes=5)


@pytest.fixture
async def store(settings: Settings) -> AsyncIterator[BlobStore]:
    opened = BlobStore(settings.blob_settings)
    yield opened
    await opened.close()


async def a_blob(store: BlobStore, container: str, content: bytes = CONTENT) -> tuple[BlobPath, str]:
    """Where it is, and its version."""
    path = BlobPath(container, new_id())
    return path, await put(store, path, content)


async def put(store: BlobStore, path: BlobPath, content: bytes) -> str:
    signed = await store.sign_create(path, LIFE)
    async with httpx.AsyncClient() as browser:
        answer = await browser.put(signed.url, content=content, headers={"x-ms-blob-type": "BlockBlob"})
    assert answer.status_code == 201
    return answer.headers["etag"]


async def content_of(store: BlobStore, path: BlobPath) -> bytes:
    found = await store.properties(path)
    assert found is not None
    return b"".join([chunk async for chunk in store.read(path, found.etag)])


async def promote(store: BlobStore, source: BlobPath, target: BlobPath, etag: str, **changes: Any) -> None:
    await store.promote(source, target, **{"etag": etag, "size": len(CONTENT), "metadata": FACTS, **changes})


@pytest.mark.parametrize("limit", [module.SYNC_COPY_LIMIT, 0], ids=["at once", "in the background"])
async def test_a_promoted_blob_holds_the_bytes_and_the_facts(
    store: BlobStore, limit: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "SYNC_COPY_LIMIT", limit)
    source, etag = await a_blob(store, "quarantine")
    target = BlobPath("library", new_id())
    await promote(store, source, target, etag)
    promoted = await store.properties(target)
    assert promoted is not None
    assert (promoted.size, promoted.metadata) == (len(CONTENT), FACTS)
    assert await content_of(store, target) == CONTENT
    await promote(store, source, target, etag)
    assert await store.properties(target) == promoted


async def test_another_version_of_the_source_is_not_promoted(store: BlobStore) -> None:
    source, _ = await a_blob(store, "quarantine")
    target = BlobPath("library", new_id())
    with pytest.raises(StaleVersion):
        await promote(store, source, target, '"0x8D000000000000A"')
    assert await store.properties(target) is None


async def test_a_source_that_is_gone_is_not_promoted(store: BlobStore) -> None:
    source, etag = await a_blob(store, "quarantine")
    await store.delete(source)
    with pytest.raises(NotFound):
        await promote(store, source, BlobPath("library", new_id()), etag)


@pytest.mark.parametrize("change", [{"size": 3}, {"metadata": {**FACTS, "sha256": "other"}}])
async def test_other_bytes_under_that_name_stay_what_they_are(store: BlobStore, change: dict[str, Any]) -> None:
    source, etag = await a_blob(store, "quarantine")
    target = BlobPath("library", new_id())
    await promote(store, source, target, etag)
    with pytest.raises(AlreadyExists):
        await promote(store, source, target, etag, **change)
    assert await content_of(store, target) == CONTENT


async def test_of_two_that_both_found_nothing_one_copies(store: BlobStore, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both looked before either copied; the name must be new at the very moment of copying."""
    source, etag = await a_blob(store, "quarantine")
    target = BlobPath("library", new_id())
    both_looked, one_by_one = asyncio.Barrier(2), asyncio.Lock()
    copy, versions = store._copy, []

    async def after_both_looked(*paths: BlobPath, **options: Any) -> BlobProperties:
        await both_looked.wait()
        async with one_by_one:
            copied = await copy(*paths, **options)
            versions.append(copied.etag)
            return copied

    monkeypatch.setattr(store, "_copy", after_both_looked)
    await asyncio.gather(*(promote(store, source, target, etag) for _ in range(2)))
    assert (len(versions), len(set(versions))) == (2, 1)


async def test_a_copy_that_failed_makes_room_for_the_next(store: BlobStore, monkeypatch: pytest.MonkeyPatch) -> None:
    source, etag = await a_blob(store, "quarantine")
    target, _ = await a_blob(store, "library", b"")
    properties = store.properties

    async def failed(path: BlobPath) -> BlobProperties | None:
        found = await properties(path)
        return found and BlobProperties(found.size, found.etag, found.metadata, "failed")

    with monkeypatch.context() as broken:
        broken.setattr(store, "properties", failed)
        with pytest.raises(Unavailable):
            await promote(store, source, target, etag)
    await promote(store, source, target, etag)
    assert await content_of(store, target) == CONTENT


async def test_deleting_a_version_leaves_a_newer_one(store: BlobStore) -> None:
    path, etag = await a_blob(store, "quarantine")
    await store.delete(path, etag='"0x8D000000000000A"')
    assert await store.properties(path) is not None
    await store.delete(path, etag=etag)
    await store.delete(path, etag=etag)
    await store.delete(path)
    assert await store.properties(path) is None


async def test_only_what_begins_so_is_deleted_with_it(store: BlobStore) -> None:
    kept, begin = await a_blob(store, "quarantine"), new_id()
    for name in ("a", "b/c", "b/d"):
        await store.put(BlobPath("quarantine", f"{begin}/{name}"), CONTENT, "text/plain")
    for _ in range(2):
        await store.delete_all("quarantine", f"{begin}/")
    assert await store.names("quarantine", f"{begin}/") == []
    assert await store.properties(kept[0]) is not None


async def test_reading_is_of_one_version_to_the_end(store: BlobStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "READ_CHUNK", 8)
    path, etag = await a_blob(store, "quarantine")
    with pytest.raises(StaleVersion):
        _ = [chunk async for chunk in store.read(path, '"0x8D000000000000A"')]
    chunks = store.read(path, etag)
    assert await anext(chunks) == CONTENT[:8]
    await store.delete(path)
    await put(store, path, CONTENT)
    with pytest.raises(StaleVersion):
        _ = [chunk async for chunk in chunks]


async def test_within_a_window_everybody_gets_the_same_url(store: BlobStore, monkeypatch: pytest.MonkeyPatch) -> None:
    """So that browsers find in their cache what they fetched; it never lasts less than a window, nor more than two."""
    path, window = BlobPath("previews", new_id()), timedelta(minutes=10)
    began = datetime(2030, 1, 1, 12, tzinfo=UTC)
    urls = []
    for seconds in (0, 1, 599, 600):
        moment = began + timedelta(seconds=seconds)
        monkeypatch.setattr(module, "utc_now", lambda moment=moment: moment)
        signed = await store.sign_view(path, "image/webp", window)
        assert window < signed.expires_at - moment <= 2 * window
        urls.append(signed.url)
    assert urls[0] == urls[1] == urls[2] != urls[3]
