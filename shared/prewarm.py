"""What a worker does beside its first request instead of inside it."""

import importlib
import threading
from collections.abc import Callable, Iterable

from shared.kit import telemetry


def prewarm(*modules: str) -> None:
    """Import these modules and the SDKs, and attach the telemetry exporter, in a thread."""
    threading.Thread(target=_prewarm, args=(telemetry.expect_exporter(), modules), name="prewarm", daemon=True).start()


def _prewarm(came: Callable[[], None], modules: Iterable[str]) -> None:
    from shared.app import current_app
    from shared.kit.sdks import import_sdks

    try:
        for module in modules:
            importlib.import_module(module)
        import_sdks()
        telemetry.attach_exporter(current_app().settings.telemetry_settings)
        telemetry.record_start()
    except Exception as error:  # the first request meets the same error and answers it
        telemetry.event("prewarm.failed", exc_info=error, error=type(error).__name__)
    finally:
        came()
