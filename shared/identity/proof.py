"""What somebody gives to prove who they are."""

from dataclasses import dataclass, field
from enum import StrEnum


class ProofKind(StrEnum):
    """By the name of the field it arrives in."""

    PASSWORD = "password"  # noqa: S105 (a name)
    CURRENT_PASSWORD = "currentPassword"  # noqa: S105 (a name)
    CODE = "code"
    RECOVERY_CODE = "recoveryCode"


@dataclass(frozen=True, slots=True)
class Proof:
    kind: ProofKind
    text: str = field(repr=False)
