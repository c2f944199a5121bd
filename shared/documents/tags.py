"""Words people sort documents by: one way of writing each, so that a filter finds them all."""

from collections.abc import Iterable
from typing import Annotated

from pydantic import AfterValidator, Field

from shared.identity.names import visible

MAX_TAGS = 50
MAX_TAG = 50  # characters


def normalised_tag(text: str) -> str:
    """Small letters, composed, single blanks within and none around. Errors: ValueError."""
    tag = visible(" ".join(visible(text).lower().split()))
    if not 1 <= len(tag) <= MAX_TAG:
        raise ValueError(f"must have 1 to {MAX_TAG} characters")
    return tag


def each_once(tags: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(tags)))


Tag = Annotated[str, AfterValidator(normalised_tag)]
Tags = Annotated[tuple[Tag, ...], Field(max_length=MAX_TAGS), AfterValidator(each_once)]
