"""ClamAV's daemon, asked over its socket with INSTREAM (clamd(8)): bytes in lengths and pieces, one line of answer.

Nothing of the file is written to a disk here. The daemon has limits of its own (`StreamMaxLength`, 100 MB unless configured, and
`MaxScanSize`); what goes beyond the first is answered with an error, which is `StreamTooLong` here.
"""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from shared.errors import Unavailable

PORT = 3310
_LONGEST_ANSWER = 16 * 1024
_PIECE = 1024 * 1024
Streams = tuple[asyncio.StreamReader, asyncio.StreamWriter]


class StreamTooLong(Exception):
    """The daemon is configured to take less in one stream."""


@dataclass(frozen=True, slots=True)
class Clamd:
    """`address` is tcp://host[:3310] or unix:///path. `timeout` bounds every step in seconds, `scan_timeout` the answer."""

    address: str
    timeout: float = 10
    scan_timeout: float = 120

    async def scan(self, chunks: AsyncIterator[bytes]) -> str | None:
        """The name of what was found; None when there is nothing. Errors: Unavailable, StreamTooLong."""
        answer = await self._ask(b"zINSTREAM\0", chunks)
        _, _, verdict = answer.partition(": ")
        if verdict == "OK":
            return None
        if verdict.endswith(" FOUND"):
            return verdict.removesuffix(" FOUND")
        if "size limit exceeded" in answer:
            raise StreamTooLong
        raise Unavailable("The malware scanner could not scan the file.", retry_after=5)

    async def ping(self) -> None:
        """Errors: Unavailable."""
        if await self._ask(b"zPING\0", None) != "PONG":
            raise Unavailable("The malware scanner does not answer as one.", retry_after=5)

    async def _ask(self, command: bytes, chunks: AsyncIterator[bytes] | None) -> str:
        try:
            reader, writer = await asyncio.wait_for(self._connect(), self.timeout)
        except (OSError, TimeoutError) as error:
            raise Unavailable("The malware scanner cannot be reached.", retry_after=5) from error
        answer = asyncio.ensure_future(reader.readuntil(b"\0"))
        try:
            await self._send(writer, command, chunks, answer)
            said = await asyncio.wait_for(asyncio.shield(answer), self.scan_timeout)
        except (OSError, TimeoutError, asyncio.IncompleteReadError, asyncio.LimitOverrunError) as error:
            raise Unavailable("The malware scanner broke off.", retry_after=5) from error
        finally:
            answer.cancel()
            with contextlib.suppress(asyncio.CancelledError, Exception):
                await answer
            writer.close()
            with contextlib.suppress(OSError):
                await writer.wait_closed()
        return said.rstrip(b"\0").decode(errors="replace").strip()

    async def _connect(self) -> Streams:
        place = urlsplit(self.address)
        if place.scheme == "unix":
            return await asyncio.open_unix_connection(place.path, limit=_LONGEST_ANSWER)
        return await asyncio.open_connection(place.hostname, place.port or PORT, limit=_LONGEST_ANSWER)

    async def _send(
        self,
        writer: asyncio.StreamWriter,
        command: bytes,
        chunks: AsyncIterator[bytes] | None,
        answer: "asyncio.Future[bytes]",
    ) -> None:
        """Until all is sent, or the daemon has said what it has to say: it hangs up on what it will not take."""
        with contextlib.suppress(ConnectionError):
            await self._write(writer, command)
            if chunks is None:
                return
            async for chunk in chunks:
                for at in range(0, len(chunk), _PIECE):
                    if answer.done():
                        return
                    piece = chunk[at : at + _PIECE]
                    await self._write(writer, len(piece).to_bytes(4, "big") + piece)
            await self._write(writer, bytes(4))

    async def _write(self, writer: asyncio.StreamWriter, data: bytes) -> None:
        writer.write(data)
        await asyncio.wait_for(writer.drain(), self.timeout)
