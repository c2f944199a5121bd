"""Killing the server loses nothing it has acknowledged and tears no batch apart."""

from pathlib import Path

from tests.local.cosmos.killing import run

KILLS = 6


def test_every_acknowledged_write_survives_sigkill(tmp_path: Path) -> None:
    acknowledged, items = run(tmp_path, KILLS, seed=7)
    assert acknowledged >= KILLS
    assert items > 0
