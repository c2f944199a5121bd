"""What somebody gets who has proved half of who they are: a few minutes to prove the rest, and no access to anything else.

A challenge is a signed token of a type of its own. It dies with the password it was given for.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from shared.identity.accounts import Account
from shared.identity.credentials import Credential
from shared.identity.errors import ChallengeInvalid, TokenInvalid
from shared.identity.outcomes import Challenged, Task
from shared.identity.tokens import Tokens
from shared.kit.clock import to_wire
from shared.kit.ids import new_id

AUDIENCE = "petroconnect-second-factor"
TYPE = "mfa+jwt"

_REQUIRED = ["iss", "aud", "iat", "exp", "jti", "sub", "org", "for", "pwd", "via"]


LIFE = {
    Task.SECOND_FACTOR: timedelta(minutes=5),
    Task.ENROLMENT: timedelta(minutes=15),
}  # an app has to be installed first


@dataclass(frozen=True, slots=True)
class Challenge:
    """`method` is how the first half was proved; `password` is the moment at which that password was set."""

    user_id: str
    organisation_id: str
    task: Task
    method: str
    password: str

    def fits(self, credential: Credential) -> bool:
        return credential.user_id == self.user_id and self.password == _password_of(credential)


@dataclass(frozen=True, slots=True)
class Challenges:
    tokens: Tokens
    now: Callable[[], datetime]

    def issue(self, account: Account, task: Task, *, method: str) -> Challenged:
        now, life = self.now(), LIFE[task]
        claims = {
            "iss": self.tokens.issuer,
            "aud": AUDIENCE,
            "iat": int(now.timestamp()),
            "exp": int((now + life).timestamp()),
            "jti": new_id(),
            "sub": account.member.user_id,
            "org": account.member.organisation_id,
            "for": task,
            "pwd": _password_of(account.credential),
            "via": method,
        }
        return Challenged(task, self.tokens.sign(claims, TYPE), int(life.total_seconds()))

    def read(self, token: str, task: Task) -> Challenge:
        """Errors: ChallengeInvalid."""
        try:
            claims = self.tokens.read(token, TYPE, AUDIENCE, _REQUIRED, self.now())
        except TokenInvalid as error:
            raise ChallengeInvalid from error
        if claims["for"] != task:
            raise ChallengeInvalid
        return Challenge(claims["sub"], claims["org"], task, claims["via"], claims["pwd"])


def _password_of(credential: Credential) -> str:
    return "" if credential.password_changed_at is None else to_wire(credential.password_changed_at)
