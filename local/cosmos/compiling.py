"""From a query request to something that runs."""

import re
from collections.abc import Mapping
from typing import Any, Final

from local.cosmos.errors import SqlRefusal, bad_request
from local.cosmos.payload import loads_object
from local.cosmos.sql import Compiled, SqlError, compile_query, compile_rewritten, parse, query_plan
from local.cosmos.sql.functions import BUILTINS
from local.cosmos.wire import Request

_NONE: Mapping[str, str] = {}
_KEPT: Final = 256
_SHORT: Final = 4096
# Functions that are evaluated when a query is compiled.
_OF_THE_MOMENT: Final = re.compile("|".join(name for name, one in BUILTINS.items() if one.per_query), re.IGNORECASE)
_compiled: dict[tuple[bytes, tuple[tuple[str, str], ...]], tuple[str, Compiled]] = {}


def spec(request: Request) -> tuple[str, list[Any]]:
    """Text and parameters of the query in the body. Raises 400."""
    body = loads_object(request.body)
    text, parameters = body.get("query"), body.get("parameters") or []
    if not isinstance(text, str):
        raise bad_request("The query request needs the string 'query'.")
    named = isinstance(parameters, list) and all(
        isinstance(p, Mapping) and isinstance(p.get("name"), str) for p in parameters
    )
    if not named:
        raise bad_request("The query parameters have to be a list of objects with 'name' and 'value'.")
    return text, parameters


def compiled(request: Request, computed: Mapping[str, str] = _NONE) -> tuple[str, Compiled]:
    """The query text and its compiled form; a text rewritten by our own plan yields the shape clients merge."""
    key = (request.body, tuple(computed.items()))
    kept = _compiled.get(key)
    if kept is not None:
        return kept
    text, parameters = spec(request)
    try:
        rewritten = compile_rewritten(text, parameters, computed_properties=computed)
        found = text, rewritten or compile_query(parse(text), parameters, computed_properties=computed)
    except SqlError as error:
        raise SqlRefusal(error.code, error.message, error.start, error.end) from None
    if len(request.body) <= _SHORT and not _OF_THE_MOMENT.search(" ".join((text, *computed.values()))):
        if len(_compiled) >= _KEPT:
            _compiled.clear()
        _compiled[key] = found
    return found


def plan(request: Request) -> dict[str, Any]:
    """The query plan a client asked for."""
    text, parameters = spec(request)
    try:
        return query_plan(parse(text), parameters, request.headers.get("x-ms-cosmos-supported-query-features", ""))
    except SqlError as error:
        raise SqlRefusal(error.code, error.message, error.start, error.end) from None
