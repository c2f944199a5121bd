"""Background work: what is sent (`Job`), and how it is received (`Jobs`). How it is sent is `queues.JobQueue`."""

from shared.kit.jobs.envelope import Job
from shared.kit.jobs.handlers import Jobs

__all__ = ["Job", "Jobs"]
