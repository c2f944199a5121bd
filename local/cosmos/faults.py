"""Faults on demand: what a test asks the server to do wrong, a bounded number of times."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from local.cosmos.errors import CosmosError, bad_request

_ACTIONS: Final = ("respond", "delay", "reset", "hang")
_KINDS: Final = ("", "dbs", "colls", "docs", "pkranges", "offers")


@dataclass(slots=True)
class Fault:
    """One rule.

    action: `respond` answers `status`/`substatus` (with `retry_after_ms` on 429), `delay` only waits `latency_ms`, `reset` drops
    the connection, `hang` never answers. after: the request is carried out first, so that an accepted write loses its
    answer. times: how often the rule still applies. method, kind ("docs", "colls", ...), contains (in the path): None matches all.
    """

    action: str
    status: int
    substatus: int
    retry_after_ms: int
    latency_ms: int
    after: bool
    times: int
    method: str | None
    kind: str | None
    contains: str | None

    def error(self) -> CosmosError:
        """The refusal to answer with."""
        headers = {"x-ms-retry-after-ms": str(self.retry_after_ms)} if self.status == 429 else {}
        return CosmosError(self.status, "Injected fault.", self.substatus, headers)


class Faults:
    """The rules in force, first match first."""

    def __init__(self) -> None:
        self.rules: list[Fault] = []

    def take(self, method: str, path: str, kind: str) -> Fault | None:
        """The fault to apply to a request, used up by one; None for most."""
        for fault in self.rules:
            if fault.method not in (None, method) or fault.kind not in (None, kind):
                continue
            if fault.contains is not None and fault.contains not in path:
                continue
            fault.times -= 1
            if fault.times <= 0:
                self.rules.remove(fault)
            return fault
        return None

    def add(self, body: Any) -> Fault:
        """A rule from JSON (see `Fault`; `match` holds method, kind and contains). Raises 400."""
        if not isinstance(body, Mapping):
            raise bad_request("A fault is a JSON object.")
        unknown = set(body) - {"action", "status", "substatus", "retryAfterMs", "latencyMs", "after", "times", "match"}
        match = body.get("match") or {}
        if unknown or not isinstance(match, Mapping) or set(match) - {"method", "kind", "contains"}:
            raise bad_request(f"A fault has unknown members: {sorted(unknown) or match}.")
        status = body.get("status", 0)
        action = body.get("action") or ("respond" if status else "delay")
        if action not in _ACTIONS or match.get("kind") not in (None, *_KINDS):
            raise bad_request(f"The action has to be one of {_ACTIONS}, the kind one of {_KINDS}.")
        if action == "respond" and status not in (408, 410, 429, 449, 500, 503):
            raise bad_request("A fault answers 408, 410, 429, 449, 500 or 503.")
        if action == "respond" and status == 410 and match.get("kind") != "docs":
            raise bad_request("410 is for items only (kind docs): on partition key ranges it makes clients hang.")
        times = body.get("times", 1)
        if not isinstance(times, int) or not 1 <= times <= 10_000:
            raise bad_request("times has to be between 1 and 10000.")
        fault = Fault(
            action=action,
            status=status,
            substatus=body.get("substatus", 3200 if status == 429 else 0),
            retry_after_ms=body.get("retryAfterMs", 1),
            latency_ms=body.get("latencyMs", 0),
            after=bool(body.get("after", False)),
            times=times,
            method=match.get("method"),
            kind=match.get("kind"),
            contains=match.get("contains"),
        )
        self.rules.append(fault)
        return fault
