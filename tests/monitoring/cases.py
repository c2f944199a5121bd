"""What must make each rule fire, and what must not: rows as the exporter sends them, each so many minutes old."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Seen:
    """A row of a table; `ago` in minutes."""

    table: str
    row: dict[str, Any]
    ago: float = 1.0

    def at(self, minutes: float) -> "Seen":
        return Seen(self.table, self.row, minutes)


@dataclass(frozen=True)
class Case:
    why: str
    fires: bool
    seen: tuple[Seen, ...] = ()


def metric(name: str, total: float, count: int = 1, **facts: Any) -> Seen:
    properties = {key: str(value) for key, value in facts.items()}
    row = {"Name": f"petroconnect.{name}", "Sum": total, "Max": total, "ItemCount": count, "Properties": properties}
    return Seen("AppMetrics", row)


def answers(status: int, count: int, operation: str = "get_document") -> Seen:
    return metric("request.duration", 0.1, count, operation=operation, status=status)


def run(job: str, outcome: str, count: int = 1) -> Seen:
    return metric("job.duration", 0.1, count, job=job, outcome=outcome)


def request(milliseconds: float, operation: str = "get_document") -> Seen:
    return Seen("AppRequests", {"DurationMs": milliseconds, "Properties": {"pc_operation": operation}})


def event(name: str, **facts: str) -> Seen:
    return Seen("AppTraces", {"Properties": {"event": name, **{f"pc_{key}": value for key, value in facts.items()}}})


def error(name: str) -> Seen:
    return Seen("AppExceptions", {"ExceptionType": "ValueError", "Properties": {"event": name} if name else {}})


def probe(success: bool) -> Seen:
    return Seen("AppAvailabilityResults", {"Success": success})


def logs(megabytes: float, billable: bool = True) -> Seen:
    return Seen("Usage", {"Quantity": megabytes, "IsBillable": billable})


def every_minute(seen: Seen, minutes: int) -> tuple[Seen, ...]:
    return tuple(seen.at(minute + 0.5) for minute in range(minutes))


HOST = Seen("AppRequests", {"DurationMs": 60_000.0, "Properties": {}})
ENTRA = "finish_entra_sign_in"

CASES: dict[str, tuple[Case, ...]] = {
    "no-data": (
        Case("nothing at all", True),
        Case("the last look is too long ago", True, (run("measure_queues", "done").at(16),)),
        Case("other timers run, the one that looks at queues fails", True,
             (*every_minute(run("measure_queues", "failed"), 15), *every_minute(run("reconcile_uploads", "done"), 15))),
        Case("one look", False, (run("measure_queues", "done").at(14),)),
        Case("one look, late", False, (run("measure_queues", "late"),)),
    ),
    "probe": (
        Case("four of nine", True, (*[probe(False)] * 4, *[probe(True)] * 5)),
        Case("three of nine: one place", False, (*[probe(False)] * 3, *[probe(True)] * 6)),
        Case("an hour ago", False, (*[probe(False).at(60)] * 9,)),
    ),
    "availability": (
        Case("three of a hundred, often enough", True, (answers(200, 970), answers(503, 30))),
        Case("all of it, without any request that went well", True, (answers(500, 10),)),
        Case("a tenth in a moment of an otherwise good half hour", False, (answers(200, 5000).at(20), answers(200, 90), answers(503, 10))),
        Case("nine of ten at night", False, (answers(200, 1), answers(500, 9))),
        Case("callers' own mistakes", False, (answers(200, 10), answers(404, 90), answers(429, 90))),
        Case("nobody is there", False),
    ),
    "errors": (
        Case("eleven", True, (answers(500, 6).at(14), answers(503, 5))),
        Case("ten, and many refusals", False, (answers(500, 10), answers(401, 90))),
        Case("too long ago", False, (answers(500, 50).at(16),)),
    ),
    "latency": (
        Case("all of them", True, (*[request(3000.0)] * 50,)),
        Case("six of a hundred", True, (*[request(100.0)] * 94, *[request(9000.0)] * 6)),
        Case("one of a hundred", False, (*[request(100.0)] * 99, request(9000.0))),
        Case("cold starts at night", False, (*[request(9000.0)] * 49,)),
        Case("probes and the host's own rows", False, (*[HOST] * 90, *[request(9000.0, "check_readiness")] * 90)),
    ),
    "poison": (
        Case("one", True, (metric("job.poisoned", 1.0, job="document.verify"),)),
        Case("one, whose row came ten minutes late", True, (metric("job.poisoned", 1.0, job="document.verify").at(25),)),
        Case("none", False, (metric("job.poisoned", 0.0, job="document.verify"),)),
    ),
    "queue-age": (
        Case("over ten minutes", True, (metric("queue.age", 601.0, queue="documents-verify"),)),
        Case("ten minutes", False, (metric("queue.age", 600.0, queue="documents-verify"),)),
        Case("many, but young", False, (metric("queue.waiting", 9000.0, queue="documents-verify"),)),
    ),
    "job-failures": (
        Case("a change feed that fails about once a minute, beside a partition that goes on", True,
             (*every_minute(run("follow_due_notices", "failed"), 30), *every_minute(run("follow_due_notices", "done"), 30))),
        Case("a storm", True, (run("document.verify", "failed", 21),)),
        Case("twenty of each of two kinds", False, (run("a", "failed", 20), run("b", "failed", 20))),
        Case("deliveries that raced", False, (run("document.verify", "raced", 500),)),
    ),
    "standstill": (
        Case("a daily timer that failed", True, (run("apply_retention", "failed").at(600),)),
        Case("a timer that has failed since", True, (run("tick", "done").at(90), run("tick", "failed").at(30))),
        Case("it went well since", False, (run("tick", "failed").at(30), run("tick", "done"))),
        Case("in the same minute another went well", False, (run("document.verify", "failed"), run("document.verify", "done", 9))),
        Case("it was late, or refused, since", False,
             (run("tick", "failed").at(9), run("tick", "late"), run("send", "failed").at(9), run("send", "refused"))),
    ),
    "left-undone": (
        Case("a timer that swallowed an error", True, (error("retention.not_begun").at(600),)),
        Case("what other rules tell, and rows of the host", False, (error("request.crashed"), error("job.failed"), error(""))),
    ),
    "throttled": (
        Case("one container", True, (metric("cosmos.throttled", 201.0, container="pages"),)),
        Case("two containers", False, tuple(metric("cosmos.throttled", 200.0, container=name) for name in ("pages", "sessions"))),
    ),
    "sign-ins": (
        Case("guesses, refused and limited", True, (answers(401, 60, "sign_in"), answers(429, 41, "sign_in"))),
        Case("guesses at the second factor", True, (answers(401, 101, "verify_second_factor"),)),
        Case("answers of Microsoft's that do not let in", True,
             (answers(303, 120, ENTRA), *[event("entra.sign_in_failed", operation=ENTRA, code="entra_refused")] * 120)),
        Case("a hundred", False, (answers(401, 100, "sign_in"),)),
        Case("Monday morning: three of a hundred mistype", False, (answers(200, 10_000, "sign_in"), answers(401, 300, "sign_in"))),
        Case("refused elsewhere", False, (answers(401, 5000, "list_documents"),)),
    ),
    "stolen-credentials": (
        Case("old tokens", True, (*[event("session.reused")] * 6,)),
        Case("answers that somebody forged", True, (*[event("entra.sign_in_failed", code="entra_token_invalid")] * 6,)),
        Case("five, and people who changed their minds", False,
             (*[event("session.reused")] * 5, *[event("entra.sign_in_failed", code="entra_cancelled")] * 50)),
    ),
    "ingestion": (
        Case("over four fifths of a gigabyte", True, (logs(801.0).at(1200),)),
        Case("under, beside what is free", False, (logs(799.0), logs(999.0, billable=False))),
        Case("the day before", False, (logs(900.0).at(1500),)),
    ),
}  # fmt: skip
