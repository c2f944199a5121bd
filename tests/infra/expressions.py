"""What expressions of Bicep come to. What only Azure knows stays a `Runtime`, which everything else takes for a text."""

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Protocol

from scripts.bicep_reader import Expression, Loop, read_value
from scripts.bicep_text import BicepText

LEVELS = (("??",), ("||",), ("&&",), ("==", "!="), ("<=", ">=", "<", ">"), ("+", "-"), ("*", "/", "%"))
JOINED: dict[str, Callable[[Any, Any], Any]] = {
    "==": lambda left, right: left == right,
    "!=": lambda left, right: left != right,
    "<=": lambda left, right: left <= right,
    ">=": lambda left, right: left >= right,
    "<": lambda left, right: left < right,
    ">": lambda left, right: left > right,
    "+": lambda left, right: left + right,
    "-": lambda left, right: left - right,
    "*": lambda left, right: left * right,
    "/": lambda left, right: left // right,
    "%": lambda left, right: left % right,
}
NAMESPACES = {"az", "sys"}
LITERALS = {"true": True, "false": False, "null": None}
_ESCAPED = re.compile(r"\\(.)")


class Wrong(ValueError):
    """The template would not deploy; the message says why."""


class Runtime(str):
    """Known when it is deployed; the text says where from, behind a mark: what is made of it is known no sooner."""

    __slots__ = ()
    MARK = "«"

    @classmethod
    def of(cls, source: str, name: str) -> "Runtime":
        return cls(cls.MARK + f"{source}.{name}".replace(cls.MARK, ""))


class Scope(Protocol):
    def named(self, name: str) -> Any: ...
    def call(self, name: str, arguments: list[Any]) -> Any: ...


Meaning = Callable[[Scope], Any]


class Inner:
    """A scope with the variables of a loop."""

    def __init__(self, outer: Scope, variables: Mapping[str, Any]) -> None:
        self._outer, self._variables = outer, variables
        self.call = outer.call

    def named(self, name: str) -> Any:
        return self._variables[name] if name in self._variables else self._outer.named(name)


def valued(value: Any, scope: Scope) -> Any:
    """A value as the reader gives it, with everything worked out. Errors: Wrong, Unreadable."""
    if isinstance(value, Expression):
        return parsed(value.text)(scope)
    if isinstance(value, Loop):
        return [valued(value.body, inner) for inner in rounds(value, scope)]
    if isinstance(value, dict):
        return {parsed(f"'{key}'")(scope) if "${" in key else key: valued(inner, scope) for key, inner in value.items()}
    return [valued(one, scope) for one in value] if isinstance(value, list) else value


def rounds(loop: Loop, scope: Scope) -> list[Inner]:
    """A scope for each round that happens."""
    found = []
    for index, item in enumerate(valued(loop.over, scope)):
        inner = Inner(scope, dict(zip(loop.variables, (item, index), strict=False)))
        if not loop.condition or parsed(loop.condition)(inner):
            found.append(inner)
    return found


def member(value: Any, name: Any, *, safe: bool = False) -> Any:
    """`value.name` or `value[name]`; `safe` is `.?`. Errors: Wrong when there is no such thing."""
    if value is None and safe:
        return None
    if isinstance(value, Runtime):
        return Runtime.of(value, name)
    try:
        return value.member(name) if hasattr(value, "member") else value[name]
    except (LookupError, TypeError) as error:
        if safe:
            return None
        raise Wrong(f"there is no {name} in {str(value)[:80]}") from error


@cache
def parsed(text: str) -> Meaning:
    """Errors: Unreadable."""
    return _Parser(text).whole()


class _Parser(BicepText):
    def whole(self) -> Meaning:
        found = self._choice()
        if self._skip():
            raise self._error("the end")
        return found

    def _choice(self) -> Meaning:
        test = self._joined(0)
        self._skip()
        if not self._take("?"):
            return test
        yes = self._choice()
        self._skip()
        self._expect(":")
        no = self._choice()
        return lambda scope: yes(scope) if test(scope) else no(scope)

    def _joined(self, level: int) -> Meaning:
        if level == len(LEVELS):
            return self._negated()
        left = self._joined(level + 1)
        while sign := self._sign(LEVELS[level]):
            left = _both(sign, left, self._joined(level + 1))
        return left

    def _sign(self, signs: tuple[str, ...]) -> str:
        self._skip()
        return next((sign for sign in signs if self._take(sign)), "")

    def _negated(self) -> Meaning:
        self._skip()
        if self._peek("!") and self._take("!"):
            inner = self._negated()
            return lambda scope: not inner(scope)
        return self._followed(self._first())

    def _followed(self, value: Meaning) -> Meaning:
        while True:
            if self._take(".?"):
                value = _part(value, self._name(), safe=True)
            elif self._take("."):
                value = _part(value, self._name(), safe=False)
            elif self._take("["):
                value = _element(value, self._choice())
                self._skip()
                self._expect("]")
            elif not self._peek("!=") and self._take("!"):
                continue
            else:
                return value

    def _first(self) -> Meaning:
        if self._peek("'"):
            return self._interpolated()
        if self._take("("):
            inner = self._choice()
            self._skip()
            self._expect(")")
            return inner
        begin = self._at
        if self._peek("{") or self._peek("["):
            self._balanced()
            value = read_value(self._text[begin : self._at])
            return lambda scope: valued(value, scope)
        if found := re.compile(r"\d+").match(self._text, begin):
            self._at = found.end()
            return lambda scope: int(found[0])
        return self._called(self._name())

    def _called(self, name: str) -> Meaning:
        if name in LITERALS:
            return lambda scope: LITERALS[name]
        if name in NAMESPACES and self._take("."):
            name = self._name()
        if not self._take("("):
            return lambda scope: scope.named(name)
        arguments: list[Meaning] = []
        while self._skip(also=",") and not self._take(")"):
            arguments.append(self._choice())
        return lambda scope: scope.call(name, [one(scope) for one in arguments])

    def _interpolated(self) -> Meaning:
        begin = self._at
        self._string()
        text, parts, at = self._text[begin + 1 : self._at - 1], list[Meaning](), 0
        while (opened := text.find("${", at)) >= 0:
            parts.append(_plain(text[at:opened]))
            inner = _Parser(text)
            inner._at = opened + 1
            inner._balanced()
            at = inner._at
            parts.append(parsed(text[opened + 2 : at - 1]))
        parts.append(_plain(text[at:]))
        return lambda scope: "".join(_as_text(part(scope)) for part in parts)


def _plain(text: str) -> Meaning:
    plain = _ESCAPED.sub(lambda found: {"n": "\n", "t": "\t", "r": "\r"}.get(found[1], found[1]), text)
    return lambda scope: plain


def _as_text(value: Any) -> str:
    if not isinstance(value, str | int):
        raise Wrong(f"{value!r} in the midst of a text")
    return str(value).lower() if isinstance(value, bool) else str(value)


def _part(value: Meaning, name: str, *, safe: bool) -> Meaning:
    return lambda scope: member(value(scope), name, safe=safe)


def _element(value: Meaning, index: Meaning) -> Meaning:
    return lambda scope: member(value(scope), index(scope))


def _both(sign: str, left: Meaning, right: Meaning) -> Meaning:
    if sign == "??":
        return lambda scope: found if (found := left(scope)) is not None else right(scope)
    if sign == "||":
        return lambda scope: left(scope) or right(scope)
    if sign == "&&":
        return lambda scope: left(scope) and right(scope)
    return lambda scope: JOINED[sign](left(scope), right(scope))
