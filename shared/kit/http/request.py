"""The request as endpoints and policies see it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property


@dataclass(frozen=True)
class Request:
    """Header names are lower case; `query` holds the last value of a key; `body` is raw bytes."""

    method: str
    url: str
    headers: Mapping[str, str]
    query: Mapping[str, str]
    route: Mapping[str, str]
    body: bytes
    request_id: str
    operation: str = field(default="")

    @cached_property
    def cookies(self) -> Mapping[str, str]:
        """By name, the first of a name (the most specific path, RFC 6265 section 5.4). A cookie that somebody else wrote badly hides no
        other, which `http.cookies` would let it do.
        """
        found: dict[str, str] = {}
        for pair in self.headers.get("cookie", "").split(";"):
            name, equals, value = pair.partition("=")
            if equals and name.strip():
                found.setdefault(name.strip(), value.strip().strip('"'))
        return found

    @cached_property
    def client_address(self) -> str:
        """The address the front end saw: the last entry of X-Forwarded-For, which it appended, without the port.

        Earlier entries are the client's own claim and are worth nothing.
        """
        last = self.headers.get("x-forwarded-for", "").rpartition(",")[2].strip()
        if last.startswith("["):
            return last[1:].partition("]")[0]
        return last.partition(":")[0] if last.count(":") == 1 else last
