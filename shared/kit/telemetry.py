"""Traces, metrics and logs through the OpenTelemetry API only; where they go is decided once, at start (`attach_exporter`).

Log events are named `noun.happened` and carry ids as flat fields, bound once at the edge. Never a body, a token or an e-mail address.
"""

import logging
import re
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from opentelemetry import context as otel_context
from opentelemetry import metrics, trace
from opentelemetry.trace import Span, SpanKind, Status, StatusCode
from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator

from shared.kit.arrival import Arrival
from shared.kit.redaction import redacted, told

_logger = logging.getLogger("petroconnect")
_bound: ContextVar[Mapping[str, str]] = ContextVar("petroconnect_log_fields", default={})  # noqa: B039 (never mutated)
_propagator = TraceContextTextMapPropagator()
_tracer = trace.get_tracer("petroconnect")
_meter = metrics.get_meter("petroconnect")

_request_seconds = _meter.create_histogram("petroconnect.request.duration", unit="s")
_job_seconds = _meter.create_histogram("petroconnect.job.duration", unit="s")
_job_age = _meter.create_histogram("petroconnect.job.age", unit="s", description="from sending to starting")
_poisoned = _meter.create_counter("petroconnect.job.poisoned")
_queue_waiting = _meter.create_histogram("petroconnect.queue.waiting", unit="{message}")
_queue_age = _meter.create_histogram(
    "petroconnect.queue.age", unit="s", description="of the message that waits longest"
)
_cosmos_charge = _meter.create_histogram("petroconnect.cosmos.charge", unit="{RU}")
_cosmos_throttled = _meter.create_counter("petroconnect.cosmos.throttled", description="answers 429, retried or not")
_worker_warming = _meter.create_histogram("petroconnect.worker.warming", unit="s", description="one for each start")
_cache_lookups = _meter.create_counter("petroconnect.cache.lookups")

WAITS = 15.0  # seconds that background work waits for an exporter
_arrival = Arrival()
CosmosHook = Callable[[Mapping[str, str], Any], None]
_CONTAINER = re.compile(r"/colls/([\w-]+)")
_PLAIN = re.compile(r"[\w.:-]{0,36}")  # ids, codes and names of our own: nothing to look for
_LONGEST = 200  # characters of a field, of which some are what others answered
_imported_at = time.perf_counter()
cosmos_observer: ContextVar[Callable[[str, str], None] | None] = ContextVar("cosmos_observer", default=None)


def event(
    name: str, *, level: int = logging.INFO, exc_info: BaseException | None = None, **fields: str | int | float
) -> None:
    """Log `name` with the fields bound at the edge and these. The error is told as text, so that every handler gets it redacted."""
    every = {key: _tellable(value) for key, value in {**_bound.get(), **fields}.items()}
    text = " ".join([name, *(f"{key}={value}" for key, value in every.items())])
    extra = {"event": name, **{f"pc_{key}": value for key, value in every.items()}}
    if exc_info is not None:
        stack = told(exc_info)
        text = f"{text}\n{stack}"
        extra |= {"exception.type": type(exc_info).__name__, "exception.stacktrace": stack}
    _logger.log(level, text, extra=extra)


def _tellable(value: str | int | float) -> str | int | float:
    if not isinstance(value, str) or _PLAIN.fullmatch(value):
        return value
    return redacted(value[:_LONGEST])


@contextmanager
def bound(**fields: str) -> Iterator[None]:
    """Every event inside carries these fields."""
    token = _bound.set({**_bound.get(), **fields})
    try:
        yield
    finally:
        _bound.reset(token)


@contextmanager
def span(name: str, kind: SpanKind, traceparent: str | None, **attributes: str | bool) -> Iterator[Span]:
    """A span that continues `traceparent` (W3C), or starts a trace of its own when there is none."""
    parent = _propagator.extract({"traceparent": traceparent}) if traceparent else otel_context.get_current()
    token = otel_context.attach(parent)
    try:
        with _tracer.start_as_current_span(name, kind=kind, attributes=attributes, record_exception=False) as current:
            yield current
    finally:
        otel_context.detach(token)


def current_traceparent(default: str = "") -> str:
    """What a message carries on, since a storage queue has no headers of its own."""
    carrier: dict[str, str] = {}
    _propagator.inject(carrier)
    return carrier.get("traceparent", default)


def expect_exporter() -> Callable[[], None]:
    """One is being attached. The answer is to be called when it is there, or will not come."""
    return _arrival.expect()


async def exporter() -> None:
    """Wait for it, `WAITS` at most. On Flex Consumption a rare job starts a worker, whose only span and log lines would be lost."""
    await _arrival.wait(WAITS)


def _measure(tell: Callable[..., None], amount: float, facts: Mapping[str, Any]) -> None:
    _arrival.measure(tell, amount, facts)


def record_request(operation: str, status: int, seconds: float) -> None:
    _measure(_request_seconds.record, seconds, {"operation": operation, "status": status})


def record_job(job: str, outcome: str, seconds: float) -> None:
    _measure(_job_seconds.record, seconds, {"job": job, "outcome": outcome})


def record_job_age(job: str, seconds: float) -> None:
    _measure(_job_age.record, seconds, {"job": job})


def record_poison(job: str) -> None:
    _measure(_poisoned.add, 1, {"job": job})


def record_queue(queue: str, waiting: int, oldest_seconds: float) -> None:
    """As histograms: a gauge would go on telling the last value of a worker that has long been asleep."""
    _measure(_queue_waiting.record, waiting, {"queue": queue})
    _measure(_queue_age.record, oldest_seconds, {"queue": queue})


def record_start() -> None:
    """A worker is ready for its first request or job: how long that took since the app began to be imported."""
    _measure(_worker_warming.record, time.perf_counter() - _imported_at, {})


def count_throttled(answered: Any) -> None:
    """A hook of the SDK's pipeline, which sees every answer; the SDK tells nobody else which of them it tried again."""
    if answered.http_response.status_code == HTTPStatus.TOO_MANY_REQUESTS:
        found = _CONTAINER.search(answered.http_request.url)
        _measure(_cosmos_throttled.add, 1, {"container": found.group(1) if found else ""})


def record_cache(name: str, *, hit: bool) -> None:
    _measure(_cache_lookups.add, 1, {"cache": name, "hit": hit})


def record_failure(current: Span, error: BaseException) -> None:
    current.set_status(Status(StatusCode.ERROR, type(error).__name__))


def cosmos_meter(container: str, operation: str) -> CosmosHook:
    """A response hook for the SDK: counts each answer and its request charge (RU)."""

    def measure(headers: Mapping[str, str], _body: Any) -> None:
        charge = float(headers.get("x-ms-request-charge", 0) or 0)
        _measure(_cosmos_charge.record, charge, {"container": container, "operation": operation})
        if (observer := cosmos_observer.get()) is not None:
            observer(container, operation)

    return measure


# Calls of the SDKs are not traced: their addresses carry ids of items (of `identities`, e-mail addresses) and signatures of URLs.
_INSTRUMENTED = ("azure_sdk", "django", "fastapi", "flask", "httpx", "psycopg2", "requests", "urllib", "urllib3")


@dataclass(frozen=True, slots=True)
class TelemetrySettings:
    """Azure Monitor when there is a connection string, OTLP when there is an endpoint, nowhere otherwise."""

    connection_string: str = ""
    otlp_endpoint: str = ""
    client_id: str = ""


def attach_exporter(settings: TelemetrySettings) -> None:
    """Import and attach the exporter: 0.6 s for Azure Monitor, so this runs in the prewarming thread and never at import."""
    if settings.connection_string:
        from azure.identity import ManagedIdentityCredential
        from azure.monitor.opentelemetry import configure_azure_monitor

        credential = ManagedIdentityCredential(client_id=settings.client_id) if settings.client_id else None
        configure_azure_monitor(
            connection_string=settings.connection_string,
            credential=credential,
            logger_name="petroconnect",
            enable_live_metrics=False,
            enable_performance_counters=False,
            instrumentation_options={name: {"enabled": False} for name in _INSTRUMENTED},
        )
    elif settings.otlp_endpoint:
        _attach_otlp()


def _attach_otlp() -> None:
    """The OTLP exporters read their endpoint and headers from the standard OTEL_EXPORTER_OTLP_* variables."""
    from opentelemetry.exporter.otlp.proto.http.metric_exporter import OTLPMetricExporter
    from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
    from opentelemetry.sdk.metrics import MeterProvider
    from opentelemetry.sdk.metrics.export import PeriodicExportingMetricReader
    from opentelemetry.sdk.trace import TracerProvider
    from opentelemetry.sdk.trace.export import BatchSpanProcessor

    traces = TracerProvider()
    traces.add_span_processor(BatchSpanProcessor(OTLPSpanExporter()))
    trace.set_tracer_provider(traces)
    metrics.set_meter_provider(MeterProvider([PeriodicExportingMetricReader(OTLPMetricExporter())]))
