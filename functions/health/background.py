"""What only looking tells: how long work has been waiting that nobody takes up."""

from shared.app import App, current_app
from shared.kit import telemetry
from shared.kit.jobs import Jobs
from shared.kit.jobs.handlers import heard

jobs = Jobs(current_app)


@jobs.on_timer("%RECONCILE_SCHEDULE%")
async def measure_queues(app: App) -> None:
    """Every minute; an empty queue costs one look and says nothing."""
    now = app.now()
    async for found in app.queue.waiting(sorted(heard)):
        telemetry.record_queue(found.queue, found.messages, max(0.0, (now - found.since).total_seconds()))
