"""Work in a child process: what it may use, and that nothing it does reaches the worker."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from shared.kit.sandbox import MIB, Bounds, Outcome, Sandbox, SandboxFailed, SourceTooLarge, save_source, workspace

BOUNDS = Bounds(seconds=30, memory_bytes=512 * MIB, output_bytes=2 * MIB)
HASTY = Bounds(seconds=1, memory_bytes=512 * MIB, output_bytes=2 * MIB)


@pytest.fixture
def folder() -> Iterator[Path]:
    with workspace() as place:
        (place / "source").write_bytes(b"12345")
        yield place.resolve()


async def run(folder: Path, task: str, bounds: Bounds = BOUNDS, **arguments: Any) -> Outcome:
    return await Sandbox().run(f"tests.shared.kit.sandbox_tasks:{task}", folder, arguments, bounds)


async def reason_of(folder: Path, task: str, bounds: Bounds = BOUNDS, **arguments: Any) -> str:
    with pytest.raises(SandboxFailed) as failed:
        await run(folder, task, bounds, **arguments)
    return failed.value.reason


async def is_gone(pid: int) -> bool:
    """Ended, or about to be: nobody may be left to reap it here."""
    return await until(lambda: state_of(pid) in {"", "Z", "X"})


def state_of(pid: int) -> str:
    """A letter (proc(5)); nothing when there is no such process."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return ""


async def until(true: Callable[[], bool]) -> bool:
    for _ in range(400):
        if true():
            return True
        await asyncio.sleep(0.05)
    return False


def pids_in(folder: Path) -> list[int]:
    file = folder / "pids"
    return [int(pid) for pid in file.read_text().split()] if file.exists() else []


async def test_a_task_sees_its_folder_and_answers_in_json(folder: Path) -> None:
    outcome = await run(folder, "measure", well="A-1 Ø")
    assert outcome.result["size"] == 5
    assert outcome.result["given"] == {"well": "A-1 Ø"}
    assert Path(outcome.result["cwd"]) == folder
    assert (folder / "made.txt").read_text() == "made"
    assert 1 * MIB < outcome.peak_bytes < 200 * MIB
    assert outcome.cpu_seconds > 0


async def test_a_task_gets_no_setting_of_the_app(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COSMOS", "AccountKey=secret")
    allowed = {"PATH", "LD_LIBRARY_PATH", "LANG", "LC_CTYPE", "PYTHONPATH", "HOME", "TMPDIR"}
    assert set((await run(folder, "measure")).result["environment"]) <= allowed


async def test_what_lies_in_the_folder_is_never_imported(folder: Path) -> None:
    (folder / "json.py").write_text("raise SystemExit(3)")
    assert (await run(folder, "measure")).result["size"] == 5


async def test_a_refusal_comes_back_as_its_reason(folder: Path) -> None:
    assert await reason_of(folder, "refuse", reason="encrypted") == "encrypted"


@pytest.mark.parametrize("task", ["fail", "die", "leave_without_a_word", "lie"])
async def test_a_crash_is_a_reason_not_an_accident(folder: Path, task: str) -> None:
    assert await reason_of(folder, task) == "crashed"


async def test_memory_is_bounded(folder: Path) -> None:
    assert await reason_of(folder, "swallow_memory") == "out_of_memory"


async def test_processor_time_is_bounded_and_no_memory_is_dumped(folder: Path) -> None:
    result = (await run(folder, "measure")).result
    assert (result["seconds"], result["core"]) == ([30, 31], [0, 0])
    assert await reason_of(folder, "spin", HASTY) == "timed_out"


async def test_time_is_bounded_and_children_end_with_their_parent(folder: Path) -> None:
    assert await reason_of(folder, "sleep", HASTY, seconds=600) == "timed_out"
    assert [await is_gone(pid) for pid in pids_in(folder)] == [True, True]


async def test_what_a_task_leaves_running_ends_with_it(folder: Path) -> None:
    outcome = await run(folder, "leave_a_child")
    assert await is_gone(outcome.result["pid"])


async def test_a_cancelled_wait_ends_the_child(folder: Path) -> None:
    waiting = asyncio.create_task(run(folder, "sleep", seconds=600))
    assert await until(lambda: len(pids_in(folder)) == 2)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    assert [await is_gone(pid) for pid in pids_in(folder)] == [True, True]


@pytest.mark.parametrize(
    ("files", "size", "reason"),
    [(1, 3 * MIB, "crashed"), (5, MIB, "output_too_large"), (20, 200_000, "output_too_large")],
)
async def test_output_is_bounded_for_each_file_and_in_all(folder: Path, files: int, size: int, reason: str) -> None:
    assert await reason_of(folder, "write", files=files, bytes=size) == reason


async def test_an_answer_is_no_place_for_content(folder: Path) -> None:
    roomy = Bounds(seconds=30, memory_bytes=512 * MIB, output_bytes=20 * MIB)
    assert await reason_of(folder, "say", roomy, bytes=5 * MIB) == "output_too_large"


async def test_no_more_children_than_slots(folder: Path) -> None:
    sandbox, most = Sandbox(slots=1), 0

    async def one() -> None:
        with workspace() as place:
            (place / "source").touch()
            await sandbox.run("tests.shared.kit.sandbox_tasks:measure", place, {}, BOUNDS)

    async def watch() -> None:
        nonlocal most
        while True:
            most = max(most, len(children()))
            await asyncio.sleep(0.005)

    watching = asyncio.create_task(watch())
    await asyncio.gather(one(), one(), one())
    watching.cancel()
    assert most == 1


def children() -> list[str]:
    listed: list[str] = []
    for task in Path("/proc/self/task").iterdir():
        for pid in (task / "children").read_text().split():
            command = Path(f"/proc/{pid}/cmdline")
            if command.exists() and b"shared.kit.sandboxed" in command.read_bytes():
                listed.append(pid)
    return listed


async def chunks(*parts: bytes) -> AsyncIterator[bytes]:
    for part in parts:
        yield part


async def test_a_source_is_saved_in_chunks(folder: Path) -> None:
    assert await save_source(folder, chunks(b"abc", b"def"), 6) is False
    assert (folder / "source").read_bytes() == b"abcdef"


async def test_a_source_over_the_limit_is_refused_or_cut(folder: Path) -> None:
    with pytest.raises(SourceTooLarge) as failed:
        await save_source(folder, chunks(b"abc", b"def"), 5)
    assert failed.value.reason == "too_large"
    assert await save_source(folder, chunks(b"abc", b"def"), 5, cut=True) is True
    assert (folder / "source").read_bytes() == b"abcde"


def test_a_workspace_leaves_nothing_behind() -> None:
    with workspace() as place:
        (place / "source").touch()
    assert not place.exists()
