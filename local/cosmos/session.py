"""Session tokens in requests: `<range>:<version>#<lsn>`, several joined by commas.

A token of a range that was split since speaks of the ranges that came out of it: they went on from its LSN.
"""

from local.cosmos.catalog import Container
from local.cosmos.errors import bad_request, session_not_available


def check(container: Container, token: str | None, part: int | None) -> None:
    """Raises 404/1002 if the token is ahead of a range the request reads (`part` None: of any), 400 if unreadable."""
    if not token:
        return
    for piece in token.split(","):
        name, colon, vector = piece.partition(":")
        segments = vector.split("#")
        if not colon or len(segments) < 2 or not segments[1].isdecimal() or not name.isdecimal():
            raise bad_request(f"The session token provided '{token}' is invalid.")
        for live in container.layout.heirs(int(name)):
            if part in (None, live) and int(segments[1]) > container.lsns[live]:
                raise session_not_available()
