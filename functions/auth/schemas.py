"""What signing in takes and answers."""

from typing import Annotated, Literal, Self

from pydantic import Field

from shared.identity.email import EmailAddress
from shared.identity.member import Member
from shared.identity.names import Name
from shared.identity.outcomes import Challenged, SignedInSession, Task
from shared.identity.passwords import GivenPassword, NewPassword
from shared.identity.permissions import Permission, Role
from shared.identity.tokens import LIFE
from shared.kit.model import In, Out

MAX_LINK = 200  # characters; ours have about 100


class CredentialsIn(In):
    email: EmailAddress
    password: GivenPassword


class LinkIn(In):
    token: str = Field(min_length=1, max_length=MAX_LINK, repr=False, description="what stands behind # in the link")


class AcceptanceIn(LinkIn):
    password: NewPassword
    name: Name | None = Field(default=None, description="null: as the invitation has it")


class InvitationOut(Out):
    email: str
    name: str
    organisation_name: str

    @classmethod
    def of(cls, member: Member) -> Self:
        return cls(email=member.email, name=member.name, organisation_name=member.organisation_name)


class OrganisationRef(Out):
    id: str
    name: str


class Me(Out):
    id: str
    email: str
    name: str
    role: Role
    permissions: list[Permission]
    site_ids: list[str] | None = Field(description="null: all sites")
    organisation: OrganisationRef

    @classmethod
    def of(cls, member: Member) -> Self:
        return cls(
            id=member.user_id,
            email=member.email,
            name=member.name,
            role=member.role,
            permissions=sorted(member.actor.permissions),
            site_ids=None if member.site_ids is None else list(member.site_ids),
            organisation=OrganisationRef(id=member.organisation_id, name=member.organisation_name),
        )


class SessionOut(Out):
    outcome: Literal["signed_in"]
    access_token: str
    expires_in: int = Field(description="seconds")
    user: Me

    @classmethod
    def of(cls, session: SignedInSession) -> Self:
        return cls(
            outcome="signed_in",
            access_token=session.access_token,
            expires_in=int(LIFE.total_seconds()),
            user=Me.of(session.member),
        )


class ChallengeOut(Out):
    """Send the challenge with a code to `verify_second_factor`."""

    outcome: Literal["second_factor"]
    challenge: str
    expires_in: int = Field(description="seconds")

    @classmethod
    def of(cls, challenged: Challenged) -> Self:
        return cls(outcome="second_factor", challenge=challenged.token, expires_in=challenged.seconds_left)


class EnrolmentDueOut(Out):
    """The organisation asks for a second factor: send the challenge to `enrol_second_factor`."""

    outcome: Literal["enrolment"]
    challenge: str
    expires_in: int = Field(description="seconds")

    @classmethod
    def of(cls, challenged: Challenged) -> Self:
        return cls(outcome="enrolment", challenge=challenged.token, expires_in=challenged.seconds_left)


SignInOut = Annotated[SessionOut | ChallengeOut | EnrolmentDueOut, Field(discriminator="outcome")]
"""A session, or what is still to be done for one."""


def due(challenged: Challenged) -> ChallengeOut | EnrolmentDueOut:
    return (ChallengeOut if challenged.task is Task.SECOND_FACTOR else EnrolmentDueOut).of(challenged)


class PasswordChangeIn(In):
    current_password: GivenPassword
    password: NewPassword


class ForgottenIn(In):
    email: EmailAddress


class PasswordResetIn(LinkIn):
    password: NewPassword
