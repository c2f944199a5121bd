"""CORS as the Core Tools' ASP.NET middleware does it: any method, any header, listed origins only."""

from collections.abc import Mapping
from dataclasses import dataclass

from local.host.responses import Headers, Response


@dataclass(frozen=True, slots=True)
class Cors:
    origins: frozenset[str]
    credentials: bool = False

    def __bool__(self) -> bool:
        return bool(self.origins)

    def preflight(self, method: str, headers: Mapping[str, str]) -> Response | None:
        """The answer to a preflight request, or None if this is not one. A foreign origin gets an answer without CORS headers."""
        asked = headers.get("access-control-request-method")
        if method != "OPTIONS" or asked is None or "origin" not in headers:
            return None
        answer = self.headers(headers)
        if answer:
            answer.append((b"access-control-allow-methods", asked.encode("latin-1")))
            if wanted := headers.get("access-control-request-headers"):
                answer.append((b"access-control-allow-headers", wanted.encode("latin-1")))
        return Response(204, answer)

    def headers(self, headers: Mapping[str, str]) -> Headers:
        """What to add to the response of a request with an Origin header."""
        origin = headers.get("origin")
        if origin is None:
            return []
        anyone = "*" in self.origins and not self.credentials
        if not anyone and origin.rstrip("/") not in self.origins:
            return []
        allowed: Headers = [(b"access-control-allow-origin", b"*" if anyone else origin.encode("latin-1"))]
        if self.credentials:
            allowed.append((b"access-control-allow-credentials", b"true"))
        if not anyone:
            allowed.append((b"vary", b"Origin"))
        return allowed
