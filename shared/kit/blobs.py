"""Blob Storage: signed URLs, streaming reads, verified copies. Bytes never pass through an HTTP function.

A signature can limit neither size nor type, so whoever accepts an upload checks both afterwards. Signing works with an account
key (connection string) or with a user delegation key (managed identity), behind one interface.
"""

import asyncio
import base64
import contextlib
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from shared.errors import AlreadyExists, NotFound, Protected, StaleVersion, Unavailable
from shared.kit.blob_errors import translated
from shared.kit.blob_path import BlobPath
from shared.kit.blob_signing import (
    CLOCK_SKEW,
    SignedUrl,
    Validity,
    as_attachment,
    in_place,
    lasting,
    shared_within,
    signature,
)
from shared.kit.clock import utc_now
from shared.kit.sdks import IMPORTING
from shared.kit.side_by_side import side_by_side

if TYPE_CHECKING:
    from azure.storage.blob import UserDelegationKey
    from azure.storage.blob.aio import BlobClient, BlobLeaseClient, BlobServiceClient

DELEGATION_KEY_LIFE = timedelta(hours=6)
SYNC_COPY_LIMIT = 256 * 1024 * 1024  # bytes; Copy Blob From URL refuses more
COPY_POLL = 0.5  # seconds
READ_CHUNK = 4 * 1024 * 1024
LEASE_ATTEMPTS = 3  # whoever held it may let go between two questions
TIMEOUTS = {"connection_timeout": 5, "read_timeout": 60}


@dataclass(frozen=True, slots=True)
class BlobSettings:
    connection_string: str = ""
    endpoint: str = ""
    client_id: str = ""


@dataclass(frozen=True, slots=True)
class BlobProperties:
    size: int
    etag: str
    metadata: dict[str, str]
    copy_status: str | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """`id` is base64, as the storage's protocol has it; `size` is in bytes."""

    id: str
    size: int


@dataclass(frozen=True, slots=True)
class Blocks:
    """Of one blob: those it consists of, and those that were sent but not yet put together."""

    committed: list[Block]
    uncommitted: list[Block]


class BlobStore:
    """One storage account."""

    def __init__(self, settings: BlobSettings) -> None:
        self._settings = settings
        self._service: BlobServiceClient | None = None
        self._credential: Any = None
        self._delegation: tuple[datetime, UserDelegationKey] | None = None

    async def sign_create(self, path: BlobPath, life: timedelta) -> SignedUrl:
        """Create this blob once, with a single PUT: a second PUT is refused by the storage."""
        return await self._sign(path, "c", lasting(life, utc_now()))

    async def sign_blocks(self, path: BlobPath, life: timedelta) -> SignedUrl:
        """Put blocks and commit them. Needs write, which also overwrites: the ETag at completion settles which bytes count."""
        return await self._sign(path, "cw", lasting(life, utc_now()))

    async def sign_download(self, path: BlobPath, file_name: str, content_type: str, life: timedelta) -> SignedUrl:
        """Read, always as an attachment under `file_name`."""
        return await self._sign(path, "r", lasting(life, utc_now()), **as_attachment(file_name, content_type))

    async def sign_view(self, path: BlobPath, content_type: str, window: timedelta) -> SignedUrl:
        """Read, shown in place. Whoever asks within one `window` gets the same URL, so that browsers keep what they have fetched."""
        return await self._sign(path, "r", shared_within(window, utc_now()), **in_place(content_type, window))

    def path_of(self, url: str) -> BlobPath | None:
        """Which blob of this account a URL names; None for other accounts."""
        ours, asked = urlsplit(self._open().url), urlsplit(url)
        base = f"{ours.path.rstrip('/')}/"
        if asked.netloc.lower() != ours.netloc.lower() or not asked.path.startswith(base):
            return None
        container, _, name = asked.path.removeprefix(base).partition("/")
        return BlobPath(container, unquote(name)) if container and name else None

    async def properties(self, path: BlobPath) -> BlobProperties | None:
        """Size (bytes), ETag and metadata; None when there is no such blob."""
        try:
            found = await translated(self.client(path).get_blob_properties())
        except NotFound:
            return None
        return BlobProperties(found.size, found.etag, dict(found.metadata or {}), found.copy.status)

    async def blocks(self, path: BlobPath) -> Blocks:
        """What has come of a blob that is sent in blocks; nothing when nothing has. Sizes in bytes."""
        try:
            listed = await translated(self.client(path).get_block_list("all"))
        except NotFound:
            return Blocks([], [])
        committed, uncommitted = ([Block(_wire_id(block.id), block.size) for block in blocks] for blocks in listed)
        return Blocks(committed, uncommitted)

    async def put(self, path: BlobPath, content: bytes, content_type: str) -> None:
        """Write something small the server made, over what was there."""
        from azure.storage.blob import ContentSettings

        settings = ContentSettings(content_type=content_type)
        await translated(self.client(path).upload_blob(content, overwrite=True, content_settings=settings))

    async def tags(self, path: BlobPath) -> dict[str, str]:
        """The index tags of a blob, which a malware scanner writes. Needs a role that may read tags. Errors: NotFound."""
        return dict(await translated(self.client(path).get_blob_tags()) or {})

    async def read(self, path: BlobPath, etag: str) -> AsyncIterator[bytes]:
        """The bytes of exactly this version, a few MB at a time. Errors: NotFound, StaleVersion when they changed."""
        from azure.core import MatchConditions

        download = await translated(
            self.client(path).download_blob(etag=etag, match_condition=MatchConditions.IfNotModified, max_concurrency=1)
        )
        chunks = download.chunks().__aiter__()
        while True:
            try:
                yield await translated(chunks.__anext__())
            except StopAsyncIteration:
                return

    async def promote(
        self, source: BlobPath, target: BlobPath, *, etag: str, size: int, metadata: dict[str, str]
    ) -> None:
        """Server-side copy of exactly this version to a name that must not exist. Repeating it after success does nothing.

        Errors: StaleVersion when the source changed, NotFound when it is gone, AlreadyExists when the target holds other bytes.
        """
        if (existing := await self.properties(target)) is None:
            existing = await self._copy(source, target, etag=etag, size=size, metadata=metadata)
        while existing.copy_status == "pending":
            await asyncio.sleep(COPY_POLL)
            if (existing := await self.properties(target)) is None:
                raise Unavailable(retry_after=1)
        if existing.copy_status in {"failed", "aborted"}:
            await self.delete(target, etag=existing.etag)  # of this attempt only: another worker may have begun anew
            raise Unavailable("The copy did not finish.", retry_after=1)
        if existing.size != size or existing.metadata != metadata:
            raise AlreadyExists

    async def delete(self, path: BlobPath, *, etag: str | None = None) -> None:
        """Succeeds if it is already gone, or, when `etag` names a version, if that version is. Errors: Protected."""
        from azure.core import MatchConditions

        only: dict[str, Any] = {} if etag is None else {"etag": etag, "match_condition": MatchConditions.IfNotModified}
        with contextlib.suppress(NotFound, StaleVersion):
            await translated(self.client(path).delete_blob(delete_snapshots="include", **only))

    async def names(self, container: str, prefix: str) -> list[str]:
        """Of the blobs whose names begin so. Errors: NotFound for the container."""

        async def listed() -> list[str]:
            client = self._open().get_container_client(container)
            return [name async for name in client.list_blob_names(name_starts_with=prefix)]

        return list(await translated(listed()))

    async def delete_all(self, container: str, prefix: str) -> None:
        """The blobs whose names begin so. Errors: NotFound for the container; a group of what failed, Protected among it."""
        await side_by_side([BlobPath(container, name) for name in await self.names(container, prefix)], self.delete)

    async def acquire_lease(self, path: BlobPath, lease_id: str, *, instead_of: Sequence[str] = ()) -> None:
        """Without end: until it is released, nobody deletes or overwrites the blob. Repeating is harmless.

        `lease_id` is a UUID of the caller's making; a lease named in `instead_of` is taken over without a gap.
        Errors: NotFound, Protected when somebody else's lease is on it.
        """
        for _ in range(LEASE_ATTEMPTS):
            for known in (None, *instead_of):
                with contextlib.suppress(AlreadyExists):
                    if known is None:
                        await translated(self._lease(path, lease_id).acquire(lease_duration=-1))
                    else:
                        await translated(self._lease(path, known).change(lease_id))
                    return
        raise Protected

    async def release_lease(self, path: BlobPath, lease_id: str) -> bool:
        """Whether it was on the blob. It is fine if the blob is gone, or another lease is on it: that one stays."""
        try:
            await translated(self._lease(path, lease_id).release())
        except (NotFound, AlreadyExists):
            return False
        return True

    def client(self, path: BlobPath) -> "BlobClient":
        """The SDK's own, for the kit's other modules about blobs."""
        return self._open().get_blob_client(path.container, path.name)

    async def ping(self, container: str) -> None:
        """Errors: Unavailable, NotFound."""
        await translated(self._open().get_container_client(container).get_container_properties())

    async def close(self) -> None:
        service, self._service = self._service, None
        if service is not None:
            await service.close()
        if self._credential is not None:
            await self._credential.close()

    async def _copy(
        self, source: BlobPath, target: BlobPath, *, etag: str, size: int, metadata: dict[str, str]
    ) -> BlobProperties:
        from azure.core import MatchConditions

        readable = await self._sign(source, "r", lasting(timedelta(hours=1), utc_now()))
        options: dict[str, Any] = {"requires_sync": True} if size <= SYNC_COPY_LIMIT else {}
        with contextlib.suppress(AlreadyExists):  # another worker was faster; what it wrote is compared by the caller
            await translated(
                self.client(target).start_copy_from_url(
                    readable.url,
                    metadata=metadata,
                    source_etag=etag,
                    source_match_condition=MatchConditions.IfNotModified,
                    match_condition=MatchConditions.IfMissing,
                    **options,
                )
            )
        if (copied := await self.properties(target)) is None:
            raise Unavailable(retry_after=1)
        return copied

    async def _sign(self, path: BlobPath, permission: str, validity: Validity, **response_headers: str) -> SignedUrl:
        service = self._open()
        signer: dict[str, Any]
        if self._settings.connection_string:
            signer = {"account_key": service.credential.account_key}
        else:
            signer = {"user_delegation_key": await self._delegation_key(validity.until)}
        is_https = service.scheme == "https"
        more = {**signer, **response_headers}
        token = signature(str(service.account_name), path, permission, validity, is_https=is_https, **more)
        return SignedUrl(f"{self.client(path).url}?{token}", validity.until)

    async def _delegation_key(self, needed_until: datetime) -> "UserDelegationKey":
        """Fetched once for hours: asking per URL would cost a request each."""
        if self._delegation is not None and self._delegation[0] > needed_until:
            return self._delegation[1]
        now = utc_now()
        until = max(now + DELEGATION_KEY_LIFE, needed_until + CLOCK_SKEW)
        key = await translated(self._open().get_user_delegation_key(now - CLOCK_SKEW, until))
        self._delegation = (until, key)
        return key  # type: ignore[no-any-return]

    def _lease(self, path: BlobPath, lease_id: str) -> "BlobLeaseClient":
        from azure.storage.blob.aio import BlobLeaseClient

        return BlobLeaseClient(self.client(path), lease_id)

    def _open(self) -> "BlobServiceClient":
        if self._service is None:
            with IMPORTING:
                from azure.storage.blob.aio import BlobServiceClient

            options: dict[str, Any] = {**TIMEOUTS, "max_chunk_get_size": READ_CHUNK, "max_single_get_size": READ_CHUNK}
            if self._settings.connection_string:
                self._service = BlobServiceClient.from_connection_string(self._settings.connection_string, **options)
            else:
                from azure.identity.aio import DefaultAzureCredential

                self._credential = DefaultAzureCredential(managed_identity_client_id=self._settings.client_id or None)
                self._service = BlobServiceClient(self._settings.endpoint, self._credential, **options)
        return self._service


def _wire_id(block_id: str) -> str:
    """As it stands in URLs and block lists, where it is base64: the SDK shows the text inside."""
    return base64.b64encode(block_id.encode()).decode()
