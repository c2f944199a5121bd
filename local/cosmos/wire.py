"""Requests and responses as plain values, free of any transport."""

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final
from urllib.parse import unquote

from local.cosmos.errors import CosmosError, bad_request, not_implemented

JSON_TYPE: Final = "application/json"
QUERY_TYPE: Final = "application/query+json"

PARTITION_KEY: Final = "x-ms-documentdb-partitionkey"
RANGE_ID: Final = "x-ms-documentdb-partitionkeyrangeid"
START_EPK: Final = "x-ms-start-epk"
END_EPK: Final = "x-ms-end-epk"
CONTINUATION: Final = "x-ms-continuation"
MAX_ITEM_COUNT: Final = "x-ms-max-item-count"
SESSION_TOKEN: Final = "x-ms-session-token"
CHARGE: Final = "x-ms-request-charge"

_SHAPES: Final = (
    ("dbs",),
    ("dbs", "colls"),
    ("dbs", "colls", "docs"),
    ("dbs", "colls", "pkranges"),
    ("dbs", "colls", "conflicts"),
    ("offers",),
)
_UNSUPPORTED: Final = {
    "users": "Database users",
    "permissions": "Permissions and resource tokens",
    "sprocs": "Stored procedures",
    "triggers": "Triggers",
    "udfs": "User defined functions",
    "attachments": "Attachments",
    "clientencryptionkeys": "Client encryption keys",
}


@dataclass(frozen=True, slots=True)
class Route:
    """What a path names.

    `kind` is the last resource type in the path ("" for the account); `is_feed` says whether the path ends in the type
    itself (a collection of resources) or in one resource. `names` are the decoded ids, outermost first.
    """

    kind: str
    is_feed: bool
    names: tuple[str, ...]
    signed_type: str
    signed_link: str
    signed_rid: str


@dataclass(slots=True)
class Request:
    """One request; header names are lower-case, the path is raw (still percent-encoded, no query string)."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes
    route: Route

    def flag(self, name: str) -> bool:
        """Whether a boolean header is set; SDKs send Python's `True` as well as `true`."""
        return self.headers.get(name, "").lower() == "true"


@dataclass(slots=True)
class Response:
    """One answer; `body` is complete, there is no streaming."""

    status: int
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""


@lru_cache(maxsize=8192)
def parse_path(path: str) -> Route:
    """Take a raw path apart. Raises CosmosError for paths this server does not serve."""
    segments = [unquote(part) for part in path.strip("/").split("/")] if path.strip("/") else []
    if not segments:
        return Route("", False, (), "", "", "")
    if segments[-2:] == ["operations", "partitionkeydelete"]:
        owner = segments[:-2]
        return Route("partitionkeydelete", True, tuple(owner[1::2]), "colls", "/".join(owner), owner[-1].lower())
    is_feed = len(segments) % 2 == 1
    kind = segments[-1] if is_feed else segments[-2]
    _refuse_unknown(kind, segments)
    owner = segments[:-1] if is_feed else segments
    signed_rid = owner[-1].lower() if owner else ""
    link = "/".join(owner) if kind != "offers" else signed_rid
    return Route(kind, is_feed, tuple(segments[1::2]), kind, link, signed_rid)


def _refuse_unknown(kind: str, segments: list[str]) -> None:
    if kind in _UNSUPPORTED:
        raise not_implemented(f"{_UNSUPPORTED[kind]} are not supported by the local Cosmos server.")
    shape = tuple(segments[0::2])
    if shape not in _SHAPES:
        raise bad_request("The request path is not known to the local Cosmos server.")


def page_size(request: Request, default: int) -> int:
    """The number of rows asked for; a huge number for -1 (no limit). Raises 400 for anything else."""
    text = request.headers.get(MAX_ITEM_COUNT)
    if text is None:
        return default
    try:
        size = int(text)
    except ValueError:
        raise _bad_page_size() from None
    if size == -1:
        return 1_000_000
    if size < 1:
        raise _bad_page_size()
    return size


def _bad_page_size() -> CosmosError:
    return bad_request("Invalid value for the header x-ms-max-item-count: it has to be -1 or a positive number.")
