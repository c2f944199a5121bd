"""The daily drilling report, version 1: one wellbore, one reporting day. Fields follow WITSML's DrillReport."""

from typing import Annotated, Literal

from pydantic import Field

from shared.reports.types.daily_drilling_tables import Bit, Casing, Company, Consumable, Failure, MudCheck, Survey
from shared.reports.types.fields import (
    Count,
    Day,
    Density,
    Depth,
    Diameter,
    Elevation,
    Height,
    Hint,
    Hours,
    Line,
    Moment,
    Part,
    Payload,
    PenetrationRate,
    Prose,
    Row,
    Temperature,
    WindSpeed,
)


class Header(Part):
    operator: Annotated[Line | None, Hint("Operator", carry="same")] = None
    contractor: Annotated[Line | None, Hint("Drilling contractor", carry="same")] = None
    rig: Annotated[Line | None, Hint("Rig", required=True, carry="same")] = None
    well: Annotated[Line | None, Hint("Well", required=True, carry="same")] = None
    wellbore: Annotated[Line | None, Hint("Wellbore", required=True, carry="same")] = None
    report_no: Annotated[Count | None, Hint("Report no.", carry="next")] = None
    period_start: Annotated[Moment | None, Hint("From", required=True)] = None
    period_end: Annotated[Moment | None, Hint("To", required=True)] = None
    spud_date: Annotated[Day | None, Hint("Spud date", carry="same")] = None
    days_from_spud: Annotated[Hours | None, Hint("Days from spud", carry="next")] = None
    rkb_elevation: Annotated[Elevation | None, Hint("RKB elevation", "above mean sea level", carry="same")] = None
    water_depth: Annotated[Elevation | None, Hint("Water depth", carry="same")] = None


class Status(Part):
    start_md: Annotated[Depth | None, Hint("Depth MD at start", carry="from:/status/endMd")] = None
    end_md: Annotated[Depth | None, Hint("Depth MD at end", required=True)] = None
    tvd: Annotated[Depth | None, Hint("Depth TVD at end")] = None
    distance_drilled: Annotated[Depth | None, Hint("Distance drilled", "0 when nothing was drilled")] = None
    drilling_hours: Annotated[Hours | None, Hint("Drilling hours", "bit on bottom, making hole")] = None
    rop: Annotated[PenetrationRate | None, Hint("Average ROP", "distance drilled over drilling hours")] = None
    hole_diameter: Annotated[Diameter | None, Hint("Hole diameter", carry="same")] = None
    last_casing_size: Annotated[Diameter | None, Hint("Last casing size", carry="same")] = None
    last_casing_depth: Annotated[Depth | None, Hint("Last casing shoe MD", carry="same")] = None
    formation_strength: Annotated[
        Density | None, Hint("Formation strength", "as equivalent mud density", carry="same")
    ] = None
    summary: Annotated[Prose | None, Hint("24 h summary", required=True)] = None
    forecast: Annotated[Prose | None, Hint("24 h forecast")] = None


class Operations(Part):
    """A day on which work began, ended or was away for a part of it has a shorter time log."""

    started_at: Annotated[Moment | None, Hint("Operations started at", "only if later than the day")] = None
    ended_at: Annotated[Moment | None, Hint("Operations ended at", "only if earlier than the day")] = None


class Activity(Row):
    start: Annotated[Moment | None, Hint("From", required=True)] = None
    end: Annotated[Moment | None, Hint("To", required=True)] = None
    phase: Annotated[Line | None, Hint("Phase", 'such as 12 1/4" section')] = None
    code: Annotated[Line | None, Hint("Activity", required=True, widget="activityCode")] = None
    state: Annotated[Literal["ok", "fail"] | None, Hint("State")] = None
    end_md: Annotated[Depth | None, Hint("MD at end")] = None
    remark: Annotated[Prose | None, Hint("Remark")] = None
    npt_code: Annotated[Line | None, Hint("NPT code")] = None


class Safety(Part):
    meetings: Annotated[Count | None, Hint("Safety meetings")] = None
    drills: Annotated[Prose | None, Hint("Drills")] = None
    last_bop_test: Annotated[Day | None, Hint("Last BOP test", carry="same")] = None
    next_bop_test: Annotated[Day | None, Hint("Next BOP test", carry="same")] = None
    accidents: Annotated[Count | None, Hint("Accidents")] = None
    remark: Annotated[Prose | None, Hint("Safety remark")] = None


class People(Part):
    total: Annotated[Count | None, Hint("Persons on board")] = None


class Weather(Part):
    wind_speed: Annotated[WindSpeed | None, Hint("Wind speed")] = None
    wind_direction: Annotated[Line | None, Hint("Wind direction")] = None
    wave_height: Annotated[Height | None, Hint("Significant wave height")] = None
    air_temperature: Annotated[Temperature | None, Hint("Air temperature")] = None
    remark: Annotated[Prose | None, Hint("Weather remark")] = None


class DailyDrilling(Payload):
    header: Annotated[Header | None, Hint("Well and report")] = None
    status: Annotated[Status | None, Hint("Status")] = None
    operations: Annotated[Operations | None, Hint("First, last or interrupted day")] = None
    time_log: Annotated[list[Activity] | None, Field(max_length=200), Hint("Time log", required=True)] = None
    mud_checks: Annotated[list[MudCheck] | None, Field(max_length=24), Hint("Mud")] = None
    bits: Annotated[list[Bit] | None, Field(max_length=20), Hint("Bits")] = None
    surveys: Annotated[list[Survey] | None, Field(max_length=200), Hint("Surveys")] = None
    casing: Annotated[list[Casing] | None, Field(max_length=20), Hint("Casing")] = None
    consumables: Annotated[list[Consumable] | None, Field(max_length=100), Hint("Consumables")] = None
    safety: Annotated[Safety | None, Hint("Safety")] = None
    people: Annotated[People | None, Hint("Persons on board")] = None
    companies: Annotated[list[Company] | None, Field(max_length=60), Hint("Persons by company")] = None
    weather: Annotated[Weather | None, Hint("Weather")] = None
    failures: Annotated[list[Failure] | None, Field(max_length=40), Hint("Equipment failures")] = None
