"""Text to tokens. Keywords are case-insensitive, except true, false, null and undefined (and udf)."""

import re
from typing import Final, NamedTuple

from local.cosmos.sql.errors import SqlError, syntax


class Token(NamedTuple):
    """kind: a keyword or operator itself, or NAME, NUMBER, STRING, PARAMETER, END. text: as written."""

    kind: str
    text: str
    start: int
    end: int


KEYWORDS: Final = frozenset(
    {
        "AND", "ARRAY", "AS", "ASC", "BETWEEN", "BY", "DESC", "DISTINCT", "ESCAPE", "EXISTS", "FROM", "GROUP", "IN",
        "JOIN", "LEFT", "LIKE", "LIMIT", "NOT", "OFFSET", "OR", "ORDER", "RANK", "RIGHT", "SELECT", "TOP", "VALUE",
        "WHERE",
    }
)  # fmt: skip
CONSTANTS: Final = frozenset({"true", "false", "null", "undefined"})

_TOKEN: Final = re.compile(
    r"""
    (?P<SPACE>[ \t\r\n]+|--[^\n]*)
  | (?P<NAME>[A-Za-z_][A-Za-z0-9_]*)
  | (?P<NUMBER>(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)
  | (?P<STRING>"(?:[^"\\\x00-\x1f]|\\.)*"|'(?:[^'\\\x00-\x1f]|\\.)*')
  | (?P<PARAMETER>@[A-Za-z_][A-Za-z0-9_]*)
  | (?P<OPERATOR>!=|<=|>=|\|\||\?\?|[-+*/%&|^~=<>?:,.()\[\]{}])
    """,
    re.VERBOSE,
)
_ESCAPE: Final = re.compile(r"\\(u[0-9a-fA-F]{4}|.)", re.DOTALL)
_SIMPLE: Final = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "'": "'", '"': '"', "\\": "\\", "/": "/"}


def tokenize(text: str) -> list[Token]:
    """The tokens of a query, ended by one END token; SqlError SC1001 at a character no token starts with."""
    tokens: list[Token] = []
    position, size = 0, len(text)
    match = _TOKEN.match
    while position < size:
        found = match(text, position)
        if found is None:
            near = _bad_text(text, position)
            syntax(near, position, position + len(near))
        kind = found.lastgroup or ""
        start, position = position, found.end()
        if kind == "SPACE":
            continue
        word = found.group()
        if kind == "NAME":
            upper = word.upper()
            kind = word if word in CONSTANTS else upper if upper in KEYWORDS else kind
        elif kind == "OPERATOR":
            kind = word
        elif kind == "NUMBER" and text[position : position + 1].isidentifier():
            syntax(_bad_text(text, start), start, start + len(_bad_text(text, start)))
        tokens.append(Token(kind, word, start, position))
    tokens.append(Token("END", "", size, size))
    return tokens


def _bad_text(text: str, position: int) -> str:
    """What to quote in the message: an unended string to the end of its line, a run of word characters, or one character."""
    found = re.compile(r"""["'][^\n]*|\w+|.""", re.DOTALL).match(text, position)
    return found.group() if found else ""


def string_value(token: Token) -> str:
    """The value of a STRING token; JSON's escapes and the escaped apostrophe."""
    body = token.text[1:-1]
    if "\\" not in body:
        return body
    plain = _ESCAPE.sub(lambda found: _unescape(found.group(1), token), body)
    # Two escaped halves of one character arrive as a surrogate pair; the language means the character.
    return plain.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")


def _unescape(code: str, token: Token) -> str:
    if len(code) == 5:
        return chr(int(code[1:], 16))
    if code in _SIMPLE:
        return _SIMPLE[code]
    raise SqlError("SC1001", f"Syntax error, incorrect syntax near '{token.text}'.", token.start, token.end)


def number_value(token: Token) -> int | float:
    """The value of a NUMBER token: whole literals stay whole."""
    return int(token.text) if token.text.isdigit() else float(token.text)
