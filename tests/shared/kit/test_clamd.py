"""The client of ClamAV's daemon, against a daemon that speaks as clamd(8) says."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, closing, suppress
from pathlib import Path

import pytest

from shared.errors import StaleVersion, Unavailable
from shared.kit.clamd import Clamd, StreamTooLong

Talk = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


class Daemon:
    """Finds `virus` in streams of at most `limit` bytes."""

    def __init__(self, limit: int = 1000) -> None:
        self.limit, self.received = limit, b""

    async def talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        command = await reader.readuntil(b"\0")
        answer = b"PONG" if command == b"zPING\0" else await self.scan(reader)
        writer.write(answer + b"\0")
        await writer.drain()
        writer.close()

    async def scan(self, reader: asyncio.StreamReader) -> bytes:
        while length := int.from_bytes(await reader.readexactly(4), "big"):
            if len(self.received) + length > self.limit:
                return b"INSTREAM size limit exceeded. ERROR"
            self.received += await reader.readexactly(length)
        return b"stream: Win.Test.Virus-1 FOUND" if b"virus" in self.received else b"stream: OK"


@asynccontextmanager
async def serving(talk: Talk) -> AsyncIterator[str]:
    """Its address."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with closing(writer), suppress(asyncio.IncompleteReadError):  # who asked may have gone
            await talk(reader, writer)

    async with await asyncio.start_server(answer, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        yield f"tcp://127.0.0.1:{port}"


async def chunks(*parts: bytes) -> AsyncIterator[bytes]:
    for part in parts:
        yield part


async def test_a_clean_file_is_clean_and_arrives_whole() -> None:
    daemon = Daemon()
    async with serving(daemon.talk) as address:
        assert await Clamd(address).scan(chunks(b"Dear ", b"", b"all")) is None
    assert daemon.received == b"Dear all"


async def test_what_is_found_has_a_name() -> None:
    async with serving(Daemon().talk) as address:
        assert await Clamd(address).scan(chunks(b"a vi", b"rus")) == "Win.Test.Virus-1"


async def test_large_chunks_go_in_pieces() -> None:
    daemon = Daemon(limit=10_000_000)
    async with serving(daemon.talk) as address:
        assert await Clamd(address).scan(chunks(bytes(5_000_000))) is None
    assert len(daemon.received) == 5_000_000


@pytest.mark.parametrize("size", [2_000, 50_000_000])
async def test_a_stream_over_the_daemons_limit_is_too_long(size: int) -> None:
    async with serving(Daemon(limit=1000).talk) as address:
        with pytest.raises(StreamTooLong):
            await Clamd(address).scan(chunks(*[bytes(1_000_000)] * (size // 1_000_000), bytes(size % 1_000_000)))


async def test_it_listens_on_a_socket_in_the_file_system_too(tmp_path: Path) -> None:
    place = tmp_path / "clamd.sock"
    async with await asyncio.start_unix_server(Daemon().talk, place):
        clamd = Clamd(f"unix://{place}")
        await clamd.ping()
        assert await clamd.scan(chunks(b"virus")) == "Win.Test.Virus-1"


async def test_nobody_there_is_unavailable(tmp_path: Path) -> None:
    for address in ("tcp://127.0.0.1:1", f"unix://{tmp_path}/none.sock"):
        with pytest.raises(Unavailable):
            await Clamd(address).ping()


@pytest.mark.parametrize(
    "answer", [b"stream: Can't allocate memory ERROR\0", b"", b"half an answ", b"x" * 100_000 + b"\0"]
)
async def test_an_answer_that_is_none_is_unavailable(answer: bytes) -> None:
    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\0")
        writer.write(answer)
        writer.close()

    async with serving(talk) as address:
        for ask in (Clamd(address).ping, lambda: Clamd(address).scan(chunks(b"text"))):
            with pytest.raises(Unavailable):
                await ask()


async def test_a_daemon_that_says_nothing_is_not_waited_for() -> None:
    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()
        writer.close()

    async with serving(talk) as address:
        with pytest.raises(Unavailable):
            await Clamd(address, scan_timeout=0.05).scan(chunks(b"text"))


async def test_an_error_of_the_file_is_not_taken_for_the_daemons() -> None:
    async def broken() -> AsyncIterator[bytes]:
        yield b"text"
        raise StaleVersion

    async with serving(Daemon().talk) as address:
        with pytest.raises(StaleVersion):
            await Clamd(address).scan(broken())
