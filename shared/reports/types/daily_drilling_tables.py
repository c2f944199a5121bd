"""Rows of the daily drilling report, version 1, but for the time log."""

from typing import Annotated

from pydantic import Field

from shared.reports.types.fields import (
    Angle,
    Concentration,
    Count,
    Curvature,
    Density,
    Depth,
    Diameter,
    FlowRate,
    Force,
    Hint,
    Hours,
    Line,
    Moment,
    Number,
    Prose,
    Rotation,
    Row,
    Temperature,
    Torque,
    Viscosity,
    Yield,
)


class MudCheck(Row):
    time: Annotated[Moment | None, Hint("Time", required=True)] = None
    location: Annotated[Line | None, Hint("Sampled at", "pit, flow line")] = None
    mud_type: Annotated[Line | None, Hint("Mud type")] = None
    density: Annotated[Density | None, Hint("Density")] = None
    plastic_viscosity: Annotated[Viscosity | None, Hint("PV")] = None
    yield_point: Annotated[Yield | None, Hint("YP")] = None
    ph: Annotated[Annotated[float, Field(ge=0, le=14)] | None, Hint("pH")] = None
    chlorides: Annotated[Concentration | None, Hint("Chlorides")] = None
    temperature: Annotated[Temperature | None, Hint("Temperature")] = None


class Bit(Row):
    number: Annotated[Line | None, Hint("Bit no.", required=True, carry="same")] = None
    size: Annotated[Diameter | None, Hint("Size", carry="same")] = None
    make: Annotated[Line | None, Hint("Make and type", carry="same")] = None
    serial: Annotated[Line | None, Hint("Serial no.", carry="same")] = None
    depth_in: Annotated[Depth | None, Hint("MD in", carry="same")] = None
    depth_out: Annotated[Depth | None, Hint("MD out")] = None
    hours_run: Annotated[Hours | None, Hint("Hours run")] = None
    weight_on_bit: Annotated[Force | None, Hint("Weight on bit")] = None
    torque: Annotated[Torque | None, Hint("Torque")] = None
    speed: Annotated[Rotation | None, Hint("Speed")] = None
    flow: Annotated[FlowRate | None, Hint("Pump rate")] = None
    dull_grade: Annotated[Line | None, Hint("Dull grade", "IADC, such as 1-2-WT-A-X-I-NO-TD")] = None


class Survey(Row):
    md: Annotated[Depth | None, Hint("MD", required=True)] = None
    inclination: Annotated[Angle | None, Hint("Inclination")] = None
    azimuth: Annotated[Angle | None, Hint("Azimuth")] = None
    tvd: Annotated[Depth | None, Hint("TVD")] = None
    dogleg: Annotated[Curvature | None, Hint("Dogleg severity")] = None


class Casing(Row):
    size: Annotated[Diameter | None, Hint("Size", required=True, carry="same")] = None
    grade: Annotated[Line | None, Hint("Weight and grade", carry="same")] = None
    top_md: Annotated[Depth | None, Hint("Top MD", carry="same")] = None
    shoe_md: Annotated[Depth | None, Hint("Shoe MD", carry="same")] = None
    remark: Annotated[Prose | None, Hint("Remark")] = None


class Consumable(Row):
    name: Annotated[Line | None, Hint("Consumable", required=True, carry="same")] = None
    unit: Annotated[Line | None, Hint("Counted in", "m3, t, sacks ...", carry="same")] = None
    opening: Annotated[Number | None, Hint("Opening", carry="from:/consumables/*/onHand")] = None
    received: Annotated[Number | None, Hint("Received")] = None
    used: Annotated[Number | None, Hint("Used")] = None
    on_hand: Annotated[Number | None, Hint("On hand")] = None


class Company(Row):
    name: Annotated[Line | None, Hint("Company", required=True, carry="same")] = None
    persons: Annotated[Count | None, Hint("Persons", carry="same")] = None


class Failure(Row):
    time: Annotated[Moment | None, Hint("When", required=True)] = None
    equipment: Annotated[Line | None, Hint("Equipment", required=True)] = None
    depth: Annotated[Depth | None, Hint("MD")] = None
    failure_class: Annotated[Line | None, Hint("Class")] = None
    missed_hours: Annotated[Hours | None, Hint("Missed hours")] = None
    repaired_at: Annotated[Moment | None, Hint("Repaired at")] = None
    remark: Annotated[Prose | None, Hint("Remark")] = None
