"""How signing in can go on once the first half was right."""

from dataclasses import dataclass, field
from enum import StrEnum

from shared.identity.member import Member


class Task(StrEnum):
    """What is left to do before there is a session."""

    SECOND_FACTOR = "second_factor"
    ENROLMENT = "enrolment"


@dataclass(frozen=True, slots=True)
class SignedInSession:
    member: Member
    access_token: str = field(repr=False)
    refresh_token: str = field(repr=False)
    seconds_left: int


@dataclass(frozen=True, slots=True)
class Challenged:
    """Half of the way: `token` lets its holder do the task, and nothing else."""

    task: Task
    token: str = field(repr=False)
    seconds_left: int


SignIn = SignedInSession | Challenged
