"""The functions of the app. An app lists them once in a process, and says they were there twice the second time."""

from functools import cache

import azure.functions as func

import function_app


@cache
def registered() -> tuple[func.Function, ...]:
    return tuple(function_app.app.get_functions())
