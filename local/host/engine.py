"""Runs functions: arguments, thread pool, time limit, log lines."""

import asyncio
import os
import time
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, TypeVar

from local.host.context import Attempt, context_of, remember_invocation
from local.host.functions import RETURN, Binding, Function
from local.host.hostjson import LEVELS, HostOptions
from local.host.logs import console, traceback_text
from local.host.timespan import format_timespan

T = TypeVar("T")
FIRST = Attempt()
GRACE = 2.0  # seconds between a time-out and the end of the process


class InvocationFailed(Exception):
    """The function raised, returned what cannot be sent, or ran out of time; the console has the details."""


class Out:
    """An output parameter."""

    def __init__(self) -> None:
        self._value: Any = None

    def set(self, val: Any) -> None:
        self._value = val

    def get(self) -> Any:
        return self._value


@dataclass(slots=True)
class Running:
    """An invocation in progress."""

    function: Function
    invocation_id: str
    started: float
    task: asyncio.Task[Any] | None
    timed_out: bool = False


Outputs = list[tuple[Binding, Any]]


class Engine:
    """All invocations of one process. `on_timeout` is called once, `GRACE` seconds after a function ran out of time."""

    def __init__(self, options: HostOptions, on_timeout: Callable[[], None], threads: int | None = None) -> None:
        self.running: dict[str, Running] = {}
        self._options = options
        self._on_timeout = on_timeout
        self._threads = ThreadPoolExecutor(threads or min(32, (os.cpu_count() or 1) + 4), thread_name_prefix="function")
        self._watch: asyncio.Task[None] | None = None
        self._verbose: dict[str, bool] = {}

    def start(self) -> None:
        if self._options.function_timeout is not None:
            self._watch = asyncio.create_task(self._watch_time(self._options.function_timeout))

    def stop(self) -> None:
        if self._watch is not None:
            self._watch.cancel()
        self._threads.shutdown(wait=False, cancel_futures=True)

    async def invoke(
        self,
        function: Function,
        argument: Any,
        reason: str,
        finish: Callable[[Any, Outputs], T],
        *,
        trace_parent: str = "",
        trace_state: str = "",
        attempt: Attempt = FIRST,
        details: str = "",
    ) -> T:
        """Run a function and turn what it gave into a result with `finish`, whose errors are the function's.

        `details` of the trigger are for the log. Errors: InvocationFailed.
        """
        identity = _new_id()
        outs = {name: Out() for name in function.outputs}
        arguments = {function.trigger.name: argument, **outs}
        if function.needs_context:
            arguments["context"] = context_of(function, identity, trace_parent, trace_state, attempt)
        verbose = self._is_verbose(function)
        if verbose:
            _tell(function, identity, reason, details)
        running = Running(function, identity, time.monotonic(), asyncio.current_task())
        self.running[identity] = running
        try:
            value = await self._call(function, identity, arguments)
            result = finish(value, _collect(function, value, outs))
        except asyncio.CancelledError:
            if not running.timed_out:
                raise
            raise self._failed(running, self._timeout_text(running)) from None
        except Exception as error:
            raise self._failed(running, traceback_text(error)) from error
        finally:
            del self.running[identity]
        if verbose:
            console.line(_outcome(running, "Succeeded"), urgent=False)
        return result

    def _call(self, function: Function, identity: str, arguments: dict[str, Any]) -> Awaitable[Any]:
        if function.is_async:
            called: Awaitable[Any] = function.handler(**arguments)
            return called
        return asyncio.get_running_loop().run_in_executor(self._threads, _run, function, identity, arguments)

    def _is_verbose(self, function: Function) -> bool:
        known = self._verbose.get(function.name)
        if known is None:
            level = self._options.level(f"Function.{function.name}")
            known = self._verbose[function.name] = level <= LEVELS["information"]
        return known

    def _failed(self, running: Running, details: str) -> InvocationFailed:
        name = running.function.name
        console.line(_outcome(running, "Failed"), urgent=False)
        console.line(f"Exception while executing function: Functions.{name}. Result: Failure\n{details}")
        return InvocationFailed(name)

    def _timeout_text(self, running: Running) -> str:
        limit = format_timespan(self._options.function_timeout or 0)
        name = running.function.name
        return (
            f"Timeout value of {limit} exceeded by function 'Functions.{name}' (Id: '{running.invocation_id}'). "
            "Initiating cancellation; the worker process is restarted."
        )

    async def _watch_time(self, limit: float) -> None:
        """Fail what runs too long, then end the process: a stuck function cannot be stopped any other way."""
        while True:
            oldest = next(iter(self.running.values()), None)
            late = time.monotonic() - limit
            if oldest is not None and oldest.started <= late:
                break
            await asyncio.sleep(min(limit / 10, 1.0))
        for running in [running for running in self.running.values() if running.started <= late]:
            running.timed_out = True
            if running.task is not None:
                running.task.cancel()
        await asyncio.sleep(GRACE)
        self._on_timeout()


def _new_id() -> str:
    """A random id in the form of a GUID."""
    text = os.urandom(16).hex()
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def _tell(function: Function, identity: str, reason: str, details: str) -> None:
    console.line(f"Executing 'Functions.{function.name}' (Reason='{reason}', Id={identity})", urgent=False)
    if details:
        console.line(f"Trigger Details: {details}", urgent=False)


def _outcome(running: Running, how: str) -> str:
    took = (time.monotonic() - running.started) * 1000
    return f"Executed 'Functions.{running.function.name}' ({how}, Id={running.invocation_id}, Duration={took:.0f}ms)"


def _run(function: Function, identity: str, arguments: dict[str, Any]) -> Any:
    remember_invocation(identity)
    return function.handler(**arguments)


def _collect(function: Function, value: Any, outs: dict[str, Out]) -> Outputs:
    """What goes to output bindings. Errors: RuntimeError for a return value nobody takes."""
    if function.returns is None and value is not None:
        raise RuntimeError(f"function {function.name!r} without a {RETURN} binding returned a non-None value")
    outputs = [(function.outputs[name], out.get()) for name, out in outs.items() if out.get() is not None]
    if function.returns is not None and function.returns.type != "http" and value is not None:
        outputs.append((function.returns, value))
    return outputs
