"""The receipt of a submit: SHA-256 over canonical JSON, the same on the device and on the server.

Canonical JSON is that of RFC 8785: names sorted by UTF-16 code units, no spaces, text with the fewest escapes, numbers as ECMAScript
writes a double. JSON has no other numbers: `12.50` is `12.5` before anybody can see it, and a whole number beyond 2**53 is the
double next to it, here as in a browser. `web/src/reports/receipt.ts` is the same in TypeScript; both run the same vectors.
"""

import hashlib
import json
import math
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any


def receipt(
    *,
    report_id: str,
    revision: int,
    definition: tuple[str, int],
    payload: Mapping[str, Any],
    attachments: Sequence[Mapping[str, Any]],
    reasons: Mapping[str, str],
) -> str:
    """64 hexadecimal digits. `payload` as it was sent, without SI values; `attachments` are `{id, name, sizeBytes, sha256}` in any order;
    `reasons` are the author's for warnings, by the id of the rule.

    Errors: ValueError for what JSON cannot say (no number, half a character).
    """
    kind, version = definition
    said = {
        "attachments": sorted(attachments, key=lambda attachment: str(attachment["id"])),
        "definition": {"type": kind, "version": version},
        "payload": payload,
        "reasons": reasons,
        "reportId": report_id,
        "revision": revision,
    }
    return hashlib.sha256(canonical(said).encode()).hexdigest()


def canonical(value: Any) -> str:
    """Errors: ValueError, TypeError for what JSON does not have."""
    if isinstance(value, str):
        return _text(value)
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, int | float):
        return number_text(value)
    if isinstance(value, Mapping):
        named = sorted(value.items(), key=lambda pair: pair[0].encode("utf-16-be", "surrogatepass"))
        return "{" + ",".join(f"{_text(name)}:{canonical(inner)}" for name, inner in named) + "}"
    if isinstance(value, list | tuple):
        return "[" + ",".join(map(canonical, value)) + "]"
    raise TypeError(f"JSON has no {type(value).__name__}")


def number_text(value: float) -> str:
    """As ECMAScript writes a number (ECMA-262, Number::toString): shortest digits, `1e+21`, never `-0`. Errors: ValueError."""
    try:
        value = float(value)
    except OverflowError:
        value = math.inf
    if not math.isfinite(value):
        raise ValueError("JSON has no such number")
    if value == 0:
        return "0"
    sign, digits, exponent = Decimal(repr(value)).normalize().as_tuple()
    written, point = "".join(map(str, digits)), len(digits) + int(exponent)  # 0.<written> * 10**point
    return ("-" if sign else "") + _placed(written, point)


def _placed(digits: str, point: int) -> str:
    if len(digits) <= point <= 21:
        return digits.ljust(point, "0")
    if 0 < point <= 21:
        return f"{digits[:point]}.{digits[point:]}"
    if -6 < point <= 0:
        return f"0.{'0' * -point}{digits}"
    fraction = f".{digits[1:]}" if len(digits) > 1 else ""
    return f"{digits[0]}{fraction}e{point - 1:+d}"


def _text(value: str) -> str:
    value.encode()  # UnicodeEncodeError is a ValueError
    return json.dumps(value, ensure_ascii=False)
