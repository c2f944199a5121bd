"""What rules need to know and the payload does not say.

Computed by the server, given to the device with the draft, and frozen with each submit.
"""

from typing import Literal

from shared.reports.types.fields import Depth, Line, Moment, Number, Part


class PeriodContext(Part):
    """`hours` is 23, 24 or 25: `Period.hours`."""

    begin: Moment
    end: Moment
    hours: float


class OnHand(Part):
    name: Line | None = None
    on_hand: Number | None = None


class Yesterday(Part):
    """The report before this one, of the same wellbore; null what it did not say."""

    end_md: Depth | None = None
    consumables: list[OnHand] | None = None


class Context(Part):
    """`well_role` is that of the well on the day: roles are dated. `activity_codes` are the organisation's own."""

    period: PeriodContext | None = None
    yesterday: Yesterday | None = None
    well_role: Literal["producer", "injector"] | None = None
    activity_codes: list[Line] | None = None
