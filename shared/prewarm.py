"""What a worker does beside its first request instead of inside it."""

import importlib
import threading


def prewarm(*modules: str) -> None:
    """Import these modules and the SDKs, and attach the telemetry exporter, in a thread."""
    threading.Thread(target=_prewarm, args=modules, name="prewarm", daemon=True).start()


def _prewarm(*modules: str) -> None:
    from shared.app import current_app
    from shared.kit.sdks import import_sdks
    from shared.kit.telemetry import attach_exporter, event, record_start

    try:
        for module in modules:
            importlib.import_module(module)
        import_sdks()
        attach_exporter(current_app().settings.telemetry_settings)
        record_start()
    except Exception as error:  # the first request meets the same error and answers it
        event("prewarm.failed", exc_info=error, error=type(error).__name__)
