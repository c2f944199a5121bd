"""The only place that asks what time it is."""

from datetime import UTC, datetime


def utc_now() -> datetime:
    """Now, in UTC, cut to milliseconds: what survives a round trip through JSON and compares equal."""
    now = datetime.now(UTC)
    return now.replace(microsecond=now.microsecond // 1000 * 1000)


def to_wire(moment: datetime) -> str:
    """RFC 3339 with milliseconds and `Z`: fixed width, so text order is time order (Cosmos sorts text)."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
