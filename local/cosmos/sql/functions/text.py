"""Functions on strings. Case is ignored by folding to lower case, position counts start at 0."""

from typing import Any, Final

from local.cosmos.sql.functions.registry import Registry
from local.cosmos.sql.values import NUMBERS, UNDEFINED

BUILTINS: Final = Registry()
_define = BUILTINS.define
_LONGEST: Final = 10_000
_MISSING: Final = False


def _pair(first: Any, second: Any, ignore_case: Any) -> tuple[str, str] | None:
    """Both strings ready to be compared, None unless the types are right."""
    if type(first) is not str or type(second) is not str or type(ignore_case) is not bool:
        return None
    return (first.lower(), second.lower()) if ignore_case else (first, second)


@_define("CONTAINS", 2, 3)
def contains(text: Any, part: Any, ignore_case: Any = _MISSING) -> Any:
    pair = _pair(text, part, ignore_case)
    return UNDEFINED if pair is None else pair[1] in pair[0]


@_define("STARTSWITH", 2, 3)
def starts_with(text: Any, part: Any, ignore_case: Any = _MISSING) -> Any:
    pair = _pair(text, part, ignore_case)
    return UNDEFINED if pair is None else pair[0].startswith(pair[1])


@_define("ENDSWITH", 2, 3)
def ends_with(text: Any, part: Any, ignore_case: Any = _MISSING) -> Any:
    pair = _pair(text, part, ignore_case)
    return UNDEFINED if pair is None else pair[0].endswith(pair[1])


@_define("STRINGEQUALS", 2, 3)
def string_equals(text: Any, other: Any, ignore_case: Any = _MISSING) -> Any:
    pair = _pair(text, other, ignore_case)
    return UNDEFINED if pair is None else pair[0] == pair[1]


@_define("LOWER", 1)
def lower(text: Any) -> Any:
    return text.lower() if type(text) is str else UNDEFINED


@_define("UPPER", 1)
def upper(text: Any) -> Any:
    return text.upper() if type(text) is str else UNDEFINED


@_define("LENGTH", 1)
def length(text: Any) -> Any:
    return len(text) if type(text) is str else UNDEFINED


@_define("CONCAT", 2, None)
def concat(*parts: Any) -> Any:
    return "".join(parts) if all(type(part) is str for part in parts) else UNDEFINED


@_define("INDEX_OF", 2, 3)
def index_of(text: Any, part: Any, start: Any = 0) -> Any:
    """The first position at or after `start`, -1 if there is none."""
    position = whole(start)
    if type(text) is not str or type(part) is not str or position is None:
        return UNDEFINED
    return text.find(part, max(position, 0))


@_define("SUBSTRING", 3)
def substring(text: Any, start: Any, count: Any) -> Any:
    first, size = whole(start), whole(count)
    if type(text) is not str or first is None or size is None:
        return UNDEFINED
    if first < 0 or size <= 0:
        return ""
    return text[first : first + size]


@_define("LEFT", 2)
def left(text: Any, count: Any) -> Any:
    return substring(text, 0, count)


@_define("RIGHT", 2)
def right(text: Any, count: Any) -> Any:
    size = whole(count)
    if type(text) is not str or size is None:
        return UNDEFINED
    return text[max(len(text) - size, 0) :] if size > 0 else ""


@_define("REPLACE", 3)
def replace(text: Any, part: Any, by: Any) -> Any:
    """Undefined for an empty part, which has no place in a string."""
    if type(text) is not str or type(part) is not str or type(by) is not str or not part:
        return UNDEFINED
    return text.replace(part, by)


@_define("REPLICATE", 2)
def replicate(text: Any, count: Any) -> Any:
    """Undefined for a negative count and for results over 10,000 characters."""
    size = whole(count)
    if type(text) is not str or size is None or size < 0 or len(text) * size > _LONGEST:
        return UNDEFINED
    return text * size


@_define("REVERSE", 1)
def reverse(text: Any) -> Any:
    return text[::-1] if type(text) is str else UNDEFINED


@_define("LTRIM", 1)
def ltrim(text: Any) -> Any:
    return text.lstrip() if type(text) is str else UNDEFINED


@_define("RTRIM", 1)
def rtrim(text: Any) -> Any:
    return text.rstrip() if type(text) is str else UNDEFINED


@_define("TRIM", 1)
def trim(text: Any) -> Any:
    return text.strip() if type(text) is str else UNDEFINED


@_define("STRINGJOIN", 2)
def string_join(items: Any, separator: Any) -> Any:
    if type(items) is not list or type(separator) is not str or any(type(item) is not str for item in items):
        return UNDEFINED
    return separator.join(items)


@_define("STRINGSPLIT", 2)
def string_split(text: Any, separator: Any) -> Any:
    """An empty separator leaves the text whole."""
    if type(text) is not str or type(separator) is not str:
        return UNDEFINED
    return text.split(separator) if separator else [text]


def whole(number: Any) -> int | None:
    """A number without a fraction as an int, None for anything else."""
    if type(number) is int:
        return number
    if type(number) in NUMBERS and number == number // 1:
        return int(number)
    return None
