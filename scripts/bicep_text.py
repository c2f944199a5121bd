"""The words of Bicep: names, strings, comments and brackets, one after the other."""

import re

OPEN, CLOSE = "([{", ")]}"
_NAME = re.compile(r"[A-Za-z_]\w*")
_COMMENT = re.compile(r"//[^\n]*|/\*.*?\*/|#(?:disable|restore)[^\n]*", re.S)


class Unreadable(ValueError):
    """The file holds something this reader does not know; the message says where."""


class BicepText:
    """A place in a text, moved on by what is read."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0

    def _step(self) -> None:
        """Past one character, string, comment or bracketed part."""
        if self._at >= len(self._text):
            raise self._error("more text")
        if self._peek("'"):
            self._string()
        elif self._text[self._at] in OPEN:
            self._balanced()
        elif not self._comment():
            self._at += 1

    def _balanced(self) -> None:
        if self._at >= len(self._text) or self._text[self._at] not in OPEN:
            raise self._error("a bracket")
        close = CLOSE[OPEN.index(self._text[self._at])]
        self._at += 1
        while not self._take(close):
            self._step()

    def _string(self) -> None:
        if self._text.startswith("'''", self._at):
            self._at = self._text.index("'''", self._at + 3) + 3
            return
        self._at += 1
        while not self._take("'"):
            if self._text.startswith("${", self._at):
                self._at += 1
                self._balanced()
            elif self._at >= len(self._text) or self._text[self._at] == "\n":
                raise self._error("the end of a string")
            else:
                self._at += 2 if self._text[self._at] == "\\" else 1

    def _comment(self) -> bool:
        if (found := _COMMENT.match(self._text, self._at)) is None:
            return False
        self._at = found.end()
        return True

    def _skip(self, also: str = "") -> bool:
        """Past space, line ends and comments. False at the end of the text."""
        while self._at < len(self._text):
            if self._text[self._at] in " \t\r\n" + also:
                self._at += 1
            elif not self._comment():
                return True
        return False

    def _blanks(self) -> None:
        while self._at < len(self._text) and self._text[self._at] in " \t":
            self._at += 1

    def _name(self) -> str:
        if (found := _NAME.match(self._text, self._at)) is None:
            raise self._error("a name")
        self._at = found.end()
        return found[0]

    def _spaced_name(self) -> str:
        self._blanks()
        name = self._name()
        self._blanks()
        return name

    def _word(self, word: str) -> bool:
        found = _NAME.match(self._text, self._at)
        if found is None or found[0] != word:
            return False
        self._at = found.end()
        self._blanks()
        return True

    def _peek(self, text: str) -> bool:
        return self._text.startswith(text, self._at)

    def _take(self, text: str) -> bool:
        if not self._peek(text):
            return False
        self._at += len(text)
        return True

    def _expect(self, text: str) -> None:
        if not self._take(text):
            raise self._error(f"`{text}`")

    def _line(self) -> int:
        return self._text.count("\n", 0, self._at) + 1

    def _error(self, wanted: str) -> Unreadable:
        return Unreadable(f"line {self._line()}: cannot read this, expected or met {wanted}")
