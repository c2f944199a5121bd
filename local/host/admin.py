"""The host's own endpoints below /admin: status, ping, functions, manual invocation, drain, warm-up."""

import json
import os
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any

from local.host.functions import HTTP, WARMUP, Function
from local.host.responses import Response, empty

Invoke = Callable[[Function, str], None]


class Admin:
    """`invoke` starts a function by hand and returns at once; `drain` stops and `resume` restarts what listens."""

    def __init__(
        self,
        host_id: str,
        functions: Sequence[Function],
        *,
        base_url: str,
        problems: Sequence[str],
        paths: Mapping[str, str],
        invoke: Invoke,
        drain: Callable[[], None],
        resume: Callable[[], Awaitable[None]],
        outstanding: Callable[[], int],
    ) -> None:
        self._host_id = host_id
        self._functions = {function.name.casefold(): function for function in functions}
        self._base_url = base_url
        self._problems = list(problems)
        self._paths = paths
        self._invoke = invoke
        self._drain = drain
        self._resume = resume
        self._outstanding = outstanding
        self._draining = False
        self._warmed = False
        self._started = time.monotonic()

    async def answer(self, method: str, path: str, _: Mapping[str, str], __: str, body: bytes) -> Response:
        match (method, path.casefold().strip("/").split("/")[1:]):
            case ("GET" | "POST", ["host", "ping"]):
                return Response(200, [(b"content-length", b"0")])
            case ("GET", ["host", "status"]):
                return _json(self._status())
            case ("POST", ["host", "drain"]):
                self._draining = True
                self._drain()
                return Response(202, [(b"content-length", b"0")])
            case ("GET", ["host", "drain", "status"]):
                return _json(self._drain_status())
            case ("POST", ["host", "resume"]):
                self._draining = False
                await self._resume()
                return _json({"state": "Running"})
            case ("GET", ["functions"]):
                return _json([self._describe(function) for function in self._functions.values()])
            case ("GET" | "POST", ["warmup"]):
                return self._warm_up()
            case (_, ["functions", name, *rest]):
                return self._function(method, name, rest, body)
        return empty(404)

    def _function(self, method: str, name: str, rest: list[str], body: bytes) -> Response:
        function = self._functions.get(name.casefold())
        if function is None:
            return empty(404)
        match (method, rest):
            case ("GET", []):
                return _json(self._describe(function))
            case ("GET", ["status"]):
                return _json({})
            case ("POST", []):
                return self._run(function, body)
        return empty(404)

    def _run(self, function: Function, body: bytes) -> Response:
        if function.kind == HTTP:
            return empty(400)
        try:
            content = json.loads(body) if body else {}
        except ValueError:
            return empty(400)
        given = content.get("input", "") if isinstance(content, dict) else ""
        self._invoke(function, given if isinstance(given, str) else json.dumps(given))
        return Response(202, [(b"content-length", b"0")])

    def _warm_up(self) -> Response:
        functions = [function for function in self._functions.values() if function.kind == WARMUP]
        if functions and not self._warmed:
            self._warmed = True
            self._invoke(functions[0], "")
        return Response(200, [(b"content-length", b"0")])

    def _status(self) -> dict[str, Any]:
        status: dict[str, Any] = {
            "id": self._host_id,
            "state": "Error" if self._problems else "Running",
            "version": "4.0.0.0",
            "versionDetails": "local",
            "platformVersion": "",
            "instanceId": "",
            "computerName": "",
            "processUptime": int((time.monotonic() - self._started) * 1000),
            "processId": os.getpid(),
            "functionAppContentEditingState": "Unknown",
            "extensionBundle": None,
        }
        if self._problems:
            status["errors"] = self._problems
        return status

    def _drain_status(self) -> dict[str, Any]:
        outstanding = self._outstanding()
        state = "Disabled" if not self._draining else "InProgress" if outstanding else "Completed"
        return {"state": state, "outstandingInvocations": outstanding, "outstandingRetries": 0}

    def _describe(self, function: Function) -> dict[str, Any]:
        path = self._paths.get(function.name)
        return {
            "name": function.name,
            "script_root_path_href": None,
            "href": f"{self._base_url}/admin/functions/{function.name}",
            "config": {
                "name": function.name,
                "language": "python",
                "bindings": [dict(one) for one in function.bindings],
            },
            "isDisabled": False,
            "isDirect": True,
            "invoke_url_template": f"{self._base_url}{path}" if path is not None else None,
            "language": "python",
        }


def _json(content: Any) -> Response:
    return Response(200, [(b"content-type", b"application/json; charset=utf-8")], json.dumps(content).encode())
