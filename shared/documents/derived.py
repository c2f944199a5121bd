"""What is made of a file beside it: its text, pictures of its pages. Whether that worked never touches the file's own state."""

from enum import StrEnum

from shared.kit.model import Wire


class DerivedState(StrEnum):
    NONE = "none"  # there is none to be had of this kind of file
    PENDING = "pending"
    READY = "ready"
    FAILED = "failed"


class Derived(Wire):
    """`pages` were made of `total`, where the file says how many it has; `reason` is a word for why it failed; `truncated` names
    the caps that were met.
    """

    state: DerivedState = DerivedState.NONE
    pages: int = 0
    total: int | None = None
    reason: str | None = None
    truncated: tuple[str, ...] = ()


NONE = Derived()
PENDING = Derived(state=DerivedState.PENDING)


def failed(reason: str) -> Derived:
    return Derived(state=DerivedState.FAILED, reason=reason)
