"""Reads what our Bicep files declare, without a compiler: resources, modules, parameters, variables and outputs with their values.

Objects, arrays, plain strings, numbers and booleans come as Python values. Everything else comes as the `Expression` it is written
as: nothing is evaluated, so what stands inside `union(...)` or a condition is seen as text only. Types, scopes and names are not
checked; that is for `az bicep build` and `lint`, which run where deployments do. What it cannot read, it refuses (`Unreadable`).
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from scripts.bicep_text import CLOSE, BicepText, Unreadable

_PLAIN = re.compile(r"'((?:[^'\\$]|\\.|\$(?!\{))*)'")
_ESCAPES = {r"\\": "\\", r"\'": "'", r"\n": "\n", r"\r": "\r", r"\t": "\t", r"\$": "$"}
_ELEMENTS = re.compile(r"\[\s*for\s+(?P<variables>\w+|\(\s*\w+\s*,\s*\w+\s*\))\s+in\s+")


@dataclass(frozen=True, slots=True)
class Expression:
    """As written, without the comments around it."""

    text: str


@dataclass(frozen=True, slots=True)
class Loop:
    """`[for item in over: if (condition) body]`, or `for (item, index) in`"""

    variables: tuple[str, ...]
    over: Expression
    condition: str
    body: Any


@dataclass(frozen=True, slots=True)
class Declaration:
    """`kind` is param, var, resource, module or output; `type` a resource type, the path of a module or the type of a value."""

    kind: str
    name: str
    line: int
    type: str = ""
    version: str = ""
    existing: bool = False
    condition: str = ""
    decorators: tuple[str, ...] = ()
    value: Any = None

    @property
    def body(self) -> Any:
        """Of a loop, what it repeats."""
        return self.value.body if isinstance(self.value, Loop) else self.value

    def get(self, path: str) -> Any:
        """`properties.networkAcls.bypass`, None where there is no such thing."""
        found = self.body
        for part in path.split("."):
            found = found.get(part) if isinstance(found, dict) else None
        return found


@dataclass(frozen=True, slots=True)
class BicepFile:
    path: Path
    text: str
    using: str = ""
    declarations: tuple[Declaration, ...] = ()

    def of(self, kind: str) -> list[Declaration]:
        return [one for one in self.declarations if one.kind == kind]

    def find(self, kind: str, name: str) -> Declaration:
        """Errors: LookupError."""
        return next(one for one in self.of(kind) if one.name == name)


def read(path: Path) -> BicepFile:
    """A .bicep or .bicepparam file. Errors: Unreadable, OSError."""
    text = path.read_text(encoding="utf-8")
    try:
        return BicepFile(path, text, *parse(text))
    except Unreadable as error:
        raise Unreadable(f"{path.name}: {error}") from None


@cache
def parse(text: str) -> tuple[str, tuple[Declaration, ...]]:
    """What a parameter file is for, and the declarations. Errors: Unreadable."""
    return _Reader(text).file()


def read_value(text: str) -> Any:
    """An object, an array or a plain value, as it stands in the midst of an expression. Errors: Unreadable."""
    return _Reader(text).value()


class _Reader(BicepText):
    def file(self) -> tuple[str, tuple[Declaration, ...]]:
        using, found, decorators = "", list[Declaration](), list[str]()
        while self._skip():
            if self._take("@"):
                decorators.append(self._raw())
                continue
            line, keyword = self._line(), self._name()
            if keyword == "using":
                using = str(self._value())
            elif keyword in ("extension", "targetScope"):
                self._raw()
            elif keyword in ("param", "var", "output", "resource", "module"):
                found.append(self._declaration(keyword, line, tuple(decorators)))
            else:
                raise self._error(f"`{keyword}`")
            decorators.clear()
        return using, tuple(found)

    def value(self) -> Any:
        found = self._value()
        if self._skip():
            raise self._error("the end")
        return found

    def _declaration(self, kind: str, line: int, decorators: tuple[str, ...]) -> Declaration:
        name, type_, version, condition, existing = self._spaced_name(), "", "", "", False
        if kind in ("resource", "module"):
            type_, _, version = self._type().partition("@")
            existing = self._word("existing")
        elif kind in ("param", "output") and not self._peek("="):
            type_ = self._spaced_name()
        value = None
        if self._take("="):
            condition = self._condition()
            value = self._value()
        return Declaration(kind, name, line, type_, version, existing, condition, decorators, value)

    def _condition(self) -> str:
        self._blanks()
        if not self._word("if"):
            return ""
        self._blanks()
        begin = self._at
        self._balanced()
        return self._text[begin + 1 : self._at - 1].strip()

    def _value(self) -> Any:
        self._blanks()
        if self._peek("{"):
            return self._object()
        if loop := _ELEMENTS.match(self._text, self._at):
            self._at = loop.end()
            return self._loop(tuple(re.findall(r"\w+", loop["variables"])))
        if self._peek("["):
            return self._array()
        return _plain(self._raw())

    def _type(self) -> str:
        self._blanks()
        if (found := _PLAIN.match(self._text, self._at)) is None:
            raise self._error("a plain string")
        self._at = found.end()
        self._blanks()
        return found[0][1:-1]

    def _loop(self, variables: tuple[str, ...]) -> Loop:
        begin = self._at
        while not self._peek(":"):
            self._step()
        over = Expression(self._text[begin : self._at].strip())
        self._take(":")
        condition = self._condition()
        body = self._value()
        self._skip()
        self._expect("]")
        return Loop(variables, over, condition, body)

    def _object(self) -> dict[str, Any]:
        self._expect("{")
        found: dict[str, Any] = {}
        while not self._closed("}"):
            key = self._key()
            self._blanks()
            self._expect(":")
            if key in found:
                raise self._error(f"`{key}` twice")
            found[key] = self._value()
        return found

    def _array(self) -> list[Any]:
        self._expect("[")
        found = []
        while not self._closed("]"):
            found.append(self._value())
        return found

    def _closed(self, bracket: str) -> bool:
        if not self._skip(also=","):
            raise self._error(f"`{bracket}`")
        return self._take(bracket)

    def _key(self) -> str:
        if self._peek("'"):
            begin = self._at
            self._string()
            return self._text[begin + 1 : self._at - 1]
        return self._name()

    def _raw(self) -> str:
        """An expression as written: to the end of its line, or of what it stands in."""
        self._blanks()
        begin = self._at
        while self._at < len(self._text) and self._text[self._at] not in ",\n" + CLOSE:
            end = self._at
            if self._comment():
                return self._text[begin:end].strip()
            self._step()
        return self._text[begin : self._at].strip()


def _plain(text: str) -> Any:
    if text in ("true", "false", "null"):
        return {"true": True, "false": False, "null": None}[text]
    if re.fullmatch(r"-?\d+", text):
        return int(text)
    if _PLAIN.fullmatch(text):
        return re.sub(r"\\.", lambda found: _ESCAPES.get(found[0], found[0]), text[1:-1])
    return Expression(text)
