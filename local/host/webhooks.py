"""`/runtime/webhooks/eventgrid` and `/runtime/webhooks/blobs`: where Event Grid delivers events.

Facts are those of the two extensions of the real host: the handshakes of both schemas, 202 when every event was taken, 500 with
the reason when a function failed (Event Grid then sends all of them again), 404 for a function that is not there.
"""

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from azure.functions.meta import Datum, get_binding_registry

from local.host.blobs import BlobMessage
from local.host.engine import InvocationFailed
from local.host.functions import EVENT_GRID, Function
from local.host.logs import console
from local.host.outputs import Runner
from local.host.requests import parse_query
from local.host.responses import TEXT, Response, empty

ORIGINS = (
    "eventgrid.azure.net",
    "eventgrid.azure.us",
    "eventgrid.azure.cn",
    "eventgrid.azure.eaglex.ic.gov",
    "eventgrid.azure.microsoft.scloud",
)
Events = Sequence[Any]
Enqueue = Callable[[BlobMessage], Awaitable[None]]
Deliver = Callable[[str, Events], Awaitable[Response]]


class Webhooks:
    """`enqueue` puts a message into the host's blob queue, or raises InvocationFailed."""

    def __init__(self, functions: Sequence[Function], runner: Runner, enqueue: Enqueue) -> None:
        self._grid = {function.name: function for function in functions if function.kind == EVENT_GRID}
        self._runner = runner
        self._enqueue = enqueue

    async def answer(self, method: str, path: str, headers: Mapping[str, str], query: str, body: bytes) -> Response:
        extension = extension_of(path)
        name = parse_query(query).get("functionName", "")
        if extension == "eventgrid":
            if name not in self._grid:
                return _text(404, f"cannot find function: '{name}'")
            return await _handle(method, headers, name, body, self._run)
        if extension == "blobs":
            return await _handle(method, headers, name, body, self._keep)
        return empty(404)

    async def _run(self, name: str, events: Events) -> Response:
        """One invocation per event, all at once."""
        function = self._grid[name]
        reason = f"EventGrid trigger fired at {datetime.now(UTC).isoformat()}"
        arguments = [event_argument(event, raw=function.raw_input) for event in events]
        runs = (self._runner.run(function, argument, reason) for argument in arguments)
        results = await asyncio.gather(*runs, return_exceptions=True)
        for result in results:
            if isinstance(result, InvocationFailed):
                return _text(500, f"Exception while executing function: Functions.{name}")
            if isinstance(result, BaseException):
                raise result
        return empty(202)

    async def _keep(self, name: str, events: Events) -> Response:
        try:
            for event in events:
                await self._enqueue(BlobMessage.of_event(event, name))
        except InvocationFailed:
            return empty(500)
        return empty(202)


def extension_of(path: str) -> str:
    """The extension a web hook's path names, in lower case: the third part."""
    return [*path.strip("/").split("/"), "", ""][2].casefold()


def event_argument(event: Any, *, raw: bool) -> Any:
    """The EventGridEvent or CloudEvent for a function, or its JSON if it asks for str."""
    text = json.dumps(event, indent=2, ensure_ascii=False)
    if raw:
        return text
    converter: Any = get_binding_registry().get(EVENT_GRID)  # type: ignore[no-untyped-call]
    return converter.decode(Datum(text, "json"), trigger_metadata=None)


async def _handle(method: str, headers: Mapping[str, str], name: str, body: bytes, deliver: Deliver) -> Response:
    if method == "OPTIONS":
        asked = headers.get("webhook-request-origin", "")
        origin = asked if asked in ORIGINS else ORIGINS[0]
        return Response(200, [(b"webhook-allowed-origin", origin.encode()), (b"content-length", b"0")])
    kind = headers.get("aeg-event-type", "").casefold()
    if kind == "unsubscribe":
        return empty(202)
    if kind not in ("subscriptionvalidation", "notification"):
        return empty(400)
    try:
        content = json.loads(body)
        if kind == "subscriptionvalidation":
            code = _validation_code(content)
            console.line(f"perform handshake with eventGrid for function: {name}")
            return _text(200, json.dumps({"validationResponse": code}, separators=(",", ":")))
        return await deliver(name, content if isinstance(content, list) else [content])
    except (ValueError, KeyError, TypeError, IndexError) as error:
        console.line(f"Event Grid sent what cannot be read: {error!r}")
        return empty(500)


def _validation_code(content: Any) -> str:
    """From the array of the Event Grid schema, or from an object whose data is JSON in a string."""
    data = content[0]["data"] if isinstance(content, list) else json.loads(content["data"])
    return str(data["validationCode"])


def _text(status: int, text: str) -> Response:
    return Response(status, [(b"content-type", TEXT.encode())], text.encode())
