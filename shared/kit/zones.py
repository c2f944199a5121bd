"""IANA time zones by name."""

import functools
from typing import Annotated
from zoneinfo import available_timezones

from pydantic import AfterValidator, Field


@functools.cache
def _known() -> set[str]:
    return available_timezones()  # looks through the whole database of zones


def _known_zone(name: str) -> str:
    if name not in _known():
        raise ValueError("must be an IANA time zone such as Europe/Oslo")
    return name


TimeZone = Annotated[str, Field(max_length=64), AfterValidator(_known_zone)]
