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
    proxies: int = 0  # of our own, such as Front Door, between the client and the platform's front end

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
        """The address that reached us: the last entry of X-Forwarded-For, which the platform's front end appended, or one further ahead
        for each proxy of our own, without the port. "" when there are fewer. Entries before that are the client's own claim.
        """
        entries = self.headers.get("x-forwarded-for", "").split(",")
        last = entries[-1 - self.proxies].strip() if len(entries) > self.proxies else ""
        if last.startswith("["):
            return last[1:].partition("]")[0]
        return last.partition(":")[0] if last.count(":") == 1 else last
