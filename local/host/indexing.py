"""Imports function_app.py, finds its one FunctionApp and checks each function as the Python worker does."""

import importlib
import inspect
import json
import sys
import types
import typing
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import azure.functions as func
from azure.functions.meta import get_binding_registry

from local.host.functions import RETURN, TRIGGERS, Binding, Function
from local.host.retry import RetryPolicy

PACKAGES = ".python_packages/lib/site-packages"
OUTPUTS = ("http", "queue")
NO_TYPES = (None, typing.Union, types.UnionType, tuple, typing.ClassVar, Callable)
# The worker's own words, here and below: people look for them.
WRONG_WAY = {
    True: 'the "out" direction, but its annotation in Python is not a subclass of azure.functions.Out',
    False: 'the "in" direction in the binding decorator, but its annotation is azure.functions.Out in Python',
}


class FunctionRefused(Exception):
    """A function that does not load; in the worker it fails the whole app."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"cannot load the {name} function: {reason}")


class NoApp(Exception):
    """The script defines no FunctionApp, or more than one."""


def index(app: Path, script: str = "function_app.py") -> list[Function]:
    """The functions of an app folder, in order of definition. Importing them may raise anything.

    Errors: NoApp; FunctionRefused; ValueError from the SDK for two functions of one name.
    """
    for entry in (str(app / PACKAGES), str(app)):
        if entry not in sys.path:
            sys.path.insert(0, entry)
    if not (app / script).is_file():
        raise NoApp(f"no {script} in {app}")
    module = importlib.import_module(Path(script).stem)
    found = [value for value in vars(module).values() if isinstance(value, func.FunctionRegister)]
    apps = list({id(value): value for value in found}.values())
    if not apps:
        raise NoApp(f"Could not find top level function app instances in {script}.")
    if len(found) > 1:
        raise NoApp(f"More than one {type(apps[0]).__name__} or other top level function app instances are defined.")
    return [_load(function) for function in apps[0].get_functions()]


def _load(function: Any) -> Function:
    handler = function.get_user_function()
    name = function.get_function_name()
    bindings = [_binding(json.loads(raw)) for raw in function.get_raw_bindings()]
    trigger = next((binding for binding in bindings if binding.type.casefold().endswith("trigger")), None)
    if trigger is None:
        raise FunctionRefused(name, "it has no trigger")
    parameters = dict(inspect.signature(handler).parameters)
    annotations = typing.get_type_hints(handler)
    bound = {binding.name: binding for binding in bindings if binding.name != RETURN}
    needs_context = _take_context(name, parameters, bound, annotations)
    _check_names(name, set(parameters), set(bound))
    if trigger.type in TRIGGERS:
        _check_bindings(name, trigger, bound, annotations)
    settings = function.get_settings_dict("retry_policy")
    return Function(
        name=name,
        handler=handler,
        is_async=inspect.iscoroutinefunction(handler),
        directory=str(Path(inspect.getfile(handler)).parent),
        trigger=trigger,
        raw_input=annotations.get(trigger.name) in (str, bytes),
        needs_context=needs_context,
        outputs={binding.name: binding for binding in bound.values() if binding.out},
        returns=next((binding for binding in bindings if binding.name == RETURN), None),
        retry=RetryPolicy.of(settings) if settings else None,
        bindings=tuple({**binding.settings, "name": binding.name} for binding in bindings),
    )


def _binding(content: dict[str, Any]) -> Binding:
    out = str(content.get("direction", "IN")).upper() == "OUT"
    return Binding(str(content.get("name", "")), str(content["type"]), out, content)


def _take_context(
    name: str, parameters: dict[str, inspect.Parameter], bound: Mapping[str, Binding], annotations: Mapping[str, Any]
) -> bool:
    if "context" not in parameters or "context" in bound:
        return False
    del parameters["context"]
    annotation = annotations.get("context")
    if annotation is not None and getattr(annotation, "__name__", "") != "Context":
        raise FunctionRefused(
            name, f'the "context" parameter is expected to be of type azure.functions.Context, got "{annotation!r}"'
        )
    return True


def _check_names(name: str, parameters: set[str], bound: set[str]) -> None:
    if unbound := parameters - bound:
        raise FunctionRefused(
            name,
            "the following parameters are declared in Python but not in the function definition "
            f"(function.json or function decorators):  {unbound!r}",
        )
    if missing := bound - parameters:
        raise FunctionRefused(
            name,
            "Extra parameters in binding definition — the following parameters are declared as bindings but are not "
            f"present in Python: {missing!r}",
        )


def _check_bindings(name: str, trigger: Binding, bound: Mapping[str, Binding], annotations: Mapping[str, Any]) -> None:
    for binding in bound.values():
        if binding is not trigger and (not binding.out or binding.type not in OUTPUTS):
            raise FunctionRefused(name, f"this host has no {binding.type} binding; {binding.name!r} cannot be filled")
        if (annotation := annotations.get(binding.name)) is not None:
            _check_annotation(name, binding, annotation)


def _check_annotation(name: str, binding: Binding, annotation: Any) -> None:
    is_out = annotation is func.Out or typing.get_origin(annotation) is func.Out
    arguments = typing.get_args(annotation)
    if is_out and len(arguments) != 1:
        raise FunctionRefused(name, f"binding {binding.name} has invalid Out annotation {annotation!r}")
    inner = arguments[0] if is_out else annotation
    if not _is_type(inner):
        raise FunctionRefused(name, f"binding {binding.name} has invalid non-type annotation {annotation!r}")
    if is_out != binding.out:
        raise FunctionRefused(name, f"binding {binding.name} is declared to have {WRONG_WAY[binding.out]}")
    if not _accepts(binding, inner):
        shown = getattr(inner, "__name__", repr(inner))
        raise FunctionRefused(
            name,
            f'type of {binding.name} binding in the binding decorator "{binding.type}" does not match its '
            f'Python annotation "{shown}"',
        )


def _is_type(annotation: Any) -> bool:
    """What the worker takes for a type: classes and generics of `typing`, but no `list[str]` and no unions."""
    if isinstance(annotation, type):
        return True
    origin = typing.get_origin(annotation)
    return not isinstance(annotation, types.GenericAlias) and origin not in NO_TYPES


def _accepts(binding: Binding, annotation: Any) -> bool:
    if annotation in (str, bytes):
        return True
    converter: Any = get_binding_registry().get(binding.type)  # type: ignore[no-untyped-call]
    if binding.out:
        return bool(converter.check_output_type_annotation(annotation))
    return isinstance(annotation, type) and bool(converter.check_input_type_annotation(annotation))
