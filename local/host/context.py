"""The `context` parameter of a function."""

import os
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field

import azure.functions as func

from local.host.functions import Function

_thread_local = threading.local()


@dataclass(frozen=True, slots=True)
class Trace:
    """W3C trace context of an invocation."""

    trace_parent: str
    trace_state: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Attempt:
    """Which retry this is, from 0, of how many, and what the attempt before it said."""

    retry_count: int = 0
    max_retry_count: int = 0
    exception: str = ""


@dataclass(frozen=True, slots=True)
class InvocationContext:
    """Looks like azure.functions.Context; the SDK's own class is abstract."""

    invocation_id: str
    function_name: str
    function_directory: str
    trace_context: Trace
    retry_context: Attempt
    thread_local_storage: threading.local = _thread_local


func.Context.register(InvocationContext)  # isinstance holds in the app, as in the worker


def context_of(
    function: Function, invocation_id: str, trace_parent: str, trace_state: str, attempt: Attempt
) -> InvocationContext:
    trace = Trace(child_traceparent(trace_parent), trace_state)
    return InvocationContext(invocation_id, function.name, function.directory, trace, attempt)


def child_traceparent(parent: str) -> str:
    """A new span in the trace of `parent`, or of a new trace when that is not a traceparent."""
    parts = parent.split("-")
    span = os.urandom(8).hex()
    if len(parts) == 4 and len(parts[1]) == 32 and len(parts[3]) == 2:
        return f"00-{parts[1]}-{span}-{parts[3]}"
    return f"00-{os.urandom(16).hex()}-{span}-00"


def remember_invocation(invocation_id: str) -> None:
    """Leave the id where the worker leaves it for synchronous functions."""
    _thread_local.invocation_id = invocation_id
