"""Queue output bindings: written after the function succeeded, the queue created on demand."""

import base64
import json
from typing import Any

from azure.functions.meta import get_binding_registry

from local.host.context import Attempt
from local.host.engine import FIRST, Engine, InvocationFailed, Outputs
from local.host.functions import Function
from local.host.hostjson import QueueOptions
from local.host.logs import console, traceback_text
from local.host.responses import unsendable
from local.host.settings import Settings
from local.host.storage import Storage


class Runner:
    """Runs functions that answer nobody: when the outputs are written, the work is done."""

    def __init__(self, engine: Engine, outputs: "OutputWriter") -> None:
        self._engine = engine
        self._outputs = outputs

    async def run(
        self, function: Function, argument: Any, reason: str, attempt: Attempt = FIRST, details: str = ""
    ) -> None:
        """Errors: InvocationFailed."""
        outputs = await self._engine.invoke(
            function, argument, reason, lambda _, outputs: outputs, attempt=attempt, details=details
        )
        if outputs:
            await self._outputs.write(function, outputs)


class OutputWriter:
    def __init__(self, settings: Settings, storage: Storage, options: QueueOptions) -> None:
        self._settings = settings
        self._storage = storage
        self._options = options

    async def write(self, function: Function, outputs: Outputs) -> None:
        """Errors: InvocationFailed, for the same reason the real host fails the function: its output did not arrive."""
        try:
            for binding, value in outputs:
                queue = self._settings.resolve(binding.text("queueName")).lower()
                client = await self._storage.queue(self._settings.connection(binding.text("connection")), queue)
                for text in messages_of(value):
                    await self._storage.send(client, encode_message(text, base64_encoded=self._options.base64))
        except Exception as error:
            console.line(f"Functions.{function.name}: writing its output failed\n{traceback_text(error)}")
            raise InvocationFailed(function.name) from error


def messages_of(value: Any) -> list[str]:
    """The messages a value stands for: a str is one, a list one each. Errors: TypeError for other types."""
    converter: Any = get_binding_registry().get("queue")  # type: ignore[no-untyped-call]
    try:
        datum = converter.encode(value, expected_type=None)
    except NotImplementedError:
        raise unsendable("queue", value) from None
    return messages_of_datum(datum)


def messages_of_datum(datum: Any) -> list[str]:
    """What the worker hands to the host for a queue output, as messages."""
    if datum.type == "string":
        return [datum.value]
    if datum.type == "bytes":
        return [datum.value.decode()]
    content = json.loads(datum.value)
    entries = content if isinstance(content, list) else [content]
    return [entry if isinstance(entry, str) else _body(entry) for entry in entries]


def encode_message(text: str, *, base64_encoded: bool) -> str:
    return base64.b64encode(text.encode()).decode("ascii") if base64_encoded else text


def _body(entry: Any) -> str:
    if isinstance(entry, dict) and isinstance(entry.get("body"), str):
        return str(entry["body"])
    return json.dumps(entry)
