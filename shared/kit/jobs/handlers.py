"""Queue, change-feed and timer triggers as plain typed functions.

A queue handler may run again after success, or beside another copy of itself: it claims, works, settles. A `DomainError` is
final (recorded here, message done); anything else makes the host deliver again, and after `maxDequeueCount` the message goes to
`<queue>-poison`, whose handler settles the subject as failed.
"""

import inspect
import json
import logging
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from typing import Any, Generic, TypeVar

import azure.functions as func
from opentelemetry.trace import Span, SpanKind
from pydantic import ValidationError

from shared.errors import DomainError, StaleVersion
from shared.kit import telemetry
from shared.kit.clock import utc_now
from shared.kit.jobs.envelope import Job

A = TypeVar("A")
QueueHandler = Callable[[Job, A], Awaitable[None]]
EventHandler = Callable[[dict[str, Any], A], Awaitable[None]]
ChangesHandler = Callable[[list[dict[str, Any]], A], Awaitable[None]]
TimerHandler = Callable[[A], Awaitable[None]]

QUEUES = "QUEUES"  # names of the connection settings, see docs/settings in local.settings.example.json
COSMOS = "COSMOS"
LEASES = "leases"
heard: set[str] = set()  # queues that have a handler in this app, poison queues too
_YES: Any = True  # the SDK annotates startFromBeginning as a time; the host takes a boolean


class DeliveryFailed(Exception):
    """The host is to deliver again. Names the class of what went wrong, and nothing of its text, which the host would tell in full."""


class Jobs(Generic[A]):
    """The background functions of one noun."""

    def __init__(self, app: Callable[[], A], *, database: str = "%COSMOS_DATABASE%") -> None:
        self.blueprint: func.Blueprint = func.Blueprint()  # type: ignore[no-untyped-call]
        self._app = app
        self._database = database

    def on_queue(self, queue: str) -> Callable[[QueueHandler[A]], QueueHandler[A]]:
        """Handle the jobs of a queue, at least once each."""

        def register(handler: QueueHandler[A]) -> QueueHandler[A]:
            self._add_queue(queue, handler)
            return handler

        return register

    def on_poison(self, queue: str) -> Callable[[QueueHandler[A]], QueueHandler[A]]:
        """Settle the jobs of a queue that failed every time."""

        def register(handler: QueueHandler[A]) -> QueueHandler[A]:
            async def settle(job: Job, app: A) -> None:
                telemetry.record_poison(job.kind)
                telemetry.event("job.poisoned", level=logging.ERROR, job_kind=job.kind)
                await handler(job, app)

            settle.__name__ = handler.__name__
            settle.__doc__ = handler.__doc__
            self._add_queue(f"{queue}-poison", settle)
            return handler

        return register

    def on_events(self, queue: str) -> Callable[[EventHandler[A]], EventHandler[A]]:
        """Handle what another service (Event Grid) puts into a queue: JSON objects, each at least once, in any order."""

        def register(handler: EventHandler[A]) -> EventHandler[A]:
            name = handler.__name__

            async def handle(message: func.QueueMessage) -> None:
                await telemetry.exporter()
                await run_event(name, handler, message.get_body(), self._app())

            self._add_trigger(queue, name, handle)
            return handler

        return register

    def on_poisoned_events(self, queue: str) -> Callable[[EventHandler[A]], EventHandler[A]]:
        """Events that could not be handled at any delivery."""

        def register(handler: EventHandler[A]) -> EventHandler[A]:
            async def settle(event: dict[str, Any], app: A) -> None:
                telemetry.record_poison(queue)
                telemetry.event("job.poisoned", level=logging.ERROR, job_kind=queue)
                await handler(event, app)

            settle.__name__ = handler.__name__
            return self.on_events(f"{queue}-poison")(settle)

        return register

    def on_changes(self, container: str) -> Callable[[ChangesHandler[A]], ChangesHandler[A]]:
        """Handle changed items of a container in order, at least once each.

        A batch that fails is delivered again until it succeeds: without this retry policy the trigger would go past it.
        """

        def register(handler: ChangesHandler[A]) -> ChangesHandler[A]:
            name = handler.__name__

            async def handle(documents: func.DocumentList) -> None:
                await telemetry.exporter()
                with watched(name, SpanKind.CONSUMER):
                    await handler([dict(document) for document in documents], self._app())

            handle.__name__ = name
            trigger = self.blueprint.cosmos_db_trigger(
                arg_name="documents",
                connection=COSMOS,
                database_name=self._database,
                container_name=container,
                lease_container_name=LEASES,
                lease_container_prefix=f"{name}-",
                create_lease_container_if_not_exists=False,
                feed_poll_delay=1000,
                max_items_per_invocation=100,
                start_from_beginning=_YES,
            )
            patient = self.blueprint.retry(
                strategy="exponential_backoff",
                max_retry_count="-1",
                minimum_interval="00:00:01",
                maximum_interval="00:01:00",
            )
            self.blueprint.function_name(name)(patient(trigger(handle)))
            return handler

        return register

    def on_timer(self, schedule: str, *, run_on_startup: bool = False) -> Callable[[TimerHandler[A]], TimerHandler[A]]:
        """Run at times (NCRONTAB with seconds, or %SETTING%); may run twice, never beside itself."""

        def register(handler: TimerHandler[A]) -> TimerHandler[A]:
            name = handler.__name__

            async def handle(timer: func.TimerRequest) -> None:
                await telemetry.exporter()
                with watched(name, SpanKind.INTERNAL, "late" if timer.past_due else "done"):
                    await handler(self._app())

            handle.__name__ = name
            trigger = self.blueprint.timer_trigger(arg_name="timer", schedule=schedule, run_on_startup=run_on_startup)
            self.blueprint.function_name(name)(trigger(handle))
            return handler

        return register

    def _add_queue(self, queue: str, handler: QueueHandler[A]) -> None:
        name = handler.__name__
        if not inspect.iscoroutinefunction(handler):
            raise TypeError(f"{name} must be async: one blocking handler stalls every other function of the process")

        async def handle(message: func.QueueMessage) -> None:
            await telemetry.exporter()
            await run_job(name, handler, message.get_body(), self._app())

        self._add_trigger(queue, name, handle)

    def _add_trigger(self, queue: str, name: str, handle: Callable[[func.QueueMessage], Awaitable[None]]) -> None:
        handle.__name__ = name
        heard.add(queue)
        trigger = self.blueprint.queue_trigger(arg_name="message", queue_name=queue, connection=QUEUES)
        self.blueprint.function_name(name)(trigger(handle))


@contextmanager
def watched(name: str, kind: SpanKind, well: str = "done") -> Iterator[None]:
    """One run of what carries no envelope: how long it took, and whether it went `well` or raised."""
    started, outcome = time.perf_counter(), "failed"
    with telemetry.bound(function=name), telemetry.span(name, kind, None, pc_function=name) as current:
        try:
            yield
            outcome = well
        except Exception as error:
            _tell_failure(current, error)
            raise DeliveryFailed(type(error).__name__) from None
        finally:
            telemetry.record_job(name, outcome, time.perf_counter() - started)


def _tell_failure(current: Span, error: Exception) -> None:
    telemetry.record_failure(current, error)
    telemetry.event("job.failed", level=logging.ERROR, exc_info=error, error=type(error).__name__)


async def run_event(name: str, handler: EventHandler[A], body: bytes, app: A) -> None:
    """One delivery of one event, or of a list of them. What is no object counts as poison and is done with. Errors: DeliveryFailed."""
    try:
        said = json.loads(body)
    except ValueError:
        said = None
    events = said if isinstance(said, list) else [said]
    with watched(name, SpanKind.CONSUMER):
        for event in events:
            if isinstance(event, dict):
                await handler(event, app)
            else:
                _give_up_unreadable(name)


def _give_up_unreadable(name: str) -> None:
    """No delivery would make it readable, and whoever waits for it waits in vain: somebody is to hear of it."""
    telemetry.record_poison(name)
    telemetry.event("job.unreadable", level=logging.ERROR, function=name)


async def run_job(name: str, handler: QueueHandler[A], body: bytes, app: A) -> None:
    """One delivery: read the envelope, carry on its trace, run, say how it went. Errors: DeliveryFailed."""
    try:
        job = Job.model_validate_json(body)
    except ValidationError:
        _give_up_unreadable(name)
        return
    started = time.perf_counter()
    telemetry.record_job_age(job.kind, max(0.0, (utc_now() - (job.due_at or job.sent_at)).total_seconds()))
    fields = {
        "function": name,
        "job_id": job.job_id,
        "organisation_id": job.organisation_id,
        "subject_id": job.subject_id,
    }
    with (
        telemetry.bound(**fields),
        telemetry.span(name, SpanKind.CONSUMER, job.traceparent, pc_function=name, pc_job=job.kind) as current,
    ):
        outcome = "failed"
        try:
            await handler(job, app)
            outcome = "done"
        except StaleVersion:
            outcome = "raced"  # somebody wrote in between: the next delivery reads what they wrote
            raise DeliveryFailed(StaleVersion.__name__) from None
        except DomainError as error:
            outcome = "refused"
            telemetry.event("job.refused", level=logging.WARNING, code=error.code)
        except Exception as error:
            _tell_failure(current, error)
            raise DeliveryFailed(type(error).__name__) from None
        finally:
            telemetry.record_job(job.kind, outcome, time.perf_counter() - started)
