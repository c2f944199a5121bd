"""Background work: what is sent (`Job`), how (`JobQueue`), and how it is received (`Jobs`)."""

from shared.kit.jobs.envelope import Job
from shared.kit.jobs.handlers import Jobs
from shared.kit.jobs.queues import JobQueue, QueueSettings

__all__ = ["Job", "JobQueue", "Jobs", "QueueSettings"]
