"""Resource ids: opaque base64 names that nest (database 4 bytes, container 8, item 16)."""

import base64
import hashlib
import secrets


def encode(raw: bytes) -> str:
    """Base64 with `-` for `/`, as resource ids appear in paths."""
    return base64.b64encode(raw).decode("ascii").replace("/", "-")


def decode(text: str) -> bytes:
    """The bytes of a resource id; b"" if the text is not one."""
    try:
        return base64.b64decode(text.replace("-", "/"), validate=True)
    except ValueError:
        return b""


def new_database() -> str:
    """A random database rid, so that caches of a client never outlive a deleted data file."""
    return encode(secrets.token_bytes(4))


def new_container(database: str) -> str:
    """A random container rid inside a database."""
    token = bytearray(secrets.token_bytes(4))
    token[0] |= 0x80
    return encode(decode(database) + bytes(token))


def item(container: bytes, number: int) -> str:
    """The rid of the item with this number in a container (given as raw bytes)."""
    return encode(container + number.to_bytes(8, "little"))


def item_number(container: bytes, text: str) -> int | None:
    """The item's number if the text is the rid of an item of this container."""
    raw = decode(text)
    if len(raw) != 16 or raw[:8] != container:
        return None
    return int.from_bytes(raw[8:], "little")


def range_rid(container: bytes, index: int) -> str:
    """The rid of a partition key range."""
    return encode(container + (index + 2).to_bytes(7, "little") + b"\x50")


def offer(owner: str) -> str:
    """The rid of the offer of a database or container, derived from its rid."""
    digest = hashlib.blake2s(owner.encode(), digest_size=6).digest()
    return encode(digest)
