"""What the cost model takes for measured is what the product does today."""

import json
from pathlib import Path

import pytest

from local.cosmos.engine import Engine
from local.cosmos.options import Options
from local.cosmos.transport import AsyncEngineTransport
from tests.azurite import Azurite, azurite
from tests.bench.requests import measured

__all__ = ["azurite"]

CHARGES = Path(__file__).resolve().parents[2] / "infra" / "cost" / "charges.json"
pytestmark = pytest.mark.slow


def differ(recorded: float, now: float, spare: float) -> bool:
    """By more than a tenth. Ids differ from run to run, and with them some bytes; who somebody is is read again every five seconds."""
    return abs(recorded - now) > spare + 0.1 * recorded


async def test_requests_charges_and_sizes_are_those_of_today(azurite: Azurite) -> None:
    engine = Engine.open(":memory:", Options(ranges=2))
    try:
        costs, document, report = await measured(AsyncEngineTransport(engine), azurite.connection_string)
    finally:
        engine.close()
    recorded = json.loads(CHARGES.read_text())
    assert set(costs) == set(recorded["operations"])
    stale = [
        f"{name}: {was['requests']} requests of {was['charge']} RU, now {costs[name].requests} of {costs[name].charge}"
        for name, was in recorded["operations"].items()
        if abs(was["requests"] - costs[name].requests) > 1 or differ(was["charge"], costs[name].charge, 2.5)
    ]
    sizes = [(recorded["documentBytes"], document), (recorded["reportBytes"], report)]
    stale += [
        f"{name}: {was[name]} bytes, now {now[name]}"
        for was, now in sizes
        for name in was
        if differ(was[name], now[name], 100)
    ]
    assert stale == [], (
        "run: python -m tests.bench --only requests --json infra/cost/charges.json, then cost.py --write"
    )
