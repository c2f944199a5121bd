"""Partition key ranges: how a container's ring is cut, and how one cut splits into two.

Ids are never used twice. A split range is gone; its children name all their ancestors, oldest first, so that clients
that know only one of those find the way.
"""

from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import Self

from local.cosmos import epk


@dataclass(frozen=True, slots=True)
class Range:
    """One range: effective keys with `low <= key < high`; `start` and `end` are the same as points of the ring."""

    id: int
    start: int
    end: int
    low: str
    high: str
    parents: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Layout:
    """The live ranges in ring order; together they cover "" to "FF". `used` is the number of ids given so far."""

    kind: str
    version: int
    ranges: tuple[Range, ...]
    used: int

    @classmethod
    def of_equal_ranges(cls, count: int, kind: str, version: int) -> Self:
        """The layout of a new container."""
        step = epk.coarse_step(kind, version)
        points = [epk.ring_size(kind, version) // step * index // count * step for index in range(count + 1)]
        bounds = [epk.bound(point, kind, version) for point in points]
        ranges = (Range(n, points[n], points[n + 1], bounds[n], bounds[n + 1]) for n in range(count))
        return cls(kind, version, tuple(ranges), count)

    def part_of(self, effective: str) -> int:
        """The id of the range that owns an effective partition key."""
        return self.ranges[bisect_right(self.ranges, effective, key=_low) - 1].id

    def get(self, part: int) -> Range | None:
        """The live range with this id."""
        return next((one for one in self.ranges if one.id == part), None)

    def heirs(self, part: int) -> list[int]:
        """The live ranges that answer for an id: itself, or what it was split into; empty if it never was one."""
        return [one.id for one in self.ranges if part == one.id or part in one.parents]

    def split(self, part: int) -> tuple[Self, Range, Range]:
        """The layout without this range and with its two halves. Raises ValueError if there is nothing to cut."""
        place = next(index for index, one in enumerate(self.ranges) if one.id == part)
        old = self.ranges[place]
        middle = (old.start + old.end) // 2
        if middle == old.start:
            raise ValueError("the range is a single point")
        cut = epk.bound(middle, self.kind, self.version)
        lineage = (*old.parents, old.id)
        left = Range(self.used, old.start, middle, old.low, cut, lineage)
        right = Range(self.used + 1, middle, old.end, cut, old.high, lineage)
        ranges = (*self.ranges[:place], left, right, *self.ranges[place + 1 :])
        return replace(self, ranges=ranges, used=self.used + 2), left, right


def _low(one: Range) -> str:
    return one.low
