"""The app under test, configured otherwise."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from local.cosmos.engine import Engine
from local.cosmos.transport import AsyncEngineTransport
from shared.app import App
from shared.composition import build_app
from shared.config import Settings


@asynccontextmanager
async def deployed(app: App, engine: Engine, **settings: Any) -> AsyncIterator[App]:
    """Another process with the same data and clock, and these settings."""
    changed = Settings(**{**app.settings.model_dump(), **settings})
    built = build_app(changed, now=app.now, cosmos_transport=AsyncEngineTransport(engine))
    try:
        yield built
    finally:
        await built.close()
