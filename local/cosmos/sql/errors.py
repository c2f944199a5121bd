"""Every refusal of the query language: Azure's code and wording, in one table."""

from typing import Final, NoReturn


class SqlError(Exception):
    """A query that is refused with HTTP 400.

    code: the service's code ("SC1001", "2206"; "" where the service gives only a sentence).
    message: the sentence clients see. start, end: offsets into the query text, 0 and 0 if unknown.
    """

    def __init__(self, code: str, message: str, start: int = 0, end: int = 0) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.start = start
        self.end = end


COMPOSITION: Final = "Compositions of aggregates and other expressions are not allowed."
TOO_DEEP: Final = "The query is nested too deeply."
ORDER_BY_NOT_A_PATH: Final = (
    "Unsupported ORDER BY clause. ORDER BY item expression could not be mapped to a document path."
)


def syntax(near: str, start: int, end: int) -> NoReturn:
    """SC1001 with the offending token; the end of the text has no token to name."""
    if not near:
        raise SqlError("SC1001", "Syntax error, unexpected end of query text.", start, end)
    raise SqlError("SC1001", f"Syntax error, incorrect syntax near '{near}'.", start, end)


def unresolved(name: str, start: int, end: int) -> SqlError:
    return SqlError("SC2001", f"Identifier '{name}' could not be resolved.", start, end)


def unknown_function(name: str, start: int, end: int) -> SqlError:
    return SqlError("SC2005", f"'{name}' is not a recognized built-in function name.", start, end)


def wrong_arity(name: str, least: int, most: int | None, start: int, end: int) -> SqlError:
    """SC2050: the count is given as `n`, `n to m` or `at least n`."""
    if most is None:
        count = f"at least {least}"
    elif least == most:
        count = str(least)
    else:
        count = f"{least} to {most}"
    return SqlError("SC2050", f"The {name} function requires {count} argument(s).", start, end)


def not_grouped(text: str, start: int, end: int) -> SqlError:
    message = (
        f"Property reference '{text}' is invalid in the select list because it is not contained in either an "
        "aggregate function or the GROUP BY clause."
    )
    return SqlError("SC2102", message, start, end)


def not_in_subquery(clause: str, start: int, end: int) -> SqlError:
    code = {"ORDER BY": "SC2202", "TOP": "SC2203"}.get(clause, "SC2204")
    what = "'OFFSET LIMIT' clause" if code == "SC2204" else f"'{clause}'"
    return SqlError(code, f"{what} is not supported in subqueries.", start, end)
