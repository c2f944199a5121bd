"""Photos for PDF pages: the preview that the sandbox drew from the file becomes a JPEG, in the sandbox again."""

from dataclasses import dataclass

from shared.documents.previews.stored import is_picture, page_file, preview_path
from shared.documents.repository import DocumentRepository
from shared.errors import NotFound, StaleVersion
from shared.identity.actor import Actor
from shared.kit.blobs import BlobStore
from shared.kit.sandbox import MIB, Bounds, Sandbox, SandboxFailed, workspace
from shared.kit.sandboxed import SOURCE

LARGEST = 8 * MIB  # bytes of a preview
BOUNDS = Bounds(seconds=30, memory_bytes=512 * MIB, output_bytes=8 * MIB)
DRAWN = "picture.jpg"


@dataclass(frozen=True, slots=True)
class Pictures:
    documents: DocumentRepository
    blobs: BlobStore
    sandbox: Sandbox

    async def find(self, actor: Actor, document_id: str, sha256: str) -> bytes | None:
        """A JPEG of the attached file; None when its document is not there any more, holds other bytes by now, or was never drawn."""
        try:
            document, newest = await self.documents.get_with_newest(actor.organisation_id, document_id)
            document.seen_by(actor)
            if newest.sha256 != sha256 or not newest.pictures:
                return None
            path = preview_path(newest.blob_name, page_file(1))
            stored = await self.blobs.properties(path)
            if stored is None or stored.size > LARGEST:
                return None
            content = b"".join([chunk async for chunk in self.blobs.read(path, stored.etag)])
        except (NotFound, StaleVersion):
            return None
        return await self._converted(content) if is_picture(content) else None

    async def _converted(self, content: bytes) -> bytes | None:
        with workspace() as folder:
            (folder / SOURCE).write_bytes(content)
            try:
                await self.sandbox.run("shared.exports.picture_task:to_jpeg", folder, {}, BOUNDS)
                return (folder / DRAWN).read_bytes()
            except (SandboxFailed, FileNotFoundError):
                return None
