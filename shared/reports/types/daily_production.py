"""The daily production report, version 1: one well, one reporting day. Volumes at standard conditions."""

from typing import Annotated

from shared.reports.types.fields import (
    Day,
    Gas,
    Hint,
    Hours,
    Line,
    Liquid,
    Opening,
    Part,
    Payload,
    Pressure,
    Prose,
    Temperature,
)


class Header(Part):
    well: Annotated[Line | None, Hint("Well", required=True, carry="same")] = None
    date: Annotated[Day | None, Hint("Date", required=True)] = None


class Uptime(Part):
    hours_on_stream: Annotated[Hours | None, Hint("Hours on stream")] = None
    downtime_hours: Annotated[Hours | None, Hint("Downtime hours")] = None
    downtime_reason: Annotated[Prose | None, Hint("Reason for downtime")] = None


class Volumes(Part):
    oil: Annotated[Liquid | None, Hint("Oil")] = None
    gas: Annotated[Gas | None, Hint("Gas")] = None
    water: Annotated[Liquid | None, Hint("Water")] = None
    water_injected: Annotated[Liquid | None, Hint("Water injected")] = None
    gas_injected: Annotated[Gas | None, Hint("Gas injected")] = None


class Gauges(Part):
    choke: Annotated[Opening | None, Hint("Choke")] = None
    tubing_pressure: Annotated[Pressure | None, Hint("Tubing pressure")] = None
    casing_pressure: Annotated[Pressure | None, Hint("Casing pressure")] = None
    wellhead_pressure: Annotated[Pressure | None, Hint("Wellhead pressure")] = None
    wellhead_temperature: Annotated[Temperature | None, Hint("Wellhead temperature")] = None
    downhole_pressure: Annotated[Pressure | None, Hint("Downhole pressure")] = None
    downhole_temperature: Annotated[Temperature | None, Hint("Downhole temperature")] = None


class Remarks(Part):
    comments: Annotated[Prose | None, Hint("Comments")] = None


class DailyProduction(Payload):
    header: Annotated[Header | None, Hint("Well and day")] = None
    uptime: Annotated[Uptime | None, Hint("Uptime")] = None
    volumes: Annotated[Volumes | None, Hint("Volumes")] = None
    gauges: Annotated[Gauges | None, Hint("Gauges", "leave empty what was not read")] = None
    remarks: Annotated[Remarks | None, Hint("Remarks")] = None
