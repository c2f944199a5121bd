"""Blobs too large to be held: written block by block, read here and there."""

import asyncio
import io
from collections.abc import Callable
from typing import Any

from shared.errors import AlreadyExists
from shared.kit.blob_errors import translated
from shared.kit.blob_path import BlobPath
from shared.kit.blobs import READ_CHUNK, BlobStore

BLOCK = 8 * 1024 * 1024  # bytes; a blob has at most 50,000 blocks


class StagedBlob:
    """A blob that is not there before it is whole: blocks are staged, then put together. What is never put together the storage forgets
    within a week.
    """

    def __init__(self, store: BlobStore, path: BlobPath) -> None:
        self._client = store.client(path)
        self._blocks: list[str] = []

    async def stage(self, content: bytes) -> None:
        """The next block. Errors: Unavailable."""
        block_id = f"{len(self._blocks):06d}"
        await translated(self._client.stage_block(block_id, content, length=len(content)))
        self._blocks.append(block_id)

    async def commit(self, content_type: str) -> bool:
        """Put the blocks together under a name that must be new; False when another blob has it: that one stays. Errors: Unavailable."""
        from azure.core import MatchConditions
        from azure.storage.blob import BlobBlock, ContentSettings

        try:
            await translated(
                self._client.commit_block_list(
                    [BlobBlock(block_id) for block_id in self._blocks],
                    content_settings=ContentSettings(content_type=content_type),
                    match_condition=MatchConditions.IfMissing,
                )
            )
        except AlreadyExists:
            return False
        return True


async def read_range(store: BlobStore, path: BlobPath, etag: str, offset: int, length: int) -> bytes:
    """`length` bytes from `offset` on, fewer at the end, of exactly this version. Errors: NotFound, StaleVersion, Unavailable."""
    from azure.core import MatchConditions

    download = await translated(
        store.client(path).download_blob(
            offset, length, etag=etag, match_condition=MatchConditions.IfNotModified, max_concurrency=1
        )
    )
    return bytes(await translated(download.readall()))


class RangeFile(io.RawIOBase):
    """A blob as a file that can be read from anywhere, for libraries that want one. To be used in a thread beside the loop."""

    def __init__(self, fetch: Callable[[int, int], bytes], size: int) -> None:
        """`fetch(offset, length)` answers bytes of a blob of `size` bytes."""
        self._fetch, self._size, self._at = fetch, size, 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        self._at = offset + {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._size}[whence]
        return self._at

    def readinto(self, buffer: Any) -> int:
        view = memoryview(buffer)
        length = min(len(view), self._size - self._at)
        if length <= 0:
            return 0
        found = self._fetch(self._at, length)
        view[: len(found)] = found
        self._at += len(found)
        return len(found)


def open_range(store: BlobStore, path: BlobPath, etag: str, size: int) -> io.BufferedReader:
    """To be called on the loop, used in a thread. Reading raises what `read_range` does."""
    loop = asyncio.get_running_loop()

    def fetch(offset: int, length: int) -> bytes:
        return asyncio.run_coroutine_threadsafe(read_range(store, path, etag, offset, length), loop).result()

    return io.BufferedReader(RangeFile(fetch, size), READ_CHUNK)
