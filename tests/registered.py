"""The functions of the app. An app lists them once in a process, and says they were there twice the second time."""

from functools import cache
from typing import Any

import azure.functions as func

import function_app
from shared.kit.jobs import Job


@cache
def registered() -> tuple[func.Function, ...]:
    return tuple(function_app.app.get_functions())


def trigger_of(name: str) -> dict[str, Any]:
    """What starts the function, as the host is told."""
    trigger: dict[str, Any] = _named(name).get_trigger().get_dict_repr()
    return trigger


async def call(name: str, **arguments: Any) -> None:
    """As the worker does; with which app is said by `_app` of its jobs."""
    await _named(name).get_user_function()(**arguments)


async def deliver(name: str, job: Job) -> None:
    """A message of the queue that starts it."""
    await call(name, message=func.QueueMessage(body=job.model_dump_json(by_alias=True)))


def _named(name: str) -> func.Function:
    return next(function for function in registered() if function.get_function_name() == name)
