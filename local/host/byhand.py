"""`POST /admin/functions/{name}`: runs a function that is not HTTP once, with the given input."""

import json
from typing import Any

from azure.functions.warmup import WarmUpContext

from local.host.blobs import Blobs
from local.host.changes import documents_argument
from local.host.engine import InvocationFailed
from local.host.functions import BLOB, COSMOS, EVENT_GRID, QUEUE, TIMER, Function
from local.host.logs import console
from local.host.outputs import Runner
from local.host.queues import argument_by_hand
from local.host.settings import SettingsError
from local.host.timers import timer_argument
from local.host.webhooks import event_argument

CALLED = "This function was programmatically called via the host APIs."


class ByHand:
    def __init__(self, runner: Runner, blobs: Blobs) -> None:
        self._runner = runner
        self._blobs = blobs

    async def run(self, function: Function, text: str) -> None:
        """What the input means depends on the trigger: a message, documents, an event, or `container/blob`. Whatever fails is told."""
        try:
            if function.kind == BLOB:
                container, _, blob = text.partition("/")
                await self._blobs.run(function, container, blob, CALLED)
            else:
                await self._runner.run(function, _argument(function, text), CALLED)
        except InvocationFailed:
            return  # told already
        except (ValueError, SettingsError) as error:
            console.line(f"Functions.{function.name}: the input does not fit: {error}")


def _argument(function: Function, text: str) -> Any:
    raw = function.raw_input
    if function.kind == QUEUE:
        return argument_by_hand(text, raw=raw)
    if function.kind == TIMER:
        return timer_argument(None, past_due=False, raw=raw)
    if function.kind == COSMOS:
        content = json.loads(text or "[]")
        return documents_argument(content if isinstance(content, list) else [content], raw=raw)
    if function.kind == EVENT_GRID:
        return event_argument(json.loads(text), raw=raw)
    return WarmUpContext()
