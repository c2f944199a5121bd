"""The console: lines with a UTC time stamp, as the Core Tools print them."""

import asyncio
import contextlib
import importlib
import logging
import sys
import threading
import time
import traceback
from pathlib import Path

HERE = str(Path(__file__).parent)
IMPORTLIB = str(Path(importlib.__file__).parent)
FLUSH_AFTER = 0.02  # seconds; one write for all invocations of a burst


class Console:
    """Collects lines and writes them together: at thousands of requests a second a write per line costs more than the request."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._lock = threading.Lock()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._scheduled = False
        self._second = 0
        self._stamp = ""

    def attach(self, loop: asyncio.AbstractEventLoop | None) -> None:
        """Flush from this loop; None writes every line at once again."""
        self._loop = loop
        self._scheduled = False
        self.flush()

    def line(self, text: str, *, urgent: bool = True) -> None:
        """Write a line; `urgent` ones at once, so that they are seen even when the loop hangs after them."""
        with self._lock:  # functions log from threads
            self._lines.append(f"[{self._now()}] {text}\n")
        if urgent or self._loop is None:
            self.flush()
        elif not self._scheduled:
            self._scheduled = True
            self._loop.call_later(FLUSH_AFTER, self._flush_scheduled)

    def plain(self, text: str = "") -> None:
        """Write text as it is, without a time stamp."""
        with self._lock:
            self._lines.append(f"{text}\n")
        self.flush()

    def flush(self) -> None:
        with self._lock:
            lines, self._lines = self._lines, []
            if lines:
                with contextlib.suppress(BrokenPipeError, ValueError):
                    sys.stdout.write("".join(lines))
                    sys.stdout.flush()

    def _flush_scheduled(self) -> None:
        self._scheduled = False
        self.flush()

    def _now(self) -> str:
        moment = time.time()
        second = int(moment)
        if second != self._second:
            self._stamp = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(second))
            self._second = second
        return f"{self._stamp}.{int((moment - second) * 1000):03d}Z"


console = Console()


class _Handler(logging.Handler):
    """The app's own logging, formatted the way the worker hands it to the host: the message alone."""

    def emit(self, record: logging.LogRecord) -> None:
        try:
            text = record.getMessage()
            if record.exc_info and record.exc_info[1] is not None:
                text += "\n" + "".join(traceback.format_exception(record.exc_info[1])).rstrip()
            console.line(text)
        except Exception:
            self.handleError(record)


def configure_logging(level: int) -> None:
    """Send what the app logs at `level` or above to the console.

    The storage and Cosmos SDKs log every request at INFO; the host's own polling would drown the app in them, so they start at WARNING.
    """
    root = logging.getLogger()
    root.addHandler(_Handler())
    root.setLevel(level)
    logging.getLogger("azure").setLevel(logging.WARNING)
    logging.getLogger("uvicorn").setLevel(logging.CRITICAL)


def traceback_text(error: BaseException) -> str:
    """A traceback that begins in the app: the host's own frames and those of the import system say nothing about it."""
    shown = error.__traceback__
    while shown is not None and _is_ours(shown.tb_frame.f_code.co_filename):
        shown = shown.tb_next
    if shown is not None:
        error = error.with_traceback(shown)
    return "".join(traceback.format_exception(error)).rstrip()


def _is_ours(file: str) -> bool:
    return file.startswith((HERE, "<frozen importlib", IMPORTLIB))
