"""The page's own server, inside the process of the stack."""

import asyncio
import contextlib
from dataclasses import dataclass

import uvicorn

from local.children import StackError
from local.edge import Edge


@dataclass
class Served:
    server: uvicorn.Server
    task: asyncio.Task[None]
    edge: Edge

    async def close(self) -> None:
        self.server.should_exit = True
        await self.task
        await self.edge.close()


class _QuietServer(uvicorn.Server):
    """Signals belong to the stack."""

    @contextlib.contextmanager
    def capture_signals(self):  # type: ignore[no-untyped-def]
        yield


async def serve(edge: Edge, port: int) -> Served:
    """Answers once it listens on this port of the loopback. Errors: StackError."""
    config = uvicorn.Config(
        edge,
        host="127.0.0.1",
        port=port,
        log_level="warning",
        lifespan="off",
        access_log=False,
        server_header=False,
        date_header=False,  # the host's own answer carries one
        proxy_headers=False,  # nothing stands in front: a forwarded address would be the caller's claim
        timeout_graceful_shutdown=3,
    )
    server = _QuietServer(config)
    task = asyncio.create_task(server.serve())
    while not server.started:
        if task.done():
            raise StackError(f"the page's server did not start on port {port}")
        await asyncio.sleep(0.02)
    return Served(server, task, edge)
