"""The local Cosmos server beside the best one npm offers, over raw HTTP, in one run.

The peer verifies no signature. Its command closes the connection after every answer; the second column is its library with
`keepAlive: true`, which only a program of one's own can set.
"""

import re
import statistics
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from local.toolchain import ROOT, node, run_npm
from tests.bench import wire
from tests.bench.wire import Load, NoWrk
from tests.local.cosmos.serving import serving

PEER = "@vercel/cosmosdb-server"
VERSION = "1.0.1"
TARGET = 3.0
ROUNDS = 3
PARTITIONS = 10
PER_PARTITION = 200
ITEMS = "/dbs/bench/colls/items/docs"
SORTED = (
    "SELECT * FROM c WHERE c.part = '{key}' AND c.kind = 'a' ORDER BY c.size DESC"  # the peer wants the key here too
)
_SERVE = (
    "const {createHttpServer}=require(%r);const s=createHttpServer({keepAlive:%s});"
    "s.listen(0,'127.0.0.1',()=>console.log(s.address().port));"
)


def run(seconds: int = 3) -> None:
    """Print one row per kind of request and number of connections: requests per second, ratio, processor time."""
    folder = ROOT / ".local" / "bench"
    fetch_peer(folder)
    with tempfile.TemporaryDirectory(prefix="petroconnect-bench-") as name:
        temporary = Path(name)
        with serving(temporary / "cosmos.sqlite") as ours, peer(folder, "false") as plain, peer(folder, "true") as kept:
            servers = [(_port(ours.url), ours.process.pid), plain, kept]
            for port, _ in servers:
                fill(port)
            print(
                f"local/cosmos and {PEER} {VERSION}, requests per second (its command | with keepAlive), target {TARGET}x:"
            )
            try:
                for label, requests in (("point read, 1 KB", point_reads()), ("sorted page of 20", sorted_pages())):
                    for connections in (1, 8):
                        print(_row(label, requests, connections, servers, seconds, temporary))
            except NoWrk as error:
                print(f"  not measured: {error}")


def _row(
    label: str,
    requests: list[bytes],
    connections: int,
    servers: list[tuple[int, int]],
    seconds: int,
    folder: Path,
) -> str:
    rounds: list[list[Load]] = [[] for _ in servers]
    for _ in range(ROUNDS):
        for loads, (port, pid) in zip(rounds, servers, strict=True):
            loads.append(wire.load(port, pid, requests, connections, seconds, folder))
    ours, plain, kept = (_median(loads, lambda one: one.rate) for loads in rounds)
    cpu, _, peer_cpu = (_median(loads, lambda one: one.cpu) for loads in rounds)
    return (
        f"  {label:<18} {connections} connection{'s' if connections > 1 else ' '}  {ours:7.0f}   peer {plain:6.0f} | {kept:6.0f}   "
        f"ratio {ours / plain:5.2f} | {ours / kept:5.2f}   processor {cpu:4.0f} us against {peer_cpu:4.0f} us"
    )


def _median(loads: list[Load], value: Callable[[Load], float]) -> float:
    return statistics.median(map(value, loads))


def fetch_peer(folder: Path) -> None:
    """Install the peer, at one version, unless it is there."""
    if (folder / "node_modules" / PEER / "package.json").exists():
        return
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "package.json").write_text('{"private": true}\n')
    run_npm("install", "--ignore-scripts", "--save-exact", f"{PEER}@{VERSION}", cwd=folder)


@contextmanager
def peer(folder: Path, keep_alive: str) -> Iterator[tuple[int, int]]:
    """(port, process id) of the peer, over http as ours."""
    command = [str(node()[0]), "-e", _SERVE % (PEER, keep_alive)]
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    try:
        yield int(process.stdout.readline()), process.pid
    finally:
        process.terminate()
        process.communicate(timeout=20)


def _port(url: str) -> int:
    found = re.search(r":(\d+)/", url)
    assert found
    return int(found[1])


def fill(port: int) -> None:
    """2000 items of 1 KB in 10 logical partitions."""
    with wire.caller(port) as call:
        assert call(wire.signed("POST", "/dbs", {"id": "bench"}))[0] == 201
        key = {"paths": ["/part"], "kind": "Hash", "version": 2}
        assert call(wire.signed("POST", "/dbs/bench/colls", {"id": "items", "partitionKey": key}))[0] == 201
        for part in range(PARTITIONS):
            for number in range(PER_PARTITION):
                item = {
                    "id": _id(part, number),
                    "part": f"p{part}",
                    "size": number * 7919 % 1000,
                    "kind": "abc"[number % 3],
                }
                item["text"] = "x" * 850
                assert call(wire.signed("POST", ITEMS, item, [f"p{part}"]))[0] == 201


def _id(part: int, number: int) -> str:
    return f"item-{part}-{number}"


def point_reads() -> list[bytes]:
    """One read of every item."""
    return [
        wire.signed("GET", f"{ITEMS}/{_id(part, number)}", key=[f"p{part}"])
        for number in range(PER_PARTITION)
        for part in range(PARTITIONS)
    ]


def sorted_pages() -> list[bytes]:
    keys = [f"p{part}" for part in range(PARTITIONS)]
    return [wire.query(ITEMS, SORTED.format(key=key), [key], page=20) for key in keys]
