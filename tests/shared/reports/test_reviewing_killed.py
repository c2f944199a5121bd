"""The process dies after any of its requests: what was begun is either done as a whole or not at all, and doing it again finishes it."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from shared.app import App
from shared.reports.model import Decision, Mark, Report, Verdict
from tests.api_client import ApiClient
from tests.reviewed_reports import Crew, a_crew
from tests.shared.documents.killing import Killed, watched

MARK = Mark(address="/uptime/hoursOnStream", comment="The log says 23.")
Act = Callable[[Crew, Report], Awaitable[Any]]


async def take_up(crew: Crew, report: Report) -> None:
    await crew.app.reports.reviews.take_up(crew.erik.actor, report.id)


async def send_back(crew: Crew, report: Report) -> None:
    verdict = Verdict(1, Decision.REQUEST_CHANGES, "See the hours.", (MARK,))
    await crew.app.reports.reviews.decide(crew.erik.actor, report.id, verdict)


async def approve(crew: Crew, report: Report) -> None:
    await crew.app.reports.reviews.approve_all(crew.erik.actor, [(report.id, 1)])


async def finalise(crew: Crew, report: Report) -> None:
    await crew.app.reports.reviews.finalise(crew.erik.actor, report.id)


async def reopen(crew: Crew, report: Report) -> None:
    await crew.app.reports.reviews.reopen(crew.admin.actor, report.id, "The meter was wrong.", [MARK])


CASES: dict[str, tuple[Act, tuple[Act, ...], str]] = {
    "report.review_begun": (take_up, (), "in_review"),
    "report.changes_requested": (send_back, (), "changes_requested"),
    "report.approved": (approve, (), "approved"),
    "report.final": (finalise, (approve,), "final"),
    "report.reopened": (reopen, (approve, finalise), "changes_requested"),
}


@pytest.mark.parametrize("name", CASES)
async def test_whole_or_not_at_all_and_once(client: ApiClient, app: App, name: str) -> None:
    act, before, state = CASES[name]
    crew = await a_crew(client, app)
    counted = await prepared(crew, *before)
    with watched() as needed:
        await act(crew, counted)
    for limit in range(len(needed.lines) + 1):
        report = await prepared(crew, *before, day=f"2026-06-{limit + 1:02}")
        died = await dies(limit, lambda report=report: act(crew, report))
        assert died or limit == len(needed.lines)
        stored, done = await crew.stored(report), [one["type"] for one in await crew.happened(report)].count(name)
        assert (stored.state.value == state, stored.etag != report.etag) == (bool(done), bool(done))
        revision = await crew.revision(report, 1)
        if name not in ("report.review_begun", "report.final"):
            decided = stored.review is not None and stored.review.decided_at is not None
            assert (revision["review"] is not None) == decided
        await act(crew, report)
        assert (await crew.stored(report)).state == state
        assert [one["type"] for one in await crew.happened(report)].count(name) == 1


async def prepared(crew: Crew, *acts: Act, day: str = "2026-05-31") -> Report:
    report = await crew.submitted(day=day)
    for act in acts:
        await act(crew, report)
    return await crew.stored(report)


async def dies(limit: int, act: Callable[[], Awaitable[Any]]) -> bool:
    """Approvals of several run as a group, which wraps what ends it."""
    try:
        with watched(limit):
            await act()
    except Killed:
        return True
    except BaseExceptionGroup as group:
        return group.subgroup(Killed) is not None
    return False
