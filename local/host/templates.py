"""Route templates of ASP.NET Core, compiled: `v1/wells/{id:length(26)}/{*rest}`.

Literals match without regard to case, parameter values keep theirs; a trailing slash is tolerated; an optional or catch-all
parameter without a value is absent from the values.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from local.host.constraints import Check, constraint


@dataclass(frozen=True, slots=True)
class Parameter:
    name: str
    catch_all: bool = False
    optional: bool = False
    default: str | None = None
    checks: tuple[Check, ...] = ()

    @property
    def may_be_missing(self) -> bool:
        return self.catch_all or self.optional or self.default is not None


Part = str | Parameter


class Template:
    """A compiled template, matched against a decoded path. Errors: ValueError for one that cannot be compiled."""

    def __init__(self, text: str) -> None:
        segments = [_parse_segment(segment) for segment in _split(text.strip("/"))]
        self.parameters = [part for segment in segments for part in segment if isinstance(part, Parameter)]
        _check_names(text, self.parameters, segments)
        self._regex = re.compile(_pattern(segments), re.IGNORECASE | re.DOTALL)
        head = text.strip("/").partition("{")[0]
        self.prefix = f"/{head}".rstrip("/").casefold()  # every path that matches starts with this

    def match(self, path: str) -> Mapping[str, str] | None:
        """The values of the parameters, or None."""
        found = self._regex.fullmatch(path)
        if found is None:
            return None
        values: dict[str, str] = {}
        for parameter, value in zip(self.parameters, found.groups(), strict=True):
            if value:
                if not all(check(value) for check in parameter.checks):
                    return None
                values[parameter.name] = value
            elif parameter.default is not None:
                values[parameter.name] = parameter.default
        return values


def _check_names(text: str, parameters: list[Parameter], segments: list[list[Part]]) -> None:
    names = [parameter.name.casefold() for parameter in parameters]
    if len(set(names)) != len(names):
        raise ValueError(f"the route parameter names of '{text}' are not unique")
    if any(parameter.catch_all for parameter in parameters[:-1]) or (
        parameters and parameters[-1].catch_all and parameters[-1] not in segments[-1]
    ):
        raise ValueError(f"a catch-all parameter must be the last segment of '{text}'")


def _split(text: str) -> list[str]:
    """Segments of a template; slashes inside braces (of a regex constraint) do not separate."""
    segments, depth, start = [], 0, 0
    for position, character in enumerate(text):
        depth += {"{": 1, "}": -1}.get(character, 0)
        if character == "/" and depth == 0:
            segments.append(text[start:position])
            start = position + 1
    if text:
        segments.append(text[start:])
    if any(not segment for segment in segments):
        raise ValueError(f"the route '{text}' has an empty segment")
    return segments


def _parse_segment(segment: str) -> list[Part]:
    parts: list[Part] = []
    position = 0
    while position < len(segment):
        if segment[position] != "{":
            end = segment.find("{", position)
            end = len(segment) if end < 0 else end
            parts.append(segment[position:end])
        else:
            end = _closing(segment, position)
            parts.append(_parse_parameter(segment[position + 1 : end - 1]))
        position = end
    return parts


def _closing(segment: str, start: int) -> int:
    """Just after the brace that closes the one at `start`; doubled braces are literal ones inside a constraint."""
    position = start + 1
    while position < len(segment):
        if segment[position : position + 2] in ("{{", "}}"):
            position += 2
        elif segment[position] == "}":
            return position + 1
        else:
            position += 1
    raise ValueError(f"the route segment '{segment}' has an unclosed parameter")


def _parse_parameter(text: str) -> Parameter:
    body = text.replace("{{", "{").replace("}}", "}")
    catch_all = body.startswith("*")
    body = body.lstrip("*")
    name = re.split(r"[:=?]", body, maxsplit=1)[0]
    if not name or any(character in name for character in "/{}*?"):
        raise ValueError(f"'{text}' is not a route parameter")
    rest, optional, default = body[len(name) :], False, None
    checks, rest = _parse_constraints(rest)
    if rest.startswith("="):
        default = rest[1:]
    elif rest == "?":
        optional = True
    elif rest:
        raise ValueError(f"'{text}' is not a route parameter")
    return Parameter(name, catch_all, optional, default, checks)


def _parse_constraints(text: str) -> tuple[tuple[Check, ...], str]:
    checks: list[Check] = []
    while text.startswith(":"):
        match = re.match(r":([A-Za-z]\w*)", text)
        if match is None:
            raise ValueError(f"'{text}' is not a route constraint")
        text, arguments = text[match.end() :], None
        if text.startswith("("):
            end = _closing_parenthesis(text)
            arguments, text = text[1:end], text[end + 1 :]
        checks.append(constraint(match[1].lower(), arguments))
    return tuple(checks), text


def _closing_parenthesis(text: str) -> int:
    """The last parenthesis before the next constraint, a default or the end: a regex may contain parentheses itself."""
    for match in re.finditer(r"\)(?=$|:[A-Za-z]|=|\?$)", text):
        return match.start()
    raise ValueError(f"'{text}' has an unclosed parenthesis")


def _pattern(segments: list[list[Part]]) -> str:
    """One group per parameter; segments at the end that may be missing nest, so that each needs those before it."""
    tail = r"/?"
    for index in range(len(segments) - 1, -1, -1):
        segment = segments[index]
        inner = "".join(_part(part, segment, position) for position, part in enumerate(segment))
        only = segment[0]
        missing = len(segment) == 1 and isinstance(only, Parameter) and only.may_be_missing
        if missing and all(_droppable(later) for later in segments[index + 1 :]):
            tail = (
                rf"(?:/{inner}{tail})?"
                if tail != "/?"
                else (rf"(?:/{inner})?" if _greedy(only) else rf"(?:/{inner})?/?")
            )
        else:
            tail = rf"/{inner}{tail}"
    return tail


def _droppable(segment: list[Part]) -> bool:
    return len(segment) == 1 and isinstance(segment[0], Parameter) and segment[0].may_be_missing


def _greedy(part: Part) -> bool:
    return isinstance(part, Parameter) and part.catch_all


def _part(part: Part, segment: list[Part], position: int) -> str:
    if isinstance(part, str):
        following = segment[position + 1] if position + 1 < len(segment) else None
        if part == "." and isinstance(following, Parameter) and following.optional:
            return ""  # written together with the optional part after it
        return re.escape(part)
    if part.catch_all:
        return "(.*)"
    before = segment[position - 1] if position else None
    if part.optional and before == ".":
        return r"(?:\.([^/.]+))?"
    rest = segment[position + 1 :]
    if len(rest) == 2 and rest[0] == "." and isinstance(rest[1], Parameter) and rest[1].optional:
        return "([^/]+?)"  # leaves what follows the last dot to the optional part
    return "([^/]+)"
