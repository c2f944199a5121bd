"""The envelope of a queue message: ids only, so that it stays small and never goes stale.

No field may be called id, popReceipt, dequeueCount, insertionTime, expirationTime or nextVisibleTime: the host writes a message's
JSON properties over the trigger's own metadata of the same name.
"""

from datetime import datetime
from typing import Any, Self

from pydantic import Field

from shared.kit import telemetry
from shared.kit.clock import utc_now
from shared.kit.ids import new_id
from shared.kit.model import Moment, Wire


class Job(Wire):
    """Work on one subject of one organisation. Until `due_at`, set for jobs that are sent ahead of time, it waits as it should."""

    job_id: str
    kind: str
    organisation_id: str
    subject_id: str
    sent_at: Moment
    due_at: Moment | None = None
    traceparent: str = ""
    arguments: dict[str, Any] = Field(default_factory=dict)

    @classmethod
    def of(
        cls, kind: str, organisation_id: str, subject_id: str, *, now: datetime | None = None, **arguments: Any
    ) -> Self:
        """A job that carries on the current trace."""
        return cls(
            job_id=new_id(),
            kind=kind,
            organisation_id=organisation_id,
            subject_id=subject_id,
            sent_at=now or utc_now(),
            traceparent=telemetry.current_traceparent(),
            arguments=arguments,
        )

    @classmethod
    def after(cls, activity: dict[str, Any], kind: str, **arguments: Any) -> Self:
        """What a stored activity asks for, in the trace of whoever recorded it: the change feed has none of its own to go on."""
        job = cls.of(kind, activity["organisationId"], activity["subjectId"], **arguments)
        return job.model_copy(update={"traceparent": activity.get("traceparent") or job.traceparent})
