"""The inspection of one piece of equipment, version 1. A failed item is out of service until it is inspected again."""

from typing import Annotated, Literal

from pydantic import Field

from shared.reports.types.fields import Day, Hint, Line, Load, Part, Payload, Prose, Row


class Equipment(Part):
    tag: Annotated[Line | None, Hint("Tag", required=True, carry="same")] = None
    serial: Annotated[Line | None, Hint("Serial no.", carry="same")] = None
    type: Annotated[Line | None, Hint("Type", required=True, carry="same")] = None
    location: Annotated[Line | None, Hint("Location", carry="same")] = None
    safe_working_load: Annotated[Load | None, Hint("Safe working load", carry="same")] = None
    certificate_no: Annotated[Line | None, Hint("Certificate no.", carry="same")] = None


class Inspection(Part):
    last: Annotated[Day | None, Hint("Last inspected", carry="from:/inspection/date")] = None
    date: Annotated[Day | None, Hint("Inspected on", required=True)] = None
    next: Annotated[Day | None, Hint("Next inspection")] = None
    inspector: Annotated[Line | None, Hint("Inspector", required=True)] = None
    result: Annotated[Literal["pass", "fail"] | None, Hint("Result", required=True)] = None
    out_of_service: Annotated[bool | None, Hint("Out of service")] = None
    remark: Annotated[Prose | None, Hint("Remark")] = None


class Check(Row):
    item: Annotated[Line | None, Hint("Checked", required=True, carry="same")] = None
    outcome: Annotated[Literal["pass", "fail", "na"] | None, Hint("Outcome", required=True)] = None
    remark: Annotated[Prose | None, Hint("Remark")] = None
    attachment_id: Annotated[Line | None, Hint("Photo", widget="attachment")] = None


class EquipmentInspection(Payload):
    equipment: Annotated[Equipment | None, Hint("Equipment")] = None
    inspection: Annotated[Inspection | None, Hint("Inspection")] = None
    checklist: Annotated[list[Check] | None, Field(max_length=100), Hint("Checklist", required=True)] = None
