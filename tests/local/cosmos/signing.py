"""Requests signed by the SDK's own code."""

from email.utils import formatdate
from urllib.parse import quote

from azure.cosmos.auth import _get_authorization_header

from local.cosmos.options import EMULATOR_KEY


class _Signer:
    """What the SDK's own signing code needs to know."""

    resource_tokens = None

    def __init__(self, key: str) -> None:
        self.master_key = key


def sign(method: str, kind: str, link: str, *, at: float | None = None, key: str = EMULATOR_KEY) -> dict[str, str]:
    """Headers signed by the SDK's code, now unless a time is given."""
    headers = {"x-ms-date": formatdate(at, usegmt=True)}
    text = _get_authorization_header(_Signer(key), method.lower(), "", link, True, kind, headers)
    return {**headers, "authorization": quote(text, safe="")}
