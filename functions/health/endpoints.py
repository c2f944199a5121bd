"""Probes, and the description of the API itself."""

from typing import Literal

from shared.app import App
from shared.errors import Unavailable
from shared.kit.http import Api, anonymous
from shared.kit.http.limits import UNLIMITED
from shared.kit.model import Out

api = Api("Health")

_PROBE = anonymous("probes carry no credentials and answer nothing but yes or no")


class Health(Out):
    status: Literal["ok"]


@api.get("v1/health/live", summary="Is the process alive?", auth=_PROBE, limit=UNLIMITED)
async def check_liveness() -> Health:
    """Answers as long as the process can answer at all. Touches nothing else."""
    return Health(status="ok")


@api.get("v1/health/ready", summary="Can it do its work?", auth=_PROBE, errors=(Unavailable,), limit=UNLIMITED)
async def check_readiness(app: App) -> Health:
    """Asks the database, the document storage and the queues, each once and each with a time-out."""
    await app.ping()
    return Health(status="ok")
