"""The name of a blob."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BlobPath:
    """Where a blob lies. Apart from the store, so that rules may name a blob without loading what talks to it."""

    container: str
    name: str
