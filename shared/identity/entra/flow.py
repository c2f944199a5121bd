"""A sign-in between its two halves: sealed in a cookie, so that only the browser that began it can finish it, and nothing is stored."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from shared.identity.entra.errors import EntraStartAgain
from shared.kit.clock import to_wire
from shared.kit.sealing import Sealer, Unsealable

LIFE = timedelta(minutes=10)
PURPOSE = "entra-flow"
MAX_PATH = 500  # characters; a cookie has room for 4096 bytes
HOME = "/"
PADDING = "="  # of base64; the host would escape it in a cookie, and browsers send it back escaped


@dataclass(frozen=True, slots=True)
class BegunFlow:
    """`msal` is what MSAL wants back: state, nonce, code verifier. `invitation` is the token out of a letter, or empty; `user_id` (of
    `organisation_id`) is somebody signed in who wants to use the account from now on, or empty.
    """

    msal: dict[str, Any] = field(repr=False)
    return_to: str
    invitation: str = field(default="", repr=False)
    organisation_id: str = ""
    user_id: str = ""


@dataclass(frozen=True, slots=True)
class Flows:
    sealer: Sealer
    now: Callable[[], datetime]

    def seal(self, flow: BegunFlow) -> str:
        msal = {name: value for name, value in flow.msal.items() if name != "auth_uri" and value is not None}
        content = {
            "for": PURPOSE,
            "until": to_wire(self.now() + LIFE),
            "msal": msal,
            "returnTo": flow.return_to,
            "invitation": flow.invitation,
            "organisationId": flow.organisation_id,
            "userId": flow.user_id,
        }
        return self.sealer.seal(json.dumps(content)).rstrip(PADDING)

    def open(self, sealed: str) -> BegunFlow:
        """Errors: EntraStartAgain when it is missing, altered or older than LIFE."""
        try:
            content = json.loads(self.sealer.open(sealed + PADDING * (-len(sealed) % 4)))
            if content["for"] != PURPOSE or datetime.fromisoformat(content["until"]) <= self.now():
                raise EntraStartAgain
            names = ("msal", "returnTo", "invitation", "organisationId", "userId")
            return BegunFlow(*(content[name] for name in names))
        except (Unsealable, ValueError, LookupError, TypeError) as error:
            raise EntraStartAgain from error


def local_path(wanted: str) -> str:
    """`wanted` when it is a path of the page itself, else the page's beginning: a sign-in never ends on another site.

    Browsers read a backslash as a slash and drop tabs and line ends, so that `/\\evil.example` would leave.
    """
    if len(wanted) > MAX_PATH or not wanted.isascii() or not wanted.isprintable() or " " in wanted or "\\" in wanted:
        return HOME
    if not wanted.startswith("/") or wanted.startswith("//"):
        return HOME
    try:
        parts = urlsplit(wanted)
    except ValueError:
        return HOME
    return HOME if parts.scheme or parts.netloc else wanted
