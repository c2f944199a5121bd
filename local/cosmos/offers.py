"""Throughput: the offers of databases and containers."""

import json
from collections.abc import Mapping
from typing import Any, Final

from local.cosmos import rids
from local.cosmos.catalog import Container, Database
from local.cosmos.errors import SERVERLESS_OFFER, bad_request, not_found
from local.cosmos.payload import dumps
from local.cosmos.store import Store
from local.cosmos.wire import Request

_MINIMUM: Final = 400
_AUTOSCALE_MINIMUM: Final = 1000
_PER_RANGE: Final = 10_000


def requested(request: Request, *, serverless: bool) -> dict[str, Any] | None:
    """The `content` of the offer a create asks for in its headers, or None. Raises 400."""
    fixed = request.headers.get("x-ms-offer-throughput")
    autoscale = request.headers.get("x-ms-cosmos-offer-autopilot-settings")
    if fixed is None and autoscale is None:
        return None
    if serverless:
        raise bad_request(SERVERLESS_OFFER)
    if autoscale is not None:
        try:
            settings = json.loads(autoscale)
        except ValueError:
            raise bad_request("The autopilot settings are not valid JSON.") from None
        return content({"offerAutopilotSettings": settings})
    try:
        return content({"offerThroughput": int(fixed or "")})
    except ValueError:
        raise bad_request("The offer throughput has to be a number.") from None


def content(wanted: Mapping[str, Any]) -> dict[str, Any]:
    """A checked `content`. Raises 400 for too little throughput."""
    settings = wanted.get("offerAutopilotSettings")
    if settings is not None:
        maximum = settings.get("maxThroughput") if isinstance(settings, Mapping) else None
        fixed = _checked(maximum, _AUTOSCALE_MINIMUM) // 10
        return {"offerThroughput": fixed, "offerAutopilotSettings": dict(settings)}
    fixed = _checked(wanted.get("offerThroughput"), _MINIMUM)
    return {"offerThroughput": fixed, "offerIsRUPerMinuteThroughputEnabled": False}


def _checked(value: Any, minimum: int) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < minimum:
        raise bad_request(f"Requested throughput {value} is less than required minimum throughput {minimum}.")
    return value


def ranges(offer: Mapping[str, Any] | None, at_least: int) -> int:
    """How many partition key ranges a new container with this throughput has."""
    return max(1, at_least, _needed(offer))


def ranges_after(old: Mapping[str, Any], new: Mapping[str, Any], at_least: int) -> int:
    """How many ranges a container needs once its throughput was replaced; 0 if it may stay as it is.

    A container that began with more ranges than its throughput asked for (`at_least`) splits all the same.
    """
    return max(1, at_least) - 1 + _needed(new) if _needed(new) > _needed(old) else 0


def _needed(offer: Mapping[str, Any] | None) -> int:
    if offer is None:
        return 1
    settings = offer.get("offerAutopilotSettings") or {}
    throughput: int = settings.get("maxThroughput") or offer["offerThroughput"]
    return -(-throughput // _PER_RANGE)


def create(store: Store, owner: Database | Container, wanted: dict[str, Any], now: int) -> None:
    """Store the offer of a new database or container; inside a transaction."""
    rid = rids.offer(owner.rid)
    body = {
        "id": rid,
        "_rid": rid,
        "_self": f"offers/{rid}/",
        "_etag": f'"{now:08x}-0000-0000-0000-000000000000"',
        "_ts": now,
        "resource": owner.self_link,
        "offerResourceId": owner.rid,
        "offerType": "Invalid",
        "offerVersion": "V2",
        "content": wanted,
    }
    store.run("INSERT INTO offers (rid, owner, body) VALUES (?, ?, ?)", rid, owner.rid, dumps(body))


def listed(store: Store) -> list[dict[str, Any]]:
    """Every offer."""
    return [json.loads(body) for (body,) in store.rows("SELECT body FROM offers ORDER BY rowid")]


def get(store: Store, rid: str) -> dict[str, Any]:
    """Raises 404."""
    found = store.rows("SELECT body FROM offers WHERE rid = ?", rid)
    if not found:
        raise not_found()
    offer: dict[str, Any] = json.loads(found[0][0])
    return offer


def replace(store: Store, rid: str, wanted: Mapping[str, Any], now: int) -> dict[str, Any]:
    """Set new throughput; splitting for it is the caller's. Raises 400, 404."""
    offer = get(store, rid)
    if not isinstance(wanted.get("content"), Mapping):
        raise bad_request("The offer needs an object 'content'.")
    changed = dict(wanted["content"])
    if "offerAutopilotSettings" not in changed and "offerAutopilotSettings" in offer["content"]:
        raise bad_request("An autoscale offer cannot be replaced by a manual one in the data plane.")
    if offer["content"] != changed:
        offer["content"] = content(changed)
        offer["_ts"] = now
    store.run("UPDATE offers SET body = ? WHERE rid = ?", dumps(offer), rid)
    return offer
