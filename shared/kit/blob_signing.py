"""Signed URLs of Blob Storage: for how long one works, and how what it leads to presents itself (service SAS and user delegation SAS)."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import quote

from shared.kit.blob_path import BlobPath

CLOCK_SKEW = timedelta(minutes=5)  # signatures start this much in the past: clocks differ


@dataclass(frozen=True, slots=True)
class SignedUrl:
    url: str
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Validity:
    """`start` None is from the moment the storage is asked."""

    start: datetime | None
    until: datetime


def lasting(life: timedelta, now: datetime) -> Validity:
    return Validity(now - CLOCK_SKEW, now + life)


def shared_within(window: timedelta, now: datetime) -> Validity:
    """The same for everybody who asks within one `window` of the clock, so that they get the same URL: good for one to two windows.

    Without a start, since one in the past may lie before the key that signs it.
    """
    seconds = int(window.total_seconds())
    began = int(now.timestamp()) // seconds * seconds
    return Validity(None, datetime.fromtimestamp(began + 2 * seconds, now.tzinfo))


def as_attachment(file_name: str, content_type: str) -> dict[str, str]:
    """To be saved under `file_name`, never shown, and kept by nobody on the way."""
    return {
        "content_disposition": f"attachment; filename*=UTF-8''{quote(file_name, safe='')}",
        "content_type": content_type,
        "cache_control": "private, no-store",
    }


def in_place(content_type: str, kept: timedelta) -> dict[str, str]:
    """Shown where it is asked for, and kept by the browser of whoever asked."""
    return {
        "content_disposition": "inline",
        "content_type": content_type,
        "cache_control": f"private, max-age={int(kept.total_seconds())}",
    }


def signature(account: str, path: BlobPath, permission: str, validity: Validity, *, is_https: bool, **more: Any) -> str:
    """The query of a URL. `more` is the signing key and the headers of the answer."""
    from azure.storage.blob import generate_blob_sas

    return str(
        generate_blob_sas(
            account,
            path.container,
            path.name,
            permission=permission,
            start=validity.start,
            expiry=validity.until,
            protocol="https" if is_https else "https,http",
            **more,
        )
    )
