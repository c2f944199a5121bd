"""Runs invocations of a function app through our engine or through Microsoft's own worker: `oracle.py ours|theirs APP < invocations`.

Both sides print one JSON object: what indexing found, and what came of every invocation. The part of a host that is not the worker
(routes, trigger data) is the same for both, so what differs is what functions are given and what becomes of what they return.
"""

import asyncio
import json
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from azure.functions.meta import Datum

from local.host.application import load
from local.host.blobs import blob_argument
from local.host.blobs import metadata_of as blob_metadata
from local.host.changes import documents_argument
from local.host.context import Attempt
from local.host.engine import Engine, InvocationFailed, Outputs
from local.host.functions import Function
from local.host.hostjson import HostOptions
from local.host.messages import Delivery, queue_argument
from local.host.messages import metadata_of as queue_metadata
from local.host.outputs import messages_of, messages_of_datum
from local.host.requests import parse_query, request_of
from local.host.responses import Response, response_of, response_of_datum
from local.host.timers import timer_argument
from local.host.webhooks import event_argument

Given = Mapping[str, Any]
MOMENT = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
DELIVERY = Delivery("the-id", "the-receipt", 2, MOMENT, MOMENT, MOMENT)


def blob_metadata_of(given: Given) -> dict[str, Datum]:
    properties = SimpleNamespace(
        content_settings=SimpleNamespace(
            content_type="a/b",
            content_encoding=None,
            content_language=None,
            cache_control=None,
            content_disposition=None,
        ),
        last_modified=MOMENT,
        creation_time=MOMENT,
        blob_type="BlockBlob",
        size=len(given["blob"]),
        etag="0x1",
        metadata={"a": "1"},
    )
    return blob_metadata("things/a", "http://blob.test/things/a", properties)


def shown(response: Response) -> dict[str, Any]:
    headers = [[name.decode(), value.decode("latin-1")] for name, value in response.headers]
    return {"status": response.status, "headers": headers, "body": response.body.decode("latin-1")}


class Ours:
    """Our engine, as the triggers use it."""

    def __init__(self, app: Path) -> None:
        application = load(app, "localhost", frozenset())
        self.problems = application.problems
        self._functions = {function.name: function for function in application.functions}
        self._engine = Engine(HostOptions(), lambda: None)

    def index(self) -> dict[str, Any]:
        return {
            name: {
                "bindings": [dict(one) for one in function.bindings],
                "directory": function.directory if function.kind == "httpTrigger" else "",
                "retry": retry_of(function),
            }
            for name, function in self._functions.items()
        }

    async def invoke(self, given: Given) -> dict[str, Any]:
        function = self._functions[given["function"]]
        attempt = Attempt(given.get("retry", 0), 2 if "retry" in given else 0)
        try:
            return await self._engine.invoke(function, _argument(function, given), "", _finish(given), attempt=attempt)
        except InvocationFailed as failed:
            return {"error": repr(failed.__cause__)}
        except ValueError as spoiled:  # the trigger could not read its own metadata
            return {"error": repr(spoiled)}


def _argument(function: Function, given: Given) -> Any:
    raw = function.raw_input
    match given:
        case {"method": method}:
            body = bytes(given["body"])
            return request_of(method, given["url"], given["headers"], given["query"], given["route"], body)
        case {"text": text}:
            return queue_argument(text, DELIVERY, raw=raw)
        case {"documents": documents}:
            return documents_argument(documents, raw=raw)
        case {"event": event}:
            return event_argument(event, raw=raw)
        case {"blob": content}:
            return blob_argument(content.encode(), blob_metadata_of(given), raw=raw)
    return timer_argument(None, past_due=given["past_due"], raw=raw)


def _finish(given: Given) -> Any:
    def finish(value: Any, outputs: Outputs) -> dict[str, Any]:
        sent = {binding.name: messages_of(content) for binding, content in outputs}
        return {"response": shown(response_of(value)) if "method" in given else None, "outputs": sent}

    return finish


def retry_of(function: Function) -> list[float] | None:
    policy = function.retry
    return None if policy is None else [policy.max_count, policy.low]


class Theirs:
    """azure_functions_runtime, driven in this process: its messages are attributes, so plain objects will do."""

    def __init__(self, app: Path) -> None:
        import azure_functions_runtime as runtime
        from azure_functions_runtime import native_invocation
        from azure_functions_runtime.bindings import datumdef

        sys.path.insert(0, str(app))
        self._app = str(app)
        self._runtime = runtime
        self._native = native_invocation
        self._datum = datumdef.Datum
        self._found: list[Any] = []
        self.problems: list[str] = []

    async def start(self) -> None:
        self._runtime.start_threadpool_executor()
        init = SimpleNamespace(capabilities={}, function_app_directory=self._app)
        properties = {"host": "127.0.0.1", "protos": _protos()}
        request = SimpleNamespace(request=SimpleNamespace(worker_init_request=init), properties=properties)
        result = (await self._runtime.worker_init_request(request)).result
        if result.status == 0:
            self.problems.append(result.exception.message)
            return
        answer = await self._runtime.functions_metadata_request(SimpleNamespace())
        self._found = answer.function_metadata_results

    def index(self) -> dict[str, Any]:
        return {
            one.name: {
                "bindings": [json.loads(raw) for raw in one.raw_bindings],
                "directory": one.directory,
                "retry": _retry_of_protos(one.retry_options),
            }
            for one in self._found
        }

    async def invoke(self, given: Given) -> dict[str, Any]:
        found = next(one for one in self._found if one.name == given["function"])
        bindings = [json.loads(raw) for raw in found.raw_bindings]
        parameter = next(one["name"] for one in bindings if one["type"].endswith("Trigger"))
        datum, metadata = self._input(given)
        ok, returned, outputs, error, _ = await self._native.invocation_request_native(
            "the-id",
            found.function_id,
            [(parameter, datum)],
            metadata,
            "",
            "",
            given.get("retry", 0),
            2 if "retry" in given else 0,
        )
        if not ok:
            return {"error": error}
        try:
            sent = {name: messages_of_datum(content) for name, content in outputs}
            return {"response": shown(response_of_datum(returned)) if "method" in given else None, "outputs": sent}
        except ValueError as unsendable:
            return {"error": repr(unsendable)}

    def _input(self, given: Given) -> tuple[Any, dict[str, Any]]:
        match given:
            case {"method": _}:
                return self._http(given), {}
            case {"text": text}:
                return self._datum(text, "string"), self._all(queue_metadata(text, DELIVERY))
            case {"documents": documents}:
                return self._json(documents), {}
            case {"event": event}:
                return self._datum(json.dumps(event, indent=2, ensure_ascii=False), "json"), {}
            case {"blob": content}:
                return self._datum(content.encode(), "bytes"), self._all(blob_metadata_of(given))
        timer = {"Schedule": {"AdjustForDST": True}, "ScheduleStatus": None, "IsPastDue": given["past_due"]}
        return self._json(timer), {}

    def _http(self, given: Given) -> Any:
        def texts(values: Mapping[str, str]) -> dict[str, Any]:
            return {name: self._datum(value, "string") for name, value in values.items()}

        parts = texts({"method": given["method"], "url": given["url"]})
        parts["headers"], parts["params"] = texts(given["headers"]), texts(given["route"])
        parts["query"], parts["body"] = texts(parse_query(given["query"])), self._datum(bytes(given["body"]), "bytes")
        return self._datum(parts, "http")

    def _json(self, content: Any) -> Any:
        return self._datum(json.dumps(content), "json")

    def _all(self, metadata: Mapping[str, Datum]) -> dict[str, Any]:
        return {name: self._datum(one.value, one.type) for name, one in metadata.items()}


def _retry_of_protos(options: Any) -> list[float] | None:
    if options is None:
        return None
    least = options.delay_interval if hasattr(options, "delay_interval") else options.minimum_interval
    return [options.max_retry_count, least.total_seconds()]


def _protos() -> SimpleNamespace:
    def message(name: str) -> Any:
        return lambda **fields: SimpleNamespace(_name=name, **fields)

    class BindingInfo(SimpleNamespace):
        in_, out, inout = 0, 1, 2
        undefined = None

    class StatusResult(SimpleNamespace):
        Failure, Success, Cancelled = 0, 1, 2

    names = ("RpcFunctionMetadata", "RpcRetryOptions", "WorkerInitResponse", "WorkerMetadata")
    names += ("FunctionMetadataResponse", "FunctionLoadResponse", "RpcException")
    return SimpleNamespace(
        BindingInfo=BindingInfo, StatusResult=StatusResult, **{name: message(name) for name in names}
    )


async def main(side: str, app: Path) -> None:
    found: Ours | Theirs
    if side == "ours":
        found = Ours(app)
    else:
        found = Theirs(app)
        await found.start()
    results = [await found.invoke(given) for given in json.load(sys.stdin)]
    sys.stdout.write("\n" + json.dumps({"index": found.index(), "results": results, "problems": found.problems}))


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], Path(sys.argv[2])))
