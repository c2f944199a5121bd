"""host.json, with every key open to `AzureFunctionsJobHost__a__b` settings, as typed options with the host's own defaults."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from local.host.settings import SettingsError, read_json
from local.host.timespan import parse_timespan

OVERRIDE = "AzureFunctionsJobHost__"
LEVELS = {"trace": 5, "debug": 10, "information": 20, "warning": 30, "error": 40, "critical": 50, "none": 60}


@dataclass(frozen=True, slots=True)
class HttpOptions:
    route_prefix: str = "api"
    max_outstanding: int = -1  # requests in the host, waiting or running; -1 is no limit
    max_concurrent: int = -1
    custom_headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class QueueOptions:
    batch_size: int = 16
    new_batch_threshold: int = 8  # half a batch per core; one core, like a small instance, on every machine
    max_dequeue_count: int = 5
    visibility_timeout: float = 0.0  # seconds before a failed message is tried again
    max_polling_interval: float = 2.0  # the Core Tools force the development value
    base64: bool = True


@dataclass(frozen=True, slots=True)
class BlobOptions:
    max_degree: int = 8  # blobs handled at once
    poison_threshold: int = 5  # attempts before the message goes to the poison queue


@dataclass(frozen=True, slots=True)
class HostOptions:
    http: HttpOptions = field(default_factory=HttpOptions)
    queues: QueueOptions = field(default_factory=QueueOptions)
    blobs: BlobOptions = field(default_factory=BlobOptions)
    function_timeout: float | None = 1800.0
    log_levels: Mapping[str, int] = field(default_factory=dict)
    functions: frozenset[str] | None = None
    host_id: str | None = None

    def level(self, category: str) -> int:
        """The level of the longest category in logging.logLevel that is `category` or a dotted prefix of it."""
        while category:
            if (level := self.log_levels.get(category.casefold())) is not None:
                return level
            category = category.rpartition(".")[0]
        return self.log_levels.get("default", LEVELS["information"])


def load_host_json(app: Path, environment: Mapping[str, str]) -> HostOptions:
    """Errors: SettingsError, for a missing file, a wrong version or a value out of range."""
    path = app / "host.json"
    if not path.is_file():
        raise SettingsError(f"no host.json in {app}: this is not a function app")
    tree = _Tree(read_json(path))
    for key, value in environment.items():
        if key.casefold().startswith(OVERRIDE.casefold()):
            tree.override(key[len(OVERRIDE) :].split("__"), value)
    if str(tree.get("version")) != "2.0":
        raise SettingsError("host.json must say version 2.0")
    try:
        return _options(tree)
    except (ValueError, TypeError) as error:
        raise SettingsError(f"host.json: {error}") from error


class _Tree:
    """JSON read by path without regard to case."""

    def __init__(self, content: dict[str, Any]) -> None:
        self._content = content

    def get(self, path: str, default: Any = None) -> Any:
        node: Any = self._content
        for part in path.split("."):
            key = _key(node, part) if isinstance(node, dict) else None
            if key is None:
                return default
            node = node[key]
        return node

    def override(self, parts: list[str], value: str) -> None:
        node = self._content
        for part in parts[:-1]:
            key = _key(node, part) or part
            if isinstance(node.get(key), list):
                node[key] = {str(index): entry for index, entry in enumerate(node[key])}
            node = node.setdefault(key, {})
            if not isinstance(node, dict):
                raise SettingsError(f"{OVERRIDE}{'__'.join(parts)} goes below a plain value of host.json")
        node[_key(node, parts[-1]) or parts[-1]] = value


def _key(node: dict[str, Any], part: str) -> str | None:
    return next((key for key in node if key.casefold() == part.casefold()), None)


def _options(tree: _Tree) -> HostOptions:
    names = tree.get("functions")
    if isinstance(names, dict):
        names = list(names.values())
    return HostOptions(
        http=_http(tree),
        queues=_queues(tree),
        blobs=BlobOptions(
            _within(tree, "extensions.blobs.maxDegreeOfParallelism", 8, 1, 10_000),
            _within(tree, "extensions.blobs.poisonBlobThreshold", 5, 1, 10_000),
        ),
        function_timeout=_timeout(tree.get("functionTimeout")),
        log_levels=_levels(tree.get("logging.logLevel") or {}),
        functions=frozenset(str(name).casefold() for name in names) if names else None,
        host_id=tree.get("id"),
    )


def _http(tree: _Tree) -> HttpOptions:
    headers = tree.get("extensions.http.customHeaders") or {}
    return HttpOptions(
        route_prefix=str(tree.get("extensions.http.routePrefix", "api")).strip("/"),
        max_outstanding=int(tree.get("extensions.http.maxOutstandingRequests", -1)),
        max_concurrent=int(tree.get("extensions.http.maxConcurrentRequests", -1)),
        custom_headers={str(name): str(value) for name, value in headers.items()},
    )


def _queues(tree: _Tree) -> QueueOptions:
    prefix = "extensions.queues."
    batch = _within(tree, f"{prefix}batchSize", 16, 1, 32)
    encoding = str(tree.get(f"{prefix}messageEncoding", "base64")).casefold()
    if encoding not in ("base64", "none"):
        raise ValueError("extensions.queues.messageEncoding is base64 or none")
    interval = tree.get(f"{prefix}maxPollingInterval")
    return QueueOptions(
        batch_size=batch,
        new_batch_threshold=_within(tree, f"{prefix}newBatchThreshold", batch // 2, 0, 10_000),
        max_dequeue_count=_within(tree, f"{prefix}maxDequeueCount", 5, 1, 10_000),
        visibility_timeout=parse_timespan(str(tree.get(f"{prefix}visibilityTimeout", "00:00:00"))),
        max_polling_interval=max(0.1, min(2.0, parse_timespan(str(interval)) if interval is not None else 2.0)),
        base64=encoding == "base64",
    )


def _within(tree: _Tree, path: str, default: int, low: int, high: int) -> int:
    value = int(tree.get(path, default))
    if not low <= value <= high:
        raise ValueError(f"{path} must be from {low} to {high}")
    return value


def _timeout(value: Any) -> float | None:
    if value is None:
        return 1800.0
    if str(value) == "-1":
        return None
    seconds = parse_timespan(str(value))
    if seconds < 1:
        raise ValueError("functionTimeout must be at least one second, or -1")
    return seconds


def _levels(levels: Mapping[str, Any]) -> dict[str, int]:
    read: dict[str, int] = {}
    for category, name in levels.items():
        if str(name).casefold() not in LEVELS:
            raise ValueError(f"logging.logLevel {json.dumps(name)} is not a level")
        read[category.casefold()] = LEVELS[str(name).casefold()]
    return read
