"""Functions without a request. What happened to them is appended, a JSON line each, to the file named by RECORD."""

import asyncio
import json
import os
import pathlib
import time
from typing import List  # noqa: UP035  the worker takes list[str] for no type

import azure.functions as func
from azure.functions.warmup import WarmUpContext

background = func.Blueprint()
RECORD = pathlib.Path(os.environ.get("RECORD", os.devnull))


def record(**content: object) -> None:
    with RECORD.open("a", encoding="utf-8") as file:
        file.write(json.dumps(content, default=str) + "\n")


def shown(message: func.QueueMessage) -> dict[str, object]:
    return {
        "id": message.id,
        "body": message.get_body().decode(),
        "body_type": type(message.get_body()).__name__,
        "dequeue_count": message.dequeue_count,
        "insertion_time": message.insertion_time,
        "expiration_time": message.expiration_time,
        "time_next_visible": message.time_next_visible,
        "pop_receipt": message.pop_receipt,
    }


@background.queue_trigger(arg_name="message", queue_name="%QUEUE_PREFIX%-Plain", connection="QUEUES")
async def on_plain(message: func.QueueMessage) -> None:
    record(function="on_plain", **shown(message))


@background.queue_trigger(arg_name="message", queue_name="%QUEUE_PREFIX%-failing", connection="QUEUES")
async def on_failing(message: func.QueueMessage) -> None:
    record(function="on_failing", **shown(message))
    raise RuntimeError("always")


@background.queue_trigger(arg_name="message", queue_name="%QUEUE_PREFIX%-failing-poison", connection="QUEUES")
async def on_poison(message: func.QueueMessage) -> None:
    record(function="on_poison", **shown(message))


@background.queue_trigger(arg_name="message", queue_name="%QUEUE_PREFIX%-bad-poison", connection="QUEUES")
async def on_bad_poison(message: func.QueueMessage) -> None:
    record(function="on_bad_poison", **shown(message))
    raise RuntimeError("always")


@background.queue_trigger(arg_name="message", queue_name="%QUEUE_PREFIX%-slow", connection="QUEUES")
async def on_slow(message: func.QueueMessage) -> None:
    record(function="on_slow", phase="begin", **shown(message))
    await asyncio.sleep(float(message.get_body()))
    record(function="on_slow", phase="end", **shown(message))


@background.queue_trigger(arg_name="text", queue_name="%QUEUE_PREFIX%-copy", connection="QUEUES")
@background.queue_output(arg_name="out", queue_name="%QUEUE_PREFIX%-copied", connection="QUEUES")
async def on_copy(text: str, out: func.Out[List[str]]) -> None:  # noqa: UP006
    out.set([f"{text}-1", f"{text}-2"] if text != "one" else "only")  # type: ignore[arg-type]
    if text == "fail":
        raise RuntimeError("after setting the output")


@background.timer_trigger(arg_name="timer", schedule="%SCHEDULE%", run_on_startup=False)
async def on_timer(timer: func.TimerRequest) -> None:
    record(function="on_timer", past_due=timer.past_due, status=timer.schedule_status, schedule=timer.schedule)
    if os.environ.get("FAIL"):
        raise RuntimeError("as told")


@background.timer_trigger(arg_name="timer", schedule="%SLOW_SCHEDULE%")
async def on_slow_timer(timer: func.TimerRequest) -> None:
    record(function="on_slow_timer", phase="begin", at=time.time(), past_due=timer.past_due)
    await asyncio.sleep(2.5)
    record(function="on_slow_timer", phase="end", at=time.time())


@background.timer_trigger(arg_name="timer", schedule="0 0 0 1 1 *", run_on_startup=True)
def on_startup(timer: func.TimerRequest) -> None:
    record(function="on_startup", past_due=timer.past_due)


@background.timer_trigger(arg_name="timer", schedule="%RETRY_SCHEDULE%")
@background.retry(strategy="fixed_delay", max_retry_count="2", delay_interval="00:00:00")
async def on_retry(timer: func.TimerRequest, context: func.Context) -> None:
    record(function="on_retry", retry=context.retry_context.retry_count, most=context.retry_context.max_retry_count)
    raise RuntimeError("every time")


@background.warm_up_trigger(arg_name="warm")
async def on_warm_up(warm: WarmUpContext) -> None:
    record(function="on_warm_up")


@background.cosmos_db_trigger(
    arg_name="documents",
    connection="COSMOS",
    database_name="%DATABASE%",
    container_name="things",
    lease_container_name="leases",
    lease_container_prefix="on_changes-",
    create_lease_container_if_not_exists=True,
    feed_poll_delay=50,
    max_items_per_invocation=3,
    start_from_beginning=True,
    lease_acquire_interval=int(os.environ.get("LEASE_INTERVAL", "13000")),
)
@background.retry(strategy="fixed_delay", max_retry_count="-1", delay_interval="00:00:00")
async def on_changes(documents: func.DocumentList) -> None:
    ids = [document["id"] for document in documents]
    record(function="on_changes", ids=ids, kinds=[type(documents).__name__, type(documents[0]).__name__])
    await asyncio.sleep(float(os.environ.get("SLOW_CHANGES", "0")))
    if RECORD.with_suffix(".fail").exists():
        raise RuntimeError("as told")
    record(function="on_changes_done", ids=ids)
