"""Second factors on the wire."""

from typing import TYPE_CHECKING, Annotated, Self

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from functions.auth.schemas import SessionOut
from shared.identity.outcomes import SignedInSession
from shared.identity.passwords import GivenPassword, GivenText
from shared.identity.proof import Proof, ProofKind
from shared.kit.model import In, Moment, Out

if TYPE_CHECKING:
    from shared.identity.second_factor.service import NewSecret, SecondFactorState

MAX_CHALLENGE = 2048  # characters; ours have about 500


def _digits(code: str) -> str:
    """Apps show the code in two groups. Errors: ValueError."""
    joined = code.replace(" ", "")
    if len(joined) != 6 or not joined.isascii() or not joined.isdigit():
        raise ValueError("must be six digits")
    return joined


Code = Annotated[str, Field(min_length=6, max_length=16, description="six digits"), AfterValidator(_digits)]
RecoveryCode = Annotated[str, StringConstraints(min_length=1, max_length=64)]
Token = Annotated[str, StringConstraints(min_length=1, max_length=MAX_CHALLENGE)]


class PasswordProofIn(In):
    password: GivenPassword

    def to_proof(self) -> Proof:
        return Proof(ProofKind.PASSWORD, self.password)


class ProofIn(In):
    """Either a code or the password."""

    code: Code | None = Field(default=None, repr=False)
    password: GivenText | None = Field(default=None, repr=False)

    @model_validator(mode="after")
    def _one(self) -> Self:
        if (self.code is None) == (self.password is None):
            raise ValueError("give either code or password")
        return self

    def to_proof(self) -> Proof:
        if self.code is not None:
            return Proof(ProofKind.CODE, self.code)
        return Proof(ProofKind.PASSWORD, self.password or "")


class CodeIn(In):
    code: Code = Field(repr=False)


class ChallengeIn(In):
    challenge: Token = Field(repr=False)


class ChallengedCodeIn(ChallengeIn):
    code: Code = Field(repr=False)


class VerificationIn(ChallengeIn):
    """The challenge with either a code or a recovery code."""

    code: Code | None = Field(default=None, repr=False)
    recovery_code: RecoveryCode | None = Field(default=None, repr=False)

    @model_validator(mode="after")
    def _one(self) -> Self:
        if (self.code is None) == (self.recovery_code is None):
            raise ValueError("give either code or recoveryCode")
        return self

    def to_proof(self) -> Proof:
        if self.code is not None:
            return Proof(ProofKind.CODE, self.code)
        return Proof(ProofKind.RECOVERY_CODE, self.recovery_code or "")


class SecondFactorOut(Out):
    since: Moment | None = Field(description="null: there is none")
    recovery_codes_left: int
    required: bool = Field(description="does the organisation ask for one?")

    @classmethod
    def of(cls, state: "SecondFactorState") -> Self:
        return cls(since=state.since, recovery_codes_left=state.recovery_codes_left, required=state.required)


class NewSecretOut(Out):
    """For the authenticator app: to type, to open, or to photograph. It is shown once."""

    secret: str
    uri: str
    qr_code: str = Field(description="an SVG element")
    expires_in: int = Field(description="seconds to confirm it in")

    @classmethod
    def of(cls, new: "NewSecret") -> Self:
        return cls(secret=new.secret, uri=new.uri, qr_code=new.qr_code, expires_in=new.seconds_left)


class RecoveryCodesOut(Out):
    """Shown once; each works once."""

    recovery_codes: list[str]


class EnrolledSessionOut(SessionOut):
    """A session, and the recovery codes, which are shown once."""

    recovery_codes: list[str]

    @classmethod
    def of_enrolment(cls, session: SignedInSession, codes: list[str]) -> Self:
        return cls(**dict(SessionOut.of(session)), recovery_codes=codes)
