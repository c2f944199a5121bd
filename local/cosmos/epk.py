"""Effective partition keys: where the hash of a partition key puts an item on the ring "" ... "FF"."""

import struct
from collections.abc import Sequence
from typing import Any, Final

MINIMUM: Final = ""
MAXIMUM: Final = "FF"

_MASK: Final = 0xFFFFFFFFFFFFFFFF
_MASK32: Final = 0xFFFFFFFF
_C1: Final = 0x87C37B91114253D5
_C2: Final = 0x4CF5AD432745937F

# Type bytes of the service's binary encoding.
_UNDEFINED: Final = b"\x00"
_NULL: Final = b"\x01"
_FALSE: Final = b"\x02"
_TRUE: Final = b"\x03"
_NUMBER: Final = b"\x05"
_STRING: Final = b"\x08"


def effective_key(components: Sequence[Any], kind: str, version: int) -> str:
    """The hash of a complete key or of a prefix of a hierarchical one; `{}` stands for an undefined component."""
    if kind == "MultiHash":
        return "".join(_hash_v2(_encode(value, b"\xff")) for value in components)
    if version == 1:
        return _effective_v1(components)
    return _hash_v2(b"".join(_encode(value, b"\xff") for value in components))


def ring_size(kind: str, version: int) -> int:
    """The number of points a ring is cut at: of the hash itself in version 1, of its first 32 bits otherwise."""
    return 1 << 32 if _is_v1(kind, version) else 0x4000_0000


def coarse_step(kind: str, version: int) -> int:
    """Ranges of a new container begin at multiples of this; only splits cut finer."""
    return 1 if _is_v1(kind, version) else 0x1_0000


def bound(point: int, kind: str, version: int) -> str:
    """The effective key at a point of the ring; the whole ring runs from "" to "FF"."""
    if point == 0:
        return MINIMUM
    if point == ring_size(kind, version):
        return MAXIMUM
    if _is_v1(kind, version):
        return _binary_number(float(point)).hex().upper()
    return f"{point >> 16:04X}" if point % 0x1_0000 == 0 else f"{point:08X}"


def _is_v1(kind: str, version: int) -> bool:
    return kind == "Hash" and version == 1


def _encode(value: Any, terminator: bytes) -> bytes:
    match value:
        case bool():
            return _TRUE if value else _FALSE
        case None:
            return _NULL
        case int() | float():
            return _NUMBER + struct.pack("<d", float(value))
        case str():
            return _STRING + value.encode("utf-8", "surrogatepass") + terminator
    return _UNDEFINED


def _hash_v2(data: bytes) -> str:
    low, high = _murmur_128(data)
    ring = bytearray((low.to_bytes(8, "little") + high.to_bytes(8, "little"))[::-1])
    ring[0] &= 0x3F
    return ring.hex().upper()


def _rotate(value: int, by: int) -> int:
    return ((value << by) | (value >> (64 - by))) & _MASK


def _mix(value: int) -> int:
    value = ((value ^ (value >> 33)) * 0xFF51AFD7ED558CCD) & _MASK
    value = ((value ^ (value >> 33)) * 0xC4CEB9FE1A85EC53) & _MASK
    return value ^ (value >> 33)


def _murmur_128(data: bytes) -> tuple[int, int]:
    h1 = h2 = 0
    blocks = len(data) // 16
    for k1, k2 in struct.iter_unpack("<QQ", data[: blocks * 16]):
        h1 ^= (_rotate(k1 * _C1 & _MASK, 31) * _C2) & _MASK
        h1 = ((_rotate(h1, 27) + h2) * 5 + 0x52DCE729) & _MASK
        h2 ^= (_rotate(k2 * _C2 & _MASK, 33) * _C1) & _MASK
        h2 = ((_rotate(h2, 31) + h1) * 5 + 0x38495AB5) & _MASK
    tail = data[blocks * 16 :].ljust(16, b"\0")
    k1, k2 = struct.unpack("<QQ", tail)
    h2 ^= (_rotate(k2 * _C2 & _MASK, 33) * _C1) & _MASK
    h1 ^= (_rotate(k1 * _C1 & _MASK, 31) * _C2) & _MASK
    h1 ^= len(data)
    h2 ^= len(data)
    h1 = (h1 + h2) & _MASK
    h2 = (h2 + h1) & _MASK
    h1, h2 = _mix(h1), _mix(h2)
    h1 = (h1 + h2) & _MASK
    return h1, (h2 + h1) & _MASK


def _murmur_32(data: bytes) -> int:
    value = 0
    whole = len(data) // 4 * 4
    for (k,) in struct.iter_unpack("<I", data[:whole]):
        value ^= _scramble(k)
        value = ((value << 13) | (value >> 19)) & _MASK32
        value = (value * 5 + 0xE6546B64) & _MASK32
    if len(data) > whole:
        value ^= _scramble(int.from_bytes(data[whole:], "little"))
    value ^= len(data)
    value = ((value ^ (value >> 16)) * 0x85EBCA6B) & _MASK32
    value = ((value ^ (value >> 13)) * 0xC2B2AE35) & _MASK32
    return value ^ (value >> 16)


def _scramble(k: int) -> int:
    k = (k * 0xCC9E2D51) & _MASK32
    k = ((k << 15) | (k >> 17)) & _MASK32
    return (k * 0x1B873593) & _MASK32


def _effective_v1(components: Sequence[Any]) -> str:
    cut = [value[:100] if isinstance(value, str) else value for value in components]
    hashed = float(_murmur_32(b"".join(_encode(value, b"\0") for value in cut)))
    return (_binary_number(hashed) + b"".join(_binary(value) for value in cut)).hex().upper()


def _binary(value: Any) -> bytes:
    match value:
        case bool():
            return _TRUE if value else _FALSE
        case None:
            return _NULL
        case int() | float():
            return _binary_number(float(value))
        case str():
            raw = value.encode("utf-8", "surrogatepass")
            if len(raw) <= 100:
                return _STRING + bytes(min(byte + 1, 255) for byte in raw) + b"\0"
            return _STRING + bytes(min(byte + 1, 255) for byte in raw[:101])
    return _UNDEFINED


def _binary_number(value: float) -> bytes:
    (bits,) = struct.unpack("<Q", struct.pack("<d", value))
    payload = bits ^ (1 << 63) if bits < (1 << 63) else (~bits + 1) & _MASK
    out = bytearray(_NUMBER)
    out.append(payload >> 56)
    payload = (payload << 8) & _MASK
    chunk = 0
    first = True
    while payload or first:
        if not first:
            out.append(chunk)
        first = False
        chunk = (payload >> 56) | 1
        payload = (payload << 7) & _MASK
    out.append(chunk & 0xFE)
    return bytes(out)
