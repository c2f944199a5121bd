"""An app folder, read: settings, host.json, functions, routes, and everything that is wrong with it."""

import hashlib
import os
import re
import socket
from dataclasses import dataclass, field
from pathlib import Path

from local.host.functions import HTTP, TRIGGERS, Function
from local.host.hostjson import HostOptions, load_host_json
from local.host.indexing import FunctionRefused, NoApp, index
from local.host.logs import console, traceback_text
from local.host.routing import Route, Router
from local.host.settings import (
    LocalSettings,
    Settings,
    SettingsError,
    current_environment,
    development_environment,
    load_local_settings,
    split_origins,
)


@dataclass(frozen=True, slots=True)
class Application:
    """`problems` make the whole app answer 404; what is wrong with one function leaves the others running."""

    app: Path
    options: HostOptions
    local: LocalSettings
    functions: list[Function]
    router: Router[Function]
    host_id: str
    problems: list[str] = field(default_factory=list)

    def origins(self, given: str) -> tuple[str, ...]:
        """Allowed CORS origins: the command line beats local.settings.json."""
        return split_origins(given) or self.local.cors

    def summary(self, base_url: str, broken: set[str], listen: list[str] | None) -> list[str]:
        """What `func start` prints: every function with its address or trigger."""
        lines = ["", "Functions:", ""]
        for function in sorted(self.functions, key=lambda function: function.name.upper()):
            if function.name in broken or (listen is not None and function.name not in listen):
                continue
            lines += [f"        {function.name}: {self._shown(function, base_url)}", ""]
        return lines

    def _shown(self, function: Function, base_url: str) -> str:
        if function.kind != HTTP:
            return function.kind
        route = next(route for route in self.router.routes if route.name == function.name)
        verbs = ",".join(sorted(route.methods))
        return f"[{verbs}] {base_url}{self.router.path(route)}" if verbs else f"{base_url}{self.router.path(route)}"


def load(app: Path, address: str, only: frozenset[str]) -> Application:
    """Read an app folder; `only` names the functions to load (none: all). Whatever is wrong is told and kept."""
    environment = current_environment()
    problems: list[str] = []
    options, local = HostOptions(), LocalSettings()
    try:
        local = load_local_settings(app, environment)
        for name, value in development_environment(app, address).items():
            environment.setdefault(name, value)
        options = load_host_json(app, environment)
    except (SettingsError, OSError) as error:
        problems.append(str(error))
    for warning in local.warnings:
        console.line(warning)
    settings = Settings(environment)
    functions = [] if problems else _index(app, settings, problems)
    functions = [function for function in functions if _wanted(function, options, settings, only)]
    router = Router(options.http.route_prefix, [_route(function) for function in functions if function.kind == HTTP])
    host_id = settings.find("AzureFunctionsWebHost__hostid") or options.host_id or _host_id(app)
    return Application(app, options, local, functions, router, host_id, problems)


def _index(app: Path, settings: Settings, problems: list[str]) -> list[Function]:
    try:
        return index(app, settings.find("PYTHON_SCRIPT_FILE_NAME") or "function_app.py")
    except (NoApp, FunctionRefused) as error:
        problems.append(f"Worker failed to index functions: {error}")
    except (KeyboardInterrupt, SystemExit) as error:
        problems.append(f"Worker failed to index functions: the app ended the process with {error!r}")
    except BaseException as error:  # importing the app runs the app's code: anything can come out
        problems.append(f"Worker failed to index functions:\n{traceback_text(error)}")
    return []


def _wanted(function: Function, options: HostOptions, settings: Settings, only: frozenset[str]) -> bool:
    if only and function.name not in only:
        return False
    if options.functions is not None and function.name.casefold() not in options.functions:
        return False
    if any(settings.flag(f"AzureWebJobs{mark}{function.name}{mark}Disabled") for mark in (".", "__", "_")):
        console.line(f"Function '{function.name}' is disabled.")
        return False
    if function.kind not in TRIGGERS:
        console.line(f"Function '{function.name}' is skipped: this host has no {function.kind}.")
        return False
    return True


def _route(function: Function) -> Route[Function]:
    methods = function.trigger.settings.get("methods") or ()
    template = function.trigger.settings.get("route")
    return Route(
        function.name,
        function.name if template is None else str(template),
        frozenset(str(method).upper() for method in methods),
        function,
    )


def _host_id(app: Path) -> str:
    """Like the host's own: the machine and the folder, 32 characters at most."""
    machine = re.sub(r"[^a-z0-9-]", "", socket.gethostname().lower()).strip("-")[:20]
    digest = hashlib.sha256(os.fsencode(app)).hexdigest()
    return f"{machine}-{digest}"[:32].rstrip("-")
