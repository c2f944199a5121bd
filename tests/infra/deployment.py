"""What a deployment would make: templates and parameter file worked through, as far as the files say it.

What only Azure knows (addresses, principals) stays a `Runtime`. Types are not checked and nothing is asked of anybody: a deployment
that comes out here may still be refused, one that does not would not even begin.
"""

import hashlib
import json
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from scripts.bicep_reader import BicepFile, Declaration, Expression, Loop, read
from tests.infra.expressions import Runtime, Scope, Wrong, rounds, valued

GROUP = "/subscriptions/s/resourceGroups/rg-petro"
CLOUD = {
    "suffixes": {"storage": "core.windows.net"},
    "authentication": {"loginEndpoint": "https://login.microsoftonline.com/"},
}
LIMITS: dict[str, Callable[[Any, Any], bool]] = {
    "allowed": lambda value, limit: value in limit,
    "minLength": lambda value, limit: len(value) >= limit,
    "maxLength": lambda value, limit: len(value) <= limit,
    "minValue": lambda value, limit: value >= limit,
    "maxValue": lambda value, limit: value <= limit,
}


@dataclass(eq=False)
class Resource:
    """One that is deployed, or is referred to (`existing`). `body` is worked out when it is looked at, since resources know each other."""

    type: str
    template: str
    declared: Declaration
    scope: Scope
    existing: bool

    @cached_property
    def body(self) -> dict[str, Any]:
        found: dict[str, Any] = _known(valued(self.declared.body, self.scope))
        return found

    def part(self, name: str) -> Any:
        return valued(self.declared.body.get(name), self.scope)

    @cached_property
    def name(self) -> str:
        found = str(self.part("name"))
        if Runtime.MARK in found:
            raise Wrong(f"{self.template}: the name of {self.declared.name} is known too late")
        return found

    @cached_property
    def full_name(self) -> str:
        parent = self.part("parent")
        return f"{parent.full_name}/{self.name}" if parent is not None else self.name

    @cached_property
    def id(self) -> str:
        at = self.part("scope")
        return _id(self.type, *self.full_name.split("/"), at=GROUP if at is None else at.id)

    def member(self, name: str) -> Any:
        return getattr(self, name) if name in ("id", "name", "type") else Runtime.of(self.id, name)

    def get(self, path: str) -> Any:
        """`properties.siteConfig.cors`, None where there is no such thing."""
        found: Any = self.body
        for part in path.split("."):
            found = found.get(part) if isinstance(found, dict) else None
        return found


@dataclass
class Deployment:
    """`outputs` are those of main.bicep."""

    resources: list[Resource] = field(default_factory=list)
    outputs: dict[str, Any] = field(default_factory=dict)

    def of(self, type_: str) -> list[Resource]:
        return [one for one in self.resources if one.type == type_]

    @property
    def settings(self) -> dict[str, str]:
        (found,) = self.of("Microsoft.Web/sites/config")
        properties: dict[str, str] = found.get("properties")
        return properties


class Template:
    """One file with its parameters: a scope in which its names mean something. Errors of all that it is asked: Wrong."""

    def __init__(self, file: BicepFile, given: Mapping[str, Any], made: list[Resource]) -> None:
        self.file, self._given, self._made = file, given, made
        self._declared = {one.name: one for one in file.declarations if one.kind != "output"}
        self._outputs = {one.name: one for one in file.of("output")}
        self._known: dict[str, Any] = {}
        if unknown := given.keys() - {one.name for one in file.of("param")}:
            raise Wrong(f"{file.path.name} has no parameter {sorted(unknown)}")

    def work_through(self) -> dict[str, Any]:
        for name in self._declared:
            self.named(name)
        return {name: self._output(name) for name in self._outputs}

    def named(self, name: str) -> Any:
        if name not in self._known:
            if name not in self._declared:
                raise Wrong(f"{self.file.path.name}: nobody knows {name}")
            one = self._declared[name]
            self._known[name] = getattr(self, f"_{one.kind}")(one)
        return self._known[name]

    def call(self, name: str, arguments: list[Any]) -> Any:
        if name in ("loadJsonContent", "loadTextContent"):
            text = (self.file.path.parent / arguments[0]).read_text(encoding="utf-8")
            return _json(text) if name == "loadJsonContent" else text
        return _called(name, arguments)

    def member(self, name: str) -> Any:
        """Of a module: `outputs`, and of those one by name."""
        return self if name == "outputs" else self._output(name)

    def _output(self, name: str) -> Any:
        if name not in self._outputs:
            raise Wrong(f"{self.file.path.name} has no output {name}")
        return valued(self._outputs[name].value, self)

    def _param(self, one: Declaration) -> Any:
        if one.name not in self._given and one.value is None:
            raise Wrong(f"{self.file.path.name}: nobody gives {one.name}")
        value = self._given[one.name] if one.name in self._given else valued(one.value, self)
        for decorator in one.decorators:
            name, _, rest = decorator.partition("(")
            if name in LIMITS and not isinstance(value, Runtime):
                limit = valued(Expression(rest.removesuffix(")")), self)
                if not LIMITS[name](value, limit):
                    raise Wrong(f"{self.file.path.name}: {one.name} is {value!r}, {name} {limit!r}")
        return value

    def _var(self, one: Declaration) -> Any:
        return valued(one.value, self)

    def _each(self, one: Declaration, make: Callable[[Scope], Any]) -> Any:
        if isinstance(one.value, Loop):
            return [make(inner) for inner in rounds(one.value, self)]
        return make(self) if not one.condition or valued(Expression(one.condition), self) else None

    def _resource(self, one: Declaration) -> Any:
        def make(scope: Scope) -> Resource:
            resource = Resource(one.type, self.file.path.name, one, scope, one.existing)
            if not one.existing:
                self._made.append(resource)
            return resource

        return self._each(one, make)

    def _module(self, one: Declaration) -> Any:
        def make(scope: Scope) -> Template:
            path = self.file.path.parent / one.type
            # A deployment of its own: what it is given is known when it begins.
            given = _known(valued(one.body["params"], scope))
            inner = Template(read(path), given, self._made)
            inner.work_through()
            return inner

        return self._each(one, make)


def deployed(root: Path, environment: str, changed: Mapping[str, Any] = {}, **variables: str) -> Deployment:
    """What the parameter file of an environment makes; `changed` parameters are given instead, objects member by member.

    `variables` are those of the environment that the file reads. Errors: Wrong.
    """
    file = read(root / f"infra/environments/{environment}.bicepparam")
    main = read(root / "bicep/main.bicep")
    given = {one.name: valued(one.value, _ParameterFile(variables)) for one in file.of("param")}
    for name, value in changed.items():
        before = given.get(name, valued(main.find("param", name).value, _ParameterFile({})))
        given[name] = {**before, **value} if isinstance(value, dict) and isinstance(before, dict) else value
    found = Deployment()
    found.outputs = _known(Template(main, given, found.resources).work_through())
    for one in found.resources:
        _ = one.id, one.body
    return found


@dataclass(frozen=True)
class _ParameterFile:
    variables: Mapping[str, str]

    def named(self, name: str) -> Any:
        raise Wrong(f"a parameter file knows no {name}")

    def call(self, name: str, arguments: list[Any]) -> Any:
        if name == "readEnvironmentVariable":
            return self.variables.get(*arguments)
        return _called(name, arguments)


def _called(name: str, arguments: list[Any]) -> Any:
    if name not in FUNCTIONS:
        raise Wrong(f"nobody knows the function {name}")
    return FUNCTIONS[name](*arguments)


@cache
def _json(text: str) -> Any:
    return json.loads(text)


def _known(value: Any) -> Any:
    """The same, without the marks of what is known later."""
    if isinstance(value, dict):
        return {name: _known(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_known(one) for one in value]
    return type(value)(value.replace(Runtime.MARK, "")) if isinstance(value, str) else value


def _guid(*parts: str) -> str:
    late = any(Runtime.MARK in part for part in parts)
    return Runtime.MARK if late else str(uuid.uuid5(uuid.NAMESPACE_URL, "|".join(parts)))


def _id(type_: str, *names: str, at: str = GROUP) -> str:
    provider, *kinds = type_.split("/")
    if len(kinds) != len(names):
        raise Wrong(f"{type_} with the names {names}")
    return f"{at}/providers/{provider}/" + "/".join(f"{kind}/{name}" for kind, name in zip(kinds, names, strict=True))


def _union(*values: Any) -> Any:
    if isinstance(values[0], list):
        return [one for value in values for one in value]
    found: dict[str, Any] = {}
    for value in values:
        found |= value
    return found


FUNCTIONS: dict[str, Callable[..., Any]] = {
    "contains": lambda values, one: one in values,
    "concat": lambda *lists: [one for found in lists for one in found],
    "empty": lambda value: value is None or len(value) == 0,
    "environment": lambda: CLOUD,
    "first": lambda value: value[0],
    "guid": _guid,
    "items": lambda value: [{"key": key, "value": value[key]} for key in sorted(value)],
    "last": lambda value: value[-1],
    "replace": lambda text, old, new: text.replace(old, new),
    "resourceGroup": lambda: {"id": GROUP, "location": "westeurope"},
    "resourceId": _id,
    "split": lambda text, sign: text.split(sign),
    "startsWith": lambda text, start: text.lower().startswith(start.lower()),
    "string": lambda value: json.dumps(value),
    "subscription": lambda: {"tenantId": "t"},
    "subscriptionResourceId": lambda type_, name: _id(type_, name, at="/subscriptions/s"),
    "take": lambda text, length: text[:length],
    "tenant": lambda: {"tenantId": "t"},
    "toLower": lambda text: text.lower(),
    "union": _union,
    "uniqueString": lambda *parts: hashlib.sha256("|".join(parts).encode()).hexdigest()[:13],
}
