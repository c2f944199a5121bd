"""What libraries log. The worker hands every line from INFO up to the host, and the host tells it to Application Insights.

The SDKs log each call at INFO with its address, in which ids are e-mail addresses. No category of host.json stops that: the host files
whatever a worker logs under the function that ran.
"""

import logging
from collections.abc import Callable
from typing import Any

from shared.kit.redaction import redacted, told

LIBRARIES = ("aiohttp", "azure", "msal", "opentelemetry", "redis", "requests", "urllib3")
_OWN = "petroconnect"  # redacts by itself, see `telemetry.event`


def tame_library_logs() -> None:
    """Libraries log warnings and worse only, and what anybody logs is redacted. Once for a process; again does no harm."""
    for name in LIBRARIES:
        logging.getLogger(name).setLevel(logging.WARNING)
    make = logging.getLogRecordFactory()
    if not isinstance(make, _Redacting):
        logging.setLogRecordFactory(_Redacting(make))


class _Redacting:
    """Makes records whose text, traceback included, holds nothing that belongs to people."""

    def __init__(self, make: Callable[..., logging.LogRecord]) -> None:
        self._make = make

    def __call__(self, *args: Any, **kwargs: Any) -> logging.LogRecord:
        record = self._make(*args, **kwargs)
        if record.name != _OWN:
            try:
                text = record.getMessage()
            except Exception:  # a library's text and arguments do not fit: logging never breaks what logs
                text = str(record.msg)
            error = record.exc_info[1] if record.exc_info else None
            record.msg = redacted(text) if error is None else f"{redacted(text)}\n{told(error)}"
            record.args = record.exc_info = None
        return record
