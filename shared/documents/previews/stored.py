"""Pictures as they are stored: under names made of ids and numbers, WebP and nothing else."""

from shared.kit.blob_path import BlobPath

PREVIEWS = "previews"
THUMBNAIL = "thumbnail.webp"


def preview_path(blob_name: str, file: str) -> BlobPath:
    """Of the revision whose blob has this name: `thumbnail.webp`, or `page-1.webp` and on."""
    return BlobPath(PREVIEWS, f"{blob_name}/{file}")


def page_file(number: int) -> str:
    return f"page-{number}.webp"


def is_picture(content: bytes) -> bool:
    """Does it begin as WebP does (RFC 9649 section 2.4)? What drew it had hostile bytes in its hands."""
    return content[:4] == b"RIFF" and content[8:12] == b"WEBP"
