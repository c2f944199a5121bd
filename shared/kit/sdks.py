"""The imports that cost most of a cold start, in one place."""


def import_sdks() -> None:
    """Import what the first requests will need: about 0.8 s of work, in a thread of its own."""
    import argon2  # noqa: F401
    import azure.cosmos.aio
    import azure.storage.blob.aio
    import azure.storage.queue.aio  # noqa: F401
    import jwt  # noqa: F401
    import limits.aio.storage  # noqa: F401
