"""The HSE observation, version 1: something safe or unsafe that somebody saw, or work that was stopped."""

from typing import Annotated, Literal

from pydantic import Field

from shared.reports.types.fields import Day, Hint, Line, Moment, Part, Payload, Prose, Row

Kind = Literal["safeAct", "safeCondition", "unsafeAct", "unsafeCondition", "stopWork"]
Category = Literal["ppe", "position", "tools", "procedures", "housekeeping", "lineOfFire", "isolation"]


class Observation(Part):
    location: Annotated[Line | None, Hint("Location", required=True)] = None
    time: Annotated[Moment | None, Hint("Time", required=True)] = None
    anonymous: Annotated[bool | None, Hint("Anonymous")] = None
    observer: Annotated[Line | None, Hint("Observer", "empty when anonymous")] = None
    kind: Annotated[Kind | None, Hint("Observed", required=True)] = None
    category: Annotated[Category | None, Hint("Category", required=True)] = None
    description: Annotated[Prose | None, Hint("Description", required=True)] = None


class Photo(Row):
    attachment_id: Annotated[Line | None, Hint("Photo", required=True, widget="attachment")] = None
    caption: Annotated[Line | None, Hint("Caption")] = None


class Action(Part):
    immediate: Annotated[Prose | None, Hint("Immediate action")] = None
    potential_severity: Annotated[Literal["low", "medium", "high"] | None, Hint("Potential severity")] = None
    owner: Annotated[Line | None, Hint("Owner")] = None
    due: Annotated[Day | None, Hint("Due")] = None
    closed: Annotated[Day | None, Hint("Closed")] = None


class HseObservation(Payload):
    observation: Annotated[Observation | None, Hint("Observation")] = None
    photos: Annotated[list[Photo] | None, Field(max_length=20), Hint("Photos")] = None
    action: Annotated[Action | None, Hint("Action")] = None
